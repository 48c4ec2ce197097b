"""Stretches of an article as triples: selectors that a claim and its parts point at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kg import ids
from kg.model import Article, EntityRef, Evidence, Node
from kg.rdf.notation import OA, RDF, Written, iri, string, whole

_Mint = Callable[[str, int, int, str], str]


@dataclass(frozen=True)
class Spans:
    """The stretches of one article that its claims point at, each described the first time only."""

    article: Article
    described: set[str] = field(default_factory=set)

    def mention(self, owner: str, link: str, node: Node) -> Iterator[Written]:
        """Point from `owner` to where the article speaks of `node`."""
        wording = node.mention if isinstance(node, EntityRef) else self.article.text[node.start : node.end]
        yield from self.span(owner, link, node.start, node.end, wording)

    def evidence(self, owner: str, link: str, found: Evidence) -> Iterator[Written]:
        """Point from `owner` to the sentence that states it, and from there to its place."""
        node = self._node(ids.evidence_iri, found.start, found.end, found.sentence)
        yield owner, link, node
        if node not in self.described:
            self.described.add(node)
            yield node, RDF["type"], OA["SpecificResource"]
            yield node, OA["hasSource"], iri(found.article)
            yield from self.span(node, OA["hasSelector"], found.start, found.end, found.sentence)

    def span(self, owner: str, link: str, start: int, end: int, exact: str) -> Iterator[Written]:
        """Point to one selector that is both of position and of quote, so that each can be checked by the other."""
        node = self._node(ids.span_iri, start, end, exact)
        yield owner, link, node
        if node not in self.described:
            self.described.add(node)
            yield node, RDF["type"], OA["TextPositionSelector"]
            yield node, RDF["type"], OA["TextQuoteSelector"]
            yield node, OA["start"], whole(start)
            yield node, OA["end"], whole(end)
            yield node, OA["exact"], string(exact)

    def _node(self, mint: _Mint, start: int, end: int, exact: str) -> str:
        faithful = self.article.text[start:end] == exact
        return iri(mint(self.article.id, start, end, "" if faithful else exact))
