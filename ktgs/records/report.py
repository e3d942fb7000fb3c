"""The five kinds of report, never merged, with the findings in them."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from ktgs.language.vocabulary import SUB_UNIT, Declared, Tells, Word, field
from ktgs.records.base import MarkdownRecord, missing_key, refused, require_one
from ktgs.records.codes import EMPTY
from ktgs.records.finding import Finding, GoodPractice, Petition, Recommendation, Shortcoming
from ktgs.records.ids import BranchRef, MeetingRef, PersonId, PlanId, TeamRef, TopicRef, UnitId
from ktgs.records.values import Clock, Count, Day, MonthOf, Number, OpenDay, word


class ReportKind(Word):
    """The kinds of report."""

    visit_report = "dự sinh hoạt"
    result_report = "kết quả"
    flash_report = "nhanh"
    summary = "tổng hợp"
    regular_supervision = "giám sát thường xuyên"


_SAID = "issued_on sent_on"  # what a report says is known once it is issued or sent
FINDINGS = ("strengths", "good_practices", "difficulties", "shortcomings", "recommendations", "petitions")


class Report(MarkdownRecord):
    """What every report has. A paper is a draft while it is neither issued nor sent."""

    body: Annotated[str, Field(alias="\0body", exclude=True, repr=False), Declared(True, _SAID)] = ""
    kind: Annotated[ReportKind, word(ReportKind), field("loại", "loại báo cáo", public=True)]
    plan: Annotated[
        PlanId | None, field("kế hoạch", "mã kế hoạch; bỏ trống khi chỉ có một kế hoạch đang thực hiện", public=True)
    ] = None
    document_number: Annotated[Number | None, field("số ký hiệu", "số và ký hiệu văn bản", public=True)] = None
    issued_on: Annotated[Day | None, field("ngày ban hành", "ngày ban hành", public=True, known_on="issued_on")] = None
    author: Annotated[PersonId, field("người lập", "mã cán bộ lập báo cáo", public=True)]
    sent_on: Annotated[OpenDay | None, field("ngày gửi", "ngày gửi", public=True, known_on="sent_on")] = None
    recipients: Annotated[tuple[str, ...], field("nơi nhận", "nơi nhận", public=True)] = ()
    strengths: Annotated[tuple[Finding, ...], field("ưu điểm", "ưu điểm", public=True, known_on=_SAID)] = ()
    good_practices: Annotated[
        tuple[GoodPractice, ...],
        field("mô hình hay", "mô hình hay, cách làm hay", public=True, known_on=_SAID),
    ] = ()
    difficulties: Annotated[tuple[Finding, ...], field("khó khăn", "khó khăn", public=True, known_on=_SAID)] = ()
    shortcomings: Annotated[
        tuple[Shortcoming, ...],
        field("tồn tại, hạn chế", "tồn tại, hạn chế", public=True, known_on=_SAID),
    ] = ()
    recommendations: Annotated[
        tuple[Recommendation, ...],
        field("kiến nghị", "kiến nghị của đoàn kiểm tra", public=True, known_on=_SAID),
    ] = ()
    petitions: Annotated[
        tuple[Petition, ...],
        field("đề xuất", "kiến nghị, đề xuất của cơ sở", public=True, known_on=_SAID),
    ] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of their kinds."""
        return tuple(finding for name in FINDINGS for finding in getattr(self, name))

    @property
    def implies_unit(self) -> bool:
        """Whether the report itself says which unit its findings are about."""
        return False

    @model_validator(mode="after")
    def _findings_name_units(self) -> Self:
        lacking = () if self.implies_unit else [finding for finding in self.findings if finding.unit is None]
        if lacking:
            raise refused(missing_key(finding.places, "đơn vị", "mã đơn vị") for finding in lacking)
        return self

    @property
    def is_draft(self) -> bool:
        """Whether the report is neither issued nor sent."""
        return self.issued_on is None and self.sent_on is None


