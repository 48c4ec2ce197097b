"""Where the nodes stand: computed once, here, so that the page opens drawn and never wobbles.

Stress majorization (distance on the screen follows distance in the graph), then boxes that hold
a node with its label are pushed apart. Starts from fixed places on a spiral: no random numbers.
"""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.render.room import ASPECT, Box, Place, Room

if TYPE_CHECKING:
    from numpy import ndarray

    Array = ndarray[Any, Any]

__all__ = ["Box", "Place", "add_around", "lay_out"]

STEP = 124.0
"""Length of an average edge, in the pixels of an unzoomed screen."""
_ROUNDS = 160
_PUSHES = 220


def lay_out(boxes: Mapping[str, Box], edges: Sequence[tuple[str, str]]) -> dict[str, Place]:
    """Return a place for each key of `boxes` so that no two boxes overlap.

    Connected nodes come close together; groups without a connection stand side by side. The
    result depends on the order and content of the arguments alone.

    >>> lay_out({"a": Box(80, 40)}, [])
    {'a': (0, 0)}
    """
    groups = _components(list(boxes), edges)
    below = sum(len(group) for group in groups[1:]) / max(len(boxes), 1)
    aspects = [ASPECT * (1 + below)] + [ASPECT] * len(groups)
    return _pack([_one_component(g, boxes, edges, a) for g, a in zip(groups, aspects, strict=False)], boxes)


