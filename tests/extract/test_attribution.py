"""Who says so: the chain of speakers behind a clause, innermost first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.attribution import Attribution
from kg.extract.quotes import find_quotations
from kg.extract.repair import repair
from tests.parsing import parsed, texts, word

if TYPE_CHECKING:
    from spacy.language import Language

_CHAIN = "Reuters reported that Merkel told Macron that analysts believe that Nokia sold the unit."
_SOURCE = "According to a statement released by Siemens, Nokia sold the unit."


@pytest.mark.parametrize(
    ("text", "verb", "speakers"),
    [
        ("Nokia sold the unit.", "sold", []),
        ("Merkel said that Nokia sold the unit.", "said", []),
        ("Merkel said that Nokia sold the unit.", "sold", ["Merkel"]),
        ("It was reported by Reuters that Nokia sold the unit.", "sold", ["Reuters"]),
        (_CHAIN, "sold", ["analysts", "Merkel", "Reuters"]),
        (_CHAIN, "told", ["Reuters"]),
        ("According to Siemens, Nokia sold the unit.", "sold", ["Siemens"]),
        ("Reuters reported that, according to Siemens, Nokia sold the unit.", "sold", ["Siemens", "Reuters"]),
        (_SOURCE, "sold", ["Siemens"]),
        (_SOURCE, "released", []),
        ("A report by Reuters said that Nokia sold the unit.", "sold", ["Reuters"]),
        ("Siemens' statement said that Nokia sold the unit.", "sold", ["Siemens"]),
        ("Siemens issued a notice. The notice said that Nokia sold the unit.", "sold", ["Siemens"]),
        ('"Nokia sold the unit," Merkel said.', "sold", ["Merkel"]),
        ("Nokia claims to have sold the unit.", "sold", ["Nokia"]),
        ("It was reported that Nokia sold the unit.", "sold", ["reported"]),
        ("It was found that Nokia sold the unit.", "sold", []),
        ("Nokia is said to own the unit.", "own", ["said"]),
        ("Merkel was quoted as saying that Nokia sold the unit.", "sold", ["Merkel"]),
        ("Reuters quoted Merkel as saying that Nokia sold the unit.", "sold", ["Merkel", "Reuters"]),
        ('"Nokia sold the unit," Reuters quoted Merkel as saying.', "sold", ["Merkel", "Reuters"]),
        ("Reuters said on Monday, citing police, that Nokia sold the unit.", "sold", ["Reuters"]),
        ("Citing two officials, Reuters said Nokia sold the unit.", "sold", ["officials", "Reuters"]),
        ("Citing weak demand, Reuters said Nokia sold the unit.", "sold", ["Reuters"]),
        ("Merkel told Reuters in a statement that Nokia had sold the unit.", "sold", ["Merkel"]),
        ("Their government sources said that Nokia sold the unit.", "sold", ["sources"]),
        ('Merkel\'s answer was short: "Nokia sold the unit."', "sold", ["Merkel"]),
        ("Merkel questioned Macron on whether Nokia had sold the unit.", "sold", ["Merkel"]),
        ("Merkel and Macron said that Nokia sold the unit.", "sold", ["Merkel", "Macron"]),
        ('"Nokia sold the unit," Merkel and Macron said.', "sold", ["Merkel", "Macron"]),
        ("Siemens is late. A statement on its website said that Nokia sold the unit.", "sold", ["its"]),
        ("Merkel said the plant had closed. The report says that Nokia sold the unit.", "sold", ["report"]),
        ("Posts from Friday theorized that it rained, and wrote that Nokia sold the unit.", "sold", ["Posts"]),
        ('Nokia must "hand back the money it took".', "took", ['"']),
        ('"Nokia sold the unit."', "sold", ['"']),
        ('The bank must "cut costs. Nokia sold the unit," Merkel said.', "sold", ["Merkel"]),
        ('We must "make sure that Nokia sold the unit," Merkel said.', "sold", ["Merkel", "We"]),
        ('Reuters said Merkel called it "a plan that saved the unit".', "saved", ["Merkel", "Reuters"]),
        ("Merkel said sales fell, and the board would meet on Monday.", "meet", ["Merkel"]),
        ("Merkel said sales fell, and the board met on Monday.", "met", []),
        ("Merkel said sales would fall. Some 300 workers would leave.", "leave", ["Merkel"]),
        ("Merkel said sales would fall. The bill would ban strikes.", "ban", []),
        ("Merkel said sales would fall. Workers would leave if they did.", "leave", []),
        ("Nokia sold the unit, and sales continued to rise.", "rise", []),
    ],
)
def test_who_says_so(nlp: Language, text: str, verb: str, speakers: list[str]) -> None:
    reading = parsed(text, nlp)
    attribution = Attribution(reading.doc, find_quotations(reading))
    assert texts(attribution.speakers(word(reading, verb))) == speakers


@pytest.mark.parametrize(
    ("text", "verb", "speakers"),
    [
        ("Nokia has denied any sale, reported the Press Trust of India.", "denied", ["Trust"]),
        ("Nokia sold the unit, reported Reuters.", "sold", ["Reuters"]),
        ("Nokia sold the unit, announced Merkel on Monday.", "sold", ["Merkel"]),
        ("The company, reported Reuters, will close.", "close", ["Reuters"]),
        ("Prices will rise this year, predicts the central bank.", "rise", ["bank"]),
        ("Nokia raised its prices, cut jobs and reported profits.", "raised", []),
        ("Reuters reported that Nokia sold the unit, citing Merkel.", "sold", ["Merkel", "Reuters"]),
        ("Merkel attacked the bank saying that Nokia sold the unit.", "sold", ["Merkel"]),
        ("Merkel read a statement saying that Nokia sold the unit.", "sold", ["statement"]),
        ("Merkel said that Nokia lost money, and accused Macron of selling it.", "accused", []),
        ("Merkel said the plan was bad and urged Congress to reject it.", "urged", []),
        ("Merkel said Nokia had lost money and accused Macron of theft.", "accused", []),
        ("Merkel said Nokia freed the ship and denied a raid.", "denied", ["Merkel"]),
        ("WHO say the disease is rare.", "is", ["WHO"]),
        ('"It must stop," said a spokesman for Governor Lucy Hart, Jonas Berg.', "stop", ["Berg"]),
    ],
)
def test_a_tag_that_the_parser_misreads_still_tells_who_says_so(
    nlp: Language, text: str, verb: str, speakers: list[str]
) -> None:
    reading = parsed(text, nlp)
    repair(reading.doc)
    attribution = Attribution(reading.doc, find_quotations(reading))
    assert texts(attribution.speakers(word(reading, verb))) == speakers
