"""Whether a text is English at all, from the share of its commonest words."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Words that are frequent in English and rare in its neighbours: "in", "was", "for" or "at" would
# let German, Dutch and Danish pass.
_COMMON = frozenset(
    "the and that with which from this they their there been would will said its are were has not his she it be as who "
    "to of by than these those when after before between into about more other could should also because "
    "while where what "
    "but an or our your my you i if he is a new".split()
)
_FOREIGN = frozenset(
    "der das und ist nicht mit von dem den ein eine für auf sich le les des et est une pour dans que qui sur "
    "pas du el las "
    "del por con para se il di che per non della het een en niet voor och att det som är ikke og til nie się "
    "jest".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FEW, _SHORT = 8, 25
_SHARE = 0.12
_LAST_LATIN = 0x24F


def is_english(passages: Iterable[str]) -> bool:
    """Whether at least one of `passages` reads as English.

    A text of a few words is doubted only when it holds other letters or another language's words.

    >>> is_english(["The bank said that it would lower its rates by the end of the year."])
    True
    >>> is_english(["Die Bank teilte mit, dass sie die Zinsen bis Ende des Jahres senken werde."])
    False
    """
    words: list[str] = []
    for passage in passages:
        found = [w.lower() for w in _WORD.findall(passage)]
        if len(found) >= _FEW and _share(found) >= _SHARE:
            return True
        words += found
    if not words or len(words) >= _SHORT:
        return bool(words) and _share(words) >= _SHARE
    latin = sum(all(ord(c) <= _LAST_LATIN for c in w) for w in words)
    return 2 * latin > len(words) and _share(words) >= 0


def _share(words: list[str]) -> float:
    """Share of common English words, negative where another language's are more frequent."""
    return sum((w in _COMMON) - (w in _FOREIGN) for w in words) / len(words)
