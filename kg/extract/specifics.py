"""What says which: the clauses and complements that a noun needs to mean anything.

`the number` is nothing, `the number of people actively seeking work` is; `has a law` says little,
`has a law which enables police to prosecute` says it. Names and definite things stay short.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from kg.extract.shells import is_indefinite, is_shell, mentioned_before

if TYPE_CHECKING:
    from spacy.tokens import Token

OPEN_PRONOUNS: Final = frozenset("those anyone everyone someone anybody everybody somebody".split())
"""Pronouns that a relative clause makes a description: `those who threaten our troops`."""

_MOST_WORDS = 14
_WHOLE_WORDS = 22
"""A phrase up to these words from its head on is told whole, a longer one cut to the most words."""
_COMPLEMENTS = frozenset("of for to about on over between regarding concerning behind towards toward against".split())
_CLAUSES = frozenset({"acl", "relcl", "ccomp"})
_ENDS = frozenset({",", ";", ":", "–", "—", "(", ")", "…", "..."})
_ASIDE_MARKS = frozenset({"as", "because", "although", "though", "since", "after", "before", "whereas", "so"})
_FUNCTION_TAGS = frozenset({"DT", "IN", "TO", "CC", "PRP$", "WDT", "WP", "WRB", "MD", "POS", "EX", "PDT"})
_NEEDED = frozenset({"dobj", "xcomp", "ccomp", "attr", "acomp", "prep", "agent", "oprd"})
_OFFICES = frozenset("post position role job seat career tenure stint term".split())
_RANKS = frozenset({"first", "second", "third", "last", "only", "next"})
_COUNTING = frozenset({"most", "many", "several", "few", "numerous", "countless"})
"""Words of how many that all nouns of a list share."""


def specific_stop(head: Token, stop: int) -> int:
    """Return the end of the phrase of `head` with what says which, where its short form ends before token `stop`.

    A wording of more than 22 words from the head on is cut to 14; a cut never ends in a function word.
    """
    if head.lower_ in OPEN_PRONOUNS:
        clause = next((c for c in head.rights if c.dep_ in _CLAUSES and c.left_edge.i == stop), None)
        return stop if clause is None else _trimmed(head, clause.right_edge.i + 1, stop)
    if head.pos_ != "NOUN" or head.ent_type_ in ("PERSON", "ORG", "GPE", "DATE", "TIME", "MONEY", "PERCENT"):
        return stop
    if head.right_edge.i < stop:
        return stop
    shell, new = is_shell(head), _is_new(head)
    end = stop
    for child in _further(head, stop, shell, new):
        if child.i < end and child.right_edge.i < end:
            continue
        told = _is_deed(child) or _is_office(child) or ((shell or new) and (_is_origin(child) or _is_place(child)))
        fits = told or ((shell or new) and _says_which(child, shell))
        if child.left_edge.i > end or not fits:
            break
        end = _unbroken(child, end)
    return stop if end == stop else _trimmed(head, end, stop)


def whole_stop(head: Token, stop: int) -> int:
    """Return the end of the phrase of `head`, what something is said to be, with all that says which.

    `is [the first country to ratify it]`, `was [the largest ever imposed]`; without a clause that is set off.
    """
    end = stop
    for child in head.rights:
        if child.i < end:
            continue
        if child.left_edge.i > end or not (_says_which(child, shell=True) or _is_comparison(child)):
            break
        end = _unbroken(child, end)
    return stop if end == stop else _trimmed(head, end, stop)


def _is_comparison(child: Token) -> bool:
    """`the largest in the country`, `the first since the war`."""
    return child.dep_ == "prep" and _is_ranked(child.head)


def _is_ranked(noun: Token) -> bool:
    """Whether a noun or what stands for one is the first, last or most of its kind."""
    return any(t.tag_ == "JJS" or t.lower_ in _RANKS for t in (noun, *noun.lefts))


def describes(verb: Token, noun: Token) -> bool:
    """Whether `verb` stands in a relative clause or participle of `noun`: `ships that are to be sold`."""
    clause = verb
    while clause.dep_ in ("conj", "xcomp") and clause.head.i > noun.i:
        clause = clause.head
    return clause.dep_ in ("relcl", "acl") and clause.head == noun


def _is_new(head: Token) -> bool:
    """Whether what hangs on `head` tells which one it is: a thing that is indefinite, or told of the first time."""
    return is_indefinite(head) or (any(c.lower_ == "the" for c in head.lefts) and not mentioned_before(head))


def _further(head: Token, stop: int, shell: bool, new: bool) -> list[Token]:
    """What hangs on `head` to its right, and on the common noun after its `of`: `number of people seeking work`.

    So does what hangs on the last noun of a new thing: `deals for help in building a dam`.
    """
    inner = [t for t in head.doc[head.i + 1 : stop] if t.dep_ == "pobj" and t.pos_ == "NOUN"]
    own = [t for t in inner if t.head.lower_ == "of" and t.head.head == head]
    last = [t for t in inner[-1:] if head in t.ancestors and (is_indefinite(t) or is_shell(t))]
    hosts = dict.fromkeys([head, *(own if shell else []), *(last if new else [])])
    return sorted((c for noun in hosts for c in noun.rights), key=lambda c: c.i)


def _says_which(child: Token, shell: bool) -> bool:
    if child.dep_ == "relcl":
        if not shell and _is_aim(child):
            return False
        set_off = any(_is_break(t) for t in child.doc[child.head.i + 1 : child.left_edge.i])
        return not set_off and child.left_edge.dep_ != "prep"  # `the rights to which …`
    if not shell:
        return _picks_out(child) or _is_done(child)
    return child.dep_ in _CLAUSES or (child.dep_ == "prep" and child.lower_ in _COMPLEMENTS)


def _is_aim(clause: Token) -> bool:
    """Whether an infinitive after a noun rather says what for: `raised fares to pay for trams`."""
    infinitive = any(c.tag_ == "TO" and c.dep_ == "aux" for c in clause.lefts)
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in clause.lefts)
    return infinitive and not passive and not _is_ranked(clause.head)


def _picks_out(child: Token) -> bool:
    """Whether a participle or adjective says which: `areas prone to drought`, `a book written by X`."""
    completed = any(c.dep_ in ("prep", "agent", "dobj", "xcomp", "ccomp", "prt", "oprd") for c in child.rights)
    completed = completed or (child.tag_ == "VBN" and _is_before_verb(child))  # `the members elected were …`
    prone = child.dep_ == "amod" and child.i > child.head.i and child.head.tag_ == "NNS"
    touching = child.left_edge.i == child.head.i + 1
    return touching and completed and ((child.dep_ == "acl" and not _is_aim(child)) or prone)


def _is_before_verb(participle: Token) -> bool:
    """Whether the clause that a noun is the subject of goes on right after its participle."""
    noun, after = participle.head, participle.i + 1
    subject = noun.dep_ in ("nsubj", "nsubjpass") and noun.head.i > participle.i
    return subject and after in (noun.head.i, *(c.i for c in noun.head.lefts if c.dep_ in ("aux", "auxpass")))


def _is_done(child: Token) -> bool:
    """Whether `child` tells what something is in doing: `help in building a dam`."""
    touching = child.left_edge.i == child.head.i + 1
    return touching and child.dep_ == "prep" and any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in child.rights)


def _is_origin(child: Token) -> bool:
    """Whether `child` tells what a thing is or comes from: `freedom from debt`, `attacks from the sea`."""
    inner = [c for c in child.rights if c.dep_ in ("pobj", "pcomp") and c.ent_type_ not in ("DATE", "TIME")]
    return child.dep_ == "prep" and child.lower_ == "from" and bool(inner)


def _is_place(child: Token) -> bool:
    """Whether `child` tells in what without a name: `a majority in the council's seats`; names stand beside it."""
    inner = [c for c in child.rights if c.dep_ == "pobj" and c.pos_ == "NOUN" and not c.ent_type_]
    touching = child.left_edge.i == child.head.i + 1
    return touching and child.dep_ == "prep" and child.lower_ == "in" and bool(inner)


def _is_office(child: Token) -> bool:
    """Whether `child` tells which post it is: `his post as chairman of the bank`."""
    return child.dep_ == "prep" and child.lower_ == "as" and child.head.lemma_.lower() in _OFFICES


def _is_deed(child: Token) -> bool:
    """Whether `child` tells the deed that a noun names: `a policy of turning away boats`."""
    return child.dep_ == "prep" and child.lower_ == "of" and any(c.dep_ == "pcomp" for c in child.rights)


def _unbroken(child: Token, begin: int) -> int:
    """End of what `child` says up to the first break after it, or `begin` where that is no more than a word."""
    stop = child.right_edge.i + 1
    asides = [c.left_edge.i for c in child.rights if c.dep_ == "advcl" and c.left_edge.lower_ in _ASIDE_MARKS]
    breaks = [t.i for t in child.doc[max(child.i + 1, begin) : stop] if _is_break(t)]
    stop = min([stop, *asides, *breaks])
    return stop if stop - child.left_edge.i > 1 or _is_before_verb(child) else begin


def _is_break(token: Token) -> bool:
    """Whether a phrase pauses at `token`; `January 23, 2006` and `on-the-spot` do not."""
    if token.text == "-":
        return bool(token.nbor(-1).whitespace_ and token.whitespace_)
    year = token.text == "," and token.nbor(-1).like_num and token.i + 1 < len(token.doc) and token.nbor().like_num
    return token.text in _ENDS and not year


def _trimmed(head: Token, end: int, stop: int) -> int:
    """Cut after the most words, and before words that would dangle."""
    last = end if end <= head.i + _WHOLE_WORDS else head.i + _MOST_WORDS
    while last > stop and _is_loose(head.doc[last - 1], head, last, last < end):
        last -= 1
    return max(last, stop)


def _is_loose(word: Token, noun: Token, stop: int, cut: bool) -> bool:
    """Whether a phrase cannot end in `word`; `cut` if more of the phrase follows it."""
    return word.is_punct or word.tag_ in ("CC", "WDT") or (cut and _dangles(word, noun, stop))


def _dangles(word: Token, noun: Token, stop: int) -> bool:
    """Whether `word` is nothing without what follows: a preposition, a modifier, a verb without its object."""
    within = takewhile(lambda above: above != noun, word.ancestors)
    if word.tag_ in _FUNCTION_TAGS or any(above.i >= stop for above in within):
        return True
    return word.tag_.startswith("VB") and any(c.dep_ in _NEEDED for c in word.rights)


def shared_count(noun: Token) -> str:
    """How many of the bare plural `noun` the first of its list says: `most ` of `most schools and shops`."""
    first = noun.head
    while first.dep_ == "conj":
        first = first.head
    if noun.dep_ != "conj" or noun.tag_ != "NNS" or first.tag_ != "NNS" or list(noun.lefts):
        return ""
    counted = first.left_edge.lower_
    return f"{counted} " if counted in _COUNTING and first.left_edge.head == first else ""
