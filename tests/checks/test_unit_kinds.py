"""R105: a unit is of one of the kinds that the organization has."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place
from tests.checks.marked import ORGANIZATION, fires, silent
from tests.repo import SAMPLE, facts, lay

UNIT = "data/units/doan-so-b.yml"
KINDS = "Dùng: đoàn cơ sở, chi đoàn cơ sở."


@pytest.mark.parametrize(
    ("kind", "cure"),
    [
        ("đoàn cở sở", "Có phải: đoàn cơ sở."),
        ("doanh nghiệp", "Chọn một trong các từ đó, hoặc thêm vào “loại đơn vị”."),
    ],
)
def test_another_kind(tmp_path: Path, kind: str, cure: str) -> None:
    message = f"“{kind}” không phải là một loại đơn vị của tổ chức. {KINDS}"
    (found,) = fires(tmp_path, {UNIT: ("loại: đoàn cơ sở", f"loại: ▸{kind}")}, "R105", message)
    assert found.cure == cure
    assert [item.place for item in found.related] == [Place(ORGANIZATION, 25, 3)]
    assert [item.code.id for item in facts(tmp_path).diagnostics] == ["R105"]


@pytest.mark.parametrize("kind", ["Đoàn Cơ Sở", "ĐOÀN CƠ SỞ"])
def test_case_is_simply_read(tmp_path: Path, kind: str) -> None:
    silent(tmp_path, {UNIT: ("loại: đoàn cơ sở", f"loại: {kind}")}, "R105")


def test_an_organization_that_cannot_be_read(tmp_path: Path) -> None:
    text = (SAMPLE / ORGANIZATION).read_text(encoding="utf-8").replace("mã: doan-khoi-mau", "mã: [")
    told = facts(lay(tmp_path, {ORGANIZATION: text})).diagnostics
    assert {item.place.file for item in told} == {ORGANIZATION}
