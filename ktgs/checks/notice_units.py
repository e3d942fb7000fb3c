"""A notice goes to units that one of its teams works with."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.records.notice import Notice
from ktgs.repository.repository import Repository
from ktgs.repository.units import successor
from ktgs.source.codes import about

CODE = Code(
    "M307",
    "Thông báo cho đơn vị mà đoàn không làm việc",
    about=about(
        "Thông báo chỉ gửi đến những đơn vị có cuộc làm việc của một trong các đoàn nêu ở “đoàn kiểm tra”.",
        "đoàn kiểm tra:\n  - dot-1-doan-1   # không có cuộc nào với doan-so-z\ngửi đến:\n  - đơn vị: doan-so-z",
        "đoàn kiểm tra:\n  - dot-1-doan-1   # có cuộc c1 với doan-so-a\ngửi đến:\n  - đơn vị: doan-so-a",
        cure="Sửa mã đơn vị, thêm đoàn vào “đoàn kiểm tra”, hoặc thêm cuộc vào tệp của đoàn.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each unit that a notice goes to and none of its teams works with; none if a team is broken."""
    for notice in facts.repository.notices.values():
        teams = [facts.repository.teams.get(team) for team in notice.teams]
        if all(teams):
            yield from _others(facts.repository, notice)


def _others(repository: Repository, notice: Notice) -> Iterator[Diagnostic]:
    teams = [repository.teams[team] for team in notice.teams]
    known = {successor(repository, item.unit, repository.today) for team in teams for item in team.engagements}
    for sending in notice.sent_to:
        if successor(repository, sending.unit, repository.today) not in known:
            yield CODE.at(
                sending.where("unit"),
                f"Không đoàn nào trong thông báo có cuộc làm việc với “{sending.unit}”.",
                cure="Sửa mã đơn vị, hoặc thêm cuộc vào tệp của đoàn.",
                related=[Related(team.where("engagements"), f"các cuộc của {team.id}") for team in teams],
            )
