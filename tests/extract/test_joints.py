"""What joins verbs and what hangs on them: repaired coordination, gerunds after prepositions, conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.adjuncts import gerunds, is_condition, is_slight
from kg.extract.subjects import agents, subjects
from kg.extract.suppositions import conditions
from tests.parsing import parsed, texts, word

if TYPE_CHECKING:
    from spacy.language import Language

_PROPOSALS = "Obama's proposals were to limit the operations that a bank may undertake and to cut the size of firms."


def test_an_infinitive_joins_an_infinitive(nlp: Language) -> None:
    assert word(parsed(_PROPOSALS, nlp), "cut").head.text == "limit"


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("The limiter must be reset by pushing a button.", "pushing", []),
        ("Merkel's success inspires others to play the game.", "play", ["others"]),
        ("Merkel promised Macron to play the game.", "play", ["Merkel"]),
    ],
)
def test_who_does_it(nlp: Language, text: str, verb: str, who: list[str]) -> None:
    assert texts(subjects(word(parsed(text, nlp), verb))) == who


def test_an_agent_stands_after_its_passive(nlp: Language) -> None:
    reading = parsed("Any attack by the army or the police will be punished.", nlp)
    assert agents(word(reading, "punished")) == []


def test_gerunds_and_conditions_are_found_with_their_words(nlp: Language) -> None:
    reading = parsed("If Merkel backs the court, Nokia will be fined for breaking the law.", nlp)
    fined = word(reading, "fined")
    assert [(prep, verb.text) for prep, verb in gerunds(fined)] == [("for", "breaking")]
    assert [(mark, verb.text) for mark, verb in conditions(fined)] == [("if", "backs")]


def test_a_condition_about_nobody_is_slight(nlp: Language) -> None:
    reading = parsed("Nokia will pay if the limit is reached.", nlp)
    verb = word(reading, "reached")
    assert is_condition(verb)
    assert is_slight(verb)


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("The failure of Japan to change its law annoyed Canada.", "change", ["Japan"]),
        ("The officials said that their actions were due to the need to obey the law.", "obey", []),
        ("The company that the ministry paid to carry wheat failed.", "carry", ["company"]),
    ],
)
def test_who_is_to_do_it(nlp: Language, text: str, verb: str, who: list[str]) -> None:
    assert texts(subjects(word(parsed(text, nlp), verb))) == who


@pytest.mark.parametrize(
    ("text", "noun", "kind"),
    [
        ("Congress passed the economic stimulus package the president wanted.", "package", "NOUN"),
        ("The law would help struggling families.", "struggling", "ADJ"),
        ("Ministers gave more weight to developing powers such as China.", "developing", "ADJ"),
    ],
)
def test_what_the_tagger_took_for_verbs(nlp: Language, text: str, noun: str, kind: str) -> None:
    assert word(parsed(text, nlp), noun).pos_ == kind
