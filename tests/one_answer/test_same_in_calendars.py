"""Every deadline in the calendars, on pages and in feeds: on the day that the facts say, under the same name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.one_answer.asking import day, none_differ
from tests.one_answer.conftest import VISITS, House
from tests.one_answer.statements import groups, iso, pages, report_days, reports_due


def months(house: House) -> Iterator[str]:
    """Yield the months that have a calendar."""
    yield from sorted(path.stem for path in (house.site / "lich").glob("????-??.html"))


def period_page(house: House) -> dict[str, str]:
    """Return plan/duty/period of each obligation: the page that it is an entry of."""
    return {
        key: page.removeprefix("viec/").removesuffix(".html")
        for page, key, *_ in house.stated
        if re.fullmatch("viec/46-kh-dtn/.+", page)
    }


def test_months_list_what_is_due(house: House) -> None:
    """On each day, for each duty and period, as many in each state; one alone leads to itself."""
    where = period_page(house)
    expected: dict[tuple[str, str], list[str]] = {}
    for key in house.counted:
        answer = house.public[key]
        if answer.due_on and not answer.private_until_done:
            expected.setdefault((answer.due_on, where[key]), []).append(key)
    told = {
        (found.day, found.key): (found.total, found.states)
        for month in months(house)
        for found in groups(house.site, month)
    }
    owed = {
        (on, keys[0] if len(keys) == 1 else group): (len(keys), dict(Counter(house.public[key].state for key in keys)))
        for (on, group), keys in expected.items()
    }
    none_differ(
        [f"{at}: {owed.get(at)} but told {told.get(at)}" for at in sorted(owed | told) if owed.get(at) != told.get(at)]
    )


def owed_reports(house: House) -> dict[str, dict[str, str]]:
    """Return by when each person's report on a meeting is due, by meeting: what the command says, where it arises."""
    found: dict[str, dict[str, str]] = {}
    for key, shape in house.command.items():
        if shape["duty"] == VISITS and shape["state"] != "not_applicable" and shape["due_on"]:
            plan, _, rest = key.split("/", 2)
            meeting, _, person = rest.rpartition("/")
            found.setdefault(f"{plan}/{meeting}", {})[person] = shape["due_on"]
    return found


def excused(house: House) -> set[str]:
    """Return the meetings of somebody who owes no report after all: for the public they are due as for anybody."""
    keys = (
        key for key, shape in house.command.items() if shape["duty"] == VISITS and shape["state"] == "not_applicable"
    )
    return {"/".join((key.split("/")[0], *key.split("/")[2:-1])) for key in keys}


def test_months_list_the_meetings_on_which_reports_are_due(house: House) -> None:
    """A meeting stands on each day on which a report on it is due; one on which nobody owes any may stand there too."""
    told: dict[str, set[str]] = {}
    for month in months(house):
        for on, keys in reports_due(house.site, month).items():
            for key in keys:
                told.setdefault(key, set()).add(on)
    wrong = []
    for meeting, by_person in owed_reports(house).items():
        owed, days = set(by_person.values()), told.get(meeting, set())
        if owed - days or (days - owed and meeting not in excused(house)):
            wrong.append(f"{meeting}: {sorted(owed)} but told {sorted(days)}")
    none_differ(wrong)


def test_meetings_say_when_their_reports_are_due(house: House) -> None:
    """Wherever a meeting stands: on a month, a unit, a person (the person's own day there), the overview."""
    owed, wrong = owed_reports(house), []
    for page in pages(house.site):
        for meeting, on in report_days(house.site, page):
            days = owed.get(meeting, {})
            person = page.removeprefix("can-bo/").removesuffix(".html")
            right = {days[person]} if person in days else set(days.values())
            if right and on not in right:
                wrong.append(f"{page}: {meeting}: {sorted(right)} but told {on}")
    none_differ(wrong)


def person_of(feed: str) -> str:
    """Return whose feed it is, empty for one that is nobody's."""
    found = re.fullmatch(r"ics/can-bo/(.+)\.ics", feed)
    return found[1] if found else ""


