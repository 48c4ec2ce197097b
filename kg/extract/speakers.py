"""Who says quoted words: the clause around a quotation, by the parse and then by nearness.

Parsers often misread a sentence that is half quotation, so whatever they say is only believed
where it stays outside the quoted words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.quoted import ENDS, FINITE, Page, Voice
from kg.extract.reporting import reporting_class
from kg.model import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Token

LEAD_IN = frozenset({",", ":", "that", "-", "--", "–", "—"})
_DOCUMENTS = frozenset(
    {"letter", "statement", "release", "memo", "note", "email", "tweet", "post", "blog", "speech", "interview"}
    | {"address", "message", "filing", "article"}
)


def find_voice(page: Page, span: range, former: Quotation | None) -> Voice:
    """Return who says the quotation at `span`, given the quotation before it."""
    before, after = page.before(span), page.after(span)
    if before:
        voice = _led_in(page, span, before) or _followed(page, span, after) or _around(page, span)
    else:
        voice = _followed(page, span, after) or _signed(page, span) or _continued(page, span, former)
        voice = voice or _introduced(page, span)
    return voice or Voice(None, None)


def _led_in(page: Page, span: range, before: range) -> Voice | None:
    """``Huang said: "…"``, ``according to Huang, "…"``, ``wrote in a letter that "…"``."""
    last = page.doc[span.start - 1]
    tied = last.text in LEAD_IN or (last.i in before and page.reports(last.i) and reporting_class(last) != "judge")
    if not tied and not page.is_sentence(span):
        return None
    for i in reversed(before):
        if page.reports(i) and (reporting_class(page.doc[i]) != "judge" or last.text != ","):
            return Voice(_subject(page, i, before), i, tied)
        if (voice := _according(page, i)) is not None:
            return Voice(voice, None, tied)
    if last.text == ":" or (last.text == "," and page.is_sentence(span)):
        subjects = [i for i in before if page.doc[i].dep_ == "nsubj" and page.inside[i] < 0]
        if subjects:
            return Voice(_named(page, page.doc[subjects[0]]), None, True)
    return None


def _followed(page: Page, span: range, after: range) -> Voice | None:
    """``"…," Huang told reporters``, ``"…," said Chavez``, ``"…," according to Huang``."""
    if not after:
        return None
    closing = page.doc[span.stop - 2].text if len(span) > 1 else ""
    first = page.doc[after.start]
    bound = closing in {",", "?", "!", "-", "—", "…"} or first.text in {",", "-", "—"}
    loose = (closing == "." and not first.is_lower) or bool(page.before(span))
    if not bound and loose:
        return None
    if first.pos_ == "CCONJ" or first.lower_ in {"which", "who"}:
        return None
    for i in after:
        if (voice := _according(page, i)) is not None:
            return Voice(voice, None, True)
        if page.reports(i) and (bound or i - after.start <= 3):
            return Voice(_subject(page, i, after), i, True)
        if page.doc[i].tag_ in FINITE and page.doc[i].pos_ != "AUX" and page.doc[i].dep_ != "relcl":
            return None
    return None


def _around(page: Page, span: range) -> Voice | None:
    """A fragment belongs to the reporting clause that its words depend on, if there is one."""
    token = page.doc[span.start + 1 if len(span) > 1 else span.start]
    below = token
    for above in (token, *token.ancestors):
        subject, below = below.dep_ in {"nsubj", "nsubjpass"}, above
        if page.inside[above.i] < 0 and not subject:
            if page.reports(above.i):
                return Voice(_subject(page, above.i, None), above.i)
            for child in above.children:
                if (speaker := _according(page, child.i)) is not None:
                    return Voice(speaker, None)
    return None


def _signed(page: Page, span: range) -> Voice | None:
    """``"…" - Matthew Ingram``: a pull quote signed by its author, to the end of the paragraph."""
    rest = range(span.stop, page.paragraphs[page.paragraph(span.stop - 1)].stop)
    if 2 <= len(rest) <= 8 and page.doc[rest.start].text in {"-", "--", "–", "—"}:
        names = [i for i in rest if page.doc[i].pos_ == "PROPN"]
        if names and names[0] <= rest.start + 2:
            return Voice(_run_end(page, names[0]), None)
    return None


def _continued(page: Page, span: range, former: Quotation | None) -> Voice | None:
    """A quotation right after another one, or after the clause that names its speaker, is by the same speaker."""
    if former is None or former.speaker is None or not former.whole:
        return None
    between = range(former.stop, span.start)
    here, there = page.paragraph(span.start), page.paragraph(former.stop - 1)
    tag = former.verb is not None and former.verb in between
    stops = sum(page.doc[i].text in ENDS for i in between)
    if here == there and (not between or (tag and stops <= 1)):
        return Voice(former.speaker, former.verb)
    alone = span.start == page.paragraphs[here].start and span.stop >= page.paragraphs[here].stop - 1
    if here == there + 1 and alone and (not between or (tag and stops <= 1)):
        return Voice(former.speaker, None)
    return None


def _introduced(page: Page, span: range) -> Voice | None:
    """A sentence before the quotation that reports, or whose subject is a person: ``The mayor was pleased. "…"``."""
    end = span.start
    here = page.paragraph(end)
    if end == page.paragraphs[here].start:
        if here == 0 or page.doc[end - 1].text not in {",", ":"}:
            return None
        here -= 1
    elif not page.has_clause(span):
        return None
    lead = page.doc[end - 1].sent
    window = range(max(lead.start, page.paragraphs[here].start), end)
    for i in window:
        if page.reports(i) and (page.doc[i].dep_ == "ROOT" or page.doc[end - 1].text in {",", ":"}):
            return Voice(_subject(page, i, window), i, page.doc[end - 1].text in {",", ":"})
    subject = next((c for c in lead.root.children if c.dep_ == "nsubj" and page.inside[c.i] < 0), None)
    if subject is not None and (subject.ent_type_ == "PERSON" or subject.lower_ in {"he", "she"}):
        return Voice(subject.i, None)
    return None


def _according(page: Page, i: int) -> int | None:
    """Head token of X in ``according to X`` when token `i` is ``according``."""
    doc = page.doc
    if doc[i].lower_ != "according" or i + 2 >= len(doc) or doc[i + 1].lower_ != "to" or page.inside[i] >= 0:
        return None
    for child in doc[i + 1].children:
        if child.dep_ == "pobj" and page.inside[child.i] < 0:
            return _named(page, child)
    return _noun_after(page, range(i + 2, min(i + 12, len(doc))))


def _subject(page: Page, verb: int, window: range | None) -> int | None:
    """Head of the speaker of a reporting verb, by the parse; by nearness in `window` when that fails."""
    token: Token | None = page.doc[verb]
    if _passive(page.doc[verb]):
        return _agent(page, page.doc[verb])
    for _ in range(6):
        if token is None or page.inside[token.i] >= 0:
            break
        found = _own_subject(page, token)
        if found is not None:
            near = window is None or found in window or token.i != verb or page.doc[found].pos_ != "PRON"
            return found if near else _near(page, verb, window)
        if token.dep_ in {"acl", "relcl"} and token.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            holder = _holder(page, token)
            if holder is not None:
                return holder
            token = token.head.head.head  # in a letter stating …: whoever wrote the letter
            continue
        token = token.head if token.dep_ in {"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "aux", "dep"} else None
    return _near(page, verb, window) if window is not None else None


def _holder(page: Page, verb: Token) -> int | None:
    """The noun that a relative clause or a participle describes; None for a document in somebody's hands."""
    noun = verb.head
    if noun.lemma_.lower() in _DOCUMENTS and noun.dep_ == "pobj" and noun.head.head.pos_ == "VERB":
        return None
    if any(c.lower_ == "who" for c in verb.children) and noun.ent_type_ not in {"", "PERSON"}:
        for i in range(noun.i - 1, max(noun.sent.start, noun.i - 15) - 1, -1):
            if page.doc[i].ent_type_ == "PERSON" and page.inside[i] < 0:
                return i
    return _named(page, noun)


