"""What the tests of duties share: one obligation of plan 46 as of a day, and its evidence and working in short."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ktgs.facts.facts import duties
from ktgs.obligations.obligation import Obligation, State
from tests.repo import SAMPLE, by_id, facts, lay

PLAN = "data/plans/2020/46-kh-dtn"
REPORTS = "data/reports/2020"
BROKEN = "tháng: [\n"


def ask(root: Path, obligation: str, day: str, files: Mapping[str, str | bytes | None] | None = None) -> Obligation:
    """Return one obligation of the sample with files laid over it, as of an ISO day."""
    lay(root, files or {})
    return by_id(facts(root, day))[f"46-kh-dtn/{obligation}"]


def evidence(obligation: Obligation) -> str | None:
    """Return where the evidence stands as `file:line`, a file that cannot be read as a whole, with the day."""
    found = obligation.evidence
    return f"{str(found.place).rpartition(':')[0] or found.place} {found.done_on}" if found else None


def unclear(cause: str) -> str:
    """Return the reason of what is not clear for a cause."""
    return f"C{cause[1:]}" if cause.startswith("chưa rõ") else f"Chưa rõ: {cause}"


def counted(obligation: Obligation) -> tuple[str, int, list[str]]:
    """Return the working: the day counted from, the number of days asked for, the days skipped with why."""
    working = obligation.deadline.working
    assert working is not None
    return str(working.start_on), working.days, [f"{day.on} {day.reason}" for day in working.skipped]


_SCOPES = {"units": "đơn vị: tất cả", "teams": "đoàn kiểm tra: tất cả", "people": "cán bộ: tất cả"}


def scope(duty: str, periods: str = "tất cả") -> list[str]:
    """Return the lines by which an extension or waiver of a duty is about everybody in some periods."""
    scopes = next(known.scopes for known in duties() if known.name == duty) or ()
    return [_SCOPES.get(name, f"kỳ: {periods}") for name in scopes]


def waiver(duty: str, periods: str = "tất cả") -> dict[str, str | bytes | None]:
    """Return a file that waives a duty for everybody, decided on 01/03/2020."""
    lines = ("ngày quyết định: 01/03/2020", "người quyết định: Ban Thường vụ", "lý do: Mẫu", "căn cứ: Công văn mẫu")
    text = "\n".join(("loại: miễn", f"việc: {duty}", *scope(duty, periods), *lines, ""))
    return {f"{PLAN}/adjustments/2020-03-01-mien.yml": text}


def closed(day: str) -> dict[str, str | bytes | None]:
    """Return the plan whose year is closed on a day."""
    text = (SAMPLE / PLAN / "plan.md").read_text(encoding="utf-8")
    return {f"{PLAN}/plan.md": text.replace("người ký:", f"ngày khóa sổ: {day}\nngười ký:", 1)}


def assert_every_state_tested(tests: Mapping[str, Any], never: Mapping[State, str]) -> None:
    """Refuse tests without `test_<state>` for a state that their duty can be in, or with one that it cannot."""
    tested = {state for state in State if f"test_{state.name}" in tests}
    assert tested == set(State) - set(never)
