"""Files of rounds for tests, and what an obligation says about itself, short enough to be read beside the expected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from ktgs.language.diagnostics import Severity
from ktgs.obligations.obligation import Obligation, State
from tests.duties.asking import scope
from tests.repo import by_id, facts, lay

PLAN = "data/plans/2020/46-kh-dtn/"
TEAM_2 = f"{PLAN}teams/dot-2-doan-1.yml"
TEAM_9 = f"{PLAN}teams/gs-thang-9-doan-1.yml"
NOTICE_2 = f"{PLAN}notices/dot-2-1.yml"
REPORT_2 = "data/reports/2020/ket-qua/2020-12-01-dot-2-doan-1.md"
BROKEN = "hoạt động: [\n"

Files = Mapping[str, str | bytes | None]


def team(activity: str, *engagements: str, decided: str = "{số ký hiệu: 45-QĐ/ĐTN, ngày ban hành: 30/10/2020}") -> str:
    """Return a team's file; each engagement is written as a flow mapping on a line of its own, the first on line 8."""
    return "\n".join(
        (
            f"hoạt động: {activity}",
            "tên: Đoàn kiểm tra số 1",
            "quyết định:",
            f"  - {decided}",
            "thành viên:",
            "  - {cán bộ: nguyen-van-a, vai trò: trưởng đoàn}",
            "cuộc:" if engagements else "cuộc: []",
            *(f"  - {{{engagement}}}" for engagement in engagements),
            "",
        )
    )


def notice(*sendings: str, number: str = "số ký hiệu: 31-TB/ĐTN", teams: str = "dot-2-doan-1") -> str:
    """Return a notice's file; each sending is a flow mapping on a line of its own, the first on line 5."""
    lines = (f"  - {{{sending}}}" for sending in sendings)
    return "\n".join((number, "ngày ban hành: 29/10/2020", f"đoàn kiểm tra: [{teams}]", "gửi đến:", *lines, ""))


def result_report(*lines: str, team: str = "46-kh-dtn/dot-2-doan-1") -> str:
    """Return a result report's file; the lines given begin on line 5."""
    head = ("---", "loại: kết quả", f"đoàn kiểm tra: {team}", "người lập: vo-thi-g")
    return "\n".join((*head, *lines, "---", ""))


def waiver(activity: str, duty: str) -> dict[str, str]:
    """Return an adjustment that waives a duty of a round for everybody from 01/09/2020."""
    lines = (f"việc: {duty}", *scope(duty, f"[{activity}]"))
    return adjusted(f"{activity}-mien", *lines, kind="miễn", decided="01/09/2020")


def adjusted(name: str, *lines: str, kind: str = "điều chỉnh", decided: str) -> dict[str, str]:
    """Return an adjustment's file."""
    head = (f"loại: {kind}", f"ngày quyết định: {decided}", "người quyết định: Ban Thường vụ", "lý do: Lý do mẫu")
    return {f"{PLAN}adjustments/2020-09-01-{name}.yml": "\n".join((*head, *lines, ""))}


class Told(NamedTuple):
    """What an obligation says about itself."""

    state: State
    reason: str
    due_on: str | None
    safe_on: str | None
    done_on: str | None
    evidence: str | None
    working: str
    flags: str = ""


def working(item: Obligation) -> str:
    """Return how the due day was counted: from, direction, number; the days counted; the days skipped and why."""
    found = item.deadline.working
    if found is None:
        return item.deadline.cause
    counted = " ".join(f"{day:%d/%m}" for day in found.counted)
    skipped = ", ".join(f"{day.on:%d/%m} {day.reason}" for day in found.skipped)
    return f"{found.start_on:%d/%m/%Y} {found.direction} {found.days}: {counted}; {skipped}"


def told(item: Obligation) -> Told:
    """Return what an obligation says about itself."""
    place = str(item.evidence.place).removeprefix(PLAN).removeprefix("data/") if item.evidence else None
    flags = " ".join(flag.name for flag in item.flags)
    due_on, safe_on, done_on = (str(day) if day else None for day in (item.due_on, item.safe_on, item.done_on))
    return Told(item.state, item.reason, due_on, safe_on, done_on, place, working(item), flags)


@dataclass(frozen=True)
class Case:
    """Files laid over the sample, a day, an obligation, and what it must say about itself."""

    name: str
    id: str
    day: str
    told: Told
    files: Files = field(default_factory=dict)
    faulty: bool = False  # whether the files hold errors on purpose

    def seen(self, tmp_path: Path) -> Told:
        """Return what the obligation says; refuses files with errors that the case does not announce."""
        found = facts(lay(tmp_path, self.files), self.day)
        errors = [f"{item.place} {item.found}" for item in found.diagnostics if item.severity is Severity.error]
        assert bool(errors) is self.faulty, errors
        return told(by_id(found)[f"46-kh-dtn/{self.id}"])


def covers(cases: list[Case], cannot: Mapping[State, str]) -> None:
    """Fail where a state is neither shown by a case nor explained as one that the duty cannot be in."""
    shown = {case.told.state for case in cases}
    assert shown | set(cannot) == set(State)
    assert not shown & set(cannot)
