"""The data that ships: no error, exactly the warnings that the README lists, and every state and trap at least once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ktgs.examining.pipeline import codes
from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts, duties
from ktgs.figures.absence_totals import FIGURE as ABSENCES
from ktgs.figures.attendance_totals import FIGURE as ATTENDANCE
from ktgs.language.diagnostics import Severity
from ktgs.obligations.obligation import Flag, State
from ktgs.obligations.tables import Cell, tellable
from ktgs.records.adjustment import AdjustmentKind
from ktgs.records.assignment import Absence
from ktgs.records.finding import Petition, PetitionAddressee, Recommendation, RecommendationAddressee
from ktgs.records.follow_up import Step
from ktgs.records.plan import ActivityKind
from ktgs.records.report import ReportKind
from ktgs.records.team import Mode, Role, Status
from ktgs.repository.attendance import Attendance, attendance
from ktgs.repository.findings import PetitionState, RecommendationState, petition_state, recommendation_progress
from ktgs.repository.parties import WhoKind
from tests.repo import facts

REPOSITORY = Path(__file__).parent.parent
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
FILES = tuple(sorted(path.relative_to(REPOSITORY).as_posix() for path in (REPOSITORY / "data").rglob("*.*")))


@pytest.fixture(scope="module")
def found() -> Facts:
    """What the shipped data says on its own day."""
    return facts(REPOSITORY)


def rows(head: str) -> list[list[str]]:
    """Return the cells of the README's table that has this head."""
    _, _, rest = README.partition(f"| {head} |\n")
    lines = rest.partition("\n\n")[0].splitlines()[1:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_there_is_no_problem_but_the_accepted_warnings_and_the_readme_lists_these(found: Facts) -> None:
    assert found.diagnostics == ()
    accepted = [entry for _, entry in found.accepted]
    listed = [[entry.code, f"`{entry.file}`", entry.spot, entry.reason] for entry in accepted]
    assert rows("code | file | where | why") == listed
    assert len(listed) >= 10


def test_notes_are_of_what_the_data_cannot_hold() -> None:
    """Of the severities it can have warnings alone: F009 is of files that are no data, 2020 exchanged no day off, and
    R322 is of drafts, which a plan that runs is not.

    Another code that is a note must be shown in it, too.
    """
    assert [code.id for code in codes() if code.severity is Severity.note] == ["D414", "F009", "R322"]


def test_files_that_the_readme_names_are_there() -> None:
    named = [name for row in rows("to see | where") for name in re.findall(r"`([\w/.-]+\.(?:yml|md))`", row[1])]
    assert len(named) > 50
    assert [name for name in named if not any(f"/{file}".endswith(f"/{name}") for file in FILES)] == []


def every_word(found: Facts) -> Iterator[tuple[type[Any], set[Any]]]:
    """Yield each closed list whose every word must occur, with those that do."""
    repository = found.repository
    items = [item for assignment in repository.assignments.values() for item in assignment.items]
    engagements = [engaged.engagement for engaged in repository.engagements.values()]
    findings = [reported.finding for reported in repository.findings.values()]
    recommendations = repository.findings_of(Recommendation)
    petitions = repository.findings_of(Petition)
    yield State, {item.state for item in found.counted}
    yield Flag, {flag for item in found.counted for flag in item.flags}
    yield WhoKind, {item.who.kind for item in found.counted}
    yield Attendance, {attendance(repository, assigned) for assigned in repository.assigned}
    yield RecommendationState, {recommendation_progress(reported).state(found.today) for reported in recommendations}
    yield PetitionState, {petition_state(reported) for reported in petitions}
    yield ReportKind, {report.kind for report in repository.reports.values()}
    yield ActivityKind, {activity.kind for plan in repository.plans.values() for activity in plan.activities}
    yield AdjustmentKind, {adjustment.kind for adjustment in repository.adjustments.values()}
    yield Absence, {item.absence for item in items}
    yield Mode, {engagement.mode for engagement in engagements}
    yield Status, {meeting.meeting.status for meeting in repository.meetings.values()}
    yield Role, {member.role for team in repository.teams.values() for member in team.members}
    yield Step, {event.step for reported in repository.findings.values() for event in reported.events}
    yield RecommendationAddressee, {finding.addressee for finding in findings if isinstance(finding, Recommendation)}
    yield PetitionAddressee, {finding.addressee for finding in findings if isinstance(finding, Petition)}


def test_every_state_flag_and_word_occurs(found: Facts) -> None:
    lacking = [word for words, seen in every_word(found) for word in words if word not in seen]
    assert lacking == []


def test_every_duty_is_met_and_missed(found: Facts) -> None:
    """Each duty was done once, and once late, not at all or not clearly; regular supervision has the whole year."""
    states: dict[str, set[State]] = {}
    for item in found.counted:
        states.setdefault(item.duty.slug, set()).add(item.state)
    assert set(states) == {duty.slug for duty in duties()}
    assert [slug for slug, seen in states.items() if not seen & {State.on_time, State.late}] == []
    missed = {State.late, State.overdue, State.unknown}
    assert [slug for slug, seen in states.items() if not seen & missed] == ["giam-sat-thuong-xuyen"]


def test_every_state_can_be_looked_up_by_the_public(found: Facts) -> None:
    """All states are on the site, absences and replacements in the body's totals alone."""
    public = publish(found)
    assert {item.state for item in public.counted} == set(State)
    totals: dict[str, Cell] = {}
    for figure in (ATTENDANCE, ABSENCES):
        (table,) = public.tables(figure)
        totals |= zip(table.columns, table.rows[-1].cells, strict=True)
    told = [str(state) for state in Attendance if totals[str(state)].value not in (0, tellable(0))]
    assert told == list(map(str, Attendance))


def test_the_year_has_the_size_that_was_asked_for(found: Facts) -> None:
    repository = found.repository
    on_day = [unit for unit in repository.units.values() if unit.exists_on(repository.plans["46-kh-dtn"].issued_on)]
    kinds = [report.kind for report in repository.reports.values()]
    assert len(on_day) in (65, 66) and len(repository.units) == 66
    assert kinds.count(ReportKind.visit_report) >= 115
    assert {key.month for key in repository.schedules} >= {key.month for key in repository.assignments}


def test_the_plan_s_text_is_the_paper_s_word_for_word(found: Facts) -> None:
    """The words, without marks of layout, were compared with the paper's once; the digest holds them to it."""
    words = re.findall(r"[^\W_]+", found.repository.plans["46-kh-dtn"].body)
    digest = hashlib.sha256(" ".join(words).encode()).hexdigest()
    assert (len(words), digest) == (1630, "6794830075c84770cf4ba2f9a8209d222addd4e26b275f9ac001888a7bc754fc")


def test_reports_name_the_body_above_the_unit(found: Facts) -> None:
    """Right above a chi đoàn cơ sở stands the bloc."""
    repository = found.repository
    visits = [visit for visit in repository.visits if repository.units[visit.unit].kind == "chi đoàn cơ sở"]
    assert len(visits) > 20
    texts = [(REPOSITORY / visit.report.file).read_text(encoding="utf-8") for visit in visits]
    assert [text for text in texts if "Đoàn cơ sở" in text] == []
