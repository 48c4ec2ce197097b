"""Why an entity is one: what users type, every mention with its place, and the reason for each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.articles import article_from_text
from kg.errors import InputError
from kg.evidence import verified
from kg.explain import check_versions, explain, find_entity, told
from kg.explain.reasons import why
from kg.extraction import Toolbox, extract
from kg.gazetteer import load_gazetteer
from kg.graph import Graph
from kg.ids import entity_iri
from kg.model import Entity
from tests.conftest import SeedBuild

TEXT = (
    "Chinese buyers like Siemens.\n\nPaula Brandt, who leads Siemens AG, met investors on Friday. "
    "The company said it would open a plant in China, and Brandt praised her engineers.\n\n"
    "She has managed the firm since 2015 and has hired two hundred people."
)


@pytest.fixture(scope="module")
def graph(toolbox: Toolbox) -> Graph:
    """Two articles that both speak of Siemens."""
    articles = [article_from_text(TEXT, "first"), article_from_text("Siemens bought a plant in Spain.", "second")]
    return Graph(tuple(verified(extract(article, toolbox)) for article in articles))


def mentions(graph: Graph, toolbox: Toolbox, name: str) -> list[tuple[str, str, str]]:
    found = explain(graph, find_entity(graph.entities, name), toolbox)
    return [(m.kind, m.wording, m.why) for m in found.mentions]


def test_names_pronouns_and_descriptions_with_their_reasons(graph: Graph, toolbox: Toolbox) -> None:
    found = mentions(graph, toolbox, "Siemens")
    assert ("name", "Siemens", "same name") in found
    assert ("name", "Siemens AG", "spelling or legal form of Siemens") in found
    assert ("description", "The company", "coreference") in found
    assert ("pronoun", "it", "coreference") in found
    person = mentions(graph, toolbox, "ent:paula-brandt")
    assert ("name", "Brandt", "short form of Paula Brandt") in person
    assert ("pronoun", "her", "coreference") in person


def test_positions_are_those_of_the_articles(graph: Graph, toolbox: Toolbox) -> None:
    texts = {article.id: article.text for article in graph.articles}
    found = explain(graph, find_entity(graph.entities, "Siemens"), toolbox)
    assert sorted(found.articles.values()) == ["first", "second"]
    for mention in found.mentions:
        text = texts[mention.article]
        assert text[mention.start : mention.end] == mention.wording
        assert text[mention.sentence_start :].startswith(mention.sentence)
        assert mention.score is None or (mention.kind != "name" and 0 < mention.score <= 1)


def test_the_lines_bracket_each_mention(graph: Graph, toolbox: Toolbox) -> None:
    lines = told(explain(graph, find_entity(graph.entities, "siemens"), toolbox)).splitlines()
    assert lines[0].startswith("Siemens: Company")
    assert any("said [it] would open a plant" in line and "(coreference with Siemens" in line for line in lines)
    assert any("one in 2 articles" in line for line in lines)


def test_a_control_character_in_a_sentence_does_not_reach_the_terminal(graph: Graph, toolbox: Toolbox) -> None:
    found = explain(graph, find_entity(graph.entities, "Siemens"), toolbox)
    hostile = replace(found.mentions[0], why="\x1b[31mred\u202e")
    text = told(replace(found, mentions=(hostile,)))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_every_mention_that_a_statement_of_the_seed_makes_is_told(seed_build: SeedBuild, toolbox: Toolbox) -> None:
    entity = find_entity(seed_build.graph.entities, "https://w3id.org/pressgraph/entity/nvidia")
    found = explain(seed_build.graph, entity, toolbox).mentions
    told_at = {i for m in found for i in range(m.start, m.end)}
    for claim in seed_build.graph.claims:
        node = claim.subject
        if getattr(node, "entity", None) == entity and node.start < node.end:
            assert node.start in told_at, claim
    assert {m.kind for m in found} >= {"name", "pronoun", "description"}


@pytest.mark.parametrize(
    ("wording", "entity", "reason"),
    [
        ("the United States", Entity("", "United States", "Country"), "same name"),
        (
            "Huang Renxun",
            Entity(entity_iri("Jensen Huang"), "Huang Renxun", "Person"),
            "same name, which the gazetteer takes for Jensen Huang",
        ),
        ("U.S.", Entity("", "United States", "Country"), "listed in the gazetteer as a name of United States"),
        ("Chinese", Entity("", "China", "Country"), "adjective or people of China"),
        ("Fair Trade Board", Entity("", "FTB", "Organization"), "full name of acronym FTB"),
        ("Smith", Entity("", "Jane Smith", "Person"), "short form of Jane Smith"),
        ("Phil Smith", Entity("", "Philip Smith", "Person"), "form of the same person's name as Philip Smith"),
        ("Zorbix", Entity("", "Quandle", "Thing"), "the article uses it for Quandle"),
    ],
)
def test_why_a_wording_names_an_entity(wording: str, entity: Entity, reason: str) -> None:
    assert why(wording, entity, load_gazetteer()) == reason


def test_an_unknown_name_is_answered_with_the_nearest(graph: Graph) -> None:
    with pytest.raises(InputError, match=r"Seimens: no such entity in this build; did you mean Siemens"):
        find_entity(graph.entities, "Seimens")
    with pytest.raises(InputError, match="kg show entities"):
        find_entity((), "Seimens")


def test_a_name_of_several_entities_is_answered_with_their_ids() -> None:
    two = [
        Entity(f"https://w3id.org/pressgraph/entity/jordan-{kind}", "Jordan", kind) for kind in ("Country", "Person")
    ]
    with pytest.raises(InputError, match="Jordan: stands for 2 entities; give one of ent:jordan-Country, ent:jordan-P"):
        find_entity(two, "Jordan")
    assert find_entity(two, "ent:jordan-Person") == two[1]


def test_another_model_than_that_of_the_build_is_refused(graph: Graph) -> None:
    check_versions(graph, {"model": "other 1"})
    built = replace(graph, versions={"model": "en_small 1"})
    check_versions(built, {"model": "en_small 1"})
    with pytest.raises(InputError, match=r"the build used model en_small 1, this would use other 1; .* --model"):
        check_versions(built, {"model": "other 1"})
