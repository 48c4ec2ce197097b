"""The graph as a still picture: an SVG document for places where no script runs."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from kg.render.labels import box_of, label_lines
from kg.render.layout import Place, lay_out
from kg.render.places import radii
from kg.render.style import KINDS, PAPER, kind_of, type_style
from kg.render.view import MAIN_NODES, View, ViewEdge, ViewNode

_MARGIN = 24
_INK, _SOFT = "#1C2430", "#566070"
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def picture(view: View, title: str, around: Sequence[str] = ()) -> str:
    """Return an SVG document of `view`, the same for the same input; it loads and runs nothing.

    Drawn are the names and phrases that the page shows at first or, where `around` names entities by
    their ids, those; never more than `MAIN_NODES`, the most important of them.
    """
    drawn = {n.entity.id: n for n in _chosen(view, around)}
    edges = [edge for edge in view.edges if edge.source in drawn and edge.target in drawn]
    sizes = radii(view)
    boxes = {key: box_of(label_lines(node.entity.label), sizes[key]) for key, node in drawn.items()}
    sketch = _Sketch(lay_out(boxes, [(edge.source, edge.target) for edge in edges]), sizes)
    root = _frame(sketch, boxes, title)
    root.extend(shape for edge in edges for shape in _line(edge, view, sketch))
    for node in drawn.values():
        root.extend(_node(node, sketch))
    return ElementTree.tostring(root, encoding="unicode")


def _chosen(view: View, around: Sequence[str]) -> list[ViewNode]:
    """The nodes to draw, in the order of `view`, so that they come to stand where the page has them."""
    if not around:
        return [node for node in view.nodes if node.level < 3]
    wanted = sorted(
        (n for n in view.nodes if n.entity.id in set(around)), key=lambda n: (n.entity.id != around[0], -n.weight)
    )
    kept = {node.entity.id for node in wanted[:MAIN_NODES]}
    return [node for node in view.nodes if node.entity.id in kept]


def around(view: View, entity: str, depth: int) -> tuple[str, ...]:
    """Return the ids at most `depth` steps from `entity`, itself first and the nearest next."""
    found = {entity: None}
    for _ in range(depth):
        near = [end for e in view.edges if e.source in found or e.target in found for end in (e.source, e.target)]
        found |= dict.fromkeys(near)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Sketch:
    places: Mapping[str, Place]
    sizes: Mapping[str, float]


def _element(tag: str, /, **attributes: object) -> ElementTree.Element:
    return ElementTree.Element(tag, {name.replace("_", "-"): str(value) for name, value in attributes.items()})


def _frame(sketch: _Sketch, boxes: Mapping[str, object], title: str) -> ElementTree.Element:
    xs = [x for x, _ in sketch.places.values()] or [0]
    ys = [y for _, y in sketch.places.values()] or [0]
    left, top = min(xs) - 90 - _MARGIN, min(ys) - 20 - _MARGIN
    width, height = max(xs) + 90 + _MARGIN - left, max(ys) + 50 + _MARGIN - top
    root = _element("svg", viewBox=f"{left} {top} {width} {height}", width=width, height=height, role="img")
    root.set("xmlns", "http://www.w3.org/2000/svg")
    root.set("font-family", "sans-serif")
    name = ElementTree.SubElement(root, "title")
    name.text = _clean(title)
    root.append(_element("rect", x=left, y=top, width=width, height=height, fill=PAPER[0]))
    return root


def _clean(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)


def _line(edge: ViewEdge, view: View, sketch: _Sketch) -> Iterable[ElementTree.Element]:
    """A bent line with its arrow head, dashed and barred as the strongest of its statements is."""
    kinds = [kind_of(view.claims[i]) for i in edge.claims]
    look = KINDS[min(kinds, key=list(KINDS).index)]
    (ax, ay), (bx, by) = sketch.places[edge.source], sketch.places[edge.target]
    mx, my = (ax + bx) / 2 + 0.12 * (by - ay), (ay + by) / 2 - 0.12 * (bx - ax)
    angle = math.atan2(by - my, bx - mx)
    reach = sketch.sizes[edge.target] + 2
    tip = (bx - math.cos(angle) * reach, by - math.sin(angle) * reach)
    wings = [(tip[0] - math.cos(angle + turn) * 8, tip[1] - math.sin(angle + turn) * 8) for turn in (0.4, -0.4)]
    width = round(1.3 + 0.5 * math.log2(len(edge.claims)), 2)
    bent = f"M{ax} {ay}Q{_pair(mx, my)} {_pair(*tip)}"
    line = _element("path", d=bent, fill="none", stroke=look.light, stroke_width=width)
    if look.dash:
        line.set("stroke-dasharray", " ".join(map(str, look.dash)))
    yield line
    yield _element("path", d=f"M{_pair(*tip)}L{_pair(*wings[0])} {_pair(*wings[1])}Z", fill=look.light)
    if look.bar:
        x, y = (ax + 2 * mx + bx) / 4, (ay + 2 * my + by) / 4
        across = math.atan2(by - ay, bx - ax) + math.pi / 2
        dx, dy = 6 * math.cos(across), 6 * math.sin(across)
        ends = f"M{_pair(x - dx, y - dy)}L{_pair(x + dx, y + dy)}"
        yield _element("path", d=ends, stroke=look.light, stroke_width=2.2)


def _pair(x: float, y: float) -> str:
    return f"{x:.1f} {y:.1f}"


def _node(node: ViewNode, sketch: _Sketch) -> Iterable[ElementTree.Element]:
    """A symbol and its label below it, with a halo so that lines do not hurt."""
    x, y = sketch.places[node.entity.id]
    size, style = sketch.sizes[node.entity.id], type_style(node.entity.type)
    move = f"translate({x} {y}) scale({size})"
    yield _element("path", d=style.path, transform=move, fill=style.light, fill_rule="evenodd")
    for number, line in enumerate(label_lines(node.entity.label)):
        text = _element("text", x=x, y=round(y + size + 14 + 14 * number, 1), text_anchor="middle")
        text.attrib |= {"font-size": "12.5", "fill": _INK if node.entity.named else _SOFT, "paint-order": "stroke"}
        text.attrib |= {"stroke": PAPER[0], "stroke-width": "3", "stroke-linejoin": "round"}
        text.text = _clean(line)
        yield text
