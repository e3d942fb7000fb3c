"""Writes a file of the data whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from tempfile import NamedTemporaryFile


def save(path: Path, data: bytes) -> None:
    """Put the bytes in the file's place, which keeps its mode; OSError where the disk refuses, and the old file stays.

    Folders that are not there are made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o644
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
        written = Path(stream.name)
        try:
            stream.write(data)
            stream.close()
            written.chmod(mode)
            os.replace(written, path)
        except BaseException:
            written.unlink(missing_ok=True)
            raise
