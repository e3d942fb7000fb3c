"""The party committee is invited before the session."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.language.text import vi_date
from ktgs.source.codes import about

CODE = Code(
    "D209",
    "Mời cấp ủy sau buổi làm việc",
    about=about(
        "Đơn vị mời cấp ủy dự buổi làm việc, nên ngày mời không thể sau ngày của buổi.",
        "ngày tiến hành: 14/05/2020\ncấp ủy:\n  mời: có\n  ngày mời: 15/05/2020",
        "ngày tiến hành: 14/05/2020\ncấp ủy:\n  mời: có\n  ngày mời: 11/05/2020",
        cure="Sửa ngày mời; nếu đơn vị không mời thì ghi `mời: không`.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each day of invitation that lies after the session."""
    for engaged in facts.repository.engagements.values():
        engagement = engaged.engagement
        invitation, session_on = engagement.party_invitation, engagement.session_on
        if invitation and invitation.invited_on and session_on and session_on < invitation.invited_on:
            field = "held_on" if engagement.held_on == session_on else "planned_on"
            yield CODE.at(
                invitation.where("invited_on"),
                f"ngày mời: {vi_date(invitation.invited_on)} sau buổi làm việc ngày {vi_date(session_on)}.",
                cure="Sửa ngày mời; nếu đơn vị không mời thì ghi “mời: không”.",
                related=[Related(engagement.where(field), "buổi làm việc")],
            )
