"""The date at the beginning of a report's file name is the day that the report speaks of or carries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ktgs.checks._plans import could_tell
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Place, Severity
from ktgs.language.text import join_words, vi_date
from ktgs.records.report import Observation, Report, VisitReport
from ktgs.records.values import day_of
from ktgs.repository.linked import Visit
from ktgs.repository.repository import Repository
from ktgs.source.codes import about

CODE = Code(
    "D213",
    "Ngày ở tên tệp báo cáo khác ngày trong báo cáo",
    Severity.warning,
    about=about(
        "Tên tệp báo cáo bắt đầu bằng một ngày: ngày của buổi (dự sinh hoạt), “ngày” (giám sát thường xuyên), còn lại"
        " là ngày ban hành hoặc ngày gửi. Khi tệp có lỗi, báo cáo được tính từ ngày ấy.",
        "# 2020-03-26-thang-thanh-nien.md\nngày: 27/03/2020",
        "# 2020-03-26-thang-thanh-nien.md\nngày: 26/03/2020",
        cure="Sửa ngày, hoặc đổi tên tệp.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning for each report whose name begins with another day than the report gives."""
    repository = facts.repository
    for report in repository.reports.values():
        named, (place, days) = _named(report), _days(repository, report)
        plan = repository.plans.get(report.plan or "")
        if named and days and named not in days and all(could_tell(plan, day) for day in days):
            told = join_words([vi_date(day) for day in sorted(days)])
            found = f"Tên tệp bắt đầu bằng ngày {vi_date(named)}, nhưng ngày trong báo cáo là {told}."
            yield CODE.at(place, found, cure="Sửa ngày, hoặc đổi tên tệp.")


def _named(report: Report) -> date | None:
    try:
        return date.fromisoformat(report.id[:10])
    except ValueError:
        return None  # told as a name without a day


def _of_visit(visit: Visit) -> set[date]:
    """Return the day when the meeting was held, and the one for which it was announced."""
    return {visit.on, visit.meeting.on} if visit.meeting else {visit.on}


def _days(repository: Repository, report: Report) -> tuple[Place, set[date]]:
    """Return the days that the name may begin with, and where the first of them stands."""
    if isinstance(report, Observation):
        return report.where("observed_on"), {report.observed_on}
    if isinstance(report, VisitReport):
        visit = repository.visit_of(report)
        field = next((name for name in ("held_on", "on", "meeting") if report.gives(name)), "")
        return report.where(field), _of_visit(visit) if visit else set()
    field = "issued_on" if report.issued_on else "sent_on"
    return report.where(field), {day for day in (report.issued_on, day_of(report.sent_on)) if day}
