"""Names that are known beforehand: countries, bodies, outlets, big companies, given names, titles.

The CSV files of ``ontology/gazetteer`` are read once; nothing here decides what a name in an article
is, it only tells what is known of a wording.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal

from kg.errors import OntologyError
from kg.model import ENTITY_TYPES

# In this order: where two files know a wording, the earlier one is believed.
NAME_FILES = (
    "aliases.csv",
    "countries.csv",
    "international_bodies.csv",
    "bodies.csv",
    "companies_more.csv",
    "outlets.csv",
    "places.csv",
    "regions.csv",
    "events.csv",
    "measures_and_things.csv",
    "cities.csv",
    "companies.csv",
)
LONGEST_NAME = 9
_REMEMBERED = 1 << 15
"""No known name has more tokens."""

NO_ITEM = "NIL"
"""Stands in the column `wikidata` of a name that is known to have no item, or whose item nobody has looked up."""
_ITEM = re.compile(r"Q[1-9][0-9]*")
_ITEM_COLUMNS = ("label", "type", "wikidata")

Gender = Literal["male", "female", "either"]
_GENDERS: Mapping[str, Gender] = {"m": "male", "f": "female", "-": "either"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One known name; `demonyms` begins with the usual adjective (``Chinese``).

    `wikidata` is the number of an item (``Q30``), or empty where none is known. `shorts` are names that others have too
    (``Bush``): they mean this one beside one of the words in `beside` (anywhere, if there are none), in articles of the
    years from `since` to `until`.
    """

    label: str
    type: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    wikidata: str = ""
    source: str = ""
    date: str = ""
    shorts: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """A title or office; `governs` is the type of what its holder governs or belongs to, or empty."""

    text: str
    governs: str
    gender: Gender | None


@dataclass(frozen=True)
class Gazetteer:
    """Look-ups by wording. Names are looked up with their case, spaces do not matter."""

    entries: Mapping[str, Entry]
    demonyms: Mapping[str, Entry]
    titles: Mapping[str, Title]
    given: Mapping[str, Gender]
    shorts: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    _folded: dict[str, Entry] = field(default_factory=dict, repr=False)
    _asked: dict[str, Entry | None] = field(default_factory=dict, repr=False)

    def lookup(self, name: str) -> Entry | None:
        """What is known under exactly this name; capitals throughout stand for any case.

        >>> load_gazetteer().lookup("U.S.").label
        'United States'
        >>> load_gazetteer().lookup("us") is None
        True
        """
        if name not in self._asked:
            if len(self._asked) >= _REMEMBERED:
                self._asked.clear()
            self._asked[name] = self._found(compact(name))
        return self._asked[name]

    def _found(self, key: str) -> Entry | None:
        found = self.entries.get(key)
        if found is None and len(key) > 3 and key.isupper():
            if not self._folded:
                self._folded.update({k.casefold(): e for k, e in reversed(list(self.entries.items()))})
            found = self._folded.get(key.casefold())
        return found or self._prefixed(key)

    def _prefixed(self, key: str) -> Entry | None:
        """American and UN bodies under any short name of their parent (``USA Treasury Department``)."""
        for short in ("UnitedStates", "U.S.A.", "USA", "U.S.", "US"):
            if key.startswith(short) and key[len(short) : len(short) + 1].isupper():
                rest = key[len(short) :]
                found = self.entries.get("U.S." + rest) or self.entries.get(rest)
                return found if found is not None and found.type == "GovernmentBody" else None
        for short in ("UnitedNations", "U.N.", "UN"):
            if key.startswith(short):
                found = self.entries.get(key[len(short) :])
                return found if found is not None and found.type == "InternationalBody" else None
        return None

    def longest(self, words: Sequence[str], first: int) -> tuple[Entry, int] | None:
        """The longest known name that begins at `words[first]`, and how many words it takes."""
        for size in range(min(LONGEST_NAME, len(words) - first), 0, -1):
            entry = self.lookup("".join(words[first : first + size]))
            if entry is not None:
                return entry, size
        return None

    def demonym_country(self, text: str) -> str | None:
        """The country or region whose adjective or people `text` is.

        >>> load_gazetteer().demonym_country("Chinese")
        'China'
        """
        entry = self.demonyms.get(text)
        return entry.label if entry else None

    def adjective(self, label: str) -> str | None:
        """The usual adjective of a country or region, ``Chinese`` for ``China``."""
        entry = self.lookup(label)
        if entry is None or not entry.demonyms or entry.demonyms[0].endswith("er"):
            return None
        return entry.demonyms[0]

    def given_name(self, text: str) -> Gender | None:
        """Whether `text` is a common given name, and whose.

        >>> load_gazetteer().given_name("Condoleezza") or load_gazetteer().given_name("Angela")
        'female'
        """
        return self.given.get(text)

    def title(self, text: str) -> Title | None:
        """The title of exactly this wording, in capitals or not (``Prime Minister``, ``chairman``)."""
        return self.titles.get(text) or self.titles.get(text.casefold())


