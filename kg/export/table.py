"""Statements as a flat table: one row each, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date

from kg import model
from kg.model import Claim, ClaimRef, EntityRef, Extraction, Node, Value

Cell = str | float | int | None

COLUMNS = (
    "id", "subject", "subject_type", "predicate", "object", "object_type", "polarity", "modality", "attributed_to",
    "time_start", "time_end", "value", "unit", "qualifiers", "sentence", "start", "end", "more_sentences",
    "article", "published", "confidence", "extractor", "subject_id", "predicate_id", "object_id",
)  # fmt: skip

# A spreadsheet takes a cell that begins like this for a formula, and an article may begin so.
_FORMULA = re.compile(r"^[=+\-@\t\r]")


def rows(extractions: Iterable[Extraction]) -> Iterator[dict[str, Cell]]:
    """Yield one row a statement, article by article."""
    for extraction in extractions:
        for claim in extraction.claims:
            yield row(claim)


def row(claim: Claim) -> dict[str, Cell]:
    """Return a statement under the keys of `COLUMNS`; what is absent is None.

    Several speakers are joined by ``; ``, innermost first; positions count code points. Further
    sentences that state the same are joined by `` ¶ ``.
    """
    time, evidence = claim.time, claim.evidence
    quantity = claim.quantity or (claim.object.quantity if isinstance(claim.object, Value) else None)
    return {
        "id": claim.id,
        "subject": label_of(claim.subject),
        "subject_type": _type_of(claim.subject),
        "predicate": claim.predicate.label,
        "object": label_of(claim.object),
        "object_type": _type_of(claim.object),
        "polarity": claim.polarity,
        "modality": claim.modality,
        "attributed_to": "; ".join(speaker.entity.label for speaker in claim.attributed_to) or None,
        "time_start": _iso(time.start) if time else None,
        "time_end": _iso(time.end) if time else None,
        "value": quantity.value if quantity else None,
        "unit": quantity.unit if quantity else None,
        "qualifiers": "; ".join(f"{q.role}: {label_of(q.object)}" for q in claim.qualifiers) or None,
        "sentence": evidence.sentence,
        "start": evidence.start,
        "end": evidence.end,
        "more_sentences": " ¶ ".join(again.evidence.sentence for again in claim.more_evidence) or None,
        "article": evidence.article,
        "published": _iso(evidence.published),
        "confidence": round(claim.confidence, 4),
        "extractor": claim.extractor,
        "subject_id": _id_of(claim.subject),
        "predicate_id": claim.predicate.id,
        "object_id": _id_of(claim.object),
    }


def label_of(node: Node | None) -> str | None:
    """What a node is called; None for none."""
    return None if node is None else model.label_of(node)


def _type_of(node: Node | None) -> str | None:
    if isinstance(node, EntityRef):
        return node.entity.type
    return None if node is None else "Value" if isinstance(node, Value) else "Statement"


def _id_of(node: Node | None) -> str | None:
    if isinstance(node, EntityRef):
        return node.entity.id
    return node.claim if isinstance(node, ClaimRef) else None


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def to_csv(extractions: Iterable[Extraction]) -> str:
    """Return the table as CSV with a header; a text that a spreadsheet would run gets a leading ``'``."""
    target = io.StringIO()
    writer = csv.DictWriter(target, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for cells in rows(extractions):
        writer.writerow({key: _inert(cell) for key, cell in cells.items()})
    return target.getvalue()


def _inert(cell: Cell) -> Cell:
    return "'" + cell if isinstance(cell, str) and _FORMULA.match(cell) else cell
