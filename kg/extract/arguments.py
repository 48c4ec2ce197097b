"""Who takes part in a verb: its subjects, objects and prepositional phrases, said or understood.

A participle, an infinitive or the second half of a conjunction has no subject of its own; it is
found here by control (`hopes to ship`), by the noun it modifies (`a statement released by X`) or
in the clause it hangs on (`raised tariffs, imposing …`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.nouns import FIXED_ADVERBIALS, GENERIC_NOUNS
from kg.extract.phrases import NOMINAL, members
from kg.extract.verbs import ASPECTUAL, OBJECT_CONTROL, PREPOSITIONAL_CONTROL, PREVENTING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECT = ("nsubj", "nsubjpass")
_RELATIVE_TAGS = ("WDT", "WP", "WP$")
_DEPTH = 12
"""How far up understood subjects are looked for; deeper trees are parser errors."""


@dataclass(frozen=True)
class Prepositional:
    """A prepositional phrase of a verb: `preposition` may have several words (`on par with`)."""

    preposition: str
    token: Token
    object: Token


def is_verb(token: Token) -> bool:
    """Whether `token` heads a clause: a full verb, or a copula."""
    if token.dep_ in ("aux", "auxpass", "amod", "compound", "case", "mark", "prep", "punct", "cc", "nmod"):
        return False
    if token.pos_ == "VERB":
        return token.tag_.startswith("V")
    return token.pos_ == "AUX" and token.lemma_ in ("be", "have", "do")


def is_passive(verb: Token) -> bool:
    """Whether the surface subject undergoes what the verb says."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not _has_subject(verb) and not _auxiliaries(verb):
        return is_passive(verb.head) if is_verb(verb.head) else False
    bare = verb.tag_ == "VBN" and not _auxiliaries(verb) and not _has_subject(verb)
    return bare and verb.dep_ in ("acl", "advcl", "relcl", "ccomp", "xcomp", "oprd")


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Return the heads of the surface subject, conjuncts and named examples spread out.

    Empty when none is said or understood (imperatives, `it is …` without a meaning).
    """
    if depth > _DEPTH:
        return []
    own = [c for c in verb.children if c.dep_ in SUBJECT]
    if own:
        return _spread(own[0], verb)
    if any(c.dep_ == "expl" for c in verb.children):
        return [m for c in verb.rights if c.dep_ == "attr" for m in members(c)]
    return _understood(verb, depth)


def _understood(verb: Token, depth: int) -> list[Token]:
    governor = verb.head
    if governor == verb:
        return []
    if verb.dep_ == "conj" and is_verb(governor):
        return subjects(governor, depth + 1)
    if verb.dep_ in ("acl", "relcl"):
        return _of_noun(verb, governor, depth)
    if verb.dep_ == "pcomp" and governor.dep_ in ("prep", "agent", "mark"):
        return _of_gerund(governor, depth)
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "oprd", "pcomp", "prep", "dep", "parataxis"):
        return _controlled(verb, governor, depth)
    return []


def _of_noun(verb: Token, noun: Token, depth: int) -> list[Token]:
    if _is_infinitive(verb):
        clause = clause_of(noun)
        found = subjects(clause, depth + 1) if clause is not None and noun.dep_ not in SUBJECT else []
        return [c for c in noun.lefts if c.dep_ == "poss"] or found
    if noun.dep_ == "attr" and any(c.lower_ == "having" for c in verb.lefts):
        return subjects(noun.head, depth + 1)  # `Brison is the most generous, having donated …`
    return members(noun) if noun.pos_ in NOMINAL else []


def _of_gerund(preposition: Token, depth: int) -> list[Token]:
    """`prevent X from selling`, `by restricting`, `after meeting`."""
    above = preposition.head
    if is_verb(above):
        kept = [c for c in above.children if c.dep_ in ("dobj", "obj", "nsubjpass")]
        if above.lemma_.lower() in PREVENTING and preposition.lower_ == "from" and kept:
            return members(kept[0])
        accused = above.lemma_.lower() in (
            "accuse",
            "suspect",
            "convict",
            "thank",
            "blame",
            "criticize",
            "criticise",
            "praise",
            "charge",
            "fine",
            "sue",
        )
        if accused and kept and preposition.lower_ in ("of", "for", "with"):
            return members(kept[0])
        return subjects(above, depth + 1)
    owner = [c for c in above.children if c.dep_ == "poss"]
    return owner[:1]


def _controlled(verb: Token, governor: Token, depth: int) -> list[Token]:
    if governor.pos_ in ("ADJ", "NOUN") and not is_verb(governor):
        clause = clause_of(governor)
        return subjects(clause, depth + 1) if clause is not None else []
    if not is_verb(governor):
        return []
    objects = [
        c for c in governor.children if c.dep_ in ("dobj", "dative", "obj") and c.i < verb.i and c.pos_ in NOMINAL
    ]
    infinitive = _is_infinitive(verb) or verb.tag_ == "VB"
    if verb.dep_ == "ccomp" and not infinitive:
        return []
    if infinitive and (addressed := prepositional_controller(governor, verb)):
        return members(addressed)
    if verb.dep_ in ("xcomp", "ccomp") and infinitive and objects and governor.lemma_.lower() in OBJECT_CONTROL:
        return members(objects[0])
    if (
        verb.tag_ == "VBG"
        and verb.dep_ == "xcomp"
        and governor.lemma_.lower() in OBJECT_CONTROL
        and governor.lemma_.lower() not in ASPECTUAL
    ):
        return []  # `authorized sending troops` leaves open who sends them
    doers = (
        agents(governor)
        if is_passive(governor) and infinitive and governor.lemma_.lower() not in OBJECT_CONTROL
        else []
    )
    found = doers or subjects(governor, depth + 1)
    if governor.lemma_ == "be" and infinitive:
        # `his desire was to remain`: whoever has the desire would remain, not the desire.
        return [owner for noun in found for owner in noun.lefts if owner.dep_ == "poss"]
    return found


def prepositional_controller(governor: Token, verb: Token) -> Token | None:
    """Return who is to do the infinitive in `called on Congress to pass it`, or None."""
    wanted = PREPOSITIONAL_CONTROL.get(governor.lemma_.lower(), frozenset())
    for prep in governor.rights:
        if prep.dep_ == "prep" and prep.lower_ in wanted and prep.i < verb.i:
            return next((c for c in prep.children if c.dep_ == "pobj"), None)
    return None


def _spread(subject: Token, verb: Token) -> list[Token]:
    if subject.tag_ in _RELATIVE_TAGS or (subject.lower_ == "that" and verb.dep_ == "relcl"):
        return antecedent(verb)
    return members(subject)


def antecedent(verb: Token) -> list[Token]:
    """Return the noun that a relative clause modifies, following conjoined relative clauses."""
    clause = verb
    while clause.dep_ == "conj" and is_verb(clause.head):
        clause = clause.head
    while clause.dep_ in ("ccomp", "xcomp") and is_verb(clause.head):
        clause = clause.head
    if clause.dep_ not in ("relcl", "acl") or clause.head.pos_ not in NOMINAL:
        return []
    return members(clause.head) if clause.head.lemma_.lower() not in GENERIC_NOUNS else []


def objects(verb: Token) -> list[Token]:
    """Return the heads of the direct objects, spread out; a relative pronoun is its antecedent."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ in ("dobj", "obj") and not _belongs_deeper(child, verb):
            relative = child.i < verb.i and (
                child.tag_ in _RELATIVE_TAGS or (child.lower_ == "that" and verb.dep_ == "relcl")
            )
            found += antecedent(verb) if relative else members(child)
    if not found and _gapped(verb):
        found = antecedent(verb)
    return found


