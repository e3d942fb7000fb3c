"""Each team sends its result report (plan 46, III): a whole a round, a part a team."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ktgs.duties._evidence import or_earlier, words
from ktgs.duties._parties import standing_committee
from ktgs.duties._parties import team as as_team
from ktgs.duties._round_dates import dates, last_session, owed, round_end, with_whole
from ktgs.duties._rounds import Round, rounds
from ktgs.duties._sessions import Day, last_of
from ktgs.obligations.judging import due_in_force
from ktgs.obligations.obligation import Duty, Evidence, Expected, Who, WhoKind, count
from ktgs.records.plan import Anchor, Plan, Term
from ktgs.records.report import ResultReport
from ktgs.records.team import Team
from ktgs.records.values import UNKNOWN, Unknown
from ktgs.repository.index import Repository
from ktgs.repository.marks import broken_result_report
from ktgs.repository.periods import Period

ABOUT = """Sau mỗi đợt, thư ký tổng hợp báo cáo kết quả, Trưởng đoàn xác nhận, rồi gửi về Ban Thường vụ.

Kế hoạch nêu số ngày làm việc sau đợt. Mỗi đoàn là một phần; cần đủ ba bước `ngày tổng hợp`, `ngày xác nhận` và `ngày
gửi`, và việc hoàn thành vào ngày muộn nhất trong ba ngày ấy. Chưa xong thì ghi bước đầu tiên còn thiếu; xong muộn thì
ghi bước đầu tiên chưa xong khi đến hạn. Đợt chỉ nêu tháng thì đếm từ cuộc làm việc cuối cùng khi đã đủ số đơn vị, chưa
đủ thì đếm từ ngày cuối tháng. Báo cáo chưa có số vẫn được tính, và được nhắc.

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


class Step(NamedTuple):
    """A step of the report: the key of its day, what is said while it is missing, its name."""

    key: str
    missing: str
    name: str


STEPS = (
    Step("ngày tổng hợp", "thiếu tổng hợp của thư ký", "tổng hợp"),
    Step("ngày xác nhận", "thiếu xác nhận của Trưởng đoàn", "xác nhận"),
    Step("ngày gửi", "chưa gửi", "gửi"),
)


def find(repository: Repository, plan: Plan, term: Term) -> Iterator[Expected]:
    """Yield a whole for each round and a part for each team; done on the latest of compiled, confirmed and sent."""
    for found in rounds(repository, plan):
        due = dates(found, term, last_session if term.anchor is Anchor.session else _end)
        whole = owed(found, standing_committee(repository), due)
        parts = [_of_team(found, term, whole, team) for team in found.teams]
        parts += [
            replace(_part(found, whole, Who(WhoKind.team, mark.id, mark.id)), arises=None, why=words(mark))
            for mark in found.broken_teams
        ]
        yield from with_whole(whole, parts)


def _end(found: Round, days: Period) -> Day:
    """Return the round's last day; of a month, the last session held once the quota is met, else the month's end."""
    quota = found.activity.quota
    if not days.month_only:
        return round_end(found, days)
    if found.broken_teams:
        return Day(None, words(found.broken_teams[0]))
    held = [item for item in found.engagements if item.engagement.held_on is not None]
    return last_of(held) if quota and len(held) >= quota else round_end(found, days)


def _of_team(found: Round, term: Term, whole: Expected, team: Team) -> Expected:
    standing = [held for held in found.engagements if held.team is team]
    if team.engagements and not standing:
        part = _part(found, whole, as_team(team))
        return replace(part, arises=False, why="mọi cuộc làm việc của đoàn đã hủy", progress="")
    if term.anchor is Anchor.session:
        day = last_of(standing)
        whole = replace(whole, deadline=count(term, day.on, found.repository.calendar, day.cause))
    return _part(found, whole, as_team(team))


def _part(found: Round, whole: Expected, team: Who) -> Expected:
    repository = found.repository
    reports = repository.result_reports_by_team.get(f"{found.plan.id}/{team.id}", ())
    report = min(reports, key=lambda report: (_done_on(report) or date.max, report.id), default=None)
    part = replace(
        whole,
        path=f"{whole.path}/{team.id}",
        occasion=f"{whole.occasion}, {team.name}",
        who=team,
        evidence=or_earlier(_evidence(report), broken_result_report(repository, team.id)),
        no_number=report is not None and report.sent_on is not None and report.document_number is None,
    )
    if part.evidence and part.evidence.done_on is None:
        return part
    return replace(part, progress=_progress(report, due_in_force(repository, found.plan, DUTY, part)))


def _days(report: ResultReport | None) -> tuple[date | Unknown | None, ...]:
    return (report.compiled_on, report.confirmed_on, report.sent_on) if report else (None, None, None)


def _done_on(report: ResultReport) -> date | None:
    """Return the latest day of the three steps, None while one is missing or not clear."""
    days = [day for day in _days(report) if isinstance(day, date)]
    return max(days) if len(days) == len(STEPS) else None


def _evidence(report: ResultReport | None) -> Evidence | None:
    if report is None or None in _days(report):
        return None
    done_on = _done_on(report)
    index = _days(report).index(done_on or UNKNOWN)
    key = STEPS[index].key
    return Evidence(report.where(key), done_on, "" if done_on else f"chưa rõ {key}")


def _progress(report: ResultReport | None, due_on: date | None) -> str:
    """Return the first step not done, or of a report sent late the first not done by the due day."""
    for step, day in zip(STEPS, _days(report), strict=True):
        if day is None:
            return step.missing
        if due_on and report and _done_on(report) and isinstance(day, date) and day > due_on:
            return f"bước chưa xong khi đến hạn: {step.name}"
    return ""


DUTY = Duty("báo cáo kết quả", find, about=ABOUT, anchors=(Anchor.round_end, Anchor.session))
