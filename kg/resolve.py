"""From mentions to entities: one a real thing within an article, and which tokens denote it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.gazetteer import Gazetteer
from kg.ids import entity_iri
from kg.language import Reading
from kg.model import Entity, Mention, Reference, Resolution

SUPERCLASSES: Mapping[str, tuple[str, ...]] = {
    "Company": ("Organization",),
    "NewsOutlet": ("Organization",),
    "Government": ("Organization",),
    "GovernmentBody": ("Organization",),
    "InternationalBody": ("Organization",),
    "Country": ("Place",),
}
"""What else an entity of a type is, the nearest first."""

_WIKIDATA = "http://www.wikidata.org/entity/"
_ARTICLES = ("the ", "a ", "an ")


def resolve(
    reading: Reading,
    mentions: Sequence[Mention],
    references: Sequence[Reference] = (),
    gazetteer: Gazetteer | None = None,
) -> Resolution:
    """Return the entities of one article and what its tokens denote.

    `mentions` are names (`kg.mentions.find_mentions`); those with the same canonical name and type are one entity.
    Every token of a name and the head of every reference in `references` is a key of `Resolution.denoted`; a
    plural reference denotes several entities. With a `gazetteer` entities get their Wikidata identity.
    Entities come in order of first mention.
    """
    named: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind == "name" and mention.canonical and mention.type:
            named[mention.canonical, mention.type].append(mention)
    entities = _entities(named, gazetteer)
    denoted: dict[int, tuple[Entity, ...]] = {}
    for key, mine in named.items():
        for mention in mine:
            denoted.update(dict.fromkeys(range(mention.first, mention.stop), (entities[key],)))
    _follow(references, denoted)
    return Resolution(tuple(entities.values()), denoted)


def _entities(
    named: Mapping[tuple[str, str], Sequence[Mention]], gazetteer: Gazetteer | None
) -> dict[tuple[str, str], Entity]:
    taken: set[str] = set()
    entities = {}
    for (label, kind), mine in named.items():
        iri = _free(label, kind, taken)
        taken.add(iri)
        aliases = tuple(dict.fromkeys([*(without_article(m.text) for m in mine), label]))
        same = _same_as(label, kind, gazetteer)
        entities[label, kind] = Entity(iri, label, kind, (kind, *SUPERCLASSES.get(kind, ())), aliases, True, same)
    return entities


def _free(label: str, kind: str, taken: set[str]) -> str:
    """The IRI of `label`, told apart by type and then number from an earlier entity of the same slug."""
    iri = entity_iri(label)
    if iri in taken:
        iri = entity_iri(f"{label} {kind}")
    number = 2
    while iri in taken:
        iri = entity_iri(f"{label} {kind} {number}")
        number += 1
    return iri


def _same_as(label: str, kind: str, gazetteer: Gazetteer | None) -> tuple[str, ...]:
    entry = gazetteer.lookup(label) if gazetteer else None
    return (_WIKIDATA + entry.wikidata,) if entry and entry.wikidata and entry.type == kind else ()


def without_article(name: str) -> str:
    """Return `name` without a leading article and with single spaces.

    >>> without_article("The New York Times")
    'New York Times'
    """
    name = " ".join(name.split())
    for article in _ARTICLES:
        if name.lower().startswith(article):
            return name[len(article) :]
    return name


def _follow(references: Sequence[Reference], denoted: dict[int, tuple[Entity, ...]]) -> None:
    """Let the head of each reference denote what its antecedents denote; chains are followed in order."""
    waiting = list(references)
    while waiting:
        left = []
        for reference in waiting:
            found = [entity for a in reference.antecedents for entity in denoted.get(a.head, ())]
            if found and all(a.head in denoted for a in reference.antecedents):
                denoted.setdefault(reference.mention.head, tuple(dict.fromkeys(found)))
            else:
                left.append(reference)
        if len(left) == len(waiting):
            break
        waiting = left
