"""What an article talks about: names and noun phrases gathered into chains that denote one thing each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from kg.coreference.kindnouns import kind_after, kinds_of
from kg.coreference.scene import Role, Scene
from kg.coreference.words import (
    COLLECTIVE,
    FEMALE,
    MALE,
    NOUN_TYPES,
    PERSON_NOUNS,
    POSTS,
    SORT_OF_TYPE,
    Gender,
    Sort,
)
from kg.stages import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

Number = Literal["one", "many", "either"]

_SKIPPED = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL", "LANGUAGE"})
_MANY_OF = frozenset("lot lots number handful majority minority variety couple dozens hundreds thousands".split())
"""Nouns that only say how many."""
_NAMED_AFTER = frozenset({"Company", "Organization", "NewsOutlet"})
"""Types whose short form is the first word of the full name (``Kaupthing`` for ``Kaupthing Bank``)."""
_ENTITY_SORTS: dict[str, Sort] = {"PERSON": "person", "ORG": "body", "GPE": "land", "LOC": "place"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention with its place and grammar; `members` are the parts of a coordination."""

    mention: Mention
    role: Role
    sentence: int
    paragraph: int
    quoted: int
    number: Number
    members: tuple[Mention, ...] = ()


@dataclass
class Chain:
    """All phrases that denote one thing; `phrases` grows while the article is being resolved.

    `titles` are the nouns said of it, `kinds` those that its names tell (`kg.coreference.kindnouns`).
    """

    key: str
    sort: Sort | None
    types: set[str] = field(default_factory=set)
    gender: Gender | None = None
    titles: set[str] = field(default_factory=set)
    phrases: list[Phrase] = field(default_factory=list)
    names: list[Mention] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)

    @property
    def named(self) -> bool:
        """Whether a name stands for it somewhere in the article."""
        return bool(self.names)

    def antecedents(self, before: int) -> tuple[Mention, ...]:
        """The mentions that a reference at token `before` stands for: the latest name, else the first noun phrase."""
        if self.names:
            earlier = [m for m in self.names if m.first < before]
            return (max(earlier, key=lambda m: m.first) if earlier else self.names[0],)
        if self.phrases and self.phrases[0].members:
            return self.phrases[0].members
        return tuple(p.mention for p in self.phrases[:1])


def build_chains(scene: Scene, pending: Collection[int] = ()) -> list[Chain]:
    """Gather the names, noun phrases and coordinations of an article into chains, in order of first mention.

    Noun phrases whose heads are in `pending` are left out: they are still to be resolved.
    """
    chains = list(_named_chains(scene))
    by_token = {i: chain for chain in chains for m in chain.names for i in range(m.first, m.stop)}
    by_token |= {kind.i: chain for chain in chains for m in chain.names if (kind := kind_after(scene.doc, m))}
    nominal = list(_nominal_chains(scene, by_token, pending))
    by_head = {p.mention.head: c for c in (*chains, *nominal) for p in c.phrases}
    groups = list(_group_chains(scene, by_head))
    return sorted((*chains, *nominal, *groups), key=lambda c: c.phrases[0].mention.first)


def phrase_of(scene: Scene, mention: Mention, number: Number, members: tuple[Mention, ...] = ()) -> Phrase:
    """Place a mention in its article."""
    head = mention.head
    return Phrase(
        mention, scene.role(head), scene.sentence[head], scene.paragraph[head], scene.quoted[head], number, members
    )


# --- names ---


def _named_chains(scene: Scene) -> Iterator[Chain]:
    keys = _merged_keys(scene.mentions)
    chains: dict[str, Chain] = {}
    for mention in scene.mentions:
        key = keys[_key(mention)]
        sort = SORT_OF_TYPE.get(mention.type or "Thing", "thing")
        chain = chains.setdefault(key, Chain(key, sort))
        chain.types.add(mention.type or "Thing")
        chain.names.append(mention)
        chain.phrases.append(phrase_of(scene, mention, _name_number(scene, mention)))
        chain.titles.update(_titles_before(scene, mention))
        chain.kinds.update(kinds_of(scene.doc, mention))
        chain.gender = chain.gender or _gender_of_words(chain.titles)
    for chain in chains.values():
        if len({SORT_OF_TYPE.get(t) for t in chain.types}) > 1:  # one name, several readings: the commonest
            kinds = [m.type or "Thing" for m in chain.names]
            chain.sort = SORT_OF_TYPE.get(max(sorted(set(kinds)), key=kinds.count), "thing")
        yield chain


