"""Names that reach beyond their capitals: governments, state media, refineries, talks, owned bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.mentions import words
from kg.mentions.spans import Candidate, Cutter, with_hint
from kg.mentions.tokens import is_capital

_PARTICLES = frozenset("de von van der den ter bin ibn al el di du dos zu bint abu".split())
_OFFICERS = frozenset("Sheriff Prosecutor Coroner Ombudsman Attorney Governor Mayor".split())
_PACTS = frozenset("protocol treaty accord accords convention conventions pact".split())
_LOCAL = frozenset("local provincial state city municipal regional coalition minority majority own".split())
_HALVES = frozenset(("North", "South", "East", "West"))
_WHOLE = frozenset("central federal national".split())
_BODY_HEADS = words.COMPANY_HEADS | words.ORGANIZATION_HEADS | words.GOVERNMENT_BODY_HEADS


def extend(cutter: Cutter, found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with their lower-case parts taken in, in order and without overlap."""
    found = [_with_particles(cutter, candidate) for candidate in found]
    found = sorted([*found, *_halves(cutter, found)], key=lambda c: c.first)
    governments = {g.first: g for g in _governments(cutter, found)}
    merged: list[Candidate] = []
    for candidate in _owned(cutter, found):
        while governments and (first := min(governments)) <= candidate.first:
            merged.append(governments.pop(first))
        if not merged or candidate.first >= merged[-1].stop:
            merged.append(_tail(cutter, _capital_government(cutter, candidate)))
    merged.extend(governments[first] for first in sorted(governments) if not merged or first >= merged[-1].stop)
    return merged


