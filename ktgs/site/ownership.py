"""Whose a folder is: the mark that says it is ours, and what may never be replaced."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from ktgs.facts.audience import Audience

MARK = ".ktgs-site"

_BEGINS = "ktgs: "
_LONGEST = 4096  # bytes of a mark's first line that are looked at
_ABOUT = "Thư mục này do ktgs tạo, và mỗi lần tạo trang lại thay toàn bộ. Đừng để tệp khác ở đây, đừng xóa tệp này.\n"
_MOUNTS = Path("/proc/self/mountinfo")  # proc(5): the fifth field is the place, with octal escapes


class Refused(Exception):
    """A folder that may not be replaced or used now; the text says which, why and what to do, in Vietnamese."""


def mark(folder: Path, what: str) -> None:
    """Write the mark into a folder of ours: the kind of a site, or for what else the folder is."""
    (folder / MARK).write_bytes(f"{_BEGINS}{what}\n{_ABOUT}".encode())


def marked_as(folder: Path) -> str | None:
    """Return what the mark in the folder says; None without one, as for a link and for a mark that cannot be read."""
    if folder.is_symlink():
        return None
    try:
        handle = os.open(folder / MARK, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:  # whatever the reason: nothing says that it is ours
        return None
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        line = stream.readline(_LONGEST).decode("utf-8", "replace")
    return line.removeprefix(_BEGINS).rstrip("\r\n") if line.startswith(_BEGINS) else None


def refuse_what_is_not_ours(target: Path, audience: Audience) -> None:
    """Refuse (Refused) a target that is no folder, is a mount point, or holds anything but a site for the audience.

    An internal site is refused a folder that git tracks, too: its pages would be pushed with the next commit.
    """
    if reason := _reason(target, audience):
        raise Refused(f"{target} {reason}")
    if audience is Audience.internal and _is_tracked(target):
        cure = "Hãy chọn thư mục khác bằng --site, hoặc bỏ thư mục này khỏi git trước."
        raise Refused(f"{target} có tệp do git theo dõi nên không được chứa trang nội bộ. {cure}")


def refuse_inside(target: Path, folders: Iterable[Path]) -> None:
    """Refuse (Refused) a target that is one of the folders or lies in one: the site would be read as what they hold."""
    real = Path(os.path.realpath(target))
    for folder in map(Path, map(os.path.realpath, folders)):
        if real == folder or folder in real.parents:
            raise Refused(f"{target} nằm trong {folder}. Hãy chọn thư mục khác bằng --site.")


def _reason(target: Path, audience: Audience) -> str:
    """Return why the target may not be replaced and the cure; nothing for a folder that is ours, empty or not there."""
    if target.is_symlink():
        return "là một liên kết, không phải thư mục thật. Hãy xóa liên kết, hoặc chọn thư mục khác bằng --site."
    if ".git" in target.parts:
        return "nằm trong lịch sử git (.git). Hãy chọn thư mục khác bằng --site."
    if not target.exists():
        return ""
    if not target.is_dir():
        return "không phải là thư mục. Hãy đổi tên tệp ấy, hoặc chọn thư mục khác bằng --site."
    if _is_mounted(target):
        cure = f"Hãy chọn một thư mục con, ví dụ --site {target / 'trang'}."
        return f"là, hoặc có chứa, một điểm gắn ổ đĩa (mount), nên không thể thay cả thư mục. {cure}"
    mark = marked_as(target)
    if mark is None and any(target.iterdir()):
        cure = "Hãy chọn thư mục khác bằng --site; nếu đó là trang do bản ktgs trước tạo thì xóa thư mục ấy đi."
        return f"đang chứa thứ khác, không phải trang do ktgs tạo (không có tệp {MARK}). {cure}"
    if mark not in (None, audience.name):
        holds = Audience[mark] if mark in Audience.__members__ else "thứ khác"
        return f"đang chứa {holds}, còn lần này là {audience}. Hãy chọn thư mục khác bằng --site."
    if os.path.lexists(target / ".git"):
        return "có lịch sử git (.git) nên không được thay. Hãy chọn thư mục khác bằng --site, hoặc chuyển .git đi."
    return ""


def _is_tracked(folder: Path) -> bool:
    """Return whether git tracks anything in the folder or, where that was removed, of its name."""
    command = ["git", "-C", str(folder.parent), "ls-files", "-z", "--", f":(literal){folder.name}"]
    try:
        told = subprocess.run(command, capture_output=True, check=False)
    except OSError:  # without git, or without the folder's own folder, nothing there is tracked
        return False
    return bool(told.stdout)


def _is_mounted(folder: Path) -> bool:
    """Return whether something is mounted at the folder or, where the system lists that, below it."""
    if not sys.platform.startswith("linux") or not _MOUNTS.exists():
        return os.path.ismount(folder)
    lines = _MOUNTS.read_bytes().splitlines()
    places = [Path(os.fsdecode(line.split()[4].decode("unicode_escape").encode("latin-1"))) for line in lines]
    return any(place == folder or folder in place.parents for place in places)
