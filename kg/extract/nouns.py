"""Closed classes of English nouns, and of words around them, that the extraction rules rest on.

Only words of the language stand here, never names. Lemmas, lower case.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kg.model import Modality

EVENT_NOUNS: Final[Mapping[str, str]] = dict(
    pair.split(":")
    for pair in """
    visit:visit trip:travel tour:tour sale:sell export:export import:import purchase:buy acquisition:acquire
    approval:approve announcement:announce meeting:meet talk:negotiate negotiation:negotiate discussion:discuss
    interview:interview takeover:acquire merger:merge investment:invest suppression:suppress easing:ease
    relaxation:relax lifting:lift tightening:tighten attack:attack invasion:invade investigation:investigate
    probe:investigate inquiry:investigate support:support opposition:oppose rejection:reject criticism:criticize
    condemnation:condemn endorsement:endorse appointment:appoint nomination:nominate election:elect
    resignation:resign dismissal:dismiss removal:remove arrest:arrest detention:detain conviction:convict
    killing:kill murder:murder assassination:assassinate development:develop production:produce launch:launch
    release:release introduction:introduce implementation:implement imposition:impose adoption:adopt
    ratification:ratify signing:sign withdrawal:withdraw deployment:deploy use:use reduction:reduce cut:cut
    increase:increase expansion:expand closure:close construction:build creation:create establishment:establish
    destruction:destroy violation:violate breach:breach refusal:refuse denial:deny warning:warn request:request
    involvement:participate participation:participate assistance:assist help:help aid:aid reliance:rely
    dependence:depend ownership:own management:manage handling:handle treatment:treat agreement:agree
    lawsuit:sue suit:sue ban:ban restriction:restrict regulation:regulate nationalisation:nationalize
    nationalization:nationalize privatisation:privatize privatization:privatize bombing:bomb shelling:shell
    bailout:bail rescue:rescue bid:bid decision:decide recall:recall seizure:seize discovery:discover theft:steal
    abduction:abduct kidnapping:kidnap evacuation:evacuate delivery:deliver occupation:occupy annexation:annex
    suspension:suspend cancellation:cancel abolition:abolish repeal:repeal victory:defeat defeat:defeat
    donation:donate pardon:pardon extradition:extradite expulsion:expel deportation:deport search:search
    """.split()
)
"""Nouns that name an event, with the verb that says the same."""

PEOPLE_EVENTS: Final = frozenset(
    "visit trip tour meeting interview talk speech call press-conference conference ceremony rally summit".split()
)
"""Event nouns that the clause's subject takes part in: `said during an interview with …`."""

MUTUAL: Final = frozenset(
    "call conversation talk negotiation discussion meeting dialogue summit dispute war conflict "
    "agreement deal treaty clash merger partnership relation tie cooperation trade border alliance "
    "ceasefire truce pact accord match game fight battle rivalry".split()
)
"""Nouns that hold between two parties: `talks between A and B`, `a deal with B`."""

SOURCE_NOUNS: Final = frozenset(
    "report statement notice remark comment document article announcement letter memo study survey "
    "paper story release speech interview account note filing book website email post tweet message "
    "testimony claim source datum newspaper magazine data figure research analysis poll bulletin communique "
    "dispatch".split()
)
"""Things that speak for whoever made them: `a notice stating that …`."""

PROFESSIONS: Final = frozenset(
    """
    analyst economist strategist professor lecturer scientist researcher expert engineer developer designer editor
    journalist reporter correspondent columnist author writer novelist poet composer musician singer actor actress
    filmmaker artist player striker midfielder defender goalkeeper activist consultant banker trader investor
    entrepreneur businessman businesswoman publisher producer architect doctor surgeon physician nurse teacher student
    curator librarian chef pilot astronaut cosmonaut politician lawyer attorney native citizen resident lawmaker
    shareholder pioneer veteran runner cyclist swimmer golfer boxer footballer cricketer sprinter skier rapper dancer
    comedian blogger historian philosopher mathematician physicist chemist biologist astronomer inventor sculptor
    photographer farmer soldier billionaire tycoon magnate dissident refugee
    """.split()
)
"""What people do wherever they are from: `an Austrian journalist` is from Austria and has no post there."""

