"""The data that the page carries, as plain JSON values, and how to put them safely into HTML."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import Any

from kg import ids
from kg.model import Article, Claim, ClaimRef, Entity, EntityRef, Node, Restatement
from kg.render.english import is_post
from kg.render.stance import stance
from kg.render.style import KINDS, TYPES, kind_of
from kg.render.view import View
from kg.render.wording import amount, qualifier_lead, spoken_qualifiers, verb_phrase, when

Json = dict[str, Any]
Offset = Callable[[int], int]

_UNSAFE = re.compile("[<>&\u2028\u2029\x7f\ud800-\udfff]")


def script_safe(data: object) -> str:
    """Return `data` as JSON that can stand inside a ``<script>`` element, whatever it contains.

    >>> script_safe({"x": "</script>"})
    '{"x":"\\\\u003c/script\\\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def key_of(iri: str) -> str:
    """Short form of an entity's or a claim's IRI: what tells it from others inside one page.

    >>> key_of("https://w3id.org/pressgraph/entity/nvidia")
    'nvidia'
    """
    for base in (ids.ENT, ids.CLAIM):
        if iri.startswith(base) and len(iri) > len(base):
            return iri.removeprefix(base)
    return iri


def utf16(text: str) -> Offset:
    """Return a function from positions in `text` to positions as JavaScript counts them.

    >>> utf16("a😀b")(2)
    3
    """
    if text.isascii() or max(text, default="") < "\U00010000":
        return lambda position: position
    units = [0, *accumulate(2 if c > "\uffff" else 1 for c in text)]
    return lambda position: units[min(position, len(text))]


def payload(view: View, title: str) -> Json:
    """Everything but the drawn graph: articles, entities, statements, and how types and kinds look."""
    numbers = {claim.id: i for i, claim in enumerate(view.claims)}
    articles = {article.id: i for i, article in enumerate(view.articles)}
    offsets = {article.id: utf16(article.text) for article in view.articles}
    return {
        "title": title,
        "types": {name: _type(name) for name in TYPES},
        "kinds": {name: _kind(name) for name in KINDS},
        "articles": [_article(article, offsets[article.id]) for article in view.articles],
        "entities": {key_of(iri): _entity(entity) for iri, entity in view.entities.items()},
        "claims": [
            _claim(claim, articles[claim.evidence.article], offsets[claim.evidence.article], numbers)
            for claim in view.claims
        ],
        "lonely": [key_of(iri) for iri in view.lonely],
    }


def _type(name: str) -> Json:
    style = TYPES[name]
    return {"label": style.label, "plural": style.plural, "path": style.path, "colors": [style.light, style.dark]}


def _kind(name: str) -> Json:
    style = KINDS[name]
    return {
        "label": style.label,
        "explanation": style.explanation,
        "colors": [style.light, style.dark],
        "dash": list(style.dash),
        "bar": style.bar,
    }


def _article(article: Article, at: Offset) -> Json:
    url = article.url or ""
    return {
        "name": article.name,
        "title": article.title or article.name,
        "url": url if re.match(r"https?://[^\s]+$", url, re.IGNORECASE) else None,
        "published": article.published.isoformat() if article.published else None,
        "source": article.source,
        "authors": list(article.authors),
        "text": article.text,
        "blocks": [[at(b.start), at(b.end), b.kind] for b in article.blocks],
    }


def _entity(entity: Entity) -> Json:
    known = TYPES if entity.type in TYPES else {"Thing": None}
    return {
        "label": entity.label,
        "type": entity.type if entity.type in known else "Thing",
        "types": [t for t in entity.types if t != entity.type],
        "aliases": [a for a in entity.aliases if a != entity.label],
        "same": [iri for iri in entity.same_as if re.match(r"https?://[^\s]+$", iri)],
        "named": entity.named,
        "iri": entity.id,
    }


def _claim(claim: Claim, article: int, at: Offset, numbers: Mapping[str, int]) -> Json:
    spoken = spoken_qualifiers(claim)
    marks = (claim.subject, claim.predicate, claim.object)
    return {
        "key": key_of(claim.id),
        "s": _node(claim.subject, numbers),
        "verb": verb_phrase(claim),
        "relation": claim.predicate.label,
        "o": None if claim.object is None else _node(claim.object, numbers),
        "q": [{"lead": qualifier_lead(q), "o": _node(q.object, numbers)} for q in spoken],
        "also": [key_of(q.object.entity.id) for q in claim.qualifiers if isinstance(q.object, EntityRef)],
        "kind": kind_of(claim),
        "modality": claim.modality,
        "negative": claim.polarity == "negative",
        "by": list(dict.fromkeys(key_of(ref.entity.id) for ref in claim.attributed_to)),
        "when": when(claim.time),
        "from": claim.time.start.isoformat() if claim.time and claim.time.start else None,
        "to": claim.time.end.isoformat() if claim.time and claim.time.end else None,
        "amount": amount(claim.quantity),
        "confidence": round(claim.confidence, 2),
        "article": article,
        "at": [at(claim.evidence.start), at(claim.evidence.end)],
        "marks": [[at(m.start), at(m.end)] if m is not None else [0, 0] for m in marks],
        **({"post": True} if is_post(claim.predicate.label) else {}),
        **({"stance": stance(claim)} if stance(claim) else {}),
        **({"against": against} if (against := _against(claim, numbers)) else {}),
        **({"more": [_again(again, at) for again in claim.more_evidence]} if claim.more_evidence else {}),
    }


def _against(claim: Claim, numbers: Mapping[str, int]) -> list[int]:
    return sorted(numbers[other] for other in claim.contradicts if other in numbers)


def _again(again: Restatement, at: Offset) -> Json:
    """A further sentence that states a claim, with the marks in it."""
    marks = (again.subject, again.predicate, again.object)
    return {
        "at": [at(again.evidence.start), at(again.evidence.end)],
        "marks": [[at(m.start), at(m.end)] if m is not None else [0, 0] for m in marks],
    }


def _node(node: Node, numbers: Mapping[str, int]) -> Json:
    if isinstance(node, EntityRef):
        return {"e": key_of(node.entity.id)}
    if isinstance(node, ClaimRef):
        return {"c": numbers.get(node.claim), "v": node.label}
    return {"v": node.label}
