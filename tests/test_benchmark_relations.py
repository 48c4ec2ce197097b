"""Standing relations on annotated documents: predictions in the form that their scorer reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.benchmarks.relations import predicted
from kg.cli import app
from kg.errors import InputError
from kg.extraction import Toolbox

TEXT = "Ann Lee was born in Paris in 1970.    She works for Bosch."
PASSAGES = [{"start": 0, "end": 34}, {"start": 38, "end": 58}]


def documents(folder: Path, **changed: object) -> Path:
    path = folder / "documents.jsonl"
    record = {"documentId": "d1", "documentText": TEXT, "passages": PASSAGES, **changed}
    path.write_text(json.dumps(record) + "\n", "utf-8")
    return path


def found(path: Path, toolbox: Toolbox, *, rules: bool) -> set[tuple[str, str, str]]:
    facts = list(predicted(path, toolbox, rules=rules))
    assert {f["documentId"] for f in facts} <= {"d1"}
    return {(f["property"], TEXT[slice(*f["subject"])], TEXT[slice(*f["object"])]) for f in facts}


@pytest.mark.parametrize("rules", [False, True])
def test_facts_of_each_passage_are_found_where_they_stand(tmp_path: Path, toolbox: Toolbox, rules: bool) -> None:
    facts = found(documents(tmp_path), toolbox, rules=rules)
    assert {
        ("PLACE_OF_BIRTH", "Ann Lee", "Paris"),
        ("DATE_OF_BIRTH", "Ann Lee", "1970"),
        ("EMPLOYEE_OR_MEMBER_OF", "She", "Bosch"),
    } <= facts


def test_the_same_document_gives_the_same_facts(tmp_path: Path, toolbox: Toolbox) -> None:
    path = documents(tmp_path)
    assert list(predicted(path, toolbox)) == list(predicted(path, toolbox))


def test_a_document_without_prose_has_none(tmp_path: Path, toolbox: Toolbox) -> None:
    assert list(predicted(documents(tmp_path, passages=[]), toolbox)) == []


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"passages": [{"start": 5}]}, "'start' and 'end'"),
        ({"passages": [{"start": 5, "end": 999}]}, "outside the text"),
        ({"passages": [{"start": 5, "end": 20}, {"start": 10, "end": 30}]}, "overlap"),
        ({"passages": None}, "'start' and 'end'"),
        ({"documentText": 3}, "documentText"),
    ],
)
def test_unusable_documents_are_told(tmp_path: Path, toolbox: Toolbox, changed: dict[str, object], words: str) -> None:
    with pytest.raises(InputError, match=words):
        list(predicted(documents(tmp_path, **changed), toolbox))


@pytest.mark.parametrize("options", [[], ["--rules"], ["--json"]])
def test_the_command_writes_them(tmp_path: Path, options: list[str]) -> None:
    out = tmp_path / "predicted.jsonl"
    documented = ["eval", "relations", "--documents", str(documents(tmp_path)), "--out", str(out), *options]
    result = CliRunner().invoke(app, documented)
    assert result.exit_code == 0, result.output
    written = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert all(set(fact) == {"documentId", "property", "subject", "object"} for fact in written)
    assert str(len(written)) in result.output
