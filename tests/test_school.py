"""A provincial school inspection, on data alone: its obligations whole, on two days, worked out by hand from the rules.

How some of the days in the tables were counted (2024; 29/04, 30/04, 01/05 are off, Saturday 04/05 is worked):

- Notice of round 1, 3 working days before Monday 06/05, the day of sending included: Sat 04/05 (1), Fri 03/05 (2),
  Thu 02/05 (3), so due 02/05; passed over: Sunday 05/05. The full reading needs one working day more: 01/05, 30/04,
  29/04 are off, 28/04 and 27/04 a weekend, so safe on Friday 26/04.
- Trường D was chosen on 08/05, after 02/05, with `căn cứ`; so its notice counts from its session on Thu 16/05: 15/05,
  14/05, 13/05, due 13/05; safe on Fri 10/05 (11/05 and 12/05 are a weekend).
- Notice of round 2, 3 working days before Mon 07/10: Fri 04/10, Thu 03/10, Wed 02/10, due 02/10, safe 01/10.
- Decision, 10 calendar days before the round's first day: 06/05 − 10 = Fri 26/04. The unannounced round of September is
  given as a month, so it counts from its first dated session: 17/09 − 10 = Sat 07/09, safe on Fri 06/09.
- Report, 15 calendar days after the round's last day: 17/05 + 15 = Sat 01/06, safe on Fri 31/05. That of September
  counts from the month's end (30/09 + 15 = 15/10) until its quota of one unit is met; then from the session that met
  it (17/09 + 15 = 02/10). Its steps are two, so nobody misses a confirmation: done is the later of compiled and sent.
- Nothing is owed for the notice of an unannounced round, nor for the unit whose session was cancelled.
- Trường E was merged into Trường D after 31/08: what it had done stays its own, its open recommendation is Trường D's.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ktgs.command.due_listing import as_json
from ktgs.language.diagnostics import Severity
from tests.repo import facts

ROOT = Path(__file__).parent / "school"
PLAN = "15-kh-sgddt/"

# id without the plan's, state, due, safe, done, flags
IN_MAY = """
bao-cao-ket-qua/chuyen-de                               upcoming        2024-12-15  2024-12-13  -
bao-cao-ket-qua/dot-1                                   due_soon        2024-06-01  2024-05-31  -
bao-cao-ket-qua/dot-1/dot-1-doan-1                      due_soon        2024-06-01  2024-05-31  -
bao-cao-ket-qua/dot-1/dot-1-doan-2                      due_soon        2024-06-01  2024-05-31  -
bao-cao-ket-qua/dot-2                                   upcoming        2024-11-02  2024-11-01  -
bao-cao-ket-qua/dot-2/dot-2-doan-1                      upcoming        2024-11-02  2024-11-01  -
bao-cao-ket-qua/dot-xuat-1                              on_time         2024-03-23  2024-03-22  2024-03-20
bao-cao-ket-qua/dot-xuat-1/dot-xuat-1-doan-1            on_time         2024-03-23  2024-03-22  2024-03-20
bao-cao-ket-qua/dot-xuat-2                              upcoming        2024-10-15  2024-10-15  -
bao-cao-ket-qua/dot-xuat-2/dot-xuat-2-doan-1            upcoming        2024-10-15  2024-10-15  -
kien-nghi/2024-03-20-dot-xuat-1-doan-1/kn1              on_time         2024-05-15  2024-05-15  2024-05-14
quyet-dinh-thanh-lap-doan/chuyen-de                     unknown         -           -           -
quyet-dinh-thanh-lap-doan/dot-1                         on_time         2024-04-26  2024-04-26  2024-04-24
quyet-dinh-thanh-lap-doan/dot-1/dot-1-doan-1            on_time         2024-04-26  2024-04-26  2024-04-22
quyet-dinh-thanh-lap-doan/dot-1/dot-1-doan-2            on_time         2024-04-26  2024-04-26  2024-04-24
quyet-dinh-thanh-lap-doan/dot-2                         upcoming        2024-09-27  2024-09-27  -
quyet-dinh-thanh-lap-doan/dot-2/dot-2-doan-1            upcoming        2024-09-27  2024-09-27  -
quyet-dinh-thanh-lap-doan/dot-xuat-1                    late            2024-02-23  2024-02-23  2024-03-01
quyet-dinh-thanh-lap-doan/dot-xuat-1/dot-xuat-1-doan-1  late            2024-02-23  2024-02-23  2024-03-01
quyet-dinh-thanh-lap-doan/dot-xuat-2                    upcoming        2024-09-07  2024-09-06  -
quyet-dinh-thanh-lap-doan/dot-xuat-2/dot-xuat-2-doan-1  upcoming        2024-09-07  2024-09-06  -
tai-lieu/dot-1/trung-tam-g/bao-cao-tu-danh-gia          not_applicable  2024-05-08  2024-05-08  -
tai-lieu/dot-1/truong-b/ke-hoach-nam-hoc                on_time         2024-05-02  2024-05-02  2024-04-26
tai-lieu/dot-1/truong-b/so-theo-doi                     late            2024-05-03  2024-05-03  2024-05-07
tai-lieu/dot-1/truong-c/ho-so-thu-chi                   on_time         2024-05-08  2024-05-08  2024-05-08  extended
tai-lieu/dot-1/truong-e/thong-ke-nhan-su                unknown         -           -           2024-05-06
thong-bao/chuyen-de                                     unknown         -           -           -
thong-bao/dot-1                                         late            2024-05-02  2024-04-26  2024-05-13
thong-bao/dot-1/trung-tam-g                             not_applicable  2024-05-02  2024-04-26  -
thong-bao/dot-1/truong-b                                on_time         2024-05-02  2024-04-26  2024-04-26
thong-bao/dot-1/truong-c                                on_time         2024-05-02  2024-04-26  2024-05-02
thong-bao/dot-1/truong-d                                on_time         2024-05-13  2024-05-10  2024-05-13
thong-bao/dot-1/truong-e                                late            2024-05-02  2024-04-26  2024-05-03
thong-bao/dot-2                                         upcoming        2024-10-02  2024-10-01  -
thong-bao/dot-2/trung-tam-g                             upcoming        2024-10-02  2024-10-01  -
thong-bao/dot-2/truong-mam-non-h                        upcoming        2024-10-02  2024-10-01  -
thong-bao/dot-xuat-1                                    not_applicable  2024-02-28  2024-02-27  -
thong-bao/dot-xuat-1/truong-b                           not_applicable  2024-02-28  2024-02-27  -
thong-bao/dot-xuat-2                                    not_applicable  2024-09-12  2024-09-11  -
thong-bao/dot-xuat-2/truong-c                           not_applicable  2024-09-12  2024-09-11  -
tien-hanh-dot/chuyen-de                                 upcoming        2024-11-30  2024-11-29  -
tien-hanh-dot/dot-1                                     on_time         2024-05-17  2024-05-17  2024-05-16
tien-hanh-dot/dot-2                                     upcoming        2024-10-18  2024-10-18  -
tien-hanh-dot/dot-xuat-1                                on_time         2024-03-08  2024-03-08  2024-03-05
tien-hanh-dot/dot-xuat-2                                upcoming        2024-09-30  2024-09-30  -
"""

# what differs from May: states, days and flags that changed, and what has come since
IN_OCTOBER = """
bao-cao-ket-qua/dot-1                                   late            2024-06-01  2024-05-31  2024-06-07
bao-cao-ket-qua/dot-1/dot-1-doan-1                      on_time         2024-06-01  2024-05-31  2024-05-30
bao-cao-ket-qua/dot-1/dot-1-doan-2                      late            2024-06-01  2024-05-31  2024-06-07
bao-cao-ket-qua/dot-xuat-2                              late            2024-10-02  2024-10-02  2024-10-04
bao-cao-ket-qua/dot-xuat-2/dot-xuat-2-doan-1            late            2024-10-02  2024-10-02  2024-10-04
kien-nghi/2024-05-30-dot-1-doan-1/kn1                   on_time         2024-08-30  2024-08-30  2024-08-20
kien-nghi/2024-05-30-dot-1-doan-1/kn2                   overdue         2024-09-30  2024-09-30  -
kien-nghi/2024-06-07-dot-1-doan-2/kn1                   due_soon        2024-10-15  2024-10-15  -
kien-nghi/2024-06-07-dot-1-doan-2/kn2                   upcoming        2024-10-31  2024-10-31  -           extended
kien-nghi/2024-10-04-dot-xuat-2-doan-1/kn1              upcoming        2024-11-30  2024-11-29  -
quyet-dinh-thanh-lap-doan/dot-2                         on_time         2024-09-27  2024-09-27  2024-09-25
quyet-dinh-thanh-lap-doan/dot-2/dot-2-doan-1            on_time         2024-09-27  2024-09-27  2024-09-25
quyet-dinh-thanh-lap-doan/dot-xuat-2                    on_time         2024-09-07  2024-09-06  2024-09-06
quyet-dinh-thanh-lap-doan/dot-xuat-2/dot-xuat-2-doan-1  on_time         2024-09-07  2024-09-06  2024-09-06
tai-lieu/dot-1/truong-e/thong-ke-nhan-su                unknown         -           -           2024-05-06  unit_closed
tai-lieu/dot-2/trung-tam-g/bao-cao-tu-danh-gia          on_time         2024-10-04  2024-10-04  2024-10-04
tai-lieu/dot-2/truong-mam-non-h/so-ban-tru              overdue         2024-10-11  2024-10-11  -
thong-bao/dot-1/truong-e                                late            2024-05-02  2024-04-26  2024-05-03  unit_closed
thong-bao/dot-2                                         on_time         2024-10-02  2024-10-01  2024-10-01
thong-bao/dot-2/trung-tam-g                             on_time         2024-10-02  2024-10-01  2024-10-01
thong-bao/dot-2/truong-mam-non-h                        waived          2024-10-02  2024-10-01  -
tien-hanh-dot/dot-2                                     due_soon        2024-10-18  2024-10-18  -
tien-hanh-dot/dot-xuat-2                                on_time         2024-09-30  2024-09-30  2024-09-17
"""

Row = tuple[str, ...]  # state, due, safe, done, flags


def table(text: str) -> dict[str, Row]:
    """Return the rows of a table by id; refuses (AssertionError) an id that stands twice."""
    rows = [line.split() for line in text.strip().split("\n")]
    found = {name: tuple(rest) for name, *rest in rows}
    assert len(found) == len(rows)
    return found


def owed(today: str) -> list[dict[str, Any]]:
    """Return what `ktgs due --format json` gives on a day."""
    listed: list[dict[str, Any]] = json.loads(as_json(facts(ROOT, today).obligations))
    return listed


def told(item: dict[str, Any]) -> Row:
    """Return an obligation as a row of the tables above."""
    days = (item[key] or "-" for key in ("due_on", "safe_on", "done_on"))
    return item["state"], *days, *item["flags"]


EXPECTED = {"2024-05-28": table(IN_MAY), "2024-10-15": table(IN_MAY) | table(IN_OCTOBER)}


@pytest.mark.parametrize("today", EXPECTED)
def test_its_obligations(today: str) -> None:
    assert {item["id"].removeprefix(PLAN): told(item) for item in owed(today)} == EXPECTED[today]


@pytest.mark.parametrize("today", EXPECTED)
def test_its_data_is_sound(today: str) -> None:
    bad = [item for item in facts(ROOT, today).diagnostics if item.severity is not Severity.note]
    assert [f"{item.place} {item.code.id}" for item in bad] == []


def test_whoever_owes_is_named_by_its_own_data() -> None:
    owing = {(item["duty"], item["who"]["kind"], item["who"]["id"]) for item in owed("2024-10-15")}
    assert {row for row in owing if row[1] == "body"} == {
        ("bao-cao-ket-qua", "body", "lanh-dao-thanh-tra"),
        ("quyet-dinh-thanh-lap-doan", "body", "lanh-dao-thanh-tra"),
        ("thong-bao", "body", "to-thu-ky"),
        ("tien-hanh-dot", "body", "lanh-dao-thanh-tra"),
    }
    assert {who for duty, _, who in owing if duty == "kien-nghi"} == {"truong-b", "truong-c", "truong-d"}


@pytest.mark.parametrize(
    ("name", "start_on", "counted", "skipped"),
    [
        ("thong-bao/dot-1", "2024-05-06", "05-02 05-03 05-04", "05-05"),
        ("thong-bao/dot-1/truong-d", "2024-05-16", "05-13 05-14 05-15", ""),
        ("thong-bao/dot-2", "2024-10-07", "10-02 10-03 10-04", "10-05 10-06"),
    ],
)
def test_which_days_were_counted(name: str, start_on: str, counted: str, skipped: str) -> None:
    (working,) = (item["working"] for item in owed("2024-10-15") if item["id"] == PLAN + name)
    assert working["from"] == start_on
    assert " ".join(day.removeprefix("2024-") for day in working["counted"]) == counted
    assert " ".join(row["date"].removeprefix("2024-") for row in working["skipped"]) == skipped


def test_a_report_without_the_step_that_its_plan_does_not_ask_for_is_waited_for_only_until_sent() -> None:
    may = {item["id"].removeprefix(PLAN): item for item in owed("2024-05-28")}
    assert "xác nhận" not in may["bao-cao-ket-qua/dot-1/dot-1-doan-1"]["reason"]
    assert "chưa gửi" in may["bao-cao-ket-qua/dot-1/dot-1-doan-1"]["reason"]  # compiled on 24/05
    assert "thiếu tổng hợp của thư ký" in may["bao-cao-ket-qua/dot-1/dot-1-doan-2"]["reason"]  # compiled on 05/06
