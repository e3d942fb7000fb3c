"""What something is made of, as a few bytes: two that are equal are made of the same."""

from __future__ import annotations

import os
import stat
import sys
import sysconfig
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

_SIZE = 32
_LONGEST = 16 * 1024 * 1024  # bytes of a file that are looked at
_CODE = Path(__file__).parents[1]


def digest(content: bytes) -> bytes:
    """Return the fingerprint of some bytes."""
    return blake2b(content, digest_size=_SIZE).digest()


def of_paths(paths: Iterable[Path | str]) -> bytes:
    """Return the fingerprint of files and whole folders: names, kinds, modes and contents. No link is followed.

    What cannot be read counts by the reason why; what is not there counts as that. Of a file too large to be read whole
    its beginning counts, its size and when it was changed.
    """
    total = blake2b(digest_size=_SIZE)
    left = [str(path) for path in paths]
    left.reverse()
    while left:  # no recursion: folders can lie deeper than Python can follow
        path = left.pop()
        said = os.fsencode(path)
        try:
            status = os.lstat(path)
            mode, content = status.st_mode, b""
            if stat.S_ISREG(mode):
                content = _content(path, status)
            elif stat.S_ISDIR(mode):
                left += [f"{path}{os.sep}{child}" for child in sorted(os.listdir(path), reverse=True)]
            elif stat.S_ISLNK(mode):
                content = os.fsencode(os.readlink(path))
        except OSError as error:
            mode, content = 0, str(error.errno).encode()
        total.update(digest(b"%d %d %d " % (len(said), mode, len(content)) + said + content))
    return total.digest()


def _content(path: str, status: os.stat_result) -> bytes:
    with open(path, "rb", buffering=0) as stream:
        if status.st_size <= _LONGEST:
            return stream.readall()
        return (stream.read(_LONGEST) or b"") + b"%d %d %d" % (status.st_size, status.st_mtime_ns, status.st_ctime_ns)


@cache
def of_program() -> bytes:
    """Return the fingerprint of this program: its code, the Python that runs it and the packages installed beside."""
    packages = sorted(name for name in os.listdir(sysconfig.get_path("purelib")) if name.endswith(".dist-info"))
    code = (f"{at}{os.sep}{name}" for at, _, names in os.walk(_CODE) for name in names if name.endswith(".py"))
    return digest(repr((sys.version, packages, of_paths(sorted(code)))).encode())
