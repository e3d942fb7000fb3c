"""The workflows: what they may, what they are pinned to, and their steps run one by one against stand-ins."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.comparing.versions import PLAN, SCHEDULE, commit, git, versioned
from tests.tools import require_tool
from tests.workflows.steps import FOLDER, ROOT, jobs, run, step, workflow

FORGOTTEN = f"{PLAN}/adjustments/2020-05-04-thu.yml"
DECISION = "loại: gia hạn\nviệc: gửi lịch sinh hoạt\nkỳ: 09/2020\nhạn mới: 30/08/2020\n"
DECIDED = "ngày quyết định: 04/05/2020\nngười quyết định: Ban Thường vụ\nlý do: Thử\n"
OURS = ("proposal.yml", "publish.yml")


@pytest.mark.parametrize("folder", [FOLDER, ROOT / "ktgs/starting/kept"], ids=["ours", "of a body of its own"])
def test_a_linter_of_workflows_finds_nothing(folder: Path) -> None:
    zizmor = Path(sys.executable).parent / "zizmor"
    files = [str(path) for path in sorted(folder.glob("*.yml")) if path.name != "mkdocs.yml"]
    command = [str(zizmor), "--offline", "--no-config", "--persona", "pedantic", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("file", "name", "job"), list(jobs()), ids=lambda value: value if type(value) is str else "")
def test_every_job_may_only_what_it_needs(file: str, name: str, job: dict[str, Any]) -> None:
    assert workflow(file)["permissions"] == {}
    assert "pull_request_target" not in workflow(file)["on"]
    assert int(job["timeout-minutes"]) <= 30
    assert job["permissions"]
    assert "concurrency" in workflow(file)
    for one in job["steps"]:
        assert "${{" not in one.get("run", ""), name
        if used := one.get("uses"):
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", used), name
            assert re.search(rf"{used} # v\d+\.\d+\.\d+\n", (FOLDER / file).read_text("utf-8")), used
            if used.startswith("actions/checkout@"):
                assert one["with"]["persist-credentials"] == "false"


def test_what_may_write_runs_nothing_of_the_proposal() -> None:
    for file, name, job in jobs():
        if file in OURS and set(job["permissions"].values()) != {"read"}:
            assert not any("checkout" in one.get("uses", "") for one in job["steps"]), name
            assert not any(".venv" in one.get("run", "") or "make" in one.get("run", "") for one in job["steps"]), name


def test_the_site_is_made_anew_ten_minutes_into_the_day_in_viet_nam() -> None:
    assert workflow("publish.yml")["on"]["schedule"] == [{"cron": "10 17 * * *"}]


# -- a proposal --------------------------------------------------------------------------------------------------------


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    """The small sample with a proposal merged into it, as GitHub checks it out: the base is the first parent."""
    root = versioned(tmp_path)
    (root / "data/.nhap.yml").write_text("tên: nháp\n", "utf-8")
    commit(root)
    git(root, "switch", "--quiet", "--create", "proposal")
    (root / FORGOTTEN).write_text(DECISION + DECIDED, "utf-8")
    (root / SCHEDULE).write_text(f"# đã xem\n{(root / SCHEDULE).read_text('utf-8')}", "utf-8")
    assignment = root / f"{PLAN}/assignments/2020-05.yml"
    text = assignment.read_text("utf-8")
    end = text.index("\n", text.index("    cán bộ: ")) + 1
    assignment.write_text(f"{text[:end]}    vắng: có lý do\n    lý do: Ốm\n{text[end:]}", "utf-8")
    commit(root)
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message", "Gộp", "proposal")
    return root


@pytest.mark.parametrize(("visibility", "is_told"), [("private", True), ("internal", False), ("public", False)])
def test_what_changes_is_told_to_those_who_may_read_it(visibility: str, is_told: bool, proposal: Path) -> None:
    done = run(step("proposal.yml", "check", "Kể lại thay đổi")["run"], proposal, VISIBILITY=visibility)
    assert (done.returncode, done.stdout) == (0, "")
    text = (proposal / "change.md").read_text("utf-8")
    assert (proposal / ".summary.md").read_text("utf-8") == text
    assert text.startswith("## Thay đổi của dữ liệu\n")
    assert "Không ghi “đơn vị”" in text
    assert ("Ốm" in text) is is_told


@pytest.mark.parametrize(("visibility", "line"), [("private", ["line=2", "col=7"]), ("public", [])])
def test_only_what_is_new_is_annotated(visibility: str, line: list[str], proposal: Path) -> None:
    done = run(step("proposal.yml", "check", "Kiểm tra dữ liệu")["run"], proposal, VISIBILITY=visibility)
    assert done.returncode == 1
    annotations = [text.split(",title=")[0] for text in done.stdout.splitlines() if text.startswith("::")]
    assert annotations == [",".join((f"::error file={FORGOTTEN}", *line))]
    summary = (proposal / ".summary.md").read_text("utf-8")
    assert FORGOTTEN in summary
    assert (".nhap.yml" in summary) is (visibility == "private")  # what was there before


def test_codeowners_are_checked(proposal: Path) -> None:
    script = step("proposal.yml", "check", "Kiểm tra CODEOWNERS")["run"]
    assert run(script, proposal).returncode == 0
    organization = proposal / "data/organization.yml"
    text = organization.read_text("utf-8")
    organization.write_text(
        text.replace("vai trò: văn phòng\n", "vai trò: văn phòng\n    tài khoản: van-phong\n"), "utf-8"
    )
    assert run(script, proposal).returncode == 1


def state(folder: Path) -> dict[str, Any]:
    """Return what the stand-in for GitHub holds."""
    found: dict[str, Any] = json.loads((folder / ".state.json").read_text("utf-8"))
    return found


def test_there_is_one_comment_and_it_is_updated_in_place(tmp_path: Path) -> None:
    require_tool("jq")
    comment = step("proposal.yml", "comment", "Ghi vào đề xuất")
    variables = {"NUMBER": "5", "MARK": comment["env"]["MARK"]}
    others = [
        {"id": 1, "user": {"login": "nguyen-van-a"}, "body": f"{variables['MARK']}\nGiả làm"},
        {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "Việc khác"},
    ]
    (tmp_path / ".state.json").write_text(json.dumps({"comments": others, "issues": []}), "utf-8")
    for told in ("## Lần một `$(touch ran)` ${{ x }}\n", "## Lần hai\n"):
        (tmp_path / "change.md").write_text(told, "utf-8")
        done = run(comment["run"], tmp_path, **variables)
        assert done.returncode == 0, done.stderr
        *before, ours = state(tmp_path)["comments"]
        assert before == others
        assert ours["body"] == f"{variables['MARK']}\n{told}"
    assert not (tmp_path / "ran").exists()
    assert [call["method"] for call in state(tmp_path)["calls"]] == ["GET", "POST", "GET", "PATCH"]


def test_a_fork_gets_no_comment() -> None:
    condition = workflow("proposal.yml")["jobs"]["comment"]["if"]
    assert "github.event.pull_request.head.repo.full_name == github.repository" in condition


# -- publishing --------------------------------------------------------------------------------------------------------


def test_one_issue_is_opened_and_none_while_one_is_open(tmp_path: Path) -> None:
    require_tool("jq")
    report = step("publish.yml", "report", "Mở một phiếu")
    title = report["env"]["TITLE"]
    other = {"number": 3, "user": {"login": "nguyen-van-a"}, "title": title, "state": "open", "body": ""}
    (tmp_path / ".state.json").write_text(json.dumps({"comments": [], "issues": [other]}), "utf-8")
    for _ in range(2):
        done = run(report["run"], tmp_path, TITLE=title)
        assert done.returncode == 0, done.stderr
    theirs, ours = state(tmp_path)["issues"]
    assert theirs == other
    assert ours["title"] == title
    assert "https://github.invalid/to-chuc/kho/actions/runs/7" in ours["body"]
    closed = state(tmp_path) | {"issues": [theirs, ours | {"state": "closed"}]}
    (tmp_path / ".state.json").write_text(json.dumps(closed), "utf-8")
    assert run(report["run"], tmp_path, TITLE=title).returncode == 0
    assert [issue["state"] for issue in state(tmp_path)["issues"]] == ["open", "closed", "open"]


def test_what_is_published_stays_where_a_build_fails() -> None:
    made = workflow("publish.yml")["jobs"]
    assert made["publish"]["needs"] == "build"
    assert "if" not in made["publish"]
    assert made["report"]["if"] == "${{ failure() }}"


def test_make_does_what_the_workflows_ask_of_it() -> None:
    targets = {
        word
        for _, _, job in jobs()
        for one in job["steps"]
        for word in re.findall(r"^make (\S+)$", one.get("run", ""), re.MULTILINE)
    }
    assert targets == {"site", ".venv/.site"}
    for target in targets:
        subprocess.run(["make", "--dry-run", target], cwd=ROOT, check=True, capture_output=True)


# -- a repository of its own -------------------------------------------------------------------------------------------

INSTALL = "python -m pip install --require-hashes -r requirements.txt\npython -m pip install «cài» -r program.txt\n"


@pytest.mark.parametrize("file", OURS)
def test_a_body_of_its_own_gets_ours_but_for_how_the_program_is_set_up(file: str) -> None:
    made = workflow(file)
    for job in made["jobs"].values():
        steps = []
        for one in job["steps"]:
            if one.get("run") == "make site":
                steps += [{"name": "Cài phần mềm", "run": INSTALL}, one | {"run": "ktgs build"}]
            elif one.get("run") == "make .venv/.site":
                steps.append(one | {"run": INSTALL})
            elif "run" in one:
                steps.append(one | {"run": one["run"].replace(".venv/bin/python -m ktgs", "ktgs")})
            else:
                steps.append(one)
        job["steps"] = steps
    kept = yaml.load((ROOT / "ktgs/starting/kept" / file).read_text("utf-8"), yaml.BaseLoader)
    assert kept == made
