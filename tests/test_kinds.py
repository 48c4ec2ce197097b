"""What each relation is a kind of: every one leads to the top, no opposites meet, and the graph can be asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.errors import OntologyError
from kg.extraction import extract
from kg.ids import ACT, KG, PLOVER
from kg.ontology import load_ontology
from kg.query import run_query
from kg.rdf import claims_to_triples
from kg.store import open_store
from kg.validate import validate
from tests.graphs import ONTOLOGY, first, second
from tests.parsing import article

if TYPE_CHECKING:
    from kg.extraction import Toolbox

CODES = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)


def test_every_relation_leads_to_a_kind_on_top() -> None:
    for relation in ONTOLOGY.relations:
        line = ONTOLOGY.kinds_of(relation.iri)
        assert line, f"{relation.iri}: give it a skos:broader"
        assert line[-1].broader is None


def test_no_relation_is_of_the_kind_of_its_opposite() -> None:
    kind = {relation.iri: relation.kind for relation in ONTOLOGY.relations}
    same = [(r.iri, other) for r in ONTOLOGY.relations for other in r.opposites if kind[other] == r.kind]
    assert same == []


def test_opposites_are_opposite_both_ways_or_by_symmetry_and_never_one_below_the_other() -> None:
    for relation in ONTOLOGY.relations:
        line = {relation.iri, *ONTOLOGY.ancestors(relation.iri)}
        assert line.isdisjoint(relation.opposites), relation.iri


def test_kinds_are_few_named_once_and_explained() -> None:
    kinds = ONTOLOGY.kinds.values()
    assert 40 <= len(kinds) <= 100
    assert len({kind.label for kind in kinds}) == len(kinds)
    assert all(kind.definition for kind in kinds)
    used = {kind.iri for relation in ONTOLOGY.relations for kind in ONTOLOGY.kinds_of(relation.iri)}
    assert used == set(ONTOLOGY.kinds)


def test_codes_are_those_of_plover_and_each_is_used() -> None:
    assert {r.notation for r in ONTOLOGY.relations if r.notation} == CODES


@pytest.mark.parametrize(
    ("relation", "line", "code"),
    [
        ("bans", ["prohibit", "restrict"], "SANCTION"),
        ("imposes", ["tighten", "restrict"], "SANCTION"),
        ("relaxes", ["ease", "loosen"], "CONCEDE"),
        ("repeals", ["lift", "loosen"], "CONCEDE"),
        ("arrests", ["arrest", "prosecute"], "COERCE"),
        ("ceoOf", ["office", "belong", "be"], None),
        ("visits", ["arrive", "move"], "CONSULT"),
    ],
)
def test_kinds_and_code_of_a_relation(relation: str, line: list[str], code: str | None) -> None:
    found = ONTOLOGY.by_iri(KG + relation)
    assert found is not None
    assert [kind.label for kind in ONTOLOGY.kinds_of(found.iri)] == line
    assert found.notation == code


@pytest.mark.parametrize(
    ("nominal", "verbal", "relation"),
    [
        ("Merkel paid a visit to France.", "Merkel visited France.", "visits"),
        ("Merkel's visit to France pleased Macron.", "Merkel visited France.", "visits"),
        ("France was visited by Merkel.", "Merkel visited France.", "visits"),
        ("Merkel held talks with Macron.", "Merkel negotiated with Macron.", "negotiatesWith"),
        ("Russia's attack on Georgia shocked Europe.", "Russia attacked Georgia.", "attacks"),
        ("Russia launched an attack on Georgia.", "Russia attacked Georgia.", "attacks"),
        ("Nokia reached an agreement with Sony.", "Nokia agreed with Sony.", "agreesWith"),
        ("Germany gave support to Ukraine.", "Germany supported Ukraine.", "supports"),
    ],
)
def test_a_noun_or_a_light_verb_states_the_relation_of_its_verb(
    nominal: str, verbal: str, relation: str, toolbox: Toolbox
) -> None:
    for text in (nominal, verbal):
        assert KG + relation in {c.predicate.id for c in extract(article(text), toolbox).claims}, text


def test_a_query_finds_all_below_a_kind() -> None:
    with open_store(None) as store:
        store.replace([first(), second()])
        below = run_query(store, "SELECT ?who ?how { ?who ?how ?what . ?how skos:broader+ act:restrict }")
        codes = run_query(store, "SELECT ?how { ?who ?how ?what . ?how skos:broadMatch/skos:notation 'CONSULT' }")
    assert [str(row["how"]) for row in below] == [KG + "imposes"]
    assert [str(row["how"]) for row in codes] == [KG + "meetsWith"]


def test_a_relation_without_a_kind_is_found_out() -> None:
    without = [t for t in claims_to_triples([first()]) if "broader" not in t.predicate.value]
    messages = "\n".join(problem.message for problem in validate(without).problems)
    assert "must come under exactly one kind" in messages


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (f"<{ACT}restrict> <http://www.w3.org/2004/02/skos/core#broader> <{ACT}prohibit> .", "above itself"),
        (f"<{ACT}restrict> <http://www.w3.org/2004/02/skos/core#broader> <{ACT}nothing> .", "no kind of this file"),
        (f"<{KG}bans> <http://www.w3.org/2004/02/skos/core#broadMatch> <{PLOVER}BAN> .", "no PLOVER type"),
    ],
)
def test_a_file_with_broken_kinds_is_refused(line: str, complaint: str, tmp_path: Path) -> None:
    file = tmp_path / "news.ttl"
    source = Path(__file__).parents[1] / "ontology" / "news.ttl"
    file.write_text(source.read_text("utf-8") + "\n" + line + "\n", "utf-8")
    with pytest.raises(OntologyError, match=complaint):
        load_ontology(file)
