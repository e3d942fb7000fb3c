"""How each unit carries out the plan: the duties that are about units, each with its grid of units by periods."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper
from ktgs.obligations.obligation import unit_of
from ktgs.obligations.targets import Subject, ToPeriods
from ktgs.pages._grids import units_of
from ktgs.pages._obligations import StateCount, state_counts

ADDRESS = "thuc-hien/don-vi.html"


@dataclass(frozen=True, slots=True)
class DutyOfUnits:
    """A duty of a plan: where its units are told one by one, how many there are, its states."""

    subject: Subject
    plan: str
    units: int
    counts: tuple[StateCount, ...]


@dataclass(frozen=True, slots=True)
class ComplianceUnitsPage:
    """All such duties, those of most units first."""

    url: str
    title: str
    duties: tuple[DutyOfUnits, ...]


def pages(facts: Facts) -> Iterator[ComplianceUnitsPage]:
    """Yield the one page."""
    duties = []
    for (plan, duty), items in facts.by_duty.items():
        if of_units := units_of(items):
            subject = Subject(first_upper(of_units[0].duty.name), ToPeriods(plan, duty))
            units = len({unit_of(item) for item in of_units})
            duties.append(DutyOfUnits(subject, of_units[0].plan.label, units, state_counts(of_units)))
    duties.sort(key=lambda duty: -duty.units)
    yield ComplianceUnitsPage(ADDRESS, "Tình hình thực hiện theo đơn vị và tháng", tuple(duties))
