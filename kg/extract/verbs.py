"""Closed classes of English verbs and adjectives that the extraction rules rest on, each with its reason.

Only words of the language stand here, never names. Lemmas, lower case.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kg.model import Modality

ASPECTUAL: Final = frozenset(
    "begin start continue keep resume proceed commence go come tend get manage help stop cease finish quit".split()
)
"""Verbs that only say at which stage the verb in their complement is: `begin selling` is a sale."""

ENDING: Final = frozenset("stop cease quit finish".split())
"""Aspectual verbs after which the thing is no longer so."""

ENDING_PHRASES: Final = frozenset({"rule out", "give up", "put off", "hold off"})
"""Phrasal verbs whose gerund is not so, or no longer: `ruled out closing it`."""

NEGATING: Final = frozenset("oppose resist reject fail refuse decline neglect omit forget decline cease avoid".split())
"""Verbs whose complement did not happen: `failed to agree`."""

NAMING: Final = frozenset(
    "name call appoint elect make declare label brand dub deem consider pronounce crown nominate designate rename "
    "title find rule vote".split()
)
"""Verbs that say what their object is: `named Paul Stein chief executive`."""

JUDGING: Final = frozenset(
    "describe characterize characterise regard see view treat portray depict dismiss denounce condemn hail praise "
    "reject brand label identify cite recognize recognise name appoint use interpret present define classify list "
    "designate criticize criticise defend acknowledge".split()
)
"""Verbs whose `as` says what their object is held to be: `described the attack as a crime`."""

ATTACHING: Final[Mapping[str, frozenset[str]]] = {
    "of": frozenset(
        "convict accuse acquit suspect rob deprive strip inform remind assure reassure cure rid clear relieve notify "
        "warn convince persuade advise".split()
    ),
    "to": frozenset(
        "supply sell give send deliver export lend pay offer provide ship transfer hand donate lease award grant "
        "bring move return add submit present entrust distribute".split()
    ),
    "against": frozenset({"protect", "defend", "shield"}),
    "on": frozenset({"blame", "impose", "inflict", "bestow", "confer"}),
    "from": frozenset("import steal borrow protect remove withdraw evacuate rescue expel free extract".split()),
}
"""Prepositions that belong to the verb and not to its object: `supplies antennas to X`, `convicted X of fraud`."""

NOUNS_WITH_TO: Final = frozenset(
    "access right answer solution response approach threat exposure link alternative key opposition objection "
    "amendment change damage end entrance exit route way visit attention reference reaction".split()
)
"""Nouns that keep a phrase with `to` after any verb: `sold access to the site`."""

FINING: Final = frozenset({"fine", "charge", "bill"})
"""Verbs whose object is who pays and whose amount is what: `fined Merck $5 million`."""

INTRANSITIVE: Final = frozenset(
    "come go rise fall arrive depart sit stand lie sleep live die walk run step kneel bow act wait work speak look "
    "appear disappear vanish emerge exist happen occur travel return retire resign survive compete comply belong "
    "depend rely participate cooperate collaborate interfere respond reply react".split()
)
"""Verbs that share no object with the verb after them: `rose and left the room`."""

CLAIMING: Final = frozenset("claim profess purport allege pretend".split())
"""Reporting verbs whose infinitive is what their subject says of itself: `claimed to be unaffected`."""

PREVENTING: Final = frozenset(
    "prevent stop ban bar prohibit keep block discourage dissuade deter forbid restrain exclude "
    "disqualify hinder preclude".split()
)
"""Verbs with `from` + -ing whose complement is kept from happening."""

TELLING: Final = frozenset("tell inform remind assure reassure notify warn advise persuade convince ask".split())
"""Verbs whose object is who hears what their clause says: `told reporters that …`."""

ACQUITTING: Final = frozenset("acquit clear absolve exonerate".split())
"""Verbs that say of their object that it did not do what `of` + -ing says."""

ACCUSING: Final = ACQUITTING | frozenset(
    "accuse suspect convict thank blame criticize criticise praise charge fine sue".split()
)
"""Verbs whose object is the one who did what `of`, `for` or `with` + -ing says: `accused X of lying`."""

ATTITUDE: Final[Mapping[str, Modality]] = {
    **dict.fromkeys(
        "plan intend aim agree decide prepare promise pledge vow undertake commit schedule arrange resolve threaten "
        "about offer elect choose opt set move seek attempt try struggle strive expect anticipate project forecast "
        "predict commit propose volunteer look swear consent prepared poised ready due slated".split(),
        "planned",
    ),
    **dict.fromkeys(
        "hope want wish desire like love prefer long yearn aspire eager keen anxious hopeful willing "
        "dream excited favour favor support advocate suggest recommend".split(),
        "hoped",
    ),
    **dict.fromkeys(
        "seem appear may might consider contemplate likely unlikely possible impossible able believe think suspect "
        "tend".split(),
        "possible",
    ),
    **dict.fromkeys("need have require oblige must supposed obligate compel ought bind".split(), "required"),
}
"""Verbs and adjectives with an infinitive or that-clause, and what they make of it."""

HEARSAY: Final[Mapping[str, Modality]] = {
    **dict.fromkeys("say report know find see hear show prove confirm".split(), "asserted"),
    **dict.fromkeys(
        "think believe suspect allege rumour rumor consider estimate assume understand reckon fear presume".split(),
        "possible",
    ),
}
"""Verbs whose passive reports its infinitive, and its modality: `is said to be owned by X`."""

OBJECT_CONTROL: Final[Mapping[str, Modality]] = {
    **dict.fromkeys(
        "force make cause lead get help have prompt drive compel convince persuade push inspire spur provoke "
        "induce entice".split(),
        "asserted",
    ),
    **dict.fromkeys("allow let permit authorize authorise enable entitle empower free license".split(), "possible"),
    "expect": "planned",
    **dict.fromkeys("require oblige order command instruct direct obligate tell need".split(), "required"),
    **dict.fromkeys(
        "ask urge want encourage lobby pressure press beg call implore invite advise recommend request wish like "
        "challenge prefer tempt incite motivate advocate appeal warn remind dare coax "
        "entreat exhort beseech".split(),
        "hoped",
    ),
    **dict.fromkeys("train teach assign hire pay recruit task bribe equip appoint nominate".split(), "planned"),
}
"""Verbs whose object does what their infinitive says, and how real that is."""

PREPOSITIONAL_CONTROL: Final[Mapping[str, frozenset[str]]] = {
    verb: frozenset(prepositions.split())
    for verb, prepositions in {
        "call": "on upon",
        "appeal": "to",
        "plead": "with",
        "rely": "on upon",
        "count": "on",
        "wait": "for",
        "look": "to",
        "lean": "on",
        "prevail": "on upon",
    }.items()
}
"""Verbs that ask something of whom their preposition names: `called on Congress to pass it`."""

IMPLICATIVE_ADJECTIVES: Final = frozenset({"able"})
"""`was able to produce` says that it did; `can` alone does not."""

NEGATING_ADJECTIVES: Final = frozenset("unable unlikely unwilling reluctant loath impossible".split())
"""Adjectives whose infinitive is not so: `was unable to pay`."""

STANCE_ADJECTIVES: Final = frozenset(
    "confident sure certain convinced optimistic pessimistic hopeful adamant satisfied worried concerned afraid".split()
)
"""Adjectives whose that-clause is what their subject holds, not what is known: `is confident that …`."""

TAKING: Final = frozenset("take send bring lead leave put dispatch deploy".split())
"""Verbs that move somebody or something to do what their infinitive says."""

DEMANDING: Final[Mapping[str, Modality]] = {
    **dict.fromkeys("hope wish want prefer desire demand urge insist request recommend advise".split(), "hoped"),
    **dict.fromkeys("deny dispute reject refute doubt disprove".split(), "denied"),
    **dict.fromkeys("ask wonder inquire enquire question".split(), "asked"),
    **dict.fromkeys(
        "speculate suspect fear worry believe think guess suggest assume suppose imagine consider feel theorize "
        "theorise hypothesize hypothesise surmise conjecture".split(),
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
"""Modal auxiliaries, as the tokenizer splits them off (`wo` of `won't`)."""

HEDGES: Final = frozenset(
    "possibly perhaps maybe probably likely apparently allegedly reportedly purportedly supposedly presumably "
    "potentially conceivably".split()
)
"""Adverbs before a verb that leave open whether it is so."""

NEGATIVE_ADVERBS: Final = frozenset("not n't never hardly scarcely barely neither nor no".split())
"""Adverbs before a verb that deny what it says."""

LIGHT_VERBS: Final = frozenset(
    "make take have give hold issue conduct pay embark begin launch place do carry reach undertake start stage "
    "provide express lodge lay put deliver file perform grant open resume".split()
)
"""Verbs that leave the meaning to an event noun: `make an announcement`, `hold talks`."""

RELATING_VERBS: Final = LIGHT_VERBS | frozenset(
    "own sign win play sell buy open build run operate join leave lose seek need want show start end "
    "ask call file break keep".split()
)
"""Verbs whose plain object is often less than what it relates to: `held positions at IBM`."""

IDIOMS: Final[Mapping[str, frozenset[str]]] = {
    verb: frozenset(nouns.split())
    for verb, nouns in {
        "take": "control place part advantage care charge aim action responsibility credit over possession",
        "play": "role part",
        "have": "impact effect influence access tie link stake interest share jurisdiction",
        "hold": "stake share degree doctorate diploma",
        "earn": "degree doctorate diploma",
        "receive": "degree doctorate diploma",
        "slap": "sanction",
        "own": "stake share",
        "buy": "stake share",
        "acquire": "stake",
        "sell": "stake share",
        "pay": "attention tribute",
        "put": "pressure end",
        "give": "rise birth way",
        "make": "use",
        "lose": "control interest touch",
        "gain": "control access",
        "declare": "war",
        "wage": "war",
        "reach": "agreement deal",
        "strike": "deal",
        "form": "alliance partnership coalition",
        "file": "lawsuit suit complaint charge appeal",
        "bring": "case charge",
        "impose": "sanction embargo",
        "express": "concern regret interest confidence doubt",
        "cast": "doubt",
        "do": "business harm damage",
        "serve": "notice",
        "open": "fire",
        "pave": "way",
    }.items()
}
"""Verb and object noun that make one predicate together: `take control of the bank`."""

DEED_VERBS: Final = frozenset(
    "deny admit authorize authorise consider recommend suggest propose advocate oppose support discuss mention report "
    "recall remember recollect regret risk favour favor permit allow acknowledge confirm contemplate involve entail "
    "mean require include "
    "justify celebrate defend describe".split()
)
"""Verbs with a gerund that is what they are about: `admitted slowing old phones`."""

PRESUPPOSING: Final = frozenset(
    "end lift stop halt cease reduce cut curb limit ease relax tighten lessen scrap abandon suspend drop revoke "
    "withdraw cancel resume continue maintain keep preserve expand extend increase strengthen deepen improve boost "
    "broaden review reconsider defend justify".split()
)
"""Verbs whose object is already so: `wants to end its ban on X` bans X."""

REMOVING_VERBS: Final = frozenset("oust remove dismiss fire sack depose replace".split())
"""Verbs whose object loses its post."""

TRANSITIVE_VERBS: Final = frozenset(
    "achieve own possess recall obtain authorize authorise allow enable require include involve contain cause create "
    "bring set place regard describe provide receive seek offer attain exceed represent constitute "
    "recollect dismiss fill".split()
)
"""Verbs whose active says nothing without an object, although a passive may."""

EMPTY_VERBS: Final = frozenset(
    """
    do be have go get make let seem appear know consider call name say tell show hear feel look come put take turn bring
    keep set expect suppose intend want like try act use give find see need mean ask
    """.split()
)
"""Verbs that say nothing without an object."""
