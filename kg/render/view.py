"""What the page shows of some extractions: nodes, merged edges, and how much each matters.

No word of HTML and no position here; `layout.py` finds the places and `payload.py` the JSON.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.joined import fuller_label
from kg.model import Article, Claim, Entity, EntityRef, Extraction
from kg.render.style import kind_of

MAIN_NODES = 60
"""How many nodes are drawn at first: what stays legible on a laptop's screen."""
NAMED_SHARE = 40
"""How many of those may be names; the rest are the phrases that say most about them."""

PLACED_AT_MOST = 2000
"""How many nodes get a place in advance; the page finds one for another when it is asked for."""


@dataclass(frozen=True, slots=True)
class ViewNode:
    """A drawn entity. `level` 1: a main name; 2: a main phrase; 3: drawn when all are asked for.

    Level 4 is drawn only when a neighbour is selected or a filter singles it out.
    """

    entity: Entity
    weight: float
    level: int


@dataclass(frozen=True, slots=True)
class ViewEdge:
    """All statements from one entity to another; `claims` are indices into `View.claims`."""

    source: str
    target: str
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Everything that the page shows, in an order that depends on the input alone.

    `nodes` are the entities that a statement connects to another, `lonely` the ids of the rest
    (speakers, subjects of amounts, mere mentions), which the page lists below the graph.
    """

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    entities: Mapping[str, Entity]
    nodes: tuple[ViewNode, ...]
    edges: tuple[ViewEdge, ...]
    lonely: tuple[str, ...]


def view_of(extractions: Sequence[Extraction]) -> View:
    """Gather the statements of all `extractions` into one graph; entities meet by their id."""
    claims = tuple({c.id: c for e in extractions for c in e.claims}.values())
    entities = _entities(extractions, claims)
    edges = _edges(claims)
    weights = _weights(claims, entities)
    connected = {end for edge in edges for end in (edge.source, edge.target)}
    levels = _levels(connected, edges, weights, entities, _telling(claims, edges))
    nodes = sorted(
        (ViewNode(entities[i], round(weights[i], 2), levels[i]) for i in connected),
        key=lambda n: (n.level, -n.weight, n.entity.id),
    )
    nodes = [n if rank < PLACED_AT_MOST else replace(n, level=4) for rank, n in enumerate(nodes)]
    lonely = sorted(set(entities) - connected, key=lambda i: (not entities[i].named, -weights[i], i))
    articles = tuple({e.article.id: e.article for e in extractions}.values())
    return View(articles, claims, entities, tuple(nodes), edges, tuple(lonely))


def references(claim: Claim) -> Iterable[tuple[str, EntityRef]]:
    """Every entity of a statement with its part: subject, object, qualifier or speaker."""
    if isinstance(claim.subject, EntityRef):
        yield "subject", claim.subject
    if isinstance(claim.object, EntityRef):
        yield "object", claim.object
    for qualifier in claim.qualifiers:
        if isinstance(qualifier.object, EntityRef):
            yield "qualifier", qualifier.object
    for speaker in claim.attributed_to:
        yield "speaker", speaker


def _entities(extractions: Sequence[Extraction], claims: Sequence[Claim]) -> dict[str, Entity]:
    """Entities by id in order of first use; what several articles say of one is put together."""
    found: dict[str, Entity] = {}
    mentioned = [ref.entity for claim in claims for _, ref in references(claim)]
    listed = [entity for extraction in extractions for entity in extraction.entities if entity.named]
    for entity in (*mentioned, *listed):
        known = found.get(entity.id)
        if known is None:
            found[entity.id] = entity
        elif known is not entity and known != entity:
            found[entity.id] = replace(
                known,
                label=fuller_label(known, entity),
                types=tuple(dict.fromkeys((*known.types, *entity.types))),
                aliases=tuple(dict.fromkeys((*known.aliases, *entity.aliases))),
                same_as=tuple(dict.fromkeys((*known.same_as, *entity.same_as))),
            )
    return found


def _edges(claims: Sequence[Claim]) -> tuple[ViewEdge, ...]:
    merged: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        subject, target = claim.subject, claim.object
        if isinstance(subject, EntityRef) and isinstance(target, EntityRef) and subject.entity.id != target.entity.id:
            merged[subject.entity.id, target.entity.id].append(index)
    return tuple(ViewEdge(source, target, tuple(found)) for (source, target), found in merged.items())


_PART_WEIGHT = {"subject": 1.0, "object": 1.0, "qualifier": 0.4, "speaker": 0.5}


def _weights(claims: Sequence[Claim], entities: Mapping[str, Entity]) -> dict[str, float]:
    """How much is said about, to and by each entity."""
    weights = dict.fromkeys(entities, 0.0)
    for claim in claims:
        for part, ref in references(claim):
            weights[ref.entity.id] += _PART_WEIGHT[part]
    return weights


def _telling(claims: Sequence[Claim], edges: Sequence[ViewEdge]) -> dict[str, int]:
    """How many statements on each entity's lines are more than plain facts: denied, planned, attributed."""
    found: dict[str, int] = defaultdict(int)
    for edge in edges:
        count = sum(kind_of(claims[i]) != "fact" for i in edge.claims)
        found[edge.source] += count
        found[edge.target] += count
    return found


