"""A report's page of each kind over the small sample."""

from pathlib import Path

import pytest

from ktgs.examining.publishing import publish
from ktgs.pages import report
from tests.figures.asking import VISITS, visit
from tests.pages.reading import items, links, main, rows, words
from tests.repo import facts, lay

RESULT = "bao-cao/2020-06-02-dot-1-doan-1.html"
VISIT = "bao-cao/2020-04-08-doan-so-a-chi-doan-1.html"


def test_result_report_with_its_facts(sample_site: Path) -> None:
    page = main(sample_site, RESULT)
    facts = dict(zip(items(page, "//dl/dt"), items(page, "//dl/dd"), strict=True))
    assert facts == {
        "Số, ký hiệu": "08-BC/ĐKT",
        "Người lập": "Võ Thị G",
        "Ngày ban hành": "02/06/2020",
        "Đoàn kiểm tra": "Đoàn kiểm tra số 1, đợt 1",
        "Ngày tổng hợp": "28/05/2020",
        "Ngày xác nhận": "01/06/2020",
        "Người xác nhận": "Nguyễn Văn A",
        "Ngày gửi": "02/06/2020",
        "Nơi nhận": "Ban Thường vụ Đoàn Khối",
    }
    assert "Đoàn kiểm tra làm việc với 3 đơn vị, đủ thành phần theo thông báo." in words(page)


def test_findings_have_anchors_links_and_what_happened_since(sample_site: Path) -> None:
    page = main(sample_site, RESULT)
    assert page.xpath("//li/@id") == ["ud1", "tt1", "kn1", "kn2"]
    (found,) = page.xpath("//li[@id='kn1']")
    assert ("Sổ chi đoàn ghi chưa đầy đủ", "../bao-cao/2020-06-02-dot-1-doan-1.html#tt1") in links(found)
    assert ("Việc phải làm", "../viec/46-kh-dtn/kien-nghi/dot-1.html#2020-06-02-dot-1-doan-1.kn1") in links(found)
    steps = items(found, ".//ul[@class='steps']/li")
    assert steps == [
        "24/07/2020: đã khắc phục: Đã bổ sung sổ của cả hai chi đoàn; minh chứng: Ảnh chụp sổ, lưu tại văn phòng",
        "05/08/2020: phúc tra đạt; Võ Thị G",
    ]


def test_visit_report_with_meeting_counts_and_obligation(sample_site: Path) -> None:
    page = main(sample_site, VISIT)
    text = words(page)
    assert words(page.find("h1")) == "Báo cáo dự sinh hoạt: Chi đoàn 1, Đoàn cơ sở Sở A, 08/04/2020"
    assert "Số đoàn viên có mặt 20/22" in text
    assert "Chủ đề giám sát Triển khai các chủ trương, nghị quyết của Ban Chấp hành" in text
    assert "Số, ký hiệu" not in text  # visit reports carry none
    meeting, obligation, topic = rows(page)
    assert meeting[:4] == [
        "Chi đoàn 1, Đoàn cơ sở Sở A",
        "08/04/2020 07:30",
        "Phòng họp Sở A Sinh hoạt chủ điểm tháng 4",
        "Nguyễn Văn A",
    ]
    assert obligation[1:4] == ["Nguyễn Văn A", "17/04/2020", "✓ Đúng hạn"]
    assert topic[3] == "✓ Đúng hạn"
    assert "yên tâm công tác" not in text  # the mood is internal


@pytest.mark.parametrize(
    ("address", "title", "hidden"),
    [
        ("2020-05-12-thang-4", "Báo cáo nhanh tháng 04/2020", "vắng có lý do"),
        (
            "2020-03-26-thang-thanh-nien",
            "Giám sát thường xuyên: Triển khai và kết quả thực hiện Tháng Thanh niên năm 2020, 26/03/2020",
            "hoàn thành các phần việc",
        ),
    ],
)
def test_text_that_is_internal_is_not_there(sample_site: Path, address: str, title: str, hidden: str) -> None:
    page = main(sample_site, f"bao-cao/{address}.html")
    assert words(page.find("h1")) == title
    assert "Lời văn của báo cáo này là nội bộ, không công bố." in words(page)
    assert hidden not in words(page)


def test_summary_has_its_text(sample_site: Path) -> None:
    page = main(sample_site, "bao-cao/2020-05-14-thang-4.html")
    assert ("04/2020", "../thang/2020-04.html") in links(page)
    assert "Trong tháng có 2 buổi sinh hoạt được dự." in words(page)


def test_two_reports_on_one_meeting_are_told_apart_wherever_they_stand(tmp_path: Path) -> None:
    second = f"{VISITS}/2020-04-08-doan-so-a-chi-doan-1-2.md"
    known = publish(facts(lay(tmp_path, {second: visit("2020-04/doan-so-a/b1", "pham-thi-d", sent="15/04/2020")})))
    name = "Báo cáo dự sinh hoạt: Chi đoàn 1, Đoàn cơ sở Sở A, 08/04/2020"
    shown = {page.report.id: page for page in report.pages(known)}
    assert shown["2020-04-08-doan-so-a-chi-doan-1"].title == name
    page = shown["2020-04-08-doan-so-a-chi-doan-1-2"]
    assert page.title == f"{name} (báo cáo thứ 2)"
    assert page.meeting
    assert sorted(subject.name for subject in page.meeting.reports) == [name, f"{name} (báo cáo thứ 2)"]
