"""Articles in: one reader a format, and the cleaning that tells prose from the rest."""

from kg.articles.cleaning import find_blocks
from kg.articles.metadata import Metadata, Overrides
from kg.articles.reader import article_from_text, list_articles, read_article, read_articles

__all__ = [
    "Metadata",
    "Overrides",
    "article_from_text",
    "find_blocks",
    "list_articles",
    "read_article",
    "read_articles",
]
