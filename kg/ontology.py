"""The ontology as lookups: which words express which relation between which kinds of entity.

The Turtle file is the source; see its head for what a block means. Reading it takes milliseconds
and happens once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.ids import KG, digest
from kg.kinds import Kind, check_kinds, code_of, kind_of, lineage, read_kinds
from kg.model import ENTITY_TYPES
from kg.vocabulary import OWL, RDFS, SKOS, Graph, by_subject, class_line, is_a, items, values

_EXAMPLE = re.compile(r"^(?P<sentence>.+?)\s*→\s*(?P<subject>.+?) · (?P<label>.+?) · (?P<object>.+)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and the statement that must be read from it."""

    sentence: str
    subject: str
    label: str
    object: str


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation: `label` is the base form, `cues` are the words that express it.

    `domain` and `range` name classes (``Agent`` and the entity types); empty means any. `parents`,
    `opposites` and `excludes` are IRIs; a parent may belong to another vocabulary. What a relation
    `excludes` cannot hold of the same two at the same time; it is among its opposites. `kind` is the
    IRI of the kind of act that it is, `notation` its PLOVER type of political event.
    """

    iri: str
    label: str
    comment: str = ""
    parents: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    inverse_cues: tuple[str, ...] = ()
    symmetric: bool = False
    opposites: tuple[str, ...] = ()
    notation: str | None = None
    examples: tuple[Example, ...] = ()
    excludes: tuple[str, ...] = ()
    single_valued: bool = False
    kind: str | None = None


@dataclass(frozen=True)
class Ontology:
    """Relations, kinds and classes; made by `load_ontology`."""

    relations: tuple[Relation, ...]
    digest: str
    kinds: Mapping[str, Kind] = field(repr=False)
    _lineage: Mapping[str, tuple[str, ...]] = field(repr=False)
    _cues: Mapping[str, tuple[Relation, ...]] = field(repr=False)
    _inverse_cues: Mapping[str, tuple[Relation, ...]] = field(repr=False)
    _by_iri: Mapping[str, Relation] = field(repr=False)

    def relation(self, cue: str, subject_type: str | None = None, object_type: str | None = None) -> Relation | None:
        """The relation that the words `cue` express between entities of these types.

        `cue` is a base form (``meet with``, ``CEO of``). None or ``Thing`` as a type means
        unknown and fits everything. Where several relations share the words, the closest types
        decide; where the types contradict all of them, there is no answer.

        >>> ontology = load_ontology()
        >>> ontology.relation("Sell off").label
        'sell'
        >>> ontology.relation("meet", "Company", "Person").label
        'meet with'
        >>> ontology.relation("meet", "Product", "Legislation").label
        'fulfil'
        """
        return self._closest(self._cues.get(normal_cue(cue), ()), subject_type, object_type)

    def inverse(self, cue: str, subject_type: str | None = None, object_type: str | None = None) -> Relation | None:
        """The relation that `cue` expresses with subject and object exchanged.

        The types are those of the sentence's own subject and object; the caller swaps the two.

        >>> load_ontology().inverse("parent company of", "Company", "Company").label
        'subsidiary of'
        """
        return self._closest(self._inverse_cues.get(normal_cue(cue), ()), object_type, subject_type)

    def by_iri(self, iri: str) -> Relation | None:
        """The relation with this IRI, or None for an open relation."""
        return self._by_iri.get(iri)

    def ancestors(self, iri: str) -> tuple[str, ...]:
        """IRIs of all wider relations of this ontology, nearest first."""
        found: list[str] = []
        queue = [iri]
        while queue:
            relation = self._by_iri.get(queue.pop(0))
            for parent in relation.parents if relation else ():
                if parent in self._by_iri and parent not in found:
                    found.append(parent)
                    queue.append(parent)
        return tuple(found)

    def kinds_of(self, iri: str) -> tuple[Kind, ...]:
        """The kinds that a relation comes under, nearest first; none for an open relation.

        >>> [kind.label for kind in load_ontology().kinds_of("https://w3id.org/pressgraph/news#bans")]
        ['prohibit', 'restrict']
        """
        relation = self._by_iri.get(iri)
        return lineage(relation.kind, self.kinds) if relation else ()

    def exclude(self, one: str, other: str) -> bool:
        """Whether two relations, given by IRI, cannot hold between the same two at the same time.

        What a wider relation excludes, the narrower one does.

        >>> KG_ = "https://w3id.org/pressgraph/news#"
        >>> load_ontology().exclude(KG_ + "supports", KG_ + "opposes")
        True
        >>> load_ontology().exclude(KG_ + "buys", KG_ + "sells")
        False
        """
        lines = [{iri, *self.ancestors(iri)} for iri in (one, other)]
        return any(
            not lines[1].isdisjoint(relation.excludes) for iri in lines[0] if (relation := self._by_iri.get(iri))
        )

    def superclasses(self, type_: str) -> tuple[str, ...]:
        """The entity types that an entity of `type_` has, itself first.

        >>> load_ontology().superclasses("Company")
        ('Company', 'Organization')
        """
        return tuple(name for name in self._line(type_) if name in ENTITY_TYPES)

    def _line(self, type_: str) -> tuple[str, ...]:
        try:
            return self._lineage[type_]
        except KeyError:
            known = ", ".join(ENTITY_TYPES)
            raise OntologyError(f"{type_!r} is no class of the ontology: use one of {known}") from None

    def _closest(self, found: Iterable[Relation], subject: str | None, object_: str | None) -> Relation | None:
        scored = []
        for relation in found:
            fits = (self._fit(relation.domain, subject), self._fit(relation.range, object_))
            if all(fits):
                scored.append((-sum(fits), relation.iri, relation))
        return min(scored, key=lambda entry: entry[:2])[2] if scored else None

    def _fit(self, wanted: tuple[str, ...], type_: str | None) -> int:
        """How well a type meets a constraint: 3 names it, 2 names a wider class, 1 unknown, 0 contradicts."""
        line = self._line(type_) if type_ else ()
        if line and line[0] in wanted:
            return 3
        if any(name in wanted for name in line):
            return 2
        return 1 if not wanted or type_ in (None, "Thing") else 0


_ARTICLES = frozenset({"a", "an", "the"})


def normal_cue(words: str) -> str:
    """The form in which cues are compared: lower case, single spaces, no hyphens, no articles.

    >>> normal_cue("Co-founder  of")
    'co founder of'
    """
    return " ".join(w for w in words.casefold().replace("-", " ").split() if w not in _ARTICLES)


def ontology_path() -> Path:
    """The folder with ``news.ttl``, ``shapes.ttl``, ``queries`` and ``gazetteer``.

    It stands beside the package in a checkout and inside it (``kg/data``) once installed. Raises
    `OntologyError` when it is missing.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "data", package.parent / "ontology"):
        if (folder / "news.ttl").is_file():
            return folder
    raise OntologyError(f"the ontology is missing beside {package}: install pressgraph again")


