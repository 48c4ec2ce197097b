"""The still picture: sound SVG that runs nothing, with every name of the page's first view."""

from __future__ import annotations

from xml.etree import ElementTree

from kg.render.page import network_of
from kg.render.picture import around, picture
from kg.render.view import view_of
from tests.browser.hostile import hostile_extraction
from tests.sample import sample_extraction

_SVG = "{http://www.w3.org/2000/svg}"
_VIEW = view_of([sample_extraction()])


def _texts(svg: str) -> str:
    return " ".join(element.text or "" for element in ElementTree.fromstring(svg).iter(f"{_SVG}text"))


def _symbols(svg: str) -> list[str]:
    paths = ElementTree.fromstring(svg).iter(f"{_SVG}path")
    return [path.attrib["transform"] for path in paths if "transform" in path.attrib]


def test_it_shows_what_the_page_shows_at_first_where_the_page_has_it() -> None:
    svg = picture(_VIEW, "Title")
    network = network_of(_VIEW)
    drawn = [node for node in network.nodes if node["tier"] < 3]
    assert _symbols(svg) == [f"translate({n['x']} {n['y']}) scale({n['size']})" for n in drawn]
    assert {"NVIDIA", "Siemens"} <= set(_texts(svg).split())
    assert svg == picture(_VIEW, "Title")


def test_a_surrounding_is_drawn_alone() -> None:
    siemens = next(i for i in _VIEW.entities if i.endswith("/siemens"))
    near = around(_VIEW, siemens, 1)
    assert near[0] == siemens
    svg = picture(_VIEW, "Title", near)
    assert len(_symbols(svg)) == len(near)
    assert "NVIDIA" not in _texts(svg)
    assert set(near) < set(around(_VIEW, next(i for i in _VIEW.entities if i.endswith("/nvidia")), 3)) | set(near)


def test_hostile_names_stay_text() -> None:
    root = ElementTree.fromstring(picture(view_of([hostile_extraction()]), "</title><script>1</script>"))
    assert {element.tag for element in root.iter()} <= {_SVG + tag for tag in ("svg", "title", "rect", "path", "text")}
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]


def test_nothing_makes_a_picture_too() -> None:
    assert ElementTree.fromstring(picture(view_of([]), "")).tag == f"{_SVG}svg"
