"""A git repository of the small sample, for tests that compare its versions."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.repo import lay

PLAN = "data/plans/2020/46-kh-dtn"
SCHEDULE = f"{PLAN}/schedules/2020-05/doan-so-a.yml"


def git(root: Path, *arguments: str) -> str:
    """Run git there and return what it prints; no configuration of this machine counts."""
    own = ["-c", "user.name=Nguyễn Văn A", "-c", "user.email=a@example.invalid", "-c", "commit.gpgsign=false"]
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(root), "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", *own, *arguments]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=True, text=True)
    return done.stdout


def commit(root: Path) -> str:
    """Commit everything there, and return the name of the commit."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "Ghi")
    return git(root, "rev-parse", "HEAD").strip()


def versioned(root: Path, inside: str = "") -> Path:
    """Return the folder of the small sample in a new git repository at `root` (in a folder inside it), committed."""
    folder = root / inside
    folder.mkdir(parents=True, exist_ok=True)
    git(root, "init", "--quiet", "--initial-branch", "main")
    lay(folder, {})
    commit(root)
    return folder
