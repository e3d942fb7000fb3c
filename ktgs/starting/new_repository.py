"""The files of a data repository of its own: records, settings, workflows, what editors need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ktgs.forms.schemas import FOLDER, editor_settings, schema_files
from ktgs.language.months import Month
from ktgs.records.base import FileRecord
from ktgs.records.organization import Organization
from ktgs.records.person import Person
from ktgs.records.plan import Plan
from ktgs.records.unit import Unit
from ktgs.records.values import read_day
from ktgs.source import shipped
from ktgs.starting.program import Program
from ktgs.writing.composing import compose

_KEPT = Path(__file__).with_name("kept")  # texts of files that are the same for every body but for a few words
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Answers:
    """What a new repository is made of: values by the Vietnamese keys of the records, units and people by id."""

    organization: Values
    plan_id: str
    plan: Values
    units: Mapping[str, Values]
    people: Mapping[str, Values]
    program: Program


def repository_files(answers: Answers) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every file; ValueError where an answer has a key that its record does not have.

    A year of the plan without a calendar of ours gets none: what counts over it stays unknown until somebody adds it.
    """
    words = sub_unit_words(answers.organization)
    for path, text in _records(answers, words):
        yield path, text.encode()
    for calendar in _calendars(answers.plan):
        yield f"data/calendar/{calendar.name}", calendar.read_bytes()
    named = {"tên": str(answers.organization["tên"]), "cài": answers.program.options}
    for kept, path in _PLACES.items():
        text = (_KEPT / kept).read_text(encoding="utf-8")
        for word, value in named.items():
            text = text.replace(f"«{word}»", value)
        yield path, text.encode()
    yield "program.txt", f"{answers.program.line}\n".encode()
    yield "requirements.txt", shipped.LIBRARIES.read_bytes()
    yield ".vscode/settings.json", editor_settings()
    for name, content in schema_files(words):
        yield f"{FOLDER}/{name}", content


_PLACES = {
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "mkdocs.yml": "mkdocs.yml",
    "proposal.yml": ".github/workflows/proposal.yml",
    "publish.yml": ".github/workflows/publish.yml",
}


def sub_unit_words(organization: Values) -> tuple[str, ...]:
    """Return what the sub-units of the organization's kinds of units are called."""
    kinds: Sequence[Values] = organization.get("loại đơn vị", ())
    return tuple(dict.fromkeys(str(kind["đơn vị trực thuộc"]) for kind in kinds if kind.get("đơn vị trực thuộc")))


def _records(answers: Answers, words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    plan = answers.plan
    year = read_day(plan["từ"]).year
    yield _place(Organization), compose(Organization, answers.organization, words=words)
    body = f"# KẾ HOẠCH\n\n**{plan['trích yếu']}**"
    yield _place(Plan, year=str(year), id=answers.plan_id), compose(Plan, plan, body, words)
    for unit, values in answers.units.items():
        yield _place(Unit, id=unit), compose(Unit, values, words=words)
    for person, values in answers.people.items():
        yield _place(Person, id=person), compose(Person, values, words=words)


def _place(kind: type[FileRecord], **parts: str) -> str:
    return f"data/{kind.path.format(**parts)}"


def _calendars(plan: Values) -> Iterator[Path]:
    """Yield our calendars of the plan's years and of the month after its end, in which its last papers are due."""
    years = range(read_day(plan["từ"]).year, Month.of(read_day(plan["đến"])).next().year + 1)
    for year in years:
        if (path := shipped.CALENDARS / f"{year}.yml").is_file():
            yield path
