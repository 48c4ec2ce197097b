"""Filters by speaker, relation, confidence and time: what they single out, and that nothing moves."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources
from typing import Any

import pytest
from playwright.sync_api import expect

from kg.render.page import render_page
from tests.browser.conftest import Opened, Opener
from tests.sample import sample_extraction

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html() -> str:
    return render_page([sample_extraction()])


def _shown(opened: Opened) -> int:
    opened.page.click("#tab-table")
    return opened.page.locator("#view-table tbody tr").count()


def _choose(opened: Opened, name: str, text: str) -> None:
    if opened.page.locator("#more").get_attribute("aria-expanded") == "false":
        opened.page.click("#more")
    option = opened.page.locator(f"#only-{name} option", has_text=text).first
    opened.page.select_option(f"#only-{name}", value=str(option.get_attribute("value")))


def test_one_speaker(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    opened.page.click("#more")
    opened.page.wait_for_timeout(200)
    before = opened.whereabouts()["nodes"]
    _choose(opened, "by", "Bloomberg")
    after = opened.whereabouts()
    assert all(after["nodes"][key]["x"] - before[key]["x"] == 0 for key in before)
    assert "government-approval" in {e.split(" > ")[-1].split("--")[0] for e in after["edges"]}
    said = [c for c in sample_extraction().claims if "Bloomberg" in {r.entity.label for r in c.attributed_to}]
    assert f"{len(said)} statements" in opened.panel()
    assert _shown(opened) == len(said)
    opened.page.click("#reset")
    expect(opened.page.locator("#view-table tbody tr")).to_have_count(len(sample_extraction().claims))


def test_the_article_itself_is_a_speaker(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    _choose(opened, "by", "the article itself")
    assert _shown(opened) == sum(not c.attributed_to for c in sample_extraction().claims)


def test_relation_and_confidence(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    _choose(opened, "relation", "CEO of")
    assert _shown(opened) == sum(c.predicate.label == "CEO of" for c in sample_extraction().claims)
    again = open_page(html, "#only-sure=0.85&view=table")
    expected = sum(c.confidence >= 0.85 for c in sample_extraction().claims)
    expect(again.page.locator("#view-table tbody tr")).to_have_count(expected)


def test_the_brush_keeps_what_has_no_date(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    page = opened.page
    undated = sum(c.time is None for c in sample_extraction().claims)
    assert f"{undated} undated, always shown" in page.locator("#axis").inner_text()
    frame = page.locator("#axis .bars").bounding_box()
    assert frame
    y = frame["y"] + 10
    page.mouse.move(frame["x"] + 5, y)
    page.mouse.down()
    page.mouse.move(frame["x"] + frame["width"] * 0.5, y, steps=4)
    page.mouse.up()
    early = sum(c.time is not None and str(c.time.start or c.time.end) < "2024-04" for c in sample_extraction().claims)
    assert 0 < early < sum(c.time is not None for c in sample_extraction().claims)
    assert _shown(opened) == undated + early
    address = page.evaluate("location.hash")
    assert "only-until=2024-0" in address
    assert _shown(open_page(html, address)) == undated + early
    page.click("#axis button")
    assert _shown(opened) == len(sample_extraction().claims)


def test_the_keyboard_moves_the_ends_of_the_brush(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    page = opened.page
    page.focus("#axis input[aria-label=From]")
    page.keyboard.press("ArrowRight")
    assert "only-since=2022-11-01" in page.evaluate("location.hash")
    assert page.locator("#axis input[aria-label=From]").get_attribute("aria-valuetext") == "November 2022"
    page.keyboard.press("ArrowLeft")
    assert "only-since" not in page.evaluate("location.hash")


@pytest.mark.parametrize(
    "address",
    [
        "#only-by=nobody&only-sure=9&only-since=x&only-until=2025-99-01&only-article=7&only-day=",
        "#only-relation=__proto__",
    ],
)
def test_choices_that_single_nothing_out_are_dropped(open_page: Opener, html: str, address: str) -> None:
    opened = open_page(html, address)
    assert "What the article says" in opened.panel()
    assert opened.complaints == []


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 640)])
def test_filters_have_a_phone_to_themselves(open_page: Opener, html: str, width: int, height: int) -> None:
    opened = open_page(html, width=width)
    page = opened.page
    page.set_viewport_size({"width": width, "height": height})
    assert not page.locator("#axis").is_visible()
    scale = opened.whereabouts()["scale"]
    page.click("#more")
    assert page.locator("#more").inner_text() == f"Show {len(sample_extraction().claims)} statements"
    assert not page.locator("main").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    axis, chips = page.locator("#axis").bounding_box(), page.locator("#types .chip").last
    chips.scroll_into_view_if_needed()
    last = chips.bounding_box()
    assert axis
    assert last
    assert axis["y"] + axis["height"] == pytest.approx(height, abs=1)
    assert last["y"] + last["height"] <= axis["y"]
    heights = page.evaluate("[...document.querySelectorAll('#filters select')].map(s => s.offsetHeight)")
    assert min(heights) >= 44
    page.select_option("#only-by", index=2)
    assert page.locator("#more").inner_text() != f"Show {len(sample_extraction().claims)} statements"
    page.keyboard.press("Escape")
    assert page.locator("main").is_visible()
    assert page.locator("#more").inner_text() == "Filters (1)"
    assert opened.whereabouts()["scale"] == pytest.approx(scale, rel=0.2)


def _bins(opened: Opened, days: Sequence[str]) -> Any:
    page = opened.page
    if not page.evaluate("typeof binsOf === 'function'"):
        source = (resources.files("kg.render") / "static/js/bins.js").read_text("utf-8")
        page.add_script_tag(content=f"{source}\nwindow.binsOf = binsOf;")
    return page.evaluate("days => binsOf(days)", list(days))


def test_time_is_cut_into_pieces_that_fit(open_page: Opener) -> None:
    opened = open_page("<script>window.pressgraph = 1</script>")
    assert _bins(opened, []) is None
    assert _bins(opened, ["2025-04-01", "2025-04-03"]) == {
        "unit": "day", "first": 20179, "counts": [1, 0, 1], "earlier": 0, "later": 0
    }  # fmt: skip
    months = _bins(opened, ["2022-10-01", "2025-07-16"])
    assert (months["unit"], len(months["counts"])) == ("month", 34)
    far = _bins(opened, ["1492-01-01", *(f"20{y:02}-06-01" for y in range(60))])
    assert (far["unit"], far["earlier"], sum(far["counts"])) == ("decade", 1, 61)
    assert _bins(opened, ["0001-01-01", "0001-12-31"])["unit"] == "month"
