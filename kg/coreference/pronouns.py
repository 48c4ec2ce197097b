"""How well a chain fits a pronoun: what grammar forbids, then what speaks for and against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.coreference.chains import Chain, Phrase
from kg.coreference.happenings import leaning
from kg.coreference.scene import Scene
from kg.coreference.site import Context, Site
from kg.coreference.words import BELONGINGS
from kg.extract.reporting import reporting_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACTS = frozenset(
    "help assist praise thank accuse criticize criticise congratulate blame reward honor honour charge convict"
    " commend condemn fine arrest mock attack defend rebuke chide scold fault admire compliment jail".split()
)
"""Verbs after whose object ``for his …`` is about that object."""
_HEARD = frozenset("show tell teach remind inform assure warn convince persuade ask".split())
"""Verbs whose object listens: `show them that …`."""
_BARRED = frozenset({"body", "land", "place", "person"})
_SINGLE = frozenset({"Legislation", "Agreement", "Product", "Event", "Place"})
_ANIMATE = frozenset(
    "agree plan buy sell pay own hire fire sign vote decide attack invade acquire meet negotiate discuss visit receive"
    " seek try refuse want intend prepare issue sue".split()
)


def pronoun_fits(context: Context, chain: Chain, phrase: Phrase) -> bool:
    """Tell whether grammar allows the pronoun to stand for the chain of `phrase`."""
    if context.site.eventful and chain.sort in _BARRED:
        return False
    return _agrees(context.site.anaphor.form, chain, phrase) and _binding_allows(context.scene, context.site, phrase)


def _agrees(form: str, chain: Chain, phrase: Phrase) -> bool:
    person = chain.sort == "person"
    if form in {"he", "she"}:
        wrong = "female" if form == "he" else "male"
        return (person or chain.sort is None) and phrase.number != "many" and chain.gender != wrong
    if form == "it":
        return not person and phrase.number != "many" and not phrase.members
    if phrase.number == "many" or phrase.members:
        return True
    return (
        chain.sort in {"body", "land"}
        or (person and chain.gender is None and not chain.named)
        or (phrase.number == "either" and not _is_one_thing(chain, phrase))
    )


def _is_one_thing(chain: Chain, phrase: Phrase) -> bool:
    """A named law, product or place is one, unless its name is a plural (``Oslo Accords``)."""
    text = phrase.mention.text
    plural = text.endswith("s") and (" " in text or "Product" in chain.types)
    return chain.named and chain.types <= _SINGLE and not plural


def _binding_allows(scene: Scene, site: Site, phrase: Phrase) -> bool:
    head = phrase.mention.head
    if phrase.sentence != site.sentence:
        return not site.reflexive
    if phrase.mention.first <= site.anaphor.head < phrase.mention.stop or head in site.above:
        return False  # the pronoun is part of the phrase itself
    if site.reflexive:
        return site.subject == head
    if site.possessive:
        return True
    if site.subject == head and site.role != "subject":
        return False
    verb = scene.verb(head)
    arguments = {"subject", "object", "oblique"}
    return not (verb is not None and verb.i == site.verb and {site.role, phrase.role} <= arguments)


def names_again(context: Context, chain: Chain) -> bool:
    """Tell whether the clause of a subject pronoun goes on to name the chain: ``he praised Obama`` is not Obama.

    Nor does somebody name himself in what he says: ``"Obama lied," he said``.
    """
    scene, site = context.scene, context.site
    own = scene.said_by.get(site.anaphor.head)
    if own is not None and chain.sort == "person" and any(m.first in scene.words_of(own) for m in chain.names):
        return True
    if site.role != "subject" or site.verb < 0:
        return False
    return any(
        phrase.sentence == site.sentence
        and phrase.mention.head > site.anaphor.head
        and phrase.mention.kind == "name"
        and _stands_below(scene.doc[phrase.mention.head], site.verb)
        for phrase in chain.phrases
    )


def _acted_on(possessive: Token, phrase: Phrase) -> bool:
    """``thanked X for his help``: the one whom a verb is about, before what the verb says of him."""
    for prep in possessive.ancestors:
        if prep.dep_ == "prep" and prep.lower_ in {"for", "with", "of", "over", "on", "in"}:
            act = prep.head if prep.head.dep_ != "dobj" else prep.head.head
            if act.lemma_ in _ACTS:
                return any(c.dep_ == "dobj" and c.i == phrase.mention.head and c.i < prep.i for c in act.children)
    return False


def _has(possessive: Token, phrase: Phrase) -> bool:
    """``firms with a third of their sales abroad``: whom a phrase with ``with`` describes."""
    above = possessive.head
    while above.dep_ in {"pobj", "prep"} and above.i > phrase.mention.head:
        if above.dep_ == "prep" and above.lower_ == "with":
            noun = above.doc[phrase.mention.head]
            if above.head == noun or (noun.i == above.i - 1 and noun.dep_ == "dobj" and noun.head == above.head):
                return noun.pos_ in {"NOUN", "PROPN"}
        above = above.head
    return False


def _stands_below(token: Token, verb: int) -> bool:
    """``It allows China to sell``: below the verb of ``it``, but not in a clause that is only added to it."""
    while token.head.i != token.i:
        if token.dep_ in {"relcl", "advcl", "acl", "parataxis", "appos"}:
            return False
        token = token.head
        if token.i == verb:
            return True
    return False


def pronoun_features(context: Context, chain: Chain, phrase: Phrase) -> dict[str, float]:
    """Return what speaks for and against the pronoun standing for `chain`, last met as `phrase`."""
    site = context.site
    away = site.sentence - phrase.sentence
    features: dict[str, float] = {
        "sentences away": float(min(max(away, 0), 6)),
        "paragraph away": float(min(site.paragraph - phrase.paragraph, 4)),
        "name": float(chain.named),
        "unknown sort": float(chain.sort is None and not phrase.members),
        "share": context.share.get(chain.key, 0.0),
    }
    if away == 0:
        features["far inside sentence"] = float(max(site.anaphor.head - phrase.mention.stop, 0))
    if phrase.role in {"subject", "object", "possessive", "modifier"}:
        features[phrase.role] = 1.0
    features.update(_structure(context.scene, site, phrase))
    features["promised to"] = float(any(p.mention.head == site.promised for p in chain.phrases))
    features.update(_sort_features(site, chain, phrase))
    if site.anaphor.form == "they" and phrase.number != "many" and not phrase.members:
        features.update(_for_several(context, chain, phrase))
    features.update(_meaning(context.scene, site, chain))
    if site.anaphor.form == "it" and not site.possessive and not site.reflexive and chain.sort in _BARRED:
        against = leaning(context.scene.doc[site.anaphor.head])
        if against:
            features[against] = 1.0
    if site.possessive and _acted_on(context.scene.doc[site.anaphor.head], phrase):
        features["acted on"] = 1.0
    if site.possessive and _has(context.scene.doc[site.anaphor.head], phrase):
        features["has it"] = 1.0
    features.update(_voices(context, chain, phrase))
    before = context.pronoun_of.get(chain.key)
    if before is not None:
        form, sentence = before
        recent = 1.0 if site.sentence - sentence <= 2 else 0.4
        features["same pronoun before" if form == site.anaphor.form else "other pronoun before"] = recent
    return features


def _for_several(context: Context, chain: Chain, phrase: Phrase) -> dict[str, float]:
    """Against one body for ``they``: the sentence tells of several, or no body was called so since its paragraph."""
    site = context.site
    subject = phrase.role == "subject" and site.role != "object"
    before = context.pronoun_of.get(chain.key, ("", 0))[0]
    far = chain.named and chain.sort == "body" and phrase.paragraph != site.paragraph and before != "they"
    plural = phrase.mention.kind == "name" and phrase.mention.text.endswith("s")
    return {
        "one beside many": float(context.many and not subject and not plural),
        "body of other paragraph they": float(far),
    }


def _structure(scene: Scene, site: Site, phrase: Phrase) -> dict[str, float]:
    head = phrase.mention.head
    found: dict[str, float] = {}
    here = phrase.sentence == site.sentence
    if scene.main_subject[phrase.sentence] == head:
        found["subject of this sentence" if here else "main subject"] = 1.0
    if site.role == phrase.role and phrase.role in {"subject", "object"}:
        found["parallel"] = 1.0
    if here:
        found["subject of own clause"] = float(site.subject == head)
        found["doer in own phrase"] = float(site.subject == head and phrase.role == "possessive")
        found["fronted"] = float(site.fronted == head)
        found["topic"] = float(site.topic == head)
        if site.matrix >= 0 and site.topic < 0:
            found.update(_under(site, phrase))
    elif phrase.role == "subject" and site.role == "subject" and site.verb >= 0:
        verb = scene.verb(head)
        speaks = verb is not None and reporting_class(verb) is not None
        found["speaks too"] = float(speaks and reporting_class(scene.doc[site.verb]) is not None)
    return found


def _under(site: Site, phrase: Phrase) -> dict[str, float]:
    """``X notified Y that it needs``: it is Y; ``X told Y that it will``, ``X said it``: it is X."""
    head = phrase.mention.head
    if site.promised >= 0:
        return {"promised by": 1.0} if site.matrix_subject == head else {}
    if site.told >= 0:
        if site.anaphor.form == "they" and phrase.number == "one":
            return {}
        return {"object of telling": 1.0} if site.told == head else {}
    alone = site.subject in {-1, site.anaphor.head}
    return {"subject of matrix": 1.0} if alone and site.matrix_subject == head else {}


def _sort_features(site: Site, chain: Chain, phrase: Phrase) -> dict[str, float]:
    anaphor = site.anaphor
    if anaphor.form == "it":
        return {"body it": 1.0} if chain.sort == "body" else {"thing it": 1.0} if chain.sort == "thing" else {}
    if anaphor.form == "they":
        if phrase.members:
            return {"group of things they" if chain.sort == "thing" else "group they": 1.0}
        if phrase.number != "many":
            if chain.sort == "body" and not chain.named:
                return {"team they": 1.0}
            name = {"body": "collective they", "land": "country they"}.get(chain.sort or "", "person they")
            subject = phrase.role == "subject" and phrase.sentence == site.sentence
            apart = not subject and phrase.mention.head != site.told
            return {name: 1.0, "collective they apart": float(apart and chain.named and chain.sort == "body")}
    return {}


def _meaning(scene: Scene, site: Site, chain: Chain) -> dict[str, float]:
    token = scene.doc[site.anaphor.head]
    if token.dep_ in {"dobj", "dative"} and token.head.lemma_ in _HEARD and chain.sort == "thing":
        told = any(c.dep_ in {"ccomp", "xcomp"} for c in token.head.children)
        return {"inanimate subject": float(told)}
    if site.possessive:
        owners = [sort for sort, nouns in BELONGINGS.items() if token.head.lemma_.lower() in nouns]
        return (
            {"belongs": 1.0} if chain.sort in owners else {"cannot own": float(bool(owners) and chain.sort == "thing")}
        )
    if token.dep_ == "nsubj" and site.anaphor.form in {"it", "they"}:
        verb = token.head.lemma_
        if verb in _ANIMATE or reporting_class(token.head) is not None:
            alive = chain.sort in {"person", "body", "land"}
            return {"animate subject": 1.0} if alive else {"inanimate subject": 1.0} if chain.sort == "thing" else {}
    return {}


def _voices(context: Context, chain: Chain, phrase: Phrase) -> dict[str, float]:
    """Quoted words go on about what their speaker named, not about whom they are said to; so does the text."""
    scene, head = context.scene, context.site.anaphor.head
    here = scene.quotation(head)
    there = scene.quotations[phrase.quoted] if phrase.quoted >= 0 else None
    if here is not None and here.whole:
        if there is not None:
            return {"same quotation": float(there is here or there.speaker == here.speaker)}
        verb = scene.verb(phrase.mention.head) if phrase.role != "subject" else None
        spoke = context.site.anaphor.form in {"he", "she"} and _speaks_in(scene, chain, phrase.sentence)
        return {"beside quotation": float(verb is not None and verb.i == here.verb), "spoke before": float(spoke)}
    found = {"quoted outside": float(there is not None and there.whole)}
    if head in scene.said_by and phrase.role == "subject" and phrase.paragraph == context.site.paragraph:
        first = scene.words_of(scene.said_by[head]).start
        found["introduced"] = float(phrase.sentence == scene.sentence[first] - 1 and phrase.quoted < 0)
    if context.speaker is chain and reporting_class(scene.doc[head].head) is not None:
        found["speaker again"] = 1.0
    return found


def _speaks_in(scene: Scene, chain: Chain, sentence: int) -> bool:
    """Tell whether a sentence reports what the chain says."""
    for phrase in chain.phrases:
        verb = scene.verb(phrase.mention.head) if phrase.sentence == sentence else None
        if verb is not None and reporting_class(verb) is not None:
            subject = scene.subject(verb)
            if subject is not None and subject.i == phrase.mention.head:
                return True
    return False
