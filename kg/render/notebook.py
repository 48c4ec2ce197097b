"""The page inside a notebook, and what stands in its place where a notebook shows no frames."""

from __future__ import annotations

import base64
import difflib
import html
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from kg.errors import InputError
from kg.model import Claim, Entity, EntityRef, Extraction
from kg.render.page import heading_of, render_page
from kg.render.payload import key_of
from kg.render.picture import around, picture
from kg.render.view import View, references, view_of
from kg.render.wording import attribution, sentence, when

DEEPEST = 3
"""More steps from an entity reach nearly everything."""
_HEIGHT = 640
_ROWS = 12


@dataclass(frozen=True, slots=True)
class Display:
    """What a notebook shows for a graph: HTML, or text where there is only text."""

    html: str
    text: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.text


def display(
    extractions: Sequence[Extraction], *, focus: str | None = None, depth: int = 1, height: int = _HEIGHT
) -> Display:
    """Return the page of `extractions` for a notebook, in a frame cut off from the notebook's own document.

    `focus` is a name (any that the articles use) or an id: only that entity and what lies up to
    `depth` steps (1 to 3) around it is drawn at first. `height` is that of the frame in pixels. Where
    a front end takes frames out of untrusted output, a picture and a table of statements show instead.

    Raises `InputError` for a name that no entity has and for a depth or a height out of range.
    """
    if not 1 <= depth <= DEEPEST:
        raise InputError(f"depth={depth}: cannot be shown; give a number of steps from 1 to {DEEPEST}")
    if not 200 <= height <= 4000:
        raise InputError(f"height={height}: is no height of a frame; give pixels from 200 to 4000")
    view = view_of(extractions)
    entity = None if focus is None else find_entity(view, focus)
    claims = [c for c in view.claims if entity is None or entity.id in {ref.entity.id for _, ref in references(c)}]
    page = render_page(extractions, start="" if entity is None else _start(entity, depth))
    near = () if entity is None else around(view, entity.id, depth)
    rows = [_cells(claim, view) for claim in _chosen(claims)]
    more = len(claims) - len(rows)
    still = _still(picture(view, heading_of(view), near), rows, more)
    return Display(f'<div class="pressgraph">{_framed(page, height)}{still}</div>', _text(heading_of(view), rows, more))


def find_entity(view: View, name: str) -> Entity:
    """Return the entity with that id, label or other name, the most talked of where several have it.

    Raises `InputError`, naming the nearest names, where none has it.
    """
    weights = {node.entity.id: node.weight for node in view.nodes}
    wanted = name.casefold().strip()
    ranks = [(_rank(entity, wanted), -weights.get(entity.id, 0.0), entity.id) for entity in view.entities.values()]
    best = min((rank for rank in ranks if rank[0] < 3), default=None)
    if best is None:
        known = {entity.label.casefold(): entity.label for entity in view.entities.values() if entity.named}
        close = [known[label] for label in difflib.get_close_matches(wanted, known, n=3, cutoff=0.5)]
        hint = f"did you mean {', '.join(close)}?" if close else "graph.entities lists all of them"
        raise InputError(f"focus={name!r}: no entity is called so; {hint}")
    return view.entities[best[2]]


def _rank(entity: Entity, wanted: str) -> int:
    """0 for the id, 1 for the label, 2 for another name, 3 for none of them."""
    if wanted in (entity.id.casefold(), key_of(entity.id).casefold()):
        return 0
    if wanted == entity.label.casefold():
        return 1
    return 2 if wanted in {alias.casefold() for alias in entity.aliases} else 3


def _start(entity: Entity, depth: int) -> str:
    key = key_of(entity.id)
    return urlencode({"entity": key, "around": key, "depth": depth})


def _framed(page: str, height: int) -> str:
    """The page in a frame, and a rule that hides the still picture as long as the frame is there."""
    return (
        f'<iframe title="Knowledge graph" sandbox="allow-scripts allow-downloads" '
        f'srcdoc="{html.escape(page, quote=True)}" width="100%" height="{height}" style="border:0"></iframe>'
        "<style>.pressgraph:has(iframe) > .still{display:none}</style>"
    )


_Row = tuple[str, str, str]


def _still(svg: str, rows: Sequence[_Row], more: int) -> str:
    data = base64.b64encode(svg.encode("utf-8", "replace")).decode()
    image = f'<img alt="Knowledge graph" src="data:image/svg+xml;base64,{data}" style="max-width:100%">'
    head = "".join(f"<th>{title}</th>" for title in ("Statement", "Who says so", "When"))
    body = "".join(f"<tr>{''.join(f'<td>{html.escape(cell, quote=True)}</td>' for cell in row)}</tr>" for row in rows)
    rest = f"<p>{_rest(more)}</p>" if more else ""
    return f'<div class="still">{image}<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}</div>'


def _rest(more: int) -> str:
    return f"and {more} more statement{'' if more == 1 else 's'}"


def _cells(claim: Claim, view: View) -> _Row:
    """The statement, who says so (the outlet where nobody else does), and when."""
    article = next(a for a in view.articles if a.id == claim.evidence.article)
    by = attribution(claim).removeprefix("according to ") or article.source or "the article"
    return _shown(sentence(claim)), _shown(by), _shown(when(claim.time))


def _shown(text: str) -> str:
    """At most 160 characters, without those that turn the direction of writing or are none."""
    plain = "".join(" " if c in "\n\r\t" else c for c in text if c.isprintable() or c in "\n\r\t")
    return plain if len(plain) <= 160 else plain[:159].rstrip() + "…"


def _chosen(claims: Sequence[Claim]) -> list[Claim]:
    """The first statements between two names, and others only as far as there is room left."""

    def rank(claim: Claim) -> int:
        ends = [node for node in (claim.subject, claim.object) if isinstance(node, EntityRef) and node.entity.named]
        return -len(ends)

    chosen = sorted(range(len(claims)), key=lambda i: (rank(claims[i]), i))[:_ROWS]
    return [claims[i] for i in sorted(chosen)]


def _text(title: str, rows: Sequence[_Row], more: int) -> str:
    lines = [" · ".join(part for part in row if part) for row in rows]
    return "\n  ".join([_shown(title), *lines, *([_rest(more)] if more else [])])
