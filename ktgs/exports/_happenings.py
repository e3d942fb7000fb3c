"""What happens, as calendar entries: rounds, engagements, meetings, days off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from ktgs.exports._entries import FeedEntry
from ktgs.facts.facts import Facts
from ktgs.language.text import vi_date
from ktgs.records.plan import Activity, Plan
from ktgs.repository.linked import ScheduledMeeting, TeamEngagement
from ktgs.repository.meetings import MeetingState, days_announced, is_off, meeting_state
from ktgs.repository.naming import meeting_name, person_name, unit_name
from ktgs.repository.periods import moves_of, period, planned_period
from ktgs.repository.repository import Repository
from ktgs.repository.sessions import SessionState, is_called_off, session_state

_SESSION_OFF = {SessionState.cancelled: "Hủy: ", SessionState.postponed: "Hoãn, chưa có ngày mới: "}
_MEETING_OFF = {MeetingState.cancelled: "Hủy: ", MeetingState.postponed: "Hoãn, chưa có ngày mới: "}
_MOVED = {MeetingState.cancelled: "Trước khi hủy đã dời", MeetingState.postponed: "Trước khi hoãn đã dời"}


def rounds(repository: Repository) -> Iterator[FeedEntry]:
    """Yield the inspections and thematic supervisions of every plan."""
    for plan in repository.plans.values():
        for activity in plan.activities:
            if activity.is_round and (entry := _round(repository, plan, activity)):
                yield entry


def _round(repository: Repository, plan: Plan, activity: Activity) -> FeedEntry | None:
    """Return a round in its effective period; one put off without a new time stays, called off, where it was."""
    moves = moves_of(repository, plan, activity)
    days, planned = period(repository, plan, activity), planned_period(plan, activity)
    is_put_off = days.starts_on is None
    first, last = (planned.starts_on, planned.ends_on) if is_put_off else (days.starts_on, days.ends_on)
    if first is None or last is None:
        return None
    notes = [f"Kế hoạch {plan.label}, mục {activity.clause}"]
    if activity.content:
        notes.append(activity.content)
    if days.month_only:
        notes.append("Kế hoạch chỉ nêu tháng, chưa có ngày cụ thể")
    if moves and planned.starts_on and planned.ends_on:
        notes.append(f"Thời gian ban đầu: {vi_date(planned.starts_on)} – {vi_date(planned.ends_on)}")
    return FeedEntry(
        name=f"dot/{activity.key_in(plan)}",
        category="Đợt kiểm tra, giám sát",
        summary=f"Hoãn, chưa ấn định thời gian: {activity.name}" if is_put_off else activity.name,
        stamp_on=max([plan.issued_on, *(move.decided_on for move in moves)]),
        on=first,
        last_on=last,
        lines=tuple(notes),
        revision=len(moves),
        is_off=is_put_off,
    )


def engagement(repository: Repository, engaged: TeamEngagement) -> FeedEntry | None:
    """Return a team's session at a unit, None while it has no day. Only a session held as planned keeps its hour."""
    record, on = engaged.engagement, engaged.engagement.session_on
    if on is None:
        return None
    known = (engaged.team.decided_on, record.selected_on, record.reported_on, record.held_on)
    off = _SESSION_OFF.get(session_state(record), "")
    return FeedEntry(
        name=f"cuoc/{engaged.key}",
        category="Cuộc kiểm tra, giám sát",
        summary=f"{off}{engaged.activity.name}: {unit_name(repository, record.unit, on)}",
        stamp_on=max((day for day in known if isinstance(day, date)), default=engaged.plan.issued_on),
        on=on,
        at=record.at if on == record.planned_on else None,
        place=record.place or "",
        lines=tuple(_engagement_lines(engaged)),
        revision=int(record.status is not None) + int(record.planned_on not in (None, on)),
        is_off=is_called_off(record),
    )


