"""Who ``both sides``, ``the two countries`` and ``these companies`` are: the last ones named together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.coreference.affiliation import Lore, demonym_mention
from kg.coreference.anaphora import Anaphor
from kg.coreference.chains import Chain
from kg.coreference.scene import Scene
from kg.coreference.words import NOUN_TYPES, PERSON_NOUNS, SORT_OF_TYPE, TWOSOMES, Sort
from kg.stages import Mention

_JOINTS = frozenset({"and", "-", "–", "/", "&", "with", "versus", "v", "vs"})
_FAR = 12
"""How many sentences back a pair may have been named together."""
_MIXED = frozenset({"side", "party"})
_LEADING = frozenset({"leader", "president", "premier", "minister", "chancellor", "king", "queen"})
"""Posts of those who are called leaders."""
_NEAR = 2
"""How many sentences back two names that stand apart may still be taken for the pair."""
_WIDE = 6
"""The same for the only two countries named there."""


@dataclass(frozen=True, slots=True)
class Party:
    """One occurrence of a name, or of a country's adjective, that may be half of a pair."""

    key: str
    mention: Mention
    sort: Sort


@dataclass(frozen=True, slots=True)
class Company:
    """Parties named together, in a coordination or joined by a hyphen."""

    parties: tuple[Party, ...]

    @property
    def end(self) -> int:
        """Token after the last of them."""
        return max(p.mention.stop for p in self.parties)


def find_parties(scene: Scene, chains: Sequence[Chain], lore: Lore) -> list[Party]:
    """Return every name of a country, body or person, and every country's adjective, in order."""
    found = [
        Party(chain.key, mention, SORT_OF_TYPE[mention.type or "Thing"]) for chain in chains for mention in chain.names
    ]
    for token in scene.doc:
        if token.i not in scene.named and token.text[:1].isupper():
            mention = demonym_mention(scene.reading, token.i, lore)
            if mention is not None and mention.canonical:
                found.append(Party(mention.canonical.casefold(), mention, "land"))
    return sorted((p for p in found if p.sort in {"land", "body", "person"}), key=lambda p: p.mention.first)


def find_companies(scene: Scene, parties: Sequence[Party]) -> list[Company]:
    """Return the parties that are named together: ``China and the United States``, ``U.S.-China relations``."""
    found: list[Company] = []
    run: list[Party] = []
    for party in parties:
        if run and not _joined(scene, run[-1].mention, party.mention):
            found.extend(_company(run))
            run = []
        run.append(party)
    return [*found, *_company(run)]


def resolve_pair(
    scene: Scene, anaphor: Anaphor, parties: Sequence[Party], companies: Sequence[Company]
) -> tuple[tuple[Mention, ...], float]:
    """Return the two mentions that ``both countries`` stands for and how sure that is (empty and 0 if unsure)."""
    sorts = _sorts(anaphor.form)
    at, sentence = anaphor.mention.first, scene.sentence[anaphor.head]
    for company in reversed(companies):
        fits = len(company.parties) == 2 and all(p.sort in sorts for p in company.parties)
        alike = company.parties[0].sort == company.parties[1].sort
        if company.end <= at and fits and (alike or _may_mix(anaphor.form, company.parties)):
            away = sentence - scene.sentence[company.parties[0].mention.head]
            if away <= _FAR:
                return tuple(p.mention for p in company.parties), 0.9 - 0.03 * away
            break
    lands = anaphor.form in {"country", "nation"}  # an adjective names a country, but no side of a match
    fit = [p for p in parties if p.sort in sorts and (lands or p.mention.head in scene.named)]
    return _apart(scene, anaphor, fit)


def resolve_ordered(
    scene: Scene, anaphor: Anaphor, parties: Sequence[Party], companies: Sequence[Company]
) -> tuple[tuple[Mention, ...], float]:
    """Return whom ``the latter`` or ``the former`` is, where two were named just before.

    Of more that the sentence itself names apart, the last is ``the latter``.
    """
    two, score = resolve_pair(scene, anaphor, parties, [c for c in companies if len(c.parties) == 2])
    near = two and scene.sentence[anaphor.head] - scene.sentence[two[0].head] <= 1
    longer = any(
        len(c.parties) > 2 and 0 <= scene.sentence[anaphor.head] - scene.sentence[c.parties[0].mention.head] <= 1
        for c in companies
    )
    if not near or longer:
        return ((), 0.0) if longer or anaphor.form != "latter" else _last_named(scene, anaphor, parties)
    first, second = sorted(two, key=lambda m: m.first)
    return (second if anaphor.form == "latter" else first,), score


