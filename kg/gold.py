"""Hand-made annotations of articles, which builds are measured against.

Those of an article NAME are JSON lines: ``NAME.facts.jsonl`` (facts a careful reader wants in the
graph), and where they exist ``NAME.entities.jsonl`` (who must be a node) and ``NAME.corefs.jsonl``
(what pronouns and descriptions refer to).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Gold:
    """The annotations of one article; None where a file is absent."""

    name: str
    facts: tuple[Record, ...]
    entities: tuple[Record, ...] | None = None
    corefs: tuple[Record, ...] | None = None


def load_gold(prefix: Path) -> Gold:
    """Read ``PREFIX.facts.jsonl`` and its companions.

    Raises `InputError` naming the file and the line that cannot be used.
    """
    facts = _lines(prefix.with_name(prefix.name + ".facts.jsonl"))
    if facts is None:
        raise InputError(f"{prefix}.facts.jsonl: no such file; a gold annotation needs at least its facts")
    entities, corefs = (_lines(prefix.with_name(f"{prefix.name}.{kind}.jsonl")) for kind in ("entities", "corefs"))
    return Gold(prefix.name, facts, entities, corefs)


def gold_prefixes(folder: Path) -> tuple[Path, ...]:
    """The annotated articles of `folder` as path prefixes, by name.

    Raises `InputError` when there is no such folder or nothing annotated in it.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; give one that holds NAME.md and NAME.facts.jsonl")
    ending = ".facts.jsonl"
    found = sorted(path for path in folder.iterdir() if path.name.endswith(ending))
    if not found:
        raise InputError(f"{folder}: holds no NAME{ending}; see the description of gold files in the README")
    return tuple(path.with_name(path.name.removesuffix(ending)) for path in found)


def _lines(path: Path) -> tuple[Record, ...] | None:
    if not path.exists():
        return None
    records = []
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if line.strip():
            try:
                records.append(json.loads(line))
            except ValueError as error:
                raise InputError(f"{path}, line {number}: not JSON ({error}); correct the line") from error
    return tuple(records)
