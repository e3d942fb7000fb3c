"""What figures share: subjects of records, and months since a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ktgs.language.months import add_months
from ktgs.language.text import vi_date, vietnamese_key
from ktgs.obligations.tables import Cell, Row, Subject
from ktgs.records.unit import Unit
from ktgs.repository.index import Repository
from ktgs.repository.linked import Found, Held, ScheduledMeeting, Visit


def months_since(day: date, today: date) -> int:
    """Return the full calendar months from `day` to `today`."""
    months = (today.year - day.year) * 12 + today.month - day.month
    return months - (add_months(day, months) > today)


def units_today(repository: Repository) -> tuple[Unit, ...]:
    """Return the units that exist today, in Vietnamese order of name."""
    found = (unit for unit in repository.units.values() if unit.exists_on(repository.today))
    return tuple(sorted(found, key=lambda unit: vietnamese_key(unit.name)))


def of_unit(repository: Repository, unit_id: str) -> Subject:
    """Return the unit as the subject of a row or as something counted."""
    return Subject("unit", unit_id, repository.unit_name(unit_id))


def _where(repository: Repository, unit: str, branch: str | None, day: date) -> str:
    """Return the unit as it was called on the day, with the branch where one is meant."""
    name = repository.unit_name(unit, day)
    return f"{vi_date(day)}: {name}, {repository.branch_name(unit, branch)}" if branch else f"{vi_date(day)}: {name}"


def of_visit(repository: Repository, visit: Visit) -> Subject:
    """Return a visit as something counted: its report."""
    return Subject("report", visit.report.id, _where(repository, visit.unit, visit.branch, visit.on))


def of_meeting(repository: Repository, meeting: ScheduledMeeting) -> Subject:
    """Return a scheduled meeting as something counted."""
    where = _where(repository, meeting.key.unit, meeting.branch, meeting.on)
    return Subject("meeting", str(meeting.key), where)


def of_engagement(repository: Repository, held: Held) -> Subject:
    """Return an engagement as something counted."""
    key = f"{held.plan.id}/{held.team.id}/{held.engagement.id}"
    day = held.engagement.session_on
    name = repository.unit_name(held.engagement.unit, day)
    return Subject("engagement", key, f"{vi_date(day) if day else 'chưa rõ ngày'}: {held.activity.name}, {name}")


def of_finding(found: Found) -> Subject:
    """Return a finding as something counted."""
    return Subject("finding", found.key, found.finding.content)


def plain(name: str) -> Subject:
    """Return a subject that is only a name, without a page."""
    return Subject("", name, name)


def number(counts: Iterable[Subject]) -> Cell:
    """Return the cell that counts these."""
    counted = tuple(counts)
    return Cell(len(counted), counted)


BANDS = (("từ 6 tháng", 6), ("từ 3 đến dưới 6 tháng", 3), ("từ 1 đến dưới 3 tháng", 1), ("dưới 1 tháng", 0))


def by_bands(repository: Repository, months: dict[str, int | None], never: str) -> tuple[Row, ...]:
    """Return how many units lie in each band of months; None stands for never and comes first."""
    rows = [Row(plain(never), (number(of_unit(repository, unit) for unit, count in months.items() if count is None),))]
    above = 1_000_000
    for name, least in BANDS:
        inside = [unit for unit, count in months.items() if count is not None and least <= count < above]
        rows.append(Row(plain(name), (number(of_unit(repository, unit) for unit in inside),)))
        above = least
    return tuple(rows)
