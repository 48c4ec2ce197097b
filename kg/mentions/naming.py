"""Which names of an article are the same: short forms, acronyms, legal endings, spellings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.gazetteer import Entry, Gazetteer
from kg.mentions import words

ORGANIZATIONS = frozenset(
    ("Company", "NewsOutlet", "Organization", "Government", "GovernmentBody", "InternationalBody", "Thing", "Product")
)
_SHORT_NAMES: Mapping[str, str] = {
    "bill": "william", "will": "william", "bob": "robert", "rob": "robert", "dick": "richard", "rick": "richard",
    "jim": "james", "jimmy": "james", "jack": "john", "ted": "edward", "ed": "edward", "tony": "anthony",
    "mike": "michael", "liz": "elizabeth", "beth": "elizabeth", "peggy": "margaret", "maggie": "margaret",
    "kate": "katherine", "kathy": "katherine", "chuck": "charles", "charlie": "charles", "hank": "henry",
    "harry": "henry", "larry": "lawrence", "andy": "andrew", "drew": "andrew", "nick": "nicholas", "peter": "pete",
    "steve": "stephen", "bernie": "bernard", "jerry": "gerald", "joe": "joseph", "dan": "daniel", "don": "donald",
}  # fmt: skip


_GENERATIONS = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", ","))
_WEAK_ALONE = words.OUTLET_HEADS | words.GENERIC_TAILS | words.GOVERNMENT_BODY_HEADS | words.ORGANIZATION_HEADS


@dataclass(frozen=True, slots=True)
class Name:
    """One wording of a name in an article: its tokens, provisional type and mentions in order."""

    text: tuple[str, ...]
    type: str
    mentions: tuple[int, ...]
    entry: Entry | None
    canonical: str | None = None

    @property
    def first(self) -> int:
        """Number of the first mention."""
        return self.mentions[0]


def same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two full names can be one person's: surname equal, given names compatible.

    >>> same_person(("Phil", "Knight"), ("Philip", "Knight"))
    True
    >>> same_person(("George", "W.", "Bush"), ("George", "H.W.", "Bush"))
    False
    """
    a, b = _bare(a), _bare(b)
    if a[-1] != b[-1]:
        shorter, longer = sorted((a, b), key=len)
        return len(shorter) > 1 and longer[: len(shorter)] == shorter
    if not _same_given(a[0], b[0]):
        return False
    middle_a, middle_b = a[1:-1], b[1:-1]
    return (
        not middle_a
        or not middle_b
        or all(x[0] == y[0] and _same_given(x, y) for x, y in zip(middle_a, middle_b, strict=False))
    )


def _bare(text: Sequence[str]) -> tuple[str, ...]:
    kept = [w.rstrip(".").lower() for w in text if w not in _GENERATIONS]
    return tuple(kept or [w.lower() for w in text])


def _same_given(a: str, b: str) -> bool:
    if a == b or _SHORT_NAMES.get(a, a) == _SHORT_NAMES.get(b, b):
        return True
    if min(len(a), len(b)) == 1:
        return a[0] == b[0]
    return min(len(a), len(b)) > 2 and (a.startswith(b) or b.startswith(a)) and "." not in a + b


def misspells(a: Name, b: Name, gazetteer: Gazetteer) -> bool:
    """Whether two wordings differ in one letter of one long word that is known to nobody.

    A surname alone may misspell that of a full name; of full names of people only the surnames may differ.
    """
    person = {a.type, b.type} == {"Person"}
    if a.type != b.type or a.entry or b.entry or (len(a.text) != len(b.text) and not (person and len(a.text) == 1)):
        return False
    pairs = list(zip(a.text[-len(b.text) :], b.text[-len(a.text) :], strict=True))
    odd = [pair for pair in pairs if pair[0] != pair[1]]
    if len(odd) != 1 or (person and odd[0] != pairs[-1]):
        return False
    known = any(gazetteer.lookup(w) or w in gazetteer.demonyms or gazetteer.given_name(w) for w in odd[0])
    return not known and one_letter_apart(*odd[0])


def one_letter_apart(a: str, b: str) -> bool:
    """Whether two long words differ in one letter, which the one has and the other has not or has otherwise.

    >>> [one_letter_apart(*pair) for pair in (("Bundama", "Bundamba"), ("Doynhoven", "Duynhoven"), ("Reed", "Reid"))]
    [True, True, False]
    """
    short, long = sorted((a, b), key=len)
    if len(short) < 6 or len(long) - len(short) > 1 or not (a.isalpha() and b.isalpha()) or long in (short + "s", ""):
        return False
    same = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return same > 0 and short[same + (len(short) == len(long)) :] == long[same + 1 :]


def initials(text: Sequence[str]) -> str:
    """The capitals of a name: ``FSA`` for Financial Services Authority."""
    return "".join(w[0] for w in text if w[0].isupper())


def is_acronym(word: str, text: Sequence[str]) -> bool:
    """Whether `word` abbreviates the name `text` by its initials."""
    letters = word.replace(".", "")
    if not letters.isupper() or len(letters) < 2 or len(text) < 2:
        return False
    every = "".join(w[0] for w in text if w[0].isalnum()).upper()
    return letters in (initials(text), every, every[1:])


