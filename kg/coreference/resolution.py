"""Resolving the anaphora of an article from left to right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.coreference.affiliation import Lore, author_of, belonging, voice_of
from kg.coreference.anaphora import Anaphor, find_anaphora
from kg.coreference.chains import Chain, Number, Phrase, build_chains, phrase_of, sort_of_noun
from kg.coreference.pairs import Company, Party, find_companies, find_parties, resolve_pair, resolve_plural
from kg.coreference.scene import Scene
from kg.coreference.scoring import (
    DESCRIPTION_WEIGHTS,
    NOTHING,
    NOTHING_DESCRIBED,
    PRONOUN_WEIGHTS,
    Context,
    Site,
    description_features,
    description_fits,
    find_site,
    names_again,
    probabilities,
    pronoun_features,
    pronoun_fits,
    weigh,
)
from kg.coreference.words import FIRST_NAMES, NOUN_TYPES, PERSON_NOUNS, SORT_OF_TYPE, Sort
from kg.gazetteer import load_gazetteer
from kg.language import Reading
from kg.model import Mention, Quotation, Reference

THRESHOLD = 0.45
"""Below this probability the resolver abstains."""
_DESCRIBED = 0.5
"""The same for descriptions."""
_REACH = {"pronoun": 5, "description": 25}
"""How many sentences back the last phrase of a chain may lie."""


@dataclass
class _Discourse:
    """What has been said so far in an article; grows as references are resolved."""

    scene: Scene
    chains: list[Chain]
    parties: list[Party]
    companies: list[Company]
    lore: Lore
    share: Mapping[str, float]
    pronoun_of: dict[str, tuple[str, int]]
    chain_at: dict[int, Chain]


def find_references(
    reading: Reading, mentions: Sequence[Mention], quotations: Sequence[Quotation], lore: Lore | None = None
) -> tuple[Reference, ...]:
    """Resolve the pronouns and descriptions of an article to its names, in the order of the text.

    `mentions` are the names of the article in order; `lore` knows countries' adjectives and the
    gender of given names (the packaged gazetteer where none is given). What cannot be resolved
    surely enough yields no reference.
    Antecedents are names wherever there is one, else noun phrases (``kind="nominal"``).
    """
    lore = lore or load_gazetteer()
    scene = Scene(reading, mentions, quotations)
    anaphora = sorted(find_anaphora(scene), key=lambda a: _turn(scene, a))
    chains = build_chains(scene, {a.head for a in anaphora})
    _assign_gender(chains, lore)
    parties = find_parties(scene, chains, lore)
    state = _Discourse(
        scene, chains, parties, find_companies(scene, parties), lore, _shares(chains), {}, _by_token(chains)
    )
    found: list[Reference] = []
    for anaphor in anaphora:
        reference = _resolve(state, anaphor)
        if reference is not None:
            found.append(reference)
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
            return _we(scene, chain, speaker_mention.head, lore or load_gazetteer())
    return None


def _turn(scene: Scene, anaphor: Anaphor) -> tuple[int, int, int]:
    """Order of resolution: that of the text, but what is quoted waits until its speaker is known (``"…," he said``)."""
    quotation = scene.quotation(anaphor.head)
    speaker = quotation.speaker if quotation is not None else None
    if speaker is not None and speaker > anaphor.head:
        return (speaker, 1, anaphor.head)
    return (anaphor.head, 0, anaphor.head)


def _by_token(chains: Sequence[Chain]) -> dict[int, Chain]:
    simple = [(p.mention, c) for c in chains for p in c.phrases if not p.members]
    nested = sorted(simple, key=lambda pair: pair[0].first - pair[0].stop)  # an inner phrase wins over an outer one
    return {i: chain for mention, chain in nested for i in range(mention.first, mention.stop)}


def _assign_gender(chains: Sequence[Chain], lore: Lore) -> None:
    for chain in chains:
        if chain.sort == "person" and chain.gender is None:
            firsts = sorted({(m.canonical or m.text).split()[0] for m in chain.names if " " in (m.canonical or m.text)})
            known = {lore.given_name(name) for name in firsts} | {FIRST_NAMES.get(name.casefold()) for name in firsts}
            chain.gender = "male" if "male" in known and "female" not in known else None
            chain.gender = "female" if "female" in known and "male" not in known else chain.gender


def _shares(chains: Sequence[Chain]) -> dict[str, float]:
    """How much a chain is talked about, 0 to 1 for the most named of its sort."""
    most = Counter[Sort | None]()
    for chain in chains:
        most[chain.sort] = max(most[chain.sort], len(chain.names))
    return {c.key: len(c.names) / max(most[c.sort], 3) for c in chains}


def _resolve(state: _Discourse, anaphor: Anaphor) -> Reference | None:
    if anaphor.form in {"I", "we"}:
        return _speech(state, anaphor)
    if anaphor.kind == "own":
        return _own(state, anaphor)
    if anaphor.kind == "pair":
        antecedents, score = resolve_pair(state.scene, anaphor, state.parties, state.companies)
        return _several(state, anaphor, antecedents, score)
    if anaphor.kind == "plural":
        antecedents, score = resolve_plural(state.scene, anaphor, state.companies)
        return _several(state, anaphor, antecedents, score)
    chain, score = _best(state, anaphor)
    if chain is None or score < (THRESHOLD if anaphor.kind == "pronoun" else _DESCRIBED):
        if anaphor.kind == "description":
            _found(state, anaphor, "one")
        return None
    return _settle(state, anaphor, chain, score)


def _found(state: _Discourse, anaphor: Anaphor, number: Number) -> None:
    """Start a chain of its own with a description that stands for nothing before it."""
    sort: Sort | None = "person" if anaphor.form in PERSON_NOUNS else sort_of_noun(anaphor.form)
    chain = Chain(f"phrase {anaphor.head}", sort, set(NOUN_TYPES.get(anaphor.form, ())), None, {anaphor.form})
    chain.phrases.append(phrase_of(state.scene, anaphor.mention, number))
    state.chains.append(chain)
    state.chain_at[anaphor.head] = chain


def _settle(state: _Discourse, anaphor: Anaphor, chain: Chain, score: float) -> Reference | None:
    antecedents = chain.antecedents(anaphor.mention.first)
    chain.phrases.append(phrase_of(state.scene, anaphor.mention, "many" if anaphor.form == "they" else "one"))
    state.chain_at[anaphor.head] = chain
    if anaphor.kind == "pronoun":
        state.pronoun_of[chain.key] = (anaphor.form, state.scene.sentence[anaphor.head])
        if anaphor.form in {"he", "she"} and chain.gender is None and score > 0.6:
            chain.gender = "male" if anaphor.form == "he" else "female"
    if anaphor.kind == "description" and chain.named:
        state.scene.resolved[anaphor.head] = antecedents[0]
    if antecedents and all(m.head == anaphor.head for m in antecedents):
        return None
    return Reference(anaphor.mention, antecedents, round(score, 3))


def _several(state: _Discourse, anaphor: Anaphor, antecedents: tuple[Mention, ...], score: float) -> Reference | None:
    if not antecedents or score < THRESHOLD:
        _found(state, anaphor, "many")
        return None
    phrase = phrase_of(state.scene, anaphor.mention, "many", antecedents)
    chain = state.chain_at.get(anaphor.head)
    if chain is None or chain.named:
        chain = Chain(f"pair {anaphor.head}", None)
        state.chains.append(chain)
    chain.phrases[:] = [phrase]
    return Reference(anaphor.mention, antecedents, round(score, 3))


def _best(state: _Discourse, anaphor: Anaphor) -> tuple[Chain | None, float]:
    """The chain that an anaphor most likely stands for, and how likely."""
    pronoun = anaphor.kind == "pronoun"
    site = find_site(state.scene, anaphor)
    context = Context(state.scene, site, _last_speaker(state, anaphor.head), state.share, state.pronoun_of)
    barred = _speaker(state, anaphor.head) if pronoun else None
    scores: dict[str, float] = {}
    for chain in state.chains:
        score = None if chain is barred else _fit(context, chain)
        if score is not None:
            scores[chain.key] = score
    if not scores:
        return None, 0.0
    likely = probabilities(scores, NOTHING[anaphor.form] if pronoun else NOTHING_DESCRIBED)
    key = max(sorted(likely), key=lambda k: likely[k])
    return next(c for c in state.chains if c.key == key), likely[key]


def _fit(context: Context, chain: Chain) -> float | None:
    """Log-odds of the best of a chain's last phrases, None where grammar rules all out."""
    recent = _recent(context.site, chain)
    if not recent:
        return None
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