def compact(name: str) -> str:
    """Return `name` without spaces and with plain apostrophes, as it is looked up."""
    return "".join(name.split()).replace("’", "'")


def gazetteer_folder() -> Path:
    """The folder of the gazetteer files that come with Pressgraph."""
    package = Path(__file__).resolve().parent
    # It stands beside the package in a checkout and inside it once installed.
    inside = package / "data" / "gazetteer"
    return inside if inside.is_dir() else package.parent / "ontology" / "gazetteer"


@lru_cache(maxsize=4)
def load_gazetteer(extra: Path | None = None) -> Gazetteer:
    """Read the gazetteer, and `extra`, a CSV file of the same columns that wins over it.

    Raises `OntologyError` for a file that cannot be read or a row without label or with an unknown type.
    """
    folder = gazetteer_folder()
    entries: dict[str, Entry] = {}
    demonyms: dict[str, Entry] = {}
    shorts: dict[str, tuple[Entry, ...]] = {}
    items = {(row["label"], row["type"]): row["wikidata"] for row in _rows(folder / "wikidata.csv", _ITEM_COLUMNS)}
    for path in ([extra] if extra else []) + [folder / name for name in NAME_FILES]:
        for entry in _read_entries(path, {} if path == extra else items):
            _add(entry, entries, demonyms)
            shorts.update({name: (*shorts.get(name, ()), entry) for name in entry.shorts})
    titles = {row["title"]: _title(row) for row in _rows(folder / "titles.csv", ("title",))}
    titles.update({text.casefold(): title for text, title in titles.items() if text.casefold() not in titles})
    given = {row["name"]: _GENDERS[row["gender"]] for row in _rows(folder / "given_names.csv", ("name", "gender"))}
    return Gazetteer(entries, demonyms, titles, given, shorts)


def _add(entry: Entry, entries: dict[str, Entry], demonyms: dict[str, Entry]) -> None:
    for name in (entry.label, *entry.aliases):
        entries.setdefault(compact(name), entry)
    for name in entry.demonyms:
        demonyms.setdefault(name, entry)


def _title(row: Mapping[str, str]) -> Title:
    return Title(row["title"], row["governs"], _GENDERS.get(row["gender"]))


def _read_entries(path: Path, items: Mapping[tuple[str, str], str]) -> Iterable[Entry]:
    for number, row in enumerate(_rows(path, ("label", "type")), start=2):
        place = f"{path}, line {number}"
        if row["type"] not in ENTITY_TYPES or not row["label"]:
            raise OntologyError(
                f"{place}: needs a label and one of the types {', '.join(ENTITY_TYPES)}; not {row['type']!r}"
            )
        yield Entry(
            row["label"],
            row["type"],
            _several(row.get("aliases")),
            _several(row.get("demonyms")),
            _item(row.get("wikidata") or items.get((row["label"], row["type"]), ""), place),
            row.get("source") or "",
            row.get("date") or "",
            _several(row.get("short")),
            _several(row.get("beside")),
            _year(row.get("since"), place),
            _year(row.get("until"), place),
        )


def _item(cell: str, place: str) -> str:
    item = cell.strip().removeprefix(NO_ITEM)
    if item and not _ITEM.fullmatch(item):
        raise OntologyError(f"{place}: {item!r} is no Wikidata item; write Q and a number, or {NO_ITEM}")
    return item


def _year(cell: str | None, place: str) -> int | None:
    if cell and not (cell.isdigit() and len(cell) == 4):
        raise OntologyError(f"{place}: {cell!r} is no year; write four digits, or nothing")
    return int(cell) if cell else None


def _several(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip()) if cell else ()


def _rows(path: Path, needed: tuple[str, ...]) -> Iterable[dict[str, str]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"{path}: cannot be read as UTF-8 text ({error}): give a CSV file") from error
    reader = csv.reader(lines)
    header = next(reader, [])
    lacking = [name for name in needed if name not in header]
    if lacking:
        raise OntologyError(
            f"{path}, line 1: no column {' and no column '.join(lacking)}; the first line names the columns"
        )
    width = len(header)
    for row in reader:
        if row:
            yield dict(zip(header, row + [""] * (width - len(row)), strict=False))
