"""The hook before a commit: it looks at what is staged, lets sound data through and stops the rest."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from ktgs.command.main import main
from tests.comparing.versions import SCHEDULE, commit, git, versioned

ROOT = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small sample in git, in the one layout, with the hook turned on and the program at hand."""
    folder = versioned(tmp_path)
    assert main(["fmt", "--root", str(folder)]) == 0
    commit(folder)
    shutil.copytree(ROOT / "hooks", folder / "hooks")
    git(folder, "config", "core.hooksPath", "hooks")
    tool = folder / ".venv/bin/ktgs"
    tool.parent.mkdir(parents=True)
    tool.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -P -m ktgs "$@"\n', "utf-8")
    tool.chmod(0o755)
    return folder


def committed(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Commit what is staged as a person would; the refusal is returned."""
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.invalid", "commit", "-m", "Ghi", *arguments]
    environment = {"PATH": os.environ["PATH"], "HOME": str(root), "GIT_CONFIG_NOSYSTEM": "1"}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False, timeout=120)


def append(root: Path, file: str, text: str) -> None:
    """Write a text at the end of a file."""
    with (root / file).open("a", encoding="utf-8") as stream:
        stream.write(text)


def test_sound_data_is_committed_whatever_lies_unstaged(root: Path) -> None:
    append(root, SCHEDULE, "# đã xem\n")
    git(root, "add", SCHEDULE)
    append(root, SCHEDULE, "tháng: [\n")
    assert committed(root).returncode == 0
    assert git(root, "show", "--format=", "--name-only", "HEAD").split() == [SCHEDULE]


@pytest.mark.parametrize(
    ("text", "code"),
    [("# gọi 0912 345 678\n", "P101"), ("# viết cho van-phong@doan.example\n", "P102"), ("x: [\n", "Y")],
)
def test_what_is_staged_is_refused_even_where_the_disk_is_sound(text: str, code: str, root: Path) -> None:
    sound = (root / SCHEDULE).read_bytes()
    append(root, SCHEDULE, text)
    git(root, "add", SCHEDULE)
    (root / SCHEDULE).write_bytes(sound)
    done = committed(root)
    assert done.returncode == 1
    assert f" {code}" in done.stdout + done.stderr
    assert SCHEDULE in done.stdout + done.stderr


def test_another_layout_is_refused_with_the_command_that_mends_it(root: Path) -> None:
    text = (root / SCHEDULE).read_text("utf-8")
    (root / SCHEDULE).write_text(text.replace("ngày: 14/05/2020", "ngày:   2020-5-13"), "utf-8")
    git(root, "add", SCHEDULE)
    done = committed(root)
    assert done.returncode == 1
    assert f"Chưa đúng cách trình bày: {SCHEDULE}. Chạy: ktgs fmt {SCHEDULE}, rồi git add lại." in done.stderr
    assert main(["fmt", SCHEDULE, "--root", str(root)]) == 0
    assert committed(root, SCHEDULE).returncode == 0


def test_a_commit_of_named_files_is_looked_at_as_it_will_be(root: Path) -> None:
    append(root, SCHEDULE, "tháng: [\n")
    assert committed(root, SCHEDULE).returncode == 1
    assert committed(root, "--all").returncode == 1


def test_a_deletion_that_breaks_other_files_is_refused(root: Path) -> None:
    git(root, "rm", "--quiet", "data/units/doan-so-a.yml")
    done = committed(root)
    assert done.returncode == 1
    assert SCHEDULE in done.stdout + done.stderr


def test_without_a_change_of_the_data_nothing_is_run(root: Path) -> None:
    (root / ".venv/bin/ktgs").write_text("#!/bin/sh\nexit 9\n", "utf-8")
    (root / "README.md").write_text("x\n", "utf-8")
    git(root, "add", "README.md")
    assert committed(root).returncode == 0


def test_a_missing_program_is_said(root: Path) -> None:
    (root / ".venv/bin/ktgs").unlink()
    append(root, SCHEDULE, "# đã xem\n")
    git(root, "add", SCHEDULE)
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(root)}
    done = subprocess.run(
        ["sh", "hooks/pre-commit"], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Không tìm thấy ktgs")


def test_the_shared_hook_runs_a_command_that_there_is(root: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert (hook["language"], hook["pass_filenames"], hook["always_run"]) == ("python", False, True)
    program, *arguments = hook["entry"].split()
    assert program == "ktgs"
    assert main([*arguments, "--root", str(root)]) == 0
