"""Recommendations and petitions, good practices, shortcomings over the small sample and what a test lays over it."""

from datetime import date
from pathlib import Path

import pytest

from ktgs.examining.publishing import publish
from ktgs.mkdocs_plugin import build
from ktgs.pages._findings import view
from tests.figures.asking import VISITS, visit
from tests.pages.reading import items, links, main, rows, section, words
from tests.repo import SAMPLE, facts, lay

UNIT_B = "data/units/doan-so-b.yml"
FOLLOW_UP = "data/reports/2020/follow-ups/2020-06-02-dot-1-doan-1-kn1.yml"


def test_recommendations_open_ones_first_with_whose_turn_it_is(sample_site: Path) -> None:
    page = main(sample_site, "kien-nghi/index.html")
    assert items(page, "//h2") == [
        "Kiến nghị của đoàn kiểm tra: chưa xong (1)",
        "Kiến nghị, đề xuất của cơ sở: chưa xong (1)",
        "Kiến nghị của đoàn kiểm tra: đã xong (1)",
    ]
    (turns,) = page.xpath("//table[@class='figure']")
    assert rows(turns) == [["Ban Thường vụ", "1", "0"], ["Thành đoàn Mẫu", "0", "1"]]
    (petition,) = items(section(page, "de-xuat"), ".//ul[@class='findings']/li")
    assert petition.startswith("Tập huấn nghiệp vụ cho bí thư chi đoàn mới Đoàn cơ sở Sở A đã chuyển cấp trên")
    assert "Đang chờ: Thành đoàn Mẫu. Gửi Thành đoàn Mẫu, nêu cách đây 190 ngày." in petition
    assert "27/04/2020: chuyển cấp trên; văn bản số 25-CV/ĐTN" in petition
    (done,) = items(section(page, "kien-nghi-xong"), ".//ul[@class='findings']/li")
    assert "đã khắc phục Gửi đơn vị, hạn 31/07/2020, giải quyết xong sau 64 ngày." in done


def test_findings_lead_to_their_place_in_the_report(sample_site: Path) -> None:
    page = main(sample_site, "kien-nghi/index.html")
    assert ("Tổ chức tập huấn ghi sổ chi đoàn", "../bao-cao/2020-06-02-dot-1-doan-1.html#kn2") in links(page)


def test_good_practices_with_how_they_were_spread(sample_site: Path) -> None:
    page = main(sample_site, "mo-hinh-hay.html")
    (found,) = items(section(page, "da-nhan-rong"), ".//ul[@class='findings']/li")
    assert found.startswith("Mỗi tuần một trang tài liệu, cả chi đoàn cùng đọc và trao đổi Đoàn cơ sở Sở A")
    assert "25/05/2020: nhân rộng: Giới thiệu tại hội nghị giao ban" in found
    assert words(section(page, "chua-nhan-rong")) == "Chưa nhân rộng (0) Không có."


def test_shortcomings_by_unit_with_the_recommendation(sample_site: Path) -> None:
    page = main(sample_site, "ton-tai-han-che.html")
    assert items(page, "//h3") == ["Đoàn cơ sở Sở B (1)"]
    (found,) = items(section(page, "theo-don-vi"), ".//ul[@class='findings']/li")
    assert "Nguyên nhân: Chưa phân công người ghi sổ Kiến nghị: Bổ sung sổ chi đoàn 6 tháng đầu năm" in found
    assert not page.xpath("//h2[@id='lap-lai']")


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site where the shortcoming is said of a second unit, and a second time of the first."""
    root = tmp_path_factory.mktemp("again")
    head, _, _ = visit("2020-04/doan-so-a/b2", "tran-thi-b", sent="15/04/2020").rpartition("---\n")
    said = "tồn tại, hạn chế:\n  - mã: tt1\n    nội dung: SỔ chi đoàn ghi chưa đầy đủ\n---\n"
    lay(root, {f"{VISITS}/2020-04-10-doan-so-a-chi-doan-2.md": head + said})
    name = f"{VISITS}/2020-04-09-doan-so-b-chi-doan-1.md"
    text = (root / name).read_text(encoding="utf-8")
    lay(root, {name: text.replace("khó khăn:", "tồn tại, hạn chế:")})
    assert build(root, root / "site", False, date(2020, 10, 15)) == 0
    return root / "site"


def test_shortcomings_said_again(again: Path) -> None:
    page = main(again, "ton-tai-han-che.html")
    found = section(page, "lap-lai")
    assert items(found, ".//caption") == [
        "Đơn vị được nêu tồn tại, hạn chế từ hai báo cáo trở lên",
        "Cùng một tồn tại, hạn chế được nêu nhiều lần",
    ]
    units, same = rows(found)
    assert units[0] == "Đoàn cơ sở Sở B" and units[1].startswith("2") and units[2].startswith("2")
    assert same[1].startswith("2")
    assert [text for text, _ in links(found, ".//div[2]//td//a")] == [
        "Đoàn cơ sở Sở A: SỔ chi đoàn ghi chưa đầy đủ",
        "Đoàn cơ sở Sở B: Sổ chi đoàn ghi chưa đầy đủ",
    ]


def test_only_what_was_put_to_the_unit_passes_to_the_one_that_it_merged_into(tmp_path: Path) -> None:
    ended = "từ: 01/01/2015\nđến: 30/06/2020\nsáp nhập vào: doan-so-y"
    unit = (SAMPLE / UNIT_B).read_text(encoding="utf-8").replace("từ: 01/01/2015", ended, 1)
    known = publish(facts(lay(tmp_path, {UNIT_B: unit, FOLLOW_UP: None}), "2020-07-15"))
    found = {str(view(known, each).key): view(known, each) for each in known.repository.findings.values()}
    to_unit, to_committee = (found[f"2020-06-02-dot-1-doan-1#{name}"] for name in ("kn1", "kn2"))
    assert to_unit.addressee == "đơn vị" and to_unit.owner and to_unit.owner.name == "Đoàn cơ sở Sở Y"
    assert to_committee.addressee == "Ban Thường vụ" and to_committee.unit and to_committee.owner is None
