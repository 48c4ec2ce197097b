"""A hand-made `Extraction` of the seed article, for tests of whatever comes after extraction.

It uses every modality, both polarities, amounts, statements about statements, chains of speakers,
pronouns and open relations. All offsets are found by searching the article's text, so they hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from kg import ids
from kg.model import (
    Article,
    Block,
    Claim,
    ClaimRef,
    Entity,
    EntityRef,
    Evidence,
    Extraction,
    Modality,
    Node,
    Polarity,
    Predicate,
    Qualifier,
    Quantity,
    Rejection,
    TimeSpan,
    Value,
)
from kg.ontology import load_ontology

SEED = Path(__file__).parents[1] / "seeds" / "2025-07-16-us-approves-h20-exports.md"

_BROADER = {
    "Company": "Organization",
    "NewsOutlet": "Organization",
    "Government": "Organization",
    "GovernmentBody": "Organization",
    "InternationalBody": "Organization",
    "Country": "Place",
}
_NAMED: dict[str, tuple[str, tuple[str, ...]]] = {
    "NVIDIA": ("Company", ()),
    "AMD": ("Company", ()),
    "Intel": ("Company", ()),
    "Siemens": ("Company", ()),
    "Huawei": ("Company", ()),
    "DeepSeek": ("Company", ()),
    "Alibaba Group": ("Company", ()),
    "Observer Net": ("NewsOutlet", ()),
    "CNBC": ("NewsOutlet", ()),
    "The Wall Street Journal": ("NewsOutlet", ()),
    "Bloomberg": ("NewsOutlet", ()),
    "The New York Times": ("NewsOutlet", ()),
    "CCTV": ("NewsOutlet", ()),
    "Trump administration": ("Government", ()),
    "Biden administration": ("Government", ()),
    "U.S. Department of Commerce": ("GovernmentBody", ()),
    "Chinese Foreign Ministry": ("GovernmentBody", ()),
    "United States": ("Country", ("U.S.",)),
    "China": ("Country", ()),
    "Geneva": ("Place", ()),
    "Beijing": ("Place", ()),
    "Huang Renxun": ("Person", ("Huang",)),
    "Rutenberg": ("Person", ()),
    "Trump": ("Person", ()),
    "Lin Jian": ("Person", ()),
    "H20": ("Product", ("H20 chip", "H20 chips")),
    "RTX Pro": ("Product", ()),
}
_PHRASE_TYPES = {
    "chip export restrictions": "Legislation",
    "new restrictions": "Legislation",
    "export restrictions to China": "Legislation",
    "export controls on H20 chips": "Legislation",
    "export controls on chips to China": "Legislation",
    "tariffs": "Legislation",
    "economic and trade talks": "Event",
    "agreement framework": "Agreement",
}


@cache
def sample_article() -> Article:
    """The seed article, read from `seeds/` without any other module's help."""
    raw = SEED.read_text(encoding="utf-8").replace("\r\n", "\n")
    text = raw.split("---\n", 2)[2]
    blocks = tuple(
        Block(m.start(), m.end(), "caption" if m[0].startswith("Photo:") else "paragraph")
        for m in re.finditer(r"[^\n]+", text)
    )
    return Article(
        id=ids.article_iri(SEED.stem, ids.digest(text)),
        name=SEED.stem,
        text=text,
        title="U.S. approves export of H20 chips to China",
        url="https://www.toutiao.com/article/7527511453659120170/",
        published=date(2025, 7, 16),
        source="Observer Net",
        authors=("Xiong Chaoran",),
        blocks=blocks,
        digest=ids.digest(text),
    )


@cache
def sample_entity(label: str) -> Entity:
    """The entity called `label`: one of the article's names, or else a common-noun phrase."""
    if label in _NAMED:
        kind, aliases = _NAMED[label]
        types = (kind, _BROADER[kind]) if kind in _BROADER else (kind,)
        return Entity(ids.entity_iri(label), label, kind, types, (label, *aliases))
    kind = _PHRASE_TYPES.get(label, "Thing")
    return Entity(ids.phrase_iri(label, sample_article().id), label, kind, (kind,), (label,), named=False)


@dataclass(frozen=True)
class Amount:
    """A value as object: the words of the sentence and what they amount to."""

    text: str
    quantity: Quantity | None = None


@dataclass(frozen=True)
class Said:
    """Another statement as object: its row's key, and the words of the sentence that state it."""

    key: str
    text: str


