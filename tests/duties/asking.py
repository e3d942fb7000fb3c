"""What the tests of duties share: one obligation of plan 46 as of a day, and its evidence and working in short."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ktgs.obligations.obligation import Obligation, State
from tests.repo import by_id, facts, lay

PLAN = "data/plans/2020/46-kh-dtn"
REPORTS = "data/reports/2020"
BROKEN = "tháng: [\n"


def ask(root: Path, obligation: str, day: str, files: Mapping[str, str | bytes | None] | None = None) -> Obligation:
    """Return one obligation of the sample with files laid over it, as of an ISO day."""
    lay(root, files or {})
    return by_id(facts(root, day))[f"46-kh-dtn/{obligation}"]


def evidence(obligation: Obligation) -> str | None:
    """Return where the evidence stands as `file:line`, with the day."""
    found = obligation.evidence
    return f"{found.place.file}:{found.place.line} {found.done_on}" if found else None


def counted(obligation: Obligation) -> tuple[str, int, list[str]]:
    """Return the working: the day counted from, the number of days asked for, the days skipped with why."""
    working = obligation.deadline.working
    assert working is not None
    return str(working.start_on), working.days, [f"{day.on} {day.reason}" for day in working.skipped]


def waiver(duty: str, periods: str = "tất cả") -> dict[str, str | bytes | None]:
    """Return a file that waives a duty, decided on 01/03/2020."""
    return {
        f"{PLAN}/adjustments/2020-03-01-mien.yml": f"""
            loại: miễn
            việc: {duty}
            kỳ: {periods}
            ngày quyết định: 01/03/2020
            người quyết định: Ban Thường vụ
            lý do: Phòng, chống dịch bệnh
            căn cứ: Công văn mẫu
            """
    }


def assert_every_state_tested(tests: Mapping[str, Any], never: Mapping[State, str]) -> None:
    """Refuse tests without `test_<state>` for a state that their duty can be in, or with one that it cannot."""
    tested = {state for state in State if f"test_{state.name}" in tests}
    assert tested == set(State) - set(never)
