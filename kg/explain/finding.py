"""From what a user types to one entity of a build."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from kg.errors import InputError
from kg.ids import ENT
from kg.model import Entity

_NEAREST = 5


def find_entity(entities: Iterable[Entity], name: str) -> Entity:
    """Return the entity called `name`: an IRI, ``ent:nvidia``, a label or an alias, in any case of letters.

    Raises `InputError` naming the nearest when there is none, and the IRIs when there are several.
    """
    known = tuple(entities)
    wanted = " ".join(name.split())
    for found in (
        [e for e in known if e.id in (wanted, ENT + wanted.removeprefix("ent:"))],
        [e for e in known if e.label == wanted],
        [e for e in known if e.label.casefold() == wanted.casefold()],
        [e for e in known if wanted.casefold() in (alias.casefold() for alias in e.aliases)],
    ):
        named = [e for e in found if e.named] or found
        if len(named) == 1:
            return named[0]
        if named:
            raise InputError(f"{name}: stands for {len(named)} entities; give one of {', '.join(map(_short, named))}")
    raise InputError(f"{name}: no such entity in this build{_hint(wanted, known)}")


def _hint(wanted: str, entities: Sequence[Entity]) -> str:
    """The nearest names: those that hold what was typed, then those spelled almost like it."""
    names: dict[str, str] = {}
    for entity in entities:
        for form in (entity.label, *entity.aliases):
            names.setdefault(form.casefold(), entity.label)
    key = wanted.casefold().removeprefix("ent:")
    holding = sorted((form for form in names if key and key in form), key=lambda form: (len(form), form))
    near = [*holding, *get_close_matches(key, list(names), _NEAREST)]
    labels = list(dict.fromkeys(names[form] for form in near))[:_NEAREST]
    return f"; did you mean {', '.join(labels)}?" if labels else "; kg show entities lists them all"


def _short(entity: Entity) -> str:
    return "ent:" + entity.id.removeprefix(ENT) if entity.id.startswith(ENT) else entity.id
