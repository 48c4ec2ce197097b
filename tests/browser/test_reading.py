"""Ten questions that a reader of the article has, each answered by the page within three presses."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from kg.render.page import render_page
from tests.browser.conftest import Opened, Opener
from tests.sample import sample_extraction

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Task:
    """A question, what a newcomer does, and what then stands at `place` in sight.

    A step is a node to press (``node:siemens``), words to type into the search (``type:failure``), or
    something else to press, by its selector.
    """

    question: str
    steps: tuple[str, ...]
    place: str
    answer: str


PANEL, RESULTS = "#details", "#results"
TASKS = [
    Task("Who notified Siemens?", ("node:siemens",), PANEL, r"U\.S\. Department of Commerce notified Siemens"),
    Task("What did Huang say is a failure?", ("type:failure",), RESULTS, r"ban \w+ (a )?failure · according to Huang"),
    Task("What did China do?", ("node:china",), PANEL, r"China introduced (series of )?measures"),
    Task("Who disagrees with the restrictions?", ("#tab-claims",), "#view-claims .sides", r"new restrictions\s+NVIDIA"),
    Task(
        "How much does the new rule cost NVIDIA?",
        ("type:cost billion", "#results li:has-text('5.5 billion') >> nth=-1"),
        PANEL,
        r"approximately \$5\.5 billion",
    ),
    Task("What is only planned?", ("#kinds .chip:has-text('planned')",), PANEL, r"planned, not done yet"),
    Task("Who reported that Huang met Trump?", ("node:trump",), PANEL, r"according to The New York Times"),
    Task("Which outlets does it rest on?", ("#types .chip:has-text('news outlet')",), PANEL, r"Bloomberg\s+\d+"),
    Task("When were the talks in Geneva?", ("#tab-timeline",), "#view-timeline", r"10–11 May 2025\s[^\n]*\bGeneva"),
    Task("What is denied or negated?", ("#kinds .chip:has-text('negated')",), PANEL, r"no longer needs government"),
    Task(
        "What connects Intel with the H20?",
        ("type:intel", "#results li >> nth=0", "option:#connect=H20"),
        PANEL,
        r"From Intel to H20\s[\s\S]*NVIDIA developed H20",
    ),
    Task(
        "Which sentence says who lifted what?",
        ("type:lifted", "#results li:has-text('lifted') >> nth=0"),
        "#details blockquote >> visible=true >> nth=0",
        r"has at least lifted the requirement",
    ),
]
MOST_PRESSES = 3


def follow(opened: Opened, task: Task) -> tuple[str, int]:
    """Do the steps of `task`; return what then stands in sight and how many presses it took."""
    page, presses = opened.page, 0
    for step in task.steps:
        what, _, rest = step.partition(":")
        if what == "type":
            page.keyboard.press("/")
            page.keyboard.type(rest)
            continue
        presses += 2 if what == "option" else 1  # a choice is opened, then made
        if what == "node":
            opened.click_node(rest)
        elif what == "option":
            page.select_option(rest.split("=")[0], label=rest.split("=")[1])
        else:
            page.click(step)
    return page.locator(task.place).first.inner_text(), presses


@pytest.fixture(scope="module")
def html() -> str:
    return render_page([sample_extraction()])


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.question)
def test_a_reader_finds_the_answer(open_page: Opener, html: str, task: Task) -> None:
    opened = open_page(html)
    seen, presses = follow(opened, task)
    assert re.search(task.answer, seen), seen[:1500]
    assert presses <= MOST_PRESSES
    assert opened.complaints == []


@pytest.mark.parametrize("typed", ["who notified siemens?", "what did China do about rare earth"])
def test_the_search_takes_questions(open_page: Opener, html: str, typed: str) -> None:
    opened = open_page(html)
    seen, _ = follow(opened, Task(typed, (f"type:{typed}",), RESULTS, ""))
    assert "notified Siemens" in seen or "rare earth" in seen
