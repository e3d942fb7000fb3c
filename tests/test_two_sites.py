"""One repository, two sites: what the internal one tells, and that the public one tells no line."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from ktgs.command.main import main
from ktgs.facts.audience import Audience
from ktgs.mkdocs_plugin import build
from ktgs.serving.serve import is_of_this_machine
from ktgs.site.ownership import marked_as
from tests.repo import SAMPLE, lay
from tests.trees import tree

Captured = pytest.CaptureFixture[str]
ASSIGNMENT = "data/plans/2020/46-kh-dtn/assignments/2020-05.yml"
ASSIGNED = """\
tháng: 05/2020
số ký hiệu: 16-PC/ĐTN
ngày ban hành: 05/05/2020
phân công:
  - buổi: doan-so-a/b1
    cán bộ: nguyen-van-a
  - buổi: doan-so-a/b1
    cán bộ: tran-thi-b
    dự thay: hoang-van-e
    ngày báo: 05/05/2020
  - buổi: doan-so-a/b2
    cán bộ: pham-thi-d
    vắng: có lý do
    lý do: Đi công tác Trung ương
    ngày báo: 12/05/2020
"""
LINE = re.compile(r"data/[\w/.-]+\.(?:yml|md):\d|#L\d|#lines-|\?plain=1")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[Audience, dict[str, bytes]]:
    """Both sites of the sample with an absence and a replacement, at a host, each where it goes by itself."""
    root = lay(tmp_path_factory.mktemp("two"), {ASSIGNMENT: ASSIGNED})
    for audience in Audience:
        assert build(root, None, False, None, audience=audience) == 0
    assert {name: marked_as(root / name) for name in ("site", "site-internal")} == {
        "site": "public",
        "site-internal": "internal",
    }
    return {Audience.public: tree(root / "site"), Audience.internal: tree(root / "site-internal")}


Sites = dict[Audience, dict[str, bytes]]


def words(site: dict[str, bytes], page: str) -> str:
    """Return what stands on a page."""
    root: Any = html.fromstring(site[page].decode())
    return " ".join(root.text_content().split())


def test_no_line_number_anywhere_on_the_public_site(sites: Sites) -> None:
    """The handbook's own examples apart, on its pages and where they are looked for."""
    told = [
        path
        for path, content in sites[Audience.public].items()
        if not path.startswith(("huong-dan/", "tim-kiem/so-tay-")) and LINE.search(content.decode())
    ]
    assert told == []
    obligations = json.loads(sites[Audience.public]["api/v1/obligations.json"])["obligations"]
    evidence = [item["evidence"] for item in obligations if item["evidence"]]
    assert {item["line"] for item in evidence} == {None}
    assert {"number": "16-PC/ĐTN", "issued_on": "2020-05-05"} in [item["paper"] for item in evidence]
    rows = list(csv.DictReader(io.StringIO(sites[Audience.public]["csv/viec-phai-lam.csv"].decode("utf-8-sig"))))
    assert {row["dòng"] for row in rows} == {""}
    assert any(row["tệp"] for row in rows)


def test_the_internal_site_tells_lines(sites: Sites) -> None:
    assert re.search(rf"{re.escape(ASSIGNMENT)}:\d", words(sites[Audience.internal], "can-bo/hoang-van-e.html"))
    obligations = json.loads(sites[Audience.internal]["api/v1/obligations.json"])["obligations"]
    assert all(item["evidence"]["line"] for item in obligations if item["evidence"])


def test_a_source_is_named_once_a_block_with_its_paper(sites: Sites) -> None:
    page: Any = html.fromstring(sites[Audience.public]["bao-cao/2020-06-02-dot-1-doan-1.html"].decode())
    (facts, *_) = page.xpath("//main//dl")
    file = "data/reports/2020/ket-qua/2020-06-02-dot-1-doan-1.md"
    (source,) = facts.xpath(".//span[@class='source']")
    assert source.text_content().endswith(f" ngày 02/06/2020, {file}")
    inside: Any = html.fromstring(sites[Audience.internal]["bao-cao/2020-06-02-dot-1-doan-1.html"].decode())
    assert len(inside.xpath("(//main//dl)[1]//span[@class='source']")) > 3


