"""Where each fact stands: on the internal site its file and line, on the public one its paper or file, never a line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pages.reading import items, main, words
from tests.repo import SAMPLE, facts, lay

PLAN = "data/plans/2020/46-kh-dtn"
RESULT = "data/reports/2020/ket-qua/2020-06-02-dot-1-doan-1.md"
FOLLOW_UP = "data/reports/2020/follow-ups/2020-06-02-dot-1-doan-1-kn1.yml"
TEAM = f"{PLAN}/teams/dot-1-doan-1.yml"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("lich/2020-tuan-20.html", f"đã tiến hành {TEAM}:19"),
        ("lich/2020-tuan-20.html", f"{PLAN}/schedules/2020-05/doan-so-a.yml:11"),
        ("lich/2020-tuan-18.html", "data/calendar/2020.yml:23"),
        ("can-bo/index.html", "data/people/nguyen-van-a.yml:1"),
        ("can-bo/vo-thi-g.html", "Ủy viên UBKT, bầu (từ 01/10/2017) data/people/vo-thi-g.yml:4"),
        ("ke-hoach/46-kh-dtn.html", f"Số: 46-KH/ĐTN {PLAN}/plan.md:2"),
        ("ke-hoach/46-kh-dtn.html", f"ngày 20 tháng 02 năm 2020 {PLAN}/plan.md:3"),
        ("ke-hoach/46-kh-dtn.html", f"Nguyễn Văn A {PLAN}/plan.md:13"),
        ("ke-hoach/46-kh-dtn.html", f"16/03/2020, Ban Thường vụ {PLAN}/adjustments/2020-03-16-gs-thang-3.yml:5"),
        ("bao-cao/2020-06-02-dot-1-doan-1.html", f"08-BC/ĐKT {RESULT}:4"),
        ("bao-cao/2020-06-02-dot-1-doan-1.html", f"Võ Thị G {RESULT}:6"),
        ("bao-cao/2020-06-02-dot-1-doan-1.html", f"Ban Thường vụ Đoàn Khối {RESULT}:12"),
        ("bao-cao/2020-06-02-dot-1-doan-1.html", f"lưu tại văn phòng {FOLLOW_UP}:3"),
        ("bao-cao/2020-06-02-dot-1-doan-1.html", f"phúc tra đạt; Võ Thị G {FOLLOW_UP}:7"),
        ("dot/46-kh-dtn/dot-1.html", f"Cấp ủy: mời ngày 11/05/2020; có dự (Phó Bí thư Đảng ủy) {TEAM}:25"),
        ("dot/46-kh-dtn/dot-1.html", f"gửi ngày 29/04/2020 (văn thư) {PLAN}/notices/dot-1-1.yml:7"),
        ("dot/46-kh-dtn/dot-1.html", f"nhận ngày 07/05/2020: Sổ của Chi đoàn 1 {TEAM}:36"),
        ("dot/46-kh-dtn/dot-1.html", f"Trưởng đoàn: Nguyễn Văn A {TEAM}:7"),
        ("cach-tinh/gui-lich-sinh-hoat.html", f"(theo kế hoạch). {PLAN}/plan.md:"),
        ("viec/tre-han.html", f"20/03/2020 {PLAN}/schedules/2020-04/doan-so-b.yml:3"),
        ("viec/46-kh-dtn/kien-nghi/dot-1.html", f"{RESULT}:28"),
        ("don-vi/doan-so-a.html", "Số đoàn viên 40 data/units/doan-so-a.yml:5"),
        ("don-vi/doan-so-a.html", "Nguyễn Văn A (từ 01/01/2020) data/units/doan-so-a.yml:8"),
        ("don-vi/doan-so-y.html", "Nhận sáp nhập: Đoàn cơ sở Sở X data/units/doan-so-x.yml:13"),
        ("don-vi/index.html", "data/units/doan-so-x.yml:12"),
    ],
)
def test_the_internal_site_names_file_and_line(internal_sample_site: Path, address: str, told: str) -> None:
    assert told in words(main(internal_sample_site, address, with_sources=True))


def test_each_line_of_a_unit_s_timeline_names_its_source(internal_sample_site: Path) -> None:
    page = main(internal_sample_site, "don-vi/doan-so-a.html", with_sources=True)
    lines = items(page, "//ul[@class='timeline']/li")
    assert lines and all(re.search(r" data/[^ ]+:\d+$", line) for line in lines)


def test_the_public_site_names_papers_and_files_without_lines(sample_site: Path) -> None:
    page = main(sample_site, "don-vi/doan-so-a.html", with_sources=True)
    sources = items(page, "//*[contains(@class, 'source')]")
    assert "data/units/doan-so-a.yml" in sources
    assert any(source.startswith("46-KH/ĐTN ngày 20/02/2020") for source in sources)
    for file in sample_site.rglob("*.html"):
        if file.is_relative_to(sample_site / "huong-dan"):
            continue  # the handbook's own examples of messages
        assert not re.search(r"data/[\w/.-]+\.(?:yml|md):\d", file.read_text(encoding="utf-8")), file


def test_a_team_s_decision_carries_its_paper(sample_site: Path) -> None:
    paper = f"20-QĐ/ĐTN ngày 27/04/2020, {TEAM}"
    board = words(main(sample_site, "dot/46-kh-dtn/dot-1.html", with_sources=True))
    assert f"ban hành ngày 27/04/2020 {paper}" in board
    owed = main(sample_site, "viec/46-kh-dtn/quyet-dinh-thanh-lap-doan/dot-1.html", with_sources=True)
    assert f"27/04/2020 {paper}" in words(owed)


def test_what_came_on_the_day_of_a_decision_is_no_decision(tmp_path: Path) -> None:
    text = (SAMPLE / TEAM).read_text(encoding="utf-8").replace("ngày nhận đủ: 12/05/2020", "ngày nhận đủ: 27/04/2020")
    found = (item for item in facts(lay(tmp_path, {TEAM: text}), "2020-06-10").obligations if item.evidence)
    papers = {(item.duty.name, str(item.evidence.done_on), str(item.evidence.paper)) for item in found if item.evidence}
    assert ("quyết định thành lập đoàn", "2020-04-27", "20-QĐ/ĐTN ngày 27/04/2020") in papers
    assert ("tài liệu", "2020-04-27", "None") in papers
