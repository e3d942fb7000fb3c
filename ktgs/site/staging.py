"""Whole or not at all: a site is written in a box beside the old one, and the two change places in one step.

The box is a fresh folder `.NAME-…` of our own, closed to others, with our mark. In it lies `new`, and where folders
cannot be exchanged for a moment `old`. Nothing that lacks our mark is removed or replaced, and no link is followed.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from ktgs.facts.audience import Audience
from ktgs.reuse.fingerprints import digest
from ktgs.site.disk import exchanged, is_file, is_plain, set_modes
from ktgs.site.ownership import MARK, Refused, mark, marked_as, refuse_what_is_not_ours

if sys.platform != "win32":
    import fcntl


class Staging:
    """The new site while it is written. Opening it repairs and removes what a killed build of the same site left.

    `folder` takes the new files (`write_file`); `publish` puts it in the place of `target`; `close` removes it instead.
    `aside` takes files that are written while others clear and fill `folder`, until they are moved there (`move_file`).
    Refuses (Refused) a target that is not ours (see `ownership`) or holds a site for the other audience, and one that
    another process is building. `unremoved`: what could not be cleaned away, which harms no site.
    """

    def __init__(self, target: Path, audience: Audience = Audience.public) -> None:
        target = Path(os.path.abspath(target))
        self.target = Path(os.path.realpath(target.parent)) / target.name
        self.audience = audience
        self.unremoved: list[OSError] = []
        self._purpose = f"staging {self.target.name!a}"
        refuse_what_is_not_ours(self.target, audience)
        self.target.parent.mkdir(parents=True, exist_ok=True)
        with _held(self.target.parent):
            self._clean_up()
            refuse_what_is_not_ours(self.target, audience)  # which a killed build may have left aside
            self._box = Path(mkdtemp(prefix=f".{self.target.name}-", dir=self.target.parent))
            self.folder = self._box / "new"
            self.aside = self._box / "aside"
            self._old = self._box / "old"
            try:
                mark(self._box, self._purpose)
                self._lock = _lock(self._box / MARK)
                self.folder.mkdir()
            except BaseException:
                shutil.rmtree(self._box)
                raise

    def _clean_up(self) -> None:
        """Undo what a killed build left, between two renames too. Refuses (Refused) while another one is at work."""
        for box in sorted(self.target.parent.iterdir()):
            if not box.name.startswith(f".{self.target.name}-") or marked_as(box) != self._purpose:
                continue
            try:
                handle = _lock(box / MARK)
            except BlockingIOError:
                words = f"Một lần tạo trang khác đang ghi {self.target}. Hãy chờ lần đó xong rồi chạy lại."
                raise Refused(words) from None
            if not os.path.lexists(self.target) and marked_as(box / "old"):
                (box / "old").rename(self.target)
            self._remove(box)
            _unlock(handle)

    def publish(self) -> None:
        """Put the new site in the old one's place, in one step where the system can, and remove the old one."""
        try:
            mark(self.folder, self.audience.name)
            if self.audience is Audience.internal:
                (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
            set_modes(self.folder)
            refuse_what_is_not_ours(self.target, self.audience)  # the build took its time
            self._swap()
        finally:
            self.close()

    def _swap(self) -> None:
        if not os.path.lexists(self.target):
            self.folder.rename(self.target)
        elif not exchanged(self.folder, self.target):
            self.target.rename(self._old)  # a start after a kill here finds no site and puts the old one back
            try:
                self.folder.rename(self.target)
            except OSError:
                self._old.rename(self.target)
                raise

    def close(self) -> None:
        """Remove the box, with the new site if that was not published, else with the old one."""
        self._remove(self._box)
        _unlock(self._lock)

    def _remove(self, box: Path) -> None:
        """Remove a box, its mark last, so that a next start can go on where this one is killed."""
        try:
            for item in sorted(box.iterdir()):
                if item.name != MARK:
                    shutil.rmtree(item)
            (box / MARK).unlink()
            box.rmdir()
        except OSError as error:
            self.unremoved.append(error)


def write_file(folder: Path, path: str, content: bytes, old: Path | None = None) -> None:
    """Write a file of the new site into `folder`; one that is as in the `old` site becomes another name of that file.

    Refuses (ValueError) a path that leads out of the folder. What was there before is replaced, never changed in place.
    """
    new = _room(folder, path)
    if old is None or not _linked(old / path, new, content):
        new.write_bytes(content)


def move_file(aside: Path, path: str, folder: Path) -> None:
    """Move a file of the new site that was written aside into `folder`, in place of what is there."""
    new = folder / path
    new.parent.mkdir(parents=True, exist_ok=True)
    (aside / path).replace(new)


def _room(folder: Path, path: str) -> Path:
    """Return where a file of the new site is to stand, in a folder that is there, and where nothing stands."""
    _refuse_outside(path)
    new = folder / path
    try:
        new.unlink()
    except FileNotFoundError:
        os.makedirs(new.parent, exist_ok=True)
    return new


def _refuse_outside(path: str) -> None:
    if not path.strip("./") or path.startswith("/") or "/../" in f"/{path}/":
        raise ValueError(f"{path} is outside the site")


def link_file(folder: Path, path: str, old: Path, content: bytes) -> bool:
    """Make a file of the `old` site one of the new, if its bytes still have this fingerprint; return whether they do.

    Refuses (ValueError) a path that leads out of the folder.
    """
    _refuse_outside(path)
    file = old / path
    try:
        bytes_ = file.read_bytes() if is_file(file) else b""
    except OSError:  # there is no such file any more
        return False
    if digest(bytes_) != content:
        return False
    new = _room(folder, path)
    if not _named(file, new, len(bytes_)):
        new.write_bytes(bytes_)
    return True


def _linked(old: Path, new: Path, content: bytes) -> bool:
    """Return whether `new` was made another name of `old`, which is done where both hold the same."""
    try:
        is_same = is_plain(old, len(content)) and old.read_bytes() == content
    except OSError:  # there is no old file
        return False
    return is_same and _named(old, new, len(content))


def _named(old: Path, new: Path, size: int) -> bool:
    """Return whether `new` was made another name of `old`, which is done for a plain file of the size."""
    try:
        if is_plain(old, size):
            os.link(old, new)
            return True
    except OSError:  # the file is gone, or the file system has no hard links: it is written instead
        pass
    return False


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a folder for this process alone, waiting until it can be had."""
    handle = _lock(folder, waits=True)
    try:
        yield
    finally:
        _unlock(handle)


def _lock(path: Path, *, waits: bool = False) -> int | None:
    """Return the handle that holds the path, even when it is renamed, until it is unlocked or the process ends.

    None on Windows, where nothing is held. Raises BlockingIOError where another process holds it, unless it waits.
    """
    if sys.platform == "win32":
        return None
    handle = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
    except BaseException:
        os.close(handle)
        raise
    return handle


def _unlock(handle: int | None) -> None:
    if handle is not None:
        os.close(handle)
