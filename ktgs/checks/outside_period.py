"""Sessions lie within the effective period of their activity, else the office is asked for an adjustment."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.language.text import vi_date
from ktgs.records.team import Status
from ktgs.repository.index import Repository
from ktgs.repository.linked import Held
from ktgs.repository.periods import Period, period
from ktgs.source.codes import about

CODE = Code(
    "M304",
    "Buổi làm việc ngoài thời gian của đợt",
    Severity.warning,
    about=about(
        "Ngày làm việc (“ngày tiến hành”, chưa có thì “ngày”) nằm ngoài thời gian của đợt theo kế hoạch hoặc điều"
        " chỉnh mới nhất. Cuộc vẫn được tính là đã tiến hành.",
        "ngày tiến hành: 27/05/2020   # đợt 1 từ 11/05/2020 đến 22/05/2020",
        cure="Thêm một tệp điều chỉnh thời gian của đợt, hoặc sửa ngày.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning for each session that is not cancelled and lies outside."""
    for held in facts.repository.engagements:
        on = held.engagement.session_on
        if on and held.engagement.status is not Status.cancelled:
            span = period(facts.repository, held.plan, held.activity, held.engagement.unit)
            if not span.covers(on):
                yield _told(facts.repository, held, span)


def _told(repository: Repository, held: Held, span: Period) -> Diagnostic:
    engagement, on = held.engagement, held.engagement.session_on
    key = "ngày tiến hành" if engagement.held_on == on else "ngày"
    time = "chưa ấn định"
    if span.starts_on and span.ends_on:
        time = f"từ {vi_date(span.starts_on)} đến {vi_date(span.ends_on)}"
    whose = f"điều chỉnh {span.adjustment.id}" if span.adjustment else f"kế hoạch {held.plan.label}"
    place = span.adjustment.where() if span.adjustment else held.activity.where("id")
    return CODE.at(
        engagement.where(key),
        f"Buổi làm việc với “{engagement.unit}” ngày {vi_date(on) if on else ''} nằm ngoài thời gian của"
        f" “{held.activity.id}”.",
        expected=f"Theo {whose}: {time}.",
        cure=f"Thêm tệp điều chỉnh trong data/plans/{held.team.parts['year']}/{held.plan.id}/adjustments/, hoặc sửa"
        f" ngày.",
        related=[Related(place, "thời gian của đợt")],
    )
