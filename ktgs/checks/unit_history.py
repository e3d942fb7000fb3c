"""A unit's file agrees with itself: its branches live within its own days, a merged unit has a last day."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.language.text import vi_date
from ktgs.records.unit import Branch, Unit, UnitKind
from ktgs.source.codes import about

OUTSIDE = Code(
    "D210",
    "Chi đoàn hoạt động ngoài thời gian của đơn vị",
    about=about(
        "Chi đoàn thuộc đơn vị, nên không thể có trước hay còn sau đơn vị. Không ghi “từ”, “đến” thì theo đơn vị.",
        "chi đoàn:\n  - mã: chi-doan-1\n    từ: 01/01/2010\ntừ: 01/01/2015",
        "chi đoàn:\n  - mã: chi-doan-1\ntừ: 01/01/2015",
        cure="Sửa ngày của chi đoàn hoặc của đơn vị.",
    ),
)
NO_END = Code(
    "M106",
    "Đơn vị đã sáp nhập mà chưa có ngày cuối cùng",
    about=about(
        "“sáp nhập vào” cần “đến”: từ ngày hôm sau, đơn vị nhận sáp nhập làm thay các việc còn lại. Đơn vị nhận sáp"
        " nhập phải là một đơn vị khác.",
        "từ: 01/01/2015\nsáp nhập vào: doan-so-y",
        "từ: 01/01/2015\nđến: 30/06/2020\nsáp nhập vào: doan-so-y",
        cure="Thêm “đến” là ngày cuối cùng đơn vị còn hoạt động.",
    ),
)
BRANCHES = Code(
    "M107",
    "Chi đoàn cơ sở có chi đoàn trực thuộc",
    about=about(
        "Chi đoàn cơ sở là đơn vị nhỏ nhất, không có chi đoàn trực thuộc; có chi đoàn thì đơn vị là đoàn cơ sở.",
        "loại: chi đoàn cơ sở\nchi đoàn:\n  - mã: chi-doan-1\n    tên: Chi đoàn 1",
        "loại: đoàn cơ sở\nchi đoàn:\n  - mã: chi-doan-1\n    tên: Chi đoàn 1",
        cure="Sửa “loại”, hoặc bỏ “chi đoàn”.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each contradiction inside a unit's file."""
    for unit in facts.repository.units.values():
        if unit.kind is UnitKind.base_branch and unit.branches:
            cure = "Sửa “loại” thành “đoàn cơ sở”, hoặc bỏ “chi đoàn”."
            related = [Related(unit.where("kind"), "loại đơn vị")]
            yield BRANCHES.at(
                unit.places.key("chi đoàn"), "Chi đoàn cơ sở không có chi đoàn trực thuộc.", cure=cure, related=related
            )
        for branch in unit.branches:
            yield from _outside(unit, branch)
        if unit.merged_into == unit.id:
            yield NO_END.at(unit.where("merged_into"), "Đơn vị sáp nhập vào chính mình.", cure="Sửa mã đơn vị.")
        elif unit.merged_into and unit.valid_to is None:
            yield NO_END.at(
                unit.where("merged_into"),
                f"Đơn vị đã sáp nhập vào “{unit.merged_into}” nhưng không có “đến”.",
                cure="Thêm “đến” là ngày cuối cùng đơn vị còn hoạt động.",
            )


def _outside(unit: Unit, branch: Branch) -> Iterator[Diagnostic]:
    if branch.valid_from and branch.valid_from < unit.valid_from:
        found = f"từ: {vi_date(branch.valid_from)} trước ngày đơn vị bắt đầu, {vi_date(unit.valid_from)}."
        related = [Related(unit.where("valid_from"), "ngày bắt đầu của đơn vị")]
        yield OUTSIDE.at(branch.where("valid_from"), found, cure="Sửa một trong hai ngày.", related=related)
    if branch.valid_to and unit.valid_to and unit.valid_to < branch.valid_to:
        found = f"đến: {vi_date(branch.valid_to)} sau ngày cuối cùng của đơn vị, {vi_date(unit.valid_to)}."
        related = [Related(unit.where("valid_to"), "ngày cuối cùng của đơn vị")]
        yield OUTSIDE.at(branch.where("valid_to"), found, cure="Sửa một trong hai ngày.", related=related)
