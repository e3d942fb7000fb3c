"""The plan's page: the paper, the clauses' states, the terms and what was adjusted."""

from pathlib import Path

import pytest

from ktgs.addresses.clauses import heading_of, sections
from ktgs.examining.publishing import publish
from ktgs.obligations.targets import ToClause, ToPlan
from ktgs.pages import plan
from ktgs.records.plan import Plan
from ktgs.site.links import Links
from tests.pages.reading import Element, items, links, main, rows, words
from tests.repo import SAMPLE, facts, lay

PLAN = "data/plans/2020/46-kh-dtn/plan.md"
ROOT = Path(__file__).parent.parent.parent


def read(root: Path) -> Plan:
    """Return plan 46 of the data under a root."""
    return publish(facts(root)).repository.plans["46-kh-dtn"]


def clause(page: Element, anchor: str) -> Element:
    """Return a clause with what stands beside it."""
    found: list[Element] = page.xpath(f"//section[@id='{anchor}']")
    assert len(found) == 1, anchor
    return found[0]


def test_the_paper_has_its_form(sample_site: Path) -> None:
    (paper,) = main(sample_site, "ke-hoach/46-kh-dtn.html").xpath("//article[@class='paper']")
    head = items(paper, ".//div[@class='paper-head']/div")
    assert head == [
        "Thành đoàn Mẫu Đoàn Khối Mẫu *** Số: 46-KH/ĐTN",
        "ĐOÀN TNCS HỒ CHÍ MINH Thành phố Mẫu, ngày 20 tháng 02 năm 2020",
    ]
    assert items(paper, ".//h2") == ["KẾ HOẠCH Kiểm tra, giám sát và đi cơ sở năm 2020"]
    foot = items(paper, ".//div[@class='paper-foot']/div")
    assert foot == ["Nơi nhận: Ban Thường vụ Thành đoàn Mẫu; Các đơn vị trực thuộc; Lưu.", "Nguyễn Văn A"]


def test_the_text_is_whole_and_nothing_stands_twice(data_site: Path) -> None:
    (paper,) = main(data_site, "ke-hoach/46-kh-dtn.html").xpath("//article[@class='paper']")
    text = words(paper)
    for once in ("46-KH/ĐTN", "ngày 20 tháng 02 năm 2020", "BTV Thành đoàn Cần Thơ;", "Nguyễn Thanh Sử", "Nơi nhận:"):
        assert text.count(once) == 1, once
    shown = " ".join(words(found) for found in paper.xpath(".//div[@class='clause-text']"))
    body = (ROOT / PLAN).read_text(encoding="utf-8").partition("\n# KẾ HOẠCH\n")[2].partition("\nNơi nhận:")[0]
    for line in body.splitlines():
        if line.startswith(("- ", "##")) and "*" not in line:
            assert line.lstrip("#- ") in shown, line


def test_clauses_are_read_off_the_headings(tmp_path: Path) -> None:
    assert [found.clause for found in sections(read(ROOT)) if found.clause] == [
        *("I", "I.1", "II", "II.1", "II.1.1", "II.1.2", "II.2", "II.2.1", "II.2.2", "II.3"),
        *("III", "IV", "IV.1", "IV.2", "IV.3"),
    ]
    text = (SAMPLE / PLAN).read_text(encoding="utf-8")
    body = "\n\nLời dẫn.\n\n## 1. Phạm vi\n\nMột.\n\n### Ghi chú\n\nHai.\n\n## 2) Việc\n\n#### 2.1 Báo cáo\n\nBa.\n"
    lay(tmp_path, {PLAN: "---" + text.split("---")[1] + "---" + body})
    found = [(section.clause, section.title, section.text) for section in sections(read(tmp_path))]
    assert found == [
        ("", "", "Lời dẫn."),
        ("1", "1. Phạm vi", "Một."),
        ("", "Ghi chú", "Hai."),
        ("2", "2) Việc", ""),
        ("2.1", "2.1 Báo cáo", "Ba."),
    ]


@pytest.mark.parametrize(
    ("name", "heading", "anchor"),
    [("II.3", "II.3", "#muc-ii-3"), ("II.2.2", "II.2", "#muc-ii-2"), ("V", "", ""), ("II.1", "II.1", "#muc-ii-1")],
)
def test_a_clause_without_a_heading_is_found_at_the_one_above(name: str, heading: str, anchor: str) -> None:
    found = read(SAMPLE)
    assert heading_of(found, name) == heading
    assert Links(publish(facts(SAMPLE))).address(ToClause(found.id, name)) == f"ke-hoach/46-kh-dtn.html{anchor}"


def test_duties_stand_beside_their_clause(sample_site: Path) -> None:
    found = clause(main(sample_site, "ke-hoach/46-kh-dtn.html"), "muc-ii-3")
    assert "Các đơn vị gửi lịch sinh hoạt trước ngày 20 hằng tháng" in words(found)
    (beside,) = found.xpath("./aside")
    assert "Gửi lịch sinh hoạt ■ Quá hạn 5 ◔ Sắp đến hạn 5" in words(beside)
    assert "Báo cáo dự sinh hoạt theo quy ước văn phòng ▲ Trễ hạn 1 ✓ Đúng hạn 2 chỉ kể báo cáo đã gửi" in words(beside)
    assert ("■ Quá hạn 5", "../viec/qua-han/gui-lich-sinh-hoat.html") in links(beside)


