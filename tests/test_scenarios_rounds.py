"""The scenarios about rounds (1, 8, 9 and 10 of the specification), and what is seen of plan 46 on 05/05/2020."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ktgs.command import main as cli
from ktgs.obligations.obligation import Flag, Obligation, State
from tests.repo import SAMPLE, by_id, facts, lay

PLAN = "data/plans/2020/46-kh-dtn/"
TEAM = f"{PLAN}teams/dot-1-doan-1.yml"
NOTICE = f"{PLAN}notices/dot-1-1.yml"
REPORT = "data/reports/2020/ket-qua/2020-06-02-dot-1-doan-1.md"
MOVED = f"{PLAN}adjustments/2020-03-16-gs-thang-3.yml"


def ask(root: Path, files: dict[str, str | bytes | None], day: str, path: str) -> Obligation:
    """Return an obligation of plan 46 as of a day, with the files laid over the sample."""
    return by_id(facts(lay(root, files), day))[f"46-kh-dtn/{path}"]


def days(item: Obligation) -> tuple[str | None, str | None]:
    """Return the due day and the safe day."""
    return str(item.due_on) if item.due_on else None, str(item.safe_on) if item.safe_on else None


# -- 1: thematic supervision of March, moved by an adjustment --------------------------------------------------------


def test_1_in_march_nothing_is_held_and_no_session_has_a_day(tmp_path: Path) -> None:
    held = ask(tmp_path, {}, "2020-03-10", "tien-hanh-dot/gs-thang-3")
    assert (days(held)[0], held.state) == ("2020-03-31", State.upcoming)
    assert "0/5" in held.progress
    told = ask(tmp_path, {}, "2020-03-10", "thong-bao/gs-thang-3")
    assert (told.state, told.reason) == (State.unknown, "Chưa rõ: chưa ấn định ngày")


def test_1_from_the_day_of_the_adjustment_everything_is_due_later(tmp_path: Path) -> None:
    assert days(ask(tmp_path, {}, "2020-03-15", "tien-hanh-dot/gs-thang-3"))[0] == "2020-03-31"
    held = ask(tmp_path, {}, "2020-03-16", "tien-hanh-dot/gs-thang-3")
    assert (days(held)[0], str(held.original_due_on)) == ("2020-06-26", "2020-03-31")
    assert held.flags == (Flag.adjusted,)
    assert days(ask(tmp_path, {}, "2020-03-16", "thong-bao/gs-thang-3")) == ("2020-06-08", "2020-06-05")
    assert days(ask(tmp_path, {}, "2020-03-16", "bao-cao-ket-qua/gs-thang-3"))[0] == "2020-07-07"


def test_1_without_adjustment_it_is_overdue_in_april(tmp_path: Path) -> None:
    assert ask(tmp_path, {MOVED: None}, "2020-04-01", "tien-hanh-dot/gs-thang-3").state is State.overdue


def test_1_an_adjustment_decided_after_the_due_day_works_from_its_day_and_says_so(tmp_path: Path) -> None:
    text = (SAMPLE / MOVED).read_text().replace("16/03/2020", "06/04/2020")
    before = ask(tmp_path, {MOVED: text}, "2020-04-03", "tien-hanh-dot/gs-thang-3")
    assert (before.state, before.flags) == (State.overdue, ())
    after = ask(tmp_path, {MOVED: text}, "2020-04-06", "tien-hanh-dot/gs-thang-3")
    assert (after.state, after.flags) == (State.upcoming, (Flag.adjusted, Flag.decided_late))
    assert str(Flag.decided_late) == "quyết định sau hạn"


# -- 8: one notice to five units, a sixth added late -----------------------------------------------------------------

FIVE = ("doan-so-a", "doan-so-b", "doan-truong-c", "chi-doan-so-d", "doan-so-x")
ADDED = "mã: c6, đơn vị: doan-so-y, ngày: 20/05/2020, ngày chọn: 13/05/2020"
BASIS = ", căn cứ: Kết luận của Ban Thường vụ"


def team(*engagements: str) -> str:
    """Return round 1's team with five units and the engagements given."""
    chosen = [f"mã: c{i}, đơn vị: {unit}, ngày chọn: 22/04/2020" for i, unit in enumerate(FIVE, start=1)]
    return "\n".join(
        (
            "hoạt động: dot-1",
            "tên: Đoàn kiểm tra số 1, đợt 1",
            "quyết định: [{số ký hiệu: 20-QĐ/ĐTN, ngày ban hành: 27/04/2020}]",
            "thành viên:",
            "  - {cán bộ: nguyen-van-a, vai trò: trưởng đoàn}",
            "  - {cán bộ: vo-thi-g, vai trò: thư ký}",
            "cuộc:",
            *(f"  - {{{engagement}}}" for engagement in (*chosen, *engagements)),
            "",
        )
    )


