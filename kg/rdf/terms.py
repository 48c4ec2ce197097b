"""Vocabularies, prefixes and the making of RDF terms that are valid whatever the article holds."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox

from kg import ids


class Vocabulary(str):
    """The IRI that the terms of a vocabulary begin with; ``vocabulary["term"]`` is a term."""

    __slots__ = ()

    def __getitem__(self, name: object) -> ox.NamedNode:  # type: ignore[override]
        return ox.NamedNode(f"{self}{name}")


ACT: Final = Vocabulary(ids.ACT)
KG: Final = Vocabulary(ids.KG)
OA: Final = Vocabulary("http://www.w3.org/ns/oa#")
ORG: Final = Vocabulary("http://www.w3.org/ns/org#")
OWL: Final = Vocabulary("http://www.w3.org/2002/07/owl#")
PLOVER: Final = Vocabulary(ids.PLOVER)
PROV: Final = Vocabulary("http://www.w3.org/ns/prov#")
RDF: Final = Vocabulary("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS: Final = Vocabulary("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA: Final = Vocabulary("https://schema.org/")
SKOS: Final = Vocabulary("http://www.w3.org/2004/02/skos/core#")
TIME: Final = Vocabulary("http://www.w3.org/2006/time#")
XSD: Final = Vocabulary("http://www.w3.org/2001/XMLSchema#")

PREFIXES: Final[Mapping[str, str]] = {
    "kg": ids.KG,
    "ent": ids.ENT,
    "act": ids.ACT,
    "plover": ids.PLOVER,
    "rel": ids.REL,
    "claim": ids.CLAIM,
    "article": ids.ARTICLE,
    "evidence": ids.EVIDENCE,
    "span": ids.SPAN,
    "value": ids.VALUE,
    "quantity": ids.QUANTITY,
    "when": ids.TIME,
    "run": ids.RUN,
    "oa": str(OA),
    "org": str(ORG),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "skos": str(SKOS),
    "time": str(TIME),
    "xsd": str(XSD),
}
"""Declared in every Turtle file that we write and for every query."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_IRI_SAFE: Final = "%:/?#[]@!$&'()*+,;=-._~"


def iri(text: str) -> ox.NamedNode:
    """`text` as an IRI; what an IRI must not contain is percent-encoded.

    >>> iri("https://example.org/a b")
    <NamedNode value=https://example.org/a%20b>
    """
    try:
        return ox.NamedNode(text)
    except ValueError:
        pass
    encoded = quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", plain(text)), safe=_IRI_SAFE)
    try:
        return ox.NamedNode(encoded)
    except ValueError:
        return ox.NamedNode("urn:x-unusable:" + quote(plain(text), safe=""))


def plain(text: str) -> str:
    """`text` without lone surrogates, which no RDF syntax can hold; its length is kept.

    >>> plain("a\\ud800b")
    'a\\ufffdb'
    """
    return _SURROGATE.sub("\ufffd", text)


def string(text: str) -> ox.Literal:
    """A plain string literal."""
    return ox.Literal(plain(text))


def english(text: str) -> ox.Literal:
    """An English string literal."""
    return ox.Literal(plain(text), language="en")


def whole(number: int) -> ox.Literal:
    """An xsd:integer."""
    return ox.Literal(str(number), datatype=XSD["integer"])


def truth(value: bool) -> ox.Literal:
    """An xsd:boolean."""
    return ox.Literal("true" if value else "false", datatype=XSD["boolean"])


def day(value: date) -> ox.Literal:
    """An xsd:date."""
    return ox.Literal(value.isoformat(), datatype=XSD["date"])


def number(value: float) -> ox.Literal:
    """An xsd:decimal that reads back as the same float; xsd:double beyond what decimals hold.

    >>> number(5.5e9).value, number(0.87).value, number(1e300).datatype.value.rpartition("#")[2]
    ('5500000000', '0.87', 'double')
    """
    digits = Decimal(repr(float(value))) if math.isfinite(value) else None
    if digits is None or not (digits == 0 or Decimal("1e-3") <= abs(digits) < Decimal("1e17")):
        return ox.Literal(float(value))
    text = format(digits, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return ox.Literal("0" if text in ("-0", "") else text, datatype=XSD["decimal"])
