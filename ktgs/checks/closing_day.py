"""A plan's year is closed only after all that it asks for was due."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.language.text import vi_date
from ktgs.source.codes import about

CODE = Code(
    "D220",
    "Khóa sổ trước khi hết hạn",
    Severity.warning,
    about=about(
        "Từ “ngày khóa sổ”, việc chưa xong của kế hoạch thành “Không thực hiện”. Khóa sổ trước hạn cuối cùng thì có"
        " việc chưa đến hạn đã coi như không làm.",
        "đến: 31/12/2020\nngày khóa sổ: 31/12/2020   # báo cáo tháng 12 đến hạn 15/01/2021",
        "đến: 31/12/2020\nngày khóa sổ: 31/01/2021",
        cure="Lùi ngày khóa sổ ra sau hạn cuối cùng của kế hoạch.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning at each closing day that is not after the last due day of what it closes."""
    for plan in facts.repository.plans.values():
        last_on, place = facts.last_due(plan) or (None, None)
        if plan.closed_on and last_on and place and plan.closed_on <= last_on:
            yield CODE.at(
                plan.where("closed_on"),
                f"Khóa sổ ngày {vi_date(plan.closed_on)}, mà có việc đến hết ngày {vi_date(last_on)} mới hết hạn.",
                cure="Lùi ngày khóa sổ ra sau ngày đó, nếu không cố ý.",
                related=[Related(place, "việc có hạn cuối cùng")],
            )
