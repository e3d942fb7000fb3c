"""The calendar by year and by month, over the small sample and small changes to it."""

from datetime import date
from pathlib import Path

from ktgs.examining.publishing import publish
from ktgs.pages import calendar_month, calendar_week
from ktgs.pages._calendar_days import DayList, MeetingEntry
from ktgs.pages._calendar_grid import GridDay
from ktgs.pages.calendar_month import CalendarMonthPage
from tests.pages.reading import calendar_day, items, links, main, words
from tests.repo import facts, lay

SCHEDULES = "data/plans/2020/46-kh-dtn/schedules/2020-05"
ASSIGNMENT = "data/plans/2020/46-kh-dtn/assignments/2020-05.yml"


def month(root: Path, label: str, today: str = "2020-06-15") -> CalendarMonthPage:
    """Return the page of a month of the data under a root."""
    found = {page.month.label: page for page in calendar_month.pages(publish(facts(root, today)))}
    return found[label]


def days(root: Path, today: str = "2020-06-15") -> dict[date, DayList]:
    """Return the days that the pages of weeks list, of the data under a root."""
    return {day.on: day for page in calendar_week.pages(publish(facts(root, today))) for day in page.days}


def entry(root: Path, anchor: str) -> MeetingEntry:
    """Return the meeting with an anchor."""
    (found,) = [entry for day in days(root).values() for entry in day.meetings if entry.anchor == anchor]
    return found


def cell(page: CalendarMonthPage, day: int) -> GridDay:
    """Return a day of a month's grid."""
    (found,) = [one for week in page.weeks for one in week.days if one and one.on.day == day]
    return found


def test_twelve_months_and_those_where_something_is_still_due(sample_site: Path) -> None:
    page = main(sample_site, "lich/2020.html")
    captions = items(page, "//caption") + items(main(sample_site, "lich/2021.html"), "//caption")
    assert captions[3:5] == ["Tháng 04/2020 4 buổi, 9 việc đến hạn", "Tháng 05/2020 2 buổi, 3 cuộc, 19 việc đến hạn"]
    assert len(captions) == 13
    (found,) = page.xpath("//td[a/@href='../lich/2020-tuan-20.html#ngay-14']")
    assert found.get("class") == "in-round has-due"
    (title,) = found.xpath("a/@title")
    assert title == "14/05/2020: Kiểm tra đợt 1, 1 cuộc làm việc, 1 buổi sinh hoạt, 1 việc đến hạn"


def test_a_day_has_everything_on_it(sample_site: Path) -> None:
    day = calendar_day(sample_site, "2020-05-14")
    assert items(day, ".//h3|.//h4") == [
        "Thứ Năm, 14/05/2020",
        "Kiểm tra, giám sát ( 1 )",
        "Sinh hoạt ( 1 buổi)",
        "Hạn",
    ]
    text = words(day)
    assert "Trong đợt: Kiểm tra đợt 1" in text
    assert "08:00 Kiểm tra đợt 1, Đoàn cơ sở Sở A, Phòng họp Sở A; Đoàn kiểm tra số 1, đợt 1" in text
    assert "đã tiến hành" in text
    assert "15:00 Chi đoàn 2, Đoàn cơ sở Sở A, Hội trường Sở A" in text
    assert "Phân công: Lê Văn C; báo cáo dự sinh hoạt: hạn 25/05/2020; đã có báo cáo" in text
    assert ("đã có báo cáo", "../bao-cao/2020-05-14-doan-so-a-chi-doan-2.html") in links(day)
    assert day.xpath(".//li/@id") == ["46-kh-dtn.2020-05.doan-so-a.b2"]


def test_a_report_that_is_missing_is_said_without_a_reason(sample_site: Path) -> None:
    day = calendar_day(sample_site, "2020-04-15")  # the assignee was absent, which is not public
    assert "Phân công: Lê Văn C; báo cáo dự sinh hoạt: hạn 24/04/2020; chưa có báo cáo" in words(day)
    due = words(calendar_day(sample_site, "2020-04-24"))
    assert "Báo cáo dự sinh hoạt về 1 buổi: Chi đoàn cơ sở Sở D" in due


def test_deadlines_are_counted_by_duty(sample_site: Path) -> None:
    day = calendar_day(sample_site, "2020-04-19")
    assert "Gửi lịch sinh hoạt, tháng 05/2020 (6 việc): ⊘ Không thực hiện 4 ▲ Trễ hạn 1 ✓ Đúng hạn 1" in words(day)
    assert ("Gửi lịch sinh hoạt, tháng 05/2020", "../viec/46-kh-dtn/gui-lich-sinh-hoat/2020-05.html") in links(day)


def test_days_off_say_why(sample_site: Path) -> None:
    text = words(calendar_day(sample_site, "2020-04-30"))
    assert text.startswith("Thứ Năm, 30/04/2020 – Ngày Chiến thắng Ngày nghỉ, căn cứ:")


def test_worked_saturdays(tmp_path: Path) -> None:
    text = (Path(__file__).parent.parent / "sample/data/calendar/2020.yml").read_text(encoding="utf-8")
    worked = "\nlàm bù:\n  - ngày: 16/05/2020\n    thay cho: 15/05/2020\n    căn cứ: Thông báo hoán đổi\n"
    lay(tmp_path, {"data/calendar/2020.yml": text.split("\nlàm bù:")[0] + worked})
    found = days(tmp_path)[date(2020, 5, 16)].worked
    assert found is not None and found.instead_of == date(2020, 5, 15)
    shown = cell(month(tmp_path, "05/2020"), 16)
    assert (shown.off, shown.worked) == ("", "Làm bù cho 15/05/2020")


