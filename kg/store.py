"""A graph that stays: an embedded Oxigraph store in a folder, or in memory.

Reading opens the folder read-only, so any number of readers work at once. Writing works on a copy
(hard links, cheap) that takes the folder's place at the end: it is wholly done or not at all.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, cast

import pyoxigraph as ox

from kg import ids
from kg.errors import StoreError
from kg.model import Extraction
from kg.rdf import Edges, claims_to_triples, iri, to_turtle
from kg.rdf.retraction import add, retract
from kg.rdf.terms import KG, RDF, SCHEMA

if TYPE_CHECKING:
    from rdflib import Graph

_Node = ox.NamedNode | ox.BlankNode


class Store:
    """An opened store; made by `open_store`. Use it in a ``with`` block to let go of the folder."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._graph: ox.Store | None = ox.Store() if path is None else None

    @property
    def graph(self) -> ox.Store:
        """The Oxigraph store itself, for reading; read-only when it is in a folder."""
        if self._graph is None:
            self._graph = _opened(self._folder, ox.Store.read_only)
        return self._graph

    @property
    def articles(self) -> tuple[str, ...]:
        """IRIs of the articles whose claims are here, in order."""
        found = self.graph.quads_for_pattern(None, RDF["type"], SCHEMA["NewsArticle"], None)
        return tuple(sorted(cast("_Node", quad.subject).value for quad in found))

    @property
    def edges(self) -> Edges | None:
        """The policy by which plain triples were written; None for an empty store."""
        found = self.graph.quads_for_pattern(iri(ids.RUN + "pressgraph"), KG["edges"], None, None)
        return next((cast("Edges", cast("ox.Literal", quad.object).value) for quad in found), None)

    def __len__(self) -> int:
        """Number of triples."""
        return len(self.graph)

    def replace(self, extractions: Iterable[Extraction], edges: Edges = "planned") -> None:
        """Add the claims of articles; those of an article that is already here are replaced.

        Raises `StoreError` when the store was built with another policy for plain triples.
        """
        extractions = tuple(extractions)
        if not self._exists() or not len(self):
            self.fill(to_turtle(extractions, edges))
            return
        known = set(self.articles)
        renewed = [extraction.article.id for extraction in extractions if extraction.article.id in known]
        if (known - set(renewed)) and self.edges not in (None, edges):
            raise StoreError(f"{self._name}: was built with --edges {self.edges}; build with that, or build it anew")
        triples = list(claims_to_triples(extractions, edges))

        def change(graph: ox.Store) -> None:
            for article in renewed:
                retract(graph, article)
            add(graph, triples)

        self._write(change)

    def fill(self, turtle: str) -> None:
        """Put the triples of a Turtle document into the store, which holds nothing yet."""
        self._write(lambda graph: graph.bulk_load(turtle, format=ox.RdfFormat.TURTLE))

    def retract(self, article: str) -> None:
        """Take out an article with its claims, and whatever nothing else needs or supports.

        Raises `StoreError` when no article has this IRI.
        """
        if article not in self.articles:
            raise StoreError(f"{self._name}: has no article {article}; its articles begin with {ids.ARTICLE}")
        self._write(lambda graph: retract(graph, article))

    def as_rdflib(self) -> Graph:
        """The same graph as an rdflib `Graph`, for code that wants one; not for writing."""
        from oxrdflib import OxigraphStore
        from rdflib import Graph
        from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

        return Graph(store=OxigraphStore(store=self.graph), identifier=DATASET_DEFAULT_GRAPH_ID)

    def close(self) -> None:
        """Let go of the folder; the next use opens it again."""
        if self.path is not None:
            self._graph = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def _folder(self) -> Path:
        assert self.path is not None
        return self.path

    @property
    def _name(self) -> str:
        return "store" if self.path is None else str(self.path)

    def _exists(self) -> bool:
        return self.path is None or is_store(self.path)

    def _write(self, change: Callable[[ox.Store], None]) -> None:
        """Apply `change` to a copy, which takes the store's place if all goes well."""
        if self.path is None:
            copy = ox.Store()
            copy.bulk_extend(self.graph)
            change(copy)
            self._graph = copy
            return
        self.close()
        with _locked(self.path), _draft(self.path) as draft:
            if is_store(self.path):
                _copy(self.path, draft)
            _apply(change, draft)
            _swap(draft, self.path)


def open_store(path: Path | None, *, create: bool = False) -> Store:
    """Open the store in a folder, or one in memory for None.

    With `create`, the folder need not exist yet; the first `Store.replace` makes it. Raises
    `StoreError` when it is not there, is not a store, or cannot be read.
    """
    if path is None:
        return Store(None)
    if is_store(path):
        store = Store(path)
        store.graph  # noqa: B018  opens it, so that a damaged store is told of here
        return store
    if path.exists() and not (path.is_dir() and create and not any(path.iterdir())):
        raise StoreError(f"{path}: is not a store; name the store folder inside the output of kg build")
    if not create:
        raise StoreError(f"{path}: there is no store; make one with kg build")
    return Store(path)


def oxigraph(source: Any) -> ox.Store:
    """A `Store`, a pyoxigraph store, an rdflib graph or an iterable of triples, as a pyoxigraph store."""
    if isinstance(source, Store):
        return source.graph
    if isinstance(source, ox.Store):
        return source
    graph = ox.Store()
    if hasattr(source, "serialize"):  # an rdflib graph; rdflib itself need not be imported for that
        graph.load(source.serialize(format="nt", encoding="utf-8"), format=ox.RdfFormat.N_TRIPLES)
    else:
        graph.extend(ox.Quad(*triple) for triple in source)
    return graph


def is_store(path: Path) -> bool:
    """Whether a folder looks like a store (RocksDB keeps a file CURRENT in it)."""
    return (path / "CURRENT").is_file()


def _opened(path: Path, how: Callable[[str], ox.Store]) -> ox.Store:
    try:
        return how(str(path))
    except (OSError, RuntimeError, ValueError) as error:
        if "lock" in str(error).lower():
            raise StoreError(f"{path}: is open for writing in another program; close that and try again") from error
        raise StoreError(f"{path}: cannot be opened as a store ({error}); build it again with kg build") from error


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keep a second writer away from an existing store; a new one is decided by the final rename."""
    try:
        import fcntl
    except ImportError:  # Windows: the lock that RocksDB takes while the copy is made has to do
        yield
        return
    if not is_store(path):
        yield
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise StoreError(f"{path}: is being written by another program; try again when it is done") from error
    finally:
        os.close(handle)


@contextlib.contextmanager
def _draft(path: Path) -> Iterator[Path]:
    """A new folder beside `path` to build in; gone afterwards, unless it was moved into place."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        room = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror or error}") from error
    try:
        yield room / "new"
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _apply(change: Callable[[ox.Store], None], draft: Path) -> None:
    """Change the store at `draft`; it is closed on return, so that its folder can move."""
    graph = _opened(draft, ox.Store)
    change(graph)
    graph.flush()


def _copy(path: Path, draft: Path) -> None:
    original = _opened(path, ox.Store)
    try:
        original.flush()
        original.backup(str(draft))
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{path}: cannot be copied for writing: {error}") from error


def _swap(draft: Path, path: Path) -> None:
    """Put `draft` in the place of `path`; the old folder comes back if that fails."""
    old = draft.with_name("old")
    try:
        if path.exists():
            path.rename(old)
        try:
            draft.rename(path)
        except OSError:
            if old.exists():
                old.rename(path)
            raise
    except OSError as error:
        raise StoreError(f"{path}: cannot be replaced: {error.strerror or error}") from error
