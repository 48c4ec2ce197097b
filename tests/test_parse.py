"""A parse as plain objects: whatever a rule asks, the answer is spaCy's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from spacy.tokens import Doc

import kg
from kg.parse import Stretch
from kg.plain import parse_of
from kg.trees import hang, part_sentences

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token

SENTENCES = (
    "“We can’t sell H20 chips,” said Jensen Huang, CEO of NVIDIA, on July 15; the ministry did not comment.",
    "Siemens, Bosch and SAP – which the EU had fined – agreed to buy, sell or lease 30,000 trucks.  Prices rose.",
    "He co-founded it in 1999. \n They met, talked and left (2004, p. 3).",
)
VALUES = (
    "i text lower_ lemma_ pos_ tag_ dep_ ent_type_ ent_iob_ whitespace_ is_alpha is_digit is_lower is_punct "
    "is_space is_stop is_title like_num is_sent_start"
).split()
WORDS = "head left_edge right_edge".split()
LISTS = "children lefts rights ancestors subtree conjuncts sent".split()


@pytest.mark.parametrize("text", SENTENCES)
def test_answers_as_spacy_does(text: str, nlp: Language) -> None:
    doc = nlp(text)
    same(parse_of([doc]), doc)


def test_several_texts_are_one(nlp: Language) -> None:
    docs = [nlp(text) for text in ("", *SENTENCES, " ", "The end.")]
    merged = Doc.from_docs(docs)
    assert merged is not None
    same(parse_of(docs), merged)


@pytest.mark.parametrize(("word", "head"), [(9, 21), (21, 9), (1, 11), (9, 9), (13, 9)])
def test_a_word_hangs_elsewhere_as_spacy_has_it(word: int, head: int, nlp: Language) -> None:
    doc = nlp(SENTENCES[0])
    plain: Any = parse_of([doc])
    for moved, onto in ((word, head), (head, head), (word, head)):
        doc[moved].head = doc[onto]
        hang(plain[moved], plain[onto])
        part_sentences(plain)
        same(plain, doc)


def test_repairs_hang_words_elsewhere_in_one_way_only() -> None:
    for path in sorted((Path(kg.__file__).parent / "extract").glob("*.py")):
        assert not re.search(r"\.head(, [\w.]+)* = ", path.read_text("utf-8")), path


def same(plain: Any, doc: Doc) -> None:
    assert len(plain) == len(doc)
    for word, token in zip(plain, doc, strict=True):
        assert [getattr(word, name) for name in VALUES] == [getattr(token, name) for name in VALUES]
        assert [getattr(word, name).i for name in WORDS] == [getattr(token, name).i for name in WORDS]
        for name in LISTS:
            assert indices(getattr(word, name)) == indices(getattr(token, name)), name
        for stop in range(word.i + 1, min(word.i + 8, len(doc)) + 1):
            mine, theirs = Stretch.of(plain, word.i, stop), doc[word.i : stop]
            assert (mine.root.i, mine.text, mine.start, mine.end) == (
                theirs.root.i,
                theirs.text,
                theirs.start,
                theirs.end,
            )
        assert len(word) == len(token)
    for mine, theirs in zip((*plain.sents, *plain.ents), (*doc.sents, *doc.ents), strict=True):
        assert (mine.start, mine.end, mine.root.i) == (theirs.start, theirs.end, theirs.root.i)
    assert [span.label_ for span in plain.ents] == [span.label_ for span in doc.ents]


def indices(tokens: Iterable[Token]) -> list[int]:
    return [token.i for token in tokens]


def test_neighbours_end_where_the_text_does(nlp: Language) -> None:
    plain = parse_of([nlp("Prices rose.")])
    assert plain[0].nbor().text == "rose"
    assert plain[1].nbor(-1).text == "Prices"
    with pytest.raises(IndexError):
        plain[2].nbor()


def test_an_empty_text_has_no_words(nlp: Language) -> None:
    plain = parse_of([nlp("")])
    assert (list(plain), list(plain.sents), list(plain.ents)) == ([], [], [])


def test_a_word_knows_what_is_below_it(nlp: Language) -> None:
    plain = parse_of([nlp("Prices rose.")])
    assert plain[1].is_ancestor(plain[0])
    assert not plain[0].is_ancestor(plain[1])
    assert sorted([plain[2], plain[0]])[0] is plain[0]
