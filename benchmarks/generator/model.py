"""What the generator knows of the sample's world before it is written: units, people, schedules, assignments."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from benchmarks.generator.dates import Calendar, month_folder
from benchmarks.generator.phrases import Decks
from benchmarks.generator.writer import Fields

PLAN = "46-kh-dtn"


@dataclass
class Branch:
    """A branch of a unit."""

    code: str
    name: str
    members: int
    starts_on: date | None = None
    ends_on: date | None = None

    def holds_in(self, first: date, last: date) -> bool:
        """Return whether the branch exists on any day from `first` to `last`."""
        return (self.starts_on is None or self.starts_on <= last) and (self.ends_on is None or self.ends_on >= first)


@dataclass
class Unit:
    """A unit, and its habits: when it meets, how punctually it sends schedules."""

    index: int
    id: str
    name: str
    branches: list[Branch]
    members: int
    punctuality: str
    starts_on: date = date(2017, 10, 20)
    ends_on: date | None = None
    extra: Fields = field(default_factory=dict)

    @property
    def is_union(self) -> bool:
        """Whether the unit has branches."""
        return bool(self.branches)

    def exists_on(self, day: date) -> bool:
        """Return whether the unit exists on the day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclass
class Seat:
    """A position from a day to a day."""

    body: str
    title: str
    starts_on: date
    ends_on: date | None = None
    tenure: str = "bầu"

    def covers(self, day: date) -> bool:
        """Return whether the seat is held on the day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclass
class Person:
    """An officer."""

    id: str
    name: str
    seats: list[Seat]
    workplaces: list[tuple[str, date | None, date | None]]
    unavailable: tuple[date, date] | None = None

    def assignable_on(self, day: date) -> bool:
        """Return whether the officer may be sent to a meeting on the day."""
        away = self.unavailable is not None and self.unavailable[0] <= day <= self.unavailable[1]
        return not away and any(seat.body in ("btv", "bch") and seat.covers(day) for seat in self.seats)


@dataclass
class Meeting:
    """A meeting as announced, with what became of it."""

    unit: Unit
    month: int
    on: date
    minutes: int
    place: str
    branch: Branch | None
    theme: str
    content: str
    code: str = ""
    moves: list[Fields] = field(default_factory=list)
    moved_to: date | None = None
    status: str = ""
    status_on: date | None = None
    took_place: bool = False

    @property
    def last_on(self) -> date:
        """The last announced day."""
        return self.moved_to or self.on

    @property
    def short_id(self) -> str:
        """The id inside its month."""
        return f"{self.unit.id}/{self.code}"

    @property
    def key(self) -> str:
        """The id in the whole repository."""
        return f"{PLAN}/{month_folder(self.month)}/{self.short_id}"


@dataclass
class Schedule:
    """A unit's meetings of a month; `received` is the text of the day, which may be `chưa rõ`."""

    unit: Unit
    month: int
    received_on: date
    meetings: list[Meeting] = field(default_factory=list)
    no_meeting: list[tuple[Branch, str]] = field(default_factory=list)
    incomplete: bool = False
    amendments: list[Fields] = field(default_factory=list)
    contact_given: bool = True
    received_is_known: bool = True

    def number_meetings(self) -> None:
        """Give the meetings their codes, in order of day and hour."""
        self.meetings.sort(key=lambda meeting: (meeting.on, meeting.minutes))
        for number, meeting in enumerate(self.meetings, 1):
            meeting.code = f"b{number}"


@dataclass
class Item:
    """One person assigned to one meeting; `outcome` is what became of it, empty while nothing is known."""

    meeting: Meeting
    person: Person
    outcome: str = ""
    replaced_by: Person | None = None
    reported_on: date | None = None
    assigned_on: date | None = None
    reason: str = ""


@dataclass
class Visit:
    """A report on a meeting, before its text is made."""

    meeting: Meeting
    attendees: list[Person]
    sent_on: date | None
    scheduled: bool = True
    sent_is_known: bool = True
    held_on: date | None = None
    present: int = 0  # 0: left to chance


@dataclass
class World:
    """Everything made so far."""

    random: Random
    decks: Decks
    calendar: Calendar
    as_of: date
    units: list[Unit]
    people: list[Person]
    schedules: dict[tuple[int, str], Schedule] = field(default_factory=dict)
    items: dict[int, list[Item]] = field(default_factory=dict)
    visits: list[Visit] = field(default_factory=list)
    has_story: bool = True  # whether the hand-written story happens in it

    def unit(self, unit_id: str) -> Unit:
        """Return the unit with that id."""
        return next(unit for unit in self.units if unit.id == unit_id)

    def person(self, person_id: str) -> Person:
        """Return the officer with that id."""
        return next(person for person in self.people if person.id == person_id)
