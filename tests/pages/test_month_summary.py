"""A month on one page, and the months side by side, over the small sample and small changes to it."""

from pathlib import Path

from ktgs.facts.facts import publish
from ktgs.language.months import Month
from ktgs.pages import month_summary
from tests.pages.reading import items, links, main, rows, words
from tests.repo import facts, lay

APRIL = "thang/2020-04.html"


def numbers(page: month_summary.MonthSummaryPage) -> dict[str, int | str]:
    """Return the numbers of a page by their names."""
    return {row.subject.name: row.cells[0].value for row in page.numbers.rows}


def april(root: Path, day: str | None = None) -> month_summary.MonthSummaryPage:
    """Return the page of April of the data under a root."""
    return next(page for page in month_summary.pages(publish(facts(root, day))) if page.month == Month(2020, 4))


def test_numbers_come_first_and_unfold_to_what_they_count(sample_site: Path) -> None:
    page = main(sample_site, APRIL)
    assert rows(page)[3][1] == ("3 Chi đoàn 1, Đoàn cơ sở Sở A Chi đoàn 1, Đoàn cơ sở Sở B Chi đoàn cơ sở Sở D")
    assert ("4", "../lich/2020-04.html") in links(page)
    assert rows(page)[8][1].startswith("32/39 (82,1%)")
    assert items(page, ".//h2") == ["Việc của tháng", "Kiến nghị, đề xuất của cơ sở nêu trong tháng"]


def test_duties_petitions_and_the_paper_lead_on(sample_site: Path) -> None:
    page = main(sample_site, APRIL)
    assert ("Gửi lịch sinh hoạt", "../viec/46-kh-dtn/gui-lich-sinh-hoat/2020-04.html") in links(page)
    assert ("Báo cáo tổng hợp tháng 04/2020", "../bao-cao/2020-05-14-thang-4.html") in links(page)
    assert (
        "Tập huấn nghiệp vụ cho bí thư chi đoàn mới – Đoàn cơ sở Sở A; gửi Thành đoàn Mẫu, đã chuyển cấp trên"
        in words(page)
    )
    assert "Báo cáo dự sinh hoạt: ▲ Trễ hạn 1 ✓ Đúng hạn 1 chỉ kể báo cáo đã gửi" in words(page)


def test_two_reports_on_one_meeting_are_one_meeting_and_two_attendances(tmp_path: Path) -> None:
    lay(tmp_path, {})
    folder = tmp_path / "data/reports/2020/du-sinh-hoat"
    text = (folder / "2020-04-08-doan-so-a-chi-doan-1.md").read_text(encoding="utf-8")
    before = numbers(april(tmp_path))
    other = text.replace("nguyen-van-a", "pham-thi-d").replace("tran-thi-b", "pham-thi-d")
    (folder / "2020-04-08-doan-so-a-chi-doan-1-2.md").write_text(other, encoding="utf-8")
    after = numbers(april(tmp_path))
    assert (before["Buổi có cán bộ về dự"], before["Lượt dự"]) == (2, 2)
    assert (after["Buổi có cán bộ về dự"], after["Lượt dự"]) == (2, 3)
    assert after["Đoàn viên có mặt/tổng số"] == before["Đoàn viên có mặt/tổng số"]


def test_a_month_that_is_not_over_says_so(tmp_path: Path) -> None:
    lay(tmp_path, {})
    assert not april(tmp_path, "2020-04-30").is_over
    assert april(tmp_path, "2020-05-01").is_over
    last = [page.url for page in month_summary.pages(publish(facts(tmp_path, "2020-04-30")))][-1]
    assert last == APRIL


def test_months_side_by_side(sample_site: Path) -> None:
    page = main(sample_site, "thang/index.html")
    assert [row[0] for row in rows(page)][-3:] == ["04/2020", "03/2020", "02/2020"]
    assert ("04/2020", "2020-04.html") in [(text, url.rpartition("/")[2]) for text, url in links(page)]
    assert rows(page)[-1] == ["02/2020", "0", "0", "0", "0", "0", "–"]
