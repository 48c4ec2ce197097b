"""Verbs to propositions: each clause's subject, predicate, object and further participants.

Verbs that only frame another (`begin selling`) make no statement of their own. Everything else is
kept, with the preposition as part of the predicate where the verb needs it (`arrive in`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING

from kg.extract import arguments as args
from kg.extract.adjuncts import gerunds, is_awaited, is_condition, is_gerund, is_slight, prevented
from kg.extract.control import is_phoned, prepositional_controller
from kg.extract.copulas import copula
from kg.extract.facts import VerbFacts
from kg.extract.forms import is_infinitive, is_passive, is_reciprocal, is_verb
from kg.extract.light_verbs import light, relating, skills
from kg.extract.lists import members
from kg.extract.modality import standing
from kg.extract.noun_clauses import clause_of_noun, rejects
from kg.extract.nouns import CIRCUMSTANTIAL
from kg.extract.phrases import can_act, content, stretch
from kg.extract.predicates import active, base, frames, lacks_object, manner, passive, worded
from kg.extract.prepositionals import Prepositional, members_of, prepositionals
from kg.extract.reporting import reporting_class
from kg.extract.subjects import agents, subjects
from kg.extract.sums import fines, sums, together
from kg.extract.verbs import DEED_VERBS, FINING, OBJECT_CONTROL, TAKING
from kg.stages import Content, Phrase, Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_FACING = frozenset("appear testify plead kneel".split())
"""Verbs of what is done before somebody: there `before` tells where, not when."""
_MOST_PAIRS = 8
"""Subjects times objects of one verb; more is a list misparsed as arguments."""


def clause_propositions(facts: VerbFacts, verb: Token) -> list[Proposition]:
    """Return what one verb states, empty when it has no subject or only frames another verb."""
    if frames(verb) or verb.lower_ == "according" or lacks_object(verb) or _is_aside(verb):
        return []
    if ((is_condition(verb) or is_awaited(verb)) and is_slight(verb)) or _is_kept_from(verb):
        return []  # it is told with what depends on it, or with who prevents it
    who = subjects(verb)
    if is_passive(verb):
        return _passive(facts, verb, who)
    if not who and (held := skills(facts, verb)):
        return held
    return [*_active(facts, verb, who[:_MOST_PAIRS]), *sums(facts, verb), *fines(facts, verb), *together(facts, verb)]


def _is_aside(verb: Token) -> bool:
    """`the company, analysts believe, will cut it`: that tells who says so, and nothing else."""
    bare = not any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.children)
    return verb.dep_ == "parataxis" and bare and reporting_class(verb) is not None


def _is_kept_from(verb: Token) -> bool:
    """`is to keep prices from rising`: that prices do not rise is half of it, and the whole is told already."""
    above = verb.head.head
    if verb.dep_ != "pcomp" or verb.head.lower_ != "from" or prevented(above) != verb:
        return False
    if any(t.tag_ == "VBD" for t in (above, *above.lefts)) and standing(above).modality == "asserted":
        return False  # it was prevented, and so did not happen
    kept = [c for c in above.children if c.dep_ in ("dobj", "nsubjpass") and c.i < verb.i]
    return any(c.pos_ == "NOUN" and not can_act(c) for c in kept)


def _passive(facts: VerbFacts, verb: Token, patients: Sequence[Token]) -> list[Proposition]:
    doers = agents(verb)
    if not doers:
        return [p for patient in patients[:_MOST_PAIRS] for p in _agentless(facts, verb, patient)]
    extra = facts.qualifiers(verb, skip=("by",))
    pairs = list(product(doers, patients))[:_MOST_PAIRS]
    if (given := _kept(facts, verb)) and verb.lemma_.lower() in FINING:
        extra += (("amount", facts.noun(given)),)
    elif (said := facts.said(verb)) is not None:
        extra += (("that", Phrase(said.root, said.first, said.stop, said.label)),)
    elif given:
        return [
            facts.states(verb, d, facts.noun(given), active(verb), (*extra, ("to", facts.noun(p)))) for d, p in pairs
        ]
    return [facts.states(verb, d, facts.noun(p), active(verb), extra) for d, p in pairs]


def _kept(facts: VerbFacts, verb: Token) -> Token | None:
    return next((t for t in args.retained(verb) if not facts.is_time(t)), None)


def _agentless(facts: VerbFacts, verb: Token, patient: Token) -> list[Proposition]:
    said = facts.said(verb)
    if said is not None:
        return [facts.states(verb, patient, said, passive(verb), facts.qualifiers(verb))]
    for complement in args.complements(verb):
        return _made(facts, verb, patient, complement)
    if given := _kept(facts, verb):
        return [facts.states(verb, patient, facts.noun(given), passive(verb), facts.qualifiers(verb))]
    if args.infinitives(verb):
        return []  # `was told to prepare`: the preparing is stated on its own
    return _with_preposition(facts, verb, patient)


def _made(facts: VerbFacts, verb: Token, patient: Token, complement: Token) -> list[Proposition]:
    """`was elected mayor`, `was found guilty of fraud`: an adjective relates to what its preposition names."""
    extra = facts.qualifiers(verb)
    for prep in complement.rights:
        if complement.pos_ == "ADJ" and prep.dep_ == "prep" and (targets := members_of(prep)):
            words = passive(verb, f"{complement.lower_} {prep.lower_}")
            return [facts.states(verb, patient, facts.noun(t), words, extra) for t in targets[:_MOST_PAIRS]]
    return [facts.states(verb, patient, facts.noun(complement), passive(verb), extra)]


def _active(facts: VerbFacts, verb: Token, who: Sequence[Token]) -> list[Proposition]:
    if shared := light(facts, verb, who):
        return shared
    objects = [] if _is_sign(verb) else args.objects(verb)
    things = [t for t in objects if not facts.is_time(t)]
    if objects and not things:
        return []  # `spent months lobbying` says nothing but how long
    if things and is_reciprocal(things[0]):
        return _mutual(facts, verb, who)
    out = _transitive(facts, verb, who, things) + _with_clause(facts, verb, who)
    if out:
        return out
    if complements := args.complements(verb):
        return [p for s in who for c in complements for p in copula(facts, verb, s, c)]
    return [p for s in who for p in _with_preposition(facts, verb, s)]


def _is_sign(verb: Token) -> bool:
    """`signs reading "Save Chile"`: the words are what they read, and no name among them."""
    following = verb.nbor(1).text if verb.i + 1 < len(verb.doc) else ""
    return verb.lemma_.lower() in ("read", "say") and following in ('"', "“")


def _mutual(facts: VerbFacts, verb: Token, who: Sequence[Token]) -> list[Proposition]:
    """`A and B sued each other`: each the other; `the leaders praised each other` names no two."""
    pairs = [(a, b) for a, b in product(who, who) if a != b][:_MOST_PAIRS]
    if not pairs:
        return [facts.states(verb, s, None, active(verb), facts.qualifiers(verb)) for s in who]
    return [facts.states(verb, a, facts.noun(b), active(verb), facts.qualifiers(verb)) for a, b in pairs]


def _transitive(facts: VerbFacts, verb: Token, who: Sequence[Token], things: Sequence[Token]) -> list[Proposition]:
    out: list[Proposition] = []
    for subject, thing in _paired(verb, who, things)[:_MOST_PAIRS]:
        out.append(_about(facts, verb, subject, thing))
        out += relating(facts, verb, subject, thing)
    return out


def _paired(verb: Token, who: Sequence[Token], things: Sequence[Token]) -> list[tuple[Token, Token]]:
    """Each subject with each object; `A and B won gold and silver respectively` pairs them off."""
    off = len(who) == len(things) > 1 and any(t.lower_ == "respectively" for t in verb.subtree)
    return list(zip(who, things, strict=True)) if off else list(product(who, things))


def _about(facts: VerbFacts, verb: Token, subject: Token, thing: Token) -> Proposition:
    """One subject and one object; `expressed fears that …` has what is feared as its object."""
    extra = (*facts.qualifiers(verb), *_steered(facts, verb, thing), *_told(facts, verb, thing))
    clause = clause_of_noun(thing)
    if (kept := prevented(verb)) is not None and kept.i > thing.i and not can_act(thing):
        extra = facts.qualifiers(verb, skip=("from",))
        return facts.states(verb, subject, stretch(facts.reading, thing, kept), active(verb), extra)
    if clause is None:
        return facts.states(verb, subject, facts.noun(thing), active(verb), extra)
    words = active(verb) if rejects(verb) else worded(f"{base(verb)} {thing.lower_}")
    return facts.states(verb, subject, content(facts.reading, clause), words, extra)


def _told(facts: VerbFacts, verb: Token, hearer: Token) -> list[tuple[str, Phrase]]:
    """What somebody was told: `notified Siemens that the controls are lifted`."""
    said = facts.said(verb) if hearer in args.hearers(verb) else None
    return [("that", Phrase(said.root, said.first, said.stop, said.label))] if said is not None else []


def _steered(facts: VerbFacts, verb: Token, thing: Token) -> list[tuple[str, Phrase]]:
    """What the object is to do: `requires members to sign a contract`."""
    used = [c for c in verb.rights if verb.lemma_ == "use" and c.dep_ in ("advcl", "xcomp")]
    deeds = [v for v in (*args.infinitives(verb), *used) if is_infinitive(v) and v.i > thing.i][:1]
    deeds = [v for v in deeds if not is_phoned(verb, v)]
    taken = verb.lemma_.lower() in OBJECT_CONTROL.keys() | TAKING or used
    deeds = deeds if taken else [v for v in deeds if thing in subjects(v)]
    return [("to", facts.clause(deed)) for deed in deeds]


def _with_clause(facts: VerbFacts, verb: Token, who: Sequence[Token]) -> list[Proposition]:
    """`said that …`, `denied taking …`, `called for Congress to repeal …`, `found the fees unreasonable`."""
    out: list[Proposition] = []
    deeds = args.infinitives(verb) if verb.lemma_.lower() in DEED_VERBS else []
    doing = next((v for v in deeds if is_gerund(v)), None)
    said = facts.said(verb) or (content(facts.reading, doing) if doing is not None else None)
    if said is not None and not _is_held(verb, said):
        told = tuple(("to", facts.noun(h)) for h in args.hearers(verb))
        out += [facts.states(verb, s, said, active(verb), (*facts.qualifiers(verb), *told)) for s in who]
    if wanted := args.wanted_clause(verb):
        wish: Content = content(facts.reading, wanted)
        out += [facts.states(verb, s, wish, worded(f"{base(verb)} for")) for s in who]
    if judged := args.small_clause(verb):
        thing, judgement = judged
        extra = (("as", facts.noun(judgement)),)
        out += [facts.states(verb, s, facts.noun(t), active(verb), extra) for s in who for t in members(thing)]
    return out


def _is_held(verb: Token, said: Content) -> bool:
    """`expressed hope that …`: the clause is what is hoped, told with the noun."""
    held = [clause_of_noun(t) for t in verb.rights if t.dep_ == "dobj"]
    return any(clause is not None and clause.i == said.root for clause in held)


def _with_preposition(facts: VerbFacts, verb: Token, subject: Token) -> list[Proposition]:
    """An intransitive: its first prepositional object becomes the object, others qualify."""
    put = passive if is_passive(verb) else active
    phrases = [p for p in prepositionals(verb) if not facts.is_time(p.object) and p.preposition != "according to"]
    facing = verb.lemma_.lower() in _FACING
    related = [p for p in phrases if p.preposition not in CIRCUMSTANTIAL or (facing and p.preposition == "before")]
    doing = next((found for found in gerunds(verb) if found[0] not in ("by", "without", "despite")), None)
    if doing is not None and (not related or doing[1].i < related[0].token.i):
        said, rest = content(facts.reading, doing[1]), facts.qualifiers(verb, skip=(doing[0],))
        return [facts.states(verb, subject, said, put(verb, doing[0]), rest)]
    if not related:
        return [facts.bare(verb, subject, put(verb, manner(verb)))]
    after = [p for p in related if p.token.i > verb.i] or related[:1]
    arrival = [p for p in after if p.preposition == "to" and after[0].preposition == "from"]
    main = (arrival or after)[0]  # `moved from Rome to Paris`
    rest = facts.qualifiers(verb, skip=(main.preposition,))
    several = [p for p in phrases if p.token == main.token][:_MOST_PAIRS]
    return [_related(facts, verb, subject, p, rest) for p in several]


def _related(
    facts: VerbFacts, verb: Token, subject: Token, p: Prepositional, rest: tuple[tuple[str, Phrase], ...]
) -> Proposition:
    """What an intransitive states of one prepositional object: a deed, a clause of a noun, or a thing."""
    put = passive if is_passive(verb) else active
    if (deed := _done_by(p.object)) is not None:
        return facts.states(verb, subject, stretch(facts.reading, p.object, deed), put(verb, p.preposition), rest)
    if (clause := clause_of_noun(p.object)) is not None:
        words = put(verb, f"{p.preposition} {p.object.lower_}")
        return facts.states(verb, subject, content(facts.reading, clause), words, rest)
    fixed = _fixed_phrase(verb, p)
    ending = " ".join([*_outcome(verb), fixed.preposition])
    rest += tuple(("to", facts.clause(deed)) for deed in _called_for(verb, p.object))
    return facts.states(verb, subject, facts.noun(fixed.object), put(verb, ending), rest)


def _called_for(verb: Token, somebody: Token) -> list[Token]:
    """What `somebody` is to do: `pass it` in `called on Congress to pass it`."""
    return [v for v in args.infinitives(verb) if prepositional_controller(verb, v) == somebody][:1]


def _outcome(verb: Token) -> list[str]:
    """What came out, in an adjective right after the verb: `tested positive for a drug`."""
    return [c.lower_ for c in verb.rights if c.dep_ == "advmod" and c.tag_ == "JJ" and c.i == verb.i + 1][:1]


def _done_by(name: Token) -> Token | None:
    """The gerund of `consists of Iran supplying oil`, which is what is meant, not Iran."""
    following = name.nbor(1) if name.i + 1 < len(name.doc) else name
    deed = following.head == name and following.tag_ == "VBG" and is_verb(following)
    return following if name.pos_ == "PROPN" and deed else None


def _fixed_phrase(verb: Token, p: Prepositional) -> Prepositional:
    """`is on par with X`, `is in favour of X`: the fixed phrase joins the predicate."""
    described = any(c.dep_ in ("det", "amod", "poss", "compound") for c in p.object.lefts)
    if verb.lemma_ != "be" or p.object.pos_ != "NOUN" or described:
        return p
    for prep in p.object.rights:
        for inner in members_of(prep) if prep.dep_ == "prep" else []:
            return Prepositional(f"{p.preposition} {p.object.lower_} {prep.lower_}", prep, inner)
    return p
