"""`ktgs codeowners`: what it writes, what it leaves alone, what `--check` refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.command.main import main
from tests.repo import SAMPLE, lay

FILE = ".github/CODEOWNERS"
ORGANIZATION = "data/organization.yml"
Captured = pytest.CaptureFixture[str]


def with_accounts(root: Path, office: str = "", standing: str = "") -> Path:
    """Return the small sample at `root`, whose roles have these accounts."""
    text = (SAMPLE / ORGANIZATION).read_text("utf-8")
    for role, accounts in (("văn phòng", office), ("thường trực", standing)):
        given = f"    tài khoản: {accounts}\n" if accounts else ""
        assert f"vai trò: {role}\n" in text
        text = text.replace(f"vai trò: {role}\n", f"vai trò: {role}\n{given}")
    return lay(root, {ORGANIZATION: text})


def run(root: Path, *arguments: str) -> int:
    """Return the exit code of the command there."""
    return main(["codeowners", *arguments, "--root", str(root)])


def test_the_office_has_all_but_what_the_standing_body_decides(tmp_path: Path) -> None:
    root = with_accounts(tmp_path, "[Nguyen-Van-A, to-chuc/van-phong]", "'@tran-thi-b'")
    assert run(root, "--check") == 1
    assert run(root) == 0
    head, *lines = (root / FILE).read_text("utf-8").splitlines()
    assert head.startswith("# `ktgs codeowners`")
    assert lines == [
        "/data/ @Nguyen-Van-A @to-chuc/van-phong",
        "/data/organization.yml @tran-thi-b",
        "/data/plans/*/*/plan.md @tran-thi-b",
        "/data/plans/*/*/adjustments/ @tran-thi-b",
        "/data/plans/*/*/teams/ @tran-thi-b",
    ]
    assert run(root, "--check") == 0


def test_a_role_without_accounts_owns_nothing(tmp_path: Path) -> None:
    root = with_accounts(tmp_path, office="van-phong")
    assert run(root) == 0
    assert (root / FILE).read_text("utf-8").splitlines()[1:] == ["/data/ @van-phong"]


def test_nothing_is_written_without_an_account_and_ours_is_taken_away(tmp_path: Path, capsys: Captured) -> None:
    root = with_accounts(tmp_path, office="van-phong")
    assert run(root) == 0
    (root / ORGANIZATION).write_bytes((SAMPLE / ORGANIZATION).read_bytes())
    assert run(root, "--check") == 1
    assert run(root) == 0
    assert not (root / FILE).exists()
    assert run(root, "--check") == 0
    assert run(root) == 0
    assert capsys.readouterr().out.endswith(
        "Không viết gì: “phân vai” trong data/organization.yml chưa ghi “tài khoản”.\n"
    )


def test_a_file_that_somebody_else_keeps_is_left_alone(tmp_path: Path, capsys: Captured) -> None:
    root = with_accounts(tmp_path, office="van-phong")
    (root / ".github").mkdir()
    (root / FILE).write_text("* @nguyen-van-a\n", "utf-8")
    assert run(root) == 2
    assert "không phải do ktgs viết" in capsys.readouterr().err
    assert (root / FILE).read_text("utf-8") == "* @nguyen-van-a\n"


def test_an_organization_that_cannot_be_read_changes_nothing(tmp_path: Path, capsys: Captured) -> None:
    root = with_accounts(tmp_path, office="van-phong")
    assert run(root) == 0
    (root / ORGANIZATION).write_text("mã: [", "utf-8")
    for arguments in ((), ("--check",)):
        assert run(root, *arguments) == 1
        assert "Không đọc được data/organization.yml" in capsys.readouterr().err
    assert (root / FILE).exists()


@pytest.mark.parametrize("account", ["Nguyễn Văn A", "a b", "-a", "a//b", "a/", "a@b", "x\ty"])
def test_what_is_no_account_is_refused(account: str, tmp_path: Path, capsys: Captured) -> None:
    root = with_accounts(tmp_path, office=f'"{account}"')
    assert main(["check", "--root", str(root)]) == 1
    assert "data/organization.yml" in capsys.readouterr().out
