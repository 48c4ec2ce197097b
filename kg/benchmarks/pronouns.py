"""Pronoun resolution on annotated documents: who each pronoun stands for, by name.

Documents are JSON lines with ``doc``, ``text`` and, where known, ``published`` (a date);
predictions have ``doc``, ``start``, ``end`` (a half-open range of code points of the text) and the
``name`` of whom the pronoun there stands for. Pronouns on which the resolver abstains are absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from kg.articles import article_from_text
from kg.benchmarks.records import Record, read_records
from kg.errors import InputError
from kg.extraction import Toolbox
from kg.language import Reading, read
from kg.model import Article
from kg.opening import opened
from kg.stages import Mention


def predicted(path: Path, tools: Toolbox) -> Iterator[dict[str, Any]]:
    """Yield the predictions for the documents of the file `path`, in the order of their texts.

    Raises `InputError` for a file, a line or a date that cannot be used.
    """
    for record in read_records(path, ("doc", "text")):
        for start, end, name in named_pronouns(_article(record), tools):
            yield {"doc": record["doc"], "start": start, "end": end, "name": name}


def named_pronouns(article: Article, tools: Toolbox) -> Iterator[tuple[int, int, str]]:
    """Yield where the resolved pronouns of an article stand, and whom each of them names.

    >>> from kg.language import load_model
    >>> text = "Anna Keller leads the bank. She was born in Rome."
    >>> list(named_pronouns(article_from_text(text), Toolbox(load_model())))
    [(28, 31, 'Anna Keller')]
    """
    begun = opened(read(article, tools.nlp), tools.gazetteer)
    reading = begun.reading
    for reference in begun.references:
        if _is_pronoun(reading, reference.mention) and not reference.others:
            first, last = reference.mention.first, reference.mention.stop - 1
            name = " and ".join(_name(antecedent, article) for antecedent in reference.antecedents)
            yield reading.start(first), reading.end(last), name


def _is_pronoun(reading: Reading, mention: Mention) -> bool:
    return mention.stop == mention.first + 1 and reading.doc[mention.head].tag_ in ("PRP", "PRP$")


def _name(mention: Mention, article: Article) -> str:
    """What the article calls somebody: the full name where it uses that, not an expansion of its own."""
    full = mention.canonical
    return full if full is not None and full in article.text else mention.text


def _article(record: Record) -> Article:
    try:
        published = date.fromisoformat(record["published"]) if record.get("published") else None
    except (TypeError, ValueError) as error:
        raise InputError(f"{record['doc']}: published {record['published']!r} is not a date like 2025-07-16") from error
    return article_from_text(str(record["text"]), str(record["doc"]), published=published)
