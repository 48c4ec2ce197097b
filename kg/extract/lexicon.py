"""Closed classes of English words that the extraction rules rest on, each with its reason.

Only words of the language stand here, never names. Lemmas, lower case.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kg.model import Modality


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ASPECTUAL: Final = _words(
    "begin start continue keep resume proceed commence go tend get manage help stop cease finish quit"
)
"""Verbs that only say at which stage the verb in their complement is: `begin selling` is a sale."""

ENDING: Final = _words("stop cease quit finish")
"""Aspectual verbs after which the thing is no longer so."""

NEGATING: Final = _words("oppose resist reject fail refuse decline neglect omit forget decline cease avoid")
"""Verbs whose complement did not happen: `failed to agree`."""

CLAIMING: Final = _words("claim profess purport allege pretend")
"""Reporting verbs whose infinitive is what their subject says of itself: `claimed to be unaffected`."""

PREVENTING: Final = _words(
    "prevent stop ban bar prohibit keep block discourage dissuade deter forbid restrain exclude disqualify hinder preclude"
)
"""Verbs with `from` + -ing whose complement is kept from happening."""

ATTITUDE: Final[Mapping[str, Modality]] = {
    **dict.fromkeys(
        "plan intend aim agree decide prepare promise pledge vow undertake commit schedule arrange resolve threaten "
        "offer elect choose opt set move seek attempt try struggle strive expect anticipate project forecast predict "
        "commit propose volunteer look swear consent prepared poised ready due slated".split(),
        "planned",
    ),
    **dict.fromkeys(
        "hope want wish desire like love prefer long yearn aspire eager keen anxious hopeful willing dream excited favour favor support advocate suggest recommend".split(),
        "hoped",
    ),
    **dict.fromkeys(
        "seem appear may might consider contemplate likely unlikely possible able believe think suspect tend".split(),
        "possible",
    ),
    **dict.fromkeys("need have require oblige must supposed obligate compel ought bind".split(), "required"),
}
"""Verbs and adjectives with an infinitive or that-clause, and what they make of it."""

OBJECT_CONTROL: Final[Mapping[str, Modality]] = {
    **dict.fromkeys(
        "force make cause lead get help have enable prompt drive compel convince persuade push".split(), "asserted"
    ),
    **dict.fromkeys("allow let permit authorize authorise entitle empower free license".split(), "possible"),
    "expect": "planned",
    **dict.fromkeys("require oblige order command instruct direct obligate tell need".split(), "required"),
    **dict.fromkeys(
        "ask urge want encourage lobby pressure press beg call implore invite advise recommend request wish like "
        "challenge prefer tempt incite motivate advocate appeal".split(),
        "hoped",
    ),
}
"""Verbs whose object does what their infinitive says, and how real that is."""

PREPOSITIONAL_CONTROL: Final[Mapping[str, frozenset[str]]] = {
    "call": _words("on upon"),
    "appeal": _words("to"),
    "plead": _words("with"),
    "rely": _words("on upon"),
    "count": _words("on"),
    "wait": _words("for"),
    "look": _words("to"),
    "lean": _words("on"),
    "prevail": _words("on upon"),
}
"""Verbs that ask something of whom their preposition names: `called on Congress to pass it`."""

IMPLICATIVE_ADJECTIVES: Final = _words("able")
"""`was able to produce` says that it did; `can` alone does not."""

DEMANDING: Final[Mapping[str, Modality]] = {
    **dict.fromkeys("hope wish want prefer desire demand urge insist request recommend advise".split(), "hoped"),
    **dict.fromkeys("deny dispute reject rebut refute doubt disprove".split(), "denied"),
    **dict.fromkeys("ask wonder inquire enquire question".split(), "asked"),
    **dict.fromkeys(
        "speculate suspect fear worry believe think guess suggest assume suppose imagine consider feel".split(),
        "possible",
    ),
    **dict.fromkeys("expect predict forecast anticipate project promise pledge vow".split(), "planned"),
    **dict.fromkeys("require order stipulate mandate".split(), "required"),
}
"""What a verb makes of the that-clause in its object, where it is not simply said or known."""

MODAL: Final[Mapping[str, Modality]] = {
    "will": "planned",
    "'ll": "planned",
    "wo": "planned",
    "shall": "planned",
    "would": "planned",
    "'d": "planned",
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "can": "possible",
    "ca": "possible",
    "must": "required",
    "should": "required",
    "ought": "required",
    "need": "required",
}

NEGATIVE_ADVERBS: Final = _words("not n't never hardly scarcely barely neither nor no")

LIGHT_VERBS: Final = _words(
    "make take have give hold issue conduct pay embark begin launch place do carry reach undertake start stage "
    "provide express lodge lay put deliver file perform grant"
)
"""Verbs that leave the meaning to an event noun: `make an announcement`, `hold talks`."""

RELATING_VERBS: Final = LIGHT_VERBS | _words(
    "own sign win play sell buy open build run operate join leave lose seek need want show start end ask call file break keep"
)
"""Verbs whose plain object is often less than what it relates to: `held positions at IBM`."""

POSTS: Final = _words("post position role job title office duty tenure term career work appointment")
"""Nouns that hold a role: `his post as CEO of Apple`."""

IDIOMS: Final[Mapping[str, frozenset[str]]] = {
    "take": _words("control place part advantage care charge aim action responsibility credit over possession"),
    "play": _words("role part"),
    "have": _words("impact effect influence access tie link stake interest share jurisdiction"),
    "hold": _words("stake share"),
    "own": _words("stake share"),
    "buy": _words("stake share"),
    "acquire": _words("stake"),
    "sell": _words("stake share"),
    "pay": _words("attention tribute"),
    "put": _words("pressure end"),
    "give": _words("rise birth way"),
    "make": _words("use"),
    "lose": _words("control interest"),
    "gain": _words("control access"),
    "declare": _words("war"),
    "wage": _words("war"),
    "reach": _words("agreement deal"),
    "strike": _words("deal"),
    "form": _words("alliance partnership coalition"),
    "file": _words("lawsuit suit complaint charge appeal"),
    "bring": _words("case charge"),
    "impose": _words("sanction embargo"),
    "express": _words("support concern regret interest confidence doubt"),
    "cast": _words("doubt"),
    "do": _words("business harm damage"),
    "serve": _words("notice"),
}
"""Verb and object noun that make one predicate together: `take control of the bank`."""

EVENT_NOUNS: Final[Mapping[str, str]] = dict(
    pair.split(":")
    for pair in """
    visit:visit trip:travel tour:tour sale:sell export:export import:import purchase:buy acquisition:acquire approval:approve
    announcement:announce meeting:meet talk:negotiate negotiation:negotiate discussion:discuss interview:interview
    takeover:acquire merger:merge investment:invest suppression:suppress easing:ease relaxation:relax lifting:lift
    tightening:tighten attack:attack invasion:invade investigation:investigate probe:investigate inquiry:investigate
    support:support opposition:oppose rejection:reject criticism:criticize condemnation:condemn endorsement:endorse
    appointment:appoint nomination:nominate election:elect resignation:resign dismissal:dismiss removal:remove arrest:arrest
    detention:detain conviction:convict killing:kill murder:murder assassination:assassinate development:develop
    production:produce launch:launch release:release introduction:introduce implementation:implement imposition:impose
    adoption:adopt ratification:ratify signing:sign withdrawal:withdraw deployment:deploy use:use reduction:reduce cut:cut
    increase:increase expansion:expand closure:close construction:build creation:create establishment:establish
    destruction:destroy violation:violate breach:breach refusal:refuse denial:deny warning:warn request:request
    involvement:participate participation:participate assistance:assist help:help aid:aid reliance:rely dependence:depend
    ownership:own management:manage handling:handle treatment:treat agreement:agree lawsuit:sue suit:sue
    ban:ban restriction:restrict regulation:regulate nationalisation:nationalize nationalization:nationalize
    privatisation:privatize privatization:privatize bombing:bomb shelling:shell bailout:bail rescue:rescue bid:bid
    """.split()
)
"""Nouns that name an event, with the verb that says the same."""

PEOPLE_EVENTS: Final = _words(
    "visit trip tour meeting interview talk speech call press-conference conference ceremony rally summit"
)
"""Event nouns that the clause's subject takes part in: `said during an interview with …`."""