def load_ontology(path: Path | None = None) -> Ontology:
    """Read an ontology file, by default the one that comes along; each file is read once.

    Raises `OntologyError` naming the file and the term when it cannot be read or breaks the format.
    """
    return _load((path or ontology_path() / "news.ttl").resolve())


@lru_cache(maxsize=4)
def _load(path: Path) -> Ontology:
    try:
        text = path.read_text(encoding="utf-8")
        graph = by_subject(ox.parse(text, format=ox.RdfFormat.TURTLE))
    except (OSError, UnicodeDecodeError, SyntaxError) as error:
        raise OntologyError(f"{path}: not readable as Turtle: {error}") from error
    kinds = read_kinds(graph)
    names = [iri for iri in sorted(graph) if is_a(graph, iri, KG + "Relation")]
    relations = tuple(replace(_relation(iri, graph, path), notation=code_of(iri, graph, kinds)) for iri in names)
    lineage = {name: class_line(name, graph) for name in (*ENTITY_TYPES, "Agent")}
    _check(relations, graph, path)
    return Ontology(
        relations=relations,
        digest=digest(text),
        kinds=kinds,
        _lineage=lineage,
        _cues=_index((cue, relation) for relation in relations for cue in (relation.label, *relation.cues)),
        _inverse_cues=_index((cue, relation) for relation in relations for cue in relation.inverse_cues),
        _by_iri={relation.iri: relation for relation in relations},
    )


def _index(entries: Iterable[tuple[str, Relation]]) -> dict[str, tuple[Relation, ...]]:
    index: dict[str, dict[str, Relation]] = defaultdict(dict)
    for cue, relation in entries:
        index[normal_cue(cue)][relation.iri] = relation
    return {cue: tuple(found.values()) for cue, found in index.items()}


def _relation(iri: str, graph: Graph, path: Path) -> Relation:
    labels = values(graph, iri, RDFS + "label")
    if len(labels) != 1:
        raise OntologyError(f"{path}: {iri} has {len(labels)} labels: give it exactly one rdfs:label")
    return Relation(
        iri=iri,
        label=labels[0],
        comment=" ".join(values(graph, iri, RDFS + "comment")),
        parents=tuple(sorted(values(graph, iri, RDFS + "subPropertyOf"))),
        domain=_classes(graph, iri, RDFS + "domain"),
        range=_classes(graph, iri, RDFS + "range"),
        cues=values(graph, iri, KG + "cue"),
        inverse_cues=values(graph, iri, KG + "inverseCue"),
        symmetric=is_a(graph, iri, OWL + "SymmetricProperty"),
        opposites=tuple(sorted({o for name in ("opposite", "excludes") for o in values(graph, iri, KG + name)})),
        examples=tuple(_example(text, iri, path) for text in values(graph, iri, SKOS + "example")),
        excludes=tuple(sorted(values(graph, iri, KG + "excludes"))),
        single_valued="true" in values(graph, iri, KG + "singleValued"),
        kind=kind_of(iri, graph),
    )


def _classes(graph: Graph, iri: str, predicate: str) -> tuple[str, ...]:
    """Names of the classes that a domain or range admits; empty when it admits all."""
    names: list[str] = []
    for value in values(graph, iri, predicate):
        union = values(graph, value, OWL + "unionOf")
        names += items(graph, union[0]) if union else [value]
    if OWL + "Thing" in names or names == [KG + "Thing"]:
        return ()
    return tuple(name.removeprefix(KG) for name in names)


def _example(text: str, iri: str, path: Path) -> Example:
    match = _EXAMPLE.match(text)
    if not match:
        raise OntologyError(f"{path}: {iri}: skos:example {text!r} must read: SENTENCE → SUBJECT · LABEL · OBJECT")
    return Example(**match.groupdict())


def _check(relations: tuple[Relation, ...], graph: Graph, path: Path) -> None:
    """Refuse references to terms that the file does not define: they would never match."""
    for problem in check_kinds(graph, read_kinds(graph)):
        raise OntologyError(f"{path}: {problem}")
    known = {relation.iri for relation in relations}
    for relation in relations:
        own = [iri for iri in (*relation.parents, *relation.opposites) if iri.startswith(KG)]
        for iri in own:
            if iri not in known:
                raise OntologyError(f"{path}: {relation.iri} refers to {iri}, which is not a kg:Relation of this file")
        for name in (*relation.domain, *relation.range):
            if not is_a(graph, KG + name, OWL + "Class"):
                raise OntologyError(f"{path}: {relation.iri} takes kg:{name}, which is not a class of this file")
