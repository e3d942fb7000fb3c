"""Tables of assignments, visit reports, news, units and people, on the small sample."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from ktgs.language.months import Month
from tests.importers.tables import repository_in, run, told, workbook
from tests.opened import lay

P = "data/plans/2020/46-kh-dtn"
MAY = Month(2020, 5)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small sample."""
    return lay(tmp_path, {})


def _added(root: Path, file: str, before: str) -> list[str]:
    """Return the lines that a file has and had not; all others are as they were, in order."""
    after = (root / file).read_text("utf-8").splitlines()
    old = before.splitlines()
    added, place = [], 0
    for line in after:
        if place < len(old) and line == old[place]:
            place += 1
        else:
            added.append(line)
    assert place == len(old)
    return added


# -- assignments -------------------------------------------------------------------------------------------------------

ASSIGNMENT = f"{P}/assignments/2020-05.yml"
ASSIGNED = "Phân công tháng 5/2020\nĐơn vị;Chi đoàn;Ngày;Cán bộ\n"


def test_somebody_assigned_later_is_added_with_the_day(root: Path) -> None:
    before = (root / ASSIGNMENT).read_text("utf-8")
    result = run(root, f"{ASSIGNED}Đoàn Sở A;1;6/5;Trần Thị B, đ/c Pham Thi D", kind="phan-cong", received="2020-05-05")
    assert told(result) == []
    lines = ["  - buổi: doan-so-a/b1", "    cán bộ: pham-thi-d", "    ngày phân công: 05/05/2020"]
    assert _added(root, ASSIGNMENT, before) == lines


def test_a_new_assignment_needs_the_day_of_its_paper(root: Path) -> None:
    (root / ASSIGNMENT).unlink()
    row = "Đoàn Sở A;1;6/5;Trần Thị B\n;2;;Lê Văn C"
    assert told(run(root, ASSIGNED + row, kind="phan-cong")) == [
        "Phân công tháng 05/2020: thiếu ngày ban hành. Ghi “Ngày ban hành: …” ở trên bảng hoặc thành một cột."
    ]
    assert not (root / ASSIGNMENT).exists()
    assert told(run(root, f"Số: 16-PC/ĐTN\nNgày ban hành: 05/05/2020\n{ASSIGNED}{row}", kind="phan-cong")) == []
    (made,) = (one for key, one in repository_in(root).assignments.items() if key.month == MAY)
    assert str(made.document_number) == "16-PC/ĐTN"
    assert [(item.meeting.own, item.person) for item in made.items] == [
        ("doan-so-a/b1", "tran-thi-b"),
        ("doan-so-a/b2", "le-van-c"),
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Đoàn Sở A;1;7/5;Trần Thị B", "dòng 3, cột C: Chi đoàn 1, Đoàn cơ sở Sở A không có buổi nào ngày 07/05/2020"),
        ("Đoàn Sở A;1;6/5;Trần Thị Z", "dòng 3, cột D: Không có cán bộ tên “Trần Thị Z”. Có phải: Trần Thị B."),
        ("Đoàn Sở A;1;6/5;0900 000 000", "dòng 3, cột D: Ô có số điện thoại hoặc thư điện tử."),
    ],
)
def test_an_assignment_that_is_not_sure_is_told(root: Path, row: str, expected: str) -> None:
    before = (root / ASSIGNMENT).read_bytes()
    assert told(run(root, ASSIGNED + row, kind="phan-cong"))[0].startswith(expected)
    assert (root / ASSIGNMENT).read_bytes() == before


# -- visit reports -----------------------------------------------------------------------------------------------------

REPORTED = "Đơn vị;Chi đoàn;Ngày;Người dự;Số có mặt;Tổng số đoàn viên;Thành phần;Nội dung;Tồn tại, hạn chế\n"
ROW = "Đoàn Sở A;Chi đoàn 1;06/05/2020;Trần Thị B;15;22;Đoàn viên;Học tập;Chưa đông"


def test_a_report_is_linked_to_its_meeting(root: Path) -> None:
    result = run(root, REPORTED + ROW, kind="du-sinh-hoat", received="2020-05-13")
    assert told(result) == []
    report = repository_in(root).reports["2020-05-06-doan-so-a-chi-doan-1"]
    assert "buổi: 46-kh-dtn/2020-05/doan-so-a/b1\n" in (root / report.file).read_text("utf-8")
    assert [one.content for one in report.findings] == ["Chưa đông"]
    again = run(root, REPORTED + ROW.replace("15;22", "16;22"), kind="du-sinh-hoat")
    assert (again.made, len(again.remarks)) == ((), 1)
    assert "báo cáo đã gửi không bị sửa" in again.remarks[0]


def test_another_day_than_announced_is_asked_about(root: Path) -> None:
    row = ROW.replace("06/05", "07/05")
    assert "về buổi nào?" in told(run(root, REPORTED + row, kind="du-sinh-hoat"))[0]
    assert told(run(root, REPORTED + row, kind="du-sinh-hoat", ask=lambda question, options: 0)) == []
    text = (root / "data/reports/2020/du-sinh-hoat/2020-05-07-doan-so-a-chi-doan-1.md").read_text("utf-8")
    assert "ngày tiến hành: 07/05/2020\n" in text


def test_a_report_lacks_nothing_that_it_must_have(root: Path) -> None:
    assert told(run(root, REPORTED + ROW.replace(";15;22;", ";;22;"), kind="du-sinh-hoat")) == [
        "dòng 2: Báo cáo thiếu số có mặt. Điền rồi nhập lại."
    ]


# -- news of meetings --------------------------------------------------------------------------------------------------


