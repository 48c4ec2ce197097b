"""What name finding looks at of each token, copied out of the parsed article once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.language import Reading
from kg.mentions.words import COMMON_CAPITALS, FUNCTION_WORDS, GROUP_WORDS, MONTHS, PARTICIPLES, PREFIXES, WEEKDAYS

_PARTY_SEAT = re.compile(r"[DRIL]-[A-Z][A-Za-z.]*|[IVXL]{2,}|UTC\S+|[QH][1-4]")
_OFFICES = frozenset("CEO CFO COO CTO CIO MP VP".split())
_TITLE_CASE_SHARE = 0.65


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel columns over the tokens of one reading.

    `opens` tells whether a token begins a sentence (quotation marks and brackets aside), `glued` whether no space
    follows it, `titled` whether it stands in a headline that capitalises every word.
    """

    text: tuple[str, ...]
    lower: tuple[str, ...]
    pos: tuple[str, ...]
    tag: tuple[str, ...]
    dep: tuple[str, ...]
    lemma: tuple[str, ...]
    head: tuple[int, ...]
    sentence: tuple[int, ...]
    opens: tuple[bool, ...]
    glued: tuple[bool, ...]
    label: tuple[str, ...]
    label_start: tuple[bool, ...]
    titled: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.text)

    def word(self, i: int) -> str:
        """The token's text, or nothing beyond either end of the article."""
        return self.text[i] if 0 <= i < len(self.text) else ""

    def low(self, i: int) -> str:
        """The token in lower case, or nothing beyond either end of the article."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def same_sentence(self, i: int, j: int) -> bool:
        """Whether both positions exist and stand in one sentence."""
        count = len(self.sentence)
        return 0 <= i < count and 0 <= j < count and self.sentence[i] == self.sentence[j]


def view(reading: Reading) -> Tokens:
    """Copy the columns of `reading`."""
    doc = list(reading.doc)
    sentence, opens, at, fresh = [], [], -1, True
    for token in doc:
        if token.is_sent_start or token.i == 0:
            at, fresh = at + 1, True
        sentence.append(at)
        opens.append(fresh)
        if token.text.isalnum() or token.text in ("...", ":"):
            fresh = token.text in ("...", ":")
        elif token.text in ('"', "“", "''", "``"):
            fresh = True
        elif any(c.isalnum() for c in token.text):
            fresh = False
    text = tuple(t.text for t in doc)
    return Tokens(
        text=text,
        lower=tuple(t.lower() for t in text),
        pos=tuple(t.pos_ for t in doc),
        tag=tuple(t.tag_ for t in doc),
        dep=tuple(t.dep_ for t in doc),
        lemma=tuple(t.lemma_ for t in doc),
        head=tuple(t.head.i for t in doc),
        sentence=tuple(sentence),
        opens=tuple(opens),
        glued=tuple(not t.whitespace_ for t in doc),
        label=tuple(t.ent_type_ for t in doc),
        label_start=tuple(t.ent_iob_ == "B" for t in doc),
        titled=_titled(reading, text),
    )


def _titled(reading: Reading, text: tuple[str, ...]) -> tuple[bool, ...]:
    """Which tokens stand in a block without a final full stop whose long words are mostly capitalised."""
    marks = [False] * len(text)
    lowered = {w for w in text if w.islower()}
    first = 0
    for block in reading.article.blocks:
        stop = first
        while stop < len(text) and reading.start(stop) < block.end:
            stop += 1
        long_words = [w for w in text[first:stop] if len(w) > 2 and w.isalpha() and w.lower() not in FUNCTION_WORDS]
        capitals = sum(w[0].isupper() for w in long_words)
        heading = 0 < len(long_words) < 4 and all(w.lower() in lowered for w in long_words) and stop - first > 1
        if (
            stop > first
            and (len(long_words) > 3 or heading)
            and not text[stop - 1].endswith((".", "!", "?", '"'))
            and stop - first < 40
        ):
            marks[first:stop] = [capitals >= _TITLE_CASE_SHARE * len(long_words)] * (stop - first)
        first = stop
    return tuple(marks)


@lru_cache(maxsize=1 << 10)  # asked several times of most words of an article
def is_capital(word: str) -> bool:
    """Whether `word` is written like a name: a capital first or inside, perhaps with digits.

    >>> [is_capital(w) for w in ("Huang", "iPad", "H20", "chips", "2008", "U.S.")]
    [True, True, True, False, False, True]
    """
    if not word or not any(c.isupper() for c in word):
        return False
    if word[0].isupper():
        return True
    return word[0].isdigit() or (word[0].isalpha() and len(word) > 2 and word[1].isupper())


def is_never_name(word: str) -> bool:
    """Whether a capitalised `word` alone is a date word, a common abbreviation or a function word."""
    if word in MONTHS or word in WEEKDAYS or word in COMMON_CAPITALS or word in GROUP_WORDS:
        return True
    dotless = word.replace(".", "")
    if dotless in _OFFICES or (dotless.isupper() and dotless in COMMON_CAPITALS):
        return True
    if (len(word) < 2 and not word.isdigit()) or any(c in "$€£+=@#%" for c in word) or _PARTY_SEAT.fullmatch(word):
        return True
    opening, hyphen, rest = word.partition("-")
    if hyphen and (opening.lower() in PREFIXES or rest in PARTICIPLES):
        return True
    return (word.lower() in FUNCTION_WORDS and word != "WHO") or not any(c.isalpha() for c in word)
