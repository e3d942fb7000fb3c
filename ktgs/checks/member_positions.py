"""Members of a team come from the bodies that the plan asks for, when decided and on the day of each session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ktgs.checks._plans import could_plan, could_tell
from ktgs.checks._positions import holds, not_holding
from ktgs.duties.team_decision import DUTY
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.records.plan import Plan, Term
from ktgs.records.team import Engagement, Member, Status, Team
from ktgs.repository.repository import Repository
from ktgs.source.codes import about

AT_DECISION = Code(
    "M203",
    "Thành viên đoàn kiểm tra không giữ chức vụ cần có",
    about=about(
        "Kế hoạch nêu đoàn kiểm tra gồm người của những cơ quan nào. Chức vụ được xét vào ngày thành viên bắt đầu"
        " (“từ”), hoặc ngày của quyết định đầu tiên.",
        "cán bộ: hoang-van-e   # chỉ là Ủy viên BCH, mà kế hoạch cần BTV, UBKT\nvai trò: thành viên",
        "cán bộ: nguyen-van-a   # Ủy viên BTV\nvai trò: thành viên",
        cure="Thay thành viên, hoặc bổ sung chức vụ với ngày “từ”, “đến” đúng.",
    ),
)
AT_SESSION = Code(
    "M204",
    "Thành viên hết giữ chức vụ trước buổi làm việc",
    Severity.warning,
    about=about(
        "Khi thành lập đoàn thì đủ chức vụ, nhưng đến buổi làm việc thì không còn.",
        "cán bộ: le-van-c   # thôi BTV từ 01/09/2020, mà đoàn làm việc ngày 12/11/2020",
        "cán bộ: le-van-c\nđến: 31/08/2020   # quyết định thay đổi thành viên đã ghi ở “quyết định”",
        cure="Cân nhắc ra quyết định thay thành viên.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for a member's first day, else a warning for the first session without the position.

    Days on which the plan was not in force are told themselves.
    """
    repository = facts.repository
    for key, team in repository.teams.items():
        plan = repository.plans.get(key.plan)
        term = plan.term(DUTY.name) if plan else None
        if plan and term:
            for member in team.members:
                yield from _of(repository, plan, term, team, member)


def _of(repository: Repository, plan: Plan, term: Term, team: Team, member: Member) -> Iterator[Diagnostic]:
    person, place = repository.people.get(member.person), member.where("person")
    on = member.valid_from or team.decided_on
    if person is None or on is None or (on == team.decided_on and not could_tell(plan, on)):
        return
    if not holds(repository, person, term, on):
        yield not_holding(AT_DECISION, repository, plan, term, person, place, "ngày quyết định", on)
        return
    for day, engagement in _sessions(team, member):
        if could_plan(plan, day) and not holds(repository, person, term, day):
            told = not_holding(AT_SESSION, repository, plan, term, person, place, "buổi làm việc ngày", day)
            session = Related(engagement.where("id"), f"cuộc với “{engagement.unit}”")
            yield replace(told, related=(session, *told.related))
            return


def _sessions(team: Team, member: Member) -> list[tuple[date, Engagement]]:
    """Return the sessions that the member is to hold, the earliest first."""
    going = ((item.session_on, item) for item in team.engagements if item.status is not Status.cancelled)
    sessions = [(on, engagement) for on, engagement in going if on and member.covers(on)]
    return sorted(sessions, key=lambda pair: (pair[0], pair[1].id))
