"""A graph with more nodes than get a place in advance: the others come when they are asked for."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from kg.render.page import render_page
from tests.browser.conftest import Opener
from tests.sample import sample_extraction

pytestmark = pytest.mark.browser


def test_a_neighbour_without_a_place_gets_one(open_page: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.render.view.MAIN_NODES", 42)
    monkeypatch.setattr("kg.render.view.PLACED_AT_MOST", 44)
    opened = open_page(render_page([sample_extraction()]))
    page = opened.page
    assert "more appear when you select a neighbour" in opened.panel()
    page.click("#detail button:has-text('Top')")
    everything = opened.whereabouts()["nodes"]
    assert len(everything) == 44
    page.evaluate("location.hash = '#entity=nvidia&level=3'")
    page.wait_for_timeout(100)
    expanded = opened.whereabouts()["nodes"]
    assert set(everything) < set(expanded)
    spots = [(round(p["x"]), round(p["y"])) for p in expanded.values()]
    assert len(set(spots)) == len(spots)
    assert opened.complaints == []


def test_what_a_filter_singles_out_is_drawn(open_page: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.render.view.PLACED_AT_MOST", 10)
    opened = open_page(render_page([sample_extraction()]), "#only-by=siemens")
    assert "siemens" in opened.whereabouts()["nodes"]
    assert opened.whereabouts()["edges"]
    assert opened.complaints == []


def test_a_long_table_comes_in_portions(open_page: Opener) -> None:
    html = render_page([sample_extraction()]).replace("const ROWS_AT_ONCE = 400;", "const ROWS_AT_ONCE = 5;")
    policy = html.index('http-equiv="Content-Security-Policy"')
    end = html.index(">", policy)
    opened = open_page(html[:policy] + 'name="none"' + html[end:], "#view=table")
    rows = opened.page.locator("#view-table tbody tr.row")
    expect(rows).to_have_count(5)
    opened.page.click("#view-table .portion button")
    expect(rows).to_have_count(10)