ROLE_NOUNS: Final = PROFESSIONS | frozenset(
    """
    ceo cfo coo cto chairman chairwoman chairperson chair president vice-president premier minister secretary
    chancellor director manager head chief leader founder co-founder cofounder owner partner executive officer
    spokesman spokeswoman spokesperson representative ambassador envoy consul delegate senator congressman
    congresswoman mp governor mayor deputy commissioner judge justice prosecutor solicitor counsel general commander
    colonel admiral captain sergeant lieutenant marshal king queen prince princess emperor sultan sheikh emir pope
    bishop archbishop cardinal rabbi imam priest coach member candidate nominee adviser advisor aide official
    speaker treasurer comptroller auditor inspector superintendent sheriff detective constable boss principal dean
    rector provost backbencher whip wife husband son daughter father mother brother sister widow widower spouse
    grandson granddaughter nephew niece uncle aunt cousin subsidiary unit division arm affiliate parent maker
    manufacturer supplier provider operator retailer rival competitor capital lender exporter importer boyfriend
    girlfriend fiance fiancé fiancee fiancée friend colleague neighbour neighbor roommate classmate teammate
    consumer employee staffer graduate alumnus alumna sponsor successor predecessor backer
    """.split()
)
"""Nouns for what somebody is to somebody else: `X, spokesperson for Y`."""

PORTFOLIOS: Final = frozenset(
    """
    state staff defence defense treasury interior justice health education finance labor labour commerce energy
    transport agriculture trade war security culture environment economy economics industry tourism technology
    welfare housing immigration sport science innovation infrastructure planning
    """.split()
)
"""What an office is for, not whose it is: `Secretary of State`, `chief of staff`."""

FIRM_ROLES: Final = frozenset(
    "supplier rival competitor subsidiary unit parent investor shareholder sponsor partner affiliate owner customer "
    "lender backer maker retailer provider operator".split()
)
"""What a firm may be to another by a title before its name: `Apple supplier Foxconn`."""

BODY_NOUNS: Final = frozenset(
    "country nation state company firm club team party bank group city ministry agency union university organization "
    "organisation government province region airline carmaker corporation committee court league".split()
)
"""Nouns for what has people in posts: `the company's chief executive`."""

PAST_WORDS: Final = frozenset(
    "former ex then onetime one-time erstwhile late retired previous ousted disgraced deposed".split()
)
"""Words before a role that say that it is over: `the former chairman`."""

POSTS: Final = frozenset("post position role job title office duty tenure term career work appointment".split())
"""Nouns that hold a role: `his post as CEO of Apple`."""

COLLECTIVES: Final = frozenset(
    "series number group set range variety lot couple kind type sort pair array host batch string "
    "bunch list plethora slew handful total form amount".split()
)
"""Nouns before `of` that only count or bundle what follows: `a series of measures` are measures."""

FRACTIONS: Final = frozenset(
    "half third quarter most some many all none part one two three each any percent % several few "
    "much both either neither majority minority".split()
)
"""Words for a share of what follows `of`, which stand for the thing itself: `half of the researchers`."""

CHANGE_NOUNS: Final = frozenset(
    "increase decrease rise fall drop growth decline change reduction cut improvement investment "
    "interest stake share role confidence involvement participation war surge jump slump gain loss "
    "belief faith success trade investigation inquiry probe research insight entry".split()
)
"""Nouns that need their `in` phrase to mean anything: `a rise in exports`."""

GENERIC_NOUNS: Final = frozenset(
    "way time year month week day moment thing reason fact case place point manner order".split()
)
"""Antecedents that a relative clause says nothing about."""

EXAMPLE_MARKERS: Final = frozenset("like including include such".split())
"""Words that name members of the class before them: `giants like NVIDIA`."""

CIRCUMSTANTIAL: Final = frozenset(
    "during after before amid amidst despite since until till throughout following because notwithstanding".split()
)
"""Prepositions that tell when or in spite of what something happens, never to whom: `resigned amid protests`."""

FIXED_ADVERBIALS: Final = frozenset(
    tuple(pair.split("-"))
    for pair in (
        "in-all in-addition in-fact in-general in-particular in-turn in-total in-response in-part "
        "in-order in-short in-return in-contrast in-comparison in-conclusion in-effect in-reality "
        "in-detail in-theory in-practice in-public in-private for-example for-instance for-now for-good "
        "at-least at-all at-first at-last at-once of-course by-far by-contrast on-average as-well "
        "as-usual as-such to-date in-case on-time in-time at-present in-protest in-secret in-advance in-full "
        "in-cash in-person in-vain in-tears in-absentia in-silence in-tandem by-mistake by-accident by-force "
        "at-dawn at-dusk at-noon at-night at-midnight by-night by-day on-foot "
        "at-length at-large by-name by-hand by-phone by-email in-depth in-writing in-kind in-bulk under-oath "
        "on-purpose under-pressure at-random without-warning without-delay under-way on-board"
    ).split()
)
"""Preposition and noun that together say how, not with whom: `in response`, `for example`."""

