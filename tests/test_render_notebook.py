"""What a notebook shows: the page in a frame, and a picture with a table where frames are taken out."""

from __future__ import annotations

import base64
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from kg import ids
from kg.errors import InputError
from kg.graph import Graph
from tests.browser.hostile import hostile_extraction
from tests.sample import sample_extraction

GRAPH = Graph((sample_extraction(),))


class _Tags(HTMLParser):
    """The tags of some HTML, its text, and the attributes that would run something."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.text += data


def _without_frame(html: str) -> str:
    """What a front end leaves of untrusted output: no frame, no style."""
    return re.sub(r"<iframe.*?</iframe>|<style>.*?</style>", "", html, flags=re.DOTALL)


def test_a_graph_is_framed_and_cut_off() -> None:
    frame = GRAPH._repr_html_()
    assert frame.startswith('<div class="pressgraph"><iframe title="Knowledge graph" ')
    assert ' sandbox="allow-scripts allow-downloads" ' in frame[: frame.index("srcdoc")]
    assert "allow-same-origin" not in frame[: frame.index("srcdoc")]
    assert frame == GRAPH.show().html


def test_without_frames_a_picture_and_a_table_are_left() -> None:
    still = _without_frame(GRAPH._repr_html_())
    seen = _Tags(still)
    assert set(seen.tags) <= {"div", "img", "table", "thead", "tbody", "tr", "th", "td", "p"}
    assert "Huang Renxun is CEO of NVIDIA" in seen.text
    assert f"and {len(GRAPH.claims) - 12} more statements" in seen.text
    data = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', still)
    assert data
    assert ElementTree.fromstring(base64.b64decode(data[1])).tag.endswith("svg")
    assert len(still) < 80_000


def test_a_focus_is_what_opens_and_what_is_told() -> None:
    shown = GRAPH.show("siemens", depth=2, height=500)
    assert 'height="500"' in shown.html
    assert r"entity=siemens\u0026around=siemens\u0026depth=2" in shown.html
    lines = repr(shown).splitlines()
    assert lines[0] == GRAPH.articles[0].title
    assert any("Siemens" in line for line in lines[1:])
    assert "Lin Jian" not in _Tags(_without_frame(shown.html)).text


@pytest.mark.parametrize("name", ["NVIDIA", " nvidia", f"{ids.ENT}nvidia", "Huang", "H20 chips"])
def test_any_name_or_id_will_do(name: str) -> None:
    assert "srcdoc" in GRAPH.show(name).html


def test_an_unknown_name_is_an_error_that_helps() -> None:
    with pytest.raises(InputError, match=r"focus='Nvidea': no entity is called so; did you mean NVIDIA"):
        GRAPH.show("Nvidea")


@pytest.mark.parametrize(("depth", "height"), [(0, 640), (4, 640), (1, 10)])
def test_steps_and_heights_have_bounds(depth: int, height: int) -> None:
    with pytest.raises(InputError):
        GRAPH.show("NVIDIA", depth=depth, height=height)


def test_hostile_articles_stay_text() -> None:
    shown = Graph((hostile_extraction(),)).show()
    seen = _Tags(shown.html)
    assert set(seen.tags) <= {"iframe", "style", "div", "img", "table", "thead", "tbody", "tr", "th", "td", "p"}
    assert seen.handlers == []
    assert "\u202e" not in _without_frame(shown.html) + repr(shown)
    assert all(len(line) < 600 for line in repr(shown).splitlines())


def test_an_empty_graph_is_shown_too() -> None:
    assert "<table>" in Graph(()).show().html
    assert repr(Graph(()).show()) == "0 articles"
