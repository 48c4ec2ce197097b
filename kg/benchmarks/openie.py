"""Open information extraction on single sentences: the clause layer alone, before anything is resolved.

Sentences are JSON lines with ``sent_id`` and ``sentence``; predictions repeat both and have
``subject``, ``relation``, ``object``, ``args_extra`` (further arguments) and ``confidence``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.benchmarks.records import read_records
from kg.benchmarks.tuples import OpenTuple, open_tuples
from kg.extract.attribution import Attribution
from kg.extraction import Toolbox, propose
from kg.language import read
from kg.measures import measure
from kg.model import Article, Block
from kg.opening import opened


def predicted(path: Path, tools: Toolbox) -> Iterator[dict[str, Any]]:
    """Yield the predictions for the sentences of the file `path`, in their order.

    Raises `InputError` for a file or a line that cannot be used.
    """
    for record in read_records(path, ("sent_id", "sentence")):
        for found in sentence_tuples(record["sentence"], tools):
            yield {
                "sent_id": record["sent_id"],
                "sentence": record["sentence"],
                "subject": found.subject,
                "relation": found.relation,
                "object": found.object,
                "args_extra": list(found.further),
                "confidence": found.confidence,
            }


def sentence_tuples(sentence: str, tools: Toolbox) -> Iterator[OpenTuple]:
    """Yield what one sentence states, in its own words.

    >>> from kg.language import load_model
    >>> found, two_place = sentence_tuples("The bank was founded by two brothers in 1851.", Toolbox(load_model()))
    >>> found.subject, found.relation, found.object, found.further
    ('The bank', 'was founded by', 'two brothers', ('in 1851',))
    >>> two_place.relation, two_place.object
    ('was founded by two brothers in', '1851')
    """
    # Not read as an article: a sentence of a benchmark is prose, whatever it looks like.
    article = Article("sentence", "sentence", sentence, blocks=(Block(0, len(sentence), "paragraph"),))
    begun = opened(read(article, tools.nlp), tools.gazetteer)
    times, _ = measure(begun.reading)
    attribution = Attribution(begun.reading.doc, begun.quotations, begun.reading.openings())
    propositions = propose(begun.reading, begun.mentions, attribution, times, tools.gazetteer)
    yield from open_tuples(begun.reading, propositions)