def _key(mention: Mention) -> str:
    name = (mention.canonical or mention.text).casefold()
    return name.removeprefix("the ").removesuffix("'s")


def _merged_keys(mentions: Iterable[Mention]) -> dict[str, str]:
    """Map each name to the fullest one: a surname to the person, a short form to the one firm it begins."""
    persons: dict[str, None] = {}
    others: dict[str, str | None] = {}
    for m in mentions:
        if m.type == "Person":
            persons[_key(m)] = None
        else:
            others[_key(m)] = m.type
    merged = {k: k for k in (*persons, *others)}
    for short in persons:
        longer = [k for k in persons if k != short and (k.endswith(" " + short) or k.startswith(short + " "))]
        if longer and short.count(" ") == 0:
            merged[short] = longer[0]
    for short in others:
        if " " not in short and others[short] in _NAMED_AFTER:
            longer = [k for k in others if k.startswith(short + " ") and others[k] == others[short]]
            merged[short] = longer[0] if longer else short
    return merged


def _name_number(scene: Scene, mention: Mention) -> Number:
    if mention.type == "Person":
        return "one"
    if scene.doc[mention.head].lower_ == "police":
        return "many"
    return "many" if scene.doc[mention.head].tag_ == "NNPS" and mention.type == "Organization" else "either"


def _titles_before(scene: Scene, mention: Mention) -> Iterator[str]:
    """Lemmas of the nouns right before a name, and of a kind after it: ``Commerce Secretary Rutenberg``."""
    i, doc = mention.first - 1, scene.doc
    kind = kind_after(doc, mention)
    if kind is not None:
        yield kind.lemma_.lower()
    if mention.type == "Person" and i > 0 and doc[i].text == "," and doc[i - 1].lemma_.lower() in POSTS:
        i -= 1
    while i >= 0 and i not in scene.named and doc[i].pos_ in {"NOUN", "PROPN"}:
        if scene.sentence[i] != scene.sentence[mention.first]:
            return
        yield doc[i].lemma_.lower()
        i -= 1


def _gender_of_words(words: Iterable[str]) -> Gender | None:
    found = set(words)
    if found & MALE and not found & FEMALE:
        return "male"
    return "female" if found & FEMALE and not found & MALE else None


# --- noun phrases ---


def _nominal_chains(scene: Scene, names: dict[int, Chain], pending: Collection[int]) -> Iterator[Chain]:
    latest: dict[tuple[str, Number], Chain] = {}
    for first, root in scene.noun_phrases:
        head = scene.doc[root]
        if root in names or head.ent_type_ in _SKIPPED:
            continue
        host = _renamed(head, names)
        if host is None and root in pending:
            continue
        lemma = head.lemma_.lower()
        phrase = phrase_of(scene, _nominal(scene, first, root), _noun_number(head))
        repeated = root - first == 1 and scene.doc[first].lower_ in {"the", "this", "that", "these", "those"}
        if host is not None:
            _describe(host, head, phrase)
        elif (lemma, phrase.number) in latest and head.pos_ == "NOUN" and repeated:
            latest[lemma, phrase.number].phrases.append(phrase)
        else:
            types = set(NOUN_TYPES.get(lemma, ()))
            chain = Chain(f"phrase {root}", _noun_sort(head), types, _gender_of_words({lemma}), {lemma}, [phrase])
            latest[lemma, phrase.number] = chain
            yield chain


