"""Triples as Turtle that a person can read: one block a subject, always in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from kg.rdf.terms import PREFIXES, RDF, XSD

_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_LOCAL: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_BARE: Final = {
    XSD["integer"]: re.compile(r"[+-]?[0-9]+"),
    XSD["decimal"]: re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD["boolean"]: re.compile(r"true|false"),
}
_NAMESPACES: Final = {namespace: prefix for prefix, namespace in PREFIXES.items()}

# Besides what Turtle demands: characters that hide or reorder text for whoever reads the file.
_ESCAPED: Final = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]')
_SHORT: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def turtle(triples: Iterable[ox.Triple]) -> Iterator[str]:
    """Yield the text piece by piece; subjects come in the order in which they first appear."""
    for prefix, namespace in PREFIXES.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"
    blocks: dict[_Term, dict[ox.NamedNode, dict[_Term, None]]] = {}
    for triple in triples:
        blocks.setdefault(triple.subject, {}).setdefault(triple.predicate, {})[triple.object] = None
    for subject, edges in blocks.items():
        lines = [f"{_predicate(predicate)} {' , '.join(map(term, objects))}" for predicate, objects in edges.items()]
        yield f"\n{term(subject)} " + " ;\n  ".join(lines) + " .\n"


def term(value: _Term) -> str:
    """One RDF term in Turtle, shortened by the usual prefixes.

    >>> term(ox.NamedNode("https://w3id.org/pressgraph/entity/nvidia"))
    'ent:nvidia'
    """
    if isinstance(value, ox.NamedNode):
        return _name(value.value)
    return _literal(value) if isinstance(value, ox.Literal) else str(value)


def _predicate(predicate: ox.NamedNode) -> str:
    return "a" if predicate == RDF["type"] else term(predicate)


def _name(iri: str) -> str:
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = _NAMESPACES.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix and _LOCAL.fullmatch(iri, cut) else f"<{iri}>"


def _literal(literal: ox.Literal) -> str:
    bare = _BARE.get(literal.datatype)
    if bare and bare.fullmatch(literal.value):
        return literal.value
    text = '"' + _ESCAPED.sub(_escape, literal.value) + '"'
    if literal.language:
        return f"{text}@{literal.language}"
    return text if literal.datatype == XSD["string"] else f"{text}^^{term(literal.datatype)}"


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _SHORT.get(character) or f"\\u{ord(character):04X}"
