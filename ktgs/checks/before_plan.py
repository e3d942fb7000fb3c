"""Nothing is received, sent, held, invited, issued or decided under a plan before the plan is issued."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ktgs.checks._plans import is_plausible, with_plans
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.language.text import vi_date, vi_number
from ktgs.records.base import FileRecord, Record
from ktgs.records.plan import Plan
from ktgs.records.schema import Field, schema, walk
from ktgs.records.values import day_of
from ktgs.source.codes import about

CODE = Code(
    "D208",
    "Việc xảy ra trước khi có kế hoạch",
    about=about(
        "Việc theo kế hoạch (gửi, nhận, mời, ban hành, phân công, dự, làm việc, quyết định …) chỉ có từ ngày ban hành"
        " kế hoạch. Thường do gõ nhầm năm.",
        "ngày nhận: 20/03/2002   # kế hoạch ban hành ngày 20/02/2020",
        "ngày nhận: 20/03/2020",
        cure="Sửa ngày ghi sai, nhất là năm. Nếu rất nhiều việc cùng bị báo thì xem lại ngày ban hành kế hoạch.",
    ),
)


class _Early(NamedTuple):
    """A day of a fact that lies before the issue of its plan."""

    plan: Plan
    holder: Record
    field: Field
    on: date


_MANY = 20  # early days under one plan: then the plan's own day is the likely slip


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each day of a fact that lies before the issue of its plan, one in all where there are many."""
    early: dict[str, list[_Early]] = {}
    for plan, record in with_plans(facts.repository):
        early.setdefault(plan.id, []).extend(_early(plan, record))
    for early_days in early.values():
        public = [day for day in early_days if day.field.is_public]
        yield from (_told_once(public),) if len(public) > _MANY else map(_told, early_days)


def _early(plan: Plan, record: FileRecord) -> Iterator[_Early]:
    for holder in walk(record) if is_plausible(plan) else ():
        for field in schema(type(holder)).facts:
            on = day_of(getattr(holder, field.name))
            if on and on < plan.issued_on:
                yield _Early(plan, holder, field, on)


def _told(early: _Early) -> Diagnostic:
    plan, holder, field, on = early
    return CODE.at(
        holder.where(field.name),
        f"{holder.key_of(field.name)}: {vi_date(on)} trước ngày ban hành kế hoạch {plan.label},"
        f" {vi_date(plan.issued_on)}.",
        cure="Sửa ngày, nhất là năm.",
        related=[Related(plan.where("issued_on"), "ngày ban hành kế hoạch")],
        is_internal=not field.is_public,
    )


def _told_once(early: list[_Early]) -> Diagnostic:
    plan = early[0].plan
    return CODE.at(
        plan.where("issued_on"),
        f"ngày ban hành: {vi_date(plan.issued_on)}, mà {vi_number(len(early))} ngày ghi trong dữ liệu của kế hoạch đều"
        " trước ngày này.",
        cure="Kiểm tra lại ngày ban hành kế hoạch.",
        related=[Related(day.holder.where(day.field.name), day.holder.key_of(day.field.name)) for day in early[:3]],
    )
