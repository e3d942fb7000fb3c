"""Whoever a recommendation is addressed to carries it out by the day that its report set (plan 46, III)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ktgs.duties._evidence import or_earlier
from ktgs.duties._wanted import whole_file
from ktgs.language.months import Month
from ktgs.obligations.deadlines import set_day
from ktgs.obligations.obligation import Change, Duty, Evidence, Expected, Flag, Obligation
from ktgs.obligations.wanted import Want, Wanted
from ktgs.records.finding import Recommendation, RecommendationAddressee
from ktgs.records.follow_up import FollowUp, Step
from ktgs.records.keys import FindingKey, PeriodKey
from ktgs.records.organization import BodyRole
from ktgs.records.plan import Plan, Term
from ktgs.records.report import ResultReport
from ktgs.repository.findings import RecommendationState, owing_unit, raised_on, recommendation_progress
from ktgs.repository.free_ids import free_id
from ktgs.repository.linked import ReportedFinding
from ktgs.repository.marks import broken_follow_up
from ktgs.repository.naming import report_name
from ktgs.repository.parties import Who, body_party, superior_party, unit_party
from ktgs.repository.repository import Repository

ABOUT = """Nơi nhận (đơn vị, cơ quan ban hành kế hoạch hoặc cấp trên) thực hiện kiến nghị mà báo cáo đã ghi `hạn`.

Hạn do chính báo cáo đặt; kiến nghị không ghi hạn thì được theo dõi nhưng không phải là việc có hạn. Việc hoàn thành
vào ngày `đã khắc phục`, không chờ phúc tra. Có `phúc tra chưa đạt` thì từ ngày ấy việc lại là chưa hoàn thành; `gia
hạn`, hoặc phúc tra chưa đạt có `hạn mới`, dời hạn từ ngày ấy. Đơn vị sáp nhập thì đơn vị nhận sáp nhập
thực hiện tiếp những kiến nghị còn dở, từ ngày sau ngày cuối của đơn vị cũ.

Ví dụ làm đúng hạn: báo cáo kết quả của đoàn kiểm tra đặt hạn 31/07/2020.

Tệp `data/reports/2020/follow-ups/2020-06-02-dot-1-doan-1-kn1.yml`:

```yaml
của: 2020-06-02-dot-1-doan-1#kn1
diễn biến:
  - ngày: 24/07/2020
    việc: đã khắc phục
  - ngày: 05/08/2020
    việc: phúc tra chưa đạt
```

- Ngày 25/07/2020: `46-kh-dtn/kien-nghi/2020-06-02-dot-1-doan-1/kn1` → Đúng hạn.

Ví dụ không đúng hạn: cùng kiến nghị ấy, từ ngày phúc tra chưa đạt.

Tệp `data/reports/2020/follow-ups/2020-06-02-dot-1-doan-1-kn1.yml`:

```yaml
của: 2020-06-02-dot-1-doan-1#kn1
diễn biến:
  - ngày: 24/07/2020
    việc: đã khắc phục
  - ngày: 05/08/2020
    việc: phúc tra chưa đạt
```

- Ngày 05/08/2020: `46-kh-dtn/kien-nghi/2020-06-02-dot-1-doan-1/kn1` → Quá hạn.
"""


def find(repository: Repository, plan: Plan, _term: Term | None) -> Iterator[Expected]:
    """Yield one obligation for each recommendation with a due day in a report that is no draft."""
    for finding in repository.findings_of(Recommendation):
        if finding.plan != plan.id or not isinstance(finding.finding, Recommendation):
            continue
        if finding.finding.due is not None:
            yield _expected(repository, finding, finding.finding, finding.finding.due)


def _expected(repository: Repository, finding: ReportedFinding, recommendation: Recommendation, due: date) -> Expected:
    progress = recommendation_progress(finding)
    done = progress.done
    failed_or_waiting = (RecommendationState.awaiting_recheck, RecommendationState.failed)
    return Expected(
        occasion=finding.key,
        title=recommendation.content,
        period=_period(repository, finding),
        who=_who(repository, finding, recommendation),
        about_unit=owing_unit(repository, finding),
        deadline=set_day(due, repository.calendar),
        changes=tuple(
            Change(event.on, Flag.extended, set_day(event.new_due, repository.calendar), event.step is Step.extended)
            for event in progress.extensions
            if event.new_due
        ),
        evidence=or_earlier(
            Evidence(done.where("on"), done.on) if done else None, broken_follow_up(repository, finding.key)
        ),
        progress=str(progress.step) if progress.step in failed_or_waiting else "",
        clause=str(finding.report.document_number or finding.report.id),
        basis=_basis(repository, finding),
        place=recommendation.where("due"),
    )


def _basis(repository: Repository, finding: ReportedFinding) -> str:
    if number := finding.report.document_number:
        return f"báo cáo số {number}"
    name = report_name(repository, finding.report)
    return name[0].lower() + name[1:]


def _who(repository: Repository, finding: ReportedFinding, recommendation: Recommendation) -> Who:
    if recommendation.addressee is RecommendationAddressee.superior:
        return superior_party(repository)
    unit_id = owing_unit(repository, finding)
    if recommendation.addressee is RecommendationAddressee.unit and unit_id:
        return unit_party(repository, unit_id)
    return body_party(repository, BodyRole.standing)


def _period(repository: Repository, finding: ReportedFinding) -> PeriodKey:
    """Return the activity of the team that recommended it, else the month in which it was raised."""
    team = repository.teams.get(finding.report.team) if isinstance(finding.report, ResultReport) else None
    if team:
        return team.activity
    day = raised_on(repository, finding)
    return Month.of(day) if day else None


def _wanted(repository: Repository, item: Obligation) -> Want:
    """Return the follow-up that says what was done, or the one that is there."""
    key = item.key.occasion
    finding = repository.findings.get(key) if isinstance(key, FindingKey) else None
    if finding is None:
        return None
    if finding.follow_ups:
        return whole_file(finding.follow_ups[-1])
    parts = {"year": finding.report.parts["year"]}
    name = free_id(repository, FollowUp, parts, f"{finding.key.report}-{finding.key.finding}")
    return Wanted(
        FollowUp,
        {**parts, "id": name},
        {"finding": finding.key, "events": [{"on": None, "step": Step.remedied}]},
        about=f"Theo dõi kiến nghị: {finding.finding.content}",
    )


DUTY = Duty(
    "kiến nghị",
    find,
    about=ABOUT,
    roles=(BodyRole.standing,),
    scopes=None,
    needs_term=False,
    never_closes=True,
    wanted=_wanted,
)
