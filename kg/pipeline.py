"""From article files to a graph: the whole build on one screen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import cast, get_args

from kg.articles import Overrides, read_article, read_articles
from kg.contradictions import with_contradictions
from kg.errors import InputError
from kg.evaluate import Score, score
from kg.evidence import verified
from kg.extraction import Toolbox, extract
from kg.folder import replacing
from kg.gazetteer import load_gazetteer
from kg.gold import gold_prefixes, load_gold
from kg.graph import Graph, write
from kg.language import DEFAULT_MODEL, load_model
from kg.model import Article
from kg.ontology import load_ontology
from kg.rdf import Edges
from kg.records import statements
from kg.report import Timing, word_count
from kg.version import VERSION
from kg.workers import extracted

Watch = Callable[[Sequence[Article]], Iterable[Article]]
"""Hands the articles on one by one, and may tell somebody how far it is."""


MIN_CONFIDENCE = 0.45
"""Of the statements below, most are not what a careful reader would accept (`kg eval calibration`)."""


@dataclass(frozen=True)
class Settings:
    """How to build: the spaCy pipeline, an own gazetteer, and which statements become plain edges.

    Statements less likely right than `min_confidence`, 0 to 1, are set aside as rejections. `jobs` is the number of
    processes that read articles, None for one a core if there are over a hundred; the outcome does not depend on it.
    """

    model: str = DEFAULT_MODEL
    gazetteer: Path | None = None
    edges: Edges = "planned"
    jobs: int | None = 1
    min_confidence: float = MIN_CONFIDENCE


def build(
    paths: Sequence[Path], about: Overrides | None = None, settings: Settings | None = None, watch: Watch = iter
) -> Graph:
    """Read the articles under `paths` and return what they state.

    `about` tells what the files do not tell themselves. Raises `InputError` for a path that is no
    usable article and `ModelError` when the language model cannot be loaded.
    """
    settings = settings or Settings()
    articles = read_articles(paths, about or Overrides())
    tools = toolbox(settings)
    with closing(extracted(articles, partial(toolbox, settings), settings.jobs)) as found:
        extractions = [extraction for _, extraction in zip(watch(articles), found, strict=True)]
    return Graph(with_contradictions(extractions, tools.ontology), settings.edges, versions(tools, settings.gazetteer))


def edges_named(name: str) -> Edges:
    """Return the policy called `name`; raises `InputError` when there is none."""
    if name not in get_args(Edges):
        raise InputError(f"--edges {name}: unknown; choose one of {', '.join(get_args(Edges))}")
    return cast(Edges, name)


def toolbox(settings: Settings) -> Toolbox:
    """Load what extraction needs besides the articles."""
    gazetteer = load_gazetteer(settings.gazetteer)
    return Toolbox(load_model(settings.model), load_ontology(), gazetteer, settings.min_confidence)


def evaluate(folder: Path, settings: Settings) -> tuple[Score, ...]:
    """Build each annotated article of `folder` alone and score it, in the order of their names.

    Raises `InputError` when an annotation has no article or cannot be read.
    """
    tools = toolbox(settings)
    return tuple(_scored(prefix, tools) for prefix in gold_prefixes(folder))


def _scored(prefix: Path, tools: Toolbox) -> Score:
    paths = [prefix.with_name(prefix.name + ending) for ending in (".md", ".txt")]
    article = read_article(next((path for path in paths if path.exists()), paths[0]))
    records = list(statements([verified(extract(article, tools))]))
    return score(records, load_gold(prefix))


def versions(tools: Toolbox, gazetteer: Path | None = None) -> Mapping[str, str]:
    """What made a build, as far as it can change the outcome."""
    own = {"gazetteer": hashlib.sha256(gazetteer.read_bytes()).hexdigest()[:16]} if gazetteer else {}
    model = f"{tools.nlp.meta['lang']}_{tools.nlp.meta['name']} {tools.nlp.meta['version']}"
    ontology = tools.ontology.digest[:16]
    return {"pressgraph": VERSION, "spacy": version("spacy"), "model": model, "ontology": ontology, **own}


def build_into(
    folder: Path, paths: Sequence[Path], about: Overrides | None, settings: Settings, watch: Watch = iter
) -> tuple[Graph, Timing]:
    """Build and write the output folder, all of it or nothing; return the graph and how long it took.

    The timing goes into a file of its own (``timing.json``), because everything else is the same
    bytes for the same articles. Raises what `build` raises, and `StoreError` for the folder.
    """
    began = perf_counter()
    with replacing(folder) as draft:
        graph = build(paths, about, settings, watch)
        write(graph, draft)
        timing = Timing(perf_counter() - began, word_count(graph.extractions))
        (draft / "timing.json").write_text(json.dumps(timing.record()) + "\n", "utf-8")
    return graph, timing
