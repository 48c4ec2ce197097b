"""From the bytes of a file to text, or to a clear refusal."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from kg.articles.metadata import fault

MAX_BYTES = 10_000_000
_SIGNATURES = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\xff\xfe": "UTF-16 text",
    b"\xfe\xff": "UTF-16 text",
}


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file with line ends made ``\\n`` and a leading BOM removed.

    Raises `InputError` for whatever is missing, unreadable, empty, too large, or not UTF-8 text.
    """
    data = _read_bytes(path)
    if not data.strip():
        raise fault(path, "the file is empty", "give a file that holds an article")
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise fault(path, f"this is {what}, not UTF-8 text", "save the article as UTF-8 text")
    if (at := data.find(b"\0")) >= 0:
        raise fault(path, f"binary data (a zero byte at byte {at})", "give a text file")
    return unify(_decode(data, path))


def unify(text: str) -> str:
    """Return `text` with ``\\r\\n`` and ``\\r`` made ``\\n`` and a leading BOM removed.

    >>> unify("\\ufeffa\\r\\nb\\rc")
    'a\\nb\\nc'
    """
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _read_bytes(path: Path) -> bytes:
    try:
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):
            raise fault(path, "this is neither a file nor a folder of articles", "give a text file or a folder")
        if found.st_size > MAX_BYTES:
            raise fault(
                path, f"{found.st_size:,} bytes are more than the {MAX_BYTES:,} an article may have", "split the file"
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise fault(path, "there is no such file", "check the path") from error
    except PermissionError as error:
        raise fault(path, "no permission to read this file", "make it readable for you") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise fault(path, f"the file cannot be read ({reason})", "check the path and the disk") from error


def _decode(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"byte {error.start} (0x{data[error.start]:02x}) is not valid UTF-8"
        raise fault(path, what, "save the file as UTF-8", line=line) from error
