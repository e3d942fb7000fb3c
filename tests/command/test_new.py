"""`ktgs new`: what it writes where, what it asks for, what it refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import pytest

from ktgs.command import main as cli
from ktgs.language.text import slug
from ktgs.records.base import FileRecord
from ktgs.records.kinds import kind_named, kind_names
from ktgs.records.loading import record_kinds
from tests.repo import SAMPLE, facts, lay

Captured = pytest.CaptureFixture[str]
PLAN = "data/plans/2020/46-kh-dtn"


@pytest.fixture(autouse=True)
def _no_day_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KTGS_TODAY", raising=False)


def new(root: Path, *arguments: str) -> int:
    return cli.main(["new", "--root", str(root), *arguments])


def test_a_debt_s_file_is_written_where_it_belongs_with_what_is_known(tmp_path: Path, capsys: Captured) -> None:
    root = lay(tmp_path, {})
    assert new(root, "lich-sinh-hoat", "--unit", "Đoàn cơ sở Sở A", "--month", "12/2020") == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Đã tạo {PLAN}/schedules/2020-12/doan-so-a.yml.\nMở tệp, điền 7 chỗ còn trống; ")
    assert said.endswith("rồi chạy: ktgs check\n")
    text = (root / PLAN / "schedules/2020-12/doan-so-a.yml").read_text(encoding="utf-8")
    assert "đơn vị: doan-so-a\ntháng: 12/2020\n" in text
    assert "chi đoàn: chi-doan-2\n" in text
    assert "## Lần gửi đầu chưa đủ; dùng: có, không\n# chưa đủ: \n" in text


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path, capsys: Captured) -> None:
    root = lay(tmp_path, {})
    before = (root / "data/units/doan-so-a.yml").read_bytes()
    assert new(root, "don-vi", "--id", "doan-so-a") == 1
    assert capsys.readouterr().err.startswith("Đã có tệp data/units/doan-so-a.yml. Sửa tệp ấy")
    assert (root / "data/units/doan-so-a.yml").read_bytes() == before


def test_several_debts_are_told_apart_before_anything_is_written(tmp_path: Path, capsys: Captured) -> None:
    root = lay(tmp_path, {})
    assert new(root, "lịch", "sinh", "hoạt", "--unit", "doan-so-a") == 2
    told = capsys.readouterr().err
    assert "nói rõ bằng --unit, --month, --person" in told
    assert "lịch tháng 11/2020, Đoàn cơ sở Sở A" in told


def test_at_a_terminal_it_asks_which_debt_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, asked = lay(tmp_path, {}), []
    monkeypatch.setattr("ktgs.command.beginning.is_answered", lambda: True)

    def answer(words: str, **_: Any) -> int:
        asked.append(words)
        return 2

    monkeypatch.setattr(click, "prompt", answer)
    assert new(root, "lich-sinh-hoat", "--unit", "doan-so-a") == 0
    assert asked == ["Số"]
    assert (root / PLAN / "schedules/2020-11/doan-so-a.yml").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("lich-sin-hoat",), "Có phải: lich-sinh-hoat."),
        (("can-bo",), "Thiếu mã của tệp mới: thêm --id."),
        (("can-bo", "--id", "Vũ A"), "“Vũ A” không phải là một mã."),
        (("nhanh", "--month", "06/2020"), "thêm --id, ví dụ --id 2020-10-15-thang-6."),
        (("lich-sinh-hoat", "--unit", "doan-so-z"), "Không có đơn vị “doan-so-z”."),
        (("lich-sinh-hoat", "--month", "13/2020"), "“13/2020” không phải là một tháng."),
        (("phan-cong", "--plan", "47-kh-dtn"), "Các kế hoạch: 46-kh-dtn."),
        (("don-vi", "--from", "46-kh-dtn", "--year", "2021"), "--from và --year chỉ dùng với ke-hoach."),
        (("lich-sinh-hoat", "--unit", "doan-so-x", "--id", "doan-so-x"), "Thiếu tháng: thêm --month"),
    ],
)
def test_wrong_use_is_refused_with_the_cure(
    tmp_path: Path, capsys: Captured, arguments: tuple[str, ...], told: str
) -> None:
    root = lay(tmp_path, {})
    before = sorted(root.rglob("*"))
    assert new(root, *arguments) == 2
    assert told in capsys.readouterr().err
    assert sorted(root.rglob("*")) == before


def test_every_kind_is_known_by_title_and_slug() -> None:
    assert set(kind_names().values()) == set(record_kinds())
    for name, kind in kind_names().items():
        assert kind_named(name.upper()) is kind
        assert kind_named(slug(name)) is kind
    assert kind_named("x") is None


@pytest.mark.parametrize("kind", record_kinds(), ids=lambda kind: kind.record_kind)
def test_a_file_of_every_kind_can_be_begun_where_there_is_none(tmp_path: Path, kind: type[FileRecord]) -> None:
    plan = f"{PLAN}/plan.md"
    is_of_plan = "{plan}" in kind.path
    root = lay(tmp_path, {plan: (SAMPLE / plan).read_bytes()} if is_of_plan else {}, base=None)
    more = ["--id", "x1"] if "{id}" in kind.path else []
    month = ["--month", "03/2020"]
    assert new(root, slug(kind.record_title), *month, *more, *(["--plan", "46-kh-dtn"] if is_of_plan else [])) == 0
    path = kind.path.format(year=2020, plan="46-kh-dtn", month="2020-03", id="x1")
    assert {file.relative_to(root).as_posix() for file in root.rglob("*.*")} - {plan} == {f"data/{path}"}


def test_what_is_begun_is_read_once_it_is_filled_in(tmp_path: Path) -> None:
    root = lay(tmp_path, {})
    assert new(root, "can-bo", "--id", "do-van-h") == 0
    path = root / "data/people/do-van-h.yml"
    answers = {"họ tên: ": "Đỗ Văn H", "  - cơ quan: ": "bch", "    chức danh: ": "Ủy viên"}
    lines = (line + answers.get(line, "") for line in path.read_text(encoding="utf-8").splitlines())
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert facts(root).repository.people["do-van-h"].full_name == "Đỗ Văn H"
