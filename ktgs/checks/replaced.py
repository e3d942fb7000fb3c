"""What was replaced comes before what replaced it: a notice and its sendings, a member of a team."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._order import dated, out_of_order
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.language.text import vi_date
from ktgs.records.notice import Notice
from ktgs.records.team import Member, Team
from ktgs.repository.repository import Repository
from ktgs.source.codes import about

CODE = Code(
    "D214",
    "Bản bị thay ở sau bản thay",
    about=about(
        "Thông báo bị thay thế được ban hành và gửi trước khi có thông báo thay; thành viên được thay thôi trước ngày"
        " người thay bắt đầu.",
        "# dot-1-2.yml, ban hành ngày 05/05/2020\nthay thế: dot-1-1   # ban hành ngày 06/05/2020",
        "# dot-1-2.yml, ban hành ngày 07/05/2020\nthay thế: dot-1-1   # ban hành ngày 06/05/2020",
        cure="Sửa ngày, hoặc sửa “thay thế”, “thay cho”.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each day of what was replaced that lies after what replaced it."""
    for notice in facts.repository.notices.values():
        yield from _notice(facts.repository, notice)
    for team in facts.repository.teams.values():
        for member in team.members:
            yield from _member(team, member)


def _notice(repository: Repository, notice: Notice) -> Iterator[Diagnostic]:
    before = repository.notices.get(notice.replaces) if notice.replaces else None
    if before is notice:
        found = "Thông báo thay thế chính nó."
        yield CODE.at(notice.where("replaces"), found, cure="Sửa mã thông báo được thay thế.")
    elif before:
        issued = dated(notice, "issued_on", notice.issued_on)
        first = dated(before, "issued_on", before.issued_on)
        wrong = list(out_of_order(CODE, first, issued, cure="Sửa ngày, hoặc sửa “thay thế”."))
        yield from wrong
        for sending in before.sent_to if not wrong else ():
            sent = dated(sending, "sent_on", sending.sent_on)
            if sent.on and sent.on > notice.issued_on:
                found = f"Ngày gửi {vi_date(sent.on)} ở sau ngày {vi_date(notice.issued_on)}, khi đã có thông báo thay."
                related = [Related(issued.place, "thông báo thay")]
                yield CODE.at(sent.place, found, cure="Sửa ngày gửi, hoặc sửa “thay thế”.", related=related)


def _member(team: Team, member: Member) -> Iterator[Diagnostic]:
    former = [other for other in team.members if other.person == member.instead_of and other is not member]
    if member.instead_of and not former:
        found = f"“{member.instead_of}” không có trong “thành viên” của đoàn."
        yield CODE.at(member.where("instead_of"), found, cure="Sửa mã người được thay, hoặc thêm mục của người ấy.")
        return
    last = max((other.valid_to for other in former if other.valid_to), default=None)
    start = member.valid_from
    if former and start and (last is None or start <= last):
        until = f"còn trong đoàn đến {vi_date(last)}" if last else "chưa có “đến”"
        yield CODE.at(
            member.where("instead_of"),
            f"“{member.person}” thay “{member.instead_of}” từ {vi_date(start)}, nhưng người được thay {until}.",
            cure="Ghi “đến” cho người được thay, trước ngày người thay bắt đầu.",
            related=[Related(former[0].where("person"), "người được thay")],
        )
