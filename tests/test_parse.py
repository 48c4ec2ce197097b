"""A parse as plain objects: whatever a rule asks, the answer is spaCy's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.repair import repair
from kg.parse import settled

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token

SENTENCES = (
    "“We can’t sell H20 chips,” said Jensen Huang, CEO of NVIDIA, on July 15; the ministry did not comment.",
    "Siemens, Bosch and SAP – which the EU had fined – agreed to buy, sell or lease 30,000 trucks.  Prices rose.",
    "He co-founded it in 1999. \n They met, talked and left (2004, p. 3).",
)
VALUES = (
    "i idx text lower_ lemma_ pos_ tag_ dep_ ent_type_ ent_iob_ whitespace_ is_alpha is_digit is_lower is_punct "
    "is_space is_stop is_title like_num is_sent_start"
).split()
WORDS = "head left_edge right_edge".split()
LISTS = "children lefts rights ancestors subtree conjuncts sent".split()


@pytest.mark.parametrize("text", SENTENCES)
def test_answers_as_spacy_does(text: str, nlp: Language) -> None:
    doc = nlp(text)
    repair(doc)
    plain = settled(doc)
    assert len(plain) == len(doc)
    for word, token in zip(plain, doc, strict=True):
        assert [getattr(word, name) for name in VALUES] == [getattr(token, name) for name in VALUES]
        assert [getattr(word, name).i for name in WORDS] == [getattr(token, name).i for name in WORDS]
        for name in LISTS:
            assert indices(getattr(word, name)) == indices(getattr(token, name)), name
        for stop in range(word.i + 1, min(word.i + 8, len(doc)) + 1):
            mine, theirs = plain[word.i : stop], doc[word.i : stop]
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


def indices(tokens: list[Token]) -> list[int]:
    return [token.i for token in tokens]


def test_neighbours_end_where_the_text_does(nlp: Language) -> None:
    plain = settled(nlp("Prices rose."))
    assert plain[0].nbor().text == "rose"
    assert plain[1].nbor(-1).text == "Prices"
    with pytest.raises(IndexError):
        plain[2].nbor()


def test_an_empty_text_has_no_words(nlp: Language) -> None:
    plain = settled(nlp(""))
    assert (list(plain), list(plain.sents), list(plain.ents)) == ([], [], [])


def test_a_word_knows_what_is_below_it(nlp: Language) -> None:
    plain = settled(nlp("Prices rose."))
    assert plain[1].is_ancestor(plain[0])
    assert not plain[0].is_ancestor(plain[1])
    assert sorted([plain[2], plain[0]])[0] is plain[0]
