"""Plans of earlier years of the same units and people: closed years, of which all that will ever be known is known."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from benchmarks.generator.dates import YEAR, Calendar, dmy
from benchmarks.generator.model import PLAN, Seat, Unit, World
from benchmarks.generator.phrases import Decks
from benchmarks.generator.writer import as_yaml
from ktgs.language.lunar import hung_kings_day, lunar_new_year

# Of a team of the story: who took office in its year, whose id others' may begin with, and who was there before.
_SECRETARY, _SECRETARY_BEFORE = re.compile(r"\bvu-thi-b(?![\w-])"), "dang-thi-l"
_BASIS = "tính tự động, chưa đối chiếu văn bản"


def begin_earlier(world: World, years: int) -> None:
    """Let what began before the sample's year begin so many years earlier: units, and positions of people."""
    began: list[Unit | Seat] = [*world.units]
    began += [seat for person in world.people for seat in person.seats]
    for one in began:
        if one.starts_on.year < YEAR:
            one.starts_on = one.starts_on.replace(year=one.starts_on.year - years)


def closed_world(world: World, seed: int, calendar: Calendar) -> World:
    """Return another year of those units and people of `world` that are there from its beginning, to its last day.

    Its days are written as days of the sample's year, and fall as those of the calendar's do.
    """
    units = [
        replace(unit, ends_on=None, branches=[replace(row, ends_on=None) for row in unit.branches if not row.starts_on])
        for unit in world.units
        if unit.starts_on.year < YEAR
    ]
    people = [
        replace(person, seats=[seat for seat in person.seats if seat.starts_on.year < YEAR]) for person in world.people
    ]
    random = Random(f"{seed} {calendar.year}")
    return World(random, Decks(random), calendar, date(YEAR, 12, 31), units, people, has_story=False)


def naming_plan(story: Mapping[str, str]) -> dict[str, str]:
    """Return the story's files with the plan named in reports of teams: several plans may have a team of that name."""
    team = "\nđoàn kiểm tra: "
    return {path: text.replace(team, f"\nkế hoạch: {PLAN}{team}", 1) for path, text in story.items()}


def moved(files: Mapping[str, str], year: int) -> dict[str, str]:
    """Return the files of the sample's year as those of another, under a plan of its own."""
    return {_moved(path, year): _moved(text, year) for path, text in files.items()}


def _moved(text: str, year: int) -> str:
    text = _SECRETARY.sub(_SECRETARY_BEFORE, text.replace(f"29/02/{YEAR}", f"28/02/{YEAR}"))
    return text.replace(str(YEAR), str(year)).replace(PLAN, f"{PLAN}-{year}")


def computed_calendar(year: int) -> str:
    """Return the calendar of a year of which the repository has none: the holidays that the law gives every year."""
    tet = lunar_new_year(year)
    days = {tet + timedelta(days=shift): "Tết Nguyên đán" for shift in range(-1, 4)}
    days |= {
        date(year, 1, 1): "Tết Dương lịch",
        hung_kings_day(year): "Giỗ Tổ Hùng Vương",
        date(year, 4, 30): "Ngày Chiến thắng",
        date(year, 5, 1): "Ngày Quốc tế Lao động",
        date(year, 9, 2): "Quốc khánh",
    }
    rows = [
        {"ngày": dmy(day), "tên": name, "căn cứ": _BASIS} for day, name in sorted(days.items()) if day.weekday() < 5
    ]
    return as_yaml({"ngày nghỉ": rows})
