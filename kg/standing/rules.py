"""Relations by rule: the right types and a word that names the relation on the way between the two.

This is what the trained scorer is measured against.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from kg.standing.links import Links
from kg.standing.passages import Passage
from kg.standing.relations import RELATIONS, Standing
from kg.standing.scorer import Candidates
from kg.standing.spans import DATE, Participant

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Token

_CEO = "ceo chief executive"
CUES: Mapping[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "PLACE_OF_BIRTH": "bear born birth birthplace native hometown",
        "DATE_OF_BIRTH": "bear born birth b. (",
        "DATE_OF_DEATH": "die death dead decease kill murder assassinate execute pass d. – - —",
        "PLACE_OF_RESIDENCE": "live reside resident residence move relocate settle emigrate immigrate "
        "home base raise grow",
        "NATIONALITY": "be citizen citizenship national nationality",
        "EMPLOYEE_OR_MEMBER_OF": "member work employ join serve director president officer chairman chairwoman chair "
        "manager head partner professor executive vice founder spokesman spokeswoman spokesperson lecturer fellow "
        "employee analyst play player hire appoint leader join secretary editor reporter correspondent coach ceo",
        "EDUCATED_AT": "graduate study attend educate degree bachelor master doctorate phd ph.d ph.d. alumnus earn "
        "receive school diploma b.a. m.a. student mba graduation",
        "POLITICAL_AFFILIATION": "member politician candidate party leader join represent elect mp chairman president "
        "deputy senator contest stand run",
        "CHILD_OF": "son daughter child father mother parent kid bear born",
        "SPOUSE": "wife husband marry spouse widow widower married fiancee bride",
        "DATE_FOUNDED": "found establish start begin form create launch incorporate open inception founding co-found "
        "organize set",
        "HEADQUARTERS": "headquarter headquarters base locate headquartered based office",
        "SUBSIDIARY_OF": "subsidiary parent own division unit arm affiliate acquire owner",
        "FOUNDED_BY": "found founder co-founder establish start create form launch cofounder co-found founding open",
        "CEO": _CEO,
    }.items()
}
"""Base forms of which one must stand on the way between the two, or beside it."""
TRIGGERS = frozenset().union(*(words for name, words in CUES.items() if name != "NATIONALITY")) - {"(", "-", "–", "—"}
"""Base forms without which no relation of an ordinary build is looked for, nationalities aside."""
_BRACKETED = frozenset({"DATE_OF_BIRTH", "DATE_OF_DEATH"})
_DASHES = frozenset({"-", "–", "—", "to"})


def rule_probabilities(passage: Passage, links: Links, found: Candidates) -> NDArray[np.float32]:
    """One or zero for each relation (columns, as `RELATIONS`) and each of the pairs."""
    stated = np.zeros((len(found.pairs), len(RELATIONS)), dtype=np.float32)
    rows = {pair: n for n, pair in enumerate(found.pairs)}
    for (a, b), n in rows.items():
        for k, relation in enumerate(RELATIONS):
            if found.admitted[n, k] and _states(passage, relation, passage.members[a], passage.members[b]):
                for x in (*links.same[a], a):
                    if (x, b) in rows:
                        stated[rows[x, b], k] = 1
    return stated


def _states(passage: Passage, relation: Standing, s: Participant, o: Participant) -> bool:
    if not fits(s, relation.subject) or not fits(o, relation.object):
        return False
    if relation.name in _BRACKETED:
        place = bracketed(passage, s, o)
        if place is not None:
            return place == (relation.name == "DATE_OF_DEATH")
    if relation.name == "NATIONALITY":
        return described(passage, s, o)
    return bool(CUES[relation.name] & {_base(t) for t in _way(passage, s, o)}) and not _interrupted(
        passage, relation, s, o
    )


def fits(participant: Participant, kinds: frozenset[str]) -> bool:
    """Whether a participant is known to be of one of `kinds`; pronouns and dates were judged before."""
    if participant.form in ("pronoun", "date"):
        return True
    return participant.kind in kinds or (participant.kind == "thing" and participant.guess in kinds)


def bracketed(passage: Passage, s: Participant, o: Participant) -> bool | None:
    """For a date in brackets right after a name: whether it is the second of two; else None."""
    words = [passage.tokens[i].lower_ for i in range(s.stop, o.first)]
    if "(" not in words or ")" in words or o.first - s.stop > 14:
        return None
    if "died" in words or "d." in words:
        return True
    return bool(_DASHES & set(words[words.index("(") :]))


def described(passage: Passage, s: Participant, o: Participant) -> bool:
    """`X was a British writer`: an adjective of the noun said of the subject."""
    noun = passage.tokens[o.head].head
    if noun.dep_ == "attr":
        return any(c.i == s.head for c in noun.head.children if c.dep_ in ("nsubj", "nsubjpass"))
    return noun.i == s.head or (noun.dep_ == "appos" and noun.head.i == s.head)


def _way(passage: Passage, s: Participant, o: Participant) -> list[Token]:
    """The words on the path between two heads, and of the nouns and titles beside it."""
    tokens = passage.tokens
    above = [tokens[s.head], *tokens[s.head].ancestors]
    below = [tokens[o.head], *tokens[o.head].ancestors]
    shared = {t.i for t in above} & {t.i for t in below}
    path = [t for t in (*above, *below) if t.i not in shared]
    top = next((t for t in above if t.i in shared), None)
    path += [top] if top is not None else []
    return [t for token in path for t in (token, *_beside(token)) if not _inside(t, s, o)]


def _beside(token: Token) -> list[Token]:
    return [c for c in token.children if c.dep_ in ("attr", "compound", "appos", "amod", "dobj", "acomp", "oprd")]


def _inside(token: Token, s: Participant, o: Participant) -> bool:
    return s.first <= token.i < s.stop or o.first <= token.i < o.stop


def _base(token: Token) -> str:
    return str(token.lemma_.lower())


def _interrupted(passage: Passage, relation: Standing, s: Participant, o: Participant) -> bool:
    """Whether another participant of the subject's kind stands nearer, or the way is too long."""
    left, right = (s, o) if s.first < o.first else (o, s)
    between = [m for m in passage.members if left.stop <= m.first < right.first]
    if right.first - left.stop > 25 and DATE not in relation.object:
        return True
    return any(m.form == s.form == "name" and m.kind == s.kind and m.kind not in relation.object for m in between)
