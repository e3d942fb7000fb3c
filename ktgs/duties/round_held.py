"""Inspections and thematic supervisions are held in their period (plan 46, II.1 and II.2.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ktgs.duties._evidence import Fact, or_earlier, reached
from ktgs.duties._round_dates import dates, owed, plan_end, round_end
from ktgs.duties._wanted import whole_file
from ktgs.obligations.obligation import Duty, Evidence, Expected, Obligation
from ktgs.obligations.wanted import Want
from ktgs.records.organization import BodyRole
from ktgs.records.plan import Anchor, Plan, Term
from ktgs.repository.parties import body_party
from ktgs.repository.repository import Repository
from ktgs.repository.rounds import Round, round_named, rounds
from ktgs.repository.sessions import DAY_UNKNOWN

ABOUT = """Mỗi đợt kiểm tra, mỗi cuộc giám sát chuyên đề trong kế hoạch được tiến hành trong thời gian đã định.

Kế hoạch nêu thời gian; hạn là ngày cuối của đợt, hoặc ngày cuối của tháng khi kế hoạch chỉ nêu tháng. Quyết định điều
chỉnh dời hạn từ ngày quyết định; hạn cũ vẫn được ghi lại. Chỉ `ngày tiến hành` chứng tỏ một cuộc làm việc đã diễn ra.
Hoạt động có `số đơn vị` thì hoàn thành vào ngày đủ số cuộc ấy; không có thì hoàn thành khi mọi cuộc đã chọn và không
hủy đều đã tiến hành. Cuộc làm việc ngoài thời gian của đợt vẫn được tính.

Ví dụ làm đúng hạn: đợt 2, từ ngày 10/11/2020 đến ngày 25/11/2020.

Tệp `data/plans/2020/46-kh-dtn/teams/dot-2-doan-1.yml`:

```yaml
hoạt động: dot-2
tên: Đoàn kiểm tra số 1, đợt 2
quyết định:
  - số ký hiệu: 45-QĐ/ĐTN
    ngày ban hành: 02/11/2020
thành viên:
  - cán bộ: nguyen-van-a
    vai trò: trưởng đoàn
  - cán bộ: vo-thi-g
    vai trò: thư ký
cuộc:
  - mã: c1
    đơn vị: doan-truong-c
    ngày: 12/11/2020
    ngày tiến hành: 12/11/2020
```

- Ngày 30/11/2020: `46-kh-dtn/tien-hanh-dot/dot-2` → Đúng hạn.

Ví dụ không đúng hạn: giám sát chuyên đề tháng 9 phải làm việc với 5 đơn vị, mới làm việc với 1 đơn vị.

Tệp `data/plans/2020/46-kh-dtn/teams/gs-thang-9-doan-1.yml`:

```yaml
hoạt động: gs-thang-9
tên: Đoàn giám sát chuyên đề tháng 9
quyết định:
  - số ký hiệu: 40-QĐ/ĐTN
    ngày ban hành: 01/09/2020
thành viên:
  - cán bộ: nguyen-van-a
    vai trò: trưởng đoàn
  - cán bộ: vo-thi-g
    vai trò: thư ký
cuộc:
  - mã: c1
    đơn vị: doan-truong-c
    ngày: 15/09/2020
    ngày tiến hành: 15/09/2020
```

- Ngày 30/09/2020: `46-kh-dtn/tien-hanh-dot/gs-thang-9` → Sắp đến hạn.
- Ngày 01/10/2020: `46-kh-dtn/tien-hanh-dot/gs-thang-9` → Quá hạn.
"""


def find(repository: Repository, plan: Plan, term: Term) -> Iterator[Expected]:
    """Yield one obligation a round: done with the quota-th session, or with the last of those chosen."""
    for of in rounds(repository, plan):
        due = dates(of, term, plan_end if term.anchor is Anchor.plan_end else round_end)
        whole = owed(of, body_party(repository, BodyRole.standing), due)
        yield replace(whole, evidence=_evidence(of, due.deadline.on), progress=_progress(of))


def _held(of: Round) -> list[Fact]:
    return [
        Fact(session.engagement.held_on, session.engagement.where("held_on"))
        for session in of.engagements
        if session.engagement.held_on is not None
    ]


def _evidence(of: Round, due_on: date | None) -> Evidence | None:
    quota = of.activity.quota
    done = reached(_held(of), quota or len(of.engagements), due_on, DAY_UNKNOWN)
    return or_earlier(done if quota or not of.broken_teams else None, next(iter(of.broken_teams), None))


def _progress(of: Round) -> str:
    quota = of.activity.quota
    if not quota and not of.engagements:
        return "chưa chọn đơn vị"
    return f"đã tiến hành {len(_held(of))}/{quota or len(of.engagements)} cuộc"


def _wanted(repository: Repository, item: Obligation) -> Want:
    """Return the first engagement that was not held yet, else the last team's file; None while there is no team."""
    of = round_named(repository, item.activity)
    if of is None:
        return None
    waiting = (engaged.engagement.where() for engaged in of.engagements if engaged.engagement.held_on is None)
    return next(waiting, None) or (whole_file(of.teams[-1]) if of.teams else None)


DUTY = Duty(
    "tiến hành đợt",
    find,
    about=ABOUT,
    anchors=(Anchor.round_end, Anchor.plan_end),
    roles=(BodyRole.standing,),
    wanted=_wanted,
)
