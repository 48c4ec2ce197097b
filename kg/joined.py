"""What one entity is called where several articles speak of it."""

from __future__ import annotations

from kg.model import Entity


def fuller_label(first: Entity, other: Entity) -> str:
    """Return the label of two entities of one IRI: a person's fuller name, else the one met first.

    >>> fuller_label(Entity("", "Bush", "Person"), Entity("", "George W. Bush", "Person"))
    'George W. Bush'
    """
    fuller = first.type == "Person" and len(other.label.split()) > len(first.label.split())
    return other.label if fuller else first.label
