"""The article formats: one function and one row of the table each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.articles.frontmatter import has_front_matter, split_front_matter
from kg.articles.metadata import Draft

Reader = Callable[[str, Path], Draft]
"""From the text of a file to its draft; the path is for messages."""


def read_markdown(text: str, path: Path) -> Draft:
    """Markdown, with YAML front matter or without."""
    return split_front_matter(text, path)


def read_plain(text: str, path: Path) -> Draft:
    """Plain text; a complete front matter block is honoured, a lone ``---`` is just a line."""
    return split_front_matter(text, path) if has_front_matter(text) else Draft(text)


FORMATS: dict[str, Reader] = {".md": read_markdown, ".txt": read_plain}
