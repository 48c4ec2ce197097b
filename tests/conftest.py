"""What tests share: one model, one toolbox and one build of the seed article for the whole run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from kg.extraction import Toolbox
from kg.graph import Graph
from kg.language import load_model
from kg.pipeline import Settings, build_into
from kg.pipeline import toolbox as load_toolbox
from tests.sample import SEED

if TYPE_CHECKING:
    from spacy.language import Language


# The same examples on every run, so that a failure tells of the change at hand. To look for new
# ones: pytest --hypothesis-profile=explore
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile("steady")


@dataclass(frozen=True)
class SeedBuild:
    """The seed article built by the code under test: the graph, and the folder it was written to."""

    graph: Graph
    folder: Path


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default language model."""
    return load_model()


@pytest.fixture(scope="session")
def toolbox() -> Toolbox:
    """What `kg.extraction.extract` needs."""
    return load_toolbox(Settings(min_confidence=0))  # what the rules read, however doubtful


@pytest.fixture(scope="session")
def seed_build(tmp_path_factory: pytest.TempPathFactory) -> SeedBuild:
    """One build of the seed article; tests read it and never change it."""
    folder = tmp_path_factory.mktemp("seed") / "output"
    graph, _ = build_into(folder, [SEED.parent], None, Settings())
    return SeedBuild(graph, folder)
