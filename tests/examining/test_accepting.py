"""Accepted warnings: each entry silences exactly one by code, file and place, and is an error once nothing needs it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ktgs.examining.publishing import publish
from ktgs.language.diagnostics import Place, Severity
from ktgs.records.accepted import Accepted
from tests.checks.marked import ASSIGNMENT_4, ASSIGNMENT_5, OBSERVATION, SCHEDULE_A4, SCHEDULE_A5
from tests.repo import SAMPLE, facts, lay, told

REPOSITORY = Path(__file__).parents[2]
FILE = "data/accepted.yml"
ENTRY = """  - mã: {}
    tệp: {}
    chỗ: {}
    lý do: Đúng như giấy
    ai: Văn phòng
    ngày: 15/10/2020
"""
SUNDAY = OBSERVATION.replace("03-26", "04-10")
REPORT = """---
loại: giám sát thường xuyên
chủ đề: 46-kh-dtn/thang-thanh-nien
ngày: 10/04/2020
số ký hiệu: 97-BC/ĐTN
ngày ban hành: 12/04/2020
người lập: tran-thi-b
ngày gửi: 13/04/2020
---

Nội dung.
"""
D403 = ENTRY.format("D403", SUNDAY, "ngày ban hành")


def with_entries(root: Path, *entries: str, **files: str) -> Path:
    """Return a copy of the sample with one warning on purpose, and these acceptances."""
    return lay(root, {SUNDAY: REPORT, FILE: "chấp nhận:\n" + "".join(entries), **files})


def test_without_an_entry_the_warning_is_told(tmp_path: Path) -> None:
    assert told(facts(lay(tmp_path, {SUNDAY: REPORT}))) == [f"{SUNDAY}:6:16 D403"]


def test_an_entry_silences_it_and_keeps_it_with_its_reason(tmp_path: Path) -> None:
    found = facts(with_entries(tmp_path, D403))
    assert told(found) == []
    ((warning, entry),) = found.accepted
    assert (warning.code.id, warning.place) == ("D403", Place(SUNDAY, 6, 16))
    assert (entry.reason, entry.accepted_by) == ("Đúng như giấy", "Văn phòng")


@pytest.mark.parametrize("spot", ["Ngày  ban hành", "NGÀY BAN HÀNH"])
def test_the_spot_is_compared_as_keys_are(tmp_path: Path, spot: str) -> None:
    assert told(facts(with_entries(tmp_path, ENTRY.format("d403", SUNDAY, spot)))) == []


@pytest.mark.parametrize(
    ("code", "file", "spot", "cure"),
    [
        ("D403", SUNDAY, "ngày gửi", "Cảnh báo ấy trong tệp đứng ở “ngày ban hành”: sửa “chỗ”."),
        ("D403", SCHEDULE_A4, "ngày ban hành", "Xóa mục này, hoặc sửa “mã”, “tệp”."),
        ("N103", SUNDAY, "ngày ban hành", "Xóa mục này, hoặc sửa “mã”, “tệp”."),
    ],
)
def test_another_code_file_or_spot_silences_nothing(tmp_path: Path, code: str, file: str, spot: str, cure: str) -> None:
    found = facts(with_entries(tmp_path, ENTRY.format(code, file, spot)))
    assert told(found) == [f"{FILE}:2:9 F301", f"{SUNDAY}:6:16 D403"]
    assert found.diagnostics[0].cure == cure


def test_an_entry_silences_exactly_one(tmp_path: Path) -> None:
    twice = facts(with_entries(tmp_path, D403, D403))
    assert told(twice) == [f"{FILE}:8:9 F301"]


def test_two_warnings_at_one_spot_need_two_entries(tmp_path: Path) -> None:
    """M401 stands at `buổi` for each branch that is left out."""
    text = (SAMPLE / SCHEDULE_A5).read_text("utf-8")
    only_unit = re.sub(r"    chi đoàn: .*\n", "", text)
    entry = ENTRY.format("M401", SCHEDULE_A5, "buổi")
    left = facts(lay(tmp_path / "one", {SCHEDULE_A5: only_unit, FILE: "chấp nhận:\n" + entry}))
    both = facts(lay(tmp_path / "two", {SCHEDULE_A5: only_unit, FILE: "chấp nhận:\n" + entry * 2}))
    codes = [[item.code.id for item in found.diagnostics if item.code.id in ("M401", "F301")] for found in (left, both)]
    assert codes == [["M401"], []]


def test_an_id_at_the_place_is_a_spot(tmp_path: Path) -> None:
    text = (SAMPLE / ASSIGNMENT_5).read_text("utf-8")
    person = re.search(r"cán bộ: (\S+)", text)
    assert person
    unavailable = f"data/people/{person[1]}.yml"
    days = "không phân công:\n  - từ: 01/04/2020\n    đến: 31/05/2020\n"
    lay(tmp_path, {unavailable: (SAMPLE / unavailable).read_text("utf-8") + days})
    warnings = [item for item in facts(tmp_path).diagnostics if item.code.id == "M209"]
    entries = [ENTRY.format("M209", item.place.file, person[1]) for item in warnings]
    lay(tmp_path, {FILE: "chấp nhận:\n" + "".join(entries)})
    found = facts(tmp_path)
    assert warnings and [item.code.id for item in found.diagnostics] == []
    assert [item.warning.is_internal for item in found.accepted] == [True] * len(warnings)
    assert publish(found).accepted == ()


def test_an_error_is_never_accepted(tmp_path: Path) -> None:
    early = (SAMPLE / ASSIGNMENT_4).read_text("utf-8").replace("06/04/2020", "08/04/2019")
    found = facts(lay(tmp_path, {ASSIGNMENT_4: early, FILE: "chấp nhận:\n" + ENTRY.format("D208", ASSIGNMENT_4, "x")}))
    assert told(found) == [f"{FILE}:2:9 F301", f"{ASSIGNMENT_4}:3:16 D208"]
    assert found.diagnostics[0].message == "“D208” là lỗi; chỉ cảnh báo mới được chấp nhận."


def test_errors_that_keep_warnings_from_being_found_make_no_entry_unneeded(tmp_path: Path) -> None:
    broken = REPORT.replace("người lập: tran-thi-b", "người lập: khong-co")
    found = facts(lay(tmp_path, {SUNDAY: broken, FILE: "chấp nhận:\n" + D403}))
    assert [item.code.id for item in found.diagnostics] == ["R101"]


@pytest.mark.parametrize("today", ["2020-04-11", "2020-04-12", "2021-01-01"])
def test_of_another_day_than_the_datas_own_no_entry_is_unneeded(tmp_path: Path, today: str) -> None:
    found = facts(with_entries(tmp_path, ENTRY.format("N103", SUNDAY, "ngày gửi")), today)
    assert "F301" not in [item.code.id for item in found.diagnostics]


def test_the_public_reads_reasons_of_what_it_could_find_itself_and_no_words(tmp_path: Path) -> None:
    found = publish(facts(with_entries(tmp_path, D403)))
    ((warning, entry),) = found.accepted
    assert (warning.message, warning.place) == (f"{warning.code.title}.", Place(SUNDAY, 0, 0))
    assert entry.reason == "Đúng như giấy"
    assert found.diagnostics == ()
    assert [listed.entries for listed in found.repository.of(Accepted).values()] == [()]


def test_the_shipped_data_accepts_all_its_warnings_and_the_readme_lists_them() -> None:
    found = facts(REPOSITORY)
    assert told(found) == []
    assert {warning.severity for warning, _ in found.accepted} == {Severity.warning}
    entries = [entry for listed in found.repository.of(Accepted).values() for entry in listed.entries]
    rows = [f"| {item.code} | `{item.file}` | {item.spot} | {item.reason} |" for item in entries]
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    table = readme.partition("| code | file | where | why |\n|---|---|---|---|\n")[2].partition("\n\n")[0]
    assert table.splitlines() == rows
