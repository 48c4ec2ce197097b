"""Blocks: what each stretch of an article is, and where it stands."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles import article_from_text, find_blocks
from kg.articles.bylines import Byline, parse_byline
from kg.markup import veiled

Blocks = list[tuple[str, str]]


def blocks(text: str, title: str | None = None) -> Blocks:
    return [(b.kind, text[b.start : b.end]) for b in find_blocks(text, title)]


PROSE = "Italy voted for a new parliament on Sunday, and the count has begun."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("【By Daily Planet, Clark Kent】", "byline"),
        ("By Jane Doe, Reuters", "byline"),
        ("By Jane Doe and John Roe", "byline"),
        ("Reporting by Jane Doe; Editing by John Roe", "byline"),
        ("Tuesday, March 5, 2024", "byline"),
        ("Published: March 5, 2024 10:30 GMT", "byline"),
        ("Updated 3 hours ago on March 5", "byline"),
        ("Photo: Jane Doe in Rome", "caption"),
        ("File photo: the Senate", "caption"),
        ("Image by John Roe", "caption"),
        ("The harbour after the storm. Image: John Roe.", "caption"),
        ("Jane Doe speaks in Rome on Monday (Getty Images)", "caption"),
        ("Jane Doe of the Green Party", "caption"),
        ("Jane Doe; from file, 2015.", "caption"),
        ("![A ship](ship.png)", "caption"),
        (
            "This article is an exclusive article by the Daily Planet. Unauthorized reproduction is prohibited.",
            "boilerplate",
        ),
        ("Unauthorized reproduction is prohibited.", "boilerplate"),
        ("Original: https://example.org/a/1", "boilerplate"),
        ("Statement: This article represents the views of the author.", "boilerplate"),
        ("© 2024 Daily Planet. All rights reserved.", "boilerplate"),
        ("Sign up for our newsletter", "boilerplate"),
        ("Read more: Three ships collide", "boilerplate"),
        ("Advertisement", "boilerplate"),
        ("We use cookies to improve your experience.", "boilerplate"),
        ("Facebook Twitter WhatsApp Email", "boilerplate"),
        ("https://example.org/a", "boilerplate"),
        ("5 min read", "boilerplate"),
        ("## What comes next", "headline"),
        ("Election results", "headline"),
        ("- Rome voted for the left", "list"),
        ("2. Rome voted for the left", "list"),
        ("By Monday, the army had taken the city.", "paragraph"),
        ("Read more and you will know, the minister said.", "paragraph"),
        ("Share prices fell on Monday after the vote.", "paragraph"),
        ("Subscribers of the firm sued it.", "paragraph"),
        ("Photographers filled the square.", "paragraph"),
        ("Original works by the painter were stolen.", "paragraph"),
        ("Copyright law is being changed by parliament.", "paragraph"),
        ("The statement came late.", "paragraph"),
        ("He said,", "paragraph"),
    ],
)
def test_kinds(line: str, kind: str) -> None:
    text = f"Rome votes\n\n{PROSE}\n\n{line}\n\n{PROSE}"
    found = blocks(text)
    assert [k for k, _ in found] == ["headline", "paragraph", kind, "paragraph"]


@pytest.mark.parametrize(
    ("prefix", "kind"),
    [
        ("【By Daily Planet, Clark Kent】", "byline"),
        ("LONDON (Reuters) - ", "byline"),
        ("WASHINGTON, July 16 (AP) — ", "byline"),
        ("PARIS — ", "byline"),
        ("BEIJING, July 16 -- ", "byline"),
        ("Thursday, May 7, 2015 ", "byline"),
        ("Ruritania infobox ", "boilerplate"),
        ("Ruritanian news ", "boilerplate"),
        ("The new harbour of Genoa. ", "caption"),
    ],
)
def test_what_stands_before_the_prose_is_parted_from_it(prefix: str, kind: str) -> None:
    body = "The parliament of Italy voted on Sunday, and the count has begun."
    assert blocks(f"Rome votes\n\n{prefix}{body}") == [
        ("headline", "Rome votes"),
        (kind, prefix.strip()),
        ("paragraph", body),
    ]


def test_a_caption_that_ran_into_a_sentence() -> None:
    body = "In the north of the country, turnout was low, the ministry said."
    assert blocks(f"Rome votes\n\n{PROSE}\n\nJane Doe of the Greens {body}")[2:] == [
        ("caption", "Jane Doe of the Greens"),
        ("paragraph", body),
    ]


def test_the_topic_of_the_title_before_a_name() -> None:
    text = "Ruritania minister resigns\n\nRuritania Jane Doe, minister for trade, resigned on Monday."
    assert blocks(text, "Ruritania minister resigns")[1:] == [
        ("boilerplate", "Ruritania"),
        ("paragraph", "Jane Doe, minister for trade, resigned on Monday."),
    ]
    assert (
        blocks("Acme chief quits\n\nAcme President Doe, head of sales, quit.", "Acme chief quits")[1][0] == "paragraph"
    )


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = "Italy voted for a new parliament on\nSunday, and the count has begun. The\nGreens lost."
    assert blocks(f"Rome votes\n{wrapped}\n\nThe end came late.") == [
        ("headline", "Rome votes"),
        ("paragraph", wrapped),
        ("paragraph", "The end came late."),
    ]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    long = PROSE + " " + PROSE
    assert blocks(f"Rome votes\n{long}\n{long}") == [
        ("headline", "Rome votes"),
        ("paragraph", long),
        ("paragraph", long),
    ]


def test_lists_code_and_rules() -> None:
    listed = "These lost:\n- the Greens, who had\n  led before\n- the Blues"
    text = f"# Rome votes\n\n{listed}\n\n---\n\n```\nx = 1\n\ny = 2\n```\n\nThat is all."
    assert blocks(text) == [
        ("headline", "Rome votes"),
        ("paragraph", "These lost:"),
        ("list", "the Greens, who had\n  led before"),
        ("list", "the Blues"),
        ("boilerplate", "```\nx = 1\n\ny = 2\n```"),
        ("paragraph", "That is all."),
    ]


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("【By Observer Net, Xiong Chaoran】", Byline("Observer Net", ("Xiong Chaoran",))),
        ("By Jane Doe, Reuters", Byline("Reuters", ("Jane Doe",))),
        ("By Jane Doe and John Roe", Byline(None, ("Jane Doe", "John Roe"))),
        ("By Jane Doe in Rome for the Daily Planet".replace(" in Rome", ""), Byline("the Daily Planet", ("Jane Doe",))),
        ("By Jane Doe, Some Place", Byline("Some Place", ("Jane Doe",))),
        ("LONDON (Reuters) - ", Byline("Reuters")),
        ("Tuesday, March 5, 2024", Byline()),
    ],
)
def test_byline_facts(byline: str, expected: Byline) -> None:
    found = parse_byline(byline)
    assert (found.source or "").removeprefix("the ") == (expected.source or "").removeprefix("the ")
    assert found.authors == expected.authors


def test_byline_completes_the_article() -> None:
    article = article_from_text(f"Rome votes\n\nLONDON (Reuters) - {PROSE}\n\nBy Jane Doe")
    assert (article.source, article.authors) == ("Reuters", ("Jane Doe",))
    assert article_from_text(f"Rome votes\n\nBy Jane Doe, Reuters\n\n{PROSE}", source="AP").source == "AP"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Italy](https://a.b) voted.", " Italy" + " " * 15 + "voted."),
        ("**Italy** _voted_.", "  Italy    voted ."),
        ("Italy<b>voted</b>.", "Italy   voted    ."),
        ("Italy voted.[12]", "Italy voted.    "),
        ("Italy voted [sic] on 5*3 and a_b_c.", "Italy voted [sic] on 5*3 and a_b_c."),
        ("Italy (https://a.b) voted.", "Italy" + " " * 14 + " voted."),
        ("I don`t and can`t.", "I don`t and can`t."),
        ("a < b and c > d", "a < b and c > d"),
    ],
)
def test_markup_is_veiled_in_place(text: str, expected: str) -> None:
    assert veiled(text) == expected
    assert len(veiled(text)) == len(text)


LINES = st.lists(
    st.sampled_from(
        ["", "# A", "- b", "1. c", "---", "```", "By Jane Doe", "【By X】 He left.", "Photo: x", "Rome votes", PROSE,
         "  ", "\t", "> q", "A news B", "LONDON (AP) - ", "![x](y)", "\u2028", "a\u00a0", "#", "- ", "Infobox "]
    ),
    max_size=12,
).map("\n".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(LINES | st.text(max_size=80), st.none() | st.text(max_size=20))
def test_blocks_are_in_order_without_overlap_or_blank_edges(text: str, title: str | None) -> None:
    last = 0
    for block in find_blocks(text, title):
        words = text[block.start : block.end]
        assert last <= block.start < block.end <= len(text)
        assert words == words.strip()
        last = block.end


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="[]()*_<>!-a1 h.:/wtps\n", max_size=60))
def test_veiling_keeps_length(text: str) -> None:
    assert len(veiled(text)) == len(text)


@pytest.mark.parametrize(
    "piece",
    [
        "【",
        "[",
        "![",
        "A ",
        "A, ",
        "By A ",
        "A-",
        "<a",
        "<!--",
        "*",
        "(www.",
        "# ",
        "- \n",
        "The a of ",
        "A. ",
        "a.b",
        "\n\n\n",
        "In ",
    ],
)
def test_hostile_repetition_is_cut_in_time(piece: str) -> None:
    began = time.perf_counter()
    text = (piece * 100_000)[:100_000]
    find_blocks(text, "A a")
    veiled(text)
    assert time.perf_counter() - began < 10
