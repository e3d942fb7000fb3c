"""Calendar feeds (iCalendar, RFC 5545): everything, deadlines only, one for each unit, one for each officer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ktgs.addresses import addresses
from ktgs.exports._deadlines import Deadlines, listed, of_meeting, of_meetings
from ktgs.exports._entries import Feeds
from ktgs.exports._happenings import days_off, engagement, meeting, rounds
from ktgs.facts.facts import Facts
from ktgs.obligations.obligation import Obligation, WhoKind
from ktgs.records.team import Team
from ktgs.repository.index import Repository

Events = dict[str, list[bytes]]


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield every feed; an event that stands in several is made once."""
    repository, feeds, deadlines = facts.repository, Feeds(facts.repository), Deadlines(facts)
    name = repository.organization.short_name or repository.organization.name
    of_units: Events = defaultdict(list)
    of_people: Events = defaultdict(list)
    happenings = [
        *map(feeds.event, rounds(repository)),
        *_sessions(repository, feeds, of_units, of_people),
        *_meetings(repository, feeds, of_units, of_people),
        *map(feeds.event, days_off(repository)),
    ]
    owed = listed(facts)
    shared = (*deadlines.together(owed), *of_meetings(repository, repository.meetings.values()))
    ends = [feeds.event(entry) for entry in shared]
    yield addresses.FEED, feeds.feed(f"{name}: kiểm tra, giám sát và đi cơ sở", (*happenings, *ends))
    yield addresses.FEED_OF_DEADLINES, feeds.feed(f"{name}: hạn các việc phải làm", ends)
    _share_deadlines(repository, feeds, deadlines, owed, of_units, of_people)
    for unit in repository.units.values():
        yield addresses.unit_feed(unit.id), feeds.feed(f"{unit.name}: lịch và hạn", of_units[unit.id])
    for person in repository.people.values():
        words = f"{person.full_name}: lịch phân công"
        yield addresses.person_feed(person.id), feeds.feed(words, of_people[person.id])


def _sessions(repository: Repository, feeds: Feeds, of_units: Events, of_people: Events) -> Iterator[bytes]:
    """Yield the engagements, and note them for their units and for those who are in the team on the day."""
    for held in repository.engagements:
        if entry := engagement(repository, held):
            event = feeds.event(entry)
            of_units[held.engagement.unit].append(event)
            for person in _members(held.team, entry.on):
                of_people[person].append(event)
            yield event


def _members(team: Team, day: date) -> tuple[str, ...]:
    return tuple(dict.fromkeys(member.person for member in team.members if member.covers(day)))


def _meetings(repository: Repository, feeds: Feeds, of_units: Events, of_people: Events) -> Iterator[bytes]:
    """Yield the meetings, by day, and note them, with the day for reports, for those who were assigned."""
    for found in sorted(repository.meetings.values(), key=lambda found: (found.on, found.key)):
        event = feeds.event(meeting(repository, found))
        of_units[found.key.unit].append(event)
        people = {assigned.item.person for assigned in repository.assigned_by_meeting.get(found.key, ())}
        end = of_meeting(repository, found) if people else None
        mine = [event, feeds.event(end)] if end else [event]
        for person in people:
            of_people[person].extend(mine)
        yield event


def _share_deadlines(
    repository: Repository,
    feeds: Feeds,
    deadlines: Deadlines,
    owed: tuple[Obligation, ...],
    of_units: Events,
    of_people: Events,
) -> None:
    """Note each deadline of a unit for the unit, of a person for the person, of a team for those in it on the day."""
    for item in owed:
        if item.who.kind is WhoKind.body or item.due_on is None:
            continue
        event = feeds.event(deadlines.one(item))
        if item.who.kind is WhoKind.unit:
            of_units[item.who.id].append(event)
        elif item.who.kind is WhoKind.person:
            of_people[item.who.id].append(event)
        elif team := repository.teams.get((item.plan.id, item.who.id)):
            for person in _members(team, item.due_on):
                of_people[person].append(event)
