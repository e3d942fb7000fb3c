"""Load: how often each officer was assigned and attended, and in how many engagements of teams."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ktgs.figures._counting import engagement_subject, meeting_subject, visit_subject
from ktgs.language.text import person_key
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Figure, Row, Table, number
from ktgs.obligations.targets import Subject, ToPerson
from ktgs.records.keys import MeetingKey
from ktgs.repository.linked import TeamEngagement, Visit
from ktgs.repository.naming import person_name
from ktgs.repository.repository import Repository

ABOUT = """Mỗi cán bộ một dòng. *Số lượt được phân công*: mỗi buổi được giao là một lượt. *Đã dự*: những buổi được giao
mà báo cáo dự sinh hoạt có nêu tên, hoặc đã được xác nhận. *Dự ngoài phân công*: những báo cáo có nêu tên về buổi không
được giao. *Số cuộc*: các cuộc kiểm tra, giám sát đã tiến hành của những đoàn có người ấy. Không con số nào cho biết ai
vắng."""


@dataclass(frozen=True, slots=True)
class PersonLoad:
    """The meetings that a person was assigned to and attended, other visits, the sessions held as a team's member."""

    assigned: tuple[MeetingKey, ...]
    attended: tuple[MeetingKey, ...]
    other_visits: tuple[Visit, ...]
    engagements: tuple[TeamEngagement, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """The load of each person, the most assigned first."""

    by_person: Mapping[str, PersonLoad]


def compute(repository: Repository, obligations: tuple[Obligation, ...]) -> Load:
    """Return the load of each person."""
    people = sorted(repository.people.values(), key=lambda person: person_key(person.full_name))
    loads = {person.id: _of_person(repository, person.id) for person in people}
    return Load(dict(sorted(loads.items(), key=lambda pair: -len(pair[1].assigned))))


def _of_person(repository: Repository, person: str) -> PersonLoad:
    assigned = {item.key: item for item in repository.assigned_by_person.get(person, ())}
    reports = {key: repository.visit_reports_by_meeting.get(key, ()) for key in assigned}
    about_assigned = {report.id for listed in reports.values() for report in listed}
    return PersonLoad(
        assigned=tuple(assigned),
        attended=tuple(
            key
            for key, item in assigned.items()
            if item.item.attended or any(person in report.attendees for report in reports[key])
        ),
        other_visits=tuple(
            visit for visit in repository.visits_by_person.get(person, ()) if visit.report.id not in about_assigned
        ),
        engagements=tuple(engaged for engaged in repository.engagements.values() if _took_part(engaged, person)),
    )


def _took_part(engagement: TeamEngagement, person: str) -> bool:
    """Return whether the engagement was held while the person was a member of its team."""
    day = engagement.engagement.held_on
    return isinstance(day, date) and any(m.person == person and m.covers(day) for m in engagement.team.members)


COLUMNS = ("Số lượt được phân công", "Đã dự", "Dự ngoài phân công", "Số cuộc kiểm tra, giám sát")


def tables(repository: Repository, load: Load) -> Iterator[Table]:
    """Yield one table of all people."""
    rows = tuple(person_row(repository, person, numbers) for person, numbers in load.by_person.items())
    yield Table("Số lượt được phân công", of="Cán bộ", columns=COLUMNS, rows=rows)


def person_row(repository: Repository, person: str, load: PersonLoad) -> Row:
    """Return a person's numbers under the columns of the table."""
    return Row(
        Subject(person_name(repository, person), ToPerson(person)),
        (
            number(_meeting(repository, key) for key in load.assigned),
            number(_meeting(repository, key) for key in load.attended),
            number(visit_subject(repository, visit) for visit in load.other_visits),
            number(engagement_subject(repository, engagement) for engagement in load.engagements),
        ),
    )


def _meeting(repository: Repository, key: MeetingKey) -> Subject:
    """Return the meeting, named by its key where its schedule is missing or broken."""
    meeting = repository.meetings.get(key)
    return meeting_subject(repository, meeting) if meeting else Subject(str(key), key)


FIGURE = Figure("số lượt được phân công", compute, tables, ABOUT)
