"""Calendar entries and feeds as bytes: nothing of them is taken from the clock, the machine or its time zones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from icalendar import Alarm, Component, Timezone, TimezoneStandard, vDDDTypes, vInt, vText
from icalendar.parser import Contentline

from ktgs.facts.facts import Facts

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_OFFSET = timedelta(hours=7)
_OFFSET_SINCE = datetime(1975, 6, 13)  # tz database, Asia/Ho_Chi_Minh: UTC+07 without a change since
_REFRESHED = b"REFRESH-INTERVAL;VALUE=DURATION:P1D\r\nX-PUBLISHED-TTL:P1D\r\n"
_OCTETS = 74  # in a line, RFC 5545, 3.1; the library leaves one free
_NOMINAL = timedelta(minutes=90)  # how long anything with an hour is shown: the data tells no end
_LENGTH_NOTE = "Dữ liệu không ghi giờ kết thúc; buổi, cuộc có giờ được vẽ dài 90 phút và không chiếm thời gian rảnh."
_REMIND_DAYS = (7, 1)
_REMIND_AT = timedelta(hours=8)
SAMPLE_NOTE = "Dữ liệu minh họa: đơn vị, cán bộ và mọi việc đã diễn ra đều là giả định."


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One event. Without `at` it lasts whole days, up to and with `last_on`; `name` is unique and stays as it is.

    `stamp_on`: the day of the latest fact told. `revision`: how often it was moved or called off. `is_owed`: a
    deadline of which nothing tells that it is met.
    """

    name: str
    category: str
    summary: str
    stamp_on: date
    on: date
    last_on: date | None = None
    at: time | None = None
    place: str = ""
    lines: tuple[str, ...] = ()
    revision: int = 0
    is_off: bool = False
    is_owed: bool = False


class Feeds:
    """Makes events and feeds of one day's facts; the names of its events begin with their own and end with its body."""

    def __init__(self, facts: Facts) -> None:
        organization = facts.repository.organization
        self._is_internal = facts.is_internal
        self._suffix = f"@{organization.own_id}"
        self._is_sample = organization.sample_as_of is not None

    def event(self, entry: FeedEntry, *, reminds: bool = False) -> bytes:
        """Return an entry as a VEVENT of free time; what has an hour has a nominal length, as the data tells no end.

        `reminds`: it stands in the feed of one party, who is reminded of what is owed.
        """
        starts, ends = _span(entry)
        lines = [
            _line("UID", entry.name + self._suffix),
            _repeated("DTSTAMP", datetime.combine(entry.stamp_on, time.min, UTC)),
            _repeated("DTSTART", starts),
            _repeated("DTEND", ends),
            _line("SUMMARY", entry.summary),
            _repeated("CATEGORIES", entry.category),
            _repeated("SEQUENCE", entry.revision),
            _repeated("STATUS", "CANCELLED" if entry.is_off else "CONFIRMED"),
            _repeated("TRANSP", "TRANSPARENT"),
        ]
        if entry.place:
            lines.append(_repeated("LOCATION", entry.place))
        if entry.lines:
            lines.append(_line("DESCRIPTION", "\n".join(entry.lines)))
        if reminds and entry.is_owed:
            lines.append(_reminders())
        return b"".join((b"BEGIN:VEVENT\r\n", *lines, b"END:VEVENT\r\n"))

    def feed(self, name: str, events: Iterable[bytes]) -> bytes:
        """Return a feed of events made before, which so may stand in several feeds."""
        notes = [*(["nội bộ"] if self._is_internal else []), *(["dữ liệu minh họa"] if self._is_sample else [])]
        lines = (
            b"BEGIN:VCALENDAR\r\n",
            _repeated("VERSION", "2.0"),
            _repeated("PRODID", "-//ktgs//VI"),
            _repeated("CALSCALE", "GREGORIAN"),
            _as_it_is("X-WR-CALDESC", f"{SAMPLE_NOTE} {_LENGTH_NOTE}" if self._is_sample else _LENGTH_NOTE),
            _as_it_is("X-WR-CALNAME", f"{name} ({', '.join(notes)})" if notes else name),
            _REFRESHED,
            _as_it_is("X-WR-TIMEZONE", ZONE.key),
        )
        return b"".join((*lines, _zone(), *events, b"END:VCALENDAR\r\n"))


def _line(name: str, value: str | int | date | datetime) -> bytes:
    """Return one property, escaped and folded; many times as fast as a component that holds them all."""
    if isinstance(value, str):
        return folded(f"{name}:{vText(value).to_ical().decode()}") + b"\r\n"
    made = vInt(value) if isinstance(value, int) else vDDDTypes(value)
    return folded(Contentline.from_parts(name, made.params, made)) + b"\r\n"


def _as_it_is(name: str, value: str) -> bytes:
    """Return a property that RFC 5545 does not know, folded: of those the library escapes nothing."""
    return folded(Contentline(f"{name}:{value}")) + b"\r\n"  # type: ignore[no-untyped-call]


def folded(line: str) -> bytes:
    """Return a line folded just as the library folds it, which looks at each character: half of the time of a feed."""
    rest, lines = line.encode(), []
    while len(rest) > _OCTETS:
        end = _OCTETS
        while rest[end] & 0b1100_0000 == 0b1000_0000:  # UTF-8: no first octet of a character
            end -= 1
        if rest[end - 1] in b"\\^":  # which begin an escape
            end -= 1
        lines.append(rest[:end])
        rest = rest[end:]
    return b"\r\n ".join((*lines, rest))


_repeated = lru_cache(maxsize=8_192)(_line)  # what many events have in common


def _span(entry: FeedEntry) -> tuple[date, date]:
    """Return when an event starts and ends. RFC 5545, 3.6.1: the day that one ends on is no part of it."""
    if entry.at:
        starts = datetime.combine(entry.on, entry.at, ZONE)
        return starts, starts + _NOMINAL
    return entry.on, (entry.last_on or entry.on) + timedelta(days=1)


@cache
def _reminders() -> bytes:
    """Return the alarms of a deadline, in the morning some days before; the same for all, so that bytes are shared."""
    alarms = []
    for days in _REMIND_DAYS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", f"Nhắc trước hạn {days} ngày")
        alarm.add("trigger", _REMIND_AT - timedelta(days=days))
        alarms.append(_bytes(alarm))
    return b"".join(alarms)


@cache
def _zone() -> bytes:
    standard = TimezoneStandard()
    standard.add("dtstart", _OFFSET_SINCE)
    standard.add("tzoffsetfrom", _OFFSET)
    standard.add("tzoffsetto", _OFFSET)
    standard.add("tzname", "+07")
    zone = Timezone()
    zone.add("tzid", ZONE.key)
    zone.add_component(standard)
    return _bytes(zone)


def _bytes(component: Component) -> bytes:
    made: bytes = component.to_ical()
    return made
