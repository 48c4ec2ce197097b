"""Who is meant: pronouns, descriptions, pairs, and first persons in quotations."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles import article_from_text
from kg.coreference import find_references, speaker_organisation
from kg.extract.quotes import find_quotations
from kg.language import Reading, load_model, read
from kg.model import Article, Block
from kg.parse import root_of
from kg.stages import Mention, Reference

LANGUAGE = Path(__file__).parent / "language"
CASES = [json.loads(line) for line in (LANGUAGE / "coreference.jsonl").read_text("utf-8").splitlines()]
CANONICAL = {"U.S.": "United States"}


def reading(text: str) -> Reading:
    return read(article_from_text(text), load_model())


def mentions(r: Reading, names: dict[str, str]) -> tuple[Mention, ...]:
    """Every occurrence of the given names, as `kg.mentions` would give them."""
    found = []
    for name, kind in names.items():
        for match in re.finditer(rf"\b{re.escape(name)}", r.article.text):
            first, stop = r.token_at(match.start()), r.token_at(match.end() - 1) + 1
            head = root_of(r.doc[first:stop]).i
            found.append(Mention(first, stop, head, name, "name", kind, CANONICAL.get(name, name)))
    return tuple(sorted(found, key=lambda m: m.first))


def references(text: str, names: dict[str, str]) -> tuple[Reading, tuple[Reference, ...]]:
    r = reading(text)
    return r, find_references(r, mentions(r, names), find_quotations(r))


def denoted(reference: Reference) -> list[str]:
    return [m.canonical or m.text for m in reference.antecedents]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_what_a_mention_stands_for(case: dict[str, Any]) -> None:
    _, found = references(case["text"], case["names"])
    hits = [r for r in found if r.mention.text == case["mention"]]
    got = denoted(hits[case.get("nth", 0)]) if hits else []
    assert got == case["refers_to"]
    assert [r.others for r in hits] == [case.get("others", False)] * len(hits)


def test_references_quote_the_article_and_come_in_order() -> None:
    text = (
        "Orion Air lost money.\n\nThe company said it would cut jobs, and “we are sorry,” its chief, Lucy Hart, said."
    )
    r, found = references(text, {"Orion Air": "Company", "Lucy Hart": "Person"})
    assert [x.mention.text for x in found] == ["The company", "it", "we", "its"]
    assert [x.mention.head for x in found] == sorted(x.mention.head for x in found)
    for reference in found:
        m = reference.mention
        assert r.wording(m.first, m.stop) == m.text
        assert m.first <= m.head < m.stop
        assert 0 < reference.score <= 1
        assert reference.antecedents


def test_the_same_article_gives_the_same_references() -> None:
    case = next(c for c in CASES if c["mention"] == "Both sides")
    assert references(case["text"], case["names"])[1] == references(case["text"], case["names"])[1]


def test_a_possessive_description_ends_before_the_apostrophe() -> None:
    _, found = references("Orion Air fell. The company’s shares lost 5%.", {"Orion Air": "Company"})
    assert [x.mention.text for x in found] == ["The company"]


@pytest.mark.parametrize(
    ("text", "names", "speaker", "organisation"),
    [
        ("Orion Air CEO Lucy Hart spoke.", {"Orion Air": "Company", "Lucy Hart": "Person"}, "Lucy Hart", "Orion Air"),
        (
            "Lucy Hart, founder and CEO of Orion Air, spoke.",
            {"Orion Air": "Company", "Lucy Hart": "Person"},
            "Lucy Hart",
            "Orion Air",
        ),
        ("Indian Foreign Secretary Asha Rao spoke.", {"Asha Rao": "Person"}, "Asha Rao", "India"),
        (
            "Asha Rao, a former employee of Orion Air, spoke.",
            {"Asha Rao": "Person", "Orion Air": "Company"},
            "Asha Rao",
            None,
        ),
        ("Orion Air spoke.", {"Orion Air": "Company"}, "Orion Air", "Orion Air"),
        ("Lucy Hart spoke.", {"Lucy Hart": "Person"}, "Lucy Hart", None),
    ],
)
def test_whom_a_speaker_speaks_for(text: str, names: dict[str, str], speaker: str, organisation: str | None) -> None:
    r = reading(text)
    known = mentions(r, names)
    found = speaker_organisation(r, known, next(m for m in known if m.text == speaker))
    assert (found.canonical if found else None) == organisation


def test_an_article_without_prose_has_no_references() -> None:
    r = read(Article("", "empty", ""), load_model())
    assert find_references(r, (), ()) == ()


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["he", "it", "its", "Orion Air", "said", "the company", "both sides", '"', ".", ",", "we", "who", "to"]
        ),
        min_size=1,
        max_size=20,
    )
)
def test_any_run_of_words_gives_references_within_the_article(parts: list[str]) -> None:
    text = " ".join(parts)
    r = read(Article("", "case", text, blocks=(Block(0, len(text), "paragraph"),)), load_model())
    for reference in find_references(r, mentions(r, {"Orion Air": "Company"}), find_quotations(r)):
        for m in (reference.mention, *reference.antecedents):
            assert 0 <= m.first <= m.head < m.stop <= len(r.doc)
