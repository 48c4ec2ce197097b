"""Repairs of participles that the parser took for verbs of their own, or hung on the wrong noun.

`The autopsy performed on the body showed …` performs nothing: the autopsy shows, and somebody performed it.
Each looks at the shape of the tree and at closed classes of verbs, never at particular words of an article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.forms import NOUNS, SUBJECT, has_auxiliary, has_subject, is_finite
from kg.extract.trees import attach
from kg.extract.verbs import INTRANSITIVE

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CALLED = frozenset({"called", "named", "dubbed", "nicknamed", "titled", "entitled", "labelled", "labeled"})
"""Participles after which a name is no object."""
_COMPLETE = ("dobj", "ccomp", "xcomp", "oprd", "attr", "acomp")
"""Dependencies of what a past form with a subject takes when it is a verb of its own."""
_TORN = frozenset(
    "affected hit torn stricken struck ravaged ridden devastated battered damaged occupied controlled held backed led "
    "plagued scarred starved strapped ruled run dominated prone soaked hosted sponsored".split()
)
"""Participles that a noun before them goes with: `war torn Syria`."""
_LASTING = frozenset({"end", "begin", "start", "last", "continue"})
"""Verbs of what goes on, which want no object for it."""
_GROWING = frozenset(
    "attacking growing increasing rising mounting falling declining dwindling varying differing soaring surging "
    "lingering".split()
)
"""Participles that say what something is like, where a gerund would say what is done: `amid mounting debts`."""
_DASHES = ("-", "--", "–", "—")
_LIVE = ("nsubj", "nsubjpass", "csubj", "ccomp")
"""Dependencies of a participle that the parser took for the subject, or for a complement, of the verb after it."""
_LOOSE = ("conj", "dep", "ccomp", "advcl", "dobj", "oprd", "parataxis")
"""Dependencies of the verb of a clause that the parser hung on a participle."""


def mend_participles(sentence: Span) -> None:
    """Mend the participles of one sentence in place."""
    for token in sentence:
        if token.tag_ in ("VBN", "VBD") and token.pos_ == "VERB":
            _describe_before_noun(token)
            _reduce_relative(token)
            _undergo(token)
            _part_from_dash(token)
            _base(token)
        elif token.tag_ == "VBG":
            _accompany(token)
            _describe_after_with(token)


def promote_finite(sentence: Span) -> None:
    """`Police looking for a man seen near the bank arrested Bob Stone` parsed as a noun: the past with an object acts.

    It is the only finite form, and the noun that heads the sentence its subject. `The match ended with a goal` needs
    no object.
    """
    root = sentence.root
    if root.pos_ not in NOUNS or root.i > sentence.start + 3:
        return
    if any(t.tag_ in ("VBZ", "VBP", "MD") or (t.tag_ == "VBD" and t.dep_ != "acl") for t in sentence):
        return
    found = [t for t in sentence if t.tag_ == "VBD" and t.dep_ == "acl" and t in root.subtree]
    verb = next((t for t in found if t.lemma_ in _LASTING | INTRANSITIVE or (t.head != root and _has_object(t))), None)
    if verb is None or any(c.dep_ in ("agent", "aux", "auxpass", *SUBJECT) for c in verb.children):
        return
    attach(verb, verb, "ROOT")
    for child in [c for c in root.children if c.i > verb.i]:
        attach(child, verb, child.dep_)
    attach(root, verb, "nsubj")


def _has_object(verb: Token) -> bool:
    return any(c.dep_ == "dobj" for c in verb.rights)


def _reduce_relative(verb: Token) -> None:
    """`the drone shot down over Mali belonged to …`: of two verbs side by side the first only describes the noun.

    No clause has a second finite verb without a subject, a conjunction or a comma before it.
    """
    noun = next((c for c in verb.lefts if c.dep_ == "nsubj" and (c.pos_ in NOUNS or c.left_edge.tag_ == "DT")), None)
    if noun is None or noun.right_edge.i != verb.i - 1 or has_auxiliary(verb) or _is_complete(verb):
        return
    if any(c.dep_ in ("acl", "relcl") for c in noun.rights):
        return  # `a study funded by Acme found …`: the noun is described already
    main = _verb_after(verb)
    if main is None:
        return
    role = "nsubjpass" if any(c.dep_ == "auxpass" for c in main.lefts) else "nsubj"
    if verb.head != main:
        attach(main, main if verb.head == verb else verb.head, "ROOT" if verb.head == verb else verb.dep_)
    elif verb.dep_ in SUBJECT or verb.dep_ == "csubj":
        role = verb.dep_ if verb.dep_ in SUBJECT else role
    for child in [c for c in verb.children if c.i < noun.left_edge.i or c.i > main.i]:
        attach(child, main, child.dep_)
    attach(noun, main, role)
    attach(verb, noun, "acl")
    verb.tag_ = "VBN"


def _is_complete(verb: Token) -> bool:
    """Whether a past form has an object, or what stands for one; a name after `called` is none."""
    taken = [c for c in verb.rights if c.dep_ in _COMPLETE and c.pos_ not in ("VERB", "AUX")]
    clauses = [c for c in verb.rights if c.dep_ in _COMPLETE and c.pos_ in ("VERB", "AUX") and has_subject(c)]
    named = verb.lower_ in _CALLED and all(c.pos_ == "PROPN" for c in taken)
    return bool(clauses) or (bool(taken) and not named)


def _verb_after(verb: Token) -> Token | None:
    """The finite verb without a subject that begins where the phrases of the past form `verb` end, or None."""
    doc, sentence = verb.doc, verb.sent
    for main in doc[verb.i + 1 : sentence.end]:
        near = (main.head == verb and main.dep_ in _LOOSE) or (verb.head == main and verb.dep_ in _LIVE)
        above = list(verb.ancestors)
        beside = verb.head != verb and main.dep_ in _LOOSE and main.head in above and main not in above
        if main.pos_ not in ("VERB", "AUX") or not (near or beside) or not is_finite(main):
            continue
        if any(c.dep_ in (*SUBJECT, "expl") or c.tag_ in ("WDT", "WP") for c in main.children if c != verb):
            return None
        own = [c for c in main.lefts if c.i > verb.i]
        between = doc[verb.i + 1 : min(c.left_edge.i for c in (main, *own) if c == main or c in own)]
        joined = any(t.dep_ in ("cc", "mark") or t.text in (",", ";", ":", '"', *_DASHES) for t in between)
        alone = all(c.dep_ in ("aux", "auxpass", "neg", "advmod") for c in own)
        return main if alone and not joined else None
    return None


def _undergo(verb: Token) -> None:
    """`the house was searched and the papers seized`: what shares the auxiliary of a passive is passive too."""
    first = verb.head
    shared = verb.dep_ == "conj" and any(c.dep_ == "auxpass" for c in first.children)
    if verb.tag_ != "VBN" or not shared or has_auxiliary(verb):
        return
    if not any(c.dep_ in _COMPLETE and not _is_set_off(c) for c in verb.rights):
        for subject in [c for c in verb.lefts if c.dep_ == "nsubj"]:
            subject.dep_ = "nsubjpass"


def _part_from_dash(verb: Token) -> None:
    """`their phones seized – an outrage` with the outrage as what was seized: a dash parts it off."""
    for thing in [c for c in verb.rights if c.dep_ == "dobj" and _is_set_off(c)]:
        if not any(t.text in _DASHES for t in verb.doc[thing.right_edge.i + 1 : verb.sent.end]):
            thing.dep_ = "dep"


def _is_set_off(thing: Token) -> bool:
    before = thing.left_edge.nbor(-1)
    return before.text in _DASHES and before.nbor(-1).whitespace_ != ""


def _base(verb: Token) -> None:
    """`defended Acme based on reports`: no name is based on reports, and what is done to it is."""
    name = verb.head
    on = any(c.dep_ == "prep" and c.lower_ in ("on", "upon") and c.i == verb.i + 1 for c in verb.rights)
    if verb.lower_ == "based" and on and verb.dep_ == "acl" and name.pos_ == "PROPN" and name.dep_ == "dobj":
        attach(verb, name.head, "prep")


def _describe_before_noun(participle: Token) -> None:
    """`in drought affected North Queensland` with somebody affecting it: the drought and `affected` describe it."""
    if participle.lower_ not in _TORN or not 0 < participle.i - participle.sent.start < len(participle.sent) - 1:
        return
    before = participle.nbor(-1)
    bare = before.tag_ == "NN" and before.dep_ == "pobj" and before.head.i == before.i - 1 and not list(before.children)
    name = participle.nbor(1)
    while name.dep_ in ("compound", "punct", "amod") and name.head.i > name.i:
        name = name.head
    if not bare or name.pos_ != "PROPN" or name.dep_ not in ("dobj", "nsubj", "nsubjpass"):
        return
    main = name.head if name.dep_ in SUBJECT and name.head != participle else None
    if has_auxiliary(participle) or name.left_edge.i != participle.i + 1 or (has_subject(participle) and main is None):
        return
    prep, clause = before.head, participle.head if participle.head != participle else main
    if main is not None and main.head == participle:
        attach(main, main if clause == main else participle.head, participle.dep_)
    attach(name, prep, "pobj")
    for child in [c for c in participle.children if c not in (before, name)]:
        attach(child, main or prep.head, child.dep_)
    attach(participle, name, "amod")
    attach(before, participle, "npadvmod")


def _accompany(verb: Token) -> None:
    """`a row between the two with Mr Stone accusing Mr Berg`: who stands between `with` and the gerund does it."""
    _complete_list(verb)
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    name = _first_of_list(before)
    held = verb.dep_ in ("acl", "advcl") and before.pos_ in NOUNS and before not in verb.subtree
    if held and name.dep_ == "pobj" and name.head.lower_ == "with" and verb.head != name and _is_list(name, before):
        attach(verb, name, "acl")
        if before != name:
            name.head.dep_ = "dep"  # nothing is with several people, but what they do accompanies it


def _complete_list(verb: Token) -> None:
    """`with Ann, Bob and Eve making it` with Eve alone as who makes it: she ends the list."""
    last = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.pos_ == "PROPN"), None)
    joint = last.left_edge.nbor(-1) if last is not None and last.left_edge.i > verb.sent.start else verb
    first = _first_of_list(joint.head)
    if last is not None and joint.dep_ == "cc" and first.dep_ == "pobj" and first.head.lower_ == "with":
        attach(last, first, "conj")


def _first_of_list(name: Token) -> Token:
    while name.dep_ in ("conj", "compound", "appos") and name.head.i < name.i:
        name = name.head
    return name


def _is_list(first: Token, last: Token) -> bool:
    """Whether the phrase of `first` ends with `last`, and nothing else describes it."""
    return first.pos_ == "PROPN" and last in first.subtree and _is_verbless(first, last)


def _is_verbless(first: Token, last: Token) -> bool:
    """Whether no verb and no preposition stands between two words."""
    return not any(t.pos_ in ("VERB", "AUX", "ADP") for t in first.doc[first.i : last.i])


def _describe_after_with(participle: Token) -> None:
    """`with attacking style` with the style attacked: a gerund is not what something is with."""
    prep = participle.head
    thing = next((c for c in participle.rights if c.dep_ == "dobj" and c.i == participle.i + 1), None)
    if participle.lower_ not in _GROWING or participle.dep_ != "pcomp" or prep.lower_ not in ("with", "amid"):
        return
    if thing is None or thing.tag_ not in ("NN", "NNS") or list(thing.lefts):
        return
    attach(thing, prep, "pobj")
    for child in [c for c in participle.children if c.i > thing.i]:
        attach(child, prep.head, child.dep_)
    attach(participle, thing, "amod")
    participle.pos_, participle.tag_ = "ADJ", "JJ"
