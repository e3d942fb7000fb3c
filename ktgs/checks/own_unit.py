"""A member of a team does not inspect the own unit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.records.team import Member
from ktgs.repository.linked import TeamEngagement
from ktgs.repository.periods import expected_on
from ktgs.repository.repository import Repository
from ktgs.repository.sessions import is_cancelled
from ktgs.source.codes import about

CODE = Code(
    "M205",
    "Thành viên kiểm tra chính đơn vị mình",
    about=about(
        "Người đang công tác tại một đơn vị không ở trong đoàn kiểm tra, giám sát đơn vị đó.",
        "thành viên:\n  - cán bộ: le-van-c   # nơi công tác: doan-truong-c\n    vai trò: thành viên\ncuộc:\n"
        "  - mã: c1\n"
        "    đơn vị: doan-truong-c",
        "thành viên:\n"
        "  - cán bộ: nguyen-van-a   # nơi công tác: doan-so-a\n"
        "    vai trò: thành viên\n"
        "cuộc:\n"
        "  - mã: c1\n"
        "    đơn vị: doan-truong-c",
        cure="Giao đơn vị cho đoàn khác, hoặc thay thành viên (ghi “đến”) trước buổi làm việc.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each member and each engagement at a unit where the member works on that day."""
    repository = facts.repository
    for engaged in repository.engagements.values():
        on = expected_on(repository, engaged)
        if on is None or is_cancelled(engaged.engagement):
            continue
        for member in engaged.team.members:
            if member.covers(on):
                yield from _of(repository, engaged, member, on)


def _of(repository: Repository, engaged: TeamEngagement, member: Member, on: date) -> Iterator[Diagnostic]:
    person = repository.people.get(member.person)
    unit = engaged.engagement.unit
    for workplace in person.workplaces if person else ():
        if workplace.covers(on) and workplace.unit == unit and person:
            yield CODE.at(
                member.where("person"),
                f"“{person.id}” ({person.full_name}) công tác tại “{unit}”, là đơn vị mà đoàn đến làm việc.",
                expected="Thành viên không kiểm tra chính đơn vị mình.",
                cure="Giao đơn vị cho đoàn khác, hoặc thay thành viên.",
                related=[
                    Related(engaged.engagement.where("unit"), "cuộc"),
                    Related(workplace.where("unit"), "nơi công tác"),
                ],
            )
