"""What a reader does with the page, done in a real browser."""

from __future__ import annotations

import re
from html import escape
from importlib import resources
from itertools import combinations

import pytest
from playwright.sync_api import expect

from kg.render.page import render_page
from kg.render.style import kind_of
from tests.browser.conftest import Opener
from tests.sample import sample_extraction

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html() -> str:
    return render_page([sample_extraction()])


def test_it_opens_without_a_request_a_complaint_or_a_violation(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    page = opened.page
    for view in ("article", "table", "claims", "timeline", "graph"):
        page.click(f"#tab-{view}")
    opened.click_node("nvidia")
    page.click("#theme")
    page.mouse.move(400, 400)
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(200)
    assert opened.requests == [page.url.split("#")[0]]
    assert opened.complaints == []
    assert opened.violations() == []


def test_a_node_leads_to_its_statements(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    opened.click_node("siemens")
    panel = opened.panel()
    assert "Siemens no longer needs government approval to conduct business in China" in panel
    assert "according to U.S. Department of Commerce, via Siemens, Bloomberg" in panel
    assert opened.page.locator("#details h2").inner_text() == "Siemens"


def test_an_edge_leads_to_the_sentence_with_its_parts_marked(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    opened.click_edge("us-department-of-commerce", "siemens")
    card = opened.page.locator("#details .statement").first
    assert card.locator(".line").inner_text() == "U.S. Department of Commerce notified Siemens"
    assert card.locator(".meta").inner_text() == "claim · according to Siemens, via Bloomberg · by 2 July 2025"
    assert card.locator("mark.subject").inner_text() == "U.S. Department of Commerce"
    assert card.locator("mark.predicate").inner_text() == "has notified"
    assert card.locator("blockquote").inner_text().startswith("Bloomberg reported on July 2")


def test_parallel_statements_share_an_edge(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    opened.click_edge("huang-renxun", "nvidia")
    assert opened.page.locator("#details .line").all_inner_texts() == [
        "Huang Renxun is founder of NVIDIA",
        "Huang Renxun is CEO of NVIDIA",
    ]


def test_a_statement_about_a_statement_links_to_it(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    opened.page.click("#tray button:has-text('Bloomberg')")
    opened.page.click("#details button.said")
    assert opened.page.locator("#details .line").first.inner_text() == "U.S. Department of Commerce notified Siemens"
    assert "Where it is said" in opened.panel()


def test_from_a_statement_to_the_article_and_back(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    page = opened.page
    opened.click_node("siemens")
    page.locator("#details .link").first.click()
    assert page.locator(".evidence.current").inner_text().startswith("Bloomberg reported on July 2")
    assert page.locator(".evidence.current mark.predicate").inner_text() == "no longer needs"
    page.locator(".evidence", has_text="NVIDIA had developed").press("Enter")
    assert "NVIDIA developed H20 for Chinese market" in opened.panel()
    page.locator(".mention", has_text="Biden administration").first.click()
    assert page.locator("#details h2").inner_text() == "Biden administration"


def test_the_article_is_all_there(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#view=article")
    article = sample_extraction().article
    shown = opened.page.locator(".reading p:not(.byline):not(.guide)").all_text_contents()
    assert shown == [article.text[b.start : b.end] for b in article.blocks]


def test_search_finds_names_and_sentences(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    page = opened.page
    page.keyboard.press("/")
    page.keyboard.type("huang")
    assert page.locator("#results li").first.inner_text().startswith("Huang Renxun")
    page.keyboard.press("Enter")
    assert page.locator("#details h2").inner_text() == "Huang Renxun"
    page.keyboard.press("/")
    page.keyboard.type("leather jacket")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert "leather" in opened.panel()


def test_two_entities_are_linked_by_a_chain_of_statements(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#entity=intel")
    opened.page.select_option("#connect", "h20")
    assert opened.page.locator("#details .line").all_inner_texts() == [
        "chip export restrictions prevented Intel",
        "chip export restrictions prevented NVIDIA from selling their most advanced chips in China",
        "NVIDIA developed H20 for Chinese market",
    ]
    opened.page.evaluate("location.hash = '#entity=intel'")
    opened.page.select_option("#connect", "lin-jian")
    assert "No chain of the statements shown leads from Intel to Lin Jian" in opened.panel()


def test_a_long_list_shows_its_sentences_on_demand(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#entity=nvidia")
    quotes = opened.page.locator("#details blockquote")
    assert not quotes.first.is_visible()
    opened.page.locator("#details .unfold").first.click()
    assert quotes.first.is_visible()
    opened.page.click("text=Show all sentences")
    assert quotes.last.is_visible()


def test_the_legend_filters_and_says_what_is_hidden(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    page = opened.page
    assert "siemens > government-approval" in {e.split("--")[0] for e in opened.whereabouts()["edges"]}
    page.click("#kinds .chip:has-text('negated')", modifiers=["Shift"])
    assert "siemens > government-approval" not in {e.split("--")[0] for e in opened.whereabouts()["edges"]}
    opened.click_node("siemens")
    assert "1 more is hidden by the filters" in opened.panel()
    page.click("#types .chip:has-text('company')", button="right")
    assert "nvidia" not in opened.whereabouts()["nodes"]
    page.click("#reset")
    assert "nvidia" in opened.whereabouts()["nodes"]


def test_a_press_in_the_legend_shows_only_those(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    page = opened.page
    page.click("#kinds .chip:has-text('planned')")
    planned = sum(kind_of(claim) == "planned" for claim in sample_extraction().claims)
    assert page.locator("#details h2").inner_text() == f"{planned} statements"
    assert "planned, not done yet" in page.locator("#details .meta").first.inner_text()
    assert page.locator("#kinds .chip[aria-pressed=true]").inner_text().startswith("planned")
    page.click("#kinds .chip:has-text('planned')")
    assert "What the article says" in opened.panel()
    page.click("#types .chip:has-text('company')")
    assert opened.panel().splitlines()[0].endswith("statements")
    assert page.locator("#details .rows button").first.inner_text() == "NVIDIA"
    again = open_page(html, page.evaluate("location.hash"))
    assert again.panel() == opened.panel()


def test_filtering_moves_nothing(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    before = opened.whereabouts()["nodes"]
    opened.page.click("#kinds .chip:has-text('fact')")
    assert opened.whereabouts()["nodes"] == before


def test_the_address_brings_a_view_back(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    opened.click_edge("huang-renxun", "china")
    opened.page.click("#tab-table")
    opened.page.click("#kinds .chip:has-text('open')")
    address = opened.page.evaluate("location.hash")
    again = open_page(html, address)
    assert again.panel() == opened.panel()
    expect(again.page.locator("#view-table tbody tr")).to_have_count(
        opened.page.locator("#view-table tbody tr").count()
    )


@pytest.mark.parametrize(
    "address", ["#entity=nobody&view=x&level=9&without=a.b&no=__proto__", "#%E0%A4%A", "#claim=&from=a"]
)
def test_a_spoilt_address_is_harmless(open_page: Opener, html: str, address: str) -> None:
    opened = open_page(html, address)
    assert "What the article says" in opened.panel()
    assert opened.complaints == []


def test_the_table_sorts_filters_and_selects(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#view=table")
    page = opened.page
    expect(page.locator("#view-table tbody tr")).to_have_count(len(sample_extraction().claims))
    page.click("th button:has-text('Subject')")
    subjects = [text.lower() for text in page.locator("#view-table tbody td:first-child").all_inner_texts()]
    assert subjects == sorted(subjects)
    assert page.locator("th").first.get_attribute("aria-sort") == "ascending"
    page.fill("#view-table input", "rare earth")
    expect(page.locator("#view-table tbody tr")).to_have_count(1)
    page.locator("#view-table tbody tr").click(position={"x": 300, "y": 10})
    assert "China introduced series of measures" in opened.panel()


def test_the_keyboard_walks_over_the_graph(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    page = opened.page
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    spoken = page.locator("#live").inner_text()
    assert "statements" in spoken
    page.keyboard.press("ArrowDown")
    assert page.locator("#live").inner_text() != spoken
    name = page.locator("#live").inner_text().split(",")[0]
    page.keyboard.press("Enter")
    assert page.locator("#details h2").inner_text() == name
    page.keyboard.press("Escape")
    assert "What the article says" in opened.panel()


def test_walking_along_a_line_reads_its_statement(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#entity=us-department-of-commerce")
    page = opened.page
    page.focus("#canvas")
    heard = []
    for key in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight") * 6:
        page.keyboard.press(key)
        heard.append(page.locator("#live").inner_text())
    assert any(re.search(r"\d statements?\. \w", line) for line in heard), heard


def test_minor_phrases_appear_on_demand(open_page: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.render.view.MAIN_NODES", 40)
    opened = open_page(render_page([sample_extraction()]))
    assert "not drawn until you press All" in opened.panel()
    before = set(opened.whereabouts()["nodes"])
    opened.page.click("#detail button:has-text('All')")
    assert before < set(opened.whereabouts()["nodes"])
    opened.page.click("#detail button:has-text('Names')")
    assert set(opened.whereabouts()["nodes"]) < before


@pytest.mark.parametrize("dark", [False, True])
def test_it_follows_the_system_and_the_switch(open_page: Opener, html: str, dark: bool) -> None:
    opened = open_page(html, dark=dark)
    theme = "document.documentElement.dataset.theme"
    assert opened.page.evaluate(theme) == ("dark" if dark else "light")
    opened.page.click("#theme")
    assert opened.page.evaluate(theme) == ("light" if dark else "dark")


@pytest.mark.parametrize("view", ["graph", "claims", "timeline", "article", "table"])
def test_it_fits_a_phone(open_page: Opener, html: str, view: str) -> None:
    opened = open_page(html, f"#view={view}", width=390)
    page = opened.page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    clipped = page.evaluate(
        "[...document.querySelectorAll('.views button')].filter(b => b.scrollWidth > b.clientWidth)"
    )
    assert clipped == []
    assert page.evaluate("document.querySelector('.views').getBoundingClientRect().right") <= 390
    page.evaluate("location.hash = '#entity=nvidia'")
    assert page.locator("#details h2").inner_text() == "NVIDIA"
    small = page.evaluate(
        "[...document.querySelectorAll('header button, nav button')].filter(b => b.offsetParent && b.offsetHeight < 44)"
        ".map(b => b.textContent)"
    )
    assert small == []


def test_nodes_that_started_out_of_sight_are_drawn_once_in_sight(open_page: Opener, html: str) -> None:
    opened = open_page(html, "#entity=siemens", width=390)
    opened.page.wait_for_timeout(300)
    place = opened.whereabouts()["nodes"]["siemens"]
    frame = opened.page.evaluate(
        "(({left, top}) => ({left, top}))(document.querySelector('canvas').getBoundingClientRect())"
    )
    pixel = opened.page.evaluate(
        "([x, y]) => [...document.querySelector('canvas').getContext('2d').getImageData(x, y, 1, 1).data]",
        [place["x"] - frame["left"], place["y"] - frame["top"]],
    )
    assert pixel[:3] == [0x22, 0x68, 0xD7]


def test_it_works_in_the_sandboxed_frame_of_a_notebook(open_page: Opener, html: str) -> None:
    source = escape(html, quote=True)
    frame_tag = f'<iframe sandbox="allow-scripts" width="900" height="640" srcdoc="{source}"></iframe>'
    notebook = f"<script>window.pressgraph = 1</script>{frame_tag}"
    opened = open_page(notebook)
    frame = opened.page.frame_locator("iframe")
    frame.locator("#details .name, #details .rows button").first.click()
    frame.locator("#details .statement").first.wait_for()
    frame.locator("#tab-table").click()
    frame.locator("tbody tr").first.click()
    assert opened.complaints == []
    assert len([url for url in opened.requests if not url.startswith("about:")]) == 1


def test_labels_neither_cover_each_other_nor_leave_the_picture(open_page: Opener) -> None:
    opened = open_page("<script>window.pressgraph = 1</script>")
    opened.page.add_script_tag(path=str(resources.files("kg.render") / "static/js/place_labels.js"))
    boxes = opened.page.evaluate(
        """() => {
          const labels = [...Array(120).keys()].map((i) => (
            { owner: i, x: (i * 37) % 400, y: (i * 91) % 300, r: 6, w: 70, h: 15, must: false }
          ));
          const square = ({ x, y, r, owner }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r, owner });
          return placeLabels(labels, labels.map(square), { width: 400, height: 300 });
        }"""
    )
    placed = [box for box in boxes if box]
    assert 15 < len(placed) < 120
    for one, other in combinations(placed, 2):
        apart = one["left"] >= other["right"] or other["left"] >= one["right"]
        assert apart or one["top"] >= other["bottom"] or other["top"] >= one["bottom"]
    assert all(b["left"] >= 0 and b["top"] >= 0 and b["right"] <= 400 and b["bottom"] <= 300 for b in placed)