COMPLEX_PREPOSITIONS: Final[Mapping[tuple[str, str], str]] = {
    (first, noun): last
    for first, noun, last in (
        words.split("-")
        for words in (
            "in-line-with in-favor-of in-favour-of in-support-of in-front-of in-charge-of in-search-of in-pursuit-of "
            "in-terms-of in-accordance-with in-spite-of in-view-of in-light-of in-lieu-of in-place-of in-defiance-of "
            "in-defence-of in-defense-of in-honor-of in-honour-of in-memory-of in-need-of in-case-of in-return-for "
            "in-exchange-for in-addition-to in-response-to in-relation-to in-regard-to in-regards-to in-reference-to "
            "in-contrast-to in-comparison-with in-connection-with in-conjunction-with in-cooperation-with "
            "in-collaboration-with in-partnership-with in-contact-with in-touch-with on-behalf-of on-top-of "
            "by-means-of by-way-of with-regard-to with-regards-to with-respect-to at-odds-with at-risk-of"
        ).split()
    )
}
"""Preposition and noun that with a second preposition are one: `in line with X`."""

CONTENT_NOUNS: Final[Mapping[str, Modality]] = {
    **dict.fromkeys(
        "plan decision agreement intention promise pledge commitment deal proposal offer goal aim mission "
        "target effort attempt bid move order".split(),
        "planned",
    ),
    **dict.fromkeys("hope wish desire request call demand appeal demands need".split(), "hoped"),
    **dict.fromkeys(
        "ability authority right power chance opportunity possibility risk threat danger option freedom potential "
        "permission".split(),
        "possible",
    ),
    **dict.fromkeys("obligation requirement duty".split(), "required"),
}
"""Nouns that take an infinitive or `of` + -ing, and what they make of it: `plan to sell`."""

NEGATING_NOUNS: Final = frozenset("refusal failure inability unwillingness reluctance".split())
"""Nouns whose infinitive did not happen: `his refusal to sign`."""

HEAD_TYPES: Final[Mapping[str, str]] = {
    noun: kind
    for kind, nouns in {
        "Legislation": "tariff restriction control license licence ban regulation rule law bill act sanction embargo "
        "legislation quota decree ordinance directive moratorium constitution amendment statute policy tax "
        "levy subsidy duty",
        "Agreement": "agreement deal treaty pact accord contract truce ceasefire memorandum protocol",
        "Event": "talk negotiation meeting summit visit election vote referendum trial hearing attack bombing war "
        "conference crisis protest demonstration strike riot earthquake flood hurricane crash explosion "
        "raid ceremony debate match game tournament stampede scandal merger takeover acquisition launch "
        "bailout recession",
        "Company": "company firm bank airline manufacturer retailer corporation conglomerate startup carmaker "
        "automaker chipmaker lender insurer supplier giant brand maker bank subsidiary brewer drugmaker grocer utility "
        "shipbuilder planemaker steelmaker conglomerate wholesaler contractor builder",
        "Person": "official politician minister president man woman researcher scientist reporter journalist analyst "
        "expert spokesman spokeswoman spokesperson worker employee soldier protester voter resident child "
        "student teacher doctor leader lawmaker senator investor customer consumer user people citizen "
        "executive lawyer judge victim patient player banker farmer driver miner trader economist diplomat envoy "
        "ambassador activist campaigner critic opponent supporter detective prosecutor engineer nurse pilot "
        "passenger tourist refugee migrant rebel hostage suspect witness survivor shareholder striker goalkeeper "
        "coach author artist actor singer writer editor journalist mayor governor councillor king queen prince "
        "princess pope bishop priest monk imam rabbi general colonel soldier officer sailor firefighter rescuer",
        "Organization": "party union group organization organisation association university school church team club "
        "army police military hospital institute committee foundation charity",
        "GovernmentBody": "ministry department agency court parliament commission authority congress senate cabinet "
        "council regulator",
        "Government": "government administration regime",
        "Country": "country nation state",
        "Place": "city town village province region island river area border capital airport street building",
        "Product": "chip semiconductor software card phone computer vehicle car aircraft product device system app "
        "drug vaccine weapon missile laptop processor game technology service",
        "NewsOutlet": "newspaper magazine broadcaster outlet",
    }.items()
    for noun in nouns.split()
}
"""Entity type that a common noun gives to the phrase it heads."""

BODY_TYPES: Final = frozenset(
    {"Company", "Organization", "Government", "GovernmentBody", "InternationalBody", "NewsOutlet"}
)
"""Entity types of what people speak and act for."""
ACTOR_TYPES: Final = BODY_TYPES | {"Person", "Country"}
"""Entity types of who does things."""
