"""What the handbook gives for other hosts: it is YAML, its scripts are sound, and they do here what they can."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.comparing.versions import git, versioned
from tests.tools import require_tool
from tests.workflows.steps import ROOT, run

PAGE = ROOT / "docs/huong-dan/nhap-bang.md"
BODY = "### Đơn vị\n\nĐoàn Sở A\n\n### Chi đoàn\n\n2\n\n### Ngày đã báo\n\n14/05/2020\n\n### Việc\n\nhủy\n"
FILE = "data/plans/2020/46-kh-dtn/schedules/2020-05/doan-so-a.yml"


def _blocks() -> tuple[dict[str, Any], dict[str, Any]]:
    forgejo, gitlab = re.findall(r"^```yaml\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return yaml.load(forgejo, yaml.BaseLoader), yaml.load(gitlab, yaml.BaseLoader)


def _scripts() -> dict[str, str]:
    forgejo, gitlab = _blocks()
    read, propose = (one["run"] for one in forgejo["jobs"]["understand"]["steps"][1:])
    return {"forgejo read": read, "forgejo propose": propose, "gitlab": gitlab["from-issue"]["script"][0]}


@pytest.mark.parametrize("name", ["forgejo read", "forgejo propose", "gitlab"])
def test_every_script_is_sound_and_holds_no_expression(name: str) -> None:
    script = _scripts()[name]
    subprocess.run(["bash", "-n", "-c", script], check=True)
    assert "${{" not in script


def _ready(tmp_path: Path) -> Path:
    root = versioned(tmp_path / "origin")
    git(root, "clone", "--quiet", str(root), str(tmp_path / "work"))
    work = tmp_path / "work"
    (work / ".tools").mkdir()
    for name, line in {"make": "true", "curl": f'cat > "{tmp_path}/sent.json"'}.items():
        (work / ".tools" / name).write_text(f"#!/bin/sh\n{line}\n", "utf-8")
        (work / ".tools" / name).chmod(0o755)
    return work


def test_forgejo_pushes_a_branch_and_answers(tmp_path: Path) -> None:
    require_tool("jq")
    work = _ready(tmp_path)
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"issue": {"number": 7, "body": BODY}}), "utf-8")
    scripts = _scripts()
    for name in ("forgejo read", "forgejo propose"):
        done = run(scripts[name], work, GITHUB_EVENT_PATH=str(event), TOKEN="x")
        assert done.returncode == 0, done.stderr
    assert "trạng thái: hủy" in git(tmp_path / "origin", "show", f"bieu-mau/7:{FILE}")
    assert "Chi đoàn 2: hủy" in json.loads((tmp_path / "sent.json").read_text("utf-8"))["body"]


@pytest.mark.parametrize("labels", [["nhập"], ["khác"]])
def test_gitlab_pushes_only_after_the_label(tmp_path: Path, labels: list[str]) -> None:
    require_tool("jq")
    work = _ready(tmp_path)
    git(tmp_path / "origin", "config", "receive.advertisePushOptions", "true")
    payload = tmp_path / "payload.json"
    attributes = {"iid": 7, "state": "opened", "description": BODY}
    told = {"object_kind": "issue", "object_attributes": attributes, "labels": [{"title": one} for one in labels]}
    payload.write_text(json.dumps(told), "utf-8")
    (tmp_path / "origin.git").symlink_to(tmp_path / "origin")
    where = {"CI_PROJECT_URL": str(tmp_path / "origin"), "CI_SERVER_HOST": "host.invalid", "KTGS_TOKEN": "x"}
    api = {"CI_API_V4_URL": "https://host.invalid/api/v4", "CI_PROJECT_ID": "9"}
    done = run(_scripts()["gitlab"], work, TRIGGER_PAYLOAD=str(payload), **where, **api)
    assert done.returncode == 0, done.stderr
    branches = git(tmp_path / "origin", "branch", "--list", "bieu-mau/*").split()
    assert branches == (["bieu-mau/7"] if labels == ["nhập"] else [])
    assert (tmp_path / "sent.json").exists() is (labels == ["nhập"])
