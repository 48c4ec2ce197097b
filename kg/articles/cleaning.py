"""What each stretch of an article is: prose, headline, byline, caption, or part of the page.

Positions always count in the text as stored. Markup inside a line (links, emphasis, tags) cannot
be cut out without moving them; `kg.markup` blanks it with as many spaces instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.articles.boilerplate import is_boilerplate, label_length
from kg.articles.bylines import byline_length, is_byline, is_caption
from kg.articles.lines import paragraphs
from kg.language import PARSED_KINDS
from kg.model import Block, BlockKind

_FINAL = re.compile(r"[.!?…:;,。！？][\"'”’»)\]】]*$")
_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t]*#*$")
_ITEM = re.compile(r"(?:[-*+•‣▪●◦–][ \t]+|\(?\d{1,2}[.)][ \t]+|\(?[a-z]\)[ \t]+)(?=\S)")
_LONGEST_TITLE, _LONGEST_SUBHEAD = 200, 100

# A caption without a full stop that ran into the first sentence of the paragraph after it.
_RUN_IN = re.compile(
    r"(?P<caption>[^.,;:!?\"“\n]{5,90}?(?:; from file, \d{4}\.)?)[ ](?=(?:In|On|At|With) (?:the|his|her|their|"
    r"an?|this) [^.!?\n]{5,90}, [a-z])"
)
_FRAGMENT = re.compile(
    r"(?:The|An?) (?:(?!\w+ed )[a-z-]+ ){1,2}of (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}\.[ ]+(?=The\b|"
    r"This\b|It\b)"
)


def find_blocks(text: str, title: str | None = None) -> tuple[Block, ...]:
    """Return the blocks of `text` in order, without overlap; each begins and ends with a visible character.

    `title` is the article's title where it is known: a first line that repeats it is the headline.

    >>> [b.kind for b in find_blocks("Rome votes\\n\\nBy Jane Doe, Reuters\\n\\nItaly voted on Sunday.")]
    ['headline', 'byline', 'paragraph']
    """
    blocks: list[Block] = []
    spans = list(paragraphs(text))
    begun = told = False  # a headline or prose came before; a paragraph did
    for i, (start, end) in enumerate(spans):
        for block in _classified(text, start, end, title, not begun and i + 1 < len(spans), not told):
            blocks.append(block)
            begun = begun or block.kind in PARSED_KINDS
            told = told or block.kind == "paragraph"
    return tuple(blocks)


def _classified(
    text: str, start: int, end: int, title: str | None, opening: bool, first_prose: bool
) -> Iterator[Block]:
    """Yield the blocks of one paragraph: mostly one, more where something runs into its prose."""
    words = text[start:end]
    whole = _whole_kind(words, title, opening)
    if whole:
        offset = _marker_length(words, whole)
        stop = len(words.rstrip("# \t") if whole == "headline" else words)
        yield from _trimmed(text, start + offset, start + stop, whole)
        return
    for kind, length in _prefixes(words, title, first_prose):
        yield from _trimmed(text, start, start + length, kind)
        start += length
    if start < end and text[start:end].strip():
        rest = text[start:end].strip()
        yield from _trimmed(text, start, end, _whole_kind(rest, None, False) or "paragraph")


def _trimmed(text: str, start: int, end: int, kind: BlockKind) -> Iterator[Block]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Block(start, end, kind)


def _whole_kind(words: str, title: str | None, opening: bool) -> BlockKind | None:
    """Return what `words` are if they are something else than a paragraph as a whole."""
    if (title and _same(words, title)) or _HEADING.match(words):
        return "headline"
    if is_caption(words):
        return "caption"
    if is_boilerplate(words) or words.startswith(("```", "~~~")):
        return "boilerplate"
    if is_byline(words):
        return "byline"
    if _ITEM.match(words):
        return "list"
    return _unfinished_kind(words, opening)


def _unfinished_kind(words: str, opening: bool) -> BlockKind | None:
    """A short line that does not end like a sentence: the headline, a subheading or a bare caption."""
    line = " ".join(words.split())
    unfinished = not _FINAL.search(line) or (opening and line.endswith(("?", "!")))
    if not unfinished or byline_length(line) or line[:1] in "\"“'‘":
        return (
            "headline" if opening and unfinished and len(line) <= _LONGEST_TITLE and not byline_length(line) else None
        )
    if opening and len(line) <= _LONGEST_TITLE:
        return "headline"
    if len(line) > _LONGEST_SUBHEAD:
        return None
    return (
        "caption" if re.match(r"(?:The|An?) \w", line) and "\n" not in words and not _VERB.search(line) else "headline"
    )


_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|must|says?|said)\b")


def _same(words: str, title: str) -> bool:
    plain = [re.sub(r"\W+", " ", s).strip().casefold() for s in (words, title)]
    return plain[0] == plain[1] and bool(plain[0])


def _marker_length(words: str, kind: BlockKind) -> int:
    pattern = {"headline": re.compile(r"#{1,6}[ \t]+"), "list": _ITEM}.get(kind)
    match = pattern.match(words) if pattern else None
    return match.end() if match else 0


def _prefixes(words: str, title: str | None, first_prose: bool) -> Iterator[tuple[BlockKind, int]]:
    """Yield kind and length of what stands before the prose of a paragraph, in order."""
    at = 0
    if length := byline_length(words):
        yield "byline", length
        at = length
    if first_prose and (length := label_length(words[at:], title)):
        yield "boilerplate", length
        at += length
    for pattern in (_RUN_IN, _FRAGMENT):
        if match := pattern.match(words, at):
            yield "caption", match.end() - at
            return
