"""Who says what and when: the views of claims and of time, and statements that agree or disagree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from kg.contradictions import with_contradictions
from kg.model import Article, Claim, Extraction, Restatement
from kg.ontology import load_ontology
from kg.render.page import render_page
from tests.browser.conftest import Opener
from tests.sample import sample_extraction

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html() -> str:
    return render_page([sample_extraction()])


def _elsewhere(name: str, outlet: str, *, deny: bool = False) -> Extraction:
    """The seed article as another outlet has it, with the same statements or their contrary."""
    extraction = sample_extraction()
    article = replace(extraction.article, id=f"{extraction.article.id}-{name}", name=name, title=name, source=outlet)

    def told(claim: Claim) -> Claim:
        polarity = "negative" if deny else claim.polarity
        evidence = replace(claim.evidence, article=article.id)
        return replace(claim, id=f"{claim.id}-{name}", evidence=evidence, polarity=polarity)

    plain = [c for c in extraction.claims if c.polarity == "positive" and c.modality == "asserted"]
    kept = [c for c in plain if not c.attributed_to and c.predicate.label == "CEO of"]
    return Extraction(article, tuple(map(told, kept)), (), extraction.entities)


def _ceo() -> str:
    return next(c.id.rsplit("/", 1)[-1] for c in sample_extraction().claims if c.predicate.label == "CEO of")


def test_speakers_come_with_their_words(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#view=claims")
    page = opened.page
    assert "Huang Renxun" in page.locator(".speaker summary").first.inner_text()
    first = page.locator(".speaker").first
    said = {c for c in sample_extraction().claims if "Huang Renxun" in {r.entity.label for r in c.attributed_to}}
    expect(first.locator("li")).to_have_count(len(said))
    first.locator("li button").first.click()
    assert page.locator("#details blockquote").is_visible()
    folded = page.locator(".speaker").last
    expect(folded.locator("li")).to_have_count(0)
    folded.locator("summary").click()
    folded.locator("li").first.wait_for()


def test_the_view_shows_who_is_against_what(open_page: Opener, html: str) -> None:
    page = open_page(html, "#view=claims").page
    row = page.locator(".sides tr", has_text="new restrictions")
    assert row.locator("td").nth(1).inner_text() == "NVIDIA"
    row.locator("td button").first.click()
    assert "NVIDIA" in page.locator("#details .line").first.inner_text()


def test_filters_hold_in_every_view(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#view=claims&only-by=siemens")
    assert "Huang Renxun" not in opened.page.locator("#view-claims").inner_text()
    opened.page.click("#tab-timeline")
    said = [c for c in sample_extraction().claims if "Siemens" in {r.entity.label for r in c.attributed_to}]
    dated = sum(c.time is not None for c in said)
    expected = f"{dated} statement{'' if dated == 1 else 's'} with a date, {len(said) - dated} without one."
    assert expected in opened.page.locator("#view-timeline").inner_text()


def test_the_timeline_goes_forward_and_counts_the_rest(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#view=timeline")
    page = opened.page
    headings = page.locator(".day h3").all_inner_texts()
    assert headings[0] == "October 2022"
    assert headings.index("February 2024") < headings.index("2 April 2025") < headings.index("15 July 2025")
    undated = sum(c.time is None for c in sample_extraction().claims)
    page.locator("#view-timeline summary").click()
    expect(page.locator("#view-timeline details li")).to_have_count(min(undated, 80))


def test_two_outlets_corroborate_a_statement(open_page: Opener) -> None:
    opened = open_page(render_page([sample_extraction(), _elsewhere("b", "Other Gazette")]), f"#claim={_ceo()}")
    opened.page.click("#details button:has-text('corroborated by 2 outlets')")
    expect(opened.page.locator("#details .statement")).to_have_count(2)
    opened.page.click("#tab-claims")
    assert "Agreed on (1)" in opened.page.locator("#view-claims").inner_text()


def test_two_articles_of_one_outlet_corroborate_nothing(open_page: Opener) -> None:
    same = _elsewhere("b", sample_extraction().article.source or "")
    opened = open_page(render_page([sample_extraction(), same]), f"#claim={_ceo()}")
    assert "in 2 articles" in opened.panel()
    assert "corroborated" not in opened.panel()


def test_a_statement_and_its_contrary_are_disputed(open_page: Opener) -> None:
    told = [sample_extraction(), _elsewhere("b", "Other Gazette", deny=True)]
    pages = render_page(with_contradictions(told, load_ontology()))
    opened = open_page(pages, f"#claim={_ceo()}")
    opened.page.click("#details .disputed")
    lines = opened.page.locator("#details .line").all_inner_texts()
    assert lines == ["Huang Renxun is CEO of NVIDIA", "Huang Renxun is not CEO of NVIDIA"]
    opened.page.click("#tab-claims")
    assert "Disputed (1)" in opened.page.locator("#view-claims").inner_text()


def test_documents_do_not_crowd_out_people(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    summary = opened.page.locator("#details summary", has_text="other source")
    expect(summary).to_have_count(1)
    listed = opened.page.locator("#details .rows").nth(1).inner_text()
    assert "Huang Renxun" in listed
    assert "notice" not in listed


def test_several_articles_are_chosen_one_by_one(open_page: Opener) -> None:
    empty = Extraction(Article("x", "x", "Nothing is said.", "Nothing", source="Quiet Times"), (), (), ())
    opened = open_page(render_page([sample_extraction(), _elsewhere("b", "Other Gazette"), empty]))
    page = opened.page
    assert page.locator("#only-article").is_visible()
    page.select_option("#only-article", label="2025-07-16 · b")
    assert "statement" in page.locator("#details h2").inner_text()
    assert set(opened.whereabouts()["nodes"]) == {"huang-renxun", "nvidia"}
    assert page.evaluate("location.hash").count("only-article=1") == 1
    page.click("#tab-article")
    assert page.locator("#view-article h2").inner_text() == "b"
    page.click("#reset")
    page.click("#tab-graph")
    page.select_option("#only-outlet", label=page.locator("#only-outlet option", has_text="Other").inner_text())
    assert set(opened.whereabouts()["nodes"]) == {"huang-renxun", "nvidia"}


def test_a_date_leads_to_what_else_happened_then(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#entity=siemens")
    opened.page.click("#details button.when >> nth=0")
    assert opened.page.locator("#tab-timeline").get_attribute("aria-selected") == "true"
    current = opened.page.locator("#view-timeline li[aria-current=true]")
    expect(current).to_be_in_viewport()
    assert "Siemens" in current.inner_text()


def test_further_sentences_of_a_statement_lead_to_their_places(open_page: Opener) -> None:
    extraction = sample_extraction()
    first = next(c for c in extraction.claims if c.predicate.label == "CEO of")
    later = next(c for c in extraction.claims if c.evidence.start > first.evidence.end + 2000)
    again = Restatement(later.evidence, later.subject, later.predicate, later.object)
    told = tuple(replace(c, more_evidence=(again,)) if c is first else c for c in extraction.claims)
    opened = open_page(render_page([replace(extraction, claims=told)]), f"#claim={_ceo()}")
    expect(opened.page.locator("#details blockquote:visible")).to_have_count(1)
    opened.page.click("#details .again summary")
    expect(opened.page.locator("#details blockquote:visible")).to_have_count(2)
    opened.page.click("#details .again .link")
    expect(opened.page.locator(".evidence.current").last).to_be_in_viewport()
    expect(opened.page.locator(".evidence.current").first).not_to_be_in_viewport()
