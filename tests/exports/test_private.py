"""Nothing private is exported, nor can it be told from what is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ktgs.exports._columns import headers
from ktgs.exports._shapes import shape
from ktgs.records.assignment import Item
from ktgs.records.base import FileRecord, Record
from ktgs.records.schema import schema
from ktgs.records.unit import Unit
from tests.exports.asking import Files, exported, read
from tests.repo import SAMPLE, facts, lay

PLAN = "data/plans/2020/46-kh-dtn"
APRIL, MAY = f"{PLAN}/assignments/2020-04.yml", f"{PLAN}/assignments/2020-05.yml"
REPORTS = "data/reports/2020"
SENTINEL = "Bí mật {}"

# Where the test below puts a sentinel for each private field; None: it holds no text, see the comparison further down.
PRIVATE = {
    "Item.absence": None,
    "Item.reason": "vắng-lý-do",
    "Item.replaced_by": None,
    "Item.reported_on": None,
    "Observation.person": None,
    "Person.unavailable": None,
    "RoleHolder.accounts": "@bi-mat",  # an account holds no space, so no sentinel like the others
    "Unit.inspection_officer": "phụ-trách-kiểm-tra",
    "VisitReport.mood": "tư-tưởng",
}


def subclasses(kind: type[FileRecord]) -> Iterator[type[FileRecord]]:
    """Yield all records that are files."""
    for one in kind.__subclasses__():
        yield one
        yield from subclasses(one)


def private_fields(kind: type[Record], seen: set[type[Record]]) -> Iterator[str]:
    """Yield the fields of a record, and of all that it holds, that are not declared public."""
    if kind in seen:
        return
    seen.add(kind)
    for field in schema(kind).fields.values():
        if not field.key:
            continue
        if not field.is_public:
            yield f"{kind.__name__}.{field.name}"
        elif field.child:
            yield from private_fields(field.child, seen)


def test_every_private_field_is_tested_here() -> None:
    seen: set[type[Record]] = set()
    found = {name for kind in subclasses(FileRecord) for name in private_fields(kind, seen)}
    assert found == set(PRIVATE)


def edited(root: Path, file: str, before: str, after: str) -> None:
    """Replace a text that stands once in a file."""
    text = (root / file).read_text("utf-8")
    assert text.count(before) == 1, (file, before)
    (root / file).write_text(text.replace(before, after), "utf-8")


def test_no_private_text_is_exported(tmp_path: Path) -> None:
    """A sentinel in each private field that holds text, and in each text that is not public."""
    lay(tmp_path, {})
    said = {name: SENTINEL.format(name) for name in (*filter(None, PRIVATE.values()), "nhanh", "kk", "gs", "gs-tt")}
    edited(tmp_path, APRIL, "lý do: Dự tập huấn", f"lý do: {said['vắng-lý-do']}")
    edited(
        tmp_path,
        "data/units/doan-so-a.yml",
        "cụm: Cụm 1\n",
        f"cụm: Cụm 1\nphụ trách kiểm tra: {said['phụ-trách-kiểm-tra']}\n",
    )
    edited(tmp_path, "data/organization.yml", "    cơ quan: btv\n", "    cơ quan: btv\n    tài khoản: ['@bi-mat']\n")
    visit = f"{REPORTS}/du-sinh-hoat/2020-04-08-doan-so-a-chi-doan-1.md"
    edited(tmp_path, visit, "Đoàn viên yên tâm công tác", said["tư-tưởng"])
    flash = f"{REPORTS}/nhanh/2020-05-12-thang-4.md"
    edited(tmp_path, flash, "Một đồng chí được phân công vắng có lý do.", said["nhanh"])
    finding = "khó khăn:\n  - mã: kk1\n    nội dung: {}\n    đơn vị: doan-so-a\n---\n\n"
    edited(tmp_path, flash, "---\n\n", finding.format(said["kk"]))
    observation = f"{REPORTS}/giam-sat-thuong-xuyen/2020-03-26-thang-thanh-nien.md"
    edited(tmp_path, observation, "Đơn vị hoàn thành các phần việc của Tháng Thanh niên.", said["gs"])
    person = "cán bộ: hoang-van-e\ntồn tại, hạn chế:\n  - mã: tt1\n    nội dung: {}\n---\n\n"
    edited(tmp_path, observation, "---\n\n", person.format(said["gs-tt"]))
    found = facts(tmp_path)
    assert not [item for item in found.diagnostics if item.severity.name == "error"]
    for path, content in exported(tmp_path).items():
        text = content.replace(b"\r\n ", b"").decode()
        assert not [words for words in said.values() if words in text], path
        assert "Bí mật" not in text and "@bi-mat" not in text, path


def comparable(files: Files) -> Files:
    """Return the exports without the totals of the body, which alone are counted from all data."""
    figures = read(files, "figures")
    totals = [figure for figure in figures["figures"] if figure["is_of_body"]]
    assert {figure["id"] for figure in totals} == {"bao-cao-chua-gui", "vang-du-thay"}
    figures["figures"] = [figure for figure in figures["figures"] if not figure["is_of_body"]]
    return {**files, "api/v1/figures.json": repr(figures).encode()}


ABSENT = "    vắng: {}\n    lý do: Dự tập huấn\n    ngày báo: 14/04/2020\n"
AFTERS = {
    "nothing": "",
    "excused": ABSENT.format("có lý do"),
    "unexcused": ABSENT.format("không lý do"),
    "replaced by e": "    dự thay: hoang-van-e\n    ngày báo: 14/04/2020\n",
    "replaced by a": "    dự thay: nguyen-van-a\n    ngày báo: 14/04/2020\n",
}


def with_absence(root: Path, file: str, person: str, after: str) -> Files:
    """Return the exports where this is recorded of one person's assignment, and nothing of any other."""
    lay(root, {})
    edited(root, APRIL, ABSENT.format("có lý do"), "")
    edited(root, file, f"    cán bộ: {person}\n", f"    cán bộ: {person}\n{after}")
    return exported(root)


