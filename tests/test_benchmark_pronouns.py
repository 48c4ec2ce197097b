"""Whom pronouns name: where they stand, by which name, and a floor on annotated documents."""

import json
from pathlib import Path

import pytest

from kg.articles import article_from_text
from kg.benchmarks.pronouns import named_pronouns, predicted
from kg.errors import InputError
from kg.extraction import Toolbox

SHARED = Path(__file__).parents[2] / "shared" / "bench" / "pronouns.dev.jsonl"
FLOORS = {"precision": 0.90, "accuracy": 0.75}


def test_positions_are_those_of_the_text_and_descriptions_are_left_out(toolbox: Toolbox) -> None:
    text = "Siemens lost “money” in May.\n\nThe company said its chief, Lucy Hart, had told it that she would leave."
    found = list(named_pronouns(article_from_text(text), toolbox))
    assert [(text[start:end], name) for start, end, name in found] == [
        ("its", "Siemens"),
        ("it", "Siemens"),
        ("she", "Lucy Hart"),
    ]


def test_a_name_is_one_that_the_article_uses(toolbox: Toolbox) -> None:
    text = "The US raised tariffs. It said that more would follow."
    assert [name for *_, name in named_pronouns(article_from_text(text), toolbox)] in (["US"], ["The US"])


def test_a_bad_date_is_named(toolbox: Toolbox, tmp_path: Path) -> None:
    path = tmp_path / "documents.jsonl"
    path.write_text(json.dumps({"doc": "d1", "text": "A bank in Rome closed.", "published": "May"}) + "\n", "utf-8")
    with pytest.raises(InputError, match="d1: published 'May' is not a date"):
        list(predicted(path, toolbox))


@pytest.mark.skipif(not SHARED.exists(), reason="the annotated documents are not part of the project")
def test_resolution_stays_above_its_floor(toolbox: Toolbox) -> None:
    names = {(p["doc"], p["start"], p["end"]): p["name"] for p in predicted(SHARED, toolbox)}
    documents = [json.loads(line) for line in SHARED.read_text("utf-8").splitlines()]
    gold = {(d["doc"], g["start"], g["end"]): g["names"] for d in documents for g in d["pronouns"]}
    tried = gold.keys() & names.keys()
    right = sum(any(_inside(names[k], n) or _inside(n, names[k]) for n in gold[k]) for k in tried)
    assert right / len(tried) >= FLOORS["precision"]
    assert right / len(gold) >= FLOORS["accuracy"]


def _inside(part: str, whole: str) -> bool:
    """Whether the words of `part` stand in one stretch in `whole`."""
    return f" {part.lower()} " in f" {whole.lower()} "
