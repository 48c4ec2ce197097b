from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.folder import replacing


def _fill(folder: Path, word: str) -> None:
    (folder / "statements.jsonl").write_text(word, "utf-8")
    (folder / "store").mkdir()
    (folder / "store" / "data").write_text(word, "utf-8")


def _words(folder: Path) -> list[str]:
    return [(folder / name).read_text("utf-8") for name in ("statements.jsonl", "store/data")]


def test_a_new_folder_appears_whole(tmp_path: Path) -> None:
    out = tmp_path / "a" / "b"
    with replacing(out) as draft:
        _fill(draft, "new")
        assert not out.exists()
    assert _words(out) == ["new", "new"]
    assert [path.name for path in out.parent.iterdir()] == ["b"]


def test_an_earlier_build_is_replaced_and_other_files_stay(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with replacing(out) as draft:
        _fill(draft, "old")
    (out / "notes.txt").write_text("mine", "utf-8")
    with replacing(out) as draft:
        _fill(draft, "new")
    assert _words(out) == ["new", "new"]
    assert (out / "notes.txt").read_text("utf-8") == "mine"


def _fail(out: Path) -> None:
    with replacing(out) as draft:
        (draft / "statements.jsonl").write_text("half", "utf-8")
        raise ZeroDivisionError


def test_a_failed_build_leaves_everything_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with replacing(out) as draft:
        _fill(draft, "old")
    with pytest.raises(ZeroDivisionError):
        _fail(out)
    assert _words(out) == ["old", "old"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_failing_move_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    with replacing(out) as draft:
        _fill(draft, "old")
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name == "store" and target.parent == out.resolve() and "-old-" not in self.parent.name:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(StoreError, match="No space left on device"), replacing(out) as draft:
        _fill(draft, "new")
    assert _words(out) == ["old", "old"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_of_somebody_elses_is_refused(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    with pytest.raises(StoreError, match="holds other files"), replacing(tmp_path):
        pytest.fail("must not get here")
    assert (tmp_path / "store").is_dir()


def test_a_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()
    with pytest.raises(StoreError, match="is a file"), replacing(path):
        pytest.fail("must not get here")
    with pytest.raises(StoreError, match="cannot be written"), replacing(path / "out"):
        pytest.fail("must not get here")
