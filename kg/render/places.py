"""Where each node of a view stands, and how large it is drawn."""

from __future__ import annotations

import math
from collections.abc import Mapping

from kg.render.labels import box_of, label_lines
from kg.render.layout import Place, add_around, lay_out
from kg.render.view import View


def radii(view: View) -> dict[str, float]:
    """Half the width of each node in pixels: what much is said about is large, its area says how much."""
    most = max((node.weight for node in view.nodes), default=1.0)
    step = min(2.6, 14 / math.sqrt(max(most, 1.0)))
    return {
        n.entity.id: round(5.5 + step * math.sqrt(n.weight) * (0.35 if n.entity.type == "Thing" else 1), 1)
        for n in view.nodes
    }


def places_of(view: View, sizes: Mapping[str, float]) -> Mapping[str, Place]:
    """Places of all nodes that get one, by id: the main ones are laid out, the rest put where they leave them room."""
    boxes = {n.entity.id: box_of(label_lines(n.entity.label), sizes[n.entity.id]) for n in view.nodes if n.level < 4}
    edges = [(edge.source, edge.target) for edge in view.edges if edge.source in boxes and edge.target in boxes]
    main = {n.entity.id: boxes[n.entity.id] for n in view.nodes if n.level < 3}
    places = lay_out(main, [(a, b) for a, b in edges if a in main and b in main])
    rest = [n.entity.id for n in view.nodes if n.level == 3]
    return places | add_around(places, boxes, edges, rest)
