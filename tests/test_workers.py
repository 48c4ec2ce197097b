"""Several processes read what one would."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, cast

import pytest

from kg.articles import article_from_text
from kg.errors import InputError, ModelError
from kg.extraction import Toolbox
from kg.pipeline import Settings, build, build_into
from kg.workers import extracted, workers_for

TEXTS = {
    "a.txt": "Siemens said on Monday that it would buy Nokia for $5 billion. The company employs 30,000 people.",
    "b.txt": "Anna Keller, CEO of Bosch, met Emmanuel Macron in Paris. She did not comment.",
    "c.txt": "The ministry denied that Nokia had sold chips to China.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_two_processes_write_the_bytes_of_one(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    out = tmp_path_factory.mktemp("out")
    for jobs in (1, 2):
        build_into(out / str(jobs), [folder], None, Settings(jobs=jobs))
    written = [path.name for path in sorted((out / "1").iterdir()) if path.is_file() and path.name != "timing.json"]
    assert len(written) > 5
    for name in written:
        assert (out / "1" / name).read_bytes() == (out / "2" / name).read_bytes(), name


def test_articles_are_handed_on_one_by_one(folder: Path) -> None:
    seen: list[str] = []

    def watch(articles: Any) -> Any:
        for article in articles:
            seen.append(article.name)
            yield article

    graph = build([folder], settings=Settings(), watch=watch)
    assert seen == [article.name for article in graph.articles] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("articles", "jobs", "expected"), [(0, None, 1), (100, None, 1), (1, 4, 1), (3, 2, 2), (100, 5, 5), (2, 1, 1)]
)
def test_how_many_processes(articles: int, jobs: int | None, expected: int) -> None:
    assert workers_for(articles, jobs) == expected


def test_many_articles_get_a_process_a_core() -> None:
    usable = getattr(os, "sched_getaffinity", None)
    assert workers_for(10_000, None) == (len(usable(0)) if usable else os.cpu_count())


def test_no_process_at_all_is_refused() -> None:
    with pytest.raises(InputError, match="--jobs 0: there must be at least 1"):
        workers_for(3, 0)


class Unreadable:
    """A pipeline that cannot read anything."""

    def pipe(self, texts: object) -> object:
        raise ModelError("a.txt: cannot be read")


def unreadable() -> Toolbox:
    return Toolbox(cast(Any, Unreadable()))


def killed() -> Toolbox:
    os._exit(9)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_in_an_article_is_raised_as_it_is(jobs: int) -> None:
    articles = [article_from_text(text, name) for name, text in TEXTS.items()]
    with pytest.raises(ModelError, match=r"^a.txt: cannot be read$"):
        list(extracted(articles, unreadable, jobs))


def test_a_process_that_is_killed_is_told_of() -> None:
    articles = [article_from_text(text, name) for name, text in TEXTS.items()]
    with pytest.raises(InputError, match="--jobs 2: a process was killed"):
        list(extracted(articles, killed, 2))
