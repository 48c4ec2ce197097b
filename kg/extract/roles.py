"""Who is what: appositions, kinds and examples.

`Lin Jian, spokesperson for the Foreign Ministry`, `shoe giant Nike`, `Chinese AI companies such as DeepSeek`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.facts import NounFacts, Source
from kg.extract.forms import NOMINAL, is_passive
from kg.extract.lists import examples, members
from kg.extract.modality import standing
from kg.extract.nouns import BODY_NOUNS, HEAD_TYPES, PAST_WORDS, PORTFOLIOS, PROFESSIONS, ROLE_NOUNS
from kg.extract.phrases import label
from kg.extract.prepositionals import members_of
from kg.extract.verbs import REMOVING_VERBS
from kg.stages import Phrase, Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_APPOSITION = Source("apposition", 0.85)
_KIND = Source("apposition", 0.75)
_UNTOLD = frozenset({"other", "others", "such"})
"""Words that leave open of which class its examples are: `other countries such as Japan`."""
_EXAMPLE = Source("example", 0.85)

_ROLE_PREPOSITIONS = frozenset({"of", "for", "at", "to", "in", "with", "from"})
_SHARED_PREPOSITIONS = ("of", "for", "at")
"""Prepositions whose object two conjoined roles may share: `founder and CEO of X`."""
_MODIFIERS = ("compound", "nmod", "amod")
NATIONAL = "citizen of"
"""What a country's adjective before a profession says."""
_TEACHING = frozenset({"professor", "lecturer", "teacher", "student", "graduate"})
_WORDS = frozenset("name title word term nickname pseudonym moniker phrase slogan alias label".split())
"""Nouns whose name beside them is only a word."""
_OFFICE_FIELDS = frozenset({"state", "staff"})
"""Fields without which the office is another one: a head of state is no head."""
_TIMELY = frozenset({"new", "current", "own", "veteran", "longtime"})
"""Adjectives before a role that are no part of it."""
_FIRMS = frozenset({"company", "firm", "organization", "organisation"})
_IMPERSONAL = frozenset(
    {
        "Company",
        "Organization",
        "GovernmentBody",
        "Government",
        "NewsOutlet",
        "Place",
        "Event",
        "Legislation",
        "Agreement",
    }
)
_KINDS_OF_FIRM = frozenset({"parent", "holding", "sister"})
_KINDS = frozenset({"Company", "Organization", "GovernmentBody", "NewsOutlet", "Product", "Place"})
_QUOTES = ('"', "''", "”", "’")
_LONGEST_BEFORE = 12
"""Tokens between a description and the name after it; more is a parser error."""
_LONGEST_AFTER = 4
"""Tokens from a name to the beginning of the description after it."""
_LONGEST_LIST = 25
"""Tokens from a class to its last example."""


def appositions(facts: NounFacts, noun: Token) -> Iterator[Proposition]:
    """Yield what a description beside a name says: `Nordea, Scandinavia's biggest lender`."""
    for child in noun.children:
        if child.dep_ != "appos" or child.pos_ not in ("NOUN", "PROPN") or _is_abbreviation(child):
            continue
        name, description = (noun, child) if facts.is_name(noun) else (child, noun)
        named = facts.is_name(name) and not facts.is_name(description)
        if description.pos_ == "NUM" or not named or not _is_close(name, description) or _is_caption(name, description):
            continue
        for role in _described_as(description, name):
            if not facts.is_name(role) and not _is_other_kind(facts, name, role):
                yield from _role(facts, name, role, over=_is_removed(noun))


def _is_other_kind(facts: NounFacts, name: Token, role: Token) -> bool:
    """Whether a person is parsed as beside a body or a thing: `assisting the commission John Agius`."""
    person = name.i in facts.named and facts.named[name.i].type == "Person"
    return person and not is_role(role) and HEAD_TYPES.get(role.lemma_.lower()) in _IMPERSONAL


def _is_removed(noun: Token) -> bool:
    """Whether a clause takes somebody's post away: `ousted its chairman, Rick Wagoner`."""
    verb = noun.head
    if noun.dep_ not in ("dobj", "nsubjpass") or verb.lemma_.lower() not in REMOVING_VERBS:
        return False
    stands = standing(verb)
    return stands.polarity == "positive" and stands.modality == "asserted" and (noun.dep_ == "dobj" or is_passive(verb))


def _described_as(description: Token, name: Token) -> list[Token]:
    """The nouns of a description; one before a name (`its lawyer, Maria Costa`) stands for that name itself."""
    if description.i > name.i:
        return members(description)
    joined = not any(t.text in ",:-–—(" for t in name.doc[description.i + 1 : name.i])
    if (joined and name.left_edge.tag_ == "DT") or description.lemma_.lower() in _WORDS:
        return []  # `junk the WTO`, `the name "Katherinator"`
    return [description, *(c for c in description.conjuncts if c.i < name.i and c.pos_ in NOMINAL)]


