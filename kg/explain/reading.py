"""Every mention of an entity in the articles of a build, and what made it one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from kg.errors import InputError
from kg.evidence import mentions_of
from kg.explain.reasons import why
from kg.extraction import Toolbox
from kg.graph import Graph
from kg.language import Reading, read
from kg.measures import sentence_range
from kg.model import Claim, Entity, EntityRef, Extraction
from kg.opening import opened
from kg.resolve import resolve, without_article
from kg.stages import Mention, Reference, Resolution

Kind = Literal["name", "pronoun", "description", "statement"]
_PRONOUNS = ("PRP", "PRP$", "WP", "WP$")


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One place where an article speaks of an entity, and why it is taken to.

    `start`, `end` and `sentence_start` count code points in the article's text. `antecedents` are what a pronoun or
    description was traced to, and `score` is how sure the resolver was (0 to 1).
    """

    article: str
    kind: Kind
    wording: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    why: str
    antecedents: tuple[str, ...] = ()
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """An entity with all its mentions, article by article, each in the order of the text."""

    entity: Entity
    mentions: tuple[Mentioned, ...]
    articles: Mapping[str, str]
    """Name of each article by its IRI."""

    def record(self) -> dict[str, Any]:
        """The explanation as plain data."""
        mentions = [{**asdict(m), "antecedents": list(m.antecedents)} for m in self.mentions]
        lists = {key: list(getattr(self.entity, key)) for key in ("types", "aliases", "same_as")}
        return {**asdict(self.entity), **lists, "articles": dict(self.articles), "mentions": mentions}


def check_versions(graph: Graph, now: Mapping[str, str]) -> None:
    """Raise `InputError` when `graph` was built with another model or gazetteer than `now` names."""
    for key, option in (("model", "--model"), ("gazetteer", "--gazetteer")):
        if graph.versions and graph.versions.get(key) != now.get(key):
            built, mine = graph.versions.get(key, "none"), now.get(key, "none")
            raise InputError(
                f"explain: the build used {key} {built}, this would use {mine}; name the same with {option}"
            )


def explain(graph: Graph, entity: Entity, tools: Toolbox) -> Explanation:
    """Read the articles that state something of `entity` again and return all its mentions."""
    about = [e for e in graph.extractions if any(known.id == entity.id for known in e.entities)]
    mentions = tuple(mention for extraction in about for mention in _in_article(extraction, entity, tools))
    return Explanation(entity, mentions, {e.article.id: e.article.name for e in about})


def _in_article(extraction: Extraction, entity: Entity, tools: Toolbox) -> list[Mentioned]:
    begun = opened(read(extraction.article, tools.nlp), tools.gazetteer)
    reading, names, references = begun.reading, begun.mentions, begun.references
    resolution = resolve(reading, names, references, tools.gazetteer)
    told = [
        *_names(reading, names, resolution, entity, tools),
        *_references(reading, references, resolution, entity),
    ]
    covered = {i for m in told for i in range(m.start, m.end)}
    told += _stated(extraction.claims, entity, covered)
    return sorted(told, key=lambda m: (m.start, m.end))


def _names(
    reading: Reading, names: Sequence[Mention], resolution: Resolution, entity: Entity, tools: Toolbox
) -> Iterator[Mentioned]:
    for mention in names:
        found = next((e for e in resolution.denoted.get(mention.head, ()) if e.id == entity.id), None)
        if found is not None:
            yield _mentioned(reading, mention, "name", _reason(mention, found, tools))


def _reason(mention: Mention, entity: Entity, tools: Toolbox) -> str:
    """What joined the mention to the others, as finding names recorded it; what the gazetteer says of a lone name."""
    same = without_article(mention.text) == entity.label
    return why(mention.text, entity, tools.gazetteer) if same or not mention.why else mention.why


def _references(
    reading: Reading, references: Iterable[Reference], resolution: Resolution, entity: Entity
) -> Iterator[Mentioned]:
    for reference in references:
        mention = reference.mention
        if any(e.id == entity.id for e in resolution.denoted.get(mention.head, ())):
            kind: Kind = "pronoun" if reading.doc[mention.head].tag_ in _PRONOUNS else "description"
            antecedents = tuple(antecedent.text for antecedent in reference.antecedents)
            yield _mentioned(reading, mention, kind, "coreference", antecedents, reference.score)


def _mentioned(
    reading: Reading,
    mention: Mention,
    kind: Kind,
    reason: str,
    antecedents: tuple[str, ...] = (),
    score: float | None = None,
) -> Mentioned:
    start, end = reading.start(mention.first), reading.end(mention.stop - 1)
    first, last = sentence_range(reading, reading.doc[mention.head].sent)
    text = reading.article.text
    return Mentioned(
        reading.article.id, kind, text[start:end], start, end, text[first:last], first, reason, antecedents, score
    )


def _stated(claims: Iterable[Claim], entity: Entity, covered: set[int]) -> Iterator[Mentioned]:
    """Mentions that only a statement has: a common noun phrase, an author, a country seen in an adjective."""
    seen: set[tuple[int, int]] = set()
    for claim in claims:
        for node, where in mentions_of(claim):
            if not isinstance(node, EntityRef) or node.entity.id != entity.id or (node.start, node.end) in seen:
                continue
            seen.add((node.start, node.end))
            if node.start < node.end and covered.isdisjoint(range(node.start, node.end)):
                reason = (
                    "named by a statement" if entity.named else "a noun phrase of this article, merged with no other"
                )
                yield Mentioned(
                    where.article, "statement", node.mention, node.start, node.end, where.sentence, where.start, reason
                )
