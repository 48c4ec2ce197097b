"""The README tells of every command, and every file that it points at is there."""

import re
from pathlib import Path

from kg.cli import app
from kg.export import FORMATS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_every_command_is_in_the_readme() -> None:
    names = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
    assert {f"kg {name}" for name in names if f"kg {name}" not in README} == set()
    assert "kg eval gold" in README


def test_every_export_format_is_in_the_readme() -> None:
    assert [form for form in FORMATS if f"`{form}`" not in README] == []


def test_links_lead_somewhere() -> None:
    for page in ("README.md", "CONTRIBUTING.md"):
        links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / page).read_text("utf-8"))
        assert [link for link in links if not (ROOT / link).exists()] == []


def test_modules_named_for_contributors_exist() -> None:
    named = re.findall(r"`((?:kg|ontology|tests)/[\w./]+)`", (ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    assert len(named) > 30
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_module_has_its_place_for_contributors() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rules = text[text.index("### Where a rule of English lives") :]
    folders = [path.name + "/" for path in (ROOT / "kg").iterdir() if (path / "__init__.py").exists()]
    modules = [path.name for path in (ROOT / "kg").glob("*.py") if not path.name.startswith("__")]
    assert [name for name in (*folders, *modules) if f"`kg/{name}`" not in text] == []
    rule_modules = [path.name for path in (ROOT / "kg" / "extract").glob("*.py") if not path.name.startswith("__")]
    assert [name for name in rule_modules if f"`{name}`" not in rules] == []


def test_the_locks_name_no_address_and_hash_every_file() -> None:
    for name in ("requirements.lock", "requirements-test.lock"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        packages = re.findall(r"^[a-z0-9][^ ]*==[^ ]+.*\\\n    --hash=sha256:", text, re.MULTILINE)
        assert len(packages) == len(re.findall(r"^[a-z0-9]", text, re.MULTILINE)) > 50