def notice(number: str, issued: str, sendings: dict[str, str]) -> str:
    """Return a notice with the day of sending to each unit."""
    head = f"số ký hiệu: {number}\nngày ban hành: {issued}\nđoàn kiểm tra: [dot-1-doan-1]\ngửi đến:\n"
    return head + "".join(f"  - {{đơn vị: {unit}, ngày gửi: {day}}}\n" for unit, day in sendings.items())


FOUR_IN_TIME = notice("15-TB/ĐTN", "29/04/2020", dict.fromkeys(FIVE, "04/05/2020") | {"doan-so-x": "05/05/2020"})


def test_8_one_paper_to_five_units_is_four_on_time_and_one_late(tmp_path: Path) -> None:
    found = facts(lay(tmp_path, {TEAM: team(), NOTICE: FOUR_IN_TIME}), "2020-05-29")
    parts = [by_id(found)[f"46-kh-dtn/thong-bao/dot-1/{unit}"] for unit in FIVE]
    assert {days(part) for part in parts} == {("2020-05-04", "2020-04-29")}
    assert [part.state for part in parts] == [State.on_time] * 4 + [State.late]
    assert parts[-1].reason == "Hoàn thành trễ hạn 1 ngày"
    assert [item for item in found.diagnostics if item.code.id.startswith("N")] == []


@pytest.mark.parametrize(
    ("engagement", "due", "state", "late_days"),
    [
        (ADDED + BASIS, ("2020-05-13", "2020-05-12"), State.on_time, 0),
        (ADDED, ("2020-05-04", "2020-04-29"), State.late, 9),
    ],
    ids=["with a basis", "without"],
)
def test_8_a_sixth_unit_chosen_late(
    engagement: str, due: tuple[str, str], state: State, late_days: int, tmp_path: Path
) -> None:
    second = notice("16-TB/ĐTN", "13/05/2020", {"doan-so-y": "13/05/2020"})
    files: dict[str, str | bytes | None] = {
        TEAM: team(engagement),
        NOTICE: FOUR_IN_TIME,
        NOTICE.replace("-1.yml", "-2.yml"): second,
    }
    sixth = ask(tmp_path, files, "2020-05-29", "thong-bao/dot-1/doan-so-y")
    assert (days(sixth), sixth.state, sixth.days) == (due, state, late_days)
    whole = ask(tmp_path, {}, "2020-05-29", "thong-bao/dot-1")
    assert (days(whole), str(whole.done_on), len(whole.parts)) == (("2020-05-04", "2020-04-29"), "2020-05-13", 6)


# -- 9: the three steps of a result report ---------------------------------------------------------------------------


def report(compiled: str, confirmed: str, sent: str, number: str = "số ký hiệu: 08-BC/ĐKT\n") -> str:
    """Return the sample's result report with other days; one left out is missing."""
    text = (SAMPLE / REPORT).read_text()
    text = text.replace("số ký hiệu: 08-BC/ĐKT\n", number).replace("ngày ban hành: 02/06/2020\n", "")
    text = text.replace("ngày tổng hợp: 28/05/2020", f"ngày tổng hợp: {compiled}")
    text = text.replace("ngày gửi: 02/06/2020", f"ngày gửi: {sent}")
    confirmation = f"ngày xác nhận: {confirmed}\nngười xác nhận: nguyen-van-a\n" if confirmed else ""
    return text.replace("ngày xác nhận: 01/06/2020\nngười xác nhận: nguyen-van-a\n", confirmation)


