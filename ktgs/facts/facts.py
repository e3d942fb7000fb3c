"""The frozen bundle that checks, pages and exports ask: repository, obligations, figures, the problems found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from ktgs.language.diagnostics import Code, Diagnostic, Place
from ktgs.language.scanning import modules
from ktgs.obligations.judging import derive
from ktgs.obligations.obligation import Duty, Obligation, State, WhoKind, unit_of
from ktgs.obligations.tables import Cell, Figure, Row, Table
from ktgs.repository.index import Repository
from ktgs.repository.linked import grouped
from ktgs.repository.public import publish as public_half
from ktgs.repository.public import publish_diagnostics

CRASHED = Code(
    "F902",
    "Phần mềm gặp lỗi khi tính một số liệu",
    about="Lỗi của phần mềm, không phải của dữ liệu. Phần còn lại vẫn được tính. Gửi nguyên thông báo cho người bảo"
    " trì.",
)


def duties() -> tuple[Duty, ...]:
    """Return every duty, found by scanning its folder, in order of file."""
    return tuple(module.DUTY for module in modules("ktgs.duties"))


def figures() -> tuple[Figure, ...]:
    """Return every figure, found by scanning its folder, in order of file."""
    return tuple(module.FIGURE for module in modules("ktgs.figures"))


@dataclass(frozen=True)
class Facts:
    """All that is known on a day. `tables` are by the figure's slug; `diagnostics` are complete once the checks ran."""

    repository: Repository
    obligations: tuple[Obligation, ...]
    tables: Mapping[str, tuple[Table, ...]]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def today(self) -> date:
        """The day that everything speaks of."""
        return self.repository.today

    @cached_property
    def by_id(self) -> Mapping[str, Obligation]:
        """The obligations by id."""
        return {item.id: item for item in self.obligations}

    @cached_property
    def counted(self) -> tuple[Obligation, ...]:
        """The obligations that tables count: parts where there are any, instead of their whole."""
        return tuple(item for item in self.obligations if not item.parts)

    @cached_property
    def by_unit(self) -> Mapping[str, tuple[Obligation, ...]]:
        """The obligations of or about each unit."""
        return grouped((unit, item) for item in self.obligations if (unit := unit_of(item)))

    @cached_property
    def by_person(self) -> Mapping[str, tuple[Obligation, ...]]:
        """The obligations of each person."""
        return grouped((item.who.id, item) for item in self.obligations if item.who.kind is WhoKind.person)

    @cached_property
    def by_duty(self) -> Mapping[tuple[str, str], tuple[Obligation, ...]]:
        """The obligations by plan and slug of the duty."""
        return grouped(((item.plan.id, item.duty.slug), item) for item in self.obligations)

    @cached_property
    def by_state(self) -> Mapping[State, tuple[Obligation, ...]]:
        """The counted obligations in each state, by due date."""
        ordered = sorted(self.counted, key=lambda item: (item.due_on or date.max, item.id))
        return grouped((item.state, item) for item in ordered)


def work_out(repository: Repository) -> tuple[Facts, tuple[Diagnostic, ...]]:
    """Return the facts that follow from the repository, and a diagnostic for each duty or figure that crashed."""
    obligations, problems = derive(repository, duties())
    tables, crashed = _tables(figures(), repository, obligations)
    return Facts(repository, obligations, tables), problems + crashed


def _tables(
    wanted: tuple[Figure, ...], repository: Repository, obligations: tuple[Obligation, ...]
) -> tuple[dict[str, tuple[Table, ...]], tuple[Diagnostic, ...]]:
    found: dict[str, tuple[Table, ...]] = {}
    problems = []
    for figure in wanted:
        try:
            found[figure.slug] = tuple(figure.compute(repository, obligations))
        except Exception as error:  # a crash in one figure must not hide the others; it is reported as a diagnostic
            words = f"Không tính được số liệu “{figure.name}”: {type(error).__name__}: {error}."
            problems.append(CRASHED.at(Place("data"), words, cure="Báo cho người bảo trì phần mềm."))
    return found, tuple(problems)


def publish(facts: Facts) -> Facts:
    """Return what the public may know: everything worked out anew from the public half of the data.

    So nothing shown depends on a private fact: whether somebody assigned was absent or replaced cannot be told from any
    obligation. A visit report is listed once it is in; one still owed depends on absences. Totals of the body alone are
    taken over from all data, and count only what is public one by one.
    """
    repository = public_half(facts.repository)
    obligations, _ = derive(repository, duties())
    shown = tuple(item for item in obligations if not item.duty.private_until_done or item.done_on)
    ids = {item.id for item in shown}
    tables, _ = _tables(tuple(figure for figure in figures() if not figure.of_body), repository, shown)
    totals = {
        figure.slug: facts.tables[figure.slug] for figure in figures() if figure.of_body and figure.slug in facts.tables
    }
    tables |= {name: tuple(_without_private(table, ids) for table in found) for name, found in totals.items()}
    told = publish_diagnostics(facts.repository, facts.diagnostics)
    return replace(facts, repository=repository, obligations=shown, tables=tables, diagnostics=told)


def _without_private(table: Table, ids: set[str]) -> Table:
    """Return a table of totals whose cells name only the obligations with these ids."""
    rows = tuple(Row(row.subject, tuple(_public_cell(cell, ids) for cell in row.cells)) for row in table.rows)
    return replace(table, rows=rows)


def _public_cell(cell: Cell, ids: set[str]) -> Cell:
    return replace(cell, counts=tuple(item for item in cell.counts if item.kind != "obligation" or item.id in ids))
