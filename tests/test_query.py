from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg import ids
from kg.contradictions import with_contradictions
from kg.errors import QueryError
from kg.query import (
    evidence_for,
    format_evidence,
    format_result,
    named_queries,
    named_query,
    run_query,
)
from kg.query.formats import printable, text_table
from kg.rdf import claims_to_triples, to_turtle
from kg.store import open_store
from tests.graphs import ACME, ONTOLOGY, ROCKET, first, second

STORE = open_store(None)
STORE.replace(with_contradictions([first(), second()], ONTOLOGY))
E = ids.ENT


def asked(name: str, **values: str) -> list[dict[str, object]]:
    return list(run_query(STORE, named_query(name).sparql, values))


def test_prefixes_need_no_declaration() -> None:
    result = run_query(STORE, "SELECT ?o { ent:acme kg:sells ?o }")
    assert list(result) == [{"o": ROCKET.id}]
    assert result.labels == {ROCKET.id: "Rocket 3"}


def test_a_prefix_of_the_user_wins() -> None:
    result = run_query(STORE, f"PREFIX ent: <{ids.KG}>\nPREFIX x: <{E}> SELECT ?o {{ x:acme ent:sells ?o }}")
    assert len(result) == 1


def test_answers_from_any_kind_of_graph() -> None:
    query = "SELECT ?o { ent:acme kg:sells ?o }"
    turtle = to_turtle([first()])
    for source in (STORE.graph, rdflib.Graph().parse(data=turtle, format="turtle"), list(claims_to_triples([first()]))):
        assert list(run_query(source, query)) == [{"o": ROCKET.id}]


def test_ask_and_construct() -> None:
    assert run_query(STORE, "ASK { ent:acme kg:sells ent:rocket-3 }").answer is True
    assert run_query(STORE, "ASK { ent:acme kg:buys ent:rocket-3 }").answer is False
    made = run_query(STORE, "CONSTRUCT { ?o kg:buys ?s } WHERE { ?s kg:sells ?o }")
    assert [str(t.subject) for t in made.triples] == [f"<{ROCKET.id}>"]
    assert format_result(made, "ttl").endswith("\nent:rocket-3 kg:buys ent:acme .\n")


def test_rows_without_order_are_sorted() -> None:
    rows = [row["s"] for row in run_query(STORE, "SELECT ?s { ?s a kg:Claim }")]
    assert rows == sorted(rows, key=str)
    ordered = [row["s"] for row in run_query(STORE, "SELECT ?s { ?s a kg:Claim } ORDER BY DESC(?s)")]
    assert ordered == rows[::-1]


@pytest.mark.parametrize(
    ("sparql", "complaint"),
    [
        ("SELECT ?s {\n ?s ?p }", "line 2, column .* in '.s .p }'"),
        ("SELECT ?s { ?s foo:bar ?o }", "unknown prefix foo:"),
        ("", "is not valid SPARQL"),
        ("SELECT ?s {", "is not valid SPARQL"),
        ("INSERT DATA { <http://a> <http://b> 1 }", "would change the graph"),
        ("PREFIX x: <http://x/>\n# hello\ndelete where { ?s ?p ?o }", "would change the graph"),
        ("CLEAR ALL", "would change the graph"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "without any network"),
        ("SELECT \ud800", "is not valid SPARQL"),
    ],
)
def test_what_cannot_be_asked_is_one_clear_line(sparql: str, complaint: str) -> None:
    with pytest.raises(QueryError, match=complaint) as caught:
        run_query(STORE, sparql)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_words_inside_strings_comments_and_names_are_no_commands() -> None:
    query = """SELECT ?service ("SERVICE # DELETE" AS ?x) # INSERT SERVICE
      { ?service kg:sells ?add . FILTER(?add != <urn:x#SERVICE>) }"""
    assert [row["x"] for row in run_query(STORE, query)] == ["SERVICE # DELETE"]


def test_the_store_is_never_changed() -> None:
    before = len(STORE)
    for query in ("DROP ALL", "DELETE WHERE { ?s ?p ?o }"):
        with pytest.raises(QueryError):
            run_query(STORE, query)
    assert len(STORE) == before


