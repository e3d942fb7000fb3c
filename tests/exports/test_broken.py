"""A file that cannot be read takes nothing else out of the exports, nor does a repository that only begins."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.exports.asking import exported, parsed, read, sample
from tests.repo import SAMPLE, lay


def test_any_file_may_be_broken(tmp_path: Path) -> None:
    lay(tmp_path, {})
    for file in sorted(path for path in tmp_path.rglob("*") if path.is_file()):
        content = file.read_bytes()
        file.write_bytes(b"a: [\n")
        found = exported(tmp_path)
        file.write_bytes(content)
        gone = {path for path in sample() if path not in found}
        assert gone <= {f"ics/don-vi/{file.stem}.ics", f"ics/can-bo/{file.stem}.ics"}, file


def test_a_broken_schedule_makes_its_own_unit_s_deadline_unclear_and_no_other(tmp_path: Path) -> None:
    lay(tmp_path, {"data/plans/2020/46-kh-dtn/schedules/2020-05/doan-so-b.yml": "a: [\n"})
    before, after = (
        {item["id"]: item for item in read(files, "obligations")["obligations"]}
        for files in (sample(), exported(tmp_path))
    )
    name = "46-kh-dtn/gui-lich-sinh-hoat/2020-05/doan-so-b"
    assert (after[name]["state"], after[name]["done_on"]) == ("unknown", None)
    assert [item for item in before if before[item] != after[item]] == [name]


def test_a_repository_that_only_begins(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    shutil.copy(SAMPLE / "data/organization.yml", tmp_path / "data/organization.yml")
    files = exported(tmp_path)
    assert parsed(files["ics/tat-ca.ics"]).walk("VEVENT") == []
    assert read(files, "units")["units"] == []
