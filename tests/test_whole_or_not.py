"""The site is replaced whole or not at all, whatever stops the build; and nothing is left behind."""

from __future__ import annotations

import errno
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from ktgs.language import scanning
from ktgs.mkdocs_plugin import build
from ktgs.site import staging
from tests import tmpfs_build
from tests.at_once import pairs
from tests.killing import killed
from tests.odd_build import MOMENTS
from tests.repo import SAMPLE, lay
from tests.trees import differences, tree

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).parent.parent
FIRST, SECOND = date(2020, 5, 5), date(2020, 6, 10)  # every page tells its day, so every page changes


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the first day."""
    site = tmp_path_factory.mktemp("first") / "site"
    assert build(SAMPLE, site, False, FIRST) == 0
    return site


@pytest.fixture
def root(tmp_path: Path, first: Path) -> Path:
    """A repository whose site was built for the first day."""
    shutil.copytree(first, lay(tmp_path / "repository", {}) / "site")
    return tmp_path / "repository"


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of the second day, built in peace."""
    site = tmp_path_factory.mktemp("second") / "site"
    assert build(SAMPLE, site, False, SECOND) == 0
    return tree(site)


def left(root: Path) -> list[str]:
    """Return what lies beside the data, hidden files included."""
    return sorted(path.name for path in root.iterdir())


def assert_next_build_succeeds(root: Path, second: dict[str, bytes]) -> None:
    assert build(root, None, False, SECOND) == 0
    assert differences(second, tree(root / "site")) == []
    assert left(root) == ["data", "site"]


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed(moment: str, root: Path, second: dict[str, bytes]) -> None:
    """kill -9: the old site is there byte for byte, after the swap the new one; the next build cleans up."""
    old = tree(root / "site")
    command = [sys.executable, "-m", "tests.odd_build", f"kill={moment}", "--", "build", "--root", str(root)]
    ran = subprocess.run([*command, "--today", str(SECOND)], cwd=REPOSITORY, capture_output=True, check=False)
    assert ran.returncode == -signal.SIGKILL, ran.stderr.decode()
    assert differences(second if moment in ("after the swap", "cleaning") else old, tree(root / "site")) == []
    assert_next_build_succeeds(root, second)


def test_stopped_at_random_moments(tmp_path: Path) -> None:
    """kill -9 and Ctrl+C in turn: the old site or the new one. `python -m tests.killing 100` does so a hundred times.

    After Ctrl+C one line and 130 with the old site, or nothing and 0 with the new one. Python ends a process by the
    signal itself where that came while a text was run as code, as it is for every dataclass, though it was looked after
    then; a shell says 130 of that, too.
    """
    found = list(killed(lay(tmp_path / "root", {}), 6, seed=20201015, signals=(signal.SIGKILL, signal.SIGINT)))
    by_kill, by_ctrl_c = found[::2], found[1::2]
    assert set(by_kill) <= {(-signal.SIGKILL, "old", ""), (-signal.SIGKILL, "new", ""), (0, "new", "")}
    assert (-signal.SIGKILL, "old", "") in by_kill
    said = ("Đã dừng.\n", "Đã dừng. Trang cũ còn nguyên.\n")
    stopped = {(code, "old", words) for code in (130, -signal.SIGINT) for words in said}
    assert set(by_ctrl_c) <= {*stopped, (0, "new", "")}
    assert stopped & set(by_ctrl_c)


def test_killed_between_two_renames(root: Path, second: dict[str, bytes]) -> None:
    """Where folders cannot be exchanged there is a moment without a site: the next start puts the old one back."""
    old = tree(root / "site")
    command = [sys.executable, "-m", "tests.odd_build", "kill=between two renames", "--", "build", "--root", str(root)]
    ran = subprocess.run([*command, "--today", str(SECOND)], cwd=REPOSITORY, capture_output=True, check=False)
    assert ran.returncode == -signal.SIGKILL, ran.stderr.decode()
    assert not (root / "site").exists()
    staging.Staging(root / "site").close()
    assert tree(root / "site") == old
    assert left(root) == ["data", "site"]
    assert_next_build_succeeds(root, second)


def test_where_folders_cannot_be_exchanged(
    root: Path, second: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "exchanged", lambda *_: False)
    assert_next_build_succeeds(root, second)


def failing(*_: Any) -> Iterator[Any]:
    raise RuntimeError("failing on purpose")
    yield


