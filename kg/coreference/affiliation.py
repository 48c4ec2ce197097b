"""Whom a person speaks for: the organisation or country that the article ties the person to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.coreference.chains import Chain
from kg.coreference.scene import Scene
from kg.coreference.words import NATIONAL, OFFICES, POSTS, SORT_OF_TYPE, Sort
from kg.language import Reading
from kg.stages import Mention

_REACH = 14
"""How many tokens an apposition after a name may take to come to the organisation."""
_RUNNING = frozenset("run lead head chair manage own found cofound represent".split())
"""Verbs whose subject speaks for their object."""
_FORMER = frozenset({"former", "ex", "ex-", "late", "outgoing", "then", "then-", "onetime", "retired"})


class Lore(Protocol):
    """What a gazetteer knows of words."""

    def demonym_country(self, text: str) -> str | None:
        """Return the country that an adjective such as ``Chinese`` belongs to."""

    def given_name(self, text: str) -> str | None:
        """Return ``male`` or ``female`` for a given name that is mostly the one or the other."""


@dataclass(frozen=True, slots=True)
class Tie:
    """An organisation or country that a person belongs to, with the noun that says so."""

    mention: Mention
    post: str | None


def ties(scene: Scene, persons: Iterable[Mention], lore: Lore) -> Iterator[Tie]:
    """Yield what titles, possessives and appositions tell of a person's organisation, mention by mention."""
    for person in persons:
        yield from _title(scene, person, lore)
        yield from _apposition_after(scene, person, lore)
        yield from _apposition_before(scene, person, lore)
        yield from _copula(scene, person, lore)
        yield from _running(scene, person, lore)


def voice_of(scene: Scene, chain: Chain, lore: Lore) -> Mention | None:
    """Return whom the person of `chain` means by ``we``: the firm, the country of an office-holder; else None."""
    found = [*ties(scene, chain.names, lore), *_description_ties(scene, chain, lore)]
    for tie in found:
        if tie.post is not None and _speaks_for(tie):
            return tie.mention
    return next((t.mention for t in found if t.post is None and _sort(t.mention) in {"body", "land"}), None)


def _description_ties(scene: Scene, chain: Chain, lore: Lore) -> Iterator[Tie]:
    """``a spokesman for Mittal``, ``a Microsoft spokeswoman``."""
    for phrase in chain.phrases:
        head = scene.doc[phrase.mention.head]
        if phrase.mention.kind == "nominal" and head.lemma_.lower() in POSTS:
            tokens = range(phrase.mention.first, min(head.right_edge.i + 1, head.i + 8))
            if not any(scene.doc[i].lower_ in _FORMER for i in tokens):
                yield from (Tie(m, head.lemma_.lower()) for m in _group(scene, tokens, lore))


def author_of(scene: Scene, chain: Chain) -> Mention | None:
    """Return who speaks in a statement or report: ``a statement released by the G20``, ``the firm's report``."""
    for phrase in chain.phrases:
        head = scene.doc[phrase.mention.head]
        for token in head.subtree:
            name = scene.named.get(token.i)
            by = token.dep_ == "poss" or (token.dep_ == "pobj" and token.head.lower_ in {"by", "from", "of"})
            if by and name is not None and _sort(name) in {"person", "body", "land"}:
                return name
    return None


def belonging(scene: Scene, chain: Chain, types: Iterable[str], lore: Lore) -> Mention | None:
    """Return the country, party or company of a person: ``his country``, ``her company``."""
    wanted = set(types)
    return next((t.mention for t in ties(scene, chain.names, lore) if t.mention.type in wanted), None)


def demonym_mention(reading: Reading, i: int, lore: Lore) -> Mention | None:
    """Return the adjective at token `i` as a mention of its country (``Indian`` names India)."""
    token = reading.doc[i]
    country = lore.demonym_country(token.text) if token.text[:1].isupper() else None
    if country is None:
        return None
    return Mention(i, i + 1, i, reading.wording(i, i + 1), "name", "Country", country)


def _sort(mention: Mention) -> Sort | None:
    return SORT_OF_TYPE.get(mention.type or "")


def _speaks_for(tie: Tie) -> bool:
    return _sort(tie.mention) == "body" or (_sort(tie.mention) in {"land", "place"} and tie.post in NATIONAL)


def _group(scene: Scene, tokens: Sequence[int], lore: Lore) -> Iterator[Mention]:
    """Names of bodies, and countries named by adjective, among `tokens`, in order."""
    seen = -1
    for i in tokens:
        mention = scene.named.get(i) or scene.resolved.get(i)
        if mention is None or mention.stop - mention.first == 1:
            mention = demonym_mention(scene.reading, i, lore) or mention
        if mention is not None and mention.first > seen and _sort(mention) in {"body", "land", "place"}:
            seen = mention.first
            yield mention


