"""What figures share: subjects of what they count, months since a day, bands of months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ktgs.language.months import add_months
from ktgs.language.text import vi_date
from ktgs.obligations.tables import Row, number
from ktgs.obligations.targets import Subject, ToReport, ToUnit
from ktgs.repository.linked import ReportedFinding, ScheduledMeeting, TeamEngagement, Visit
from ktgs.repository.naming import engagement_name, meeting_name, place_name, unit_name
from ktgs.repository.repository import Repository


def months_since(day: date, today: date) -> int:
    """Return the full calendar months from `day` to `today`."""
    months = (today.year - day.year) * 12 + today.month - day.month
    return months - (add_months(day, months) > today)


def unit_subject(repository: Repository, unit_id: str) -> Subject:
    """Return the unit as the subject of a row or as something counted."""
    return Subject(unit_name(repository, unit_id), ToUnit(unit_id))


def visit_subject(repository: Repository, visit: Visit) -> Subject:
    """Return a visit as something counted: its report."""
    where = place_name(repository, visit.unit, visit.branch, visit.on)
    return Subject(f"{vi_date(visit.on)}: {where}", ToReport(visit.report.id))


def meeting_subject(repository: Repository, meeting: ScheduledMeeting) -> Subject:
    """Return a scheduled meeting as something counted."""
    return Subject(f"{vi_date(meeting.on)}: {meeting_name(repository, meeting)}", meeting.key)


def engagement_subject(repository: Repository, engagement: TeamEngagement) -> Subject:
    """Return an engagement as something counted."""
    day = engagement.engagement.session_on
    when = vi_date(day) if day else "chưa rõ ngày"
    return Subject(f"{when}: {engagement_name(repository, engagement)}", engagement.key)


def finding_subject(finding: ReportedFinding) -> Subject:
    """Return a finding as something counted."""
    return Subject(finding.finding.content, finding.key)


BANDS = (("từ 6 tháng", 6), ("từ 3 đến dưới 6 tháng", 3), ("từ 1 đến dưới 3 tháng", 1), ("dưới 1 tháng", 0))


def band_rows(repository: Repository, months: Mapping[str, int | None], never: str) -> Iterator[Row]:
    """Yield how many units lie in each band of months; None stands for never and comes first."""
    yield Row(Subject(never), (number(unit_subject(repository, unit) for unit, n in months.items() if n is None),))
    above = 1_000_000
    for name, least in BANDS:
        inside = [unit for unit, count in months.items() if count is not None and least <= count < above]
        yield Row(Subject(name), (number(unit_subject(repository, unit) for unit in inside),))
        above = least


def longest_first(months: Mapping[str, int | None]) -> list[str]:
    """Return the units, those that never had any first, then by how long ago it was."""
    return sorted(months, key=lambda unit: -1_000_000 if months[unit] is None else -(months[unit] or 0))