def test_9_confirmed_a_day_late(tmp_path: Path) -> None:
    files = {REPORT: report("28/05/2020", "03/06/2020", "03/06/2020")}
    found = ask(tmp_path, dict(files), "2020-06-10", "bao-cao-ket-qua/dot-1/dot-1-doan-1")
    assert (days(found)[0], found.state, found.days) == ("2020-06-02", State.late, 1)
    assert "xác nhận" in found.progress


def test_9_unconfirmed_is_overdue(tmp_path: Path) -> None:
    files = {REPORT: report("28/05/2020", "", "02/06/2020")}
    found = ask(tmp_path, dict(files), "2020-06-03", "bao-cao-ket-qua/dot-1/dot-1-doan-1")
    assert (found.state, found.progress) == (State.overdue, "thiếu xác nhận của Trưởng đoàn")


def test_9_without_a_number_is_on_time_and_said(tmp_path: Path) -> None:
    files = {REPORT: report("28/05/2020", "01/06/2020", "02/06/2020", number="")}
    found = facts(lay(tmp_path, dict(files)), "2020-06-10")
    item = by_id(found)["46-kh-dtn/bao-cao-ket-qua/dot-1/dot-1-doan-1"]
    assert (item.state, item.flags) == (State.on_time, (Flag.no_number,))
    warnings = [item for item in found.diagnostics if item.place.file == REPORT and item.code.id.startswith("N")]
    assert [warning.severity.name for warning in warnings] == ["warning"]


# -- 10: a document that comes in parts ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "day", "state", "late_days"),
    [
        ("hạn: 08/05/2020, ", "2020-05-20", State.late, 4),
        ("hạn: 08/05/2020, ", "2020-05-09", State.overdue, 1),
        ("", "2020-05-09", State.unknown, 0),
    ],
)
def test_10_a_document_in_two_parts(due: str, day: str, state: State, late_days: int, tmp_path: Path) -> None:
    parts = "nhận: [{ngày: 07/05/2020}, {ngày: 12/05/2020}], ngày nhận đủ: 12/05/2020"
    document = f"{{mã: so, tên: Sổ chi đoàn, ngày yêu cầu: 29/04/2020, {due}{parts}}}"
    files = {TEAM: team(f"mã: c6, đơn vị: doan-so-y, ngày: 20/05/2020, tài liệu: [{document}]")}
    found = ask(tmp_path, dict(files), day, "tai-lieu/dot-1/doan-so-y/so")
    assert (found.state, found.days) == (state, late_days)
    assert found.progress == ("" if state is State.late else "đã nhận một phần")


# -- what must be seen on 05/05/2020 ---------------------------------------------------------------------------------


def test_due_on_5_may_shows_both_rounds(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["due", "--root", str(SAMPLE), "--today", "2020-05-05", "--format", "json"])
    listed: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    shown = {
        item["id"].removeprefix("46-kh-dtn/"): (item["due_on"], item["safe_on"])
        for item in listed
        if item["duty"] in ("thong-bao", "bao-cao-ket-qua") and ("/dot-1" in item["id"] or "/dot-2" in item["id"])
    }
    assert shown == {
        "thong-bao/dot-1": ("2020-05-04", "2020-04-29"),
        "thong-bao/dot-1/doan-so-a": ("2020-05-04", "2020-04-29"),
        "thong-bao/dot-1/doan-so-b": ("2020-05-04", "2020-04-29"),
        "thong-bao/dot-1/chi-doan-so-d": ("2020-05-04", "2020-04-29"),
        "bao-cao-ket-qua/dot-1": ("2020-06-02", "2020-06-02"),
        "bao-cao-ket-qua/dot-1/dot-1-doan-1": ("2020-06-02", "2020-06-02"),
        "thong-bao/dot-2": ("2020-11-03", "2020-11-02"),
        "bao-cao-ket-qua/dot-2": ("2020-12-04", "2020-12-04"),
    }
