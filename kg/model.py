"""The nouns of the outcome: articles, entities, claims and all that belongs to them.

Nothing here imports another ``kg`` module. Every position is a half-open range of Unicode code
points into the text of the article (`Article.text`), so that ``article.text[start:end]`` is the
quoted wording, always.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

ENTITY_TYPES = (
    "Person",
    "Company",
    "NewsOutlet",
    "Organization",
    "Government",
    "GovernmentBody",
    "InternationalBody",
    "Country",
    "Place",
    "Product",
    "Legislation",
    "Agreement",
    "Event",
    "Thing",
)
"""Every entity has exactly one of these as its `Entity.type`; Thing is whatever a phrase names."""

Polarity = Literal["positive", "negative"]
Modality = Literal["asserted", "planned", "hoped", "possible", "required", "conditional", "asked", "denied"]
BlockKind = Literal["headline", "paragraph", "list", "byline", "caption", "boilerplate"]
Precision = Literal["day", "month", "quarter", "year", "decade", "interval"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article and what it is; only prose kinds are parsed."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Article:
    """One article as stored: its text is what every offset counts in.

    `text` is the body of the file after the front matter, with line ends made ``\\n`` and nothing
    else changed. `blocks` cover the parts that carry meaning, in order and without overlap.
    """

    id: str
    name: str
    text: str
    title: str | None = None
    url: str | None = None
    published: date | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    licence: str | None = None
    blocks: tuple[Block, ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """When something holds or happens: inclusive dates, either of which may be unknown (open)."""

    start: date | None
    end: date | None
    text: str
    precision: Precision


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: an ISO 4217 code, ``%``, ``percentage point`` or a counted noun.

    `low` and `high` bound a range; ``more than 5`` has ``low=5, high=None`` and ``value=5``.
    """

    value: float
    unit: str
    low: float | None = None
    high: float | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """A node: somebody or something that statements are about.

    `aliases` are the names the articles use for it (canonical name included), in order of first
    use; `same_as` holds IRIs of the same entity elsewhere (Wikidata).
    """

    id: str
    label: str
    type: str
    types: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    named: bool = True
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityRef:
    """An entity as one sentence mentions it (``it``, ``the company``)."""

    entity: Entity
    mention: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Value:
    """A value that is not a node: an amount, a number, a date, a quoted word."""

    label: str
    start: int
    end: int
    quantity: Quantity | None = None
    value: str | float | None = None


@dataclass(frozen=True, slots=True)
class ClaimRef:
    """Another statement as the object of this one (what was said, hoped or prevented)."""

    claim: str
    label: str
    start: int
    end: int

    def words(self) -> Value:
        """The words alone, for a statement that is not made."""
        return Value(self.label, self.start, self.end, None, self.label)


Node = EntityRef | Value | ClaimRef


def label_of(node: Node) -> str:
    """What a subject, object or qualifier is called: an entity's canonical name, else the words of the article."""
    return node.entity.label if isinstance(node, EntityRef) else node.label


@dataclass(frozen=True, slots=True)
class Predicate:
    """A relation: `id` is its IRI, `label` its base form, `text` the words of the sentence."""

    id: str
    label: str
    lemma: str
    text: str
    start: int
    end: int
    canonical: bool


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A further participant or circumstance; `role` is a preposition or a role name."""

    role: str
    object: Node


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that states a claim, verbatim, and where it stands."""

    article: str
    sentence: str
    start: int
    end: int
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Restatement:
    """Another sentence that states a claim, and where that sentence has subject, relation and object.

    The nodes and the relation are those of the claim, at the place and in the words of this sentence.
    """

    evidence: Evidence
    subject: Node
    predicate: Predicate
    object: Node | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement with everything needed to judge it.

    `attributed_to` runs from the innermost speaker to the outermost; it is empty when the article
    itself vouches for the statement. `object` is None for an intransitive statement. `evidence` is
    the sentence that states it first, `more_evidence` the article's other sentences that do.
    `contradicts` holds the ids of the claims of the same build that cannot be true if it is.
    `confidence` is how likely a careful reader would find that the sentence states this, 0 to 1
    (`kg.confidence`); it says nothing about whether it is true. `extractor` names the kind of rule.
    """

    id: str
    subject: Node
    predicate: Predicate
    object: Node | None
    evidence: Evidence
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    qualifiers: tuple[Qualifier, ...] = ()
    attributed_to: tuple[EntityRef, ...] = ()
    time: TimeSpan | None = None
    quantity: Quantity | None = None
    confidence: float = 1.0
    extractor: str = "clause"
    more_evidence: tuple[Restatement, ...] = ()
    contradicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejection:
    """Something that looked like a statement and was not kept, with the reason."""

    article: str
    sentence: str
    start: int
    end: int
    text: str
    reason: str
    extractor: str = "clause"


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article yields."""

    article: Article
    claims: tuple[Claim, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    entities: tuple[Entity, ...] = field(default=())
