"""The inspected unit sends the documents that the team asked for (plan 46, IV.3): one obligation a document."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.language.days import Deadline, fixed_day
from ktgs.language.diagnostics import Place
from ktgs.obligations.deadlines import count
from ktgs.obligations.obligation import BoardColumn, Duty, Evidence, Expected, Obligation
from ktgs.records.keys import DocumentKey, SessionDocumentKey, SessionKey
from ktgs.records.plan import Anchor, Plan, Term
from ktgs.records.team import Document, Engagement
from ktgs.records.values import day_of
from ktgs.repository.linked import TeamEngagement
from ktgs.repository.parties import unit_party
from ktgs.repository.repository import Repository
from ktgs.repository.rounds import Round, rounds, sessions
from ktgs.repository.sessions import CANCELLED, is_cancelled, session_day

ABOUT = """Đơn vị được kiểm tra, giám sát gửi các tài liệu, báo cáo theo yêu cầu của đoàn kiểm tra.

Kế hoạch giao đoàn kiểm tra đặt `hạn` cho từng tài liệu; chưa đặt hạn thì chưa rõ. Mỗi tài liệu là một việc, hoàn thành
vào `ngày nhận đủ`; mới nhận một phần thì chưa hoàn thành. Cuộc đã hủy thì không phát sinh.

Ví dụ làm đúng hạn và không đúng hạn: hai tài liệu cùng hạn 06/11/2020.

Tệp `data/plans/2020/46-kh-dtn/teams/dot-2-doan-1.yml`:

```yaml
hoạt động: dot-2
tên: Đoàn kiểm tra số 1, đợt 2
quyết định:
  - số ký hiệu: 45-QĐ/ĐTN
    ngày ban hành: 30/10/2020
thành viên:
  - cán bộ: nguyen-van-a
    vai trò: trưởng đoàn
  - cán bộ: vo-thi-g
    vai trò: thư ký
cuộc:
  - mã: c1
    đơn vị: doan-truong-c
    ngày: 12/11/2020
    tài liệu:
      - mã: bao-cao-nam
        tên: Báo cáo công tác Đoàn năm 2020
        ngày yêu cầu: 30/10/2020
        hạn: 06/11/2020
        ngày nhận đủ: 06/11/2020
      - mã: so-chi-doan
        tên: Sổ chi đoàn
        ngày yêu cầu: 30/10/2020
        hạn: 06/11/2020
        nhận:
          - ngày: 05/11/2020
            nội dung: Sổ của một chi đoàn
        ngày nhận đủ: 09/11/2020
```

- Ngày 07/11/2020: `46-kh-dtn/tai-lieu/dot-2/doan-truong-c/bao-cao-nam` → Đúng hạn.
- Ngày 07/11/2020: `46-kh-dtn/tai-lieu/dot-2/doan-truong-c/so-chi-doan` → Quá hạn.
- Ngày 09/11/2020: `46-kh-dtn/tai-lieu/dot-2/doan-truong-c/so-chi-doan` → Trễ hạn.
"""


NO_DUE_DAY = "đoàn kiểm tra chưa đặt hạn"


def find(repository: Repository, plan: Plan, term: Term) -> Iterator[Expected]:
    """Yield one obligation a document asked for: done on the day on which all of it had arrived."""
    for of in rounds(repository, plan):
        for session, engaged in sessions(of):
            for document in engaged.engagement.documents:
                yield _of_document(of, term, session, engaged, document)


def _of_document(of: Round, term: Term, session: SessionKey, engaged: TeamEngagement, document: Document) -> Expected:
    engagement, key = engaged.engagement, engaged.key
    cancelled = is_cancelled(engagement)
    return Expected(
        occasion=SessionDocumentKey(session, document.id),
        document=DocumentKey(of.plan.id, key.team, key.engagement, document.id),
        title=f"{of.activity.name}, {document.name}",
        period=of.key,
        activity=of.key,
        who=unit_party(of.repository, engagement.unit),
        about_unit=engagement.unit,
        deadline=_deadline(of, term, engagement, document),
        evidence=_evidence(document),
        arises=not cancelled,
        why=CANCELLED if cancelled else "",
        progress="đã nhận một phần" if document.received and not document.completed_on else "",
        place=document.where("due" if document.due else "id"),
    )


def _deadline(of: Round, term: Term, engagement: Engagement, document: Document) -> Deadline:
    """Return the day that the team set, else what the plan says: days after the request, or by the session."""
    calendar = of.repository.calendar
    if document.due:
        return fixed_day(document.due, term.day_kind, term.on_day_off, calendar)
    if term.anchor is Anchor.session:
        day = session_day(engagement)
        return count(term, day.on, calendar, day.cause, day.awaits_office)
    return count(term, document.requested_on if term.number else None, calendar, NO_DUE_DAY, awaits_office=True)


def _evidence(document: Document) -> Evidence | None:
    if document.completed_on is None:
        return None
    place, done_on = document.where("completed_on"), day_of(document.completed_on)
    return Evidence(place, done_on, "" if done_on else "chưa rõ ngày nhận đủ")


def _wanted(_repository: Repository, item: Obligation) -> Place:
    """Return the document in the team's file, where the day of its arrival is written."""
    return item.place


DUTY = Duty(
    "tài liệu",
    find,
    about=ABOUT,
    anchors=(Anchor.team_request, Anchor.session),
    scopes=("units", "periods"),
    has_documents=True,
    column=BoardColumn("Tài liệu", 30, nothing="không yêu cầu"),
    verb="gửi",
    wanted=_wanted,
)
