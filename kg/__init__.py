"""News articles in, a knowledge graph out.

>>> import kg
>>> graph = kg.build("seeds/")  # doctest: +SKIP
>>> graph.query("SELECT ?product { ent:nvidia kg:sells ?product }")  # doctest: +SKIP

`build` reads articles, `load` reads back what ``kg build`` wrote; both return a `kg.graph.Graph`.
Importing this costs nothing: what is heavy is imported when first needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KGError
from kg.version import VERSION as __version__

if TYPE_CHECKING:
    from kg.articles import Overrides
    from kg.graph import Graph
    from kg.pipeline import Settings

__all__ = ["Graph", "KGError", "Overrides", "Settings", "__version__", "build", "load"]

_HOMES = {"Graph": "kg.graph", "Overrides": "kg.articles", "Settings": "kg.pipeline"}


def __getattr__(name: str) -> Any:
    """Import the named classes only when somebody asks for one."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def build(
    paths: str | Path | Sequence[str | Path], about: Overrides | None = None, settings: Settings | None = None
) -> Graph:
    """Read articles (files, or folders of them) and return the graph of what they state.

    `about` (`kg.Overrides`) tells what the files do not tell themselves, such as the date
    of publication; `settings` (`kg.Settings`) names another model, a gazetteer or another
    policy for plain triples. Nothing is written; see `Graph.save`. Raises `KGError` for an article
    or a model that cannot be used.
    """
    from kg import pipeline

    several = [paths] if isinstance(paths, str | Path) else paths
    return pipeline.build([Path(path) for path in several], about, settings)


def load(folder: str | Path = "output") -> Graph:
    """Read back the output folder of a build; raises `KGError` when it is none."""
    from kg import graph

    return graph.load(folder)
