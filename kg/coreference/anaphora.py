"""What in an article needs resolving: pronouns that refer, and descriptions such as ``the company``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.coreference.scene import Scene
from kg.coreference.words import NOUN_TYPES, PERSON_NOUNS, POSSESSIVES, PRONOUNS, REFLEXIVES, TWOSOMES
from kg.stages import Mention

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Kind = Literal["pronoun", "description", "own", "pair", "plural", "ordered"]

_DEFINITE = frozenset({"the", "this", "that"})
_PLURAL = frozenset({"the", "these", "those", "both"})
_OTHER = frozenset(
    "other same new next previous last first second third largest biggest own foreign local private public"
    " rival another national central main whole entire only former latter parent different various many few"
    " several such certain respective developing developed western neighboring neighbouring poor rich major"
    " small big large top world".split()
)
"""Modifiers that make a description name something else than what was last in focus, or nothing in particular."""
_PAIRS = frozenset(
    "country nation side party government company firm leader man woman state bank group power team".split()
)
HELD = frozenset({"leader", "president", "premier", "minister", "chancellor", "senator", "governor", "mayor"})
"""Posts by whose plural the two are called that hold them: ``the leaders``."""
_BETWEEN_TWO = frozenset("settle negotiate agree dispute litigate reconcile sign reach".split())
"""What the parties to a dispute or a contract do, and political parties seldom."""
_NEVER_ALONE = frozenset(
    {"side", "area", "site", "district", "body", "movement", "chain", "channel", "model", "system"}
)
"""Nouns that name anything once they stand in the singular."""
_CLAUSE = frozenset({"to", "that", "whether", "if", "for", "when", "how", "why", "who", "what", "as", "like", "where"})
_EVALUATING = frozenset(
    "possible impossible easy easier hard harder difficult important necessary better best useful crucial"
    " essential vital good bad wise reasonable appropriate right wrong nice fair unfair legal illegal safe"
    " dangerous common rare normal natural early late premature unnecessary imperative critical fine clear"
    " unclear likely unlikely uncertain obvious sad tragic great wonderful interesting surprising customary"
    " tempting worth pointless futile inappropriate".split()
)
"""Adjectives that judge what an infinitive says (``it is hard to``)."""
_JUDGED = frozenset(
    "shame pity fact question matter honor honour pleasure thing surprise mistake tragedy coincidence irony"
    " mystery".split()
)
"""Nouns that judge what a clause says (``it is a shame that``)."""
_MINDED = frozenset(
    "confident sure certain aware convinced concerned worried hopeful pleased glad sorry afraid proud"
    " disappointed".split()
)
"""Adjectives of somebody who thinks (``it is confident that``)."""
_WEATHER = frozenset("rain snow hail drizzle pour thunder freeze".split())
_SEEM = frozenset("seem appear happen turn follow matter emerge transpire help take cost make remain become".split())
_TIMES = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A mention to be resolved. `form` is the bare pronoun (``it`` for ``its``) or the head noun's lemma."""

    mention: Mention
    kind: Kind
    form: str

    @property
    def head(self) -> int:
        """Its head token."""
        return self.mention.head


def find_anaphora(scene: Scene) -> list[Anaphor]:
    """Return the pronouns and descriptions of an article in order of their heads."""
    found = [*_pronouns(scene), *_descriptions(scene), *_bare(scene)]
    return sorted(found, key=lambda a: (a.head, a.mention.first))


def is_possessive(anaphor: Anaphor, scene: Scene) -> bool:
    """Tell whether a pronoun is a possessive before a noun."""
    token = scene.doc[anaphor.head]
    return token.lower_ in POSSESSIVES and (token.tag_ == "PRP$" or token.dep_ == "poss")


def is_reflexive(anaphor: Anaphor, scene: Scene) -> bool:
    """Tell whether a pronoun is reflexive."""
    return scene.doc[anaphor.head].lower_ in REFLEXIVES


def _pronouns(scene: Scene) -> Iterator[Anaphor]:
    for token in scene.doc:
        form = PRONOUNS.get(token.lower_)
        if form is None or token.i in scene.named or token.text == "US" or token.tag_ not in {"PRP", "PRP$"}:
            continue
        if form == "it" and token.lower_ == "it" and is_pleonastic(token):
            continue
        mention = Mention(token.i, token.i + 1, token.i, scene.reading.wording(token.i, token.i + 1), "pronoun")
        yield Anaphor(mention, "pronoun", form)


