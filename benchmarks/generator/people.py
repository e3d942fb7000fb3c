"""The officers: two dozen with a role in the story, more members of the executive committee in a bigger sample."""

from datetime import date
from itertools import count

from benchmarks.generator.dates import dmy
from benchmarks.generator.model import Person, Seat, Unit
from benchmarks.generator.writer import Fields, Value
from ktgs.language.text import slug

LETTERS = "ABCDEGHIKLMNOPQRSTUVXY"
_FAMILIES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
)
_PATTERNS = 176  # names until family, middle and letter come together again
_CONGRESS = date(2017, 10, 20)
_FIRST_WORKPLACE = 32  # units before it are inspected in the story, by people who may not work there
STORY_PEOPLE = 24


def _bch(starts_on: date = _CONGRESS, ends_on: date | None = None, tenure: str = "bầu") -> Seat:
    return Seat("bch", "Ủy viên", starts_on, ends_on, tenure)


def _btv(title: str, starts_on: date = _CONGRESS, ends_on: date | None = None, tenure: str = "bầu") -> Seat:
    return Seat("btv", title, starts_on, ends_on, tenure)


def _ubkt(title: str = "Ủy viên", starts_on: date = _CONGRESS, tenure: str = "bầu") -> Seat:
    return Seat("ubkt", title, starts_on, None, tenure)


_SEATS: dict[int, list[Seat]] = {
    0: [
        _bch(),
        _btv("Phó Bí thư", _CONGRESS, date(2020, 6, 30)),
        _btv("Bí thư", date(2020, 7, 1)),
    ],
    1: [_bch(), _btv("Phó Bí thư")],
    2: [_bch(ends_on=date(2020, 6, 30)), _btv("Bí thư", ends_on=date(2020, 6, 30))],
    3: [_bch(), _btv("Ủy viên"), _ubkt("Chủ nhiệm")],
    4: [_bch(), _btv("Ủy viên", ends_on=date(2020, 8, 31))],
    5: [_bch(), _btv("Ủy viên")],
    6: [_bch(), _btv("Ủy viên")],
    7: [_bch(), _btv("Ủy viên", date(2020, 7, 15), tenure="chỉ định")],
    8: [_bch(), _ubkt("Phó Chủ nhiệm")],
    9: [_ubkt()],
    10: [_ubkt()],
    11: [_bch(), _ubkt()],
    15: [_bch(ends_on=date(2020, 5, 31))],
    16: [_bch(date(2020, 6, 1))],
    17: [_bch(), Seat("van-phong", "Chánh Văn phòng", date(2018, 1, 2), None, "chỉ định")],
    18: [Seat("van-phong", "Cán bộ", date(2018, 1, 2), None, "chỉ định")],
    19: [Seat("van-phong", "Cán bộ", date(2020, 7, 1), None, "lâm thời")],
    22: [_bch(date(2019, 3, 1), tenure="chỉ định")],
    23: [_ubkt(starts_on=date(2020, 7, 15), tenure="chỉ định")],
}
_UNAVAILABLE = {13: (date(2020, 5, 1), date(2020, 10, 31)), 21: (date(2020, 7, 6), date(2020, 7, 24))}


def letters(number: int) -> str:
    """Return A, B, C … Y, then A1, B1 …: how the sample tells its invented bodies apart."""
    round_number, place = divmod(number, len(LETTERS))
    return LETTERS[place] + (str(round_number) if round_number else "")


def full_name(index: int) -> str:
    """Return the invented name of an officer: Nguyễn Văn A, Trần Thị B, Lê Văn C …"""
    family, middle = _FAMILIES[index % len(_FAMILIES)], ("Văn", "Thị")[index % 2]
    repeat = index // _PATTERNS
    return f"{family} {middle} {LETTERS[index % len(LETTERS)]}{repeat or ''}"


def make_people(how_many: int, units: list[Unit]) -> list[Person]:
    """Return the officers, each working at a unit that is not inspected in the story."""
    found = []
    for index, unit_index in zip(range(how_many), count(_FIRST_WORKPLACE)):
        name = full_name(index)
        room = len(units) - _FIRST_WORKPLACE
        unit = units[_FIRST_WORKPLACE + (unit_index - _FIRST_WORKPLACE) % room]
        workplaces: list[tuple[str, date | None, date | None]] = [(unit.id, None, None)]
        if index == 12:  # moved to another unit at midyear
            workplaces = [(unit.id, None, date(2020, 6, 30)), (units[60].id, date(2020, 7, 1), None)]
        found.append(Person(slug(name), name, _SEATS.get(index, [_bch()]), workplaces, _UNAVAILABLE.get(index)))
    return found


def _span(starts_on: date | None, ends_on: date | None) -> Fields:
    days = {"từ": starts_on, "đến": ends_on}
    return {key: dmy(day) for key, day in days.items() if day}


def person_fields(person: Person) -> Fields:
    """Return the record of an officer."""
    workplaces: list[Value] = [{"đơn vị": unit, **_span(first, last)} for unit, first, last in person.workplaces]
    positions: list[Value] = [
        {
            "cơ quan": seat.body,
            "chức danh": seat.title,
            **_span(seat.starts_on, seat.ends_on),
            "hình thức giữ chức": seat.tenure,
        }
        for seat in person.seats
    ]
    fields: Fields = {"họ tên": person.name, "nơi công tác": workplaces, "chức vụ": positions}
    if person.unavailable:
        fields["không phân công"] = [_span(*person.unavailable)]
    return fields
