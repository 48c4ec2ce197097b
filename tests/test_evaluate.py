"""Scores against annotations: hand-made cases, agreement with the reference script, and floors."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.evaluate import Ratio, Score, mean, score
from kg.gold import Gold, gold_prefixes, load_gold
from kg.pipeline import Settings, evaluate
from kg.records import statements, to_line
from tests.conftest import SeedBuild
from tests.sample import sample_extraction

HERE = Path(__file__).parent
SMALL = HERE / "eval" / "small"
ARTICLES = HERE / "eval" / "articles"
ALL_READ = Settings(min_confidence=0)
"""Floors are on what the rules read; ``built`` is what is left when doubtful statements are set aside."""
SHARED = HERE.parents[1] / "shared"
needs_gold = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason=f"the annotated articles are not part of the repository (looked in {SHARED})"
)


def node(label: str, **more: Any) -> dict[str, Any]:
    return {"id": f"e/{label}", "label": label, "type": "Company", "types": [], "aliases": [label], **more}


def statement(subject: Any, predicate: str, target: Any, sentence: str, **more: Any) -> dict[str, Any]:
    verb = {"label": predicate, "lemma": predicate, "text": predicate}
    return {"subject": subject, "predicate": verb, "object": target, "evidence": {"sentence": sentence}, **more}


def merger_statements() -> list[dict[str, Any]]:
    """What a good builder makes of the small article, with one mistake: the time of the meeting."""
    deal = "Acme agreed on Monday to buy Globex for $2 billion."
    met = "Jane Miller, chief executive of Acme, met with Tom Baker in Berlin on March 1."
    plan = "She said that the company will not close any factories."
    miller, acme = node("Jane Miller", type="Person"), node("Acme")
    return [
        statement(acme, "acquire", node("Globex"), deal, modality="planned", quantity={"value": 2e9, "unit": "USD"}),
        statement(miller, "meet with", node("Tom Baker"), met, time={"start": "2024-03-05", "end": None}),
        statement(
            node("Acme", mention="the company"), "close", {"label": "any factories"}, plan,
            polarity="negative", attributed_to=[miller],
        ),
    ]  # fmt: skip


def test_the_small_article_scores_as_counted_by_hand() -> None:
    found = score(merger_statements(), load_gold(SMALL / "merger"))
    assert found.record() == {
        "fact_recall_tier1": [2, 2],
        "fact_recall_tier2": [1, 1],
        "attributed_to_right_when_found": [1, 1],
        "time_right_when_found": [0, 1],
        "quantity_right_when_found": [1, 1],
        "modality_right_when_found": [1, 1],
        "entities_found": [2, 2],
        "entities_typed_right": [2, 2],
        "entities_one_node_and_unmixed": [2, 2],
        "corefs_resolved_in_statements": [1, 1],
        "statements": 3,
        "object_tightness_median_words": 2,
    }


def test_the_wrong_polarity_or_sentence_does_not_count() -> None:
    gold = load_gold(SMALL / "merger")
    *others, plan = merger_statements()
    assert score([*others, {**plan, "polarity": "positive"}], gold).ratios["fact_recall_tier2"] == Ratio(0, 1)
    elsewhere = {**plan, "evidence": {"sentence": "Another sentence."}}
    assert [fact["id"] for fact in score([*others, elsewhere], gold).missed_facts] == ["3"]


def test_a_mixed_up_node_is_found_but_not_unmixed() -> None:
    deal, *others = merger_statements()
    mixed = node("Acme", aliases=["Acme", "Globex"])
    ratios = score([{**deal, "subject": mixed}, *others], load_gold(SMALL / "merger")).ratios
    assert ratios["entities_found"] == Ratio(2, 2)
    assert ratios["entities_one_node_and_unmixed"] == Ratio(1, 2)


def test_the_mean_counts_articles_alike_and_leaves_out_what_one_lacks() -> None:
    scores = [
        Score("a", {"x": Ratio(1, 1), "y": Ratio(0, 0)}, 10, 2),
        Score("b", {"x": Ratio(0, 9)}, 20, None),
    ]
    assert mean(scores) == {"x": 0.5, "y": None, "statements": 15, "object_tightness_median_words": 2}


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ({"tier": 1, "sentence": "Acme agreed"}, "lacks the key 'subject'"),
        ({"tier": 1, "sentence": "Acme", "subject": ["("], "predicate": ["x"], "object": ["x"]}, r"the pattern '\('"),
    ],
)
def test_a_broken_annotation_is_told(fact: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError, match=words):
        score(merger_statements(), Gold("merger", (fact,)))


def test_gold_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        gold_prefixes(tmp_path / "nowhere")
    with pytest.raises(InputError, match=r"holds no NAME\.facts\.jsonl"):
        gold_prefixes(tmp_path)
    (tmp_path / "a.facts.jsonl").write_text("{}\nnonsense\n", "utf-8")
    with pytest.raises(InputError, match="line 2: not JSON"):
        load_gold(tmp_path / "a")


def test_the_small_article_is_built_and_scored() -> None:
    (found,) = evaluate(SMALL, ALL_READ)
    assert found.name == "merger"
    assert found.ratios["fact_recall_tier1"] == Ratio(2, 2)
    assert found.ratios["corefs_resolved_in_statements"] == Ratio(1, 1)


def _references() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    yield "sample", list(statements([sample_extraction()]))
    yield "merger", merger_statements()


@needs_gold
@pytest.mark.parametrize("records", [pytest.param(records, id=name) for name, records in _references()])
def test_scores_agree_with_the_reference_script(tmp_path: Path, records: list[dict[str, Any]]) -> None:
    path = tmp_path / "statements.jsonl"
    path.write_text("".join(map(to_line, records)), "utf-8")
    for prefix in [*gold_prefixes(SHARED / "gold"), SMALL / "merger"]:
        assert score(records, load_gold(prefix)).record() == reference(path, prefix)


@needs_gold
def test_the_seed_scores_agree_with_the_reference_script(seed_build: SeedBuild) -> None:
    records = list(statements(seed_build.graph.extractions))
    prefix = SHARED / "gold" / "nvidia-h20"
    assert score(records, load_gold(prefix)).record() == reference(seed_build.folder / "statements.jsonl", prefix)


def reference(path: Path, prefix: Path) -> Any:
    """The figures of the reference script, run as it is meant to be."""
    script = SHARED / "eval" / "score_article.py"
    run = subprocess.run([sys.executable, script, path, prefix, "--json"], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


@needs_gold
def test_no_figure_falls_below_its_floor() -> None:
    """Floors only rise: after an improvement, raise them in ``tests/eval/floors.json``."""
    floors = json.loads((HERE / "eval" / "floors.json").read_text("utf-8"))
    found = evaluate(SHARED / "gold", ALL_READ)
    reached = {"mean": mean(found)} | {s.name: {key: r.value for key, r in s.ratios.items()} for s in found}
    reached["built"] = mean(evaluate(SHARED / "gold", Settings()))
    assert not (low := below(floors, reached)), "\n".join(low)


@pytest.mark.parametrize("folder", ["open", "judged", "closed"])
def test_fresh_articles_stay_above_their_floors(folder: str) -> None:
    """Articles that no rule was written for; ``tests/eval/articles/README.md`` says who may read what."""
    floors = json.loads((ARTICLES / "floors.json").read_text("utf-8"))
    reached = {folder: mean(evaluate(ARTICLES / folder, ALL_READ))}
    assert not (low := below({folder: floors[folder]}, reached)), "\n".join(low)


def below(floors: Mapping[str, Mapping[str, float]], reached: Mapping[str, Mapping[str, float | None]]) -> list[str]:
    """One line for every figure that is lower than its floor, or missing."""
    return [
        f"{name}: {key} is {reached[name][key]}, its floor is {floor}"
        for name, wanted in floors.items()
        for key, floor in wanted.items()
        if (reached[name][key] or 0) < floor
    ]


def _annotated() -> Iterator[Path]:
    yield from (prefix for folder in ("open", "judged", "closed") for prefix in gold_prefixes(ARTICLES / folder))


@pytest.mark.parametrize("prefix", [pytest.param(prefix, id=prefix.name) for prefix in _annotated()])
def test_annotations_quote_their_article(prefix: Path) -> None:
    """Every sentence and mention is in the article, and every reference leads to an annotated entity."""
    gold, text = load_gold(prefix), prefix.with_name(f"{prefix.name}.md").read_text("utf-8")
    assert "licence: CC BY 2.5" in text
    assert [fact["id"] for fact in gold.facts if fact["sentence"] not in text or len(fact["sentence"]) < 25] == []
    for coref in gold.corefs or ():
        assert coref["sentence"] in text, coref["id"]
        assert coref["mention"] in coref["sentence"], coref["id"]
        referents = {coref["refers_to"]} if isinstance(coref["refers_to"], str) else set(coref["refers_to"])
        assert referents <= {entity["label"] for entity in gold.entities or ()}, coref["id"]
