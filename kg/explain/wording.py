"""An explanation as lines for a terminal; nothing an article says can steer it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.explain.reading import Explanation, Mentioned
from kg.query.formats import printable

_SIDE = 45
"""Characters of the sentence shown on either side of a mention."""
_INDENT = "  "


def told(explanation: Explanation) -> str:
    """Return what `explanation` says: about the entity, then one line a mention."""
    return "".join(f"{indent}{printable(line)}\n" for indent, line in _lines(explanation))


def _lines(explanation: Explanation) -> Iterator[tuple[str, str]]:
    entity = explanation.entity
    kinds = ", ".join(kind for kind in entity.types if kind != entity.type)
    yield "", f"{entity.label}: {entity.type}" + (f" ({kinds})" if kinds else "")
    yield _INDENT, f"id: {entity.id}"
    for key, values in (("names", entity.aliases), ("same as", entity.same_as)):
        if values:
            yield _INDENT, f"{key}: {', '.join(values)}"
    if len(explanation.articles) > 1:
        yield _INDENT, f"one in {len(explanation.articles)} articles, since what each calls it comes to this id"
    for article, name in explanation.articles.items():
        mine = [m for m in explanation.mentions if m.article == article]
        counts = Counter(m.kind for m in mine)
        yield "", f"{name}: {', '.join(f'{number} as {kind}' for kind, number in counts.items()) or 'only implied'}"
        for mention in mine:
            yield f"{mention.start:>8}  {mention.kind:<11}  ", f"{_context(mention)}  ({_reason(mention)})"


def _reason(mention: Mentioned) -> str:
    traced = f" with {' and '.join(mention.antecedents)}" if mention.antecedents else ""
    return mention.why + traced + ("" if mention.score is None else f", {mention.score:.2f}")


def _context(mention: Mentioned) -> str:
    """The words around the mention, which stands in brackets; the mention alone where another sentence has it."""
    at = mention.start - mention.sentence_start
    stop = at + mention.end - mention.start
    if not 0 <= at < stop <= len(mention.sentence):
        return f"[{mention.wording}]"
    before, after = mention.sentence[:at], mention.sentence[stop:]
    left = before if len(before) <= _SIDE else "…" + before[-_SIDE:].partition(" ")[2]
    right = after if len(after) <= _SIDE else after[:_SIDE].rpartition(" ")[0] + "…"
    return f"{left}[{mention.wording}]{right}"