def _last_named(scene: Scene, anaphor: Anaphor, parties: Sequence[Party]) -> tuple[tuple[Mention, ...], float]:
    """The last of at least two parties that the sentence names before the anaphor."""
    sentence, at = scene.sentence[anaphor.head], anaphor.mention.first
    before = [p for p in parties if p.mention.stop <= at and scene.sentence[p.mention.head] == sentence]
    if len({p.key for p in before}) < 2:
        return (), 0.0
    return (max((p.mention for p in before), key=lambda m: m.first),), 0.65


def resolve_plural(scene: Scene, anaphor: Anaphor, companies: Sequence[Company]) -> tuple[tuple[Mention, ...], float]:
    """Return the mentions that ``these companies`` stands for: the last list of at least two such names."""
    types = NOUN_TYPES.get(anaphor.form, frozenset())
    sentence = scene.sentence[anaphor.head]
    for company in reversed(companies):
        away = sentence - scene.sentence[company.parties[0].mention.head]
        members = tuple(p.mention for p in company.parties)
        fits = all(_is_one_of(m, types, anaphor.form) for m in members)
        if fits and company.end <= anaphor.mention.first and 0 <= away <= _NEAR + 1:
            return members, 0.8 - 0.1 * away
    return (), 0.0


def _is_one_of(name: Mention, types: frozenset[str], noun: str) -> bool:
    """Whether a name is of a kind that `noun` tells: no regulator is among ``the banks``, unless it is called so."""
    if name.type == "GovernmentBody" and "Company" in types:
        return noun in (name.canonical or name.text).casefold().split()
    return name.type in types or (name.type == "Organization" and "Company" in types)


def resolve_holders(scene: Scene, anaphor: Anaphor, chains: Sequence[Chain]) -> tuple[tuple[Mention, ...], float]:
    """Return the two people that ``the leaders`` stands for: the only ones named lately who hold such a post."""
    posts = _LEADING if anaphor.form == "leader" else {anaphor.form}
    at, sentence = anaphor.mention.first, scene.sentence[anaphor.head]
    found = []
    for chain in chains:
        before = [m for m in chain.names if m.first < at and sentence - scene.sentence[m.head] <= _FAR]
        if chain.sort == "person" and before and chain.titles & posts:
            found.append(before[-1])
    if len(found) != 2:
        return (), 0.0
    return tuple(sorted(found, key=lambda m: m.first)), 0.7


def _sorts(noun: str) -> frozenset[Sort]:
    if (noun in PERSON_NOUNS and noun != "leader") or noun == "couple":
        return frozenset({"person"})
    if noun in TWOSOMES or noun in {"two", "latter", "former"}:
        return frozenset({"land", "body", "person"})
    if noun in {"side", "team", "power", "government", "state"}:  # two players named together are no teams
        return frozenset({"land", "body"})
    if noun in {"party", "leader", "group"}:
        return frozenset({"land", "body", "person"})
    return frozenset(SORT_OF_TYPE[t] for t in NOUN_TYPES.get(noun, ())) - {"place", "thing"}


def _may_mix(noun: str, parties: Sequence[Party]) -> bool:
    """Whether a country and a body may be ``the two sides``."""
    return noun in _MIXED and all(p.sort in {"land", "body"} for p in parties)


def _apart(scene: Scene, anaphor: Anaphor, parties: Sequence[Party]) -> tuple[tuple[Mention, ...], float]:
    """Two that are named apart, when the last sentences name exactly two of a sort."""
    at, sentence = anaphor.mention.first, scene.sentence[anaphor.head]
    for reach in (*range(_NEAR + 1), *([_WIDE] if anaphor.form in _MIXED | {"country", "nation"} else [])):
        near = [p for p in parties if p.mention.stop <= at and sentence - scene.sentence[p.mention.head] <= reach]
        for sort in ("land", "body", "person")[: 1 if reach == _WIDE else 3]:
            latest = {p.key: p.mention for p in near if p.sort == sort}
            if len(latest) == 2:
                return tuple(sorted(latest.values(), key=lambda m: m.first)), max(0.75 - 0.1 * reach, 0.5)
            if len(latest) > 2:
                break
    return (), 0.0


def _company(run: Sequence[Party]) -> Iterator[Company]:
    if len({p.key for p in run}) >= 2 and len({p.key for p in run}) == len(run):
        yield Company(tuple(run))


def _joined(scene: Scene, left: Mention, right: Mention) -> bool:
    """Tell whether nothing but a joint, a comma or an article stands between two names."""
    if right.first - left.stop > 4:
        return False
    between = [scene.doc[i] for i in range(left.stop, right.first)]
    if any(t.text in {".", ";", ":", "?", "!"} for t in between):
        return False
    words = [t.lower_ for t in between if t.lower_ not in {"the", "'s", ","}]
    if not words:
        return any(t.text == "," for t in between)
    return all(
        w in _JOINTS | {"together", "along", "both", "of", "government", "governments"} for w in words
    ) and words != ["of"]