def _belongs_deeper(amount: Token, verb: Token) -> bool:
    """`announced its decision to fine Microsoft €899 million`: the amount is what the fine is."""
    between = verb.doc[verb.i + 1 : amount.i]
    return amount.pos_ == "NUM" and any(t.pos_ == "VERB" and t.dep_ == "acl" for t in between)


def small_clause(verb: Token) -> tuple[Token, Token] | None:
    """Return noun and judgement of `found the fees unreasonable`, or None."""
    for child in verb.rights:
        if child.dep_ == "ccomp" and child.pos_ in ("ADJ", "NOUN") and not is_verb(child):
            for subject in child.lefts:
                if subject.dep_ in SUBJECT:
                    return subject, child
    return None


def _gapped(verb: Token) -> bool:
    """Whether `verb` is a relative clause whose missing object is the noun: `chips it sells`."""
    if (
        verb.dep_ != "relcl"
        or is_passive(verb)
        or not any(c.dep_ == "nsubj" and c.tag_ not in _RELATIVE_TAGS for c in verb.children)
    ):
        return False
    complement = any(
        c.dep_ in ("dobj", "ccomp", "xcomp", "attr", "acomp", "advmod") and c.tag_ not in ("RB",) for c in verb.children
    )
    stranded = any(c.dep_ == "prep" and not list(c.children) for c in verb.children)
    return not complement and not stranded and verb.lemma_ != "be" and verb.head.lemma_.lower() not in GENERIC_NOUNS


