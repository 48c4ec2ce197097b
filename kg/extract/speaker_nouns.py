"""Who a verb of saying has for its speaker: by the parse where it stays outside quotations, else by nearness.

Of `"…," said Jane Roe, who leads the union, "…"` the speaker is Jane Roe, whatever the parser makes of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.forms import NOUNS
from kg.extract.quoted import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

_DOCUMENTS = frozenset(
    {"letter", "statement", "release", "memo", "note", "email", "tweet", "post", "blog", "speech", "interview"}
    | {"address", "message", "filing", "article"}
)
_CLIMBED = ("conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "aux", "dep")
"""Dependencies of a verb whose speaker may stand in the clause above."""
_LISTENED_TO = ("tell", "inform", "assure", "remind")
"""Verbs after which stands who listens."""
_CITING = ("quote", "cite", "record", "hear")
"""Verbs whose passive has for its subject the one who speaks: `was quoted as saying`."""


def according(page: Page, i: int) -> int | None:
    """Head token of X in ``according to X`` when token `i` is ``according``."""
    doc = page.doc
    if doc[i].lower_ != "according" or i + 2 >= len(doc) or doc[i + 1].lower_ != "to" or page.inside[i] >= 0:
        return None
    for child in doc[i + 1].children:
        if child.dep_ == "pobj" and page.inside[child.i] < 0:
            return named(page, child)
    return _noun_after(page, range(i + 2, min(i + 12, len(doc))))


def speaker_of(page: Page, verb: int, window: range | None) -> int | None:
    """Head of the speaker of a reporting verb, by the parse; by nearness in `window` when that fails."""
    token: Token | None = page.doc[verb]
    if (source := cited(page.doc[verb])) is not None and page.inside[source.i] < 0:
        return named(page, source)
    if _passive(page.doc[verb]):
        return _agent(page, page.doc[verb])
    for _ in range(6):
        if token is None:
            break
        found = _own_subject(page, token)
        if found is not None:
            near = window is None or found in window or token.i != verb or page.doc[found].pos_ != "PRON"
            return found if near else _near(page, verb, window)
        if page.inside[token.i] >= 0:
            break
        if token.dep_ in {"acl", "relcl"} and token.head.pos_ in NOUNS:
            holder = _holder(page, token)
            if holder is not None:
                return holder
            token = token.head.head.head  # in a letter stating …: whoever wrote the letter
            continue
        token = token.head if token.dep_ in _CLIMBED else None
    return _near(page, verb, window) if window is not None else None


def _holder(page: Page, verb: Token) -> int | None:
    """The noun that a relative clause or a participle describes; None for a document in somebody's hands."""
    noun = verb.head
    if noun.lemma_.lower() in _DOCUMENTS and noun.dep_ == "pobj" and noun.head.head.pos_ == "VERB":
        return None
    if noun.dep_ == "appos" and noun.pos_ == "NOUN" and noun.head.ent_type_ == "PERSON":
        return noun.head.i if page.inside[noun.head.i] < 0 else None  # `O'Reilly, an expert, who stated`
    if any(c.lower_ == "who" for c in verb.children) and noun.ent_type_ not in {"", "PERSON"}:
        for i in range(noun.i - 1, max(noun.sent.start, noun.i - 15) - 1, -1):
            if page.doc[i].ent_type_ == "PERSON" and page.inside[i] < 0:
                return i
    return named(page, noun)


def _own_subject(page: Page, verb: Token) -> int | None:
    """Subject of `verb` outside quotations; of a quoted verb only one that stands before the quotation."""
    quoted = page.inside[verb.i]
    for child in verb.children:
        if child.dep_ not in {"nsubj", "nsubjpass"} or child.pos_ == "PUNCT" or page.inside[child.i] >= 0:
            continue
        if quoted >= 0 and child.i > page.spans[quoted].start:
            continue
        if child.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl":
            return _holder(page, verb)
        if child.pos_ == "VERB":  # `The study published today found`: a participle taken for the subject
            return _own_subject(page, child)
        return named(page, child)
    return None


def cited(verb: Token) -> Token | None:
    """Whom somebody else quotes: `an official` in `the paper quoted an official as saying`."""
    citing = verb
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        citing = verb.head.head
    elif verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.lefts):
        citing = verb.head
    found = next((c for c in citing.rights if c.dep_ in ("dobj", "nsubj") and c.i < max(verb.i, citing.i + 9)), None)
    as_ = any(c.lower_ == "as" for c in citing.rights) or citing != verb
    return found if citing.lemma_ in _CITING and as_ and citing.tag_ != "VBN" else None


def _passive(verb: Token) -> bool:
    """Tell whether a reporting verb's subject is not the one who reports (``was told``, ``labelled``)."""
    if verb.lemma_ in _CITING and any(c.lower_ == "as" and c.dep_ in ("prep", "mark") for c in verb.rights):
        return False
    bare = verb.tag_ == "VBN" and not any(c.dep_ in {"aux", "nsubj"} for c in verb.children)
    return (bare and verb.dep_ in {"acl", "advcl"}) or any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)


def _agent(page: Page, verb: Token) -> int | None:
    for child in verb.children:
        if child.dep_ == "agent" and page.inside[child.i] < 0:
            return next((named(page, c) for c in child.children if c.dep_ == "pobj"), None)
    return None


def _near(page: Page, verb: int, window: range | None) -> int | None:
    """The noun right before the verb, else the one right after it (``said Chavez``)."""
    if window is None:
        return None
    for i in range(verb - 1, window.start - 1, -1):
        token = page.doc[i]
        if token.text in {",", ":"} and i < verb - 1:
            break
        if may_speak(page, token) and token.tag_ != "WP":
            return named(page, token)
    told = page.doc[verb].lemma_ in _LISTENED_TO
    return None if told else _noun_after(page, range(verb + 1, min(window.stop, verb + 8)))


def may_speak(page: Page, token: Token) -> bool:
    """Tell whether `token` is a noun or pronoun outside quotations that is no time."""
    timed = token.ent_type_ in {"DATE", "TIME"}
    return token.pos_ in NOUNS and page.inside[token.i] < 0 and not timed


def _noun_after(page: Page, tokens: range) -> int | None:
    for i in tokens:
        token = page.doc[i]
        if may_speak(page, token):
            return i if token.pos_ == "PRON" else run_end(page, i)
    return None


def run_end(page: Page, i: int) -> int:
    """Last token of the run of nouns that begins at `i`: the head of an English name."""
    while i + 1 < len(page.doc) and page.doc[i + 1].pos_ in {"NOUN", "PROPN"} and page.inside[i + 1] < 0:
        i += 1
    return i


def named(page: Page, head: Token) -> int:
    """The name in ``a spokesman for the ministry, Lin Jian``; the head itself where there is none."""
    if head.pos_ == "NOUN":
        for child in head.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN" and page.inside[child.i] < 0:
                return child.i
    return head.i
