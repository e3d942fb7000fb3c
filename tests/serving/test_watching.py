"""Events of the file system as editors and git bring them, on real folders."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest
from watchdog.observers.polling import PollingObserver

from ktgs.serving import watching
from ktgs.serving.watching import Changed, Watching

PATIENCE = 60.0  # seconds
MOMENT = 0.2  # seconds, in which what is gathered would come

Heard = Callable[[], Changed]


@pytest.fixture(params=["events", "polling"])
def folders(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Heard]:
    """A repository that is watched, by events and without any, and what waits for the next kinds of change."""
    if request.param == "polling":
        monkeypatch.setattr(watching, "Observer", _none)
        monkeypatch.setattr(watching, "_POLLED", 0.05)
    for folder in ("data/units", "docs", "code", "other"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "data/units/a.yml").write_text("a")
    (tmp_path / "mkdocs.yml").write_text("a")
    heard = SimpleQueue[Changed]()
    kinds = {"data": Changed.data, "docs": Changed.own, "mkdocs.yml": Changed.own, "code": Changed.code}
    watched = Watching({tmp_path / name: kind for name, kind in kinds.items()}, heard.put)
    assert isinstance(watched.observer, PollingObserver) == (request.param == "polling")
    request.addfinalizer(watched.observer.stop)
    return tmp_path, lambda: heard.get(timeout=PATIENCE)


def _none() -> None:
    raise OSError("no more watches")


def test_what_changes_is_told_by_its_kind(folders: tuple[Path, Heard]) -> None:
    root, heard = folders
    (root / "other/a.yml").write_text("a")  # nobody asked for it
    (root / "code/a.pyc").write_text("a")  # nor for this
    (root / "data/units/b.yml").write_text("b")
    assert heard() is Changed.data
    (root / "docs/a.md").write_text("a")
    assert heard() is Changed.own
    (root / "mkdocs.yml").write_text("another")
    assert heard() is Changed.own
    (root / "code/a.py").write_text("a")
    assert heard() is Changed.code
    (root / "data/units/a.yml").unlink()
    assert heard() is Changed.data


def test_a_file_that_takes_another_s_place_is_a_change(folders: tuple[Path, Heard]) -> None:
    """So editors save."""
    root, heard = folders
    (root / "other/new").write_text("new text")
    os.replace(root / "other/new", root / "data/units/a.yml")
    assert heard() is Changed.data
    (root / "other/new").write_text("new settings")
    os.replace(root / "other/new", root / "mkdocs.yml")
    assert heard() is Changed.own


def test_a_folder_that_goes_and_comes_is_still_watched(folders: tuple[Path, Heard]) -> None:
    """So git does, and who copies a repository over another."""
    root, heard = folders
    shutil.rmtree(root / "data")
    assert heard() is Changed.data
    (root / "data/units").mkdir(parents=True)
    (root / "data/units/a.yml").write_text("a")
    assert heard() is Changed.data
    (root / "data/units/c.yml").write_text("c")
    assert heard() is Changed.data


def test_many_changes_of_a_moment_are_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "_QUIET", MOMENT)
    monkeypatch.setattr(watching, "_LONGEST", PATIENCE)
    (tmp_path / "data").mkdir()
    (tmp_path / "docs").mkdir()
    heard = SimpleQueue[Changed]()
    watched = Watching({tmp_path / "data": Changed.data, tmp_path / "docs": Changed.own}, heard.put)
    for number in range(200):
        (tmp_path / f"data/{number}.yml").write_text("a")
    (tmp_path / "docs/a.md").write_text("a")
    assert heard.get(timeout=PATIENCE) == Changed.data | Changed.own
    with pytest.raises(Empty):
        heard.get(timeout=2 * MOMENT)
    (tmp_path / "data/0.yml").read_text()  # reading is no change
    with pytest.raises(Empty):
        heard.get(timeout=2 * MOMENT)
    watched.observer.stop()
