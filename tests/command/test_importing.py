"""`ktgs import` and `ktgs sheet` as commands: what they print, write, refuse, and their exit codes."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from ktgs.command import importing
from ktgs.command import main as cli
from tests.opened import lay

TABLE = "Lịch sinh hoạt tháng 6/2020\nĐơn vị;Chi đoàn;Ngày;Giờ;Địa điểm\nĐoàn Sở A;1;10/6;8h30;Phòng họp\n"
BAD = f"{TABLE}Đoàn Sở Z;1;10/6;8h30;Phòng họp\n"
FILE = "data/plans/2020/46-kh-dtn/schedules/2020-06/doan-so-a.yml"
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small sample with a table beside it."""
    return lay(tmp_path, {"lich.csv": TABLE, "sai.csv": BAD})


def _import(root: Path, file: str, *arguments: str) -> int:
    kind = ("--as", "lich-sinh-hoat", "--received", "19/05/2020")
    return cli.main(["import", str(root / file), "--root", str(root), *kind, *arguments])


def test_a_dry_run_shows_every_line_and_writes_nothing(root: Path, capsys: Captured) -> None:
    assert _import(root, "lich.csv", "--dry-run") == 0
    assert (
        capsys.readouterr().out
        == f"""Mới: Lịch sinh hoạt tháng 06/2020, Đoàn cơ sở Sở A
  {FILE}
  + đơn vị: doan-so-a
  + tháng: 06/2020
  + ngày nhận: 19/05/2020
  + buổi:
  +   - mã: b1
  +     ngày: 10/06/2020
  +     giờ: 08:30
  +     địa điểm: Phòng họp
  +     chi đoàn: chi-doan-1

Chưa ghi gì. Sẽ ghi: 1 bản ghi mới.
"""
    )
    assert not (root / FILE).exists()


def test_what_is_written_is_told_and_passes_the_check(root: Path, capsys: Captured) -> None:
    assert _import(root, "lich.csv") == 0
    assert (
        capsys.readouterr().out
        == f"""Mới: Lịch sinh hoạt tháng 06/2020, Đoàn cơ sở Sở A
  {FILE}
  - Chi đoàn 1: 10/06/2020 08:30, Phòng họp

Đã ghi: 1 bản ghi mới. Kiểm tra lại: ktgs check.
"""
    )
    assert cli.main(["check", "--root", str(root)]) == 0


def test_what_cannot_be_read_is_told_with_exit_1_and_the_rest_is_written(root: Path, capsys: Captured) -> None:
    assert _import(root, "sai.csv", "--yes", "--answer", str(root / "tra-loi.md")) == 1
    out = capsys.readouterr().out
    assert "Chưa đọc được:\n  - dòng 4, cột A: Không có đơn vị tên “Đoàn Sở Z”." in out
    assert out.endswith("Đã ghi: 1 bản ghi mới; 1 chỗ chưa đọc được. Kiểm tra lại: ktgs check.\n")
    assert (root / FILE).exists()
    answer = (root / "tra-loi.md").read_text("utf-8")
    assert answer.startswith("Đã hiểu và ghi vào đề xuất:\n\n```text\n- Lịch sinh hoạt tháng 06/2020")
    assert "Chưa hiểu, nên chưa ghi:" in answer


def test_what_is_pasted_is_read(root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    pasted = SimpleNamespace(buffer=io.BytesIO(TABLE.encode()), isatty=lambda: False)
    monkeypatch.setattr(sys, "stdin", pasted)
    assert cli.main(["import", "-", "--root", str(root), "--as", "Lịch sinh hoạt"]) == 0
    assert "1 bản ghi mới" in capsys.readouterr().out


def test_a_question_is_asked_until_it_is_answered(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["", "9", "x", "2"])
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))
    assert importing.ask_at_terminal("Đơn vị nào?", ("Sở A", "Sở B")) is None
    assert importing.ask_at_terminal("Đơn vị nào?", ("Sở A", "Sở B")) == 1
    assert capsys.readouterr().err.startswith("Đơn vị nào?\n  1. Sở A\n  2. Sở B\n")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["lich.csv"], "Thiếu --as. Dùng: can-bo, "),
        (["lich.csv", "--as", "lich"], "--as: Không có loại bảng “lich”. Dùng: can-bo, "),
        (["khong-co.csv", "--as", "don-vi"], "TỆP: Không đọc được “"),
        (["lich.csv", "--as", "don-vi", "--month", "13/2020"], "--month: “13/2020” không phải là một tháng."),
        (["lich.csv", "--as", "lich-sinh-hoat", "--plan", "x"], "--plan: Không có kế hoạch “x”. Hiện có: 46-kh-dtn."),
    ],
)
def test_wrong_use_is_told(root: Path, capsys: Captured, arguments: list[str], expected: str) -> None:
    file, *others = arguments
    assert cli.main(["import", str(root / file), "--root", str(root), *others]) == 2
    assert expected in capsys.readouterr().err


def test_a_sheet_is_written_once_and_never_over_another(root: Path, capsys: Captured) -> None:
    path = root / "gui.xlsx"
    command = ["sheet", "lich-sinh-hoat", "--month", "6/2020", "--root", str(root), "--output", str(path)]
    assert cli.main(command) == 0
    assert capsys.readouterr().out.startswith(f"Đã tạo {path}.")
    before = path.read_bytes()
    assert cli.main(command) == 1
    assert "có thể đang có người điền" in capsys.readouterr().err
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["lich-sinh-hoat"], "Thiếu --month. Ví dụ: --month 11/2020."),
        (["lich-sinh-hoat", "--month", "1/2031"], "Tháng 01/2031 không thuộc kế hoạch nào."),
        (["doi-hoan-huy"], "Loại “doi-hoan-huy” không có bảng để gửi đi."),
        (["don-vi", "--unit", "sở z"], "--unit: Không có đơn vị “sở z”."),
    ],
)
def test_a_sheet_that_cannot_be_is_told(root: Path, capsys: Captured, arguments: list[str], expected: str) -> None:
    assert cli.main(["sheet", *arguments, "--root", str(root)]) == 2
    assert expected in capsys.readouterr().err
