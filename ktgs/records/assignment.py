"""Who attends which meeting of a month, and what is known of it before a report comes."""

from functools import cached_property
from typing import Annotated

from ktgs.language.vocabulary import Tells, Word, field
from ktgs.records.base import FileRecord, Record, key_in_path
from ktgs.records.ids import MeetingRef, PersonId
from ktgs.records.keys import AssignmentKey
from ktgs.records.values import Day, MonthOf, Number, OnlyYes, word


class Absence(Word):
    """How somebody assigned did not attend."""

    excused = "có lý do"
    unexcused = "không lý do"


class ConfirmedBy(Word):
    """Who says that somebody attended."""

    unit = "đơn vị"
    office = "văn phòng"


class Item(Record):
    """One person assigned to one meeting."""

    known_on = "assigned_on"
    meeting: Annotated[MeetingRef, field("buổi", "mã buổi: đơn vị/buổi", public=True)]
    person: Annotated[PersonId, field("cán bộ", "mã cán bộ", public=True)]
    assigned_on: Annotated[
        Day | None, field("ngày phân công", "ngày phân công", public=True, known_on="assigned_on")
    ] = None
    replaced_by: Annotated[PersonId | None, field("dự thay", "ai dự thay", known_on="reported_on")] = None
    absence: Annotated[
        Absence | None, word(Absence, is_noun=False), field("vắng", "vắng có lý do hay không", known_on="reported_on")
    ] = None
    reason: Annotated[str | None, field("lý do", "lý do vắng", known_on="reported_on")] = None
    reported_on: Annotated[Day | None, field("ngày báo", "ngày báo vắng, dự thay", known_on="reported_on")] = None
    attended: Annotated[OnlyYes | None, field("đã dự", "đã dự, báo cáo chưa gửi", public=True)] = None
    confirmed_by: Annotated[
        ConfirmedBy | None, word(ConfirmedBy, is_noun=False), field("xác nhận của", "ai xác nhận đã dự", public=True)
    ] = None


class Assignment(FileRecord):
    """`…/assignments/<yyyy-mm>.yml`."""

    record_kind = "assignment"
    record_title = "Phân công"
    path = "plans/{year}/{plan}/assignments/{id}.yml"
    key_class = AssignmentKey
    known_on = "issued_on"

    month: Annotated[MonthOf, field("tháng", "tháng của các buổi sinh hoạt", public=True, tells=Tells.plan)]
    document_number: Annotated[Number | None, field("số ký hiệu", "số và ký hiệu văn bản", public=True)] = None
    issued_on: Annotated[Day, field("ngày ban hành", "ngày ban hành", public=True, known_on="issued_on")]
    items: Annotated[tuple[Item, ...], field("phân công", "ai dự buổi nào", public=True)]

    @cached_property
    def key(self) -> AssignmentKey:
        """The month that the path names, the record's own where it names none: a wrong value loses no link."""
        return key_in_path(type(self), self.parts) or AssignmentKey(self.parts["plan"], self.month)

    @property
    def subject(self) -> str:
        """What only one file may be about."""
        return f"Phân công tháng {self.month.label}"
