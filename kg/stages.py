"""The nouns that the language stages hand to each other, from a mention to a proposition.

Positions are token indices of one `kg.language.Reading`; `first` to `stop` is half-open. What comes
out at the end, with positions in the article's text, is in `kg.model`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kg.model import Entity, Modality, Polarity


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that refers: tokens `first` to `stop` (exclusive) with syntactic head `head`.

    `text` is the article's wording. For a name, `canonical` is what it is called in full as far as
    this mention, a gazetteer or the article's other mentions tell (``United States`` for ``U.S.``)
    and `type` its entity type; both are None for pronouns. `why` says in a few words what made a name one with the
    others of its group; it is empty where the article names it in full.
    """

    first: int
    stop: int
    head: int
    text: str
    kind: Literal["name", "nominal", "pronoun"]
    type: str | None = None
    canonical: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words, quotation marks included, and the head token of whoever says them.

    `whole` is False for a fragment inside somebody else's sentence (``called it "costly"``).
    """

    first: int
    stop: int
    speaker: int | None
    verb: int | None
    whole: bool


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or description and the mentions it stands for (several for a plural).

    `score` is how sure the resolver is, 0 to 1; below its threshold it abstains and makes none. `others` tells that
    it stands for others besides, whom nothing names: `we` of somebody who speaks for no known body.
    """

    mention: Mention
    antecedents: tuple[Mention, ...]
    score: float
    others: bool = False


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who in one article: the entities, and which of them each mention's head denotes.

    `described` maps the head of a pronoun or description that stands for nothing named to the head of
    the noun phrase that it stands for, `among` that of a `we` to whom of those meant is known.
    """

    entities: tuple[Entity, ...]
    denoted: Mapping[int, tuple[Entity, ...]]
    described: Mapping[int, int] = field(default_factory=dict)
    among: Mapping[int, tuple[Entity, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` to `stop` around the syntactic head `head`, and what they name (`label`)."""

    head: int
    first: int
    stop: int
    label: str


@dataclass(frozen=True, slots=True)
class Content:
    """A clause as an argument: `root` is its verb, the tokens `first` to `stop` its wording."""

    root: int
    first: int
    stop: int
    label: str


@dataclass(frozen=True, slots=True)
class Proposition:
    """What one verb or event noun (`root`) states, before anything is known of who is who.

    `lemma` is the base form with its particle and preposition; `label` the same for a reader
    (``be held in``). `speakers` runs from the innermost to the outermost. `anchors` are the tokens
    whose time expressions hold for it. `confidence` is how sure the rule called `extractor` is in
    general, 0 to 1, before anything is known of how this sentence was read.
    """

    root: int
    lemma: str
    label: str
    first: int
    stop: int
    subject: Phrase
    object: Phrase | Content | None
    qualifiers: tuple[tuple[str, Phrase], ...] = ()
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    speakers: tuple[Phrase, ...] = ()
    anchors: tuple[int, ...] = ()
    extractor: str = "clause"
    confidence: float = 0.8