def test_news_need_an_announced_meeting_and_a_kind(root: Path) -> None:
    head = "Đơn vị;Chi đoàn;Ngày đã báo;Việc;Sang ngày;Lý do\n"
    file = f"{P}/schedules/2020-05/doan-so-a.yml"
    before = (root / file).read_text("utf-8")
    rows = "Đoàn Sở A;1;06/05/2020;xong;;\nĐoàn Sở A;1;06/05/2020;dời;;\nĐoàn Sở A;2;14/05/2020;hủy;20/05/2020;\n"
    assert [line.split(": ", 1)[1] for line in told(run(root, head + rows, kind="doi-hoan-huy"))] == [
        "Chưa rõ buổi dời, hoãn hay hủy. Dùng: dời, hoãn, hủy.",
        "Thiếu ngày mới của buổi dời. Ghi ngày mới; chưa có ngày mới thì ghi “hoãn”.",
        "Buổi hủy thì không có ngày mới. Buổi có ngày mới: ghi việc là “dời”.",
    ]
    assert (root / file).read_text("utf-8") == before
    run(root, f"{head}Đoàn Sở A;1;06/05/2020;dời;08/05/2020;Trùng họp\n", kind="doi-hoan-huy", received="2020-05-04")
    assert _added(root, file, before) == [
        "    dời:",
        "      - sang ngày: 08/05/2020",
        "        ngày báo: 04/05/2020",
        "        lý do: Trùng họp",
    ]


# -- units and people --------------------------------------------------------------------------------------------------


def test_a_new_unit_with_its_branches_and_a_change_of_an_old_one(root: Path) -> None:
    file = "data/units/doan-so-b.yml"
    before = (root / file).read_text("utf-8")
    table = (
        "Tên đơn vị;Loại;Số đoàn viên;Từ ngày;Chi đoàn;Số đoàn viên chi đoàn\n"
        "Đoàn Trường K;đoàn cơ sở;30;01/03/2020;Chi đoàn 1;10\n;;;;Chi đoàn Văn phòng;20\n"
        "Đoàn Sở B;;;;Chi đoàn 3;5\n"
    )
    assert told(run(root, table, kind="don-vi")) == []
    unit = repository_in(root).units["doan-truong-k"]
    assert [(one.id, one.member_count) for one in unit.branches] == [("chi-doan-1", 10), ("chi-doan-van-phong", 20)]
    assert _added(root, file, before) == ["  - mã: chi-doan-3", "    tên: Chi đoàn 3", "    số đoàn viên: 5"]


def test_a_new_unit_lacks_nothing_and_two_values_are_refused(root: Path) -> None:
    table = "Tên đơn vị;Loại;Số đoàn viên;Từ ngày\nĐoàn Trường K;;;01/03/2020\nĐoàn Sở B;;20;\nĐoàn Sở B;;21;\n"
    assert told(run(root, table, kind="don-vi")) == [
        "dòng 2: Đơn vị mới “Đoàn Trường K” thiếu loại. Điền thêm.",
        "dòng 4, cột C: “Đoàn Sở B” đã có giá trị khác ở dòng 3, cột C. Giữ một giá trị.",
    ]


def test_a_name_that_no_file_can_have_is_told(root: Path) -> None:
    result = run(root, "Đơn vị;Loại;Từ\nCon;đoàn cơ sở;01/03/2020", kind="don-vi")
    assert "tên dành cho một thiết bị của Windows" in told(result)[0]
    assert not (root / "data/units/con.yml").exists()


def test_date_cells_among_texts_may_have_been_swapped(root: Path) -> None:
    rows: list[list[object]] = [
        ["Đơn vị", "Loại", "Từ"],
        ["Đoàn Trường K", "đoàn cơ sở", datetime(2020, 4, 3)],
        ["Đoàn Trường L", "đoàn cơ sở", "25/03/2020"],
    ]
    result = run(root, workbook(A=rows), kind="don-vi")
    assert "có thể ngày và tháng đã bị đảo chỗ" in told(result)[0]


def test_a_new_person_and_a_new_seat_of_an_old_one(root: Path) -> None:
    file = "data/people/tran-thi-b.yml"
    before = (root / file).read_text("utf-8")
    table = (
        "Họ và tên;Cơ quan;Chức vụ;Từ ngày;Điện thoại\nĐỗ Văn K;BCH;Ủy viên;01/03/2020;0900000000\n"
        "Trần Thị B;Ban Thường vụ;Bí thư;01/07/2020;\n"
    )
    result = run(root, table, kind="can-bo")
    assert told(result) == []
    assert repository_in(root).people["do-van-k"].positions[0].body == "bch"
    assert "0900" not in (root / "data/people/do-van-k.yml").read_text("utf-8") + str(result)
    assert _added(root, file, before) == ["  - cơ quan: btv", "    chức danh: Bí thư", "    từ: 01/07/2020"]


# -- files that must not be touched ------------------------------------------------------------------------------------


def test_a_broken_file_is_not_written_over_and_a_link_not_followed(root: Path, tmp_path: Path) -> None:
    file = f"{P}/schedules/2020-06/doan-so-a.yml"
    lay(root, {file: "tháng: [06/2020\n"})
    table = "Tháng 6/2020\nĐơn vị;Chi đoàn;Ngày;Giờ;Địa điểm\nĐoàn Sở A;1;10/6;8h;P"
    assert "có lỗi" in told(run(root, table))[0]
    assert (root / file).read_text("utf-8") == "tháng: [06/2020\n"
    (root / file).unlink()
    (root / file).parent.rmdir()
    elsewhere = tmp_path / "ngoài"
    elsewhere.mkdir()
    (root / file).parent.symlink_to(elsewhere)
    assert "là một liên kết" in told(run(root, table))[0]
    assert list(elsewhere.iterdir()) == []
