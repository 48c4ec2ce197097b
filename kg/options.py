"""What commands share: their options, and how they print."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kg.pipeline import Settings

Folder = Annotated[Path, typer.Option("--from", metavar="DIR", help="The output folder of a build.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")]
Model = Annotated[str | None, typer.Option("--model", metavar="NAME", help="An installed spaCy pipeline.")]
Gazetteer = Annotated[Path | None, typer.Option("--gazetteer", metavar="CSV", help="Names of your own.")]
MinConfidence = Annotated[
    float | None,
    typer.Option("--min-confidence", metavar="P", help="Set statements aside that are less likely right, 0 to 1."),
]


def settings(
    model: str | None,
    gazetteer: Path | None,
    edges: str = "planned",
    jobs: int | None = 1,
    min_confidence: float | None = None,
) -> Settings:
    """Return the settings that options ask for; raises `InputError` for an unknown policy or bound."""
    from kg.errors import InputError
    from kg.language import DEFAULT_MODEL
    from kg.pipeline import MIN_CONFIDENCE, Settings, edges_named

    least = MIN_CONFIDENCE if min_confidence is None else min_confidence
    if not 0 <= least <= 1:
        raise InputError(f"--min-confidence {least:g}: give a probability from 0 to 1")
    return Settings(model or DEFAULT_MODEL, gazetteer, edges_named(edges), jobs, least)


def as_line(value: object) -> str:
    """Return `value` as one line of JSON."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def put(text: str | Iterable[str]) -> None:
    """Write text to standard output as it is."""
    sys.stdout.write(text if isinstance(text, str) else "".join(text))
