from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from setuptools import find_packages  # type: ignore[import-untyped]

from kg.errors import OntologyError
from kg.ids import KG
from kg.model import ENTITY_TYPES
from kg.ontology import Relation, load_ontology, normal_cue, ontology_path

ONTOLOGY = load_ontology()
HEAD = """
@prefix kg: <https://w3id.org/pressgraph/news#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def relation(cue: str, subject: str | None = None, object_: str | None = None) -> str | None:
    found = ONTOLOGY.relation(cue, subject, object_)
    return found.iri.removeprefix(KG) if found else None


def test_has_many_relations_each_fully_described() -> None:
    assert len(ONTOLOGY.relations) >= 200
    for each in ONTOLOGY.relations:
        assert each.label, each.iri
        assert each.comment.endswith("."), each.iri
        assert each.cues, each.iri
        assert each.examples, each.iri


@pytest.mark.parametrize("each", ONTOLOGY.relations, ids=lambda r: r.iri.removeprefix(KG))
def test_example_uses_the_label_and_its_own_words(each: Relation) -> None:
    for example in each.examples:
        assert example.label == each.label
        words = set(normal_cue(example.sentence.replace(".", "").replace(",", "")).split())
        for part in (example.subject, example.object):
            assert set(normal_cue(part.replace(".", "")).split()) <= words, example


def test_a_cue_of_two_relations_is_decided_by_types() -> None:
    shared = {
        cue: n for cue, n in Counter(c for r in ONTOLOGY.relations for c in map(normal_cue, r.cues)).items() if n > 1
    }
    assert set(shared) == {"meet", "vice president of"}


@pytest.mark.parametrize(
    ("cue", "types", "expected"),
    [
        ("sell", (None, None), "sells"),
        ("Sell  Off", ("Company", "Product"), "sells"),
        ("meet", ("Person", "Person"), "meetsWith"),
        ("meet", ("Company", "Thing"), "fulfils"),
        ("meet", ("Person", "Thing"), "fulfils"),
        ("meet", ("Product", "Legislation"), "fulfils"),
        ("vice president of", ("Person", "Company"), "executiveOf"),
        ("vice president of", ("Person", "Country"), "vicePresidentOf"),
        ("CEO of", ("Person", "Company"), "ceoOf"),
        ("chief executive of", ("Person", "Company"), "ceoOf"),
        ("co-founder of", ("Person", "Company"), "founds"),
        ("spokeswoman for", ("Person", "GovernmentBody"), "spokespersonFor"),
        ("born in", ("Person", "Country"), "bornIn"),
        ("born in", ("Company", "Country"), None),
        ("CEO of", ("Country", "Company"), None),
        ("frobnicate", (None, None), None),
    ],
)
def test_finds_the_relation_that_cue_and_types_mean(
    cue: str, types: tuple[str | None, str | None], expected: str | None
) -> None:
    assert relation(cue, *types) == expected


def test_inverse_cues_take_the_types_as_the_sentence_has_them() -> None:
    found = ONTOLOGY.inverse("birthplace of", "Place", "Person")
    assert found is not None
    assert found.iri == KG + "bornIn"
    assert ONTOLOGY.inverse("birthplace of", "Person", "Place") is None
    parent = ONTOLOGY.inverse("parent company of", "Company", "Company")
    assert parent is not None
    assert parent.label == "subsidiary of"


def test_easing_and_tightening_are_opposites_under_their_own_parents() -> None:
    for name in ("eases", "relaxes", "lifts"):
        assert ONTOLOGY.ancestors(KG + name) == (KG + "loosens",)
    for name in ("tightens", "imposes", "bans"):
        assert KG + "restricts" in ONTOLOGY.ancestors(KG + name)
    raises = ONTOLOGY.by_iri(KG + "raises")
    assert raises is not None
    assert KG + "reduces" in raises.opposites


def test_opposites_are_mutual_and_never_share_a_cue() -> None:
    for each in ONTOLOGY.relations:
        for iri in each.opposites:
            other = ONTOLOGY.by_iri(iri)
            assert other is not None
            assert each.iri in other.opposites
            assert not set(map(normal_cue, each.cues)) & set(map(normal_cue, other.cues)), (each.iri, iri)
            assert iri not in ONTOLOGY.ancestors(each.iri)


def test_superclasses_are_entity_types_from_the_most_specific() -> None:
    assert ONTOLOGY.superclasses("Company") == ("Company", "Organization")
    assert ONTOLOGY.superclasses("Country") == ("Country", "Place")
    assert ONTOLOGY.superclasses("Person") == ("Person",)
    assert ONTOLOGY.superclasses("Thing") == ("Thing",)
    for type_ in ENTITY_TYPES:
        assert ONTOLOGY.superclasses(type_)[0] == type_


def test_unknown_class_is_refused() -> None:
    with pytest.raises(OntologyError, match="'Robot' is no class"):
        ONTOLOGY.superclasses("Robot")


def test_loads_quickly_and_once() -> None:
    code = (
        "import time; from kg.ontology import load_ontology; start = time.perf_counter(); first = load_ontology();"
        "print(time.perf_counter() - start); assert load_ontology() is first"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 0.5  # 0.02 s on an idle laptop
    start = time.perf_counter()
    load_ontology()
    assert time.perf_counter() - start < 0.05


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("kg:sells a kg:Relation", "not readable as Turtle"),
        ('kg:sells a kg:Relation ; kg:cue "sell" .', "0 labels"),
        ('kg:sells a kg:Relation ; rdfs:label "a" , "b" .', "2 labels"),
        ('kg:sells a kg:Relation ; rdfs:label "sell" ; rdfs:domain kg:Robot .', "kg:Robot, which is not a class"),
        ('kg:sells a kg:Relation ; rdfs:label "sell" ; rdfs:subPropertyOf kg:trades .', "not a kg:Relation"),
        ('kg:sells a kg:Relation ; rdfs:label "sell" ; skos:example "A sells B." .', "SENTENCE → SUBJECT"),
    ],
)
def test_broken_ontology_names_file_and_term(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(HEAD + text, encoding="utf-8")
    with pytest.raises(OntologyError, match=complaint) as caught:
        load_ontology(path)
    assert str(path) in str(caught.value)


def test_missing_ontology_is_an_error_of_one_line(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"none\.ttl"):
        load_ontology(tmp_path / "none.ttl")


def test_own_ontology_can_be_loaded(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(HEAD + 'kg:rents a kg:Relation ; rdfs:label "rent" ; kg:cue "lease" .', encoding="utf-8")
    own = load_ontology(path)
    found = own.relation("Lease")
    assert found is not None
    assert found.label == "rent"
    assert own.relation("rent") == found


def test_every_code_folder_is_a_package_so_that_the_wheel_has_it() -> None:
    root = Path(__file__).parents[1]
    folders = {str(path.parent.relative_to(root)).replace("/", ".") for path in (root / "kg").rglob("*.py")}
    assert folders <= set(find_packages(str(root), include=["kg", "kg.*"]))


def test_ontology_folder_has_what_the_program_needs() -> None:
    assert {"news.ttl", "shapes.ttl", "queries"} <= {path.name for path in ontology_path().iterdir()}
