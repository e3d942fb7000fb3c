"""Adjustments, extensions and waivers one after another: which deadline is in force, and which decision came late."""

from __future__ import annotations

from pathlib import Path

import pytest

from ktgs.obligations.obligation import Obligation
from tests.repo import by_id, facts, lay, only

ADJUSTMENTS = "data/plans/2020/46-kh-dtn/adjustments/"


def decision(what: str, on: str) -> str:
    """Return a file of a decision about the thematic supervision of March."""
    is_move = what.startswith("loại: điều chỉnh")
    scope = "hoạt động: gs-thang-3" if is_move else "việc: tiến hành đợt\nkỳ: gs-thang-3"
    return f"{what}\n{scope}\nngày quyết định: {on}\nngười quyết định: Ban Thường vụ\nlý do: Mẫu\n"


def supervision(root: Path, day: str, **files: str) -> Obligation:
    """Return the thematic supervision as of a day; the sample moves it on 16/03 from March to 15–26/06/2020."""
    lay(root, {f"{ADJUSTMENTS}{name}.yml": text for name, text in files.items()})
    return by_id(facts(root, day))["46-kh-dtn/tien-hanh-dot/gs-thang-3"]


def flags(item: Obligation) -> set[str]:
    return {flag.name for flag in item.flags}


MOVED_AGAIN = "loại: điều chỉnh\nsang từ: 06/07/2020\nsang đến: 10/07/2020"
EXTENDED = "loại: gia hạn\nhạn mới: 10/07/2020"


@pytest.mark.parametrize(("what", "flag"), [(MOVED_AGAIN, "adjusted"), (EXTENDED, "extended")])
def test_a_decision_is_late_only_after_the_deadline_that_it_moves(tmp_path: Path, what: str, flag: str) -> None:
    found = supervision(tmp_path, "2020-06-27", b=decision(what, "26/06/2020"))
    assert (str(found.due_on), str(found.original_due_on)) == ("2020-07-10", "2020-03-31")
    assert flags(found) == {"adjusted", flag}
    assert flags(supervision(tmp_path, "2020-06-27", b=decision(what, "27/06/2020"))) == {
        "adjusted",
        flag,
        "decided_late",
    }


def test_a_later_decision_in_time_does_not_hide_a_late_one(tmp_path: Path) -> None:
    late = decision("loại: điều chỉnh\nsang từ: 15/06/2020\nsang đến: 26/06/2020", "06/04/2020")
    lay(tmp_path, {f"{ADJUSTMENTS}2020-03-16-gs-thang-3.yml": None})
    found = supervision(tmp_path, "2020-06-20", a=late, b=decision(MOVED_AGAIN, "10/06/2020"))
    assert "decided_late" in flags(found)


def test_the_latest_decision_holds_whatever_its_kind(tmp_path: Path) -> None:
    extended = decision("loại: gia hạn\nhạn mới: 15/04/2020", "01/03/2020")
    assert str(supervision(tmp_path, "2020-03-10", a=extended).due_on) == "2020-04-15"
    assert str(supervision(tmp_path, "2020-03-16", a=extended).due_on) == "2020-06-26"


def test_a_new_end_alone_keeps_the_start_in_force(tmp_path: Path) -> None:
    supervision(tmp_path, "2020-06-10", b=decision("loại: điều chỉnh\nsang đến: 30/06/2020", "01/06/2020"))
    told = by_id(facts(tmp_path, "2020-06-10"))["46-kh-dtn/thong-bao/gs-thang-3"]
    assert (str(told.due_on), str(told.safe_on)) == ("2020-06-08", "2020-06-05")


def test_a_waiver_decided_after_the_deadline_says_so(tmp_path: Path) -> None:
    waiver = "loại: miễn\ncăn cứ: Công văn mẫu"
    found = supervision(tmp_path, "2020-06-29", b=decision(waiver, "29/06/2020"))
    assert (found.state.name, flags(found)) == ("waived", {"adjusted", "decided_late"})
    assert flags(supervision(tmp_path, "2020-06-29", b=decision(waiver, "26/06/2020"))) == {"adjusted"}


def test_a_move_to_the_time_in_force_is_idle(tmp_path: Path) -> None:
    same = decision("loại: điều chỉnh\nsang từ: 15/06/2020\nsang đến: 26/06/2020", "18/03/2020")
    supervision(tmp_path, "2020-06-10", b=same)
    assert [item.place.file.rpartition("/")[2] for item in only(facts(tmp_path, "2020-06-10"), "A201")] == ["b.yml"]
