"""Schedules from tables: what is new, moved, supplemented, refused; on the small sample."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.months import Month
from ktgs.records.schedule import Meeting
from tests.importers.tables import repository_in, run, told, workbook
from tests.opened import lay

MAY = Month(2020, 5)
HEAD = "Đơn vị;Chi đoàn;Ngày;Giờ;Địa điểm;Nội dung"
FILE = "data/plans/2020/46-kh-dtn/schedules/2020-05/doan-so-a.yml"
UNIT = """
    tên: Đoàn Sở A
    tên ngắn: Sở A
    tên cũ:
      - tên: Đoàn Ban Tổ chức A
        đến: 31/12/2019
    loại: đoàn cơ sở
    chi đoàn:
      - mã: chi-doan-1
        tên: Chi đoàn 1
      - mã: chi-doan-2
        tên: Chi đoàn 2
    từ: 01/01/2017
"""
SCHEDULE = """
    # lịch gửi qua văn thư
    đơn vị: doan-so-a
    tháng: 05/2020
    ngày nhận: 18/04/2020   # đúng hạn

    buổi:
      - mã: b1
        ngày: 06/05/2020
        giờ: 8h30
        địa điểm: Phòng họp A
        chi đoàn: chi-doan-1
"""
ROW = "Đoàn Sở A;Chi đoàn 1;6/5/2020;8:30;Phòng họp A;"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small sample with one unit whose names are many, and its schedule of May."""
    return lay(tmp_path, {"data/units/doan-so-a.yml": UNIT, FILE: SCHEDULE})


def _table(*rows: str) -> str:
    return "\n".join(["Lịch sinh hoạt tháng 5/2020", HEAD, *rows])


def test_what_is_there_already_is_left_alone(root: Path) -> None:
    before = (root / FILE).read_bytes()
    result = run(root, _table(ROW))
    assert (result.made, told(result), result.same) == ((), [], 1)
    assert (root / FILE).read_bytes() == before


def test_a_later_meeting_is_a_supplement_and_all_else_stays_byte_for_byte(root: Path) -> None:
    before = (root / FILE).read_text()
    result = run(root, _table(ROW, "so a;2;12/05/2020;14 giờ;Hội trường;Học tập"), received="2020-05-04")
    assert told(result) == []
    after = (root / FILE).read_text()
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert added == [
        "bổ sung:",
        "  - ngày nhận: 04/05/2020",
        "    nội dung: Thêm buổi của Chi đoàn 2 ngày 12/05/2020",
        "  - mã: b2",
        "    ngày: 12/05/2020",
        "    giờ: 14:00",
        "    địa điểm: Hội trường",
        "    chi đoàn: chi-doan-2",
        "    nội dung: Học tập",
    ]
    kept = [line for line in after.splitlines() if line not in added]
    assert kept == before.splitlines()


def test_the_same_table_twice_changes_nothing_more(root: Path) -> None:
    table = _table(ROW, "so a;2;12/05/2020;14 giờ;Hội trường;Học tập")
    run(root, table)
    once = (root / FILE).read_bytes()
    assert run(root, table).made == ()
    assert (root / FILE).read_bytes() == once


def test_another_day_is_asked_about_and_becomes_a_move(root: Path) -> None:
    asked: list[str] = []

    def first(question: str, options: tuple[str, ...]) -> int:
        asked.extend([question, *options])
        return 0

    result = run(root, _table("Sở A;Chi đoàn 1;8/5;9h;Phòng B;"), received="2020-05-04", ask=first)
    assert told(result) == []
    assert asked == [
        "dòng 3: Chi đoàn 1 đã báo sinh hoạt ngày 06/05/2020; bảng ghi ngày 08/05/2020: dời hay buổi mới?",
        "dời buổi ngày 06/05/2020 sang 08/05/2020",
        "buổi mới",
    ]
    meeting = _meeting(root)
    assert meeting.on.isoformat() == "2020-05-06"  # what was announced is kept
    (move,) = meeting.moves
    assert [str(value) for value in (move.to, move.at, move.place, move.reported_on)] == [
        "2020-05-08",
        "09:00:00",
        "Phòng B",
        "2020-05-04",
    ]


