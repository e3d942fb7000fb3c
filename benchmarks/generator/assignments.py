"""Who attends which meeting, what became of it, and who reported."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from benchmarks.generator.dates import dmy, month_name
from benchmarks.generator.model import Item, Meeting, Person, Visit, World
from benchmarks.generator.phrases import COMMON
from benchmarks.generator.special_assignments import force_items
from benchmarks.generator.writer import Fields

ISSUED = {
    3: date(2020, 3, 2),
    4: date(2020, 3, 27),
    5: date(2020, 4, 28),
    6: date(2020, 6, 3),  # the day of the month's first assigned meeting: a day late
    7: date(2020, 6, 29),
    8: date(2020, 7, 30),
    9: date(2020, 8, 28),
    10: date(2020, 9, 29),
    11: date(2020, 10, 30),
}
_NUMBERS = {
    3: "12-TB/ĐTN",
    4: "15 - TB/ĐTN",
    5: "19-TB/ĐTN",
    6: "27-TB/ĐTN",
    7: "31/TB-ĐTN",
    9: "38-TB/ĐTN",
    10: "45-TB/ĐTN",
    11: "49-TB/ĐTN",
}  # August's went out without a number
_MEETINGS_A_MONTH = 20  # for 66 units
_NEVER_VISITED = 8  # each eighth unit is left out, so that coverage has something to show
_WITHOUT_ABSENCE = (5, 8)  # May: somebody's report is missing and nobody is known absent; August: all attended
_CERTAIN = {3: ["excused", "unexcused"], 7: ["excused"], 9: ["excused"]}  # so that their flash reports are owed
_SESSIONS = {  # days on which team members sit with an inspected unit, and may be sent to no meeting
    **dict.fromkeys(("2020-05-11", "2020-05-12", "2020-05-14", "2020-05-15", "2020-05-19", "2020-05-20"), (1, 6, 11)),
    **dict.fromkeys(("2020-05-13", "2020-05-18", "2020-05-21", "2020-05-22"), (0, 3, 4, 8)),
    **dict.fromkeys(("2020-06-15", "2020-06-16", "2020-06-18", "2020-06-23", "2020-06-25"), (3, 5)),
    **dict.fromkeys(("2020-09-14", "2020-09-17", "2020-09-22", "2020-09-24", "2020-09-29"), (0, 6, 8)),
    **dict.fromkeys(("2020-11-10", "2020-11-12", "2020-11-17"), (1, 4, 6)),
}


def make_assignments(world: World) -> None:
    """Assign people to meetings month by month, then tell what became of each."""
    visits = dict.fromkeys((unit.id for unit in world.units), 0)
    busy = {(day, world.people[index].id) for day, indexes in _SESSIONS.items() for index in indexes}
    busy |= {("2020-05-11", world.people[index].id) for index in (0, 3, 4, 8)}
    for month, issued_on in ISSUED.items():
        if issued_on > world.as_of:
            return
        items = force_items(world, month) if world.has_story else []
        busy |= {key for item in items for key in _days(item.meeting, item.person)}
        taken = {item.meeting.short_id for item in items}
        queue = [person for person in world.people if person.assignable_on(issued_on)]
        world.random.shuffle(queue)
        for item in items:
            _to_the_end(queue, item.person)
        wanted = max(1, round(_MEETINGS_A_MONTH * len(world.units) / 66)) - len(taken)
        for meeting in _candidates(world, month, issued_on, visits)[: max(0, wanted)]:
            if meeting.short_id in taken:
                continue
            how_many = 2 if world.random.random() < 0.12 else 1
            for person in list(islice(_free(meeting, busy, queue), how_many)):
                items.append(Item(meeting, person))
                busy |= set(_days(meeting, person))
                _to_the_end(queue, person)
            visits[meeting.unit.id] += 1
        world.items[month] = sorted(
            items, key=lambda item: (item.meeting.on, item.meeting.minutes, item.meeting.short_id)
        )
        _outcomes(world, month)


def _days(meeting: Meeting, person: Person) -> list[tuple[str, str]]:
    return [(meeting.on.isoformat(), person.id), (meeting.last_on.isoformat(), person.id)]


def _candidates(world: World, month: int, issued_on: date, visits: dict[str, int]) -> list[Meeting]:
    """Return one meeting a unit that the office could know of, the units visited least first."""
    found = []
    for (of_month, _), schedule in world.schedules.items():
        if of_month != month or schedule.received_on > issued_on or schedule.unit.index % _NEVER_VISITED == 7:
            continue
        coming = [m for m in schedule.meetings if m.on > issued_on and m.status != "hoãn"]
        if month == 4:  # most of April was cancelled; take more of those that were held
            coming = [m for m in coming if not m.status or world.random.random() < 0.35]
        if coming:
            found.append(world.random.choice(coming))
    world.random.shuffle(found)
    return sorted(found, key=lambda meeting: visits[meeting.unit.id])


def _to_the_end(queue: list[Person], person: Person) -> None:
    queue.remove(person)
    queue.append(person)


def _free(meeting: Meeting, busy: set[tuple[str, str]], queue: list[Person]) -> Iterator[Person]:
    """Yield who may be sent, in the order of the queue: those sent longest ago come first."""
    first, last = meeting.on.isoformat(), meeting.last_on.isoformat()
    for person in queue:
        is_busy = (first, person.id) in busy or (last, person.id) in busy
        works_there = meeting.unit.id in [unit for unit, _, _ in person.workplaces]
        if (
            not is_busy
            and not works_there
            and person.assignable_on(meeting.on)
            and person.assignable_on(meeting.last_on)
        ):
            yield person


def _outcomes(world: World, month: int) -> None:
    """Decide for each assigned meeting of the past what became of it, and make the visits."""
    by_meeting: dict[str, list[Item]] = {}
    for item in world.items[month]:
        by_meeting.setdefault(item.meeting.short_id, []).append(item)
    certain = list(_CERTAIN.get(month, ()))
    for items in by_meeting.values():
        meeting = items[0].meeting
        if meeting.status or meeting.last_on >= world.as_of:
            continue
        for item in items:
            if not item.outcome:
                item.outcome = certain.pop() if certain else _outcome(world, month)
            _details(world, item)
        went = [item.replaced_by or item.person for item in items if item.outcome in ("reported", "replaced")]
        if went:
            _report(world, meeting, went)


def _outcome(world: World, month: int) -> str:
    luck = world.random.random()
    if luck < 0.84 or (month in _WITHOUT_ABSENCE and luck < 0.96):
        return "reported"
    for limit, outcome in ((0.89, "replaced"), (0.93, "excused"), (0.95, "unexcused"), (0.97, "attended")):
        if luck < limit:
            return outcome
    return "unreported" if month != 8 else "reported"


def _details(world: World, item: Item) -> None:
    """Add the replacement, the reason and the day it was told."""
    day = item.meeting.last_on
    if item.outcome == "replaced" and not item.replaced_by:
        item.replaced_by = next(
            person
            for person in world.random.sample(world.people, len(world.people))
            if person is not item.person
            and person.assignable_on(day)
            and not any(day.isoformat() == when and person.id == who for when, who in _taken(world))
            and item.meeting.unit.id not in [unit for unit, _, _ in person.workplaces]
        )
    if item.outcome in ("replaced", "excused"):
        item.reported_on = item.reported_on or max(
            day - timedelta(days=world.random.randint(0, 2)), ISSUED[item.meeting.month]
        )
    if item.outcome == "unexcused":
        item.reported_on = item.reported_on or world.calendar.after(day, 1)
    if item.outcome == "excused":
        item.reason = item.reason or world.decks.deal(COMMON, "lý do vắng")[0]


def _taken(world: World) -> set[tuple[str, str]]:
    """Return the days on which somebody already attends or sits somewhere."""
    taken = {(day, world.people[index].id) for day, indexes in _SESSIONS.items() for index in indexes}
    for items in world.items.values():
        for item in items:
            for person in filter(None, (item.person, item.replaced_by)):
                taken.update(_days(item.meeting, person))
    return taken


def _report(world: World, meeting: Meeting, attendees: list[Person]) -> None:
    """Make the visit; its report is sent in time, late, on a day nobody wrote, or is still a draft."""
    random, held_on = world.random, meeting.last_on
    luck = random.random()
    sent_on: date | None = world.calendar.after(held_on, random.randint(1, 7) if luck < 0.8 else random.randint(8, 12))
    if luck > 0.97:
        sent_on = None
    if sent_on and sent_on > world.as_of:
        return
    world.visits.append(Visit(meeting, attendees, sent_on))


def assignment_fields(month: int, items: list[Item]) -> Fields:
    """Return the record of a month's assignment."""
    fields: Fields = {"tháng": month_name(month)}
    if month in _NUMBERS:
        fields["số ký hiệu"] = _NUMBERS[month]
    fields["ngày ban hành"] = dmy(ISSUED[month])
    fields["phân công"] = [_item_fields(item) for item in items]
    return fields


def _item_fields(item: Item) -> Fields:
    fields: Fields = {"buổi": item.meeting.short_id, "cán bộ": item.person.id}
    if item.assigned_on:
        fields["ngày phân công"] = dmy(item.assigned_on)
    if item.replaced_by:
        fields["dự thay"] = item.replaced_by.id
    if item.outcome in ("excused", "unexcused"):
        fields["vắng"] = "có lý do" if item.outcome == "excused" else "không lý do"
    if item.reason:
        fields["lý do"] = item.reason
    if item.reported_on:
        fields["ngày báo"] = dmy(item.reported_on)
    if item.outcome == "attended":
        fields |= {"đã dự": "có", "xác nhận của": "đơn vị"}
    return fields