@dataclass(frozen=True)
class Row:
    """One statement; names are written ``label`` or ``label|what the sentence calls it``.

    `verb` is ``base form|words of the sentence``; a leading ``~`` marks an open relation.
    """

    key: str
    sentence: str
    subject: str
    verb: str
    object: str | Amount | Said | None = None
    said_by: tuple[str, ...] = ()
    modality: Modality = "asserted"
    polarity: Polarity = "positive"
    time: TimeSpan | None = None
    quantity: Quantity | None = None
    qualifiers: tuple[tuple[str, str | Amount], ...] = ()
    confidence: float = 0.9
    extractor: str = "clause"


def _day(month: int, day: int, text: str) -> TimeSpan:
    return TimeSpan(date(2025, month, day), date(2025, month, day), text, "day")


def _usd(value: float, approximate: bool = False) -> Quantity:
    return Quantity(value, "USD", approximate=approximate)


_HUANG, _BB = "Huang Renxun", "Bloomberg"
ROWS: tuple[Row, ...] = (
    Row("founder", "Recently, Huang Renxun, founder", _HUANG, "founder of|founder", "NVIDIA", extractor="nominal"),
    Row("ceo", "Recently, Huang Renxun, founder", _HUANG, "CEO of|CEO", "NVIDIA", extractor="nominal"),
    Row("visit", "Recently, Huang Renxun, founder", _HUANG, "visit|embarked on his third visit to", "China"),
    Row(
        "approve",
        "Recently, Huang Renxun, founder",
        "United States|U.S.",
        "approve|has approved",
        "export of H20 chips to China",
        (_HUANG,),
    ),
    Row(
        "announce",
        "Recently, Huang Renxun, founder",
        _HUANG,
        "announce|announcing",
        Said("approve", "the U.S. has approved the export of H20 chips to China"),
    ),
    Row(
        "secretary",
        "Regarding this sudden policy",
        "Rutenberg",
        "Secretary of|Secretary",
        "U.S. Department of Commerce|U.S. Commerce",
        extractor="nominal",
    ),
    Row(
        "interview",
        "Regarding this sudden policy",
        "Rutenberg",
        "be interviewed by|during an interview with",
        "CNBC",
        time=_day(7, 15, "July 15"),
    ),
    Row(
        "partof",
        "Regarding this sudden policy",
        "easing of chip export controls",
        "~part of|was part of",
        "recent trade negotiations",
        ("Rutenberg",),
    ),
    Row(
        "buy",
        "However, Rutenberg's remarks",
        "China",
        "buy|continues to buy",
        "American semiconductors",
        ("Rutenberg",),
        "hoped",
    ),
    Row(
        "ahead",
        "However, Rutenberg's remarks",
        "United States|U.S.",
        "~stay ahead of|stay one step ahead of",
        "China",
        ("Rutenberg",),
        "hoped",
    ),
    Row(
        "biden",
        "As early as October 2022",
        "Biden administration",
        "implement|had already implemented",
        "chip export restrictions",
        time=TimeSpan(date(2022, 10, 1), date(2022, 10, 31), "October 2022", "month"),
    ),
    Row(
        "prevent1",
        "As early as October 2022",
        "chip export restrictions",
        "prevent|to prevent",
        "NVIDIA",
        qualifiers=(("from", "selling their most advanced chips in China"),),
    ),
    Row("prevent2", "As early as October 2022", "chip export restrictions", "prevent|to prevent", "AMD"),
    Row("prevent3", "As early as October 2022", "chip export restrictions", "prevent|to prevent", "Intel"),
    Row(
        "develop",
        "Previously, NVIDIA had",
        "NVIDIA",
        "develop|had developed",
        "H20",
        qualifiers=(("for", "Chinese market"),),
    ),
    Row("met", "Previously, NVIDIA had", "H20", "~meet|met", "U.S. export regulations"),
    Row(
        "orders",
        "Previously, NVIDIA had",
        "NVIDIA",
        "accept|started accepting",
        "orders",
        time=TimeSpan(date(2024, 2, 1), date(2024, 2, 29), "February of last year", "month"),
    ),
    Row("target", "However, due to the sale", "Trump administration", "target|was repeatedly targeted by", "NVIDIA"),
    Row(
        "inform",
        "On April 15, NVIDIA issued",
        "United States|U.S. government",
        "inform|informed",
        "NVIDIA|them",
        ("NVIDIA",),
        time=_day(4, 9, "April 9"),
    ),
    Row(
        "require",
        "On April 15, NVIDIA issued",
        "export of H20 chips to China|the export of H20 chips to China",
        "require|required",
        "license",
        ("United States|U.S. government", "NVIDIA"),
        "required",
    ),
    Row(
        "cost55",
        "The notice mentioned",
        "new regulation",
        "affect|would affect",
        Amount("approximately $5.5 billion", _usd(5.5e9, True)),
        ("NVIDIA|company",),
        "planned",
        quantity=_usd(5.5e9, True),
    ),
    Row(
        "oppose",
        "The report also cited",
        "NVIDIA",
        "oppose|opposed",
        "new restrictions",
        ("sources", "The Wall Street Journal|The report"),
    ),
    Row(
        "produce",
        "The report also cited",
        "China",
        "produce|has already been able to produce",
        "some chips",
        ("sources", "The Wall Street Journal|The report"),
        confidence=0.62,
    ),
    Row(
        "raise",
        "In addition, on April 2",
        "Trump administration",
        "raise|raised",
        "tariffs",
        time=_day(4, 2, "April 2"),
    ),
    Row(
        "rate",
        "In addition, on April 2",
        "Trump administration",
        "impose|imposing",
        Amount("tariff rate of 145%", Quantity(145, "%")),
        time=_day(4, 2, "April 2"),
        quantity=Quantity(145, "%"),
        qualifiers=(("on", "China"),),
    ),
    Row(
        "measures",
        "In response, China immediately",
        "China",
        "introduce|introduced",
        "series of measures",
        qualifiers=(("including", "restrictions on rare earth exports"),),
    ),
    Row(
        "talks",
        "From May 10 to 11",
        "economic and trade talks",
        "be held in|were held in",
        "Geneva",
        time=TimeSpan(date(2025, 5, 10), date(2025, 5, 11), "From May 10 to 11", "interval"),
    ),
    Row(
        "agree1",
        "From May 10 to 11",
        "China",
        "reduce|agreed to reduce",
        "tariffs",
        (),
        "planned",
        quantity=Quantity(115, "%"),
        qualifiers=(("by", Amount("115%", Quantity(115, "%"))),),
    ),
    Row(
        "agree2",
        "From May 10 to 11",
        "United States",
        "reduce|agreed to reduce",
        "tariffs",
        (),
        "planned",
        quantity=Quantity(115, "%"),
    ),
    Row(
        "notify",
        "Bloomberg reported on July 2",
        "U.S. Department of Commerce",
        "notify|has notified",
        "Siemens",
        ("Siemens", _BB),
        time=TimeSpan(None, date(2025, 7, 2), "July 2", "day"),
    ),
    Row(
        "noneed",
        "Bloomberg reported on July 2",
        "Siemens|it",
        "need|no longer needs",
        "government approval",
        ("U.S. Department of Commerce", "Siemens", _BB),
        polarity="negative",
        qualifiers=(("purpose", "conduct business in China"),),
    ),
    Row(
        "reported",
        "Bloomberg reported on July 2",
        _BB,
        "report|reported",
        Said("notify", "the U.S. Department of Commerce has notified the company"),
        time=_day(7, 2, "July 2"),
    ),
    Row(
        "lifted",
        "The report noted that",
        "Trump administration",
        "lift|has at least lifted",
        "requirement for export licenses",
        (_BB + "|The report",),
    ),
    Row(
        "licence",
        '"The U.S. government has approved',
        "United States|U.S. government",
        "approve|has approved",
        "export license",
        (_HUANG,),
    ),
    Row(
        "sell",
        "So we will begin selling",
        "NVIDIA|we",
        "sell|begin selling",
        "H20",
        (_HUANG,),
        "planned",
        qualifiers=(("to", "Chinese market"),),
    ),
    Row("told", "I am very excited to ship", _HUANG, "tell|told", "CCTV|Chinese CCTV reporters"),
    Row(
        "release",
        "He also mentioned that NVIDIA",
        "NVIDIA",
        "release|will release",
        "RTX Pro",
        (_HUANG + "|He",),
        "planned",
    ),
    Row(
        "issue",
        "NVIDIA also confirmed",
        "United States|U.S. government",
        "issue|will issue",
        "H20 export licenses",
        ("United States|U.S. government", "NVIDIA"),
        "planned",
    ),
    Row("ship", "NVIDIA also confirmed", "NVIDIA|the company", "ship|start shipping", None, ("NVIDIA",), "hoped"),
    Row(
        "meet",
        "The New York Times reported",
        _HUANG,
        "meet with|met with",
        "Trump",
        ("The New York Times",),
        time=_day(7, 10, "July 10"),
    ),
    Row(
        "lobby",
        "The New York Times reported",
        _HUANG,
        "lobby|lobbying",
        "Washington politicians",
        ("The New York Times",),
    ),
    Row(
        "revenue",
        "According to NVIDIA's annual report",
        "Chinese market",
        "generate|generated",
        Amount("$17 billion", _usd(1.7e10)),
        ("NVIDIA",),
        quantity=_usd(1.7e10),
        qualifiers=(("for", "NVIDIA"),),
    ),
    Row(
        "share",
        "According to NVIDIA's annual report",
        "Chinese market",
        "account for|accounting for",
        Amount("about 13% of its total sales", Quantity(13, "%", approximate=True)),
        ("NVIDIA",),
        quantity=Quantity(13, "%", approximate=True),
    ),
    Row("failure", "After the U.S. gradually", "U.S. chip ban", "~be|was", "failure", (_HUANG + "|Huang",)),
    Row("helped", "After the U.S. gradually", "U.S. chip ban", "help|helped", "Huawei", (_HUANG + "|Huang",)),
    Row(
        "saidfail",
        "After the U.S. gradually",
        _HUANG + "|Huang",
        "state|explicitly stated",
        Said("failure", 'the U.S. chip ban was "a failure,"'),
    ),
    Row(
        "relax",
        "Now, the Trump administration",
        "Trump administration",
        "relax|has relaxed",
        "export controls on H20 chips",
    ),
    Row("use1", "Now, the Trump administration", "DeepSeek", "use|continue using", "NVIDIA chips", (), "possible"),
    Row("use2", "Now, the Trump administration", "Alibaba Group", "use|continue using", "NVIDIA chips", (), "possible"),
    Row(
        "opposed", "For some time now, Huang", _HUANG, "oppose|has consistently opposed", "export restrictions to China"
    ),
    Row(
        "researchers",
        "In March this year, when",
        "AI researchers",
        "come from|come from",
        "China",
        (_HUANG + "|he",),
        time=TimeSpan(date(2025, 3, 1), date(2025, 3, 31), "March this year", "month"),
    ),
    Row(
        "serve",
        "During his visit to China in April",
        "NVIDIA",
        "serve|firmly serve",
        "Chinese market",
        (_HUANG,),
        "planned",
    ),
    Row(
        "change",
        "On April 30, Huang again",
        "Trump administration",
        "change|would change",
        "chip export rules",
        (_HUANG + "|Huang",),
        "hoped",
        time=_day(4, 30, "April 30"),
    ),
    Row(
        "behind",
        "On April 30, Huang again",
        "China",
        '~be behind in|is "not behind" in',
        "field of AI",
        (_HUANG + "|Huang",),
        "denied",
        "negative",
        _day(4, 30, "April 30"),
    ),
    Row("arrive", "In April 17, NVIDIA CEO", _HUANG, "arrive in|arrived in", "Beijing", time=_day(4, 17, "April 17")),
    Row(
        "cost15",
        "He described the U.S. chip",
        "the restrictions",
        "cost|have cost",
        Amount("$15 billion", _usd(1.5e10)),
        (_HUANG + "|He",),
        time=_day(5, 19, "May 19"),
        quantity=_usd(1.5e10),
        qualifiers=(("to", "NVIDIA|the company"),),
    ),
    Row(
        "spread",
        "If American companies do not",
        "Chinese technology",
        "~spread around|will spread around",
        "the world",
        (_HUANG,),
        "conditional",
        confidence=0.71,
    ),
    Row(
        "asked",
        "In March this year, when",
        "reporters",
        "~ask|asked about",
        "export controls to China",
        (),
        "asked",
        confidence=0.55,
    ),
    Row(
        "spokes",
        "Previously, Lin Jian",
        "Lin Jian",
        "spokesperson for|spokesperson for",
        "Chinese Foreign Ministry",
        extractor="nominal",
    ),
    Row(
        "position", "Previously, Lin Jian", "China", "express|has repeatedly expressed", "firm position", ("Lin Jian",)
    ),
    Row("pressure", "The U.S. politicizes", "United States|U.S.", "pressure|pressuring", "other countries"),
    Row(
        "intensify",
        "The U.S. politicizes",
        "United States|U.S.",
        "intensify|continuously intensifying",
        "export controls on Chinese chips",
    ),
)

