"""Who says quoted words: the clause around a quotation, by the parse and then by nearness.

Parsers often misread a sentence that is half quotation, so whatever they say is only believed
where it stays outside the quoted words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.noun_clauses import holders, noun_of, rejects
from kg.extract.quoted import ENDS, FINITE, Page, Voice
from kg.extract.reporting import reporting_class
from kg.extract.speaker_nouns import according, may_speak, named, run_end, speaker_of
from kg.stages import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Token

LEAD_IN = frozenset({",", ":", "that", "-", "--", "–", "—"})
_DASHES = frozenset({"-", "--", "–", "—"})
_OTHER_CLAUSE = frozenset("which who whose while whereas though although but because since unless until".split())
"""What begins a clause of its own after quoted words, whose verb is no tag of theirs."""
_LONGEST_SOURCE = 12
"""Tokens of a source that stands after or before quoted words without a verb."""
_WORDS = frozenset(
    "word phrase slogan title name term label nickname headline motto message caption inscription banner".split()
)
"""Nouns before quoted words that are a name or an inscription and no utterance."""


def find_voice(page: Page, span: range, former: Quotation | None) -> Voice:
    """Return who says the quotation at `span`, given the quotation before it."""
    before, after = page.before(span), page.after(span)
    if before:
        voice = _led_in(page, span, before) or _labelled(page, span, before) or _in_words(page, before)
        voice = voice or _followed(page, span, after)
        if voice is None and page.doc[span.start - 1].lemma_.lower() in _WORDS:
            return Voice(None, None)
        voice = voice or _paired(page, span, former) or _around(page, span) or _opened(page, before)
    else:
        voice = _followed(page, span, after) or _signed(page, span) or _continued(page, span, former)
        voice = voice or _introduced(page, span)
    return voice or Voice(None, None)


def _led_in(page: Page, span: range, before: range) -> Voice | None:
    """``Huang said: "…"``, ``according to Huang, "…"``, ``wrote in a letter that "…"``."""
    last = page.doc[span.start - 1]
    tied = last.text in LEAD_IN or (last.i in before and page.reports(last.i) and reporting_class(last) != "judge")
    if page.doc[span.stop - 2].text == "?" and (asked := _asked(page, before)) is not None:
        return asked
    if not tied and not page.is_sentence(span):
        return None
    for i in reversed(before):
        if page.reports(i) and (reporting_class(page.doc[i]) != "judge" or last.text != ","):
            return Voice(speaker_of(page, i, before), i, tied)
        if (voice := according(page, i)) is not None:
            return Voice(voice, None, tied)
    if last.text == ":" or (last.text == "," and page.is_sentence(span)):
        subjects = [i for i in before if page.doc[i].dep_ == "nsubj" and page.inside[i] < 0]
        if subjects:
            return Voice(named(page, page.doc[subjects[0]]), None, True)
    return None


def _asked(page: Page, before: range) -> Voice | None:
    """``Asked by the judge "where is the money?"``, whatever stands between."""
    for i in reversed(before):
        if page.reports(i) and reporting_class(page.doc[i]) == "ask":
            return Voice(speaker_of(page, i, before), i, True)
    return None


def _in_words(page: Page, before: range) -> Voice | None:
    """``In Hart's words, "…"``, ``in the words of Hart, "…"``."""
    for i in before:
        token = page.doc[i]
        if token.lower_ == "words" and token.dep_ == "pobj" and token.head.lower_ == "in":
            owners = [c for c in token.lefts if c.dep_ == "poss"]
            owners += [o for c in token.rights if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
            return Voice(named(page, owners[0]), None, True) if owners else None
    return None


def _labelled(page: Page, span: range, before: range) -> Voice | None:
    """``Lucy Hart, mayor: "…"``: a name with a colon and no verb."""
    colon = page.doc[span.start - 1].text == ":"
    if not colon or len(before) > _LONGEST_SOURCE or page.has_finite(before):
        return None
    speaker = _source(page, before)
    return Voice(speaker, None, True) if speaker is not None else None


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
    second = page.doc[after.start + 1] if first.text == "," and len(after) > 1 else first
    if first.pos_ == "CCONJ" or second.lower_ in _OTHER_CLAUSE:
        return None
    main = any(page.reports(i) and page.doc[i].dep_ != "relcl" for i in after)
    for i in after:
        if (voice := according(page, i)) is not None:
            return Voice(voice, None, True)
        if main and page.doc[i].dep_ == "relcl":
            continue  # `one of them, who asked not to be named, said`
        if page.reports(i) and (bound or i - after.start <= 3):
            return Voice(speaker_of(page, i, after), i, True)
        if page.doc[i].tag_ in FINITE and page.doc[i].pos_ != "AUX" and page.doc[i].dep_ != "relcl":
            comma = closing == "," or first.text == ","
            return _tagged(page, i, after) if comma and not page.before(span) else None
    return None


def _tagged(page: Page, verb: int, after: range) -> Voice | None:
    """``"…," Geithner summarized.``: any verb without an object of its own makes a tag after a comma."""
    token = page.doc[verb]
    if token.tag_ not in {"VBD", "VBZ"} or any(c.dep_ in {"dobj", "attr", "acomp", "neg"} for c in token.rights):
        return None
    subject = next((i for i in after if may_speak(page, page.doc[i])), None)
    if subject is None or page.doc[subject].dep_ in {"pobj", "npadvmod"}:
        return None
    speaker = speaker_of(page, verb, after)
    return Voice(speaker, verb, True) if speaker is not None and speaker in after else None


def _paired(page: Page, span: range, former: Quotation | None) -> Voice | None:
    """``called it "slow" and "costly"``: the second of a pair is said by whoever says the first."""
    joined = page.doc[span.start - 1].lower_ in {"and", "or", "but", "&"}
    if former is None or not joined or former.stop != span.start - 1 - (page.doc[span.start - 2].text == ","):
        return None
    return Voice(former.speaker, former.verb)


def _around(page: Page, span: range) -> Voice | None:
    """A fragment belongs to the reporting clause that its words depend on, if there is one."""
    token = page.doc[span.start + 1 if len(span) > 1 else span.start]
    below = token
    for above in (token, *token.ancestors):
        subject, below = below.dep_ in {"nsubj", "nsubjpass"}, above
        if page.inside[above.i] < 0 and not subject:
            if (noun := noun_of(above)) is not None and page.inside[noun.i] < 0:
                owner = next((c.i for c in noun.lefts if c.dep_ == "poss"), None)
                return Voice(owner, None) if owner is not None or rejects(noun.head) else _held(page, noun)
            if page.reports(above.i):
                return Voice(speaker_of(page, above.i, None), above.i)
            for child in above.children:
                if (speaker := according(page, child.i)) is not None:
                    return Voice(speaker, None)
    return None


def _held(page: Page, noun: Token) -> Voice | None:
    """``voiced fears that it was "too late"``: the words are whoever's the fears are."""
    found = [t.i for t in holders(noun) if page.inside[t.i] < 0]
    return Voice(found[0], None) if found else None


def _opened(page: Page, before: range) -> Voice | None:
    """``According to police, the man "fell from the roof"``, however the parser hangs it."""
    sources = (according(page, i) for i in before)
    return next((Voice(speaker, None) for speaker in sources if speaker is not None), None)


def _signed(page: Page, span: range) -> Voice | None:
    """``"…" - Matthew Ingram``, ``"…" Anonymous blogger, "The title"``: a source without a verb ends the paragraph."""
    rest = range(span.stop, page.paragraphs[page.paragraph(span.stop - 1)].stop)
    outside = [i for i in rest if page.inside[i] < 0]
    opens = bool(rest) and page.doc[rest.start].text in _DASHES | {"(", "~"}
    closed = len(span) > 1 and page.doc[span.stop - 2].text in ENDS
    if not 1 <= len(outside) <= _LONGEST_SOURCE or not (opens or closed) or page.has_finite(outside):
        return None
    speaker = _source(page, range(rest.start, outside[-1] + 1))
    return Voice(speaker, None) if speaker is not None else None


def _source(page: Page, tokens: range) -> int | None:
    """Head of the noun phrase that `tokens` begin with, dash, bracket and article aside."""
    for i in tokens[:4]:
        if page.inside[i] >= 0:
            return None
        if may_speak(page, page.doc[i]):
            end = run_end(page, i)
            return end if end in tokens else None
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
    quoted = page.inside[lead.root.i] >= 0  # `The firm, Ruiz said, "lied to us." "…"`
    for i in window:
        main = page.doc[i].dep_ in {"ROOT", "parataxis"} or quoted
        if page.reports(i) and (main or page.doc[end - 1].text in {",", ":"}):
            return Voice(speaker_of(page, i, window), i, page.doc[end - 1].text in {",", ":"})
    subject = next((c for c in lead.root.children if c.dep_ == "nsubj" and page.inside[c.i] < 0), None)
    if subject is not None and (subject.ent_type_ == "PERSON" or subject.lower_ in {"he", "she"}):
        return Voice(subject.i, None)
    return None
