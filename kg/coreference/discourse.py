"""What has been said so far in an article, while its references are being resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.coreference.affiliation import Lore
from kg.coreference.anaphora import Anaphor
from kg.coreference.chains import Chain, Number, build_chains, phrase_of, sort_of_noun
from kg.coreference.pairs import Company, Party, find_companies, find_parties
from kg.coreference.scene import Scene
from kg.coreference.words import FIRST_NAMES, NOUN_TYPES, PERSON_NOUNS, SORT_OF_TYPE, Sort
from kg.stages import Mention, Quotation


@dataclass
class Discourse:
    """The chains of an article and who is who so far; grows as references are resolved.

    `share` tells how much a chain is talked about, `pronoun_of` which pronoun stood for it last and
    in which sentence, `chain_at` which chain a token belongs to.
    """

    scene: Scene
    lore: Lore
    chains: list[Chain]
    parties: list[Party]
    companies: list[Company]
    share: Mapping[str, float]
    chain_at: dict[int, Chain]
    pronoun_of: dict[str, tuple[str, int]] = field(default_factory=dict)

    def voice(self, quotation: Quotation | None) -> Chain | None:
        """Who says a quotation."""
        if quotation is None or quotation.speaker is None:
            return None
        return self.chain_at.get(quotation.speaker)

    def speaker(self, i: int) -> Chain | None:
        """Whose whole quotation token `i` stands in."""
        quotation = self.scene.quotation(i)
        return self.voice(quotation) if quotation is not None and quotation.whole else None

    def outsider(self, i: int) -> Chain | None:
        """Whom a third person at token `i` cannot be: the speaker, who says ``I`` and ``we``.

        One who names himself in the quotation (``"The bank believes it has …"``) may be meant by what follows.
        """
        chain, n = self.speaker(i), self.scene.quoted[i]
        named = chain is not None and any(p.quoted == n and p.mention.head < i for p in chain.phrases)
        return None if named else chain

    def last_speaker(self, i: int) -> Chain | None:
        """Who spoke in the last whole quotation of the paragraph before token `i`, within two sentences."""
        scene = self.scene
        for quotation in reversed(scene.quotations):
            if quotation.stop <= i and quotation.whole and quotation.speaker != i:
                last = quotation.stop - 1
                near = scene.paragraph[i] == scene.paragraph[last] and scene.sentence[i] - scene.sentence[last] <= 2
                return self.voice(quotation) if near else None
        return None

    def start(self, anaphor: Anaphor, number: Number) -> None:
        """Start a chain of its own with a description that stands for nothing before it."""
        sort: Sort | None = "person" if anaphor.form in PERSON_NOUNS else sort_of_noun(anaphor.form)
        chain = Chain(f"phrase {anaphor.head}", sort, set(NOUN_TYPES.get(anaphor.form, ())), None, {anaphor.form})
        self.chains.append(chain)
        self.add(anaphor, chain, number)

    def add(self, anaphor: Anaphor, chain: Chain, number: Number) -> None:
        """Note that an anaphor belongs to a chain."""
        chain.phrases.append(phrase_of(self.scene, anaphor.mention, number))
        self.chain_at[anaphor.head] = chain

    def chain_of(self, mention: Mention) -> Chain:
        """The chain of a name; a country named by its adjective only gets one now."""
        key = (mention.canonical or mention.text).casefold()
        for chain in self.chains:
            if mention in chain.names or chain.key == key:
                return chain
        chain = Chain(key, SORT_OF_TYPE[mention.type or "Thing"], {mention.type or "Thing"}, names=[mention])
        self.chains.append(chain)
        return chain


def open_discourse(scene: Scene, anaphora: Sequence[Anaphor], lore: Lore) -> Discourse:
    """Lay out the chains of an article before anything is resolved."""
    chains = build_chains(scene, {a.head for a in anaphora})
    _assign_gender(chains, lore)
    parties = find_parties(scene, chains, lore)
    companies = find_companies(scene, parties)
    return Discourse(scene, lore, chains, parties, companies, _shares(chains), _by_token(chains))


def _by_token(chains: Sequence[Chain]) -> dict[int, Chain]:
    simple = [(p.mention, c) for c in chains for p in c.phrases if not p.members]
    nested = sorted(simple, key=lambda pair: pair[0].first - pair[0].stop)  # an inner phrase wins over an outer one
    return {i: chain for mention, chain in nested for i in range(mention.first, mention.stop)}


def _assign_gender(chains: Sequence[Chain], lore: Lore) -> None:
    for chain in chains:
        if chain.sort == "person" and chain.gender is None:
            firsts = sorted({(m.canonical or m.text).split()[0] for m in chain.names if " " in (m.canonical or m.text)})
            known = {lore.given_name(name) for name in firsts} | {FIRST_NAMES.get(name.casefold()) for name in firsts}
            chain.gender = "male" if "male" in known and "female" not in known else None
            chain.gender = "female" if "female" in known and "male" not in known else chain.gender


def _shares(chains: Sequence[Chain]) -> dict[str, float]:
    """How much a chain is talked about, 0 to 1 for the most named of its sort."""
    most = Counter[Sort | None]()
    for chain in chains:
        most[chain.sort] = max(most[chain.sort], len(chain.names))
    return {c.key: len(c.names) / max(most[c.sort], 3) for c in chains}
