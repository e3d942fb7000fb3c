"""Calendar feeds (iCalendar, RFC 5545): everything, deadlines only, one for each unit, one for each officer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from ktgs.addresses.declaring import Download, DownloadKind
from ktgs.exports._deadlines import Deadlines, listed
from ktgs.exports._entries import Feeds
from ktgs.exports._happenings import days_off, engagement, meeting, rounds
from ktgs.facts.facts import Facts
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.targets import ToPersonFeed, ToUnitFeed
from ktgs.records.keys import TeamKey
from ktgs.repository.parties import WhoKind
from ktgs.repository.presence import members_on

ALL, DEADLINES = "ics/tat-ca.ics", "ics/han.ics"
DOWNLOADS = (
    Download(
        DownloadKind.feed,
        ALL,
        "mọi việc: đợt, cuộc kiểm tra, giám sát, buổi sinh hoạt, hạn, ngày nghỉ và ngày làm bù",
        order=10,
    ),
    Download(DownloadKind.feed, DEADLINES, "chỉ các hạn", order=20),
)

Events = dict[str, list[bytes]]


def unit_feed(_facts: Facts, target: ToUnitFeed) -> str:
    """Return the path of a unit's feed."""
    return f"ics/don-vi/{target.unit}.ics"


def person_feed(_facts: Facts, target: ToPersonFeed) -> str:
    """Return the path of an officer's feed."""
    return f"ics/can-bo/{target.person}.ics"


ADDRESSES = {ToUnitFeed: unit_feed, ToPersonFeed: person_feed}


@dataclass(frozen=True)
class _Making:
    """The feeds of one day's facts while they are made; an event that stands in several is made once."""

    facts: Facts
    feeds: Feeds
    deadlines: Deadlines
    of_units: Events = field(default_factory=lambda: defaultdict(list))
    of_people: Events = field(default_factory=lambda: defaultdict(list))

    def sessions(self) -> Iterator[bytes]:
        """Yield the engagements, and note them for their units and for those who are in the team on the day."""
        for engaged in self.facts.repository.engagements.values():
            if entry := engagement(self.facts.repository, engaged):
                event = self.feeds.event(entry)
                self.of_units[engaged.engagement.unit].append(event)
                for person in members_on(engaged.team, entry.on):
                    self.of_people[person].append(event)
                yield event

    def meetings(self) -> Iterator[bytes]:
        """Yield the meetings, by day, and note them, with the day for reports, for those who were assigned."""
        repository = self.facts.repository
        for scheduled in sorted(repository.meetings.values(), key=lambda scheduled: (scheduled.on, scheduled.key)):
            event = self.feeds.event(meeting(self.facts, scheduled, self.deadlines.extended(scheduled.key)))
            self.of_units[scheduled.key.unit].append(event)
            for person in {assigned.item.person for assigned in repository.assigned_by_meeting.get(scheduled.key, ())}:
                self.of_people[person].append(event)
                if entry := self.deadlines.report_of(person, scheduled):
                    self.of_people[person].append(self.feeds.event(entry, reminds=True))
            yield event

    def share(self, owed: tuple[Obligation, ...]) -> None:
        """Note each deadline of a unit for the unit, of a person for the person, of a team for those in it that day."""
        for item in owed:
            if item.who.kind is WhoKind.body or item.due_on is None:
                continue
            event = self.feeds.event(self.deadlines.single(item), reminds=True)
            if item.who.kind is WhoKind.unit:
                self.of_units[item.who.id].append(event)
            elif item.who.kind is WhoKind.person:
                self.of_people[item.who.id].append(event)
            elif team := self.facts.repository.teams.get(TeamKey(item.plan.id, item.who.id)):
                for person in members_on(team, item.due_on):
                    self.of_people[person].append(event)


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """Yield every feed."""
    repository = facts.repository
    feeds = Feeds(facts)
    making = _Making(facts, feeds, Deadlines(facts))
    name = repository.organization.short_name or repository.organization.name
    happenings = [
        *map(feeds.event, rounds(repository)),
        *making.sessions(),
        *making.meetings(),
        *map(feeds.event, days_off(repository)),
    ]
    owed = listed(facts)
    shared = (*making.deadlines.together(owed), *making.deadlines.reports_on(repository.meetings.values()))
    ends = [feeds.event(entry) for entry in shared]
    yield ALL, feeds.feed(f"{name}: kiểm tra, giám sát và đi cơ sở", (*happenings, *ends))
    yield DEADLINES, feeds.feed(f"{name}: hạn các việc phải làm", ends)
    making.share(owed)
    for unit in repository.units.values():
        events = making.of_units[unit.id]
        yield unit_feed(facts, ToUnitFeed(unit.id)), feeds.feed(f"{unit.name}: lịch và hạn", events)
    for person in repository.people.values():
        words = f"{person.full_name}: lịch phân công"
        yield person_feed(facts, ToPersonFeed(person.id)), feeds.feed(words, making.of_people[person.id])
