"""Names in an article: where they stand, of what type they are, and what they are called in full.

Capitalised runs are cut into candidates (`spans`, `patterns`), the wordings of one article are grouped (`naming`,
`grouping`), and everything that speaks for a type (`evidence`) is summed over all mentions of a group,
so that one clear mention decides for all. The model's own labels are one voice among many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.gazetteer import Entry, Gazetteer
from kg.language import Reading
from kg.mentions import evidence, words
from kg.mentions.context import context
from kg.mentions.doubts import acts, is_no_name, vouched, without_evidence
from kg.mentions.grouping import Groups, group, members, parenthesised, renames
from kg.mentions.headlines import headline_candidates
from kg.mentions.labels import full_name, written
from kg.mentions.naming import ORGANIZATIONS, Name, bare_organization
from kg.mentions.patterns import extend
from kg.mentions.spans import Candidate, Cutter
from kg.mentions.tokens import Tokens, view
from kg.stages import Mention

_WEAK, _STRONG, _HEADED = 2.5, 3.5, 4.5
# Types whose members no gazetteer can list.
_OPEN_TYPES = frozenset(("Person", "Company", "Organization", "Product", "Place", "NewsOutlet"))
_BETWEEN = frozenset((",", "and", "or", "&", "the", "as", "well", "both"))


_AMERICAN = frozenset("U.S. US USA U.S.A. America American Americans Washington".split())
_HOLDINGS = frozenset("Group Holdings Holding International".split())


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one group of mentions is."""

    type: str
    score: float
    canonical: str


