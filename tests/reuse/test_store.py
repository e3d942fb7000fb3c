"""What is kept beside the data: whole or not there, for its key alone, bounded, closed to others."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest

from ktgs.reuse import store as module
from ktgs.reuse.fingerprints import digest, of_paths
from ktgs.reuse.store import FOLDER, Store

KEY, OTHER = digest(b"one"), digest(b"other")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path


def test_a_value_is_given_for_its_key_alone(root: Path) -> None:
    Store(root).put("name", KEY, b"value")
    assert Store(root).get("name", KEY) == b"value"
    assert Store(root).get("name", OTHER) is None
    assert Store(root).get("other", KEY) is None


def test_a_damaged_value_is_not_there(root: Path) -> None:
    Store(root).put("name", KEY, b"value")
    file = root / FOLDER / "name"
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert Store(root).get("name", KEY) is None
        file.write_bytes(whole[:place])
        assert Store(root).get("name", KEY) is None


def test_it_is_closed_to_others_and_told_to_git(root: Path) -> None:
    Store(root).put("name", KEY, b"value")
    assert stat.S_IMODE((root / FOLDER).stat().st_mode) & 0o077 == 0
    assert (root / FOLDER / ".gitignore").read_text() == "*\n"


def test_nothing_is_kept_without_data_or_through_a_link(tmp_path: Path) -> None:
    Store(tmp_path).put("name", KEY, b"value")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "data").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / FOLDER).symlink_to(tmp_path / "elsewhere")
    Store(tmp_path).put("name", KEY, b"value")
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert Store(tmp_path).clear() == 0


def test_what_git_carries_is_no_value(root: Path) -> None:
    """Forged with the data it would be another's answer; a link, here to a file without end, is not followed."""
    Store(root).put("answer", KEY, b"value")
    (root / FOLDER / "answer").chmod(0o644)
    (root / FOLDER / "endless").symlink_to("/dev/zero")
    os.mkfifo(root / FOLDER / "pipe")
    assert [Store(root).get(name, KEY) for name in ("answer", "endless", "pipe")] == [None, None, None]


def test_a_copy_is_no_value(root: Path) -> None:
    """A repository can be cloned under a umask, or unpacked from an archive, that gives its files our own mode."""
    Store(root).put("answer", KEY, b"value")
    file = root / FOLDER / "answer"
    shutil.copy2(file, file.with_name("copy"))
    os.replace(file.with_name("copy"), file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert Store(root).get("answer", KEY) is None


def test_no_link_in_the_folder_is_followed(root: Path) -> None:
    (root / FOLDER).mkdir()
    (root / FOLDER / ".gitignore").symlink_to(root / "elsewhere")
    (root / FOLDER / "answer").symlink_to(root / "mine")
    (root / "mine").write_text("dear", encoding="utf-8")
    Store(root).put("answer", KEY, b"value")
    assert not (root / "elsewhere").exists()
    assert (root / "mine").read_text("utf-8") == "dear"
    assert Store(root).get("answer", KEY) == b"value"


def test_the_oldest_values_go_where_all_would_be_too_much(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 3000)
    for number, name in enumerate(("first", "second", "third")):
        Store(root).put(name, KEY, b"x" * 1200)
        os.utime(root / FOLDER / name, (number + 1, number + 1))
    Store(root).put("fourth", KEY, b"x" * 1200)
    assert Store(root).get("first", KEY) is None
    assert Store(root).get("fourth", KEY) == b"x" * 1200
    assert Store(root).size() <= 3000


def test_clearing_removes_all(root: Path) -> None:
    Store(root).put("name", KEY, b"value")
    assert Store(root).clear() > 0
    assert not (root / FOLDER).exists()


def test_a_fingerprint_sees_content_name_mode_kind_and_absence(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "file"
    file.parent.mkdir()
    seen = set()
    for change in (
        lambda: None,
        lambda: file.write_bytes(b"1"),
        lambda: file.write_bytes(b"2"),
        lambda: file.chmod(0o600 if file.stat().st_mode & 0o044 else 0o644),
        lambda: file.rename(file.with_name("other")),
        lambda: file.symlink_to("other"),
        file.unlink,
        file.mkdir,
    ):
        change()
        seen.add(of_paths((tmp_path / "folder",)))
    assert len(seen) == 7  # without the link all is as before it
    assert of_paths((tmp_path / "none",)) not in seen


def test_what_is_deep_or_huge_is_seen_without_being_read_whole(tmp_path: Path) -> None:
    folders = [tmp_path]
    for _ in range(1100):  # deeper than Python follows by calls
        folders.append(folders[-1] / "a")
        folders[-1].mkdir()
    before = of_paths((tmp_path,))
    with (tmp_path / "huge").open("wb") as stream:
        stream.truncate(64 * 1024**3)  # it has holes, and takes no room
    with_huge = of_paths((tmp_path,))
    os.truncate(tmp_path / "huge", 64 * 1024**3 + 1)
    assert len({before, with_huge, of_paths((tmp_path,))}) == 3
    for folder in reversed(folders[1:]):
        folder.rmdir()
