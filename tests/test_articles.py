"""Reading articles: what is kept, what is completed, and what is refused in which words."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

import pytest

from kg.articles import Overrides, article_from_text, list_articles, read_article, read_articles
from kg.articles.dating import date_in_url
from kg.articles.decoding import MAX_BYTES
from kg.articles.reader import MAX_BLOCK
from kg.errors import InputError

BODY = "Rome votes\n\nItaly voted for a new parliament on Sunday, and the count has begun.\n"
FRONT = """---
title: "Rome votes"
url: https://example.org/a
published: 2024-03-05
source: Daily Planet
author: Lois Lane
licence: CC BY 2.5
---
"""


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_article(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    return message.removeprefix(str(path))


def test_front_matter_and_body(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, "rome.md", FRONT + BODY))
    assert article.text == BODY
    assert (article.title, article.source, article.authors) == ("Rome votes", "Daily Planet", ("Lois Lane",))
    assert (article.published, article.licence) == (date(2024, 3, 5), "CC BY 2.5")
    assert article.name == "rome"
    assert article.id.startswith("https://w3id.org/pressgraph/article/rome-")


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_and_bom_are_unified_and_nothing_else(tmp_path: Path, ending: str) -> None:
    raw = "\ufeff" + (FRONT + BODY + "  Two  spaces.\t\n").replace("\n", ending)
    assert read_article(write(tmp_path, "rome.md", raw)).text == BODY + "  Two  spaces.\t\n"


def test_same_bytes_same_article(tmp_path: Path) -> None:
    path = write(tmp_path, "rome.md", FRONT + BODY)
    assert read_article(path) == read_article(path)
    other = write(tmp_path, "x/rome.md", FRONT + BODY + "More.\n")
    assert read_article(path).id != read_article(other).id


def test_plain_text_takes_its_headline_as_title(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, "2024-03-05-rome.txt", BODY))
    assert (article.title, article.published) == ("Rome votes", date(2024, 3, 5))
    assert [b.kind for b in article.blocks] == ["headline", "paragraph"]


def test_several_authors_and_a_date_with_time(tmp_path: Path) -> None:
    front = "---\nauthors: [Jane Doe, John Roe]\ndate: 2024-03-05T23:30:00-05:00\nunknown: {a: 1}\nlicense: null\n---\n"
    article = read_article(write(tmp_path, "a.md", front + BODY))
    assert article.authors == ("Jane Doe", "John Roe")
    assert article.published == date(2024, 3, 5)
    assert article.licence is None


def test_a_date_in_words_is_understood(tmp_path: Path) -> None:
    assert read_article(write(tmp_path, "a.md", "---\npublished: March 5, 2024\n---\n" + BODY)).published == date(
        2024, 3, 5
    )


def test_overrides_fill_in_what_the_article_does_not_say(tmp_path: Path) -> None:
    given = Overrides(published=date(2020, 1, 1), source="Reuters")
    assert read_article(write(tmp_path, "a.txt", BODY), given).published == date(2020, 1, 1)
    stated = read_article(write(tmp_path, "a.md", FRONT + BODY), given)
    assert (stated.published, stated.source) == (date(2024, 3, 5), "Daily Planet")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/news/2024/03/05/storm", date(2024, 3, 5)),
        ("https://example.org/2024-03-05-storm.html", date(2024, 3, 5)),
        ("https://example.org/20240305/storm", date(2024, 3, 5)),
        ("https://example.org/a?timestamp=1709600000", date(2024, 3, 5)),
        ("https://example.org/a?ts=1709600000123", date(2024, 3, 5)),
        ("https://example.org/a?id=1709600000", None),
        ("https://example.org/article/7527511453659120170/", None),
        ("https://example.org/2024/13/45/storm", None),
        ("https://example.org/2024/storm", None),
        ("https://[broken", None),
    ],
)
def test_dates_in_urls(url: str, expected: date | None) -> None:
    assert date_in_url(url) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tuesday, March 5, 2024", date(2024, 3, 5)),
        ("Published: March 5, 2024, 10:30 GMT", date(2024, 3, 5)),
        ("Published on 5 March 2024", date(2024, 3, 5)),
        ("Updated: March 6, 2024", None),
        ("March 5", None),
    ],
)
def test_dates_in_lines(line: str, expected: date | None) -> None:
    text = f"Rome votes\n\n{line}\n\nItaly voted for a new parliament, and the count has begun."
    assert article_from_text(text).published == expected


def test_a_date_in_prose_is_not_the_publication() -> None:
    assert article_from_text("Rome votes\n\nItaly voted on March 5, 2024, for the first time.").published is None


def test_text_needs_no_file() -> None:
    article = article_from_text(BODY, name="rome", title="Rome", published=date(2024, 3, 5), authors=("A", "B"))
    assert (article.title, article.authors, article.text) == ("Rome", ("A", "B"), BODY)
    with pytest.raises(InputError, match="unknown article field 'author'"):
        article_from_text(BODY, author="A")  # type: ignore[call-arg]
    with pytest.raises(InputError, match="surrogate"):
        article_from_text("a \ud800 b")
    with pytest.raises(InputError, match="zero byte"):
        article_from_text("a \0 b")


@pytest.mark.parametrize(
    ("name", "content", "place", "words"),
    [
        ("a.md", "", "", "the file is empty"),
        ("a.md", " \n\n", "", "the file is empty"),
        ("a.md", FRONT, "", "nothing after the front matter"),
        ("a.md", b"%PDF-1.4 \n", "", "a PDF file"),
        ("a.md", b"abc\x00def", "", "a zero byte at byte 3"),
        ("a.txt", "Über".encode("utf-16"), "", "UTF-16"),
        ("a.txt", b"Rome votes\nIt\xe9\n", ", line 2", "byte 13 (0xe9) is not valid UTF-8"),
        ("a.md", "---\ntitle: a\nBody without an end", ", line 1", "not closed"),
        ("a.md", "---\ntitle: a: b\n---\n" + BODY, ", line 2", "broken front matter"),
        ("a.md", "---\n- a\n---\n" + BODY, ", line 2", "not a list of keys"),
        ("a.md", "---\ntitle: x\npublished: soon\n---\n" + BODY, ", line 3", '"soon", which is not a date'),
        ("a.md", "---\npublished: 2024-13-45\n---\n" + BODY, ", line 2", "not a date"),
        ("a.md", "---\npublished: [2024-01-01]\n---\n" + BODY, ", line 2", "not a text"),
        ("a.md", "---\ntitle: {a: b}\n---\n" + BODY, ", line 2", "not a text"),
        ("a.md", "---\ntitle: a\ntitle: b\n---\n" + BODY, ", line 3", "twice"),
        ("a.md", "---\ntitle: " + "[" * 5000 + "\n---\n" + BODY, ", line", "broken front matter"),
        ("a.docx", BODY, "", '".docx" is not a supported format'),
        ("a", BODY, "", "no ending"),
        (
            "a.txt",
            "Die Bank teilte mit, dass sie die Zinsen bis Ende des Jahres nicht senken werde.",
            "",
            "no sentence in English",
        ),
        ("a.txt", "英伟达宣布，美国已批准向中国出口芯片。", "", "no sentence in English"),
        (
            "a.txt",
            "La banque a annoncé que les taux ne seront pas baissés avant la fin de l'année, selon le ministre. " * 5,
            "",
            "no sentence in English",
        ),
        ("a.txt", "Photo: the harbour of Genoa", "", "no prose"),
    ],
)
def test_refusals_name_place_and_fault(tmp_path: Path, name: str, content: str | bytes, place: str, words: str) -> None:
    message = refusal(write(tmp_path, name, content))
    assert message.startswith(place + ":" if not place.endswith("line") else place)
    assert words in message


def test_missing_unreadable_and_special_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no such file" in refusal(tmp_path / "none.md")
    assert "no such file" in refusal(tmp_path / "none.docx")
    assert "this is a folder" in refusal(tmp_path)
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    assert "cannot be read" in refusal(tmp_path / "loop.md")
    path = write(tmp_path, "a.md", BODY)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "no permission" in refusal(path)


def test_special_device_is_refused() -> None:
    with pytest.raises(InputError, match=r"not a supported format|no ending"):
        read_article("/dev/zero")


def test_endless_lines_and_files_are_refused(tmp_path: Path) -> None:
    assert "line 3" in refusal(write(tmp_path, "a.txt", "Rome votes\n\n" + "the word " * (MAX_BLOCK // 9 + 2)))
    assert f"{MAX_BYTES:,}" in refusal(write(tmp_path, "b.txt", b"a " * (MAX_BYTES // 2 + 1)))


def test_a_hostile_name_stays_on_one_line(tmp_path: Path) -> None:
    path = write(tmp_path, "a\n\x1b[31mb.md", "")
    with pytest.raises(InputError) as caught:
        read_article(path)
    assert str(caught.value).isprintable()
    assert read_article(write(tmp_path, "a\nb.md", BODY)).name == "a\\x0ab"


def test_short_english_is_english() -> None:
    for text in (
        "Siemens sells trains.",
        "Apple shares fall 5% in late trading on Tuesday",
        "Müller joins Bayern München.",
    ):
        assert article_from_text(text).text == text


def test_short_paragraphs_together_are_english() -> None:
    assert len(article_from_text("The word is out.\n\n" * 50).blocks) == 50


def test_folders(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("b.md", "a.txt", "sub/c.MD", ".hidden.md", ".git/d.md", "notes.html", "README.md"):
        write(tmp_path, name, BODY.replace("Rome", name[0] + "ome"))
    with caplog.at_level(logging.WARNING):
        found = list_articles([tmp_path])
    assert [str(p.relative_to(tmp_path)) for p in found] == ["a.txt", "b.md", "sub/c.MD"]
    assert "README without front matter" in caplog.text
    assert [a.name for a in read_articles([tmp_path / "b.md", tmp_path])] == ["a", "b", "c"]


def test_a_named_readme_is_read(tmp_path: Path) -> None:
    assert read_article(write(tmp_path, "README.md", BODY)).name == "README"
    write(tmp_path, "docs/README.md", FRONT + BODY)
    assert len(read_articles([tmp_path / "docs"])) == 1


def test_repeated_article_is_left_out_aloud(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(tmp_path, "x/a.md", BODY)
    write(tmp_path, "y/a.md", BODY)
    assert len(read_articles([tmp_path])) == 1
    assert "repeats" in caplog.text


def test_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no article in this folder"):
        read_articles([tmp_path])
    with pytest.raises(InputError, match="no article was named"):
        read_articles([])
