"""Repairs of verbs that the parser joined to the wrong verb before them.

`The proposals were to limit what a bank may do and to cut its size`: the second infinitive goes with
the first, not with the verb of the clause between. Each repair looks at the form of the two verbs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from kg.extract.forms import NOUNS, SUBJECT, has_auxiliary, is_infinitive, is_passive, is_verb, particle
from kg.extract.nouns import EVENT_NOUNS, SOURCE_NOUNS
from kg.extract.phrases import can_act
from kg.extract.trees import attach
from kg.extract.verbs import INTRANSITIVE, PREVENTING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LEADING = {"go": ["on", "to"], "come": ["to"], "proceed": ["to"], "get": ["to"]}
"""Verbs whose infinitive is what came of it, and the words between."""
_GOING = frozenset("leave head depart set make sail fly".split())
"""Verbs that `for` a place goes with."""
_TELLING_APART = frozenset({"of", "from", "for", "in", "at"})
"""Prepositions that tell one of several from another."""
_CAUSING = frozenset("cause trigger spark provoke bring produce prompt".split())
"""Verbs of what happens, not of what it happens to."""
_STATES = frozenset(
    "be have know mean own regard see believe understand realise realize accept rely depend dominate represent "
    "symbolise symbolize embody love hate resemble involve include".split()
)
"""Verbs that `come to` leads to, and for which nobody comes: `came to dominate the trade`."""


def mend_joints(sentence: Span) -> None:
    """Hang each verb that shares a form with another on that one, and part what is given from whom, in place."""
    for verb in sentence:
        for mend in _BY_DEPENDENCY.get(verb.dep_, ()):
            mend(verb)
        if verb.head.lemma_ in _GOING:
            _leave_for(verb)
        if verb.dep_ != "conj" or not is_verb(verb) or any(c.dep_ in SUBJECT for c in verb.children):
            continue
        partner = _fellow_infinitive(verb) if is_infinitive(verb) else _fellow_modal(verb) or _fellow_past(verb)
        if partner is not None and partner != verb.head and partner not in verb.subtree:
            attach(verb, partner, "conj")


def _part_receiver(verb: Token) -> None:
    """`a penalty which the referee awarded Sweden`: what is given stands before the clause, whom after the verb."""
    if verb.dep_ != "relcl":
        return
    given = next((c for c in verb.lefts if c.dep_ == "dative" and c.tag_ == "WDT"), None)
    receiver = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if given is not None and receiver is not None:
        given.dep_, receiver.dep_ = "dobj", "dative"


def _lead_on(verb: Token) -> None:
    """`went on to win`, `the race came to end with a tie`: no purpose, but what then was so."""
    above = verb.head
    if verb.dep_ != "advcl" or not is_infinitive(verb) or above.pos_ != "VERB" or above.lemma_ not in _LEADING:
        return
    between = [t.lower_ for t in verb.doc[above.i + 1 : verb.i] if t.dep_ not in ("advmod", "neg")]
    if between != _LEADING[above.lemma_]:
        return
    who = next((c for c in above.lefts if c.dep_ in SUBJECT), above)
    inert = who.pos_ == "NOUN" and not can_act(who)
    if above.lemma_ != "come" or verb.lemma_ in _STATES or inert:
        verb.dep_ = "xcomp"
        for particle in [c for c in above.rights if c.lower_ == "on" and c.i < verb.i]:
            particle.dep_ = "prt"


def _name_forbidder(verb: Token) -> None:
    """`was banned from leaving Chile by the court`: the court bans, and does not leave."""
    above = verb.head.head
    if verb.dep_ != "pcomp" or verb.head.lower_ != "from" or above.lemma_ not in PREVENTING or not is_passive(above):
        return
    if verb.tag_ != "VBG":
        return
    for by in [t for t in verb.subtree if t.lower_ == "by" and t.dep_ in ("prep", "agent") and t.i > verb.i]:
        theirs = by.head != verb and (is_verb(by.head) or by.head.lemma_.lower() in SOURCE_NOUNS | EVENT_NOUNS.keys())
        if not theirs and any(c.dep_ == "pobj" and can_act(c) for c in by.rights):
            attach(by, above, "agent")
            return


def _extrapose(verb: Token) -> None:
    """`It matters to us as a firm that we comply with the law`: what matters; nobody can `comply` a firm."""
    if verb.dep_ != "relcl":
        return
    that = next((c for c in verb.lefts if c.dep_ == "dobj" and c.lower_ == "that"), None)
    if that is None or verb.lemma_.lower() not in INTRANSITIVE or particle(verb):
        return
    above = next((t for t in verb.ancestors if is_verb(t)), verb)
    if any(c.dep_ in SUBJECT and c.lower_ == "it" for c in above.lefts):
        attach(verb, above, "ccomp")
        that.dep_ = "mark"


def _read_sign(verb: Token) -> None:
    """`carried a banner reading "Save Chile"`: the banner reads it, and nobody carries a reading."""
    if verb.tag_ != "VBG" or verb.lemma_ != "read" or verb.dep_ not in ("dobj", "advcl") or verb.i == verb.sent.start:
        return
    sign = verb.nbor(-1)
    quoted = verb.i + 1 < verb.sent.end and verb.nbor(1).text in ('"', "“")
    if quoted and sign.pos_ == "NOUN" and sign not in verb.subtree:
        attach(verb, sign, "acl")


def _pair_likes(second: Token) -> None:
    """`Ann Lee of Acme and Bob Stone of Initech`, `lawyers for Acme and officials from Peru`: like is joined with like.

    A person is not beside the firm of another one, nor several people beside a name, where both are told from others
    by a phrase of their own.
    """
    body = second.head
    if second.dep_ not in ("conj", "appos") or body.dep_ != "pobj" or body.head.head.pos_ not in NOUNS:
        return
    prep, first = body.head, body.head.head
    own = next((t for t in second.doc[second.i + 1 : second.i + 2] if t.dep_ == "prep"), None)
    if own is None or own.lower_ not in _TELLING_APART or own.head not in (second, body, first, first.head):
        return
    if not _is_another_person(first, body, second) and not _are_other_people(first, body, second):
        return
    attach(second, first, "conj")
    attach(own, second, "prep")
    for joint in [c for c in (*body.rights, *prep.rights) if c.dep_ == "cc" and c.i < second.i]:
        attach(joint, first, "cc")


def _is_another_person(first: Token, body: Token, second: Token) -> bool:
    named = all(t.left_edge.pos_ == "PROPN" or t.pos_ == "PROPN" for t in (first, second))
    kinds = {first.ent_type_, second.ent_type_}
    theirs = "PERSON" in kinds and kinds <= {"PERSON", ""} and any(c.dep_ == "compound" for c in second.lefts)
    return named and theirs and body.pos_ == "PROPN" and body.ent_type_ != "PERSON"


def _part_people(second: Token) -> None:
    """`met Ann Lee of Acme, Bob Stone of Initech and Eve Gray` with Stone as who Lee is: two full names are of two."""
    first = second.head
    full = all(t.ent_type_ == "PERSON" and any(c.ent_type_ == "PERSON" for c in t.lefts) for t in (first, second))
    if second.dep_ == "appos" and full and second.left_edge.nbor(-1).text == ",":
        second.dep_ = "conj"


def _are_other_people(first: Token, body: Token, second: Token) -> bool:
    several = second.dep_ == "conj" and first.tag_ == second.tag_ == "NNS" and can_act(first) and can_act(second)
    return several and body.pos_ == "PROPN" and second.left_edge == second


def _keep_doer(verb: Token) -> None:
    """`consists of Iran supplying oil`: a gerund right after the name of who does it belongs to the name."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl":
        return
    doer = verb.nbor(-1) if verb.i > verb.sent.start else verb
    named = doer.pos_ == "PROPN" and doer.dep_ == "pobj" and doer.head.head == verb.head
    if named and not any(c.dep_ in SUBJECT for c in verb.children):
        attach(verb, doer, "acl")


