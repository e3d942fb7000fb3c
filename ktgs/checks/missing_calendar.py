"""A deadline that runs through a year without calendar is unknown; the missing calendar is told once a year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ktgs.facts.facts import Facts
from ktgs.language.days import NO_CALENDAR
from ktgs.language.diagnostics import Code, Diagnostic, Place, Related, Severity
from ktgs.obligations.obligation import Obligation
from ktgs.source.codes import about

CODE = Code(
    "D401",
    "Chưa có lịch ngày nghỉ của một năm",
    Severity.warning,
    about=about(
        "Hạn tính theo ngày làm việc cần biết ngày nghỉ của mọi năm mà nó đi qua; thiếu thì các hạn đó là “Chưa rõ”."
        " Mỗi năm báo một lần, kèm chỗ đầu tiên cần lịch ấy của mỗi việc.",
        "số: 10   # sau 31/12/2020, mà không có data/calendar/2021.yml\nđơn vị tính: ngày làm việc",
        "# data/calendar/2021.yml\n"
        "nguồn: số và ngày của văn bản công bố lịch nghỉ\n"
        "ngày nghỉ:\n"
        "  - ngày: 01/01/2021\n"
        "    tên: Tết Dương lịch",
        cure="Thêm data/calendar/<năm>.yml theo lịch nghỉ được công bố.",
    ),
)
_YEAR = re.compile(rf"{NO_CALENDAR} (\d+)")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning for each year that a deadline lacks, at the first place; a broken file is told itself."""
    lacking: dict[str, dict[str, Place]] = {}
    for obligation in facts.obligations:
        for year in _years(obligation):
            places = lacking.setdefault(year, {})
            places[obligation.duty.name] = min(obligation.place, places.get(obligation.duty.name, obligation.place))
    for year, places in sorted(lacking.items()):
        yield _told(year, sorted((place, name) for name, place in places.items()))


def _years(obligation: Obligation) -> Iterator[str]:
    """Yield the years without calendar that a deadline runs through; others than the plan's own come of a wrong day,
    which is told where it stands.
    """
    deadline, plan = obligation.deadline, obligation.plan
    years = _YEAR.findall(f"{deadline.cause} {deadline.rule}")
    first, last = min(plan.starts_on, plan.issued_on).year, plan.ends_on.year + 1
    yield from (year for year in years if first <= int(year) <= last)


def _told(year: str, places: list[tuple[Place, str]]) -> Diagnostic:
    found = f"{NO_CALENDAR[:1].upper()}{NO_CALENDAR[1:]} {year}, nên chưa tính được hạn hoặc ngày nên xong trước của: "
    return CODE.at(
        places[0][0],
        f"{found}{', '.join(name for _, name in places)}.",
        cure=f"Thêm data/calendar/{year}.yml.",
        related=[Related(place, name) for place, name in places[1:]],
    )