def test_values_bind_what_the_query_selects() -> None:
    query = "SELECT ?who ?what { ?who kg:releases|kg:sells ?what }"
    assert len(run_query(STORE, query)) == 2
    assert [row["who"] for row in run_query(STORE, query, {"who": "ent:acme"})] == [ACME.id]
    assert [row["who"] for row in run_query(STORE, query, {"?who": f"<{ACME.id}>"})] == [ACME.id]
    with pytest.raises(QueryError, match="nobody"):
        run_query(STORE, query, {"nobody": "ent:acme"})
    with pytest.raises(QueryError, match="is no IRI"):
        run_query(STORE, query, {"who": "<a b>"})


def test_table_shows_names_and_the_iri_where_it_does_not_follow() -> None:
    table = format_result(run_query(STORE, "SELECT ?s ?p ?o { ?s ?p ?o . VALUES ?p { kg:sells kg:cost kg:costs } }"))
    assert "Acme" in table
    assert "Rocket 3" in table
    assert "ent:acme" not in table
    assert "sell (kg:sells)" in table
    assert "delay (ent:delay--" in table
    assert format_result(run_query(STORE, "SELECT ?s { ?s kg:buys ?o }")) == "no result\n"
    assert format_result(run_query(STORE, "ASK {}")) == "yes\n"


def test_table_cannot_steer_a_terminal() -> None:
    evil = [ox.Triple(ox.NamedNode("http://a"), ox.NamedNode("http://b"), ox.Literal("x\x1b[31m\u202e\x9b y\nz"))]
    table = format_result(run_query(evil, "SELECT ?o { ?s ?p ?o }"))
    assert not set("\x1b\u202e\x9b") & set(table)
    assert table.count("\n") == 3
    assert printable("née 中国") == "née 中国"


def test_table_columns_line_up_for_wide_characters() -> None:
    lines = text_table(["a", "b"], [["中国", "x"], ["ab", "y"]]).splitlines()
    assert lines == ["a     b", "────  ─", "中国  x", "ab    y"]


def test_csv_follows_the_standard() -> None:
    text = format_result(
        run_query(STORE, 'SELECT ?s ("a,\\"b\\"\\nc" AS ?t) (1.5 AS ?n) ?none { ?s kg:sells ?o }'), "csv"
    )
    assert text.startswith("s,t,n,none\r\n")
    assert list(csv.reader(io.StringIO(text, newline="")))[1] == [ACME.id, 'a,"b"\nc', "1.5", ""]


def test_json_follows_the_standard() -> None:
    query = 'SELECT ?s ?none (1 AS ?n) ("hi"@en AS ?t) ("x" AS ?u) { ?s kg:sells ?o }'
    content = json.loads(format_result(run_query(STORE, query), "json"))
    assert content["head"]["vars"] == ["s", "none", "n", "t", "u"]
    (row,) = content["results"]["bindings"]
    assert row["s"] == {"type": "uri", "value": ACME.id}
    assert row["t"] == {"type": "literal", "value": "hi", "xml:lang": "en"}
    assert row["u"] == {"type": "literal", "value": "x"}
    assert row["n"]["datatype"].endswith("integer")
    assert "none" not in row
    assert json.loads(format_result(run_query(STORE, "ASK {}"), "json")) == {"head": {}, "boolean": True}


def test_a_format_that_does_not_fit_is_refused() -> None:
    result = run_query(STORE, "SELECT * { ?s kg:sells ?o }")
    with pytest.raises(QueryError, match="SELECT gives no triples"):
        format_result(result, "ttl")
    with pytest.raises(QueryError, match="use one of table, csv, json, ttl"):
        format_result(result, "xml")


# --- evidence ---


def sentences(sparql: str, **values: str) -> list[list[str]]:
    result = run_query(STORE, sparql, values)
    return [[support.sentence for support in row] for row in evidence_for(STORE, result)]


def test_a_row_of_entities_rests_on_the_relation_of_the_query() -> None:
    (row,) = sentences("SELECT ?o { ent:acme kg:sells ?o }")
    assert row == [
        "Acme sells the Rocket 3 to Globex.",
        "Acme does not sell the Rocket 3 in Ruritania, The Daily reported.",
        "Acme sells the Rocket 3.",
    ]


def test_a_row_with_a_claim_rests_on_that_claim() -> None:
    rows = sentences('SELECT ?c { ?c kg:modality "planned" }')
    assert rows == [["Globex will release the Rocket 3 next year, Ann Lee said."]]


def test_a_row_with_a_relation_rests_on_claims_by_it() -> None:
    rows = sentences("SELECT ?s ?p ?o { ?s ?p ?o . ?p rdfs:subPropertyOf+ kg:leaderOf }")
    assert rows == [["Ann Lee is CEO of Acme."]]


