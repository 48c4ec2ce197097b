"""Articles are written by strangers: whatever they contain is shown as text and does nothing."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from kg.model import Article, Extraction
from kg.render.page import render_page
from tests.browser.conftest import Opener
from tests.browser.hostile import TEXTS, hostile_extraction

pytestmark = pytest.mark.browser


def test_nothing_fires_wherever_it_is_shown(open_page: Opener) -> None:
    opened = open_page(render_page([hostile_extraction()]))
    page = opened.page
    for view in ("article", "table", "claims", "timeline", "graph"):
        page.click(f"#tab-{view}")
        page.wait_for_timeout(50)
    entities = page.evaluate("Object.keys(JSON.parse(document.getElementById('data').textContent).entities)")
    for key in entities:
        page.evaluate("key => { location.hash = '#' + new URLSearchParams({entity: key}) }", key)
        page.wait_for_timeout(20)
    for place in list(opened.whereabouts()["nodes"].values())[:5]:
        page.mouse.move(place["x"], place["y"])
        page.wait_for_timeout(20)
    page.fill("#search", "<script>")
    page.wait_for_timeout(50)
    assert page.evaluate("window.fired") is None
    assert [url for url in opened.requests if not url.startswith("file:")] == []
    assert opened.complaints == []
    assert opened.violations() == []


def test_it_is_shown_as_text(open_page: Opener) -> None:
    opened = open_page(render_page([hostile_extraction()]), "#view=article")
    shown = opened.page.locator("#view-article").inner_text()
    for text in TEXTS:
        if text.isprintable() and len(text) < 200:
            assert text in shown
    expect(opened.page.locator("#view-article script, #view-article img, #view-article b")).to_have_count(0)


def test_no_link_leads_to_a_script(open_page: Opener) -> None:
    opened = open_page(render_page([hostile_extraction()]))
    entities = opened.page.evaluate("Object.keys(JSON.parse(document.getElementById('data').textContent).entities)")
    for address in ["view=article", *(f"entity={key}" for key in entities[:3])]:
        opened.page.evaluate("address => { location.hash = address }", address)
        links = opened.page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))")
        assert all(link.startswith(("#", "https://", "http://")) for link in links)


def test_a_word_of_ten_thousand_letters_breaks_no_layout(open_page: Opener) -> None:
    opened = open_page(render_page([hostile_extraction()]))
    for view in ("article", "table", "claims", "timeline", "graph"):
        opened.page.click(f"#tab-{view}")
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= 1440


def test_spreadsheets_get_no_formulas(open_page: Opener) -> None:
    opened = open_page(render_page([hostile_extraction()]), "#view=table")
    opened.page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    opened.page.click("button:has-text('Copy as CSV')")
    opened.page.wait_for_function("window.copied !== undefined")
    copied: str = opened.page.evaluate("window.copied")
    assert "'=HYPERLINK" in copied
    assert not any(cell.startswith("=") for cell in copied.replace('"', "").split(","))


def test_an_empty_extraction_is_a_page_too(open_page: Opener) -> None:
    opened = open_page(render_page([]))
    assert opened.complaints == []
    assert "Nothing is stated" in opened.panel()


def test_names_written_from_right_to_left_turn_nothing_round(open_page: Opener) -> None:
    article = Article("a", "a", "x", "שרון", published=date(2024, 1, 1), source="الجزيرة")
    opened = open_page(render_page([Extraction(article)]))
    assert opened.page.locator("#byline").text_content() == "\u2068الجزيرة\u2069 · 1 January 2024"