# --- it that refers to nothing ---


def is_pleonastic(it: Token) -> bool:
    """Tell whether ``it`` stands for nothing: ``it is clear that``, ``it rains``, ``make it possible to``."""
    verb = it.head
    if it.dep_ == "expl" or verb.lemma_.lower() in _WEATHER:
        return True
    if it.dep_ in {"nsubj", "nsubjpass"}:
        return _empty_subject(it, verb)
    following = [t for t in it.doc[it.i + 1 : it.i + 6] if t.sent.start == it.sent.start]
    if verb.lemma_ in {"make", "find", "consider", "think", "deem", "render", "keep", "leave", "believe"} and following:
        graded = following[0].pos_ in {"ADJ", "ADV"} or following[0].lower_ in {"a", "an"}
        return graded and any(t.lower_ in {"to", "that", "for"} for t in following)
    return False


def _empty_subject(it: Token, verb: Token) -> bool:
    doc = it.doc
    after = doc[max(verb.i, it.i) + 1 : min(max(verb.i, it.i) + 14, it.sent.end)]
    if verb.lemma_ == "be" or (verb.pos_ == "AUX" and verb.lemma_ not in {"have", "do"}):
        return _empty_be(verb, after)
    opens = any(t.lower_ in {"that", "whether", "if"} for t in after[:4])
    if verb.lemma_ in _SEEM:
        takes = verb.lemma_ in {"take", "cost"} and any(t.ent_type_ in _TIMES or t.lower_ == "to" for t in after)
        return takes or opens or any(t.lower_ in {"as", "like"} for t in after[:2])
    if verb.lemma_ == "come" and after and after[0].lower_ in {"as", "to"}:  # when it comes to, it came as a surprise
        return after[0].lower_ == "as" or doc[max(it.i - 1, 0)].lower_ == "when"
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    clause = any(c.dep_ in {"ccomp", "csubj"} and c.i > verb.i for c in verb.children)
    return passive and (opens or (clause and not any(t.lower_ == "to" for t in after[:1])))


def _empty_be(verb: Token, after: Span) -> bool:
    """After ``it is``: an adjective or noun with a clause of its own, a time, or a cleft."""
    words = [t for t in after if t.pos_ not in {"ADV", "PART", "PUNCT"} or t.lower_ == "to"]
    if not words:
        return False
    if (
        words[0].ent_type_ in _TIMES
        or words[0].lower_ in {"time", "too", "unclear", "late", "early"}
        or " ".join(t.lower_ for t in after[:2]) == "about time"
    ):
        return True
    complements = [c for c in verb.children if c.dep_ in {"acomp", "attr", "prep", "oprd"} and c.i > verb.i]
    clauses = [c for c in verb.children if c.dep_ in {"ccomp", "csubj", "xcomp", "advcl"} and c.i > verb.i]
    first = words[0]
    if first.pos_ == "ADJ" or (complements and complements[0].dep_ == "acomp"):
        rest = [t.lower_ for t in words[1:7]]
        return any(w in _CLAUSE - {"as", "like", "when", "who"} for w in rest) and not _adjective_of_thing(first, rest)
    if complements and complements[0].dep_ == "attr":
        own = [c for c in complements[0].children if c.dep_ in {"acl", "relcl", "ccomp"} and c.i > complements[0].i]
        relative = any(t.lower_ in {"who", "that"} for t in after[1:5])
        infinitive = any(t.lower_ == "to" and t.pos_ == "PART" for t in after[:6])
        later = any(t.tag_ == "TO" and t.head in clauses for t in verb.sent[verb.i - verb.sent.start :])
        definite = complements[0].lower_ in _JUDGED
        pointed = any(c.lower_ in {"this", "that", "these", "those"} for c in complements[0].subtree)
        cleft = relative and bool(own) and complements[0].pos_ == "PROPN"
        cleft = cleft or (pointed and any(t.lower_ == "that" and t.tag_ in {"WDT", "IN"} for t in after))
        return definite or cleft or later or (infinitive and bool(clauses))
    if complements and complements[0].dep_ == "prep":
        return any(t.lower_ in {"that", "for", "to"} for t in words[2:9]) and first.lower_ == "in"
    return bool(clauses)


