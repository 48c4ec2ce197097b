"""Room on a plane that fills up with boxes: where the next one fits."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import cos, sin

ASPECT = 1.45
"""Width to height of the space that a graph gets on a laptop's screen, panel and bars aside."""
_CELL = 160


@dataclass(frozen=True, slots=True)
class Box:
    """Room that a node takes with its label, in pixels."""

    width: float
    height: float


Place = tuple[int, int]
_Edges = tuple[float, float, float, float]
"""West, north, east and south side."""
_NOWHERE: _Edges = (math.inf, math.inf, -math.inf, -math.inf)


class Room:
    """Boxes already placed, by the square of the plane that they touch."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[_Edges]] = defaultdict(list)
        self._full: dict[Place, int] = {}

    def take(self, place: Place, box: Box) -> None:
        """Fill the room that `box` takes around `place`."""
        edges = _edges_of(place, box)
        for cell in _touched(edges):
            self._cells[cell].append(edges)

    def free_spot(self, middle: Place, box: Box) -> Place:
        """The first free place on a spiral around `middle`, outward side first.

        Rings that were found full before are not searched again, and far rings lie further apart:
        a hub may have a thousand leaves.
        """
        outward = math.atan2(middle[1], middle[0] / ASPECT)
        ring = self._full.get(middle, 3)
        spot = None
        while spot is None:
            spot = self._free_on(ring, middle, outward, box)
            found, ring = ring, ring + 1 + ring // 10
        self._full[middle] = max(3, found - 1 - found // 10)
        return spot

    def _free_on(self, ring: int, middle: Place, outward: float, box: Box) -> Place | None:
        """The first spot of a ring, the outward one and then to either side in turn, where `box` overlaps no other.

        What is in the way of one spot is tried first for the next but one, which lies beside it.
        """
        across, down = box.width / 2, box.height / 2
        ahead, behind = _NOWHERE, _NOWHERE
        for turn in _turns(ring):
            x = round(middle[0] + ring * 17 * cos(outward + turn))
            y = round(middle[1] + ring * 14 * sin(outward + turn))
            left, top, right, bottom = ahead
            if not (left < x + across and x - across < right and top < y + down and y - down < bottom):
                ahead = self._obstacle(x - across, y - down, x + across, y + down)
                if ahead is _NOWHERE:
                    return x, y
            ahead, behind = behind, ahead
        return None

    def _obstacle(self, west: float, north: float, east: float, south: float) -> _Edges:
        """A box that reaches into these edges, or nowhere."""
        cells = self._cells
        rows = range(int(north // _CELL), int(south // _CELL) + 1)
        for column in range(int(west // _CELL), int(east // _CELL) + 1):
            for row in rows:
                for other in cells.get((column, row), ()):
                    left, top, right, bottom = other
                    if left < east and west < right and top < south and north < bottom:
                        return other
        return _NOWHERE


def _touched(edges: _Edges) -> Iterator[tuple[int, int]]:
    west, north, east, south = edges
    return product(
        range(int(west // _CELL), int(east // _CELL) + 1), range(int(north // _CELL), int(south // _CELL) + 1)
    )


@lru_cache(maxsize=1 << 8)
def _turns(ring: int) -> tuple[float, ...]:
    """How far the spots of a ring are turned from the outward one: to either side in turn."""
    spots = 6 + ring * 2
    return tuple((1 if i % 2 else -1) * ((i + 1) // 2) * 2 * math.pi / spots for i in range(spots))


def _edges_of(place: tuple[float, float], box: Box) -> _Edges:
    x, y = place
    return x - box.width / 2, y - box.height / 2, x + box.width / 2, y + box.height / 2
