"""What is drawn around a name: alone, in full or folded; the way to another; and how to get back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from kg.render.page import render_page
from tests.browser.conftest import Opened, Opener
from tests.sample import sample_extraction

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html() -> str:
    return render_page([sample_extraction()])


def _press(opened: Opened, text: str) -> None:
    opened.page.click(f"#details .around button:has-text('{text}')")


def test_a_name_is_drawn_alone_with_what_it_touches(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#entity=siemens")
    page = opened.page
    everything = opened.whereabouts()["nodes"]
    _press(opened, "Only this")
    alone = set(opened.whereabouts()["nodes"])
    assert {"siemens", "us-department-of-commerce"} <= alone < set(everything)
    assert all("siemens" in edge for edge in opened.whereabouts()["edges"])
    again = open_page(html, page.evaluate("location.hash"))
    assert set(again.whereabouts()["nodes"]) == alone
    _press(opened, "2 steps")
    assert alone <= set(opened.whereabouts()["nodes"])
    page.click("#reset")
    assert set(opened.whereabouts()["nodes"]) == set(everything)


def test_the_keyboard_stays_on_the_button_that_was_pressed(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#entity=siemens")
    opened.page.locator("#details .around button").first.press("Enter")
    assert opened.page.evaluate("document.activeElement.textContent") == "Only this"


def test_expanded_neighbours_stay_and_collapsed_ones_go(
    open_page: Opener, html: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.render.view.MAIN_NODES", 30)
    opened = open_page(render_page([sample_extraction()]), "#entity=trump-administration")
    with_neighbours = set(opened.whereabouts()["nodes"])
    _press(opened, "Expand")
    opened.page.keyboard.press("Escape")
    assert set(opened.whereabouts()["nodes"]) == with_neighbours
    opened.page.evaluate("location.hash += '&entity=trump-administration'")
    places = opened.whereabouts()["nodes"]
    _press(opened, "Collapse")
    folded = opened.whereabouts()["nodes"]
    assert "trump-administration" in folded
    assert set(folded) < with_neighbours
    assert all(folded[key]["x"] - places[key]["x"] == 0 for key in folded)
    assert "collapsed=trump-administration" in opened.page.evaluate("location.hash")


def test_back_undoes_one_step_at_a_time(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    page = opened.page
    page.click("#details .rows button:has-text('NVIDIA') >> nth=0")
    page.click("#tab-table")
    page.click("th button:has-text('Subject')")
    page.go_back()
    expect(page.locator("th[aria-sort]")).to_have_count(0)
    page.go_back()
    assert page.locator("#tab-graph").get_attribute("aria-selected") == "true"
    assert page.locator("#details h2").inner_text() == "NVIDIA"
    page.go_back()
    assert "What the article says" in opened.panel()
    assert opened.complaints == []


def test_a_way_can_be_shared_and_tells_how_much_more_there_is(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#path=siemens&path=huang-renxun&path=nobody")
    assert "No chain" in opened.panel()
    opened = open_page(html, "#path=intel&path=huang-renxun")
    steps = opened.page.locator("#details .steps > li")
    assert f"{steps.count()} steps" in opened.panel()
    expect(opened.page.locator("#details .steps blockquote").first).to_be_visible()
    opened.page.locator("#details .steps .sub button").first.click()
    assert "→" in opened.page.locator("#details h2").inner_text()


def test_shift_and_a_press_on_a_second_name_shows_the_way(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#entity=nvidia")
    place = opened.whereabouts()["nodes"]["china"]
    opened.page.keyboard.down("Shift")
    opened.page.mouse.click(place["x"], place["y"])
    opened.page.keyboard.up("Shift")
    assert opened.page.locator("#details h2").inner_text() == "From NVIDIA to China"


def test_several_statements_can_be_shared(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#view=article")
    opened.page.locator(".evidence", has_text="NVIDIA had developed").press("Enter")
    assert opened.page.locator("#details h2").inner_text() == "What this sentence states"
    again = open_page(html, opened.page.evaluate("location.hash"))
    assert again.panel() == opened.panel()


def test_sorting_and_words_of_the_table_can_be_shared(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#view=table")
    opened.page.click("th button:has-text('Object')")
    opened.page.click("th button:has-text('Object')")
    opened.page.fill("#view-table input", "china")
    again = open_page(html, opened.page.evaluate("location.hash"))
    assert again.page.locator("th[aria-sort=descending]").inner_text().startswith("Object")
    rows = "#view-table tbody td:nth-child(3)"
    assert again.page.locator(rows).all_inner_texts() == opened.page.locator(rows).all_inner_texts()
    assert again.page.input_value("#view-table input") == "china"


def test_it_opens_in_the_state_it_is_made_for(open_page: Opener) -> None:
    html = render_page([sample_extraction()], start="entity=siemens&around=siemens&depth=1")
    opened = open_page(html)
    assert opened.page.locator("#details h2").inner_text() == "Siemens"
    assert "nvidia" not in opened.whereabouts()["nodes"]
    assert "nvidia" in open_page(html, "#entity=nvidia").whereabouts()["nodes"]
