"""The command ``kg``: options in, calls to the library, text out. Nothing else is decided here."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from kg.cli_eval import evaluation
from kg.errors import InputError, KGError
from kg.options import AsJson, Folder, Gazetteer, MinConfidence, Model, as_line, put, settings
from kg.version import VERSION

app = typer.Typer(
    help="News articles in, a knowledge graph out: statements with their evidence, speaker, modality and time.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(evaluation, name="eval")

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
    jobs: Annotated[
        int | None, typer.Option(metavar="N", help="Processes that read; by default one a core for over 100 articles.")
    ] = None,
    min_confidence: MinConfidence = None,
    as_json: AsJson = False,
) -> None:
    """Read articles and write their graph: statements, RDF, a store, and a page to look at."""
    from kg.articles import Overrides
    from kg.console import summary, watched
    from kg.pipeline import build_into

    about = Overrides(title=title, url=url, published=_day(published))
    wanted = settings(model, gazetteer, edges, jobs, min_confidence)
    graph, timing = build_into(out, paths, about, wanted, watched)
    if as_json:
        typer.echo(as_line({**graph.report, "output": str(out), "timing": timing.record()}))
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
        put("".join(f"{ready.name}: {ready.question}\n" for ready in named_queries()))
        return
    text = named_query(named).sparql if named else _sparql(sparql)
    with open_store(folder / "store") as store:
        result = run_query(store, text, dict(map(_binding, values or [])))
        if evidence:
            put(format_evidence(result, evidence_for(store, result)))
        else:
            put(format_result(result, form))


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
    lines = [as_line(found.to_dict())] if as_json else [printable(line) for line in str(found).split("\n")]
    put("".join(line + "\n" for line in lines))
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
    put(exported(graph.extractions, form, graph.edges))


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
    put("".join(as_line(row) + "\n" for row in found.rows) if as_json else table(found.columns, found.rows))


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
    tools = toolbox(settings(model, gazetteer))
    check_versions(graph, versions(tools, gazetteer))
    found = explained(graph, wanted, tools)
    put(as_line(found.record()) + "\n" if as_json else told(found))


def _sparql(given: str | None) -> str:
    if given is None:
        raise InputError("query: nothing asked; give a SPARQL query, or --named NAME, or --list to see the ready ones")
    return sys.stdin.read() if given == "-" else given


def _binding(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise InputError(f"--set {text}: write it as NAME=VALUE, such as who=ent:nvidia")
    return name, value


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"--date {text}: is not a date; write it as YYYY-MM-DD") from error


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