class VisitReport(Report):
    """From whoever attended a meeting, to the office."""

    record_kind = "visit_report"
    record_title = "Báo cáo dự sinh hoạt"
    path = "reports/{year}/du-sinh-hoat/{id}.md"
    alternatives = (("meeting",), ("unit", "on"))
    known_on = "sent_on"

    meeting: Annotated[MeetingRef | None, field("buổi", "mã buổi: kế hoạch/tháng/đơn vị/buổi", public=True)] = None
    unit: Annotated[UnitId | None, field("đơn vị", "mã đơn vị, khi buổi không có trong lịch", public=True)] = None
    branch: Annotated[
        BranchRef | None, field(SUB_UNIT, "mã đơn vị trực thuộc, khi buổi không có trong lịch", public=True)
    ] = None
    on: Annotated[Day | None, field("ngày", "ngày, khi buổi không có trong lịch", public=True, known_on="on")] = None
    at: Annotated[Clock | None, field("giờ", "giờ, khi buổi không có trong lịch", public=True)] = None
    held_on: Annotated[
        Day | None, field("ngày tiến hành", "ngày diễn ra, nếu khác ngày đã báo", public=True, known_on="held_on")
    ] = None
    attendees: Annotated[tuple[PersonId, ...], field("người dự", "mã các cán bộ đã dự", public=True)]
    present: Annotated[Count, field("số có mặt", "số đoàn viên có mặt", public=True)]
    total_members: Annotated[Count, field("tổng số đoàn viên", "tổng số đoàn viên", public=True)]
    composition: Annotated[str, field("thành phần", "thành phần dự", public=True)]
    content: Annotated[str, field("nội dung", "nội dung sinh hoạt", public=True)]
    topics: Annotated[
        tuple[TopicRef, ...], field("chủ đề giám sát", "các chủ đề giám sát thường xuyên", public=True)
    ] = ()
    mood: Annotated[str | None, field("tình hình tư tưởng", "tình hình tư tưởng đoàn viên")] = None

    @property
    def implies_unit(self) -> bool:
        """Whether the report itself says which unit its findings are about: always."""
        return True

    @model_validator(mode="after")
    def _says_which_meeting_and_who_was_there(self) -> Self:
        require_one(self)
        if not self.attendees:
            found = f"“{self.key_of('attendees')}” không có ai."
            raise refused([EMPTY.at(self.where("attendees"), found, cure="Ghi mã của những cán bộ đã dự.")])
        return self


class ResultReport(Report):
    """From a team to the standing committee."""

    record_kind = "result_report"
    record_title = "Báo cáo kết quả"
    path = "reports/{year}/ket-qua/{id}.md"

    team: Annotated[TeamRef, field("đoàn kiểm tra", "mã đoàn: kế hoạch/đoàn", public=True)]
    compiled_on: Annotated[
        OpenDay | None, field("ngày tổng hợp", "ngày thư ký tổng hợp xong", public=True, known_on="compiled_on")
    ] = None
    confirmed_on: Annotated[
        OpenDay | None, field("ngày xác nhận", "ngày Trưởng đoàn xác nhận", public=True, known_on="confirmed_on")
    ] = None
    confirmed_by: Annotated[
        PersonId | None, field("người xác nhận", "mã cán bộ xác nhận", public=True, known_on="confirmed_on")
    ] = None


class FlashReport(Report):
    """From the office to the superior: who was assigned and did not attend in a month. Its text is not public."""

    record_kind = "flash_report"
    record_title = "Báo cáo nhanh"
    path = "reports/{year}/nhanh/{id}.md"
    known_on = "sent_on"

    month: Annotated[MonthOf, field("tháng", "tháng báo cáo", public=True, tells=Tells.plan)]

    @property
    def hidden(self) -> frozenset[str]:
        """The text and what it found: they name who was absent."""
        return frozenset({"body", *FINDINGS})


class Summary(Report):
    """From the office to the superior: the month's visits."""

    record_kind = "summary"
    record_title = "Báo cáo tổng hợp"
    path = "reports/{year}/tong-hop/{id}.md"
    known_on = "sent_on"

    month: Annotated[MonthOf, field("tháng", "tháng báo cáo", public=True, tells=Tells.plan)]


class Observation(Report):
    """A dated observation of regular supervision on one topic. Its text is not public."""

    record_kind = "regular_supervision"
    record_title = "Giám sát thường xuyên"
    path = "reports/{year}/giam-sat-thuong-xuyen/{id}.md"
    known_on = "observed_on"

    topic: Annotated[TopicRef, field("chủ đề", "mã chủ đề", public=True)]
    observed_on: Annotated[Day, field("ngày", "ngày quan sát", public=True, known_on="observed_on")]
    unit: Annotated[UnitId | None, field("đơn vị", "mã đơn vị", public=True)] = None
    person: Annotated[PersonId | None, field("cán bộ", "cán bộ được quan sát")] = None

    @property
    def implies_unit(self) -> bool:
        """Whether the report itself says which unit its findings are about."""
        return self.unit is not None

    @property
    def hidden(self) -> frozenset[str]:
        """The text, and what was found on a person."""
        return frozenset({"body", *(FINDINGS if self.person else ())})
