"""The team reports on its work (plan 46, III): a whole a round, a part a team, done with the last of its steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple

from ktgs.duties._evidence import or_earlier
from ktgs.duties._round_dates import dates, final_session, owed, round_end, with_parts
from ktgs.duties._wanted import new_report, unsent
from ktgs.language.days import Direction
from ktgs.obligations.deadlines import count
from ktgs.obligations.obligation import BoardColumn, Duty, Evidence, Expected, Obligation
from ktgs.obligations.wanted import Want
from ktgs.records.keys import RoundTeamKey, TeamKey
from ktgs.records.loading import Broken
from ktgs.records.organization import BodyRole
from ktgs.records.plan import Anchor, Plan, ReportStep, Term
from ktgs.records.report import ResultReport
from ktgs.records.team import Role, Team
from ktgs.records.values import UNKNOWN, Unknown
from ktgs.repository.marks import broken_file_words, broken_result_report
from ktgs.repository.parties import Who, body_party, broken_team_party, team_party
from ktgs.repository.periods import Period
from ktgs.repository.repository import Repository
from ktgs.repository.rounds import Round, rounds
from ktgs.repository.sessions import Day, is_cancelled, last_session

ABOUT = """Sau mỗi đợt, thư ký tổng hợp báo cáo kết quả, Trưởng đoàn xác nhận, rồi gửi về cơ quan ban hành kế
hoạch.

Kế hoạch nêu số ngày sau đợt. Tính riêng từng đoàn; cần đủ ba bước `ngày tổng hợp`, `ngày xác nhận`, `ngày gửi`, hoặc
những bước mà kế hoạch nêu ở `các bước`, và việc hoàn thành vào ngày muộn nhất trong các ngày ấy. Chưa xong thì ghi bước
đầu tiên còn thiếu; xong muộn thì ghi bước đầu tiên chưa xong khi đến hạn. Đợt chỉ nêu tháng thì tính từ cuộc làm việc
cuối cùng khi đã đủ số đơn vị, chưa đủ thì tính từ ngày cuối tháng. Báo cáo chưa có số vẫn được tính, và được nhắc.

Ví dụ làm đúng hạn: đợt 1 kết thúc ngày 22/05/2020, hạn là 02/06/2020.

Tệp `data/reports/2020/ket-qua/2020-06-02-dot-1-doan-1.md`:

```markdown
---
loại: kết quả
đoàn kiểm tra: 46-kh-dtn/dot-1-doan-1
số ký hiệu: 08-BC/ĐKT
người lập: vo-thi-g
ngày tổng hợp: 28/05/2020
ngày xác nhận: 01/06/2020
người xác nhận: nguyen-van-a
ngày gửi: 02/06/2020
kiến nghị:
  - mã: kn1
    nội dung: Bổ sung sổ chi đoàn 6 tháng đầu năm
    đơn vị: doan-so-b
    gửi: đơn vị
    hạn: 31/07/2020
---
```

- Ngày 02/06/2020: `46-kh-dtn/bao-cao-ket-qua/dot-1/dot-1-doan-1` → Đúng hạn.

Ví dụ không đúng hạn: ngày 03/06/2020 Trưởng đoàn mới xác nhận, nên ngày 03/06/2020 mới gửi.

Tệp `data/reports/2020/ket-qua/2020-06-02-dot-1-doan-1.md`:

```markdown
---
loại: kết quả
đoàn kiểm tra: 46-kh-dtn/dot-1-doan-1
số ký hiệu: 08-BC/ĐKT
người lập: vo-thi-g
ngày tổng hợp: 28/05/2020
ngày xác nhận: 03/06/2020
người xác nhận: nguyen-van-a
ngày gửi: 03/06/2020
kiến nghị:
  - mã: kn1
    nội dung: Bổ sung sổ chi đoàn 6 tháng đầu năm
    đơn vị: doan-so-b
    gửi: đơn vị
    hạn: 31/07/2020
---
```