def test_the_internal_page_of_a_person_says_which_reports_are_owed(sites: Sites) -> None:
    inside, outside = sites[Audience.internal], sites[Audience.public]
    for person, owed in (("nguyen-van-a", 1), ("hoang-van-e", 1), ("tran-thi-b", 0), ("pham-thi-d", 0)):
        assert f"Báo cáo phải gửi ({owed})" in words(inside, f"can-bo/{person}.html")
        assert "Báo cáo phải gửi" not in words(outside, f"can-bo/{person}.html")


def test_absence_and_replacement_stand_on_the_internal_site_alone(sites: Sites) -> None:
    inside, outside = sites[Audience.internal], sites[Audience.public]
    absent, replaced = "vắng có lý do: Đi công tác Trung ương; báo ngày 12/05/2020", "Hoàng Văn E dự thay; báo ngày"
    assert absent in words(inside, "can-bo/pham-thi-d.html")
    assert replaced in words(inside, "can-bo/tran-thi-b.html")
    assert "dự thay Trần Thị B" in words(inside, "can-bo/hoang-van-e.html")
    calendar = " ".join(words(inside, f"lich/2020-tuan-{week}.html") for week in range(18, 23))
    assert absent in calendar and replaced in calendar
    private = ("Đi công tác Trung ương", "có lý do", "dự thay Trần Thị B", replaced)
    pages = [path for path in outside if path.startswith(("can-bo/", "lich/", "don-vi/", "viec/"))]
    assert [(path, word) for path in pages for word in private if word in words(outside, path)] == []


def test_internal_pages_say_so_and_are_not_indexed(sites: Sites) -> None:
    for audience, site in sites.items():
        for path in (path for path in site if path.endswith(".html")):
            head = html.fromstring(site[path].decode())
            is_internal = audience is Audience.internal
            assert bool(head.xpath("//meta[@name='robots' and contains(@content, 'noindex')]")) is is_internal, path
            assert bool(head.xpath("//p[contains(@class, 'internal')]")) is is_internal, path


def test_internal_feeds_say_so(sites: Sites) -> None:
    for audience, site in sites.items():
        for path in (path for path in site if path.endswith(".ics")):
            unfolded = site[path].decode().replace("\r\n ", "")
            (name,) = [line for line in unfolded.splitlines() if line.startswith("X-WR-CALNAME")]
            assert ("(nội bộ" in name) is (audience is Audience.internal), path


def test_private_fields_stand_on_the_internal_pages(tmp_path: Path) -> None:
    unit = "data/units/doan-so-a.yml"
    flash = "data/reports/2020/nhanh/2020-05-12-thang-4.md"
    texts = {file: (SAMPLE / file).read_text(encoding="utf-8") for file in (unit, flash)}
    files = {
        unit: texts[unit] + "phụ trách kiểm tra: Người Phụ Trách\n",
        flash: texts[flash] + "\nLời văn kín\n",
    }
    root = lay(tmp_path, files)
    for audience in Audience:
        assert build(root, None, False, None, audience=audience) == 0
    shown = {
        "don-vi/doan-so-a.html": "Người Phụ Trách",
        "bao-cao/2020-04-08-doan-so-a-chi-doan-1.html": "Đoàn viên yên tâm công tác",
        "bao-cao/2020-05-12-thang-4.html": "Lời văn kín",
        "can-bo/le-van-c.html": "Thời gian không phân công",
    }
    for page, text in shown.items():
        assert text in words(tree(root / "site-internal"), page)
        assert text not in words(tree(root / "site"), page)


def test_a_broken_file_is_named_to_the_public_and_told_at_its_line_internally(tmp_path: Path, capsys: Captured) -> None:
    root = lay(tmp_path, {ASSIGNMENT: ASSIGNED.replace("Đi công tác Trung ương", "ốm: sốt cao")})
    for audience in Audience:
        assert build(root, None, True, None, audience=audience) == 0
    outside, inside = (words(tree(root / name), "du-lieu.html") for name in ("site", "site-internal"))
    assert f"{ASSIGNMENT} F904 Tệp có lỗi nên chưa được tính. Chạy ktgs check tại kho dữ liệu" in outside
    assert "sốt" not in "".join(content.decode(errors="replace") for content in tree(root / "site").values())
    assert f"{ASSIGNMENT}:14" in inside
    capsys.readouterr()
    assert main(["check", "--public", "--root", str(root)]) == 1
    said = capsys.readouterr().out
    assert f"{ASSIGNMENT}: F904 lỗi: Tệp có lỗi nên chưa được tính." in said
    assert not LINE.search(said)


