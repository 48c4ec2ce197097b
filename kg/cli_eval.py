"""The commands ``kg eval``: how good a build is, against what people or benchmarks say."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.options import AsJson, Gazetteer, MinConfidence, Model, as_line, put, settings

evaluation = typer.Typer(
    help="Measure a build against annotated articles.", no_args_is_help=True, rich_markup_mode=None
)


@evaluation.command(epilog="Example: kg eval gold annotated/ --misses")
def gold(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Articles NAME.md with NAME.facts.jsonl and so on.")],
    misses: Annotated[bool, typer.Option("--misses", help="Name every fact and entity that was not found.")] = False,
    model: Model = None,
    gazetteer: Gazetteer = None,
    min_confidence: MinConfidence = None,
    as_json: AsJson = False,
) -> None:
    """Build annotated articles and say how much of the annotation was found, and how right."""
    from kg.console import misses as missed
    from kg.console import scores
    from kg.evaluate import mean
    from kg.pipeline import evaluate

    found = evaluate(folder, settings(model, gazetteer, min_confidence=min_confidence))
    if as_json:
        typer.echo(as_line({"articles": {s.name: s.record() for s in found}, "mean": mean(found)}))
        return
    if misses:
        put("".join(line + "\n" for s in found for line in missed(s)))
    put(scores(found))


@evaluation.command(epilog="Example: kg eval pronouns --documents pronouns.jsonl --out predicted.jsonl")
def pronouns(
    documents: Annotated[Path, typer.Option("--documents", metavar="JSONL", help="Lines with doc, text, published.")],
    out: Annotated[Path, typer.Option("--out", metavar="JSONL", help="Where to write whom each pronoun names.")],
    model: Model = None,
    gazetteer: Gazetteer = None,
    as_json: AsJson = False,
) -> None:
    """Resolve the pronouns of documents, for a scorer of pronoun resolution."""
    from kg.benchmarks.pronouns import predicted
    from kg.benchmarks.records import write_records
    from kg.pipeline import toolbox

    number = write_records(out, predicted(documents, toolbox(settings(model, gazetteer))))
    typer.echo(as_line({"pronouns": number, "output": str(out)}) if as_json else f"{number} pronouns resolved in {out}")


@evaluation.command(epilog="Example: kg eval relations --documents passages.jsonl --out predicted.jsonl")
def relations(
    documents: Annotated[
        Path, typer.Option("--documents", metavar="JSONL", help="Lines with documentId, documentText, passages.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="JSONL", help="Where to write the relations found.")],
    rules: Annotated[bool, typer.Option("--rules", help="By rules alone, without the trained scorer.")] = False,
    model: Model = None,
    gazetteer: Gazetteer = None,
    as_json: AsJson = False,
) -> None:
    """Find standing relations (born in, works for, married to ...) in documents, for a scorer of relations."""
    from kg.benchmarks.records import write_records
    from kg.benchmarks.relations import predicted
    from kg.pipeline import toolbox

    number = write_records(out, predicted(documents, toolbox(settings(model, gazetteer)), rules=rules))
    typer.echo(as_line({"relations": number, "output": str(out)}) if as_json else f"{number} relations found in {out}")


@evaluation.command(epilog="Example: kg eval openie --sentences sentences.jsonl --out predicted.jsonl")
def openie(
    sentences: Annotated[Path, typer.Option("--sentences", metavar="JSONL", help="Lines with sent_id and sentence.")],
    out: Annotated[Path, typer.Option("--out", metavar="JSONL", help="Where to write what they state.")],
    model: Model = None,
    gazetteer: Gazetteer = None,
    as_json: AsJson = False,
) -> None:
    """Read single sentences with the clause rules alone, for a scorer of open information extraction."""
    from kg.benchmarks.openie import predicted
    from kg.benchmarks.records import write_records
    from kg.pipeline import toolbox

    number = write_records(out, predicted(sentences, toolbox(settings(model, gazetteer))))
    typer.echo(as_line({"tuples": number, "output": str(out)}) if as_json else f"{number} tuples in {out}")


@evaluation.command(epilog="Example: kg eval calibration tests/eval/judgements.jsonl")
def calibration(
    judgements: Annotated[Path, typer.Argument(metavar="JSONL", help="Judged statements, one a line.")],
    model: Model = None,
    gazetteer: Gazetteer = None,
    as_json: AsJson = False,
) -> None:
    """Compare confidence with the verdicts of readers, always by a model that never saw the article."""
    from dataclasses import asdict

    from kg.calibration import judged, measured, told
    from kg.confidence import load_trained
    from kg.pipeline import toolbox

    found, lost = judged(judgements, toolbox(settings(model, gazetteer)))
    figures = measured(found, load_trained())
    put(as_line({**asdict(figures), "lost": lost}) + "\n" if as_json else told(figures, lost))
