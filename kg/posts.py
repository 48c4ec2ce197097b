"""Roles that are described further or over, as relations: `lead prosecutor of`, `former CEO of`."""

from __future__ import annotations

from kg.ids import KG
from kg.ontology import Ontology, Relation

FORMER = "former"
"""The first word of a role that is over: `former CEO of`."""
_POST_AT = KG + "officialOf"
_ENDING_IN = tuple(KG + name for name in ("formerlyAt", "officialOf", "memberOf", "worksFor", "playsFor", "coachOf"))
_LESSER = frozenset("deputy vice assistant associate honorary junior sub under interim".split())
"""Words that make a lower post of the one they stand before: a deputy governor is no governor."""
_NOT_YET = frozenset(
    "possible potential likely prospective would-be designate elect aspiring future alleged self-styled presumptive"
    " expected suspected failed shadow incoming so-called eventual hopeful proposed".split()
)
"""Words before a role that leave open whether anybody has it."""


def role_relation(ontology: Ontology, words: str, subject: str | None, object_: str | None) -> Relation | None:
    """The relation of a role that is described further (`lead prosecutor of`), or is over (`former CEO of`).

    Words are left out from the front until the ontology knows the rest. A deputy's post is a post;
    a possible one is none.

    >>> from kg.ontology import load_ontology
    >>> role_relation(load_ontology(), "Brazilian lead prosecutor of", "Person", "Organization").label
    'prosecutor of'
    >>> role_relation(load_ontology(), "former chief executive of", "Person", "Company").label
    'former official of'
    >>> role_relation(load_ontology(), "possible chairman of", "Person", "Company") is None
    True
    """
    parts = words.casefold().split()
    for start in range(len(parts) - 1):
        left_out = {p for part in parts[:start] for p in (part, *part.split("-"))}
        known = ontology.relation(" ".join(parts[start:]), subject, object_)
        if left_out & _NOT_YET:
            return None
        if known is None:
            continue
        lineage = {known.iri, *ontology.ancestors(known.iri)}
        if FORMER in left_out:
            return ontology.by_iri(_ENDING_IN[0]) if lineage & set(_ENDING_IN) else None
        if left_out & _LESSER:
            return ontology.by_iri(_POST_AT) if _POST_AT in lineage else None
        return known
    return None
