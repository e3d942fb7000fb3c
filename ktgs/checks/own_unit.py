"""A member of a team does not inspect the own unit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.records.team import Member, Status
from ktgs.repository.index import Repository
from ktgs.repository.linked import Held
from ktgs.repository.periods import period
from ktgs.source.codes import about

CODE = Code(
    "M205",
    "Thành viên kiểm tra chính đơn vị mình",
    about=about(
        "Người đang công tác tại một đơn vị không ở trong đoàn kiểm tra, giám sát đơn vị đó.",
        "thành viên:\n  - cán bộ: le-van-c   # nơi công tác: doan-truong-c\n    vai trò: thành viên\ncuộc:\n"
        "  - mã: c1\n"
        "    đơn vị: doan-truong-c",
        cure="Giao đơn vị cho đoàn khác, hoặc thay thành viên (ghi “đến”) trước buổi làm việc.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each member and each engagement at a unit where the member works on that day."""
    repository = facts.repository
    for held in repository.engagements:
        on = _day(repository, held)
        if on is None or held.engagement.status is Status.cancelled:
            continue
        for member in held.team.members:
            if member.covers(on):
                yield from _of(repository, held, member, on)


def _day(repository: Repository, held: Held) -> date | None:
    start = period(repository, held.plan, held.activity, held.engagement.unit).starts_on
    return held.engagement.session_on or start


def _of(repository: Repository, held: Held, member: Member, on: date) -> Iterator[Diagnostic]:
    person = repository.people.get(member.person)
    unit = held.engagement.unit
    for workplace in person.workplaces if person else ():
        if workplace.covers(on) and workplace.unit == unit and person:
            yield CODE.at(
                member.where("person"),
                f"“{person.id}” ({person.full_name}) công tác tại “{unit}”, là đơn vị mà đoàn đến làm việc.",
                expected="Thành viên không kiểm tra chính đơn vị mình.",
                cure="Giao đơn vị cho đoàn khác, hoặc thay thành viên.",
                related=[
                    Related(held.engagement.where("unit"), "cuộc"),
                    Related(workplace.where("unit"), "nơi công tác"),
                ],
            )
