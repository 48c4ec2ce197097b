"""From paths and texts to articles."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Unpack

from kg import ids
from kg.articles.bylines import parse_byline
from kg.articles.cleaning import find_blocks
from kg.articles.dating import publication_date
from kg.articles.decoding import MAX_BYTES, read_text, unify
from kg.articles.english import is_english
from kg.articles.formats import FORMATS
from kg.articles.metadata import Draft, Fields, Metadata, Overrides, fault, from_fields, shown
from kg.language import PARSED_KINDS
from kg.model import Article, Block

MAX_BLOCK = 100_000
_log = logging.getLogger(__name__)
_NOTHING = Metadata()


def read_articles(paths: Sequence[Path | str], overrides: Overrides = _NOTHING) -> list[Article]:
    """Read files, and all articles in folders, in the order of `list_articles`.

    Raises `InputError` at the first that cannot be used. A file whose name and text repeat one
    read before is left out with a warning, since it would be the same article.
    """
    articles: dict[str, Article] = {}
    for path in list_articles(paths):
        article = read_article(path, overrides)
        if article.id in articles:
            _log.warning("%s: left out, it repeats an article of the same name and text", shown(path))
        articles.setdefault(article.id, article)
    return list(articles.values())


def list_articles(paths: Sequence[Path | str]) -> list[Path]:
    """Return the files that `paths` stand for, each once: those named, and those in folders, sorted.

    Folders are searched to the bottom for the known endings. Hidden files and folders are passed
    over in silence; a README without front matter is too, but is logged. Raises `InputError` for a
    folder without articles and for an empty list.
    """
    if not paths:
        raise fault("no input", "no article was named", f"give files or folders with {_endings()} files")
    found: dict[Path, None] = {}
    for path in sorted(map(Path, paths)):
        found.update(dict.fromkeys(_in_folder(path) if path.is_dir() else [path]))
    return list(found)


def read_article(path: Path | str, overrides: Overrides = _NOTHING) -> Article:
    """Read one file; `overrides` fill in what it does not say itself.

    Raises `InputError`, naming the file and the place, for anything that is not an English article
    in a supported format.
    """
    path = Path(path)
    reader = FORMATS.get(path.suffix.lower())
    if path.is_dir():
        raise fault(path, "this is a folder", "name a file, or read the folder with read_articles")
    if reader is None and path.exists():
        what = (
            f'"{path.suffix}" is not a supported format'
            if path.suffix
            else "the file has no ending that tells its format"
        )
        raise fault(path, what, f"save the article as {_endings()}")
    draft = reader(read_text(path), path) if reader else Draft(read_text(path))
    return _article(draft, shown(path.stem), path, overrides)


def article_from_text(text: str, name: str = "article", **metadata: Unpack[Fields]) -> Article:
    """Return an article made of `text`; keywords are `title`, `url`, `published`, `source`, `authors`, `licence`.

    `name` stands for the file name: it makes the IRI readable and names the article in errors.
    Front matter is not looked for. Raises `InputError` as `read_article` does.

    >>> article_from_text("Rome votes\\n\\nItaly voted for the new law.", name="rome").title
    'Rome votes'
    """
    if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
        raise fault(name, "the text holds half a surrogate pair", "decode it properly before passing it on")
    if "\0" in text:
        raise fault(name, "the text holds a zero byte", "pass plain text")
    return _article(Draft(unify(text)), shown(name), name, from_fields(metadata))


def _article(draft: Draft, name: str, path: Path | str, overrides: Metadata) -> Article:
    """Check a draft and complete it: blocks, title, byline facts, date, IRI."""
    text = draft.text
    _check_size(draft, path)
    blocks = find_blocks(text, draft.metadata.title)
    _check_blocks(draft, blocks, path)
    known = _completed(draft.metadata.filled_from(overrides), text, blocks)
    known = replace(known, published=known.published or publication_date(known.url, name, text, blocks))
    digest = ids.digest(text)
    return Article(
        id=ids.article_iri(name, digest), name=name, text=text, blocks=blocks, digest=digest,
        title=known.title, url=known.url, published=known.published, source=known.source, authors=known.authors,
        licence=known.licence,
    )  # fmt: skip


def _completed(metadata: Metadata, text: str, blocks: tuple[Block, ...]) -> Metadata:
    """Return `metadata` with title and byline facts from the text where they were unknown."""
    first = next((b for b in blocks if b.kind in PARSED_KINDS), None)
    title = " ".join(text[first.start : first.end].split()) if first and first.kind == "headline" else None
    bylines = [parse_byline(text[b.start : b.end]) for b in blocks if b.kind == "byline"]
    source = next((b.source for b in bylines if b.source), None)
    authors = next((b.authors for b in bylines if b.authors), ())
    return metadata.filled_from(Metadata(title=title, source=source, authors=authors))


def _check_size(draft: Draft, path: Path | str) -> None:
    if not draft.text.strip():
        what = "there is nothing after the front matter" if draft.first_line > 1 else "the article is empty"
        raise fault(path, what, "give a file that holds an article")
    if len(draft.text) > MAX_BYTES:
        raise fault(
            path,
            f"{len(draft.text):,} characters are more than the {MAX_BYTES:,} an article may have",
            "split the text",
        )


def _check_blocks(draft: Draft, blocks: tuple[Block, ...], path: Path | str) -> None:
    """Refuse what the parser could not read: endless paragraphs, no prose, another language."""
    for block in blocks:
        if block.end - block.start > MAX_BLOCK:
            line = draft.first_line + draft.text.count("\n", 0, block.start)
            what = f"a paragraph of {block.end - block.start:,} characters is longer than the {MAX_BLOCK:,} allowed"
            raise fault(path, what, "part it with blank lines, or check that this is an article", line=line)
    prose = [draft.text[b.start : b.end] for b in blocks if b.kind in PARSED_KINDS]
    if not prose:
        raise fault(path, "there is no prose, only captions, bylines or page furniture", "give the text of an article")
    if not is_english(prose):
        raise fault(path, "there is no sentence in English", "give an article in English; other languages are not read")


def _in_folder(folder: Path) -> list[Path]:
    def refuse(error: OSError) -> None:
        raise fault(
            error.filename or folder, "no permission to read this folder", "make it readable for you"
        ) from error

    found: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [f for f in folders if not f.startswith(".")]
        found += (Path(root, n) for n in names if Path(n).suffix.lower() in FORMATS and not n.startswith("."))
    kept = list(_without_readmes(sorted(found)))
    if not kept:
        raise fault(folder, "there is no article in this folder", f"put {_endings()} files into it")
    return kept


def _without_readmes(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.stem.lower() == "readme" and not read_text(path).startswith("---\n"):
            _log.warning("%s: passed over, a README without front matter is no article", shown(path))
        else:
            yield path


def _endings() -> str:
    return " or ".join(sorted(FORMATS))
