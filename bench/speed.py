"""How fast the pipeline is against its parser: ``python bench/speed.py ARTICLE... [--rounds N] [--profile]``.

Times bare ``nlp.pipe`` of the model as it was shipped over the prose of the articles and the whole
build (statements to RDF, store and page) in one process, alternating, with the model loaded before;
prints words a second of each, from the fastest round, and their ratio.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from kg.articles import read_articles
from kg.extraction import Toolbox, extract
from kg.graph import Graph
from kg.language import PARSED_KINDS, plain, shipped_model
from kg.model import Article
from kg.pipeline import Settings, toolbox

Work = Callable[[], object]


def prose(articles: Sequence[Article]) -> list[str]:
    """The paragraphs that a build hands to the parser, as it hands them over."""
    return [plain(a.text[b.start : b.end]) for a in articles for b in a.blocks if b.kind in PARSED_KINDS]


def works(articles: Sequence[Article], tools: Toolbox, folder: str) -> dict[str, Work]:
    """What is timed, by name: the parser alone, up to the statements, and the whole build, written below `folder`."""
    paragraphs = prose(articles)
    bare = shipped_model()

    def statements() -> Graph:
        return Graph(tuple(extract(article, tools) for article in articles))

    def build() -> None:
        statements().save(Path(tempfile.mkdtemp(dir=folder)) / "output")

    return {"bare nlp.pipe": lambda: list(bare.pipe(paragraphs)), "statements": statements, "whole build": build}


def fastest(works: dict[str, Work], rounds: int) -> dict[str, float]:
    """Seconds of processor time of the fastest of `rounds` rounds of each work, taken in turn."""
    best = dict.fromkeys(works, float("inf"))
    for number in range(rounds + 1):
        for name, work in works.items():
            began = process_time()
            work()
            if number:  # the first round loads what is loaded late
                best[name] = min(best[name], process_time() - began)
    return best


def profiled(work: Work, lines: int) -> None:
    """Print where `work` spends its time, by time in the function itself and by time below it."""
    with cProfile.Profile() as profile:
        work()
    for order in ("tottime", "cumulative"):
        pstats.Stats(profile, stream=sys.stdout).strip_dirs().sort_stats(order).print_stats(lines)


def main() -> None:
    """Run the benchmark and print a line for each work."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, help="articles or folders of them")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is run; the fastest counts")
    parser.add_argument("--profile", action="store_true", help="print the hottest places of the whole build too")
    given = parser.parse_args()
    articles = read_articles(given.paths)
    with tempfile.TemporaryDirectory() as folder:  # around all rounds: no build takes its output away again
        timed = works(articles, toolbox(Settings()), folder)
        seconds = fastest(timed, given.rounds)
        report(articles, seconds)
        if given.profile:
            profiled(timed["whole build"], 40)


def report(articles: Sequence[Article], seconds: dict[str, float]) -> None:
    """Print a line for each work."""
    words = sum(len(text.split()) for text in prose(articles))
    bare = seconds["bare nlp.pipe"]
    print(f"{len(articles)} articles, {words:,} words of prose")
    for name, took in seconds.items():
        print(f"{name:14s} {took:7.3f} s {words / took:8,.0f} words/s  {bare / took:.2f} of bare nlp.pipe")


if __name__ == "__main__":
    main()
