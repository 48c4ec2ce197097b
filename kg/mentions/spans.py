"""Runs of capitalised words cut into names, titles and nationalities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.mentions import words
from kg.mentions.runs import JOINING_LABELS, Runs
from kg.mentions.tokens import is_capital, is_never_name

Hint = tuple[str, float]
"""A type and how much speaks for it."""

# Titles that are also surnames and parts of names; at the end of a run they are no titles.
_NAME_LIKE_TITLES = frozenset(
    "King Prince Duke Bishop Pope Dean Judge Marshal Major Baron Count Earl Lord Justice Father Sister Cardinal Queen "
    "Lady Deputy Page Head Private Saint Captain Host Anchor Principal Counsel Partner Officer Commander Sheriff "
    "Rector Representative Director Executive Manager Boss Chair Author Student Doctor Teacher Chief Emperor "
    "Leader".split()
)

_LOOKED_AT = 100  # places of a word that are compared, so that a long page of one name is read in bounded time
_TITLED_THINGS = (
    words.EVENT_NOUNS
    | words.PRODUCT_NOUNS
    | words.LAW_NOUNS
    | words.OUTLET_NOUNS
    | {"called", "entitled", "titled", "dubbed"}
)
_NO_SURNAMES = words.COMPANY_HEADS | words.PLACE_HEADS | words.ORGANIZATION_HEADS | words.GOVERNMENT_BODY_HEADS
# Titles that are given names too.
_GIVEN_TITLES = frozenset("Dean Earl Duke Prince Major King".split())
# Titles that people go by together with one given name.
_REIGNING = frozenset("Pope King Queen Prince Princess Emperor Sultan Emir Patriarch Saint Mother Sister Lady".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `first` to `stop` (exclusive) that may be a name.

    `hints` are types that the pattern speaks for, with weights; `canonical` is set where the pattern
    itself tells what the name is in full; `doubtful` marks a capital that the start of a sentence explains too.
    """

    first: int
    stop: int
    hints: tuple[Hint, ...] = ()
    canonical: str | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Cutter(Runs):
    """Finds candidates in one article."""

    def candidates(self) -> Iterator[Candidate]:
        """Every candidate, in order, without overlap."""
        i, n = 0, len(self.t)
        while i < n:
            quoted = self._quoted(i) if self.t.text[i] == '"' else 0
            if quoted:
                yield Candidate(i + 1, quoted, (("Thing", 1.0),))
                i = quoted + 1
            elif self.t.text[i] in ("D", "R", "I") and self.t.word(i + 1) == "-" and self.t.glued[i]:
                i += 3  # a senator's party and state
            elif self.begins(i):
                stop = self.run_end(i)
                for candidate in self._cut(i, stop):
                    yield candidate
                    stop = max(stop, candidate.stop)
                i = stop
            else:
                i += 1

    def _quoted(self, i: int) -> int:
        """Where a quoted title (``"Heroes Happen Here"``) that opens at `i` closes, or 0."""
        t = self.t
        if not is_capital(t.word(i + 1)):
            return 0
        for j in range(i + 2, min(i + 8, len(t))):
            if t.text[j] == '"':
                shown = is_capital(t.text[j - 1]) and j - i > 2
                small = [w for w in t.text[i + 1 : j] if not is_capital(w)]
                titled = shown and all(w in words.FUNCTION_WORDS for w in small) and t.text[j - 1].isalpha()
                titled = titled and (t.low(j + 1) in _TITLED_THINGS or t.low(i - 1) in _TITLED_THINGS)
                return j if titled and self.known(i + 1, j) is None else 0
        return 0

    def _cut(self, i: int, stop: int) -> Iterator[Candidate]:
        if self.known(i, stop) is None:
            titled = self._titled(i, stop)
            if titled is not None:
                yield from titled
                return
        yield from self._names(i, stop)

    def _titled(self, i: int, stop: int) -> list[Candidate] | None:
        """``U.S. Commerce Secretary Rutenberg``: the country and the person; None where no title is in the run."""
        if self.t.text[stop - 1].isdigit() and self.t.text[i] in _REIGNING:
            return None  # a ship (`Queen Mary 2`)
        for last in range(stop - 1, i - 1, -1):
            for size in (3, 2, 1):
                first = last - size + 1
                text = " ".join(self.t.text[max(first, 0) : last + 1]).replace(" - ", "-")
                if first >= i and self._is_title(text, last + 1 < stop):
                    found = self._around_title(i, first, last + 1, stop)
                    if found is not None:
                        return found
        return None

    def _is_title(self, text: str, before_name: bool) -> bool:
        """Whether `text` is a title, or several holders' (``Senators Clinton and Obama``)."""
        plural = before_name and text.endswith("s") and self.gazetteer.title(text[:-1])
        return self.gazetteer.title(text) is not None or bool(plural)

    def _around_title(self, i: int, first: int, after: int, stop: int) -> list[Candidate] | None:
        text = self.t.text
        if self._is_inside_name(i, first, after, stop):
            return None
        lone = first == i and after - i == 1 and stop - i == 2
        if text[i] in ("Dean", "Earl") and lone and self.t.dep[i] == "compound":
            return [Candidate(i, stop, (("Person", 6.0),))]  # a given name as likely as a title
        person = self._past_portfolio(after, stop)
        office_only = all(w in words.PORTFOLIOS for w in text[i:first])
        if (
            person == stop
            and text[after - 1] in _NAME_LIKE_TITLES
            and not office_only
            and not self._all_national(i, first)
        ):
            return None
        body = text[stop - 1] in _NO_SURNAMES and (stop - person > 1 or (first > i and person == stop - 1))
        if person < stop and (body or "of" in text[person:stop]):
            return None
        found = list(self._before_title(i, first))
        if person < stop:
            reigning = text[after - 1] in _REIGNING and person == after
            single = stop - person == 1 or (stop - person == 2 and text[stop - 1].isupper())
            found.append(Candidate(after - 1 if reigning and single else person, stop, (("Person", 6.0),)))
        return found

    def _is_inside_name(self, i: int, first: int, after: int, stop: int) -> bool:
        """Whether the words from `first` to `after` are part of a name: ``Martin Luther King Jr.``."""
        text = self.t.text
        known = self.longest(first)
        if (known and known[1] > 1 and first + known[1] > after) or (after < stop and text[after] in ("'s", "&")):
            return True
        if text[after - 1] in _NAME_LIKE_TITLES and any(self.gazetteer.given_name(w) for w in text[i:first]):
            return True
        if text[after - 1] in _GIVEN_TITLES and after < stop and first > i and self._is_title(text[first - 1], True):
            return True  # `Rep. Earl Blumenauer`
        return stop - i == 1 and text[i] in words.SURNAME_TITLES and self.t.low(i - 1) not in ("the", "a", "an")

    def _past_portfolio(self, after: int, stop: int) -> int:
        """Where the person begins whose title ends at `after`, past its field: ``Minister of Finance Lee``."""
        text, person = self.t.text, after
        if person < stop and (text[person] in ("of", "for") or self.gazetteer.title(text[after - 1])):
            while (
                person < stop and text[person] in words.PORTFOLIOS and self.gazetteer.given_name(text[person]) is None
            ):
                person += 1
        return person

    def _all_national(self, i: int, stop: int) -> bool:
        while i < stop:
            size = self.demonym_size(i, stop) or (1 if self.national(i) or self.t.text[i] in words.PORTFOLIOS else 0)
            if not size:
                return False
            i += size
        return True

    def _before_title(self, i: int, stop: int) -> Iterator[Candidate]:
        while stop > i and self.t.text[stop - 1] in words.PORTFOLIOS and self.known(i, stop) is None:
            stop -= 1
        while stop > i + 1 and self.t.text[stop - 1] in words.PARTISANS and self.known(i, stop) is None:
            stop -= 1
        while i < stop and (size := self.demonym_size(i, stop) or int(self.t.text[i] in words.STATUS)):
            i += size
        if i < stop and not all(is_never_name(w) for w in self.t.text[i:stop]):
            found = self.longest(i)
            if found and found[0].type == "Country" and i + found[1] < stop:
                yield Candidate(i, i + found[1])
                yield from self._before_title(i + found[1], stop)
            else:
                lone = stop - i == 1 and self.t.text[i] in _NO_SURNAMES - words.ALONE_BODIES
                yield Candidate(i, stop, () if lone else (("Organization", 0.5),))

    def _names(self, i: int, stop: int) -> Iterator[Candidate]:
        while i < stop and self._mere_ending(i, stop):
            stop -= 1
        if i >= stop:
            return
        while self.known(i, stop) is None and stop - i > 1 and self._mere_opening(i, stop):
            i += 1
        size = self.demonym_size(i, stop)
        found = self.longest(i) if size else None
        if found and found[1] > size:
            size = 0
        if size and self.known(i, stop) is None and not self._keeps_nation(i, i + size, stop):
            yield from self._names(i + size, stop)
            return
        split = self._split(i, stop)
        if split:
            yield from self._names(i, split)
            yield from self._names(split, stop)
        elif not all(is_never_name(w) for w in self.t.text[i:stop]):
            yield Candidate(i, stop, doubtful=self._doubtful(i, stop))

    def _mere_ending(self, i: int, stop: int) -> bool:
        """Whether the last word of a run is a small one and none of its name."""
        small = self.t.text[stop - 1].lower() in words.FUNCTION_WORDS - {"who", "may"}
        kept = stop - i > 1 and (self._surname(stop - 1) or self._ends_name(stop - 1))
        return small and not kept

    def _mere_opening(self, i: int, stop: int) -> bool:
        """Whether the first word of a run is capitalised for another reason than the name after it."""
        word = self.t.text[i]
        if self.demonym_size(i, stop):
            return False
        last, low = self.t.text[stop - 1], word.lower()
        somebody = stop - i > 2 and low in words.PERSON_NOUNS and last not in _NO_SURNAMES
        if self.t.opens[i] and (somebody or (low in words.COMPANY_OPENERS and last not in words.ORGANIZATION_HEADS)):
            return True  # `Gunman Peter Kern`, `Drugmaker Pfizer`
        if "-" in word and self.t.text[stop - 1] in words.GOVERNMENT_BODY_HEADS:
            return False  # `Anti-Terrorism Squad`
        if word in words.GROUP_WORDS or ("-" in word and is_never_name(word)):
            return "-" in word or (stop - i > 2 and self.gazetteer.given_name(self.t.text[i + 1]) is not None)
        if not self.t.opens[i] or word in words.EVENT_OPENERS | words.PLACE_OPENERS or self._repeated(i, stop):
            return False
        if stop - i > 2 and self.gazetteer.given_name(self.t.text[i + 1]) and word.lower() in self.t.text:
            return self.gazetteer.given_name(word) is None
        common = self.t.pos[i] in ("ADJ", "ADV", "VERB", "AUX", "INTJ", "SCONJ", "NOUN") or is_never_name(word)
        return (
            common and not word.isupper() and self.known(i, i + 1) is None and self.gazetteer.given_name(word) is None
        )

    def _repeated(self, i: int, stop: int) -> bool:
        """Whether the same words stand together within a sentence too."""
        text, run = self.t.text, self.t.text[i:stop]
        if not self._places:
            for k, word in enumerate(text):
                if is_capital(word) and not self.t.opens[k] and not self.t.titled[k]:
                    self._places.setdefault(word, []).append(k)
        return any(text[k : k + len(run)] == run for k in self._places.get(run[0], ())[:_LOOKED_AT])

    def _keeps_nation(self, i: int, rest: int, stop: int) -> bool:
        """Whether the nationality that the run begins with is part of the name."""
        if rest >= stop:
            return False
        joined = [k for k in range(rest + 1, stop) if self.t.text[k] in ("of", "for")]
        heads = {self.t.text[stop - 1], *(self.t.text[k - 1] for k in joined)}
        if heads & (words.GOVERNMENT_BODY_HEADS | words.ORGANIZATION_HEADS | words.EVENT_HEADS | {"Government"}):
            return True
        if self.t.text[stop - 2 : stop] == ("Trade", "Area"):
            return True
        whole = self.t.label[stop - 1] in JOINING_LABELS and self.t.label_start[i]
        whole = whole and not any(self.t.label_start[i + 1 : stop])
        alone = self.t.text[rest] in words.COMPANY_HEADS | {"Air"}
        return alone or (
            whole
            and self.longest(rest) is None
            and stop - rest > 1
            and self.t.text[stop - 1] not in words.COMPANY_HEADS
        )

    def _split(self, i: int, stop: int) -> int | None:
        """Where a run of two names is to be cut (``Apple Steve Jobs``, ``U.S. Treasury bonds``)."""
        found = self.longest(i)
        if not found or i + found[1] >= stop:
            return None
        entry, cut = found[0], i + found[1]
        if (
            self.gazetteer.given_name(self.t.text[cut])
            and stop - cut > 1
            and self.gazetteer.given_name(self.t.text[i]) is None
        ):
            return cut
        if entry.type == "Country":
            heads = words.GOVERNMENT_BODY_HEADS | words.ORGANIZATION_HEADS | words.EVENT_HEADS | words.PLACE_HEADS
            kept = self.t.text[stop - 1] in heads | words.OUTLET_HEADS | {"Government"} or "of" in self.t.text[cut:stop]
            if kept or (self.t.text[cut] == "-" and self.between(cut)):
                return None
            whole = bool(self.t.label[i]) and not any(self.t.label_start[i + 1 : stop]) and all(self.t.label[i:stop])
            abbreviation = self.t.text[i].replace(".", "").isupper()
            return cut if abbreviation and not whole else None
        return None

    def _doubtful(self, i: int, stop: int) -> bool:
        if not self.t.opens[i] or self.known(i, stop) is not None:
            return False
        acts = self.t.dep[i] == "nsubj" and not self.t.text[i].endswith("ing")
        unsure = self.t.pos[i] != "PROPN" or (stop - i == 1 and not self.t.label[i] and not acts)
        return unsure and (stop - i == 1 or not self.t.text[i + 1][0].isupper())


def with_hint(candidate: Candidate, kind: str, weight: float) -> Candidate:
    """Return `candidate` with one more hint."""
    return replace(candidate, hints=(*candidate.hints, (kind, weight)))
