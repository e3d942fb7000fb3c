"""Deadlines as calendar entries: one by one, or together where many share a day.

An entry tells what was recorded and never how a deadline stands today, so that a feed made anew on another day is the
same where nothing was recorded since.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from ktgs.duties.visit_report import DUTY as VISIT_REPORT
from ktgs.duties.visit_report import reports_due_on
from ktgs.exports._entries import Entry
from ktgs.facts.facts import Facts
from ktgs.language.text import vi_date
from ktgs.obligations.judging import concerns
from ktgs.obligations.obligation import Flag, Obligation, State, unit_of
from ktgs.records.adjustment import AdjustmentKind
from ktgs.records.values import month_in
from ktgs.repository.index import Repository
from ktgs.repository.linked import Found, ScheduledMeeting
from ktgs.repository.periods import moves_of

_CATEGORY = "Hạn"


def listed(facts: Facts) -> tuple[Obligation, ...]:
    """Return the obligations that have a day and are counted one by one.

    Reports on meetings are left out: they are listed by meeting (`of_meetings`), as only some of them are public.
    """
    return tuple(
        item
        for item in facts.counted
        if item.due_on and item.state is not State.not_applicable and not item.duty.private_until_done
    )


class Deadlines:
    """Makes the entries; asks the repository once for the recommendations by key."""

    def __init__(self, facts: Facts) -> None:
        self._repository = facts.repository
        self._recommendations: dict[str, Found] = {found.key: found for found in facts.repository.findings}

    def one(self, item: Obligation) -> Entry:
        """Return the entry of one obligation with a due day; waived, it is called off under its name."""
        changed = self._changed(item)
        is_waived = item.state is State.waived
        return Entry(
            name=f"han/{item.id}",
            category=_CATEGORY,
            summary=f"{'Được miễn: ' if is_waived else ''}Hạn {item.duty.name}: {item.occasion} ({item.who.name})",
            stamp_on=max([item.plan.issued_on, *changed, *([item.done_on] if item.done_on else [])]),
            on=item.due_on or item.plan.ends_on,
            lines=tuple(_lines(item)),
            revision=len(changed),
            is_off=is_waived,
        )

    def together(self, items: Iterable[Obligation]) -> Iterator[Entry]:
        """Yield one entry for all obligations of a duty and period that share a due day, in order of day."""
        groups: dict[tuple[date, str, str, str], list[Obligation]] = {}
        for item in items:
            if item.due_on:
                groups.setdefault((item.due_on, item.plan.id, item.duty.slug, item.period), []).append(item)
        for key in sorted(groups):
            found = groups[key]
            yield self.one(found[0]) if len(found) == 1 else self._group(key[0], found)

    def _group(self, due_on: date, items: list[Obligation]) -> Entry:
        first = items[0]
        occasions = {item.occasion for item in items}
        occasion = first.occasion if len(occasions) == 1 else _period_name(first)
        open_items = [item for item in items if item.state is not State.waived]
        done = [item for item in open_items if item.done_on]
        known = [day for item in items for day in (*self._changed(item), item.done_on) if day]
        waived = [f"Được miễn: {len(items) - len(open_items)}"] if len(open_items) < len(items) else []
        lines = (f"Đã hoàn thành: {len(done)}/{len(open_items)}", *waived, *_rule(first))
        return Entry(
            name=f"han/{first.plan.id}/{first.duty.slug}/{first.period}/{due_on}",
            category=_CATEGORY,
            summary=f"Hạn {first.duty.name}: {occasion} ({_parties(items)})",
            stamp_on=max([first.plan.issued_on, *known]),
            on=due_on,
            lines=lines,
        )

    def _changed(self, item: Obligation) -> list[date]:
        """Return the days on which it was decided to move, extend or waive an obligation."""
        plan = item.plan
        unit = unit_of(item)
        found: list[date] = []
        activity = plan.activity(item.activity) if item.activity else None
        if Flag.adjusted in item.flags and activity:
            found.extend(move.decided_on for move in moves_of(self._repository, plan, activity, unit))
        kinds = {AdjustmentKind.extension} if Flag.extended in item.flags else set()
        if item.state is State.waived:
            kinds.add(AdjustmentKind.waiver)
        if kinds:
            adjustments = self._repository.adjustments_of(plan)
            found.extend(a.decided_on for a in adjustments if a.kind in kinds and concerns(a, item.duty, item))
            report_and_id = item.id.split("/", 2)[2].replace("/", "#")
            recommendation = self._recommendations.get(report_and_id)
            found.extend(event.on for event in (recommendation.events if recommendation else ()) if event.new_due)
        return found


def _period_name(item: Obligation) -> str:
    if month := month_in(item.period):
        return f"tháng {month.label}"
    activity = item.plan.activity(item.period)
    return activity.name if activity else item.plan.label


def _parties(items: list[Obligation]) -> str:
    """Return who owes them: `66 đơn vị`, `2 đoàn kiểm tra và …`; one party by name."""
    if len({item.who for item in items}) == 1:
        return f"{items[0].who.name}, {len(items)} việc"
    kinds = Counter(item.who.kind for item in {item.who: item for item in items}.values())
    return ", ".join(f"{number} {kind}" for kind, number in kinds.items())


def _rule(item: Obligation) -> list[str]:
    clause = [f"Mục {item.clause}"] if item.clause else []
    return [*clause, *([f"Cách tính: {item.deadline.rule}"] if item.deadline.rule else [])]


def _lines(item: Obligation) -> Iterator[str]:
    if item.done_on:
        yield f"Hoàn thành ngày {vi_date(item.done_on)}"
    elif item.evidence and item.evidence.cause:
        yield f"Chưa rõ đã hoàn thành hay chưa: {item.evidence.cause}"
    elif item.state is not State.waived:
        yield "Chưa ghi nhận hoàn thành"
    if item.original_due_on and item.original_due_on != item.due_on:
        yield f"Hạn ban đầu: {vi_date(item.original_due_on)}"
    if item.safe_on and item.safe_on != item.due_on:
        yield f"Nên xong từ ngày {vi_date(item.safe_on)} (ngày an toàn)"
    yield from _rule(item)


def of_meetings(repository: Repository, meetings: Iterable[ScheduledMeeting]) -> Iterator[Entry]:
    """Yield, by day, one entry for all assigned meetings of a month on which reports are due that day."""
    groups: dict[tuple[date, str, str], list[ScheduledMeeting]] = {}
    for found in meetings:
        if due_on := reports_due_on(repository, found):
            groups.setdefault((due_on, found.key.plan, str(found.key.month)), []).append(found)
    for due_on, plan_id, month in sorted(groups):
        plan, together = repository.plans[plan_id], groups[due_on, plan_id, month]
        yield Entry(
            name=f"han/{plan_id}/{VISIT_REPORT.slug}/{month}/{due_on}",
            category=_CATEGORY,
            summary=f"Hạn {VISIT_REPORT.name}: {len(together)} buổi của tháng {together[0].key.month.label}",
            stamp_on=plan.issued_on,
            on=due_on,
        )


def of_meeting(repository: Repository, found: ScheduledMeeting) -> Entry | None:
    """Return by when reports on one meeting are due, None where none is."""
    due_on = reports_due_on(repository, found)
    if due_on is None:
        return None
    where = repository.branch_name(found.key.unit, found.branch)
    of_unit = f", {repository.unit_name(found.key.unit, found.on)}" if found.branch else ""
    return Entry(
        name=f"han/{VISIT_REPORT.slug}/{found.key}",
        category=_CATEGORY,
        summary=f"Hạn {VISIT_REPORT.name}: buổi ngày {vi_date(found.on)}, {where}{of_unit}",
        stamp_on=repository.plans[found.key.plan].issued_on,
        on=due_on,
        revision=len(found.meeting.moves),
    )
