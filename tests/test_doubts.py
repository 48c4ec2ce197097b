"""What is set aside as doubtful, and what is left."""

from dataclasses import replace

from kg.doubts import sifted
from kg.model import ClaimRef, Value
from tests.sample import sample_extraction

CLAIMS = tuple(replace(claim, confidence=n % 10 / 10) for n, claim in enumerate(sample_extraction().claims))


def test_nothing_is_lost() -> None:
    bound = sorted(claim.confidence for claim in CLAIMS)[len(CLAIMS) // 2]
    kept, rejected = sifted(CLAIMS, bound)
    assert [claim.id for claim in kept] == [claim.id for claim in CLAIMS if claim.confidence >= bound]
    assert len(kept) + len(rejected) == len(CLAIMS)
    assert sifted(CLAIMS, 0) == (CLAIMS, ())


def test_a_rejection_quotes_its_sentence_and_says_why() -> None:
    doubtful = replace(CLAIMS[0], confidence=0.25)
    _, (rejection,) = sifted([doubtful], 0.4)
    assert rejection.sentence == doubtful.evidence.sentence
    assert rejection.reason == "doubtful: confidence 0.25 is below 0.4"
    assert doubtful.predicate.label in rejection.text


def test_what_was_said_of_a_doubtful_statement_keeps_its_words() -> None:
    doubtful = replace(CLAIMS[0], confidence=0.1)
    said = replace(CLAIMS[1], confidence=0.9, object=ClaimRef(doubtful.id, "it sells chips", 3, 17))
    (kept,), _ = sifted([doubtful, said], 0.4)
    assert kept.object == Value("it sells chips", 3, 17, None, "it sells chips")
