"""P201: where the data repository is public, internal keys are kept outside it."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Place
from tests.checks.marked import ASSIGNMENT_4, ORGANIZATION, VISIT_A, fires, silent

PUBLIC = {ORGANIZATION: ("kho dữ liệu: nội bộ", "kho dữ liệu: công khai")}


def test_every_internal_key(tmp_path: Path) -> None:
    marks = {
        ASSIGNMENT_4: [(f"    {key}", f"    ▸{key}") for key in ("vắng", "lý do", "ngày báo")],
        VISIT_A: [("tình hình tư tưởng", "▸tình hình tư tưởng")],
        "data/people/le-van-c.yml": [("không phân công", "▸không phân công")],
    }
    words = "“{}” là dòng nội bộ, mà kho dữ liệu này công khai."
    keys = ("không phân công", "vắng", "lý do", "ngày báo", "tình hình tư tưởng")
    found = fires(tmp_path, {**PUBLIC, **marks}, "P201", *(words.format(key) for key in keys))
    assert found[0].cure == "Xóa dòng này và giữ thông tin ngoài kho dữ liệu."
    assert [item.place for item in found[0].related] == [Place(ORGANIZATION, 31, 14)]


def test_an_internal_repository(tmp_path: Path) -> None:
    silent(tmp_path, {}, "P201")
