"""Standing relations: sentence in, typed statements out, and the scorer that weighs them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kg.articles import article_from_text
from kg.errors import ModelError
from kg.extraction import Toolbox, extract
from kg.model import Claim, EntityRef, Node
from kg.parse import root_of
from kg.standing.features import features
from kg.standing.links import links
from kg.standing.passages import Passage, shape
from kg.standing.relations import RELATIONS
from kg.standing.scorer import BUCKETS, buckets, candidates, load_scorer, packed, unpacked
from kg.standing.spans import DATES, Participant


def name(node: Node | None) -> str:
    if node is None:
        return "-"
    return node.entity.label if isinstance(node, EntityRef) else node.label


def lasting(sentence: str, toolbox: Toolbox) -> list[Claim]:
    return [c for c in extract(article_from_text(sentence), toolbox).claims if c.extractor == "standing"]


def stated(sentence: str, toolbox: Toolbox) -> set[tuple[str, str, str]]:
    return {(name(c.subject), c.predicate.label, name(c.object)) for c in lasting(sentence, toolbox)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Jane Smith (born 4 May 1970) is a British economist who works for the World Bank.",
            {
                ("Jane Smith", "born on", "4 May 1970"),
                ("Jane Smith", "work for", "World Bank"),
            },
        ),
        (
            "Edward Lee (August 31, 1874 – August 9, 1949) was an American psychologist.",
            {
                ("Edward Lee", "born on", "August 31, 1874"),
                ("Edward Lee", "died on", "August 9, 1949"),
                ("Edward Lee", "citizen of", "United States"),
            },
        ),
        (
            "Anna Keller, who married Peter Keller in Bonn, resigned.",
            {("Anna Keller", "married to", "Peter Keller")},
        ),
        ("Siemens was founded in 1847.", {("Siemens", "founded on", "1847")}),
        ("Maria Lopez died in 1999.", {("Maria Lopez", "died on", "1999")}),
    ],
)
def test_a_sentence_states_them(sentence: str, expected: set[tuple[str, str, str]], toolbox: Toolbox) -> None:
    assert stated(sentence, toolbox) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Jane Smith spoke about Siemens while the chairman of Bosch listened.",
        "According to the Financial Times, Professor John Burrows wrote to the committee.",
        "Siemens was not founded in 1847.",
        "Siemens may have been founded in 1847.",
        "The minister met workers in Berlin on 4 May 2010.",
    ],
)
def test_a_sentence_states_none(sentence: str, toolbox: Toolbox) -> None:
    assert stated(sentence, toolbox) == set()


def test_what_other_rules_say_is_not_said_again(toolbox: Toolbox) -> None:
    claims = extract(article_from_text("Tim Cook, CEO of Apple, visited Japan."), toolbox).claims
    between = [c.predicate.label for c in claims if {name(c.subject), name(c.object)} == {"Tim Cook", "Apple"}]
    assert between == ["CEO of"]


def test_a_bracketed_date_is_its_own_time(toolbox: Toolbox) -> None:
    claims = lasting("Edward Lee (August 31, 1874 – August 9, 1949) was an American psychologist.", toolbox)
    days = {c.predicate.label: c.time.end.isoformat() for c in claims if c.time and c.time.end}
    assert days == {"born on": "1874-08-31", "died on": "1949-08-09"}


def test_evidence_and_words_are_the_texts_own(toolbox: Toolbox) -> None:
    article = article_from_text("“Anna Keller (born 4 May 1970) is a Dutch judge,” the court’s clerk said.")
    for claim in extract(article, toolbox).claims:
        assert article.text[claim.evidence.start : claim.evidence.end] == claim.evidence.sentence
        assert article.text[claim.predicate.start : claim.predicate.end] == claim.predicate.text


def test_who_says_so_is_kept(toolbox: Toolbox) -> None:
    claims = lasting("The SEC said that a Goldman subsidiary, Paulson & Co, had chosen the securities.", toolbox)
    assert [(c.predicate.label, [s.entity.label for s in c.attributed_to]) for c in claims] in (
        [],
        [("subsidiary of", ["Securities and Exchange Commission"])],
    )


def test_relations_fit_the_ontology(toolbox: Toolbox) -> None:
    for relation in RELATIONS:
        assert toolbox.ontology.relation(relation.label) or toolbox.ontology.inverse(relation.label), relation.name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("born February 10, 1978 in Bangkok", ["February 10, 1978"]),
        ("(1874 – 28 July 1946)", ["1874", "28 July 1946"]),
        ("in 2010, on page 3", ["2010"]),
        ("room 12345", []),
    ],
)
def test_dates(text: str, expected: list[str]) -> None:
    assert [m[0] for m in DATES.finditer(text)] == expected


def passage(sentence: str, toolbox: Toolbox, *names: tuple[str, str]) -> Passage:
    doc = toolbox.nlp(sentence)
    members = []
    for words, kind in names:
        first = next(t.i for t in doc if sentence[t.idx :].startswith(words))
        stop = next(t.i for t in doc if t.idx + len(t) >= doc[first].idx + len(words)) + 1
        form = "pronoun" if words.islower() else "name"
        word = words if form == "pronoun" else ""
        members.append(Participant(first, stop, root_of(doc[first:stop]).i, form, kind, word=word))  # type: ignore[arg-type]
    return Passage(tuple(doc), 0, len(doc), members)


def test_a_relative_pronoun_is_linked_to_its_noun(toolbox: Toolbox) -> None:
    people = ("Ann Lee", "person"), ("who", "person"), ("Bosch", "organization")
    found = links(passage("Ann Lee, who runs Bosch, resigned.", toolbox, *people), {})
    assert found.same[1] == {0}
    assert found.same[2] == frozenset()


def test_features_do_not_name_the_participants_order_by_chance(toolbox: Toolbox) -> None:
    people = ("Ann Lee", "person"), ("Bosch", "organization")
    here = passage("Ann Lee works for Bosch.", toolbox, *people)
    forth, back = (set(features(here, *pair)) for pair in (here.members, here.members[::-1]))
    assert "b>work for" in forth
    assert "b<work for" in back
    assert shape(here.members[0]) == "PER/"


def test_the_scorer_tells_likely_from_unlikely(toolbox: Toolbox) -> None:
    people = ("Ann Lee", "person"), ("Bosch", "organization")
    here = passage("Ann Lee works for Bosch.", toolbox, *people)
    pairs = candidates(here)
    likely = load_scorer().probabilities(here, links(here, {}), pairs)
    row = {r.name: p for r, p in zip(RELATIONS, likely[pairs.pairs.index((0, 1))], strict=True)}
    assert row.pop("EMPLOYEE_OR_MEMBER_OF") > 0.6
    assert max(row.values()) < 0.4


def test_weights_survive_packing() -> None:
    known = np.array([3, 70_000 % BUCKETS, 70_001], dtype=np.int64)
    first = np.linspace(-1, 1, 3 * len(RELATIONS), dtype=np.float32).reshape(3, -1)
    stored = packed(known, first, np.zeros((len(RELATIONS), 52), dtype=np.float32))
    again = unpacked(stored["steps"], stored["weights"], stored["scales"], stored["second"])
    assert (again.known == known).all()
    assert np.abs(again.first - first).max() < 0.01


def test_buckets_are_few_and_stable() -> None:
    assert buckets(["path:S nsubj^ found dobjv O", "1"]) == buckets(["1", "path:S nsubj^ found dobjv O"])
    assert all(0 <= b < BUCKETS for b in buckets(map(str, range(100))))


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 cut short", b"no archive"])
def test_unusable_weights_are_told(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "weights.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelError, match="install pressgraph again"):
        load_scorer(path)
