"""A unit is of one of the kinds that the organization has."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.language.text import nearest, perhaps
from ktgs.records.organization import Organization
from ktgs.repository.marks import broken_of
from ktgs.source.codes import about

CODE = Code(
    "R105",
    "Loại đơn vị mà tổ chức không có",
    about=about(
        "“loại” của một đơn vị là một trong các từ nêu ở “loại đơn vị” của `data/organization.yml`; ở đó cũng nêu đơn"
        " vị trực thuộc của loại ấy gọi là gì. Chữ hoa, chữ thường và cách đặt dấu thanh không ảnh hưởng.",
        "tên: Đoàn cơ sở Sở A\nloại: đoàn cở sở",
        "tên: Đoàn cơ sở Sở A\nloại: đoàn cơ sở",
        cure="Dùng một trong các từ nêu trong thông báo; loại mới thì thêm vào tệp của tổ chức.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each unit of another kind; none while the organization's file cannot be read."""
    repository = facts.repository
    if any(broken_of(repository, Organization)):
        return
    organization = repository.organization
    allowed = [kind.name for kind in organization.unit_kinds]
    for unit in repository.units.values():
        if not organization.has_kind(unit.kind):
            yield CODE.at(
                unit.where("kind"),
                f"“{unit.kind}” không phải là một loại đơn vị của tổ chức.",
                expected=f"Dùng: {', '.join(allowed)}." if allowed else "",
                cure=perhaps(nearest(unit.kind, allowed), "Chọn một trong các từ đó, hoặc thêm vào “loại đơn vị”."),
                related=[Related(organization.where("unit_kinds"), "các loại đơn vị")],
            )
