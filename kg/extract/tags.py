"""Tags of reports that parsers misread: who reports stands after the verb, or is spelled like a pronoun.

`X has denied it, reported the Press Trust` makes the Press Trust the speaker and everything before
the comma what it reports; the parser takes `reported` for one more deed of X.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.forms import SUBJECT, finite, has_auxiliary, has_subject
from kg.extract.nouns import BODY_TYPES, HEAD_TYPES, ROLE_NOUNS, SOURCE_NOUNS
from kg.extract.reporting import reporting_class
from kg.extract.trees import attach

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_TAGGING = frozenset({"say", "claim", "confirm", "report", "warn", "expect", "think"})
"""Kinds of reports that a tag after a comma makes."""
_AGAINST = frozenset({"judge", "deny", "warn", "demand"})
_ATTACKS = frozenset("attack back defend support oppose accuse challenge".split())
"""Verbs for or against somebody, besides those that report a judgement."""
_AGAIN = frozenset({"say", "claim", "warn", "ask", "demand", "judge"})
"""Kinds of reports that are joined to another one rather than to what it reports."""
_UNSAID = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})


def mend_tags(sentence: Span) -> None:
    """Mend the tags of one sentence in place."""
    for token in sentence:
        if token.text == "WHO" and token.tag_ in ("WP", "WDT"):
            _name_organisation(token, sentence)
        elif token.dep_ == "appos" and token.ent_type_ == "PERSON":
            _name_spokesman(token)
        elif token.lower_ in ("citing", "quoting") and token.dep_ == "advcl":
            _name_source(token)
        elif token.tag_ == "VBG" and token.dep_ == "acl":
            _give_reason(token)
        elif token.dep_ in ("relcl", "acl"):
            _tell_of_all(token)
        elif token.tag_ == "VBD" and token.dep_ == "conj":
            _report_again(token)
        elif token.tag_ in ("VBZ", "VBP") and token.dep_ == "conj":
            _report_besides(token)
        if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX"):
            _report_along(token)
        if token.tag_ in ("VBD", "VBZ"):
            _join_role(token)
            _name_teller(token)
        if token.tag_ in ("VBD", "VBZ", "VBP") and (teller := _teller(token, sentence)) is not None:
            _turn(token, teller, sentence.root)


def _name_organisation(token: Token, sentence: Span) -> None:
    """`WHO say …`: all capitals in a sentence that is not shouted are the World Health Organization."""
    others = [t for t in sentence if t.is_alpha and t != token]
    if any(t.is_lower for t in others):
        token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", "WHO"


def _name_spokesman(name: Token) -> None:
    """`said a spokesman for Governor Lucy Hart, Jonas Berg`: nobody has two names, so the second is the spokesman's."""
    person = name.head
    if person.dep_ != "pobj" or person.ent_type_ != "PERSON" or person.head.head.tag_ != "NN":
        return
    role = person.head.head
    last = name.right_edge.i >= role.right_edge.i
    if last and role.lemma_.lower() in ROLE_NOUNS and role.dep_ in SUBJECT:
        attach(name, role, "appos")


def _join_role(verb: Token) -> None:
    """`"…," remarked the economist for Orion, Jonas Berg` with the name as subject, the economist as object: one."""
    role, name = ([c for c in verb.rights if c.dep_ == dep] for dep in ("dobj", "nsubj"))
    tagged = len(role) == len(name) == 1 and verb.i > verb.sent.start and verb.nbor(-1).text in (",", '"')
    if not tagged or reporting_class(verb) not in _TAGGING or name[0].pos_ != "PROPN" or name[0].i < role[0].i:
        return
    if role[0].lemma_.lower() in ROLE_NOUNS and role[0].left_edge.i == verb.i + 1:
        role[0].dep_ = "nsubj"
        attach(name[0], role[0], "appos")


