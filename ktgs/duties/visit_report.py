"""Whoever was assigned to a meeting and attended it reports on it (plan 46, II.3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ktgs.duties._evidence import first_sent, or_earlier, words
from ktgs.duties._parties import person
from ktgs.language.text import vi_date
from ktgs.obligations.obligation import Duty, Evidence, Expected, count
from ktgs.records.plan import Anchor, Plan, Term
from ktgs.records.report import VisitReport
from ktgs.repository.attendance import ABSENT, Attendance, attendance, is_off, is_postponed
from ktgs.repository.index import Repository
from ktgs.repository.linked import Assigned, ScheduledMeeting
from ktgs.repository.marks import broken_schedule, broken_visit_report

ABOUT = """Cán bộ được phân công dự sinh hoạt báo cáo về buổi ấy: số đoàn viên có mặt, thành phần, nội dung.

Kế hoạch giao việc này nhưng không nêu số ngày; số ngày làm việc sau ngày sinh hoạt là quy ước của Văn phòng. Ngày
sinh hoạt là ngày báo sau cùng; khi đã có báo cáo thì là `ngày tiến hành` ghi trong báo cáo. Mỗi người được phân công
nợ một báo cáo; có người dự thay thì người dự thay nợ. Một báo cáo nêu nhiều `người dự` là báo cáo của tất cả. Không
phát sinh khi vắng hay buổi bị hủy; buổi hoãn chưa có ngày mới thì chưa rõ hạn. Dự mà không được phân công thì được
tính, nhưng không nợ báo cáo.

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
    for items in repository.assigned_by_meeting.values():
        if items[0].key.plan != plan.id:
            continue
        assignees = {assigned.item.person: assigned for assigned in reversed(items)}
        states = {owes: attendance(repository, assigned) for owes, assigned in assignees.items()}
        for owes, assigned in assignees.items():
            yield _expected(repository, plan, term, assigned, owes, states[owes])
        substitutes = {
            assigned.item.replaced_by: assigned
            for owes, assigned in assignees.items()
            if states[owes] is Attendance.replaced and assigned.item.replaced_by not in assignees
        }
        for substitute, assigned in substitutes.items():
            yield _expected(repository, plan, term, assigned, str(substitute), None)


def _expected(
    repository: Repository, plan: Plan, term: Term, assigned: Assigned, owes: str, state: Attendance | None
) -> Expected:
    """Return what one person owes; `state` is None for a replacement."""
    reports = repository.visit_reports_by_meeting.get(assigned.key, ())
    mine = tuple(report for report in reports if owes in report.attendees)
    on, cause = _held(repository, plan, assigned, (*mine, *reports))
    key = assigned.key
    is_owed = state not in NOT_OWED
    branch = repository.branch_name(key.unit, assigned.meeting.branch if assigned.meeting else None)
    evidence = _evidence(repository, assigned, mine) if is_owed else None
    is_done = evidence is not None and evidence.done_on is not None
    return Expected(
        path=f"{key.month}/{key.unit}/{key.meeting}/{owes}",
        occasion=f"buổi {key.meeting} tháng {key.month.label}, {branch}" + (f", {vi_date(on)}" if on else ""),
        period=str(key.month),
        who=person(repository, owes),
        about_unit=key.unit,
        deadline=count(term, on, repository.calendar, cause),
        evidence=evidence,
        arises=is_owed,
        why=str(state) if not is_owed else "",
        progress=str(state or "dự thay") if is_owed and not is_done else "",
        place=assigned.item.where("buổi"),
    )


def _held(
    repository: Repository, plan: Plan, assigned: Assigned, reports: tuple[VisitReport, ...]
) -> tuple[date | None, str]:
    """Return the day of the meeting as a report says, else as last announced, or why it is not known."""
    if held_on := _reported_day(reports):
        return held_on, ""
    if assigned.meeting is None:
        mark = broken_schedule(repository, plan, assigned.key.month, assigned.key.unit)
        return None, words(mark) if mark else "buổi không có trong lịch"
    if is_postponed(assigned.meeting.meeting):
        return None, "buổi bị hoãn, chưa có ngày mới"
    return assigned.meeting.on, ""


def _reported_day(reports: tuple[VisitReport, ...]) -> date | None:
    return next((report.held_on for report in reports if report.held_on), None)


def reports_due_on(repository: Repository, found: ScheduledMeeting) -> date | None:
    """Return by when those assigned to a meeting report on it; None where nobody is, or no day is set.

    It is counted from the meeting alone, whoever was assigned and came, so it tells nothing about anyone.
    """
    plan = repository.plans.get(found.key.plan)
    term = plan.term(DUTY.name) if plan else None
    if term is None or is_off(found.meeting) or found.key not in repository.assigned_by_meeting:
        return None
    held_on = _reported_day(repository.visit_reports_by_meeting.get(found.key, ()))
    return count(term, held_on or found.on, repository.calendar).on


def _evidence(repository: Repository, assigned: Assigned, mine: tuple[VisitReport, ...]) -> Evidence | None:
    sent = first_sent(mine)
    mark = broken_visit_report(repository, assigned.meeting) if assigned.meeting else None
    return or_earlier(sent[0] if sent else None, mark)


DUTY = Duty("báo cáo dự sinh hoạt", find, about=ABOUT, anchors=(Anchor.meeting,), private_until_done=True)