def _cause_the_whole(verb: Token) -> None:
    """`loss of life caused by floods`: what is caused is the loss, not life."""
    part, of = verb.head, verb.head.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.lemma_.lower() not in _CAUSING or part.dep_ != "pobj":
        return
    if of.lower_ == "of" and of.head.pos_ == "NOUN" and not list(part.lefts):
        attach(verb, of.head, "acl")


def _leave_for(verb: Token) -> None:
    """`left for Quito to attend a summit` with Quito attending it, below a verb of going: whoever leaves attends."""
    going = verb.head
    place = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.ent_type_ in ("GPE", "LOC", "FAC")), None)
    to = next((c for c in verb.lefts if c.dep_ == "mark" and c.lower_ == "for" and c.i == going.i + 1), None)
    if place is not None and to is not None and place.left_edge.i == to.i + 1:
        attach(to, going, "prep")
        attach(place, to, "pobj")
        to.pos_ = "ADP"
        verb.dep_ = "advcl"


def _free_from_existence(verb: Token) -> None:
    """`said there was a deal and took questions`: what there is takes nothing, and whoever speaks does."""
    being, report = verb.head, verb.head.head
    exists = verb.dep_ == "conj" and any(c.dep_ == "expl" and c.lower_ == "there" for c in being.lefts)
    if not exists or verb.tag_ != "VBD" or report.tag_ != "VBD" or being.dep_ != "ccomp" or verb.lemma_ == "be":
        return
    if any(c.dep_ in (*SUBJECT, "aux", "auxpass", "expl") for c in verb.lefts):
        return
    for joint in [c for c in being.rights if c.dep_ == "cc" and c.i < verb.i]:
        attach(joint, report, "cc")
    attach(verb, report, "conj")


