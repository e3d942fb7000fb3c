"""What a broken file leaves open: never does it make anyone late, and a copy says nothing of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.obligations.obligation import Obligation
from tests.repo import SAMPLE, by_id, facts, lay

PLAN = "data/plans/2020/46-kh-dtn"
REPORTS = "data/reports/2020"
BROKEN = "loại: ["
SECOND_NOTICE = """\
số ký hiệu: 18-TB/ĐTN
ngày ban hành: 07/05/2020
thay thế: dot-1-1
đoàn kiểm tra: [dot-1-doan-1]
gửi đến:
  - đơn vị: doan-so-a
    ngày gửi: 07/05/2020
"""
EXTENSION = """\
loại: gia hạn
việc: báo cáo dự sinh hoạt
đơn vị: tất cả
cán bộ: tất cả
kỳ: 04/2020
hạn mới: 24/04/2020
ngày quyết định: 17/04/2020
người quyết định: Ban Thường vụ
lý do: Mẫu
"""
VISIT = f"{REPORTS}/du-sinh-hoat/2020-04-09-doan-so-b-chi-doan-1"
FLASH = f"{REPORTS}/nhanh/2020-05-12-thang-4"


def again(file: str, old: str, new: str) -> str:
    """Return a file of the sample with a day changed."""
    text = (SAMPLE / file).read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new)


CASES = {  # the obligation done twice or later, the files that show it, the one that breaks
    "a notice replaced": (
        "thong-bao/dot-1/doan-so-a",
        {f"{PLAN}/notices/dot-1-2.yml": SECOND_NOTICE},
        f"{PLAN}/notices/dot-1-1.yml",
    ),
    "an extension": (
        "bao-cao-du-sinh-hoat/2020-04/doan-so-b/b1/tran-thi-b",
        {f"{PLAN}/adjustments/2020-04-17-bao-cao-du-sinh-hoat.yml": EXTENSION},
        f"{PLAN}/adjustments/2020-04-17-bao-cao-du-sinh-hoat.yml",
    ),
    "a visit report sent twice": (
        "bao-cao-du-sinh-hoat/2020-04/doan-so-b/b1/tran-thi-b",
        {
            f"{VISIT}.md": again(f"{VISIT}.md", "22/04/2020", "15/04/2020"),
            f"{VISIT}-2.md": again(f"{VISIT}.md", "22/04/2020", "23/04/2020"),
        },
        f"{VISIT}.md",
    ),
    "a flash report sent twice": (
        "bao-cao-nhanh/2020-04/van-phong",
        {f"{REPORTS}/nhanh/2020-05-20-thang-4.md": again(f"{FLASH}.md", "12/05/2020", "20/05/2020")},
        f"{FLASH}.md",
    ),
}


def ask(root: Path, path: str) -> Obligation:
    return by_id(facts(root, "2020-10-15"))[f"46-kh-dtn/{path}"]


@pytest.mark.parametrize("case", CASES)
def test_a_broken_file_makes_nobody_late(tmp_path: Path, case: str) -> None:
    path, files, breaking = CASES[case]
    lay(tmp_path, files)
    assert ask(tmp_path, path).state.name == "on_time"
    lay(tmp_path, {breaking: f"---\n{BROKEN}\n---\n" if breaking.endswith(".md") else BROKEN})
    found = ask(tmp_path, path)
    assert (found.state.name, breaking in found.reason) == ("unknown", True)


def test_a_broken_file_named_after_a_later_day_takes_nothing_back(tmp_path: Path) -> None:
    lay(tmp_path, {f"{FLASH}.md": again(f"{FLASH}.md", "12/05/2020", "20/05/2020")})
    assert ask(tmp_path, "bao-cao-nhanh/2020-04/van-phong").state.name == "late"
    lay(tmp_path, {f"{REPORTS}/nhanh/2020-05-25-thang-4.md": f"---\n{BROKEN}\n---\n"})
    assert ask(tmp_path, "bao-cao-nhanh/2020-04/van-phong").state.name == "late"


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("data/units/doan-so-b.yml", "data/units/doan-so-b (1).yml"),
        (f"{PLAN}/teams/dot-1-doan-1.yml", f"{PLAN}/teams/dot-1-doan-1 - Copy.yml"),
        (f"{PLAN}/schedules/2020-04/doan-so-a.yml", f"{PLAN}/schedules/2020-04/doan-so-a.yml~"),
        (f"{VISIT}.md", f"{VISIT} (2).md"),
    ],
)
def test_a_copy_changes_no_obligation_and_without_its_original_leaves_it_open(
    tmp_path: Path, original: str, copy: str
) -> None:
    before = {item.id: item.state for item in facts(lay(tmp_path, {}), "2020-10-15").obligations}
    lay(tmp_path, {copy: (tmp_path / original).read_bytes()})
    found = facts(tmp_path, "2020-10-15")
    assert {item.id: item.state for item in found.obligations} == before
    assert [(item.code.id, item.place.file) for item in found.diagnostics] == [("F005", copy)]
    lay(tmp_path, {original: None})
    assert "unknown" in {
        item.state.name for item in facts(tmp_path, "2020-10-15").obligations if item.state != before.get(item.id)
    }