_END = re.compile(r"(?<!\bU\.S)[.!?][\"”]?(?=\s+[\"“A-Z]|\s*$)")


def sentence_around(text: str, snippet: str) -> tuple[int, int]:
    """Half-open range of the sentence of `text` that holds `snippet`."""
    at = text.index(snippet)
    left = text.rfind("\n", 0, at) + 1
    right = text.find("\n", at)
    right = len(text) if right < 0 else right
    ends = [left, *(left + m.end() for m in _END.finditer(text[left:right])), right]
    start = max(e for e in ends if e <= at)
    end = min(e for e in ends if e > at)
    while text[start].isspace():
        start += 1
    return start, end


def _find(words: str, span: tuple[int, int]) -> tuple[int, int]:
    """Where `words` stand in the sentence; its start, zero wide, for what the sentence only implies."""
    text = sample_article().text[span[0] : span[1]]
    match = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    at = match.start() if match else -1
    return (span[0] + at, span[0] + at + len(words)) if at >= 0 else (span[0], span[0])


def _reference(name: str, span: tuple[int, int]) -> EntityRef:
    label, _, mention = name.partition("|")
    entity = sample_entity(label)
    for words in (mention, *entity.aliases):
        start, end = _find(words, span) if words else (0, 0)
        if end > start:
            return EntityRef(entity, words, start, end)
    return EntityRef(entity, mention or label, span[0], span[0])


