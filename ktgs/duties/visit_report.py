"""Whoever was assigned to a meeting and attended it reports on it (plan 46, II.3)."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.duties._evidence import first_sent, or_earlier
from ktgs.duties._wanted import unsent
from ktgs.language.days import Direction
from ktgs.language.text import vi_date
from ktgs.obligations.deadlines import count
from ktgs.obligations.obligation import Duty, Evidence, Expected, Obligation
from ktgs.obligations.wanted import Want, Wanted
from ktgs.records.keys import MeetingKey
from ktgs.records.plan import Anchor, Plan, Term
from ktgs.records.report import VisitReport
from ktgs.repository.attendance import ABSENT, Attendance, attendance
from ktgs.repository.free_ids import free_id
from ktgs.repository.linked import Assigned
from ktgs.repository.marks import broken_visit_report
from ktgs.repository.meetings import meeting_day
from ktgs.repository.naming import person_name, place_name
from ktgs.repository.parties import person_party
from ktgs.repository.repository import Repository

ABOUT = """Cán bộ được phân công dự sinh hoạt báo cáo về buổi ấy: số có mặt, thành phần, nội dung.

Kế hoạch giao việc này nhưng không nêu số ngày; số ngày làm việc sau ngày sinh hoạt là quy ước của Văn phòng. Ngày
sinh hoạt là ngày báo sau cùng; khi đã có báo cáo thì là `ngày tiến hành` ghi trong báo cáo. Mỗi người được phân công
phải gửi một báo cáo; có người dự thay thì người dự thay gửi. Một báo cáo nêu nhiều `người dự` là báo cáo của tất cả.
Việc không phát sinh khi vắng hay buổi bị hủy; buổi hoãn chưa có ngày mới thì chưa rõ hạn. Người dự mà không được phân
công thì không phải báo cáo; nếu báo cáo thì buổi ấy vẫn được tính.

Ví dụ làm đúng hạn: buổi ngày 06/05/2020, hạn là 15/05/2020.

Tệp `data/reports/2020/du-sinh-hoat/2020-05-06-doan-so-a-chi-doan-1.md`:

```markdown
---
loại: dự sinh hoạt
buổi: 46-kh-dtn/2020-05/doan-so-a/b1
người lập: tran-thi-b
ngày gửi: 15/05/2020
người dự:
  - tran-thi-b
số có mặt: 19
tổng số đoàn viên: 22
thành phần: Đoàn viên chi đoàn
nội dung: Sinh hoạt tháng 5
---
```

- Ngày 15/05/2020: `46-kh-dtn/bao-cao-du-sinh-hoat/2020-05/doan-so-a/b1/tran-thi-b` → Đúng hạn.

Ví dụ không đúng hạn: chưa có báo cáo, cũng không có gì cho biết đã vắng hay có người dự thay.

- Ngày 16/05/2020: `46-kh-dtn/bao-cao-du-sinh-hoat/2020-05/doan-so-a/b1/tran-thi-b` → Quá hạn.
"""


NOT_OWED = ABSENT | {Attendance.replaced, Attendance.cancelled}


def find(repository: Repository, plan: Plan, term: Term) -> Iterator[Expected]:
    """Yield one obligation a meeting and person: each assignee, and each replacement not assigned there anyway."""
    for key, items in repository.assigned_by_meeting.items():
        if key.plan != plan.id:
            continue
        assignees = {assigned.item.person: assigned for assigned in reversed(items)}
        states = {owes: attendance(repository, assigned) for owes, assigned in assignees.items()}
        for owes, assigned in assignees.items():
            yield _expected(repository, term, assigned, owes, states[owes])
        substitutes = {
            assigned.item.replaced_by: assigned
            for owes, assigned in assignees.items()
            if states[owes] is Attendance.replaced and assigned.item.replaced_by not in assignees
        }
        for substitute, assigned in substitutes.items():
            yield _expected(repository, term, assigned, str(substitute), None)


def _expected(repository: Repository, term: Term, assigned: Assigned, owes: str, state: Attendance | None) -> Expected:
    """Return what one person owes; `state` is None for a replacement."""
    key = assigned.key
    day = meeting_day(repository, key, owes)
    is_owed = state not in NOT_OWED
    branch = assigned.meeting.branch if assigned.meeting else None
    where = place_name(repository, key.unit, branch, day.on)
    evidence = _evidence(repository, assigned, owes)
    is_done = evidence is not None and evidence.done_on is not None
    progress = str(state or f"dự thay {person_name(repository, assigned.item.person)}")
    return Expected(
        occasion=key,
        title=f"{where}, {vi_date(day.on) if day.on else f'tháng {key.month.label}'}",
        period=key.month,
        who=person_party(repository, owes),
        about_unit=key.unit,
        deadline=count(term, day.on, repository.calendar, day.cause, day.awaits_office),
        evidence=evidence,
        arises=is_owed,
        why=str(state) if not is_owed else "",
        progress=progress if is_owed and not is_done else "",
        place=assigned.item.where("meeting"),
    )


def _evidence(repository: Repository, assigned: Assigned, owes: str) -> Evidence | None:
    reports = repository.visit_reports_by_meeting.get(assigned.key, ())
    sent = first_sent(tuple(report for report in reports if owes in report.attendees))
    return or_earlier(sent[0] if sent else None, broken_visit_report(repository, assigned.key))


def _wanted(repository: Repository, item: Obligation) -> Want:
    """Return the report on the meeting, or the one's own that was not sent yet; None while the meeting has no day."""
    key, owes = item.key.occasion, item.who.id
    if not isinstance(key, MeetingKey):
        return None
    own = (report for report in repository.visit_reports_by_meeting.get(key, ()) if owes in report.attendees)
    meeting, unit = repository.meetings.get(key), repository.units.get(key.unit)
    day = meeting_day(repository, key, owes).on
    if (begun := unsent(own)) or meeting is None or unit is None or day is None:
        return begun
    branch = unit.branch(meeting.branch.branch) if meeting.branch else None
    parts = {"year": str(day.year)}
    name = "-".join(filter(None, (day.isoformat(), unit.id, branch.id if branch else "")))
    return Wanted(
        VisitReport,
        {**parts, "id": free_id(repository, VisitReport, parts, name)},
        {
            "author": owes,
            "sent_on": None,
            "meeting": key,
            "attendees": [owes],
            "total_members": (branch or unit).member_count,
        },
        about=f"Báo cáo dự sinh hoạt: {place_name(repository, unit.id, meeting.branch, day)}, ngày {vi_date(day)}",
        unit=unit.id,
    )


DUTY = Duty(
    "báo cáo dự sinh hoạt",
    find,
    about=ABOUT,
    anchors=(Anchor.meeting,),
    needs=("number", "measure", "direction"),
    scopes=("units", "people", "periods"),
    direction=Direction.after,
    private_until_done=True,
    verb="gửi",
    wanted=_wanted,
)
