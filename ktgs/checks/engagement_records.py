"""An engagement that was cancelled was not held."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.records.team import Status
from ktgs.source.codes import about

CODE = Code(
    "M303",
    "Cuộc đã hủy mà có ngày tiến hành",
    about=about(
        "“ngày tiến hành” chỉ ghi khi cuộc đã diễn ra, nên không đi cùng “trạng thái: hủy”. Cuộc hoãn rồi tiến hành"
        " sau thì có thể có cả hai.",
        "trạng thái: hủy\nngày tiến hành: 14/05/2020",
        "trạng thái: hủy\nngày báo: 12/05/2020\nlý do: Đơn vị sáp nhập",
        cure="Xóa một trong hai.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each engagement with both."""
    for engaged in facts.repository.engagements.values():
        engagement = engaged.engagement
        if engagement.status is Status.cancelled and engagement.held_on:
            yield CODE.at(
                engagement.where("held_on"),
                f"Cuộc “{engagement.id}” có “trạng thái: hủy” nhưng có “ngày tiến hành”.",
                cure="Xóa một trong hai.",
                related=[Related(engagement.where("status"), "trạng thái")],
            )
