"""The sample in output/ is what the code makes of the seed article today."""

from pathlib import Path

import pytest

from tests.conftest import SeedBuild

OUTPUT = Path(__file__).parents[1] / "output"
SAMPLE = ("graph.html", "graph.ttl", "statements.jsonl", "report.json")


@pytest.mark.parametrize("name", SAMPLE)
def test_the_sample_is_current(seed_build: SeedBuild, name: str) -> None:
    fresh = (seed_build.folder / name).read_bytes()
    assert (OUTPUT / name).read_bytes() == fresh, f"output/{name} is out of date: refresh it with make sample"