def _name_teller(verb: Token) -> None:
    """`"…," remarked the economist for Orion, Jonas Berg` with the economist as object: he says it."""
    told = [c for c in verb.rights if c.dep_ == "dobj" and c.left_edge.i == verb.i + 1]
    before = any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.lefts)
    if not told or not before or has_subject(verb) or reporting_class(verb) is None:
        return
    if told[0].lemma_.lower() in ROLE_NOUNS or HEAD_TYPES.get(told[0].lemma_.lower()) == "Person":
        attach(told[0], verb, "nsubj")
        for name in [c for c in verb.rights if c.dep_ == "npadvmod" and c.ent_type_ == "PERSON"]:
            attach(name, told[0], "appos")


def _tell_of_all(clause: Token) -> None:
    """`was told by an adviser that the bill had failed` with the clause about the adviser: it is what was told."""
    by = clause.head.head
    that = next((c for c in clause.lefts if c.lower_ == "that" and c.i == clause.left_edge.i), None)
    agent = clause.head.dep_ == "pobj" and by.dep_ == "agent" and reporting_class(by.head) is not None
    complete = any(c.dep_ in SUBJECT and c.lower_ != "that" for c in clause.lefts)
    closed = any(c.dep_ in ("auxpass", "dobj", "attr", "acomp") and c != that for c in clause.children)
    if that is not None and agent and complete and closed:
        attach(clause, by.head, "ccomp")
        attach(that, clause, "mark")


def _name_source(citing: Token) -> None:
    """`Reuters said Berg was dead, citing police`: whoever reports cites, not whom the report is about."""
    reported = citing.head
    report = reported.head
    behind = citing.i > reported.i > report.i and citing.nbor(-1).text == ","
    if behind and reported.dep_ == "ccomp" and reporting_class(report) in _TAGGING:
        attach(citing, report, "advcl")


def _give_reason(saying: Token) -> None:
    """`attacked the bank saying that it lied`: whoever attacks says so, not whom the attack is on."""
    noun, verb = saying.head, saying.head.head
    against = reporting_class(verb) in _AGAINST or verb.lemma_.lower() in _ATTACKS
    speaks = noun.lemma_.lower() in SOURCE_NOUNS
    if noun.dep_ == "dobj" and against and not speaks and reporting_class(saying) in _TAGGING:
        attach(saying, verb, "advcl")


def _report_besides(verb: Token) -> None:
    """`The study noted that X has lifted the rule, and believes that …`: the study believes, not X.

    A comma parts the second verb from the report, and it has neither the subject nor the tense of the reported one.
    """
    told, teller = verb.head, verb.head.head
    if reporting_class(verb) not in ("think", "expect", "say", "warn") or has_subject(verb) or has_auxiliary(verb):
        return
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in told.lefts) and has_subject(told)
    comma = any(c.dep_ == "cc" and c.nbor(-1).text == "," and c.i < verb.i for c in told.rights)
    if told.dep_ == "ccomp" and perfect and comma and teller.i < told.i and reporting_class(teller) in _TAGGING:
        attach(verb, teller, "conj")


def _report_along(verb: Token) -> None:
    """`The agency reported that Acme lost money, and Foo spent more`: it reports both, in one tense.

    Whoever reports does what follows themselves where a pronoun says so (`…, and he left`), and a second report is not
    a part of the first.
    """
    report = verb.head
    told = next((c for c in report.rights if c.dep_ == "ccomp" and c.i < verb.i), None)
    own = next((c for c in verb.lefts if c.dep_ in SUBJECT), None)
    if told is None or own is None or reporting_class(report) not in _TAGGING or reporting_class(verb) is not None:
        return
    if not any(c.dep_ == "mark" and c.lower_ == "that" for c in told.lefts) or _tense(verb) != _tense(told):
        return
    joints = [c for c in report.rights if told.i < c.i < verb.i and (c.dep_ == "cc" or c.text == ",")]
    tellers = {c.lemma_.lower() for c in report.lefts if c.dep_ in SUBJECT}
    if [c.lower_ for c in joints if c.dep_ == "cc"] != ["and"] or own.pos_ == "PRON" or own.lemma_.lower() in tellers:
        return
    if any(t.text in ('"', ";", "”") for t in verb.doc[told.i : verb.i]):
        return
    for joint in joints:
        attach(joint, told, joint.dep_)
    attach(verb, told, "conj")


