"""What spaCy's rules say of a word form, remembered.

A pipeline's attribute ruler and rule lemmatizer ask some two hundred patterns of every token, though
nearly all of them look at that token alone: at its word, its tag and its dependency. What they say
of such a token is always the same, so it is asked once. The outcome is theirs, to the byte.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.tokens import Doc

_REPLACED: Final = ("attribute_ruler", "lemmatizer")
_NAME: Final = "word_forms"
_GIVEN: Final = ("ORTH", "TAG", "DEP", "POS", "MORPH", "LEMMA")
"""All that the rules know of a token."""
_WRITTEN: Final = _GIVEN[1:]
_ASKED: Final = frozenset({*_GIVEN, "TEXT", "LOWER", "NORM", "SHAPE", "IS_SPACE", "IS_PUNCT", "IS_DIGIT", "IS_ALPHA"})
"""What a pattern may look at, as it follows from what is given."""
_MOST: Final = 1 << 17
"""Tokens to remember before beginning anew, some 60 MB."""

Row = tuple[int, ...]
Hit = tuple[int, int, int, int]
"""A rule that applies: its number, its key in the matcher, and the first and last token (exclusive)."""


def remember_forms(nlp: Language) -> None:
    """Let `nlp` remember what its rules say of a word; leave it as it is if they look at more than that."""
    if not _is_usual(nlp):
        return
    nlp.add_pipe(_NAME, before=_REPLACED[0])
    for name in _REPLACED:
        nlp.disable_pipe(name)


def _is_usual(nlp: Language) -> bool:
    """Whether the rules run one after the other, and see nothing of a token but what is given here."""
    if _REPLACED not in zip(nlp.pipe_names, nlp.pipe_names[1:], strict=False):
        return False
    ruler, lemmatizer = _rules(nlp)
    if lemmatizer.mode != "rule" or lemmatizer.overwrite:
        return False
    rules: Any = ruler.patterns
    asked = {key for rule in rules for pattern in rule["patterns"] for token in pattern for key in token}
    return asked <= _ASKED and {key for rule in rules for key in rule["attrs"]} <= set(_WRITTEN)


def _rules(nlp: Language) -> tuple[AttributeRuler, Lemmatizer]:
    found: Any = dict(nlp.components)
    return found[_REPLACED[0]], found[_REPLACED[1]]


@Language.factory(_NAME)
def _word_forms(nlp: Language, name: str) -> WordForms:
    return WordForms(*_rules(nlp))


class WordForms:
    """A pipeline component that does what `ruler` and then `lemmatizer` would do."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._ruler: Any = ruler
        self._lemmatizer = lemmatizer
        self._longer = _longer_patterns(ruler, lambda pattern: pattern)
        self._openings = _longer_patterns(ruler, lambda pattern: pattern[:1])
        self._opening: set[Row] = set()
        self._known: dict[Row, Row] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set tag, part of speech, morphology, dependency and lemma as the rules have it; return `doc`."""
        if len(self._known) > _MOST:
            self._known.clear()
            self._opening.clear()
        given: list[Row] = list(map(tuple, doc.to_array(list(_GIVEN)).tolist()))
        if unknown := [i for i, row in enumerate(given) if row not in self._known]:
            self._opening.update(given[i] for i in unknown if self._openings(doc[i : i + 1], allow_missing=True))
        company = {} if self._opening.isdisjoint(given) else self._in_company(doc)
        rows = [None if i in company else self._known.get(row) for i, row in enumerate(given)]
        for i in [i for i, row in enumerate(rows) if row is None]:
            rows[i] = self._asked(doc, i, company.get(i, []))
            if i not in company:
                self._known[given[i]] = cast(Row, rows[i])
        columns: Any = np.array(rows, dtype="uint64")
        return doc.from_array(list(_WRITTEN), columns) if rows else doc

    def _in_company(self, doc: Doc) -> dict[int, list[Hit]]:
        """What the patterns of several tokens say, by the index of the token that they say it of."""
        found: dict[int, list[Hit]] = {}
        for key, start, end in self._longer(doc, allow_missing=True):
            rule = int(doc.vocab.strings[key])
            index = self._ruler.indices[rule]
            found.setdefault((start if index >= 0 else end) + index, []).append((rule, key, start, end))
        return found

    def _asked(self, doc: Doc, i: int, company: list[Hit]) -> Row:
        """Ask spaCy's rules about token `i`."""
        alone = self._ruler.matcher(doc[i : i + 1], allow_missing=True)
        hits = [(int(doc.vocab.strings[key]), key, i, i + 1) for key, _, _ in alone]
        self._ruler.set_annotations(doc, sorted(hits + company))  # a later rule has precedence
        token: Any = doc[i]
        if not token.lemma:
            token.lemma_ = self._lemmatizer.lemmatize(token)[0]
        return token.tag, token.dep, token.pos, token.morph.key, token.lemma


def _longer_patterns(ruler: AttributeRuler, part: Callable[[list[Any]], list[Any]]) -> Matcher:
    """The `part` of the patterns of `ruler` that look at several tokens, under their numbers."""
    matcher = Matcher(ruler.vocab)
    for number, rule in enumerate(ruler.patterns):
        patterns: Any = rule["patterns"]
        if longer := [part(pattern) for pattern in patterns if len(pattern) > 1]:
            matcher.add(str(number), longer)
    return matcher
