"""Faults that users reported against systems of this shape, by number: the test of each, here or where it belongs."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from ktgs.examining.publishing import publish
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.mkdocs_plugin import build
from ktgs.obligations.obligation import State
from ktgs.pages import calendar, overview, problems, tasks, units
from ktgs.records.loading import kind_of
from ktgs.site.building import collect, render
from ktgs.site.rendering import environment
from ktgs.site.site import Site
from tests.repo import SAMPLE, by_id, facts, lay
from tests.trees import tree

TESTS = Path(__file__).parent
TEMPLATES = str(TESTS.parent / "site_templates")

ELSEWHERE: dict[int, tuple[str, ...]] = {
    1: (  # front matter that is none, a body with `---`
        "source/test_front_matter.py::test_what_is_wrong_is_told_at_its_line_in_the_file",
        "source/test_front_matter.py::test_the_body_keeps_its_own_rules_and_blanks",
    ),
    2: (  # an export or a template fails, the disk is full
        "test_whole_or_not.py::test_failing_export",
        "test_whole_or_not.py::test_failing_template",
        "test_whole_or_not.py::test_disk_full_raised_at_the_write",
    ),
    3: (  # one id claimed twice
        "repository/test_opening.py::test_two_files_for_one_thing",
        "checks/test_repeated_ids.py::test_every_list",
    ),
    4: ("command/test_cli.py::test_warnings_alone_are_fine_unless_strict",),
    5: (  # a misspelt key, one in another case or form
        "records/test_fields.py::test_one_mistake_is_one_message_at_its_place",
        "records/test_cases.py::test_key_is_read_in_any_case_and_unicode_form",
        "records/test_cases.py::test_key_and_word_are_read_with_either_placement_of_tones",
        "records/test_cases.py::test_key_in_another_spelling_or_in_english_is_unknown",
    ),
    6: (  # a file in the wrong folder, with another extension, a backup
        "records/test_cases.py::test_valid_file_in_the_wrong_folder_is_said_once_and_left_as_a_mark",
        "source/test_discovery.py::test_a_name_that_should_not_be_there_is_told",
    ),
    7: (  # the samples that ship
        "test_data.py::test_there_is_no_problem_but_the_accepted_warnings_and_the_readme_lists_these",
        "checks/test_sample.py::test_the_sample_has_no_diagnostic",
    ),
    8: (  # a day that is none
        "records/test_cases.py::test_day_that_is_none_is_told_with_its_line_and_never_guessed",
        "records/test_values.py::test_day_that_is_none_is_refused_with_its_reason",
    ),
    9: ("records/test_cases.py::test_day_in_another_style_than_the_rest_is_read",),
    10: ("test_cases.py::test_case_10_one_of_a_thousand_files_is_named",),
    11: ("test_cases.py::test_case_11_two_branches_took_the_same_next_id",),
    12: (  # checking rewrites nothing
        "records/test_cases.py::test_checking_rewrites_nothing_and_counts_lines_as_they_stand",
        "test_cases.py::test_case_12_neither_checking_nor_building_touches_the_data",
    ),
    13: ("records/test_cases.py::test_key_twice_is_told_with_both_lines_and_neither_wins",),
    14: (  # text stays text
        "records/test_cases.py::test_text_stays_text",
        "records/test_cases.py::test_empty_value_is_absent",
        "records/test_cases.py::test_key_that_yaml_would_change_is_an_unknown_key_as_written",
    ),
    16: (  # one bad record among good ones
        "test_cases.py::test_case_16_one_bad_record_is_unknown_and_not_zero",
        "test_cases.py::test_case_16_the_pages_stand_whichever_file_is_bad",
        "exports/test_broken.py::test_any_file_may_be_broken",
        "test_site.py::test_keep_going_publishes_what_is_sound",
    ),
    17: (  # a day not known
        "test_cases.py::test_case_17_a_day_not_known_is_shown_as_such",
        "records/test_cases.py::test_day_not_known_is_neither_a_day_nor_absent",
        "exports/test_api.py::test_a_day_not_known_is_neither_null_nor_a_day",
    ),
    18: ("command/test_cli.py::test_the_clock_is_read_in_viet_nam",),
    19: (  # a site not rebuilt for a week
        "test_every_page.py::test_each_page_tells_its_day_and_that_it_is_a_sample",
        "test_site_script.py::test_a_week_later_the_page_says_its_age",
        "test_site_script.py::test_years_later_nothing_past_is_called_upcoming",
        "exports/test_calendars.py::test_no_event_says_how_a_deadline_stands_today",
    ),
    20: (  # counting from a Sunday, a holiday, a worked Saturday
        "language/test_days.py::test_starts_that_are_no_common_working_days",
        "language/test_days.py::test_a_worked_saturday_is_counted",
    ),
    21: ("exports/test_feeds.py::test_everything_ends_after_it_starts_and_leaves_its_time_free",),
    22: (  # the feed is rebuilt daily
        "exports/test_feeds.py::test_a_later_day_changes_nothing_where_nothing_was_recorded",
        "exports/test_calendars.py::test_a_meeting_moved_or_called_off_keeps_its_name",
    ),
    23: ("exports/test_feeds.py::test_one_time_zone_defined_in_every_feed",),
    25: ("command/test_cli.py::test_github_annotates_and_appends_the_whole_list_to_the_summary",),
    26: (  # a unit renamed or merged
        "repository/test_cures.py::test_a_renamed_unit_is_named_wherever_it_is_named",
        "checks/test_units_in_time.py::test_a_visit_after_the_merger",
        "checks/test_units_in_time.py::test_what_came_before_the_merger_stays",
    ),
}
NOT_YET = {15: "there are no importers", 24: "there is no search"}


def test_every_case_has_a_test_that_is_there() -> None:
    assert sorted({*ELSEWHERE, *NOT_YET}) == list(range(1, 27))
    named = {test for tests in ELSEWHERE.values() for test in tests}
    there = {
        f"{file}::{node.name}"
        for file in {test.partition("::")[0] for test in named}
        for node in ast.parse((TESTS / file).read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
    }
    assert named - there == set()


def test_case_10_one_of_a_thousand_files_is_named(tmp_path: Path) -> None:
    files = {f"data/people/can-bo-{number}.yml": f"họ tên: Cán bộ {number}\nchức vụ: []\n" for number in range(1000)}
    files["data/people/can-bo-617.yml"] = "họ tên: Cán bộ 617\nchức vụ: [ubkt\n"
    (problem,) = facts(lay(tmp_path, {**files})).diagnostics
    assert problem.place.file == "data/people/can-bo-617.yml"


def test_case_11_two_branches_took_the_same_next_id(tmp_path: Path) -> None:
    """Git merges two items added at different places of a file, and two files, without a word; the check does not."""
    unit, report = "data/units/doan-so-a.yml", "data/reports/2020/{}/2020-05-14-doan-so-a-chi-doan-2.md"
    branches = (SAMPLE / unit).read_text(encoding="utf-8")
    first, third = "  - mã: chi-doan-1\n", "  - mã: chi-doan-3\n    tên: {}\n"
    merged = branches.replace(first, third.format("Chi đoàn Văn phòng") + first)
    merged = merged.replace("từ: 01/01/2015\n", third.format("Chi đoàn Thanh tra") + "từ: 01/01/2015\n")
    observation = SAMPLE / "data/reports/2020/giam-sat-thuong-xuyen/2020-03-26-thang-thanh-nien.md"
    twin = report.format("giam-sat-thuong-xuyen")
    found = facts(lay(tmp_path, {unit: merged, twin: observation.read_bytes()})).diagnostics
    places = {(item.place.file, item.place.line): [place for place, _ in item.related] for item in found}
    lines = [number for number, line in enumerate(merged.splitlines(), 1) if "chi-doan-3" in line]
    assert places[unit, lines[1]] == [Place(unit, lines[0], 9)]
    told = {file: [place.file for place in related] for (file, _), related in places.items()}
    assert told[twin] == [report.format("du-sinh-hoat")]


def test_case_12_neither_checking_nor_building_touches_the_data(tmp_path: Path) -> None:
    name = "data/units/doan-so-a.yml"
    text = (SAMPLE / name).read_text(encoding="utf-8")
    odd = b"\xef\xbb\xbf" + text.replace("\n", "  \r\n").encode()
    root = lay(tmp_path, {name: odd})
    before = tree(root / "data")
    assert build(root, None, False, None) == 0
    assert tree(root / "data") == before


def test_case_16_one_bad_record_is_unknown_and_not_zero(tmp_path: Path) -> None:
    """A broken schedule: the unit's obligation is unknown and is counted as that; all others are as they were."""
    name = "data/plans/2020/46-kh-dtn/schedules/2020-04/doan-so-a.yml"
    sound, broken = facts(SAMPLE), facts(lay(tmp_path, {name: "đơn vị: [\n"}))
    gone = "46-kh-dtn/gui-lich-sinh-hoat/2020-04/doan-so-a"
    assert (by_id(sound)[gone].state, by_id(broken)[gone].state) == (State.on_time, State.unknown)
    assert len(broken.counted) == len(sound.counted)
    changed = {item.id: item.state for item in broken.counted if item.state is not by_id(sound)[item.id].state}
    assert changed.keys() == {
        gone,
        "46-kh-dtn/bao-cao-du-sinh-hoat/2020-04/doan-so-a/b1/nguyen-van-a",  # due when? the schedule knew the day
        "46-kh-dtn/giam-sat-thuong-xuyen/giam-sat-thuong-xuyen/nghi-quyet-bch",  # observed at that meeting
    }
    assert set(changed.values()) == {State.unknown}


