"""The only place where IRIs are made. Same input, same IRI.

A named entity gets a readable IRI from its name alone (``ent:nvidia``), so that a query can be
typed by hand and two articles meet in one node. A common-noun phrase (``the notice``) means
something else in every article, so its IRI carries the article's key.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

BASE = "https://w3id.org/pressgraph/"
KG = BASE + "news#"
"""Classes and relations of the ontology."""
ACT = BASE + "act#"
"""Kinds of acts and states, as SKOS concepts above the relations."""
PLOVER = BASE + "plover#"
"""PLOVER types of political events, as SKOS concepts."""
REL = BASE + "relation/"
"""Open relations: predicates that the ontology does not know."""
ENT = BASE + "entity/"
CLAIM = BASE + "claim/"
ARTICLE = BASE + "article/"
RUN = BASE + "run/"
VALUE = BASE + "value/"
QUANTITY = BASE + "quantity/"
TIME = BASE + "time/"
SPAN = BASE + "span/"
EVIDENCE = BASE + "evidence/"

_LATIN = str.maketrans({"ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "đ": "d", "ł": "l", "Ł": "L"})


def slug(text: str, *, limit: int = 60) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens, safe in an IRI and a file name.

    Text without a single Latin letter or digit becomes a short hash, never an empty string.

    >>> slug("U.S. Department of Commerce")
    'us-department-of-commerce'
    >>> slug("Hugo Chávez")
    'hugo-chavez'
    """
    plain = unicodedata.normalize("NFKD", text.translate(_LATIN))
    plain = plain.replace("'", "").replace("’", "").replace("&", " and ")
    plain = re.sub(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b|\s|$)", "", plain)
    plain = plain.encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    joined = "-".join(words)
    if len(joined) > limit:
        joined = joined[:limit].rsplit("-", 1)[0] + "-" + digest(text)[:8]
    return joined or "x" + digest(text)[:10]


def digest(*parts: str) -> str:
    """Return a hexadecimal SHA-256 over `parts`, kept apart from each other."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def article_iri(name: str, text_digest: str) -> str:
    """IRI of an article from its file name (without ending) and the digest of its text."""
    return f"{ARTICLE}{slug(name)}-{text_digest[:8]}"


def entity_iri(label: str) -> str:
    """IRI of a named entity.

    >>> entity_iri("NVIDIA")
    'https://w3id.org/pressgraph/entity/nvidia'
    """
    return ENT + slug(label)


def phrase_iri(label: str, article: str) -> str:
    """IRI of a common-noun phrase, which means something in its own article only."""
    return f"{ENT}{slug(label)}--{digest(article)[:8]}"


def relation_iri(label: str) -> str:
    """IRI of an open relation.

    >>> relation_iri("spread around")
    'https://w3id.org/pressgraph/relation/spread-around'
    """
    return REL + slug(label)


def claim_iri(article: str, *parts: str) -> str:
    """IRI of a statement from its article and whatever tells it from the article's others."""
    return f"{CLAIM}{digest(article, *parts)[:20]}"


def value_iri(label: str, *parts: str) -> str:
    """IRI of a value from its wording and whatever else tells it from other values."""
    return f"{VALUE}{slug(label)}--{digest(label, *parts)[:8]}"


def quantity_iri(number: str, *parts: str) -> str:
    """IRI of a number with a unit: equal quantities share it."""
    return f"{QUANTITY}{slug(number)}--{digest(number, *parts)[:8]}"


def interval_iri(start: str, end: str) -> str:
    """IRI of the time from one ISO 8601 date to another; an open side is empty.

    >>> interval_iri("2025-05-10", "")
    'https://w3id.org/pressgraph/time/2025-05-10_'
    """
    return f"{TIME}{start}_{end}"


def span_iri(article: str, start: int, end: int, exact: str = "") -> str:
    """IRI of a stretch of an article; `exact` sets apart wording that the article does not have there."""
    key = article.removeprefix(ARTICLE) if article.startswith(ARTICLE) else digest(article)[:20]
    return f"{SPAN}{key}-{start}-{end}" + (f"-{digest(exact)[:8]}" if exact else "")


def evidence_iri(article: str, start: int, end: int, exact: str = "") -> str:
    """IRI of a stretch of an article in its part as evidence."""
    return EVIDENCE + span_iri(article, start, end, exact).removeprefix(SPAN)


def part_iri(whole: str, part: str, rank: int) -> str:
    """IRI of the numbered part (a speaker, a qualifier, an author) of a claim or an article."""
    return f"{whole}-{part}-{rank}"
