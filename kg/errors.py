"""What can go wrong, in words a user can act on.

Every error that a user can cause is a :class:`KGError`: one line that names the file, the place,
what was wrong and what to do. The command line prints it and exits with code 2; anything else
is a bug and keeps its traceback.
"""


class KGError(Exception):
    """An expected failure; its message is one complete line for the user."""


class InputError(KGError):
    """An article, a folder or an option that cannot be used as given."""


class ModelError(KGError):
    """A language model that is not installed or cannot read this article."""


class OntologyError(KGError):
    """An ontology or gazetteer file that breaks the rules of its format."""


class QueryError(KGError):
    """A SPARQL query or a named query that cannot be answered."""


class StoreError(KGError):
    """A store or an output folder that cannot be read or written."""
