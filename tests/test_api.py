import subprocess
import sys
from pathlib import Path

import networkx
import pytest

import kg
from kg.errors import StoreError
from tests.conftest import SeedBuild
from tests.sample import SEED, sample_extraction


@pytest.fixture(scope="module")
def graph() -> kg.Graph:
    return kg.Graph((sample_extraction(),))


def test_build_takes_a_folder_a_file_or_several(seed_build: SeedBuild) -> None:
    for paths in (str(SEED.parent), SEED, [SEED]):
        assert kg.build(paths).claims == seed_build.graph.claims


def test_build_takes_what_the_file_does_not_tell(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Microsoft said that it will open an office. Nokia bought a factory.\n", "utf-8")
    built = kg.build(path, kg.Overrides(source="Reuters"), kg.Settings(edges="all"))
    assert built.articles[0].source == "Reuters"
    assert built.report["edges"] == "all"


def test_build_raises_one_kind_of_error_for_users(tmp_path: Path) -> None:
    with pytest.raises(kg.KGError, match="nowhere"):
        kg.build(tmp_path / "nowhere")


def test_the_graph_lists_what_it_holds(graph: kg.Graph) -> None:
    extraction = sample_extraction()
    assert graph.articles == (extraction.article,)
    assert graph.claims == extraction.claims
    assert graph.rejections == extraction.rejections
    assert {entity.id for entity in extraction.entities} == {entity.id for entity in graph.entities}
    assert repr(graph) == f"<Graph: 1 article, {len(graph.entities)} entities, {len(graph.claims)} statements>"


def test_entities_of_two_articles_meet() -> None:
    extraction = sample_extraction()
    graph = kg.Graph((extraction, extraction))
    assert len(graph.articles) == 2
    assert len(graph.entities) == len(extraction.entities)


def test_the_seed_can_be_asked(seed_build: SeedBuild) -> None:
    rows = list(seed_build.graph.query("SELECT ?o { ent:nvidia kg:sells ?o }"))
    assert [row["o"].rpartition("/")[2] for row in rows] == ["h20"]
    with pytest.raises(kg.KGError):
        seed_build.graph.query("SELECT")


def test_a_saved_graph_comes_back(graph: kg.Graph, tmp_path: Path) -> None:
    folder = graph.save(tmp_path / "out")
    again = kg.load(folder)
    assert again.articles == graph.articles
    assert again.rejections == graph.rejections
    assert again.report == graph.report
    assert again.entities == graph.entities
    again.save(tmp_path / "again")
    for name in ("statements.jsonl", "articles.jsonl", "entities.jsonl", "rejections.jsonl", "report.json"):
        assert (tmp_path / "again" / name).read_bytes() == (folder / name).read_bytes()


def test_the_seed_comes_back_byte_for_byte(seed_build: SeedBuild, tmp_path: Path) -> None:
    kg.load(seed_build.folder).save(tmp_path / "again")
    for path in seed_build.folder.iterdir():
        if path.is_file() and path.name != "timing.json":
            assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes(), path.name


@pytest.mark.parametrize("name", ["statements.jsonl", "entities.jsonl", "report.json", "articles.jsonl"])
def test_a_damaged_build_is_told(graph: kg.Graph, tmp_path: Path, name: str) -> None:
    folder = graph.save(tmp_path / "out")
    (folder / name).write_text('{"article": "elsewhere"}\n', "utf-8")
    with pytest.raises(StoreError, match="build it again"):
        kg.load(folder)


def test_networkx_has_a_node_an_entity_and_an_edge_a_statement_between_two(graph: kg.Graph) -> None:
    network = graph.to_networkx()
    assert isinstance(network, networkx.MultiDiGraph)
    assert set(network) == {entity.id for entity in graph.entities}
    data = {edge["label"]: edge for _, _, edge in network.edges(data=True)}
    assert data["need"]["polarity"] == "negative"
    assert data["notify"]["attributed_to"] == "Siemens; Bloomberg"


def test_the_frame_has_a_row_a_statement(graph: kg.Graph) -> None:
    frame = graph.to_frame()
    assert len(frame) == len(graph.claims)
    assert set(frame["modality"]) >= {"asserted", "planned", "hoped"}
    assert frame[frame["predicate"] == "generate"]["value"].tolist() == [1.7e10]


def test_html_is_the_page_and_is_written(graph: kg.Graph, tmp_path: Path) -> None:
    page = graph.to_html(tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes().decode() == page
    assert page.startswith("<!")
    assert "NVIDIA" in page


def test_a_notebook_shows_the_page_in_a_sandbox(graph: kg.Graph) -> None:
    shown = graph._repr_html_()
    assert 'sandbox="allow-scripts allow-downloads"' in shown
    assert shown.count("<iframe ") == shown.count("</iframe>") == 1
    assert "<script" not in shown


def test_importing_loads_nothing_heavy() -> None:
    program = "import sys, kg, kg.cli; print(*sys.modules)"
    loaded = set(
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    )
    heavy = {
        "spacy",
        "numpy",
        "networkx",
        "pandas",
        "rdflib",
        "pyvis",
        "pyshacl",
        "pyoxigraph",
        "dateparser",
        "rich",
        "yaml",
    }
    assert not heavy & loaded


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = kg.nonsense
