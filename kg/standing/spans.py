"""What can take part in a standing relation: names, pronouns, dates and nationalities of one article.

Names come from `kg.mentions`; what the model's own labels see beside them is kept too, because a
relation often tells better than the name alone of what type it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.language import Reading
from kg.parse import root_of
from kg.stages import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Form = Literal["name", "pronoun", "date", "demonym"]

PERSON, ORGANIZATION, PLACE, DATE = "person", "organization", "place", "date"
KINDS = {
    "Person": PERSON,
    "Company": ORGANIZATION,
    "NewsOutlet": ORGANIZATION,
    "Organization": ORGANIZATION,
    "Government": ORGANIZATION,
    "GovernmentBody": ORGANIZATION,
    "InternationalBody": ORGANIZATION,
    "Country": PLACE,
    "Place": PLACE,
}
"""Entity types as the relations tell them apart; all others may turn out to be anything."""
_LABELS = {
    "PERSON": PERSON,
    "ORG": ORGANIZATION,
    "GPE": PLACE,
    "LOC": PLACE,
    "FAC": PLACE,
    "NORP": "norp",
    "PRODUCT": "",
    "WORK_OF_ART": "",
    "EVENT": "",
    "LAW": "",
}
_PRONOUNS = {
    **dict.fromkeys("i me my mine myself he him his himself she her hers herself who whom you your".split(), "person"),
    **dict.fromkeys("it its itself which that".split(), "thing"),
    **dict.fromkeys("we us our ours they them their theirs whose".split(), "either"),
    "where": "place",
}
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?:1[0-9]{3}|20[0-9]{2}|[1-9][0-9]{2}(?= (?:AD|BC|CE|BCE)\b))"
_DAY = r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?"
DATES = re.compile(
    rf"\b(?:{_DAY} (?:of )?{_MONTH},? {_YEAR}|{_MONTH} {_DAY}(?:, ?| ){_YEAR}|{_MONTH},? (?:of )?{_YEAR}"
    rf"|{_YEAR}-[01][0-9]-[0-3][0-9]|{_YEAR}s?|{_DAY} {_MONTH}|{_MONTH} {_DAY})(?![0-9])"
)
"""A day, a month with its year, or a year: one date, never an interval."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Tokens `first` to `stop` (exclusive) around `head`, and what they may name.

    `kind` is how `kg.mentions` sees it (``thing`` where it says nothing), `guess` how the model's
    labels do, `word` the lower-case wording of a pronoun.
    """

    first: int
    stop: int
    head: int
    form: Form
    kind: str
    guess: str = ""
    word: str = ""
    sentence: int = 0


def participants(
    reading: Reading, mentions: Sequence[Mention], country: Callable[[str], str | None]
) -> tuple[Participant, ...]:
    """Return what may take part in a relation, in the order of the text, without overlap.

    `mentions` are the names of the article, `country` tells whose adjective a word is.
    """
    doc = reading.doc
    taken = bytearray(len(doc))
    found: list[Participant] = []
    for candidate in (
        *_dates(reading),
        *_names(doc, mentions),
        *_demonyms(doc, country),
        *_labelled(doc),
        *_pronouns(doc),
        *_capitals(doc),
    ):
        if not any(taken[candidate.first : candidate.stop]):
            taken[candidate.first : candidate.stop] = b"\1" * (candidate.stop - candidate.first)
            found.append(candidate)
    return tuple(sorted(found, key=lambda p: p.first))


def _dates(reading: Reading) -> Iterator[Participant]:
    doc = reading.doc
    for block in reading.article.blocks:
        for match in DATES.finditer(reading.article.text, block.start, block.end):
            first, last = reading.token_at(match.start()), reading.token_at(match.end() - 1)
            if len(doc) and reading.start(first) <= match.start() and reading.start(first) >= block.start:
                yield Participant(first, last + 1, root_of(doc[first : last + 1]).i, "date", DATE)


def _names(doc: Doc, mentions: Sequence[Mention]) -> Iterator[Participant]:
    for m in mentions:
        kind = KINDS.get(m.type or "", "thing")
        guess = _label_within(doc, m.first, m.stop)
        yield Participant(m.first, m.stop, m.head, "name", kind, guess)


def _label_within(doc: Doc, first: int, stop: int) -> str:
    """What most of the tokens are labelled as, empty for nothing."""
    labels = [_LABELS.get(t.ent_type_, "") for t in doc[first:stop] if t.ent_type_ in _LABELS]
    return max(labels, key=labels.count) if labels else ""


def _demonyms(doc: Doc, country: Callable[[str], str | None]) -> Iterator[Participant]:
    for token in doc:
        if token.text[:1].isupper() and country(token.text):
            yield Participant(
                token.i, token.i + 1, token.i, "demonym", "norp", _label_within(doc, token.i, token.i + 1)
            )


def _labelled(doc: Doc) -> Iterator[Participant]:
    for span in doc.ents:
        if span.label_ in _LABELS:
            form: Form = "demonym" if span.label_ == "NORP" else "name"
            kind = "norp" if form == "demonym" else "thing"
            yield Participant(span.start, span.end, span.root.i, form, kind, _LABELS[span.label_])


def _pronouns(doc: Doc) -> Iterator[Participant]:
    for token in doc:
        kind = _PRONOUNS.get(token.lower_)
        if kind is None or token.text == "US" or (token.lower_ == "that" and token.tag_ != "WDT"):
            continue
        yield Participant(token.i, token.i + 1, token.i, "pronoun", kind, "", token.lower_)


def _capitals(doc: Doc) -> Iterator[Participant]:
    """Capitalised words in a row that nobody has claimed."""
    first = 0
    for i, token in enumerate((*doc, None)):
        if token is not None and _capital(token) and not (token.is_sent_start and token.pos_ != "PROPN"):
            continue
        if i > first:
            yield Participant(first, i, root_of(doc[first:i]).i, "name", "thing")
        first = i + 1


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text[:1].isalpha() and token.pos_ in ("PROPN", "NOUN", "ADJ", "X")
