"""Names: where they stand, what they are, and what they are called in full."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.gazetteer import load_gazetteer
from kg.language import Reading, load_model, read
from kg.mentions import find_mentions
from kg.model import ENTITY_TYPES, Article, Block
from kg.stages import Mention

CASES = [
    json.loads(line) for line in (Path(__file__).parent / "language" / "entities.jsonl").read_text("utf-8").splitlines()
]


def reading(text: str) -> Reading:
    blocks = tuple(Block(m.start(), m.end(), "paragraph") for m in re.finditer(r"[^\n]+", text))
    return read(Article("", "case", text, blocks=blocks), load_model())


def mentions(text: str) -> tuple[Mention, ...]:
    return find_mentions(reading(text), load_gazetteer())


def full_names(text: str) -> dict[str, str | None]:
    return {m.text: m.canonical for m in mentions(text)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_names_of_a_sentence(case: dict[str, Any]) -> None:
    assert [[m.text, m.type] for m in mentions(case["text"])] == case["names"]


@pytest.mark.parametrize("case", [c for c in CASES if "full" in c], ids=lambda case: case["text"][:60])
def test_what_a_sentence_calls_in_full(case: dict[str, Any]) -> None:
    assert case["full"].items() <= full_names(case["text"]).items()


def test_there_are_enough_sentences_and_some_without_names() -> None:
    assert len(CASES) >= 160
    assert sum(not case["names"] for case in CASES) >= 10


def test_a_surname_stands_for_the_full_name() -> None:
    text = "Philip Hartwell resigned. Hartwell gave no reason.\nAnalysts had criticised Hartwell."
    assert set(full_names(text).values()) == {"Philip Hartwell"}


def test_what_joined_a_mention_to_its_name_is_told() -> None:
    text = (
        "The Maritime Safety Authority (MSA) met Philip Hartwell of Zentrix plc. Hartwell of Zentrix thanked the MSA."
    )
    assert {m.text: m.why for m in mentions(text)} == {
        "Maritime Safety Authority": "full name of acronym MSA",
        "MSA": "acronym of Maritime Safety Authority",
        "Philip Hartwell": "",
        "Zentrix plc": "spelling or legal form of Zentrix",
        "Hartwell": "short form of Philip Hartwell",
        "Zentrix": "spelling or legal form of Zentrix plc",
    }


def test_two_people_with_one_surname_stay_two() -> None:
    text = "Bill Carver spoke first. Carver was brief. Then Hilary Carver spoke. Carver was not brief."
    assert [m.canonical for m in mentions(text)] == ["Bill Carver", "Bill Carver", "Hilary Carver", "Hilary Carver"]


def test_an_acronym_in_brackets_is_the_same_body() -> None:
    text = "The Maritime Safety Authority (MSA) grounded the ship. The MSA will report in May."
    assert full_names(text)["MSA"] == "Maritime Safety Authority"


def test_a_ministry_without_its_country_is_the_one_named_before() -> None:
    text = "The Chinese Foreign Ministry protested. A day later the Foreign Ministry repeated its protest."
    assert full_names(text)["Foreign Ministry"] == "Chinese Foreign Ministry"


def test_like_named_bodies_of_two_countries_stay_two() -> None:
    text = "Iceland's Financial Services Authority acted. Finland's Financial Services Authority waited."
    assert len(set(full_names(text).values())) == 2


def test_an_administration_is_not_its_head() -> None:
    found = mentions("The Trump administration acted. Trump spoke. The U.S. government agreed, and the U.S. paid.")
    assert [(m.text, m.type, m.canonical) for m in found] == [
        ("Trump administration", "Government", "Trump administration"),
        ("Trump", "Person", "Trump"),
        ("U.S. government", "Government", "United States government"),
        ("U.S.", "Country", "United States"),
    ]


def test_legal_endings_do_not_make_another_company() -> None:
    text = "Marlow Dynamics, Inc. lost money. Marlow Dynamics will cut jobs."
    assert set(full_names(text).values()) == {"Marlow Dynamics"}


def test_a_branch_is_another_company() -> None:
    text = "Norvik Bank failed. Norvik Bank Sverige claimed to be unaffected. Norvik was big."
    names = full_names(text)
    assert names["Norvik Bank Sverige"] == "Norvik Bank Sverige"
    assert names["Norvik"] == names["Norvik Bank"] == "Norvik Bank"


def test_one_clear_mention_decides_for_all() -> None:
    text = "Shares of Zentrix plc rose. Zentrix said it would expand. The board of Zentrix agreed."
    assert {m.type for m in mentions(text)} == {"Company"}


def test_title_case_headlines_yield_only_names_of_the_text() -> None:
    text = "Hartwell to Leave Zentrix Top Job\nPhilip Hartwell, founder of Zentrix, will leave in May, he said."
    assert [m.text for m in mentions(text)][:2] == ["Hartwell", "Zentrix"]
    assert "Leave" not in " ".join(m.text for m in mentions(text))


def test_the_wording_is_the_articles_own() -> None:
    text = "The “People’s Bank of China” cut rates, said Charles O’Reilly of Stanford University."
    r = reading(text)
    for m in find_mentions(r, load_gazetteer()):
        assert text[r.start(m.first) : r.end(m.stop - 1)] == m.text


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "The U.S. Huang said of and - ' 's ( ) , . \" government Department Secretary Inc. & H20 2008 China "
            "Chinese Minister for May 9/11 WHO The al- $5 ﬁ 华为 \u200b".split(" ")
        ),
        max_size=25,
    )
)
def test_any_text_yields_ordered_typed_names_without_overlap(parts: list[str]) -> None:
    text = " ".join(parts)
    found = mentions(text) if text.strip() else ()
    assert all(a.stop <= b.first for a, b in pairwise(found))
    for m in found:
        assert m.type in ENTITY_TYPES
        assert m.canonical
        assert m.first <= m.head < m.stop
        assert m.kind == "name"


def test_the_same_text_gives_the_same_names() -> None:
    text = " ".join(case["text"] for case in CASES[:20])
    assert mentions(text) == mentions(text)


def test_an_initial_that_fits_two_people_is_neither() -> None:
    text = "John Carver met Jane Carver, his sister. J. Carver signed the letter, Maria Lopez said."
    assert full_names(text)["John Carver"] != full_names(text)["Jane Carver"]


def test_a_generation_mark_is_no_surname() -> None:
    text = "Dr Martin Luther King Jr. was honoured in Atlanta; King's family attended."
    assert full_names(text)["King"] == "Martin Luther King Jr."


def test_a_company_named_before_its_owner_keeps_its_short_name() -> None:
    text = "Kessler Steel made a bid. Kessler is owned by Anton Kessler, a billionaire."
    assert [m.canonical for m in mentions(text)] == ["Kessler Steel", "Kessler Steel", "Anton Kessler"]


def test_a_page_of_capitals_is_read_in_bounded_time() -> None:
    text = " ".join(["Chinese President Minister of China"] * 400)
    assert all(m.stop - m.first <= 40 for m in mentions(text))
