"""The workflows as files, and their steps run as GitHub runs them, with stand-ins for what is not on this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".github" / "workflows"
GH = Path(__file__).parent / "gh.py"
Workflow = dict[str, Any]


def workflow(name: str) -> Workflow:
    """Return a workflow as YAML reads it, every value but lists and mappings as text."""
    read: Workflow = yaml.load((FOLDER / name).read_text("utf-8"), yaml.BaseLoader)
    return read


def jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield every job with the name of its workflow and its own."""
    for path in sorted(FOLDER.glob("*.yml")):
        for name, job in workflow(path.name)["jobs"].items():
            yield path.name, name, job


def step(file: str, job: str, name: str) -> dict[str, Any]:
    """Return the step of that name; refuses (AssertionError) where there is not just one."""
    found = [item for item in workflow(file)["jobs"][job]["steps"] if item.get("name") == name]
    assert len(found) == 1, (file, job, name)
    return dict(found[0])


def run(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a step in a folder, with `gh` and `.venv/bin/python` as stand-ins; its failure is returned."""
    tools = folder / ".tools"
    tools.mkdir(exist_ok=True)
    _stand_in(tools / "gh", f'exec "{sys.executable}" "{GH}" "$@"')
    (folder / ".venv/bin").mkdir(parents=True, exist_ok=True)
    _stand_in(folder / ".venv/bin/python", f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -P "$@"')
    environment = {
        "PATH": f"{tools}:{os.environ['PATH']}",
        "HOME": str(folder),
        "GITHUB_REPOSITORY": "to-chuc/kho",
        "GITHUB_SERVER_URL": "https://github.invalid",
        "GITHUB_RUN_ID": "7",
        "GITHUB_STEP_SUMMARY": str(folder / ".summary.md"),
        "GH_TOKEN": "x",
        "GH_STATE": str(folder / ".state.json"),
        **variables,
    }
    command = ["bash", "-e", "-c", script]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


def _stand_in(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
    path.chmod(0o755)
