"""The gazetteer: what it knows, how it is asked, and that its files keep to their rules."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.gazetteer import NAME_FILES, gazetteer_folder, load_gazetteer
from kg.model import ENTITY_TYPES


@pytest.mark.parametrize(
    ("name", "label", "kind"),
    [
        ("U.S.", "United States", "Country"),
        ("UK", "United Kingdom", "Country"),
        ("EU", "European Union", "InternationalBody"),
        ("New York Times", "The New York Times", "NewsOutlet"),
        ("NVIDIA", "Nvidia", "Company"),
        ("SIEMENS", "Siemens", "Company"),
        ("USA Treasury Department", "U.S. Department of the Treasury", "GovernmentBody"),
        ("Bank of Japan", "Bank of Japan", "GovernmentBody"),
        ("Ulaanbaatar", "Ulan Bator", "Place"),
    ],
)
def test_known_names(name: str, label: str, kind: str) -> None:
    entry = load_gazetteer().lookup(name)
    assert entry is not None
    assert (entry.label, entry.type) == (label, kind)


@pytest.mark.parametrize("name", ["us", "it", "The", "apple", "who", ""])
def test_lower_case_words_are_no_names(name: str) -> None:
    assert load_gazetteer().lookup(name) is None


def test_longest_name_wins() -> None:
    words = ["The", "United", "Nations", "Security", "Council", "met"]
    found = load_gazetteer().longest(words, 1)
    assert found is not None
    assert (found[0].label, found[1]) == ("United Nations Security Council", 4)


def test_nationalities() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.demonym_country("Chinese") == "China"
    assert gazetteer.demonym_country("South Korean") == "South Korea"
    assert gazetteer.demonym_country("China") is None
    assert gazetteer.adjective("United Kingdom") == "British"
    assert gazetteer.adjective("New Zealand") is None


def test_given_names_and_titles() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.given_name("Angela") == "female"
    assert gazetteer.given_name("Steve") == "male"
    assert gazetteer.given_name("Nokia") is None
    minister, chairman = gazetteer.title("Prime Minister"), gazetteer.title("chairman")
    assert minister is not None
    assert minister.governs == "Country"
    assert chairman is not None
    assert (chairman.governs, chairman.gender) == ("Company", "male")


def test_own_names_win(tmp_path: Path) -> None:
    extra = tmp_path / "own.csv"
    extra.write_text("label,type,aliases\nApple Records,Organization,Apple|the label\n", encoding="utf-8")
    entry = load_gazetteer(extra).lookup("Apple")
    assert entry is not None
    assert (entry.label, entry.type) == ("Apple Records", "Organization")


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("label,type\nFoo,Planet\n", "line 2"),
        ("label,kind\nFoo,Place\n", "line 1"),
        ("label,type\n,Place\n", "line 2"),
        ("label,type,wikidata\nFoo,Place,http://x\n", "line 2"),
    ],
)
def test_a_wrong_file_is_named_with_its_line(tmp_path: Path, content: str, place: str) -> None:
    extra = tmp_path / "own.csv"
    extra.write_text(content, encoding="utf-8")
    with pytest.raises(OntologyError, match=rf"own\.csv, {place}"):
        load_gazetteer(extra)


def test_a_missing_file_is_a_plain_error(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="nowhere"):
        load_gazetteer(tmp_path / "nowhere.csv")


@pytest.mark.parametrize("name", NAME_FILES)
def test_rows_are_typed_sourced_and_dated(name: str) -> None:
    with (gazetteer_folder() / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        assert row["label"]
        assert row["type"] in ENTITY_TYPES
        assert row["source"]
        assert row["date"]
    assert len({row["label"] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("name", "item"),
    [("U.S.", "Q30"), ("Georgia", "Q230"), ("EU", "Q458"), ("Siemens", "Q81230"), ("Texas", "Q1439")],
)
def test_certain_names_have_their_wikidata_item(name: str, item: str) -> None:
    entry = load_gazetteer().lookup(name)
    assert entry is not None
    assert entry.wikidata == item


@pytest.mark.parametrize("name", ["New York", "Mitsui", "Admiral Group"])
def test_a_name_of_two_things_has_no_item(name: str) -> None:
    entry = load_gazetteer().lookup(name)
    assert entry is not None
    assert entry.wikidata == ""


def test_an_item_is_one_number_and_no_item_is_said_aloud(tmp_path: Path) -> None:
    extra = tmp_path / "own.csv"
    extra.write_text("label,type,wikidata\nSiemens,Company,NIL\nZentrix,Company,Q5\n", encoding="utf-8")
    gazetteer = load_gazetteer(extra)
    assert [e.wikidata for e in map(gazetteer.lookup, ("Siemens", "Zentrix")) if e] == ["", "Q5"]


def test_files_stay_small() -> None:
    assert sum(path.stat().st_size for path in gazetteer_folder().iterdir()) < 500_000
    with (gazetteer_folder() / "given_names.csv").open(encoding="utf-8") as file:
        assert sum(1 for _ in file) < 5_000


def test_loading_needs_no_heavy_library() -> None:
    code = (
        "import sys, kg.gazetteer as g; g.load_gazetteer(); print([m for m in ('spacy', 'rdflib') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
