"""Who is meant: the known person, place or body that an article's entity is.

An article calls somebody by its own spelling, or by a surname that many have. The gazetteer knows
other spellings, and beside which words and in which years a surname means whom.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.gazetteer import Entry, Gazetteer
from kg.ids import digest, entity_iri
from kg.language import Reading
from kg.mentions import words
from kg.model import Mention

_WIKIDATA = "http://www.wikidata.org/entity/"
# Names of bodies and parties that several countries have, with and without their own word for the country.
_SHARED = frozenset(
    ("House of Commons", "House of Lords", "Ministry of Defence", "National Security Council", "Democratic Party",
     "Republican Party", "Liberal Party", "Labour Party", "Labor Party", "Conservative Party", "Supreme Court")
)  # fmt: skip
_GENERIC = (
    words.GOVERNMENT_BODY_HEADS
    | words.ORGANIZATION_HEADS
    | words.PORTFOLIOS
    | words.GROUP_WORDS
    | frozenset("National Federal Central District Legislative City County State People's People Peoples Civil".split())
    | frozenset("Progressive Nationalist New Free United Patriotic Popular Christian 's".split())
)
_BODIES = ("GovernmentBody", "Organization")


def identify(
    label: str, kind: str, mentions: Sequence[Mention], reading: Reading, gazetteer: Gazetteer
) -> Entry | None:
    """Return what is known under the names of one entity of the type `kind`, or None.

    `mentions` are the entity's in the article `reading`. A full name is enough; a short one must stand beside
    words that tell who is meant, in an article of the right time, and mean only one.
    """
    full = [m.text for m in mentions if kind == "Person" and " " in m.text]
    for name in dict.fromkeys([label, *full]):
        entry = gazetteer.lookup(name)
        if entry is not None and entry.type == kind:
            return entry
    meant = [e for e in gazetteer.shorts.get(label, ()) if e.type == kind and _fits(e, label, mentions, reading)]
    return meant[0] if len(meant) == 1 else None


def outside_iris(entry: Entry | None) -> tuple[str, ...]:
    """Return the IRIs under which others know what `entry` names: its Wikidata item, if that is known.

    >>> outside_iris(Entry("United States", "Country", wikidata="Q30"))
    ('http://www.wikidata.org/entity/Q30',)
    """
    return (_WIKIDATA + entry.wikidata,) if entry is not None and entry.wikidata else ()


def _fits(entry: Entry, short: str, mentions: Sequence[Mention], reading: Reading) -> bool:
    published = reading.article.published
    if published is not None and not (entry.since or 0) <= published.year <= (entry.until or 9999):
        return False
    if not entry.beside:
        return True
    sentences = list(_sentences(short, mentions, reading))
    return any(f" {words} " in sentence for words in entry.beside for sentence in sentences)


def _sentences(short: str, mentions: Sequence[Mention], reading: Reading) -> Iterator[str]:
    """The sentences that hold the short name, in lower case with a space around each token."""
    first = short.split()[0]
    heads = {m.head for m in mentions} | {token.i for token in reading.doc if token.text == first}
    for sentence in dict.fromkeys(reading.doc[i].sent.start for i in sorted(heads)):
        yield " " + " ".join(token.lower_ for token in reading.doc[sentence].sent) + " "


def stable_iri(label: str, kind: str, entry: Entry | None, reading: Reading, gazetteer: Gazetteer) -> str:
    """Return the IRI of what an article calls `label`, the same whichever other articles are read.

    A name that tells who is meant is its own address. A surname alone tells it in its article only, a ministry or party
    without a proper name (``Ministry of Transport``) in its country only, and a namesake of something known
    (a person called Jordan) is told apart by its type.
    """
    if kind == "Person":
        if entry is not None:
            return entity_iri(entry.label)
        if " " not in label:
            return f"{entity_iri(f'{label} {kind}')}--{digest(reading.article.id)[:8]}"
    elif kind in _BODIES and (label in _SHARED or (entry is None and _is_generic(label))):
        home = _home(reading, gazetteer)
        return entity_iri(f"{label} {home}") if home else f"{entity_iri(label)}--{digest(reading.article.id)[:8]}"
    known = gazetteer.lookup(label)
    apart = known is not None and known.type != kind and "Person" in (known.type, kind)
    return entity_iri(f"{label} {kind}" if apart else label)


@lru_cache(maxsize=4096)
def _is_generic(label: str) -> bool:
    return all(word in _GENERIC for word in label.replace("'s", " 's").split())


def _home(reading: Reading, gazetteer: Gazetteer) -> str:
    """The country that an article speaks of most, or nothing where none stands out."""
    counts: Counter[str] = Counter()
    tokens = [token.text for token in reading.doc]
    for i, token in enumerate(tokens):
        if token[0].isupper():
            nation = gazetteer.demonyms.get(" ".join(tokens[i : i + 2])) or gazetteer.demonyms.get(token)
            name = gazetteer.longest(tokens, i)
            entry = nation or (name[0] if name else None)
            if entry is not None and (entry.type == "Country" or entry.label == "Hong Kong"):
                counts[entry.label] += 1
    best = counts.most_common(2)
    return best[0][0] if best and best[0][1] > 1 and (len(best) == 1 or best[0][1] > best[1][1]) else ""
