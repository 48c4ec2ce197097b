"""The page: one HTML file that holds the graph, the statements and the articles they come from.

pyvis holds the graph and brings vis-network; the rest of the page is our own template. This is
the only module that knows pyvis, which is imported late because it takes its time.
"""

from __future__ import annotations

import base64
import hashlib
import math
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import StoreError
from kg.model import Extraction
from kg.render.labels import label_lines
from kg.render.layout import Place
from kg.render.payload import key_of, payload, script_safe
from kg.render.places import places_of, radii
from kg.render.style import KINDS, kind_of, type_style
from kg.render.view import View, ViewEdge, ViewNode, view_of

if TYPE_CHECKING:
    from pyvis.network import Network

_VIS = "lib/vis-9.1.2/vis-network.min.js"
_SCRIPTS = (
    "dom", "data", "bins", "state", "filters", "choices", "timeaxis", "place_labels", "paint", "graph", "hover", "walk",
    "relax", "around", "topics", "statement", "path", "entity", "details", "claims", "timeline", "article", "table",
    "picture", "download", "search", "legend", "main",
)  # fmt: skip
_STYLES = ("base", "bars", "axis", "panel", "sheet", "views", "print")


def write_page(page: str, path: Path) -> Path:
    """Write what `render_page` returned to `path`, creating its folder, and return `path`.

    Raises `StoreError` when the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise StoreError(f"{path}: the page cannot be written ({error}); choose another place") from error
    return path


def render_page(extractions: Sequence[Extraction], *, title: str | None = None, start: str = "") -> str:
    """Return the page as one self-contained HTML string, the same for the same input.

    `title` replaces the headline of the article; `start` is the state in which the page opens, as it
    stands in its address after the hash sign. The page asks nothing of any network: scripts and
    styles stand in it, and its content security policy admits them by hash and nothing else.
    """
    view = view_of(extractions)
    heading = title or heading_of(view)
    data = payload(view, heading) | _drawing(view) | {"start": start}
    scripts = [_vis_network(), _own_script()]
    style = "\n".join(_static(f"css/{name}.css") for name in _STYLES)
    html: str = _template().render(
        title=_printable(heading),
        policy=_policy(scripts, style),
        style=style,
        scripts=scripts,
        data=script_safe(data),
    )
    return html


def _drawing(view: View) -> dict[str, Any]:
    """Nodes and edges for the page: those of the network, and after them those without a place yet."""
    network = network_of(view)
    sizes = radii(view)
    late = [n for n in view.nodes if n.level > 3]
    known = {n.entity.id for n in view.nodes if n.level < 4}
    nodes = [{"id": key_of(n.entity.id), **_node_options(n, None, sizes[n.entity.id])} for n in late]
    edges = [
        {"from": key_of(edge.source), "to": key_of(edge.target), **_edge_options(number, edge, view)}
        for number, edge in enumerate(view.edges)
        if edge.source not in known or edge.target not in known
    ]
    return {"nodes": [*network.nodes, *nodes], "edges": [*network.edges, *edges]}


def network_of(view: View) -> Network:
    """Return the graph as a pyvis network: every entity that has a place, one edge per direction."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    network.toggle_physics(False)
    sizes = radii(view)
    places = places_of(view, sizes)
    for node in (n for n in view.nodes if n.level < 4):
        iri = node.entity.id
        network.add_node(key_of(iri), **_node_options(node, places[iri], sizes[iri]))
    for number, edge in enumerate(view.edges):
        if edge.source not in places or edge.target not in places:
            continue
        network.add_edge(key_of(edge.source), key_of(edge.target), **_edge_options(number, edge, view))
    return network


def _node_options(node: ViewNode, place: Place | None, size: float) -> dict[str, Any]:
    style = type_style(node.entity.type)
    return {
        "label": node.entity.label or "?",
        "lines": list(label_lines(node.entity.label)),
        "shape": style.vis,
        "color": style.light,
        "size": size,
        **({} if place is None else {"x": place[0], "y": place[1]}),
        "physics": False,
        "tier": node.level,
        "weight": node.weight,
    }


def _edge_options(number: int, edge: ViewEdge, view: View) -> dict[str, Any]:
    kinds = [kind_of(view.claims[i]) for i in edge.claims]
    kind = min(kinds, key=list(KINDS).index)
    return {
        "id": f"e{number}",
        "claims": list(edge.claims),
        "color": KINDS[kind].light,
        "dashes": list(KINDS[kind].dash) or False,
        "width": round(1.5 + 0.5 * math.log2(len(edge.claims)), 2),
    }


def heading_of(view: View) -> str:
    """The headline of the only article, or how many articles there are."""
    if len(view.articles) == 1:
        return view.articles[0].title or view.articles[0].name
    return f"{len(view.articles)} articles"


def _printable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _static(name: str) -> str:
    return (resources.files("kg.render") / "static" / name).read_text(encoding="utf-8")


def _own_script() -> str:
    """Our modules in order inside one function, so that they share names with nobody else."""
    parts = "\n".join(f"// --- {name} ---\n{_static(f'js/{name}.js')}" for name in _SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}\n}})();\n'


def _vis_network() -> str:
    return (resources.files("pyvis") / _VIS).read_text(encoding="utf-8").replace("\r\n", "\n")


def _policy(scripts: Sequence[str], style: str) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _template() -> Any:
    from jinja2 import Environment, StrictUndefined

    text = (resources.files("kg.render") / "templates" / "page.html.j2").read_text(encoding="utf-8")
    return Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True).from_string(text)
