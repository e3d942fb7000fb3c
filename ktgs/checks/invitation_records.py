"""What is recorded of an invitation fits together: nobody is invited on a day without being invited."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.source.codes import about

CODE = Code(
    "M306",
    "Không mời cấp ủy mà có ngày mời",
    about=about(
        "`ngày mời` là ngày đơn vị mời cấp ủy dự buổi làm việc, nên không đi cùng `mời: không`.",
        "cấp ủy:\n  mời: không\n  ngày mời: 11/05/2020",
        "cấp ủy:\n  mời: có\n  ngày mời: 11/05/2020",
        cure="Xóa một trong hai.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each invitation that was not made and has a day."""
    for engaged in facts.repository.engagements.values():
        invitation = engaged.engagement.party_invitation
        if invitation and invitation.invited is False and invitation.invited_on:
            yield CODE.at(
                invitation.where("invited_on"),
                "Có “mời: không” nhưng cũng có “ngày mời”.",
                cure="Xóa một trong hai.",
                related=[Related(invitation.where("invited"), "mời")],
            )
