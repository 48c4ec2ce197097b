"""Why a wording is a name of an entity: the rule of `kg.mentions` that makes the two one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kg.gazetteer import Gazetteer, compact
from kg.ids import entity_iri
from kg.mentions.naming import bare_organization, is_acronym, same_person, shortens_person
from kg.model import Entity
from kg.resolve import without_article

_Rule = tuple[str, Callable[[tuple[str, ...], tuple[str, ...]], bool]]


def why(wording: str, entity: Entity, gazetteer: Gazetteer) -> str:
    """Return why `wording` names `entity`, in a few words.

    >>> from kg.gazetteer import load_gazetteer
    >>> commission = Entity("", "Fair Trade Board", "Organization", aliases=("Fair Trade Board", "FTB"))
    >>> why("FTB", commission, load_gazetteer())
    'acronym of Fair Trade Board'
    """
    name = without_article(wording)
    if name == entity.label:
        known = _known_as(entity, gazetteer)
        return f"same name, which the gazetteer takes for {known}" if known else "same name"
    if (country := gazetteer.demonym_country(name)) is not None and country == entity.label:
        return f"adjective or people of {country}"
    entry = gazetteer.lookup(name)
    if entry is not None and entry.label == entity.label:
        return f"listed in the gazetteer as a name of {entry.label}"
    fulls = [full for full in (entity.label, *entity.aliases) if full != name]
    return _by_rule(name, fulls) or _listed(name, fulls, entity, gazetteer)


def _known_as(entity: Entity, gazetteer: Gazetteer) -> str:
    """The name known everywhere of a person whom the article calls otherwise, or nothing."""
    entries = [gazetteer.lookup(entity.label), *gazetteer.shorts.get(entity.label, ())]
    known = [e.label for e in entries if e is not None and entity_iri(e.label) == entity.id]
    return known[0] if known and known[0] != entity.label else ""


def _by_rule(name: str, fulls: Iterable[str]) -> str:
    short = _tokens(name)
    for words, holds in _RULES:
        for full in fulls:
            if holds(short, _tokens(full)):
                return f"{words} {full}"
    return ""


def _listed(name: str, fulls: Iterable[str], entity: Entity, gazetteer: Gazetteer) -> str:
    """A name that the gazetteer knows, of an entity that the article spells its own way."""
    entry = gazetteer.lookup(name)
    for full in fulls:
        other = gazetteer.lookup(full)
        if entry is not None and other == entry:
            return f"listed in the gazetteer together with {full}"
    return f"the article uses it for {entity.label}"


def _tokens(name: str) -> tuple[str, ...]:
    return tuple(name.replace("’s", " 's").replace("'s", " 's").replace(",", " ,").split())


def _is_spelling(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return _plain(a) == _plain(b)


def _plain(name: tuple[str, ...]) -> str:
    return compact("".join(bare_organization(name))).casefold().replace(".", "")


def _abbreviates(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return len(a) == 1 and is_acronym(a[0], b)


def _is_part(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return 0 < len(a) < len(b) and a in (b[: len(a)], b[-len(a) :])


def _is_surname(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return shortens_person(a, b) == 2


def _is_same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return len(a) > 1 and len(b) > 1 and same_person(a, b)


_RULES: tuple[_Rule, ...] = (
    ("spelling or legal form of", _is_spelling),
    ("acronym of", _abbreviates),
    ("full name of acronym", lambda a, b: _abbreviates(b, a)),
    ("short form of", _is_surname),
    ("short form of", _is_part),
    ("longer form of", lambda a, b: _is_part(b, a)),
    ("form of the same person's name as", _is_same_person),
)
