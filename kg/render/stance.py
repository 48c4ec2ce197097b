"""Which relations take a side: who is for something and who is against it.

A closed list of verbs, as news uses them of measures, plans and deeds. A verb that is not in it
takes no side; nothing is guessed from similarity.
"""

from __future__ import annotations

from kg.model import Claim

_FOR = frozenset(
    "advocate agree applaud approve back champion commend defend embrace endorse favor favour hail laud praise promote "
    "recommend support uphold welcome".split()
)
_AGAINST = frozenset(
    "attack ban blast block boycott challenge condemn contest criticise criticize decry denounce deplore "
    "disagree disapprove dispute fault lambast object oppose protest rebuke refute reject repudiate resist "
    "reverse slam veto".split()
)
_WITH_PREPOSITION = {
    "lobby for": 1, "vote for": 1, "call for": 1, "push for": 1, "argue for": 1, "stand by": 1,
    "lobby against": -1, "vote against": -1, "argue against": -1, "warn against": -1, "demonstrate against": -1,
    "march against": -1, "speak against": -1, "campaign against": -1, "appeal against": -1, "fight against": -1,
}  # fmt: skip
_SETTLED = frozenset({"asserted", "denied"})


def stance(claim: Claim) -> int:
    """1 where the subject of `claim` is for its object, -1 where it is against it, 0 for neither.

    What is only planned, hoped, possible or asked takes no side yet; a negation turns the side.
    """
    if claim.modality not in _SETTLED:
        return 0
    words = claim.predicate.label.lower().split()
    first = words[0] if words else ""
    side = _WITH_PREPOSITION.get(" ".join(words), 0) or (first in _FOR) - (first in _AGAINST)
    return -side if claim.polarity == "negative" or claim.modality == "denied" else side
