"""What a sentence states in its own words, and the form of the predictions."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.benchmarks.openie import predicted, sentence_tuples
from kg.benchmarks.records import read_records, write_records
from kg.errors import InputError
from kg.extraction import Toolbox

SHARED = Path(__file__).parents[2] / "shared" / "bench"
FLOOR = 0.55

CASES = {
    "The school was founded in 1851 by a group of farmers.": [
        ("The school", "was founded by", "a group of farmers", ("in 1851",)),
        ("The school", "was founded in", "1851", ()),
    ],
    "The minister no longer supports the law of her rivals.": [
        ("The minister", "no longer supports", "the law of her rivals", ()),
    ],
    "On Monday, the bank sold its offices to a rival.": [
        ("the bank", "sold", "its offices", ("On Monday", "to a rival")),
        ("the bank", "sold its offices On", "Monday", ()),
        ("the bank", "sold its offices to", "a rival", ()),
    ],
    "Davis switched to the record label and left the city.": [
        ("Davis", "switched to", "the record label", ()),
        ("Davis", "left", "the city", ()),
    ],
    "The firm opened a plant that makes cheap cars.": [
        ("The firm", "opened", "a plant", ()),
        ("a plant", "makes", "cheap cars", ()),
    ],
    "The talks ended on Friday.": [("The talks", "ended on", "Friday", ())],
    "She said that prices had fallen.": [("She", "said", "prices had fallen", ())],
}


@pytest.mark.parametrize(("sentence", "wanted"), CASES.items(), ids=lambda value: str(value)[:50])
def test_a_sentence_in_its_own_words(
    sentence: str, wanted: list[tuple[str, str, str, tuple[str, ...]]], toolbox: Toolbox
) -> None:
    found = [(t.subject, t.relation, t.object, t.further) for t in sentence_tuples(sentence, toolbox)]
    assert found == wanted


def test_coordinations_are_spread_out(toolbox: Toolbox) -> None:
    found = list(sentence_tuples("Boats and ships carry coal and grain.", toolbox))
    assert {(t.subject, t.object) for t in found} == {
        (who, what) for who in ("Boats", "ships") for what in ("coal", "grain")
    }


def test_arguments_stand_in_the_sentence_and_participles_come_last(toolbox: Toolbox) -> None:
    sentence = "Microsoft bought the firm for $7.2 billion, ending a long dispute over patents in Europe."
    found = list(sentence_tuples(sentence, toolbox))
    assert [t.relation for t in found] == ["bought", "bought the firm for", "ending"]
    assert all(words in sentence for t in found for words in (t.subject, t.object, *t.further))
    assert found[0].confidence > found[2].confidence > found[1].confidence


def test_predictions_repeat_their_sentence(toolbox: Toolbox, tmp_path: Path) -> None:
    path, out = tmp_path / "sentences.jsonl", tmp_path / "out.jsonl"
    sentence = "The firm opened a plant in Spain."
    lines = [{"sent_id": "a", "sentence": ""}, {"sent_id": "b", "sentence": sentence}]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert write_records(out, predicted(path, toolbox)) == 2
    line, two_place = read_records(out, ("sent_id", "sentence", "subject", "relation", "object"))
    assert (line["sent_id"], line["sentence"], line["subject"]) == ("b", sentence, "The firm")
    assert (line["relation"], line["object"], line["args_extra"]) == ("opened", "a plant", ["in Spain"])
    assert (two_place["relation"], two_place["object"]) == ("opened a plant in", "Spain")
    assert set(line) == {"sent_id", "sentence", "subject", "relation", "object", "args_extra", "confidence"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "line 1: not JSON"),
        ("[]", "line 1: expected an object, found list"),
        ('{"sent_id": "a"}', "line 1: has no text under 'sentence'"),
        ('{"sent_id": "a", "sentence": 3}', "line 1: has no text under 'sentence'"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(line: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "sentences.jsonl"
    path.write_text(line, "utf-8")
    with pytest.raises(InputError, match=f"sentences.jsonl, {told}"):
        list(read_records(path, ("sent_id", "sentence")))


def test_a_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone.jsonl: cannot be read"):
        list(read_records(tmp_path / "gone.jsonl", ()))
    with pytest.raises(InputError, match=r"--out"):
        write_records(tmp_path / "no" / "folder.jsonl", [])
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes(b'{"sent_id": "\xe9"}')
    with pytest.raises(InputError, match=r"not UTF-8 \(byte 13\)"):
        list(read_records(latin, ()))


@pytest.mark.skipif(not SHARED.exists(), reason="the annotated sentences are not part of the project")
def test_extraction_stays_above_its_floor(toolbox: Toolbox, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    write_records(out, predicted(SHARED / "carb.dev.sentences.jsonl", toolbox))
    command: list[str | Path] = [
        sys.executable,
        SHARED / "score_openie.py",
        out,
        "--carb",
        SHARED / "carb.dev.tsv",
        "--json",
    ]
    scored = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert scored["F1"] >= FLOOR
