"""Records with what they belong to: a meeting and its schedule, a visit and its meeting, a finding and its report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from ktgs.language.months import Month
from ktgs.records.assignment import Assignment, Item
from ktgs.records.finding import Finding, GoodPractice, Petition, Recommendation, Shortcoming
from ktgs.records.follow_up import Event, FollowUp
from ktgs.records.keys import BranchKey, EngagementKey, FindingKey, MeetingKey, TopicKey
from ktgs.records.plan import Activity, Plan
from ktgs.records.report import FlashReport, Observation, Report, Summary, VisitReport
from ktgs.records.schedule import Meeting, Schedule
from ktgs.records.team import Engagement, Team

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")


@dataclass(frozen=True)
class ScheduledMeeting:
    """A meeting with the schedule that announces it."""

    key: MeetingKey
    meeting: Meeting
    schedule: Schedule

    @cached_property
    def on(self) -> date:
        """The last announced day."""
        return self.meeting.announced.on

    @property
    def branch(self) -> BranchKey | None:
        """The sub-unit that meets, None for the unit itself."""
        return self.meeting.branch


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit report linked to what it is about; `meeting` is None where the meeting was in no schedule."""

    report: VisitReport
    plan: str
    unit: str
    branch: BranchKey | None
    on: date
    meeting: ScheduledMeeting | None

    @property
    def month(self) -> Month:
        """The month of the schedule that announced the meeting, else that of its day."""
        return self.meeting.key.month if self.meeting else Month.of(self.on)

    @property
    def occasion(self) -> MeetingKey | tuple[str, BranchKey | None, date]:
        """What makes two reports be about one meeting: the meeting's key, or unit, sub-unit and day."""
        return self.meeting.key if self.meeting else (self.unit, self.branch, self.on)


@dataclass(frozen=True, slots=True)
class Assigned:
    """One person assigned to one meeting; `meeting` is None where its schedule is missing or broken."""

    item: Item
    assignment: Assignment
    meeting: ScheduledMeeting | None

    @property
    def key(self) -> MeetingKey:
        """The meeting."""
        return self.item.meeting


@dataclass(frozen=True, slots=True)
class TeamEngagement:
    """An engagement with its team and its activity."""

    key: EngagementKey
    engagement: Engagement
    team: Team
    plan: Plan
    activity: Activity


@dataclass(frozen=True, slots=True)
class Observed:
    """A topic of regular supervision seen on a day, in an observation or a visit report."""

    topic: TopicKey
    on: date
    report: Report


@dataclass(frozen=True, slots=True)
class ReportedFinding:
    """A finding with the report that holds it, the unit that it is about, and what happened since, by day."""

    key: FindingKey
    finding: Finding
    report: Report
    unit: str | None
    events: tuple[Event, ...]
    follow_ups: tuple[FollowUp, ...]

    @property
    def plan(self) -> str:
        """The id of the report's plan, empty where it is not known."""
        return self.report.plan or ""


FindingKind = type[GoodPractice] | type[Shortcoming] | type[Recommendation] | type[Petition]


def report_day(report: Report) -> date | None:
    """Return the day that places a report under a plan: of the observation or meeting, else sent, else issued."""
    if isinstance(report, Observation):
        return report.observed_on
    if isinstance(report, FlashReport | Summary):
        return report.month.last
    if isinstance(report, VisitReport) and (report.held_on or report.on):
        return report.held_on or report.on
    return report.sent_on if isinstance(report.sent_on, date) else report.issued_on


def grouped(pairs: Iterable[tuple[KeyT, ValueT]]) -> dict[KeyT, tuple[ValueT, ...]]:
    """Return the values of each key, keys and values in the order in which they come."""
    groups: dict[KeyT, list[ValueT]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
