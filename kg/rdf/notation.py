"""RDF terms in Turtle's notation: how the writer of triples makes them.

A graph is written as text and read back by the store, so the writer deals in text throughout: a
triple is three strings. The makers here are those of `kg.rdf.terms`, name by name.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final

import pyoxigraph as ox

from kg.rdf import terms
from kg.rdf.terms import PREFIXES, XSD, Vocabulary, plain

Written = tuple[str, str, str]
"""Subject, predicate and object of a triple, each as Turtle writes it."""

_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_LOCAL: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_BARE: Final = {
    XSD["integer"]: re.compile(r"[+-]?[0-9]+"),
    XSD["decimal"]: re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD["boolean"]: re.compile(r"true|false"),
}
_STRING: Final = XSD["string"]
_NAMESPACES: Final = {namespace: prefix for prefix, namespace in PREFIXES.items()}

# Besides what Turtle demands: characters that hide or reorder text for whoever reads the file.
_ESCAPED: Final = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]')
_SHORT: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Names(dict[str, str]):
    """The terms of a vocabulary: ``names["term"]`` is one of them, with its usual prefix.

    >>> Names(terms.KG)["sells"]
    'kg:sells'
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def __missing__(self, name: str) -> str:
        self[name] = term(self._vocabulary[name])
        return self[name]


def term(value: _Term) -> str:
    """One RDF term in Turtle, shortened by the usual prefixes.

    >>> term(ox.NamedNode("https://w3id.org/pressgraph/entity/nvidia"))
    'ent:nvidia'
    """
    if isinstance(value, ox.NamedNode):
        return _name(value.value)
    return _literal(value) if isinstance(value, ox.Literal) else str(value)


@lru_cache(maxsize=1 << 16)
def iri(text: str) -> str:
    """`text` as an IRI; what an IRI must not contain is percent-encoded.

    >>> iri("https://example.org/a b")
    '<https://example.org/a%20b>'
    """
    return _name(terms.iri(text).value)


@lru_cache(maxsize=1 << 12)
def string(text: str) -> str:
    """A plain string literal; most are written again and again: what is asserted, who is meant."""
    return _quoted(plain(text))


def english(text: str) -> str:
    """An English string literal."""
    return f"{_quoted(plain(text))}@en"


def whole(number: int) -> str:
    """An xsd:integer."""
    return str(number)


def truth(value: bool) -> str:
    """An xsd:boolean."""
    return "true" if value else "false"


def day(value: date) -> str:
    """An xsd:date."""
    return f'"{value.isoformat()}"^^xsd:date'


@lru_cache(maxsize=1 << 10)
def number(value: float) -> str:
    """An xsd:decimal that reads back as the same float; xsd:double beyond what decimals hold.

    >>> number(0.87), number(5.5e9)
    ('0.87', '"5500000000"^^xsd:decimal')
    """
    return _literal(terms.number(value))


def _name(iri: str) -> str:
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = _NAMESPACES.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix and _LOCAL.fullmatch(iri, cut) else f"<{iri}>"


def _literal(literal: ox.Literal) -> str:
    datatype = literal.datatype
    bare = _BARE.get(datatype)
    if bare and bare.fullmatch(literal.value):
        return literal.value
    text = _quoted(literal.value)
    if literal.language:
        return f"{text}@{literal.language}"
    return text if datatype == _STRING else f"{text}^^{term(datatype)}"


def _quoted(text: str) -> str:
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _SHORT.get(character) or f"\\u{ord(character):04X}"


KG: Final = Names(terms.KG)
OA: Final = Names(terms.OA)
OWL: Final = Names(terms.OWL)
PROV: Final = Names(terms.PROV)
RDF: Final = Names(terms.RDF)
RDFS: Final = Names(terms.RDFS)
SCHEMA: Final = Names(terms.SCHEMA)
SKOS: Final = Names(terms.SKOS)
TIME: Final = Names(terms.TIME)