def find_mentions(reading: Reading, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Return the names of an article, in order and without overlap, each of kind ``name``.

    Titles (``Prime Minister``) are not part of a name, nationalities as adjectives, months and common
    abbreviations are none; of names within names only the longest is returned (``Beijing University``).
    `Mention.type` is one of `kg.model.ENTITY_TYPES`; `Mention.canonical` is the same for all mentions of one thing.
    """
    t = view(reading)
    cutter = Cutter(t, gazetteer)
    found = extend(cutter, [c for c in cutter.candidates() if not t.titled[c.first]])
    found = vouched(t, found)
    found = sorted(found + headline_candidates(cutter, found), key=lambda c: c.first)
    names = _names(t, found, gazetteer)
    acronyms = _acronyms(t, found, names)
    names = [replace(n, entry=None) if _spelled_otherwise(k, names, acronyms) else n for k, n in enumerate(names)]
    groups = group(names, acronyms, gazetteer)
    verdicts = _verdicts(t, found, names, groups, gazetteer)
    owner = {m: k for k, name in enumerate(names) for m in name.mentions}
    mentions = []
    for m, candidate in enumerate(found):
        verdict = verdicts.get(groups.find(groups.of_mention[m]))
        if verdict is not None:
            mention = _mention(reading, t, candidate, verdict)
            mentions.append(replace(mention, why=_why(groups, names, m, owner[m])))
    return tuple(mentions)


def _why(groups: Groups, names: Sequence[Name], mention: int, name: int) -> str:
    """What joined a mention to the other names of its group, as it was recorded then."""
    reason = groups.why_mention.get(mention) or groups.why.get(name)
    return f"{reason[0]} {written(names[reason[1]].text)}" if reason else ""


def _mention(reading: Reading, t: Tokens, c: Candidate, verdict: Verdict) -> Mention:
    head = next((i for i in range(c.stop - 1, c.first - 1, -1) if not c.first <= t.head[i] < c.stop), c.stop - 1)
    outside = [i for i in range(c.first, c.stop) if not c.first <= t.head[i] < c.stop or t.head[i] == i]
    head = outside[-1] if outside else head
    return Mention(c.first, c.stop, head, reading.wording(c.first, c.stop), "name", verdict.type, verdict.canonical)


def _wording(t: Tokens, c: Candidate) -> tuple[str, ...]:
    return t.text[c.first : c.stop]


def _names(t: Tokens, found: Sequence[Candidate], gazetteer: Gazetteer) -> list[Name]:
    """The different wordings with their provisional types, in order of first mention."""
    where: dict[tuple[tuple[str, ...], str | None], list[int]] = defaultdict(list)
    for m, candidate in enumerate(found):
        where[_wording(t, candidate), candidate.canonical].append(m)
    names = []
    for (text, canonical), mentions in where.items():
        mine = [found[m] for m in mentions]
        kind, _ = evidence.decide(_weigh(t, mine, [text], gazetteer))
        entry = _entry(t, text, gazetteer) or _with_article(t, mine, text, gazetteer)
        names.append(Name(text, kind, tuple(mentions), entry, canonical))
    return names


def _entry(t: Tokens, text: tuple[str, ...], gazetteer: Gazetteer) -> Entry | None:
    """What is known of a wording; ``Congress`` is the American one only where America is spoken of."""
    kept = bare_organization(text)
    entry = gazetteer.lookup("".join(text)) or gazetteer.lookup("".join(kept))
    while entry is None and len(kept) > 2 and kept[-1] in _HOLDINGS:
        kept = kept[:-1]
        entry = gazetteer.lookup("".join(kept))
    if entry is None and len(text) == 1 and text[0].capitalize() in words.ALONE_BODIES:
        entry = gazetteer.lookup(text[0].capitalize())
    if entry is not None and text[0].capitalize() in words.ALONE_BODIES and entry.label.startswith("U.S. "):
        return entry if _AMERICAN.intersection(t.text) else None
    return _half(t, gazetteer) if text == ("Korea",) else entry


def _half(t: Tokens, gazetteer: Gazetteer) -> Entry | None:
    """The one of two Koreas that an article speaks of; none where it speaks of both."""
    spoken = {t.text[i - 1] for i in range(1, len(t)) if t.text[i] in ("Korea", "Korean", "Koreans")}
    named: set[str] = spoken & {"North", "South"}
    named |= {half for half, city in (("South", "Seoul"), ("North", "Pyongyang")) if city in t.text}
    named |= {"South"} if "Republic" in t.text and "Korea" in t.text and not named else set()
    return gazetteer.lookup(f"{named.pop()} Korea") if len(named) == 1 else None


def _with_article(t: Tokens, mine: Sequence[Candidate], text: tuple[str, ...], gazetteer: Gazetteer) -> Entry | None:
    """The entry of a name that is known with its article only (``The Guardian``)."""
    said = any(t.word(c.first - 1) == "The" or (t.word(c.first - 1) == "the" and len(text) > 1) for c in mine)
    return gazetteer.lookup("The" + "".join(text)) if said else None


def _weigh(
    t: Tokens, mine: Sequence[Candidate], texts: Sequence[tuple[str, ...]], gazetteer: Gazetteer
) -> dict[str, float]:
    """Everything that speaks for each type, over all mentions of one group."""
    total: dict[str, float] = defaultdict(float)
    own: dict[str, float] = defaultdict(float)
    for text in texts:
        for kind, weight in evidence.intrinsic(text, gazetteer):
            own[kind] = max(own[kind], weight)
    around: dict[str, float] = defaultdict(float)
    hinted: dict[str, float] = defaultdict(float)
    for candidate in mine:
        for kind, weight in context(t, candidate, gazetteer):
            around[kind] += weight
        for kind, weight in candidate.hints:
            hinted[kind] = max(hinted[kind], weight)
    for kind, weight in evidence.model_votes(t, mine):
        total[kind] += weight
    for kind in sorted({*own, *around, *hinted}):
        total[kind] += own[kind] + min(around[kind], evidence.CONTEXT_CAP) + hinted[kind]
    return dict(total)


def _acronyms(t: Tokens, found: Sequence[Candidate], names: Sequence[Name]) -> list[tuple[int, int]]:
    owner = {m: k for k, name in enumerate(names) for m in name.mentions}
    texts = [_wording(t, c) for c in found]
    bounds = [(c.first, c.stop) for c in found]
    pairs = parenthesised(texts, bounds, dict(enumerate(t.text)))
    return [(owner[a], owner[b]) for a, b in pairs if renames(names[owner[a]], names[owner[b]])]


def _spelled_otherwise(k: int, names: Sequence[Name], acronyms: Sequence[tuple[int, int]]) -> bool:
    """Whether the article spells out an acronym otherwise than the gazetteer: ``National Security Guard (NSG)``."""
    entry = names[k].entry
    if entry is None:
        return False
    known = {word.lower() for word in entry.label.split() if word.lower() not in words.FUNCTION_WORDS}
    spelled = [{word.lower() for word in names[a].text} for a, b in acronyms if b == k and names[a].entry is None]
    return any(2 * len(known & full) < len(known) for full in spelled)


def _verdicts(
    t: Tokens, found: Sequence[Candidate], names: Sequence[Name], groups: Groups, gazetteer: Gazetteer
) -> dict[int, Verdict]:
    owner = {m: k for k, name in enumerate(names) for m in name.mentions}
    verdicts: dict[int, Verdict] = {}
    for key, mentions in members(groups).items():
        full = [names[k] for k in dict.fromkeys(owner[m] for m in mentions) if k not in groups.short]
        full = full or [names[k] for k in dict.fromkeys(owner[m] for m in mentions)]
        mine = [found[m] for m in mentions]
        if is_no_name(t, mine, full):
            continue
        told = [name for name in full if name.entry is not None or not gazetteer.lookup("".join(name.text))] or full
        weights = _weigh(t, mine, [name.text for name in told], gazetteer)
        kind, score = evidence.decide(weights)
        if kind in ("Organization", "Place") and without_evidence(kind, t, mine, full, gazetteer):
            others = ORGANIZATIONS - {"Product"} if kind == "Organization" else {kind}
            kind, score = evidence.decide({k: w for k, w in weights.items() if k not in others})
        if kind == "Thing" and all(t.opens[c.first] and c.stop - c.first == 1 and not acts(t, c) for c in mine):
            continue
        verdicts[key] = Verdict(kind, score, full_name(full, kind))
    return _by_company(t, found, groups, verdicts, names)


def _unsure(mine: Verdict, theirs: Verdict) -> bool:
    return mine.score < _WEAK or (mine.type == "Organization" and theirs.type == "Company" and mine.score < _HEADED)


def _by_company(
    t: Tokens, found: Sequence[Candidate], groups: Groups, verdicts: Mapping[int, Verdict], names: Sequence[Name]
) -> dict[int, Verdict]:
    """Give a name of which little is known the type of those it is listed with."""
    full = dict(verdicts)
    for m in range(1, len(found)):
        between = t.lower[found[m - 1].stop : found[m].first]
        if not between or not set(between) <= _BETWEEN or not t.same_sentence(found[m - 1].first, found[m].first):
            continue
        pair = [groups.find(groups.of_mention[k]) for k in (m - 1, m)]
        for one, other in (pair, pair[::-1]):
            mine, theirs = full.get(one), full.get(other)
            if mine and theirs and _unsure(mine, theirs) and theirs.score >= _STRONG and theirs.type in _OPEN_TYPES:
                mentioned = [name for k, name in enumerate(names) if groups.find(k) == one]
                full[one] = Verdict(
                    theirs.type, _STRONG, full_name(mentioned, theirs.type) if mentioned else mine.canonical
                )
    return full