def first_of_each_kind() -> list[str]:
    """Return a file of each kind of record of the small sample."""
    found: dict[str, str] = {}
    for path in sorted((SAMPLE / "data").rglob("*.*")):
        file = path.relative_to(SAMPLE).as_posix()
        located = kind_of(file)
        assert located is not None
        found.setdefault(located[0].record_kind, file)
    return list(found.values())


def addresses_of(found: Facts) -> set[str]:
    """Return the address of every page, after rendering it."""
    kept = collect(publish(found))
    site = Site("Thử", publish(found), frozenset(item.page.url for item in kept))
    return {path for path, _ in render(environment([TEMPLATES]), site, kept)}


@pytest.mark.parametrize("file", first_of_each_kind())
def test_case_16_the_pages_stand_whichever_file_is_bad(file: str, tmp_path: Path) -> None:
    found = addresses_of(facts(lay(tmp_path, {file: "a: [\n"})))
    assert {module.ADDRESS for module in (overview, calendar, tasks, units, problems)} <= found


def test_case_17_a_day_not_known_is_shown_as_such(data_site: Path) -> None:
    """The sample has days that nobody knows: on the site they are "chưa rõ", and nothing is an epoch or no number."""
    page = (data_site / "viec/46-kh-dtn/gui-lich-sinh-hoat/2020-07.html").read_text(encoding="utf-8")
    row = page.partition('id="2020-07.doan-so-k"')[2].partition("</tr>")[0]
    assert State.unknown.value in row and "chưa rõ ngày" in row.casefold()
    wrong = re.compile(rb"1970|\bNaN\b|\bNone\b|\bundefined\b|0001-01-01|01/01/0001")
    assert {path: wrong.findall(text) for path, text in tree(data_site).items() if wrong.search(text)} == {}
