"""The units of a round are told in time (plan 46, III): a whole a round, a part a unit chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ktgs.duties._evidence import Fact, of_mark, or_earlier, reached
from ktgs.duties._round_dates import NOTICE, Dates, notice_dates, owed, with_parts
from ktgs.duties._wanted import in_plan
from ktgs.language.days import Deadline, Direction
from ktgs.obligations.deadlines import count
from ktgs.obligations.obligation import BoardColumn, Duty, Expected, Obligation
from ktgs.obligations.wanted import Want, Wanted
from ktgs.records.keys import RoundUnitKey
from ktgs.records.loading import Broken
from ktgs.records.notice import Notice
from ktgs.records.organization import BodyRole
from ktgs.records.plan import Anchor, LateAddition, Plan, Term, Trigger
from ktgs.records.team import Engagement
from ktgs.repository.free_ids import free_number
from ktgs.repository.linked import TeamEngagement
from ktgs.repository.marks import broken_file_words, broken_for_activity
from ktgs.repository.notices import sent_in_round, sent_to_unit
from ktgs.repository.parties import body_party
from ktgs.repository.repository import Repository
from ktgs.repository.rounds import Round, by_unit, round_named, rounds
from ktgs.repository.sessions import CANCELLED, is_cancelled, session_day

ABOUT = """Đơn vị được kiểm tra, giám sát được thông báo riêng về thành phần, thời gian làm việc.

Kế hoạch nêu số ngày; cách đếm và cách tính cho đơn vị chọn bổ sung là cách hiểu của Văn phòng. Với `tính cả ngày gửi`,
ngày gửi được tính là một ngày làm việc; nên gửi sớm hơn để còn đủ số ngày làm việc ở giữa. Tính riêng từng đơn vị được
chọn, theo lần gửi đầu tiên đến đơn vị, kể cả khi thông báo ấy về sau được thay thế. Đơn vị có `ngày chọn` sau hạn
của đợt và có `căn cứ` thì đếm từ buổi làm việc, nếu kế hoạch ghi `tính trước buổi làm việc`. Đợt chỉ nêu tháng thì đếm
từ cuộc làm việc đầu tiên đã có ngày; khi chưa có thì chưa rõ hạn. Cuộc đã hủy thì không phải thông báo. Qua
buổi làm việc mà chưa thông báo thì ghi là không thực hiện.

Ví dụ làm đúng hạn và không đúng hạn: đợt 2 bắt đầu ngày 10/11/2020, hạn thông báo là 03/11/2020.

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
  - mã: c2
    đơn vị: doan-so-y
    ngày: 13/11/2020
```

Tệp `data/plans/2020/46-kh-dtn/notices/dot-2-1.yml`:

```yaml
số ký hiệu: 31-TB/ĐTN
ngày ban hành: 03/11/2020
đoàn kiểm tra: [dot-2-doan-1]
gửi đến:
  - đơn vị: doan-truong-c
    ngày gửi: 03/11/2020
  - đơn vị: doan-so-y
    ngày gửi: 04/11/2020
