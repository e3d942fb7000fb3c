"""A plan: its paper, its activities, its terms."""

from datetime import date
from typing import Annotated, Self

from pydantic import model_validator

from ktgs.language.days import Counting, DayKind, Direction, Measure, OnDayOff
from ktgs.language.months import Month
from ktgs.language.text import fold
from ktgs.language.vocabulary import Tells, Word, field
from ktgs.records.base import FileRecord, MarkdownRecord, Record, require_one
from ktgs.records.ids import BodyId, Id, PlanId
from ktgs.records.keys import ActivityKey, TopicKey
from ktgs.records.person import Span
from ktgs.records.values import Count, Day, DayOfMonth, MonthOf, Number, Texts, Yes, word


class ActivityKind(Word):
    """What is done at the grassroots."""

    inspection = "kiểm tra"
    thematic_supervision = "giám sát chuyên đề"
    regular_supervision = "giám sát thường xuyên"
    grassroots_visit = "đi cơ sở"


class Trigger(Word):
    """Why it is done."""

    planned = "theo kế hoạch"
    unannounced = "đột xuất"
    signs_of_violation = "khi có dấu hiệu vi phạm"
    peer = "chéo"
    self_check = "tự kiểm tra"


class Anchor(Word):
    """The day that a term counts from."""

    round_start = "đầu đợt"
    round_end = "cuối đợt"
    meeting = "buổi sinh hoạt"
    month_end = "cuối tháng"
    session = "buổi làm việc"
    plan_end = "cuối kế hoạch"
    notice_due = "hạn thông báo"
    team_request = "yêu cầu của đoàn kiểm tra"


class ScheduleMonth(Word):
    """Which month's meetings a monthly paper is about."""

    next_month = "tháng sau"
    this_month = "trong tháng"


class LateAddition(Word):
    """From what the notice of a unit chosen late is counted."""

    from_round_start = "tính từ đầu đợt"
    before_session = "tính trước buổi làm việc"


class Basis(Word):
    """Whose reading a term is."""

    plan = "kế hoạch"
    office = "quy ước văn phòng"


class ReportStep(Word):
    """What a result report goes through before it is done."""

    compiled = "tổng hợp"
    confirmed = "xác nhận"
    sent = "gửi"


class Term(Record):
    """A rule of the plan about one duty: which clause, and how its due date is counted."""

    duty: Annotated[str, field("việc", "tên việc phải làm", public=True)]
    clauses: Annotated[Texts, field("mục", "mục của kế hoạch, một hay nhiều", public=True)]
    number: Annotated[Count | None, field("số", "số ngày", public=True)] = None
    measure: Annotated[Measure, word(Measure), field("đơn vị tính", "đếm ngày làm việc hay ngày", public=True)] = (
        Measure.calendar_days
    )
    direction: Annotated[Direction, word(Direction), field("chiều", "đếm trước hay sau mốc", public=True)] = (
        Direction.after
    )
    anchor: Annotated[Anchor | None, word(Anchor), field("mốc", "đếm từ đâu", public=True)] = None
    counting: Annotated[Counting, word(Counting), field("cách đếm", "tính cả ngày gửi hay đủ ngày", public=True)] = (
        Counting.inclusive
    )
    day_of_month: Annotated[DayOfMonth | None, field("ngày trong tháng", "ngày cố định hằng tháng", public=True)] = None
    day_kind: Annotated[DayKind, word(DayKind), field("kiểu", "trước, chậm nhất hay đến hết ngày", public=True)] = (
        DayKind.at_latest
    )
    schedule_month: Annotated[
        ScheduleMonth,
        word(ScheduleMonth, is_noun=False),
        field("lịch của tháng", "lịch của tháng sau hay trong tháng", public=True),
    ] = ScheduleMonth.next_month
    on_day_off: Annotated[
        OnDayOff, word(OnDayOff, is_noun=False), field("gặp ngày nghỉ", "khi hạn rơi vào ngày nghỉ", public=True)
    ] = OnDayOff.keep
    late_addition: Annotated[
        LateAddition,
        word(LateAddition, is_noun=False),
        field("đơn vị bổ sung", "cách tính cho đơn vị chọn sau", public=True),
    ] = LateAddition.from_round_start
    assignable: Annotated[
        tuple[BodyId, ...], field("người được phân công", "người của những cơ quan nào được phân công", public=True)
    ] = ()
    steps: Annotated[
        tuple[Annotated[ReportStep, word(ReportStep, is_noun=False)], ...],
        field("các bước", "các bước của báo cáo kết quả", public=True),
    ] = tuple(ReportStep)
    basis: Annotated[
        Basis, word(Basis, is_noun=False), field("theo", "kế hoạch nêu, hay quy ước của văn phòng", public=True)
    ] = Basis.plan

    @property
    def clause(self) -> str:
        """The clauses as one text."""
        return ", ".join(self.clauses)

    @property
    def assignable_as(self) -> str:
        """What those are whom the bodies of `assignable` give: for meetings those assigned, for teams the members."""
        return "người được phân công" if self.anchor is Anchor.meeting else "thành viên đoàn kiểm tra"


class Topic(Span):
    """A topic of regular supervision."""

    referred_as = "topic"
    referred_title = "chủ đề"

    id: Annotated[Id, field("mã", "mã chủ đề", public=True)]
    clause: Annotated[str, field("mục", "mục của kế hoạch", public=True)]
    name: Annotated[str, field("tên", "nội dung theo dõi", public=True)]

    def key_in(self, holder: FileRecord) -> TopicKey:
        """Return what names it."""
        return TopicKey(holder.id, self.id)


