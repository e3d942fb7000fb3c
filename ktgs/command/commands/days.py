"""`ktgs days`: working days counted from a day, with the counting."""

from __future__ import annotations

from datetime import date

import click

from ktgs.command.asking import PROBLEMS, choose_today, command, complain, remembered, root, say
from ktgs.command.usage import DAY, SHIFT


@command("days")
@click.argument("day", type=DAY, metavar="NGÀY")
@click.argument("shift", type=SHIFT, metavar="±N")
@remembered
def days(day: date, shift: int) -> int:
    """Đếm N ngày làm việc sau NGÀY (-N: trước NGÀY), kèm cách đếm.

    Ví dụ: ktgs days 11/05/2020 -5
    """
    from ktgs.command import counting_days
    from ktgs.command.progress import progress
    from ktgs.records.calendar import CalendarYear
    from ktgs.repository.opening import link, read_only

    with progress("Đang đọc lịch ngày nghỉ…"):
        loaded = read_only(root(), (CalendarYear,))
        calendar = link(loaded, choose_today(loaded.sample_as_of))[0].calendar
    counted = counting_days.count_days(day, shift, calendar)
    say("\n".join(map(counting_days.days_text, counted)))
    if all(deadline.on for deadline in counted):
        return 0
    complain("Thêm hoặc sửa tệp của năm đó trong data/calendar rồi chạy ktgs check.")
    return PROBLEMS


days.context_settings["ignore_unknown_options"] = True  # -5 is a number here
COMMAND = days
