"""Where the public half says that things stand: nowhere that tells of private lines above."""

from __future__ import annotations

from pathlib import Path

from ktgs.language.diagnostics import Code, Diagnostic, Place, Related
from ktgs.language.months import Month
from ktgs.records.assignment import Assignment
from ktgs.records.keys import AssignmentKey
from ktgs.records.person import Person
from ktgs.records.schema import walk
from ktgs.repository.public import publish, publish_diagnostics
from tests.opened import SAMPLE, repository_of, sample

ASSIGNMENT = "data/plans/2020/46-kh-dtn/assignments/2020-05.yml"
MAY = AssignmentKey("46-kh-dtn", Month(2020, 5))


def assigned_files(private: str, data_repository: str = "nội bộ") -> dict[str, str]:
    """Return May's assignment, with some lines in its first item, and who may read the data."""
    assignment = f"""\
tháng: 05/2020
ngày ban hành: 05/05/2020
phân công:
  - buổi: doan-so-a/b1
    cán bộ: tran-thi-b
{private}  - buổi: doan-so-a/b2
    cán bộ: le-van-c
số ký hiệu: 16-PC/ĐTN
"""
    organization = (SAMPLE / "data/organization.yml").read_text(encoding="utf-8")
    return {ASSIGNMENT: assignment, "data/organization.yml": f"{organization}kho dữ liệu: {data_repository}\n"}


def assigned_at(root: Path, private: str, data_repository: str = "nội bộ") -> list[str]:
    """Return where the public half says that May's assignment has its second item and its number."""
    found = publish(repository_of(root, assigned_files(private, data_repository))).assignments[MAY]
    places = found.where("issued_on"), found.items[1].where("person"), found.where("document_number")
    return [f"{place.line}:{place.column}" for place in places]


def test_places_do_not_tell_whose_item_has_more_lines(tmp_path: Path) -> None:
    absent = assigned_at(tmp_path, "    vắng: có lý do\n    lý do: Ốm\n")
    assert absent == assigned_at(tmp_path, "") == ["2:16", "3:1", "3:1"]
    assert assigned_at(tmp_path, "", "công khai") == ["2:16", "7:13", "8:13"]


def test_places_of_lists_without_private_fields_stay() -> None:
    whole = sample()
    seen = publish(whole)
    for before, after in zip(whole.every_record(), seen.every_record(), strict=True):
        if not isinstance(before, Assignment | Person):
            assert after.where() == before.where()
            held = [inside.where() for inside in walk(before)]
            assert [inside.where() for inside in walk(after)] == held[: len(held)]
    assert len([record for record in whole.every_record() if isinstance(record, Assignment)]) == 2


CODE = Code("X999", "Mẫu")


def problems(*lines: int) -> tuple[Diagnostic, ...]:
    """Return a problem at each line of May's assignment, the first line also related to another file."""
    other = Related(Place("data/units/doan-so-a.yml", 7, 3), "tệp khác")
    own = Related(Place(ASSIGNMENT, 9, 2), "cùng tệp")
    return tuple(CODE.at(Place(ASSIGNMENT, line, 5), f"dòng {line}", related=[other, own]) for line in lines)


def test_what_the_public_may_read_stands_where_the_public_half_has_it(tmp_path: Path) -> None:
    repository = repository_of(tmp_path, assigned_files(""))
    secret = CODE.at(Place(ASSIGNMENT, 5, 1), "kín", is_internal=True)
    elsewhere = CODE.at(Place("data/units/doan-so-a.yml", 9, 9), "nơi khác")
    shown = publish_diagnostics(repository, (*problems(8, 2), secret, elsewhere))
    assert [(problem.found, str(problem.place)) for problem in shown] == [
        ("dòng 2", f"{ASSIGNMENT}:2:5"),
        ("dòng 8", f"{ASSIGNMENT}:3:1"),
        ("nơi khác", "data/units/doan-so-a.yml:9:9"),
    ]
    assert [str(related.place) for related in shown[0].related] == ["data/units/doan-so-a.yml:7:3", f"{ASSIGNMENT}:3:1"]


def test_where_the_files_are_public_each_problem_keeps_its_place(tmp_path: Path) -> None:
    repository = repository_of(tmp_path, assigned_files("", "công khai"))
    secret = CODE.at(Place(ASSIGNMENT, 5, 1), "kín", is_internal=True)
    assert publish_diagnostics(repository, (*problems(8, 2), secret)) == problems(8, 2)