@pytest.mark.parametrize("keep_going", [False, True])
def test_a_public_build_logs_no_more_than_check_public(keep_going: bool, tmp_path: Path, capsys: Captured) -> None:
    """A file that cannot be read, and a private day before the plan: the public reads a file's name, and nothing."""
    assignment = ASSIGNED.replace("ngày báo: 12/05/2020", "ngày báo: 31/12/2019")
    root = lay(tmp_path, {ASSIGNMENT: assignment, "data/people/le-van-c.yml": "không phân công: Nghỉ ốm\n"})
    said = {}
    for audience in Audience:
        assert build(root, None, keep_going, None, audience=audience) == (0 if keep_going else 1)
        captured = capsys.readouterr()
        said[audience] = [line for line in (captured.out + captured.err).splitlines() if "data/" in line]
    refused = f"{ASSIGNMENT}:15:15: D208 lỗi: ngày báo: 31/12/2019"
    assert any(line.startswith(refused) for line in said[Audience.internal])
    assert main(["check", "--public", "--root", str(root)]) == 1
    told = capsys.readouterr().out
    assert said[Audience.public] == [line for line in told.splitlines() if "data/" in line]
    assert not LINE.search(told) and "2019" not in told and "le-van-c.yml: F904" in told


def test_what_the_public_half_finds_is_told_though_the_whole_does_not(tmp_path: Path, capsys: Captured) -> None:
    """Somebody at two units at once, of which one is attended by another."""
    items = "  - buổi: {}\n    cán bộ: tran-thi-b\n"
    head = "tháng: 05/2020\nsố ký hiệu: 16-PC/ĐTN\nngày ban hành: 05/05/2020\nphân công:\n"
    schedule = (
        "đơn vị: doan-so-b\ntháng: 05/2020\nngày nhận: 17/04/2020\nbuổi:\n"
        "  - {mã: b1, chi đoàn: chi-doan-1, ngày: 06/05/2020, giờ: 7:30, địa điểm: Sở B}\n"
    )
    said = []
    for name, private in (("plain", ""), ("replaced", "    dự thay: pham-thi-d\n    ngày báo: 05/05/2020\n")):
        assigned = head + items.format("doan-so-a/b1") + private + items.format("doan-so-b/b1")
        files = {
            ASSIGNMENT: assigned,
            f"{ASSIGNMENT.replace('assignments/2020-05', 'schedules/2020-05/doan-so-b')}": schedule,
        }
        main(["check", "--public", "--root", str(lay(tmp_path / name, files))])
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    assert f"{ASSIGNMENT}: M30" in said[0]


def test_a_number_for_calling_stops_every_build(tmp_path: Path, capsys: Captured) -> None:
    schedule = "data/plans/2020/46-kh-dtn/schedules/2020-05/doan-so-a.yml"
    text = (SAMPLE / schedule).read_text(encoding="utf-8").replace("địa điểm: ", "địa điểm: gọi Zalo0900000000, ", 1)
    root = lay(tmp_path, {schedule: text})
    for audience in Audience:
        assert build(root, None, True, None, audience=audience) == 1
        assert "Dữ liệu có điều không được công khai" in capsys.readouterr().err
    assert not (root / "site").exists() and not (root / "site-internal").exists()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("127.0.0.1:8000", True),
        ("127.9.9.9:80", True),
        ("localhost:8000", True),
        ("[::1]:8000", True),
        ("0.0.0.0:8000", False),
        ("192.168.1.5:8000", False),
        ("[::]:8000", False),
        ("may-chu:8000", False),
    ],
)
def test_which_addresses_only_this_machine_reaches(address: str, expected: bool) -> None:
    assert is_of_this_machine(address) is expected
