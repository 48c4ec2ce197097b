"""Words in brackets that say whom a clause means: `it would sell the unit` is `[Acme] would sell the unit`.

The words of a clause or of a long noun phrase stand in the graph without the text around them; a pronoun in
them says nothing there. Where the article tells who that is, the name takes its place, in brackets as a
journalist puts what was not said. Somebody named already in the same words is not named again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.extract.contents import shorten
from kg.extract.phrases import LONGEST, brief, phrase
from kg.extract.retold import told_before
from kg.extract.retold_clauses import clause_retold, told_by
from kg.extract.subjects import subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.language import Reading
    from kg.model import Entity
    from kg.stages import Resolution

_THIRD: Final = frozenset("it he she they him her them its his their".split())
_OURS: Final = frozenset("we us our".split())
_MINE: Final = frozenset("i me my".split())
_PERSONAL: Final = _THIRD | _OURS | _MINE
_POINTING: Final = frozenset("the this these those".split())
_COUNTED: Final = frozenset("many most some few several one two three four five all every each".split())
"""Words before a noun that do not belong to what it is called afterwards: `many countries`, then `the countries`."""
_GOVERNING: Final = frozenset({"GovernmentBody", "InternationalBody", "Government", "Place"})
"""Types of whom officials speak for that are not whose `our economy` is."""
_RIVALS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "dobj", "attr"})
_SHORT: Final = {"'s": "is", "'re": "are", "'ve": "have", "'ll": "will", "'m": "is"}
_BY_ITSELF: Final = {"am": "is", "are": "is", "were": "was", "have": "has", "do": "does"}
"""Verbs after `I` and `we`, as they are after a name."""
_BY_OWNER: Final = re.compile(r"(?:[A-Z]\S* )*(?:[A-Z]\S*|today|yesterday)(?:'s|s') ")
"""How a phrase begins that needs no article: `Acme's board`."""
_KINDS: Final = frozenset("kind sort type".split())
"""What anything is the first or largest of: `of its kind` tells of nobody."""
_LONGEST_GLOSS: Final = 60
_LONGEST_GLOSSED: Final = LONGEST + 40
"""Characters of words with glosses: so that a gloss rather than the end of the clause is kept."""


@dataclass(frozen=True)
class Gloss:
    """Words to stand for the tokens `first` to `stop`, and what they tell of."""

    first: int
    stop: int
    words: str


@dataclass(frozen=True)
class Glosses:
    """Puts into the words of one article whom its pronouns mean."""

    reading: Reading
    resolution: Resolution

    def told(self, label: str, first: int, stop: int) -> str:
        """Return `label`, the words of the tokens `first` to `stop` or of some of them, with names for pronouns."""
        if not any(t.tag_ in ("PRP", "PRP$") or t.lower_ in _POINTING for t in self.reading.doc[first:stop]):
            return label  # nobody to tell of
        places = _places(self.reading, label, first, stop)
        parts, end = [], 0
        for gloss in self._glosses(sorted(places)):
            parts += [label[end : places[gloss.first][0]], gloss.words]
            end = places[gloss.stop - 1][1]
        told = "".join([*parts, label[end:]])
        return shorten(told, LONGEST if label.endswith("…") else _LONGEST_GLOSSED) if parts else label

    def _glosses(self, tokens: Sequence[int]) -> Iterator[Gloss]:
        """Yield a gloss for each word among `tokens` whose referent is not told before among them."""
        told: set[str | int] = set()
        inside = frozenset(tokens)
        end = -1
        for i in tokens:
            token = self.reading.doc[i]
            who = self._referents(token)
            known = bool(who) and told.issuperset(who)
            clear = not known and i >= end and not _has_rival(token, tokens)
            gloss = self._gloss(token) if clear else None
            if gloss is not None and inside.issuperset(range(gloss.first, gloss.stop)):
                yield gloss
                end = gloss.stop
            if gloss is not None or token.pos_ in ("PROPN", "NOUN"):
                told.update(who)
            told.add(i)

    def _referents(self, token: Token) -> list[str | int]:
        """What tells the referents of `token` from others: IRIs of the named, the token that names anything else."""
        if known := self.resolution.denoted.get(token.i):
            return [entity.id for entity in known]
        before = self.resolution.described.get(token.i)
        return [] if before is None else [before]

    def _gloss(self, token: Token) -> Gloss | None:
        """What takes the place of a pronoun or of a bare `the company`, or None."""
        before = token.nbor(-1).lower_ if token.i > 0 else ""
        if before == "of" and token.lower_ == "its" and token.head.lower_ in _KINDS:
            return None
        appeal = token.lower_ == "us" and before == "let"
        if token.tag_ in ("PRP", "PRP$") and token.lower_ in _PERSONAL and not appeal:
            name = self._name(token)
            return _for_pronoun(token, name, self._is_one(token)) if name else None
        if not _is_bare(token) or self._acts_on_itself(token):
            return None
        name = self._name(token) or self._again(token) or self._happened(token)
        if not name:
            return None
        owned = token.i + 1 < len(token.doc) and token.nbor().dep_ == "case" and not token.whitespace_
        return Gloss(token.left_edge.i, token.i + 1 + owned, f"[{_owning(name) if owned else name}]")

    def _acts_on_itself(self, noun: Token) -> bool:
        """Whether `noun` is taken for who acts on it, which would be said with `itself`: so it is somebody else."""
        known = self.resolution.denoted.get(noun.i)
        if not known or noun.dep_ != "dobj":
            return False
        return any(self.resolution.denoted.get(t.i) == known for t in subjects(noun.head))

    def _is_one(self, token: Token) -> bool:
        """Whether `token` denotes one body or person, of whom `is` is said, not `are`."""
        known = self.resolution.denoted.get(token.i, ())
        before = self.resolution.described.get(token.i)
        if not known and before is not None:
            return self.reading.doc[before].tag_ == "NN"
        return len(known) == 1 and (known[0].named or not known[0].label.endswith("s"))

    def _name(self, token: Token) -> str:
        """What the referent of `token` is called: by its name, or as it was first told of; empty if unknown."""
        if known := self.resolution.denoted.get(token.i):
            return _names(token, known)
        before = self.resolution.described.get(token.i)
        unnamed = before is None or token.lower_ in _MINE
        return "" if unnamed or before is None else self._description(self.reading.doc[before], token)

    def _again(self, noun: Token) -> str:
        """The fuller words that `the plan` was first told of with."""
        before = told_before(self.reading, noun, lambda t: t.i in self.resolution.denoted)
        return "" if before is None else self._description(before, noun)

    def _happened(self, noun: Token) -> str:
        """`the move (Acme sold its unit)`: what happened, where an act is only called so."""
        verb = clause_retold(noun)
        if verb is None:
            return ""
        return f"the {noun.lower_} ({shorten(told_by(self.reading, verb).label, _LONGEST_GLOSS)})"

    def _description(self, before: Token, token: Token) -> str:
        """`the` and the words of the phrase of `before`, where they are few and say more than `token`."""
        if before.pos_ not in ("NOUN", "PROPN"):
            return ""
        words = [_uncounted(w(self.reading, before).label) for w in (phrase, brief)]
        fitting = next((w for w in words if len(w) <= _LONGEST_GLOSS and w.lower() != token.lower_), "")
        if not fitting or not fitting[0].isalpha():
            return ""
        bare = before.pos_ == "PROPN" or _BY_OWNER.match(fitting)
        return fitting if bare else f"the {fitting}"


def _uncounted(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if first.lower() in _COUNTED else words


def _has_rival(token: Token, before: Sequence[int]) -> bool:
    """Whether the words themselves hold something else that `it` or `they` may stand for: `the app shows it has …`."""
    if token.lower_ not in ("it", "its", "they", "them", "their") or token.tag_ not in ("PRP", "PRP$"):
        return False
    many = token.lower_ not in ("it", "its")
    inside = frozenset(before)
    others = (token.doc[i] for i in before if i < token.i)
    return any(
        t.dep_ in _RIVALS and t.head.i in inside and _is_noun(t) and (t.tag_ in ("NNS", "NNPS")) == many for t in others
    )


def _is_noun(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") or token.dep_ == "csubj"


def _names(token: Token, known: Sequence[Entity]) -> str:
    """The names of whom `token` denotes, empty where one has none or where `we` is more than one person."""
    person = token.lower_ in _OURS and any(e.type == "Person" for e in known)
    public = token.lower_ == "our" and any(e.type in _GOVERNING for e in known)
    if person or public or not all(e.named for e in known):
        return ""
    return " and ".join(e.label for e in known)


def _is_bare(noun: Token) -> bool:
    """Whether `noun` is a common noun with nothing but `the` or `this` before it, and nothing after."""
    before, after = list(noun.lefts), [c for c in noun.rights if c.dep_ not in ("case", "punct")]
    pointed = len(before) == 1 and before[0].lower_ in _POINTING and before[0].i == noun.i - 1
    return noun.tag_ in ("NN", "NNS") and pointed and not after


def _for_pronoun(token: Token, name: str, one: bool) -> Gloss | None:
    """`[Acme]` for `it`, `[Acme's]` for `its`, `[Acme is]` for `it's` and for `we are`; `one`: the name is of one."""
    if token.tag_ == "PRP$":
        return Gloss(token.i, token.i + 1, f"[{_owning(name)}]")
    verb = token.nbor() if token.i + 1 < len(token.doc) else token
    short = "" if token.whitespace_ else _written_out(verb)
    joined = short
    together = any(t.lower_ in ("all", "both") for t in verb.doc[verb.i : verb.i + 2])
    if one and token.lower_ in ("i", "we", "they") and not together:
        joined = _BY_ITSELF.get(short, short) or _by_itself(verb)
    if token.lower_ == "i" and not joined and verb.tag_ not in ("MD", "VBD"):
        return None
    if not token.whitespace_ and verb.lower_.startswith(("'", "’")) and not joined:
        return None
    return Gloss(token.i, token.i + 1 + bool(joined), f"[{name} {joined}]" if joined else f"[{name}]")


def _owning(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _written_out(verb: Token) -> str:
    """The verb of `it's`, `they've`, `he'd`."""
    short, done = verb.lower_.replace("’", "'"), verb.head.tag_ == "VBN"
    if short == "'s" and verb.dep_ == "aux" and done:
        return "has"
    if short == "'d":
        return "had" if done else "would"
    return _SHORT.get(short, "")


def _by_itself(verb: Token) -> str:
    """A verb right after `I` or `we`, as it is after a name: `think`, `thinks`; empty where it is the same."""
    word = verb.lower_
    if word in _BY_ITSELF and verb.pos_ in ("VERB", "AUX"):
        return _BY_ITSELF[word]
    if verb.tag_ != "VBP":
        return ""
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{word}s"


def _places(reading: Reading, label: str, first: int, stop: int) -> Mapping[int, tuple[int, int]]:
    """Where in `label` the tokens `first` to `stop` stand, from the first one from which all of it is found."""
    for begin in range(first, stop):
        found = _aligned(reading, label, begin, stop)
        if found and max(end for _, end in found.values()) >= len(label.rstrip("…").rstrip()):
            return found
    return {}


def _aligned(reading: Reading, label: str, begin: int, stop: int) -> dict[int, tuple[int, int]]:
    found: dict[int, tuple[int, int]] = {}
    end, folded = 0, label.casefold()
    for token in reading.doc[begin:stop]:
        word = token.text.strip()
        at = folded.find(word.casefold(), end) if word else -1
        if at >= 0 and not label[end:at].strip():
            found[token.i] = (at, at + len(word))
            end = at + len(word)
    return found
