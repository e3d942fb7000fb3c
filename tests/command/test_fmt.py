"""`ktgs fmt`: what it writes, what it leaves alone, what it says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ktgs.command import main as cli
from ktgs.writing import proving
from tests.repo import lay

ORGANIZATION = """
    mã: so-a
    tên: Sở A
    cấp trên: Tỉnh A
    ký hiệu: SA
    địa danh: Tỉnh A
    cơ quan:
      - mã: vp
        tên: Văn phòng
    phân vai:
      - vai trò: văn phòng
        cơ quan: vp
    loại đơn vị:
      - tên: trường
        đơn vị trực thuộc: tổ
    kho dữ liệu: nội bộ
"""
SOUND = "tên: Trường A\nloại: trường\ntổ:\n  - mã: to-1\n    tên: Tổ 1\ntừ: 01/01/2020\n"
LOOSE = '"Tổ":\n- tên: Tổ 1   # một\n  mã: to-1\ntên:  Trường A\ntừ: 2020-01-01\nloại: trường\n'
LAID_OUT = SOUND.replace("Tổ 1", "Tổ 1  # một")
BROKEN = "tên: Trường B\n"
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a file to lay out anew, one that has the layout, and one with an error."""
    units = {"truong-a": LOOSE, "truong-b": BROKEN, "truong-c": SOUND}
    files = {f"data/units/{name}.yml": text for name, text in units.items()}
    return lay(tmp_path, {"data/organization.yml": ORGANIZATION, **files}, base=None)


def text(root: Path, unit: str) -> str:
    return (root / f"data/units/{unit}.yml").read_text("utf-8")


def test_files_are_laid_out_and_one_with_errors_is_left_alone_and_named(root: Path, capsys: Captured) -> None:
    assert cli.main(["fmt", "--root", str(root)]) == 1
    assert (text(root, "truong-a"), text(root, "truong-b")) == (LAID_OUT, BROKEN)
    assert capsys.readouterr() == (
        "",
        "Đã sửa data/units/truong-a.yml\nGiữ nguyên data/units/truong-b.yml: tệp có lỗi. Xem: ktgs check.\n"
        "Đã sửa 1 trong 4 tệp.\n",
    )
    assert cli.main(["fmt", "--root", str(root), "data/units/truong-a.yml"]) == 0
    assert capsys.readouterr().err == "Không tệp nào phải sửa, trong 1 tệp.\n"


def test_check_writes_nothing(root: Path, capsys: Captured) -> None:
    assert cli.main(["fmt", "--root", str(root), "--check", "data/units/truong-a.yml"]) == 1
    assert capsys.readouterr().err == "Cần sửa data/units/truong-a.yml\nCần sửa 1 trong 1 tệp.\n"
    assert text(root, "truong-a") == LOOSE
    assert cli.main(["fmt", "--root", str(root), "--check", "data/units/truong-c.yml"]) == 0


def test_diff_prints_lines_and_writes_nothing(root: Path, capsys: Captured) -> None:
    assert cli.main(["fmt", "--root", str(root), "--diff", "data/units/truong-a.yml"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[:2] == ["--- data/units/truong-a.yml", "+++ data/units/truong-a.yml (trình bày lại)"]
    assert '-"Tổ":' in out and "+tổ:" in out and "+    tên: Tổ 1  # một" in out
    assert text(root, "truong-a") == LOOSE


def test_a_file_that_is_not_there_is_wrong_use(root: Path, capsys: Captured) -> None:
    assert cli.main(["fmt", "--root", str(root), "data/units/truong-d.yml"]) == 2
    assert "Không có tệp “data/units/truong-d.yml” trong data/." in capsys.readouterr().err


def test_a_layout_that_would_say_something_else_is_not_written(
    root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proving, "canonical", lambda kind, text, words: LAID_OUT.replace("Trường A", "Trường Á"))
    assert cli.main(["fmt", "--root", str(root), "data/units/truong-a.yml"]) == 1
    assert "Giữ nguyên data/units/truong-a.yml: sửa cách trình bày sẽ làm đổi nội dung.\n" in capsys.readouterr().err
    assert text(root, "truong-a") == LOOSE


def test_a_file_keeps_its_mode_and_nothing_is_left_beside_it(root: Path) -> None:
    path = root / "data/units/truong-a.yml"
    path.chmod(0o640)
    cli.main(["fmt", "--root", str(root), "data/units/truong-a.yml"])
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(path.parent)) == ["truong-a.yml", "truong-b.yml", "truong-c.yml"]


def test_what_the_disk_refuses_is_said(root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: object, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert cli.main(["fmt", "--root", str(root), "data/units/truong-a.yml"]) == 1
    assert "Không ghi được data/units/truong-a.yml: No space left on device." in capsys.readouterr().err
    assert text(root, "truong-a") == LOOSE
    assert sorted(os.listdir(root / "data/units")) == ["truong-a.yml", "truong-b.yml", "truong-c.yml"]
