"""The duties: what each plan's terms ask for, of whom, counted from what, and what shows that it was done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.oracle.days import Calendar, Count, Deadline, counted, no_day
from tests.oracle.deciding import Asked, Obligation, Period, Rule, a_period, settle
from tests.oracle.facts import Facts, Item, Session, first_day, number_flag, sessions
from tests.oracle.reading import (
    Plan,
    Tree,
    first_of,
    is_told,
    is_unsure,
    items,
    last_of,
    maybe_day,
    months,
    next_month,
)

Scope = dict[str, str | None]
_STEPS = {"tổng hợp": "ngày tổng hợp", "xác nhận": "ngày xác nhận", "gửi": "ngày gửi"}
_OWE_NO_NOTICE = ("đột xuất", "khi có dấu hiệu vi phạm")


def always(count: Count) -> Rule:
    """Return a rule that neither a round's period nor what is known of it moves."""
    return lambda *_: count


@dataclass(frozen=True)
class Duties:
    """The obligations of one plan on a day."""

    facts: Facts
    asked: Asked
    roles: dict[str, str]

    @property
    def plan(self) -> Plan:
        """Return the plan."""
        return self.asked.plan

    @property
    def today(self) -> date:
        """Return the day asked about."""
        return self.asked.today

    def all(self) -> Iterator[Obligation]:
        """Yield every obligation of the plan's terms; wholes hold their parts."""
        for activity in items(self.plan.tree, "hoạt động"):
            if activity["loại"] in ("kiểm tra", "giám sát chuyên đề"):
                yield from Round(self, activity).all()
            elif activity["loại"] == "giám sát thường xuyên" and (term := self.term("giám sát thường xuyên")):
                yield self.supervision(term, activity["mã"])
        if term := self.term("gửi lịch sinh hoạt"):
            yield from self.schedules(term)
        for month in months(*self.plan.days):
            known = self.facts.assigned(self.plan, month)
            if term := self.term("phân công"):
                yield self.assignment(term, month, known)
            if term := self.term("báo cáo dự sinh hoạt"):
                yield from self.visit_reports(term, month, known)
            if term := self.term("báo cáo nhanh"):
                yield self.flash(term, month, known)
            if term := self.term("báo cáo tổng hợp"):
                visited = any(f"{visit.meeting}/".startswith(f"{self.plan.id}/{month}/") for visit in self.facts.visits)
                yield replace(self.monthly(term, month), arises=bool(known) or visited)

    def term(self, duty: str) -> Tree | None:
        """Return the plan's term of a duty; without one the plan does not have it."""
        return next((term for term in items(self.plan.tree, "thời hạn") if term["việc"] == duty), None)

    def body(self, role: str) -> tuple[str, str]:
        """Return the body that has a role."""
        return "body", self.roles[role]

    def supervision(self, term: Tree, activity: str) -> Obligation:
        """Return regular supervision, one part a topic, done on the topic's first dated observation."""
        by, rule = self.body("thường trực"), always(counted(term, self.plan.days[1]))
        whole = Obligation(self.asked, term, (activity,), by, rule)
        for topic in items(self.plan.tree, "chủ đề"):
            done = min(self.facts.observed(self.plan, topic["mã"]), default=None)
            whole.parts.append(Obligation(self.asked, term, (activity, topic["mã"]), by, rule, done=done))
        return whole

    def schedules(self, term: Tree) -> Iterator[Obligation]:
        """Yield one obligation a unit and month of meetings."""
        issued, ends = self.plan.days
        for month in months(issued, ends):
            of = next_month(month) if term["lịch của tháng"] == "tháng sau" else month
            day = min(first_of(month) + timedelta(days=int(term["ngày trong tháng"]) - 1), last_of(month))
            count = counted(term, day)
            due = self.asked.calendars.settle(count).due or day
            for unit, tree in self.facts.data.units.items() if issued <= due <= ends else ():
                since, until = maybe_day(tree, "từ") or date.min, maybe_day(tree, "đến") or date.max
                there = since <= due <= until, since <= last_of(of) and until >= first_of(of)
                if any(there):
                    it = self.of_unit(term, (of, unit), unit, always(count), {"đơn vị": unit, "kỳ": of})
                    schedule = self.plan.schedules.get((of, unit), {})
                    if schedule.get("chưa đủ") == "có":
                        whole = [paper for paper in items(schedule, "bổ sung") if paper.get("đủ") == "có"]
                        schedule = min(whole, key=lambda paper: maybe_day(paper, "ngày nhận") or date.max, default={})
                    unsure = is_unsure(schedule, "ngày nhận")
                    done = maybe_day(schedule, "ngày nhận", self.today)
                    yield replace(
                        it, done=done, undated=unsure, office=unsure, arises=all(there), lapses_on=last_of(of)
                    )

    def of_unit(self, term: Tree, occasion: tuple[str, ...], unit: str, rule: Rule, scope: Scope) -> Obligation:
        """Return the frame of what a unit owes."""
        return Obligation(self.asked, term, occasion, ("unit", unit), rule, scope, unit)

    def assignment(self, term: Tree, month: str, known: list[Item]) -> Obligation:
        """Return the month's assignment: before the first assigned meeting, else the first scheduled."""
        prefix = f"{self.plan.id}/{month}/"
        on = {name: it for name, it in self.facts.meetings.items() if name.startswith(prefix) and not it.cancelled}
        days = {name: it.day for name, it in on.items() if it.day}
        first = [days[item.meeting] for item in known if item.meeting in days] or days.values()
        tree = self.plan.assignments.get(month, {})
        done, by = maybe_day(tree, "ngày ban hành", self.today), self.body("văn phòng")
        rule = always(counted(term, min(first, default=None)))
        it = Obligation(self.asked, term, (month, by[1]), by, rule, {"kỳ": month}, done=done)
        it.arises, it.lapses_on = bool(on) or self.today <= last_of(month), max(days.values(), default=None)
        return replace(it, flags=number_flag(tree if done else None))

    def visit_reports(self, term: Tree, month: str, known: list[Item]) -> Iterator[Obligation]:
        """Yield what each assignee or replacement owes; the day is that of the own report, else the first sent."""
        owes: dict[tuple[str, str], bool] = {}
        for item in known:
            freed = bool(item.replacement) or item.absent or item.cancelled
            owes[item.meeting, item.person] = owes.get((item.meeting, item.person), False) or not freed
            if item.replacement:
                owes[item.meeting, item.replacement] = not item.cancelled
        for (name, person), arises in owes.items():
            meeting, own = self.facts.meetings.get(name), self.facts.reported(name, person)
            reports = own or self.facts.reported(name)
            announced = (meeting.announced if meeting.cancelled else meeting.day) if meeting else None
            rule = always(counted(term, reports[0].held_on if reports else announced))
            unit, unsure = name.split("/")[2], any(is_unsure(visit.tree, "ngày gửi") for visit in own)
            scope: Scope = {"đơn vị": unit, "cán bộ": person, "kỳ": month}
            occasion = (*name.split("/")[1:], person)
            it = Obligation(self.asked, term, occasion, ("person", person), rule, scope, unit, arises=arises)
            done = min((visit.sent for visit in own if visit.sent), default=None)
            yield replace(it, done=done, undated=unsure, office=unsure)

    def monthly(self, term: Tree, month: str) -> Obligation:
        """Return a month's flash report or summary; the first one sent counts."""
        by, end = self.body("văn phòng"), last_of(month)
        it = Obligation(self.asked, term, (month, by[1]), by, always(counted(term, end)), {"kỳ": month})
        for _, report in self.facts.of_kind(term["việc"].removeprefix("báo cáo ")):
            if (
                month != "-".join(reversed(report["tháng"].split("/")))
                or self.facts.plan_of(report, month) != self.plan.id
            ):
                continue
            sent, unsure = (
                maybe_day(report, "ngày gửi", self.today),
                is_unsure(report, "ngày gửi") and end <= self.today,
            )
            it.undated, it.office = it.undated or unsure, it.office or unsure
            if (sent and sent < (it.done or date.max)) or (unsure and not it.done):
                it.done, it.flags = sent, number_flag(report)
        return it

    def flash(self, term: Tree, month: str, known: list[Item]) -> Obligation:
        """Return the flash report: owed for an absence, in doubt while an assignment has no report."""
        it, on = self.monthly(term, month), [item for item in known if not item.cancelled]
        absent = any(item.absent for item in on)
        silent = [item.meeting for item in on if not item.absent and not item.attended]
        past = [day for name in silent if (meeting := self.facts.meetings.get(name)) and (day := meeting.day)]
        doubtful = bool(silent) and not absent
        office = it.office or (doubtful and any(day < self.today for day in past))
        return replace(it, arises=absent or doubtful, doubtful=doubtful, office=office)


