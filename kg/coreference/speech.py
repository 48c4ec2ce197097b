"""First persons in quotations, and ``his country``: what somebody belongs to."""

from __future__ import annotations

from kg.coreference.affiliation import Lore, author_of, belonging, ties, voice_of
from kg.coreference.anaphora import Anaphor
from kg.coreference.chains import Chain
from kg.coreference.discourse import Discourse
from kg.coreference.scene import Scene
from kg.coreference.words import LOOSE, NOUN_TYPES, OUTSIDERS, PERSON_NOUNS, POSTS, SPECIFIC, TEAMS
from kg.extract.reporting import reporting_class
from kg.stages import Mention, Reference


def resolve_speech(state: Discourse, anaphor: Anaphor) -> Reference | None:
    """``I`` is the speaker, ``we`` whom the speaker speaks for, else the speaker and others.

    Outside quotations neither is resolved.
    """
    quotation = state.scene.quotation(anaphor.head)
    chain = state.voice(quotation)
    if chain is None or quotation is None:
        return None
    if chain.sort == "thing":
        author = author_of(state.scene, chain)
        return Reference(anaphor.mention, (author,), 0.7) if author is not None else None
    names = chain.antecedents(quotation.first)
    if anaphor.form == "we":
        organisation = spoken_for(state.scene, chain, anaphor.head, state.lore) or _ruled(state, chain, anaphor.head)
        if organisation is not None:
            return Reference(anaphor.mention, (organisation,), 0.85)
        return Reference(anaphor.mention, names, 0.6, others=_is_one_person(chain)) if names else None
    return Reference(anaphor.mention, names, 0.95) if names else None


def _ruled(state: Discourse, chain: Chain, before: int) -> Mention | None:
    """The government that is called after the speaker: ``the Keller government`` of ``Premier Keller``."""
    own = {m.text.casefold().split()[-1] for m in chain.names if m.type == "Person"}
    for other in state.chains:
        called = {word for m in other.names for word in m.text.casefold().split()}
        if own & called and "Government" in other.types:
            return other.antecedents(before)[0]
    return None


def _is_one_person(chain: Chain) -> bool:
    """Tell whether ``we`` of `chain` would be one person, which it never is."""
    return chain.sort == "person" and (chain.named or not any(p.number == "many" for p in chain.phrases))


def spoken_for(scene: Scene, chain: Chain, before: int, lore: Lore) -> Mention | None:
    """Whom the speaker of `chain` means by ``we``: an organisation itself, a person's organisation or country."""
    if chain.sort != "person":
        names = chain.antecedents(before) if chain.named else ()
        return names[0] if names else None
    return voice_of(scene, chain, lore)


_OWN = frozenset({"administration", "cabinet", "regime", "junta"})
"""Whoever governs with somebody, which is not the country."""


def resolve_own(state: Discourse, anaphor: Anaphor) -> Reference | None:
    """``his country``: the country of whoever ``his`` is."""
    owner = state.chain_at.get(anaphor.mention.first)
    types = NOUN_TYPES.get(anaphor.form)
    if owner is None or owner.sort != "person" or types is None or anaphor.form in PERSON_NOUNS:
        return None
    mention = belonging(state.scene, owner, types, state.lore)
    if mention is None or (anaphor.form in _OWN and mention.type == "Country"):
        return None
    state.add(anaphor, state.chain_of(mention), "one")
    return Reference(anaphor.mention, (mention,), 0.8)


def resolve_theirs(state: Discourse, anaphor: Anaphor) -> Reference | None:
    """``"The team was emotional," said Panama's coach``: the team that whoever speaks belongs to by a post."""
    types = NOUN_TYPES.get(anaphor.form, frozenset())
    types = types | {"Country"} if anaphor.form in TEAMS else types & _BODIES
    chain = _speaker(state, anaphor.head)
    bare = anaphor.mention.stop - anaphor.mention.first == 2
    if chain is None or not types or not bare or anaphor.form in SPECIFIC - LOOSE:
        return None
    if chain.sort == "body" and chain.named and chain.types & types:
        mention = chain.antecedents(anaphor.mention.first)[0]
    else:
        found = ties(state.scene, chain.names, state.lore) if chain.sort == "person" else ()
        inside = (t.mention for t in found if t.post in POSTS - OUTSIDERS and t.mention.type in types)
        first = next(inside, None)
        if first is None:
            return None
        mention = first
    state.add(anaphor, state.chain_of(mention), "one")
    state.scene.resolved[anaphor.head] = mention
    return Reference(anaphor.mention, (mention,), 0.8)


_BODIES = frozenset({"Company", "Organization", "NewsOutlet", "GovernmentBody"})


def _speaker(state: Discourse, i: int) -> Chain | None:
    """Whose quotation token `i` stands in, or who is reported to say its clause (``Keller said the firm would …``)."""
    quoted = state.speaker(i)
    if quoted is not None:
        return quoted
    verb = state.scene.verb(i)
    said = state.scene.matrix(verb) if verb is not None else None
    subject = state.scene.subject(said) if said is not None and reporting_class(said) is not None else None
    return state.chain_at.get(subject.i) if subject is not None else None