def _object(given: str | Amount | Said | None, span: tuple[int, int]) -> Node | None:
    if given is None:
        return None
    if isinstance(given, str):
        return _reference(given, span)
    start, end = _find(given.text, span)
    if isinstance(given, Said):
        return ClaimRef(_claim_id(given.key), given.text, start, end)
    value = given.quantity.value if given.quantity else given.text
    return Value(given.text, start, end, given.quantity, value)


def _qualifiers(given: Sequence[tuple[str, str | Amount]], span: tuple[int, int]) -> tuple[Qualifier, ...]:
    made = []
    for role, what in given:
        node = _object(what, span)
        if node is not None:
            made.append(Qualifier(role, node))
    return tuple(made)


def _claim_id(key: str) -> str:
    return ids.claim_iri(sample_article().id, key)


def _predicate(verb: str, span: tuple[int, int]) -> Predicate:
    label, _, text = verb.lstrip("~").partition("|")
    canonical = not verb.startswith("~") and label in _relations()
    iri = _relations()[label] if canonical else ids.relation_iri(label)
    return Predicate(iri, label, label.split()[0], text, *_find(text, span), canonical)


@cache
def _relations() -> dict[str, str]:
    return {relation.label: relation.iri for relation in load_ontology().relations}


def _claim(row: Row) -> Claim:
    article = sample_article()
    span = sentence_around(article.text, row.sentence)
    return Claim(
        id=_claim_id(row.key),
        subject=_reference(row.subject, span),
        predicate=_predicate(row.verb, span),
        object=_object(row.object, span),
        evidence=Evidence(article.id, article.text[span[0] : span[1]], *span, published=article.published),
        polarity=row.polarity,
        modality=row.modality,
        qualifiers=_qualifiers(row.qualifiers, span),
        attributed_to=tuple(_reference(name, span) for name in row.said_by),
        time=row.time,
        quantity=row.quantity,
        confidence=row.confidence,
        extractor=row.extractor,
    )


def _entities(claims: Sequence[Claim]) -> tuple[Entity, ...]:
    found: dict[str, Entity] = {}
    for claim in claims:
        nodes = (claim.subject, claim.object, *(q.object for q in claim.qualifiers), *claim.attributed_to)
        for node in nodes:
            if isinstance(node, EntityRef):
                found.setdefault(node.entity.id, node.entity)
    lonely = sample_entity("Observer Net")
    found.setdefault(lonely.id, lonely)
    return tuple(found.values())


@cache
def sample_extraction() -> Extraction:
    """About sixty statements of the seed article, one rejection, and every entity they mention."""
    claims = tuple(sorted((_claim(row) for row in ROWS), key=lambda c: (c.evidence.start, c.predicate.start, c.id)))
    article = sample_article()
    start, end = sentence_around(article.text, "This article is an exclusive")
    rejected = Rejection(article.id, article.text[start:end], start, end, "article be exclusive", "boilerplate")
    return Extraction(article, claims, (rejected,), _entities(claims))
