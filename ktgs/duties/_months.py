"""What the duties of a month share: its assignments, and the office's report on it."""

from __future__ import annotations

from ktgs.duties._evidence import first_sent, or_earlier
from ktgs.duties._wanted import new_report, unsent
from ktgs.language.months import Month
from ktgs.language.text import slug
from ktgs.obligations.deadlines import count
from ktgs.obligations.obligation import Expected, Obligation
from ktgs.obligations.wanted import Want
from ktgs.records.keys import AssignmentKey
from ktgs.records.organization import BodyRole
from ktgs.records.plan import Plan, Term
from ktgs.records.report import FlashReport, ReportKind, Summary
from ktgs.repository.linked import Assigned
from ktgs.repository.marks import broken_monthly
from ktgs.repository.parties import body_party
from ktgs.repository.repository import Repository


def assigned_in(repository: Repository, plan: Plan, month: Month) -> tuple[Assigned, ...]:
    """Return the items of the month's assignment."""
    return repository.assigned_by_month.get(AssignmentKey(plan.id, month), ())


def monthly_report(
    repository: Repository,
    plan: Plan,
    term: Term,
    kind: type[FlashReport | Summary],
    month: Month,
    arises: tuple[bool | None, str],
) -> Expected:
    """Return the office's obligation to send the month's report; `arises` is whether it is owed, and why or why not."""
    sent = first_sent(repository.monthly_reports.get((kind, plan.id, month), ()))
    return Expected(
        occasion=month,
        title=f"tháng {month.label}",
        period=month,
        who=body_party(repository, BodyRole.office),
        deadline=count(term, month.last, repository.calendar),
        evidence=or_earlier(sent[0] if sent else None, broken_monthly(repository, kind, month)),
        arises=arises[0],
        why=arises[1],
        no_number=sent is not None and sent[1].document_number is None,
    )


def wanted_report(repository: Repository, item: Obligation, kind: type[FlashReport | Summary]) -> Want:
    """Return the office's report of the month, or the draft of it that is there; None before the month is over."""
    month = item.key.occasion
    if not isinstance(month, Month) or repository.today <= month.last:
        return None
    if draft := unsent(repository.monthly_reports.get((kind, item.plan.id, month), ())):
        return draft
    plan = {"plan": item.plan.id} if len(repository.plans) > 1 else {}
    known = {**plan, "document_number": None, "author": None, "sent_on": None, "month": month}
    about = f"{kind.record_title} tháng {month.label}"
    return new_report(repository, kind, f"{slug(str(ReportKind[kind.record_kind]))}-thang-{month.number}", known, about)
