"""What a verb takes besides its subject: objects, complements, clauses and prepositional phrases.

`fined [Uber] [$2 million] [for the breach]`, `called [the plan] [a mistake]`, `said [that it will sell the unit]`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.forms import SUBJECT, is_infinitive, is_passive, is_verb, particle
from kg.extract.nouns import COMPLEX_PREPOSITIONS, FIXED_ADVERBIALS, GENERIC_NOUNS
from kg.extract.phrases import NOMINAL, members
from kg.extract.reporting import reporting_class
from kg.extract.subjects import RELATIVE_TAGS, antecedent, is_relative
from kg.extract.verbs import FINING, INTRANSITIVE, TELLING

if TYPE_CHECKING:
    from spacy.tokens import Token

_MANNERS = frozenset(
    tuple(pair.split("-"))
    for pair in "at-length in-detail in-depth in-full in-public in-private in-person in-secret in-writing by-name "
    "by-phone by-email by-hand at-once on-time under-oath in-order".split()
)
"""Phrases that say how, whatever hangs on them: `spoke at length about X`."""
_COMPLETING = ("dobj", "ccomp", "xcomp", "attr", "acomp", "advmod")
"""Dependencies of what leaves no room for an object."""
_PLACING = frozenset("put place keep hold leave set bring".split())
"""Verbs that their preposition completes: `put children at risk`."""
_UNITS = frozenset({"percent", "%", "cents", "points", "point", "dollars", "euros", "pounds", "yen", "euro"})
_SIGNS = frozenset("$€£¥")


@dataclass(frozen=True)
class Prepositional:
    """A prepositional phrase of a verb: `preposition` may have several words (`on par with`)."""

    preposition: str
    token: Token
    object: Token


def objects(verb: Token) -> list[Token]:
    """Return the heads of the direct objects, spread out; a relative pronoun is its antecedent."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ in ("dobj", "obj") and not _belongs_deeper(child, verb) and not _names_itself(child, verb):
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


def prepositionals(verb: Token) -> list[Prepositional]:
    """Return the prepositional phrases of a verb in order, lists spread out."""
    found = [p for child in verb.children for p in _phrases_of(child)]
    placing = verb.lemma_.lower() in _PLACING
    kept = [q for p in found for q in (_beyond(p) if _adverbial(p) and not placing else [p])]
    # The last word of `in touch with` may hang on the verb as well.
    return [p for p in kept if not any(q.object == p.object and len(q.preposition) > len(p.preposition) for q in kept)]


def _adverbial(p: Prepositional) -> bool:
    """Whether a phrase says how or when, not with whom: `in response`, `for the first time`."""
    words = (p.preposition, p.object.lower_)
    fixed = words in FIXED_ADVERBIALS and not list(p.object.children)
    return (
        fixed
        or (words in _MANNERS and not list(p.object.lefts))
        or (p.preposition in ("for", "at") and p.object.lower_ == "time")
    )


def _beyond(p: Prepositional) -> list[Prepositional]:
    """What the parser hung on a phrase of manner and the verb takes: `talked at length about the issues`."""
    return [Prepositional(c.lower_, c, m) for c in p.object.rights if c.dep_ == "prep" for m in members_of(c)]


def _phrases_of(child: Token) -> Iterator[Prepositional]:
    if _is_replaced(child):
        return
    away = child.doc[child.i - 1] if child.i else child
    if child.lower_ == "from" and away.lower_ == "away" and _distance(away):
        yield from _objects_of(child, f"{_distance(away)}away from")  # `is 12 months away from the vote`
    elif child.dep_ in ("prep", "dative") and child.pos_ in ("ADP", "SCONJ", "VERB", "ADV"):
        yield from _objects_of(child, child.lower_)
    elif child.dep_ == "advmod" and child.pos_ == "ADV":
        for inner in child.children:  # `together with`
            if inner.dep_ == "prep" and inner.i == child.i + 1:
                adverb = "" if particle(child.head) == child.lower_ else f"{_distance(child)}{child.lower_} "
                yield from _objects_of(inner, f"{adverb}{inner.lower_}")


def _distance(adverb: Token) -> str:
    """How far: `12 months ` before `away`, empty where that is not said."""
    measure = next((c for c in adverb.lefts if c.dep_ == "npadvmod"), None)
    if measure is None or adverb.lower_ != "away":
        return ""
    return " ".join(t.lower_ for t in adverb.doc[measure.left_edge.i : measure.i + 1]) + " "


def _is_replaced(prep: Token) -> bool:
    """`to the town instead of from the dam`: not from there."""
    first = prep.i - 2 < prep.sent.start
    return not first and (prep.nbor(-2).lower_, prep.nbor(-1).lower_) in (("instead", "of"), ("rather", "than"))


def _objects_of(prep: Token, name: str) -> list[Prepositional]:
    found: list[Prepositional] = []
    bare = [c for c in prep.children if c.dep_ == "pcomp" and c.pos_ == "ADP" and not list(c.children)]
    name = " ".join([name, *(c.lower_ for c in bare)])
    for child in prep.children:
        if child.dep_ == "pobj" and (joined := _joined(child, name)):
            found += joined
        elif child.dep_ == "pobj":
            relative = child.tag_ in RELATIVE_TAGS and is_verb(prep.head)  # `the fund in which it invested`
            found += [Prepositional(name, prep, m) for m in (antecedent(prep.head) if relative else members(child))]
        elif child.pos_ == "ADJ" and prep.lower_ == "as":  # `came across as believable`
            found += [Prepositional(name, prep, c) for c in (child, *child.conjuncts) if c.pos_ == "ADJ"]
        elif child.dep_ in ("prep", "pcomp") and child.pos_ == "ADP":
            found += _objects_of(child, f"{name} {child.lower_}")
    return found


def _joined(noun: Token, name: str) -> list[Prepositional]:
    """What three words lead to that are one preposition: `in line with X`, `on behalf of X`."""
    if (name, noun.lower_) not in COMPLEX_PREPOSITIONS or list(noun.lefts):
        return []
    last = COMPLEX_PREPOSITIONS[name, noun.lower_]
    beside = [*noun.rights, *noun.head.head.rights]
    inner = [p for p in beside if p.dep_ == "prep" and p.lower_ == last and p.i == noun.i + 1]
    return [q for p in inner for q in _objects_of(p, f"{name} {noun.lower_} {last}")]


def members_of(prep: Token) -> list[Token]:
    """Return the heads of the objects of one preposition, lists spread out."""
    return [m for c in prep.children if c.dep_ == "pobj" for m in members(c)]


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
