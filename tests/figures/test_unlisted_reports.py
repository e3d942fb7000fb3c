"""Visit reports that are still owed: totals of the body, which tell of nobody."""

from pathlib import Path

from ktgs.figures.unlisted_reports import FIGURE
from ktgs.obligations.obligation import OPEN
from tests.figures.asking import PLAN, Files, figure, values
from tests.repo import SAMPLE, facts, lay

MAY = f"{PLAN}/assignments/2020-05.yml"
NONE = "không nêu"
ABSENT = "\n    vắng: có lý do\n    lý do: Đi công tác\n    ngày báo: 06/05/2020"


def assigned(*people: str, after: str = "") -> Files:
    """Return May's assignment with these assigned to the meeting b1 beside those of the sample."""
    items = "".join(f"  - buổi: doan-so-a/b1\n    cán bộ: {person}{after}\n" for person in people)
    return {MAY: (SAMPLE / MAY).read_text("utf-8") + items}


def together(first: Files, second: Files) -> Files:
    """Return May's assignment with the items of both."""
    own = (SAMPLE / MAY).read_text("utf-8")
    return {MAY: str(first[MAY]) + str(second[MAY]).removeprefix(own)}


def test_what_is_overdue_is_counted_from_three_up(tmp_path: Path) -> None:
    """And only where at least three were absent: else whoever counts the assignments knows of one who was."""
    (table,) = figure(tmp_path / "a", "bao-cao-chua-gui", "2020-06-15")
    assert table.columns == tuple(map(str, OPEN))
    assert values(table) == {"Kế hoạch 46-KH/ĐTN": [NONE, NONE, NONE, NONE]}
    owing, absent = ("nguyen-van-a", "pham-thi-d"), ("hoang-van-e", "le-van-c")
    for number, told in ((0, NONE), (1, NONE), (2, 3)):  # and one in the sample itself
        files = together(assigned(*owing), assigned(*absent[:number], after=ABSENT))
        (table,) = figure(tmp_path / f"b{number}", "bao-cao-chua-gui", "2020-06-15", files)
        assert values(table) == {"Kế hoạch 46-KH/ĐTN": [told, NONE, NONE, NONE]}, number


def test_who_is_absent_owes_nothing_and_shows_in_no_column(tmp_path: Path) -> None:
    absent = assigned("nguyen-van-a", "pham-thi-d", after=ABSENT)
    assert figure(tmp_path / "a", "bao-cao-chua-gui", "2020-06-15", absent) == figure(
        tmp_path / "b", "bao-cao-chua-gui", "2020-06-15"
    )


def test_those_who_may_read_all_see_every_number(tmp_path: Path) -> None:
    known = facts(lay(tmp_path, assigned("nguyen-van-a")), "2020-06-15")
    (table,) = known.tables(FIGURE)
    assert values(table) == {"Kế hoạch 46-KH/ĐTN": [2, 0, 0, 0]}
