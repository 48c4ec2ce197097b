"""The standing relations: what each holds between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.standing.spans import DATE, ORGANIZATION, PERSON, PLACE


@dataclass(frozen=True, slots=True)
class Standing:
    """One relation: its name in the public benchmark and a cue of it in the ontology.

    `subject` and `object` are kinds of participants; several where either will do.
    """

    name: str
    label: str
    subject: frozenset[str]
    object: frozenset[str]


@lru_cache(maxsize=256)
def roles(form: str, kind: str) -> tuple[tuple[bool, ...], tuple[bool, ...]]:
    """Whether the form of a participant leaves it possible as subject, and as object, of each of the `RELATIONS`.

    Dates and pronouns tell their kind; a name may be of another kind than it looks.
    """
    return (
        tuple(_could_be(form, kind, relation.subject) for relation in RELATIONS),
        tuple(_could_be(form, kind, relation.object) for relation in RELATIONS),
    )


@lru_cache(maxsize=256)
def known_roles(form: str, kind: str) -> tuple[tuple[bool, ...], tuple[bool, ...]]:
    """The same, where the whole article, not just the model's label here, must show a name's type."""
    told = form in ("pronoun", "date")
    return (
        tuple(told or kind in relation.subject for relation in RELATIONS),
        tuple(told or kind in relation.object for relation in RELATIONS),
    )


def _could_be(form: str, kind: str, kinds: frozenset[str]) -> bool:
    if form == "date":
        return DATE in kinds
    if kinds == {DATE}:
        return False
    if form == "demonym":
        return "norp" in kinds
    if form == "pronoun":
        return _PRONOUN_KINDS[kind] & kinds != frozenset()
    return True


_PRONOUN_KINDS: Mapping[str, frozenset[str]] = {
    "person": frozenset({PERSON}),
    "thing": frozenset({ORGANIZATION, PLACE, PERSON}),
    "either": frozenset({PERSON, ORGANIZATION}),
    "place": frozenset({PLACE, ORGANIZATION}),
}


def _standing(name: str, label: str, subject: str, object_: str) -> Standing:
    return Standing(name, label, frozenset(subject.split()), frozenset(object_.split()))


RELATIONS: tuple[Standing, ...] = (
    _standing("PLACE_OF_BIRTH", "born in", "person", "place norp"),
    _standing("DATE_OF_BIRTH", "born on", "person", "date"),
    _standing("DATE_OF_DEATH", "died on", "person", "date"),
    _standing("PLACE_OF_RESIDENCE", "resident of", "person", "place norp"),
    _standing("NATIONALITY", "citizen of", "person", "norp place"),
    _standing("EMPLOYEE_OR_MEMBER_OF", "affiliated with", "person", "organization place"),
    _standing("EDUCATED_AT", "study at", "person", "organization place"),
    _standing("POLITICAL_AFFILIATION", "party member of", "person", "organization norp"),
    _standing("CHILD_OF", "child of", "person", "person"),
    _standing("SPOUSE", "married to", "person", "person"),
    _standing("DATE_FOUNDED", "founded on", "organization", "date"),
    _standing("HEADQUARTERS", "headquartered in", "organization", "place norp"),
    _standing("SUBSIDIARY_OF", "subsidiary of", "organization", "organization"),
    _standing("FOUNDED_BY", "be founded by", "organization", "person organization"),
    _standing("CEO", "be led by CEO", "organization", "person"),
)