def test_failing_export(
    root: Path, second: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An export that raises stops the build with its name and reason."""
    old = tree(root / "site")

    def modules(package: str) -> tuple[Any, ...]:
        broken = SimpleNamespace(__name__="ktgs.exports.broken", files=failing)
        return (*scanning.modules(package), broken) if package == "ktgs.exports" else scanning.modules(package)

    monkeypatch.setattr("ktgs.site.building.modules", modules)
    assert build(root, None, False, SECOND) == 1
    assert "Không xuất được “broken”: RuntimeError: failing on purpose." in capsys.readouterr().err
    assert tree(root / "site") == old
    assert left(root) == ["data", "site"]
    monkeypatch.undo()
    assert_next_build_succeeds(root, second)


def own_settings(root: Path, extra: str = "") -> None:
    """Give the repository settings and templates of its own; ours stand behind them."""
    (root / "templates").mkdir()
    (root / "docs/huong-dan").mkdir(parents=True)
    (root / "docs/huong-dan/index.md").write_text("# Sổ tay\n", encoding="utf-8")
    settings = (
        "site_name: Thử\ntheme: {name: null, custom_dir: templates, static_templates: [404.html]}\nplugins: [ktgs]\n"
    )
    (root / "mkdocs.yml").write_text(settings + extra, encoding="utf-8")


def test_failing_template(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that does not exist in a template stops the build with the template, its page and its line."""
    old = tree(root / "site")
    own_settings(root)
    (root / "templates/problems.html").write_text("<p>\n{{ page.no_such_thing }}\n", encoding="utf-8")
    assert build(root, None, False, SECOND) == 1
    said = capsys.readouterr().err
    assert "Mẫu problems.html hỏng ở trang du-lieu.html" in said
    assert "no_such_thing" in said and "dòng 2" in said
    assert tree(root / "site") == old
    (root / "templates/problems.html").unlink()
    assert build(root, None, False, SECOND) == 0
    assert left(root) == ["data", "docs", "mkdocs.yml", "site", "templates"]


def test_failing_template_of_the_handbook(root: Path) -> None:
    """The handbook's own template is no exception."""
    old = tree(root / "site")
    own_settings(root)
    (root / "templates/main.html").write_text("{{ page.content }}{{ no_such_thing }}", encoding="utf-8")
    assert build(root, None, False, SECOND) == 1
    assert tree(root / "site") == old
    assert not [name for name in left(root) if name.startswith(".")]


def test_strict_warning(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """MkDocs tells of a broken link in the handbook only after everything is written: still nothing is replaced."""
    old = tree(root / "site")
    own_settings(root, "strict: true\n")
    (root / "docs/huong-dan/index.md").write_text("[đến đâu](khong-co.md)\n", encoding="utf-8")
    assert build(root, None, False, SECOND) == 1
    assert "docs/huong-dan/index.md: liên kết “khong-co.md” không dẫn đến trang nào." in capsys.readouterr().err
    assert tree(root / "site") == old
    (root / "docs/huong-dan/index.md").write_text("[dữ liệu](../du-lieu.html)\n", encoding="utf-8")
    assert build(root, None, False, SECOND) == 0
    assert left(root) == ["data", "docs", "mkdocs.yml", "site", "templates"]


def test_disk_full_raised_at_the_write(
    root: Path, second: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """ENOSPC, raised by the test at the write of a data page: runs everywhere, on no full disk."""
    old = tree(root / "site")

    def full(path: Path, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        assert build(root, None, False, SECOND) == 1
    assert "đĩa đã đầy" in capsys.readouterr().err
    assert tree(root / "site") == old
    assert left(root) == ["data", "site"]
    assert_next_build_succeeds(root, second)


def test_disk_full_on_a_small_tmpfs(tmp_path: Path) -> None:
    """A disk that is really full, at six sizes: a small tmpfs, mounted in a user namespace of its own."""
    command = ["unshare", "-rm", sys.executable, "-m", "tests.tmpfs_build", str(tmp_path), str(FIRST), str(SECOND)]
    try:
        ran = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=False, text=True)
    except FileNotFoundError:
        pytest.skip("no unshare here: test_disk_full_raised_at_the_write stands in")
    if ran.returncode == tmpfs_build.NO_TMPFS or (ran.returncode and ran.stderr.startswith("unshare: ")):
        pytest.skip("no tmpfs can be mounted here: test_disk_full_raised_at_the_write stands in")
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout.splitlines()[-1])
    refused = {"code": 1, "site": "old", "left": ["filler", "site"]}
    published = {"code": 0, "site": "new", "left": ["filler", "site"]}
    refusals = told["full"].count(refused)
    assert told["full"] == [refused] * refusals + [published] * (tmpfs_build.SIZES - refusals)
    assert 3 <= refusals < tmpfs_build.SIZES
    assert told["next"] == {"code": 0, "site": "new", "left": ["site"]}
    assert "đĩa đã đầy" in ran.stderr


def test_two_builds_at_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second build of a site that is being built refuses, and disturbs nothing."""
    first = staging.Staging(root / "site")
    (first.folder / "written").write_bytes(b"by the first")
    assert build(root, None, False, SECOND) == 1
    assert "Một lần tạo trang khác đang ghi" in capsys.readouterr().err
    assert tree(first.folder) == {"written": b"by the first"}
    first.close()
    assert left(root) == ["data", "site"]


def test_two_builds_started_at_once(tmp_path: Path) -> None:
    """Whether one refuses or both are done one after the other: the site is that of one that says so.

    `python -m tests.at_once 20` does so twenty times.
    """
    found = list(pairs(lay(tmp_path / "root", {}), 1, seed=20201015))
    assert all(pair.is_sound and 0 in pair[:2] for pair in found), found


def test_unchanged_files_are_the_same_files(root: Path) -> None:
    """A file that is as before is another name of the old one; one that changed is a new file."""
    kept, changed = root / "site/assets/site.css", root / "site/du-lieu.html"
    inodes = kept.stat().st_ino, changed.stat().st_ino
    held = changed.open("rb")  # as a web server may hold it
    before = changed.read_bytes()
    assert build(root, None, False, SECOND) == 0
    assert kept.stat().st_ino == inodes[0]
    assert changed.stat().st_ino != inodes[1]
    assert held.read() == before
    held.close()