def _tense(verb: Token) -> str:
    """What shows the tense of a clause: its first auxiliary, or how the verb is tagged."""
    first = finite(verb)
    return first.lower_ if first.tag_ == "MD" or first.lemma_ == "have" else first.tag_


def _report_again(again: Token) -> None:
    """`said the plan was bad and urged Congress to reject it`: whoever says also urges, not what it is about."""
    told = again.head
    report = told.head
    if told.dep_ != "ccomp" or report.tag_ != "VBD" or reporting_class(report) not in _TAGGING | {"deny"}:
        return
    if has_subject(again) or has_auxiliary(again) or reporting_class(told) or reporting_class(again) not in _AGAIN:
        return
    apart = any(c.dep_ == "cc" and c.nbor(-1).text == "," for c in told.rights if told.i < c.i < again.i)
    if apart or told.lemma_ == "be" or has_auxiliary(told):
        for joint in [c for c in told.rights if c.i < again.i and (c.dep_ == "cc" or c.text == ",")]:
            attach(joint, report, joint.dep_)
        attach(again, report, "conj")


def _teller(verb: Token, sentence: Span) -> Token | None:
    """Who reports, where `verb` is a reporting verb after a comma and its subject stands behind it."""
    if verb.i <= sentence.start or verb.nbor(-1).text not in (",", '"'):
        return None
    if reporting_class(verb) not in _TAGGING or any(c.dep_ not in ("punct", "ccomp", "nsubj") for c in verb.lefts):
        return None
    return next((c for c in verb.rights if c.left_edge.i == verb.i + 1 and _can_tell(c)), None)


def _can_tell(noun: Token) -> bool:
    if noun.dep_ == "nsubj":
        return True
    if noun.dep_ not in ("dobj", "npadvmod") or noun.ent_type_ in _UNSAID:
        return False
    lemma = noun.lemma_.lower()
    return noun.pos_ == "PROPN" or lemma in ROLE_NOUNS or HEAD_TYPES.get(lemma) in BODY_TYPES


def _turn(verb: Token, teller: Token, root: Token) -> None:
    """Make `teller` the subject of `verb`, and the clause before the comma what it reports."""
    before = [c for c in verb.lefts if c.dep_ == "nsubj"]
    if before:
        _turn_inserted(verb, teller, before[-1])
        return
    if verb != root:
        joined = any(c.dep_ == "cc" and c.i == verb.i - 2 for c in verb.head.children)
        if verb.head != root or root.i > verb.i or joined or verb.dep_ not in ("conj", "dep", "advcl", "parataxis"):
            return
        attach(verb, verb, "ROOT")
        attach(root, verb, "ccomp")
    told = next((c for c in verb.lefts if c.dep_ == "ccomp"), None)
    for child in list(told.rights) if told is not None else []:
        if child.i >= verb.i - 1 and child != verb:
            attach(child, verb, child.dep_)  # the comma, and whatever follows the tag
    teller.dep_ = "nsubj"


def _turn_inserted(verb: Token, teller: Token, subject: Token) -> None:
    """`The company, reported Reuters, will close`: the subject before the tag is that of the clause after it."""
    clause = next((c for c in verb.rights if c.dep_ == "ccomp" and c.i > teller.i), None)
    own = clause is not None and any(c.dep_ in SUBJECT for c in clause.children)
    inside = clause is not None and teller.right_edge.i + 1 < len(verb.doc)
    if clause is None or own or not inside or teller.dep_ == "nsubj" or teller.right_edge.nbor(1).text != ",":
        return
    passive = any(c.dep_ == "auxpass" for c in clause.children)
    attach(subject, clause, "nsubjpass" if passive else "nsubj")
    teller.dep_ = "nsubj"
