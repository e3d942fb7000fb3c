"""A person's page over the small sample."""

from datetime import date
from pathlib import Path

import pytest

from ktgs.examining.publishing import publish
from ktgs.pages.person import PersonPage, pages
from tests.pages.reading import items, links, main, rows, section, words
from tests.repo import facts, lay

PLAN = "data/plans/2020/46-kh-dtn"
HEAD = "tháng: 05/2020\nsố ký hiệu: 16-PC/ĐTN\nngày ban hành: 05/05/2020\nphân công:\n"


def person(root: Path, person_id: str, day: str) -> PersonPage:
    """Return a person's page as of a day."""
    return next(page for page in pages(publish(facts(root, day))) if page.url == f"can-bo/{person_id}.html")


def test_past_assignments_with_report_or_day_that_it_is_due(sample_site: Path) -> None:
    page = main(sample_site, "can-bo/tran-thi-b.html")
    assert items(page, "//h2")[:4] == [
        "Được phân công, sắp tới",
        "Buổi đã qua, chưa có báo cáo (1)",
        "Về cán bộ",
        "Được phân công, đã qua",
    ]
    assert not page.xpath("//section[1]/preceding-sibling::dl")  # what can be done now stands first
    (owed,) = rows(section(page, "chua-co-bao-cao"))
    assert owed[:2] == ["Chi đoàn 1, Đoàn cơ sở Sở A", "06/05/2020 07:30"]
    assert owed[4].startswith("chưa có báo cáo hạn báo cáo 15/05/2020 Ghi báo cáo ")
    (found,) = rows(section(page, "da-qua"))
    assert found[4] == "Báo cáo dự sinh hoạt: Chi đoàn 1, Đoàn cơ sở Sở B, 09/04/2020"
    assert ("Tải tệp lịch", "../ics/can-bo/tran-thi-b.ics") in links(page)


def test_positions_and_teams(sample_site: Path) -> None:
    page = main(sample_site, "can-bo/vo-thi-g.html")
    assert "Ủy viên UBKT, bầu (từ 01/10/2017)" in words(page)
    team = words(section(page, "doan-kiem-tra"))
    assert team.startswith("Đoàn kiểm tra Đoàn kiểm tra số 1, đợt 1: thư ký 14/05/2020: Kiểm tra")
    assert "14/05/2020: Kiểm tra đợt 1, Đoàn cơ sở Sở A (đã tiến hành)" in team


def test_reports_written_and_units_followed(sample_site: Path) -> None:
    page = main(sample_site, "can-bo/nguyen-van-a.html")
    assert ("Đoàn cơ sở Sở A", "../don-vi/doan-so-a.html") in links(section(page, "theo-doi"))
    written = items(section(main(sample_site, "can-bo/vo-thi-g.html"), "bao-cao"), ".//li")
    assert [line.partition(" data/")[0] for line in written] == [
        "Báo cáo kết quả: Đoàn kiểm tra số 1, đợt 1",
        "Báo cáo tổng hợp tháng 04/2020",
        "Báo cáo nhanh tháng 04/2020",
    ]


def test_coming_assignments_come_first(tmp_path: Path) -> None:
    lay(tmp_path, {})
    found = person(tmp_path, "tran-thi-b", "2020-05-06")
    (row,) = found.upcoming
    assert (row.on, row.due_on, row.is_missing) == (date(2020, 5, 6), (date(2020, 5, 15),), False)
    assert [row.on.isoformat() for row in found.past] == ["2020-04-09"]


def test_a_meeting_that_is_off_has_no_report_due(tmp_path: Path) -> None:
    text = (lay(tmp_path, {}) / f"{PLAN}/schedules/2020-05/doan-so-a.yml").read_text(encoding="utf-8")
    for status in ("hủy", "hoãn"):
        off = text.replace("  - mã: b2", f"    trạng thái: {status}\n    ngày báo: 05/05/2020\n  - mã: b2")
        lay(tmp_path, {f"{PLAN}/schedules/2020-05/doan-so-a.yml": off})
        (row, _) = person(tmp_path, "tran-thi-b", "2020-10-15").past
        assert (row.due_on, row.is_missing) == ((), False)
        assert row.notes[0].startswith(status)


@pytest.mark.parametrize("what", ["vắng: không lý do", "vắng: có lý do, ngày báo: 06/05/2020", "dự thay: pham-thi-d"])
def test_absence_and_replacement_change_no_page(tmp_path: Path, what: str) -> None:
    name = f"{PLAN}/assignments/2020-05.yml"
    others = "  - {buổi: doan-so-a/b2, cán bộ: le-van-c}\n"
    lay(tmp_path, {name: f"{HEAD}  - {{buổi: doan-so-a/b1, cán bộ: tran-thi-b}}\n{others}"})
    before = list(pages(publish(facts(tmp_path))))
    lay(tmp_path, {name: f"{HEAD}  - {{buổi: doan-so-a/b1, cán bộ: tran-thi-b, {what}}}\n{others}"})
    assert list(pages(publish(facts(tmp_path)))) == before
