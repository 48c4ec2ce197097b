"""Text for terminals: tables, sums and a progress bar; nothing an article says can steer it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from time import monotonic
from typing import Any

from kg.evaluate import Score, mean
from kg.graph import Graph
from kg.model import Article
from kg.query.formats import printable, text_table
from kg.report import Timing

_PATIENCE = 2.0


def table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> str:
    """Return aligned columns with a heading; long cells are cut with an ellipsis."""
    cells = [["" if row.get(column) is None else printable(str(row[column])) for column in columns] for row in rows]
    return text_table([column.replace("_", " ") for column in columns], cells)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun.

    >>> counted(1, "entity", "entities"), counted(1200, "word")
    ('1 entity', '1,200 words')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def summary(graph: Graph, timing: Timing, out: Path) -> str:
    """Return the five lines that end a build."""
    made = graph.report
    modality = made["statements_by_modality"]
    unsure = made["statements"] - modality.get("asserted", 0)
    negative = made["statements_by_polarity"].get("negative", 0)
    lines = (
        f"Read {counted(made['articles'], 'article')} ({counted(made['words'], 'word')}) in {timing.seconds:.1f} s, "
        f"{timing.words_per_second:,.0f} words/s",
        f"Made {counted(made['statements'], 'statement')} about {counted(made['entities'], 'entity', 'entities')}: "
        f"{made['attributed_statements']:,} attributed, {unsure:,} not asserted as fact, {negative:,} negative",
        f"Left out {counted(made['rejections'], 'candidate')}, each with its reason in {out / 'rejections.jsonl'}",
        f"Data  {out / 'statements.jsonl'}, graph.ttl, report.json, store/ (ask it: kg query --list)",
        f"Page  {out / 'graph.html'} (open it in a browser)",
    )
    return "\n".join(map(printable, lines))


def scores(found: Sequence[Score]) -> str:
    """Return a table with a row for each figure and a column for each article, and the mean."""
    means = mean(found)
    rows = [
        {"figure": key, "mean": _figure(value), **{s.name: _of(s, key) for s in found}} for key, value in means.items()
    ]
    return table(["figure", "mean", *(s.name for s in found)], rows)


def _of(score: Score, key: str) -> str:
    if key in score.ratios:
        ratio = score.ratios[key]
        return f"{ratio.right}/{ratio.total}" if ratio.total else "-"
    value = score.statements if key == "statements" else score.object_words
    return "-" if value is None else f"{value:g}"


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def misses(score: Score) -> Iterator[str]:
    """Yield a line for each gold entity and fact that the build does not have."""
    for name in score.missed_entities:
        yield printable(f"{score.name}: entity missed: {name}")
    for fact in score.missed_facts:
        words = " | ".join(fact[key][0] for key in ("subject", "predicate", "object"))
        yield printable(f"{score.name}: fact missed: {fact['id']} (tier {fact['tier']}) {words}   «{fact['sentence']}»")


def watched(articles: Sequence[Article]) -> Iterator[Article]:
    """Hand on the articles; on a terminal, show a bar once it has taken longer than two seconds."""
    if not sys.stderr.isatty():
        yield from articles
        return
    from rich.console import Console
    from rich.progress import Progress

    began = monotonic()
    progress = Progress(console=Console(stderr=True), transient=True)
    task = progress.add_task("Reading", total=len(articles))
    with ExitStack() as stack:
        for number, article in enumerate(articles):
            if monotonic() - began > _PATIENCE and not progress.live.is_started:
                stack.enter_context(progress)
            progress.update(task, completed=number)
            yield article
