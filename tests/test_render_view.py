"""What is drawn first, what on demand, and that a large graph stays within bounds."""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace

import pytest

from kg.model import Claim, Entity, EntityRef, Extraction
from kg.render.page import network_of, render_page
from kg.render.view import MAIN_NODES, PLACED_AT_MOST, view_of
from tests.sample import sample_extraction


def _chain(count: int) -> Extraction:
    """A made-up graph of `count` names, each connected to one before it."""
    sample = sample_extraction()
    pattern = next(c for c in sample.claims if isinstance(c.subject, EntityRef) and isinstance(c.object, EntityRef))
    assert isinstance(pattern.subject, EntityRef)
    reference = pattern.subject
    entities = [Entity(f"urn:n{i}", f"Name {i}", "Company") for i in range(count)]

    def claim(i: int) -> Claim:
        ends = (replace(reference, entity=entities[n]) for n in (i, i // 3))
        subject, target = ends
        return replace(pattern, id=f"urn:c{i}", subject=subject, object=target)

    return replace(sample, claims=tuple(claim(i) for i in range(1, count)), entities=tuple(entities))


def test_the_first_view_tells_what_is_special_about_a_name() -> None:
    view = view_of([sample_extraction()])
    first = {n.entity.label for n in view.nodes if n.level < 3}
    assert {"Siemens", "government approval"} <= first


def test_every_name_shown_has_a_neighbour_shown() -> None:
    view = view_of([sample_extraction()])
    first = {n.entity.id for n in view.nodes if n.level < 3}
    joined = {end for e in view.edges if {e.source, e.target} <= first for end in (e.source, e.target)}
    assert first == joined
    assert len(first) <= MAIN_NODES + 5


def test_a_large_graph_is_laid_out_in_part_and_kept_whole() -> None:
    extraction = _chain(12_000)
    began = time.perf_counter()
    html = render_page([extraction])
    assert time.perf_counter() - began < 60
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert match
    data = json.loads(match[1])
    placed = [n for n in data["nodes"] if "x" in n]
    assert len(data["nodes"]) == 12_000
    assert len(placed) == PLACED_AT_MOST
    assert {n["tier"] for n in data["nodes"] if "x" not in n} == {4}
    assert sorted(i for e in data["edges"] for i in e["claims"]) == list(range(len(extraction.claims)))
    assert len({e["id"] for e in data["edges"]}) == len(data["edges"])


def test_the_network_holds_what_has_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.render.view.PLACED_AT_MOST", 30)
    view = view_of([sample_extraction()])
    assert len(network_of(view).nodes) == 30
    assert len(view.nodes) > 30
