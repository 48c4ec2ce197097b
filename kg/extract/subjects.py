"""Who a clause is about: its subject, said or understood.

A participle, an infinitive or the second half of a conjunction has no subject of its own; it is
found here by control (`hopes to ship`), by the noun it modifies (`a statement released by X`) or
in the clause it hangs on (`raised tariffs, imposing …`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.control import (
    FITTING,
    asked,
    holder,
    is_moved,
    is_nobodys,
    is_phoned,
    prepositional_controller,
    receivers,
    skill_before,
)
from kg.extract.forms import NOMINAL, SUBJECT, clause_of, is_infinitive, is_passive, is_verb
from kg.extract.lists import members
from kg.extract.nouns import CONTENT_NOUNS, EVENT_NOUNS, GENERIC_NOUNS
from kg.extract.phrases import can_act
from kg.extract.verbs import ACCUSING, ASPECTUAL, OBJECT_CONTROL, PREVENTING

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVE_TAGS = ("WDT", "WP", "WP$")
"""Tags of relative pronouns, `that` aside."""
_MARGINS = frozenset("vote point percent % percentage goal seat run length second minute margin stroke".split())
"""Nouns that with a number say by how much somebody won or lost."""
_AIMS = frozenset("job role task dream ambition strategy idea purpose policy priority objective challenge way".split())
"""Nouns that are what somebody is to do: `his task is to lead it`."""
_AFFECTED = ("dobj", "obj", "nsubjpass", "dative")
"""Dependencies of whoever a verb of accusing or preventing is about; `fined X $5 million` puts it first."""
_HANGING = ("xcomp", "ccomp", "advcl", "oprd", "pcomp", "prep", "dep", "parataxis")
"""Dependencies of a clause whose subject may be understood from the clause above."""
_ACTING = ("PERSON", "ORG", "GPE", "NORP")
_OWN_DEEDS = frozenset(
    "promise threaten use spend do make pass meet join leave visit sue hire choose call phone contact "
    "email write".split()
)
"""Verbs with an object whose infinitive their own subject does: `promised workers to stay`."""
_DEPTH = 12
"""How far up understood subjects are looked for; deeper trees are parser errors."""
_RESULTING = frozenset("lead cause trigger spark prompt provoke result".split())
"""Verbs of what comes of a deed, not of whom it was done to."""
_SEEN = frozenset("need chance opportunity possibility reason way point sense duty potential hope".split())
"""Nouns of what whoever sees them may or must do: `saw no need to sell`."""


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Return the heads of the surface subject of `verb`, conjuncts and named examples spread out.

    Empty when none is said or understood (imperatives, `it is …` without a meaning). `depth` counts
    the clauses climbed so far.
    """
    if depth > _DEPTH:
        return []
    own = [c for c in verb.children if c.dep_ in SUBJECT]
    if own:
        return antecedent(verb) if is_relative(own[0], verb) else members(own[0])
    if any(c.dep_ == "expl" for c in verb.children):
        return [m for c in verb.rights if c.dep_ == "attr" for m in members(c)]
    return _understood(verb, depth)


def agents(verb: Token) -> list[Token]:
    """Return the heads after `by` of a passive."""
    return [
        m
        for by in verb.rights
        if by.dep_ == "agent" or (by.dep_ == "prep" and by.lower_ == "by" and is_passive(verb))
        for c in by.children
        if c.dep_ == "pobj" and not _is_margin(c)
        for m in members(c)
    ]


def _is_margin(noun: Token) -> bool:
    """Whether `by 10,000 votes` says by how much, not who did it."""
    counted = any(c.dep_ == "nummod" for c in noun.lefts) or noun.pos_ == "NUM"
    return counted and (noun.pos_ == "NUM" or noun.lemma_.lower() in _MARGINS)


def is_relative(token: Token, verb: Token) -> bool:
    """Whether `token` stands in the clause of `verb` for the noun that the clause modifies."""
    return token.tag_ in RELATIVE_TAGS or (token.lower_ == "that" and verb.dep_ == "relcl")


