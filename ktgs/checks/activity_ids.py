"""An activity's id is not that of another page of its plan."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic
from ktgs.records.values import month_in
from ktgs.source.codes import about

CODE = Code(
    "F211",
    "Mã hoạt động trùng địa chỉ khác",
    about=about(
        "Việc của mỗi hoạt động, mỗi tháng có một trang, mang mã hoạt động hoặc tháng; việc không thuộc đợt nào ở trang"
        " `chung`. Mã hoạt động là `chung` hay là một tháng thì hai trang có cùng địa chỉ.",
        "hoạt động:\n  - mã: 2020-05",
        "hoạt động:\n  - mã: dot-1",
        cure="Đặt mã khác.",
    ),
)
_COMMON = "chung"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each activity with such an id."""
    for plan in (*facts.repository.plans.values(), *facts.repository.drafts):
        for activity in plan.activities:
            if activity.id == _COMMON or month_in(activity.id):
                found = f"Mã hoạt động “{activity.id}” là địa chỉ của trang khác."
                yield CODE.at(activity.where("id"), found, cure="Đặt mã khác, ví dụ dot-1.")