def _recent(site: Site, chain: Chain) -> list[Phrase]:
    """The chain's last phrases before the anaphor, and the subject that a fronted phrase leans on."""
    head, reach = site.anaphor.head, _REACH[site.anaphor.kind]
    near = [p for p in chain.phrases if p.mention.head < head and 0 <= site.sentence - p.sentence <= reach]
    if len(near) > 3:
        near = sorted(near, key=lambda p: p.mention.head)[-3:]
    if site.fronted > head:
        near += [p for p in chain.phrases if p.mention.head == site.fronted]
    return near


def _subjects(site: Site, chain: Chain) -> list[Phrase]:
    """Subjects of the anaphor's own clause: if they are barred, so is their whole chain."""
    if site.subject in {-1, site.anaphor.head}:
        return []
    return [p for p in chain.phrases if p.mention.head == site.subject]


# --- speech ---


def _speaker(state: _Discourse, i: int) -> Chain | None:
    """Whose whole quotation token `i` stands in."""
    quotation = state.scene.quotation(i)
    return _voice(state, quotation) if quotation is not None and quotation.whole else None


def _voice(state: _Discourse, quotation: Quotation) -> Chain | None:
    return None if quotation.speaker is None else state.chain_at.get(quotation.speaker)


def _last_speaker(state: _Discourse, i: int) -> Chain | None:
    """Who spoke in the last whole quotation of the paragraph before token `i`, within two sentences."""
    scene = state.scene
    for quotation in reversed(scene.quotations):
        if quotation.stop <= i and quotation.whole and quotation.speaker != i:
            last = quotation.stop - 1
            near = scene.paragraph[i] == scene.paragraph[last] and scene.sentence[i] - scene.sentence[last] <= 2
            return _voice(state, quotation) if near else None
    return None


