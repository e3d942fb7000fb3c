"""A team: its decisions, its members, and the engagements that it holds at units."""

from datetime import date
from typing import Annotated

from ktgs.language.vocabulary import SUB_UNIT, Tells, Word, field
from ktgs.records.base import FileRecord, Record
from ktgs.records.ids import ActivityRef, BranchRef, Id, PersonId, UnitId
from ktgs.records.keys import DocumentKey, EngagementKey, TeamKey
from ktgs.records.person import Span
from ktgs.records.values import Clock, Count, Day, Number, OpenDay, Yes, word


class Role(Word):
    """What somebody is in a team."""

    lead = "trưởng đoàn"
    deputy_lead = "phó trưởng đoàn"
    clerk = "thư ký"
    member = "thành viên"


class Mode(Word):
    """How a session is held."""

    on_site = "trực tiếp"
    in_one_place = "tập trung"
    by_report = "qua báo cáo"
    online = "trực tuyến"


class Status(Word):
    """What became of something announced that was not held as announced."""

    postponed = "hoãn"
    cancelled = "hủy"


class Decision(Record):
    """A decision that sets up the team or changes it."""

    known_on = "issued_on"
    document_number: Annotated[Number | None, field("số ký hiệu", "số và ký hiệu văn bản", public=True)] = None
    issued_on: Annotated[Day, field("ngày ban hành", "ngày ban hành", public=True, known_on="issued_on")]
    change: Annotated[str | None, field("thay đổi", "quyết định này thay đổi điều gì", public=True)] = None


class Member(Span):
    """Somebody's role in the team, from a day to a day."""

    person: Annotated[PersonId, field("cán bộ", "mã cán bộ", public=True)]
    role: Annotated[Role, word(Role), field("vai trò", "vai trò trong đoàn", public=True)]
    instead_of: Annotated[PersonId | None, field("thay cho", "thay cho ai", public=True)] = None


class PartyInvitation(Record):
    """Whether the unit invited its party committee, and whether it came."""

    invited: Annotated[Yes | None, field("mời", "đơn vị có mời cấp ủy không", public=True, known_on="invited_on")] = (
        None
    )
    invited_on: Annotated[Day | None, field("ngày mời", "ngày mời", public=True, known_on="invited_on")] = None
    attended: Annotated[Yes | None, field("dự", "cấp ủy có dự không", public=True)] = None
    title: Annotated[str | None, field("chức danh", "chức danh người dự, không nêu tên", public=True)] = None


class Received(Record):
    """A part of a document that arrived."""

    known_on = "on"
    on: Annotated[Day, field("ngày", "ngày nhận", public=True, known_on="on")]
    content: Annotated[str | None, field("nội dung", "nhận được gì", public=True)] = None


class Document(Record):
    """A document that the team asked the unit for."""

    referred_as = "document"
    referred_title = "tài liệu"
    known_on = "requested_on"
    id: Annotated[Id, field("mã", "mã tài liệu, duy nhất trong cuộc", public=True)]
    name: Annotated[str, field("tên", "tên tài liệu", public=True)]
    requested_on: Annotated[Day | None, field("ngày yêu cầu", "ngày yêu cầu", public=True, known_on="requested_on")] = (
        None
    )
    due: Annotated[Day | None, field("hạn", "hạn gửi do đoàn đặt", public=True, tells=Tells.due)] = None
    received: Annotated[tuple[Received, ...], field("nhận", "các lần nhận", public=True)] = ()
    completed_on: Annotated[
        OpenDay | None, field("ngày nhận đủ", "ngày nhận đủ", public=True, known_on="completed_on")
    ] = None


