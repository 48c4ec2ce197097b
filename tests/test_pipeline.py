import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evidence import REASON
from kg.ids import digest
from kg.model import Article
from kg.pipeline import Settings, build, build_into, edges_named
from tests.conftest import SeedBuild
from tests.sample import SEED


def test_every_quotation_stands_where_it_says(seed_build: SeedBuild) -> None:
    """Checked on the files alone, as any other program could."""
    articles = map(json.loads, (seed_build.folder / "articles.jsonl").read_text("utf-8").splitlines())
    texts = {article["id"]: article["text"] for article in articles}
    records = [json.loads(line) for line in (seed_build.folder / "statements.jsonl").read_text("utf-8").splitlines()]
    assert len(records) > 100
    for record in records:
        text, evidence = texts[record["evidence"]["article"]], record["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["sentence"]
        qualifiers = [qualifier["object"] for qualifier in record["qualifiers"]]
        for node in filter(None, [record["subject"], record["object"], *qualifiers, *record["attributed_to"]]):
            assert text[node["start"] : node["end"]] == node["mention"]


def test_no_statement_of_the_seed_had_to_be_withdrawn(seed_build: SeedBuild) -> None:
    assert [rejection for rejection in seed_build.graph.rejections if rejection.reason == REASON] == []


def test_statements_are_unique_and_in_the_order_of_the_text(seed_build: SeedBuild) -> None:
    claims = seed_build.graph.claims
    assert len({claim.id for claim in claims}) == len(claims)
    starts = [claim.evidence.start for claim in claims]
    assert starts == sorted(starts)


def test_the_same_articles_give_the_same_bytes(seed_build: SeedBuild, tmp_path: Path) -> None:
    build_into(tmp_path / "again", [SEED], None, Settings())
    for path in sorted(seed_build.folder.iterdir()):
        if path.is_file() and path.name != "timing.json":
            assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes(), path.name


def test_the_store_on_disk_answers_like_the_graph_in_memory(seed_build: SeedBuild) -> None:
    from kg.query import run_query
    from kg.store import open_store

    question = "SELECT ?s ?p ?o { ?c a kg:Claim ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }"
    with open_store(seed_build.folder / "store") as store:
        assert run_query(store, question).rows == seed_build.graph.query(question).rows


def test_the_report_counts_what_is_there(seed_build: SeedBuild) -> None:
    report = json.loads((seed_build.folder / "report.json").read_text("utf-8"))
    graph = seed_build.graph
    assert report["statements"] == len(graph.claims) == sum(report["statements_by_modality"].values())
    assert report["entities"] == len(graph.entities) == sum(report["entities_by_type"].values())
    assert report["statements_by_article"] == {SEED.stem: len(graph.claims)}
    assert set(report["versions"]) == {"pressgraph", "spacy", "model", "ontology"}


def test_an_own_gazetteer_is_used_and_told(tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text("label,type,aliases\nZyx Ventures,Company,Zyx\n", "utf-8")
    article = tmp_path / "a.txt"
    article.write_text("Zyx said that it will open an office in Berlin. Zyx bought a factory.\n", "utf-8")
    graph = build([article], settings=Settings(gazetteer=names))
    assert ("Zyx Ventures", "Company") in [(entity.label, entity.type) for entity in graph.entities]
    assert graph.versions["gazetteer"] == digest(names.read_text("utf-8"))[:16]


def test_somebody_may_watch(tmp_path: Path) -> None:
    seen: list[str] = []

    def watch(articles: Sequence[Article]) -> Iterator[Article]:
        for article in articles:
            seen.append(article.name)
            yield article

    build([SEED], watch=watch)
    assert seen == [SEED.stem]


def test_an_unknown_policy_is_refused() -> None:
    assert edges_named("all") == "all"
    with pytest.raises(InputError, match="choose one of asserted, planned, all"):
        edges_named("none")
