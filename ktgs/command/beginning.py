"""What `ktgs new` makes: the draft that meets an open debt, else the template of a kind with what was asked for."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from ktgs.command.usage import ID, MONTH, with_nearest
from ktgs.facts.facts import Facts
from ktgs.forms.templates import SUB_UNITS, Draft, draft, filled
from ktgs.language.months import Month
from ktgs.language.text import slug
from ktgs.obligations.meeting import would_meet
from ktgs.obligations.naming import called
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.wanted import Wanted
from ktgs.records.base import FileRecord
from ktgs.records.kinds import kind_named, kind_names
from ktgs.records.report import Report
from ktgs.records.schema import schema

_BLANK = re.compile(r"^ *(?:- )?(?:[^#\s][^#]*:)? $", re.MULTILINE)
_PART = re.compile(r"\{(\w+)\}")
_OFFERED = 20  # of several debts that a file could meet


@dataclass(frozen=True, slots=True)
class RecordAsked:
    """What is asked for: a kind, and whom and which month the file is about, where that was said."""

    kind: type[FileRecord]
    unit: str | None = None
    month: Month | None = None
    person: str | None = None
    plan: str | None = None
    id: str | None = None


def is_answered() -> bool:
    """Return whether somebody is there to answer questions."""
    return sys.stdin.isatty()


def find_kind(asked: str) -> type[FileRecord]:
    """Return the kind of that Vietnamese name or slug; refuse (UsageError) any other."""
    kind = kind_named(asked)
    if kind is None:
        names = sorted({slug(name) for name in kind_names()})
        message = f"Không có loại tệp “{asked}”. Các loại: {', '.join(names)}."
        raise click.UsageError(with_nearest(message, asked, names))
    return kind


def begun(facts: Facts, asked: RecordAsked) -> Draft:
    """Return the draft of the file asked for. At a terminal asks for what is lacking, else refuses it (UsageError)."""
    met = list(_met(facts, asked)) if asked.id is None else []
    if len(met) > 1:
        met = [_chosen(facts, met)]
    if met:
        return draft(facts.repository, met[0][1], is_whole=True)
    return _blank(facts, asked)


def _met(facts: Facts, asked: RecordAsked) -> Iterator[tuple[Obligation, Wanted]]:
    """Yield the open debts that a file as asked for would meet, one a file."""
    paths = set()
    for item in facts.obligations:
        if not _is_about(item, asked):
            continue
        wanted = would_meet(facts.repository, item)
        if isinstance(wanted, Wanted) and wanted.kind is asked.kind:
            path = tuple(wanted.parts.items())
            if path not in paths:
                paths.add(path)
                yield item, wanted


def _is_about(item: Obligation, asked: RecordAsked) -> bool:
    units = (item.about_unit, item.who.id)
    return (
        (asked.unit is None or asked.unit in units)
        and (asked.person is None or asked.person == item.who.id)
        and (asked.month is None or asked.month == item.period)
        and (asked.plan is None or asked.plan == item.plan.id)
    )


def _chosen(facts: Facts, met: list[tuple[Obligation, Wanted]]) -> tuple[Obligation, Wanted]:
    names = [f"  {number}. {called(facts.repository, item)}" for number, (item, _) in enumerate(met, 1)]
    more = [f"  … và {len(met) - _OFFERED} việc nữa"] if len(met) > _OFFERED else []
    listed = "\n".join((*names[:_OFFERED], *more))
    if not is_answered():
        raise click.UsageError(f"Có {len(met)} việc cần tệp loại này; nói rõ bằng --unit, --month, --person:\n{listed}")
    click.echo(f"Tệp này cho việc nào?\n{listed}")
    return met[click.prompt("Số", type=click.IntRange(1, len(met))) - 1]


def _blank(facts: Facts, asked: RecordAsked) -> Draft:
    """Return the template with what was asked for, at the path that follows or that is asked for."""
    known = {name: value for name, value in _known(asked).items() if name in schema(asked.kind).fields}
    parts = {part: _part(facts, asked, part) for part in _PART.findall(asked.kind.path)}
    words = facts.repository.organization.sub_unit_words or (SUB_UNITS,)
    return filled(asked.kind, parts, known, sub_unit=words[0], is_whole=True)


def _known(asked: RecordAsked) -> dict[str, Any]:
    said = {"unit": asked.unit, "month": asked.month, "person": asked.person, "author": asked.person}
    return {name: value for name, value in said.items() if value is not None}


def _part(facts: Facts, asked: RecordAsked, part: str) -> str:
    match part:
        case "year" if "{plan}" in asked.kind.path:
            return str(facts.repository.plans[_plan(facts, asked)].parts["year"])
        case "year":
            return str(asked.month.year if asked.month else facts.today.year)
        case "plan":
            return _plan(facts, asked)
        case "month":
            return str(asked.month or _month())
    return asked.id or _id(facts, asked)


def _plan(facts: Facts, asked: RecordAsked) -> str:
    plans = facts.repository.plans
    if asked.plan in plans:
        return str(asked.plan)
    if asked.plan is None and len(facts.current_plans) == 1:
        return facts.current_plans[0].id
    known = ", ".join(plans) or "chưa có kế hoạch nào"
    raise click.UsageError(f"Nói rõ mã kế hoạch bằng --plan. Các kế hoạch: {known}.")


def _month() -> Month:
    """Return the month that somebody gives."""
    if is_answered():
        return click.prompt("Tháng, ví dụ 11/2020", type=MONTH)
    raise click.UsageError("Thiếu tháng: thêm --month, ví dụ --month 11/2020.")


def _id(facts: Facts, asked: RecordAsked) -> str:
    """Return the id that follows from what was asked for, or that somebody gives who is offered one."""
    if "{month}" in asked.kind.path and asked.unit:
        return asked.unit
    if "{plan}" in asked.kind.path and "month" in schema(asked.kind).fields and asked.month:
        return str(asked.month)
    about = asked.unit or asked.person or (f"thang-{asked.month.number}" if asked.month else "")
    offered = f"{facts.today.isoformat()}-{about}" if issubclass(asked.kind, Report) and about else None
    if not is_answered():
        hint = f", ví dụ --id {offered}" if offered else ""
        raise click.UsageError(f"Thiếu mã của tệp mới: thêm --id{hint}.")
    return str(click.prompt("Mã của tệp mới (chữ thường không dấu, số, gạch nối)", default=offered, type=ID))


def write(root: Path, form: Draft) -> None:
    """Write the draft where it belongs. Refuses (FileExistsError) a file that is there, (OSError) what cannot be."""
    path = root / form.path
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(form.text)


def told(form: Draft) -> str:
    """Return what was made and what to do next."""
    blanks = len(_BLANK.findall(form.text))
    then = f"Mở tệp, điền {blanks} chỗ còn trống" if blanks else "Mở tệp, xem lại"
    return f"Đã tạo {form.path}.\n{then}; dòng không cần thì xóa, rồi chạy: ktgs check\n"