def antecedent(verb: Token) -> list[Token]:
    """Return the noun that a relative clause modifies, following conjoined relative clauses."""
    clause = verb
    while clause.dep_ == "conj" and is_verb(clause.head):
        clause = clause.head
    while clause.dep_ in ("ccomp", "xcomp") and is_verb(clause.head):
        clause = clause.head
    if clause.dep_ not in ("relcl", "acl") or clause.head.pos_ not in NOMINAL:
        return []
    noun = clause.head
    if noun.dep_ == "appos" and noun.pos_ == "NOUN" and noun.head.ent_type_ == "PERSON":
        noun = noun.head  # `O'Reilly, an expert who …` tells of O'Reilly
    if noun.dep_ == "attr" and clause.left_edge.lower_ == "which" and clause.left_edge.nbor(-1).is_punct:
        noun = next((c for c in noun.head.lefts if c.dep_ == "nsubj"), noun)  # `the ban was a mistake, which hurt …`
    return members(noun) if noun.lemma_.lower() not in GENERIC_NOUNS else []


def _understood(verb: Token, depth: int) -> list[Token]:
    governor = verb.head
    if governor == verb:
        return []
    if verb.dep_ == "conj" and is_verb(governor):
        return subjects(governor, depth + 1)
    if verb.dep_ in ("acl", "relcl"):
        return _of_modified(verb, governor, depth)
    if verb.dep_ == "pcomp" and governor.dep_ in ("prep", "agent", "mark"):
        return _of_gerund(governor, depth)
    if verb.dep_ not in _HANGING:
        return []
    if is_verb(governor):
        return _controlled(verb, governor, depth)
    return _of_clause_above(governor, depth) if governor.pos_ in ("ADJ", "NOUN") else []


def _of_clause_above(token: Token, depth: int) -> list[Token]:
    clause = clause_of(token)
    return subjects(clause, depth + 1) if clause is not None else []


def _of_modified(verb: Token, noun: Token, depth: int) -> list[Token]:
    """`a statement released …`, `his decision to fine …`: the noun itself, or who has it."""
    if is_infinitive(verb):
        if verb.lemma_.lower() in FITTING:
            return []  # `chose a date to suit the voters`: the date suits them
        if noun.dep_ == "dobj" and noun.head.lemma_ == "see" and noun.lemma_ not in _SEEN:
            return members(noun)  # `will see new rules to cut waste`: the rules cut it
        if (addressee := asked(noun)) is not None:
            return subjects(addressee, depth + 1)
        if (given := receivers(noun)) is not None:
            return given
        if owner := holder(noun, verb):
            return members(owner)
        found = _of_clause_above(noun, depth) if noun.dep_ not in SUBJECT else []
        if noun.dep_ == "pobj":  # `their actions were due to the need to comply`: the actions comply with nothing
            found = [t for t in found if t.pos_ == "PRON" or can_act(t)]
        return [c for c in noun.lefts if c.dep_ == "poss"] or found
    if verb.tag_ == "VBG" and verb.i and verb.doc[verb.i - 1].text == "," and _in_examples(noun):
        return []  # `issues such as the drilling, raising the ceiling and a bill`: one more issue
    if noun.dep_ == "attr" and any(c.lower_ == "having" for c in verb.lefts):
        return subjects(noun.head, depth + 1)  # `Brison is the most generous, having donated …`
    return members(noun) if noun.pos_ in NOMINAL else []


def _in_examples(noun: Token) -> bool:
    above = (noun, *noun.ancestors)
    return any(t.dep_ == "prep" and t.lower_ in ("as", "like", "including") for t in above[:6])


def _of_gerund(preposition: Token, depth: int) -> list[Token]:
    """`prevent X from selling`, `by restricting`, `after meeting`."""
    above = preposition.head
    if skill_before(preposition) is not None:
        return []
    if not is_verb(above):
        owners = [c for c in above.children if c.dep_ == "poss"][:1]
        has = above.dep_ == "dobj" and above.head.lemma_ == "have"  # `had no intention of leaving`
        return owners or (subjects(above.head, depth + 1) if has and preposition.lower_ == "of" else [])
    lemma = above.lemma_.lower()
    kept = [c for c in above.children if c.dep_ in _AFFECTED and c.i < preposition.i]
    prevented = lemma in PREVENTING and preposition.lower_ == "from"
    if preposition.lower_ == "by" and is_passive(above):
        return agents(above)  # `must be reset by pushing a button`: nobody says who pushes
    accused = lemma in ACCUSING and preposition.lower_ in ("of", "for", "with")
    if kept and preposition.lower_ == "as":  # `quoted an official as saying`, `a shoe that they praise as being cheap`
        return antecedent(above) if is_relative(kept[0], above) else members(kept[0])
    return members(kept[0]) if kept and (prevented or accused) else subjects(above, depth + 1)