def _own_subject(page: Page, verb: Token) -> int | None:
    for child in verb.children:
        if page.inside[child.i] < 0 and child.dep_ in {"nsubj", "nsubjpass"} and child.pos_ != "PUNCT":
            if child.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl":
                return _holder(page, verb)
            return _named(page, child)
    return None


def _passive(verb: Token) -> bool:
    """Tell whether a reporting verb's subject is not the one who reports (``was told``, ``labelled``)."""
    return (verb.dep_ == "acl" and verb.tag_ == "VBN") or any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)


def _agent(page: Page, verb: Token) -> int | None:
    for child in verb.children:
        if child.dep_ == "agent" and page.inside[child.i] < 0:
            return next((_named(page, c) for c in child.children if c.dep_ == "pobj"), None)
    return None


def _near(page: Page, verb: int, window: range | None) -> int | None:
    """The noun right before the verb, else the one right after it (``said Chavez``)."""
    if window is None:
        return None
    for i in range(verb - 1, window.start - 1, -1):
        token = page.doc[i]
        if token.text in {",", ":"} and i < verb - 1:
            break
        if _may_speak(page, token) and token.tag_ != "WP":
            return _named(page, token)
    told = page.doc[verb].lemma_ in {"tell", "inform", "assure", "remind"}  # what follows is who listens
    return None if told else _noun_after(page, range(verb + 1, min(window.stop, verb + 8)))


def _may_speak(page: Page, token: Token) -> bool:
    timed = token.ent_type_ in {"DATE", "TIME"}
    return token.pos_ in {"NOUN", "PROPN", "PRON"} and page.inside[token.i] < 0 and not timed


def _noun_after(page: Page, tokens: range) -> int | None:
    for i in tokens:
        token = page.doc[i]
        if _may_speak(page, token):
            return i if token.pos_ == "PRON" else _run_end(page, i)
    return None


def _run_end(page: Page, i: int) -> int:
    """Last token of the run of nouns that begins at `i`: the head of an English name."""
    while i + 1 < len(page.doc) and page.doc[i + 1].pos_ in {"NOUN", "PROPN"} and page.inside[i + 1] < 0:
        i += 1
    return i


def _named(page: Page, head: Token) -> int:
    """The name in ``a spokesman for the ministry, Lin Jian``; the head itself where there is none."""
    if head.pos_ == "NOUN":
        for child in head.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN" and page.inside[child.i] < 0:
                return child.i
    return head.i
