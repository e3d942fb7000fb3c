"""Versions of the data as git keeps them, each laid out in a folder of its own.

Git is asked by its plumbing alone, so that no hook, filter or pager of anybody runs.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ktgs.source.discovery import FOLDER
from ktgs.source.site_folders import HANDBOOK, SETTINGS, TEMPLATES

_READ = (FOLDER, HANDBOOK, TEMPLATES, SETTINGS)  # all that an examination looks at
_FILES = (b"100644", b"100755")
_LINK = b"120000"
_NOWHERE = "nowhere"
_OWN = ("core.quotePath=false", "core.hooksPath=/dev/null", "core.fsmonitor=false")


class NoVersion(Exception):
    """A version that git does not give; the text says in Vietnamese why, and what to do."""


@contextmanager
def laid_out(root: Path, revision: str) -> Iterator[Path]:
    """Yield a folder with what an examination reads of a revision of the repository at `root`; it goes afterwards.

    Refuses (NoVersion) where there is no git, no repository or no such revision.
    """
    prefix = _text(_git(root, "rev-parse", "--show-prefix"))
    commit = _text(_git(root, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}", asked=revision))
    listed = _git(root, "ls-tree", "-r", "-z", "--full-tree", f"{commit}:{prefix}", "--", *_READ)
    with TemporaryDirectory(prefix="ktgs-") as folder:
        _lay(root, Path(folder), listed)
        yield Path(folder)


@contextmanager
def staged(root: Path) -> Iterator[Path]:
    """Yield a folder with the data that are staged for the next commit; it goes afterwards.

    Refuses (NoVersion) where there is no git or no repository.
    """
    listed = _git(root, "ls-files", "--stage", "-z", "--", FOLDER)
    with TemporaryDirectory(prefix="ktgs-") as folder:
        _lay(root, Path(folder), listed)
        yield Path(folder)


def staged_files(root: Path) -> frozenset[str]:
    """Return the paths from `root` of what the next commit adds or changes. Refuses (NoVersion) as `staged` does."""
    try:
        before = _text(_git(root, "rev-parse", "--verify", "HEAD"))
    except NoVersion:  # nothing was committed yet: compared with the empty tree
        before = _text(_git(root, "hash-object", "-t", "tree", "--stdin"))
    listed = _git(root, "diff-index", "--cached", "--name-only", "--relative", "-z", "--diff-filter=d", before, "--")
    return frozenset(os.fsdecode(name) for name in listed.split(b"\0") if name)


def _git(root: Path, *arguments: str, given: bytes = b"", asked: str | None = None) -> bytes:
    settings = (word for setting in _OWN for word in ("-c", setting))
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    command = ["git", *settings, *arguments]
    try:
        done = subprocess.run(command, cwd=root, input=given, capture_output=True, check=False, env=environment)
    except FileNotFoundError:
        raise NoVersion("Máy này chưa có git. Cài git rồi chạy lại.") from None
    if done.returncode == 0:
        return done.stdout
    if asked is not None:
        cure = "Ghi tên nhánh, thẻ hoặc mã phiên bản; máy chưa có thì chạy git fetch trước."
        raise NoVersion(f"Kho git không có phiên bản “{asked}”. {cure}")
    told = done.stderr.decode("utf-8", "replace").strip() or f"mã thoát {done.returncode}"
    raise NoVersion(f"Không đọc được kho git ở “{root}” ({told}). Chạy lệnh trong kho git, hoặc chỉ ra bằng --root.")


def _text(output: bytes) -> str:
    return os.fsdecode(output.rstrip(b"\n"))


def _lay(root: Path, folder: Path, listed: bytes) -> None:
    """Write the files of a listing of `ls-tree` or `ls-files --stage`; a link leads nowhere, so nothing follows it."""
    blobs: dict[str, bytes] = {}
    links: list[str] = []
    for entry in filter(None, listed.split(b"\0")):
        told, _, name = entry.partition(b"\t")
        words, path = told.split(), os.fsdecode(name)
        if words[0] in _FILES and _is_inside(path):
            blobs[path] = max(words, key=len)
        elif words[0] == _LINK and _is_inside(path):
            links.append(path)
    for parent in {os.path.dirname(path) for path in (*blobs, *links)}:
        os.makedirs(folder / parent, exist_ok=True)
    contents = _contents(root, set(blobs.values()))
    for path, blob in blobs.items():
        with open(os.path.join(folder, path), "wb", buffering=0) as stream:
            stream.write(contents[blob])
    for path in links:
        (folder / path).symlink_to(_NOWHERE)


def _is_inside(path: str) -> bool:
    return not path.startswith("/") and ".." not in path.split("/") and "\\" not in path


def _contents(root: Path, blobs: set[bytes]) -> dict[bytes, bytes]:
    """Return the content of each blob."""
    output = _git(root, "cat-file", "--batch", given=b"".join(blob + b"\n" for blob in sorted(blobs)))
    contents: dict[bytes, bytes] = {}
    at = 0
    while at < len(output):
        end = output.index(b"\n", at)
        name, *told = output[at:end].split()
        if len(told) != 2:  # "missing", in a copy that is not whole
            raise NoVersion(f"Kho git thiếu nội dung {os.fsdecode(name)}. Chạy git fetch --refetch rồi chạy lại.")
        size = int(told[1])
        contents[name] = output[end + 1 : end + 1 + size]
        at = end + 2 + size
    return contents