def test_feeds_tell_single_deadlines(house: House) -> None:
    """The day, the party by name, and whether it is waived."""
    wrong, seen = [], set()
    for feed, found in house.feeds.items():
        for name, event in found.items():
            key = name.removeprefix("han/")
            if key in house.public:
                answer = house.public[key]
                seen.add(key)
                told = day(event), str(event["STATUS"]) == "CANCELLED"
                if told != (answer.due_on, answer.state == "waived") or f"({answer.who})" not in event["SUMMARY"]:
                    wrong.append(f"{feed}: {key}: {answer.told} but told {told}: {event['SUMMARY']}")
    none_differ(wrong)
    owed = {key for key in house.counted if house.obligations[key]["who"]["kind"] in ("unit", "person", "team")}
    dated = {key for key in owed if house.public[key].due_on and house.public[key].state != "not_applicable"}
    none_differ(sorted({key for key in dated if not house.public[key].private_until_done} - seen))


@pytest.mark.parametrize("feed", ["ics/tat-ca.ics", "ics/han.ics"])
def test_feeds_tell_deadlines_together(house: House, feed: str) -> None:
    """An event for each day, duty and period on which several are due: how many, and how many are done."""
    where = period_page(house)
    owed: dict[str, list[str]] = {}
    for key in house.counted:
        answer = house.public[key]
        if answer.due_on and not answer.private_until_done and answer.state != "not_applicable":
            owed.setdefault(f"han/{where[key]}/{answer.due_on}", []).append(key)
    found, wrong = house.feeds[feed], []
    for name, keys in owed.items():
        event = found.get(name if len(keys) > 1 else f"han/{keys[0]}")
        told = event and (day(event), str(event.get("DESCRIPTION", "")).partition("\n")[0])
        mine = [house.public[key] for key in keys if house.public[key].state != "waived"]
        done = f"Đã hoàn thành: {sum(answer.done_on is not None for answer in mine)}/{len(mine)}"
        if not told or told[0] != name.rpartition("/")[2] or (len(keys) > 1 and told[1] != done):
            wrong.append(f"{feed}: {name}: {done} but told {told}")
    none_differ(wrong)


def test_feeds_of_persons_tell_when_their_reports_are_due(house: House) -> None:
    owed, wrong, seen = owed_reports(house), [], 0
    for feed, found in house.feeds.items():
        for name, event in found.items():
            meeting = name.removeprefix(f"han/{VISITS}/")
            if meeting in owed and (mine := owed[meeting].get(person_of(feed))):
                seen += 1
                if day(event) != mine:
                    wrong.append(f"{feed}: {meeting}: {mine} but told {day(event)}")
    assert seen
    none_differ(wrong)


@pytest.mark.parametrize("feed", ["ics/tat-ca.ics", "ics/han.ics"])
def test_feeds_tell_the_days_on_which_reports_are_due(house: House, feed: str) -> None:
    """An event for each day and month of meetings; one on whose meetings nobody owes a report may stand there too."""
    days = {
        f"han/46-kh-dtn/{VISITS}/{meeting.split('/')[1]}/{on}"
        for meeting, owed in owed_reports(house).items()
        for on in owed.values()
    }
    told = {name for name in house.feeds[feed] if name.startswith(f"han/46-kh-dtn/{VISITS}/")}
    none_differ(sorted(days - told))


def test_events_of_meetings_say_when_their_reports_are_due(house: House) -> None:
    owed, wrong = owed_reports(house), []
    for feed, found in house.feeds.items():
        for name, event in found.items():
            told = re.search(r"Hạn báo cáo dự sinh hoạt: (\S+)", str(event.get("DESCRIPTION", "")))
            days = owed.get(name.removeprefix("buoi/"))
            if told and days and iso(told[1]) not in days.values():
                wrong.append(f"{feed}: {name}: {sorted(set(days.values()))} but told {told[1]}")
    none_differ(wrong)
