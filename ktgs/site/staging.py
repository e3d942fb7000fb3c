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

    `folder` takes the new files (`write_file`); `publish` puts it in the place of `target`; `close` removes it instead.
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
        """Undo what a killed build left: between two renames, while writing, or before the old site was removed."""
        if self._old.exists() and not self.target.exists():
            self._old.rename(self.target)
        _remove(self._old)
        for leftover in sorted(self.folder.iterdir()):
            _remove(leftover)

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


def write_file(folder: Path, path: str, content: bytes, old: Path | None = None) -> None:
    """Write a file of the new site into `folder`; one that is as in the `old` site becomes another name of that file.

    Refuses (ValueError) a path that leads out of the folder. What was there before is replaced, never changed in place.
    """
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts:
        raise ValueError(f"{path} is outside the site")
    new = folder.joinpath(*parts)
    new.parent.mkdir(parents=True, exist_ok=True)
    new.unlink(missing_ok=True)
    if old is None or not _linked(old.joinpath(*parts), new, content):
        new.write_bytes(content)


def _refuse_what_is_no_site(target: Path) -> None:
    if target.exists() and not target.is_dir():
        raise NotASite(str(target))
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file():
        raise NotASite(str(target))


def _locked(folder: Path) -> int | None:
    """Return the handle that holds the folder for this process alone, even when it is renamed; None on Windows.

    A process that is killed holds nothing. The old site is held as well as the new one, since they change places.
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
