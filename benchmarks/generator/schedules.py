"""The meeting schedules that the units sent, and what became of the meetings announced in them."""

from datetime import date, timedelta

from benchmarks.generator.dates import YEAR, clock, dmy, last_of_month, month_name
from benchmarks.generator.model import Branch, Meeting, Schedule, Unit, World
from benchmarks.generator.phrases import COMMON, ONLINE, bank, contents
from benchmarks.generator.writer import Fields, Value

FIRST_MONTH = 3
_PLAN_ISSUED = date(2020, 2, 20)
_DISTANCING = (date(2020, 4, 1), date(2020, 4, 22))  # the country stayed at home
_AMENDED = ("Sửa giờ và địa điểm một buổi", "Bổ sung nội dung sinh hoạt", "Gửi lại bản có chữ ký")
_HOURS = (450, 480, 510, 540, 810, 840, 870, 900, 930, 960, 990, 1020, 1050)  # minutes after midnight


def due_on(month: int) -> date:
    """Return the last day on which a month's schedule is on time: before the 20th of the month before."""
    return date(YEAR, month - 1, 19)


def make_schedules(world: World) -> None:
    """Fill in the schedules that are known on the sample's day, month by month, unit by unit."""
    for month in range(FIRST_MONTH, min(world.as_of.month + 1, 12) + 1):
        for unit in world.units:
            received_on = _received_on(world, unit, month)
            exists = unit.exists_on(last_of_month(month))
            if exists and received_on and unit.exists_on(received_on) and received_on <= world.as_of:
                world.schedules[month, unit.id] = _schedule(world, unit, month, received_on)


def _received_on(world: World, unit: Unit, month: int) -> date | None:
    """Return when the schedule came in; None for one that never does."""
    random, due = world.random, due_on(month)
    if month == FIRST_MONTH:  # due before the plan was issued: those who could sent it in the following week
        return _PLAN_ISSUED + timedelta(days=random.randint(4, 8)) if random.random() < 0.75 else None
    luck = random.random()
    if unit.punctuality == "always":
        return world.calendar.at_or_before(due - timedelta(days=random.randint(0, 6)))
    if luck < (0.85 if unit.punctuality == "mostly" else 0.45):
        return world.calendar.at_or_before(due - timedelta(days=random.randint(0, 3)))
    if luck < (0.97 if unit.punctuality == "mostly" else 0.8):
        return world.calendar.at_or_after(due + timedelta(days=random.randint(1, 9)))
    return None


def _schedule(world: World, unit: Unit, month: int, received_on: date) -> Schedule:
    random = world.random
    schedule = Schedule(unit, month, received_on, contact_given=random.random() < 0.9)
    first, last = date(YEAR, month, 1), last_of_month(month)
    for branch in (branch for branch in unit.branches if branch.holds_in(first, last)):
        if random.random() < 0.86:
            schedule.meetings.append(make_meeting(world, unit, month, branch))
        else:
            schedule.no_meeting.append((branch, world.decks.deal(COMMON, "lý do không sinh hoạt")[0]))
    if not unit.is_union or random.random() < 0.2:
        schedule.meetings.append(make_meeting(world, unit, month, None))
    for meeting in schedule.meetings:
        if month == 4 and _DISTANCING[0] <= meeting.on <= _DISTANCING[1]:
            _distance(world, meeting)
        else:
            _change(world, schedule, meeting)
    if schedule.meetings and random.random() < 0.05:
        _amend(world, schedule)
    schedule.number_meetings()
    return schedule


def make_meeting(world: World, unit: Unit, month: int, branch: Branch | None) -> Meeting:
    """Return a meeting on a working day (now and then a Saturday) at the hour that the unit keeps."""
    random = world.random
    theme = random.choice([theme for theme in bank("_chu_de_thang")[str(month)] if contents(theme, month)])
    day = date(YEAR, month, random.randint(2, 27))
    if day.weekday() != 5 or random.random() < 0.7:
        on = world.calendar.at_or_after(day)
        day = on if on.month == month else world.calendar.at_or_before(day)
    place = random.choice(bank(COMMON)["địa điểm"])
    if theme == ONLINE:
        place = "Họp trực tuyến"
    hours = _HOURS[unit.index % 4 :: 4] if random.random() < 0.8 else _HOURS
    content = random.choice(contents(theme, month))
    return Meeting(unit, month, day, random.choice(hours), place, branch, theme, content)


