"""Who is meant: other spellings, surnames beside telling words, namesakes, and addresses that stay."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import kg
from kg.gazetteer import load_gazetteer
from kg.ids import ENT, entity_iri
from kg.language import load_model, read
from kg.mentions import find_mentions
from kg.model import Article, Block, Entity
from kg.resolve import resolve


def entities(text: str, name: str = "case", year: int | None = None, extra: Path | None = None) -> dict[str, Entity]:
    """The entities of a text by what it calls them."""
    blocks = tuple(Block(m.start(), m.end(), "paragraph") for m in re.finditer(r"[^\n]+", text))
    article = Article(name, name, text, published=date(year, 6, 1) if year else None, blocks=blocks)
    reading, gazetteer = read(article, load_model()), load_gazetteer(extra)
    found = resolve(reading, find_mentions(reading, gazetteer), gazetteer=gazetteer)
    return {entity.label: entity for entity in found.entities}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Moammar Gadhafi spoke in Tripoli.", "Muammar Qaddafi spoke in Tripoli."),
        ("Huang Renxun praised the engineers.", "Jensen Huang praised the engineers."),
        ("Volodymyr Zelensky thanked them.", "Volodymyr Zelenskyy thanked them."),
        ("Usama bin Laden was named.", "Osama bin Laden was named."),
    ],
)
def test_spellings_of_one_person_have_one_address(one: str, other: str) -> None:
    ids = {e.id for text in (one, other) for e in entities(text).values() if e.type == "Person"}
    assert len(ids) == 1


def test_an_article_keeps_its_own_spelling_and_can_be_searched_by_the_known_one() -> None:
    person = entities("Huang Renxun praised the engineers.")["Huang Renxun"]
    assert person.id == entity_iri("Jensen Huang")
    assert person.aliases == ("Huang Renxun", "Jensen Huang")


def test_two_spellings_in_one_article_are_one_person() -> None:
    found = entities("Jensen Huang arrived. Chinese media call him Huang Renxun, and Huang Renxun likes it.")
    assert len({e.id for e in found.values() if e.type == "Person"}) == 1


def test_a_city_under_its_old_name_is_the_same_city() -> None:
    assert entities("The envoy flew to Peking.")["Beijing"].id == entities("He left Beijing.")["Beijing"].id


def test_a_surname_means_somebody_known_beside_the_post_only() -> None:
    beside = entities("U.S. Commerce Secretary Rutenberg gave an interview.", year=2025)
    alone = entities("The painter Rutenberg gave an interview.", year=2025)
    assert beside["Rutenberg"].id == entity_iri("Howard Lutnick")
    assert alone["Rutenberg"].id != beside["Rutenberg"].id


@pytest.mark.parametrize(
    ("year", "who"), [(1990, "George H. W. Bush"), (2004, "George W. Bush"), (2020, ""), (None, "")]
)
def test_a_surname_in_office_is_who_held_it_then(year: int | None, who: str) -> None:
    found = entities("President Bush signed the bill on Monday.", year=year)["Bush"]
    assert (found.id == entity_iri(who)) == bool(who)


def test_unknown_people_of_one_surname_in_two_articles_are_two() -> None:
    one = entities("Mr. Kline voted against it.", name="one")["Kline"]
    other = entities("Ms. Kline sold the house.", name="two")["Kline"]
    assert one.id != other.id
    assert one.id == entities("Mr. Kline voted against it.", name="one")["Kline"].id


def test_a_ministry_is_that_of_the_country_spoken_of() -> None:
    text = (
        "{0}'s Ministry of Transport warned drivers. The Ministry of Transport advised the people of {0}. {0} agreed."
    )
    ids = {e.id for place in ("New Zealand", "Norway") for e in entities(text.format(place)).values()}
    assert len([i for i in ids if "ministry-of-transport" in i]) == 2


def test_a_party_of_many_countries_is_not_one_node() -> None:
    hong_kong = entities("In Hong Kong the Democratic Party lost. Hong Kong voters stayed away.")["Democratic Party"]
    american = entities("In the United States the Democratic Party won. U.S. voters came.")["Democratic Party"]
    assert hong_kong.id != american.id


def test_a_person_called_like_a_country_is_not_the_country() -> None:
    country = entities("The king of Jordan spoke in Amman, Jordan.")["Jordan"]
    person = entities("Michael Jordan signed a contract. Jordan smiled.")["Michael Jordan"]
    assert country.id == entity_iri("Jordan") != person.id


def test_adding_a_company_is_one_row(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("label,type,aliases\nBlue Heron Labs,Company,Heron|BHL\n", encoding="utf-8")
    text = "Heron rose sharply. BHL makes pumps. Blue Heron Labs is private."
    found = entities(text, extra=own)
    assert [(e.label, e.type, e.id) for e in found.values()] == [
        ("Blue Heron Labs", "Company", entity_iri("Blue Heron Labs"))
    ]


NEWS = {
    "one": "President Bush met Mr. Kline in Jordan. The Ministry of Transport of Norway agreed, and Norway paid.",
    "two": "Michael Jordan sold Zentrix plc to Mr. Kline. The Democratic Party in the United States objected.",
    "three": "Jordan's king thanked Zentrix. Huang Renxun and the U.S. Senate praised Jordan.",
    "four": "In Hong Kong the Democratic Party lost. Hong Kong voters praised Jensen Huang.",
}


def test_an_article_has_the_same_addresses_alone_and_among_others(tmp_path: Path) -> None:
    for name, text in NEWS.items():
        (tmp_path / f"{name}.md").write_text(f"---\npublished: 2004-06-01\n---\n{text}\n", encoding="utf-8")
    together = {x.article.name: [e.id for e in x.entities] for x in kg.build(tmp_path).extractions}
    assert set(together) == set(NEWS)
    for name in NEWS:
        (alone,) = kg.build(tmp_path / f"{name}.md").extractions
        assert [e.id for e in alone.entities] == together[name]


def test_what_meets_in_several_articles_and_what_does_not(tmp_path: Path) -> None:
    for name, text in NEWS.items():
        (tmp_path / f"{name}.md").write_text(f"---\npublished: 2004-06-01\n---\n{text}\n", encoding="utf-8")
    found: dict[str, set[str]] = {}
    for extraction in kg.build(tmp_path).extractions:
        for entity in extraction.entities:
            if entity.named:
                found.setdefault(entity.id.removeprefix(ENT), set()).add(extraction.article.name)
    assert found["jensen-huang"] == {"three", "four"}
    assert found["jordan"] == {"one", "three"}
    assert found["michael-jordan"] == {"two"}
    assert found["george-w-bush"] == {"one"}
    assert len([i for i in found if i.startswith("kline")]) == 2
    assert len([i for i in found if i.startswith("democratic-party")]) == 2


def test_a_person_of_two_articles_goes_by_the_fuller_name(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\npublished: 2004-06-01\n---\nPresident Bush met Siemens.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("George W. Bush met Siemens in Berlin.\n", encoding="utf-8")
    rows = kg.build(tmp_path).query("SELECT DISTINCT ?name { ent:george-w-bush rdfs:label ?name }")
    assert [str(row["name"]) for row in rows] == ["George W. Bush"]


def test_countries_have_their_item_even_where_only_an_adjective_names_them(tmp_path: Path) -> None:
    path = tmp_path / "one.md"
    path.write_text("Siemens sold turbines to the Chinese.\n", encoding="utf-8")
    items = {e.label: e.same_as for e in kg.build(path).entities}
    assert items["China"] == ("http://www.wikidata.org/entity/Q148",)
    assert items["Siemens"] == ("http://www.wikidata.org/entity/Q81230",)


def test_own_people_may_have_surnames_that_need_company(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("label,type,short,beside\nMaria Lopez,Person,Lopez,mayor\n", encoding="utf-8")
    assert entities("Mayor Lopez spoke.", extra=own)["Lopez"].id == entity_iri("Maria Lopez")
    assert entities("The singer Lopez spoke.", extra=own)["Lopez"].id != entity_iri("Maria Lopez")
