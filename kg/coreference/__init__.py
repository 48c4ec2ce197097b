"""Who is meant: pronouns, ``the company``, ``both sides`` and ``we`` traced to the names they stand for."""

from kg.coreference.affiliation import Lore
from kg.coreference.resolution import THRESHOLD, find_references, speaker_organisation

__all__ = ["THRESHOLD", "Lore", "find_references", "speaker_organisation"]
