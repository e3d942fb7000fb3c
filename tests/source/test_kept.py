"""Trees that are kept say what reading says, places and all; one that may not hold any more is read anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ktgs.reuse.store import FOLDER, Store
from ktgs.source import kept
from ktgs.source.kept import KeptTrees, kept_trees, read_file
from ktgs.source.tree import Places
from tests.repo import SAMPLE

REPOSITORY = Path(__file__).parents[2]

ODD = (
    ("data/a.yml", "tên: A\nbuổi:\n  - mã: b1\n    giờ:\n  - {mã: b2, chủ đề: [a, [b, {c: d}]]}\nmời: {}\ncụm: []\n"),
    ("data/b.yml", "tên: A\nnội dung: |\n  một\n  hai\n"),
    ("data/c.yml", "tên: A\nnội dung: |\n  một\n  hai\n"),  # the same in another place
    ("data/c.md", "---\ntên: A\n---\n\nLời văn.\n"),
    ("data/d.md", "---\n\ntên: A\n---\nLời văn.\n"),
)


def shipped() -> list[tuple[bytes, str]]:
    """Return bytes and path of all files of the repository and the sample, and of odd ones."""
    folders = (REPOSITORY / "data", SAMPLE / "data")
    paths = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in (".yml", ".md")]
    assert len(paths) > 100
    return [(text.encode(), file) for file, text in ODD] + [(path.read_bytes(), path.as_posix()) for path in paths]


def told(node: Any) -> Any:
    """Return a tree with all that its places say, which comparing trees passes over."""
    if isinstance(node, dict):
        return {key: told(value) for key, value in node.items()}
    if isinstance(node, list):
        return [told(item) for item in node]
    return (node.file, repr(node.layout)) if isinstance(node, Places) else node


def parsed_by(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return the list to which the bytes are added that are parsed from now on."""
    parsed: list[bytes] = []

    def read(data: bytes, file: str) -> kept.Read:
        parsed.append(data)
        return read_file(data, file)

    monkeypatch.setattr(kept, "read_file", read)
    return parsed


def test_what_is_kept_says_what_reading_says() -> None:
    files = shipped()
    first = KeptTrees()
    expected = [(told(tree), problems) for tree, problems in (read_file(*file) for file in files)]
    assert [(told(tree), problems) for tree, problems in (first.read(*file) for file in files)] == expected
    second = KeptTrees(first.to_keep())
    assert [(told(tree), problems) for tree, problems in (second.read(*file) for file in files)] == expected
    assert second.to_keep() is None


def test_trees_are_given_each_time_anew() -> None:
    (data, file), *_ = shipped()
    trees = KeptTrees()
    trees.read(data, file)
    again = KeptTrees(trees.to_keep())
    first, _ = again.read(data, file)
    assert first
    first["tên"] = first["cụm"] = "B"
    assert told(again.read(data, file)[0]) == told(read_file(data, file)[0])


def test_only_what_is_still_there_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    trees = KeptTrees()
    for data in (b"a: b\n", b"c:\n  d: e\n"):
        trees.read(data, "data/a.yml")
    less = KeptTrees(trees.to_keep())
    less.read(b"c:\n  d: e\n", "data/a.yml")
    less.read(b"f: g\n\n\nh: i\n", "data/a.yml")
    last = KeptTrees(less.to_keep())
    read = parsed_by(monkeypatch)
    for data in (b"a: b\n", b"c:\n  d: e\n", b"f: g\n\n\nh: i\n"):
        assert told(last.read(data, "data/a.yml")[0]) == told(read_file(data, "data/a.yml")[0])
    assert read == [b"a: b\n"]


def test_a_file_with_a_diagnostic_is_read_each_time() -> None:
    trees = KeptTrees()
    for data in (b"a: [\n", b"b: c #d\n"):
        trees.read(data, "data/a.yml")
    again = KeptTrees(trees.to_keep())
    for data in (b"a: [\n", b"b: c #d\n"):
        tree, problems = again.read(data, "data/a.yml")
        assert problems
        assert (tree, problems) == read_file(data, "data/a.yml")


def test_no_more_is_kept_than_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 1)
    trees = KeptTrees()
    trees.read(b"a: b\n", "data/a.yml")
    trees.read(b"c: d\n", "data/b.yml")
    again = KeptTrees(trees.to_keep())
    assert [again.read(data, "data/a.yml")[0] for data in (b"a: b\n", b"c: d\n")] == [
        read_file(data, "data/a.yml")[0] for data in (b"a: b\n", b"c: d\n")
    ]
    assert again.to_keep() is None


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path


def reads(root: Path, monkeypatch: pytest.MonkeyPatch, data: bytes = b"a: b\n") -> bool:
    """Return whether a process that reads these bytes has to parse them; what it is given is right in any case."""
    with monkeypatch.context() as patched:
        parsed = parsed_by(patched)
        with kept_trees(Store(root)) as read_tree:
            assert told(read_tree(data, "data/a.yml")[0]) == told(read_file(data, "data/a.yml")[0])
    return bool(parsed)


def test_the_next_process_reads_nothing_twice(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [reads(root, monkeypatch) for _ in range(3)] == [True, False, False]
    assert reads(root, monkeypatch, b"a: c\n")


def test_what_is_damaged_or_of_other_code_is_not_there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads(root, monkeypatch)
    file = root / FOLDER / "trees"
    whole = file.read_bytes()
    for damaged in (b"", whole[:-1], whole[:-3] + b"\0" + whole[-2:], b"x" * len(whole), whole + b"x"):
        file.write_bytes(damaged)
        assert reads(root, monkeypatch)
        assert not reads(root, monkeypatch)
    with monkeypatch.context() as patched:
        patched.setattr(kept, "of_program", lambda: b"y" * 32)
        assert reads(root, monkeypatch)
    assert reads(root, monkeypatch)


def test_two_processes_at_once_do_no_harm(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with kept_trees(Store(root)) as first:
        with kept_trees(Store(root)) as second:
            second(b"c: d\n", "data/b.yml")
        first(b"a: b\n", "data/a.yml")
    assert not reads(root, monkeypatch)
    assert reads(root, monkeypatch, b"c: d\n")


def test_without_a_store_nothing_is_kept(root: Path) -> None:
    with kept_trees(None) as read_tree:
        assert read_tree is read_file
    (root / "data").rmdir()
    with kept_trees(Store(root)) as read_tree:  # where there is no data there is no folder of ours
        assert read_tree(b"a: b\n", "data/a.yml") == read_file(b"a: b\n", "data/a.yml")
    assert list(root.iterdir()) == []
