"""What something is made of, as a few bytes: two that are equal are made of the same."""

from __future__ import annotations

import os
import sys
import sysconfig
from functools import cache
from hashlib import blake2b
from pathlib import Path

_SIZE = 32
_CODE = Path(__file__).parents[1]


def digest(content: bytes) -> bytes:
    """Return the fingerprint of some bytes."""
    return blake2b(content, digest_size=_SIZE).digest()


def of_paths(paths: tuple[Path, ...]) -> bytes:
    """Return the fingerprint of files and whole folders: names, kinds, modes and contents. No link is followed.

    What cannot be read counts by the reason why; what is not there counts as that.
    """
    total = blake2b(digest_size=_SIZE)
    for path in paths:
        total.update(_entry(str(path), path))
    return total.digest()


def _entry(name: str, path: Path) -> bytes:
    said = os.fsencode(name)
    try:
        mode = os.lstat(path).st_mode
        if path.is_symlink():
            content = os.fsencode(os.readlink(path))
        elif path.is_dir():
            content = b"".join(_entry(child, path / child) for child in sorted(os.listdir(path)))
        elif path.is_file():
            content = path.read_bytes()
        else:
            content = b""
    except OSError as error:
        mode, content = 0, str(error.errno).encode()
    return digest(b"%d %d %d " % (len(said), mode, len(content)) + said + content)


@cache
def of_program() -> bytes:
    """Return the fingerprint of this program: its code, the Python that runs it and the packages installed beside."""
    packages = sorted(name for name in os.listdir(sysconfig.get_path("purelib")) if name.endswith(".dist-info"))
    code = [(path.as_posix(), path.read_bytes()) for path in sorted(_CODE.rglob("*.py"))]
    return digest(repr((sys.version, packages, code)).encode())
