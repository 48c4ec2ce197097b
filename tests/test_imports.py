"""Who may import what: the layers, and the one home of each library."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "kg").rglob("*.py"))

HOMES = {
    "pyvis": {"kg/render/page.py"},
    "pyshacl": {"kg/validate.py"},
    "oxrdflib": {"kg/store.py"},
    "pandas": {"kg/graph.py"},
    "typer": {"kg/cli.py", "kg/cli_eval.py", "kg/options.py"},
}
"""The only modules that may import a library."""


def imported(path: Path) -> Iterator[str]:
    """The top-level packages that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_the_layers_hold(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


@pytest.mark.parametrize("library", HOMES)
def test_a_library_has_one_home(library: str) -> None:
    users = {path.relative_to(ROOT).as_posix() for path in MODULES if library in imported(path)}
    assert users == HOMES[library]


def test_only_one_place_loads_a_language_model() -> None:
    loaders = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr == "load" and ast.unparse(node.value) == "spacy":
                loaders.append(path.relative_to(ROOT).as_posix())
    assert loaders == ["kg/language.py"]


def test_only_one_place_makes_triples() -> None:
    makers = {
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("ox.Triple", "pyoxigraph.Triple", "Triple")
    }
    assert {maker for maker in makers if not maker.startswith("kg/rdf/")} <= {"kg/query/asking.py"}
