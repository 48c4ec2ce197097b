"""What can be taken along: the picture, the statements, a print-out."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg.render.page import render_page
from tests.browser.conftest import Opened, Opener
from tests.browser.hostile import hostile_extraction
from tests.sample import sample_extraction

pytestmark = pytest.mark.browser
_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def html() -> str:
    return render_page([sample_extraction()])


def _download(opened: Opened, ending: str) -> Path:
    opened.page.click("#download summary")
    with opened.page.expect_download() as waiting:
        opened.page.click(f"#download button[data-ending={ending}]")
    assert waiting.value.suggested_filename.endswith("." + ending)
    return Path(waiting.value.path())


def test_the_picture_as_svg(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    root = ElementTree.fromstring(_download(opened, "svg").read_bytes())
    labels = {element.text for element in root.iter(f"{_SVG}text")}
    assert {"NVIDIA", "Siemens", "China"} <= labels
    drawn = opened.whereabouts()
    assert sum("transform" in path.attrib for path in root.iter(f"{_SVG}path")) == len(drawn["nodes"])
    assert sum(path.find(f"{_SVG}title") is not None for path in root.iter(f"{_SVG}path")) == len(drawn["edges"])
    assert opened.complaints == []


def test_the_picture_as_png(open_page: Opener, html: str) -> None:
    opened = open_page(html, dark=True)
    png = _download(opened, "png").read_bytes()
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") > 1500
    assert opened.complaints == []
    assert opened.violations() == []


def test_the_statements_shown(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#only-by=siemens")
    said = [c for c in sample_extraction().claims if "Siemens" in {r.entity.label for r in c.attributed_to}]
    data = json.loads(_download(opened, "json").read_text("utf-8"))
    assert (data["shown"], data["of"]) == (len(said), len(sample_extraction().claims))
    assert [s["sentence"] for s in data["statements"]] == [c.evidence.sentence for c in said]
    with _download(opened, "csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Sentence"] for row in rows] == [c.evidence.sentence for c in said]
    assert "Siemens" in rows[0]["Who says so"]


def test_hostile_names_make_a_sound_picture(open_page: Opener) -> None:
    opened = open_page(render_page([hostile_extraction()]))
    opened.page.wait_for_timeout(100)
    root = ElementTree.fromstring(_download(opened, "svg").read_bytes())
    assert {element.tag for element in root.iter()} <= {_SVG + t for t in ("svg", "title", "rect", "path", "text")}
    json.loads(_download(opened, "json").read_text("utf-8"))


def test_paper_is_light_and_without_controls(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#entity=siemens", dark=True)
    page = opened.page
    page.emulate_media(media="print")
    assert not page.locator(".legend").is_visible()
    assert not page.locator("#axis").is_visible()
    assert page.locator("#details blockquote").first.is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.pdf()[:5] == b"%PDF-"


@pytest.mark.parametrize("view", ["graph", "claims", "timeline", "article", "table"])
def test_paper_has_the_evidence_and_nothing_to_press(open_page: Opener, html: str, view: str) -> None:
    opened = open_page(html, f"#view={view}")
    page = opened.page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    controls = "select, input, .legend, .icon, .link, .unfold, [role=tab]"
    seen = "all => all.filter(e => e.checkVisibility()).map(e => e.outerHTML)"
    assert page.locator(controls).evaluate_all(seen) == []
    assert page.locator("details.speaker:not([open])").count() == 0
    quotes = page.locator("#paper blockquote")
    sentences = {c.evidence.sentence for c in sample_extraction().claims}
    assert (quotes.count() > len(sentences) / 2) == (view == "graph")
    wide = "[...document.querySelectorAll('main *')].filter(e => e.scrollWidth > innerWidth).length"
    assert page.evaluate(wide) == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert quotes.count() == 0
