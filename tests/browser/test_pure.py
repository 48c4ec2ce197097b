"""The parts of the page's script that know no page: taken out of their modules and called by themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import resources
from typing import Any

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
Call = Callable[..., Any]

_MODULES = resources.files("kg.render") / "static" / "js"
_NEEDED = (
    "pieceOf",
    "firstDay",
    "pieceName",
    "binsOf",
    "longDate",
    "plainText",
    "holds",
    "nameScore",
    "csvCell",
    "kept",
)
_CONSTANTS = ("UNITS", "MOST_BINS", "MONTHS")


def _sources() -> str:
    """The functions and constants named above, as the modules have them."""
    texts = [path.read_text("utf-8") for path in sorted(_MODULES.iterdir(), key=str) if path.name.endswith(".js")]
    script = "\n".join(texts)
    functions = [re.search(rf"^function {name}\(.*?^}}", script, re.M | re.S) for name in _NEEDED]
    constants = [re.search(rf"^const {name} = .*?;$", script, re.M | re.S) for name in _CONSTANTS]
    return "\n".join(found[0] for found in (*constants, *functions) if found)


@pytest.fixture(scope="module")
def call(browser: Browser) -> Iterator[Call]:
    """Calls a function of the script by its name, in an empty page."""
    page = browser.new_page()
    source = _sources()

    def called(name: str, *arguments: Any) -> Any:
        return page.evaluate(f"(given) => {{ {source}\n return {name}(...given); }}", list(arguments))

    yield called
    page.close()


@pytest.mark.parametrize(
    ("day", "unit", "name"),
    [
        ("2025-04-09", "day", "9 April 2025"),
        ("2025-04-09", "month", "April 2025"),
        ("2025-04-09", "quarter", "Q2 2025"),
        ("2025-04-09", "year", "2025"),
        ("2025-04-09", "decade", "2020s"),
        ("0079-10-24", "year", "79"),
    ],
)
def test_a_day_lies_in_its_piece_of_time(call: Call, day: str, unit: str, name: str) -> None:
    piece = call("pieceOf", day, unit)
    assert call("pieceName", piece, unit) == name
    assert call("pieceOf", call("firstDay", piece, unit), unit) == piece


def test_days_are_sorted_into_pieces_and_none_is_lost(call: Call) -> None:
    days = ["2025-01-01", "2025-01-03", "2025-01-03", "2025-02-01"]
    bins = call("binsOf", days)
    assert (bins["unit"], bins["counts"][0], bins["counts"][2], sum(bins["counts"])) == ("day", 1, 2, 4)
    assert call("binsOf", []) is None


def test_few_far_days_go_into_the_first_piece_and_are_counted(call: Call) -> None:
    bins = call("binsOf", ["1900-01-01"] + ["2025-05-05"] * 49)
    assert (bins["earlier"], bins["later"], sum(bins["counts"])) == (1, 0, 50)


@pytest.mark.parametrize(
    ("names", "words", "score"),
    [
        (["NVIDIA"], ["nvidia"], 5),
        (["Nvidia Corporation"], ["nvidia"], 3),
        (["The Nvidia case"], ["nvidia"], 1.5),
        (["Siemens"], ["nvidia"], 0),
        (["Crédit Agricole"], ["credit"], 3),
    ],
)
def test_a_name_scores_by_how_it_begins(call: Call, names: list[str], words: list[str], score: float) -> None:
    assert call("nameScore", names, words) == score


@pytest.mark.parametrize(
    ("text", "cell"),
    [("plain", "plain"), ('say "so"', '"say ""so"""'), ("a,b", '"a,b"'), ("=1+1", "'=1+1"), ("@x", "'@x")],
)
def test_a_cell_is_quoted_and_computes_nothing(call: Call, text: str, cell: str) -> None:
    assert call("csvCell", text) == cell


def test_a_right_to_left_name_is_kept_apart(call: Call) -> None:
    assert call("kept", "نفط") == "\u2068نفط\u2069"
    assert call("kept", "oil") == "oil"
