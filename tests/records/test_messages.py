"""What people are told: whole messages, with the field's own word, the value, the words allowed, the nearest one."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.records.loading import load_one
from ktgs.source.discovery import SourceFile
from tests.records.shapes import WORDS

TEAM = "data/plans/2020/46-kh-dtn/teams/dot-1-doan-1.yml"
SCHEDULE = "data/plans/2020/46-kh-dtn/schedules/2020-04/doan-so-a.yml"
ADJUSTMENT = "data/plans/2020/46-kh-dtn/adjustments/2020-03-16-dot-1.yml"
ASSIGNMENT = "data/plans/2020/46-kh-dtn/assignments/2020-04.yml"
PLAN = "data/plans/2020/46-kh-dtn/plan.md"
RESULT = "data/reports/2020/ket-qua/2020-06-02-dot-1-doan-1.md"
VISIT = "data/reports/2020/du-sinh-hoat/2020-04-08-doan-so-a.md"

TEAM_HEAD = "hoạt động: dot-1\ntên: Đoàn kiểm tra số 1\nquyết định: []\nthành viên: []\n"
ENGAGEMENT = TEAM_HEAD + "cuộc:\n  - mã: c1\n    đơn vị: doan-so-a\n"
SCHEDULE_HEAD = "đơn vị: doan-so-a\ntháng: 04/2020\n"
ADJUSTED = "loại: gia hạn\nngày quyết định: 16/03/2020\nngười quyết định: Ban Thường vụ\nlý do: Dịch bệnh\n"
PLAN_HEAD = (
    "---\nngày ban hành: 20/02/2020\ntrích yếu: Kiểm tra\ntừ: 01/01/2020\nđến: 31/12/2020\nngười ký: A\nthời hạn: []\n"
)
ACTIVITY = PLAN_HEAD + "hoạt động:\n  - mã: dot-1\n    mục: II.1\n    tên: Đợt 1\n    loại: kiểm tra\n"
ITEM = "tháng: 04/2020\nngày ban hành: 06/04/2020\nphân công:\n  - buổi: doan-so-a/b1\n    cán bộ: nguyen-van-a\n"


def told(folder: Path, file: str, text: str) -> list[str]:
    """Return the messages about a file, as people see them without its path."""
    path = folder / "file"
    path.write_text(text, encoding="utf-8")
    _, problems = load_one(SourceFile(file, path), WORDS)
    return [
        f"{item.place.line}:{item.place.column} {item.code.id} {item.message} {item.cure}".rstrip() for item in problems
    ]


ALL_KEYS_LEFT = "bổ sung, có số liên hệ, buổi, không sinh hoạt"
CASES = [
    (
        "a word without its diacritics",
        TEAM,
        ENGAGEMENT + "    hình thức: trực tiêp\n",
        "8:16 S203 “trực tiêp” không phải là một hình thức. "
        "Dùng: trực tiếp, tập trung, qua báo cáo, trực tuyến. Có phải: trực tiếp.",
    ),
    (
        "a word near to none",
        TEAM,
        ENGAGEMENT + "    trạng thái: xong\n",
        "8:17 S203 “xong” không phải là một trạng thái. Dùng: hoãn, hủy. Chọn một trong các từ đó.",
    ),
    (
        "a key that is no noun",
        ASSIGNMENT,
        ITEM + "    vắng: co ly do\n",
        "6:11 S203 “vắng” không nhận “co ly do”. Dùng: có lý do, không lý do. Có phải: có lý do.",
    ),
    (
        "absence told in the wrong field",
        ASSIGNMENT,
        ITEM + "    đã dự: không\n",
        "6:12 S207 “đã dự” chỉ nhận “có”. Xóa dòng này; người không dự thì ghi ở dòng “vắng”.",
    ),
    (
        "a day without year",
        SCHEDULE,
        SCHEDULE_HEAD + "ngày nhận: 20/3\n",
        "3:12 S201 “ngày nhận”: “20/3” không phải là một ngày: thiếu năm. "
        "Viết ngày/tháng/năm, ví dụ 20/03/2020, hoặc năm-tháng-ngày, ví dụ 2020-03-20.",
    ),
    (
        "a misspelt required key",
        SCHEDULE,
        SCHEDULE_HEAD + "ngày nhân: 20/03/2020\nchưa đủ: không\n",
        f"3:1 S103 Ở đây không dùng tên dòng “ngày nhân”. Có thể dùng: ngày nhận, {ALL_KEYS_LEFT}. Có phải: ngày nhận.",
    ),
    (
        "a key without its diacritics",
        SCHEDULE,
        SCHEDULE_HEAD + "ngay nhan: 20/03/2020\nchưa đủ: không\n",
        f"3:1 S103 Ở đây không dùng tên dòng “ngay nhan”. Có thể dùng: ngày nhận, {ALL_KEYS_LEFT}. Có phải: ngày nhận.",
    ),
    (
        "a key with underscores",
        SCHEDULE,
        SCHEDULE_HEAD + "ngày_nhận: 20/03/2020\nchưa đủ: không\n",
        f"3:1 S103 Ở đây không dùng tên dòng “ngày_nhận”. Có thể dùng: ngày nhận, {ALL_KEYS_LEFT}. Có phải: ngày nhận.",
    ),
    (
        "the English name of a field",
        SCHEDULE,
        SCHEDULE_HEAD + "received_on: 20/03/2020\nchưa đủ: không\n",
        "3:1 S103 Ở đây không dùng tên dòng “received_on”."
        f" Có thể dùng: ngày nhận, {ALL_KEYS_LEFT}. Có phải: ngày nhận.",
    ),
    (
        "a key near to none",
        SCHEDULE,
        SCHEDULE_HEAD + "ngày nhận: 20/03/2020\nchưa đủ: không\nxyz: 1\n",
        "5:1 S103 Ở đây không dùng tên dòng “xyz”."
        f" Có thể dùng: {ALL_KEYS_LEFT}. Xóa dòng này, hoặc chuyển vào đúng chỗ.",
    ),
    (
        "a required key left out",
        SCHEDULE,
        SCHEDULE_HEAD,
        "1:1 S101 Thiếu “ngày nhận”: ngày văn phòng nhận được. Thêm dòng “ngày nhận: …”.",
    ),
    (
        "a required key left empty",
        SCHEDULE,
        SCHEDULE_HEAD + "ngày nhận:\n",
        "3:11 S102 “ngày nhận” để trống. Điền giá trị sau “ngày nhận:”.",
    ),
    (
        "a text instead of a list",
        VISIT,
        "---\nloại: dự sinh hoạt\nbuổi: p/2020-04/a/b1\nngười lập: a\nngười dự: nguyen-van-a\nsố có mặt: 5\n"
        "tổng số đoàn viên: 6\nthành phần: A\nnội dung: B\n---\n",
        "5:11 S104 “người dự” phải là một danh sách, không phải một giá trị. "
        "Viết mỗi mục trên một dòng riêng, bắt đầu bằng “- ”.",
    ),
    (
        "a text instead of an item's keys",
        SCHEDULE,
        SCHEDULE_HEAD + "ngày nhận: 20/03/2020\nbuổi:\n  - thứ Sáu\n",
        "5:5 S104 Mỗi mục của “buổi” phải là một nhóm dòng, không phải một giá trị. "
        "Viết từng dòng con, thụt vào hai dấu cách.",
    ),
    (
        "a list instead of a value",
        SCHEDULE,
        SCHEDULE_HEAD + "ngày nhận:\n  - 20/03/2020\n",
        "4:3 S104 “ngày nhận” phải là một giá trị, không phải một danh sách. Viết một giá trị ngay sau dấu hai chấm.",
    ),
    (
        "a name instead of an id",
        ASSIGNMENT,
        ITEM.replace("nguyen-van-a", "Nguyễn Văn A"),
        "5:13 S209 “cán bộ”: “Nguyễn Văn A” không phải là một mã. "
        "Mã gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ nguyen-van-a.",
    ),
    (
        "an activity without any time",
        PLAN,
        ACTIVITY + "---\n",
        "9:5 S101 Thiếu “từ” và “đến” hoặc “tháng”. Thêm dòng còn thiếu.",
    ),
    (
        "an activity with the first day only",
        PLAN,
        ACTIVITY + "    từ: 11/05/2020\n---\n",
        "9:5 S101 Thiếu “đến”. Thêm dòng còn thiếu.",
    ),
    (
        "an activity whose month is left empty",
        PLAN,
        ACTIVITY + "    tháng:\n---\n",
        "13:11 S102 “tháng” để trống. Điền giá trị sau “tháng:”.",
    ),
    (
        "an adjustment of nothing",
        ADJUSTMENT,
        ADJUSTED,
        "1:1 S101 Thiếu “hoạt động” hoặc “việc”. Thêm dòng còn thiếu.",
    ),
    (
        "a visit report of no meeting",
        VISIT,
        "---\nloại: dự sinh hoạt\nngười lập: a\nngười dự: [a]\nsố có mặt: 5\n"
        "tổng số đoàn viên: 6\nthành phần: A\nnội dung: B\n---\n",
        "2:1 S101 Thiếu “buổi” hoặc “đơn vị” và “ngày”. Thêm dòng còn thiếu.",
    ),
    (
        "a finding of a team about no unit",
        RESULT,
        "---\nloại: kết quả\nđoàn kiểm tra: p/dot-1\nngười lập: a\nưu điểm:\n  - mã: ud1\n    nội dung: Tốt\n---\n",
        "6:5 S101 Thiếu “đơn vị”: mã đơn vị. Thêm dòng “đơn vị: …”.",
    ),
    (
        "a report in another report's folder",
        RESULT,
        "---\nloại: dự sinh hoạt\nbuổi: p/2020-04/a/b1\n---\n",
        "2:7 F102 Báo cáo ghi loại “dự sinh hoạt” nhưng nằm trong thư mục của loại “kết quả”. "
        "Chuyển tệp vào data/reports/2020/du-sinh-hoat/, hoặc sửa dòng “loại”.",
    ),
    (
        "a unit among the people",
        "data/people/doan-so-a.yml",
        "tên: Đoàn cơ sở Sở A\nloại: đoàn cơ sở\ntừ: 01/01/2015\n",
        "1:1 F101 Nội dung tệp là của loại “Đơn vị”, nhưng đây là chỗ của loại “Cán bộ”. Chuyển tệp vào data/units/.",
    ),
    (
        "a folder that is none",
        "data/don-vi/doan-so-a.yml",
        "tên: Đoàn cơ sở Sở A\n",
        "1:1 F101 Không loại tệp nào nằm ở đây, nên tệp không được đọc. "
        "Chỗ đúng: data/accepted.yml, data/calendar/<mã>.yml, data/organization.yml, data/people/<mã>.yml, "
        "data/plans/<năm>/<mã kế hoạch>/adjustments/<mã>.yml, data/plans/<năm>/<mã kế hoạch>/assignments/<mã>.yml, "
        "data/plans/<năm>/<mã kế hoạch>/notices/<mã>.yml, "
        "data/plans/<năm>/<mã kế hoạch>/schedules/<năm-tháng>/<mã>.yml, "
        "data/plans/<năm>/<mã kế hoạch>/teams/<mã>.yml, data/reports/<năm>/follow-ups/<mã>.yml, "
        "data/units/<mã>.yml. Chuyển tệp vào đúng thư mục.",
    ),
]


@pytest.mark.parametrize(("file", "text", "message"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_message(file: str, text: str, message: str, tmp_path: Path) -> None:
    (found,) = told(tmp_path, file, text)
    assert found == message


def test_each_mistake_of_a_file_is_told_in_one_run(tmp_path: Path) -> None:
    text = SCHEDULE_HEAD.replace("04/2020", "13/2020") + "ngày nhận: 31/04/2020\nchưa đủ: co\nbuổi:\n  - mã: Buổi 1\n"
    places = sorted(message.split(" ", 2)[0:2] for message in told(tmp_path, SCHEDULE, text))
    assert places == [
        ["2:8", "S205"],
        ["3:12", "S201"],
        ["4:10", "S207"],
        ["6:5", "S101"],
        ["6:5", "S101"],
        ["6:5", "S101"],
        ["6:9", "S209"],
    ]
