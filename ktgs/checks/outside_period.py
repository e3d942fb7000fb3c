"""Sessions lie within the effective period of their activity, else the office is asked for an adjustment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.language.text import vi_date
from ktgs.repository.linked import TeamEngagement
from ktgs.repository.periods import Period, period
from ktgs.repository.sessions import is_cancelled
from ktgs.source.codes import about

CODE = Code(
    "M304",
    "Buổi làm việc ngoài thời gian của đợt",
    Severity.warning,
    about=about(
        "Ngày làm việc (“ngày tiến hành”, chưa có thì “ngày”) nằm ngoài thời gian của đợt theo kế hoạch hoặc điều"
        " chỉnh mới nhất. Cuộc vẫn được tính là đã tiến hành.",
        "ngày tiến hành: 27/05/2020   # đợt 1 từ 11/05/2020 đến 22/05/2020",
        "ngày tiến hành: 21/05/2020   # đợt 1 từ 11/05/2020 đến 22/05/2020",
        cure="Thêm một tệp điều chỉnh thời gian của đợt, hoặc sửa ngày.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning for each session that is not cancelled and lies outside."""
    for engaged in facts.repository.engagements.values():
        on = engaged.engagement.session_on
        if on and not is_cancelled(engaged.engagement):
            span = period(facts.repository, engaged.plan, engaged.activity)
            if not span.covers(on):
                yield _told(engaged, span, on)


def _told(engaged: TeamEngagement, span: Period, on: date) -> Diagnostic:
    engagement = engaged.engagement
    time = "chưa ấn định"
    if span.starts_on and span.ends_on:
        time = f"từ {vi_date(span.starts_on)} đến {vi_date(span.ends_on)}"
    whose = span.adjustment.told if span.adjustment else f"kế hoạch {engaged.plan.label}"
    place = span.adjustment.where() if span.adjustment else engaged.activity.where("id")
    return CODE.at(
        engagement.where("held_on" if engagement.held_on == on else "planned_on"),
        f"Buổi làm việc với “{engagement.unit}” ngày {vi_date(on)} nằm ngoài thời gian của “{engaged.activity.id}”.",
        expected=f"Theo {whose}: {time}.",
        cure=f"Thêm tệp điều chỉnh trong data/plans/{engaged.team.parts['year']}/{engaged.plan.id}/adjustments/, hoặc"
        f" sửa ngày.",
        related=[Related(place, "thời gian của đợt")],
    )
