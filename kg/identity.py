"""Who is meant: the known person, place or body that an article's entity is.

An article calls somebody by its own spelling, or by a surname that many have. The gazetteer knows
other spellings, and beside which words and in which years a surname means whom.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kg.gazetteer import LONGEST_NAME, Entry, Gazetteer
from kg.ids import digest, entity_iri
from kg.language import Reading
from kg.mentions import words
from kg.stages import Mention

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


@dataclass(frozen=True)
class Identities:
    """What the gazetteer knows of the names of one article."""

    reading: Reading
    gazetteer: Gazetteer

    def known(self, label: str, kind: str, mentions: Sequence[Mention]) -> Entry | None:
        """Return who or what an entity of the type `kind` is, by its `label` and `mentions`; None if unknown.

        A full name is enough; a short one must stand beside words that tell who is meant, in an article of the right
        time, and mean only one.
        """
        full = [m.text for m in mentions if kind == "Person" and " " in m.text]
        for name in dict.fromkeys([label, *full]):
            entry = self.gazetteer.lookup(name)
            if entry is not None and entry.type == kind:
                return entry
        meant = [e for e in self.gazetteer.shorts.get(label, ()) if e.type == kind and self._fits(e, label, mentions)]
        return meant[0] if len(meant) == 1 else None

    def iri(self, label: str, kind: str, entry: Entry | None) -> str:
        """Return the IRI of what the article calls `label`, the same whichever other articles are read.

        A name that tells who is meant is its own address. A surname alone tells it in its article only, a ministry or
        party without a proper name (``Ministry of Transport``) in its country only, and a namesake of something known
        (a person called Jordan) is told apart by its type.
        """
        if kind == "Person":
            if entry is not None:
                return entity_iri(entry.label)
            if " " not in label:
                return self._local(f"{label} {kind}")
        elif kind in _BODIES and (label in _SHARED or (entry is None and _is_generic(label))):
            return entity_iri(f"{label} {self.home}") if self.home else self._local(label)
        other = self.gazetteer.lookup(label)
        apart = other is not None and other.type != kind and "Person" in (other.type, kind)
        return entity_iri(f"{label} {kind}" if apart else label)

    @cached_property
    def home(self) -> str:
        """The country that the article speaks of most, or nothing where none stands out."""
        counts: Counter[str] = Counter()
        tokens = [token.text for token in self.reading.doc]
        for i, token in enumerate(tokens):
            if token[0].isupper():
                nation = self.gazetteer.demonyms.get(" ".join(tokens[i : i + 2])) or self.gazetteer.demonyms.get(token)
                name = self.gazetteer.longest(tokens[i : i + LONGEST_NAME], 0)
                entry = nation or (name[0] if name else None)
                if entry is not None and (entry.type == "Country" or entry.label == "Hong Kong"):
                    counts[entry.label] += 1
        best = counts.most_common(2)
        return best[0][0] if best and best[0][1] > 1 and (len(best) == 1 or best[0][1] > best[1][1]) else ""

    def _local(self, label: str) -> str:
        return f"{entity_iri(label)}--{digest(self.reading.article.id)[:8]}"

    def _fits(self, entry: Entry, short: str, mentions: Sequence[Mention]) -> bool:
        published = self.reading.article.published
        if published is not None and not (entry.since or 0) <= published.year <= (entry.until or 9999):
            return False
        if not entry.beside:
            return True
        sentences = list(self._sentences(short, mentions))
        return any(f" {words} " in sentence for words in entry.beside for sentence in sentences)

    def _sentences(self, short: str, mentions: Sequence[Mention]) -> Iterator[str]:
        """The sentences that hold the short name, in lower case with a space around each token."""
        doc = self.reading.doc
        heads = {*(m.head for m in mentions), *self._places.get(short.split()[0], ())}
        for sentence in dict.fromkeys(doc[i].sent.start for i in sorted(heads)):
            yield " " + " ".join(token.lower_ for token in doc[sentence].sent) + " "

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        """Where each capitalised word stands."""
        found: dict[str, list[int]] = defaultdict(list)
        for token in self.reading.doc:
            if token.text[0].isupper():
                found[token.text].append(token.i)
        return found


def outside_iris(entry: Entry | None) -> tuple[str, ...]:
    """Return the IRIs under which others know what `entry` names: its Wikidata item, if that is known.

    >>> outside_iris(Entry("United States", "Country", wikidata="Q30"))
    ('http://www.wikidata.org/entity/Q30',)
    """
    return (_WIKIDATA + entry.wikidata,) if entry is not None and entry.wikidata else ()


@lru_cache(maxsize=4096)
def _is_generic(label: str) -> bool:
    return all(word in _GENERIC for word in label.replace("'s", " 's").split())
