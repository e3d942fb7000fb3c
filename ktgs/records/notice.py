"""A paper that tells units of a round: one number, sent to several units."""

from typing import Annotated

from ktgs.language.vocabulary import field
from ktgs.records.base import FileRecord, Record
from ktgs.records.ids import NoticeRef, TeamRef, UnitId
from ktgs.records.keys import NoticeKey
from ktgs.records.values import Day, Number, OpenDay


class Sending(Record):
    """The paper as sent to one unit."""

    known_on = "sent_on"
    unit: Annotated[UnitId, field("đơn vị", "mã đơn vị", public=True)]
    sent_on: Annotated[OpenDay | None, field("ngày gửi", "ngày gửi đến đơn vị", public=True, known_on="sent_on")] = None
    sent_by: Annotated[str | None, field("cách gửi", "ví dụ văn thư, trục liên thông", public=True)] = None


class Notice(FileRecord):
    """`…/notices/<id>.yml`; its name begins with the id of its activity."""

    record_kind = "notice"
    record_title = "Thông báo"
    path = "plans/{year}/{plan}/notices/{id}.yml"
    key_class = NoticeKey
    known_on = "issued_on"

    document_number: Annotated[Number | None, field("số ký hiệu", "số và ký hiệu văn bản", public=True)] = None
    issued_on: Annotated[Day, field("ngày ban hành", "ngày ban hành", public=True, known_on="issued_on")]
    teams: Annotated[tuple[TeamRef, ...], field("đoàn kiểm tra", "các đoàn kiểm tra được thông báo", public=True)]
    sent_to: Annotated[tuple[Sending, ...], field("gửi đến", "gửi đến những đơn vị nào", public=True)]
    replaces: Annotated[NoticeRef | None, field("thay thế", "thông báo được thay thế", public=True)] = None