def test_who_attends_what_comes_before_the_list(sample_site: Path) -> None:
    page = main(sample_site, "lich/2020-05.html")
    assert "Phân công số 16-PC/ĐTN, ban hành ngày 05/05/2020" in words(page)
    table = page.xpath("//section[h2[starts-with(normalize-space(.), 'Phân công')]]//tbody/tr")
    assert [words(row) for row in table] == [
        "Chi đoàn 1, Đoàn cơ sở Sở A 06/05/2020 07:30 Trần Thị B 15/05/2020 chưa có báo cáo",
        "Chi đoàn 2, Đoàn cơ sở Sở A 14/05/2020 15:00 Lê Văn C 25/05/2020 đã có báo cáo",
    ]


def test_moved_postponed_and_cancelled_meetings(tmp_path: Path) -> None:
    schedule = """\
        đơn vị: doan-so-b
        tháng: 05/2020
        ngày nhận: 17/04/2020
        buổi:
          - mã: b1
            ngày: 08/05/2020
            giờ: 8:00
            địa điểm: Hội trường
            chi đoàn: chi-doan-1
            dời:
              - sang ngày: 15/05/2020
                ngày báo: 07/05/2020
              - sang ngày: 22/05/2020
                giờ: 9:00
                ngày báo: 14/05/2020
          - mã: b2
            ngày: 11/05/2020
            giờ: 8:00
            địa điểm: Hội trường
            chi đoàn: chi-doan-2
            trạng thái: hủy
            ngày báo: 10/05/2020
          - mã: b3
            ngày: 12/05/2020
            giờ: 8:00
            địa điểm: Hội trường
            trạng thái: hoãn
            ngày báo: 10/05/2020
        """
    lay(tmp_path, {f"{SCHEDULES}/doan-so-b.yml": schedule})
    moved = entry(tmp_path, "46-kh-dtn.2020-05.doan-so-b.b1").row
    assert (moved.on, f"{moved.at:%H:%M}") == (date(2020, 5, 22), "09:00")
    assert moved.notes == ("đã dời từ 08/05/2020, 15/05/2020",)
    for day in (8, 15):
        assert [(found.name, found.to) for found in days(tmp_path)[date(2020, 5, day)].moved] == [
            ("Chi đoàn 1, Đoàn cơ sở Sở B", date(2020, 5, 22))
        ]
    off = [entry(tmp_path, f"46-kh-dtn.2020-05.doan-so-b.{meeting}") for meeting in ("b2", "b3")]
    assert [(found.row.notes, found.is_off) for found in off] == [(("hủy",), True), (("hoãn, chưa có ngày mới",), True)]
    page = month(tmp_path, "05/2020")
    struck = {
        day: [(line.text, line.note) for line in cell(page, day).meetings if line.is_off] for day in (8, 11, 12, 22)
    }
    assert struck == {
        8: [("Chi đoàn 1, Đoàn cơ sở Sở B", "dời sang 22/05/2020")],
        11: [("08:00 Chi đoàn 2, Đoàn cơ sở Sở B", "hủy")],
        12: [("08:00 Đoàn cơ sở Sở B", "hoãn, chưa có ngày mới")],
        22: [],
    }


def test_clashes_are_told_at_both_meetings(tmp_path: Path) -> None:
    schedule = """\
        đơn vị: doan-so-b
        tháng: 05/2020
        ngày nhận: 17/04/2020
        buổi:
          - mã: b1
            ngày: 06/05/2020
            giờ: 8:30
            địa điểm: Hội trường
            chi đoàn: chi-doan-1
        không sinh hoạt:
          - chi đoàn: chi-doan-2
        """
    assignment = """\
        tháng: 05/2020
        số ký hiệu: 16-PC/ĐTN
        ngày ban hành: 05/05/2020
        phân công:
          - buổi: doan-so-a/b1
            cán bộ: tran-thi-b
          - buổi: doan-so-b/b1
            cán bộ: tran-thi-b
        """
    lay(tmp_path, {f"{SCHEDULES}/doan-so-b.yml": schedule, ASSIGNMENT: assignment})
    for mine, other in (("doan-so-a", "Chi đoàn 1, Đoàn cơ sở Sở B"), ("doan-so-b", "Chi đoàn 1, Đoàn cơ sở Sở A")):
        found = entry(tmp_path, f"46-kh-dtn.2020-05.{mine}.b1").clashes
        assert [(clash.person.name, clash.words, clash.other.name) for clash in found] == [
            ("Trần Thị B", "Hai đơn vị cách nhau dưới 90 phút", other)
        ]


def test_the_meetings_of_a_day_are_listed_in_the_grid_and_in_the_week(tmp_path: Path) -> None:
    meetings = "".join(
        f"  - mã: b{number}\n    ngày: 06/05/2020\n    giờ: {number + 7}:00\n    địa điểm: P\n" for number in range(3)
    )
    text = f"đơn vị: doan-so-y\ntháng: 05/2020\nngày nhận: 17/04/2020\nbuổi:\n{meetings}"
    lay(tmp_path, {f"{SCHEDULES}/doan-so-y.yml": text})
    found = cell(month(tmp_path, "05/2020"), 6)
    assert (found.meeting_count, found.counted, len(days(tmp_path)[date(2020, 5, 6)].meetings)) == (4, 0, 4)


def test_a_round_moved_by_an_adjustment_stands_in_both_months(sample_site: Path) -> None:
    for address in ("lich/2020-03.html", "lich/2020-06.html"):
        text = words(main(sample_site, address))
        assert "Giám sát chuyên đề tháng 3: từ 15/06/2020 đến 26/06/2020, theo điều chỉnh quyết định ngày" in text
        assert "kế hoạch ban đầu trong tháng 03/2020" in text
    assert "Giám sát chuyên đề tháng 9: trong tháng 09/2020" in words(main(sample_site, "lich/2020-09.html"))
