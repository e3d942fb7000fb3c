"""A team has one lead and one clerk at a time, and nobody is in it twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.language.text import vi_date
from ktgs.records.team import Member, Role, Status, Team
from ktgs.repository.linked import grouped
from ktgs.source.codes import about

TWO = Code(
    "M206",
    "Hai trưởng đoàn hoặc hai thư ký cùng lúc",
    about=about(
        "Mỗi lúc đoàn kiểm tra có một Trưởng đoàn và một thư ký. Khi thay người, người cũ có “đến”, người mới có “từ”.",
        "- cán bộ: nguyen-van-a\n  vai trò: trưởng đoàn\n- cán bộ: tran-thi-b\n  vai trò: trưởng đoàn",
        "- cán bộ: nguyen-van-a\n  vai trò: trưởng đoàn\n  đến: 12/05/2020\n- cán bộ: tran-thi-b\n"
        "  vai trò: trưởng đoàn\n"
        "  từ: 13/05/2020\n  thay cho: nguyen-van-a",
        cure="Sửa vai trò, hoặc ghi “đến” và “từ”.",
    ),
)
NONE = Code(
    "M207",
    "Đoàn kiểm tra thiếu trưởng đoàn hoặc thư ký",
    Severity.warning,
    about=about(
        "Vào ngày quyết định và mỗi ngày làm việc, đoàn cần một Trưởng đoàn để xác nhận và một thư ký để tổng hợp"
        " báo cáo.",
        "thành viên:\n  - cán bộ: nguyen-van-a\n    vai trò: trưởng đoàn",
        "thành viên:\n  - cán bộ: nguyen-van-a\n    vai trò: trưởng đoàn\n  - cán bộ: vo-thi-g\n    vai trò: thư ký",
        cure="Thêm người giữ vai trò còn thiếu.",
    ),
)
TWICE = Code(
    "M208",
    "Một người hai vai trò cùng lúc trong đoàn",
    about=about(
        "Mỗi người trong đoàn chỉ có một vai trò trong mỗi lúc. Khi đổi vai trò, mục cũ có “đến”, mục mới có “từ”.",
        "- cán bộ: vo-thi-g\n  vai trò: thư ký\n- cán bộ: vo-thi-g\n  vai trò: thành viên",
        "- cán bộ: vo-thi-g\n  vai trò: thư ký",
        cure="Xóa một mục, hoặc ghi “đến” và “từ”.",
    ),
)
_SINGLE = (Role.lead, Role.clerk)
_CURE = "Xóa hoặc sửa một mục; khi thay người, ghi “đến” cho mục cũ và “từ” cho mục mới."


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error for each member that overlaps another, a warning for each role that nobody holds when needed."""
    for team in facts.repository.teams.values():
        wrong = [*_twice(team), *_two(team)]
        yield from wrong
        for role in _SINGLE if not wrong else ():  # two of one may be none of the other
            yield from _nobody(team, role)


def _overlapping(members: Iterable[Member]) -> Iterator[tuple[Member, Member]]:
    """Yield each member that overlaps one who began no later, with the one who stays longest; in order of lines."""
    last: Member | None = None
    for member in sorted(members, key=_from):
        if _to(member) < _from(member):
            continue  # told as a span that ends before it begins
        if last is not None and _from(member) <= _to(last):
            first, second = sorted((last, member), key=lambda item: item.where())
            yield first, second
        last = member if last is None else max(last, member, key=_to)


def _from(member: Member) -> date:
    return member.valid_from or date.min


def _to(member: Member) -> date:
    return member.valid_to or date.max


def _twice(team: Team) -> Iterator[Diagnostic]:
    for members in grouped((member.person, member) for member in team.members).values():
        for first, second in _overlapping(members):
            found = f"“{second.person}” đã là {first.role} trong cùng thời gian."
            related = [Related(first.where("person"), "mục thứ nhất")]
            yield TWICE.at(second.where("person"), found, cure=_CURE, related=related)


def _two(team: Team) -> Iterator[Diagnostic]:
    for role in _SINGLE:
        for first, second in _overlapping(member for member in team.members if member.role is role):
            if first.person != second.person:  # else told as one person's two roles
                found = f"“{second.person}” và “{first.person}” cùng là {role} trong cùng thời gian."
                related = [Related(first.where("role"), "người thứ nhất")]
                yield TWO.at(second.where("role"), found, cure=_CURE, related=related)


def _nobody(team: Team, role: Role) -> Iterator[Diagnostic]:
    going = (item.session_on for item in team.engagements if item.status is not Status.cancelled)
    for day in sorted(day for day in (team.decided_on, *going) if day):
        if not any(member.role is role and member.covers(day) for member in team.members):
            found = f"Ngày {vi_date(day)} đoàn không có {role}."
            yield NONE.at(team.where("members"), found, cure=f"Thêm {role}, hoặc sửa “từ”, “đến” của thành viên.")
            return
