"""Resolving the anaphora of an article from left to right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.coreference.affiliation import Lore
from kg.coreference.anaphora import HELD, Anaphor, find_anaphora
from kg.coreference.chains import Chain, Phrase, build_chains, phrase_of
from kg.coreference.descriptions import description_features, description_fits
from kg.coreference.discourse import Discourse, open_discourse
from kg.coreference.pairs import resolve_holders, resolve_ordered, resolve_pair, resolve_plural
from kg.coreference.pronouns import names_again, pronoun_features, pronoun_fits
from kg.coreference.scene import Scene
from kg.coreference.site import Context, Site, find_site
from kg.coreference.speech import resolve_own, resolve_speech, resolve_theirs, spoken_for
from kg.coreference.weights import (
    DESCRIPTION_WEIGHTS,
    NOTHING,
    NOTHING_DESCRIBED,
    NOTHING_HAPPENED,
    PRONOUN_WEIGHTS,
    probabilities,
    weigh,
)
from kg.coreference.words import PERSON_NOUNS
from kg.gazetteer import load_gazetteer
from kg.language import Reading
from kg.stages import Mention, Quotation, Reference

THRESHOLD = 0.45
"""Below this probability the resolver abstains."""
_DESCRIBED = 0.5
"""The same for descriptions."""
_REACH = {"pronoun": 5, "description": 25}
"""How many sentences back the last phrase of a chain may lie."""


def find_references(
    reading: Reading, mentions: Sequence[Mention], quotations: Sequence[Quotation], lore: Lore | None = None
) -> tuple[Reference, ...]:
    """Resolve the pronouns and descriptions of an article to its names, in the order of the text.

    `mentions` are the names of the article in order; `lore` knows countries' adjectives and the
    gender of given names (the packaged gazetteer where none is given). What cannot be resolved
    surely enough yields no reference.
    Antecedents are names wherever there is one, else noun phrases (``kind="nominal"``).
    """
    scene = Scene(reading, mentions, quotations)
    anaphora = sorted(find_anaphora(scene), key=lambda a: _turn(scene, a))
    state = open_discourse(scene, anaphora, lore or load_gazetteer())
    found = [r for r in (_resolve(state, anaphor) for anaphor in anaphora) if r is not None]
    return tuple(sorted(found, key=lambda r: (r.mention.head, r.mention.first)))


def speaker_organisation(
    reading: Reading, mentions: Sequence[Mention], speaker_mention: Mention, lore: Lore | None = None
) -> Mention | None:
    """Return whom a speaker means by ``we``, or None where the article does not tell.

    For ``NVIDIA CEO Huang Renxun`` that is NVIDIA, for a minister the country, for an organisation
    itself.
    """
    scene = Scene(reading, mentions, ())
    for chain in build_chains(scene):
        if any(m.first <= speaker_mention.head < m.stop for m in chain.names):
            return spoken_for(scene, chain, speaker_mention.head, lore or load_gazetteer())
    return None


def _turn(scene: Scene, anaphor: Anaphor) -> tuple[int, int, int]:
    """Order of resolution: that of the text, but what is quoted waits until its speaker is known (``"…," he said``)."""
    quotation = scene.quotation(anaphor.head)
    speaker = quotation.speaker if quotation is not None else None
    if speaker is not None and speaker > anaphor.head:
        return (speaker, 1, anaphor.head)
    return (anaphor.head, 0, anaphor.head)


def _resolve(state: Discourse, anaphor: Anaphor) -> Reference | None:
    if anaphor.form in {"I", "we"}:
        return resolve_speech(state, anaphor)
    if anaphor.kind == "own":
        return resolve_own(state, anaphor)
    if anaphor.kind == "pair":
        antecedents, score = resolve_pair(state.scene, anaphor, state.parties, state.companies)
        return _several(state, anaphor, antecedents, score)
    if anaphor.kind == "ordered":
        antecedents, score = resolve_ordered(state.scene, anaphor, state.parties, state.companies)
        if score < THRESHOLD:
            return None
        state.add(anaphor, state.chain_of(antecedents[0]), "one")
        return Reference(anaphor.mention, antecedents, round(score, 3))
    if anaphor.kind == "plural":
        if anaphor.form in HELD:
            antecedents, score = resolve_holders(state.scene, anaphor, state.chains)
        else:
            antecedents, score = resolve_plural(state.scene, anaphor, state.companies)
        return _several(state, anaphor, antecedents, score)
    if anaphor.kind == "description" and (theirs := resolve_theirs(state, anaphor)) is not None:
        return theirs
    chain, score = _best(state, anaphor)
    if chain is None or score < (THRESHOLD if anaphor.kind == "pronoun" else _DESCRIBED):
        if (home := _home(state, anaphor)) is not None:
            return _settle(state, anaphor, home, _DESCRIBED)
        if anaphor.kind == "description":
            state.start(anaphor, "one")
        return None
    return _settle(state, anaphor, chain, score)


def _home(state: Discourse, anaphor: Anaphor) -> Chain | None:
    """The government that an article is about, for a bare ``the government`` that nothing else explains.

    It is the one called so, or the country's where the article names but one country. A government called after
    somebody (``the Keller government``) is none that was not yet spoken of.
    """
    head = state.scene.doc[anaphor.head]
    if anaphor.form != "government" or anaphor.kind != "description" or len(list(head.lefts)) != 1:
        return None
    called = [c for c in state.chains if c.named and "Government" in c.types and _is_called(c, "government")]
    lands = [c for c in state.chains if c.named and c.types == {"Country"}]
    known = [c for c in called if c.names[0].first < anaphor.head or not _is_personal(state, c)]
    found = known if called else (lands if not any("Government" in c.types for c in state.chains if c.named) else [])
    return found[0] if len(found) == 1 else None


def _is_personal(state: Discourse, chain: Chain) -> bool:
    """Tell whether a government is called after somebody (``the Keller government``), not after a country."""
    words = chain.names[0].text.split()
    first = words[0]
    lands = {c.key for c in state.chains if c.types == {"Country"}}
    known = state.lore.demonym_country(first) is not None or first.casefold() in lands
    return len(words) == 2 and first[0].isupper() and not known


def _is_called(chain: Chain, word: str) -> bool:
    return any(word in (m.canonical or m.text).casefold().split() for m in chain.names)


def _settle(state: Discourse, anaphor: Anaphor, chain: Chain, score: float) -> Reference | None:
    antecedents = chain.antecedents(anaphor.mention.first)
    state.add(anaphor, chain, "many" if anaphor.form == "they" else "one")
    if anaphor.kind == "pronoun":
        state.pronoun_of[chain.key] = (anaphor.form, state.scene.sentence[anaphor.head])
        if anaphor.form in {"he", "she"} and chain.gender is None and score > 0.6:
            chain.gender = "male" if anaphor.form == "he" else "female"
    if anaphor.kind == "description" and chain.named:
        state.scene.resolved[anaphor.head] = antecedents[0]
    if antecedents and all(m.head == anaphor.head for m in antecedents):
        return None
    return Reference(anaphor.mention, antecedents, round(score, 3))


def _several(state: Discourse, anaphor: Anaphor, antecedents: tuple[Mention, ...], score: float) -> Reference | None:
    if not antecedents or score < THRESHOLD:
        state.start(anaphor, "many")
        return None
    phrase = phrase_of(state.scene, anaphor.mention, "many", antecedents)
    chain = state.chain_at.get(anaphor.head)
    if chain is None or chain.named:
        chain = Chain(f"pair {anaphor.head}", None)
        state.chains.append(chain)
    chain.phrases[:] = [phrase]
    return Reference(anaphor.mention, antecedents, round(score, 3))


def _best(state: Discourse, anaphor: Anaphor) -> tuple[Chain | None, float]:
    """The chain that an anaphor most likely stands for, and how likely."""
    pronoun = anaphor.kind == "pronoun"
    site = find_site(state.scene, anaphor)
    context = Context(state.scene, site, state.last_speaker(anaphor.head), state.share, state.pronoun_of)
    if pronoun and anaphor.form == "they":
        context = replace(context, many=_tells_of_many(context, state.chains))
    barred = state.outsider(anaphor.head) if pronoun or anaphor.form in PERSON_NOUNS else None
    scores: dict[str, float] = {}
    for chain, recent in _in_reach(site, state.chains):
        if chain is not barred and (score := _fit(context, chain, recent)) is not None:
            scores[chain.key] = score
    if not scores:
        return None, 0.0
    nothing = NOTHING[anaphor.form] if pronoun else NOTHING_DESCRIBED
    likely = probabilities(scores, nothing + NOTHING_HAPPENED * site.eventful)
    key = max(sorted(likely), key=lambda k: likely[k])
    return next(c for c in state.chains if c.key == key), likely[key]


def _tells_of_many(context: Context, chains: Sequence[Chain]) -> bool:
    """Whether a plural of the same sentence, before the pronoun, is grammatically fit to be ``they``."""
    site = context.site
    return any(
        p.number == "many" and p.role in {"subject", "object"} and pronoun_fits(context, c, p)
        for c in chains
        for p in c.phrases
        if p.sentence == site.sentence and p.mention.stop <= site.anaphor.head
    )


def _fit(context: Context, chain: Chain, recent: Sequence[Phrase]) -> float | None:
    """Log-odds of the best of a chain's last phrases, None where grammar rules all out."""
    if context.site.anaphor.kind != "pronoun":
        scores = [
            weigh(description_features(context, chain, p), DESCRIPTION_WEIGHTS)
            for p in recent
            if description_fits(context, chain, p)
        ]
        return max(scores, default=None)
    if names_again(context, chain) or not all(pronoun_fits(context, chain, p) for p in _subjects(context.site, chain)):
        return None
    scores = [
        weigh(pronoun_features(context, chain, p), PRONOUN_WEIGHTS) for p in recent if pronoun_fits(context, chain, p)
    ]
    return max(scores, default=None)


def _in_reach(site: Site, chains: Sequence[Chain]) -> Iterator[tuple[Chain, list[Phrase]]]:
    """Each chain near enough, with its last phrases before the anaphor and the subject that a fronted one leans on."""
    head, here = site.anaphor.head, site.sentence
    earliest = here - _REACH[site.anaphor.kind]
    for chain in chains:
        near = [p for p in chain.phrases if earliest <= p.sentence <= here and p.mention.head < head]
        if len(near) > 3:
            near = sorted(near, key=lambda p: p.mention.head)[-3:]
        if site.fronted > head:
            near += [p for p in chain.phrases if p.mention.head == site.fronted]
        if near:
            yield chain, near


def _subjects(site: Site, chain: Chain) -> list[Phrase]:
    """Subjects of the anaphor's own clause: if they are barred, so is their whole chain."""
    if site.subject in {-1, site.anaphor.head}:
        return []
    return [p for p in chain.phrases if p.mention.head == site.subject]
