"""The address of every page and file of the site: flat, stable, relative to the site's root."""

from __future__ import annotations

from ktgs.facts.facts import Facts
from ktgs.language.months import Month
from ktgs.language.text import slug
from ktgs.obligations.obligation import Obligation, State
from ktgs.obligations.tables import Subject

HOME = "index.html"
CALENDAR = "lich/index.html"
MONTHS = "thang/index.html"
UNITS = "don-vi/index.html"
PEOPLE = "can-bo/index.html"
ROUNDS = "dot/index.html"
TASKS = "viec/index.html"
COMPLIANCE = "thuc-hien/index.html"
COMPLIANCE_BY_UNIT = "thuc-hien/don-vi.html"
REPORTS = "bao-cao/index.html"
RECOMMENDATIONS = "kien-nghi/index.html"
GOOD_PRACTICES = "mo-hinh-hay.html"
SHORTCOMINGS = "ton-tai-han-che.html"
RULES = "cach-tinh/index.html"
CODES = "cach-tinh/thong-bao-loi.html"
PROBLEMS = "du-lieu.html"
FIGURES = "so-lieu/index.html"
DOWNLOADS = "tai-ve.html"
HANDBOOK = "huong-dan/index.html"
HANDBOOK_OF_DOWNLOADS = "huong-dan/api.html"
NOT_FOUND = "404.html"
FEED = "ics/tat-ca.ics"
FEED_OF_DEADLINES = "ics/han.ics"
API_FILES = (
    "index",
    "organization",
    "units",
    "people",
    "plans",
    "obligations",
    "meetings",
    "rounds",
    "reports",
    "recommendations",
    "figures",
)
CSV_FILES = ("viec-phai-lam", "don-vi", "lich-sinh-hoat", "bao-cao-du-sinh-hoat", "kien-nghi", "do-phu")


def plan(plan_id: str) -> str:
    """Return the address of a plan's page."""
    return f"ke-hoach/{plan_id}.html"


def activity(plan_id: str, activity_id: str) -> str:
    """Return the address of a round's board."""
    return f"dot/{plan_id}/{activity_id}.html"


def month(found: Month) -> str:
    """Return the address of a month's calendar."""
    return f"lich/{found}.html"


def month_summary(found: Month) -> str:
    """Return the address of a month's summary on one page."""
    return f"thang/{found}.html"


def unit(unit_id: str) -> str:
    """Return the address of a unit's page."""
    return f"don-vi/{unit_id}.html"


def person(person_id: str) -> str:
    """Return the address of a person's page."""
    return f"can-bo/{person_id}.html"


def report(report_id: str) -> str:
    """Return the address of a report's page."""
    return f"bao-cao/{report_id}.html"


def reports_of(kind: str, year: str) -> str:
    """Return the address of the list of a year's reports of one kind (the slug of its word)."""
    return f"bao-cao/{kind}/{year}.html"


def finding(key: str) -> str:
    """Return the address of a finding `report#mã`: its place on the report's page."""
    report_id, _, finding_id = key.partition("#")
    return f"bao-cao/{report_id}.html#{finding_id}"


def duty(slug: str) -> str:
    """Return the address of the page that explains how a duty counts."""
    return f"cach-tinh/{slug}.html"


def figure(slug: str) -> str:
    """Return the address of a figure."""
    return f"so-lieu/{slug}.html"


def code(code_id: str) -> str:
    """Return the address where a kind of problem is explained."""
    return f"{CODES}#{code_id}"


def unit_feed(unit_id: str) -> str:
    """Return the path of a unit's calendar feed."""
    return f"ics/don-vi/{unit_id}.ics"


def person_feed(person_id: str) -> str:
    """Return the path of a person's calendar feed."""
    return f"ics/can-bo/{person_id}.ics"


def api(name: str) -> str:
    """Return the path of a JSON file, one of `API_FILES`; a key that goes needs a new version."""
    return f"api/v1/{name}.json"


