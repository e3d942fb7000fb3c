"""How far recommendations and petitions have come: state, due day, age, whose turn it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ktgs.language.vocabulary import Word
from ktgs.records.finding import Petition, PetitionAddressee, Recommendation, RecommendationAddressee
from ktgs.records.follow_up import Event, Step
from ktgs.records.organization import BodyRole
from ktgs.records.report import ResultReport, VisitReport
from ktgs.repository.linked import ReportedFinding, report_day
from ktgs.repository.naming import unit_name
from ktgs.repository.repository import Repository
from ktgs.repository.units import successor


class RecommendationState(Word):
    """How far a team's recommendation has come."""

    in_progress = "đang khắc phục"
    awaiting_recheck = "chờ phúc tra"
    remedied = "đã khắc phục"
    failed = "chưa đạt, khắc phục lại"
    overdue = "quá hạn"


class PetitionState(Word):
    """How far a proposal of the grassroots has come."""

    recorded = "mới ghi nhận"
    forwarded = "đã chuyển cấp trên"
    answered = "đã trả lời"
    rejected = "không tiếp nhận"


OPEN = frozenset({RecommendationState.in_progress, RecommendationState.failed})
_PETITION_STEPS = {
    Step.forwarded: PetitionState.forwarded,
    Step.answered: PetitionState.answered,
    Step.rejected: PetitionState.rejected,
}


@dataclass(frozen=True, slots=True)
class RecommendationProgress:
    """What the follow-ups say. `step` is never `overdue`; `done` is the event that counts, None while it is open."""

    step: RecommendationState
    due: date | None
    extensions: tuple[Event, ...]  # those that set another due day
    done: Event | None

    def state(self, today: date) -> RecommendationState:
        """Return the state as of a day: an open recommendation is overdue after its due day."""
        is_late = self.step in OPEN and self.due is not None and self.due < today
        return RecommendationState.overdue if is_late else self.step


def recommendation_progress(finding: ReportedFinding) -> RecommendationProgress:
    """Return how far a recommendation has come: a re-check still to come holds nothing up, a failed one undoes it."""
    due = finding.finding.due if isinstance(finding.finding, Recommendation) else None
    step, done = RecommendationState.in_progress, None
    extensions = tuple(e for e in finding.events if e.new_due and e.step in (Step.extended, Step.recheck_failed))
    for event in finding.events:
        if event.step is Step.remedied:
            step, done = RecommendationState.awaiting_recheck, done or event
        elif event.step is Step.recheck_passed:
            step, done = RecommendationState.remedied, done or event
        elif event.step is Step.recheck_failed:
            step, done = RecommendationState.failed, None
    return RecommendationProgress(step, extensions[-1].new_due if extensions else due, extensions, done)


def petition_state(finding: ReportedFinding) -> PetitionState:
    """Return the state that the latest event left a petition in."""
    steps = [_PETITION_STEPS[event.step] for event in finding.events if event.step in _PETITION_STEPS]
    return steps[-1] if steps else PetitionState.recorded


def raised_on(repository: Repository, finding: ReportedFinding) -> date | None:
    """Return the day of the meeting, the observation or the report that a finding comes from."""
    if isinstance(finding.report, VisitReport) and (visit := repository.visit_of(finding.report)):
        return visit.on
    return report_day(finding.report)


def closed_on(finding: ReportedFinding) -> date | None:
    """Return the day on which nothing was left to do: re-check passed, answered or not taken up; None while open."""
    if isinstance(finding.finding, Petition):
        is_closed = petition_state(finding) in (PetitionState.answered, PetitionState.rejected)
        steps: tuple[Step, ...] = (Step.answered, Step.rejected)
    else:
        is_closed = recommendation_progress(finding).step is RecommendationState.remedied
        steps = (Step.recheck_passed,)
    return max((event.on for event in finding.events if event.step in steps), default=None) if is_closed else None


def age_days(repository: Repository, finding: ReportedFinding) -> int | None:
    """Return the calendar days from the day it was raised to the day it was closed, or to today; None without a day."""
    start = raised_on(repository, finding)
    return ((closed_on(finding) or repository.today) - start).days if start else None


def owing_unit(repository: Repository, finding: ReportedFinding) -> str | None:
    """Return the unit that a finding is with: after a merger the successor has what was still open then."""
    done = recommendation_progress(finding).done
    day = done.on if done else closed_on(finding) or repository.today
    return successor(repository, finding.unit, day) if finding.unit else None


def addressee_name(repository: Repository, finding: ReportedFinding) -> str:
    """Return the name of whom a recommendation or petition is put to, empty for other findings."""
    if not isinstance(finding.finding, Recommendation | Petition):
        return ""
    addressee = finding.finding.addressee
    if addressee in (RecommendationAddressee.superior, PetitionAddressee.superior):
        return repository.organization.superior
    if addressee in (RecommendationAddressee.standing_committee, PetitionAddressee.standing_committee):
        return _body(repository, BodyRole.standing) or str(addressee)
    return str(addressee)


def turn(repository: Repository, finding: ReportedFinding) -> str:
    """Return the name of the party whose turn it is, empty where nothing is left to do."""
    if isinstance(finding.finding, Petition):
        return _petition_turn(repository, finding, finding.finding.addressee)
    if not isinstance(finding.finding, Recommendation):
        return ""
    step = recommendation_progress(finding).step
    if step is RecommendationState.remedied:
        return ""
    if step is RecommendationState.awaiting_recheck:
        return _rechecker(repository, finding)
    if finding.finding.addressee is RecommendationAddressee.superior:
        return repository.organization.superior
    unit = owing_unit(repository, finding)
    if finding.finding.addressee is RecommendationAddressee.unit and unit:
        return unit_name(repository, unit)
    return _body(repository, BodyRole.standing)


def _petition_turn(repository: Repository, finding: ReportedFinding, addressee: PetitionAddressee) -> str:
    """Return who acts next: the standing committee answers what is put to it, the office forwards the rest."""
    state = petition_state(finding)
    if state in (PetitionState.answered, PetitionState.rejected):
        return ""
    if state is PetitionState.forwarded:
        forwarded = [event for event in finding.events if event.step is Step.forwarded]
        return forwarded[-1].by or repository.organization.superior
    if addressee is PetitionAddressee.standing_committee:
        return _body(repository, BodyRole.standing)
    return _body(repository, BodyRole.office)


def _rechecker(repository: Repository, finding: ReportedFinding) -> str:
    """Return who re-checks: the team that recommended it, else the standing committee."""
    team = repository.teams.get(finding.report.team) if isinstance(finding.report, ResultReport) else None
    return team.name if team else _body(repository, BodyRole.standing)


def _body(repository: Repository, role: BodyRole) -> str:
    """Return the name of the body that has the role, empty where none has it: a check tells that."""
    body = repository.organization.body_with(role)
    return body.name if body else ""
