"""What readers see of the shipped data, on both sites: the better words, both numbers of a rate, nothing past to do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.conftest import REPOSITORY
from tests.repo import facts

NOT_PROSE = "//script|//style|//pre|//code|//*[contains(@class, 'source')]|//details[@class='files' or @class='write']"
OLD = {  # what was said before, and what is said instead
    r"[Đđ]ang đến lượt": "Đang chờ",
    r"đã nêu \d+ ngày": "nêu cách đây … ngày",
    r"an toàn \d\d/": "nên gửi trước hoặc trong ngày …",
    r"Ngày được đếm": "Hạn cuối: hết ngày …",
    r"Ghi tại": "Nguồn",
    r"iCalendar": "Thêm vào lịch điện thoại",
    r"[Đđ]ộ phủ": "Mức độ đi cơ sở",
    r"Chưa được dự từ": "Đơn vị lâu chưa có cán bộ về dự",
    r"đơn vị đã kết thúc": "đã giải thể, sáp nhập",
    r"\d phần đã xong": "… đoàn, … đơn vị",
    r"(?:tên|thiếu|sai|đúng) khóa\b": "dòng, tên dòng",
    r"dựng trang": "tạo trang, cập nhật trang",
    r"Gần nhất:": "Có phải:",
    r"holidays": "tính tự động, chưa đối chiếu văn bản",
    r"Sinh hoạt của": "Đơn vị, chi đoàn",
    r"Bí thư BTV": "Bí thư Đoàn Khối",
    r"\bban thường vụ\b": "Ban Thường vụ",
    r"(?:báo cáo|[Vv]ăn bản gửi|thảo gửi) cấp trên\b(?! của| trực)": "the superior's own name",
    r"còn mở": "chưa xong",
    r"\(mục \d+-BC": "theo báo cáo số …",
    r"\b\d{4}-\d\d-\d\d-[a-z]+-": "a name instead of an id",
    r"\bNone\b|\bnull\b|\bTrue\b|\bFalse\b": "a word",
}
EXPLAINED = ("cach-tinh/", "du-lieu.html")  # pages that quote files and rules as they are written


@pytest.fixture(scope="module", params=["data_site", "internal_data_site"])
def site(request: pytest.FixtureRequest) -> Path:
    """Both sites of the shipped data."""
    found: Path = request.getfixturevalue(request.param)
    return found


def prose(page: Path) -> str:
    """Return what a page says, without what is code, a file's name or made for programs."""
    root: Any = html.fromstring(page.read_text(encoding="utf-8"))
    for element in root.xpath(NOT_PROSE):
        element.drop_tree()
    return " ".join(root.text_content().split())


def spoken(site: Path) -> Iterator[tuple[str, str]]:
    """Yield each page of the data with what it says."""
    for page in sorted(site.rglob("*.html")):
        path = page.relative_to(site).as_posix()
        if not path.startswith(("huong-dan/", "thanh-phan", *EXPLAINED)):
            yield path, prose(page)


def main_text(site: Path, page: str) -> str:
    """Return what one page says."""
    return prose(site / page)


def obligations(site: Path) -> list[dict[str, Any]]:
    """Return what a site's JSON lists."""
    listed: list[dict[str, Any]] = json.loads((site / "api/v1/obligations.json").read_text("utf-8"))["obligations"]
    return listed


def test_no_page_says_it_in_the_old_words(site: Path) -> None:
    everything = list(spoken(site))
    assert len(everything) > 500
    told = [
        f"{path}: …{text[max(0, found.start() - 30) : found.end() + 30]}…"
        for path, text in everything
        for old in OLD
        if (found := re.search(old, text))
    ]
    assert told == []


def test_nothing_that_can_no_longer_be_done_is_to_be_done(site: Path) -> None:
    """Neither a schedule of a month that is over, nor an invitation to a session that was held."""
    today = facts(REPOSITORY).today.isoformat()
    to_do = [item for item in obligations(site) if item["state"] in ("overdue", "due_soon", "upcoming")]
    assert len(to_do) > 50
    assert [item["id"] for item in to_do if item["lapses_on"] and item["lapses_on"] < today] == []
    missed = [item for item in obligations(site) if item["state"] == "missed"]
    assert {item["duty"] for item in missed} == {"gui-lich-sinh-hoat", "moi-cap-uy"}
    assert [item["id"] for item in missed if item["done_on"]] == []


def test_every_rate_gives_both_numbers(site: Path) -> None:
    """Beside a share stand what was on time and what was due, or how many were due in a cell of the grid."""
    for page in ("index.html", "thuc-hien/index.html", "so-lieu/ty-le-dung-han.html"):
        text = main_text(site, page)
        shares = list(re.finditer(r"\d+(?:,\d)?%", text))
        bare = [
            text[max(0, share.start() - 40) : share.end() + 20]
            for share in shares
            if not re.match(r"(?: đúng hạn: [\d.]+ trên [\d.]+ việc| ?\(?[\d.]+/[\d.]+| ?[\d.]+)", text[share.end() :])
            and not text[: share.start()].endswith(("đến ", "là ", "Từ 0 đến "))
        ]
        assert shares and bare == [], page


def test_what_a_public_rate_leaves_out_is_said_beside_it(data_site: Path, internal_data_site: Path) -> None:
    rule = "Tỷ lệ của báo cáo dự sinh hoạt chỉ kể báo cáo đã gửi của người được phân công."
    for page in ("index.html", "thuc-hien/index.html"):
        assert rule in main_text(data_site, page)
        assert rule not in main_text(internal_data_site, page)


def test_the_two_sites_agree_on_what_is_overdue(data_site: Path, internal_data_site: Path) -> None:
    """What the public sentence adds to the public list are the reports that the internal list names."""
    overdue = [
        {item["id"]: item["duty"] for item in obligations(site) if item["state"] == "overdue" and not item["parts"]}
        for site in (data_site, internal_data_site)
    ]
    public, internal = overdue
    told = re.search(r"Ngoài ra có (\d+) báo cáo dự sinh hoạt quá hạn", main_text(data_site, "index.html"))
    assert told is not None
    assert public.keys() <= internal.keys()
    more = [duty for name, duty in internal.items() if name not in public and duty == "bao-cao-du-sinh-hoat"]
    assert len(more) == int(told[1])


def test_the_summary_names_the_superior(site: Path) -> None:
    superior = facts(REPOSITORY).repository.organization.superior
    assert f"gửi {superior}, để chép" in main_text(site, "index.html")
    assert f"bản thảo báo cáo gửi {superior} để chép" in main_text(site, "thang/index.html")


def test_nothing_past_is_called_coming(site: Path) -> None:
    """Each day in what comes next on the first page is today or later, in order."""
    today = facts(REPOSITORY).today.isoformat()
    page: Any = html.fromstring((site / "index.html").read_text(encoding="utf-8"))
    days = page.xpath("//dl[@data-coming]//@datetime")
    assert days and min(days) >= today
    assert sorted(days) == days
