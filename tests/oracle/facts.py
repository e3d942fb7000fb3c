"""What is known on a day of sessions, meetings, assignments and reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tests.oracle.reading import Data, Plan, Tree, is_told, is_unsure, items, maybe_day, month_of


def number_flag(paper: Tree | None) -> frozenset[str]:
    """Return the flag of a paper that went out without a number."""
    return frozenset({"no_number"} if paper and not paper.get("số ký hiệu") else ())


@dataclass(frozen=True)
class Session:
    """An engagement of a team. `day` is when it was held, else is planned; none if postponed or held on none known."""

    team: str
    tree: Tree
    unit: str
    held: date | None
    unsure: bool
    cancelled: bool
    day: date | None


def sessions(plan: Plan, activity: str, on: date) -> list[Session]:
    """Return the sessions of a round chosen by a day, as known on that day."""
    found = []
    for team, tree in plan.teams.items():
        for it in items(tree, "cuộc") if tree["hoạt động"] == activity else []:
            status = it.get("trạng thái") if is_told(it, "ngày báo", on) else None
            planned, held = maybe_day(it, "ngày"), maybe_day(it, "ngày tiến hành", on)
            unsure = is_unsure(it, "ngày tiến hành") and is_told(it, "ngày", on)
            day = held or (None if unsure or status == "hoãn" else planned)
            if is_told(it, "ngày chọn", on):
                found.append(Session(team, it, it["đơn vị"], held, unsure, status == "hủy" and not held, day))
    return found


def first_day(its: list[Session]) -> date | None:
    """Return the first day of sessions that are not called off."""
    return min((it.day for it in its if it.day and not it.cancelled), default=None)


@dataclass(frozen=True)
class Meeting:
    """A meeting as announced by today; `day` is none while it is postponed without a new day."""

    announced: date
    day: date | None
    cancelled: bool


def _meeting(tree: Tree, today: date) -> Meeting:
    moves = [move for move in items(tree, "dời") if is_told(move, "ngày báo", today)]
    announced = maybe_day(moves[-1], "sang ngày") if moves else maybe_day(tree, "ngày")
    assert announced
    status, told = tree.get("trạng thái") if is_told(tree, "ngày báo", today) else None, maybe_day(tree, "ngày báo")
    moved_since = any(told and (maybe_day(move, "ngày báo") or told) >= told for move in moves)
    not_held = tree.get("đã diễn ra") == "không" and announced <= today
    return Meeting(announced, None if status == "hoãn" and not moved_since else announced, status == "hủy" or not_held)


@dataclass(frozen=True)
class Visit:
    """A visit report known today: the meeting or `plan/month`, its day, when it was sent."""

    tree: Tree
    meeting: str
    held_on: date
    sent: date | None


@dataclass(frozen=True)
class Item:
    """A person assigned to a meeting, known today, and what became of it."""

    meeting: str
    person: str
    replacement: str | None
    absent: bool
    attended: bool  # said or reported
    cancelled: bool


@dataclass(frozen=True)
class Facts:
    """The data as known on a day."""

    data: Data
    today: date

    def of_kind(self, kind: str) -> Iterator[tuple[str, Tree]]:
        """Yield the reports of a kind with their ids."""
        return ((name, report) for name, report in self.data.reports if report["loại"] == kind)

    def plan_of(self, report: Tree, month: str) -> str:
        """Return the plan that a report names, else the one whose months hold the month."""
        plans = [plan for plan in self.data.plans.values() if month_of(plan.days[0]) <= month <= month_of(plan.days[1])]
        return report.get("kế hoạch") or (plans[0].id if plans else "")

    def team_of(self, report: Tree) -> tuple[str, str]:
        """Return the plan and the team of a result report."""
        plan, _, team = report["đoàn kiểm tra"].rpartition("/")
        owners = [it.id for it in self.data.plans.values() if team in it.teams]
        return plan or report.get("kế hoạch") or owners[0], team

    @cached_property
    def meetings(self) -> dict[str, Meeting]:
        """Return the meetings of the schedules known today, by `plan/month/unit/meeting`."""
        return {
            f"{plan.id}/{month}/{unit}/{tree['mã']}": _meeting(tree, self.today)
            for plan in self.data.plans.values()
            for (month, unit), schedule in plan.schedules.items()
            if maybe_day(schedule, "ngày nhận", self.today) or is_unsure(schedule, "ngày nhận")
            for tree in items(schedule, "buổi")
        }

    @cached_property
    def visits(self) -> list[Visit]:
        """Return the visit reports known today, drafts among them, the first sent first."""
        found = []
        for _, report in self.of_kind("dự sinh hoạt"):
            name, sent = report.get("buổi", ""), maybe_day(report, "ngày gửi")
            meeting = self.meetings.get(name)
            held = maybe_day(report, "ngày tiến hành") or (meeting.announced if meeting else None)
            if not name and (held := held or maybe_day(report, "ngày")):
                name = f"{self.plan_of(report, month_of(held))}/{month_of(held)}"
            if held and (sent or held) <= self.today:
                found.append(Visit(report, name, held, sent))
        return sorted(found, key=lambda visit: visit.sent or date.max)

    def reported(self, meeting: str, person: str = "") -> list[Visit]:
        """Return the known reports on a meeting, or those of a person on it."""
        on_it = [visit for visit in self.visits if visit.meeting == meeting]
        return [visit for visit in on_it if not person or person in items(visit.tree, "người dự")]

    def assigned(self, plan: Plan, month: str) -> list[Item]:
        """Return who is known to be assigned to the meetings of a month."""
        tree = plan.assignments.get(month, {})
        found = []
        for item in items(tree, "phân công") if maybe_day(tree, "ngày ban hành", self.today) else []:
            name, told = f"{plan.id}/{month}/{item['buổi']}", is_told(item, "ngày báo", self.today)
            meeting, replacement = self.meetings.get(name), item.get("dự thay") if told else None
            absent = told and bool(item.get("vắng")) and not replacement
            said = item.get("đã dự") == "có" and bool(meeting and meeting.announced <= self.today)
            attended = said or bool(self.reported(name, replacement or item["cán bộ"]))
            cancelled = bool(meeting and meeting.cancelled)
            if is_told(item, "ngày phân công", self.today):
                found.append(Item(name, item["cán bộ"], replacement, absent, attended, cancelled))
        return found

    def observed(self, plan: Plan, topic: str) -> Iterator[date]:
        """Yield the days known today on which a topic of regular supervision was observed."""
        for _, report in self.of_kind("giám sát thường xuyên"):
            day, (where, _, name) = maybe_day(report, "ngày", self.today), report["chủ đề"].rpartition("/")
            if day and name == topic and (where or self.plan_of(report, month_of(day))) == plan.id:
                yield day
        for visit in self.visits:
            topics = [name.rpartition("/")[2] for name in items(visit.tree, "chủ đề giám sát")]
            if topic in topics and visit.meeting.split("/")[0] == plan.id:
                yield visit.held_on

    def is_issued(self, report: Tree) -> bool:
        """Tell whether a result report is no draft any more: sent or issued by today, or sent on a day not known."""
        if any(maybe_day(report, key, self.today) for key in ("ngày gửi", "ngày ban hành")):
            return True
        return self.was_unsure(report, "ngày gửi") and maybe_day(report, "ngày ban hành") is None

    def was_unsure(self, report: Tree, key: str) -> bool:
        """Tell whether a step of a result report was taken on a day not known: told from its team's first session."""
        plan, team = self.team_of(report)
        tree = self.data.plans[plan].teams[team]
        its = [it for it in sessions(self.data.plans[plan], tree["hoạt động"], self.today) if it.team == team]
        return is_unsure(report, key) and (first_day(its) or date.max) <= self.today

    def ended(self) -> dict[str, date]:
        """Return the units that are no more today, with their last day."""
        yesterday = self.today - timedelta(days=1)
        return {name: day for name, unit in self.data.units.items() if (day := maybe_day(unit, "đến", yesterday))}
