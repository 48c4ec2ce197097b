from dataclasses import replace

from kg.evidence import REASON, verified
from kg.model import EntityRef
from tests.sample import sample_extraction


def test_true_evidence_passes_unchanged() -> None:
    extraction = sample_extraction()
    assert verified(extraction) is extraction


def test_a_wrong_sentence_becomes_a_rejection() -> None:
    extraction = sample_extraction()
    first, *rest = extraction.claims
    wrong = replace(first, evidence=replace(first.evidence, sentence=first.evidence.sentence + "!"))
    checked = verified(replace(extraction, claims=(wrong, *rest)))
    assert checked.claims == tuple(rest)
    assert checked.rejections[-1].reason == REASON
    assert len(checked.rejections) == len(extraction.rejections) + 1


def test_a_wrong_mention_or_position_becomes_a_rejection() -> None:
    extraction = sample_extraction()
    first = extraction.claims[0]
    assert isinstance(first.subject, EntityRef)
    misquoted = replace(first, subject=replace(first.subject, mention="somebody"))
    outside = replace(first, subject=replace(first.subject, start=10**6, end=10**6 + 5))
    assert verified(replace(extraction, claims=(misquoted, outside))).claims == ()


def test_somebody_only_implied_needs_no_words() -> None:
    extraction = sample_extraction()
    first = extraction.claims[0]
    assert isinstance(first.subject, EntityRef)
    implied = replace(first, subject=replace(first.subject, end=first.subject.start))
    assert verified(replace(extraction, claims=(implied,))).claims == (implied,)
