"""Why an entity is one: all that the articles call it, and what joined each mention to it.

A build keeps what its statements say, not how each name was traced. So explaining reads the stored
articles that mention the entity once more, with the same model and gazetteer, and asks the stages;
the answer is the one the build had as long as these are the same, which `check_versions` makes sure of.
"""

from kg.explain.finding import find_entity
from kg.explain.reading import Explanation, Mentioned, check_versions, explain
from kg.explain.wording import told

__all__ = ["Explanation", "Mentioned", "check_versions", "explain", "find_entity", "told"]