def _engagement_lines(engaged: TeamEngagement) -> Iterator[str]:
    yield engaged.team.name
    yield f"Hình thức: {engaged.engagement.mode}"
    if engaged.engagement.held_on:
        yield "Đã tiến hành" if isinstance(engaged.engagement.held_on, date) else "Đã tiến hành, chưa rõ ngày"
    if engaged.engagement.reason:
        yield f"Lý do: {engaged.engagement.reason}"


def meeting(facts: Facts, scheduled: ScheduledMeeting, extended: Iterable[date] = ()) -> FeedEntry:
    """Return a meeting at its last announced time; moved or called off it keeps its name.

    `extended`: the days on which it was decided to extend the reports on it.
    """
    announced, state = scheduled.meeting.announced, meeting_state(scheduled.meeting)
    is_told = scheduled.meeting.status is not None or state is MeetingState.cancelled
    return FeedEntry(
        name=f"buoi/{scheduled.key}",
        category="Sinh hoạt",
        summary=f"{_MEETING_OFF.get(state, '')}Sinh hoạt: {meeting_name(facts.repository, scheduled)}",
        stamp_on=max([_told_on(facts.repository, scheduled), *extended]),
        on=announced.on,
        at=announced.at,
        place=announced.place,
        lines=tuple(_meeting_lines(facts, scheduled)),
        revision=len(scheduled.meeting.moves) + int(is_told),
        is_off=is_off(scheduled.meeting),
    )


def _told_on(repository: Repository, scheduled: ScheduledMeeting) -> date:
    """Return the day of the latest fact about a meeting that its entry tells."""
    record = scheduled.meeting
    known = [scheduled.schedule.received_on, record.reported_on, *(move.reported_on for move in record.moves)]
    for assigned in repository.assigned_by_meeting.get(scheduled.key, ()):
        known.append(assigned.item.assigned_on or assigned.assignment.issued_on)
    known.extend(visit.report.sent_on for visit in repository.visits_by_meeting.get(scheduled.key, ()))
    plan = repository.plans.get(scheduled.key.plan)
    return max((day for day in known if isinstance(day, date)), default=plan.issued_on if plan else record.on)


def _meeting_lines(facts: Facts, scheduled: ScheduledMeeting) -> Iterator[str]:
    repository, record = facts.repository, scheduled.meeting
    if record.content:
        yield record.content
    moved = _MOVED.get(meeting_state(record), "Dời")
    for (before, after), move in zip(pairwise(days_announced(record)), record.moves, strict=True):
        yield f"{moved} từ {vi_date(before)} sang {vi_date(after)}" + (f": {move.reason}" if move.reason else "")
    assigned = repository.assigned_by_meeting.get(scheduled.key, ())
    if people := dict.fromkeys(person_name(repository, item.item.person) for item in assigned):
        yield f"Phân công dự: {', '.join(people)}"
    if days := facts.report_days(scheduled.key):
        yield f"Hạn báo cáo dự sinh hoạt: {' hoặc '.join(map(vi_date, days))}"
    for visit in repository.visits_by_meeting.get(scheduled.key, ()):
        if isinstance(visit.report.sent_on, date):
            yield f"Báo cáo dự sinh hoạt gửi ngày {vi_date(visit.report.sent_on)}"


def days_off(repository: Repository) -> Iterator[FeedEntry]:
    """Yield the official days off and the worked Saturdays while a plan runs: deadlines are counted by them."""
    plans = repository.plans.values()
    if not plans:
        return
    first, last = min(plan.starts_on for plan in plans), max(plan.ends_on for plan in plans)
    issued_on = min(plan.issued_on for plan in plans)
    for day in repository.calendar.days_off:
        if first <= day.on <= last:
            yield FeedEntry(f"ngay-nghi/{day.on}", "Ngày nghỉ", f"Nghỉ: {day.name}", stamp_on=issued_on, on=day.on)
    for worked in repository.calendar.worked_days:
        if first <= worked.on <= last:
            summary = f"Làm bù cho ngày {vi_date(worked.instead_of)}"
            yield FeedEntry(f"lam-bu/{worked.on}", "Ngày làm bù", summary, stamp_on=issued_on, on=worked.on)
