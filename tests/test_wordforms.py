"""What is remembered of a word is what spaCy's rules say of it."""

from __future__ import annotations

from typing import Any

import pytest

from kg.language import load_model, shipped_model
from kg.wordforms import remember_forms

TEXTS = (
    "",
    "  \n",
    "The company said on Monday that it had got three offers, but would not sell.",
    "I'm gonna tell y'all: it ain't over, there's been worse, and there are better ones. Let's go!",
    "Better  rates were fewer than those which he'd, as it got cheaper, been getting.",
    "He saw the saw. They found that they must found a fund; the found fund was founded.",
)
WRITTEN = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_TYPE", "NORM"]


def written(nlp: Any, text: str) -> list[list[int]]:
    rows: list[list[int]] = nlp(text).to_array(WRITTEN).tolist()
    return rows


@pytest.mark.parametrize("text", TEXTS)
def test_the_outcome_is_that_of_the_rules(text: str) -> None:
    shipped = shipped_model()
    shipped.tokenizer = load_model().tokenizer
    fresh, again = written(load_model(), text), written(load_model(), text)
    assert fresh == again
    assert [[str(token.morph), token.lemma_, token.pos_] for token in load_model()(text)] == [
        [str(token.morph), token.lemma_, token.pos_] for token in shipped(text)
    ]


def test_rules_that_look_further_are_left_alone() -> None:
    nlp = shipped_model()
    ruler: Any = nlp.get_pipe("attribute_ruler")
    ruler.add([[{"ENT_TYPE": "PERSON"}]], {"LEMMA": "somebody"})
    before = list(nlp.pipe_names)
    remember_forms(nlp)
    assert nlp.pipe_names == before


def test_a_rule_of_several_words_stays_one() -> None:
    nlp = shipped_model()
    ruler: Any = nlp.get_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "prime"}, {"LOWER": "minister"}]], {"LEMMA": "premier"}, index=-1)
    remember_forms(nlp)
    assert "word_forms" in nlp.pipe_names
    for text, lemma in (("A prime minister left.", "premier"), ("A minister left.", "minister")) * 2:
        assert next(token.lemma_ for token in nlp(text) if token.lower_ == "minister") == lemma


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.wordforms._MOST", 3)
    nlp = shipped_model()
    remember_forms(nlp)
    first = written(nlp, TEXTS[2])
    assert written(nlp, TEXTS[2]) == first
