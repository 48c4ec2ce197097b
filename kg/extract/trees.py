"""The one change that repairs make to a parse: a token hangs somewhere else.

In `said Ford will close the plant` the verb that hung on nothing becomes what was said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from kg.parse import Word
from kg.trees import hang

if TYPE_CHECKING:
    from spacy.tokens import Token


def attach(token: Token, head: Token, dep: str) -> None:
    """Make `token` a child of `head`, or a root if they are one; both must stand in one sentence.

    Where `head` itself hangs below `token` nothing is changed, so that a tree stays one whatever the parser made of it.
    """
    if token != head and any(above == token for above in head.ancestors):
        return
    hang(cast("Word", token), cast("Word", head))
    token.dep_ = dep
