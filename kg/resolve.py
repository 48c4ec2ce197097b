"""From mentions to entities: one a real thing within an article, and which tokens denote it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.coreference.kindnouns import kind_after
from kg.gazetteer import Entry, Gazetteer
from kg.identity import Identities, outside_iris
from kg.ids import entity_iri
from kg.language import Reading
from kg.model import Entity
from kg.stages import Mention, Reference, Resolution

SUPERCLASSES: Mapping[str, tuple[str, ...]] = {
    "Company": ("Organization",),
    "NewsOutlet": ("Organization",),
    "Government": ("Organization",),
    "GovernmentBody": ("Organization",),
    "InternationalBody": ("Organization",),
    "Country": ("Place",),
}
"""What else an entity of a type is, the nearest first."""

_Key = tuple[str, str]
_SURE = 0.6
"""How sure the resolver must be of an antecedent that is only described."""
_ARTICLES = ("the ", "a ", "an ")


def resolve(
    reading: Reading,
    mentions: Sequence[Mention],
    references: Sequence[Reference] = (),
    gazetteer: Gazetteer | None = None,
) -> Resolution:
    """Return the entities of one article and what its tokens denote.

    `mentions` are names (`kg.mentions.find_mentions`); those with the same canonical name and type are one entity.
    Every token of a name, a kind after it (`the Courier Mail newspaper`) and the head of every reference in
    `references` is a key of `Resolution.denoted`; a plural reference denotes several entities. With a `gazetteer`
    entities get their Wikidata identity.
    Entities come in order of first mention.
    """
    named: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in (*mentions, *_named_by_adjective(mentions, references)):
        if mention.kind == "name" and mention.canonical and mention.type:
            named[mention.canonical, mention.type] += _with_kind(reading, mention)
    entities = _entities(named, reading, gazetteer)
    denoted: dict[int, tuple[Entity, ...]] = {}
    for key, mine in named.items():
        for mention in mine:
            denoted.update(dict.fromkeys(range(mention.first, mention.stop), (entities[key],)))
    nameless = _follow([r for r in references if not r.others], denoted)
    among = {r.mention.head: denoted.get(r.antecedents[0].head, ()) for r in references if r.others}
    return Resolution(tuple(entities.values()), denoted, _described(nameless, denoted), among)


def _with_kind(reading: Reading, mention: Mention) -> list[Mention]:
    """A name, and again with the kind right after it: ``Courier Mail``, ``Courier Mail newspaper``."""
    kind = kind_after(reading.doc, mention)
    if kind is None:
        return [mention]
    return [mention, replace(mention, stop=kind.i + 1, text=reading.wording(mention.first, kind.i + 1))]


def _named_by_adjective(mentions: Sequence[Mention], references: Sequence[Reference]) -> list[Mention]:
    """What references stand for that no name covers: Peru, where only `the Peruvian president` tells of it."""
    covered = {i for m in mentions for i in range(m.first, m.stop)}
    found = {a.head: a for r in references for a in r.antecedents if a.kind == "name" and a.head not in covered}
    return [found[head] for head in sorted(found)]


def _entities(
    named: Mapping[_Key, Sequence[Mention]], reading: Reading, gazetteer: Gazetteer | None
) -> dict[_Key, Entity]:
    """The entity of each name and type; names of one known person are one entity."""
    who = Identities(reading, gazetteer) if gazetteer else None
    known = {key: who.known(*key, mine) if who else None for key, mine in named.items()}
    same: dict[_Key, list[_Key]] = defaultdict(list)
    for key, entry in known.items():
        same[("=" + entry.label, entry.type) if entry and entry.type == "Person" else key].append(key)
    taken: set[str] = set()
    entities = {}
    for keys in same.values():
        mine = sorted((m for key in keys for m in named[key]), key=lambda m: m.first)
        entry = known[keys[0]]
        wanted = who.iri(*keys[0], entry) if who else entity_iri(keys[0][0])
        entity = _entity(keys[0], entry, mine, _free(wanted, keys[0][1], taken))
        taken.add(entity.id)
        entities.update(dict.fromkeys(keys, entity))
    return entities


def _entity(key: _Key, entry: Entry | None, mine: Sequence[Mention], iri: str) -> Entity:
    """An entity called as the article calls it, with the name by which a known person is known everywhere."""
    label, kind = key
    names = [*(without_article(m.text) for m in mine), label]
    if entry is not None and kind == "Person":
        names.append(entry.label)
    same = outside_iris(entry)
    return Entity(iri, label, kind, (kind, *SUPERCLASSES.get(kind, ())), tuple(dict.fromkeys(names)), True, same)


def _free(iri: str, kind: str, taken: set[str]) -> str:
    """The IRI, told apart by type and then number from an earlier entity of the same slug."""
    free, number = iri, 1
    while free in taken:
        free = f"{iri}-{kind.lower()}" + (f"-{number}" if number > 1 else "")
        number += 1
    return free


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


def _described(references: Sequence[Reference], denoted: Mapping[int, tuple[Entity, ...]]) -> dict[int, int]:
    """The head of each reference to one noun phrase that names nobody, with the head of that phrase."""
    found: dict[int, int] = {}
    for reference in references:
        head, before = reference.mention.head, [a.head for a in reference.antecedents]
        if len(before) == 1 and before[0] < head and before[0] not in denoted and reference.score >= _SURE:
            found[head] = found.get(before[0], before[0])
    return found


def _follow(references: Sequence[Reference], denoted: dict[int, tuple[Entity, ...]]) -> list[Reference]:
    """Let the head of each reference denote what its antecedents denote; return those that denote nothing named.

    Chains are followed in order.
    """
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
    return waiting