def indirect(verb: Token) -> list[Token]:
    """Return the heads of an indirect object: `cost the company $15 billion`."""
    return [m for c in verb.children if c.dep_ == "dative" and c.pos_ in NOMINAL for m in members(c)]


def complements(verb: Token) -> list[Token]:
    """Return predicate nouns and adjectives of a copula or of `name X president`."""
    return [c for c in verb.children if c.dep_ in ("attr", "acomp", "oprd") and c.i > verb.i]


def prepositionals(verb: Token) -> list[Prepositional]:
    """Return the prepositional phrases of a verb in order, lists spread out."""
    found: list[Prepositional] = []
    for prep in verb.children:
        if prep.dep_ in ("prep", "dative") and prep.pos_ in ("ADP", "SCONJ", "VERB", "ADV"):
            found += _objects_of(prep, prep.lower_)
        elif prep.dep_ in ("advmod",) and prep.pos_ == "ADV":
            for inner in prep.children:
                if inner.dep_ == "prep" and inner.i == prep.i + 1:
                    found += _objects_of(inner, f"{prep.lower_} {inner.lower_}")
    return [p for p in found if (p.preposition, p.object.lower_) not in FIXED_ADVERBIALS or list(p.object.children)]


def _objects_of(prep: Token, name: str) -> list[Prepositional]:
    found: list[Prepositional] = []
    bare = [c for c in prep.children if c.dep_ == "pcomp" and c.pos_ == "ADP" and not list(c.children)]
    name = " ".join([name, *(c.lower_ for c in bare)])
    for child in prep.children:
        if child.dep_ == "pobj":
            found += [Prepositional(name, prep, m) for m in members(child)]
        elif child.dep_ in ("prep", "pcomp") and child.pos_ == "ADP":
            found += _objects_of(child, f"{name} {child.lower_}")
    return found


def members_of(prep: Token) -> list[Token]:
    """Return the heads of the objects of one preposition, lists spread out."""
    return [m for c in prep.children if c.dep_ == "pobj" for m in members(c)]


def agents(verb: Token) -> list[Token]:
    """Return the heads after `by` of a passive."""
    return [
        m
        for by in verb.children
        if by.dep_ == "agent" or (by.dep_ == "prep" and by.lower_ == "by" and is_passive(verb))
        for c in by.children
        if c.dep_ == "pobj"
        for m in members(c)
    ]


def clause_complements(verb: Token) -> list[Token]:
    """Return the verbs of the clauses that `verb` takes as objects (ccomp, conjuncts included)."""
    found = []
    for child in verb.children:
        if child.dep_ == "ccomp" and is_verb(child):
            found += [child, *(c for c in child.conjuncts if is_verb(c) and c.i > child.i)]
    return found


def infinitives(verb: Token) -> list[Token]:
    """Return the verbs of infinitive and gerund complements."""
    return [c for c in verb.children if c.dep_ == "xcomp" and is_verb(c) and c.i > verb.i]


def wanted_clause(verb: Token) -> Token | None:
    """Return the verb of `for X to V` after a verb: `called for Congress to repeal the law`."""
    for child in verb.rights:
        if (
            child.dep_ in ("advcl", "ccomp")
            and is_verb(child)
            and any(m.dep_ == "mark" and m.lower_ == "for" and m.i == verb.i + 1 for m in child.lefts)
        ):
            return child
    return None


def clause_of(token: Token) -> Token | None:
    """Return the nearest verb above `token` that heads a clause, or None."""
    for above in token.ancestors:
        if is_verb(above):
            return above
    return None


def particle(verb: Token) -> str:
    """Return the particle of a phrasal verb (`out` in `pointed out`) or an empty string."""
    return next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def _auxiliaries(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("aux", "auxpass")]


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECT for c in verb.children)