def skilled(noun: Token) -> list[Token]:
    """Who has the skill that `noun` names: `her` of `her experience`, the subject of `has experience`."""
    owners = [c for c in noun.lefts if c.dep_ == "poss"]
    has = noun.dep_ == "dobj" and noun.head.lemma_ in ("have", "bring", "gain")
    return owners[:1] or (subjects(noun.head) if has else [])


def _controlled(verb: Token, governor: Token, depth: int) -> list[Token]:
    """The subject that `governor` gives to its complement or adjunct `verb`."""
    lemma = governor.lemma_.lower()
    infinitive = is_infinitive(verb) or verb.tag_ == "VB"
    if verb.dep_ == "ccomp" and not infinitive:
        return []
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.lemma_.lower() in _RESULTING:
        if is_passive(governor):
            return []  # `was sent off, leading to a penalty`: that he was sent off led to it
        if deed := [
            c for c in governor.rights if c.dep_ == "dobj" and c.lemma_.lower() in EVENT_NOUNS and c.i < verb.i
        ]:
            return members(deed[0])  # `made a bid, prompting protests`: the bid did
    if verb.dep_ == "ccomp" and not is_infinitive(verb) and lemma not in OBJECT_CONTROL:
        return []  # an imperative: `"Stop the war," he said`
    if infinitive and (addressed := prepositional_controller(governor, verb)):
        return members(addressed)
    objects = _objects_before(governor, verb) if infinitive and verb.dep_ in ("xcomp", "ccomp", "advcl") else []
    if objects and is_moved(objects[-1], governor, verb):
        return members(objects[-1])
    objects = [] if verb.dep_ == "advcl" or is_phoned(governor, verb) else objects
    if objects and (lemma in OBJECT_CONTROL or (_is_somebody(objects[0]) and lemma not in _OWN_DEEDS)):
        return members(objects[0])
    if infinitive and lemma in OBJECT_CONTROL and not objects and _takes_antecedent(governor):
        return antecedent(governor)  # `the company they paid to transport wheat`
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp" and lemma in OBJECT_CONTROL and lemma not in ASPECTUAL:
        return []  # `authorized sending troops` leaves open who sends them
    if infinitive and lemma == "take" and any(c.lower_ == "it" and c.dep_ == "nsubj" for c in governor.lefts):
        return [m for o in _objects_before(governor, verb)[:1] for m in members(o)]  # `it took engineers years to …`
    doers = agents(governor) if is_passive(governor) and infinitive and lemma not in OBJECT_CONTROL else []
    if infinitive and is_nobodys(verb, governor):
        return doers
    found = doers or subjects(governor, depth + 1)
    if governor.lemma_ == "be" and infinitive:
        # `his desire was to remain`: whoever has the desire would remain, not the desire.
        wish = [noun for noun in found if noun.lemma_.lower() in CONTENT_NOUNS or noun.lemma_.lower() in _AIMS]
        return [owner for noun in wish for owner in noun.lefts if owner.dep_ == "poss"] if wish else found
    return found


def _takes_antecedent(verb: Token) -> bool:
    """Whether a relative clause has a subject of its own, and so its noun as object."""
    own = any(c.dep_ == "nsubj" and not is_relative(c, verb) for c in verb.children)
    return verb.dep_ == "relcl" and own and not is_passive(verb)


def _is_somebody(noun: Token) -> bool:
    """Whether a noun names or points at people who can do what an infinitive says."""
    return noun.ent_type_ in _ACTING or (noun.pos_ == "PRON" and noun.lower_ != "it") or noun.lower_ == "others"


def _objects_before(governor: Token, verb: Token) -> list[Token]:
    return [c for c in governor.children if c.dep_ in ("dobj", "dative", "obj") and c.i < verb.i and c.pos_ in NOMINAL]