def _speech(state: _Discourse, anaphor: Anaphor) -> Reference | None:
    """``I`` is the speaker, ``we`` whom the speaker speaks for; outside quotations neither is resolved."""
    quotation = state.scene.quotation(anaphor.head)
    chain = _voice(state, quotation) if quotation is not None else None
    if chain is None or quotation is None:
        return None
    if chain.sort == "thing":
        author = author_of(state.scene, chain)
        return Reference(anaphor.mention, (author,), 0.7) if author is not None else None
    names = chain.antecedents(quotation.first)
    if anaphor.form == "we":
        organisation = _we(state.scene, chain, anaphor.head, state.lore)
        if organisation is not None:
            return Reference(anaphor.mention, (organisation,), 0.85)
        return Reference(anaphor.mention, names, 0.6) if names else None
    return Reference(anaphor.mention, names, 0.95) if names else None


def _we(scene: Scene, chain: Chain, before: int, lore: Lore) -> Mention | None:
    if chain.sort != "person":
        names = chain.antecedents(before) if chain.named else ()
        return names[0] if names else None
    return voice_of(scene, chain, lore)


def _own(state: _Discourse, anaphor: Anaphor) -> Reference | None:
    """``his country``: the country of whoever ``his`` is."""
    owner = state.chain_at.get(anaphor.mention.first)
    types = NOUN_TYPES.get(anaphor.form)
    if owner is None or owner.sort != "person" or types is None or anaphor.form in PERSON_NOUNS:
        return None
    mention = belonging(state.scene, owner, types, state.lore)
    if mention is None:
        return None
    chain = _chain_of(state, mention)
    chain.phrases.append(phrase_of(state.scene, anaphor.mention, "one"))
    state.chain_at[anaphor.head] = chain
    return Reference(anaphor.mention, (mention,), 0.8)


def _chain_of(state: _Discourse, mention: Mention) -> Chain:
    """The chain of a name; a country named by its adjective only gets one now."""
    key = (mention.canonical or mention.text).casefold()
    for chain in state.chains:
        if mention in chain.names or chain.key == key:
            return chain
    chain = Chain(key, SORT_OF_TYPE[mention.type or "Thing"], {mention.type or "Thing"}, names=[mention])
    state.chains.append(chain)
    return chain
