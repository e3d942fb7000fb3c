"""The folder `.ktgs/` of a data repository: values by name, each with the key that it holds for.

A value that is damaged, was kept for another key, or came with a copy of the folder, is not there. Two processes do not
harm each other: a value is written beside and put in place in one step. The folder is closed to others and tells git to
leave it out; where it cannot be written, nothing is kept.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from pathlib import Path

from ktgs.reuse.fingerprints import digest

FOLDER = ".ktgs"
LARGEST = 256 * 1024 * 1024  # bytes kept in all
_DIGEST = len(digest(b""))
_OURS = 0o600  # as `mkstemp` makes it


class Store:
    """The values kept beside the data under `root`; none where there is no data, or where the folder is a link."""

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER
        self.is_open = (root / "data").is_dir() and not self._folder.is_symlink()

    def get(self, name: str, key: bytes) -> bytes | None:
        """Return the value of that name if we kept it for the key and it is whole, else None."""
        file = self._folder / name
        try:
            status = file.lstat()
            kept = file.read_bytes() if self.is_open and _is_ours(status) else b""
        except OSError:  # it was never kept, or is being removed
            return None
        head, value = kept[: 2 * _DIGEST], kept[2 * _DIGEST :]
        return value if kept and head == key + _seal(status, key, value) else None

    def put(self, name: str, key: bytes, value: bytes) -> None:
        """Keep a value; the oldest ones go where all would be too much."""
        if not self.is_open:
            return
        try:
            self._open_folder()
            handle, beside = tempfile.mkstemp(dir=self._folder, prefix="new-")
            with os.fdopen(handle, "wb") as stream:
                stream.write(key + _seal(os.fstat(handle), key, value) + value)
            os.replace(beside, self._folder / name)
            self._bound()
        except OSError:  # a full disk, a folder that may not be written: nothing is kept, and nothing needs it
            self.is_open = False

    def size(self) -> int:
        """Return the bytes of all that is kept."""
        return sum(file.stat().st_size for file in self._files())

    def clear(self) -> int:
        """Remove all that is kept and return its bytes. Raises OSError where that is not possible."""
        size = self.size()
        if self._folder.is_dir() and not self._folder.is_symlink():
            shutil.rmtree(self._folder)
        return size

    def _open_folder(self) -> None:
        self._folder.mkdir(mode=0o700, exist_ok=True)
        ignore = self._folder / ".gitignore"
        if not os.path.lexists(ignore):
            with ignore.open("x", encoding="utf-8") as stream:  # which follows no link
                stream.write("*\n")

    def _files(self) -> list[Path]:
        if not self._folder.is_dir() or self._folder.is_symlink():
            return []
        return [file for file in self._folder.iterdir() if file.is_file() and not file.is_symlink()]

    def _bound(self) -> None:
        """Remove the values kept longest ago until the rest is small enough."""
        kept = sorted(((file.stat(), file) for file in self._files()), key=lambda item: -item[0].st_mtime_ns)
        total = 0
        for status, file in kept:
            total += status.st_size
            if total > LARGEST:
                file.unlink(missing_ok=True)


def _is_ours(status: os.stat_result) -> bool:
    """Return whether a file is as we write it: closed to others, and no link, pipe or device."""
    return stat.S_ISREG(status.st_mode) and (sys.platform == "win32" or stat.S_IMODE(status.st_mode) == _OURS)


def _seal(status: os.stat_result, key: bytes, value: bytes) -> bytes:
    """Return what holds a value to its key and to the very file that it was written to, by that file's number on disk.

    So nobody can hand on an answer with the data, in git or in an archive, whatever modes its files come with.
    """
    return digest(b"%d " % status.st_ino + key + value)
