"""What the disk can do and refuse: two folders that change places, modes, and why a file could not be written."""

from __future__ import annotations

import ctypes
import errno
import os
import stat
import sys
from pathlib import Path

FOLDER_MODE = 0o755
FILE_MODE = 0o666 if sys.platform == "win32" else 0o644  # Windows knows only whether a file may be written

_AT_FDCWD = -100  # linux/fcntl.h
_RENAME_EXCHANGE = 2  # linux/fs.h
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}  # an old kernel, or a file system that cannot exchange
_REASONS = {
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã hết dung lượng được cấp",
    errno.EACCES: "không có quyền ghi",
    errno.EPERM: "không có quyền ghi",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EBUSY: "thư mục đang bị chiếm dụng",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.EEXIST: "ở đó đã có tệp khác",
    errno.ENOTDIR: "đường dẫn đi qua một tệp, không phải thư mục",
}


def reason(error: OSError) -> str:
    """Return why the disk refused, in Vietnamese where it is one of the usual reasons, and where."""
    words = _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__
    return f"{words} ({error.filename})" if error.filename else words


def exchanged(first: Path, other: Path) -> bool:
    """Return whether two folders changed places in one step, which Linux does on most file systems."""
    rename = None if sys.platform == "win32" else getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(first), None, str(other))


def set_modes(folder: Path) -> None:
    """Let everyone read the folder and all in it, and its owner alone write, whatever umask it was written under."""
    for path, _, files in os.walk(folder):
        os.chmod(path, FOLDER_MODE)
        for name in files:
            file = os.path.join(path, name)
            if stat.S_IMODE(os.lstat(file).st_mode) != FILE_MODE:
                os.chmod(file, FILE_MODE)


def is_file(file: Path) -> bool:
    """Return whether this is a regular file: no link, and no pipe, which whoever opens it would wait at."""
    return stat.S_ISREG(file.lstat().st_mode)


def is_plain(file: Path, size: int) -> bool:
    """Return whether this is a regular file, no link, of the size, with the mode that files of the site have."""
    status = file.lstat()
    return stat.S_ISREG(status.st_mode) and stat.S_IMODE(status.st_mode) == FILE_MODE and status.st_size == size
