"""Puts the mentions of one article into groups, one a real thing, before types are decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from kg.gazetteer import Gazetteer, compact
from kg.mentions import words
from kg.mentions.naming import (
    ORGANIZATIONS,
    Name,
    bare_organization,
    is_acronym,
    misspells,
    same_person,
    shortens_organization,
    shortens_person,
    singular_model,
)

LONE_HEADS = (
    words.GOVERNMENT_BODY_HEADS
    | words.ORGANIZATION_HEADS
    | words.COMPANY_HEADS
    | {"Government", "Republic", "State", "Kingdom"}
    | words.SURNAME_TITLES
) - words.ALONE_BODIES
"""Words that, alone, stand for a longer name of the same article, or for none."""


@dataclass(slots=True)
class Groups:
    """Which group each mention belongs to; `short` are the names that stand for a longer one.

    `why` tells of each name, and `why_mention` of a mention that stands for a longer name, what
    joined it to which other.
    """

    parent: list[int]
    of_mention: dict[int, int] = field(default_factory=dict)
    short: set[int] = field(default_factory=set)
    why: dict[int, tuple[str, int]] = field(default_factory=dict)
    why_mention: dict[int, tuple[str, int]] = field(default_factory=dict)

    def find(self, name: int) -> int:
        """The group of a name."""
        while self.parent[name] != name:
            name = self.parent[name]
        return name

    def union(self, a: int, b: int, reason: str, back: str = "") -> None:
        """Make two names one, `b` being a `reason` of `a` and `a` a `back` of `b`; the earlier one's number stays."""
        self.why.setdefault(b, (reason, a))
        self.why.setdefault(a, (back or reason, b))
        first, second = sorted((self.find(a), self.find(b)))
        self.parent[second] = first