MUTUAL: Final = _words(
    "call conversation talk negotiation discussion meeting dialogue summit dispute war conflict agreement deal treaty clash merger partnership "
    "relation tie cooperation trade border alliance ceasefire truce pact accord match game fight battle rivalry"
)
"""Nouns that hold between two parties: `talks between A and B`, `a deal with B`."""

COLLECTIVES: Final = _words(
    "series number group set range variety lot couple kind type sort pair array host batch string bunch list plethora slew "
    "majority handful total form amount"
)
"""Nouns before `of` that only count or bundle what follows: `a series of measures` are measures."""

FRACTIONS: Final = _words(
    "half third quarter most some many all none part one two three each any percent % several few much both either neither"
)

SOURCE_NOUNS: Final = _words(
    "report statement notice remark comment document article announcement letter memo study survey paper story release "
    "speech interview account note filing book website email post tweet message testimony claim source newspaper magazine "
    "data figure research analysis poll bulletin communique dispatch"
)
"""Things that speak for whoever made them: `a notice stating that …`."""

FIXED_ADVERBIALS: Final = frozenset(
    tuple(pair.split("-"))
    for pair in (
        "in-all in-addition in-fact in-general in-particular in-turn in-total in-response in-part in-order in-short in-return "
        "in-contrast in-comparison in-conclusion in-effect in-reality in-detail in-theory in-practice in-public in-private "
        "for-example for-instance for-now for-good at-least at-all at-first at-last at-once of-course by-far by-contrast "
        "on-average as-well as-usual as-such to-date in-case on-time in-time at-present"
    ).split()
)
"""Preposition and noun that together say how, not with whom: `in response`, `for example`."""

