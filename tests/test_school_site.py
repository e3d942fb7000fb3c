"""The site of a provincial school inspection speaks its own words, and shows only the duties of its plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.reading import items, main, words
from tests.sites import built_once
from tests.test_school import ROOT
from tests.trees import tree

# words of the Youth Union, in lower case
FOREIGN = (
    *("chi đoàn", "đoàn cơ sở", "đoàn viên", "đoàn khối", "thành đoàn", "thanh niên"),
    *("đoàn tncs", "ban thường vụ", "bí thư", "cấp ủy", "tccsđ", "đtn", "btv", "bch", "ubkt"),
)
HANDBOOK = "huong-dan/"  # the same on every site; its examples are those of plan 46
RULES = "cach-tinh/"  # explain duties and messages by examples of plan 46
FIELDS = "tu-dien.html"  # explains the keys of files by the same examples
DUTIES = ("tien-hanh-dot", "quyet-dinh-thanh-lap-doan", "thong-bao", "tai-lieu", "bao-cao-ket-qua", "kien-nghi")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; only to be read."""
    return built_once(tmp_path_factory, "school-site", ROOT)


def foreign(text: str) -> list[str]:
    """Return the words of the Youth Union in a text."""
    return [word for word in FOREIGN if word in text.casefold()]


def test_no_page_speaks_of_the_youth_union(site: Path) -> None:
    found = {path: content.decode() for path, content in tree(site).items() if path.endswith(".html")}
    pages = {path: text for path, text in found.items() if not path.startswith((HANDBOOK, RULES, FIELDS))}
    assert {"index.html", "don-vi/truong-b.html", "dot/15-kh-sgddt/dot-1.html", "thang/2024-05.html"} <= pages.keys()
    assert {path: met for path, text in pages.items() if (met := foreign(text))} == {}


@pytest.mark.parametrize("duty", DUTIES)
def test_the_rules_of_its_duties_speak_of_no_other_body(site: Path, duty: str) -> None:
    page = main(site, f"{RULES}{duty}.html")
    for example in page.xpath(".//pre|.//code|.//p[starts-with(normalize-space(.), 'Ví dụ')]"):
        example.drop_tree()
    assert foreign(words(page)) == []


def test_a_units_page_calls_its_sub_units_by_their_word(site: Path) -> None:
    school = main(site, "don-vi/truong-b.html")
    assert "Phòng ban trực thuộc" in words(school)
    assert {"Tổ Toán", "Phòng Hành chính"} <= set(items(school, ".//tbody//th"))
    centre = words(main(site, "don-vi/trung-tam-g.html"))
    assert "Phân hiệu trực thuộc" in centre
    assert "phòng ban" not in centre.casefold()
    without = words(main(site, "don-vi/truong-mam-non-h.html")).casefold()
    assert "trực thuộc" not in without


@pytest.mark.parametrize(
    ("address", "row", "said"),
    [
        ("dot/15-kh-sgddt/dot-1.html", "dot-1-doan-1.c1", "Phòng ban kiểm tra mẫu: Tổ Toán, Phòng Hành chính"),
        ("dot/15-kh-sgddt/dot-2.html", "dot-2-doan-1.c1", "Phân hiệu kiểm tra mẫu: Phân hiệu 1"),
    ],
)
def test_a_session_calls_the_sampled_sub_units_by_their_word(site: Path, address: str, row: str, said: str) -> None:
    (detail,) = main(site, address).xpath(f".//section[@id='{row}.chi-tiet']")
    assert said in words(detail)


@pytest.mark.parametrize("activity", ["dot-1", "dot-2", "dot-xuat-1", "dot-xuat-2"])
def test_a_board_has_the_columns_of_the_plans_duties(site: Path, activity: str) -> None:
    board = main(site, f"dot/15-kh-sgddt/{activity}.html")
    heads = items(board, ".//table[contains(@class, 'board')]//th[@scope='col']")
    assert heads == ["Đơn vị", "Quyết định", "Thông báo", "Tài liệu", "Buổi làm việc", "Báo cáo"]
    rows = board.xpath(".//table[contains(@class, 'board')]/tbody/tr")
    assert rows
    assert {len(row) for row in rows} == {len(heads)}


def test_the_board_of_an_unannounced_round_says_that_no_notice_is_owed(site: Path) -> None:
    board = main(site, "dot/15-kh-sgddt/dot-xuat-1.html")
    (row,) = board.xpath(".//tr[@id='dot-xuat-1-doan-1.c1']")
    (notice,) = row.xpath("./td[@data-label='Thông báo']")
    assert "Không phát sinh" in words(notice)


def test_its_plan_has_the_heading_that_the_organization_says(site: Path) -> None:
    (head,) = main(site, "ke-hoach/15-kh-sgddt.html").xpath(".//*[@class='paper-head']")
    assert items(head, ".//strong")[-2:] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