def group(names: Sequence[Name], acronyms: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> Groups:
    """Group names by what they stand for.

    `acronyms` are pairs of name numbers that the article itself equates (``Authority (FSA)``).
    A name that can stand for several others stands, mention by mention, for the one last mentioned.
    """
    groups = Groups(list(range(len(names))))
    for a, b in acronyms:
        groups.union(a, b, "acronym of", "full name of acronym")
    _unite_same(names, groups)
    longer = _by_token(names)
    _unite_people(names, longer, groups)
    for k in sorted(range(len(names)), key=lambda k: (-len(names[k].text), k)):
        _attach(k, names, _containing(names[k], names, longer), groups, gazetteer)
    _attach_misspelt(names, groups, gazetteer)
    for k, name in enumerate(names):
        for mention in name.mentions:
            groups.of_mention.setdefault(mention, groups.find(k))
    return groups


def _by_token(names: Sequence[Name]) -> dict[str, list[int]]:
    """The names of more than one token by each of their tokens."""
    longer: dict[str, list[int]] = defaultdict(list)
    for k, name in enumerate(names):
        if len(name.text) > 1:
            for token in dict.fromkeys([*name.text, *(w.lower() for w in name.text if w.lower() in words.CONNECTING)]):
                longer[token].append(k)
    return longer


def _containing(short: Name, names: Sequence[Name], longer: Mapping[str, Sequence[int]]) -> list[int]:
    """The names that `short` might stand for: those with a token of it, all of some length for an acronym."""
    if len(short.text) == 1 and short.text[0].replace(".", "").isupper():
        return [k for k, name in enumerate(names) if len(name.text) > 1]
    return sorted({k for token in (short.text[0], short.text[-1]) for k in longer.get(token, ())})


def _unite_people(names: Sequence[Name], longer: Mapping[str, Sequence[int]], groups: Groups) -> None:
    """Unite spellings of one person; a name that fits two who are not one (``J. Smith``) is left alone."""
    fits: dict[int, list[int]] = {}
    for a, name in enumerate(names):
        if name.type == "Person" and len(name.text) > 1:
            near = {b for token in (name.text[0], name.text[-1]) for b in longer.get(token, ())} - {a}
            fits[a] = sorted(b for b in near if names[b].type == "Person" and same_person(name.text, names[b].text))
    clear = {
        a
        for a, ones in fits.items()
        if all(same_person(names[x].text, names[y].text) for x, y in combinations(ones, 2))
    }
    for a in sorted(clear):
        for b in sorted(clear.intersection(fits[a])):
            groups.union(a, b, "form of the same person's name as")


def _attach_misspelt(names: Sequence[Name], groups: Groups, gazetteer: Gazetteer) -> None:
    """Attach a wording met once to the one that it misspells (``Bundama facility``); of several to none.

    A surname that is nobody's full name's may come more often.
    """
    surnames = {name.text[-1] for name in names if name.type == "Person" and len(name.text) > 1}
    for k, name in enumerate(names):
        alone = name.type == "Person" and len(name.text) == 1
        if (alone and name.text[0] in surnames) or (len(name.mentions) > 1 and not alone) or k in groups.short:
            continue
        right = [i for i, other in enumerate(names) if i != k and misspells(name, other, gazetteer)]
        if len({groups.find(i) for i in right}) != 1 or right[0] > k:
            continue
        groups.short.add(k)
        for mention in name.mentions:
            groups.of_mention[mention] = groups.of_mention.get(names[right[0]].first, groups.find(right[0]))
            groups.why_mention[mention] = ("misspelling of", right[0])


def _unite_same(names: Sequence[Name], groups: Groups) -> None:
    seen: dict[str, int] = {}
    for k, name in enumerate(names):
        keys = [name.canonical] if name.canonical else []
        keys.append(_spelling(name))
        if name.entry is not None and not name.canonical:
            keys.append("entry:" + name.entry.label)
        for key in keys:
            if key in seen:
                listed = key.startswith("entry:")
                groups.union(seen[key], k, "listed in the gazetteer together with" if listed else _SPELLING)
            seen.setdefault(key, k)


_SPELLING = "spelling or legal form of"
_ABBREVIATED = {
    "L.A.": "LosAngeles",
    "LA": "LosAngeles",
    "N.Y.": "NewYork",
    "St.": "Saint",
    "St": "Saint",
    "Mt.": "Mount",
}


def _spelling(name: Name) -> str:
    """The wording without what spellings differ in: legal form, case, full stops, a genitive, ``-ern``, ``St.``."""
    text = bare_organization(name.text)
    plain = [_ABBREVIATED.get(w, w) for w in text if w != "'s" or len(text) < 3]
    for k in range(1, len(plain)):
        if plain[k - 1] == "-" and plain[k] in words.DIRECTIONS:
            plain[k] = plain[k].removesuffix("ern")
    if len(plain) > 2 and plain[-1] in ("Program", "Programme"):
        plain.pop()
    plain[-1] = singular_model(plain[-1])
    return compact("".join(plain)).casefold().replace(".", "")


def _attach(k: int, names: Sequence[Name], fulls: Sequence[int], groups: Groups, gazetteer: Gazetteer) -> None:
    """Attach the mentions of name `k` to those of the longer names `fulls` that it may stand for."""
    short = names[k]
    if short.canonical is not None or len(short.text) > 4:
        return
    named = not short.text[0].islower() or short.text[0] in words.CONNECTING
    options = _people(short, names, fulls) if named else {}
    late = all(names[full].first > short.first for full in options)
    if late and short.type in ORGANIZATIONS | {"Place", "Person"}:
        bodies = _bodies(k, names, fulls, groups, gazetteer)
        options = bodies if any(names[full].first < short.first for full in bodies) else options or bodies
    if not options:
        return
    groups.short.add(k)
    best = max(options.values())
    chosen = {full: score for full, score in options.items() if score == best}
    for mention in short.mentions:
        full, at = _nearest(mention, chosen, names)
        groups.of_mention[mention] = groups.of_mention.get(at, groups.find(full))
        acronym = len(short.text) == 1 and is_acronym(short.text[0], names[full].text)
        groups.why_mention[mention] = ("acronym of" if acronym else "short form of", full)


def _people(short: Name, names: Sequence[Name], fulls: Sequence[int]) -> dict[int, int]:
    options: dict[int, int] = {}
    for full in fulls:
        if names[full].type != "Person":
            continue
        score = shortens_person(short.text, names[full].text)
        if short.entry is not None and (score < 2 or names[full].first > short.first):
            continue
        if score and (short.type in ("Person", "Thing", "Place", "Country") or short.type in ORGANIZATIONS):
            options[full] = score
    return options


def _bodies(
    k: int, names: Sequence[Name], fulls: Sequence[int], groups: Groups, gazetteer: Gazetteer
) -> dict[int, int]:
    options = {}
    for full in fulls:
        name = names[full]
        if full == k or groups.find(full) == groups.find(k) or name.canonical is not None:
            continue
        if name.type in ORGANIZATIONS or name.type == "Place":
            score = shortens_organization(names[k], name, gazetteer)
            if score:
                options[full] = score
    return options


def _nearest(mention: int, options: Mapping[int, int], names: Sequence[Name]) -> tuple[int, int]:
    """The option mentioned last before `mention` (else first after), and its mention."""
    before = [(m, full) for full in options for m in names[full].mentions if m < mention]
    if before:
        at, full = max(before)
    else:
        at, full = min((m, full) for full in options for m in names[full].mentions)
    return full, at


def parenthesised(
    texts: Sequence[tuple[str, ...]], bounds: Sequence[tuple[int, int]], word: Mapping[int, str]
) -> list[tuple[int, int]]:
    """Pairs of mention numbers of which the second stands alone in brackets right after the first."""
    pairs = []
    for m in range(1, len(bounds)):
        (_, stop), (first, after) = bounds[m - 1], bounds[m]
        if first == stop + 1 and word.get(stop) == "(" and word.get(after) == ")":
            pairs.append((m - 1, m))
    return pairs


def renames(full: Name, other: Name) -> bool:
    """Whether a name in brackets is another name of the one before it.

    `Authority (FSA)`, `Social Democratic Party (SPD)`, `Masjid Al-Haram (Grand Mosque)`; `Perth (Australia)` is not.
    """
    short = "".join(other.text)
    if is_acronym(short, full.text):
        return True
    if full.type in ("Person", "Country") or other.type in ("Person", "Country"):
        return False
    entries = {entry.label for entry in (full.entry, other.entry) if entry is not None}
    if len(entries) > 1 or (full.entry is None and other.entry is not None):
        return False
    letters = short.replace("&", "").isalpha() and short.isupper() and 1 < len(short) < 8
    named = len(full.text) > 1 and full.type in ORGANIZATIONS | {"Event", "Agreement", "Legislation", "Product"}
    return (letters and named) or (len(other.text) > 1 and full.type == other.type)


def members(groups: Groups) -> dict[int, list[int]]:
    """The mentions of each group, in order."""
    found: dict[int, list[int]] = defaultdict(list)
    for mention, key in sorted(groups.of_mention.items()):
        found[groups.find(key)].append(mention)
    return dict(found)