def test_one_who_was_absent_or_replaced_shows_nowhere(tmp_path: Path) -> None:
    found = {name: with_absence(tmp_path / name, APRIL, "le-van-c", after) for name, after in AFTERS.items()}
    found["another"] = with_absence(tmp_path / "another", MAY, "tran-thi-b", AFTERS["excused"])
    first = comparable(found["nothing"])
    for name, files in found.items():
        other = comparable(files)
        assert [path for path in first if first[path] != other[path]] == [], name


def test_unavailable_days_and_a_person_observed_leave_no_trace(tmp_path: Path) -> None:
    lay(tmp_path, {})
    person = tmp_path / "data/people/le-van-c.yml"
    head, _, _ = person.read_text("utf-8").partition("không phân công:")
    person.write_text(head, "utf-8")
    assert comparable(exported(tmp_path)) == comparable(exported(SAMPLE))
    observed: list[Files] = []
    for who in ("hoang-van-e", "tran-thi-b"):
        root = lay(tmp_path / who, {})
        edited(
            root,
            f"{REPORTS}/giam-sat-thuong-xuyen/2020-03-26-thang-thanh-nien.md",
            "---\n\n",
            f"cán bộ: {who}\n---\n\n",
        )
        observed.append(exported(root))
    assert observed[0] == observed[1]


def test_a_shape_has_no_private_field_and_a_column_of_one_is_refused() -> None:
    unit = facts(SAMPLE).repository.units["doan-so-a"]
    assert "inspection_officer" not in shape(unit.replace(inspection_officer="Phạm Thị D"))
    with pytest.raises(KeyError, match="inspection_officer"):
        shape(unit, without=("inspection_officer",))  # what is never printed cannot be left out
    with pytest.raises(ValueError, match="not public: phụ trách kiểm tra"):
        headers("chi đoàn", Unit, "name", "inspection_officer")
    with pytest.raises(ValueError, match="not public: dự thay"):
        headers("chi đoàn", Item, "replaced_by")
