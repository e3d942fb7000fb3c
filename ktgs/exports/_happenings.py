"""What happens, as calendar entries: rounds, engagements, meetings, days off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ktgs.duties.visit_report import reports_due_on
from ktgs.exports._entries import Entry
from ktgs.language.text import vi_date
from ktgs.records.plan import Activity, Plan
from ktgs.records.team import Status
from ktgs.repository.attendance import is_cancelled, is_postponed
from ktgs.repository.index import Repository
from ktgs.repository.linked import Held, ScheduledMeeting
from ktgs.repository.periods import moves_of, period, planned_period

_OFF = {Status.cancelled: "Hủy: ", Status.postponed: "Hoãn, chưa có ngày mới: "}


def rounds(repository: Repository) -> Iterator[Entry]:
    """Yield the inspections and thematic supervisions of every plan."""
    for plan in repository.plans.values():
        for activity in plan.activities:
            if activity.is_round and (entry := _round(repository, plan, activity)):
                yield entry


def _round(repository: Repository, plan: Plan, activity: Activity) -> Entry | None:
    """Return a round in its effective period; one put off without a new time stays, called off, where it was."""
    moves = moves_of(repository, plan, activity)
    days, planned = period(repository, plan, activity), planned_period(plan, activity)
    is_off = days.starts_on is None
    first, last = (planned.starts_on, planned.ends_on) if is_off else (days.starts_on, days.ends_on)
    if first is None or last is None:
        return None
    notes = [f"Kế hoạch {plan.label}, mục {activity.clause}"]
    if activity.content:
        notes.append(activity.content)
    if days.month_only:
        notes.append("Chỉ định theo tháng, chưa có ngày cụ thể")
    if moves and planned.starts_on and planned.ends_on:
        notes.append(f"Thời gian ban đầu: {vi_date(planned.starts_on)} – {vi_date(planned.ends_on)}")
    return Entry(
        name=f"dot/{plan.id}/{activity.id}",
        category="Đợt kiểm tra, giám sát",
        summary=f"Hoãn, chưa ấn định thời gian: {activity.name}" if is_off else activity.name,
        stamp_on=max([plan.issued_on, *(move.decided_on for move in moves)]),
        on=first,
        last_on=last,
        lines=tuple(notes),
        revision=len(moves),
        is_off=is_off,
    )


def engagement(repository: Repository, held: Held) -> Entry | None:
    """Return a team's session at a unit, None while it has no day. Only a session held as planned keeps its hour."""
    found, on = held.engagement, held.engagement.session_on
    if on is None:
        return None
    is_off = found.status is Status.cancelled or (found.status is Status.postponed and found.held_on is None)
    off = _OFF[found.status] if found.status and is_off else ""
    known = (held.team.decided_on, found.selected_on, found.reported_on, found.held_on)
    return Entry(
        name=f"cuoc/{held.plan.id}/{held.team.id}/{found.id}",
        category="Cuộc kiểm tra, giám sát",
        summary=f"{off}{held.activity.name}: {repository.unit_name(found.unit, on)}",
        stamp_on=max((day for day in known if isinstance(day, date)), default=held.plan.issued_on),
        on=on,
        at=found.at if on == found.planned_on else None,
        place=found.place or "",
        lines=tuple(_engagement_lines(held)),
        revision=int(found.status is not None) + int(found.planned_on not in (None, on)),
        is_off=is_off,
        takes_time=True,
    )


def _engagement_lines(held: Held) -> Iterator[str]:
    yield held.team.name
    yield f"Hình thức: {held.engagement.mode}"
    if held.engagement.held_on:
        yield "Đã tiến hành" if isinstance(held.engagement.held_on, date) else "Đã tiến hành, chưa rõ ngày"
    if held.engagement.reason:
        yield f"Lý do: {held.engagement.reason}"


def meeting(repository: Repository, found: ScheduledMeeting) -> Entry:
    """Return a meeting at its last announced time; moved or called off it keeps its name."""
    announced, record = found.meeting.announced, found.meeting
    off = _OFF[Status.cancelled] if is_cancelled(record) else _OFF[Status.postponed] if is_postponed(record) else ""
    unit = repository.unit_name(found.key.unit, announced.on)
    branch = f"{repository.branch_name(found.key.unit, found.branch)}, " if found.branch else ""
    return Entry(
        name=f"buoi/{found.key}",
        category="Sinh hoạt",
        summary=f"{off}Sinh hoạt: {branch}{unit}",
        stamp_on=_told_on(repository, found),
        on=announced.on,
        at=announced.at,
        place=announced.place,
        lines=tuple(_meeting_lines(repository, found)),
        revision=len(record.moves) + int(record.status is not None or is_cancelled(record)),
        is_off=bool(off),
        takes_time=True,
    )


def _told_on(repository: Repository, found: ScheduledMeeting) -> date:
    """Return the day of the latest fact about a meeting that its entry tells."""
    record = found.meeting
    known = [found.schedule.received_on, record.reported_on, *(move.reported_on for move in record.moves)]
    for assigned in repository.assigned_by_meeting.get(found.key, ()):
        known.append(assigned.item.assigned_on or assigned.assignment.issued_on)
    known.extend(visit.report.sent_on for visit in repository.visits_by_meeting.get(found.key, ()))
    plan = repository.plans.get(found.key.plan)
    return max((day for day in known if isinstance(day, date)), default=plan.issued_on if plan else record.on)


def _meeting_lines(repository: Repository, found: ScheduledMeeting) -> Iterator[str]:
    if found.meeting.content:
        yield found.meeting.content
    days = (found.meeting.on, *(move.to for move in found.meeting.moves))
    for (before, after), move in zip(pairwise(days), found.meeting.moves, strict=True):
        yield f"Dời từ {vi_date(before)} sang {vi_date(after)}" + (f": {move.reason}" if move.reason else "")
    people = [repository.person_name(one.item.person) for one in repository.assigned_by_meeting.get(found.key, ())]
    if people:
        yield f"Phân công dự: {', '.join(dict.fromkeys(people))}"
    if due_on := reports_due_on(repository, found):
        yield f"Hạn báo cáo dự sinh hoạt: {vi_date(due_on)}"
    for visit in repository.visits_by_meeting.get(found.key, ()):
        if isinstance(visit.report.sent_on, date):
            yield f"Báo cáo dự sinh hoạt gửi ngày {vi_date(visit.report.sent_on)}"


def days_off(repository: Repository) -> Iterator[Entry]:
    """Yield the official days off and the worked Saturdays while a plan runs: deadlines are counted by them."""
    plans = repository.plans.values()
    if not plans:
        return
    first, last = min(plan.starts_on for plan in plans), max(plan.ends_on for plan in plans)
    issued_on = min(plan.issued_on for plan in plans)
    for day in repository.calendar.days_off:
        if first <= day.on <= last:
            yield Entry(f"ngay-nghi/{day.on}", "Ngày nghỉ", f"Nghỉ: {day.name}", issued_on, day.on)
    for worked in repository.calendar.worked_days:
        if first <= worked.on <= last:
            summary = f"Làm bù cho ngày {vi_date(worked.instead_of)}"
            yield Entry(f"lam-bu/{worked.on}", "Ngày làm bù", summary, issued_on, worked.on)
