"""Makes the sample repository: what the story fixes, what chance adds, and the files."""

from datetime import date
from pathlib import Path
from random import Random
from shutil import copyfile

from benchmarks.generator.assignments import assignment_fields, make_assignments
from benchmarks.generator.dates import Calendar, dmy, month_folder
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

UNITS = 66
SEED = 46
AS_OF = date(2020, 10, 15)
LAST_DAY = date(2020, 11, 30)
STORY = Path(__file__).with_name("story")
CALENDAR = Path(__file__).resolve().parents[2] / "data" / "calendar"


def generate(out: Path, units: int = UNITS, seed: int = SEED, as_of: date = AS_OF, calendar: Path = CALENDAR) -> int:
    """Write a sample repository's `data/` into the folder `out` and return how many files it has; the same arguments
    give the same bytes.

    The calendar is copied from `calendar`. Refuses fewer units than the story names, and a day before the story's last
    or after November 2020.
    """
    if units < UNITS_NEEDED:
        raise ValueError(f"the story needs {UNITS_NEEDED} units")
    if not AS_OF <= as_of <= LAST_DAY:
        raise ValueError(f"the sample's day lies from {AS_OF} to {LAST_DAY}")
    files = _story(as_of) | _made(_world(units, seed, as_of, calendar))
    for path, text in sorted(files.items()):
        write(out / "data" / path, text)
    copied = sorted(calendar.glob("*.yml"))
    for source in copied:
        target = out / "data" / "calendar" / source.name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.resolve() != target.resolve():
            copyfile(source, target)
    return len(files) + len(copied)


def _story(as_of: date) -> dict[str, str]:
    """Return the hand-written files, by path: the same in a sample of any size."""
    files = {
        path.relative_to(STORY).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(STORY.rglob("*"))
        if path.is_file()
    }
    files["organization.yml"] = files["organization.yml"].replace(dmy(AS_OF), dmy(as_of))
    return files


def _world(how_many: int, seed: int, as_of: date, calendar: Path) -> World:
    random = Random(seed)
    units = make_units(how_many, random)
    people = make_people(STORY_PEOPLE * how_many // UNITS, units)
    world = World(random, Decks(random), Calendar.read(calendar), as_of, units, people)
    make_schedules(world)
    set_special_schedules(world)
    make_assignments(world)
    settle_story(world)
    return world


def _made(world: World) -> dict[str, str]:
    """Return the files that chance made, by path."""
    plan = f"plans/2020/{PLAN}"
    files = {f"people/{person.id}.yml": as_yaml(person_fields(person)) for person in world.people}
    files |= {f"units/{unit.id}.yml": as_yaml(unit_fields(unit, world.people)) for unit in world.units}
    for (month, unit_id), schedule in world.schedules.items():
        files[f"{plan}/schedules/{month_folder(month)}/{unit_id}.yml"] = as_yaml(schedule_fields(schedule))
    for month, items in world.items.items():
        files[f"{plan}/assignments/{month_folder(month)}.yml"] = as_yaml(assignment_fields(month, items))
    reports = make_reports(world)
    for name, fields, text in reports:
        files[f"reports/2020/du-sinh-hoat/{name}.md"] = as_markdown(fields, text)
    return files | dict(monthly_papers(world)) | dict(follow_ups(world, reports))
