"""From one article to its statements: the order of the language stages, on one screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.bylines import byline_claims
from kg.confidence import Sight, rated, shape_of, signs
from kg.doubts import sifted
from kg.extract.attribution import Attribution
from kg.extract.clauses import clause_propositions
from kg.extract.facts import NounFacts, VerbFacts
from kg.extract.forms import is_verb
from kg.extract.nominals import noun_propositions
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.ground import Ground
from kg.language import Reading, read
from kg.measures import Timed, measure
from kg.model import Article, Claim, Entity, EntityRef, Extraction, Node, Rejection
from kg.nodes import Nodes
from kg.ontology import Ontology, load_ontology
from kg.opening import opened
from kg.repeats import merged
from kg.resolve import resolve
from kg.stages import Mention, Proposition, Resolution
from kg.standing.statements import Sources, standing_propositions, with_novel
from kg.undisturbed import undisturbed

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True)
class Toolbox:
    """What extraction needs besides the article; loaded once, used for every article.

    Statements less likely right than `min_confidence`, 0 to 1, are set aside as rejections.
    """

    nlp: Language
    ontology: Ontology = field(default_factory=load_ontology)
    gazetteer: Gazetteer = field(default_factory=load_gazetteer)
    min_confidence: float = 0.0


@undisturbed()
def extract(article: Article, tools: Toolbox) -> Extraction:
    """Return every statement, rejection and entity of one article, in the order of the text."""
    claims, rejections, sight = _stated(article, tools)
    claims, doubtful = sifted(merged(rated(claims, sight)), tools.min_confidence)
    return Extraction(article, claims, (*rejections, *doubtful), entities_of(claims))


def with_signs(article: Article, tools: Toolbox) -> list[tuple[Claim, dict[str, float]]]:
    """Return the statements of one article before repeats are merged, with what their confidence rests on."""
    claims, _, sight = _stated(article, tools)
    return [(claim, signs(claim, sight)) for claim in claims]


def _stated(article: Article, tools: Toolbox) -> tuple[tuple[Claim, ...], tuple[Rejection, ...], Sight]:
    fresh = read(article, tools.nlp)
    raw = shape_of(fresh.doc)
    begun = opened(fresh, tools.gazetteer)
    reading, mentions, quotations, references = begun.reading, begun.mentions, begun.quotations, begun.references
    resolution = resolve(reading, mentions, references, tools.gazetteer)
    attribution = Attribution(reading.doc, quotations, reading.openings())
    resolution = replace(resolution, denoted={**_spoken(reading, attribution, resolution), **resolution.denoted})
    times, amounts = measure(reading)
    nodes = Nodes(reading, resolution, tools.ontology, times, amounts, tools.gazetteer.demonyms.get)
    propositions = propose(reading, mentions, attribution, times, tools.gazetteer)
    claims, rejections = Ground(nodes).claims(propositions)
    sources = Sources(reading, mentions, references, attribution, tools.gazetteer.demonym_country)
    lasting, unfit = Ground(nodes).claims(standing_propositions(sources))
    claims, rejections = with_novel(claims, lasting, tools.ontology), (*rejections, *unfit)
    claims = (*byline_claims(article, resolution, tools.ontology.superclasses), *claims)
    return claims, rejections, Sight.of(reading, raw, references)


def _spoken(reading: Reading, attribution: Attribution, resolution: Resolution) -> dict[int, tuple[Entity, ...]]:
    """Whom the article names as the maker of each bare `the report` that says something."""
    makers = ((token.i, attribution.maker(token)) for token in reading.doc if token.pos_ == "NOUN")
    found = {i: resolution.denoted.get(maker.i, ()) for i, maker in makers if maker is not None}
    return {i: who for i, who in found.items() if who}


def propose(
    reading: Reading,
    mentions: Sequence[Mention],
    attribution: Attribution,
    times: Sequence[Timed],
    gazetteer: Gazetteer,
) -> list[Proposition]:
    """Return what the verbs and nouns of an article state, in the order of the text."""
    timed = frozenset(i for t in times for i in t.tokens)
    named = {i: m for m in mentions for i in range(m.first, m.stop)}
    verbs = VerbFacts(reading, attribution, timed)
    nouns = NounFacts(reading, attribution, timed, named, gazetteer.demonym_country)
    found: list[Proposition] = []
    for token in reading.doc:
        if reading.block(token.i).kind == "headline":
            continue
        if is_verb(token):
            found += clause_propositions(verbs, token)
        found += noun_propositions(nouns, token)
    return found


def entities_of(claims: Iterable[Claim]) -> tuple[Entity, ...]:
    """Return the entities that `claims` mention, in order of first mention."""
    found: dict[str, Entity] = {}
    for claim in claims:
        nodes: list[Node | None] = [
            claim.subject,
            claim.object,
            *claim.attributed_to,
            *(q.object for q in claim.qualifiers),
        ]
        for node in nodes:
            if isinstance(node, EntityRef):
                found.setdefault(node.entity.id, node.entity)
    return tuple(found.values())
