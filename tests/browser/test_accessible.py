"""axe-core over every view, in light and dark and on a phone: nothing serious."""

from __future__ import annotations

from typing import Any

import pytest

from kg.render.page import render_page
from tests.browser.conftest import Opened, Opener
from tests.sample import sample_extraction

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
pytestmark = pytest.mark.browser

VIEWS = ("graph", "claims", "timeline", "article", "table")


@pytest.fixture(scope="module")
def html() -> str:
    return render_page([sample_extraction()])


def _serious(opened: Opened) -> list[str]:
    found: list[dict[str, Any]] = axe.Axe().run(opened.page).response["violations"]
    return [
        f"{v['id']}: {node['target']} {node['html'][:120]}"
        for v in found
        if v["impact"] in ("serious", "critical")
        for node in v["nodes"][:3]
    ]


def test_the_check_finds_a_planted_fault(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    opened.page.evaluate("document.querySelector('main').append(document.createElement('select'))")
    assert any(line.startswith("select-name") for line in _serious(opened))


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("view", VIEWS)
def test_no_view_shuts_anybody_out(open_page: Opener, html: str, view: str, dark: bool) -> None:
    opened = open_page(html, f"#view={view}", dark=dark)
    if view != "article":
        opened.page.click("#more")
    assert _serious(opened) == []
    opened.page.evaluate("view => { location.hash = `#entity=nvidia&view=${view}` }", view)
    assert _serious(opened) == []


@pytest.mark.parametrize("view", VIEWS)
def test_nor_on_a_phone(open_page: Opener, html: str, view: str) -> None:
    opened = open_page(html, f"#view={view}&entity=siemens&order=time", width=390)
    assert _serious(opened) == []


def test_nor_in_a_notebook_s_frame_or_with_filters_over_a_phone(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#path=intel&path=h20")
    opened.page.set_viewport_size({"width": 700, "height": 640})
    assert _serious(opened) == []
    opened.page.set_viewport_size({"width": 320, "height": 640})
    opened.page.click("#more")
    assert _serious(opened) == []


def test_nor_with_menus_open_or_filters_set(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#only-by=bloomberg&without=open&only-kind=claim")
    opened.page.click("#download summary")
    assert _serious(opened) == []
    opened.page.fill("#search", "china")
    assert _serious(opened) == []
