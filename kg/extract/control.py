"""Who does what a verb or a noun gives to do: `sent troops to guard it`, `complied with its request to close`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.forms import NOMINAL, is_infinitive, is_passive, is_verb
from kg.extract.lists import members
from kg.extract.phrases import can_act
from kg.extract.verbs import OBJECT_CONTROL, PREPOSITIONAL_CONTROL, TAKING

if TYPE_CHECKING:
    from spacy.tokens import Token

FITTING = frozenset({"suit", "fit", "match", "reflect"})
"""Verbs of what the object is chosen or changed for, which does it."""
_MEANT_FOR = frozenset(
    "design build create establish form found set hire recruit appoint assign call elect invite mobilize mobilise "
    "intend train force draft commission order program programme equip need use require install introduce expect "
    "deploy send pay bind summon choose select name provide give sign".split()
)
"""Verbs whose passive subject does what it is meant for: `a fund was set up to help victims`."""
_STANDING_FOR = frozenset("represent symbolize symbolise mark commemorate celebrate honour honor protest".split())
"""Verbs of what something itself is held or done for."""
_GRANTING = frozenset("give grant award offer allow assign".split())
"""Verbs that give somebody the right to do something."""
_SKILLS = frozenset("experience expertise skill interest knowledge background competence confidence talent".split())
"""Nouns whose gerund tells no deed: `has experience in dealing with X`."""
_MOVING = frozenset("take send bring dispatch deploy".split())
"""Verbs that move somebody who then does what the infinitive right after them says."""
_FORCES = frozenset({"troop", "troops", "force", "reinforcement", "reinforcements"})
_TALKING = frozenset(
    "speak talk say tell ask complain report inform thank apologize apologise check discuss warn congratulate".split()
)
"""Verbs of what a telephone call is for."""
_OBEYING = frozenset("comply obey heed follow ignore reject refuse defy grant".split())
_WISHES = frozenset("request call demand appeal plea order instruction".split())
"""Nouns of what others are to do."""


def prepositional_controller(governor: Token, verb: Token) -> Token | None:
    """Return who is to do the infinitive `verb` in `called on Congress to pass it`, or None."""
    wanted = PREPOSITIONAL_CONTROL.get(governor.lemma_.lower(), frozenset())
    for prep in governor.rights:
        if prep.dep_ == "prep" and prep.lower_ in wanted and prep.i < verb.i:
            return next((c for c in prep.children if c.dep_ == "pobj"), None)
    return None


def asked(noun: Token) -> Token | None:
    """Return the verb of whoever is asked: `complied with the ministry's request to close` closes."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    obeyed = noun.dep_ in ("pobj", "dobj") and verb.lemma_.lower() in _OBEYING
    return verb if obeyed and noun.lemma_.lower() in _WISHES else None


def receivers(noun: Token) -> list[Token] | None:
    """Return who gets what `noun` is in `gave the ministry the right to impose fines`; None where nothing is given."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in _GRANTING or not is_verb(verb) or is_passive(verb):
        return None
    found = [c for c in verb.rights if c.dep_ == "dative" and c.pos_ in NOMINAL]
    found += [c for to in verb.rights if to.lower_ == "to" for c in to.children if c.dep_ == "pobj"]
    return [m for c in found[:1] for m in members(c)]


def holder(noun: Token, verb: Token) -> Token | None:
    """Return who is to do it in `the failure of the U.S. to bring its law into line`, or None."""
    for prep in noun.rights:
        if prep.lower_ in ("of", "by") and prep.i < verb.i:
            return next((c for c in prep.children if c.dep_ == "pobj" and can_act(c)), None)
    return None


def skill_before(preposition: Token) -> Token | None:
    """Return the noun of a skill that ends before `preposition`, or None: `experience in dealing with X`."""
    noun = preposition.nbor(-1) if preposition.i > preposition.sent.start else preposition
    return noun if noun.pos_ == "NOUN" and noun.lemma_.lower() in _SKILLS else None


def is_moved(somebody: Token, governor: Token, verb: Token) -> bool:
    """Whether `somebody` is brought to where they do it: `sent troops to guard it`, not `took Acme to court to win`."""
    near = somebody.right_edge.i + 1 == verb.left_edge.i and is_infinitive(verb) and not is_phoned(governor, verb)
    acts = can_act(somebody) or somebody.lemma_.lower() in _FORCES
    return near and acts and governor.lemma_.lower() in _MOVING | OBJECT_CONTROL.keys()


def is_phoned(governor: Token, verb: Token) -> bool:
    """Whether `called X to speak with Y` is a telephone call, so that whoever calls speaks."""
    by_phone = any(c.lower_ in ("phone", "telephone") for by in governor.rights for c in by.children)
    return governor.lemma_ == "call" and is_infinitive(verb) and (by_phone or verb.lemma_.lower() in _TALKING)


def is_nobodys(aim: Token, governor: Token) -> bool:
    """Whether nobody says who has a purpose: `the party was held to raise money`, `chose the date to suit its voters`.

    What was sent, built or set up does itself what it is for.
    """
    if any(c.dep_ == "mark" for c in aim.lefts) or aim.lemma_.lower() in _STANDING_FOR:
        return False
    if aim.lemma_.lower() in FITTING and any(c.dep_ == "dobj" for c in governor.rights):
        return True
    return aim.dep_ == "advcl" and is_passive(governor) and governor.lemma_.lower() not in _MEANT_FOR | TAKING
