"""What is known of an article besides its words, and which errors name its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import TypedDict

from kg.errors import InputError


@dataclass(frozen=True, slots=True)
class Metadata:
    """Facts about an article; whatever is None or empty is unknown."""

    title: str | None = None
    url: str | None = None
    published: date | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    licence: str | None = None

    def filled_from(self, other: Metadata) -> Metadata:
        """Return these facts, with the unknown ones taken from `other`.

        >>> Metadata(title="A").filled_from(Metadata(title="B", source="Reuters")).source
        'Reuters'
        """
        missing = {f.name: getattr(other, f.name) for f in fields(self) if not getattr(self, f.name)}
        return replace(self, **missing)


Overrides = Metadata
"""What the user says about articles that do not say it themselves (``--date``, ``--source``)."""


class Fields(TypedDict, total=False):
    """The keyword arguments that describe an article given as text."""

    title: str | None
    url: str | None
    published: date | None
    source: str | None
    authors: tuple[str, ...]
    licence: str | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A file after its reader: the body, what the file says about itself, and its known faults."""

    text: str
    metadata: Metadata = Metadata()
    first_line: int = 1
    """Line of the file on which `text` begins."""


def shown(path: Path | str) -> str:
    """Return `path` fit for one line of a message: what cannot be printed is escaped.

    >>> shown("a\\nb")
    'a\\\\x0ab'
    """
    return "".join(c if c.isprintable() else _escape(c) for c in str(path))


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def fault(path: Path | str, what: str, todo: str, *, line: int | None = None) -> InputError:
    """Return the error for `path`: the place, what is wrong there and what to do about it."""
    place = shown(path) if line is None else f"{shown(path)}, line {line}"
    return InputError(f"{place}: {shown(what)}: {shown(todo)}")


def cut(value: str, limit: int = 60) -> str:
    """Return `value` short enough to quote in a message."""
    return value if len(value) <= limit else value[:limit] + "…"


def from_fields(given: Mapping[str, object]) -> Metadata:
    """Return keyword arguments as `Metadata`; `InputError` for a name that it does not have."""
    known = {f.name for f in fields(Metadata)}
    unknown = sorted(set(given) - known)
    if unknown:
        raise InputError(f"unknown article field {unknown[0]!r}: use one of {', '.join(sorted(known))}")
    return replace(Metadata(), **given)  # type: ignore[arg-type]
