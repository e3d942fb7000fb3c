"""Which notice was sent to which unit for which round, and which engagements it told of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.records.keys import ActivityKey, TeamKey
from ktgs.records.notice import Notice, Sending
from ktgs.repository.linked import TeamEngagement
from ktgs.repository.marks import broken_teams
from ktgs.repository.repository import Repository


@dataclass(frozen=True, slots=True)
class Sent:
    """A notice as it was sent to a unit."""

    notice: Notice
    sending: Sending


def notices_of(repository: Repository, activity: ActivityKey) -> tuple[Notice, ...]:
    """Return the notices that name a team of the activity, those replaced and of broken teams included, by id."""
    teams: set[TeamKey] = {team.key for team in repository.teams_by_activity.get(activity, ())}
    teams.update(broken_teams(repository, activity))
    return tuple(notice for notice in repository.notices.values() if teams.intersection(notice.teams))


def sent_in_round(repository: Repository, activity: ActivityKey) -> Iterator[Sent]:
    """Yield every sending of the activity's notices."""
    for notice in notices_of(repository, activity):
        for sending in notice.sent_to:
            yield Sent(notice, sending)


def sent_to_unit(repository: Repository, activity: ActivityKey, unit: str) -> tuple[Sent, ...]:
    """Return what was sent to a unit for the round, whichever of its teams it told of."""
    return tuple(sent for sent in sent_in_round(repository, activity) if sent.sending.unit == unit)


def sent_for(repository: Repository, engagement: TeamEngagement) -> tuple[Sent, ...]:
    """Return what told the unit of this engagement: the notices that name its team."""
    sent = sent_to_unit(repository, engagement.team.activity, engagement.engagement.unit)
    return tuple(sending for sending in sent if engagement.team.key in sending.notice.teams)


def told_of(repository: Repository, activity: ActivityKey, sent: Sent) -> tuple[TeamEngagement, ...]:
    """Return the unit's engagements in the round that a sending told of."""
    return tuple(
        engagement
        for engagement in repository.engagements_by_activity.get(activity, ())
        if engagement.engagement.unit == sent.sending.unit and engagement.team.key in sent.notice.teams
    )
