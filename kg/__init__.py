"""Pressgraph: news articles in, a knowledge graph out."""
