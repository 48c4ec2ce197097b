"""Places of the nodes."""

from __future__ import annotations

import math
import time
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.render.labels import box_of, label_lines
from kg.render.layout import Box, Place, add_around, lay_out


def _overlaps(places: dict[str, Place], boxes: dict[str, Box]) -> list[tuple[str, str]]:
    def apart(a: str, b: str) -> bool:
        wide = (boxes[a].width + boxes[b].width) / 2 - 1.5  # places are whole pixels
        high = (boxes[a].height + boxes[b].height) / 2 - 1.5
        return abs(places[a][0] - places[b][0]) >= wide or abs(places[a][1] - places[b][1]) >= high

    return [pair for pair in combinations(places, 2) if not apart(*pair)]


_graphs = st.integers(1, 25).flatmap(
    lambda n: st.tuples(
        st.just([f"n{i}" for i in range(n)]),
        st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=40),
        st.lists(st.integers(20, 160), min_size=n, max_size=n),
    )
)


@settings(max_examples=40, deadline=None)
@given(_graphs)
def test_nothing_overlaps_whatever_the_graph(graph: tuple[list[str], list[tuple[int, int]], list[int]]) -> None:
    keys, pairs, widths = graph
    boxes = {key: Box(width, 40) for key, width in zip(keys, widths, strict=True)}
    edges = [(keys[a], keys[b]) for a, b in pairs]
    places = lay_out(boxes, edges)
    assert set(places) == set(keys)
    assert _overlaps(places, boxes) == []
    assert lay_out(boxes, edges) == places


def test_newcomers_stand_near_their_neighbour_and_on_nobody() -> None:
    keys = [f"n{i}" for i in range(60)]
    boxes = {key: Box(110, 44) for key in keys}
    edges = [("n0", key) for key in keys[1:]]
    main = lay_out({key: boxes[key] for key in keys[:10]}, edges[:9])
    added = add_around(main, boxes, edges, keys[10:])
    assert _overlaps(main | added, boxes) == []
    hub = main["n0"]
    assert all(abs(x - hub[0]) + abs(y - hub[1]) < 1200 for x, y in added.values())


def test_neighbours_stand_closer_than_strangers() -> None:
    keys = [f"n{i}" for i in range(12)]
    edges = [(keys[i], keys[i + 1]) for i in range(11)]
    places = lay_out({key: Box(60, 30) for key in keys}, edges)

    def distance(a: str, b: str) -> float:
        return math.dist(places[a], places[b])

    assert max(distance(a, b) for a, b in edges) < distance(keys[0], keys[-1]) / 3


def test_a_hundred_and_fifty_nodes_take_less_than_one_and_a_half_seconds() -> None:
    keys = [f"n{i}" for i in range(150)]
    edges = [(keys[i], keys[(i * 7 + i // 5) % 150]) for i in range(150)] + [(keys[i % 6], keys[i]) for i in range(150)]
    start = time.process_time()  # other work on the machine does not count
    lay_out({key: Box(100, 40) for key in keys}, edges)
    assert time.process_time() - start < 1.5


def test_labels_have_two_lines_at_most() -> None:
    assert label_lines("NVIDIA") == ("NVIDIA",)
    assert label_lines("W" * 10_000) == ("W" * 20, "W" * 19 + "…")
    assert label_lines("\u202eevil\u202c name") == ("evil name",)
    assert label_lines(" \n ") == ("?",)
    assert box_of(("x" * 20,), 8).width > box_of(("x",), 8).width