def _describe(host: Chain, head: Token, phrase: Phrase) -> None:
    """Add to a name what an apposition says of it: ``founder and CEO of NVIDIA``."""
    host.titles.update(token.lemma_.lower() for token in (head, *head.conjuncts))
    host.gender = host.gender or _gender_of_words({head.lemma_.lower()})
    host.phrases.append(phrase)
    host.phrases.sort(key=lambda p: p.mention.first)


def _nominal(scene: Scene, first: int, head: int) -> Mention:
    return Mention(first, head + 1, head, scene.reading.wording(first, head + 1), "nominal")


def _renamed(head: Token, names: dict[int, Chain]) -> Chain | None:
    """The named chain that a noun phrase describes: by apposition, or as ``X is the founder``."""
    if head.dep_ == "appos" and head.head.i in names:
        return names[head.head.i]
    for child in head.children:
        if child.dep_ == "appos" and child.i in names and child.i > head.i:
            return names[child.i]
    if head.dep_ == "attr" and head.head.lemma_ == "be" and head.lemma_.lower() in PERSON_NOUNS:
        subjects = [c for c in head.head.children if c.dep_ == "nsubj" and c.i in names]
        negated = any(c.dep_ == "neg" for c in head.head.children)
        return names[subjects[0].i] if subjects and not negated else None
    return None


def _counted(head: Token) -> Token:
    """What is many in ``a lot of phones``, ``a number of firms``; else `head` itself."""
    of = (prep for prep in head.rights if head.lower_ in _MANY_OF and prep.lower_ == "of")
    return next((c for prep in of for c in prep.children if c.tag_ in {"NNS", "NNPS"}), head)


def _noun_number(head: Token) -> Number:
    head = _counted(head)
    lemma = head.lower_
    if head.tag_ in {"NNS", "NNPS"} or lemma in {"people", "police"}:
        return "many"
    return "either" if lemma in COLLECTIVE else "one"


def sort_of_noun(lemma: str) -> Sort:
    """What a noun of `NOUN_TYPES` usually denotes."""
    types = NOUN_TYPES.get(lemma, frozenset({"Thing"}))
    return "body" if "Government" in types else SORT_OF_TYPE[min(types)]


def _noun_sort(head: Token) -> Sort | None:
    head = _counted(head)
    lemma = head.lemma_.lower()
    if lemma in PERSON_NOUNS:
        return "person"
    if lemma in NOUN_TYPES:
        return sort_of_noun(lemma)
    if head.pos_ == "PROPN":
        return _ENTITY_SORTS.get(head.ent_type_)
    if lemma.endswith(("man", "woman", "ist", "person")) and head.tag_ in {"NN", "NNS"}:
        return "person"
    return None if lemma.endswith(("er", "or", "ian")) else "thing"


# --- coordinations ---


def _group_chains(scene: Scene, by_head: dict[int, Chain]) -> Iterator[Chain]:
    found: dict[str, Chain] = defaultdict(lambda: Chain("", None))
    for head in sorted(by_head):
        if scene.doc[head].dep_ == "conj":
            continue
        heads = [t.i for t in scene.coordinated(head) if t.i in by_head]
        if len(heads) < 2 or len({by_head[h].key for h in heads}) < 2:
            continue
        members = [by_head[h] for h in heads]
        key = " & ".join(sorted({c.key for c in members}))
        sorts = {c.sort for c in members}
        chain = found[key]
        if not chain.key:
            chain.key, chain.sort = key, sorts.pop() if len(sorts) == 1 else None
            chain.types = set.intersection(*(c.types for c in members))
        chain.phrases.append(_group(scene, heads, members))
    yield from found.values()


def _group(scene: Scene, heads: list[int], members: list[Chain]) -> Phrase:
    parts = tuple(
        next(p.mention for p in c.phrases if p.mention.head == h) for c, h in zip(members, heads, strict=True)
    )
    first, stop = min(m.first for m in parts), max(m.stop for m in parts)
    whole = Mention(first, stop, heads[0], scene.reading.wording(first, stop), "nominal")
    return phrase_of(scene, whole, "many", parts)
