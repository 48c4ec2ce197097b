"""A built graph in memory: what to look at, ask, draw, and save."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import StoreError
from kg.export.table import COLUMNS, rows
from kg.folder import replacing
from kg.model import Article, Claim, Entity, Extraction, Rejection
from kg.rdf import Edges
from kg.records import (
    article_from_record,
    article_record,
    entity_from_record,
    entity_record,
    from_record,
    read_lines,
    rejection_from_record,
    rejection_record,
    statements,
    to_line,
)
from kg.report import entities_of, report
from kg.undisturbed import undisturbed

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from pandas import DataFrame

    from kg.query import Result
    from kg.render.notebook import Display
    from kg.store import Store


@dataclass(frozen=True)
class Graph:
    """The statements of some articles; `edges` says which of them are plain triples too.

    `versions` names what built it. Everything else is worked out when first asked for.
    """

    extractions: tuple[Extraction, ...]
    edges: Edges = "planned"
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in the order in which they were read."""
        return tuple(extraction.article for extraction in self.extractions)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All statements: article by article, each in the order of its text."""
        return tuple(claim for extraction in self.extractions for claim in extraction.claims)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """Every entity once, in order of first appearance, with the names that all articles use."""
        return entities_of(self.extractions)

    @property
    def rejections(self) -> tuple[Rejection, ...]:
        """What looked like a statement and was not kept, each with its reason."""
        return tuple(rejection for extraction in self.extractions for rejection in extraction.rejections)

    @property
    def report(self) -> dict[str, Any]:
        """Counts by type, predicate, modality, speaker and so on; the same for the same articles."""
        return {"edges": self.edges, **report(self.extractions, self.versions)}

    @cached_property
    def store(self) -> Store:
        """The graph as an RDF store in memory."""
        from kg.store import open_store

        store = open_store(None)
        store.replace(self.extractions, self.edges)
        return store

    def query(self, sparql: str) -> Result:
        """Answer a SPARQL query; the usual prefixes (``ent:``, ``kg:``, …) need not be declared.

        Raises `QueryError` for a query that is no SPARQL or would change the graph.
        """
        from kg.query import run_query

        return run_query(self.store, sparql)

    def to_networkx(self) -> MultiDiGraph[str]:
        """Return entities as nodes and each statement between two entities as an edge."""
        from kg.export.network import to_networkx

        return to_networkx(self.extractions)

    def to_frame(self) -> DataFrame:
        """Return the statements as a pandas data frame, one row each (needs pandas)."""
        import pandas

        return pandas.DataFrame(rows(self.extractions), columns=list(COLUMNS))

    def to_html(self, path: str | Path | None = None) -> str:
        """Return the interactive page as one self-contained file, and write it to `path` if given.

        Raises `StoreError` when it cannot be written.
        """
        from kg.render.page import render_page, write_page

        page = render_page(self.extractions)
        if path is not None:
            write_page(page, Path(path))
        return page

    def save(self, folder: str | Path) -> Path:
        """Write the output folder, all of it or nothing; return its path.

        Raises `StoreError` when it cannot be written or holds something that is not a build.
        """
        with replacing(Path(folder)) as draft:
            write(self, draft)
        return Path(folder)

    def show(self, focus: str | None = None, *, depth: int = 1, height: int = 640) -> Display:
        """Return what a notebook shows: the page, drawn around one entity if `focus` names it.

        `depth` is the number of steps around it (1 to 3), `height` that of the frame in pixels.
        Raises `InputError` for a name that no entity has.
        """
        from kg.render.notebook import display

        return display(self.extractions, focus=focus, depth=depth, height=height)

    def _repr_html_(self) -> str:
        """Show the page inside a notebook, cut off from the notebook's own document."""
        return self.show().html

    def __repr__(self) -> str:
        noun = "article" if len(self.articles) == 1 else "articles"
        sizes = f"{len(self.articles)} {noun}, {len(self.entities)} entities, {len(self.claims)} statements"
        return f"<Graph: {sizes}>"


@undisturbed()
def write(graph: Graph, folder: Path) -> None:
    """Write the files of a build into the existing, empty `folder`."""
    from kg.rdf import write_turtle
    from kg.store import open_store

    for name, lines in _lines(graph).items():
        (folder / name).write_text("".join(lines), "utf-8", newline="\n")
    report_text = json.dumps(graph.report, ensure_ascii=False, indent=1) + "\n"
    (folder / "report.json").write_text(report_text, "utf-8", newline="\n")
    turtle = write_turtle(graph.extractions, folder / "graph.ttl", graph.edges)
    with open_store(folder / "store", create=True) as store:
        store.fill(turtle)
    graph.to_html(folder / "graph.html")


def _lines(graph: Graph) -> dict[str, list[str]]:
    entities = [(entity, e.article) for e in graph.extractions for entity in e.entities]
    return {
        "statements.jsonl": [to_line(record) for record in statements(graph.extractions)],
        "articles.jsonl": [to_line(article_record(article)) for article in graph.articles],
        "entities.jsonl": [to_line(entity_record(*pair)) for pair in entities],
        "rejections.jsonl": [to_line(rejection_record(rejection)) for rejection in graph.rejections],
    }


def load(folder: str | Path) -> Graph:
    """Read back what `Graph.save` or ``kg build`` wrote.

    Raises `StoreError` when `folder` is not a complete build.
    """
    folder = Path(folder)
    if not (folder / "articles.jsonl").is_file():
        raise StoreError(
            f"{folder}: is not the output of a build (no articles.jsonl); make one with kg build PATH --out {folder}"
        )
    try:
        known = json.loads((folder / "report.json").read_text("utf-8"))
        return Graph(_read(folder), known["edges"], known["versions"])
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise StoreError(
            f"{folder}: is damaged or of another version ({error!r}); build it again with kg build"
        ) from error


def _read(folder: Path) -> tuple[Extraction, ...]:
    articles = [article_from_record(record) for record in read_lines(folder / "articles.jsonl")]
    entities: dict[str, list[Entity]] = {article.id: [] for article in articles}
    claims: dict[str, list[Claim]] = {article.id: [] for article in articles}
    rejections: dict[str, list[Rejection]] = {article.id: [] for article in articles}
    for record in read_lines(folder / "entities.jsonl"):
        entities[record["article"]].append(entity_from_record(record))
    known = {article: {entity.id: entity for entity in found} for article, found in entities.items()}
    for record in read_lines(folder / "statements.jsonl"):
        article = record["evidence"]["article"]
        claims[article].append(from_record(record, known[article]))
    for record in read_lines(folder / "rejections.jsonl"):
        rejections[record["article"]].append(rejection_from_record(record))
    return tuple(
        Extraction(article, tuple(claims[article.id]), tuple(rejections[article.id]), tuple(entities[article.id]))
        for article in articles
    )
