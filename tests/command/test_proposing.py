"""`ktgs diff`, `ktgs check --against` and `--staged`: what they print, where, and their exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ktgs.command.main import main
from tests.comparing.versions import PLAN, SCHEDULE, commit, git, versioned

Captured = pytest.CaptureFixture[str]
FORGOTTEN = f"{PLAN}/adjustments/2020-05-04-thu.yml"
DECISION = """\
loại: gia hạn
việc: gửi lịch sinh hoạt
kỳ: 09/2020
hạn mới: 30/08/2020
ngày quyết định: 04/05/2020
người quyết định: Ban Thường vụ
lý do: Thử
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small sample in git, with one accepted mistake in its last version."""
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    monkeypatch.delenv("KTGS_TODAY", raising=False)
    folder = versioned(tmp_path)
    (folder / "data/.nhap.yml").write_text("tên: nháp\n", "utf-8")
    commit(folder)
    return folder


def printed(capsys: Captured, root: Path, *arguments: str, code: int = 0) -> str:
    """Return what a command prints; refuses (AssertionError) another exit code."""
    assert main([*arguments, "--root", str(root)]) == code
    return capsys.readouterr().out


def test_the_files_on_the_disk_are_compared_unless_two_versions_are_named(root: Path, capsys: Captured) -> None:
    (root / SCHEDULE).unlink()
    assert "xóa 1 tệp" in printed(capsys, root, "diff", "main")
    assert "thêm 1 tệp" not in printed(capsys, root, "diff", "HEAD~1", "HEAD")
    found = json.loads(printed(capsys, root, "diff", "HEAD", "--format", "json"))
    assert (SCHEDULE, "removed") in [(item["file"], item["kind"]) for item in found["files"]]
    assert printed(capsys, root, "diff", "HEAD", "--format", "markdown").startswith("## Thay đổi của dữ liệu\n")


def test_the_public_is_told_nothing_private(root: Path, capsys: Captured) -> None:
    file = root / f"{PLAN}/assignments/2020-05.yml"
    text = file.read_text("utf-8")
    end = text.index("\n", text.index("    cán bộ: ")) + 1
    file.write_text(f"{text[:end]}    vắng: có lý do\n    lý do: Ốm\n{text[end:]}", "utf-8")
    assert "Ốm" in printed(capsys, root, "diff", "HEAD")
    assert "dữ liệu không đổi" in printed(capsys, root, "diff", "HEAD", "--public")


def test_a_version_that_is_not_there_is_wrong_use(root: Path, capsys: Captured) -> None:
    for arguments in (["diff", "nhánh-khác"], ["check", "--against", "nhánh-khác"]):
        assert main([*arguments, "--root", str(root)]) == 2
        assert "Kho git không có phiên bản “nhánh-khác”" in capsys.readouterr().err


def test_only_what_is_new_is_annotated_and_the_summary_holds_all(
    root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    (root / FORGOTTEN).write_text(DECISION, "utf-8")
    out = printed(capsys, root, "check", "--format", "github", "--against", "HEAD", code=1)
    assert [line.split(",")[0] for line in out.splitlines()[:-1]] == [f"::error file={FORGOTTEN}"]
    assert "data/.nhap.yml" in summary.read_text("utf-8")


def test_an_old_error_still_refuses(root: Path, capsys: Captured) -> None:
    (root / FORGOTTEN).write_text(DECISION, "utf-8")
    commit(root)
    assert main(["check", "--against", "HEAD", "--root", str(root)]) == 1
    old = "Có từ trước nên không in: 1 lỗi, 1 cảnh báo trong 2 tệp. Xem đủ: ktgs check.\n"
    assert capsys.readouterr() == ("Không có gì mới.\n", old)


def test_staged_content_is_checked_not_the_disk(root: Path, capsys: Captured) -> None:
    (root / FORGOTTEN).write_text(DECISION, "utf-8")
    assert printed(capsys, root, "check", "--staged") == "Không có lỗi.\n"
    git(root, "add", FORGOTTEN)
    (root / FORGOTTEN).unlink()
    assert f"{FORGOTTEN}:2:7: A104 lỗi" in printed(capsys, root, "check", "--staged", code=1)


def test_a_staged_deletion_that_breaks_other_files_is_refused(root: Path, capsys: Captured) -> None:
    git(root, "rm", "--quiet", "data/units/doan-so-a.yml")
    assert SCHEDULE in printed(capsys, root, "check", "--staged", code=1)


def test_staged_goes_with_nothing_else(root: Path, capsys: Captured) -> None:
    assert main(["check", "--staged", "--public", "--root", str(root)]) == 2
    assert "--staged không dùng cùng" in capsys.readouterr().err
