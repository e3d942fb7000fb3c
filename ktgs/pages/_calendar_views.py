"""The ways to see the calendar, each at or near one day: what comes, its week, its month, its year, subscribing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ktgs.facts.facts import Facts
from ktgs.language.months import Month
from ktgs.language.weeks import Week
from ktgs.obligations.targets import Target, ToMonth, ToPage, ToWeek, ToYear
from ktgs.pages._calendar import months, weeks


@dataclass(frozen=True, slots=True)
class ViewLink:
    """A way to see the calendar; `is_current`: it is the one that is open."""

    text: str
    target: Target
    is_current: bool


def views(facts: Facts, on: date, current: str) -> tuple[ViewLink, ...]:
    """Return the links to the views at a day, or at the nearest that there are; `current` is the open one's kind."""
    found: list[tuple[str, Target]] = [("Sắp tới", ToPage("calendar"))]
    if known := weeks(facts):
        found.append(("Tuần", ToWeek(min(max(Week.of(on), known[0]), known[-1]))))
    if of_months := months(facts):
        month = min(max(Month.of(on), of_months[0]), of_months[-1])
        found += [("Tháng", ToMonth(month)), ("Năm", ToYear(month.year))]
    found.append(("Đăng ký lịch", ToPage("subscribing")))
    return tuple(ViewLink(text, target, _kind(target) == current) for text, target in found)


def _kind(target: Target) -> str:
    return target.name if isinstance(target, ToPage) else target.kind
