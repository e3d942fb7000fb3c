"""What is recorded of somebody assigned fits together. Absences are private, so all of this is internal."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.source.codes import about

CODE = Code(
    "M210",
    "Ghi nhận của người được phân công mâu thuẫn",
    about=about(
        "Người được phân công đã dự, hoặc vắng, hoặc có người khác dự thay; “dự thay” là một người khác. Thông báo"
        " này chỉ hiện khi kiểm tra dữ liệu, không hiện trên trang.",
        "cán bộ: nguyen-van-a\nvắng: có lý do\nđã dự: có",
        "cán bộ: nguyen-van-a\nvắng: có lý do\nngày báo: 14/04/2020",
        cure="Giữ ghi nhận đúng, xóa ghi nhận kia.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an internal error for each contradiction."""
    for assigned in facts.repository.assigned:
        item = assigned.item
        if item.attended and (item.absence or item.replaced_by):
            other = "absence" if item.absence else "replaced_by"
            yield CODE.at(
                item.where("attended"),
                f"“{item.person}” có “đã dự: có” nhưng cũng có “{item.key_of(other)}”.",
                cure="Giữ ghi nhận đúng, xóa ghi nhận kia.",
                related=[Related(item.where(other), item.key_of(other))],
                is_internal=True,
            )
        if item.replaced_by == item.person:
            found = f"“{item.person}” dự thay cho chính mình."
            yield CODE.at(item.where("replaced_by"), found, cure="Sửa hoặc xóa “dự thay”.", is_internal=True)