def test_rounds_stand_beside_their_clause(sample_site: Path) -> None:
    (beside,) = clause(main(sample_site, "ke-hoach/46-kh-dtn.html"), "muc-ii-1").xpath("./aside")
    assert items(beside, "./p")[1].startswith("Kiểm tra đợt 1: từ 11/05/2020 đến 22/05/2020 (dự kiến)")
    assert ("Thông báo", "../viec/46-kh-dtn/thong-bao/dot-1.html#dot-1") in links(beside)
    assert "Tiến hành đợt, hạn 22/05/2020 ✓ Đúng hạn đã tiến hành 3/3 cuộc" in words(beside)
    assert "Giám sát chuyên đề" not in words(beside)


def test_a_clause_above_tells_only_what_it_speaks_of() -> None:
    (page,) = plan.pages(publish(facts(ROOT)))
    beside = {found.section.clause: found.beside for found in page.clauses}
    above, own = beside["II.1"], beside["II.1.1"]
    assert above and own
    assert [item.duty.slug for item in above.activities[0].wholes] == ["thong-bao", "tien-hanh-dot"]
    assert len(own.activities) == 1 and len(own.activities[0].wholes) == 4
    assert above.duties == ()


def test_topics_and_clauses_without_a_heading(sample_site: Path) -> None:
    page = main(sample_site, "ke-hoach/46-kh-dtn.html")
    (beside,) = clause(page, "muc-ii-2").xpath("./aside")
    assert "Triển khai và kết quả thực hiện Tháng Thanh niên năm 2020: ✓ Đúng hạn" in words(beside)
    (below,) = clause(page, "muc-iv").xpath("./aside")
    assert "Phân công" in words(below)
    assert items(page, "./aside/p[1]") == []


def test_terms_in_words(sample_site: Path) -> None:
    found = {row[0]: row for row in rows(clause(main(sample_site, "ke-hoach/46-kh-dtn.html"), "thoi-han"))}
    assert found["Gửi lịch sinh hoạt"][1:4] == ["II.3", "trước ngày 20 hằng tháng, lịch của tháng sau", "kế hoạch"]
    assert found["Thông báo"][2] == (
        "chậm nhất 05 ngày làm việc trước ngày đầu đợt, tính cả ngày gửi; đơn vị chọn bổ sung tính trước buổi làm việc"
    )
    assert found["Phân công"][2] == (
        "chậm nhất 01 ngày trước buổi sinh hoạt đầu tiên có phân công trong tháng người được phân công thuộc BTV, BCH"
    )
    assert found["Quyết định thành lập đoàn"][2].endswith("thành viên đoàn kiểm tra thuộc BTV, UBKT")
    assert found["Báo cáo nhanh"][2:4] == ["chậm nhất 10 ngày làm việc sau ngày cuối tháng", "quy ước văn phòng"]


def test_adjustments(sample_site: Path) -> None:
    page = main(sample_site, "ke-hoach/46-kh-dtn.html")
    (row,) = page.xpath("//tr[@id='2020-03-16-gs-thang-3']")
    assert [words(cell) for cell in row.xpath("./th|./td")] == [
        "Giám sát chuyên đề tháng 3",
        "Điều chỉnh",
        "Mọi đơn vị",
        "từ 15/06/2020 đến 26/06/2020",
        "16/03/2020, Ban Thường vụ",
        "Phòng, chống dịch bệnh",
    ]


def test_sub_plans_lead_both_ways(tmp_path: Path) -> None:
    text = (SAMPLE / PLAN).read_text(encoding="utf-8").replace("46-KH/ĐTN", "50-KH/ĐTN", 1)
    child = text.replace("ngày ban hành:", "thuộc kế hoạch: 46-kh-dtn\nngày ban hành:", 1)
    lay(tmp_path, {"data/plans/2020/50-kh-dtn/plan.md": child})
    pages = {page.plan.id: page for page in plan.pages(publish(facts(tmp_path)))}
    assert [subject.target for subject in pages["46-kh-dtn"].sub_plans] == [ToPlan("50-kh-dtn")]
    parent = pages["50-kh-dtn"].parent
    assert parent and parent.target == ToPlan("46-kh-dtn")
    assert pages["46-kh-dtn"].other_plans == ()


def test_a_note_of_the_plan_stands_with_each_part_that_cites_it(tmp_path: Path) -> None:
    file = "data/plans/2020/46-kh-dtn/plan.md"
    text = (SAMPLE / file).read_text(encoding="utf-8")
    front, _, _ = text.partition("\n---\n")
    body = "## I- Một\n\na[^1] b[^x]\n\n## II- Hai\n\nc[^1]\n\n[^1]: Chung\n    dài\n[^2]: Lẻ\n[^x]: Riêng\n"
    (plan,) = facts(lay(tmp_path, {file: f"{front}\n---\n\n{body}"})).repository.plans.values()
    assert [section.text for section in sections(plan)] == [
        "a[^1] b[^x]\n\n[^1]: Chung\n    dài\n\n[^x]: Riêng",
        "c[^1]\n\n[^1]: Chung\n    dài\n\n[^2]: Lẻ",
    ]