- Ngày 02/06/2020: `46-kh-dtn/bao-cao-ket-qua/dot-1/dot-1-doan-1` → Sắp đến hạn.
- Ngày 03/06/2020: `46-kh-dtn/bao-cao-ket-qua/dot-1/dot-1-doan-1` → Trễ hạn.
"""


class StepField(NamedTuple):
    """Where a report says when a step was done, and what is said while it is missing."""

    field: str
    missing: str


STEPS = {
    ReportStep.compiled: StepField("compiled_on", "thiếu tổng hợp của thư ký"),
    ReportStep.confirmed: StepField("confirmed_on", "thiếu xác nhận của Trưởng đoàn"),
    ReportStep.sent: StepField("sent_on", "chưa gửi"),
}


def find(repository: Repository, plan: Plan, term: Term) -> Iterator[Expected]:
    """Yield a whole for each round, with a part for each team; done on the latest of the steps that the term names."""
    for of in rounds(repository, plan):
        due = dates(of, term, final_session if term.anchor is Anchor.session else _end)
        whole = owed(of, body_party(repository, BodyRole.standing), due)
        teams = (_of_team(of, term, whole, team) for team in of.teams)
        broken = (_of_broken(of, term, whole, mark) for mark in of.broken_teams)
        yield with_parts(whole, (*teams, *broken))


def _of_broken(of: Round, term: Term, whole: Expected, mark: Broken) -> Expected:
    part = _part(of, term, whole, mark.key, broken_team_party(mark.key))
    return replace(part, arises=None, why=broken_file_words(mark), why_awaits_office=True)


def _end(of: Round, days: Period) -> Day:
    """Return the round's last day; of a month, the last session held once the quota is met, else the month's end."""
    quota = of.activity.quota
    if not days.month_only:
        return round_end(of, days)
    if of.broken_teams:
        return Day(None, broken_file_words(of.broken_teams[0]), awaits_office=True)
    sessions_held = [session for session in of.engagements if session.engagement.held_on is not None]
    return last_session(sessions_held) if quota and len(sessions_held) >= quota else round_end(of, days)


def _of_team(of: Round, term: Term, whole: Expected, team: Team) -> Expected:
    standing = [engagement for engagement in of.engagements if engagement.team is team]
    if team.engagements and not standing:
        part = _part(of, term, whole, team.key, team_party(team))
        return replace(part, arises=False, why="mọi cuộc làm việc của đoàn đã hủy", progress="")
    if term.anchor is Anchor.session:
        day = last_session(standing)
        whole = replace(whole, deadline=count(term, day.on, of.repository.calendar, day.cause, day.awaits_office))
    return _part(of, term, whole, team.key, team_party(team))


def _part(of: Round, term: Term, whole: Expected, key: TeamKey, team: Who) -> Expected:
    repository = of.repository
    reports = repository.result_reports_by_team.get(key, ())
    report = min(reports, key=lambda report: (_done_on(report, term) or date.max, report.id), default=None)
    part = replace(
        whole,
        occasion=RoundTeamKey(of.plan.id, of.activity.id, team.id),
        title=f"{whole.title}, {team.name}",
        who=team,
        evidence=or_earlier(_evidence(report, term), broken_result_report(repository, key)),
        no_number=report is not None and report.sent_on is not None and report.document_number is None,
    )
    if part.evidence and part.evidence.done_on is None:
        return part
    return replace(part, progress=partial(_progress, report, term))


def _days(report: ResultReport | None, term: Term) -> dict[ReportStep, date | Unknown | None]:
    return {step: getattr(report, STEPS[step].field, None) for step in term.steps}


def _done_on(report: ResultReport, term: Term) -> date | None:
    """Return the latest day of the steps, None while one is missing or not clear."""
    days = [day for day in _days(report, term).values() if isinstance(day, date)]
    return max(days) if len(days) == len(term.steps) else None


def _evidence(report: ResultReport | None, term: Term) -> Evidence | None:
    days = _days(report, term)
    if report is None or None in days.values():
        return None
    done_on = _done_on(report, term)
    step = next(step for step, day in days.items() if day == (done_on or UNKNOWN))
    field = STEPS[step].field
    return Evidence(report.where(field), done_on, "" if done_on else f"chưa rõ {report.key_of(field)}")


def _progress(report: ResultReport | None, term: Term, due_on: date | None) -> str:
    """Return the first step not done, or of a report sent late the first not done by the due day."""
    for step, day in _days(report, term).items():
        if day is None:
            return STEPS[step].missing
        if due_on and report and _done_on(report, term) and isinstance(day, date) and day > due_on:
            return f"bước chưa xong khi đến hạn: {step}"
    return ""


def _wanted(repository: Repository, item: Obligation) -> Want:
    """Return the team's report with a strength to tell of each unit, or the report that lacks a step."""
    key = TeamKey(item.plan.id, item.who.id)
    team, term = repository.teams.get(key), item.plan.term(item.duty.name)
    if team is None or term is None or item.parts:
        return None
    if begun := unsent(repository.result_reports_by_team.get(key, ())):
        return begun
    named = {role: next((m.person for m in team.members if m.role is role), None) for role in (Role.clerk, Role.lead)}
    units = dict.fromkeys(engagement.unit for engagement in team.engagements if not is_cancelled(engagement))
    known = {
        "document_number": None,
        "author": named[Role.clerk],
        **{STEPS[step].field: None for step in term.steps},
        **({"confirmed_by": named[Role.lead]} if ReportStep.confirmed in term.steps else {}),
        "team": key,
        "strengths": [{"id": f"ud{n}", "content": None, "unit": unit} for n, unit in enumerate(units, 1)],
    }
    return new_report(repository, ResultReport, team.id, known, f"Báo cáo kết quả: {team.name}")


DUTY = Duty(
    "báo cáo kết quả",
    find,
    about=ABOUT,
    anchors=(Anchor.round_end, Anchor.session),
    needs=("number", "measure", "direction"),
    direction=Direction.after,
    roles=(BodyRole.standing,),
    scopes=("teams", "periods"),
    column=BoardColumn("Báo cáo", 60),
    verb="gửi",
    parts="đoàn",
    wanted=_wanted,
)
