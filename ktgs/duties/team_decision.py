"""Teams are set up before the units are told (plan 46, III): a whole a round, a part a team."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ktgs.duties._evidence import of_mark
from ktgs.duties._round_dates import NOTICE, Dates, dates, first_session, notice_dates, owed, round_start, with_parts
from ktgs.duties._wanted import new_team, whole_file
from ktgs.language.days import Deadline, Direction
from ktgs.obligations.deadlines import count
from ktgs.obligations.obligation import BoardColumn, Duty, Evidence, Expected, Obligation
from ktgs.obligations.wanted import Want
from ktgs.records.keys import RoundTeamKey, TeamKey
from ktgs.records.loading import Broken
from ktgs.records.organization import BodyRole
from ktgs.records.plan import Anchor, Plan, Term
from ktgs.records.team import Decision, Team
from ktgs.repository.papers import paper_of
from ktgs.repository.parties import body_party
from ktgs.repository.repository import Repository
from ktgs.repository.rounds import Round, round_named, rounds

ABOUT = """Cơ quan ban hành kế hoạch ra quyết định thành lập các đoàn kiểm tra của mỗi đợt.

Kế hoạch nêu việc này và mốc của hạn. Mốc là hạn thông báo thì quyết định phải có chậm nhất vào ngày hết hạn thông báo
của đợt, vì thông báo phải ghi thành phần đoàn; khi chưa rõ hạn thông báo thì việc này cũng chưa rõ hạn. Mốc là đầu đợt
hoặc buổi làm việc thì theo số ngày kế hoạch nêu. Tính riêng từng đoàn, hoàn thành vào `ngày ban hành` của quyết định
đầu tiên; quyết định thay đổi về sau không tính lại.

Ví dụ làm đúng hạn: hạn thông báo của đợt 2 là 03/11/2020.

Tệp `data/plans/2020/46-kh-dtn/teams/dot-2-doan-1.yml`:

```yaml
hoạt động: dot-2
tên: Đoàn kiểm tra số 1, đợt 2
quyết định:
  - số ký hiệu: 45-QĐ/ĐTN
    ngày ban hành: 03/11/2020
thành viên:
  - cán bộ: nguyen-van-a
    vai trò: trưởng đoàn
  - cán bộ: vo-thi-g
    vai trò: thư ký
cuộc:
  - mã: c1
    đơn vị: doan-truong-c
    ngày: 12/11/2020
  - mã: c2
    đơn vị: doan-so-y
    ngày: 13/11/2020
```

- Ngày 03/11/2020: `46-kh-dtn/quyet-dinh-thanh-lap-doan/dot-2/dot-2-doan-1` → Đúng hạn.

Ví dụ không đúng hạn: cùng đoàn ấy, quyết định ngày 04/11/2020.

Tệp `data/plans/2020/46-kh-dtn/teams/dot-2-doan-1.yml`:

```yaml
hoạt động: dot-2
tên: Đoàn kiểm tra số 1, đợt 2
quyết định:
  - số ký hiệu: 45-QĐ/ĐTN
    ngày ban hành: 04/11/2020
thành viên:
  - cán bộ: nguyen-van-a
    vai trò: trưởng đoàn
  - cán bộ: vo-thi-g
    vai trò: thư ký
cuộc:
  - mã: c1
    đơn vị: doan-truong-c
    ngày: 12/11/2020
  - mã: c2
    đơn vị: doan-so-y
    ngày: 13/11/2020
```

- Ngày 03/11/2020: `46-kh-dtn/quyet-dinh-thanh-lap-doan/dot-2/dot-2-doan-1` → Sắp đến hạn.
- Ngày 04/11/2020: `46-kh-dtn/quyet-dinh-thanh-lap-doan/dot-2/dot-2-doan-1` → Trễ hạn.
"""


def find(repository: Repository, plan: Plan, term: Term) -> Iterator[Expected]:
    """Yield a whole for each round, with a part for each team, done with the team's first decision."""
    for of in rounds(repository, plan):
        whole = owed(of, body_party(repository, BodyRole.standing), _dates(of, term))
        teams = (_of_team(of, term, whole, team) for team in of.teams)
        yield with_parts(whole, (*teams, *(_of_broken(of, whole, mark) for mark in of.broken_teams)))


def _of_team(of: Round, term: Term, whole: Expected, team: Team) -> Expected:
    if term.anchor is Anchor.session:
        own = replace(of, engagements=tuple(engaged for engaged in of.engagements if engaged.team is team))
        whole = replace(whole, deadline=dates(own, term, first_session).planned)
    first = min(team.decisions, key=lambda decision: decision.issued_on, default=None)
    return replace(
        whole,
        occasion=RoundTeamKey(of.plan.id, of.activity.id, team.id),
        title=f"{whole.title}, {team.name}",
        evidence=_of_decision(team, first) if first else None,
        no_number=first is not None and first.document_number is None,
    )


def _of_decision(team: Team, decision: Decision) -> Evidence:
    return Evidence(decision.where("issued_on"), decision.issued_on, paper=paper_of(team, decision.issued_on))


def _of_broken(of: Round, whole: Expected, mark: Broken) -> Expected:
    key = RoundTeamKey(of.plan.id, of.activity.id, mark.id)
    return replace(whole, occasion=key, title=f"{whole.title}, {mark.id}", evidence=of_mark(mark))


def _dates(of: Round, term: Term) -> Dates:
    """Return when the teams are to be set up: counted from the day on which the notice is due, or from the round."""
    if term.anchor is Anchor.round_start:
        return dates(of, term, round_start)
    if term.anchor is Anchor.session:
        return dates(of, term, first_session)
    rule = of.plan.term(NOTICE)
    if rule is None:
        return Dates(Deadline.unknown(f"kế hoạch không có thời hạn của việc “{NOTICE}”"))
    notice, calendar = notice_dates(of, rule), of.repository.calendar

    def counted(due: Deadline) -> Deadline:
        return count(term, due.on, calendar, due.cause, due.awaits_office)

    changes = tuple(change._replace(deadline=counted(change.deadline)) for change in notice.changes)
    return Dates(counted(notice.planned), changes)


def _wanted(repository: Repository, item: Obligation) -> Want:
    """Return the file of the team that has no decision yet; of a round without a team the team to be set up."""
    of = round_named(repository, item.activity)
    if of is None or item.parts:
        return None
    key = item.key.occasion
    if isinstance(key, RoundTeamKey):
        team = repository.teams.get(TeamKey(key.plan, key.team))
        return whole_file(team) if team else None
    return new_team(of)


DUTY = Duty(
    "quyết định thành lập đoàn",
    find,
    about=ABOUT,
    anchors=(Anchor.notice_due, Anchor.round_start, Anchor.session),
    counts_from=(Anchor.round_start, Anchor.session),
    direction=Direction.before,
    roles=(BodyRole.standing,),
    scopes=("teams", "periods"),
    column=BoardColumn("Quyết định", 10),
    parts="đoàn",
    wanted=_wanted,
)