class Activity(Record):
    """One thing that the plan sets out to do: a round, a thematic supervision, visits."""

    referred_as = "activity"
    referred_title = "hoạt động"
    alternatives = (("starts_on", "ends_on"), ("month",))

    id: Annotated[Id, field("mã", "mã hoạt động, ví dụ dot-1", public=True)]
    clause: Annotated[str, field("mục", "mục của kế hoạch", public=True)]
    name: Annotated[str, field("tên", "tên hoạt động", public=True)]
    kind: Annotated[ActivityKind, word(ActivityKind), field("loại", "loại hoạt động", public=True)]
    trigger: Annotated[Trigger, word(Trigger), field("tính chất", "theo kế hoạch hay lý do khác", public=True)] = (
        Trigger.planned
    )
    starts_on: Annotated[Day | None, field("từ", "từ ngày", public=True, tells=Tells.plan)] = None
    ends_on: Annotated[Day | None, field("đến", "đến hết ngày", public=True, tells=Tells.plan)] = None
    month: Annotated[
        MonthOf | None, field("tháng", "tháng, khi kế hoạch chỉ nêu tháng", public=True, tells=Tells.plan)
    ] = None
    tentative: Annotated[Yes, field("dự kiến", "thời gian còn dự kiến", public=True)] = False
    quota: Annotated[Count | None, field("số đơn vị", "số đơn vị phải thực hiện", public=True)] = None
    content: Annotated[str | None, field("nội dung", "nội dung", public=True)] = None

    def key_in(self, holder: FileRecord) -> ActivityKey:
        """Return what names it."""
        return ActivityKey(holder.id, self.id)

    @property
    def is_round(self) -> bool:
        """Whether units are inspected or supervised in engagements: an inspection or a thematic supervision."""
        return self.kind in (ActivityKind.inspection, ActivityKind.thematic_supervision)

    @model_validator(mode="after")
    def _says_when(self) -> Self:
        require_one(self)
        return self


class Plan(MarkdownRecord):
    """`data/plans/<year>/<id>/plan.md`."""

    record_kind = "plan"
    record_title = "Kế hoạch"
    path = "plans/{year}/{id}/plan.md"

    is_draft: Annotated[
        Yes, field("dự thảo", "kế hoạch còn dự thảo, chưa giao việc cho ai; ban hành thì xóa dòng này", public=True)
    ] = False
    to_decide: Annotated[
        Texts, field("cần quyết định", "các điều còn phải quyết định trước khi ban hành", public=True)
    ] = ()
    document_number: Annotated[Number | None, field("số ký hiệu", "số và ký hiệu văn bản", public=True)] = None
    issued_on: Annotated[Day, field("ngày ban hành", "ngày ban hành", public=True, tells=Tells.own)]
    sent_on: Annotated[Day | None, field("ngày gửi", "ngày gửi", public=True, known_on="sent_on")] = None
    subject_line: Annotated[str, field("trích yếu", "trích yếu nội dung", public=True)]
    starts_on: Annotated[Day, field("từ", "ngày bắt đầu", public=True, tells=Tells.own)]
    ends_on: Annotated[Day, field("đến", "ngày kết thúc", public=True, tells=Tells.own)]
    legal_basis: Annotated[tuple[str, ...], field("căn cứ", "các căn cứ", public=True)] = ()
    recipients: Annotated[tuple[str, ...], field("nơi nhận", "nơi nhận", public=True)] = ()
    signatory: Annotated[str, field("người ký", "người ký", public=True)]
    signatory_title: Annotated[str | None, field("chức vụ người ký", "chức vụ người ký", public=True)] = None
    signing_authority: Annotated[str | None, field("thể thức đề ký", "ví dụ TM. BAN THƯỜNG VỤ", public=True)] = None
    closed_on: Annotated[
        Day | None, field("ngày khóa sổ", "từ ngày này năm kế hoạch đã khóa", public=True, known_on="closed_on")
    ] = None
    parent_plan: Annotated[PlanId | None, field("thuộc kế hoạch", "kế hoạch mà kế hoạch này thuộc về", public=True)] = (
        None
    )
    terms: Annotated[tuple[Term, ...], field("thời hạn", "các việc phải làm và cách tính hạn", public=True)]
    topics: Annotated[tuple[Topic, ...], field("chủ đề", "các chủ đề giám sát thường xuyên", public=True)] = ()
    activities: Annotated[tuple[Activity, ...], field("hoạt động", "các hoạt động của kế hoạch", public=True)]

    @property
    def label(self) -> str:
        """The number as printed, or the subject line where there is no number."""
        return str(self.document_number) if self.document_number else self.subject_line

    def activity(self, activity_id: str) -> Activity | None:
        """Return the activity with that id, None where there is none."""
        return next((activity for activity in self.activities if activity.id == activity_id), None)

    def term(self, duty: str) -> Term | None:
        """Return the term of a duty by its name, None where the plan does not have the duty."""
        return next((term for term in self.terms if fold(term.duty) == fold(duty)), None)

    def months(self) -> tuple[Month, ...]:
        """Return the months of meetings from the plan's issue (or its start, if later) to its end."""
        month, last = Month.of(max(self.issued_on, self.starts_on)), Month.of(self.ends_on)
        months = []
        while month <= last:
            months.append(month)
            month = month.next()
        return tuple(months)

    def in_force(self, day: date) -> bool:
        """Return whether the plan is issued and not yet ended on `day`."""
        return self.issued_on <= day <= self.ends_on

    def is_closed(self, day: date) -> bool:
        """Return whether the plan's year is closed on `day`."""
        return self.closed_on is not None and day >= self.closed_on
