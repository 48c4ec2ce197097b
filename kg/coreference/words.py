"""Closed word lists that coreference needs: pronouns, what a noun can stand for, titles that tell gender."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Sort = Literal["person", "body", "land", "place", "thing"]
Gender = Literal["male", "female"]

SORT_OF_TYPE: Mapping[str, Sort] = {
    "Person": "person",
    "Company": "body",
    "NewsOutlet": "body",
    "Organization": "body",
    "Government": "body",
    "GovernmentBody": "body",
    "InternationalBody": "body",
    "Country": "land",
    "Place": "place",
    "Product": "thing",
    "Legislation": "thing",
    "Agreement": "thing",
    "Event": "thing",
    "Thing": "thing",
}

PRONOUNS: Mapping[str, str] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "I"),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), "we"),
}
"""Form of a pronoun → the pronoun itself."""

REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our"})


def _table(rows: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {noun: frozenset(types.split()) for types, nouns in rows.items() for noun in nouns.split()}


NOUN_TYPES: Mapping[str, frozenset[str]] = _table(
    {
        "Company": "company firm corporation business manufacturer maker retailer carmaker automaker airline"
        " chipmaker startup supplier conglomerate lender insurer brokerage carrier producer enterprise"
        " chain subsidiary multinational drugmaker exporter importer contractor vendor miner supermarket brewer studio"
        " planemaker shipbuilder utility bookseller",
        "Company Organization NewsOutlet": "giant developer operator publisher broadcaster",
        "Company GovernmentBody Organization": "bank fund",
        "Company Organization InternationalBody": "group organisation organization",
        "Company Organization": "club association charity foundation institute"
        " university college school hospital union church federation league ngo think-tank",
        "Organization": "party team side movement faction coalition campaign squad militia",
        "Government GovernmentBody InternationalBody Organization": "body bloc alliance",
        "Country": "country nation kingdom republic superpower homeland",
        "Place": "city town village island region province state capital territory area district site county port"
        " suburb",
        "Government Country": "government administration regime cabinet junta",
        "GovernmentBody InternationalBody Organization": "ministry department agency commission committee court"
        " parliament senate council regulator watchdog authority"
        " office bureau tribunal legislature congress assembly"
        " police army military navy board panel secretariat",
        "NewsOutlet Organization Company": "newspaper paper magazine daily tabloid network channel website outlet"
        " newswire",
        "Legislation": "law act bill legislation amendment statute regulation rule decree directive constitution",
        "Agreement": "agreement deal accord pact treaty protocol convention truce ceasefire",
        "Event": "summit meeting conference talks election festival tournament championship ceremony game match"
        " race trial",
        "Product": "product device app phone handset software vehicle model drug vaccine console",
    }
)
"""Head noun of a description → the entity types it can stand for."""
PLACES = frozenset("city town village island region province state territory district county port".split())

SPECIFIC = frozenset(
    {"ministry", "department", "commission", "committee", "court", "parliament", "senate", "council", "party", "bureau"}
    | {"university", "college", "school", "hospital", "union", "church", "federation", "league", "association", "club"}
    | {"fund", "foundation", "institute", "congress", "assembly", "board", "bank", "tribunal", "administration"}
    | {"act", "amendment", "treaty", "protocol", "convention", "police", "army", "navy", "airline", "festival"}
)
"""Nouns that a name they stand for nearly always contains (``the ministry`` → ``Ministry of …``)."""
LOOSE = frozenset({"bank", "airline", "fund", "club", "college", "university", "festival"})
"""Those of them that many names leave out (``the bank`` for ``Goldman Sachs``)."""

SAME_THING = tuple(
    frozenset(group.split())
    for group in (
        "bank lender",
        "deal agreement accord pact treaty truce ceasefire",
        "law act bill legislation amendment statute",
        "talks meeting summit conference negotiations",
        "report study survey paper",
        "statement notice announcement release",
        "attack bombing strike raid assault",
        "election vote poll referendum ballot",
        "takeover acquisition merger bid offer",
        "tariff duty levy",
        "aircraft plane airliner jet airplane aeroplane",
        "ship vessel boat ferry tanker freighter liner yacht trawler frigate destroyer",
        "spacecraft probe satellite lander orbiter rover",
        "hurricane storm typhoon cyclone",
        "film movie",
        "company firm corporation business",
        "country nation",
    )
)
"""Nouns by which one text may call the same thing."""

PERSON_NOUNS = frozenset(
    "man woman boy girl person people child kid father mother son daughter brother sister wife husband widow"
    " president minister premier chancellor king queen prince princess senator congressman congresswoman"
    " lawmaker legislator politician leader chief chairman chairwoman chairperson chair ceo executive"
    " director manager founder co-founder boss head secretary spokesman spokeswoman spokesperson"
    " representative official officer general colonel captain commander soldier troop policeman detective"
    " inspector judge justice lawyer attorney prosecutor analyst economist expert researcher scientist"
    " professor doctor physician author writer journalist reporter editor blogger poster critic activist"
    " protester demonstrator campaigner worker employee staff member colleague partner investor shareholder"
    " trader banker farmer fisherman customer consumer user player coach goalkeeper striker teammate fan"
    " actor actress singer musician artist director-general candidate voter mayor governor ambassador"
    " diplomat envoy delegate commissioner victim suspect defendant killer gunman attacker hacker terrorist"
    " militant rebel insurgent migrant refugee seeker pilgrim tourist passenger driver pilot resident citizen"
    " neighbor neighbour student teacher pupil patient nurse friend relative parent survivor witness"
    " informant defector opponent rival predecessor successor deputy aide adviser advisor counsel treasurer"
    " superintendent sheriff pope bishop priest cleric imam veteran newcomer individual volunteer follower"
    " believer member participant teenager youth adult someone somebody anyone everyone nobody entrepreneur"
    " engineer developer designer owner landlord tenant buyer seller importer accountant auditor trustee heir"
    " monarch emperor dictator strongman warlord hostage prisoner inmate detainee speaker chairlady statesman"
    " chieftain elder commentator columnist historian republican democrat incumbent swimmer runner sprinter cyclist"
    " golfer boxer rider skier skater midfielder winger quarterback pitcher batsman bowler referee champion comedian"
    " filmmaker novelist poet billionaire businessman businesswoman tycoon astronaut pianist".split()
)

ADHERENTS = frozenset(
    "republican democrat incumbent swimmer runner sprinter cyclist golfer boxer rider skier skater midfielder winger"
    " quarterback pitcher batsman bowler".split()
)
"""What somebody is whom an article has named without saying so."""

MALE = frozenset(
    "mr mr. sir lord king prince father son brother husband man boy chairman spokesman businessman"
    " congressman actor duke emperor pope monk grandfather uncle policeman fisherman gunman statesman".split()
)
FEMALE = frozenset(
    "mrs mrs. ms ms. miss madam lady dame queen princess mother daughter sister wife widow woman girl"
    " chairwoman spokeswoman businesswoman congresswoman actress duchess empress nun grandmother aunt"
    " policewoman".split()
)

COLLECTIVE = frozenset(
    "government team family staff company firm group committee police military army public crowd band crew"
    " council board administration party union bank media press opposition majority minority couple pair"
    " ministry department agency navy organisation organization".split()
)
"""Singular nouns that ``they`` may follow."""

BELONGINGS: Mapping[Sort, frozenset[str]] = {
    "land": frozenset(
        "economy government people citizen military army border parliament currency territory neighbor"
        " neighbour population sovereignty constitution coast soil embassy foreign-policy president prime-"
        " minister exports reserves debt infrastructure troops airspace company firm industry exporter"
        " nuclear growth oil".split()
    ),
    "body": frozenset(
        "share customer employee staff board product sale revenue profit headquarters subsidiary website"
        " site chief ceo spokesman spokeswoman investor shareholder business stock supplier annual-report"
        " member chairman client brand store plant factory earnings market quarterly".split()
    ),
}
"""Nouns that tell what kind of owner ``its`` or ``their`` stands for."""

TWOSOMES = frozenset({"pair", "duo", "couple", "twosome"})
"""Nouns for two who were named together."""

OFFICES = frozenset(
    "president minister premier chancellor secretary king queen prince ambassador envoy diplomat negotiator"
    " treasurer undersecretary governor".split()
)
"""Offices whose holder says ``we`` for the country."""

NATIONAL = OFFICES | frozenset(
    "captain coach general commander leader representative official delegate lawmaker senator congressman mayor".split()
)
"""Posts that a person may hold for a country or place."""

POSTS = NATIONAL | frozenset(
    "ceo chief chairman chairwoman chairperson chair executive director manager founder co-founder boss head"
    " spokesman spokeswoman spokesperson representative official officer counsel captain coach leader member"
    " analyst economist commissioner professor editor vice-president lawyer attorney commander general owner"
    " partner researcher correspondent reporter goalkeeper defender striker player mayor senator cfo coo cto"
    " deputy adviser advisor congressman lawmaker employee coordinator organizer organiser trustee principal"
    " dean rector manager superintendent sheriff".split()
)
"""Nouns that tie a person to an organisation or country: ``CEO of``, ``spokesman for``."""

OUTSIDERS = frozenset(
    "analyst economist professor researcher lawyer attorney correspondent reporter editor counsel member commissioner"
    " partner adviser advisor".split()
)
"""Posts of those who speak of others' companies."""

