"""What is known on a day: every date of a fact hides what it dates, and no other date hides anything."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ktgs.language.months import Month
from ktgs.language.vocabulary import declared
from ktgs.records.base import FileRecord, MarkdownRecord, Record
from ktgs.records.keys import ScheduleKey
from ktgs.records.loading import load_one
from ktgs.records.report import ResultReport, VisitReport
from ktgs.records.values import UNKNOWN
from ktgs.repository.knowing import future_facts, known
from ktgs.source.discovery import SourceFile
from tests.opened import lay, opened
from tests.records.shapes import (
    WORDS,
    Pairs,
    Spot,
    Text,
    address,
    at,
    changed,
    key_of,
    leaf,
    own_fields,
    spots,
    valid,
    write,
)

THE_DAY_BEFORE, THE_DAY = date(2020, 3, 24), date(2020, 3, 25)  # every other date of these texts is 20/03/2020

# The whole mapping is not known before this day.
WHOLE = {
    "Acceptance": "ngày",
    "Adjustment": "ngày quyết định",
    "Amendment": "ngày nhận",
    "Assignment": "ngày ban hành",
    "RecordedDayOff": "ngày công bố",
    "Decision": "ngày ban hành",
    "Document": "ngày yêu cầu",
    "Engagement": "ngày chọn",
    "Event": "ngày",
    "FlashReport": "ngày gửi",
    "Item": "ngày phân công",
    "Move": "ngày báo",
    "Notice": "ngày ban hành",
    "Observation": "ngày",
    "Received": "ngày",
    "Schedule": "ngày nhận",
    "Sending": "ngày gửi",
    "Spread": "ngày",
    "Summary": "ngày gửi",
    "VisitReport": "ngày gửi",
    "RecordedWorkedDay": "ngày công bố",
}
FINDINGS = ("ưu điểm", "mô hình hay", "khó khăn", "tồn tại, hạn chế", "kiến nghị", "đề xuất")
# Before this day the key itself and these others are not known.
PARTLY: dict[tuple[str, str], tuple[str, ...]] = {
    ("Document", "ngày nhận đủ"): (),
    ("Engagement", "ngày báo"): ("trạng thái", "lý do"),
    ("Engagement", "ngày tiến hành"): ("số người dự",),
    ("Engagement", "ngày đơn vị liên hệ"): (),
    ("FlashReport", "ngày ban hành"): (),
    ("Item", "ngày báo"): ("dự thay", "vắng", "lý do"),
    ("Meeting", "ngày báo"): ("trạng thái",),
    ("Observation", "ngày ban hành"): (),
    ("Observation", "ngày gửi"): FINDINGS,
    ("PartyInvitation", "ngày mời"): ("mời",),
    ("Plan", "ngày gửi"): (),
    ("Plan", "ngày khóa sổ"): (),
    ("ResultReport", "ngày ban hành"): (),
    ("ResultReport", "ngày gửi"): FINDINGS,
    ("ResultReport", "ngày tổng hợp"): (),
    ("ResultReport", "ngày xác nhận"): ("người xác nhận",),
    ("Summary", "ngày ban hành"): (),
    ("VisitReport", "ngày"): (),
    ("VisitReport", "ngày ban hành"): (),
    ("VisitReport", "ngày tiến hành"): (),
}
DATES = tuple(spot for spot in spots() if leaf(spot.info).type is date)


def kind_and_key(spot: Spot) -> tuple[str, str]:
    """Return the class that declares the field, and its key."""
    return spot.kind.__name__, spot.key


FACTS = tuple(s for s in DATES if WHOLE.get(s.kind.__name__) == s.key or kind_and_key(s) in PARTLY)
OTHERS = tuple(s for s in DATES if s not in FACTS)


def dated(spot: Spot, folder: Path, *beside: str) -> tuple[FileRecord, Text]:
    """Return a record whose field is THE_DAY, with some other keys filled in beside it, and where all stands."""
    infos = {key_of(info): info for info in own_fields(spot.kind).values()}
    if spot.kind is VisitReport and spot.key in ("ngày", "ngày tiến hành"):  # one not sent is not known before
        beside = (*beside, "ngày gửi")
    tree, own = spot.tree(), (spot.key, "25/03/2020")
    for key in beside:
        tree = changed(tree, spot.path, key, [])
    tree = changed(tree, spot.path, spot.key, [own, *((key, valid(infos[key], spot.root)) for key in beside)])
    return read(spot.root, tree, folder)


def read(root: type[FileRecord], tree: Pairs, folder: Path) -> tuple[FileRecord, Text]:
    content, text = write(root, tree)
    path = folder / "file"
    path.write_bytes(content)
    record, problems = load_one(SourceFile(address(root), path), WORDS)
    assert problems == ()
    assert isinstance(record, FileRecord)
    return record, text


def ids(found: tuple[Spot, ...]) -> list[Any]:
    """Return the fields as parameters with a name."""
    return [pytest.param(spot, id=spot.name.replace(" ", "_")) for spot in found]


@pytest.mark.parametrize("spot", ids(FACTS))
def test_fact_is_known_from_its_day_on(spot: Spot, tmp_path: Path) -> None:
    record, _ = dated(spot, tmp_path)
    assert known(record, THE_DAY) is record


@pytest.mark.parametrize("spot", ids(FACTS))
def test_fact_is_not_known_before_its_day(spot: Spot, tmp_path: Path) -> None:
    hidden = PARTLY.get(kind_and_key(spot), ())
    record, _ = dated(spot, tmp_path, *hidden)
    seen = known(record, THE_DAY_BEFORE)
    if WHOLE.get(spot.kind.__name__) == spot.key:
        assert at(seen, spot.path) is None
        if spot.chain and leaf(spot.chain[-1]).is_list:
            assert len(at(seen, spot.path[:-1])) == 1  # the item before it stays
        return
    for key in (spot.key, *hidden):
        assert at(record, (*spot.path, key))
        assert not at(seen, (*spot.path, key))
    infos = own_fields(type(at(record, spot.path)))
    kept = [name for name, info in infos.items() if key_of(info) not in (spot.key, *hidden)]
    mine, theirs = at(record, spot.path), at(seen, spot.path)
    assert [getattr(theirs, name) for name in kept] == [getattr(mine, name) for name in kept]


@pytest.mark.parametrize("spot", ids(FACTS))
def test_fact_after_today_is_an_error_at_its_place(spot: Spot, tmp_path: Path) -> None:
    record, text = dated(spot, tmp_path)
    (problem,) = future_facts(record, THE_DAY_BEFORE)
    assert (problem.code.id, problem.place[1:]) == ("D101", text.values[(*spot.path, spot.key)])
    assert problem.found == f"“{spot.key}” là 25/03/2020, sau hôm nay (24/03/2020)."
    assert problem.is_internal is not declared(spot.info).public
    assert list(future_facts(record, THE_DAY)) == []


@pytest.mark.parametrize("spot", ids(OTHERS))
def test_date_that_is_no_fact_hides_nothing(spot: Spot, tmp_path: Path) -> None:
    record, _ = dated(spot, tmp_path)
    assert known(record, THE_DAY_BEFORE) is record
    assert list(future_facts(record, THE_DAY_BEFORE)) == []


def test_every_date_of_the_tables_is_a_field() -> None:
    assert {kind_and_key(spot) for spot in FACTS} == {*WHOLE.items(), *PARTLY}
    assert sorted({spot.key for spot in OTHERS}) == sorted(
        {
            "dữ liệu minh họa đến ngày",
            "hạn",
            "hạn mới",
            "ngày",  # days off; meetings as announced, engagements as planned
            "ngày ban hành",  # of the plan
            "sang ngày",
            "sang từ",
            "sang đến",
            "thay cho",
            "từ",
            "đến",
        }
    )


def test_unknown_day_is_known_on_every_day(tmp_path: Path) -> None:
    spot = next(spot for spot in DATES if spot.name == "team.cuộc.ngày tiến hành")
    record, _ = read(spot.root, changed(spot.tree(), spot.path, spot.key, [(spot.key, "chưa rõ")]), tmp_path)
    assert at(record, (*spot.path, spot.key)) is UNKNOWN
    assert at(known(record, date(1999, 1, 1)), (*spot.path, spot.key)) is UNKNOWN


@pytest.mark.parametrize("name", ["result_report.ngày gửi", "regular_supervision.ngày gửi"])
def test_text_of_a_report_is_not_known_before_it_is_sent(name: str, tmp_path: Path) -> None:
    spot = next(spot for spot in DATES if spot.name == name)
    record, _ = dated(spot, tmp_path)
    before = known(record, THE_DAY_BEFORE)
    assert isinstance(record, MarkdownRecord) and isinstance(before, MarkdownRecord)
    assert (record.body, before.body) == ("\nNội dung.\n", "")


def test_what_a_report_says_is_known_once_it_is_issued_or_sent(tmp_path: Path) -> None:
    spot = next(spot for spot in DATES if spot.name == "result_report.ngày gửi")
    record, _ = dated(spot, tmp_path, "ngày ban hành", "ưu điểm")
    assert isinstance(record, ResultReport) and record.issued_on == date(2020, 3, 20)
    before = known(record, THE_DAY_BEFORE)
    assert before is not None
    assert (before.sent_on, len(before.strengths), before.body) == (None, 1, "\nNội dung.\n")
    neither = known(record, date(2020, 3, 19))
    assert neither is not None
    assert (neither.sent_on, neither.issued_on, neither.strengths, neither.body) == (None, None, (), "")


def test_nothing_is_sent_on_a_day_unknown_before_it_is_issued(tmp_path: Path) -> None:
    spot = next(spot for spot in DATES if spot.name == "result_report.ngày ban hành")
    record, _ = dated(spot, tmp_path)
    assert isinstance(record, ResultReport)
    unknown: ResultReport = record.replace(sent_on=UNKNOWN)
    never_issued: ResultReport = unknown.replace(issued_on=None)
    reports = known(unknown, THE_DAY_BEFORE), known(unknown, THE_DAY), known(never_issued, THE_DAY_BEFORE)
    assert [report and report.sent_on for report in reports] == [None, UNKNOWN, UNKNOWN]


def test_nothing_of_the_record_itself_is_changed(tmp_path: Path) -> None:
    spot = next(spot for spot in DATES if spot.name == "team.quyết định.ngày ban hành")
    record, _ = dated(spot, tmp_path)
    before: Record = record.model_copy(deep=True)
    assert known(record, THE_DAY_BEFORE) != record
    assert record == before


LATE = {
    "data/plans/2020/46-kh-dtn/schedules/2020-04/doan-so-y.yml": """
        đơn vị: doan-so-y
        tháng: 04/2020
        ngày nhận: 23/03/2020
        """
}


def test_with_a_day_asked_for_later_facts_are_silently_not_known(tmp_path: Path) -> None:
    key = ScheduleKey("46-kh-dtn", Month(2020, 4), "doan-so-y")
    repository, problems = opened(lay(tmp_path, LATE), "2020-03-22")
    assert (key in repository.schedules, problems) == (False, [])
    assert key in opened(tmp_path, "2020-03-23")[0].schedules


def test_with_the_sample_s_own_day_later_facts_are_errors_and_not_known(tmp_path: Path) -> None:
    late = {name: text.replace("23/03/2020", "16/10/2020") for name, text in LATE.items()}
    repository, (problem,) = opened(lay(tmp_path, late), is_given=False)
    assert f"{problem.code.id} {problem.place}" == f"D101 {next(iter(late))}:3:12"
    assert ScheduleKey("46-kh-dtn", Month(2020, 4), "doan-so-y") not in repository.schedules
