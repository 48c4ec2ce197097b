"""Where names may stand: runs of capitalised words with what joins them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.gazetteer import Entry, Gazetteer
from kg.mentions import words
from kg.mentions.tokens import Tokens, is_capital

_OF_HEADS = (
    words.GOVERNMENT_BODY_HEADS
    | words.ORGANIZATION_HEADS
    | frozenset(
        "Bank Hall Guild Republic Kingdom Gulf Bay Strait Isle City Duchy Declaration Treaty Battle Order State "
        "Archdiocese Commonwealth Tour Knights War Islands Government Chief Museum Convention Cup Minister Lords Bill "
        "Port Sea Law Rights Ministers Statue Cape Lake Line".split()
    )
)
_FOR_HEADS = frozenset(
    "Center Centre Transport Institute Council Office Foundation Campaign Agency Movement Alliance Association "
    "Committee Commission Coalition Fund Society Department Ministry Party Organization Organisation Bureau "
    "Citizens Centers Centres".split()
)
_OWNERS = frozenset(
    "People Children Women Men Workers Farmers Veterans Teachers Writers Peoples King Queen Mother "
    "Sheriff Attorney Prosecutor Coroner Governor".split()
)
_OFFICES = frozenset("Department Ministry Bureau Office Committee Commission Directorate Secretariat".split())
_SAINTS = frozenset(("St.", "St", "Saint"))
JOINING_LABELS = frozenset(("ORG", "LAW", "EVENT", "FAC", "WORK_OF_ART", "PRODUCT"))


_MODEL = re.compile(r"[a-z]\d{1,2}(?:-\w+)?")
LONGEST_RUN = 40
"""No name has more tokens; a page in capitals is cut into pieces of this length."""


@dataclass(frozen=True, slots=True)
class Runs:
    """Finds runs of capitalised words in one article, and what the gazetteer knows of them."""

    t: Tokens
    gazetteer: Gazetteer
    _places: dict[str, list[int]] = field(default_factory=dict)

    def known(self, first: int, stop: int) -> Entry | None:
        """The gazetteer's entry for exactly these tokens."""
        return self.gazetteer.lookup("".join(self.t.text[first:stop]))

    def demonym_size(self, i: int, stop: int) -> int:
        """How many tokens from `i` are an adjective of a country (``South Korean``: 2), 0 for none."""
        for size in (3, 2, 1):
            if i + size <= stop and " ".join(self.t.text[i : i + size]) in self.gazetteer.demonyms:
                return size
        return 0

    def longest(self, i: int) -> tuple[Entry, int] | None:
        """The longest known name that begins at `i` and stays in its sentence, and how many tokens it takes."""
        last = i
        while last < len(self.t) and last - i < 9 and self.t.sentence[last] == self.t.sentence[i]:
            last += 1
        return self.gazetteer.longest(self.t.text[:last], i)

    def begins(self, i: int) -> bool:
        """Whether a run may begin at `i`."""
        word = self.t.text[i]
        if word in ("congress", "parliament") and self.t.low(i - 1) in ("for", "to", "by", "in", "of", "from", "that"):
            return word.capitalize() in self.t.text
        listed = word[0].isalpha() and len(word) > 3 and self.known(i, i + 1) is not None
        if not is_capital(word) and not listed and word not in ("al", "cold", "9/11"):
            return False
        if word in words.MONTHS or word in words.WEEKDAYS or (word.lower() in words.FUNCTION_WORDS and word != "WHO"):
            found = self.longest(i)
            return found is not None and found[1] > 1 and word not in ("The", "A")
        return is_capital(word) or self.longest(i) is not None

    def run_end(self, i: int) -> int:
        """Where the run that begins at `i` ends (exclusive)."""
        found = self.longest(i)
        j = i + (found[1] if found and found[1] > 1 else 1)
        while self.t.same_sentence(i, j) and j - i < LONGEST_RUN:
            step = self._step(i, j)
            if not step:
                break
            j += step
        return j

    def _step(self, i: int, j: int) -> int:
        """How many tokens the run from `i` takes in at `j`; 0 ends it."""
        word, after = self.t.text[j], self.t.word(j + 1)
        follows = self.t.same_sentence(j, j + 1) and self._continues(j + 1)
        if self._continues(j):
            return 1
        if word == "-" and self.t.text[j - 1] in ("D", "R", "I"):
            return 0
        if word in ("-", "–") and follows and self.t.glued[j - 1] and self.t.glued[j]:
            return 0 if (self.national(j - 1) or self.national(j + 1)) and not self.between(j) else 2
        if word == "-" and self._variant(j) and self.t.text[j - 1].isdigit():
            return 2
        if word == "-" and self.t.glued[j - 1] and self.t.glued[j]:
            return self._hyphenated(i, j)
        if word == "&" and follows:
            return 2
        if word == "," and self._lists_fields(i, j):
            return 2
        if word == ":":
            return self._subtitle(i, j)
        if word == "," and after in words.CORPORATE_FORMS and after not in ("Company", "AB"):
            return 2
        if word == "." and self.t.glued[j - 1] and self.t.text[j - 1] in ("Inc", "Corp", "Ltd", "Co") and follows:
            return 0
        if word in ("'s", "'") and follows and (self.t.text[j - 1] in _OWNERS or self.t.word(j - 2) in _SAINTS):
            return 2
        if word.rstrip(".") == "plc":
            return 1
        if word[0].isdigit():
            return self._number(i, j)
        return self._connector(i, j, follows)

    def between(self, j: int) -> bool:
        """Whether a hyphen at `j` joins the two sides of something named: ``Iran-Iraq War``."""
        stop = j + 1
        while self.t.same_sentence(j, stop) and is_capital(self.t.text[stop]):
            stop += 1
        return stop - j > 2 and self.t.text[stop - 1] in words.EVENT_HEADS | words.AGREEMENT_HEADS | {"Area"}

    def _subtitle(self, i: int, j: int) -> int:
        """What a colon joins to a title in the middle of a sentence: ``Batman: The Animated Series``."""
        t, size = self.t, 3 if self.t.word(j + 1) in ("The", "A") else 2
        if (
            (t.opens[i] and t.word(i - 1) != '"')
            or t.titled[j]
            or j - i > 3
            or not t.same_sentence(j, j + size - 1)
            or t.text[i - 1] == ","
        ):
            return 0
        after = j + size - 1
        if t.text[after].isupper():
            return 0
        stop = after
        while t.same_sentence(j, stop) and is_capital(t.text[stop]):
            stop += 1
        bounded = t.word(stop) in (",", ".", ")", '"') and stop - after > 1
        clause = not bounded and any(
            t.dep[k] in ("nsubj", "nsubjpass") and t.head[k] > k for k in range(j + 1, min(after + 3, len(t)))
        )
        names = self.national(after) or (size == 2 and self._is_place(i, j)) or self.gazetteer.given_name(t.text[after])
        return 0 if clause or names or not self._continues(after) or t.word(after + 1) == "," else size

    def _hyphenated(self, i: int, j: int) -> int:
        """Small letters after a hyphen: ``Kim Jong-un``, ``Oil-for-Food``."""
        t = self.t
        if t.low(j + 1) in ("for", "of", "in", "to", "and", "a") and t.word(j + 2) == "-" and is_capital(t.word(j + 3)):
            return 4
        after = t.word(j + 1)
        syllable = after.isalpha() and after.islower() and len(after) < 7 and after not in words.PARTICIPLES
        return 2 if syllable and j - i > 1 and t.text[j - 1].isalpha() and not self.national(j - 1) else 0

    def _continues(self, j: int) -> bool:
        word = self.t.text[j]
        if not is_capital(word) or word in words.MONTHS or word in words.WEEKDAYS:
            return bool(_MODEL.fullmatch(word)) or self._surname(j)
        small = word.lower() in words.FUNCTION_WORDS and not (word.isupper() and len(word) > 1)
        return not small or self._surname(j) or self._ends_name(j)

    def _surname(self, j: int) -> bool:
        """Whether a small word or a month is somebody's surname: ``James To``, ``Theresa May``."""
        given = j > 0 and self.gazetteer.given_name(self.t.text[j - 1]) is not None
        plain = not self.t.word(j + 1).isdigit() and not self.t.titled[j]
        return given and plain and self.t.text[j] in words.SURNAMES_LIKE_WORDS

    def _ends_name(self, j: int) -> bool:
        """Whether an adverb with a capital belongs to the name before it: ``Truth Wins Out``."""
        return self.t.text[j] in words.ADVERBS_OF_NAMES and not self.t.titled[j] and not is_capital(self.t.word(j + 1))

    def national(self, j: int) -> bool:
        """Whether the token is a country, a union of countries or one of their adjectives."""
        entry = self.known(j, j + 1)
        return self.t.text[j] in self.gazetteer.demonyms or (
            entry is not None and entry.type in ("Country", "InternationalBody")
        )

    def _number(self, i: int, j: int) -> int:
        t = self.t
        if t.text[j].isdigit() and self._variant(j + 1):
            return 3
        if (
            not t.text[j].replace(".", "").isdigit()
            or len(t.text[j]) > 4
            or t.word(j + 1) in ("%", "–", "-", "per", "percent", ",")
        ):
            return int(t.text[j].isdigit() and t.word(j + 1) == "," and i <= t.head[j] < j and not self._is_place(i, j))
        after = t.word(j + 1)
        variant = is_capital(after) and any(c.isdigit() for c in after) and t.same_sentence(j, j + 1)
        if t.text[j - 1] in words.NUMBERED_LAWS or (variant and t.text[j].isdigit() and len(t.text[j]) < 4):
            return 1  # `Proposition 8`, `Dash 8 Q400`
        year = len(t.text[j]) == 4 and t.text[j][:2] in ("19", "20") and t.pos[j - 1] == "PROPN"
        craft = t.low(j + 1) in ("planes", "jets", "airliners", "helicopters") and len(t.text[j]) < 4
        model = craft or (t.low(j + 1) in words.PRODUCT_NOUNS and not t.word(j + 1).endswith("s"))
        product = self.known(i, j)
        model = model or self.t.text[j - 1][0].islower() or (product is not None and product.type == "Product")
        inside = (
            year
            or model
            or i <= t.head[j] < j
            or (t.label[j] not in ("", "DATE", "CARDINAL", "TIME") and not t.label_start[j])
        )
        return int(inside and not self._is_place(i, j) and t.pos[j - 1] in ("PROPN", "NOUN", "NUM", "ADJ", "X"))

    def _variant(self, j: int) -> bool:
        """Whether a hyphen at `j` joins the number of a variant to a model's (``737-800``)."""
        t = self.t
        long = 3 in (len(t.text[j - 1]), len(t.word(j + 1))) and len(t.text[j - 1]) < 4
        return t.word(j) == "-" and t.glued[j - 1] and t.glued[j] and long and t.word(j + 1).isdigit()

    def _is_place(self, i: int, j: int) -> bool:
        entry = self.known(i, j)
        return entry is not None and entry.type in ("Country", "Place", "NewsOutlet", "InternationalBody")

    def _connector(self, i: int, j: int, follows: bool) -> int:
        word, before = self.t.text[j], self.t.text[j - 1]
        skip = 2 if self.t.word(j + 1) == "the" and self.t.same_sentence(j, j + 2) and self._continues(j + 2) else 0
        if word == "of" and skip == 2 and before in words.OF_THE_HEADS and not self.t.titled[j]:
            return 3
        if word == "for" and skip and "Court" in self.t.text[i:j]:
            return 3
        if word == "of" and before in _OF_HEADS and (follows or skip):
            return skip + 1 if skip else 2
        known = self.known(i, j) if word == "of" and not skip and self._is_place(j + 1, j + 2) else None
        if known is not None and known.type == "Company":
            return 0  # `Bombardier of Canada`
        if word == "of" and (follows or skip) and _label_across(self.t, j) in ("ORG", "EVENT", "LAW", "WORK_OF_ART"):
            return skip + 1 if skip else 2
        if word == "on" and follows and before in words.COMMITTEES:
            return 2
        if word in ("of", "for") and follows and self._titled_office(j):
            return 2
        if word == "for" and before in _FOR_HEADS and follows:
            return 2
        if word == "and" and follows and (self._one_entity(i, j) or self._office_and(i, j)):
            return 2
        if word in words.CONNECTING and self._particles(j):
            return 3
        if word in words.CONNECTING and word not in ("&", "'", "e", "y", "la", "le", "ben") and follows:
            return 2 if before not in words.CORPORATE_FORMS else 0
        return 0

    def _particles(self, j: int) -> bool:
        """Two small words in a name: ``Dolf van den Brink``, ``Rahman al-Harbi``."""
        between = self.t.word(j + 1)
        joined = between == "-" or (between in words.CONNECTING and between.isalpha())
        return joined and self.t.same_sentence(j, j + 2) and self._continues(j + 2)

    def _titled_office(self, j: int) -> bool:
        return self.gazetteer.title(self.t.text[j - 1]) is not None and self.t.text[j + 1] in words.PORTFOLIOS

    def _one_entity(self, i: int, j: int) -> bool:
        t = self.t
        if j - i == 1 and not (t.same_sentence(j, j + 2) and self._continues(j + 2)):
            return False  # `Kline and Ramstad` are two
        return (
            t.label[j] in JOINING_LABELS
            and not t.label_start[j]
            and not t.label_start[j + 1]
            and bool(t.label[j + 1])
            and (
                t.text[j - 1] not in words.CORPORATE_FORMS
                and (t.text[j - 1] not in words.COMPANY_HEADS or t.text[j + 1] in words.COMPANY_HEADS)
                and self.known(j - 1, j) is None
                and self.known(j + 1, j + 2) is None
            )
        )

    def _office_and(self, i: int, j: int) -> bool:
        inside = self.t.text[i:j]
        office = any(w in _OFFICES or self.gazetteer.title(w) for w in inside)
        return office and bool({"of", "for", "on"} & set(inside)) and self.t.text[j + 1] in words.FIELDS

    def _lists_fields(self, i: int, j: int) -> bool:
        """Whether a comma parts the fields of one body: ``Bureau of Alcohol, Tobacco, Firearms and Explosives``."""
        t, k = self.t, j + 1
        while t.same_sentence(j, k) and (t.text[k] in words.FIELDS or t.text[k] == ","):
            if t.text[k] in ("and", "&"):
                return t.word(k + 1) in words.FIELDS and self._office_and(i, j)
            k += 1
        return False


def _label_across(t: Tokens, j: int) -> str:
    """The model's label where one of its entities runs on from before `j` to after it, else nothing."""
    inside = 0 < j < len(t) - 1 and not t.label_start[j] and not t.label_start[j + 1]
    return t.label[j] if inside and t.label[j] == t.label[j + 1] == t.label[j - 1] else ""