def _meeting(root: Path) -> Meeting:
    """Return the one meeting of the schedule under test."""
    schedules = repository_in(root).schedules
    (meeting,) = next(one for key, one in schedules.items() if (key.unit, key.month) == ("doan-so-a", MAY)).meetings
    return meeting


def test_without_anyone_to_ask_another_day_is_refused_and_nothing_is_written(root: Path) -> None:
    before = (root / FILE).read_bytes()
    result = run(root, _table("Sở A;Chi đoàn 1;8/5;9h;Phòng B;"))
    assert len(told(result)) == 1
    assert "dời hay buổi mới?" in told(result)[0]
    assert (root / FILE).read_bytes() == before


def test_another_time_on_the_same_day_is_a_move_to_that_day(root: Path) -> None:
    run(root, _table("Sở A;Chi đoàn 1;6/5;15h;Phòng họp A;"), received="2020-05-04")
    meeting = _meeting(root)
    assert (meeting.moves[0].to, str(meeting.moves[0].at)) == (meeting.on, "15:00:00")
    assert meeting.moves[0].place is None


@pytest.mark.parametrize("name", ["doan so a", "SỞ A", "Đoàn ban tổ chức A", "doan-so-a", "Đoàn Sở A"])
def test_a_unit_is_known_by_any_of_its_names(root: Path, name: str) -> None:
    assert run(root, _table(ROW.replace("Đoàn Sở A", name))).same == 1


