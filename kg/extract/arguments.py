"""What a verb takes besides its subject: objects, complements and clauses.

`fined [Uber] [$2 million] [for the breach]`, `called [the plan] [a mistake]`, `said [that it will sell the unit]`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.forms import NOMINAL, SUBJECT, is_infinitive, is_passive, is_verb
from kg.extract.lists import members
from kg.extract.nouns import GENERIC_NOUNS
from kg.extract.reporting import reporting_class
from kg.extract.subjects import RELATIVE_TAGS, antecedent, is_relative
from kg.extract.verbs import FINING, INTRANSITIVE, TELLING

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLETING = ("dobj", "ccomp", "xcomp", "attr", "acomp", "advmod")
"""Dependencies of what leaves no room for an object."""
_UNITS = frozenset({"percent", "%", "cents", "points", "point", "dollars", "euros", "pounds", "yen", "euro"})
_SIGNS = frozenset("$€£¥")


def objects(verb: Token) -> list[Token]:
    """Return the heads of the direct objects, spread out; a relative pronoun is its antecedent."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ in ("dobj", "obj") and not _belongs_deeper(child, verb) and not _names_itself(child, verb):
            if child.lower_ == "what" and child.i < verb.i:
                continue  # `what the bank can do with savings`
            relative = child.i < verb.i and is_relative(child, verb)
            found += antecedent(verb) if relative else members(child)
    if not found and _gapped(verb):
        found = antecedent(verb)
    if not found and _gapped_below(verb):
        found = antecedent(_clause_above(verb))
    if fined := penalty(verb):
        return members(fined[0])
    return found or _extents(verb) or [t for sharing in _sharing(verb) for t in objects(sharing)]


def _names_itself(thing: Token, verb: Token) -> bool:
    """`calls itself the Brotherhood`: the name is what matters."""
    return thing.lower_.endswith(("self", "selves")) and any(c.dep_ == "oprd" for c in verb.rights)


def _sharing(verb: Token) -> list[Token]:
    """Return the verb whose object `verb` has too: `sells` for both others in `designs, builds and sells ferries`."""
    bare = all(c.dep_ in ("conj", "cc", "punct") for c in verb.rights)
    if verb.lemma_.lower() in INTRANSITIVE or is_passive(verb) or not bare:
        return []
    for other in _list_ends(verb):
        between = [t for t in verb.doc[verb.i + 1 : other.i] if not _is_middle_object(t, verb, other)]
        joined = all(t.dep_ in ("cc", "punct", "advmod", "aux", "neg") or t in verb.conjuncts for t in between)
        if other.i > verb.i and joined and any(c.dep_ in ("dobj", "obj") and c.i > other.i for c in other.children):
            return [other]
    return []


def _list_ends(verb: Token) -> list[Token]:
    """The verbs joined with `verb` that its object may follow.

    In `distorts, bends rules, and abuses trade` that is the last alone: the middle one's object is its own.
    """
    later = [v for v in verb.conjuncts if v.i > verb.i]
    listed = len(later) > 1 and verb.nbor(1).text == ","
    return later[-1:] if listed and any(c.dep_ == "dobj" for c in later[-1].rights) else later


def _is_middle_object(token: Token, verb: Token, last: Token) -> bool:
    """Whether `token` belongs to the object of a verb between the first and the last of a list."""
    middle = [v for v in verb.conjuncts if verb.i < v.i < last.i]
    return any(c.dep_ == "dobj" and (c == token or c.is_ancestor(token)) for v in middle for c in v.rights)


def retained(verb: Token) -> list[Token]:
    """Return the object that a passive keeps: `was given a horse`."""
    return [m for c in verb.rights if c.dep_ == "dobj" for m in members(c)] if is_passive(verb) else []


def penalty(verb: Token) -> tuple[Token, Token] | None:
    """Return who is fined and how much in `fined Merck $5 million`, or None."""
    fined = [c for c in verb.rights if c.dep_ == "dative" and c.pos_ in NOMINAL]
    sums = [c for c in verb.rights if c.dep_ == "dobj" and c.pos_ in ("NUM", "SYM")]
    return (fined[0], sums[0]) if verb.lemma_.lower() in FINING and fined and sums else None


def _extents(verb: Token) -> list[Token]:
    """How far a change goes, which the parser takes for an adverb: `rose 9 percent`."""
    return [
        c
        for c in verb.rights
        if c.dep_ == "npadvmod" and c.i > verb.i and (c.lower_ in _UNITS or any(m.text in _SIGNS for m in c.lefts))
    ]


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
    own_subject = any(c.dep_ == "nsubj" and c.tag_ not in RELATIVE_TAGS for c in verb.children)
    if verb.dep_ != "relcl" or is_passive(verb) or not own_subject:
        return False
    complete = any(c.dep_ in _COMPLETING and c.tag_ != "RB" for c in verb.children)
    stranded = any(
        c.dep_ == "prep" and all(p.tag_ in RELATIVE_TAGS and c.i < verb.i for p in c.children) for c in verb.children
    )
    return not complete and not stranded and verb.lemma_ != "be" and verb.head.lemma_.lower() not in GENERIC_NOUNS


def _clause_above(infinitive: Token) -> Token:
    """The clause that an infinitive completes: `fought` in `the gains we fought to achieve`."""
    above = infinitive
    while above.dep_ in ("xcomp", "advcl") and is_infinitive(above) and above.head != above:
        above = above.head
    return above


def _gapped_below(verb: Token) -> bool:
    """Whether the noun of a relative clause is the object of an infinitive in it: `the gains we fought to achieve`."""
    above = _clause_above(verb)
    bare = not any(c.dep_ in (*_COMPLETING, "prep") for c in verb.rights)
    return bare and above != verb and verb.lemma_.lower() not in INTRANSITIVE and _lacks_argument(above)


def _lacks_argument(clause: Token) -> bool:
    own_subject = any(c.dep_ == "nsubj" and c.tag_ not in RELATIVE_TAGS for c in clause.children)
    complete = any(c.dep_ in ("dobj", "attr", "acomp") for c in clause.children)
    return clause.dep_ == "relcl" and own_subject and not complete


def indirect(verb: Token) -> list[Token]:
    """Return the heads of an indirect object: `cost the company $15 billion`."""
    return [m for c in verb.children if c.dep_ == "dative" and c.pos_ in NOMINAL for m in members(c)]


def hearers(verb: Token) -> list[Token]:
    """Return who is told something: `reporters` in `told reporters that it had failed`."""
    if verb.lemma_.lower() not in TELLING or is_passive(verb):
        return []
    return [m for c in verb.rights if c.dep_ == "dobj" and c.pos_ in NOMINAL for m in members(c)]


def complements(verb: Token) -> list[Token]:
    """Return predicate nouns and adjectives of a copula or of `name X president`."""
    home = verb.lemma_ == "be"  # `is home to` is parsed as an adverb
    wanted = [c for c in verb.children if c.dep_ in ("attr", "acomp", "oprd") or (home and _is_noun_adverb(c))]
    return [c for c in wanted if c.i > verb.i]


def _is_noun_adverb(token: Token) -> bool:
    return token.dep_ == "advmod" and token.tag_ == "NN" and any(c.dep_ == "prep" for c in token.rights)


def clause_complements(verb: Token) -> list[Token]:
    """Return the verbs of the clauses that `verb` takes as objects (ccomp, conjuncts included)."""
    found = []
    for child in verb.children:
        # `A rose, B fell` is parsed as a complement of B's clause; only reported words come first.
        aside = child.i < verb.i and reporting_class(verb) is None
        if child.dep_ == "ccomp" and is_verb(child) and not aside:
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
