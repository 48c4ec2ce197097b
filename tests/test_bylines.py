"""Who wrote an article, where its byline says so."""

from __future__ import annotations

from kg.bylines import byline_claims
from kg.ids import entity_iri
from kg.model import Article, Block, Claim, Entity, EntityRef
from kg.stages import Resolution

_BYLINE = "By Jane Roe and Max Mustermann, Daily News"
_NOBODY = Resolution((), {})


def superclasses(type_: str) -> tuple[str, ...]:
    return (type_, "Organization") if type_ == "NewsOutlet" else (type_,)


def claims(text: str, *authors: str, source: str | None = "Daily News", who: Resolution = _NOBODY) -> list[Claim]:
    blocks = (Block(0, len(text), "byline"),)
    article = Article("a", "a", text, source=source, authors=authors, blocks=blocks)
    return list(byline_claims(article, who, superclasses))


def test_each_author_writes_for_the_outlet() -> None:
    found = claims(_BYLINE, "Jane Roe", "Max Mustermann")
    assert [getattr(c.subject, "mention", None) for c in found] == ["Jane Roe", "Max Mustermann"]
    assert {(c.predicate.label, c.extractor, c.evidence.sentence) for c in found} == {("write for", "byline", _BYLINE)}
    for claim in found:
        assert _BYLINE[claim.subject.start : claim.subject.end] == getattr(claim.subject, "mention", None)
    assert len({c.id for c in found}) == 2


def test_who_or_what_the_byline_does_not_name_is_not_claimed() -> None:
    assert claims(_BYLINE, "John Doe") == []
    assert claims("By Jane Roe", "Jane Roe") == []
    assert claims(_BYLINE, "Jane Roe", source=None) == []


def test_an_author_whom_the_article_knows_is_the_same_person() -> None:
    known = Entity(entity_iri("Jane A. Roe"), "Jane A. Roe", "Person", ("Person",), ("Jane Roe",))
    (claim,) = claims(_BYLINE, "Jane Roe", who=Resolution((known,), {}))
    assert isinstance(claim.subject, EntityRef)
    assert claim.subject.entity == known
    assert isinstance(claim.object, EntityRef)
    assert claim.object.entity.types == ("NewsOutlet", "Organization")
