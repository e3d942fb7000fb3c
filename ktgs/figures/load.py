"""Load: how often each officer was assigned and attended, and in how many engagements of teams."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ktgs.figures._counting import number, of_engagement, of_meeting, of_visit, plain
from ktgs.language.text import person_key
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Figure, Row, Subject, Table
from ktgs.records.person import Person
from ktgs.repository.index import Repository
from ktgs.repository.linked import Held, MeetingKey

ABOUT = """Mỗi cán bộ một dòng. *Số lượt được phân công* đếm mỗi buổi được giao một lượt; *đã dự* đếm những buổi
ấy mà báo cáo dự sinh hoạt nêu tên hoặc đã được xác nhận; *dự ngoài phân công* đếm báo cáo nêu tên mà không được
giao; *số cuộc* đếm các cuộc kiểm tra, giám sát đã tiến hành của những đoàn có tên người ấy. Không có con số nào
nói ai vắng."""


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Iterator[Table]:
    """Yield one table of all people, the most assigned first."""
    rows = [
        _row(repository, person) for person in sorted(repository.people.values(), key=lambda p: person_key(p.full_name))
    ]
    rows.sort(key=lambda row: -int(row.cells[0].value))
    columns = ("Số lượt được phân công", "Đã dự", "Dự ngoài phân công", "Số cuộc kiểm tra, giám sát")
    yield Table("Số lượt được phân công", "Cán bộ", columns, tuple(rows))


def _row(repository: Repository, person: Person) -> Row:
    assigned = {item.key: item for item in repository.assigned_by_person.get(person.id, ())}
    reports = {key: repository.visit_reports_by_meeting.get(key, ()) for key in assigned}
    attended = [
        key
        for key, item in assigned.items()
        if item.item.attended or any(person.id in report.attendees for report in reports[key])
    ]
    about_assigned = {report.id for found in reports.values() for report in found}
    visits = repository.visits_by_person.get(person.id, ())
    engagements = [held for held in repository.engagements if _took_part(held, person.id)]
    return Row(
        Subject("person", person.id, person.full_name),
        (
            number(_of_key(repository, key) for key in assigned),
            number(_of_key(repository, key) for key in attended),
            number(of_visit(repository, visit) for visit in visits if visit.report.id not in about_assigned),
            number(of_engagement(repository, held) for held in engagements),
        ),
    )


def _of_key(repository: Repository, key: MeetingKey) -> Subject:
    """Return the meeting, or only its key where its schedule is missing or broken."""
    found = repository.meetings.get(key)
    return of_meeting(repository, found) if found else plain(str(key))


def _took_part(held: Held, person: str) -> bool:
    """Return whether the engagement was held while the person was a member of its team."""
    day = held.engagement.held_on
    return isinstance(day, date) and any(m.person == person and m.covers(day) for m in held.team.members)


FIGURE = Figure("số lượt được phân công", compute, ABOUT)
