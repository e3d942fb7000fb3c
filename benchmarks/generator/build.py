"""Makes the sample repository: what the story fixes, what chance adds, and the files."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.generator.assignments import assignment_fields, make_assignments
from benchmarks.generator.dates import YEAR, Calendar, dmy, month_folder
from benchmarks.generator.model import PLAN, World
from benchmarks.generator.monthly import monthly_papers
from benchmarks.generator.people import STORY_PEOPLE, make_people, person_fields
from benchmarks.generator.petitions import follow_ups
from benchmarks.generator.phrases import Decks
from benchmarks.generator.schedules import make_schedules, schedule_fields
from benchmarks.generator.special_assignments import settle_story
from benchmarks.generator.special_schedules import set_special_schedules
from benchmarks.generator.units import UNITS_NEEDED, make_units, unit_fields
from benchmarks.generator.visits import make_reports
from benchmarks.generator.writer import as_markdown, as_yaml, write
from benchmarks.generator.years import begin_earlier, closed_world, computed_calendar, moved, naming_plan

UNITS = 66
SEED = 46
AS_OF = date(2020, 10, 15)
LAST_DAY = date(2020, 11, 30)
STORY = Path(__file__).with_name("story")
CALENDAR = Path(__file__).resolve().parents[2] / "data" / "calendar"


def generate(
    out: Path, units: int = UNITS, seed: int = SEED, as_of: date = AS_OF, calendar: Path = CALENDAR, years: int = 1
) -> int:
    """Write a sample repository's `data/` into the folder `out` and return how many files it has; the same arguments
    give the same bytes.

    It holds `years` plans, the last of them the story's; the calendar is copied from `calendar`, and computed for years
    that have none there. Refuses fewer units than the story names, a day before the story's last or after November
    2020, and no year.
    """
    if units < UNITS_NEEDED:
        raise ValueError(f"the story needs {UNITS_NEEDED} units")
    if not AS_OF <= as_of <= LAST_DAY:
        raise ValueError(f"the sample's day lies from {AS_OF} to {LAST_DAY}")
    if years < 1:
        raise ValueError("the sample has one plan or more")
    calendars = {file.name: file.read_text(encoding="utf-8") for file in sorted(calendar.glob("*.yml"))}
    count = 0
    for files in _plans(_world(units, seed, as_of, calendars), seed, years, calendars):
        for path, text in sorted(files.items()):
            write(out / "data" / path, text)
        count += len(files)
    for name, text in calendars.items():
        write(out / "data" / "calendar" / name, text)
    return count + len(calendars)


def _plans(world: World, seed: int, years: int, calendars: dict[str, str]) -> Iterator[dict[str, str]]:
    """Yield the files of each plan by path, the sample's own first with all that is shared; add missing calendars."""
    story = _story(world.as_of)
    if years > 1:
        begin_earlier(world, years - 1)
        story = naming_plan(story)
    yield story | _shared(world) | _made(world)
    repeated = {path: text for path, text in story.items() if path.startswith(("plans/", "reports/"))}
    for year in range(YEAR + 1 - years, YEAR):
        calendar = Calendar.read(calendars.setdefault(f"{year}.yml", computed_calendar(year)), year)
        closed = closed_world(world, seed, calendar)
        make_schedules(closed)
        make_assignments(closed)
        yield moved(repeated | _made(closed), year)


def _story(as_of: date) -> dict[str, str]:
    """Return the hand-written files, by path: the same in a sample of any size."""
    files = {
        path.relative_to(STORY).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(STORY.rglob("*"))
        if path.is_file()
    }
    files["organization.yml"] = files["organization.yml"].replace(dmy(AS_OF), dmy(as_of))
    return files


def _world(how_many: int, seed: int, as_of: date, calendars: dict[str, str]) -> World:
    random = Random(seed)
    units = make_units(how_many, random)
    people = make_people(STORY_PEOPLE * how_many // UNITS, units)
    world = World(random, Decks(random), Calendar.read(calendars[f"{YEAR}.yml"], YEAR), as_of, units, people)
    make_schedules(world)
    set_special_schedules(world)
    make_assignments(world)
    settle_story(world)
    return world


def _shared(world: World) -> dict[str, str]:
    """Return the files of people and units, by path."""
    files = {f"people/{person.id}.yml": as_yaml(person_fields(person)) for person in world.people}
    return files | {f"units/{unit.id}.yml": as_yaml(unit_fields(unit, world.people)) for unit in world.units}


def _made(world: World) -> dict[str, str]:
    """Return the files of a plan that chance made, by path."""
    plan = f"plans/2020/{PLAN}"
    files = {}
    for (month, unit_id), schedule in world.schedules.items():
        files[f"{plan}/schedules/{month_folder(month)}/{unit_id}.yml"] = as_yaml(schedule_fields(schedule))
    for month, items in world.items.items():
        files[f"{plan}/assignments/{month_folder(month)}.yml"] = as_yaml(assignment_fields(month, items))
    reports = make_reports(world)
    for name, fields, text in reports:
        files[f"reports/2020/du-sinh-hoat/{name}.md"] = as_markdown(fields, text)
    return files | dict(monthly_papers(world)) | dict(follow_ups(world, reports))
