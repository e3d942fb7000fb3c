"""What names a thing in the whole repository: typed keys. Nothing else joins ids or takes them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self

from ktgs.language.months import Month

_PARTED = re.compile(r"[/#]")


@dataclass(frozen=True, slots=True)
class Context:
    """Where a reference is read: in or about which plan, unit and month. `is_inside`: in the plan's own folder."""

    plan: str = ""
    unit: str = ""
    month: Month | None = None
    is_inside: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Names one thing. Its text joins the parts; `short` is how many of the last ones a reference may give alone."""

    kind: ClassVar[str]
    short: ClassVar[int] = 1

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts as text, the plan or unit first."""
        return tuple([str(getattr(self, name)) for name in self.__match_args__])

    @property
    def own(self) -> str:
        """The key as a reference inside its plan, or about its unit, gives it."""
        return "/".join(self.parts[-self.short :])

    @property
    def scope(self) -> tuple[str, ...]:
        """The parts before those: what a short reference is short within."""
        return self.parts[: -self.short]

    def __str__(self) -> str:
        return "/".join(self.parts)

    @classmethod
    def of_path(cls, parts: Mapping[str, str]) -> Self | None:
        """Return the key that the named parts of a file's path give, None where they give none."""
        return cls._made(parts["plan"], parts["id"])

    @classmethod
    def complete(cls, written: Sequence[str], context: Context) -> Self | None:
        """Return the key that the parts of a reference mean there, None where they have another form."""
        given = len(written)
        if given == cls.short:
            return cls._made(context.plan, *written)
        return cls._made(*written) if given == len(fields(cls)) and not context.is_inside else None

    @classmethod
    def _made(cls, *parts: Any) -> Self:
        return cls(*parts)


@dataclass(frozen=True, slots=True)
class Written:
    """A reference as a file gives it, until linking completes it."""

    text: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The ids that it joins."""
        return tuple(_PARTED.split(self.text))

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, order=True)
class ActivityKey(Key):
    """An activity of a plan."""

    kind = "activity"
    plan: str
    activity: str


@dataclass(frozen=True, slots=True, order=True)
class TopicKey(Key):
    """A topic of a plan's regular supervision."""

    kind = "topic"
    plan: str
    topic: str


@dataclass(frozen=True, slots=True, order=True)
class TeamKey(Key):
    """A team."""

    kind = "team"
    plan: str
    team: str


@dataclass(frozen=True, slots=True, order=True)
class EngagementKey(Key):
    """A team's work with one unit."""

    kind = "engagement"
    short = 2
    plan: str
    team: str
    engagement: str

    @property
    def team_key(self) -> TeamKey:
        """The team."""
        return TeamKey(self.plan, self.team)


@dataclass(frozen=True, slots=True, order=True)
class DocumentKey(Key):
    """A document that a team asked a unit for."""

    kind = "document"
    short = 3
    plan: str
    team: str
    engagement: str
    document: str

    @property
    def team_key(self) -> TeamKey:
        """The team."""
        return TeamKey(self.plan, self.team)


@dataclass(frozen=True, slots=True, order=True)
class NoticeKey(Key):
    """A notice."""

    kind = "notice"
    plan: str
    notice: str


@dataclass(frozen=True, slots=True, order=True)
class AdjustmentKey(Key):
    """An adjustment."""

    kind = "adjustment"
    plan: str
    adjustment: str


@dataclass(frozen=True, slots=True, order=True)
class AssignmentKey(Key):
    """A month's assignment."""

    kind = "assignment"
    plan: str
    month: Month

    @classmethod
    def of_path(cls, parts: Mapping[str, str]) -> Self | None:
        """Return the key that the path gives, None where its name is no month."""
        month = Month.read(parts["id"])
        return cls(parts["plan"], month) if month else None


@dataclass(frozen=True, slots=True, order=True)
class ScheduleKey(Key):
    """A unit's schedule of a month."""

    kind = "schedule"
    plan: str
    month: Month
    unit: str

    @classmethod
    def of_path(cls, parts: Mapping[str, str]) -> Self | None:
        """Return the key that the path gives, None where its folder is no month."""
        month = Month.read(parts["month"])
        return cls(parts["plan"], month, parts["id"]) if month else None


