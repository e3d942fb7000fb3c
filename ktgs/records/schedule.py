"""A unit's meetings of one month: as first announced, with every move recorded and none rewritten."""

from datetime import date, time
from functools import cached_property
from typing import Annotated, NamedTuple

from ktgs.language.diagnostics import Place
from ktgs.language.vocabulary import SUB_UNIT, Tells, field
from ktgs.records.base import FileRecord, Record, key_in_path
from ktgs.records.ids import BranchRef, Id, UnitId
from ktgs.records.keys import MeetingKey, ScheduleKey
from ktgs.records.team import Status
from ktgs.records.values import Clock, Day, MonthOf, OpenDay, Yes, word


class Amendment(Record):
    """What was sent after the first sending."""

    known_on = "received_on"
    received_on: Annotated[Day, field("ngày nhận", "ngày nhận", public=True, known_on="received_on")]
    content: Annotated[str | None, field("nội dung", "bổ sung điều gì", public=True)] = None
    complete: Annotated[Yes, field("đủ", "từ lần này thì lịch đã đủ", public=True)] = False


class Move(Record):
    """A meeting moved to another day."""

    known_on = "reported_on"
    to: Annotated[Day, field("sang ngày", "ngày mới", public=True, tells=Tells.plan)]
    at: Annotated[Clock | None, field("giờ", "giờ mới", public=True)] = None
    place: Annotated[str | None, field("địa điểm", "nơi mới", public=True)] = None
    reported_on: Annotated[Day | None, field("ngày báo", "ngày báo dời", public=True, known_on="reported_on")] = None
    reason: Annotated[str | None, field("lý do", "lý do dời", public=True)] = None


class Announced(NamedTuple):
    """When and where a meeting is to be held."""

    on: date
    at: time
    place: str


class Meeting(Record):
    """A meeting of the base union (no branch named) or of a branch."""

    referred_as = "meeting"
    referred_title = "buổi sinh hoạt"

    id: Annotated[Id, field("mã", "mã buổi, duy nhất trong lịch", public=True)]
    on: Annotated[Day, field("ngày", "ngày như báo lần đầu", public=True, tells=Tells.plan)]
    at: Annotated[Clock, field("giờ", "giờ như báo lần đầu", public=True)]
    place: Annotated[str, field("địa điểm", "nơi sinh hoạt", public=True)]
    branch: Annotated[
        BranchRef | None, field(SUB_UNIT, "đơn vị trực thuộc sinh hoạt; bỏ trống là cả đơn vị", public=True)
    ] = None
    content: Annotated[str | None, field("nội dung", "nội dung sinh hoạt", public=True)] = None
    moves: Annotated[tuple[Move, ...], field("dời", "các lần dời", public=True)] = ()
    status: Annotated[
        Status | None, word(Status), field("trạng thái", "hoãn hay hủy", public=True, known_on="reported_on")
    ] = None
    reported_on: Annotated[Day | None, field("ngày báo", "ngày báo hoãn, hủy", public=True, known_on="reported_on")] = (
        None
    )
    took_place: Annotated[Yes | None, field("đã diễn ra", "buổi có diễn ra không", public=True)] = None

    @property
    def announced(self) -> Announced:
        """The last announced day, time and place: the last move's, else the first announcement's."""
        on, at, place = self.on, self.at, self.place
        for move in self.moves:
            on, at, place = move.to, move.at or at, move.place or place
        return Announced(on, at, place)

    @property
    def announcing(self) -> tuple[Record, str]:
        """The record that announces the day last, and the field that holds it."""
        return (self.moves[-1], "to") if self.moves else (self, "on")

    def where_announced(self) -> Place:
        """Return where the last announced day stands."""
        record, field = self.announcing
        return record.where(field)

    def key_in(self, holder: FileRecord) -> MeetingKey:
        """Return what names it."""
        return MeetingKey(holder.key.plan, holder.key.month, holder.key.unit, self.id)


class NoMeeting(Record):
    """A branch that holds no meeting this month."""

    branch: Annotated[BranchRef, field(SUB_UNIT, "mã đơn vị trực thuộc", public=True)]
    reason: Annotated[str | None, field("lý do", "lý do", public=True)] = None


class Schedule(FileRecord):
    """`…/schedules/<yyyy-mm>/<unit>.yml`."""

    record_kind = "schedule"
    record_title = "Lịch sinh hoạt"
    path = "plans/{year}/{plan}/schedules/{month}/{id}.yml"
    key_class = ScheduleKey
    known_on = "received_on"

    unit: Annotated[UnitId, field("đơn vị", "mã đơn vị", public=True)]
    month: Annotated[MonthOf, field("tháng", "tháng của các buổi sinh hoạt", public=True, tells=Tells.plan)]
    received_on: Annotated[OpenDay, field("ngày nhận", "ngày văn phòng nhận được", public=True, known_on="received_on")]
    incomplete: Annotated[Yes, field("chưa đủ", "lần gửi đầu chưa đủ", public=True)] = False
    amendments: Annotated[tuple[Amendment, ...], field("bổ sung", "các lần bổ sung", public=True)] = ()
    contact_given: Annotated[Yes | None, field("có số liên hệ", "đơn vị có gửi số liên hệ không", public=True)] = None
    meetings: Annotated[tuple[Meeting, ...], field("buổi", "các buổi sinh hoạt", public=True)] = ()
    no_meeting: Annotated[
        tuple[NoMeeting, ...], field("không sinh hoạt", "đơn vị trực thuộc không sinh hoạt tháng này", public=True)
    ] = ()

    @cached_property
    def key(self) -> ScheduleKey:
        """The month that the path names, the record's own where it names none: a wrong value loses no link."""
        return key_in_path(type(self), self.parts) or ScheduleKey(self.parts["plan"], self.month, self.id)

    @property
    def subject(self) -> str:
        """What only one file may be about."""
        return f"Lịch sinh hoạt tháng {self.month.label} của “{self.unit}”"

    def meeting(self, meeting_id: str) -> Meeting | None:
        """Return the meeting with that id, None where there is none."""
        return next((meeting for meeting in self.meetings if meeting.id == meeting_id), None)
