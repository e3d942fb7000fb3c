"""The party committee is invited, and the unit calls the team, before the session."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ktgs.checks._plans import could_tell
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.language.text import vi_date
from ktgs.records.base import Record
from ktgs.records.team import Engagement
from ktgs.source.codes import about

CODE = Code(
    "D209",
    "Mời cấp ủy, đơn vị liên hệ sau buổi làm việc",
    about=about(
        "Đơn vị mời cấp ủy dự buổi làm việc, nên ngày mời không thể sau ngày của buổi; đơn vị liên hệ với đoàn để"
        " chuẩn bị buổi ấy cũng vậy.",
        "ngày tiến hành: 14/05/2020\ncấp ủy:\n  mời: có\n  ngày mời: 15/05/2020",
        "ngày tiến hành: 14/05/2020\ncấp ủy:\n  mời: có\n  ngày mời: 11/05/2020",
        cure="Sửa ngày mời; nếu đơn vị không mời thì ghi `mời: không`.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each day of an invitation, or of the unit's call before, that lies after the session.

    A session before its plan is told itself.
    """
    for engaged in facts.repository.engagements.values():
        engagement = engaged.engagement
        if engagement.session_on and not could_tell(engaged.plan, engagement.session_on):
            continue
        if invitation := engagement.party_invitation:
            cure = "Sửa ngày mời; nếu đơn vị không mời thì ghi “mời: không”."
            yield from _after(engagement, invitation, "invited_on", cure)
        yield from _after(engagement, engagement, "unit_contacted_on", "Sửa ngày ghi sai.")


def _after(engagement: Engagement, holder: Record, field: str, cure: str) -> Iterator[Diagnostic]:
    on: date | None = getattr(holder, field)
    session_on = engagement.session_on
    if on and session_on and session_on < on:
        session = engagement.where("held_on" if engagement.held_on == session_on else "planned_on")
        yield CODE.at(
            holder.where(field),
            f"{holder.key_of(field)}: {vi_date(on)} sau buổi làm việc ngày {vi_date(session_on)}.",
            cure=cure,
            related=[Related(session, "buổi làm việc")],
        )
