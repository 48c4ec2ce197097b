"""The page as a file: what it holds, how it is locked, and that it is always the same."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.errors import StoreError
from kg.model import Article
from kg.render.page import network_of, render_page, write_page
from kg.render.payload import utf16
from kg.render.style import KINDS, PAPER, TYPES
from kg.render.view import view_of
from tests.browser.hostile import hostile_extraction
from tests.sample import sample_extraction


@pytest.fixture(scope="module")
def html() -> str:
    return render_page([sample_extraction()])


def _data(html: str) -> dict[str, Any]:
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert match
    data: dict[str, Any] = json.loads(match[1])
    return data


def test_pyvis_holds_every_connection() -> None:
    view = view_of([sample_extraction()])
    network = network_of(view)
    assert type(network).__module__ == "pyvis.network"
    assert len(network.nodes) == len(view.nodes) > 40
    assert sum(len(edge["claims"]) for edge in network.edges) == sum(len(e.claims) for e in view.edges)
    assert {edge["arrows"] for edge in network.edges} == {"to"}


def test_every_statement_is_on_the_page(html: str) -> None:
    data = _data(html)
    assert len(data["claims"]) == len(sample_extraction().claims)
    text = data["articles"][0]["text"]
    for shown, claim in zip(data["claims"], sample_extraction().claims, strict=True):
        assert text[slice(*shown["at"])] == claim.evidence.sentence


def test_every_entity_is_drawn_or_listed(html: str) -> None:
    data = _data(html)
    drawn = {node["id"] for node in data["nodes"]}
    assert drawn | set(data["lonely"]) == set(data["entities"])
    assert not drawn & set(data["lonely"])


def test_the_same_input_gives_the_same_bytes(html: str) -> None:
    code = (
        "import hashlib; from tests.sample import sample_extraction; from kg.render.page import render_page;"
        "print(hashlib.sha256(render_page([sample_extraction()]).encode()).hexdigest())"
    )
    root = Path(__file__).parents[1]
    for seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": seed, "PATH": ""}
        run = subprocess.run([sys.executable, "-c", code], cwd=root, env=environment, capture_output=True, text=True)
        assert run.stdout.strip() == hashlib.sha256(html.encode()).hexdigest(), run.stderr


def test_only_hashed_scripts_and_styles_may_run(html: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    rules = policy[1].replace("&#39;", "'")
    assert rules.startswith("default-src 'none'")
    assert "unsafe" not in rules
    assert "http" not in rules
    for inline in re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", html, re.DOTALL):
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in rules
    assert not re.search(r"<[^>]+ (?:style|on\w+)=", html.split('<script type="application/json"')[0])


def test_the_page_loads_nothing_from_elsewhere(html: str) -> None:
    assert not re.search(r"<(?:script|link|img|iframe|object)[^>]+(?:src|href)=", html)


def test_it_is_small_enough_to_mail(html: str) -> None:
    assert len(html.encode()) < 900_000


def test_hostile_text_leaves_the_markup_alone() -> None:
    html = render_page([hostile_extraction()])
    assert html.count("</script>") == render_page([]).count("</script>")
    assert html.encode()  # lone surrogates are replaced or escaped, so that the file can be written
    data = _data(html)
    assert data["articles"][0]["url"] is None
    assert all(iri.startswith("https://") for e in data["entities"].values() for iri in e["same"])


def test_positions_count_as_javascript_counts() -> None:
    at = utf16("a😀b𝕏c")
    assert [at(i) for i in range(6)] == [0, 1, 3, 4, 6, 7]
    assert at(99) == 7


def test_a_claim_in_two_extractions_counts_once() -> None:
    extraction = sample_extraction()
    view = view_of([extraction, extraction])
    assert len(view.claims) == len(extraction.claims)
    assert len(view.articles) == 1


def test_articles_meet_in_their_entities() -> None:
    extraction = sample_extraction()
    other = Article("other", "other", extraction.article.text)
    claims = tuple(replace(c, id=c.id + "x", evidence=replace(c.evidence, article=other.id)) for c in extraction.claims)
    view = view_of([extraction, replace(extraction, article=other, claims=claims)])
    assert len(view.entities) == len(view_of([extraction]).entities)
    assert len(view.edges[0].claims) == 2 * len(view_of([extraction]).edges[0].claims)
    assert "2 articles" in render_page([extraction, replace(extraction, article=other, claims=claims)])


def test_writing_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written"):
        write_page("", tmp_path / "file" / "graph.html")


def test_writing(tmp_path: Path, html: str) -> None:
    path = write_page(html, tmp_path / "new" / "graph.html")
    assert path.read_bytes() == html.encode()


def _luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", [*TYPES, *KINDS])
def test_every_colour_stands_out_from_the_paper(name: str) -> None:
    style = TYPES.get(name) or KINDS[name]
    assert _contrast(style.light, PAPER[0]) >= 3
    assert _contrast(style.dark, PAPER[1]) >= 3


def test_every_type_has_a_shape_of_its_own() -> None:
    assert len({style.path for style in TYPES.values()}) == len(TYPES)
    assert len({(style.dash, style.bar) for style in KINDS.values()}) == len(KINDS)
