"""Officers with their positions: one row a position, those of one person below each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ktgs.importers._groups import RowGroup, beside, differing, free_id, groups, refuse_swapped
from ktgs.intake.job import Importer, Job, Sheeting
from ktgs.intake.outcome import WrittenFile
from ktgs.language.text import person_key
from ktgs.language.vocabulary import choices, read_word
from ktgs.records.person import Person, Position, Tenure, Workplace
from ktgs.repository.called import called, person_names, unit_names
from ktgs.repository.marks import broken_of
from ktgs.repository.naming import body, unit_name
from ktgs.repository.repository import Repository
from ktgs.tables.columns import CellForm, Column, SheetRow, SheetTable
from ktgs.writing.editing import Append, Change, Put

_DAYS = ("from", "to", "work_from", "work_to")


def columns(repository: Repository) -> tuple[Column, ...]:
    """Return the columns in the order of the sheet that is sent out."""
    bodies = tuple(one.short for one in repository.organization.bodies)
    day, tenure = CellForm.day, choices(Tenure)
    return (
        Column("name", "họ tên", ("họ và tên", "cán bộ", "tên"), carries=True, about="họ và tên"),
        Column("id", "mã", ("mã cán bộ",), about="mã đã ghi; người mới thì để trống"),
        Column("body", "cơ quan", ("ban",), form=CellForm.choice, words=bodies, about="cơ quan mà chức danh thuộc về"),
        Column("title", "chức danh", ("chức vụ",), about="ví dụ Bí thư, Ủy viên; mỗi dòng một chức danh"),
        Column("from", "từ", ("từ ngày", "giữ chức từ"), form=day, about="giữ chức từ ngày"),
        Column("to", "đến", ("đến ngày", "giữ chức đến"), form=day, about="giữ chức đến hết ngày"),
        Column("tenure", "hình thức giữ chức", form=CellForm.choice, words=tenure, about="bầu, chỉ định hay lâm thời"),
        Column("work", "nơi công tác", ("đơn vị", "đơn vị công tác"), form=CellForm.unit, about="đơn vị nơi công tác"),
        Column("work_from", "công tác từ", form=day, about="công tác ở đó từ ngày"),
        Column("work_to", "công tác đến", form=day, about="công tác ở đó đến hết ngày"),
        Column("contact", "số liên hệ", ("số điện thoại", "điện thoại", "sđt", "email"), is_sent=False),
    )


def take(job: Job, table: SheetTable) -> None:
    """Add the people who are new, and the positions and workplaces that are new of those who are there."""
    refuse_swapped(job, table, _DAYS)
    people = job.repository.people
    taken = {*people, *(mark.id for mark in broken_of(job.repository, Person))}
    for group in groups(job, table, "name"):
        told = len(job.reading.problems)
        given = group.one(job, "id", job.reading.id)
        found: tuple[str, ...] = (
            (given,) if given and given in people else called(group.name, person_names(job.repository))
        )
        if len(found) > 1:
            options = {one: f"{people[one].full_name} ({one})" for one in found}
            question = f"Có {len(found)} cán bộ tên “{group.name}”: ai?"
            chosen = job.choose(group.rows[0].spot, question, options, "Ghi mã cán bộ.")
            found = (chosen,) if chosen else ()
        positions = [_position(job, row) for row in group.rows if row.own & {"body", "title"}]
        works = [_work(job, row) for row in group.rows if "work" in row.own]
        if len(job.reading.problems) > told:
            job.remarks.append(f"{group.name} chưa được ghi: có ô chưa đọc được (xem trên).")
        elif found:
            _change(job, people[found[0]], positions, works)
        elif not positions:
            job.reading.refuse(
                group.rows[0].spot, f"Cán bộ mới “{group.name}” thiếu cơ quan và chức danh.", "Điền thêm."
            )
        else:
            new = given or free_id(group.name, taken)
            taken.add(new)
            _new(job, group, new, positions, works)


def _position(job: Job, row: SheetRow) -> dict[str, Any]:
    reading = job.reading
    named, title = reading.text(row, "body"), reading.text(row, "title")
    bodies = {one.id: (one.short, one.name) for one in job.repository.organization.bodies}
    found = called(named, bodies) if named else ()
    if named and len(found) != 1:
        known = ", ".join(short for short, _ in bodies.values())
        reading.refuse(row.cells["body"].spot, f"Không có cơ quan {row.cells['body'].quoted}.", f"Dùng: {known}.")
    elif not named or not title:
        reading.refuse(row.spot, f"Thiếu {'chức danh' if named else 'cơ quan'}.", "Điền thêm.")
    words = reading.text(row, "tenure")
    tenure = read_word(Tenure, words) if words else None
    if words and tenure is None:
        cell = row.cells["tenure"]
        reading.refuse(
            cell.spot, f"{cell.quoted} không phải hình thức giữ chức.", f"Dùng: {', '.join(choices(Tenure))}."
        )
    return {
        "cơ quan": found[0] if len(found) == 1 else None,
        "chức danh": title,
        "từ": reading.day(row, "from") if "from" in row.own else None,
        "đến": reading.day(row, "to") if "to" in row.own else None,
        "hình thức giữ chức": tenure,
    }


def _work(job: Job, row: SheetRow) -> dict[str, Any]:
    text = job.reading.text(row, "work")
    found = called(text, unit_names(job.repository.units.values())) if text else ()
    if text and len(found) != 1:
        cell = row.cells["work"]
        job.reading.refuse(cell.spot, f"Chưa rõ đơn vị {cell.quoted}.", "Ghi tên như đã có, hoặc mã đơn vị.")
    first, last = job.reading.day(row, "work_from"), job.reading.day(row, "work_to")
    return {"đơn vị": found[0] if len(found) == 1 else None, "từ": first, "đến": last}


def _new(job: Job, group: RowGroup, id: str, positions: list[dict[str, Any]], works: list[dict[str, Any]]) -> None:
    record = {"họ tên": group.name, "nơi công tác": works, "chức vụ": positions}
    told = tuple(f"{one['chức danh']} ({one['cơ quan']})" for one in positions)
    job.records.append(WrittenFile(Person, f"data/{Person.path.format(id=id)}", f"Cán bộ: {group.name}", told, record))


def _change(job: Job, there: Person, positions: list[dict[str, Any]], works: list[dict[str, Any]]) -> None:
    changes: list[Change] = []
    new: list[dict[str, Any]] = []
    for row in positions:
        place = next((n for n, one in enumerate(there.positions) if _is_position(one, row)), None)
        if place is None:
            new.append(row)
            continue
        fields = {"đến": ("valid_to", row["đến"]), "hình thức giữ chức": ("tenure", row["hình thức giữ chức"])}
        changes += [
            Put(("chức vụ", place, key), value) for key, value in differing(there.positions[place], fields).items()
        ]
    if new:
        changes.append(Append(("chức vụ",), new))
    more = [row for row in works if not any(_is_work(one, row) for one in there.workplaces)]
    if more:
        changes.append(Append(("nơi công tác",), more))
    if not changes:
        job.same += 1
        return
    told = tuple(f"{row['chức danh']} ({row['cơ quan']})" for row in new) or ("sửa thời gian",)
    job.records.append(WrittenFile(Person, there.file, f"Cán bộ: {there.full_name}", told, changes=tuple(changes)))


def _is_position(there: Position, row: dict[str, Any]) -> bool:
    """Return whether a row is about a seat that is recorded: the same, since the same day where it gives one."""
    is_seat = (there.body, there.title) == (row["cơ quan"], row["chức danh"])
    return is_seat and row["từ"] in (None, there.valid_from)


def _is_work(there: Workplace, row: dict[str, Any]) -> bool:
    return there.unit == row["đơn vị"] and row["từ"] in (None, there.valid_from)


def rows(sheeting: Sheeting) -> Iterator[dict[str, Any]]:
    """Yield the rows of every person, by given name."""
    if sheeting.is_empty:
        return
    for person in sorted(sheeting.repository.people.values(), key=lambda person: person_key(person.full_name)):
        if sheeting.unit is None or any(one.unit == sheeting.unit for one in person.workplaces):
            yield from ({"name": person.full_name, **row} for row in _rows(sheeting.repository, person))


def _rows(repository: Repository, person: Person) -> list[dict[str, Any]]:
    positions = [
        {
            "body": holder.short if (holder := body(repository, one.body)) else one.body,
            "title": one.title,
            "from": one.valid_from,
            "to": one.valid_to,
            "tenure": str(one.tenure) if one.tenure else None,
        }
        for one in person.positions
    ]
    works = [
        {"work": unit_name(repository, one.unit), "work_from": one.valid_from, "work_to": one.valid_to}
        for one in person.workplaces
    ]
    return beside([{"id": person.id}], positions, works)


IMPORTER = Importer("can-bo", "Cán bộ", columns, take, rows, is_monthly=False)