def _adjective_of_thing(adjective: Token, rest: list[str]) -> bool:
    """``it is prepared to``, ``it is confident that`` are said of something; ``it is hard to`` is not."""
    if "that" in rest[:2] or "whether" in rest[:2]:
        return adjective.lower_ in _MINDED
    return adjective.lower_ not in _EVALUATING


# --- descriptions ---


def _descriptions(scene: Scene) -> Iterator[Anaphor]:
    for first, root in scene.noun_phrases:
        head = scene.doc[root]
        lemma = head.lemma_.lower()
        known = lemma in NOUN_TYPES or lemma in PERSON_NOUNS or lemma in TWOSOMES
        if root in scene.named or first == root or not (known or _is_kind_of_name(scene, first, head)):
            continue
        kind = _kind(scene.doc[first : root + 1], lemma)
        if kind is not None and not _described_further(scene, head):
            mention = Mention(first, root + 1, root, scene.reading.wording(first, root + 1), "nominal")
            yield Anaphor(mention, kind, lemma)


def _bare(scene: Scene) -> Iterator[Anaphor]:
    """``the latter``, ``the former`` and ``the two`` without a noun."""
    for token in scene.doc:
        alone = token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "poss", "attr"} and token.i > 0
        if token.lower_ in {"latter", "former", "two"} and alone and token.nbor(-1).lower_ == "the":
            kind: Kind = "pair" if token.lower_ == "two" else "ordered"
            if not any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children):
                first = token.i - 1
                mention = Mention(first, token.i + 1, token.i, scene.reading.wording(first, token.i + 1), "nominal")
                yield Anaphor(mention, kind, token.lower_)


def _kind(phrase: Span, lemma: str) -> Kind | None:
    many = phrase[-1].tag_ in {"NNS", "NNPS"}
    first = phrase[0].lower_
    words = {t.lower_ for t in phrase}
    if lemma in TWOSOMES:
        return "pair" if first in _DEFINITE and not many else None
    if first == "neither" and lemma in _PAIRS and len(phrase) == 2:
        return "pair"
    if phrase[0].tag_ == "PRP$":
        return "own" if lemma in NOUN_TYPES and len(phrase) == 2 and not many else None
    if not many:
        return "description" if first in _DEFINITE and lemma not in _NEVER_ALONE else None
    if "both" in words or ("two" in words and first in {"the", "these", "those"}):
        return "pair" if lemma in _PAIRS or lemma in NOUN_TYPES else None
    if lemma == "party" and first == "the" and len(phrase) == 2 and phrase[-1].head.lemma_ in _BETWEEN_TWO:
        return "pair"
    if first == "the" and lemma in HELD and len(phrase) == 2:
        return "plural"
    if first in _PLURAL and lemma in NOUN_TYPES:
        return "pair" if lemma in {"country", "nation"} and first == "the" else "plural"
    return None


def _is_kind_of_name(scene: Scene, first: int, head: Token) -> bool:
    """Tell whether a bare noun ends a name (``the bridge``, ``Alder Bridge``) and nothing says where it is."""
    after = scene.doc[head.i + 1].lower_ if head.i + 1 < len(scene.doc) else ""
    placed = after in {"in", "near", "at", "on"} and head.i + 2 in scene.named
    return head.i - first == 1 and head.lemma_.lower() in scene.name_kinds and not placed


def _described_further(scene: Scene, head: Token) -> bool:
    """Tell whether the phrase says itself which one it means (``the bank of England``, ``the company that …``)."""
    for child in head.children:
        aside = child.dep_ in {"relcl", "acl"} and scene.doc[child.left_edge.i - 1].text == ","
        if child.dep_ in {"relcl", "acl", "appos", "poss"} and child.tag_ != "PRP$" and not aside:
            return True
        if child.dep_ == "prep" and child.i > head.i and child.lower_ in {"of", "for", "behind"}:
            return True
        name = scene.named.get(child.i) if child.dep_ in {"compound", "nmod"} else None
        if name is not None and name.type not in {"Country", "Place"}:
            return True
        counted = child.dep_ == "nummod" and child.lower_ not in {"two", "three", "four"}
        plain = not any(c.dep_ in {"npadvmod", "compound"} for c in child.children)  # oil-rich is not rich
        if counted or (child.lower_ in _OTHER and plain) or child.tag_ in {"JJS", "JJR"}:
            return True
    following = scene.doc[head.i + 1] if head.i + 1 < len(scene.doc) else None
    return following is not None and following.pos_ == "PROPN" and following.dep_ not in {"nsubj", "nsubjpass"}