def spreadsheet(name: str) -> str:
    """Return the path of a CSV file, one of `CSV_FILES`."""
    return f"csv/{name}.csv"


def state(found: State) -> str:
    """Return the address of the list of obligations in a state."""
    return f"viec/{slug(found.value)}.html"


def state_of_duty(found: State, duty_slug: str) -> str:
    """Return the address of the list of a duty's obligations in a state."""
    return f"viec/{slug(found.value)}/{duty_slug}.html"


def obligations(plan_id: str, duty_slug: str, period: str) -> str:
    """Return the address of the page with a duty's obligations of one period (month or activity; `chung` for none)."""
    return f"viec/{plan_id}/{duty_slug}/{period or 'chung'}.html"


def periods(plan_id: str, duty_slug: str) -> str:
    """Return the address of the list of a duty's months or activities in a plan."""
    return f"viec/{plan_id}/{duty_slug}/index.html"


def anchor(obligation_id: str) -> str:
    """Return the anchor of an obligation on its page: its id without plan and duty."""
    return obligation_id.split("/", 2)[2].replace("/", ".")


def meeting(month_of: Month, key: str) -> str:
    """Return the address of a meeting: its place on the month's calendar."""
    return f"{month(month_of)}#{key.replace('/', '.')}"


def engagement(plan_id: str, activity_id: str, team_id: str, engagement_id: str) -> str:
    """Return the address of an engagement: its place on the round's board."""
    return f"{activity(plan_id, activity_id)}#{team_id}.{engagement_id}"


def address_of(facts: Facts, subject: Subject) -> str | None:
    """Return the address of what a table names or counts, None where it is not known or has no address.

    Kinds and ids: `unit`, `person`, `report`, `plan` by id; `obligation` by its full id; `activity` `plan/activity`;
    `team` `plan/team`; `engagement` `plan/team/engagement`; `meeting` `plan/yyyy-mm/unit/meeting`; `finding`
    `report#mã`; `month`, `month_summary` `yyyy-mm`; `period` `plan/duty/period`: a duty's obligations of a month or
    activity; `periods` `plan/duty`: the list of them; `duty`, `figure` by slug; `state` `state/duty`: a duty's
    obligations in a state.
    """
    simple = {"unit": unit, "person": person, "report": report, "plan": plan, "duty": duty, "figure": figure}
    if subject.kind in simple:
        return simple[subject.kind](subject.id)
    parts = subject.id.split("/")
    match subject.kind:
        case "finding":
            return finding(subject.id)
        case "month_summary":
            return f"thang/{subject.id}.html"
        case "month":
            return f"lich/{subject.id}.html"
        case "activity":
            return activity(parts[0], parts[1])
        case "state":
            return state_of_duty(State[parts[0]], parts[1])
        case "period":
            return obligations(parts[0], parts[1], parts[2])
        case "periods":
            return periods(parts[0], parts[1])
        case "obligation":
            item = facts.by_id.get(subject.id)
            return obligation(item) if item else None
        case "meeting":
            return _of_meeting(facts, subject.id)
        case "team" | "engagement":
            return _of_team(facts, *parts)
    return None


def obligation(item: Obligation) -> str:
    """Return the address of an obligation: its place on the page of its duty and period."""
    return f"{obligations(item.plan.id, item.duty.slug, item.period)}#{anchor(item.id)}"


def _of_meeting(facts: Facts, text: str) -> str | None:
    key = facts.repository.meeting_key(text)
    found = facts.repository.meetings.get(key) if key else None
    return meeting(Month.of(found.on), text) if found else None


def _of_team(facts: Facts, plan_id: str, team_id: str, engagement_id: str = "") -> str | None:
    team = facts.repository.teams.get((plan_id, team_id))
    if team is None:
        return None
    return (
        engagement(plan_id, team.activity, team_id, engagement_id)
        if engagement_id
        else activity(plan_id, team.activity)
    )
