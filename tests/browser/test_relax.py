"""Moving nodes: by hand, or by a short simulation that is asked for; and putting them back."""

from __future__ import annotations

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


def _settled(opened: Opened) -> dict[str, Any]:
    expect(opened.page.locator("#relax")).to_have_text("Relax", timeout=15000)
    nodes: dict[str, Any] = opened.whereabouts()["nodes"]
    return nodes


def test_it_relaxes_and_puts_back(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    page = opened.page
    before = opened.whereabouts()["nodes"]
    assert not page.locator("#restore").is_visible()
    page.focus("#relax")
    page.keyboard.press("Enter")
    expect(page.locator("#relax")).to_have_text("Stop")
    after = _settled(opened)
    assert sum(after[key] != before[key] for key in before) > len(before) / 2
    page.click("#restore")
    assert opened.whereabouts()["nodes"] == before
    assert not page.locator("#restore").is_visible()


@pytest.mark.parametrize("way", ["press", "escape"])
def test_it_stops_when_told(open_page: Opener, html: str, way: str) -> None:
    opened = open_page(html)
    page = opened.page
    page.focus("#relax")
    page.keyboard.press("Enter")
    expect(page.locator("#relax")).to_have_text("Stop")
    page.keyboard.press("Enter" if way == "press" else "Escape")
    expect(page.locator("#relax")).to_have_text("Relax")
    still = opened.whereabouts()["nodes"]
    page.wait_for_timeout(150)
    assert opened.whereabouts()["nodes"] == still


def test_only_the_surroundings_of_a_selected_name_move(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#entity=siemens")
    before = opened.whereabouts()["nodes"]
    opened.page.click("#relax")
    after = _settled(opened)
    near = {key for edge in opened.whereabouts()["edges"] if "siemens" in edge for key in edge.split(" > ")}
    assert {key for key in before if after[key] != before[key]} <= near - {"siemens"}


def test_reduced_motion_sees_the_outcome_only(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    opened.page.emulate_media(reduced_motion="reduce")
    before = opened.whereabouts()["nodes"]
    states = opened.page.evaluate(
        "() => { document.getElementById('relax').click(); return document.getElementById('relax').textContent }"
    )
    assert states == "Relax"
    assert opened.whereabouts()["nodes"] != before


def test_a_dragged_node_moves_alone_and_can_be_put_back(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    page = opened.page
    before = opened.whereabouts()["nodes"]
    page.mouse.move(before["siemens"]["x"], before["siemens"]["y"])
    page.mouse.down()
    page.mouse.move(before["siemens"]["x"] + 60, before["siemens"]["y"] + 30, steps=5)
    page.mouse.up()
    after = opened.whereabouts()["nodes"]
    assert {key for key in before if after[key] != before[key]} == {"siemens"}
    page.click("#restore")
    assert opened.whereabouts()["nodes"] == before


def test_a_round_parts_boxes_and_leaves_fixed_ones(open_page: Opener) -> None:
    opened = open_page("<script>window.pressgraph = 1</script>")
    source = (resources.files("kg.render") / "static/js/relax.js").read_text("utf-8")
    opened.page.add_script_tag(content=f"{source}\nwindow.relaxRound = relaxRound;")
    points = opened.page.evaluate(
        """() => {
          const points = [0, 10, 20].map((x, i) => ({ x, y: 0, w: 80, h: 30, fixed: i === 0 }));
          for (let left = 60; left > 0; left--) relaxRound(points, [[0, 1]], left / 60);
          return points;
        }"""
    )
    assert (points[0]["x"], points[0]["y"]) == (0, 0)
    for one, other in [(0, 1), (0, 2), (1, 2)]:
        apart_x = abs(points[one]["x"] - points[other]["x"]) >= 79
        assert apart_x or abs(points[one]["y"] - points[other]["y"]) >= 29
