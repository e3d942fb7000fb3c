"""Deadlines as calendar entries: one by one, or together where many share a day.

An entry tells what was recorded and never how a deadline stands today, so that a feed made anew on another day is the
same where nothing was recorded since.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from ktgs.duties.visit_report import DUTY as VISIT_REPORT
from ktgs.exports._entries import FeedEntry
from ktgs.facts.facts import Facts
from ktgs.language.text import vi_date
from ktgs.obligations.naming import label
from ktgs.obligations.obligation import Flag, Obligation, State
from ktgs.records.adjustment import AdjustmentKind
from ktgs.records.keys import ActivityKey, AssignmentKey, FindingKey, MeetingKey, PeriodKey
from ktgs.repository.findings import recommendation_progress
from ktgs.repository.linked import ScheduledMeeting, grouped
from ktgs.repository.naming import meeting_name, period_name
from ktgs.repository.periods import moves_of

_CATEGORY = "Hạn"


def listed(facts: Facts) -> tuple[Obligation, ...]:
    """Return the obligations that have a day and are counted one by one.

    Reports on meetings are left out: they are listed by meeting (`reports_on`), as only some of them are public.
    """
    return tuple(
        item
        for item in facts.counted
        if item.due_on and item.state is not State.not_applicable and not item.duty.private_until_done
    )


class Deadlines:
    """Makes the entries of one day's facts."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._repository = facts.repository
        self._reports = grouped(
            (item.key.occasion, item) for item in (*facts.obligations, *facts.unlisted) if item.duty is VISIT_REPORT
        )

    def single(self, item: Obligation) -> FeedEntry:
        """Return the entry of one obligation with a due day; waived, it is called off under its name."""
        changed = self._changed(item)
        is_waived = item.state is State.waived
        called = f"{item.duty.name}: {label(self._repository, item)} ({item.who.name})"
        return FeedEntry(
            name=f"han/{item.id}",
            category=_CATEGORY,
            summary=f"{'Được miễn: ' if is_waived else ''}Hạn {called}",
            stamp_on=max([item.plan.issued_on, *changed, *([item.done_on] if item.done_on else [])]),
            on=item.due_on or item.plan.ends_on,
            lines=tuple(_lines(item)),
            revision=len(changed),
            is_off=is_waived,
            is_owed=not is_waived and item.done_on is None,
        )

    def together(self, items: Iterable[Obligation]) -> Iterator[FeedEntry]:
        """Yield one entry for all obligations of a duty and period that share a due day, in order of day."""
        groups: dict[tuple[date, str, str, str], list[Obligation]] = {}
        for item in items:
            if item.due_on:
                key = item.due_on, item.plan.id, item.duty.slug, _period(item.period)
                groups.setdefault(key, []).append(item)
        for key in sorted(groups):
            group = groups[key]
            yield self.single(group[0]) if len(group) == 1 else self._group(key[0], group)

    def _group(self, due_on: date, items: list[Obligation]) -> FeedEntry:
        first = items[0]
        titles = {item.title for item in items}
        title = first.title if len(titles) == 1 else period_name(first.plan, first.period)
        not_waived = [item for item in items if item.state is not State.waived]
        done = [item for item in not_waived if item.done_on]
        known = [day for item in items for day in (*self._changed(item), item.done_on) if day]
        waived = [f"Được miễn: {len(items) - len(not_waived)}"] if len(not_waived) < len(items) else []
        return FeedEntry(
            name=f"han/{first.plan.id}/{first.duty.slug}/{_period(first.period)}/{due_on}",
            category=_CATEGORY,
            summary=f"Hạn {first.duty.name}: {title} ({_parties(items)})",
            stamp_on=max([first.plan.issued_on, *known]),
            on=due_on,
            lines=(f"Đã hoàn thành: {len(done)}/{len(not_waived)}", *waived, *_rule(*items)),
        )

    def reports_on(self, meetings: Iterable[ScheduledMeeting]) -> Iterator[FeedEntry]:
        """Yield, by day, one entry for all meetings of a month on which reports are due that day."""
        days = ((day, meeting) for meeting in meetings for day in self._facts.report_days(meeting.key))
        groups = grouped(((day, AssignmentKey(of.key.plan, of.key.month)), of) for day, of in days)
        for due_on, month in sorted(groups):
            group = groups[due_on, month]
            decided = [day for meeting in group for day in self.extended(meeting.key)]
            yield FeedEntry(
                name=f"han/{month.plan}/{VISIT_REPORT.slug}/{month.month}/{due_on}",
                category=_CATEGORY,
                summary=f"Hạn {VISIT_REPORT.name}: {len(group)} buổi của tháng {month.month.label}",
                stamp_on=max([self._repository.plans[month.plan].issued_on, *decided]),
                on=due_on,
            )

    def report_of(self, person: str, meeting: ScheduledMeeting) -> FeedEntry | None:
        """Return by when somebody assigned to a meeting reports on it, None where nothing is due.

        Those due on the first of several days share one entry; one that is due later has an own name.
        """
        days = self._facts.report_days(meeting.key, person)
        if not days:
            return None
        (due_on,) = days
        is_first = due_on == self._facts.report_days(meeting.key)[0]
        decided = self.extended(meeting.key, person)
        return FeedEntry(
            name=f"han/{VISIT_REPORT.slug}/{meeting.key}" + ("" if is_first else f"/{person}"),
            category=_CATEGORY,
            summary=f"Hạn {VISIT_REPORT.name}: buổi ngày {vi_date(meeting.on)}, "
            + meeting_name(self._repository, meeting),
            stamp_on=max([self._repository.plans[meeting.key.plan].issued_on, *decided]),
            on=due_on,
            revision=len(meeting.meeting.moves) + len(decided),
            is_owed=not any(item.done_on for item in self._reports_on(meeting.key, person)),
        )

    def extended(self, meeting: MeetingKey, person: str | None = None) -> tuple[date, ...]:
        """Return the days on which it was decided to extend the reports on a meeting, or one person's report on it."""
        return tuple(sorted({day for item in self._reports_on(meeting, person) for day in self._changed(item)}))

    def _reports_on(self, meeting: MeetingKey, person: str | None) -> tuple[Obligation, ...]:
        return tuple(item for item in self._reports.get(meeting, ()) if person in (None, item.who.id))

    def _changed(self, item: Obligation) -> list[date]:
        """Return the days on which it was decided to move, extend or waive an obligation."""
        changed: list[date] = []
        activity = self._repository.activity(item.activity) if item.activity else None
        if Flag.adjusted in item.flags and activity:
            moves = moves_of(self._repository, item.plan, activity)
            changed.extend(move.decided_on for move in moves)
        kinds = {AdjustmentKind.extension} if Flag.extended in item.flags else set()
        if item.state is State.waived:
            kinds.add(AdjustmentKind.waiver)
        decided = (effect.adjustment for effect in item.effects)
        changed.extend(adjustment.decided_on for adjustment in decided if adjustment.kind in kinds)
        if isinstance(item.key.occasion, FindingKey):
            finding = self._repository.findings[item.key.occasion]
            changed.extend(event.on for event in recommendation_progress(finding).extensions)
        return changed


def _period(period: PeriodKey) -> str:
    return period.own if isinstance(period, ActivityKey) else str(period or "")


def _parties(items: list[Obligation]) -> str:
    """Return who owes them: `66 đơn vị`, `2 đoàn kiểm tra và …`; one party by name."""
    if len({item.who for item in items}) == 1:
        return f"{items[0].who.name}, {len(items)} việc"
    kinds = Counter(item.who.kind for item in {item.who: item for item in items}.values())
    return ", ".join(f"{number} {kind}" for kind, number in kinds.items())


def _rule(*items: Obligation) -> list[str]:
    bases = ", ".join(dict.fromkeys(item.basis for item in items if item.basis))
    rule = items[0].deadline.rule
    return [*([f"Theo {bases}"] if bases else []), *([f"Cách tính: {rule}"] if rule else [])]


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
        yield f"Nên {item.duty.verb} trước hoặc trong ngày {vi_date(item.safe_on)}"
    yield from _rule(item)
