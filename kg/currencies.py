"""Currencies as news writes them, to ISO 4217 codes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

SYMBOLS = {
    "US$": "USD", "U.S.$": "USD", "AU$": "AUD", "A$": "AUD", "CA$": "CAD", "C$": "CAD", "CDN$": "CAD", "NZ$": "NZD",
    "HK$": "HKD",
    "NT$": "TWD", "S$": "SGD", "R$": "BRL", "MX$": "MXN", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY",
    "CN¥": "CNY",
    "JP¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₫": "VND", "฿": "THB", "₴": "UAH",
    "₦": "NGN",
    "₱": "PHP", "RMB": "CNY", "Rs": "INR", "Rs.": "INR", "CHF": "CHF",
}  # fmt: skip
"""Signs that stand before the number."""

CODES = frozenset(
    "USD EUR GBP JPY CNY CNH INR AUD CAD NZD HKD TWD SGD CHF SEK NOK DKK ISK KRW RUB TRY BRL MXN ZAR PLN CZK "
    "HUF THB IDR MYR "
    "PHP VND SAR AED ILS EGP NGN KES PKR UAH ARS CLP COP QAR KWD".split()
)
"""Codes that stand before or after the number."""

_DOLLARS = {
    "us": "USD", "u.s.": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD", "new zealand": "NZD",
    "hong kong": "HKD", "singapore": "SGD", "singaporean": "SGD", "taiwan": "TWD", "taiwanese": "TWD",
    "jamaican": "JMD",
}  # fmt: skip
_KRONOR = {
    "swedish": "SEK", "swed": "SEK", "icelandic": "ISK", "icel": "ISK", "norwegian": "NOK", "norw": "NOK",
    "danish": "DKK", "danes": "DKK", "denm": "DKK",
}  # fmt: skip
_PESOS = {
    "mexic": "MXN", "argentin": "ARS", "philippin": "PHP", "chile": "CLP", "colombia": "COP", "cuba": "CUP",
    "urugua": "UYU",
}  # fmt: skip
_RUPEES = {"indian": "INR", "pakistan": "PKR", "sri lanka": "LKR", "nepal": "NPR", "mauriti": "MUR"}
_POUNDS = {"egypt": "EGP", "leban": "LBP", "syria": "SYP", "sudan": "SDG"}
_FRANCS = {"swiss": "CHF", "switzerland": "CHF", "french": "FRF", "belgian": "BEF"}
_DINARS = {
    "kuwait": "KWD", "iraq": "IQD", "jordan": "JOD", "serbia": "RSD", "bahrain": "BHD", "algeria": "DZD",
    "libya": "LYD", "tunisia": "TND",
}  # fmt: skip

# Each word: the code where no country is told, and the codes by country.
_WORDS: dict[str, tuple[str | None, dict[str, str]]] = {
    "dollar": ("USD", _DOLLARS), "euro": ("EUR", {}), "pound": (None, _POUNDS), "yen": ("JPY", {}),
    "yuan": ("CNY", {}), "renminbi": ("CNY", {}),
    "rupee": ("INR", _RUPEES), "ruble": ("RUB", {}), "rouble": ("RUB", {}), "won": ("KRW", {}),
    "krona": ("SEK", _KRONOR),
    "kronor": ("SEK", _KRONOR), "kronur": ("ISK", _KRONOR), "krone": ("NOK", _KRONOR), "kroner": ("NOK", _KRONOR),
    "franc": ("CHF", _FRANCS), "peso": (None, _PESOS), "real": ("BRL", {}), "reais": ("BRL", {}),
    "rand": ("ZAR", {}), "lira": ("TRY", {}),
    "baht": ("THB", {}), "ringgit": ("MYR", {}), "rupiah": ("IDR", {}), "dong": ("VND", {}), "riyal": ("SAR", {}),
    "dirham": ("AED", {}),
    "dinar": (None, _DINARS), "shekel": ("ILS", {}), "zloty": ("PLN", {}), "forint": ("HUF", {}),
    "koruna": ("CZK", {}),
    "hryvnia": ("UAH", {}), "naira": ("NGN", {}), "bitcoin": ("BTC", {}), "taka": ("BDT", {}), "tenge": ("KZT", {}),
}  # fmt: skip
_CODED = frozenset(
    {"real", "won", "rand", "dong", "pound"}
)  # words of other meanings: only in millions, or with a country

COUNTRY = (
    r"(?:U\.S\.|US|American|Canadian|Australian|New Zealand|Hong Kong|Singapore(?:an)?|Taiwan(?:ese)?|"
    r"Jamaican|Swedish|Icelandic|Norwegian|Danish|Mexican|Argentin(?:e|ian)|Philippine|Chilean|Colombian|"
    r"Indian|Pakistani|Sri Lankan|Nepalese|Egyptian|Lebanese|Syrian|Sudanese|British|Swiss|Kuwaiti|Iraqi|"
    r"Jordanian|Serbian|Japanese|Chinese|Russian|Turkish|South African|(?:South )?Korean|Brazilian|Israeli|"
    r"Polish|Czech|Hungarian|Thai|Saudi)"
)
WORD = r"(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")s?"
SYMBOL = (
    r"(?:" + "|".join(re.escape(s) for s in sorted((s for s in SYMBOLS if not s.isalpha()), key=len, reverse=True))
    + r"|(?:US|NZ|AU|HK|CA) \$|(?:RMB|Rs)(?=[ \d])|(?:" + "|".join(sorted(CODES)) + r")(?=[ \d]))"
)  # fmt: skip


def of_symbol(symbol: str, text: str) -> str:
    """Return the code for a sign or code; ``¥`` is Chinese where the text speaks of yuan.

    >>> of_symbol("NZ $", ""), of_symbol("¥", "the yuan fell")
    ('NZD', 'CNY')
    """
    bare = symbol.replace(" ", "").rstrip(".") if symbol.startswith("Rs") else symbol.replace(" ", "")
    if bare == "¥" and re.search(r"yuan|renminbi|RMB", text):
        return "CNY"
    return SYMBOLS.get(bare, bare)


def of_word(word: str, country: str | None, text: str, scaled: bool) -> str | None:
    """Return the code for a currency word, told apart by its country, else by countries in `text`.

    None where the word is more likely something else (``30 pounds``) or the country stays open.

    >>> of_word("dollars", None, "", False), of_word("kronor", "Icelandic", "", False)
    ('USD', 'ISK')
    """
    if word in CODES:
        return word
    name = word.lower()
    name = name if name in _WORDS else name.removesuffix("s")
    code, by_country = _WORDS[name]
    if country:
        key = country.lower()
        return next((c for k, c in by_country.items() if key.startswith(k)), "GBP" if name == "pound" else code)
    if name == "pound":
        return "GBP" if scaled else None
    if name in _CODED and not scaled:
        return None
    if name == "dollar":
        return code
    return next((c for k, c in by_country.items() if re.search(rf"\b{k}", text, re.IGNORECASE)), code)


_HOMES = {
    "canada": "CAD", "canadian": "CAD", "canadians": "CAD", "australia": "AUD", "australian": "AUD",
    "australians": "AUD", "new zealand": "NZD", "new zealander": "NZD", "new zealanders": "NZD",
    "hong kong": "HKD", "singapore": "SGD", "singaporean": "SGD", "singaporeans": "SGD",
}  # fmt: skip
_AMERICAN = re.compile(r"\bU\.?S\.?(?!\w)|\bUnited States\b|\bAmerica|\bWashington\b|\bNew York\b|\bUSA\b|\bUSD\b")
_DOLLARS_ALONE = re.compile(r"[^A-Za-z$]*(?:(?:hundred|thousand|million|billion)[ -])?dollars?")
_LEAST_NAMED = 3
"""How often an article names the country whose dollar it leaves without a name."""


def home_dollar(places: Sequence[str], text: str) -> str:
    """Return the code of a bare ``$`` in an article: of the country that it names most, USD where America is in it.

    `places` are the countries and peoples that it names, as often as it does.

    >>> home_dollar(["Canada", "Canadian", "Canada"], "Canada pays $3"), home_dollar(["Canada"] * 3, "U.S. and Canada")
    ('CAD', 'USD')
    """
    counts = Counter(_HOMES.get(place.lower().removeprefix("the "), place) for place in places)
    if not counts or _AMERICAN.search(text):
        return "USD"
    most, times = counts.most_common(1)[0]
    return most if most in _HOMES.values() and times >= _LEAST_NAMED else "USD"


def is_bare_dollar(words: str) -> bool:
    """Whether an amount is in dollars without saying whose: `$3 million`, `3 million dollars`."""
    return words.startswith("$") or bool(_DOLLARS_ALONE.fullmatch(words))
