"""A new record kind, duty, figure, check, page, export or importer is one file: toys appear with no other edit."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repo import lay

REPOSITORY = Path(__file__).parent.parent
TOYS = REPOSITORY / "tests" / "toys"
TERM = """  - việc: cảm ơn
    mục: III
    mốc: cuối kế hoạch
    theo: quy ước văn phòng
"""
GIVEN = "đơn vị: doan-so-a\nngày tặng: 12/05/2020\nngười tặng: Nguyễn Văn A\n"


def ktgs(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the program with the toys."""
    return subprocess.run(
        [sys.executable, str(TOYS / "with_toys.py"), *words],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small sample with two gifts and a term for the toy duty, and the toy page's template."""
    root = tmp_path_factory.mktemp("toys")
    lay(
        root,
        {
            "data/gifts/hoa.yml": GIVEN,
            "data/gifts/sach.yml": "đơn vị: doan-so-b\nngày tặng: 13/05/2020\n",
            "data/gifts/mai-sau.yml": "đơn vị: doan-so-a\nngày tặng: 13/05/2021\nngười tặng: Trần Thị B\n",
        },
    )
    plan = root / "data/plans/2020/46-kh-dtn/plan.md"
    plan.write_text(plan.read_text().replace("thời hạn:\n", "thời hạn:\n" + TERM, 1))
    for name in ("docs", "site_templates"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    shutil.copy(TOYS / "site_templates" / "gift_list.html", root / "site_templates")
    return root


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    """The site with the toys."""
    built = ktgs(root, "build", "--today", "2020-10-15")
    assert built.returncode == 0, built.stdout + built.stderr
    return root / "site"


def test_the_duty_is_owed(root: Path) -> None:
    listed = json.loads(ktgs(root, "due", "--today", "2020-10-15", "--format", "json").stdout)
    ids = [item["id"] for item in listed if item["duty"] == "cam-on"]
    assert "46-kh-dtn/cam-on/dot-1" in ids
    assert "46-kh-dtn/cam-on/dot-1/doan-so-a" in ids


def test_the_duty_has_its_column_and_its_rule(site: Path) -> None:
    board = (site / "dot/46-kh-dtn/dot-1.html").read_text()
    assert '<th scope="col">Cảm ơn</th>' in board
    assert "Đơn vị được tặng quà thì cảm ơn" in (site / "cach-tinh/cam-on.html").read_text()


def test_the_figure_is_shown(site: Path) -> None:
    page = (site / "so-lieu/qua-tang.html").read_text()
    assert "Quà đã tặng" in page
    assert '<td class="number">2</td>' in page  # the gift of the next year is not known yet


def test_the_check_runs_and_its_code_is_explained(root: Path, site: Path) -> None:
    checked = ktgs(root, "check", "--today", "2020-10-15").stdout
    assert "data/gifts/sach.yml:2:12: F999 cảnh báo: Không rõ người tặng." in checked
    assert 'id="F999"' in (site / "cach-tinh/thong-bao-loi.html").read_text()
    assert "<h1>F999: " in (site / "cach-tinh/loi/f999.html").read_text()
    assert "data/gifts/&lt;mã&gt;.yml" in (site / "tu-dien.html").read_text()


def test_the_page_stands_in_the_menu_and_shows_the_record_but_for_what_is_private(site: Path) -> None:
    page = (site / "qua-tang.html").read_text()
    assert "12/05/2020" in page
    assert "Nguyễn Văn A" not in page
    assert '<a href="qua-tang.html"' in (site / "index.html").read_text()


def test_the_export_is_written_and_listed(site: Path) -> None:
    assert (site / "csv/qua-tang.csv").read_text().startswith("doan-so-a,")
    assert "mỗi dòng một món quà" in (site / "tai-ve.html").read_text()


def test_the_record_kind_is_read_like_any_other(root: Path, tmp_path: Path) -> None:
    wrong = lay(tmp_path, {"data/gifts/hoa.yml": GIVEN.replace("doan-so-a", "doan-so-aa").replace("2020", "20")})
    checked = ktgs(wrong, "check", "--today", "2020-10-15").stdout
    assert "data/gifts/hoa.yml:2:12: S201 lỗi" in checked
    lay(wrong, {"data/gifts/hoa.yml": GIVEN.replace("doan-so-a", "doan-so-aa")})
    checked = ktgs(wrong, "check", "--today", "2020-10-15").stdout
    assert "data/gifts/hoa.yml:1:9: R101 lỗi: đơn vị: không có đơn vị nào mang mã “doan-so-aa”." in checked


def test_the_importer_is_found_by_its_name(tmp_path: Path) -> None:
    given = lay(tmp_path, {"qua.csv": "Đơn vị;Ngày tặng;Người tặng\nĐoàn Sở A;12/05/2020;Nguyễn Văn A\n"})
    done = ktgs(given, "import", "qua.csv", "--as", "quà tặng", "--today", "2020-10-15")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (given / "data/gifts/2020-05-12-doan-so-a.yml").read_text("utf-8") == GIVEN