def _levels(
    connected: set[str],
    edges: Sequence[ViewEdge],
    weights: Mapping[str, float],
    entities: Mapping[str, Entity],
    telling: Mapping[str, int],
) -> dict[str, int]:
    """Names first, then the phrases that tie most of the shown names together or tell most of one."""
    names = sorted((i for i in connected if entities[i].named), key=lambda i: (-weights[i], i))
    shown = set(names[:NAMED_SHARE])
    neighbours: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        neighbours[edge.source].add(edge.target)
        neighbours[edge.target].add(edge.source)
    # A name all of whose statements lead to phrases would stand alone: its best phrase comes first.
    stranded = {i for i in shown if not neighbours[i] & shown}

    def worth(i: str) -> tuple[float, ...]:
        near = neighbours[i]
        typed = entities[i].type != "Thing"
        return (-len(near & shown), -float(bool(near & stranded)), -float(typed), -weights[i], -_fame(near, weights))

    phrases = sorted((i for i in connected if not entities[i].named), key=lambda i: (*worth(i), i))
    main = _main_phrases(phrases, shown, neighbours, telling)
    for name in sorted(stranded):
        if not neighbours[name] & main:
            main.add(min(neighbours[name], key=lambda i: (*worth(i), i)))
    return {i: 1 if i in shown else 2 if i in main else 3 for i in connected}


def _main_phrases(
    phrases: Sequence[str], shown: set[str], neighbours: Mapping[str, set[str]], telling: Mapping[str, int]
) -> set[str]:
    """The phrases to draw at first, from `phrases` in the order of their worth.

    Those that tie two names together come first. The room that is left goes round: to the name with
    the fewest neighbours drawn, the phrase that tells most of it, so that hubs leave the others some.
    """
    room = max(0, MAIN_NODES - len(shown))
    main = [i for i in phrases if len(neighbours[i] & shown) > 1][:room]
    rank = {i: n for n, i in enumerate(phrases)}
    leaves = {
        name: sorted((i for i in neighbours[name] if i in rank and i not in main), key=lambda i: (-telling[i], rank[i]))
        for name in sorted(shown)
    }
    drawn = {name: len(neighbours[name] & (shown | set(main))) for name in leaves}
    while len(main) < room and any(leaves.values()):
        name = min((n for n in leaves if leaves[n]), key=lambda n: (drawn[n], -telling.get(n, 0), n))
        leaf = leaves[name].pop(0)
        drawn[name] += 1
        if leaf not in main:
            main.append(leaf)
    return set(main)


def _fame(ids: Iterable[str], weights: Mapping[str, float]) -> float:
    return max((weights[i] for i in ids), default=0.0)
