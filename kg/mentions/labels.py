"""What a group of names is called in full."""

from __future__ import annotations

from collections.abc import Sequence

from kg.gazetteer import Entry, compact
from kg.mentions.naming import Name, bare_organization, singular_model

# Of these the article's own spelling is kept; the others go by the gazetteer's name.
_OWN_SPELLING = frozenset(("Company", "Product", "Thing"))


def full_name(names: Sequence[Name], kind: str) -> str:
    """The canonical name of one group whose type is `kind`.

    The gazetteer's name where it knows one of that type, otherwise the fullest wording of the article;
    legal endings are left out. A person goes by the fullest name that the article has.
    """
    for name in names:
        if name.canonical:
            return name.canonical
    entry = next((n.entry for n in names if n.entry is not None and kind != "Person" and _agrees(n.entry, kind)), None)
    if entry is not None:
        return _spelled(entry, names) if kind in _OWN_SPELLING else entry.label
    best = max(names, key=lambda n: (len(bare(n.text, kind)), sum(map(len, n.text)), -n.first))
    return written(bare(best.text, kind))


def bare(text: Sequence[str], kind: str) -> tuple[str, ...]:
    """The tokens of a name that belong to its canonical form."""
    if kind == "Product":
        return (*text[:-1], singular_model(text[-1]))
    return bare_organization(text) if kind in ("Company", "Organization") else tuple(text)


def written(text: Sequence[str]) -> str:
    """Join tokens as English writes them.

    >>> written(("Finland", "'s", "Black", "-", "Spot", "S.C.", "Johnson", "&", "Son"))
    "Finland's Black-Spot S.C. Johnson & Son"
    """
    joined = " ".join(text)
    for mark, plain in (
        (" 's", "'s"),
        (" '", "'"),
        (" - ", "-"),
        (" – ", "–"),
        (" ,", ","),
        (" ’s", "'s"),
        (" :", ":"),
    ):
        joined = joined.replace(mark, plain)
    return joined


def _agrees(entry: Entry, kind: str) -> bool:
    return entry.type == kind or {entry.type, kind} <= {"Company", "Organization", "NewsOutlet", "Product"}


def _spelled(entry: Entry, names: Sequence[Name]) -> str:
    label = written(bare_organization(entry.label.split()))
    for name in names:
        if compact("".join(bare_organization(name.text))).casefold() == compact(label).casefold():
            return written(bare_organization(name.text))
    return label
