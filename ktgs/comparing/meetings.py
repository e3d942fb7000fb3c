"""Which meetings came, moved and were called off between two versions, and which announced day was rewritten."""

from __future__ import annotations

from dataclasses import dataclass

from ktgs.comparing.sides import Side
from ktgs.language.vocabulary import Word
from ktgs.records.keys import ScheduleKey
from ktgs.repository.linked import ScheduledMeeting
from ktgs.repository.marks import broken_schedule
from ktgs.repository.meetings import MeetingState, days_announced, meeting_state


class MeetingChangeKind(Word):
    """What happened to a meeting."""

    rewritten = "đổi ngày đã báo mà không ghi dời"
    removed = "xóa buổi đã báo mà không ghi hủy"
    new = "buổi mới"
    moved = "dời"
    postponed = "hoãn"
    cancelled = "hủy"
    resumed = "không còn hoãn, hủy"


@dataclass(frozen=True, slots=True)
class MeetingChange:
    """A meeting that differs, before and after, None where it is not there; `one` is it as it is now, or as it was."""

    kind: MeetingChangeKind
    one: ScheduledMeeting
    before: ScheduledMeeting | None
    after: ScheduledMeeting | None


def meeting_changes(base: Side, head: Side) -> tuple[MeetingChange, ...]:
    """Return every meeting that differs in its day or in being held, by unit; not those of unread schedules."""
    old, new = base.facts.repository.meetings, head.facts.repository.meetings
    changes = []
    for key, one in {**old, **new}.items():
        if any(broken_schedule(side.facts.repository, key.schedule_key) for side in (base, head)):
            continue
        before, after = old.get(key), new.get(key)
        if kind := _kind(before, after):
            changes.append(MeetingChange(kind, one, before, after))
    return tuple(sorted(changes, key=_order))


def _order(change: MeetingChange) -> tuple[str, ScheduleKey, str, str]:
    key = change.one.key
    return key.unit, key.schedule_key, change.kind.name, key.meeting


def _kind(before: ScheduledMeeting | None, after: ScheduledMeeting | None) -> MeetingChangeKind | None:
    if before is None or after is None:
        return MeetingChangeKind.new if after else MeetingChangeKind.removed
    told, telling = days_announced(before.meeting), days_announced(after.meeting)
    if telling[: len(told)] != told:
        return MeetingChangeKind.rewritten
    was, now = meeting_state(before.meeting), meeting_state(after.meeting)
    if now is not was and now in _CALLED_OFF:
        return _CALLED_OFF[now]
    if len(telling) > len(told):
        return MeetingChangeKind.moved
    return MeetingChangeKind.resumed if was in _CALLED_OFF and now not in _CALLED_OFF else None


_CALLED_OFF = {
    MeetingState.cancelled: MeetingChangeKind.cancelled,
    MeetingState.postponed: MeetingChangeKind.postponed,
}
