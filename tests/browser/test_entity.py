"""The card of an entity: who it is, which posts it holds, and its statements in either order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from kg.model import Entity, EntityRef, Extraction
from kg.render.page import render_page
from tests.browser.conftest import Opener
from tests.sample import sample_extraction

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html() -> str:
    return render_page([sample_extraction()])


def _known_elsewhere(extraction: Extraction, label: str, *iris: str) -> Extraction:
    def known(entity: Entity) -> Entity:
        return replace(entity, same_as=iris) if entity.label == label else entity

    claims = tuple(
        replace(c, subject=replace(c.subject, entity=known(c.subject.entity)))
        if isinstance(c.subject, EntityRef)
        else c
        for c in extraction.claims
    )
    return replace(extraction, claims=claims, entities=tuple(map(known, extraction.entities)))


def test_posts_stand_on_both_cards(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#entity=huang-renxun")
    posts = opened.page.locator("#details .profile dd").all_inner_texts()
    assert {"founder of NVIDIA", "CEO of NVIDIA"} <= set(posts)
    opened.page.click("#details .profile button:has-text('NVIDIA')")
    assert opened.page.locator("#details h2").inner_text() == "NVIDIA"
    assert "Huang Renxun, CEO" in opened.page.locator("#details .profile dd").all_inner_texts()


def test_the_same_elsewhere_is_a_link(open_page: Opener) -> None:
    extraction = _known_elsewhere(
        sample_extraction(), "NVIDIA", "http://www.wikidata.org/entity/Q182477", "https://example.org/firms/nvidia"
    )
    opened = open_page(render_page([extraction]), "#entity=nvidia")
    links = opened.page.locator("#details .profile a")
    assert links.all_inner_texts() == ["Wikidata Q182477", "example.org nvidia"]
    assert links.first.get_attribute("rel") == "noopener noreferrer"


def test_statements_of_one_relation_stand_together(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#entity=huang-renxun")
    headings = opened.page.locator("#details h4").all_inner_texts()
    counts = [int(h.rsplit("(")[-1].rstrip(")")) for h in headings if "(" in h]
    assert counts
    assert min(counts) > 1


def test_statements_stand_in_the_order_of_time(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#entity=nvidia")
    cards = opened.page.locator("#details .statement")
    every = cards.count()
    opened.page.click("#details button:has-text('Over time')")
    years = [h for h in opened.page.locator("#details h3").all_inner_texts() if h.isdigit()]
    assert years == sorted(years)
    assert len(years) > 1
    expect(cards).to_have_count(every)
    assert "order=time" in opened.page.evaluate("location.hash")
    again = open_page(html, opened.page.evaluate("location.hash"))
    assert again.panel() == opened.panel()
