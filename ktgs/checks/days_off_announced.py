"""A day off is announced before it comes."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._order import dated
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related, Severity
from ktgs.language.text import vi_date
from ktgs.records.calendar import RecordedDayOff, RecordedWorkedDay
from ktgs.source.codes import about

CODE = Code(
    "D413",
    "Công bố ngày nghỉ sau ngày đó",
    Severity.warning,
    about=about(
        "Ngày nghỉ, ngày làm bù công bố sau chỉ tính từ “ngày công bố”, và không dời hạn nào đã qua. Công bố sau chính"
        " ngày đó thì không còn đổi được gì.",
        "- ngày: 05/05/2020\n  tên: Nghỉ bù\n  ngày công bố: 06/05/2020",
        "- ngày: 05/05/2020\n  tên: Nghỉ bù\n  ngày công bố: 04/05/2020",
        cure="Sửa ngày công bố.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning at each announcement that is dated after its day."""
    for year in facts.repository.calendar_years:
        rows: list[RecordedDayOff | RecordedWorkedDay] = [*year.days_off, *year.worked_days]
        for row in rows:
            yield from _late(row)


def _late(row: RecordedDayOff | RecordedWorkedDay) -> Iterator[Diagnostic]:
    announced = dated(row, "announced_on", row.announced_on)
    if announced.on and announced.on > row.on:
        found = f"{announced.name}: {vi_date(announced.on)} sau “{row.key_of('on')}: {vi_date(row.on)}”."
        yield CODE.at(announced.place, found, cure="Sửa ngày công bố.", related=[Related(row.where("on"), "ngày ấy")])