def add_around(
    placed: Mapping[str, Place], boxes: Mapping[str, Box], edges: Sequence[tuple[str, str]], newcomers: Sequence[str]
) -> dict[str, Place]:
    """Return places for `newcomers`, each near its neighbours and clear of all boxes before it."""
    near = _neighbours(edges)
    places: dict[str, Place] = dict(placed)
    room = Room()
    for key, place in placed.items():
        room.take(place, boxes[key])
    for key in newcomers:
        anchors = [places[n] for n in near[key] if n in places] or [(0, 0)]
        middle = (sum(x for x, _ in anchors) // len(anchors), sum(y for _, y in anchors) // len(anchors))
        places[key] = room.free_spot(middle, boxes[key])
        room.take(places[key], boxes[key])
    return {key: places[key] for key in newcomers}


def _neighbours(edges: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for source, target in edges:
        if target not in found[source]:
            found[source].append(target)
        if source not in found[target]:
            found[target].append(source)
    return found


def _components(keys: Sequence[str], edges: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Connected groups, the largest first, each in the order of `keys`."""
    known, near = set(keys), _neighbours(edges)
    group: dict[str, int] = {}
    for key in keys:
        queue = deque([key] if key not in group else [])
        while queue:
            at = queue.popleft()
            if at not in group:
                group[at] = group.get(key, len(group))
                queue.extend(n for n in near[at] if n in known and n not in group)
    members: dict[int, list[str]] = defaultdict(list)
    for key in keys:
        members[group[key]].append(key)
    return sorted(members.values(), key=lambda g: -len(g))


def _one_component(
    group: Sequence[str], boxes: Mapping[str, Box], edges: Sequence[tuple[str, str]], aspect: float
) -> dict[str, tuple[float, float]]:
    import numpy

    if len(group) == 1:
        return {group[0]: (0.0, 0.0)}
    wanted = _distances(group, edges) * STEP
    points = _turned(_majorize(_spiral(len(group)), wanted), aspect)
    sizes = numpy.array([(boxes[key].width, boxes[key].height) for key in group])
    points = _push_apart(points, sizes)
    return {key: (float(x), float(y)) for key, (x, y) in zip(group, points, strict=True)}


def _distances(group: Sequence[str], edges: Sequence[tuple[str, str]]) -> Array:
    """All shortest ways, with longer edges at busy nodes, whose neighbours need room."""
    import numpy

    near = _neighbours(edges)
    index = {key: i for i, key in enumerate(group)}
    size = len(group)
    table = numpy.full((size, size), numpy.inf)
    for key, i in index.items():
        table[i, i] = 0.0
        for other in near[key]:
            if other in index:
                busy = min(len(near[key]), len(near[other]))
                table[i, index[other]] = 0.75 + 0.25 * math.sqrt(busy)
    for k in range(size):
        numpy.minimum(table, table[:, k : k + 1] + table[k : k + 1, :], out=table)
    return table


def _spiral(count: int) -> Array:
    import numpy

    i = numpy.arange(count)
    radius, angle = 60 * numpy.sqrt(i + 0.5), i * 2.399963
    return numpy.stack([radius * numpy.cos(angle), radius * numpy.sin(angle)], axis=1)


def _majorize(points: Array, wanted: Array) -> Array:
    """Move points until the distances between them are as near to `wanted` as they get (SMACOF)."""
    import numpy

    weights = 1.0 / numpy.maximum(wanted, 1.0) ** 2
    numpy.fill_diagonal(weights, 0.0)
    total = weights.sum(axis=1, keepdims=True)
    for _ in range(_ROUNDS):
        offset = points[:, None, :] - points[None, :, :]
        apart = numpy.sqrt((offset**2).sum(axis=2))
        pull = weights * wanted / numpy.maximum(apart, 1e-6)
        target = (weights[:, :, None] * points[None, :, :] + pull[:, :, None] * offset).sum(axis=1)
        points = target / total
    return points


def _turned(points: Array, aspect: float) -> Array:
    """Turn so that the widest spread lies flat, and stretch towards the screen's proportions."""
    import numpy

    points = points - points.mean(axis=0)
    (xx, xy), (_, yy) = points.T @ points
    angle = 0.5 * math.atan2(2 * xy, xx - yy)
    cos, sin = math.cos(angle), math.sin(angle)
    turned = points @ numpy.array([[cos, -sin], [sin, cos]])
    wide, high = numpy.ptp(turned[:, 0]), max(float(numpy.ptp(turned[:, 1])), 1.0)
    stretch = math.sqrt(min(max(aspect / (wide / high), 0.6), 2.2))
    stretched: Array = turned * numpy.array([stretch, 1 / stretch])
    return stretched


def _push_apart(points: Array, sizes: Array) -> Array:
    """Move overlapping boxes apart along the shorter way out, all a little at a time."""
    import numpy

    points = points.copy()
    half = (sizes[:, None, :] + sizes[None, :, :]) / 2
    upper = numpy.triu(numpy.ones((len(points), len(points))), 1)
    for _ in range(_PUSHES):
        offset = points[:, None, :] - points[None, :, :]
        over = numpy.maximum(half - numpy.abs(offset), 0.0)
        hit = (over[:, :, 0] > 0) & (over[:, :, 1] > 0)
        numpy.fill_diagonal(hit, False)
        if not hit.any():
            return points
        sign = numpy.where(offset > 0, 1.0, numpy.where(offset < 0, -1.0, (upper - upper.T)[:, :, None]))
        flat = over[:, :, 0] < over[:, :, 1]
        move = numpy.stack([hit & flat, hit & ~flat], axis=2) * sign * (over * 0.3 + 0.5)
        points = points + move.sum(axis=1)
    return _push_apart(points * 1.06, sizes)


def _pack(blocks: Sequence[Mapping[str, tuple[float, float]]], boxes: Mapping[str, Box]) -> dict[str, Place]:
    """The first block in the middle, the small ones in rows below it."""
    placed: dict[str, Place] = {}
    left, right, floor = 0.0, 0.0, 0.0
    x, row = 0.0, 0.0
    for number, block in enumerate(blocks):
        west, north, east, south = _extent(block, boxes)
        width, height = east - west, south - north
        if number == 0:
            shift_x, shift_y = -(west + east) / 2, -(north + south) / 2
            left, right, floor = west + shift_x, east + shift_x, south + shift_y + 44
            right = max(right, left + 900)
            x = left
        else:
            if x + width > right and x > left:
                x, floor, row = left, floor + row + 24, 0.0
            shift_x, shift_y = x - west, floor - north
            x, row = x + width + 48, max(row, height)
        for key, (px, py) in block.items():
            placed[key] = (round(px + shift_x), round(py + shift_y))
    return placed


def _extent(block: Mapping[str, tuple[float, float]], boxes: Mapping[str, Box]) -> tuple[float, float, float, float]:
    return (
        min(x - boxes[k].width / 2 for k, (x, _) in block.items()),
        min(y - boxes[k].height / 2 for k, (_, y) in block.items()),
        max(x + boxes[k].width / 2 for k, (x, _) in block.items()),
        max(y + boxes[k].height / 2 for k, (_, y) in block.items()),
    )