CHANGE_NOUNS: Final = _words(
    "increase decrease rise fall drop growth decline change reduction cut improvement investment interest stake share role "
    "confidence involvement participation war surge jump slump gain loss belief faith success trade"
)
"""Nouns that need their `in` phrase to mean anything: `a rise in exports`."""

EMPTY_VERBS: Final = _words("do be have go get make let seem appear")
"""Verbs that say nothing without an object."""

EXAMPLE_MARKERS: Final = _words("like including include such")

MISSING_SUBJECT: Final = _words("it there")

GENERIC_NOUNS: Final = _words("way time year month week day moment thing reason fact case place point manner order")
"""Antecedents that a relative clause says nothing about."""

ROLE_NOUNS: Final = _words(
    """
    ceo cfo coo cto chairman chairwoman chairperson chair president vice-president premier minister secretary
    chancellor director manager head chief leader founder co-founder cofounder owner partner executive officer
    spokesman spokeswoman spokesperson representative ambassador envoy consul delegate senator congressman
    congresswoman mp lawmaker governor mayor deputy commissioner judge justice prosecutor attorney lawyer
    solicitor counsel general commander colonel admiral captain sergeant lieutenant marshal king queen prince princess
    emperor sultan sheikh emir pope bishop archbishop cardinal rabbi imam priest analyst economist strategist
    professor lecturer scientist researcher expert engineer developer designer editor journalist reporter
    correspondent columnist author writer novelist poet composer musician singer actor actress filmmaker
    artist coach player striker midfielder defender goalkeeper member candidate nominee activist adviser
    advisor aide consultant banker trader investor shareholder entrepreneur businessman businesswoman
    publisher producer architect doctor surgeon physician nurse teacher student resident native citizen
    official speaker treasurer comptroller auditor inspector superintendent sheriff detective constable
    curator librarian boss chef pilot astronaut cosmonaut principal dean rector provost pioneer veteran
    backbencher whip politician wife husband son daughter father mother brother sister widow widower spouse
    grandson granddaughter nephew niece uncle aunt cousin subsidiary unit division arm affiliate parent maker
    manufacturer supplier provider operator retailer rival competitor capital lender exporter importer
    consumer
    """
)
"""Nouns for what somebody is to somebody else: `X, spokesperson for Y`."""

HEAD_TYPES: Final[Mapping[str, str]] = {
    noun: kind
    for kind, nouns in {
        "Legislation": "tariff restriction control license licence ban regulation rule law bill act sanction embargo legislation "
        "quota decree ordinance directive moratorium constitution amendment statute policy tax levy subsidy duty",
        "Agreement": "agreement deal treaty pact accord contract truce ceasefire memorandum protocol",
        "Event": "talk negotiation meeting summit visit election vote referendum trial hearing attack bombing war conference "
        "crisis protest demonstration strike riot earthquake flood hurricane crash explosion raid ceremony debate match game "
        "tournament stampede scandal merger takeover acquisition launch bailout recession",
        "Company": "company firm bank airline manufacturer retailer corporation conglomerate startup carmaker automaker chipmaker "
        "lender insurer supplier giant brand maker bank subsidiary",
        "Person": "official politician minister president man woman researcher scientist reporter journalist analyst expert "
        "spokesman spokeswoman spokesperson worker employee soldier protester voter resident child student teacher doctor "
        "leader lawmaker senator investor customer consumer user people citizen executive lawyer judge victim patient player",
        "Organization": "party union group organization organisation association university school church team club army police "
        "military hospital institute committee foundation charity",
        "GovernmentBody": "ministry department agency court parliament commission authority congress senate cabinet council regulator",
        "Government": "government administration regime",
        "Country": "country nation state",
        "Place": "city town village province region island river area border capital airport street building",
        "Product": "chip semiconductor software card phone computer vehicle car aircraft product device system app drug vaccine "
        "weapon missile laptop processor game technology service",
        "NewsOutlet": "newspaper magazine broadcaster outlet",
    }.items()
    for noun in nouns.split()
}
"""Entity type that a common noun gives to the phrase it heads."""
