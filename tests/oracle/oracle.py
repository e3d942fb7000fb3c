"""The obligations of a data folder on a day, by a second reading of the rules; shares no line with the program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.oracle.days import calendars, counted
from tests.oracle.deciding import Asked, Obligation, judge
from tests.oracle.duties import Duties, always
from tests.oracle.facts import Facts
from tests.oracle.reading import Tree, items, maybe_day, read

Fields = dict[str, Any]


def obligations(folder: Path, today: date) -> dict[str, Fields]:
    """Return the fields of each obligation by id, as known today."""
    data = read(folder)
    roles = {tree["vai trò"]: tree["cơ quan"] for tree in items(data.organization, "phân vai")}
    facts = Facts(data, today)
    soon = timedelta(days=int(data.organization.get("ngưỡng sắp đến hạn") or 7))
    found = []
    for plan in data.plans.values():
        asked = Asked(plan, today, calendars(data.calendars, today), soon, frozenset(facts.ended()))
        if plan.tree.get("dự thảo") != "có":
            found += [fields for it in Duties(facts, asked, roles).all() for fields in judge(it)]
            found += list(_recommendations(facts, asked, roles))
    return {fields["id"]: fields for fields in found}


def _recommendations(facts: Facts, asked: Asked, roles: dict[str, str]) -> Iterator[Fields]:
    for name, report in facts.of_kind("kết quả"):
        if facts.team_of(report)[0] != asked.plan.id or not facts.is_issued(report):
            continue
        for finding in items(report, "kiến nghị"):
            if due := maybe_day(finding, "hạn"):
                course = _course(facts, f"{name}#{finding['mã']}", due)
                unit = _owner(facts, finding["đơn vị"], course.done)
                bodies = {"ban thường vụ": roles["thường trực"], "cấp trên": "cap-tren"}
                who = ("unit", unit) if finding["gửi"] == "đơn vị" else ("body", bodies[finding["gửi"]])
                number = _number(report["số ký hiệu"]) if report.get("số ký hiệu") else name
                term, rule = {"việc": "kiến nghị", "mục": number}, always(counted({}, course.due))
                it = Obligation(asked, term, (name, finding["mã"]), who, rule, about=unit, done=course.done)
                fields = judge(replace(it, flags=frozenset(course.flags)))[0]
                late = {"decided_after_done"} if fields["state"] == "late" and course.skipped else set()
                yield fields | {"original_due_on": due, "flags": sorted(late.union(fields["flags"]))}


def _number(written: str) -> str:
    """Return a document number as it is printed, number-type/symbol, whichever signs stand between its parts."""
    number, kind, symbol = re.split(r"\s*[-–/]\s*|\s+", written, maxsplit=2)
    return f"{number}-{kind}/" + re.sub(r"\s*[-–]\s*", "-", symbol)


@dataclass
class _Course:
    """What became of a recommendation: its due day, when it was remedied, what its flags say."""

    due: date
    flags: set[str]
    done: date | None = None
    skipped: bool = False

    def go_on(self, day: date, event: Tree) -> None:
        """Take in the next event: remedied, failed its re-check, or given more time."""
        kind, new_due = event["việc"], maybe_day(event, "hạn mới")
        if kind == "đã khắc phục":
            self.done = self.done or day
        elif kind == "phúc tra chưa đạt":
            self.done = None
        later = new_due is not None and new_due > self.due
        if kind == "gia hạn" and later and self.done:
            self.skipped = True
        elif new_due and (kind == "phúc tra chưa đạt" or (kind == "gia hạn" and later)):
            if later:
                self.flags |= {"extended"} | ({"decided_late"} if day > self.due else set())
            self.due = new_due


def _course(facts: Facts, finding: str, due: date) -> _Course:
    followed = [tree for tree in facts.data.follow_ups if tree["của"] == finding]
    events = [(maybe_day(it, "ngày", facts.today), it) for tree in followed for it in items(tree, "diễn biến")]
    course = _Course(due, set())
    for day, event in sorted(((day, it) for day, it in events if day), key=lambda row: row[0]):
        course.go_on(day, event)
    return course


def _owner(facts: Facts, unit: str, done: date | None) -> str:
    ended, successor = facts.ended().get(unit), facts.data.units[unit].get("sáp nhập vào")
    if ended and successor and (done is None or done > ended):
        return _owner(facts, successor, done)
    return unit
