"""Small graphs for the tests of RDF, store, query and validation: hand-made news, and whatever hypothesis makes up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

from hypothesis import strategies as st

from kg import ids
from kg.model import (
    Article,
    Claim,
    ClaimRef,
    Entity,
    EntityRef,
    Evidence,
    Extraction,
    Modality,
    Node,
    Predicate,
    Qualifier,
    Quantity,
    Restatement,
    TimeSpan,
    Value,
)
from kg.ontology import load_ontology

ONTOLOGY = load_ontology()


def entity(label: str, type_: str) -> Entity:
    return Entity(ids.entity_iri(label), label, type_, ONTOLOGY.superclasses(type_), (label,))


ACME = entity("Acme", "Company")
GLOBEX = entity("Globex", "Company")
ROCKET = entity("Rocket 3", "Product")
ANN = entity("Ann Lee", "Person")
BOB = entity("Bob Roe", "Person")
RURITANIA = entity("Ruritania", "Country")
CABINET = entity("Ruritanian cabinet", "Government")
TARIFFS = entity("steel tariffs", "Legislation")
DAILY = entity("The Daily", "NewsOutlet")


def article(
    name: str, *sentences: str, source: str | None = "The Daily", day: date | None = date(2024, 5, 6)
) -> Article:
    text = " ".join(sentences)
    digest = ids.digest(text)
    return Article(
        id=ids.article_iri(name, digest),
        name=name,
        text=text,
        title=name.title(),
        url="https://news.example/" + name,
        published=day,
        source=source,
        authors=("Zoe Z", "Al A"),
        licence="CC BY 4.0",
        digest=digest,
    )


def ref(of: Article, who: Entity, mention: str | None = None) -> EntityRef:
    words = mention or who.label
    start = of.text.index(words)
    return EntityRef(who, words, start, start + len(words))


def predicate(of: Article, cue: str, text: str) -> Predicate:
    relation = ONTOLOGY.relation(cue)
    iri, label = (relation.iri, relation.label) if relation else (ids.relation_iri(cue), cue)
    start = of.text.index(text)
    return Predicate(iri, label, cue.split()[0], text, start, start + len(text), relation is not None)


def claim(
    of: Article, sentence: str, subject: Node, verb: tuple[str, str], object_: Node | None, **more: object
) -> Claim:
    start = of.text.index(sentence)
    evidence = Evidence(of.id, sentence, start, start + len(sentence), of.published)
    relation = predicate(of, *verb)
    key = ids.claim_iri(of.id, sentence, repr(subject), relation.id, repr(object_), repr(sorted(more.items(), key=str)))
    return replace(Claim(key, subject, relation, object_, evidence), **more)  # type: ignore[arg-type]


def first() -> Extraction:
    """Sales, a plan, a denial, a post, money, a measure against a country."""
    sells, plans, denies, post, costs, taxes, meets = lines = (
        "Acme sells the Rocket 3 to Globex.",
        "Globex will release the Rocket 3 next year, Ann Lee said.",
        "Acme does not sell the Rocket 3 in Ruritania, The Daily reported.",
        "Ann Lee is CEO of Acme.",
        "The delay cost Acme about $5.5 billion.",
        "The Ruritanian cabinet imposed steel tariffs on Ruritania.",
        "Ann Lee met Bob Roe on May 3.",
    )
    a = article("acme", *lines)
    acme, rocket, ann = ref(a, ACME), ref(a, ROCKET), ref(a, ANN)
    amount = Quantity(5.5e9, "USD", approximate=True)
    at = a.text.index("about $5.5 billion")
    money = Value("about $5.5 billion", at, at + 18, amount, 5.5e9)
    delay = Entity(ids.phrase_iri("delay", a.id), "delay", "Thing", ("Thing",), ("delay",), named=False)
    next_year = TimeSpan(date(2025, 1, 1), date(2025, 12, 31), "next year", "year")
    third = TimeSpan(date(2024, 5, 3), date(2024, 5, 3), "May 3", "day")
    deny = claim(
        a, denies, acme, ("sell", "not sell"), rocket, polarity="negative", attributed_to=(ref(a, DAILY),),
        qualifiers=(Qualifier("in", ref(a, RURITANIA)),),
    )  # fmt: skip
    reported = ClaimRef(deny.id, "Acme does not sell the Rocket 3", deny.evidence.start, deny.evidence.start + 31)
    claims = (
        claim(a, sells, acme, ("sell", "sells"), rocket, qualifiers=(Qualifier("to", ref(a, GLOBEX)),)),
        claim(
            a, plans, ref(a, GLOBEX), ("release", "will release"), rocket,
            modality="planned", attributed_to=(ann, ref(a, DAILY)), time=next_year, confidence=0.75,
        ),
        deny,
        claim(a, denies, ref(a, DAILY), ("report", "reported"), reported),
        claim(a, post, ann, ("CEO of", "CEO of"), acme, extractor="nominal"),
        claim(a, costs, ref(a, delay), ("cost", "cost"), money, quantity=amount),
        claim(
            a, taxes, ref(a, CABINET), ("impose", "imposed"), ref(a, TARIFFS),
            qualifiers=(Qualifier("on", ref(a, RURITANIA)),),
        ),
        claim(a, meets, ann, ("meet with", "met"), ref(a, BOB), time=third),
    )  # fmt: skip
    return Extraction(a, claims, entities=(ACME, GLOBEX, ROCKET, ANN, BOB, RURITANIA, CABINET, TARIFFS, DAILY, delay))


def second() -> Extraction:
    """The same sale from another outlet, an open relation, and a verb without an object."""
    lines = ("Acme sells the Rocket 3.", "Globex spins around Acme.", "Globex resigned.")
    a = article("globex", *lines, source="Evening Post", day=None)
    globex = ref(a, GLOBEX)
    claims = (
        claim(a, lines[0], ref(a, ACME), ("sell", "sells"), ref(a, ROCKET)),
        claim(a, lines[1], globex, ("spin around", "spins around"), ref(a, ACME)),
        claim(a, lines[2], globex, ("resign", "resigned"), None, modality="possible"),
    )
    return Extraction(a, claims, entities=(ACME, GLOBEX, ROCKET))


# --- made up by hypothesis ---

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
_NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
_DAYS = st.none() | st.dates()
QUANTITIES = st.builds(Quantity, _NUMBERS, st.sampled_from(["USD", "%", "soldier"]), st.none() | _NUMBERS,
                       st.none() | _NUMBERS, st.booleans())  # fmt: skip
TIMES = st.builds(TimeSpan, _DAYS, _DAYS, WORDS, st.sampled_from(["day", "month", "year", "interval"]))
MODALITIES: st.SearchStrategy[Modality] = st.sampled_from(get_args(Modality))


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=5, max_size=80))
    a = Article(
        ids.article_iri("x", ids.digest(text)), draw(WORDS), text, draw(st.none() | WORDS), draw(st.none() | WORDS),
        draw(_DAYS), draw(st.none() | WORDS), tuple(draw(st.lists(WORDS, max_size=3))), draw(st.none() | WORDS),
        digest=ids.digest(text),
    )  # fmt: skip
    known = draw(st.lists(_entities(), min_size=1, max_size=4, unique_by=lambda e: e.id))
    count = draw(st.integers(1, 4))
    keys = [ids.claim_iri(a.id, str(i)) for i in range(count)]
    claims = tuple(draw(_claims(key, keys, a, known)) for key in keys)
    return Extraction(a, claims)


@st.composite
def _entities(draw: st.DrawFn) -> Entity:
    label, type_ = draw(WORDS), draw(st.sampled_from(["Company", "Country", "Person", "Thing"]))
    others = sorted(draw(st.sets(WORDS, max_size=2)) - {label})
    elsewhere = draw(st.sampled_from([(), ("https://data.example/Q1", "https://data.example/Q2")]))
    types, names, named = ONTOLOGY.superclasses(type_), (label, *others), draw(st.booleans())
    return Entity(ids.entity_iri(label), label, type_, types, names, named, elsewhere)


@st.composite
def _spans(draw: st.DrawFn, a: Article) -> tuple[int, int]:
    first, last = sorted((draw(st.integers(0, len(a.text))), draw(st.integers(0, len(a.text)))))
    return first, last


@st.composite
def _refs(draw: st.DrawFn, a: Article, known: list[Entity]) -> EntityRef:
    start, end = draw(_spans(a))
    return EntityRef(draw(st.sampled_from(known)), draw(st.just(a.text[start:end]) | WORDS), start, end)


@st.composite
def _nodes(draw: st.DrawFn, a: Article, known: list[Entity], keys: list[str]) -> Node:
    start, end = draw(_spans(a))
    kind = draw(st.integers(0, 2))
    if kind == 0:
        return ClaimRef(draw(st.sampled_from(keys)), draw(WORDS), start, end)
    if kind == 1:
        return Value(draw(WORDS), start, end, draw(st.none() | QUANTITIES), draw(st.none() | WORDS | _NUMBERS))
    return draw(_refs(a, known))


@st.composite
def _claims(draw: st.DrawFn, key: str, keys: list[str], a: Article, known: list[Entity]) -> Claim:
    start, end = draw(_spans(a))
    sentence = draw(st.just(a.text[start:end]) | WORDS)
    verb = draw(st.sampled_from(["sell", "meet with", "spin around"]))
    relation = ONTOLOGY.relation(verb)
    at = draw(_spans(a))
    claim = Claim(
        id=key,
        subject=draw(_nodes(a, known, keys)),
        predicate=Predicate(
            relation.iri if relation else ids.relation_iri(verb),
            verb,
            draw(WORDS),
            draw(WORDS),
            *at,
            relation is not None,
        ),
        object=draw(st.none() | _nodes(a, known, keys)),
        evidence=Evidence(a.id, sentence, start, end, a.published),
        polarity=draw(st.sampled_from(["positive", "negative"])),
        modality=draw(MODALITIES),
        qualifiers=tuple(Qualifier(draw(WORDS), draw(_nodes(a, known, keys))) for _ in range(draw(st.integers(0, 2)))),
        attributed_to=tuple(draw(_refs(a, known)) for _ in range(draw(st.integers(0, 2)))),
        time=draw(st.none() | TIMES),
        quantity=draw(st.none() | QUANTITIES),
        confidence=draw(st.floats(0, 1)),
        extractor=draw(WORDS),
    )
    others = tuple(sorted(draw(st.sets(st.sampled_from(keys)))))
    return replace(claim, more_evidence=draw(_restatements(a, claim)), contradicts=others)


@st.composite
def _restatements(draw: st.DrawFn, a: Article, claim: Claim) -> tuple[Restatement, ...]:
    """Up to two further sentences of the article, at places of their own."""
    first = (claim.evidence.start, claim.evidence.end)
    places = draw(st.lists(_spans(a).filter(lambda span: span != first), max_size=2, unique=True))
    return tuple(
        Restatement(
            Evidence(a.id, a.text[start:end], start, end, a.published),
            _placed(claim.subject, a, draw(_spans(a))),
            _predicate_at(claim.predicate, draw(WORDS), draw(_spans(a))),
            None if claim.object is None else _placed(claim.object, a, draw(_spans(a))),
        )
        for start, end in places
    )


def _predicate_at(predicate: Predicate, text: str, at: tuple[int, int]) -> Predicate:
    return replace(predicate, text=text, start=at[0], end=at[1])


def _placed(node: Node, a: Article, at: tuple[int, int]) -> Node:
    start, end = at
    if isinstance(node, EntityRef):
        return replace(node, mention=a.text[start:end], start=start, end=end)
    return replace(node, start=start, end=end)