TEAMS = frozenset({"team", "side", "squad"})
"""Nouns by which a coach speaks of a country's players."""

FIRST_NAMES: Mapping[str, Gender] = {
    **dict.fromkeys(
        "john james robert michael william david richard charles joseph thomas george paul mark donald"
        " kenneth steven edward brian ronald anthony kevin jason matthew gary timothy jose larry jeffrey"
        " frank scott eric stephen andrew raymond gregory joshua jerry dennis walter patrick peter harold"
        " douglas henry carl arthur ryan roger joe juan jack albert jonathan justin terry gerald keith"
        " samuel ralph lawrence nicholas benjamin bruce adam harry fred wayne billy steve louis jeremy aaron"
        " randy howard eugene carlos russell philip phil tim tom bill ben dan daniel mike jim bob tony"
        " angelo luis ahmed mohamed mohammed muhammad ali hassan ibrahim ivan"
        " sergei dmitri pierre jacques jean hans klaus benjamin jeff".split(),
        "male",
    ),
    **dict.fromkeys(
        "mary patricia linda barbara elizabeth jennifer maria susan margaret dorothy lisa nancy karen betty"
        " helen sandra donna carol ruth sharon michelle laura sarah kimberly deborah jessica shirley cynthia"
        " angela melissa brenda amy anna rebecca virginia kathleen pamela martha debra amanda stephanie"
        " carolyn christine marie janet catherine frances ann joyce diane alice julie heather teresa doris"
        " gloria evelyn jean cheryl mildred katherine joan ashley judith rose janice kelly nicole judy"
        " christina kathy theresa beverly denise tammy irene jane lori hillary nancy julia"
        " gillian theresa ursula christine janet nadia fatima olga natasha lydia emma"
        " claire kate sophie charlotte emily hannah".split(),
        "female",
    ),
}
"""Very common given names and their usual gender, for when no gazetteer is at hand."""
