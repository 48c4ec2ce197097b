"""Resolution: one entity a real thing, and what each token denotes."""

from __future__ import annotations

import re
from pathlib import Path

from kg.gazetteer import load_gazetteer
from kg.ids import entity_iri
from kg.language import Reading, load_model, read
from kg.mentions import find_mentions
from kg.model import Article, Block, Entity
from kg.resolve import resolve, without_article
from kg.stages import Mention, Reference, Resolution


def reading(text: str) -> Reading:
    blocks = tuple(Block(m.start(), m.end(), "paragraph") for m in re.finditer(r"[^\n]+", text))
    return read(Article("", "case", text, blocks=blocks), load_model())


def resolved(text: str) -> tuple[Reading, Resolution]:
    r = reading(text)
    return r, resolve(r, find_mentions(r, load_gazetteer()))


def entity(resolution: Resolution, label: str) -> Entity:
    return next(e for e in resolution.entities if e.label == label)


def name(first: int, stop: int, text: str, kind: str, canonical: str) -> Mention:
    return Mention(first, stop, stop - 1, text, "name", kind, canonical)


def test_one_entity_with_all_its_names() -> None:
    _, found = resolved(
        "The U.S. agreed. The United States paid. The New York Times said so, the New York Times added."
    )
    states = entity(found, "United States")
    assert states.id == entity_iri("United States")
    assert states.types == ("Country", "Place")
    assert states.aliases == ("U.S.", "United States")
    assert entity(found, "The New York Times").aliases == ("New York Times", "The New York Times")


def test_every_token_of_a_name_denotes_it() -> None:
    r, found = resolved("Angela Merkel praised the Bank of England.")
    assert [e.label for e in found.denoted[0]] == [e.label for e in found.denoted[1]] == ["Angela Merkel"]
    bank = [r.doc[i].text for i, who in sorted(found.denoted.items()) if who[0].label == "Bank of England"]
    assert bank == ["Bank", "of", "England"]


def test_entities_come_in_order_of_first_mention() -> None:
    _, found = resolved("Siemens met Nokia. Intel watched Siemens.")
    assert [e.label for e in found.entities] == ["Siemens", "Nokia", "Intel"]


def test_a_government_is_not_its_country() -> None:
    _, found = resolved("The Chinese government met Nokia in China.")
    assert [(e.label, e.type) for e in found.entities if e.label != "Nokia"] == [
        ("Chinese government", "Government"),
        ("China", "Country"),
    ]


def test_same_slug_gets_two_ids_and_always_the_same() -> None:
    r = reading("a b c d")
    mentions = [
        name(0, 1, "Jordan", "Country", "Jordan"),
        name(1, 2, "Jordan", "Person", "Jordan"),
        name(2, 3, "JORDAN", "Person", "JORDAN"),
    ]
    ids = [e.id for e in resolve(r, mentions).entities]
    assert ids == [entity_iri("Jordan"), entity_iri("Jordan Person"), entity_iri("Jordan Person 2")]
    assert ids == [e.id for e in resolve(r, mentions).entities]


def test_a_pronoun_denotes_its_antecedents() -> None:
    r = reading("Siemens and Nokia agreed , and they said it")
    siemens, nokia = name(0, 1, "Siemens", "Company", "Siemens"), name(2, 3, "Nokia", "Company", "Nokia")
    they, both = Mention(6, 7, 6, "they", "pronoun"), Mention(8, 9, 8, "it", "pronoun")
    references = [Reference(both, (they,), 0.9), Reference(they, (siemens, nokia), 0.9)]
    found = resolve(r, [siemens, nokia], references)
    assert [e.label for e in found.denoted[6]] == ["Siemens", "Nokia"]
    assert found.denoted[8] == found.denoted[6]


def test_a_reference_to_nothing_known_denotes_nothing() -> None:
    r = reading("it rained , it said")
    it, other = Mention(0, 1, 0, "it", "pronoun"), Mention(3, 4, 3, "it", "pronoun")
    found = resolve(r, [], [Reference(it, (other,), 0.5), Reference(other, (it,), 0.5)])
    assert found == Resolution((), {})


def test_identity_elsewhere_comes_from_the_gazetteer(tmp_path: Path) -> None:
    extra = tmp_path / "own.csv"
    extra.write_text("label,type,wikidata\nZentrix,Company,Q1\n", encoding="utf-8")
    gazetteer = load_gazetteer(extra)
    r = reading("Zentrix fell.")
    found = resolve(r, find_mentions(r, gazetteer), gazetteer=gazetteer)
    assert entity(found, "Zentrix").same_as == ("http://www.wikidata.org/entity/Q1",)


def test_articles_are_no_part_of_an_alias() -> None:
    assert [without_article(n) for n in ("The Hague", "an  Act", "Theodor", "A")] == ["Hague", "Act", "Theodor", "A"]


def test_a_kind_after_a_name_belongs_to_it() -> None:
    r, found = resolved("A poll for the Evening Star newspaper began. The Evening Star is old.")
    assert entity(found, "Evening Star").aliases == ("Evening Star", "Evening Star newspaper")
    kind = next(t for t in r.doc if t.text == "newspaper")
    assert [e.label for e in found.denoted[kind.i]] == ["Evening Star"]
