"""What happened to a recommendation or a petition after its report; the report itself is never edited."""

from typing import Annotated

from ktgs.language.vocabulary import Tells, Word, field
from ktgs.records.base import FileRecord, Record
from ktgs.records.ids import FindingRef, PersonId
from ktgs.records.keys import FollowUpKey
from ktgs.records.values import Day, Number, word


class Step(Word):
    """What can happen."""

    remedied = "đã khắc phục"
    recheck_passed = "phúc tra đạt"
    recheck_failed = "phúc tra chưa đạt"
    extended = "gia hạn"
    forwarded = "chuyển cấp trên"
    answered = "trả lời"
    rejected = "không tiếp nhận"


class Event(Record):
    """One thing that happened, on a day."""

    known_on = "on"
    on: Annotated[Day, field("ngày", "ngày", public=True, known_on="on")]
    step: Annotated[Step, word(Step), field("việc", "việc đã diễn ra", public=True)]
    content: Annotated[str | None, field("nội dung", "nội dung", public=True)] = None
    evidence: Annotated[str | None, field("minh chứng", "minh chứng", public=True)] = None
    person: Annotated[PersonId | None, field("cán bộ", "mã cán bộ thực hiện", public=True)] = None
    new_due: Annotated[Day | None, field("hạn mới", "hạn mới", public=True, tells=Tells.due)] = None
    document_number: Annotated[Number | None, field("số ký hiệu", "số và ký hiệu văn bản", public=True)] = None
    by: Annotated[str | None, field("cơ quan", "cơ quan trả lời hoặc xử lý", public=True)] = None


class FollowUp(FileRecord):
    """`data/reports/<year>/follow-ups/<report>-<mã>.yml`."""

    record_kind = "follow_up"
    record_title = "Theo dõi kiến nghị"
    path = "reports/{year}/follow-ups/{id}.yml"
    key_class = FollowUpKey

    finding: Annotated[FindingRef, field("của", "báo cáo#mã", public=True)]
    events: Annotated[tuple[Event, ...], field("diễn biến", "các diễn biến, theo ngày", public=True)]
