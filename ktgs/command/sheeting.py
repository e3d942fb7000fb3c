"""What `ktgs sheet` makes: which kind, which month, the workbook."""

from __future__ import annotations

import click

from ktgs.command.due_listing import find_unit
from ktgs.command.importing import find_importer, importers, require_plan
from ktgs.facts.facts import Facts
from ktgs.intake.job import Importer, Sheeting
from ktgs.language.months import Month
from ktgs.repository.plans import plans_of_month
from ktgs.tables.sending import workbook


def find_sheet(asked: str) -> Importer:
    """Return the importer whose sheet is asked for; refuse one without a sheet."""
    importer = find_importer(asked)
    if importer.rows is None:
        known = ", ".join(one.name for one in importers().values() if one.rows)
        raise click.BadParameter(f"Loại “{importer.name}” không có bảng để gửi đi. Dùng: {known}.", param_hint="LOẠI")
    return importer


def workbook_of(
    facts: Facts, importer: Importer, *, month: Month | None, plan: str | None, unit: str | None, is_empty: bool
) -> bytes:
    """Return the workbook of one kind; refuse a month that is missing or in no plan, or in several."""
    repository = facts.repository
    require_plan(repository, plan)
    if importer.is_monthly and month is None:
        raise click.UsageError("Thiếu --month. Ví dụ: --month 11/2020.")
    if importer.is_monthly and plan is None and month is not None:
        plan = _plan_of(facts, month)
    about = Sheeting(repository, month, plan or "", find_unit(facts, unit) if unit else None, is_empty)
    title = f"{importer.title.upper()} THÁNG {month.number}/{month.year}" if month else importer.title.upper()
    branches = {one.name: [branch.name for branch in one.branches] for one in about.units()}
    assert importer.rows is not None
    return workbook(title, importer.columns(repository), list(importer.rows(about)), branches)


def _plan_of(facts: Facts, month: Month) -> str:
    plans = [plan.id for plan in plans_of_month(facts.repository, month)]
    if len(plans) != 1:
        how = f"thuộc {len(plans)} kế hoạch" if plans else "không thuộc kế hoạch nào"
        known = f" Dùng --plan: {', '.join(plans)}." if plans else ""
        raise click.UsageError(f"Tháng {month.label} {how}.{known}")
    return plans[0]
