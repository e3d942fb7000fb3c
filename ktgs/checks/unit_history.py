"""A unit's file agrees with itself: sub-units and former names lie within its days, a merged unit has a last one."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.language.text import vi_date
from ktgs.records.unit import Branch, Unit
from ktgs.source.codes import about

OUTSIDE = Code(
    "D210",
    "Đơn vị trực thuộc, tên cũ ngoài thời gian của đơn vị",
    about=about(
        "Chi đoàn (đơn vị trực thuộc) không thể có trước hay còn sau đơn vị của nó. Không ghi “từ”, “đến” thì theo đơn"
        " vị. Tên cũ cũng không thể hết dùng trước khi có đơn vị.",
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


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each contradiction inside a unit's file."""
    for unit in facts.repository.units.values():
        for former in unit.former_names:
            if former.valid_to < unit.valid_from:
                found = f"đến: {vi_date(former.valid_to)} trước ngày đơn vị bắt đầu, {vi_date(unit.valid_from)}."
                related = [Related(unit.where("valid_from"), "ngày bắt đầu của đơn vị")]
                yield OUTSIDE.at(former.where("valid_to"), found, cure="Sửa một trong hai ngày.", related=related)
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