def test_one_cell_may_name_unit_and_sub_unit(root: Path) -> None:
    head = "Đơn vị, chi đoàn;Thời gian;Địa điểm"
    for row in (
        "Chi đoàn 1, Đoàn Sở A;8h30 ngày 6/5/2020;Phòng họp A",
        "Sở A - CHI ĐOÀN 1;06/05/2020 8g30;Phòng họp A",
    ):
        assert run(root, f"Tháng 5/2020\n{head}\n{row}").same == 1


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Sở Z;;6/5;8h;P", "dòng 3, cột A: Không có đơn vị tên “Sở Z”."),
        ("Sở A;Chi đoàn 9;6/5;8h;P", "dòng 3, cột B: Đoàn Sở A không có chi đoàn tên “Chi đoàn 9”."),
        ("Sở A;1;5/6/2020;8h;P", "dòng 3, cột C: Ngày 05/06/2020 không thuộc tháng 05/2020: có thể ngày và tháng"),
        ("Sở A;1;31/4;8h;P", "dòng 3, cột C: “31/4/2020” không có thật"),
        ("Sở A;1;20/5/20;8h;P", "dòng 3, cột C: “20/5/20” không phải là một ngày: năm phải đủ bốn chữ số."),
        ("Sở A;1;20/5;25h;P", "dòng 3, cột D: “25h” không phải là một giờ"),
        ("Sở A;1;20/5;2h chiều;P", "dòng 3, cột D: “2h chiều” chưa rõ giờ nào. Viết 14:00."),
        ("Sở A;1;20/5;;P", "dòng 3: Buổi của Chi đoàn 1 thiếu giờ."),
        ("Sở A;1;20/5;8h;", "dòng 3: Buổi của Chi đoàn 1 thiếu địa điểm."),
        ("Sở A;1;thứ Hai, 20/5/2020;8h;P", "dòng 3, cột C: “thứ Hai, 20/5/2020” sai thứ"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_cell_and_the_unit_is_left_alone(
    root: Path, row: str, expected: str
) -> None:
    result = run(root, _table("Sở A;2;13/5;8h;P", row))
    wanted = expected.replace("dòng 3", "dòng 4")
    assert [line[: len(wanted)] for line in told(result)] == [wanted]
    left = [text.record.file for text in result.made]
    assert left == ([FILE] if row.startswith("Sở Z") else [])


def test_contact_details_are_never_written_nor_repeated(root: Path) -> None:
    head = f"{HEAD};Số điện thoại"
    rows = ["Sở A;1;6/5;8h30;Phòng họp A;;0900 000 000", "Sở A;2;13/5;8h;Phòng B (gặp 0900000001);x;"]
    result = run(root, "\n".join(["Tháng 5/2020", head, rows[0]]))
    assert "có số liên hệ: có" in (root / FILE).read_text()
    refused = run(root, "\n".join(["Tháng 5/2020", head, *rows]))
    assert told(refused) == [
        "dòng 4, cột E: Ô có số điện thoại hoặc thư điện tử. Bỏ phần ấy; kho không lưu số liên hệ."
    ]
    everything = (root / FILE).read_text() + str(result) + str(refused)
    assert "0900" not in everything


def test_two_units_of_one_name_are_asked_about(root: Path) -> None:
    lay(root, {"data/units/doan-so-a-moi.yml": UNIT.replace("Ban Tổ chức A", "Ban Tổ chức AA")})
    refused = run(root, _table(ROW))
    assert [line.split(":")[1] for line in told(refused)] == [" Có 2 đơn vị tên “Đoàn Sở A”"]
    assert run(root, _table(ROW), ask=lambda question, options: options.index("Đoàn Sở A (doan-so-a)")).same == 1


def test_what_is_not_held_and_what_nobody_filled_in(root: Path) -> None:
    rows = ["Sở A;1;6/5;8h30;Phòng họp A;", "Sở A;2;Không sinh hoạt;;;", "Đoàn Sở B;;;;;"]
    result = run(root, _table(*rows), received="2020-04-20")
    assert told(result) == []
    assert "không sinh hoạt:\n  - chi đoàn: chi-doan-2\n" in (root / FILE).read_text()
    assert [remark for remark in result.remarks if remark.startswith("Chưa ghi buổi nào")]


def test_a_section_row_names_the_unit_and_a_chat_gives_labels(root: Path) -> None:
    section = "Tháng 5/2020\nChi đoàn;Ngày;Giờ;Địa điểm\nĐoàn Sở A;;;\nChi đoàn 1;6/5;8h30;Phòng họp A\nXin cảm ơn.;;;"
    result = run(root, section)
    assert (result.same, told(result)) == (1, [])
    assert result.remarks == ("dòng 5, cột A: dòng chữ không thuộc bảng nên bỏ qua: “Xin cảm ơn.”.",)
    chat = (
        "Dạ em gửi lịch tháng 5/2020 ạ\nĐơn vị: Sở A\nChi đoàn: 1\nNgày: 06/05\nGiờ: 8h30\nĐịa điểm: Phòng họp A\n"
        "\nChi đoàn: 2\n- Ngày: thứ Tư 13/05/2020\n- Giờ: 14 giờ\n- Địa điểm: Hội trường"
    )
    result = run(root, chat)
    assert told(result) == []
    assert [text.record.told for text in result.made] == [("Chi đoàn 2: 13/05/2020 14:00, Hội trường",)]


def test_a_serial_and_a_fraction_are_read_and_a_swapped_date_cell_is_not(root: Path) -> None:
    from datetime import datetime

    head: list[object] = [*HEAD.split(";")]
    rows: list[list[object]] = [["Sở A", 1, 43957, 8.5 / 24, "Phòng họp A"], ["Sở A", 2, datetime(2020, 12, 5), 8, "P"]]
    assert run(root, workbook(A=[["tháng 5/2020"], head, rows[0]])).same == 1
    result = run(root, workbook(A=[["tháng 5/2020"], head, rows[1]]))
    assert told(result)[0].startswith("trang “A”, dòng 3, cột C: Ngày 05/12/2020 không thuộc tháng 05/2020")


def test_a_table_without_month_or_header_says_so(root: Path) -> None:
    assert told(run(root, f"{HEAD}\n{ROW}")) == [
        "Chưa rõ bảng của tháng nào. Ghi “tháng 09/2020” ở tiêu đề bảng, hoặc thêm --month 09/2020."
    ]
    assert run(root, f"{HEAD}\n{ROW}", month=MAY).same == 1
    assert told(run(root, "a;b\n1;2"))[0].startswith("Không thấy hàng tiêu đề cột nào của bảng “Lịch sinh hoạt”.")
