"""The JSON lines of public benchmarks: documents or sentences in, predictions out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.records import to_line

Record = Mapping[str, Any]


def read_records(path: Path, keys: Iterable[str]) -> Iterator[Record]:
    """Yield the objects of a file of JSON lines, each of which has text under all of `keys`.

    Raises `InputError` naming the file, the line and what is wrong with it.
    """
    wanted = tuple(keys)
    for number, line in enumerate(_text(path).split("\n"), 1):
        if line.strip():
            yield _record(line, f"{path}, line {number}", wanted)


def write_records(path: Path, records: Iterable[Record]) -> int:
    """Write `records` as JSON lines and return how many they are.

    Raises `InputError` for a file that cannot be written.
    """
    lines = [to_line(record) for record in records]
    try:
        path.write_text("".join(lines), "utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); name another file with --out") from error
    return len(lines)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); name a file of JSON lines") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8") from error


def _record(line: str, place: str, keys: tuple[str, ...]) -> Record:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise InputError(f"{place}: not JSON ({error}); correct the line") from error
    if not isinstance(record, dict):
        raise InputError(f"{place}: expected an object, found {type(record).__name__}; correct the line")
    for key in keys:
        if not isinstance(record.get(key), str):
            raise InputError(f"{place}: has no text under {key!r}; add it")
    return record
