"""Closed lists of English words that tell what a name is, or that a capitalised word is none."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MONTHS = _words(
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun "
    "Jul Aug Sep Sept Oct Nov Dec Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec."
)
WEEKDAYS = _words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Mondays "
    "Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays"
)
# Capitals that name a kind of thing, a unit or an hour, not a thing.
COMMON_CAPITALS = _words(
    "MOU AI IT TV PC PCs DVD DVDs CD CDs GDP GNP IPO DNA RNA HIV AIDS UTC GMT EST EDT PST PDT CET AEST IST PM AM BC "
    "AD QC PhD MBA NGO NGOs ATM ATMs FAQ URL URLs GPS USB SMS PR HR VAT GST R&D Q&A HD LCD LED VIP UFO SUV SUVs "
    "OK MPs MEPs MLAs CEOs TVs US$ A$ C$ NZ$ HK$ AU$ CA$ SIM CPU GPU GPUs CPUs RAM API APIs MP3 CO2 H1N1 COVID-19 "
    "Covid-19 COVID No No. Nos I II III IV VI VII VIII IX XI XII Mr Mrs Ms Dr O Oh Yes Hi Dear PDF RSS HTML WMD "
    "GM Euro Euros Krona Dollar Dollars Yen Pound Pounds Yuan Rupee Rupees Rupiah Renminbi Sterling EUR USD GBP "
    "Internet Web Earth Moon Sun God Photo Image Video File Source Sources Editor Note Update Breaking Related "
    "See Read North South East West Northern Southern Eastern Western Central Day Week Month Year Spring Summer "
    "Autumn Fall Winter"
)
FUNCTION_WORDS = _words(
    "the a an this that these those it its he she they we you i his her their our your my and or but if so as at "
    "by for from in into of off on onto out over to up with without within who whom whose which what when where "
    "why how there here not no nor yes all any both each every few many more most much other some such same one "
    "two three four five six seven eight nine ten than then too very also after before since until while although "
    "though because however moreover meanwhile despite during under upon about above across against along amid "
    "among around behind below beneath beside between beyond concerning considering down except following given "
    "including inside like near outside past per plus regarding throughout toward towards unlike via is are was "
    "were be been being am do does did has have had having can could may might must shall should will would let "
    "now once only still yet again ever never often perhaps quite rather soon today tomorrow yesterday just even "
    "well already another either neither whether according earlier later last next first second third early late "
    "recently previously currently formerly according based due thus hence therefore instead "
    "unless lest whereas whilst"
)
# Adjectives and members of faiths, parties and peoples: as little a name as a nationality.
GROUP_WORDS = _words(
    "Islamic Islamist Islamists Muslim Muslims Christian Christians Jewish Jew Jews Catholic Catholics Protestant "
    "Protestants Hindu Hindus Sikh Sikhs Buddhist Buddhists Sunni Sunnis Shia Shias Shiite Shiites Shi'ite Arab "
    "Arabs Arabic Latino Latinos Hispanic Hispanics Aboriginal Aboriginals Aborigines Maori Inuit Roma Gypsy "
    "Democratic Democrat Republican Liberal Conservative Communist Communists Socialist Marxist Marxists Nazi "
    "Nazis Fascist Western Westerners Anglo Nordic Slavic Orthodox Evangelical Mormon Mormons Scientologist "
    "Scientologists Labor Tory Zionist Bolshevik Presidential Congressional Parliamentary Internet English "
    "Anglican Baptist Methodist Lutheran African-American African-Americans Indigenous Constitutional Rohingya "
    "Tamil Tamils Hutu Hutus Tutsi Tutsis Pashtun Pashtuns Bedouin Celsius Fahrenheit Centigrade Queenslanders "
    "Londoners Parisians Californians Texans Sydneysiders LGBT IQ Opposition Coalition Marines Marine"
)
PREFIXES = _words("anti pro pan non ex post pre neo inter mid co vice self multi trans sub semi un pseudo quasi")
# What follows a name and a hyphen in an adjective: no part of the name.
PARTICIPLES = _words(
    "based led backed born owned style like wide era free run made funded only elect area designed listed day "
    "year mile held controlled occupied dominated friendly related speaking built themed sponsored bound centric "
    "educated produced winner winners winning nominated class level type size grade maker makers owner owners holder "
    "trained registered linked aligned affiliated inspired fuelled fueled facing bashing going goer goers"
)
# Small words that are surnames too; with a capital after a given name they are one.
SURNAMES_LIKE_WORDS = _words("To Or So An No On In Do Be Au Oh He She My You Yet May March Will Has Much Many Few")
# With a capital in the middle of a sentence they end the name that they follow (`Truth Wins Out`).
ADVERBS_OF_NAMES = _words("Out Up Now Again Together Off Over Back Down On Forward Ahead")
# What `of the` follows in the name of an award or a work.
_OF_THE = "Man Woman Player Lord House Game Games Person Book Call Goal Team Sound Photo Word Album Song Car"
OF_THE_HEADS = _words(_OF_THE)
CONNECTING = _words(
    "de da do dos das del della di du des la le van von der den ter bin ibn al el ul y e & ' av af zu ben"
)

CORPORATE_FORMS = _words(
    "plc. Inc Inc. Corp Corp. Corporation Ltd Ltd. Limited LLC L.L.C. plc PLC AG S.A. SA SE N.V. NV GmbH Co Co. "
    "Company S.p.A. SpA AB ASA Oyj A/S KK Incorporated Pty LLP LP Bhd Berhad S.A Inc."
)
COMPANY_HEADS = CORPORATE_FORMS | _words(
    "Group Holdings Holding Bank Bancorp Banco Banque Airlines Airways Aviation Motors Motor Industries "
    "Technologies Systems Electronics Pharmaceuticals Pharma Energy Oil Petroleum Steel Partners Capital "
    "Management Financial Insurance Securities Investments Investment Entertainment Pictures Studios Records "
    "Software Telecom Telecommunications Communications Brothers Bros Bros. Enterprises Labs Laboratories Foods "
    "Stores Properties Solutions Ventures Networks Semiconductor Semiconductors Chemicals Mining Railways Railway "
    "Railroad Electric Gas Telephone Mobile Wireless Advisors Advisers Equity Associates Consulting Logistics "
    "Shipping Lines Resources Minerals Metals Biotech Therapeutics Sons Son Microsystems Robotics Automotive "
    "Aerospace Defence Defense Cement Textiles Breweries Brewing Supermarkets Hotels Resorts Casino Telekom "
    "Versicherung Automobiles Machines Instruments Devices Realty Airline Bankers Partnership"
)
GOVERNMENT_BODY_HEADS = _words(
    "Ministry Department Dept Dept. Agency Bureau Commission Parliament Congress Senate House Assembly Council "
    "Court Tribunal Authority Administration Office Treasury Police Army Navy Force Forces Guard Corps "
    "Directorate Inspectorate Legislature Service Services Embassy Consulate Registry Secretariat Prosecutor "
    "Constabulary Circuit Duma Diet Knesset Presidency Military Marines Customs Board Judiciary Intelligence Lords "
    "Commons Representatives Pentagon Reserve Mint Comptroller Squad"
)
ALONE_BODIES = _words(
    "Congress Parliament Senate Treasury Pentagon Knesset Duma Bundestag Politburo Riksdag Folketing Lords Commons"
)
ORGANIZATION_HEADS = _words(
    "Guild University College School Institute Foundation Association Society Union Federation League Party Club Church"
    " Committee Center Centre Hospital Clinic Museum Movement Front Coalition Alliance Network Organization "
    "Organisation Academy Team Campaign Fund Trust Chamber Synod Brigade Brigades Conservatory Laboratory "
    "Observatory Library Orchestra Exchange Confederation Consortium Initiative Project Programme Program Panel "
    "Taskforce Forum Seminary Workers Teamsters Democrats Republicans Tories Liberals Socialists Conservatives "
    "Greens Lobby Mission Congregation Diocese Archdiocese Band FC F.C. United Rovers "
    "Wanderers Hotspur Org Athletic Athletics Philharmonic Theatre Theater Opera Ballet Institution Polytechnic"
)
OUTLET_HEADS = _words(
    "News Times Post Herald Tribune Gazette Journal Daily Chronicle Telegraph Guardian Observer Magazine Weekly "
    "TV Television Radio Broadcasting Press Review Courier Examiner Inquirer Mirror Newspaper Net Bulletin "
    "Dispatch Online Zeitung Shimbun Wire Newswire Today Sentinel Globe Monitor Reporter Broadcaster Nachrichten "
    "Tidende"
)
PLACE_HEADS = _words(
    "Hall River Lake Island Islands Bay Valley County City Town Village Street Avenue Road Boulevard Lane Park Airport "
    "Stadium Bridge Square Province State District Peninsula Sea Ocean Strait Straits Desert Mountains Mountain "
    "Hill Hills Beach Palace Tower Towers Building Station Plaza Arena Cathedral Prison Jail Harbor Harbour Canal "
    "Coast Region Territory Territories Creek Falls Forest Gulf Heights Highway Motorway Dam Basin Oblast "
    "Prefecture Borough Township Parish Emirate Atoll Cape Reef Port Square Ridge Springs Refinery Mall Hotel "
    "Garden Gardens Zoo Ranch Glacier Volcano Cave Caves Canyon Lagoon Archipelago Plateau Cemetery Memorial Monument "
    "Barracks Fortress Abbey Monastery Shrine Mosque Temple Synagogue Trail Dockyard Shipyard Lodge Zone "
    "Airfield Facility"
)
PLACE_OPENERS = _words(
    "Masjid Mount Mt Mt. Lake Cape Fort Port Saint San Santa Gulf Bay Isle River New Camp Strait St St."
)
DIRECTIONS = _words(
    "North South East West Northern Southern Eastern Western Upper Lower Greater Central Inner Outer North-East "
    "South-East North-West South-West Northeast Northwest Southeast Southwest South-Eastern North-Eastern"
)
# Titles that are surnames too: alone, with a capital and no article, somebody's name.
SURNAME_TITLES = _words(
    "King Prince Duke Bishop Pope Dean Judge Marshal Major Baron Earl Lord Justice Cardinal Queen Page"
)
LEGISLATION_HEADS = _words(
    "Act Amendment Bill Law Laws Code Constitution Directive Ordinance Decree Resolution Statute Charter Rule"
)
AGREEMENT_HEADS = _words(
    "Protocol Treaty Accord Accords Agreement Pact Convention Conventions Compact Partnership Truce Declaration "
    "Roadmap Plan"
)
EVENT_HEADS = _words(
    "Summit Conference Games Cup Olympics Championship Championships Festival War Wars Crisis Revolution Expo "
    "Prix Election Elections Referendum Marathon Convention Massacre Earthquake Tsunami Uprising Intifada Bowl "
    "Ceremony Day Week Anniversary Tour Trial Inquiry Riots Holocaust Depression Recession "
    "Rebellion Battle Siege Derby Debate Round Race Affair Scandal Honours Protests Tournament "
    "Parade Inauguration Operation Qualifiers Finals"
)
PRODUCT_HEADS = _words(
    "Pro Max Plus Server Studio Edition OS Explorer Phone Pad Tablet Console Engine Simulator Air Mini Ultra "
    "Series Chip Processor VR Suite Office Player Watch Maps Search Browser Vista Jet Missile Rifle Vaccine "
    "System Database Collider Telescope Rover Lander Orbiter Shuttle Satellite Probe Spacecraft"
)
STATUS = _words("Former Ex Acting Deputy Assistant Senior Then Current Outgoing Late Veteran Incoming Interim")
# What stands before an office and tells of which party its holder is.
PARTISANS = _words("Democrat Republican Liberal Conservative Labour Labor Green New Independent")
COMMITTEES = _words("Committee Subcommittee Commission Council Conference Convention Panel")
PERSON_NOUNS = _words(
    "gunman analyst economist spokesman spokeswoman spokesperson president chairman chairwoman chief executive "
    "director "
    "minister secretary official officer founder co-founder cofounder owner editor author writer journalist "
    "reporter correspondent professor expert lawyer attorney judge senator congressman lawmaker politician leader "
    "activist singer actor actress musician player captain coach striker defender goalkeeper midfielder referee "
    "driver pilot general colonel commander father mother son daughter brother sister wife husband widow man "
    "woman boy girl resident witness victim suspect candidate nominee mayor governor ambassador envoy adviser "
    "advisor aide doctor scientist researcher engineer entrepreneur businessman businesswoman billionaire tycoon "
    "investor trader manager partner lieutenant lobbyist king queen prince princess pope bishop archbishop cleric "
    "priest rabbi imam premier chancellor deputy head boss founder chair counsel treasurer commissioner teacher "
    "student farmer developer designer programmer blogger historian academic philosopher author filmmaker "
    "producer presenter comedian artist astronaut athlete swimmer runner cyclist boxer golfer creator inventor "
    "vice-president strategist hacker gunman murderer terrorist militant dissident defector CEO CFO COO MP "
    "co-chair chairperson negotiator mediator god goddess deity saint prophet hero heroine superhero"
)
COMPANY_NOUNS = _words(
    "company firm giant maker manufacturer bank airline carrier retailer subsidiary lender insurer automaker "
    "carmaker chipmaker steelmaker brewer publisher supplier producer operator conglomerate corporation startup "
    "start-up brand chain developer vendor provider builder unit bookseller broker brokerage utility "
    "business enterprise contractor miner refiner drugmaker planemaker shipbuilder telecom multinational"
)
COMPANY_OPENERS = COMPANY_NOUNS - _words("bank brand chain unit business enterprise corporation company firm giant")
"""Of these those that seldom begin a name: `Drugmaker Pfizer`, but `Bank Austria`."""
OUTLET_NOUNS = _words(
    "newspaper magazine broadcaster daily weekly tabloid newswire website channel station network journal blog "
    "periodical paper publication broadsheet"
)
ORGANIZATION_NOUNS = _words(
    "organization organisation party union charity group association foundation university school college "
    "institute club team league church coalition movement militia institution nonprofit band quartet orchestra choir "
    "troupe faction sect think-tank"
)
BODY_NOUNS = _words(
    "regulator ministry agency department authority court watchdog parliament legislature commission council police"
)
PLACE_NOUNS = _words(
    "city town village province state region district county capital island river port suburb area peninsula "
    "mountain lake coast valley neighbourhood neighborhood prefecture territory municipality"
)
PRODUCT_NOUNS = _words(
    "chip chips processor processors card cards phone phones smartphone smartphones tablet tablets console "
    "software app apps device devices model models aircraft jet jets plane planes missile missiles drug vaccine "
    "car cars vehicle vehicles game games computer computers laptop laptops server servers platform operating "
    "browser database engine engines rocket rockets satellite sneaker shoe product products service gadget laptop film "
    "album song book novel package fund brand line toy virus"
)
WORK_NOUNS = _words(
    "film films movie movies novel novels book books album albums song songs single game series sitcom musical play "
    "opera comic documentary thriller memoir blockbuster sequel poem painting hit ballad"
)
EVENT_NOUNS = _words(
    "event festival conference summit tournament championship campaign operation exhibition concert tour ceremony"
)
LAW_NOUNS = _words("law laws legislation act bill amendment regulation regulations directive statute reforms")
AGREEMENT_NOUNS = _words("treaty pact accord agreement convention protocol")
SHIP_NOUNS = _words(
    "ship tanker ferry vessel yacht freighter frigate submarine destroyer trawler liner warship icebreaker "
    "schooner barge"
)
SHIP_PREFIXES = _words("HMS USS MV MS SS RMS HMAS HMCS HMNZS INS USNS USCGC RV MT FV")
NUMBERED_LAWS = _words("Proposition Resolution Directive")
PERSON_VERBS = _words(
    "say tell add explain comment remark note warn argue insist admit believe think hope ask reply respond write "
    "speak resign meet visit arrive die marry retire describe recall suggest claim state predict urge criticize "
    "criticise emphasize emphasise stress concede promise vow pledge joke smile testify apologize apologise score "
    "play coach head kick shoot assist study graduate teach sing act direct campaign govern serve divorce live "
    "wake sleep drive walk sit stand mention return smoke sigh laugh cry"
)
REPORT_VERBS = _words("report write note say quote cite publish broadcast reveal")
EVENT_OPENERS = _words("Hurricane Typhoon Cyclone Operation Tropical")
AWARD_HEADS = _words(
    "Prize Prizes Award Awards Medal Trophy Order Study Survey Report Index Poll Census Theory Syndrome Disease Virus"
)
TEAM_OPENERS = _words("Real Borussia Inter Sporting Dynamo Dinamo Atletico Atlético AC AS SC Bayern Olympique Racing")
CENTRAL_BANKS = _words("Central Reserve National Monetary State")
INDUSTRIES = _words(
    "banking media mining steel energy insurance luxury oil gas retail telecoms telecom telecommunications "
    "technology tech financial chemicals chemical pharmaceutical pharmaceuticals food drinks car automotive "
    "engineering defence defense property construction travel hotel publishing industrial electronics shipping "
    "airline transport consulting tobacco brewing cosmetics entertainment aerospace software internet services "
    "investment buyout logistics hospitality fashion"
)
# Names of places that are given names too.
GIVEN_PLACES = _words(
    "Lincoln Austin Dallas Madison Jackson Houston Chelsea Sydney Paris Florence Victoria Savannah Charlotte Georgia "
    "Jordan Israel Virginia Carolina Santiago Adelaide Brooklyn Preston Kingston Orlando Cleveland Denver Boston Asia "
    "India Chad Kenya Ireland Milan Siena Vienna Alexandria Phoenix Carson Aurora Regina"
)
TRADE_VERBS = _words("sell launch release unveil develop ship manufacture introduce buy download install use market")
GOVERNMENT_NOUNS = _words("government administration cabinet regime")
PLACE_TAILS = _words(
    "basin refinery airport stadium prison dam river valley desert mountains mountain peninsula island islands "
    "strait bridge tunnel jail canal creek port oilfield facility reactor"
)
# After one of the modifiers below only: a radio station is no place.
MODIFIED_PLACE_TAILS = _words("station plant base field complex")
PLACE_TAIL_MODIFIERS = _words(
    "oil river gas international nuclear power naval air railway train subway metro police bus military treatment"
)
EVENT_TAIL_MODIFIERS = _words("climate trade economic peace nuclear security energy terror terrorist suicide train")
EVENT_TAILS = _words("summit talks conference attacks bombings bombing earthquake tsunami games olympics")
STATE_MEDIA = _words("television tv media radio")
PORTFOLIOS = _words(
    "State Defense Defence Foreign Affairs Finance Health Agriculture Commerce Trade Treasury Education Interior "
    "Justice Labor Labour Energy Transport Transportation Environment Homeland Security Industry Home Culture "
    "Economy Economic Planning Immigration Water Housing Communications Science Technology Tourism Sport Sports "
    "Police Veterans Development Urban Human Services Climate Change Oil Petroleum Information Social Welfare "
    "Employment Workplace Relations Family Families Community Indigenous Budget Internal External National Public "
    "Rural Fisheries Forests Mines Resources Infrastructure Aviation Railways Works Women Youth Children Ageing "
    "Innovation Business Enterprise Local Government Regional Prime Vice Deputy Assistant Acting Former Chief "
    "Senior Junior Interim First Lord Executive Lead Principal Competition Antitrust Anti Press Cabinet "
    "Opposition Shadow House Senate Majority Minority Associate Cultural Gender Equality Nuclear Trust trust "
    "Managing General Financial Operating Technical Technology Marketing Sales Product Legal Policy Program "
    "Programme Research Major Lieutenant Brigadier Field Rear Staff Political Military Special Federal Permanent "
    "Under and of for the & - , Privy Parliamentary Election Campaign Crown Co co Ex ex elect Designate Emeritus "
    "Supreme Grand High Federal"
)
# What a department or committee with several of them is for.
FIELDS = PORTFOLIOS | _words(
    "Alcohol Tobacco Firearms Explosives Surveying Arts Media Digital Broadcasting Skills Learning Consumer Equalities "
    "Cooperation Arms Control Food Drug Safety Standards Statistics Revenue Excise Taxation Ports Mining Heritage "
    "Landscape Universities Investment Building Intellectual Property Religion Refugees Pensions Privatization"
)
GENERIC_TAILS = COMPANY_HEADS | _words(
    "International Global Worldwide Technology Media Internet Online Computer Computers Games University College "
    "Airlines Party Foundation Institute River Amendment Act and & of the , The"
)
BRANCH_WORDS = _words(
    "Research Europe Asia China America India Japan Africa Australia Canada Sverige Deutschland UK US USA U.S. "
    "Foundation Store Stores Studios Labs Center Centre Asia-Pacific North South East West Ventures Capital Cloud "
    "News Index Building Tower Stadium Arena Park Street Award Prize Cup Open Mail Maps TV Radio Magazine Press "
    "Edition Server"
)