def _halves(cutter: Cutter, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """``the South`` where an article speaks of both South Korea and North Korea."""
    t = cutter.t
    named = {(t.text[c.first], entry.label) for c in found if (entry := cutter.known(c.first, c.stop)) is not None}
    whole = {half: label for half, label in named if half in _HALVES and label.startswith(f"{half} ")}
    rest = {label.partition(" ")[2] for label in whole.values()}
    if len(whole) < 2 or len(rest) > 1:
        return
    for i in range(1, len(t)):
        place = t.low(i + 1) == "of" and (t.low(i + 2) == "the" or is_capital(t.word(i + 2)))
        if t.text[i] in whole and t.lower[i - 1] == "the" and not is_capital(t.word(i + 1)) and not place:
            yield Candidate(i, i + 1, (("Country", 9.0),), whole[t.text[i]])


def _with_particles(cutter: Cutter, candidate: Candidate) -> Candidate:
    """``al-Assad``, ``von der Leyen``, ``de Havilland Canada``: small words that a name begins with."""
    t, first = cutter.t, candidate.first
    while t.same_sentence(first - 1, candidate.first):
        joined = first - 2 if t.text[first - 1] == "-" and t.glued[first - 2] and t.glued[first - 1] else first - 1
        if joined < 0 or t.text[joined] not in _PARTICLES or cutter.known(candidate.first, candidate.stop):
            break
        first = joined
    before = t.word(first - 1)
    foreign = first < candidate.first and (before == "-" or before.lower() in ("a", "la", "rue", "tour", "coup"))
    return candidate if foreign else replace(candidate, first=first)


def _governments(cutter: Cutter, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """``Trump administration``, ``the Chinese government``, ``Chavez' left wing government``."""
    t = cutter.t
    ends = {c.stop: c for c in found}
    at = 0
    for i in range(1, len(t)):
        if t.text[i] in words.GOVERNMENT_NOUNS and t.pos[i] in ("NOUN", "PROPN") and i >= at:
            base = _owner(cutter, ends, i)
            if base is not None:
                yield base
                at = base.stop
        elif t.lower[i] in words.STATE_MEDIA and t.lower[i - 1] == "state":
            size = next((k for k in (3, 2, 1) if i - 1 - k >= 0 and cutter.demonym_size(i - 1 - k, i - 1) == k), 0)
            if size:
                yield Candidate(i - 1 - size, i + 1, (("NewsOutlet", 9.0),))


def _owner(cutter: Cutter, ends: dict[int, Candidate], noun: int) -> Candidate | None:
    """Whose government the noun at `noun` is: looks left over at most four adjectives and a possessive."""
    t, j = cutter.t, noun
    passed: list[str] = []
    while t.same_sentence(j - 1, noun) and len(passed) < 4:
        size = next((k for k in (3, 2, 1) if j - k >= 0 and cutter.demonym_size(j - k, j) == k), 0)
        if size:
            label = cutter.gazetteer.demonyms[" ".join(t.text[j - size : j])].label
            return _government(cutter, j - size, noun, label, passed)
        base = ends.get(j)
        if base is not None:
            return _named_government(cutter, base, noun, passed)
        word = t.lower[j - 1]
        if word not in ("'s", "'", "’", "-") and t.pos[j - 1] not in ("ADJ", "NOUN", "PROPN"):
            return None
        passed.append(word)
        j -= 1
    return None


def _capital_government(cutter: Cutter, candidate: Candidate) -> Candidate:
    """``Queensland Government``, ``Bush Administration``: the same as with a small letter."""
    t, stop = cutter.t, candidate.stop
    last, size = t.text[stop - 1], candidate.stop - candidate.first
    if last not in ("Government", "Administration", "Cabinet", "Regime") or size < 2 or candidate.hints:
        return candidate
    base = replace(candidate, stop=stop - 1)
    if cutter.demonym_size(base.first, base.stop) == size - 1:
        label = cutter.gazetteer.demonyms[" ".join(t.text[base.first : base.stop])].label
        found = _government(cutter, base.first, base.stop, label, ()) if last == "Government" else None
        return found or with_hint(candidate, "Government", 9.0)
    if last == "Administration" and size > 2:
        return candidate
    found = _named_government(cutter, base, base.stop, ())
    return found or candidate


def _government(cutter: Cutter, first: int, noun: int, country: str, passed: Sequence[str]) -> Candidate | None:
    if _LOCAL & set(passed) or (passed and cutter.t.lower[noun] == "administration" and "'s" in passed):
        return None
    if set(passed) - _WHOLE and "'s" not in passed:
        return None
    name = country if country == "United States" else cutter.gazetteer.adjective(country) or country
    return Candidate(first, noun + 1, (("Government", 20.0),), f"{name} government")


def _named_government(cutter: Cutter, base: Candidate, noun: int, passed: Sequence[str]) -> Candidate | None:
    t = cutter.t
    entry = cutter.known(base.first, base.stop)
    if entry is not None and entry.type == "Country":
        return _government(cutter, base.first, noun, entry.label, passed)
    owned = bool({"'s", "'", "’"} & set(passed))
    if _LOCAL & set(passed) or (passed and not owned) or (entry is not None and entry.type not in ("Place", "Person")):
        return None
    last = t.text[base.stop - 1]
    if last in _BODY_HEADS:
        return None
    if t.lower[noun] == "administration" and owned:
        return None
    kind = "government" if t.lower[noun] == "government" else t.lower[noun]
    name = " ".join(t.text[base.first : base.stop])
    return Candidate(base.first, noun + 1, (("Government", 20.0),), f"{name} {kind}")


def _owned(cutter: Cutter, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """``Finland's Financial Services Authority`` is one name: other countries have one too."""
    waiting: Candidate | None = None
    for candidate in found:
        if waiting is not None and _owns(cutter, waiting, candidate):
            candidate = replace(candidate, first=waiting.first, doubtful=False)
        elif waiting is not None:
            yield waiting
        waiting = candidate
    if waiting is not None:
        yield waiting


def _owns(cutter: Cutter, owner: Candidate, body: Candidate) -> bool:
    t = cutter.t
    entry = cutter.known(owner.first, owner.stop)
    head = next((t.text[k - 1] for k in range(body.first + 1, body.stop) if t.text[k] == "of"), t.text[body.stop - 1])
    return (
        body.first == owner.stop + 1
        and t.text[owner.stop] == "'s"
        and entry is not None
        and entry.type == "Country"
        and cutter.known(body.first, body.stop) is None
        and head in words.GOVERNMENT_BODY_HEADS
        and not body.hints
        and not cutter.demonym_size(body.first, body.stop)
        and body.stop - body.first > 1
    )


def _tail(cutter: Cutter, candidate: Candidate) -> Candidate:
    t = cutter.t
    entry = cutter.known(candidate.first, candidate.stop)
    kind = entry.type if entry else None
    if (
        t.word(candidate.first - 1) == '"'
        and t.word(candidate.stop) == '"'
        and t.low(candidate.stop + 1) in words.EVENT_NOUNS
    ):
        return with_hint(candidate, "Event", 6.0)
    if candidate.hints or candidate.doubtful or not t.same_sentence(candidate.first, candidate.stop):
        return candidate
    noun = candidate.stop + (t.low(candidate.stop) in words.EVENT_TAIL_MODIFIERS)
    if not t.same_sentence(candidate.first, noun):
        return candidate
    after = t.low(noun)
    if t.text[candidate.first] in words.PRODUCT_HEADS and t.word(candidate.first - 1).isdigit():
        return Candidate(candidate.first - 1, candidate.stop, (("Product", 9.0),))
    if kind in (None, "Place", "InternationalBody", "Event") and after in words.EVENT_TAILS and t.pos[noun] == "NOUN":
        return Candidate(candidate.first, noun + 1, (("Event", 9.0),))
    if t.text[candidate.stop - 1] in _OFFICERS and after == "'s" and t.low(noun + 1) in ("office", "department"):
        return Candidate(candidate.first, noun + 2, (("GovernmentBody", 9.0),))
    if kind == "Place" and t.lower[noun] in _PACTS and t.pos[noun] in ("NOUN", "PROPN") and noun == candidate.stop:
        return Candidate(candidate.first, noun + 1, (("Agreement", 9.0),), _pact(cutter, candidate.first, noun))
    if kind not in (None, "Place"):
        return candidate
    return _place_tail(cutter, candidate)


def _pact(cutter: Cutter, first: int, noun: int) -> str | None:
    """What the gazetteer calls ``the Kyoto protocol``."""
    capital = "".join((*cutter.t.text[first:noun], cutter.t.text[noun].capitalize()))
    entry = cutter.gazetteer.lookup(capital)
    return entry.label if entry is not None and entry.type == "Agreement" else None


def _place_tail(cutter: Cutter, candidate: Candidate) -> Candidate:
    """``Orinoco river basin``, ``Amuay oil refinery``."""
    t, j = cutter.t, candidate.stop
    while t.same_sentence(candidate.first, j) and t.lower[j] in words.PLACE_TAIL_MODIFIERS:
        j += 1
    tails = words.PLACE_TAILS | words.MODIFIED_PLACE_TAILS if j > candidate.stop else words.PLACE_TAILS
    while t.same_sentence(candidate.first, j) and t.text[j] in tails and t.pos[j] == "NOUN":
        j += 1
    if j > candidate.stop and t.text[j - 1] in tails:
        return Candidate(candidate.first, j, (("Place", 8.0),))
    return candidate
