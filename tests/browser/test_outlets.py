"""One event in four short articles of three outlets: who carries what, who disputes it, one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

import kg
from tests.browser.conftest import Opened, Opener

pytestmark = pytest.mark.browser
ARTICLES = Path(__file__).parent / "outlets"


@pytest.fixture(scope="module")
def html() -> str:
    return kg.build(ARTICLES).to_html()


def _claims(opened: Opened) -> str:
    opened.page.click("#tab-claims")
    return opened.page.locator("#view-claims").inner_text()


def _choose(opened: Opened, name: str, text: str) -> None:
    option = opened.page.locator(f"#only-{name} option", has_text=text).first
    opened.page.select_option(f"#only-{name}", value=str(option.get_attribute("value")))


def test_what_several_outlets_carry_stands_once_with_all_of_them(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    claims = _claims(opened)
    assert claims.count("Northgate Holdings acquired Calder Shipping\n") == 1
    assert "Harbor Ledger (2 articles)" in claims
    opened.page.click("#view-claims .topic button:has-text('acquired')")
    assert opened.page.locator("#details h2").inner_text() == "Corroborated by 3 outlets"
    expect(opened.page.locator("#details .statement")).to_have_count(4)


def test_phrases_that_say_whose_they_are_meet_across_articles(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#view=claims")
    agreed = opened.page.locator("#view-claims .topic li", has_text="European Commission approved")
    assert "Coast Wire and Harbor Ledger" in agreed.inner_text()
    row = opened.page.locator(".sides tbody tr", has_text="acquisition of Calder Shipping")
    expect(row).to_have_count(1)
    assert row.locator("td").all_inner_texts() == ["European Commission", "Dockers' Union"]


def test_what_is_disputed_shows_both_sides(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    disputed = _claims(opened).split("Agreed on")[0]
    assert disputed.startswith("Disputed (1)")
    assert "Marta Oleksy did not meet with Piet Vos\nAna Ruiz" in disputed
    assert "Marta Oleksy met with Piet Vos in Brussels\nHarbor Ledger" in disputed
    opened.page.click("#view-claims .topic button:has-text('did not meet')")
    opened.page.click("#details .disputed")
    expect(opened.page.locator("#details .statement")).to_have_count(2)


@pytest.mark.parametrize(
    ("name", "text", "statements"),
    [("support", "3 outl", 4), ("support", "disputed", 2), ("outlet", "Coast Wire", 4), ("article", "Commission", 2)],
)
def test_filters_by_support_and_source(open_page: Opener, html: str, name: str, text: str, statements: int) -> None:
    opened = open_page(html)
    _choose(opened, name, text)
    assert opened.page.locator("#details h2").inner_text() == f"{statements} statements"
    again = open_page(html, opened.page.evaluate("location.hash"))
    assert again.panel() == opened.panel()


def test_by_day_only_what_was_published_then_is_drawn(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    before = set(opened.whereabouts()["nodes"])
    _choose(opened, "day", "7 March 2024")
    after = set(opened.whereabouts()["nodes"])
    assert {"european-commission", "northgate-holdings", "calder-shipping"} <= after < before
    assert "marta-oleksy" not in after


def test_the_timeline_tells_a_thing_once(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#view=timeline")
    day = opened.page.locator(".day", has_text="4 March 2024")
    expect(day.locator("li")).to_have_count(1)
    assert "Coast Wire" in day.inner_text()


def test_each_article_can_be_read(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#view=article")
    opened.page.select_option("#view-article select", label="Northgate denies closing the Antwerp yard")
    opened.page.locator(".evidence", has_text="European Commission").click(position={"x": 4, "y": 8})
    assert "European Commission approved acquisition" in opened.panel()
    assert opened.complaints == []
