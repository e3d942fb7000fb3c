"""Whatever is reused is what would be made anew: answers of commands, and a site that is left as it is."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ktgs.command import main as cli
from ktgs.reuse import answers
from ktgs.reuse.store import FOLDER
from tests.repo import SAMPLE

pytestmark = pytest.mark.slow

DAY = ("--today", "2020-05-05")


@pytest.fixture(autouse=True)
def _may_reuse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KTGS_NO_CACHE", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLE / "data", tmp_path / "root" / "data")
    return tmp_path / "root"


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Return exit code, what went to stdout and what to stderr."""
    code = cli.main(list(arguments))
    return code, *capsys.readouterr()


def units(root: Path) -> list[Path]:
    """Return the files of units."""
    return sorted((root / "data" / "units").iterdir())


EDITS: tuple[Callable[[Path, random.Random], object], ...] = (
    lambda root, chance: chance.choice(units(root)).unlink(),
    lambda root, chance: chance.choice(units(root)).write_text("tên: [\n", encoding="utf-8"),
    lambda root, chance: (root / "data" / ".nhap.yml").write_text("tên: nháp\n", encoding="utf-8"),
    lambda root, chance: (file := chance.choice(units(root))).rename(file.with_name("don-vi-khac.yml")),
    lambda root, chance: chance.choice(units(root)).chmod(0o600),
    lambda root, chance: [file.write_bytes(b"x") for file in (root / FOLDER).iterdir()],
    lambda root, chance: None,
)


@pytest.mark.parametrize("seed", range(3))
def test_answers_are_those_of_a_fresh_run(root: Path, seed: int, capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(seed)
    asked = (
        ("check", "--root", str(root), *DAY),
        ("due", "--root", str(root), *DAY, "--format", "json"),
        ("explain", "M101", "--root", str(root)),
    )
    for edit in chance.sample(EDITS, len(EDITS)):
        for arguments in asked:
            anew = said(capsys, *arguments, "--no-cache")
            assert said(capsys, *arguments) == anew
            assert said(capsys, *arguments) == anew
        edit(root, chance)


def test_an_answer_is_not_made_twice(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ["check", "--root", str(root), *DAY]
    code = cli.main(arguments)
    monkeypatch.setattr("ktgs.examining.pipeline.examine", None)
    assert cli.main(arguments) == code


def test_what_changed_while_it_was_made_is_not_kept(root: Path) -> None:
    def make() -> answers.Answer:
        (root / "data" / "moi.yml").write_text("x", encoding="utf-8")
        return [(False, "old")], 0

    assert answers.answer(root, "question", make) == ([(False, "old")], 0)
    assert answers.answer(root, "question", lambda: ([(False, "new")], 0)) == ([(False, "new")], 0)


def test_what_files_say_is_kept_beside_the_data_alone_and_not_without_cache(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, trees = tmp_path / "site", root / FOLDER / "trees"
    build = ("build", "--root", str(root), "--site", str(site), *DAY)
    assert cli.main([*build, "--no-cache"]) == 0
    assert cli.main(["check", "--root", str(root), *DAY, "--no-cache"]) == 0
    assert not trees.exists()
    assert cli.main([*build]) == 0
    held = trees.read_bytes()
    assert not [path for path in site.rglob("*") if path.name in (FOLDER, trees.name)]
    units(root)[0].write_bytes(units(root)[0].read_bytes() + b"\n")
    monkeypatch.setattr("ktgs.source.kept.KeptTrees", None)
    assert cli.main([*build, "--no-cache"]) == 0
    assert trees.read_bytes() == held


def tree(site: Path) -> dict[str, tuple[int, bytes]]:
    """Return mode and content of every file."""
    files = (file for file in sorted(site.rglob("*")) if file.is_file())
    return {file.relative_to(site).as_posix(): (file.stat().st_mode, file.read_bytes()) for file in files}


def test_a_site_stands_until_something_in_it_or_behind_it_changes(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, clean = tmp_path / "site", tmp_path / "clean"
    build = ("build", "--root", str(root), *DAY)
    page = site / "index.html"
    status = page.stat

    def damage() -> None:
        before = status()
        page.write_bytes(page.read_bytes()[:-1] + b"!")
        os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert "Đã tạo trang" in said(capsys, *build, "--site", str(site))[1]
    assert cli.main([*build, "--site", str(clean), "--no-cache"]) == 0
    for change, stands in (
        (lambda: None, True),
        (damage, False),
        (page.unlink, False),
        (lambda: (site / "thua.html").write_text("thừa", encoding="utf-8"), False),
        (lambda: page.chmod(0o600), False),
        (lambda: None, True),
    ):
        change()
        told = said(capsys, *build, "--site", str(site))[1]
        assert ("Không có gì thay đổi" in told) is stands
        assert tree(site) == tree(clean)
    units(root)[0].write_bytes(units(root)[0].read_bytes() + b"\n")
    assert "Không có gì thay đổi" not in said(capsys, *build, "--site", str(site))[1]
    assert cli.main([*build, "--site", str(clean), "--no-cache"]) == 0
    assert tree(site) == tree(clean)
    assert "Không có gì thay đổi" not in said(capsys, *build[:-1], "2020-05-06", "--site", str(site))[1]
