"""On-time rates by duty and by month of the due date."""

from pathlib import Path

from ktgs.obligations.obligation import State
from tests.figures.asking import PLAN, counted, figure, values

COLUMNS = ("Tổng số", *(str(state) for state in State), "Tỷ lệ đúng hạn")


def test_sample_by_duty(tmp_path: Path) -> None:
    table = figure(tmp_path, "ty-le-dung-han", "2020-06-15")[0]
    assert table.columns == COLUMNS
    found = values(table)
    # overdue, unknown, due soon, upcoming, late, on time, waived, not applicable
    assert found["gửi lịch sinh hoạt"] == [54, 13, 0, 5, 30, 2, 3, 0, 1, "16,7%"]  # 3 of 3 + 2 + 13
    assert found["thông báo"] == [6, 1, 1, 0, 1, 1, 2, 0, 0, "50,0%"]  # units of round 1, not the round as a whole
    assert found["tài liệu"] == [2, 0, 0, 0, 0, 1, 1, 0, 0, "50,0%"]
    assert found["kiến nghị"] == [1, 0, 0, 0, 1, 0, 0, 0, 0, "–"]  # nothing done or overdue: no rate
    assert counted(table, "tài liệu", "Trễ hạn") == ["state late/tai-lieu"]
    assert counted(table, "tài liệu", "Quá hạn") == []


def test_totals_count_what_is_private_one_by_one(tmp_path: Path) -> None:
    table = figure(tmp_path, "ty-le-dung-han", "2020-06-15")[0]
    # five assignments: two on time, one late, one absent, one not reported
    assert values(table)["báo cáo dự sinh hoạt"] == [5, 1, 0, 0, 0, 1, 2, 0, 1, "50,0%"]
    assert counted(table, "báo cáo dự sinh hoạt", "Trễ hạn") == ["state late/bao-cao-du-sinh-hoat"]


def test_sample_by_month_of_the_due_date(tmp_path: Path) -> None:
    table = figure(tmp_path, "ty-le-dung-han", "2020-06-15")[1]
    assert next(iter(values(table))) == "03/2020"
    assert values(table)["07/2020"][-1] == "–"
    by_duty = values(figure(tmp_path, "ty-le-dung-han", "2020-06-15")[0])
    assert sum(int(row[0]) for row in by_duty.values()) == 119
    without_due_date = 9 + 1 + 1  # assignments of months without one, notice and decision of the round without dates
    assert sum(int(row[0]) for row in values(table).values()) == 119 - without_due_date


def test_a_waiver_leaves_the_rate(tmp_path: Path) -> None:
    waiver = (
        "loại: miễn\nviệc: gửi lịch sinh hoạt\nkỳ: 05/2020\nngày quyết định: 01/04/2020\n"
        "người quyết định: Ban Thường vụ\nlý do: Phòng, chống dịch bệnh\n"
    )
    files = {f"{PLAN}/adjustments/2020-04-01-mien.yml": waiver}
    found = values(figure(tmp_path, "ty-le-dung-han", "2020-06-15", files)[0])["gửi lịch sinh hoạt"]
    assert found == [54, 9, 0, 5, 30, 2, 3, 4, 1, "21,4%"]  # 3 of 3 + 2 + 9
