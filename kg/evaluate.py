"""How much of a hand-made annotation a build finds, and how right it is.

A gold fact names subject, predicate and object by regular expressions, case-insensitive; one that
begins with ``=`` must match a whole name (a leading article aside), any other may match anywhere.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.errors import InputError
from kg.gold import Gold, Record

_DETERMINER = re.compile(r"^(the|a|an|its|their|his|her|our)\s+", re.IGNORECASE)
_SNIPPET = 40
_DETAILS = ("attributed_to", "time", "quantity", "modality")


@dataclass(frozen=True)
class Ratio:
    """So many right of so many."""

    right: int
    total: int

    @property
    def value(self) -> float | None:
        """The share, or None of nothing."""
        return self.right / self.total if self.total else None


@dataclass(frozen=True)
class Score:
    """The figures of one article, in the order to be shown, and what was missed."""

    name: str
    ratios: Mapping[str, Ratio]
    statements: int
    object_words: float | None
    missed_facts: tuple[Record, ...] = ()
    missed_entities: tuple[str, ...] = ()

    def record(self) -> dict[str, Any]:
        """The figures as plain data: ``[right, total]`` for each ratio."""
        ratios = {key: [ratio.right, ratio.total] for key, ratio in self.ratios.items()}
        return {**ratios, "statements": self.statements, "object_tightness_median_words": self.object_words}


def score(statements: Sequence[Record], gold: Gold) -> Score:
    """Compare statement records with `gold`.

    Raises `InputError` for a gold line that lacks a key or holds a broken pattern.
    """
    try:
        return _score(statements, gold)
    except KeyError as error:
        raise InputError(f"gold of {gold.name}: a line lacks the key {error}; add it") from error
    except re.error as error:
        raise InputError(
            f"gold of {gold.name}: the pattern {error.pattern!r} is broken ({error}); correct it"
        ) from error


def _score(statements: Sequence[Record], gold: Gold) -> Score:
    matches = [[s for s in statements if _same_place(fact, s) and _states(fact, s)] for fact in gold.facts]
    pairs = list(zip(gold.facts, matches, strict=True))
    ratios = {f"fact_recall_tier{tier}": _recall(pairs, tier) for tier in (1, 2)}
    ratios |= {f"{key}_right_when_found": _detail(pairs, key) for key in _DETAILS}
    missed_entities: tuple[str, ...] = ()
    if gold.entities is not None:
        entity_ratios, missed_entities = _score_entities(statements, gold.entities)
        ratios |= entity_ratios
    if gold.corefs is not None:
        right = sum(_resolved(coref, statements) for coref in gold.corefs)
        ratios["corefs_resolved_in_statements"] = Ratio(right, len(gold.corefs))
    words = [min(_object_words(s) for s in found) for found in matches if found]
    tightness = statistics.median(words) if words else None
    missed = tuple(fact for fact, found in pairs if not found)
    return Score(gold.name, ratios, len(statements), tightness, missed, missed_entities)


def _recall(pairs: Iterable[tuple[Record, Sequence[Record]]], tier: int) -> Ratio:
    found = [bool(matches) for fact, matches in pairs if fact["tier"] == tier]
    return Ratio(sum(found), len(found))


def _detail(pairs: Iterable[tuple[Record, Sequence[Record]]], key: str) -> Ratio:
    right = [any(_RIGHT[key](fact, s) for s in matches) for fact, matches in pairs if matches and key in fact]
    return Ratio(sum(right), len(right))


def _object_words(statement: Record) -> int:
    node = statement.get("object") or {}
    return len(str(node.get("label") or node.get("value") or "").split())


def _names(node: Record | None, *, mention: bool = True) -> list[str]:
    """Every string by which a subject or object may be recognised, with and without a determiner."""
    if node is None:
        return []
    keys = ("label", "mention", "value", "text") if mention else ("label", "value", "text")
    found = [node.get(key) for key in keys] + list(node.get("aliases") or [])
    stripped = [str(name).strip() for name in found if name]
    return [form for name in stripped for form in (name, _DETERMINER.sub("", name))]


def _hit(patterns: Iterable[str], strings: Sequence[str]) -> bool:
    return any(_test(pattern)(string) for pattern in patterns for string in strings)


def _test(pattern: str) -> Callable[[str], re.Match[str] | None]:
    if pattern.startswith("="):
        return re.compile(pattern[1:], re.IGNORECASE).fullmatch
    return re.compile(pattern, re.IGNORECASE).search


def _predicate_names(predicate: Record) -> list[str]:
    return [str(predicate[key]).replace("_", " ") for key in ("label", "text", "lemma") if predicate.get(key)]


def _states(fact: Record, statement: Record) -> bool:
    """Whether the statement says what the fact says, in one of its readings."""
    if fact.get("polarity", "positive") not in ("any", statement.get("polarity", "positive")):
        return False
    readings = [fact, *({**fact, **other} for other in fact.get("alternatives", ()))]
    subjects, objects = _names(statement["subject"]), _names(statement.get("object")) or [""]
    predicates = _predicate_names(statement["predicate"])
    return any(
        _hit(r["subject"], subjects) and _hit(r["predicate"], predicates) and _hit(r["object"], objects)
        for r in readings
    )


def _same_place(annotation: Record, statement: Record) -> bool:
    wanted = _squash(annotation["sentence"])[:_SNIPPET]
    return any(wanted in _squash(place["sentence"]) for place in _places(statement))


def _places(statement: Record) -> list[Record]:
    """Every sentence that states it; a record of another tool may know of one only."""
    return [statement["evidence"], *(statement.get("more_evidence") or [])]


def _squash(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _attributed(fact: Record, statement: Record) -> bool:
    return any(_hit(fact["attributed_to"], _names(speaker)) for speaker in statement.get("attributed_to") or [])


def _timed(fact: Record, statement: Record) -> bool:
    time = statement.get("time") or {}
    start, end = str(time.get("start") or ""), str(time.get("end") or time.get("start") or "")
    first, *last = fact["time"].split("/")
    return start.startswith(first) and (len(last) != 1 or end.startswith(last[0]))


def _counted(fact: Record, statement: Record) -> bool:
    value, unit = fact["quantity"].split(" ", 1)
    nodes = [statement, statement.get("object") or {}, *_qualifiers(statement)]
    return any(_amounts_to(node.get("quantity"), float(value), unit) for node in nodes)


def _amounts_to(quantity: Record | None, value: float, unit: str) -> bool:
    if not quantity or quantity.get("value") is None:
        return False
    try:
        near = abs(float(quantity["value"]) - value) <= 1e-9 * abs(value)
    except (TypeError, ValueError):
        return False
    return near and unit.lower() in str(quantity.get("unit", "")).lower().replace("percent", "%")


def _not_plain(_: Record, statement: Record) -> bool:
    return statement.get("modality", "asserted") not in ("asserted", "fact", None)


_RIGHT: Mapping[str, Callable[[Record, Record], bool]] = {
    "attributed_to": _attributed,
    "time": _timed,
    "quantity": _counted,
    "modality": _not_plain,
}


def _qualifiers(statement: Record) -> list[Record]:
    return [q.get("object") or q for q in statement.get("qualifiers") or []]


def _score_entities(
    statements: Iterable[Record], entities: Iterable[Record]
) -> tuple[dict[str, Ratio], tuple[str, ...]]:
    nodes: dict[str, Record] = {}
    for s in statements:
        for node in [s["subject"], s.get("object"), *_qualifiers(s), *(s.get("attributed_to") or [])]:
            if node and node.get("id"):
                nodes.setdefault(node["id"], node)
    wanted = [entity for entity in entities if entity.get("tier", 1) == 1]
    mine = [[n for n in nodes.values() if _called(n, entity["aliases"])] for entity in wanted]
    pairs = list(zip(wanted, mine, strict=True))
    typed = sum(any(_of_type(node, entity["type"]) for node in found) for entity, found in pairs)
    single = sum(
        len(found) == 1 and not any(_called(found[0], [name]) for name in entity["never"]) for entity, found in pairs
    )
    ratios = {
        "entities_found": Ratio(sum(map(bool, mine)), len(wanted)),
        "entities_typed_right": Ratio(typed, len(wanted)),
        "entities_one_node_and_unmixed": Ratio(single, len(wanted)),
    }
    return ratios, tuple(entity["label"] for entity, found in pairs if not found)


def _called(node: Record, names: Iterable[str]) -> bool:
    return _hit(["=" + re.escape(name) for name in names], _names(node, mention=False))


def _of_type(node: Record, kind: str) -> bool:
    return node.get("type") == kind or kind in (node.get("types") or [])


def _resolved(coref: Record, statements: Iterable[Record]) -> bool:
    """Whether the statements of this sentence put the right names behind the mention."""
    wanted = coref["refers_to"] if isinstance(coref["refers_to"], list) else [coref["refers_to"]]
    names: set[str] = set()
    for s in statements:
        if not _same_place(coref, s):
            continue
        for node in [s["subject"], s.get("object"), *_qualifiers(s)]:
            if node and coref["mention"].lower() in _mentions(node, s):
                names |= {name.lower() for name in _names(node, mention=False)}
    return all(any(name.lower() in found for found in names) for name in wanted)


def _mentions(node: Record, statement: Record) -> list[str]:
    """What a statement calls one of its nodes, in its first sentence and in the others."""
    part = next((part for part in ("subject", "object") if statement.get(part) is node), None)
    again = [place.get(part) or {} for place in statement.get("more_evidence") or [] if part]
    return [(place.get("mention") or "").strip().lower() for place in (node, *again)]


def mean(scores: Sequence[Score]) -> dict[str, float | None]:
    """The mean over the articles of each share that an article has, articles counting alike."""
    keys = dict.fromkeys(key for one in scores for key in one.ratios)
    means: dict[str, float | None] = {}
    for key in keys:
        shares = [r.value for one in scores if (r := one.ratios.get(key)) and r.value is not None]
        means[key] = statistics.fmean(shares) if shares else None
    means["statements"] = statistics.fmean(one.statements for one in scores) if scores else None
    words = [one.object_words for one in scores if one.object_words is not None]
    means["object_tightness_median_words"] = statistics.fmean(words) if words else None
    return means