def test_a_row_over_two_steps_rests_on_both() -> None:
    (row,) = sentences("SELECT ?a ?b ?c { ?a kg:ceoOf ?b . ?b kg:sells ?c }")
    assert "Ann Lee is CEO of Acme." in row
    assert "Acme sells the Rocket 3 to Globex." in row


def test_a_row_of_numbers_rests_on_nothing() -> None:
    result = run_query(STORE, "SELECT (COUNT(?s) AS ?n) { ?s kg:sells ?o }")
    assert evidence_for(STORE, result) == ((),)
    assert "no sentence" in format_evidence(result, evidence_for(STORE, result))


def test_evidence_names_speakers_outlet_date_and_kind() -> None:
    result = run_query(STORE, 'SELECT ?c { ?c kg:modality "planned" }')
    text = format_evidence(result, evidence_for(STORE, result))
    assert text == (
        "Globex · release · Rocket 3\n"
        "  “Globex will release the Rocket 3 next year, Ann Lee said.”\n"
        "      says Ann Lee ← The Daily; planned; The Daily, 2024-05-06\n"
    )


# --- ready questions ---


def test_there_are_enough_questions_each_with_its_own_words() -> None:
    queries = named_queries()
    assert len(queries) >= 14
    assert len({query.question for query in queries}) == len(queries)
    for query in queries:
        assert "?" in query.question
        run_query(STORE, query.sparql)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("who-met-whom", {"who": E + "ann-lee", "whom": E + "bob-roe", "from": "2024-05-03"}),
        ("who-said-what", {"speaker": E + "ann-lee", "published": "2024-05-06"}),
        ("what-is-planned", {"who": E + "globex", "object": E + "rocket-3", "by": "2025-12-31"}),
        ("what-is-denied-or-negated", {"polarity": "negative", "speaker": E + "the-daily"}),
        ("what-is-only-possible", {"modality": "possible"}),
        ("who-sells-what", {"who": E + "acme", "what": E + "rocket-3"}),
        ("who-holds-which-post", {"who": E + "ann-lee", "post": ids.KG + "ceoOf", "where": E + "acme"}),
        ("what-did-each-government-do", {"government": E + "ruritanian-cabinet", "object": E + "steel-tariffs"}),
        ("money-amounts", {"amount": 5.5e9, "currency": "USD"}),
        ("timeline", {"from": "2024-05-03", "to": "2024-05-03"}),
        ("claims-by-outlet", {"outlet": E + "the-daily", "articles": 1, "claims": 8}),
        ("single-source-claims", {"subject": E + "ann-lee", "relation": ids.KG + "meetsWith"}),
        ("companies-and-products", {"company": E + "globex", "relation": ids.KG + "releases"}),
        ("measures-against-country", {"country": E + "ruritania", "object": E + "steel-tariffs"}),
        ("who-is-talked-about", {"entity": E + "acme", "claims": 5}),
    ],
)
def test_question_finds_what_the_graph_says(name: str, expected: dict[str, object]) -> None:
    rows = asked(name)
    assert any(expected.items() <= row.items() for row in rows), rows


def test_contested_pairs_the_claim_with_its_denial() -> None:
    (row,) = asked("contested")
    assert {row["speaker"], row["opponent"]} == {E + "the-daily", E + "evening-post"}


def test_a_statement_of_two_articles_is_not_single_source() -> None:
    assert not [row for row in asked("single-source-claims") if row["relation"] == ids.KG + "sells"]


def test_statements_about_statements() -> None:
    (row,) = asked("statements-about-statements")
    assert row["who"] == E + "the-daily"


def test_parameters_narrow_a_question() -> None:
    query = named_query("measures-against-country")
    assert dict(query.parameters) == {"country": "only measures that name this country"}
    assert asked("measures-against-country", country="ent:ruritania")
    assert asked("measures-against-country", country="ent:narnia") == []
    assert len(asked("who-said-what", speaker="ent:ann-lee")) == 1


def test_unknown_question_suggests_a_known_one() -> None:
    with pytest.raises(QueryError, match="did you mean who-met-whom"):
        named_query("who-met-who")
    with pytest.raises(QueryError, match="there are claims-by-outlet"):
        named_query("zzz")


def test_a_query_file_needs_its_question(tmp_path: Path) -> None:
    (tmp_path / "a.rq").write_text("SELECT * {}", encoding="utf-8")
    with pytest.raises(QueryError, match="must begin with its question"):
        named_queries(tmp_path)
