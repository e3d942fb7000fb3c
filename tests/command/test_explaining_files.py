"""`ktgs explain FILE`: what a file is, what an adjustment does, which obligations rest on any other file."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.command.main import main
from tests.repo import SAMPLE, lay

Captured = pytest.CaptureFixture[str]
PLANS = "data/plans/2020/46-kh-dtn"
FILE = f"{PLANS}/adjustments/2020-05-04-thu.yml"
REST = "ngày quyết định: 04/05/2020\nngười quyết định: Ban Thường vụ\nlý do: Thử\n"


def explained(capsys: Captured, file: str, *arguments: str, root: Path = SAMPLE) -> list[str]:
    """Return the lines that explain a file."""
    assert main(["explain", file, "--root", str(root), *arguments]) == 0
    return capsys.readouterr().out.splitlines()


def test_an_extension_tells_what_it_moves_and_what_not_and_why(capsys: Captured, tmp_path: Path) -> None:
    text = "loại: gia hạn\nviệc: gửi lịch sinh hoạt\nđơn vị: doan-so-a\nkỳ: [04/2020, 08/2020, 09/2020]\n"
    root = lay(tmp_path, {FILE: f"{text}hạn mới: 10/08/2020\n{REST}"})
    lines = explained(capsys, FILE, "--today", "15/05/2020", root=root)
    assert lines[:2] == [FILE, "Điều chỉnh “2020-05-04-thu”, tính đến ngày 15/05/2020"]
    begins = lines.index("Gia hạn gửi lịch sinh hoạt: hạn mới 10/08/2020")
    assert lines[begins + 1 :] == [
        "- đơn vị: doan-so-a",
        "- kỳ: 2020-04, 2020-08, 2020-09",
        "Quyết định ngày 04/05/2020, Ban Thường vụ: Thử",
        "",
        "Đụng đến 3 việc của 1 đơn vị.",
        "Có tác dụng với 1 việc của 1 đơn vị:",
        "- gửi lịch sinh hoạt, lịch tháng 08/2020, Đoàn cơ sở Sở A: hạn 19/07/2020 → 10/08/2020."
        " Chưa hoàn thành, còn trong hạn",
        "Không có tác dụng với 2 việc của 1 đơn vị:",
        "- gửi lịch sinh hoạt, lịch tháng 04/2020, Đoàn cơ sở Sở A: đã xong ngày 18/03/2020"
        " nên không tính lại theo quyết định",
        "- gửi lịch sinh hoạt, lịch tháng 09/2020, Đoàn cơ sở Sở A: hạn mới 10/08/2020 không sau hạn 19/08/2020",
    ]


def test_a_waiver_of_what_was_waived_before(capsys: Captured, tmp_path: Path) -> None:
    text = f"loại: miễn\nviệc: gửi lịch sinh hoạt\nđơn vị: doan-so-a\nkỳ: 09/2020\n{REST}"
    second = FILE.replace("thu", "thu-2")
    root = lay(tmp_path, {FILE: text, second: text})
    name = "- gửi lịch sinh hoạt, lịch tháng 09/2020, Đoàn cơ sở Sở A: "
    assert explained(capsys, FILE, root=root)[-1] == f"{name}Được miễn, theo quyết định ngày 04/05/2020"
    assert explained(capsys, second, root=root)[-1] == f"{name}đã được miễn trước đó"


def test_what_is_done_all_the_same_counts_as_without_the_waiver(capsys: Captured, tmp_path: Path) -> None:
    waiver = f"loại: miễn\nviệc: gửi lịch sinh hoạt\nđơn vị: doan-so-y\nkỳ: 09/2020\n{REST}"
    sent = "đơn vị: doan-so-y\ntháng: 09/2020\nngày nhận: 20/08/2020\n"
    root = lay(tmp_path, {FILE: waiver, f"{PLANS}/schedules/2020-09/doan-so-y.yml": sent})
    told = "vẫn làm, ngày 20/08/2020, nên tính như không được miễn"
    assert explained(capsys, FILE, root=root)[-1].endswith(told)


def test_a_move_tells_each_day_before_and_after(capsys: Captured) -> None:
    lines = explained(capsys, f"{PLANS}/adjustments/2020-03-16-gs-thang-3.yml")
    assert "Điều chỉnh gs-thang-3: từ 15/06/2020 đến 26/06/2020" in lines
    assert any("tiến hành đợt" in line and "hạn 31/03/2020 → 26/06/2020" in line for line in lines)


def test_a_decision_that_is_not_known_yet(capsys: Captured) -> None:
    lines = explained(capsys, f"{PLANS}/adjustments/2020-03-16-gs-thang-3.yml", "--today", "15/03/2020")
    assert lines[1] == "Điều chỉnh: tính đến ngày 15/03/2020 chưa có gì trong tệp được biết"


def test_a_broken_file_is_told_with_its_error(capsys: Captured, tmp_path: Path) -> None:
    file = f"{PLANS}/schedules/2020-05/doan-so-a.yml"
    text = (SAMPLE / file).read_text(encoding="utf-8").replace(": ", " ", 1)
    lines = explained(capsys, file, root=lay(tmp_path, {file: text}))
    assert lines[1].endswith("tệp có lỗi nên không lấy được gì; việc có thể nằm trong tệp thành “Chưa rõ”")
    assert any(line.startswith(f"{file}:1:1: Y") for line in lines)
    assert any("lịch tháng 05/2020, Đoàn cơ sở Sở A" in line and "Chưa rõ" in line for line in lines)


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("data/units/doan-so-b.yml", "gửi lịch sinh hoạt, lịch tháng 09/2020, Đoàn cơ sở Sở B"),
        ("data/people/tran-thi-b.yml", "báo cáo dự sinh hoạt, Chi đoàn 1, Đoàn cơ sở Sở A, 06/05/2020"),
        (f"{PLANS}/schedules/2020-05/doan-so-a.yml", "báo cáo dự sinh hoạt, Chi đoàn 2, Đoàn cơ sở Sở A, 14/05/2020"),
        (f"{PLANS}/assignments/2020-05.yml", "phân công, tháng 05/2020"),
        (f"{PLANS}/teams/dot-1-doan-1.yml", "báo cáo kết quả, Kiểm tra đợt 1"),
        (f"{PLANS}/teams/dot-1-doan-1.yml", "mời cấp ủy, Kiểm tra đợt 1"),
        (f"{PLANS}/notices/dot-1-1.yml", "thông báo, Kiểm tra đợt 1"),
        ("data/reports/2020/ket-qua/2020-06-02-dot-1-doan-1.md", "kiến nghị, "),
        ("data/reports/2020/follow-ups/2020-06-02-dot-1-doan-1-kn1.yml", "kiến nghị, "),
        ("data/calendar/2021.yml", "báo cáo tổng hợp, tháng 12/2020"),
        (f"{PLANS}/plan.md", "gửi lịch sinh hoạt: "),
    ],
)
def test_the_obligations_that_rest_on_a_file(capsys: Captured, file: str, told: str) -> None:
    lines = explained(capsys, file)
    assert any(line.startswith("Dựa vào tệp này có ") for line in lines)
    assert any(line.startswith(f"- {told}") for line in lines)


def test_a_file_without_obligations_says_so(capsys: Captured) -> None:
    lines = explained(capsys, "data/organization.yml")
    assert lines[-1] == "Không việc phải làm nào dựa vào tệp này."


def test_a_path_from_here_is_understood(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SAMPLE / "data" / "units")
    assert explained(capsys, "doan-so-b.yml", root=Path("../.."))[0] == "data/units/doan-so-b.yml"


@pytest.mark.parametrize("asked", ["data/units/doan-so-bb.yml", "README.md", "../sample/data/x.yml", "data/units/"])
def test_no_file_of_the_data_is_wrong_use(capsys: Captured, asked: str) -> None:
    assert main(["explain", asked, "--root", str(SAMPLE)]) == 2
    assert f"Không có tệp “{asked}” trong data/." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("duty", "scope"),
    [
        ("báo cáo dự sinh hoạt", "Gia hạn, miễn: ghi “đơn vị”, “cán bộ” và “kỳ”, hoặc “tất cả”."),
        ("giám sát thường xuyên", "Gia hạn, miễn: không cần ghi phạm vi."),
        ("kiến nghị", "Không gia hạn, miễn bằng tệp điều chỉnh."),
    ],
)
def test_a_duty_says_what_a_decision_about_it_has_to_name(capsys: Captured, duty: str, scope: str) -> None:
    assert main(["explain", duty]) == 0
    assert scope in capsys.readouterr().out