def bare_organization(text: Sequence[str]) -> tuple[str, ...]:
    """The name without legal form and punctuation."""
    kept = list(text)
    while (
        len(kept) > 1
        and kept[-2] != "&"
        and not (len(kept) == 2 and kept[0] in _WEAK_ALONE)
        and (kept[-1] in words.CORPORATE_FORMS or kept[-1] in (",", "."))
    ):
        kept.pop()
    return tuple(kept)


def singular_model(word: str) -> str:
    """The name of a model that a plural counts: ``the Q400s`` are planes of the type Q400.

    >>> [singular_model(word) for word in ("Q400s", "Siemens", "1990s")]
    ['Q400', 'Siemens', '1990s']
    """
    plural = len(word) > 2 and word[-1] == "s" and word[-2].isdigit() and not word[0].isdigit()
    return word[:-1] if plural else word


def shortens_person(short: Sequence[str], full: Sequence[str]) -> int:
    """How well `short` stands for the person `full`: 2 surname, 1 given name, 0 not at all."""
    full = [w for w in full if w not in _GENERATIONS] or full
    if len(short) >= len(full):
        return 0
    if _particles_lowered(full[-len(short) :]) == _particles_lowered(short):
        return 2
    inner = len(short) == 1 and len(short[0]) > 2 and short[0] in full[1:-1]
    return int(inner or (full[0] == short[0] and len(short) == 1))


def _particles_lowered(text: Sequence[str]) -> list[str]:
    """The tokens with ``Von`` and ``Al`` in small letters, as they are written within a name."""
    return [w.lower() if w.lower() in words.CONNECTING else w for w in text]


def shortens_organization(short: Name, full: Name, gazetteer: Gazetteer) -> int:
    """How well `short` stands for the body or company `full`; 0 not at all."""
    a, b = short.text, full.text
    if len(a) >= len(b):
        return 0
    if full.type == "Place" and len(a) > 1 and a[:-1] == b[: len(a) - 1] and a[-1].lower() == b[-1].lower():
        return 3  # `Orland facility` for `Orland Water Treatment Facility`
    if len(a) == 1 and is_acronym(a[0], b) and (short.entry is None or len(a[0]) > 2):
        return 4 if short.entry is None or full.entry in (None, short.entry) else 0
    rest = b[len(a) :]
    if b[: len(a)] == a:
        return _prefix(short, full, rest)
    if full.type == "Product" and short.type in ("Product", "Thing", "Organization") and _made_by(a, b, gazetteer):
        return 3
    front = b[: -len(a)]
    if b[-len(a) :] == a and (
        " ".join(w for w in front if w != "'s") in gazetteer.demonyms or _is_country(front, gazetteer)
    ):
        return 3 if len(a) > 1 or a[0] in words.ALONE_BODIES | {"Court", "Government"} else 1
    if len(a) == 1 and a[0] in words.GOVERNMENT_BODY_HEADS | words.ORGANIZATION_HEADS | {
        "Bank",
        "Company",
        "Government",
    }:
        return int((b[-1] == a[0] and a[0] != "House") or (b[0] == a[0] and b[1] in ("of", "for")))
    if len(a) == 1 and a[0] in words.OUTLET_HEADS and full.type == "NewsOutlet" and b[-1] == a[0]:
        return 2
    distinctive = len(a) == 1 and len(a[0]) > 6 and short.entry is None and full.type == "Company"
    return int(distinctive and b[-1] == a[0] and a[0] not in words.GENERIC_TAILS and short.first > full.first)


def _made_by(a: Sequence[str], b: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Whether `b` is the product `a` with its maker's name: ``Microsoft Flight Simulator``."""
    model = [*a[:-1], singular_model(a[-1])] == [*b[-len(a) : -1], singular_model(b[-1])]
    maker = gazetteer.lookup("".join(b[: -len(a)]))
    return model and (any(c.isdigit() for c in a[-1]) or (maker is not None and maker.type == "Company"))


def _prefix(short: Name, full: Name, rest: Sequence[str]) -> int:
    if short.type == "Product" or full.type in ("Product", "Event", "Legislation", "Agreement", "Place"):
        return 2 if full.type == "Place" and rest[-1] in words.PLACE_TAILS | words.MODIFIED_PLACE_TAILS else 0
    if all(w in words.GENERIC_TAILS for w in rest) or (full.type == "NewsOutlet" and tuple(rest) == ("Magazine",)):
        return 3
    known_apart = short.entry is not None and short.entry != full.entry
    if known_apart or short.first < full.first or any(w in words.BRANCH_WORDS or w in ("of", "for") for w in rest):
        return 0
    nested = short.text[0] in _WEAK_ALONE or short.text[-1] in words.BRANCH_WORDS or len(short.text[0]) < 3
    return 0 if nested else 2


def _is_country(text: Sequence[str], gazetteer: Gazetteer) -> bool:
    entry = gazetteer.lookup("".join(w for w in text if w != "'s"))
    return entry is not None and entry.type in ("Country", "InternationalBody")
