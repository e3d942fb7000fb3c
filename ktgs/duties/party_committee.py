"""The inspected unit invites its party committee (plan 46, III): one obligation a session on site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ktgs.language.diagnostics import Place
from ktgs.obligations.deadlines import count
from ktgs.obligations.obligation import BoardColumn, Duty, Evidence, Expected, Obligation
from ktgs.records.keys import SessionKey
from ktgs.records.plan import Anchor, Plan, Term
from ktgs.records.team import Engagement, Mode
from ktgs.repository.parties import unit_party
from ktgs.repository.repository import Repository
from ktgs.repository.rounds import Round, round_named, rounds, sessions
from ktgs.repository.sessions import CANCELLED, is_cancelled, session_day

ABOUT = """Đơn vị được kiểm tra, giám sát mời đại diện cấp ủy dự buổi làm việc.

Kế hoạch nêu việc này; hạn là ngày làm việc với đoàn. Chỉ phát sinh khi đoàn làm việc `trực tiếp` tại đơn vị và cuộc
không bị hủy. Việc hoàn thành vào `ngày mời`. Qua buổi làm việc mà chưa ghi gì, hoặc ghi `mời: có` hay `dự: có` mà thiếu
ngày, thì chưa rõ; ghi `mời: không` mà cấp ủy không dự thì là không thực hiện, vì không còn mời được nữa.

Ví dụ làm đúng hạn và không đúng hạn: hai cuộc làm việc ngày 12/11/2020 và 13/11/2020.

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
    cấp ủy:
      mời: có
      ngày mời: 12/11/2020
      dự: có
  - mã: c2
    đơn vị: doan-so-y
    ngày: 13/11/2020
    cấp ủy:
      mời: không
```

- Ngày 14/11/2020: `46-kh-dtn/moi-cap-uy/dot-2/doan-truong-c` → Đúng hạn.
- Ngày 13/11/2020: `46-kh-dtn/moi-cap-uy/dot-2/doan-so-y` → Sắp đến hạn.
- Ngày 14/11/2020: `46-kh-dtn/moi-cap-uy/dot-2/doan-so-y` → Không thực hiện.
"""


NOT_ON_SITE = "chỉ mời khi đoàn làm việc trực tiếp tại đơn vị"
NOTHING_RECORDED = "chưa ghi nhận"
DAY_UNKNOWN = "chưa rõ ngày mời"


def find(repository: Repository, plan: Plan, term: Term) -> Iterator[Expected]:
    """Yield one obligation a session: done on the day of the invitation."""
    for of in rounds(repository, plan):
        for session, engagement in sessions(of):
            yield _of_session(of, term, session, engagement.engagement)


def _of_session(of: Round, term: Term, session: SessionKey, engagement: Engagement) -> Expected:
    repository, day = of.repository, session_day(engagement)
    expected = Expected(
        occasion=session,
        title=of.activity.name,
        period=of.key,
        activity=of.key,
        who=unit_party(repository, engagement.unit),
        about_unit=engagement.unit,
        deadline=count(term, day.on, repository.calendar, day.cause, day.awaits_office),
        lapses_on=day.on,
    )
    expected = replace(expected, evidence=_evidence(engagement, day.on is not None and repository.today > day.on))
    if is_cancelled(engagement) or engagement.mode is not Mode.on_site:
        return replace(expected, arises=False, why=CANCELLED if is_cancelled(engagement) else NOT_ON_SITE)
    return expected


def _evidence(engagement: Engagement, is_past: bool) -> Evidence | None:
    """Return the invitation; once the session is past, that no day is recorded is no proof that nobody was invited."""
    invitation = engagement.party_invitation
    if invitation and invitation.invited_on:
        return Evidence(invitation.where("invited_on"), invitation.invited_on)
    if not is_past or (invitation and invitation.invited is False and not invitation.attended):
        return None
    if invitation is None or not (invitation.invited or invitation.attended):
        place = invitation.where() if invitation else engagement.where("unit")
        return Evidence(place, None, NOTHING_RECORDED)
    return Evidence(invitation.where("invited" if invitation.invited else "attended"), None, DAY_UNKNOWN)


def _wanted(repository: Repository, item: Obligation) -> Place | None:
    """Return the engagement in the team's file, where the invitation is written."""
    of = round_named(repository, item.activity)
    held = (engaged for session, engaged in (sessions(of) if of else ()) if session == item.key.occasion)
    return next((engaged.engagement.where() for engaged in held), None)


DUTY = Duty(
    "mời cấp ủy",
    find,
    about=ABOUT,
    anchors=(Anchor.session,),
    scopes=("units", "periods"),
    column=BoardColumn("Mời cấp ủy", 40),
    wanted=_wanted,
)
