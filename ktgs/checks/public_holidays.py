"""A calendar has the holidays that the law gives every year, where they fall on Monday to Friday."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.checks._holidays import holidays
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Severity
from ktgs.language.text import join_words, vi_date
from ktgs.source.codes import about

CODE = Code(
    "D412",
    "Lịch thiếu ngày lễ",
    Severity.warning,
    about=about(
        "Mỗi năm đều nghỉ Tết Dương lịch (01/01), Tết Nguyên đán, Giỗ Tổ Hùng Vương (10/3 âm lịch), 30/04, 01/05 và"
        " 02/09 (Bộ luật Lao động 2019, điều 112). Ngày nào rơi vào thứ Hai đến thứ Sáu mà lịch không có thì mọi hạn"
        " đếm qua ngày đó lệch. Phần mềm tính ba ngày đầu năm và ngày 10/3 âm lịch để so.",
        "# data/calendar/2020.yml\nngày nghỉ:\n  - ngày: 01/01/2020\n    tên: Tết Dương lịch",
        "# data/calendar/2020.yml\n"
        "ngày nghỉ:\n"
        "  - ngày: 01/01/2020\n"
        "    tên: Tết Dương lịch\n"
        "  - ngày: 23/01/2020\n"
        "    tên: Tết Nguyên đán\n"
        "  # và mọi ngày còn lại, đến 02/09/2020",
        cure="Thêm các ngày còn thiếu theo lịch nghỉ được công bố.",
    ),
)
_SATURDAY = 5


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning for each calendar that lacks holidays, with all that it lacks."""
    for calendar in facts.repository.calendar_years:
        if not (len(calendar.id) == 4 and calendar.id.isdecimal()):
            continue  # told by itself
        off = {row.on for row in calendar.days_off}
        weekdays = [(day, name) for day, name in holidays(int(calendar.id)) if day.weekday() < _SATURDAY]
        if lacking := [f"{vi_date(day)} ({name})" for day, name in weekdays if day not in off]:
            found = f"Lịch năm {calendar.id} không có {join_words(lacking)}."
            yield CODE.at(calendar.where_key("days_off"), found, cure="Thêm các ngày còn thiếu, hoặc sửa ngày ghi sai.")
