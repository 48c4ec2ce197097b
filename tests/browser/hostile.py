"""An extraction whose every text tries to break out of the page it is put into."""

from __future__ import annotations

from datetime import date
from itertools import cycle

from kg import ids
from kg.model import (
    Article,
    Block,
    Claim,
    ClaimRef,
    Entity,
    EntityRef,
    Evidence,
    Extraction,
    Predicate,
    Qualifier,
    Quantity,
    TimeSpan,
    Value,
)

TEXTS = (
    "<script>window.fired='script'</script>",
    "</script><script>window.fired='closing'</script>",
    "</title><script>window.fired='title'</script>",
    "</style><img src=x onerror=\"window.fired='image'\">",
    "<img src=https://tracker.example/pixel.png onerror=window.fired='remote'>",
    "<!--<script>",
    "]]><svg onload=window.fired='svg'>",
    "javascript:window.fired='url'",
    "\"'`><b onmouseover=window.fired='quote'>bold</b>",
    "{{ 7 * 7 }} {% raw %} ${window.fired='template'}",
    "\u202egnp.exe\u202c \u2066isolated\u2069 \u200fmarks",
    "line\u2028separator\u2029and\x00null\x7fand\ud800surrogate",
    "W" * 10_000,
    "&lt;b&gt;&amp;&#x41;",
    "=HYPERLINK(\"https://tracker.example\",\"x\")",
    "__proto__",
    "constructor",
    "",
    "😀 emoji before offsets",
)  # fmt: skip


def _entity(label: str, kind: str) -> Entity:
    return Entity(
        f"{ids.ENT}{label[:80]}",
        label,
        kind,
        (kind, label[:50]),
        (label, label + "!"),
        same_as=("javascript:window.fired='same'", "https://example.org/<x>"),
    )


def hostile_extraction() -> Extraction:
    """Every hostile text as name, relation, object, speaker, date, quotation and article."""
    text = "\n".join(TEXTS)
    article = Article(
        id="javascript:window.fired='article'",
        name=TEXTS[0],
        text=text,
        title=TEXTS[2],
        url="javascript:window.fired='link'",
        published=date(2025, 1, 1),
        source=TEXTS[3],
        authors=(TEXTS[4], TEXTS[10]),
        blocks=(Block(0, len(text), "paragraph"),),
    )
    kinds = cycle(("Person", "Company", "Thing", "<b>", "__proto__", "Event"))
    people = [_entity(label, kind) for label, kind in zip(TEXTS, kinds, strict=False)]
    claims = tuple(_claim(i, people, article) for i in range(len(TEXTS)))
    return Extraction(article, claims, (), tuple(people))


def _claim(i: int, people: list[Entity], article: Article) -> Claim:
    words = TEXTS[i]
    start = sum(len(t) + 1 for t in TEXTS[:i])
    end = start + len(words)
    other = people[(i + 1) % len(people)]
    reference = EntityRef(other, words, start, end)
    objects = (reference, Value(words, start, end, Quantity(1e9, words)), ClaimRef(f"{ids.CLAIM}0", words, start, end))
    return Claim(
        id=f"{ids.CLAIM}{i}" if i % 2 == 0 else f"{ids.CLAIM}{words[:80]}",
        subject=EntityRef(people[i], words, start, end),
        predicate=Predicate(words, words, words, words, start, end, False),
        object=objects[0 if i % 4 else i % 3],
        evidence=Evidence(article.id, words, start, end),
        modality=("asserted", "planned", "denied", "asked")[i % 4],
        qualifiers=(Qualifier(words, reference),),
        attributed_to=(reference,),
        time=TimeSpan(None, None, words, "day"),
        quantity=Quantity(5, words),
    )
