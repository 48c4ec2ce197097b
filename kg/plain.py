"""What spaCy found in some texts, as one parse of plain objects (`kg.parse`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast

from kg.parse import Parse, Stretch, Word
from kg.trees import tie

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_NAMED: Final = ("LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
_IOB: Final = ("", "I", "O", "B")


def parse_of(docs: Sequence[Doc]) -> Doc:
    """Return the parses of `docs`, all of one pipeline, one after the other as one that passes for spaCy's."""
    words = [Word() for doc in docs for _ in range(len(doc))]
    parse = Parse(words)
    entities: list[Stretch] = []
    start = 0
    names = _Names(docs[0].vocab.strings) if docs else {}
    for doc in docs:
        _fill(parse, doc, words, start, names)
        entities += [Stretch.of(words, start + span.start, start + span.end, span.label_) for span in doc.ents]
        start += len(doc)
    parse.ents = entities
    tie(parse)
    return cast("Doc", parse)


def _fill(parse: Parse, doc: Doc, words: list[Word], start: int, names: Mapping[int, str]) -> None:
    """Write into the words from index `start` on what `doc` knows of each by itself, and what it hangs on."""
    columns = doc.to_array(["ORTH", *_NAMED, "ENT_IOB", "SPACY", "HEAD"]).view("int64").tolist()
    for i, row in enumerate(columns, start):
        word = words[i]
        word.doc, word.i = parse, i
        orth, lemma, pos, tag, dep, entity, iob, space, away = row
        word.lemma_, word.pos_, word.tag_ = names[lemma], names[pos], names[tag]
        word.dep_, word.ent_type_, word.ent_iob_ = names[dep], names[entity], _IOB[iob]
        word.whitespace_ = " " if space else ""
        word.head = words[i + away]
        (word.text, word.lower_, word.is_alpha, word.is_digit, word.is_punct, word.is_lower, word.is_title,
         word.is_space, word.is_stop, word.like_num) = _lexeme(doc.vocab, orth)  # fmt: skip
    if columns and word is not words[-1] and not word.is_space:
        word.whitespace_ = " "  # before the next text


class _Names(dict[int, str]):
    """The strings that numbers stand for, each looked up once."""

    def __init__(self, strings: StringStore) -> None:
        self._strings = strings

    def __missing__(self, number: int) -> str:
        self[number] = self._strings[number % (1 << 64)]
        return self[number]


@lru_cache(maxsize=1 << 15)
def _lexeme(vocab: Vocab, orth: int) -> tuple[str, str, bool, bool, bool, bool, bool, bool, bool, bool]:
    """What is the same of a word wherever it stands."""
    known = vocab[orth % (1 << 64)]
    return (known.text, known.lower_, known.is_alpha, known.is_digit, known.is_punct, known.is_lower, known.is_title,
            known.is_space, known.is_stop, known.like_num)  # fmt: skip
