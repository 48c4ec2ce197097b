"""Verbs that report speech or thought: a closed list of English, by the kind of report they make.

`announced that` says, `denied that` denies, `criticised` judges, `asked whether` asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Token

ReportingClass = Literal[
    "say",
    "claim",
    "confirm",
    "report",
    "deny",
    "hope",
    "expect",
    "think",
    "doubt",
    "warn",
    "ask",
    "demand",
    "promise",
    "judge",
]

_BY_CLASS: Mapping[ReportingClass, str] = {
    "say": "say tell state add note remark comment declare announce explain mention observe reply respond answer write"
    " read recall continue conclude emphasize emphasise stress reiterate repeat clarify elaborate testify proclaim quip"
    " joke tweet post express voice suggest indicate imply hint inform notify assure reassure rebut remind brief agree"
    " stipulate"
    " exclaim shout interject counter retort point_out go_on spell_out make_clear summarize summarise recount"
    " convey relay signal echo chant yell scream cry whisper mutter murmur opine muse narrate elucidate"
    " recap concur remonstrate chime_in sum_up put_it",
    "claim": "claim allege assert contend argue maintain insist purport boast accuse profess posit postulate insinuate",
    "confirm": "confirm acknowledge admit concede confess reaffirm affirm certify verify",
    "report": "report reveal disclose quote cite show find document detail learn hear broadcast publish rule",
    "deny": "deny reject dispute refute dismiss disavow disagree",
    "hope": "hope wish want desire",
    "expect": "expect predict forecast project estimate anticipate calculate foresee",
    "think": "think believe feel consider reckon know realize realise assume understand conclude"
    " theorize theorise speculate hypothesize hypothesise surmise guess",
    "doubt": "doubt question suspect",
    "warn": "warn caution fear worry complain lament regret object protest bemoan fret",
    "ask": "ask inquire enquire wonder query",
    "demand": "urge demand request order call_for appeal plead beg implore advise recommend propose instruct",
    "promise": "promise pledge vow swear threaten",
    "judge": "call describe dub label brand characterize characterise criticize criticise condemn praise slam blast"
    " hail welcome denounce term blame attribute deem refer decry deride deplore applaud"
    " laud commend mock ridicule chide scold rebuke tout speak_of talk_of",
}

REPORTING_VERBS: Mapping[str, ReportingClass] = {
    lemma.replace("_", " "): kind for kind, lemmas in reversed(tuple(_BY_CLASS.items())) for lemma in lemmas.split()
}
"""Lemma of a verb that reports speech or thought (with its particle, ``point out``) → what kind of report it makes."""

_PARTICLES = {"out", "on", "for", "clear", "up", "in", "it", "of"}


def reporting_class(verb: Token) -> ReportingClass | None:
    """Return what kind of report `verb` makes, or None when it is no reporting verb.

    Particles count: ``pointed out`` reports, ``pointed at`` does not.
    """
    lemma = verb.lemma_.lower()
    if verb.lower_ in {lemma + "ed", lemma + "ing"} and lemma + "e" in REPORTING_VERBS:
        lemma += "e"  # lemmatisers take "hoped" for a form of "hop"
    following = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    if following in _PARTICLES and (kind := REPORTING_VERBS.get(f"{lemma} {following}")):
        return kind
    return REPORTING_VERBS.get(lemma)
