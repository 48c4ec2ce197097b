"""How types of entities and kinds of statements look and what they are called.

Shape and colour always come together, so that neither has to be told apart alone. A shape is SVG
path data in a box from -1 to 1; the page draws the same path on the canvas and in the legend.
Adding a type is one row.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from kg.model import Claim


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """Look of one entity type; `vis` is the nearest shape that vis-network knows by name."""

    label: str
    plural: str
    path: str
    light: str
    dark: str
    vis: str


@dataclass(frozen=True, slots=True)
class KindStyle:
    """Look of one kind of statement; `dash` is in screen pixels, `bar` crosses the line out."""

    label: str
    explanation: str
    light: str
    dark: str
    dash: tuple[int, ...] = ()
    bar: bool = False


def _polygon(corners: int, turn: float, radius: float = 1.0) -> str:
    points = [
        (radius * math.cos(2 * math.pi * i / corners + turn), radius * math.sin(2 * math.pi * i / corners + turn))
        for i in range(corners)
    ]
    return "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points) + "Z"


def _star(points: int = 5, inner: float = 0.45) -> str:
    corners = []
    for i in range(2 * points):
        radius = 1.1 if i % 2 == 0 else 1.1 * inner
        angle = math.pi * i / points - math.pi / 2
        corners.append(f"{radius * math.cos(angle):.2f} {radius * math.sin(angle):.2f}")
    return "M" + "L".join(corners) + "Z"


_CIRCLE = "M-.92 0A.92 .92 0 1 0 .92 0A.92 .92 0 1 0 -.92 0Z"
_RING = "M-1 0A1 1 0 1 0 1 0A1 1 0 1 0 -1 0ZM-.5 0A.5 .5 0 1 1 .5 0A.5 .5 0 1 1 -.5 0Z"
_SQUARE = "M-.84 -.84H.84V.84H-.84Z"
_DOWN = "M-1 -.8H1L0 .98Z"
_UP = "M-1 .8H1L0 -.98Z"
_SHIELD = "M-.85 -.9H.85V0Q.85 .75 0 1.05Q-.85 .75 -.85 0Z"
_SHEET = "M-.72 -1H.2L.72 -.45V1H-.72ZM-.36 0V.2H.36V0ZM-.36 .45V.65H.36V.45Z"
_BOW = "M-1 -.75L1 .75V-.75L-1 .75Z"
_BUBBLE = "M-1 -.85H1V.45H-.05L-.55 .98V.45H-1Z"
_PILL = "M-.45 -.42H.45A.42 .42 0 0 1 .45 .42H-.45A.42 .42 0 0 1 -.45 -.42Z"

TYPES: dict[str, TypeStyle] = {
    "Person": TypeStyle("person", "people", _CIRCLE, "#8A3A12", "#E58A4A", "dot"),
    "Company": TypeStyle("company", "companies", _SQUARE, "#2268D7", "#5B8CFF", "square"),
    "NewsOutlet": TypeStyle("news outlet", "news outlets", _BUBBLE, "#3F4B5C", "#B4C0D0", "square"),
    "Organization": TypeStyle(
        "organization", "organizations", _polygon(5, -math.pi / 2, 1.05), "#1D4E89", "#74A9E8", "hexagon"
    ),
    "Government": TypeStyle("government", "governments", _polygon(6, 0), "#2F8552", "#1FFE9A", "hexagon"),
    "GovernmentBody": TypeStyle(
        "agency", "agencies", "M0 -1.05L1.05 0L0 1.05L-1.05 0Z", "#3D1043", "#F06BB8", "diamond"
    ),
    "InternationalBody": TypeStyle("international body", "international bodies", _RING, "#0F6B53", "#63E6BE", "dot"),
    "Country": TypeStyle("country", "countries", _SHIELD, "#0B7285", "#66D9E8", "triangleDown"),
    "Place": TypeStyle("place", "places", _DOWN, "#6B7489", "#D3F1FF", "triangleDown"),
    "Product": TypeStyle("product", "products", _UP, "#7048E8", "#B197FC", "triangle"),
    "Legislation": TypeStyle("measure", "measures", _SHEET, "#A61E4D", "#F783AC", "square"),
    "Agreement": TypeStyle("agreement", "agreements", _BOW, "#5C7C0F", "#A9E34B", "diamond"),
    "Event": TypeStyle("event", "events", _star(), "#8F7A00", "#FAE52E", "star"),
    "Thing": TypeStyle("other", "other", _PILL, "#7A8494", "#8E99A8", "dot"),
}

KINDS: dict[str, KindStyle] = {
    "fact": KindStyle("fact", "the article itself states it", "#6B7683", "#8E99A8"),
    "claim": KindStyle("claim", "somebody named says so", "#B36B00", "#E6A23C", (7, 4)),
    "planned": KindStyle("planned", "announced or agreed, not yet done", "#5B5BD6", "#A3A3FF", (1, 4)),
    "open": KindStyle("open", "hoped, possible, required, conditional or asked", "#0F766E", "#5EC9BF", (10, 4, 1, 4)),
    "negated": KindStyle("negated", "said not to be so, or denied", "#B3261E", "#FF8A80", (), True),
}
"""Kinds of statements, the strongest first: a line that stands for several looks like the first."""

PAPER = ("#FBFAF7", "#14171C")
"""Background in light and in dark, against which the colours above must stand out."""


def type_style(name: str) -> TypeStyle:
    """Look of an entity type; an unknown one looks like Thing."""
    return TYPES.get(name, TYPES["Thing"])


def kind_of(claim: Claim) -> str:
    """Kind of a statement, one of `KINDS`.

    Negation outweighs modality, which outweighs attribution: what somebody says will not happen
    is negated, what somebody plans is planned whoever says so.
    """
    if claim.polarity == "negative" or claim.modality == "denied":
        return "negated"
    if claim.modality == "planned":
        return "planned"
    if claim.modality != "asserted":
        return "open"
    return "claim" if claim.attributed_to else "fact"
