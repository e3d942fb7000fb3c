"""Whole or not at all: a site is written into a folder beside the old one, and the two change places in one step."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path, PurePosixPath

if sys.platform != "win32":
    import fcntl

_AT_FDCWD = -100  # linux/fcntl.h
_RENAME_EXCHANGE = 2  # linux/fs.h
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}  # an old kernel, or a file system that cannot exchange
MARK = "404.html"  # every site has it; a folder without it is no site of ours


class Busy(Exception):
    """Another build of the same site is running."""


class NotASite(Exception):
    """What stands where the site should go is something else, and would be lost."""


class Staging:
    """The new site while it is written. Opening it repairs and removes what a killed build left.

    `folder` takes the new files; `publish` puts it in the place of `target`; `close` removes whatever is not published.
    Refuses (`NotASite`) a target that holds anything but a site, and (`Busy`) one that another process is building.
    """

    def __init__(self, target: Path) -> None:
        self.target = Path(os.path.realpath(target))
        self.folder = self.target.with_name(f".{self.target.name}-new")
        self._old = self.target.with_name(f".{self.target.name}-old")
        _refuse_what_is_no_site(self.target)
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self._locks = [_locked(self.target)] if self.target.exists() else []
        self.folder.mkdir(exist_ok=True)
        self._locks.append(_locked(self.folder))
        self._repair()

    def _repair(self) -> None:
        """Undo what a build left that was killed: between two renames, or while writing, or before removing the old site."""
        if self._old.exists() and not self.target.exists():
            self._old.rename(self.target)
        _remove(self._old)
        for leftover in sorted(self.folder.iterdir()):
            _remove(leftover)

    def write(self, path: str, content: bytes) -> None:
        """Write a file of the new site; one that is as before becomes another name of the old file, which stays untouched."""
        new = self._inside(path)
        new.parent.mkdir(parents=True, exist_ok=True)
        new.unlink(missing_ok=True)
        if not _linked(self.target / path, new, content):
            new.write_bytes(content)

    def keep_unchanged(self, written: frozenset[str]) -> None:
        """Give every file that came here by another way than `write` the same treatment; `written` are those that did not."""
        for file in sorted(self.folder.rglob("*")):
            path = file.relative_to(self.folder).as_posix()
            if path not in written and file.is_file():
                self.write(path, file.read_bytes())

    def publish(self) -> None:
        """Put the new site in the old one's place, in one step where the system can, and remove the old one."""
        if not self.target.exists():
            self.folder.rename(self.target)
        elif _exchanged(self.folder, self.target):
            _remove(self.folder)
        else:  # a start after a kill between these two finds no site and puts the old one back
            self.target.rename(self._old)
            self.folder.rename(self.target)
            _remove(self._old)
        self._unlock()

    def close(self) -> None:
        """Remove the new site without publishing it."""
        _remove(self.folder)
        self._unlock()

    def _unlock(self) -> None:
        for handle in self._locks:
            if handle is not None:
                os.close(handle)

    def _inside(self, path: str) -> Path:
        parts = PurePosixPath(path).parts
        if not parts or path.startswith("/") or ".." in parts:
            raise ValueError(f"{path} is outside the site")
        return self.folder.joinpath(*parts)


def _refuse_what_is_no_site(target: Path) -> None:
    if target.exists() and not target.is_dir():
        raise NotASite(str(target))
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file():
        raise NotASite(str(target))


def _locked(folder: Path) -> int | None:
    """Return the handle that holds the folder for this process alone, even when it is renamed; None on Windows.

    A process that is killed holds nothing any more. The old site is held as well as the new one, since they change places.
    """
    if sys.platform == "win32":
        return None
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise Busy(str(folder)) from None
    return handle


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _linked(old: Path, new: Path, content: bytes) -> bool:
    """Return whether `new` was made another name of `old`, which is done where both hold the same."""
    try:
        if old.stat().st_size != len(content) or old.read_bytes() != content:
            return False
        os.link(old, new)
    except OSError:  # there is no old file, or the file system has no hard links: the file is written instead
        return False
    return True


def _exchanged(one: Path, other: Path) -> bool:
    """Return whether two folders changed places in one step, which Linux does on most file systems."""
    rename = None if sys.platform == "win32" else getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))