```

- Ngày 03/11/2020: `46-kh-dtn/thong-bao/dot-2/doan-truong-c` → Đúng hạn.
- Ngày 03/11/2020: `46-kh-dtn/thong-bao/dot-2/doan-so-y` → Sắp đến hạn.
- Ngày 04/11/2020: `46-kh-dtn/thong-bao/dot-2/doan-so-y` → Trễ hạn.
- Ngày 04/11/2020: `46-kh-dtn/thong-bao/dot-2` → Trễ hạn.
"""


UNTOLD = (Trigger.unannounced, Trigger.signs_of_violation)
NOT_TOLD = "không báo trước"


def find(repository: Repository, plan: Plan, term: Term) -> Iterator[Expected]:
    """Yield a whole for each round, with a part for each unit chosen; done with the first sending to the unit."""
    for of in rounds(repository, plan):
        office = body_party(repository, BodyRole.office)
        whole = replace(
            owed(of, office, notice_dates(of, term)),
            evidence=of_mark(next(iter((*_broken_notices(of), *of.broken_teams)), None)),
            parts_unknown=broken_file_words(of.broken_teams[0]) if of.broken_teams else "",
        )
        whole = with_parts(whole, (*_chosen(of, term), *_told_by_broken_teams(of, term)))
        yield _not_told(whole) if of.activity.trigger in UNTOLD else whole


def _not_told(whole: Expected) -> Expected:
    """Return what is not owed, as the round is not announced."""
    parts = tuple(replace(part, arises=False, why=NOT_TOLD) for part in whole.parts)
    return replace(whole, arises=False, why=NOT_TOLD, parts=parts, parts_unknown="")


def _chosen(of: Round, term: Term) -> Iterator[Expected]:
    for unit, group in by_unit(of).items():
        part = replace(_expected(of, _dates(of, term, group[0].engagement), unit), lapses_on=_lapses_on(group))
        yield replace(part, arises=False, why=CANCELLED) if is_cancelled(group[0].engagement) else part


def _lapses_on(group: tuple[TeamEngagement, ...]) -> date | None:
    """Return the last session at the unit, None while one of those that stand has no day."""
    days = [session_day(engaged.engagement).on for engaged in group if not is_cancelled(engaged.engagement)]
    return max((day for day in days if day), default=None) if all(days) else None


def _dates(of: Round, term: Term, engagement: Engagement) -> Dates:
    """Return when a unit is to be told: with the round, or before its session where it was added late."""
    by_session = term.late_addition is LateAddition.before_session and engagement.basis
    is_apart = by_session and is_late_addition(of, term, engagement)
    if not is_apart and term.anchor is not Anchor.session:
        return notice_dates(of, term)
    day = session_day(engagement)
    return Dates(count(term, day.on, of.repository.calendar, day.cause, day.awaits_office))


def is_late_addition(of: Round, term: Term, engagement: Engagement) -> bool:
    """Return whether a unit was chosen after the day by which the round is told of, extensions apart."""
    due_on, selected_on = notice_dates(of, term).deadline.on, engagement.selected_on
    return bool(due_on and selected_on and selected_on > due_on)


def _told_by_broken_teams(of: Round, term: Term) -> Iterator[Expected]:
    """Yield a part for each unit that only a notice of a broken team names: what was sent in time stays on time."""
    broken = {mark.key: broken_file_words(mark) for mark in of.broken_teams}
    chosen = by_unit(of)
    told = {
        sent.sending.unit: broken[team]
        for sent in sent_in_round(of.repository, of.key)
        for team in sent.notice.teams
        if team in broken and sent.sending.unit not in chosen
    }
    for unit, cause in sorted(told.items()):
        part = replace(_expected(of, notice_dates(of, term), unit), arises=None, why=cause, why_awaits_office=True)
        due_on, done_on = notice_dates(of, term).deadline.on, part.evidence.done_on if part.evidence else None
        in_time = due_on is not None and done_on is not None and done_on <= due_on
        sure = in_time or term.late_addition is LateAddition.from_round_start
        yield part if sure else replace(part, deadline=Deadline.unknown(cause, awaits_office=True), changes=())


def _expected(of: Round, due: Dates, unit: str) -> Expected:
    sent = _sent(of, unit)
    evidence = reached([fact for fact, _ in sent], 1, due.deadline.on, "chưa rõ ngày gửi")
    return replace(
        owed(of, body_party(of.repository, BodyRole.office), due),
        occasion=RoundUnitKey(of.plan.id, of.activity.id, unit),
        about_unit=unit,
        evidence=or_earlier(evidence, next(iter(_broken_notices(of)), None)),
        no_number=any(evidence and fact.place == evidence.place and not paper.document_number for fact, paper in sent),
    )


def _sent(of: Round, unit: str) -> list[tuple[Fact, Notice]]:
    return [
        (Fact(sent.sending.sent_on, sent.sending.where("sent_on")), sent.notice)
        for sent in sent_to_unit(of.repository, of.key, unit)
        if sent.sending.sent_on is not None
    ]


def _broken_notices(of: Round) -> tuple[Broken, ...]:
    return broken_for_activity(of.repository, Notice, of.key)


def _wanted(repository: Repository, item: Obligation) -> Want:
    """Return one notice to all units of the round that none was sent to; where one lacks only its day, that place."""
    of = round_named(repository, item.activity)
    if of is None:
        return None
    told = {sent.sending.unit: sent.sending for sent in sent_in_round(repository, of.key)}
    lacking = {
        unit: group for unit, group in by_unit(of).items() if unit not in told and not is_cancelled(group[0].engagement)
    }
    asked = item.about_unit or next((unit for unit, sending in told.items() if sending.sent_on is None), None)
    if asked in told and (item.about_unit or not lacking):
        return told[asked].where("unit")
    if not lacking or (item.about_unit and item.about_unit not in lacking):
        return None
    parts = in_plan(item.plan)
    return Wanted(
        Notice,
        {**parts, "id": free_number(repository, Notice, parts, of.activity.id)},
        {
            "document_number": None,
            "issued_on": None,
            "teams": sorted({engaged.team.key for group in lacking.values() for engaged in group}),
            "sent_to": [{"unit": unit, "sent_on": None} for unit in lacking],
        },
        about=f"Thông báo cho các đơn vị của {of.activity.name} chưa được thông báo",
    )


DUTY = Duty(
    NOTICE,
    find,
    about=ABOUT,
    anchors=(Anchor.round_start, Anchor.session),
    needs=("number", "measure", "direction", "counting"),
    direction=Direction.before,
    roles=(BodyRole.office,),
    scopes=("units", "periods"),
    column=BoardColumn("Thông báo", 20),
    verb="gửi",
    parts="đơn vị",
    wanted=_wanted,
)