class Engagement(Record):
    """The team's work with one unit."""

    referred_as = "engagement"
    referred_title = "cuộc"

    known_on = "selected_on"
    id: Annotated[Id, field("mã", "mã cuộc, duy nhất trong đoàn", public=True)]
    unit: Annotated[UnitId, field("đơn vị", "mã đơn vị", public=True)]
    mode: Annotated[Mode, word(Mode), field("hình thức", "hình thức làm việc", public=True)] = Mode.on_site
    planned_on: Annotated[Day | None, field("ngày", "ngày làm việc dự định", public=True, tells=Tells.plan)] = None
    at: Annotated[Clock | None, field("giờ", "giờ làm việc", public=True)] = None
    place: Annotated[str | None, field("địa điểm", "nơi làm việc", public=True)] = None
    held_on: Annotated[
        OpenDay | None,
        field("ngày tiến hành", "ngày đã làm việc; chỉ điền khi đã diễn ra", public=True, known_on="held_on"),
    ] = None
    status: Annotated[
        Status | None, word(Status), field("trạng thái", "hoãn hay hủy", public=True, known_on="reported_on")
    ] = None
    reported_on: Annotated[Day | None, field("ngày báo", "ngày báo hoãn, hủy", public=True, known_on="reported_on")] = (
        None
    )
    reason: Annotated[str | None, field("lý do", "lý do hoãn, hủy", public=True, known_on="reported_on")] = None
    selected_on: Annotated[Day | None, field("ngày chọn", "ngày chọn đơn vị", public=True, known_on="selected_on")] = (
        None
    )
    selection_reason: Annotated[str | None, field("lý do chọn", "vì sao chọn đơn vị", public=True)] = None
    basis: Annotated[str | None, field("căn cứ", "căn cứ của việc chọn bổ sung", public=True)] = None
    sampled_branches: Annotated[
        tuple[BranchRef, ...], field(f"{SUB_UNIT} mẫu", "các đơn vị trực thuộc được kiểm tra mẫu", public=True)
    ] = ()
    party_invitation: Annotated[PartyInvitation | None, field("cấp ủy", "việc mời cấp ủy", public=True)] = None
    unit_contacted_on: Annotated[
        Day | None,
        field("ngày đơn vị liên hệ", "ngày đơn vị chủ động liên hệ", public=True, known_on="unit_contacted_on"),
    ] = None
    attendees: Annotated[
        Count | None, field("số người dự", "số người dự buổi làm việc", public=True, known_on="held_on")
    ] = None
    documents: Annotated[tuple[Document, ...], field("tài liệu", "các tài liệu yêu cầu", public=True)] = ()

    def key_in(self, holder: FileRecord) -> EngagementKey:
        """Return what names it."""
        return EngagementKey(holder.key.plan, holder.key.team, self.id)

    def document_keys(self, holder: FileRecord) -> tuple[DocumentKey, ...]:
        """Return what names each document asked for."""
        key = holder.key
        return tuple(DocumentKey(key.plan, key.team, self.id, document.id) for document in self.documents)

    @property
    def session_on(self) -> date | None:
        """The day of the session: when it was held, else when it is planned; None while neither is known."""
        return self.held_on if isinstance(self.held_on, date) else self.planned_on


class Team(FileRecord):
    """`…/teams/<id>.yml`."""

    record_kind = "team"
    record_title = "Đoàn kiểm tra"
    path = "plans/{year}/{plan}/teams/{id}.yml"
    key_class = TeamKey

    activity: Annotated[ActivityRef, field("hoạt động", "mã hoạt động của kế hoạch", public=True)]
    name: Annotated[str, field("tên", "tên đoàn kiểm tra", public=True)]
    decisions: Annotated[tuple[Decision, ...], field("quyết định", "quyết định thành lập và thay đổi", public=True)]
    members: Annotated[tuple[Member, ...], field("thành viên", "các thành viên", public=True)]
    engagements: Annotated[tuple[Engagement, ...], field("cuộc", "các cuộc làm việc với đơn vị", public=True)]

    @property
    def decided_on(self) -> date | None:
        """The day of the first decision, None while there is none."""
        return min((decision.issued_on for decision in self.decisions), default=None)