def _is_abbreviation(child: Token) -> bool:
    """An abbreviation in parentheses is another name, not a statement."""
    return child.doc[child.left_edge.i - 1].text == "(" and child.text.isupper()


def _is_caption(name: Token, description: Token) -> bool:
    """`Photo: Maria Lopez`: a label and a colon in a sentence without a verb."""
    colon = any(t.text == ":" for t in name.doc[description.i : name.i])
    return colon and not any(t.pos_ in ("VERB", "AUX") for t in name.sent)


def _is_close(name: Token, description: Token) -> bool:
    if description.i < name.i:
        return name.i - description.i < _LONGEST_BEFORE
    # `declared Rudd the clear victor` sets nothing off: that is what somebody declared.
    mark = name.doc[description.left_edge.i - 1]
    # `its "Fast Lane" ordering`: what is quoted belongs to the noun after it.
    set_off = mark.is_punct and not (mark.text in _QUOTES and description.left_edge == description)
    return set_off and description.left_edge.i - name.i < _LONGEST_AFTER


def _role(facts: NounFacts, name: Token, role: Token, *, over: bool) -> Iterator[Proposition]:
    side = name.i in facts.named and facts.named[name.i].type == "Country"  # `Brazil, winners of the cup`
    if role.tag_ in ("NNS", "NNPS") and name.tag_ == "NNP" and not list(name.conjuncts) and not side:
        return
    named = [name, *(c for c in name.conjuncts if facts.is_name(c))]
    if role.tag_ == "NNS" and (any(c.dep_ == "nummod" for c in role.lefts) or not is_role(role)):
        yield from (facts.holds(role, one, "be one of", facts.noun(role), _EXAMPLE) for one in named)
        return
    if country := facts.country(role.text):
        target = Phrase(role.i, role.i, role.i + 1, country)
        yield facts.holds(role, name, "citizen of", target, _APPOSITION)
        return
    for one in named if role.tag_ == "NNS" else [name]:
        for said in _as_role(facts, one, role, _APPOSITION):
            yield replace(said, lemma=f"former {said.lemma}", label=f"former {said.label}") if over else said


def _as_role(facts: NounFacts, name: Token, role: Token, source: Source) -> Iterator[Proposition]:
    """Yield `CEO of` each organisation that the role names, or plain `be` where it names none."""
    targets = list(role_targets(facts, role)) if is_role(role) else []
    for words, target in targets:
        yield facts.holds(role, name, words, facts.noun(target), source)
    if all(words == NATIONAL for words, _ in targets):
        yield facts.holds(role, name, *_kind_of(facts, role), source)


def _kind_of(facts: NounFacts, role: Token) -> tuple[str, Phrase]:
    """What somebody is by a role alone; of `Senators Clinton and Obama` each is Senator."""
    whole = facts.noun(role)
    if role.tag_ not in ("NNS", "NNPS"):
        return "be", whole
    singular = role.text[0] + role.lemma_[1:] if role.lemma_ else role.text
    return ("be", replace(whole, label=singular)) if whole.stop - whole.first == 1 else ("be one of", whole)


def is_role(noun: Token) -> bool:
    """Whether a noun says what somebody is to somebody else: `CEO`, `ex-wife`, `parent company`."""
    lemma = noun.lemma_.lower().removeprefix("ex-")
    company = lemma in _FIRMS and any(c.lower_ in _KINDS_OF_FIRM for c in noun.lefts)
    return lemma in ROLE_NOUNS or company


def is_past(word: Token) -> bool:
    """Whether a word before a role says that it is over: `former`, `then`, `ex-`."""
    return word.lower_ in PAST_WORDS or word.lower_.startswith("ex-")


def role_targets(facts: NounFacts, role: Token) -> Iterator[tuple[str, Token]]:
    """Yield `CEO of` and the organisation, from a preposition, a possessive or a modifier."""
    title = _role_words(facts, role)
    if placed := [
        (f"{title}{field} {prep.lower_}", t) for field, prep in _prepositions(role) for t in members_of(prep)
    ]:
        bodies = [(words, target) for words, target in placed if _is_body(facts, words, target)]
        if bodies or not any(c.dep_ == "poss" for c in role.lefts):
            yield from bodies
            return
        title = f"{placed[0][0]} {placed[0][1].lower_}"  # `Spain's minister of culture`
    for child in _before(role):
        modifies = child.dep_ == "poss" or child.dep_ in _MODIFIERS
        whose = child.dep_ == "poss" and (child.tag_ == "PRP$" or child.lemma_.lower() in BODY_NOUNS)
        if modifies and (whose or facts.is_somebody(child)) and not is_past(child) and child.lower_ != "acting":
            native = child.dep_ != "poss" and not facts.is_name(child) and role.lemma_.lower() in PROFESSIONS
            yield (NATIONAL if native else f"{title} of"), child
            return


