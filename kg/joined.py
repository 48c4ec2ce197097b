"""What one entity is called where several articles speak of it."""

from __future__ import annotations

from kg.model import Entity


def fuller_label(first: Entity, other: Entity) -> str:
    """Return the label of two entities of one IRI: the full name of somebody met by a surname, else the one met first.

    >>> fuller_label(Entity("", "Bush", "Person"), Entity("", "George W. Bush", "Person"))
    'George W. Bush'
    """
    surname = first.type == "Person" and first.label.replace("-", "").isalpha()
    return other.label if surname and " " in other.label else first.label
