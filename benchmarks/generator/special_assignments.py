"""Assignments that show one rule each, made before chance deals out the rest."""

from datetime import date

from benchmarks.generator.model import Item, Meeting, Visit, World
from benchmarks.generator.schedules import make_meeting, move

_FORCED: tuple[tuple[int, str, date, str, str], ...] = (  # month, unit, first announced day, officer, outcome
    (3, "doan-so-a", date(2020, 3, 25), "pham-thi-d", "visited"),
    (3, "doan-so-a", date(2020, 3, 25), "duong-van-q", "visited"),
    (4, "doan-truong-b", date(2020, 4, 8), "vo-van-k", "visited"),
    (4, "doan-so-g", date(2020, 4, 7), "huynh-thi-g", ""),
    (5, "doan-so-c", date(2020, 5, 6), "huynh-thi-g", "replaced"),
    (5, "doan-so-b", date(2020, 5, 14), "tran-thi-b", "visited"),
    (5, "doan-so-b", date(2020, 5, 14), "phan-van-h", "visited"),
    (5, "doan-vien-a", date(2020, 5, 28), "ly-thi-r", "visited"),
    (6, "doan-so-d", date(2020, 6, 3), "tran-thi-t", "visited"),
    (7, "doan-so-c", date(2020, 7, 15), "huynh-thi-g", "visited"),
    (9, "doan-so-h", date(2020, 9, 16), "vo-van-k", "visited"),
    (9, "doan-so-i", date(2020, 9, 16), "vo-van-k", "visited"),
)
_SENT: dict[tuple[int, str], date] = {
    (4, "doan-truong-b"): date(2020, 5, 5),
    (5, "doan-so-b"): date(2020, 5, 22),
    (5, "doan-vien-a"): date(2020, 6, 17),  # late but for an extension
    (6, "doan-so-d"): date(2020, 6, 10),
    (7, "doan-so-c"): date(2020, 7, 22),
    (9, "doan-so-h"): date(2020, 9, 23),
    (9, "doan-so-i"): date(2020, 9, 24),
}


def find_meeting(world: World, month: int, unit_id: str, on: date) -> Meeting:
    """Return a meeting of the story by its first announced day."""
    meetings = world.schedules[month, unit_id].meetings
    return next(meeting for meeting in meetings if meeting.on == on)


def force_items(world: World, month: int) -> list[Item]:
    """Return the month's assignments of the story, with the visits of those whose report is on a day of its own."""
    items: list[Item] = []
    for of_month, unit_id, on, person_id, outcome in _FORCED:
        if of_month == month:
            item = Item(find_meeting(world, month, unit_id, on), world.person(person_id), outcome)
            items.append(item)
    by_meeting: dict[int, list[Item]] = {}
    for item in items:
        if item.outcome == "visited":
            by_meeting.setdefault(id(item.meeting), []).append(item)
    for together in by_meeting.values():
        meeting = together[0].meeting
        people = [item.person for item in together]
        if meeting.unit.id == "doan-so-a":  # two reports on one meeting, which do not agree on who was there
            world.visits += [
                Visit(meeting, [people[0]], date(2020, 4, 3), present=12),
                Visit(meeting, [people[1]], date(2020, 4, 1), present=13),
            ]
        else:
            world.visits.append(Visit(meeting, people, _SENT[month, meeting.unit.id]))
    for item in items:
        if item.outcome == "replaced":
            item.replaced_by, item.reported_on = world.person("do-thi-n"), date(2020, 5, 5)
    return items


def settle_story(world: World) -> None:
    """Give some of the visits that chance made an unknown day of sending, and add visits nobody was assigned to."""
    story = {"doan-so-a", "doan-so-b", "doan-so-c", "doan-vien-a", "doan-so-d", "doan-truong-b"}
    ordinary = [
        visit for visit in world.visits if visit.meeting.unit.id not in story and visit.scheduled and visit.sent_on
    ]
    ordinary[len(ordinary) // 2].sent_is_known = False
    day_later = ordinary[len(ordinary) // 3]
    day_later.held_on = world.calendar.after(day_later.meeting.last_on, 1)
    day_later.sent_on = world.calendar.after(day_later.held_on, 4)
    for visit in world.visits:
        if visit.meeting.unit.id == "doan-so-c" and visit.meeting.on == date(2020, 5, 6):
            visit.sent_on = date(2020, 5, 14)
    _unassigned(world)
    _unscheduled(world)
    _added_later(world)
    _put_off(world)


def _unassigned(world: World) -> None:
    """Visits that count and owe nothing: meetings that an officer attended without being assigned."""
    assigned = {item.meeting.key for items in world.items.values() for item in items}
    busy = {(item.meeting.last_on, item.person.id) for items in world.items.values() for item in items}
    for month, person_id in ((3, "ho-van-o"), (6, "hoang-van-x"), (7, "vo-van-k"), (9, "nguyen-van-s")):
        person = world.person(person_id)
        meeting = next(
            meeting
            for (of_month, _), schedule in world.schedules.items()
            for meeting in schedule.meetings
            if of_month == month
            and meeting.key not in assigned
            and not meeting.status
            and (meeting.last_on, person_id) not in busy
            and meeting.unit.index > 11
            and meeting.unit.id not in [unit for unit, _, _ in person.workplaces]
            and person.assignable_on(meeting.last_on)
        )
        sent_on = world.calendar.after(meeting.last_on, 3)
        world.visits.append(Visit(meeting, [person], sent_on))


def _unscheduled(world: World) -> None:
    """A visit to a unit that sent no schedule that month: its report itself says when and where."""
    unit, day = world.unit("doan-trung-tam-c"), date(2020, 9, 10)
    busy = {item.person.id for item in world.items[9] if day in (item.meeting.on, item.meeting.last_on)}
    first = (world.person("duong-van-q"), world.person("hoang-van-x"))
    person = next(
        person
        for person in (*first, *world.people)
        if person.id not in busy
        and person.assignable_on(day)
        and unit.id not in [place for place, _, _ in person.workplaces]
    )
    meeting = make_meeting(world, unit, 9, unit.branches[0])
    meeting.on = day
    world.visits.append(Visit(meeting, [person], date(2020, 9, 17), scheduled=False))


def _added_later(world: World) -> None:
    """An assignment made after the month's paper was issued."""
    assigned = {item.meeting.key for items in world.items.values() for item in items}
    person = world.person("nguyen-van-s")
    busy = {item.meeting.last_on for item in world.items[8] if item.person is person or item.replaced_by is person}
    meeting = next(
        meeting
        for (month, _), schedule in world.schedules.items()
        for meeting in schedule.meetings
        if month == 8 and meeting.key not in assigned and not meeting.status and meeting.on > date(2020, 8, 17)
        if meeting.last_on not in busy and meeting.unit.index > 24 and schedule.received_on < date(2020, 8, 1)
    )
    world.items[8].append(Item(meeting, person, "visited", assigned_on=date(2020, 8, 14)))
    world.visits.append(Visit(meeting, [person], world.calendar.after(meeting.last_on, 2)))


def _put_off(world: World) -> None:
    """Meetings to come that somebody is assigned to: one moved to another day, one postponed without any."""
    coming = [
        item.meeting
        for item in world.items[10]
        if item.meeting.on > date(2020, 10, 18) and not item.outcome and not item.meeting.moves
    ]
    for meeting in coming[:1]:
        move(meeting, world.calendar.after(meeting.on, 3), date(2020, 10, 13), "Trùng hội nghị của cơ quan")
    for meeting in coming[1:][-1:]:
        meeting.status, meeting.status_on = "hoãn", date(2020, 10, 14)
