"""Folders compared as trees."""

from __future__ import annotations

from pathlib import Path


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder: path with `/` and bytes. Refuses (AssertionError) links."""
    found = {}
    for path in sorted(folder.rglob("*")):
        assert not path.is_symlink(), path
        if not path.is_dir():
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def differences(expected: dict[str, bytes], actual: dict[str, bytes]) -> list[str]:
    """Return what came, went or changed between two trees, one line a file."""
    gone = [f"- {path}" for path in expected.keys() - actual.keys()]
    new = [f"+ {path}" for path in actual.keys() - expected.keys()]
    changed = [f"M {path}" for path in expected.keys() & actual.keys() if expected[path] != actual[path]]
    return sorted(gone + new + changed, key=lambda line: line[2:])