def _before(role: Token) -> list[Token]:
    """What stands before a role; the second of two shares the first one's owner: `her friend and colleague, X`."""
    own = list(role.lefts)
    if role.dep_ != "conj" or any(c.dep_ in ("det", "poss") for c in own):
        return own
    return [*(c for c in role.head.lefts if c.dep_ == "poss"), *own]


def _is_body(facts: NounFacts, words: str, target: Token) -> bool:
    """Whether a role may be a role of this: `chairman of`, but `in` and `from` only of somebody."""
    loose = words.endswith((" in", " from", " with"))
    return target.lower_ not in PORTFOLIOS and (not loose or facts.is_somebody(target))


def _prepositions(role: Token) -> list[tuple[str, Token]]:
    """The preposition that leads to whose a role is, with the field between: `of state` in `head of state of Peru`."""
    own = [p for p in role.rights if p.dep_ == "prep" and p.lower_ in _ROLE_PREPOSITIONS] or _shared_prepositions(role)
    for prep in own[:1]:
        taught = role.lemma_.lower() in _TEACHING
        fields = [t for t in members_of(prep) if t.lower_ in PORTFOLIOS or (taught and t.pos_ == "NOUN")]
        for field in fields:
            further = [p for p in (*field.rights, *own[1:]) if p.dep_ == "prep" and p.lower_ in _ROLE_PREPOSITIONS]
            named = field.lower_ in _OFFICE_FIELDS
            if further:
                return [(f" {prep.lower_} {field.lower_}" if named else "", further[0])]
    return [("", prep) for prep in own[:1]]


def _shared_prepositions(role: Token) -> list[Token]:
    """Prepositions of conjoined roles that hold for this one too: `founder and CEO of X`."""
    hosts = [role.head] if role.dep_ == "conj" else []
    # `a former nurse and now a member of parliament` is a nurse of no parliament.
    hosts += [c for c in role.conjuncts if c.i > role.i and not any(d.dep_ == "det" for d in c.lefts)]
    return [p for h in hosts for p in h.rights if p.dep_ == "prep" and p.lower_ in _SHARED_PREPOSITIONS]


def _role_words(facts: NounFacts, role: Token) -> str:
    """The title itself with the modifiers that belong to it: `deputy prime minister`."""
    words = [c.text for c in role.lefts if _belongs_to_title(facts, c) and c.lower_ not in _TIMELY and not is_past(c)]
    past = "former " if any(is_past(c) for c in (role, *role.lefts)) else ""
    past = "would-be " if any(t.lower_ == "would" for t in role.doc[role.left_edge.i : role.i]) else past
    text = " ".join([*words, (role.lemma_ if role.tag_ == "NNS" else role.text).removeprefix("ex-")])
    return past + (text if has_acronym(text) else text.lower())


def _belongs_to_title(facts: NounFacts, word: Token) -> bool:
    modifier = word.dep_ in _MODIFIERS and word.pos_ in ("NOUN", "PROPN", "ADJ")
    whole = word.i == 0 or word.nbor(-1).text != "-"  # `a 34-year-old teacher`
    return modifier and whole and not facts.is_somebody(word) and word.text[0].isalpha()


def has_acronym(title: str) -> bool:
    """Whether a title must keep its capitals.

    >>> has_acronym("deputy CEO"), has_acronym("Prime Minister")
    (True, False)
    """
    return any(word.isupper() and len(word) > 1 for word in title.split())


def kinds(facts: NounFacts, noun: Token) -> Iterator[Proposition]:
    """Yield what kind of thing a name stands for: `US bank Goldman Sachs`, `shoe giant Nike`."""
    mention = facts.named.get(noun.i)
    if mention is None or mention.head != noun.i or mention.type == "Person" or mention.first <= noun.sent.start:
        return
    before = noun.doc[mention.first - 1]
    modifier = before.tag_ == "NN" and before.pos_ == "NOUN" and before.dep_ in ("compound", "nmod")
    if not modifier or facts.is_name(before) or HEAD_TYPES.get(before.lemma_.lower()) not in _KINDS:
        return
    kind = facts.noun(before)
    first = min([kind.first, *(t.i for t in noun.lefts if t.dep_ in _MODIFIERS and t.i < before.i)])
    whole = Phrase(before.i, first, before.i + 1, label(facts.reading.wording(first, before.i + 1)))
    yield facts.holds(before, noun, "be", whole, _KIND)


def one_of(facts: NounFacts, noun: Token) -> Iterator[Proposition]:
    """Yield that the examples of a class belong to it: `Chinese AI companies such as DeepSeek`."""
    if facts.is_name(noun) or noun.pos_ != "NOUN":
        return
    for member in examples(noun):
        if facts.is_name(member) and member.i - noun.i < _LONGEST_LIST:
            kind = facts.noun(noun)
            first, _, rest = kind.label.lower().partition(" ")
            if first not in _UNTOLD or " " in rest:
                yield facts.holds(noun, member, "be one of", kind, _EXAMPLE)
