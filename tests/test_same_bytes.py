"""The same data and day give the same bytes, whatever the machine is set to."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.repo import SAMPLE
from tests.trees import differences, tree

REPOSITORY = Path(__file__).parent.parent
YEARS_APART = 3 * 365
EPOCH_2001 = 978_307_200


def built(root: Path, how: list[str], **settings: str) -> dict[str, bytes]:
    """Return the site of `root`, built by a process of its own under these settings."""
    command = [sys.executable, "-m", "tests.odd_build", *how, "--", "build", "--root", str(root)]
    environment = {**os.environ, **settings}
    environment.pop("KTGS_TODAY", None)
    subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, check=True)
    return tree(root / "site")


def test_other_zone_language_hashes_order_and_clock(tmp_path: Path) -> None:
    """TZ, LANG, PYTHONHASHSEED, the order of folders, the clock and the files' times: none shows in the site."""
    for name in ("one", "other"):
        shutil.copytree(SAMPLE / "data", tmp_path / name / "data")
    for file in sorted((tmp_path / "other").rglob("*")):
        os.utime(file, (EPOCH_2001, EPOCH_2001))
    one = built(tmp_path / "one", ["shuffle=1"], TZ="America/Los_Angeles", LANG="C", LC_ALL="C", PYTHONHASHSEED="1")
    other = built(
        tmp_path / "other",
        ["shuffle=2", f"clock={YEARS_APART}"],
        TZ="Asia/Tokyo",
        LANG="vi_VN.UTF-8",
        LC_ALL="vi_VN.UTF-8",
        PYTHONHASHSEED="2",
    )
    assert "index.html" in one
    assert differences(one, other) == []


def test_building_over_an_old_site_gives_the_same(tmp_path: Path) -> None:
    """What stood there before leaves no trace: neither a page that is gone nor a file taken over."""
    shutil.copytree(SAMPLE / "data", tmp_path / "data")
    fresh = built(tmp_path, [])
    (tmp_path / "site/gone.html").write_text("a page of last year", encoding="utf-8")
    (tmp_path / "site/du-lieu.html").write_text("an edited page", encoding="utf-8")
    assert differences(fresh, built(tmp_path, [])) == []


def test_mkdocs_gives_what_ktgs_gives(tmp_path: Path) -> None:
    """`mkdocs build` and `ktgs build` from the root of a repository are one."""
    for name in ("docs", "site_templates"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    shutil.copytree(SAMPLE / "data", tmp_path / "data")
    ours = built(tmp_path, [])
    shutil.rmtree(tmp_path / "site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert differences(ours, tree(tmp_path / "site")) == []