def _post(scene: Scene, tokens: Iterable[int]) -> str | None:
    lemmas = [scene.doc[i].lemma_.lower() for i in tokens if i not in scene.named]
    if any(lemma in _FORMER for lemma in lemmas):
        return None
    offices = [lemma for lemma in lemmas if lemma in OFFICES]
    posts = offices or [lemma for lemma in lemmas if lemma in POSTS]
    return posts[0] if posts else None


def _title(scene: Scene, person: Mention, lore: Lore) -> Iterator[Tie]:
    """``NVIDIA CEO Huang Renxun``, ``Indian Foreign Secretary Shyam Saran``, ``Tunisia's coach Nabil Maaloul``."""
    doc, i = scene.doc, person.first - 1
    if i > 0 and doc[i].text == "," and doc[i - 1].lemma_.lower() in POSTS:
        i -= 1  # `Peru's prime minister, Ana Diaz`
    while i >= 0 and scene.sentence[i] == scene.sentence[person.first] and person.first - i <= 8:
        if doc[i].pos_ not in {"NOUN", "PROPN", "ADJ", "PART"} and doc[i].text not in {"'", "`", "'s", "-", "’s"}:
            break
        i -= 1
    tokens = range(i + 1, person.first)
    post = _post(scene, tokens)
    possessive = any(doc[k].tag_ == "POS" for k in tokens)
    if post is None and not possessive:
        return
    found = list(_group(scene, tokens, lore))
    yield from (Tie(m, post) for m in _by_office(found, post))


def _by_office(found: Sequence[Mention], post: str | None) -> list[Mention]:
    """An office-holder speaks for the country named with the office, anybody else for the nearest body."""
    if post in OFFICES:
        return sorted(found, key=lambda m: _sort(m) != "land")
    return sorted(found, key=lambda m: -m.first) if len(found) > 1 and post is None else list(found)


def _apposition_after(scene: Scene, person: Mention, lore: Lore) -> Iterator[Tie]:
    """``Huang, founder and CEO of NVIDIA``, ``Gomez, Panama coach``, ``Ingram of The Globe and Mail``."""
    doc, stop = scene.doc, person.stop
    if stop >= len(doc):
        return
    if doc[stop].lower_ in {"of", "from", "at", "for"}:
        yield from (Tie(m, None) for m in list(_group(scene, range(stop + 1, min(stop + 6, len(doc))), lore))[:1])
        return
    if doc[stop].text not in {",", "(", "–", "-"}:
        return
    end = stop + 1
    while end < min(stop + _REACH, len(doc)) and scene.sentence[end] == scene.sentence[stop]:
        if doc[end].text in {",", ")", '"'} or doc[end].tag_ in {"VBD", "VBZ", "VBP", "MD", "WP", "WDT"}:
            break
        end += 1
    tokens = range(stop + 1, end)
    post = _post(scene, tokens)
    if post is None and doc[stop + 1].lower_ in {"of", "from", "at"}:
        yield from (Tie(m, None) for m in list(_group(scene, tokens, lore))[:1])
    if post is not None:
        yield from (Tie(m, post) for m in _by_office(list(_group(scene, tokens, lore)), post))


def _apposition_before(scene: Scene, person: Mention, lore: Lore) -> Iterator[Tie]:
    """``a spokesman for the U.S. Trade Representative, Richard Mills``."""
    doc = scene.doc
    head = doc[person.head]
    if head.dep_ != "appos" or head.head.i >= person.first or head.head.i in scene.named:
        return
    tokens = range(head.head.left_edge.i, person.first)
    post = _post(scene, tokens)
    if post is not None:
        yield from (Tie(m, post) for m in _group(scene, tokens, lore))


def _copula(scene: Scene, person: Mention, lore: Lore) -> Iterator[Tie]:
    """``Huang is the chief executive of NVIDIA``."""
    head = scene.doc[person.head]
    if head.dep_ != "nsubj" or head.head.lemma_ not in {"be", "become"}:
        return
    for child in head.head.children:
        if child.dep_ == "attr" and child.lemma_.lower() in POSTS:
            tokens = range(child.left_edge.i, min(child.right_edge.i + 1, child.i + 6))
            yield from (Tie(m, child.lemma_.lower()) for m in _group(scene, tokens, lore))


def _running(scene: Scene, person: Mention, lore: Lore) -> Iterator[Tie]:
    """``Anna Keller, who runs Orion Air``, ``Anna Keller leads Orion Air``."""
    head = scene.doc[person.head]
    verbs = [
        c for c in head.children if c.dep_ == "relcl" and any(w.dep_ == "nsubj" and w.tag_ == "WP" for w in c.lefts)
    ]
    if head.dep_ == "nsubj":
        verbs.append(head.head)
    for verb in verbs:
        led = verb.lemma_ in _RUNNING and not any(c.dep_ in {"aux", "neg"} for c in verb.children)
        if led and verb.tag_ in {"VBZ", "VBP"}:
            heads = [c.i for c in verb.children if c.dep_ == "dobj"]
            yield from (Tie(m, "head") for m in _group(scene, heads, lore))
