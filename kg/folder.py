"""An output folder that ends up wholly new or stays wholly as it was."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError

MARK = "statements.jsonl"
"""A folder that holds this file is an earlier build and may be built over."""


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Yield an empty folder beside `folder`; what it holds at the end takes the place of the old.

    Nothing of `folder` changes before the end, and nothing at all when the block raises. Files of
    other names in `folder` stay. Raises `StoreError` when it cannot be written, is a file, or holds
    something else than an earlier build, which a build must not overwrite.
    """
    folder = folder.resolve()
    _refuse_strange(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        yield draft
        try:
            _swap(draft, folder)
        except OSError as error:
            raise _unwritable(folder, error) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _unwritable(folder: Path, error: OSError) -> StoreError:
    return StoreError(f"{folder}: cannot be written ({error.strerror}); choose another folder with --out")


def _refuse_strange(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise StoreError(f"{folder}: is a file, not a folder; choose another with --out")
    try:
        inside = [path.name for path in folder.iterdir() if not path.name.startswith(".")]
    except OSError as error:
        raise _unwritable(folder, error) from error
    if inside and MARK not in inside:
        raise StoreError(
            f"{folder}: holds other files ({min(inside)}) and no earlier build; choose an empty folder with --out"
        )


def _swap(draft: Path, folder: Path) -> None:
    """Move the entries of `draft` into `folder`; when one move fails, undo those before it."""
    fresh = not folder.exists()
    folder.mkdir(exist_ok=True)
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-old-", dir=folder.parent))
    moved: list[str] = []
    try:
        for name in sorted(path.name for path in draft.iterdir()):
            if (folder / name).exists():
                (folder / name).rename(old / name)
            moved.append(name)
            (draft / name).rename(folder / name)
    except OSError:
        _undo(folder, draft, old, moved)
        if fresh:
            folder.rmdir()
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _undo(folder: Path, draft: Path, old: Path, moved: list[str]) -> None:
    for name in reversed(moved):
        if (folder / name).exists():
            (folder / name).rename(draft / name)
        if (old / name).exists():
            (old / name).rename(folder / name)