@dataclass(frozen=True, slots=True, order=True)
class MeetingKey(Key):
    """A meeting: `46-kh-dtn/2020-03/doan-so-a/b1`, and `doan-so-a/b1` in the plan's assignment of the month."""

    kind = "meeting"
    short = 2
    plan: str
    month: Month
    unit: str
    meeting: str

    @classmethod
    def complete(cls, written: Sequence[str], context: Context) -> Self | None:
        """Return the key that written parts mean there, None where they have another form."""
        if context.is_inside:
            return cls(context.plan, context.month, *written) if context.month and len(written) == 2 else None
        month = Month.read(written[1]) if len(written) == 4 else None
        return cls(written[0], month, *written[2:]) if month else None

    @property
    def schedule_key(self) -> ScheduleKey:
        """The schedule that announces it."""
        return ScheduleKey(self.plan, self.month, self.unit)


@dataclass(frozen=True, slots=True, order=True)
class BranchKey(Key):
    """A sub-unit of a unit."""

    kind = "branch"
    unit: str
    branch: str

    @classmethod
    def complete(cls, written: Sequence[str], context: Context) -> Self | None:
        """Return the sub-unit of the unit that is spoken of, None where the text has another form."""
        return cls(context.unit, written[0]) if len(written) == 1 else None


@dataclass(frozen=True, slots=True, order=True)
class FindingKey(Key):
    """A finding of a report: `2020-06-02-dot-1-doan-1#kn1`."""

    kind = "finding"
    report: str
    finding: str

    def __str__(self) -> str:
        return f"{self.report}#{self.finding}"

    @classmethod
    def complete(cls, written: Sequence[str], context: Context) -> Self | None:
        """Return the key, None where the text has another form."""
        return cls(*written) if len(written) == 2 else None


@dataclass(frozen=True, slots=True, order=True)
class FollowUpKey(Key):
    """A follow-up; its file's name may come back in another year."""

    kind = "follow_up"
    year: str
    follow_up: str

    @classmethod
    def of_path(cls, parts: Mapping[str, str]) -> Self | None:
        """Return the key that the path gives."""
        return cls(parts["year"], parts["id"])


@dataclass(frozen=True, slots=True, order=True)
class RoundUnitKey(Key):
    """A unit in a round."""

    kind = "round_unit"
    plan: str
    activity: str
    unit: str


@dataclass(frozen=True, slots=True, order=True)
class RoundTeamKey(Key):
    """A team in a round."""

    kind = "round_team"
    plan: str
    activity: str
    team: str


@dataclass(frozen=True, slots=True, order=True)
class SessionKey(Key):
    """A session at a unit in a round: its first, or one named by its engagement beside that."""

    kind = "session"
    plan: str
    activity: str
    unit: str
    again: EngagementKey | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts as text; team and engagement are one."""
        more = (f"{self.again.team}-{self.again.engagement}",) if self.again else ()
        return self.plan, self.activity, self.unit, *more


@dataclass(frozen=True, slots=True, order=True)
class SessionDocumentKey(Key):
    """A document asked for at a session."""

    kind = "session_document"
    session: SessionKey
    document: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The session's parts and the document."""
        return *self.session.parts, self.document


@dataclass(frozen=True, slots=True, order=True)
class ActivityTopicKey(Key):
    """A topic under the activity of regular supervision."""

    kind = "activity_topic"
    plan: str
    activity: str
    topic: str


PeriodKey = Month | ActivityKey | None  # the month or activity by which obligations are grouped, None for neither


def beside(word: str, ids: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """Return what stands before the id's last part, behind / or #, and the last parts of the ids that begin like it."""
    head = re.match(r"(?:.*[/#])?", word)
    start = head.group() if head else ""
    lasts = (known[len(start) :] for known in ids if known.startswith(start))
    return start[:-1], tuple(last for last in lasts if not re.search("[/#]", last))