@dataclass(frozen=True)
class Round:
    """An activity that is held in a period, by teams."""

    of: Duties
    tree: Tree

    @property
    def id(self) -> str:
        """Return the activity's id."""
        return str(self.tree["mã"])

    def sessions(self, on: date | None = None) -> list[Session]:
        """Return the sessions known on a day."""
        return sessions(self.of.plan, self.id, on or self.of.today)

    def all(self) -> Iterator[Obligation]:
        """Yield every obligation of the round."""
        if term := self.of.term("tiến hành đợt"):
            yield self.holding(term)
        if term := self.of.term("thông báo"):
            yield self.notices(term)
        if term := self.of.term("báo cáo kết quả"):
            yield self.results(term)
        if term := self.of.term("quyết định thành lập đoàn"):
            yield self.team_decisions(term)
        for session in self.sessions():
            if term := self.of.term("mời cấp ủy"):
                yield self.invitation(term, session)
            if term := self.of.term("tài liệu"):
                yield from self.documents(term, session)

    def frame(self, term: Tree, role: str, rule: Rule, part: str = "", **scope: str | None) -> Obligation:
        """Return the frame of a round's obligation or of its part; decisions on the round's time move it."""
        names = {"unit": "đơn vị", "team": "đoàn kiểm tra"}
        whom: Scope = {names[key]: value for key, value in scope.items()}
        whom["kỳ"] = self.id
        period = a_period(self.tree.get("từ"), self.tree.get("đến"), self.tree.get("tháng"))
        occasion = (self.id, part) if part else (self.id,)
        return Obligation(self.of.asked, term, occasion, self.of.body(role), rule, whom, period=period)

    def start(self, period: Period, on: date) -> date | None:
        """Return the first day of a period; of a month the first dated session, as known on a day."""
        return first_day(self.sessions(on)) if period.is_month else period.start

    def holding(self, term: Tree) -> Obligation:
        """Return that the round is held: on the quota-th session, without a quota on the last of those chosen."""
        on = [it for it in self.sessions() if not it.cancelled]
        held = sorted(it.held for it in on if it.held)
        wanted = int(self.tree.get("số đơn vị", len(on)))
        it = self.frame(term, "thường trực", lambda period, _: counted(term, period.end))
        unsure = 0 < wanted <= len(held) + sum(it.unsure for it in on)
        done = held[wanted - 1] if 0 < wanted <= len(held) else None
        return replace(it, done=done, undated=unsure, office=unsure)

    def notices(self, term: Tree) -> Obligation:
        """Return the round's notice, one part a unit."""
        whole = self.frame(term, "văn phòng", lambda period, on: counted(term, self.start(period, on)), unit=None)
        due, its = settle(whole, None, extensions=False).deadline.due, self.sessions()
        for unit in dict.fromkeys(it.unit for it in its):
            whole.parts.append(self.notice(term, whole.rule, due, [it for it in its if it.unit == unit]))
        for it in (whole, *whole.parts) if self.tree.get("tính chất") in _OWE_NO_NOTICE else ():
            it.arises = False
        return whole

    def notice(self, term: Tree, rule: Rule, round_due: date | None, its: list[Session]) -> Obligation:
        """Return the notice to a unit: the first sending; a late addition is counted from its session."""
        unit, on = its[0].unit, [it for it in its if not it.cancelled]
        since = round_due if term.get("đơn vị bổ sung") == "tính trước buổi làm việc" and on else None
        chosen = [maybe_day(it.tree, "ngày chọn") if it.tree.get("căn cứ") else None for it in on]
        added = since is not None and all(day and day > since for day in chosen)
        part = self.frame(term, "văn phòng", always(counted(term, first_day(on))) if added else rule, unit, unit=unit)
        part.period = None if added else part.period
        papers = [it for it in self.of.plan.notices.values() if maybe_day(it, "ngày ban hành", self.of.today)]
        papers = [it for it in papers if {*items(it, "đoàn kiểm tra")} & {session.team for session in its}]
        sent = [(it, paper) for paper in papers for it in items(paper, "gửi đến") if it["đơn vị"] == unit]
        part.undated = any(is_unsure(it, "ngày gửi") for it, _ in sent)
        dated = [(day, paper) for it, paper in sent if (day := maybe_day(it, "ngày gửi", self.of.today))]
        part.done, first = min(dated, key=lambda row: row[0], default=(None, sent[0][1] if part.undated else None))
        days = [it.day for it in on if it.day]
        part.lapses_on = max(days) if on and len(days) == len(on) else None
        office = part.undated or (added and any(it.unsure for it in on))
        return replace(part, about=unit, arises=bool(on), office=office, flags=number_flag(first))

    def results(self, term: Tree) -> Obligation:
        """Return the result reports, one part a team, done with the latest of the term's steps."""

        def rule(period: Period, on: date) -> Count:
            held = [it.held for it in self.sessions(on) if it.held]
            quota = int(self.tree.get("số đơn vị", 0))
            return counted(term, max(held) if period.is_month and 0 < quota <= len(held) else period.end)

        whole = self.frame(term, "thường trực", rule, team=None)
        keys = [_STEPS[step] for step in items(term, "các bước") or _STEPS]
        for team in self.teams():
            part = replace(self.frame(term, "thường trực", rule, team, team=team), who=("team", team))
            for _, report in self.of.facts.of_kind("kết quả"):
                if self.of.facts.team_of(report) == (self.of.plan.id, team):
                    days = [maybe_day(report, key, self.of.today) for key in keys]
                    dated = [day for day in days if day]
                    part.done = max(dated) if len(dated) == len(keys) else None
                    open_keys = [key for key, day in zip(keys, days, strict=True) if not day]
                    part.undated = bool(open_keys) and all(self.of.facts.was_unsure(report, key) for key in open_keys)
                    part.flags = number_flag(report if self.of.facts.is_issued(report) else None)
            whole.parts.append(replace(part, office=part.undated))
        return whole

    def teams(self) -> dict[str, Tree]:
        """Return the teams of the round."""
        return {name: team for name, team in self.of.plan.teams.items() if team["hoạt động"] == self.id}

    def team_decisions(self, term: Tree) -> Obligation:
        """Return the decisions on the round's teams, one part a team, done with the first."""
        by, anchor = "thường trực", term["mốc"]
        whole = self.frame(term, by, self.decision_rule(term), team=None)
        for name, team in self.teams().items():
            papers = [it for it in items(team, "quyết định") if maybe_day(it, "ngày ban hành", self.of.today)]
            first: Tree = min(papers, key=lambda it: maybe_day(it, "ngày ban hành") or date.max, default={})
            part = self.frame(term, by, self.decision_rule(term, name), name, team=name)
            whole.parts.append(replace(part, done=maybe_day(first, "ngày ban hành"), flags=number_flag(first)))
        for it in (whole, *whole.parts) if anchor == "buổi làm việc" else ():
            it.period = None
        return whole

    def decision_rule(self, term: Tree, team: str = "") -> Rule:
        """Return from what a team decision is counted: its sessions, the round's start, or the notice's due day."""
        if term["mốc"] == "buổi làm việc":
            return always(counted(term, first_day([it for it in self.sessions() if team in ("", it.team)])))
        if term["mốc"] == "đầu đợt":
            return lambda period, on: counted(term, self.start(period, on))
        notice = self.of.term("thông báo")

        def rule(period: Period, on: date) -> Count:
            start = self.start(period, on)

            def count(calendar: Calendar) -> Deadline:
                return counted(term, counted(notice, start)(calendar).due)(calendar) if notice else no_day(calendar)

            return count

        return rule

    def invitation(self, term: Tree, session: Session) -> Obligation:
        """Return the unit's invitation of its party committee, by the day of the session."""
        today, party = self.of.today, session.tree.get("cấp ủy") or {}
        day = session.day or (maybe_day(session.tree, "ngày") if session.cancelled else None)
        scope: Scope = {"đơn vị": session.unit, "kỳ": self.id}
        occasion = (self.id, session.unit)
        it = self.of.of_unit(term, occasion, session.unit, always(counted(term, day)), scope)
        refused = party.get("mời") == "không" and party.get("dự") != "có"
        it.doubtful = day is not None and today > day and not refused
        it.done, it.lapses_on = maybe_day(party, "ngày mời", today), day
        it.arises = not session.cancelled and session.tree.get("hình thức", "trực tiếp") == "trực tiếp"
        return replace(it, office=it.doubtful or session.unsure)

    def documents(self, term: Tree, session: Session) -> Iterator[Obligation]:
        """Yield the documents asked of a unit by today, each by the team's day, else as the term says."""
        start = self.start(a_period(self.tree.get("từ"), self.tree.get("đến"), self.tree.get("tháng")), self.of.today)
        anchor = {"đầu đợt": start, "buổi làm việc": session.day}.get(term["mốc"])
        for paper in items(session.tree, "tài liệu"):
            if is_told(paper, "ngày yêu cầu", self.of.today):
                due, unsure = maybe_day(paper, "hạn"), is_unsure(paper, "ngày nhận đủ")
                rule = always(counted({}, due) if due else counted(term, anchor))
                scope: Scope = {"đơn vị": session.unit, "kỳ": self.id}
                it = self.of.of_unit(term, (self.id, session.unit, paper["mã"]), session.unit, rule, scope)
                it.document = f"{session.team}/{session.tree['mã']}/{paper['mã']}"
                it.done, it.arises = maybe_day(paper, "ngày nhận đủ", self.of.today), not session.cancelled
                unset = not due and (term["mốc"] == "yêu cầu của đoàn kiểm tra" or session.unsure)
                yield replace(it, undated=unsure, office=unsure or unset)
