"""The YAML block between two ``---`` lines at the head of an article.

Values are read from YAML nodes, not from Python objects: that keeps the line of each value for
messages, and no value can become anything but text.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

from kg.articles.metadata import Draft, Metadata, cut, fault

_RULE = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_MAX_SIZE = 100_000
_NAMES = {
    "title": "title", "headline": "title",
    "url": "url", "link": "url",
    "published": "published", "date": "published",
    "source": "source", "publisher": "source", "outlet": "source",
    "author": "authors", "authors": "authors",
    "licence": "licence", "license": "licence",
}  # fmt: skip
_NULL = "tag:yaml.org,2002:null"


def has_front_matter(text: str) -> bool:
    """Whether `text` begins with a complete front matter block."""
    opening = _RULE.match(text)
    return bool(opening and _CLOSING.search(text, opening.end()))


def split_front_matter(text: str, path: Path | str) -> Draft:
    """Return the body of `text` and what its front matter says; `path` is named in errors.

    Keys that mean nothing to us are ignored. Raises `InputError` for a block that is not closed,
    is no YAML, or holds a value of the wrong type, each with its line.
    """
    opening = _RULE.match(text)
    if not opening:
        return Draft(text)
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        raise fault(path, "the front matter is not closed", "end it with a line of its own that reads ---", line=1)
    block = text[opening.end() : closing.start()]
    return Draft(text[closing.end() :], _parse(block, path), text.count("\n", 0, closing.end()) + 1)


def _parse(block: str, path: Path | str) -> Metadata:
    import yaml

    if len(block) > _MAX_SIZE:
        raise fault(path, f"the front matter is longer than {_MAX_SIZE:,} characters", "shorten it", line=1)
    try:
        root = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        problem = error.problem or "no YAML"
        raise fault(
            path, f"broken front matter ({problem})", "put values that hold : or quotes in quotes", line=line
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise fault(path, "broken front matter", "write it as lines of the form key: value", line=1) from error
    if root is None:
        return Metadata()
    if not isinstance(root, yaml.MappingNode):
        raise fault(path, "the front matter is not a list of keys", "write it as lines of the form key: value", line=2)
    return _metadata([(key, value) for key, value in root.value], path)


def _metadata(pairs: list[tuple[object, object]], path: Path | str) -> Metadata:
    found: dict[str, object] = {}
    for key, node in pairs:
        name = _NAMES.get(str(getattr(key, "value", "")).strip().lower())
        if name is None or getattr(node, "tag", "") == _NULL:
            continue
        if name in found:
            raise fault(path, f"the front matter gives {name} twice", "keep one of them", line=_line(node))
        if name == "authors":
            found[name] = _texts(node, name, path)
        else:
            value = _text(node, name, path)
            found[name] = _published(value, path, _line(node)) if name == "published" else value or None
    return Metadata(**found)  # type: ignore[arg-type]


def _line(node: object) -> int:
    """Line of the file: the block begins on its second line."""
    mark = getattr(node, "start_mark", None)
    return int(mark.line) + 2 if mark else 1


def _text(node: object, name: str, path: Path | str) -> str:
    value = getattr(node, "value", None)
    if not isinstance(value, str):
        raise fault(
            path, f"{name} in the front matter is not a text", f"write {name}: followed by one value", line=_line(node)
        )
    return " ".join(value.split())


def _texts(node: object, name: str, path: Path | str) -> tuple[str, ...]:
    value = getattr(node, "value", None)
    items = value if isinstance(value, list) else [node]
    return tuple(text for text in (_text(item, name, path) for item in items) if text)


def _published(value: str, path: Path | str, line: int) -> date:
    try:
        # The zone stays what the publisher wrote: the day in print is the one meant.
        return datetime.fromisoformat(value.replace("Z", "+00:00")).date()
    except ValueError:
        pass
    from kg.times import find_times

    found = find_times(value, None)
    if len(found) == 1 and (span := found[0].span) and span.precision == "day" and span.start:
        return span.start
    raise fault(
        path,
        f'published in the front matter is "{cut(value)}", which is not a date',
        "write it as YYYY-MM-DD",
        line=line,
    )
