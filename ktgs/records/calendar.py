"""A year's official days off and the Saturdays worked in exchange."""

from typing import Annotated

from ktgs.language.vocabulary import Tells, field
from ktgs.records.base import FileRecord, Record
from ktgs.records.values import Day


class RecordedDayOff(Record):
    """A weekday on which public bodies do not work."""

    known_on = "announced_on"
    on: Annotated[Day, field("ngày", "ngày nghỉ", public=True, tells=Tells.own)]
    name: Annotated[str, field("tên", "vì sao nghỉ", public=True)]
    basis: Annotated[str | None, field("căn cứ", "văn bản, hoặc cách tính", public=True)] = None
    announced_on: Annotated[
        Day | None, field("ngày công bố", "ngày công bố, khi công bố sau", public=True, known_on="announced_on")
    ] = None


class RecordedWorkedDay(Record):
    """A Saturday or Sunday worked in exchange for a day off."""

    known_on = "announced_on"
    on: Annotated[Day, field("ngày", "ngày làm bù", public=True, tells=Tells.own)]
    instead_of: Annotated[Day, field("thay cho", "ngày được nghỉ thay", public=True, tells=Tells.own)]
    basis: Annotated[str | None, field("căn cứ", "văn bản, hoặc nguồn biết được", public=True)] = None
    announced_on: Annotated[
        Day | None, field("ngày công bố", "ngày công bố, khi công bố sau", public=True, known_on="announced_on")
    ] = None


class CalendarYear(FileRecord):
    """`data/calendar/<year>.yml`."""

    record_kind = "calendar"
    record_title = "Lịch ngày nghỉ"
    path = "calendar/{id}.yml"

    days_off: Annotated[tuple[RecordedDayOff, ...], field("ngày nghỉ", "các ngày nghỉ chính thức", public=True)]
    worked_days: Annotated[
        tuple[RecordedWorkedDay, ...], field("làm bù", "các ngày thứ Bảy, Chủ nhật làm bù", public=True)
    ] = ()
