"""Taking articles out again leaves nothing behind."""

from kg import ids
from kg.model import Article, Block, Claim, Entity, EntityRef, Evidence, Extraction, Predicate
from kg.store import open_store


def sale(name: str, kind: str) -> Extraction:
    """An article that says that Acme, of this type, sells Globex."""
    text = "Acme sells Globex."
    digest = ids.digest(name)
    article = Article(ids.article_iri(name, digest), name, text, blocks=(Block(0, 18, "paragraph"),), digest=digest)
    acme = Entity(ids.entity_iri("Acme"), "Acme", kind, (kind,), ("Acme",))
    globex = Entity(ids.entity_iri("Globex"), "Globex", "Thing", ("Thing",), ("Globex",))
    claim = Claim(
        ids.claim_iri(article.id, "sale"),
        EntityRef(acme, "Acme", 0, 4),
        Predicate(ids.KG + "sells", "sell", "sell", "sells", 5, 10, True),
        EntityRef(globex, "Globex", 11, 17),
        Evidence(article.id, text, 0, 18),
    )
    return Extraction(article, (claim,), (), (acme, globex))


def test_nothing_is_left_of_two_articles_that_type_a_name_differently() -> None:
    company, person = sale("one", "Company"), sale("two", "Person")
    store = open_store(None)
    store.replace([company])
    store.replace([person])
    store.retract(company.article.id)
    store.retract(person.article.id)
    assert len(store) == 0
