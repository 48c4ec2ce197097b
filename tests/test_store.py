from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings

from kg import ids
from kg.errors import StoreError
from kg.model import Extraction
from kg.rdf import claims_to_triples, read_claims
from kg.rdf.terms import KG
from kg.store import is_store, open_store, oxigraph
from tests.graphs import ACME, ROCKET, article, claim, extractions, first, ref, second

FIRST, SECOND = first(), second()


def triples(found: ox.Store) -> set[str]:
    return {str(quad.triple) for quad in found}


def built(*found: Extraction) -> set[str]:
    return set(map(str, claims_to_triples(found)))


def sales(found: ox.Store) -> int:
    return len(list(found.quads_for_pattern(ox.NamedNode(ACME.id), KG["sells"], ox.NamedNode(ROCKET.id), None)))


def test_holds_exactly_what_was_written_in_memory_and_on_disk(tmp_path: Path) -> None:
    for path in (None, tmp_path / "store"):
        with open_store(path, create=True) as store:
            store.replace([FIRST, SECOND])
            assert triples(store.graph) == built(FIRST, SECOND)
            assert store.articles == tuple(sorted((FIRST.article.id, SECOND.article.id)))
            assert store.edges == "planned"
            assert len(store) == len(built(FIRST, SECOND))


def test_stays_on_disk_and_lets_two_readers_in(tmp_path: Path) -> None:
    with open_store(tmp_path / "store", create=True) as store:
        store.replace([FIRST])
    one, two = open_store(tmp_path / "store"), open_store(tmp_path / "store")
    assert len(one) == len(two) == len(built(FIRST))
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_replacing_an_article_changes_nothing_when_it_is_the_same(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store", create=True)
    store.replace([FIRST, SECOND])
    store.replace([FIRST])
    assert triples(store.graph) == built(FIRST, SECOND)


def test_replacing_an_article_drops_its_old_claims() -> None:
    store = open_store(None)
    store.replace([FIRST])
    store.replace([replace(FIRST, claims=FIRST.claims[:1])])
    assert triples(store.graph) == built(replace(FIRST, claims=FIRST.claims[:1]))


def test_retracting_takes_along_what_no_other_claim_supports() -> None:
    store = open_store(None)
    store.replace([FIRST, SECOND])
    store.retract(FIRST.article.id)
    assert sales(store.graph) == 1
    assert [e.claims for e in read_claims(store.graph)] == [SECOND.claims]
    store.retract(SECOND.article.id)
    assert triples(store.graph) == set()


def test_a_claim_that_is_no_fact_does_not_keep_a_plain_triple() -> None:
    a = article("x", "Acme sells Rocket 3.")
    maybe = Extraction(a, (claim(a, a.text, ref(a, ACME), ("sell", "sells"), ref(a, ROCKET), modality="possible"),))
    store = open_store(None)
    store.replace([FIRST, maybe])
    store.retract(FIRST.article.id)
    assert sales(store.graph) == 0


@given(extractions(), extractions())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_retracting_everything_leaves_nothing(one: Extraction, other: Extraction) -> None:
    store = open_store(None)
    store.replace([one])
    if other.article.id != one.article.id:
        store.replace([other])
    for article_ in store.articles:
        store.retract(article_)
    assert triples(store.graph) == set()


def test_an_entity_that_is_known_keeps_its_name() -> None:
    loud = replace(ACME, label="ACME", aliases=("ACME",))
    a = article("x", "ACME sells Rocket 3.")
    store = open_store(None)
    store.replace([FIRST])
    store.replace([Extraction(a, (claim(a, a.text, ref(a, loud), ("sell", "sells"), ref(a, ROCKET)),))])
    names = [e for e in read_claims(store.graph)[0].entities if e.id == ACME.id]
    assert names[0].label == "Acme"
    assert names[0].aliases == ("Acme", "ACME")


def test_a_failed_write_leaves_the_store_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(tmp_path / "store", create=True)
    store.replace([FIRST])
    monkeypatch.setattr("kg.store.add", _fail)
    with pytest.raises(RuntimeError, match="disk full"):
        store.replace([SECOND])
    assert triples(open_store(tmp_path / "store").graph) == built(FIRST)
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def _fail(*_: object) -> None:
    raise RuntimeError("disk full")


def test_a_reader_sees_its_graph_while_it_is_replaced(tmp_path: Path) -> None:
    writer = open_store(tmp_path / "store", create=True)
    writer.replace([FIRST])
    reader = open_store(tmp_path / "store")
    writer.replace([SECOND])
    assert triples(reader.graph) == built(FIRST)
    assert len(open_store(tmp_path / "store").articles) == 2


def test_another_policy_for_edges_is_refused(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store", create=True)
    store.replace([FIRST])
    with pytest.raises(StoreError, match="was built with --edges planned"):
        store.replace([SECOND], "all")
    store.replace([FIRST], "all")
    assert store.edges == "all"


def test_only_a_store_can_be_opened(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store; make one with kg build"):
        open_store(tmp_path / "none")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").write_text("x")
    for create in (False, True):
        with pytest.raises(StoreError, match="is not a store"):
            open_store(tmp_path / "notes", create=create)
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="is not a store"):
        open_store(tmp_path / "file", create=True)


def test_a_damaged_store_is_told_of(tmp_path: Path) -> None:
    with open_store(tmp_path / "store", create=True) as store:
        store.replace([FIRST])
    (tmp_path / "store" / "CURRENT").write_text("garbage")
    with pytest.raises(StoreError, match="cannot be opened as a store"):
        open_store(tmp_path / "store")


def test_a_store_that_another_program_writes_is_locked(tmp_path: Path) -> None:
    with open_store(tmp_path / "store", create=True) as store:
        store.replace([FIRST])
        held = ox.Store(str(tmp_path / "store"))
        with pytest.raises(StoreError, match="is open for writing in another program"):
            store.replace([SECOND])
        del held
        store.replace([SECOND])
    assert is_store(tmp_path / "store")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_unwritable_folder_is_told_of(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be written"):
        open_store(tmp_path / "store", create=True).replace([FIRST])


def test_a_path_that_cannot_be_a_folder_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be written"):
        open_store(tmp_path / "file" / "store", create=True).replace([FIRST])


def test_retracting_an_unknown_article_is_an_error() -> None:
    store = open_store(None)
    store.replace([FIRST])
    with pytest.raises(StoreError, match="has no article"):
        store.retract(ids.ARTICLE + "none")


def test_is_an_rdflib_graph_for_who_wants_one(tmp_path: Path) -> None:
    with open_store(tmp_path / "store", create=True) as store:
        store.replace([FIRST])
        graph = store.as_rdflib()
        rows = list(graph.query(f"SELECT ?what {{ <{ACME.id}> <{ids.KG}sells> ?what }}"))
        assert [str(row[0]) for row in rows] == [ROCKET.id]  # type: ignore[index]
        assert len(graph) == len(store)
        assert triples(oxigraph(graph)) == triples(store.graph)
