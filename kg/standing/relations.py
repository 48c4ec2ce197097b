"""The standing relations: what each holds between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.standing.spans import DATE, ORGANIZATION, PERSON, PLACE, Participant


@dataclass(frozen=True, slots=True)
class Standing:
    """One relation: its name in the public benchmark and a cue of it in the ontology.

    `subject` and `object` are kinds of participants; several where either will do.
    """

    name: str
    label: str
    subject: frozenset[str]
    object: frozenset[str]

    def admits(self, subject: Participant, object_: Participant) -> bool:
        """Whether the forms of two participants leave this relation possible."""
        return _could_be(subject, self.subject) and _could_be(object_, self.object)


def _could_be(participant: Participant, kinds: frozenset[str]) -> bool:
    """Dates and pronouns tell their kind; a name may be of another kind than it looks."""
    if participant.form == "date":
        return DATE in kinds
    if kinds == {DATE}:
        return False
    if participant.form == "demonym":
        return "norp" in kinds
    if participant.form == "pronoun":
        return _PRONOUN_KINDS[participant.kind] & kinds != frozenset()
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
BY_NAME: Mapping[str, Standing] = {relation.name: relation for relation in RELATIONS}
