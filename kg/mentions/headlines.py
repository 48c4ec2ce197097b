"""Names in headlines that capitalise every word: only those that the article or the gazetteer knows."""

from __future__ import annotations

from collections.abc import Sequence

from kg.mentions import words
from kg.mentions.spans import Candidate, Cutter
from kg.mentions.tokens import is_capital, is_never_name

_SURE_TYPES = frozenset(("Country", "InternationalBody", "GovernmentBody", "Place", "NewsOutlet", "Company"))


def headline_candidates(cutter: Cutter, found: Sequence[Candidate]) -> list[Candidate]:
    """Candidates among the tokens of title-case headlines, given those of the running text."""
    t = cutter.t
    if not any(t.titled):
        return []
    seen = {t.text[c.first : c.stop] for c in found if not c.doubtful}
    parts: set[tuple[str, ...]] = {
        (word,) for text in seen if len(text) < 4 for word in text if is_capital(word) and len(word) > 2
    }
    headline: list[Candidate] = []
    i = 0
    while i < len(t):
        size = _size(cutter, i, seen, parts) if t.titled[i] and is_capital(t.text[i]) else 0
        if size:
            headline.append(Candidate(i, i + size))
        i += max(size, 1)
    return headline


def _size(cutter: Cutter, i: int, seen: set[tuple[str, ...]], parts: set[tuple[str, ...]]) -> int:
    t = cutter.t
    stop = i
    while stop < len(t) and t.titled[stop] and t.sentence[stop] == t.sentence[i] and stop - i < 8:
        stop += 1
    for size in range(stop - i, 0, -1):
        text = t.text[i : i + size]
        if text in seen:
            return size
        entry = cutter.known(i, i + size)
        if (
            entry is not None
            and entry.type in _SURE_TYPES
            and not is_never_name(text[0])
            and (size > 1 or t.pos[i] == "PROPN")
        ):
            return size
    part = t.text[i : i + 1]
    sure = t.pos[i] == "PROPN" or part[0].lower() not in t.text
    adjective = cutter.demonym_size(i, i + 1) or part[0] in words.DIRECTIONS | {"New"}
    return int(part in parts and not is_never_name(part[0]) and sure and not adjective)
