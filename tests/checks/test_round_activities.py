"""M309: teams are of rounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.language.diagnostics import Place
from tests.checks.marked import PLAN, TEAM, fires, silent


@pytest.mark.parametrize(
    ("activity", "kind", "line"),
    [("giam-sat-thuong-xuyen", "giám sát thường xuyên", 148), ("di-co-so", "đi cơ sở", 154)],
)
def test_a_team_of_something_else(activity: str, kind: str, line: int, tmp_path: Path) -> None:
    message = f"hoạt động: “{activity}” là {kind}, không phải là một đợt."
    change = {TEAM: ("hoạt động: dot-1", f"hoạt động: ▸{activity}")}
    (found,) = fires(tmp_path, change, "M309", message)
    assert found.cure == "Các đợt của kế hoạch: dot-1, dot-2, gs-thang-3, gs-thang-9."
    assert [item.place for item in found.related] == [Place(PLAN, line, 11)]


def test_a_team_of_a_thematic_supervision(tmp_path: Path) -> None:
    silent(tmp_path, {TEAM: ("hoạt động: dot-1", "hoạt động: gs-thang-3")}, "M309")
