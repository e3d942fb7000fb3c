"""The sub-units of a unit have no more members together than the unit."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._words import sub_unit
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.language.text import vi_number
from ktgs.records.unit import Unit
from ktgs.repository.repository import Repository
from ktgs.source.codes import about

CODE = Code(
    "M107",
    "Các đơn vị trực thuộc cộng lại nhiều đoàn viên hơn đơn vị",
    about=about(
        "“số đoàn viên” của đơn vị gồm đoàn viên của mọi chi đoàn (đơn vị trực thuộc) đang hoạt động.",
        "số đoàn viên: 20\nchi đoàn:\n  - mã: chi-doan-1\n    số đoàn viên: 15\n  - mã: chi-doan-2\n"
        "    số đoàn viên: 12",
        "số đoàn viên: 27\nchi đoàn:\n  - mã: chi-doan-1\n    số đoàn viên: 15\n  - mã: chi-doan-2\n"
        "    số đoàn viên: 12",
        cure="Sửa số ghi sai.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each unit whose sub-units, as they are today, have more members than it says to have."""
    for unit in facts.repository.units.values():
        if unit.member_count is not None:
            yield from _more(facts.repository, unit, unit.member_count)


def _more(repository: Repository, unit: Unit, count: int) -> Iterator[Diagnostic]:
    counted = [branch for branch in unit.branches if branch.member_count and branch.covers(repository.today)]
    total = sum(branch.member_count or 0 for branch in counted)
    if total > count:
        yield CODE.at(
            unit.where("member_count"),
            f"Đơn vị có {vi_number(count)} đoàn viên, nhưng các {sub_unit(repository, unit.id)} cộng lại có"
            f" {vi_number(total)}.",
            cure="Sửa số ghi sai.",
            related=[Related(branch.where("member_count"), branch.name) for branch in counted[:3]],
        )