def _distance(world: World, meeting: Meeting) -> None:
    """Cancel a meeting of the weeks of social distancing, move it behind them, or put it online."""
    luck = world.random.random()
    told_on = date(2020, 3, 31) if meeting.on < date(2020, 4, 7) else date(2020, 4, world.random.choice((3, 6)))
    if luck < 0.55:
        meeting.status, meeting.status_on = "hủy", told_on
    elif luck < 0.75:
        move(meeting, date(2020, 4, world.random.choice((23, 24, 27, 28, 29))), told_on, "Thực hiện giãn cách xã hội")
    else:
        online = world.calendar.at_or_after(meeting.on + timedelta(days=1))
        move(meeting, online, told_on, "Thực hiện giãn cách xã hội, chuyển sang họp trực tuyến", "Họp trực tuyến")
        meeting.theme = ONLINE


def move(meeting: Meeting, to: date, told_on: date, reason: str, place: str = "") -> None:
    """Move a meeting to another day; what was announced first stays as it is."""
    fields: Fields = {"sang ngày": dmy(to)}
    if place:
        fields["địa điểm"] = place
    meeting.moves.append(fields | {"ngày báo": dmy(told_on), "lý do": reason})
    meeting.moved_to = to


def _change(world: World, schedule: Schedule, meeting: Meeting) -> None:
    """Move, postpone or cancel a meeting now and then; say of a part of the rest that they took place."""
    random, luck = world.random, world.random.random()
    told_on = meeting.on - timedelta(days=random.randint(1, 4))
    if not schedule.received_on < told_on <= world.as_of:
        return
    if luck < 0.05:
        to = world.calendar.at_or_after(meeting.on + timedelta(days=random.randint(1, 6)))
        if to.month == meeting.month:
            move(meeting, to, told_on, world.decks.deal(COMMON, "lý do dời")[0])
    elif luck < 0.075:
        meeting.status, meeting.status_on = "hủy", told_on
    elif luck < 0.09:
        meeting.status, meeting.status_on = "hoãn", told_on
    elif luck < 0.3 and meeting.on < world.as_of:
        meeting.took_place = True


def _amend(world: World, schedule: Schedule) -> None:
    on = world.calendar.after(schedule.received_on, world.random.randint(2, 5))
    if on <= world.as_of:
        schedule.amendments.append({"ngày nhận": dmy(on), "nội dung": world.random.choice(_AMENDED)})


def schedule_fields(schedule: Schedule) -> Fields:
    """Return the record of a schedule."""
    received = dmy(schedule.received_on) if schedule.received_is_known else "chưa rõ"
    fields: Fields = {"đơn vị": schedule.unit.id, "tháng": month_name(schedule.month), "ngày nhận": received}
    if schedule.incomplete:
        fields["chưa đủ"] = "có"
    if schedule.amendments:
        fields["bổ sung"] = list(schedule.amendments)
    fields["có số liên hệ"] = "có" if schedule.contact_given else "không"
    if schedule.meetings:
        fields["buổi"] = [_meeting_fields(meeting) for meeting in schedule.meetings]
    if schedule.no_meeting:
        rows: list[Value] = [{"chi đoàn": branch.code, "lý do": reason} for branch, reason in schedule.no_meeting]
        fields["không sinh hoạt"] = rows
    return fields


def _meeting_fields(meeting: Meeting) -> Fields:
    fields: Fields = {
        "mã": meeting.code,
        "ngày": dmy(meeting.on),
        "giờ": clock(meeting.minutes),
        "địa điểm": meeting.place,
    }
    if meeting.branch:
        fields["chi đoàn"] = meeting.branch.code
    fields["nội dung"] = meeting.content
    if meeting.moves:
        fields["dời"] = list(meeting.moves)
    if meeting.status:
        fields["trạng thái"] = meeting.status
        if meeting.status_on:
            fields["ngày báo"] = dmy(meeting.status_on)
    if meeting.took_place:
        fields["đã diễn ra"] = "có"
    return fields
