"""What the duties of a month share: the month's assignments, and what became of them."""

from __future__ import annotations

from ktgs.duties._evidence import first_sent, or_earlier
from ktgs.duties._parties import office
from ktgs.language.months import Month
from ktgs.obligations.obligation import Expected, count
from ktgs.records.plan import Plan, Term
from ktgs.records.report import FlashReport, Summary
from ktgs.repository.index import Repository
from ktgs.repository.linked import Assigned
from ktgs.repository.marks import broken_monthly


def assigned_in(repository: Repository, plan: Plan, month: Month) -> tuple[Assigned, ...]:
    """Return the items of the month's assignment."""
    return repository.assigned_by_month.get((plan.id, month), ())


def monthly_report(
    repository: Repository,
    plan: Plan,
    term: Term,
    kind: type[FlashReport] | type[Summary],
    month: Month,
    arises: tuple[bool | None, str],
) -> Expected:
    """Return the office's obligation to send the month's report; `arises` is whether it is owed, and why or why not."""
    who = office(repository)
    sent = first_sent(repository.monthly_reports.get((plan.id, kind, month), ()))
    return Expected(
        path=f"{month}/{who.id}",
        occasion=f"tháng {month.label}",
        period=str(month),
        who=who,
        deadline=count(term, month.last, repository.calendar),
        evidence=or_earlier(sent[0] if sent else None, broken_monthly(repository, kind.record_kind, month)),
        arises=arises[0],
        why=arises[1],
        no_number=sent is not None and sent[1].document_number is None,
    )
