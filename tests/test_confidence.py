"""How likely a statement is right: what the model looks at, what it says, and whether that is so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from kg.calibration import Calibration, calibration, judged, measured, told
from kg.cli import app
from kg.confidence import Rating, load_rating, load_trained
from kg.errors import InputError, ModelError
from kg.extraction import extract, with_signs
from tests.parsing import article

if TYPE_CHECKING:
    from kg.extraction import Toolbox

JUDGEMENTS = Path(__file__).parent / "eval" / "judgements.jsonl"


def signs_of(text: str, lemma: str, toolbox: Toolbox) -> dict[str, float]:
    return next(signs for claim, signs in with_signs(article(text), toolbox) if claim.predicate.lemma.startswith(lemma))


def chance(text: str, lemma: str, toolbox: Toolbox) -> float:
    return next(c.confidence for c in extract(article(text), toolbox).claims if c.predicate.lemma.startswith(lemma))


@pytest.mark.parametrize(
    ("text", "lemma", "seen"),
    [
        ("Merkel met Macron.", "meet", {"subject named", "object named"}),
        ("The talks failed.", "fail", {"nothing acted on", "subject bare"}),
        ("Nokia was sold.", "sell", {"nobody acting", "passive"}),
        ("Merkel said that Nokia sold the unit.", "say", {"object clause"}),
        ("Merkel said that Nokia sold the unit.", "sell", {"attributed", "content"}),
        ("Nokia sold the units. The units that it had bought lost money.", "lose", {"subject cut"}),
        ("Macron plans to visit France.", "visit", {"infinitive", "planned", "subject inherited"}),
        ("Nokia has not sold the part of the company.", "sell", {"negative"}),
        ("Apple and Nokia sold phones.", "sell", {"subject one of several"}),
    ],
)
def test_what_can_be_seen_of_a_reading(text: str, lemma: str, seen: set[str], toolbox: Toolbox) -> None:
    assert seen <= signs_of(text, lemma, toolbox).keys()


def test_plain_statements_are_surer_than_tangled_ones(toolbox: Toolbox) -> None:
    plain = chance("Merkel met Macron.", "meet", toolbox)
    tangled = chance(
        "The number of people, who -- as some other people say -- may want to go, take part and grow, is large.",
        "grow",
        toolbox,
    )
    assert plain > 0.8
    assert tangled < 0.5


def test_probability_rises_with_what_speaks_for_it_and_stays_between_0_and_1() -> None:
    rating = Rating(-1.0, {"good": 3.0, "bad": -50.0})
    assert rating.probability({}) < rating.probability({"good": 1.0}) < rating.probability({"good": 2.0}) <= 1
    assert rating.probability({"bad": 10.0}) == 0
    assert rating.probability({"bad": 10.0, "good": 500.0}) == 1


def test_weights_that_cannot_be_read_are_one_clear_error(tmp_path: Path) -> None:
    broken = tmp_path / "weights.json"
    broken.write_text("{}", "utf-8")
    with pytest.raises(ModelError, match=r"weights\.json: no weights of the confidence model"):
        load_rating(broken)


def test_an_article_of_the_judged_is_measured_by_a_model_that_never_saw_it() -> None:
    trained = load_trained()
    articles = {json.loads(line)["article"] for line in JUDGEMENTS.read_text("utf-8").splitlines()}
    assert articles <= trained.unseen.keys()
    assert all(rating != trained.rating for rating in trained.unseen.values())
    assert trained.for_article("another") == trained.rating


# --- the figures ---


def test_perfect_and_useless_probabilities() -> None:
    perfect = calibration([0.0, 0.0, 1.0, 1.0], [False, False, True, True])
    assert (perfect.brier, perfect.ece, perfect.auc) == (0, 0, 1)
    useless = calibration([0.5] * 4, [False, True, False, True])
    assert (useless.brier, useless.base, useless.auc) == (0.25, 0.25, 0.5)


def test_sure_and_wrong_costs_most() -> None:
    assert calibration([0.9] * 10, [False] * 10).ece == pytest.approx(0.9)
    assert calibration([0.9] * 10, [True] * 9 + [False]).ece < 0.1


def test_the_table_shows_each_bin_and_the_scores() -> None:
    text = told(calibration([i / 100 for i in range(100)], [i > 50 for i in range(100)]), 3)
    assert text.startswith("100 judged statements, 3 more are not made any longer; 49% are right\n")
    assert text.count("#") == 5
    assert "Brier score" in text


def test_what_is_no_judgement_is_refused_by_name(toolbox: Toolbox, tmp_path: Path) -> None:
    file = tmp_path / "judged.jsonl"
    with pytest.raises(InputError, match="no judgements there"):
        judged(file, toolbox)
    file.write_text('{"article": "a", "before": "", "sentence": "Merkel met Macron."}\n', "utf-8")
    with pytest.raises(InputError, match=r"judged\.jsonl: a judgement is damaged"):
        judged(file, toolbox)


def line(verdict: str, **changed: object) -> str:
    record: dict[str, object] = {
        "article": "a", "published": "2024-05-06", "before": "Angela Merkel was in Paris. ",
        "sentence": "She met Macron.", "subject": {"label": "Angela Merkel", "mention": "She"},
        "predicate": "meet with", "object": {"label": "Macron"}, "qualifiers": [], "polarity": "positive",
        "modality": "asserted", "attributed_to": [], "time": None, "verdict": verdict,
    }  # fmt: skip
    return json.dumps({**record, **changed}) + "\n"


def test_a_judgement_counts_while_its_statement_is_made(toolbox: Toolbox, tmp_path: Path) -> None:
    file = tmp_path / "judged.jsonl"
    file.write_text(
        line("ok") + line("wrong", predicate="leave") + line("wrong", time="2024-05-06/2024-05-06"), "utf-8"
    )
    found, lost = judged(file, toolbox)
    assert ([each.right for each in found], lost) == ([True], 2)
    file.write_text(line("splendid"), "utf-8")
    with pytest.raises(InputError, match="verdict 'splendid', not one of ok"):
        judged(file, toolbox)


# --- whether it is so ---


@pytest.fixture(scope="module")
def figures(toolbox: Toolbox) -> tuple[Calibration, int]:
    found, lost = judged(JUDGEMENTS, toolbox)
    return measured(found, load_trained()), lost


def test_confidence_is_near_the_share_of_right_statements(figures: tuple[Calibration, int]) -> None:
    measured_, lost = figures
    assert measured_.count > 300, f"{lost} statements are not made any longer: judge new ones"
    assert measured_.ece < 0.08
    assert measured_.brier < measured_.base - 0.01
    assert measured_.auc > 0.66


def test_the_command_prints_the_table(tmp_path: Path) -> None:
    file = tmp_path / "judged.jsonl"
    file.write_text(line("ok") + line("unhelpful", predicate="leave"), "utf-8")
    result = CliRunner().invoke(app, ["eval", "calibration", str(file)])
    assert result.exit_code == 0
    assert result.output.startswith("1 judged statements, 1 more")
    as_json = CliRunner().invoke(app, ["eval", "calibration", str(file), "--json"])
    assert json.loads(as_json.output)["lost"] == 1