_BY_DEPENDENCY: Mapping[str, tuple[Callable[[Token], None], ...]] = {
    "relcl": (_part_receiver, _extrapose),
    "advcl": (_lead_on, _read_sign, _keep_doer),
    "dobj": (_read_sign,),
    "pcomp": (_name_forbidder,),
    "acl": (_cause_the_whole,),
    "conj": (_pair_likes, _free_from_existence),
    "appos": (_pair_likes, _part_people, _free_from_existence),
}
"""Which repairs a word may need by how it hangs on its head; most words need none."""


def _fellow_infinitive(verb: Token) -> Token | None:
    """The infinitive above that `verb`, an infinitive, is joined with when its head is none."""
    if is_infinitive(verb.head) or not is_verb(verb.head):
        return None
    return next((above for above in verb.head.ancestors if is_infinitive(above)), None)


def _fellow_modal(verb: Token) -> Token | None:
    """The nearest verb before `verb` with the same modal, when its head has another or none."""
    modal = _modal(verb)
    if not modal or _modal(verb.head) == modal:
        return None
    return next((before for before in _before(verb) if _modal(before) == modal), None)


def _fellow_past(verb: Token) -> Token | None:
    """`urged him to back it and called on her to leave`: a past joins the past verb above an infinitive or a gerund."""
    infinite = verb.head.tag_ in ("VB", "VBG") and not any(c.dep_ == "aux" and c.tag_ != "TO" for c in verb.head.lefts)
    if verb.tag_ != "VBD" or has_auxiliary(verb) or not infinite or not is_verb(verb.head):
        return None
    return next((above for above in verb.head.ancestors if above.tag_ == "VBD" and not has_auxiliary(above)), None)


def _modal(verb: Token) -> str:
    found = [c.lower_ for c in verb.lefts if c.dep_ == "aux" and c.tag_ == "MD"]
    return found[0] if found else ""


def _before(verb: Token) -> Iterator[Token]:
    """Yield the verbs of the sentence before `verb`, nearest first."""
    for i in range(verb.i - 1, verb.sent.start - 1, -1):
        if is_verb(verb.doc[i]):
            yield verb.doc[i]
