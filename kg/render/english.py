"""English verb forms, enough to turn a relation's base form into a readable sentence."""

from __future__ import annotations

import re

_IRREGULAR = """
arise arose|awake awoke|be was|bear bore|beat beat|become became|begin began|bend bent|bet bet|bid bid|bind bound
bite bit|bleed bled|blow blew|break broke|breed bred|bring brought|broadcast broadcast|build built|burst burst
buy bought|cast cast|catch caught|choose chose|cling clung|come came|cost cost|creep crept|cut cut|deal dealt
dig dug|do did|draw drew|drink drank|drive drove|eat ate|fall fell|feed fed|feel felt|fight fought|find found
flee fled|fling flung|fly flew|forbid forbade|forecast forecast|forget forgot|forgive forgave|freeze froze
get got|give gave|go went|grind ground|grow grew|hang hung|have had|hear heard|hide hid|hit hit|hold held
hurt hurt|keep kept|know knew|lay laid|lead led|leave left|lend lent|let let|lie lay|lose lost|make made
mean meant|meet met|mistake mistook|offset offset|outdo outdid|outgrow outgrew|outsell outsold|overcome overcame
oversee oversaw|overtake overtook|overthrow overthrew|pay paid|put put|quit quit|read read|rebuild rebuilt
repay repaid|reset reset|ride rode|ring rang|rise rose|run ran|say said|see saw|seek sought|sell sold|send sent
set set|shake shook|shed shed|shine shone|shoot shot|show showed|shrink shrank|shut shut|sing sang|sink sank
sit sat|sleep slept|slide slid|speak spoke|speed sped|spend spent|spin spun|split split|spread spread
spring sprang|stand stood|steal stole|stick stuck|strike struck|strive strove|swear swore|sweep swept|swim swam
swing swung|take took|teach taught|tear tore|tell told|think thought|throw threw|thrust thrust
undercut undercut|undergo underwent|understand understood|undertake undertook|undo undid|unwind unwound
uphold upheld|upset upset|wake woke|wear wore|weave wove|win won|wind wound|withdraw withdrew
withhold withheld|withstand withstood|write wrote
"""
_PAST = dict(pair.split() for line in _IRREGULAR.strip().splitlines() for pair in line.split("|"))
_DOUBLING = frozenset(
    "admit annul ban bar beg chop clap commit compel confer control cram defer deter distil drag drop enrol equip "
    "excel expel fit fulfil grab hop incur infer instil jam knit lag log map mob nod occur omit patrol permit pin "
    "plan plot plug prefer propel ram rebel rebut recur refer regret rob rub scrap ship shop shred skip slam slap "
    "slip snap sob star stem step stop strip submit swap tap tip top transfer transmit trap trim unplug "
    "wed wrap".split()
)
_VOWELS = "aeiou"


def past(verb: str) -> str:
    """Simple past of a verb in its base form.

    >>> past("notify"), past("meet"), past("ban"), past("raise")
    ('notified', 'met', 'banned', 'raised')
    """
    if verb in _PAST:
        return _PAST[verb]
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return f"{verb}{verb[-1]}ed" if verb in _DOUBLING else verb + "ed"


def third_person(verb: str) -> str:
    """Third person singular of the present tense.

    >>> third_person("need"), third_person("suppress"), third_person("supply"), third_person("be")
    ('needs', 'suppresses', 'supplies', 'is')
    """
    special = {"be": "is", "have": "has", "do": "does", "go": "goes"}
    if verb in special:
        return special[verb]
    if re.search(r"(s|x|z|ch|sh)$", verb):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


_NOUN_ENDING = re.compile(r"(?:person|man|woman|men|ship|ist|ian|ant|dent|eur|ary|ator|itor|essor|ctor)$")
_ROLE_NOUNS = frozenset(
    "adviser advisor agent ally analyst author boss brother candidate chair chief co-founder coach daughter deputy "
    "editor employee employer executive father founder governor grandson head heir husband judge king lawyer leader "
    "maker manager mayor member minister mother nephew niece officer official owner parent part partner performer "
    "premier producer professor queen representative rival senator sister son subsidiary supplier trader treasurer "
    "uncle unit user wife worker capital headquarters division branch kind type version name result cause".split()
)
_VERBS_WITH_OF = frozenset(
    "accuse approve assure beware clear complain consist convict deprive despair die dispose disapprove dream hear "
    "inform know learn relieve remind repent rob smell speak strip suspect talk tell think warn".split()
)


def is_role(label: str) -> bool:
    """Whether a relation is called by a noun (``CEO of``), so that it reads with ``is``.

    >>> is_role("CEO of"), is_role("spokesperson for"), is_role("meet with"), is_role("accuse of")
    (True, True, False, False)
    """
    first, *rest = label.split() or [""]
    head = next((w for w in reversed(label.split()) if w.lower() not in _PREPOSITIONS), first)
    if first == "be" or not rest or rest[-1].lower() not in _PREPOSITIONS:
        return False
    if first.isupper() or head.lower() in _ROLE_NOUNS or _NOUN_ENDING.search(head.lower()):
        return True
    return rest == ["of"] and first.lower() not in _VERBS_WITH_OF


_NO_POSTS = frozenset(
    "instance part type kind version name result cause resident relative citizen native parent subsidiary unit branch "
    "division brother sister son daughter father mother wife husband uncle nephew niece grandson heir ally friend "
    "capital headquarters owner user fan victim".split()
)


def is_post(label: str) -> bool:
    """Whether a relation says which post somebody holds, not whose relative or part it is.

    >>> is_post("CEO of"), is_post("former leader of"), is_post("brother of"), is_post("meet with")
    (True, True, False, False)
    """
    words = [w.lower() for w in label.split() if w.lower() not in _PREPOSITIONS]
    return is_role(label) and not _NO_POSTS.intersection(words)


_PREPOSITIONS = frozenset(
    "about above across after against ahead along among around as at before behind below between beyond by despite "
    "during except for from in inside into like near of off on onto out outside over per since through throughout to "
    "toward towards under until up upon versus via with within without amid including "
    "regarding concerning following than unlike excluding pending given".split()
)


def is_preposition(word: str) -> bool:
    """Whether a qualifier's role can be read out as it stands (``from``, ``on behalf of``).

    >>> is_preposition("with"), is_preposition("because of"), is_preposition("purpose")
    (True, True, False)
    """
    words = word.lower().split()
    return bool(words) and words[-1] in _PREPOSITIONS


_PLURALS = frozenset(
    "people men women children police media data criteria phenomena alumni both many others several".split()
)
_SINGULARS = frozenset(
    "news series means politics economics physics headquarters crisis basis analysis thesis emphasis species lens gas "
    "bus virus campus census status bonus focus surplus process access business congress press".split()
)


def is_plural(phrase: str) -> bool:
    """Whether a common-noun phrase names several: its head says so, or it joins two with an *and*.

    >>> is_plural("restrictions on the sale of chips"), is_plural("about half of the researchers")
    (True, False)
    >>> is_plural("series of measures"), is_plural("talks between China and Japan"), is_plural("inventory and reserves")
    (False, True, True)
    """
    words = phrase.lower().split()
    end = next((i for i, word in enumerate(words) if i and word in _PREPOSITIONS), len(words))
    if "and" in words[:end]:
        return True
    head = words[end - 1] if words else ""
    if head in _PLURALS:
        return True
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "'s", "’s")) and head not in _SINGULARS
