"""Units with their sub-units: one row a sub-unit, those of one unit below each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ktgs.importers._groups import RowGroup, beside, differing, free_id, groups, refuse_swapped
from ktgs.importers._people_named import people_in
from ktgs.intake.job import Importer, Job, Sheeting
from ktgs.intake.outcome import WrittenFile
from ktgs.language.text import fold, vietnamese_key
from ktgs.records.unit import Unit
from ktgs.repository.called import branch_names, called, unit_names
from ktgs.repository.marks import broken_units
from ktgs.repository.naming import person_name
from ktgs.repository.repository import Repository
from ktgs.tables.columns import CellForm, Column, SheetTable
from ktgs.writing.editing import Append, Change, Put

_DAYS = ("from", "to", "branch_from", "branch_to", "former_to", "followed_from", "followed_to")


def columns(repository: Repository) -> tuple[Column, ...]:
    """Return the columns in the order of the sheet that is sent out."""
    words = repository.organization.sub_unit_words or ("đơn vị trực thuộc",)
    word = words[0]
    kinds = tuple(kind.name for kind in repository.organization.unit_kinds)
    day = CellForm.day
    return (
        Column("name", "đơn vị", ("tên", "tên đơn vị", "tên đầy đủ"), carries=True, about="tên đầy đủ của đơn vị"),
        Column("id", "mã", ("mã đơn vị",), about="mã đã ghi; đơn vị mới thì để trống"),
        Column("short", "tên ngắn", ("tên gọi tắt", "tên tắt"), about="tên gọi tắt"),
        Column("kind", "loại", ("loại đơn vị", "loại hình"), form=CellForm.choice, words=kinds, about="loại đơn vị"),
        Column("cluster", "cụm", ("khối", "cụm thi đua"), about="cụm hoặc khối thi đua"),
        Column("members", "số đoàn viên", ("tổng số đoàn viên",), form=CellForm.count, about="của cả đơn vị"),
        Column("party", "cấp ủy", about="cấp ủy lãnh đạo trực tiếp"),
        Column("from", "từ", ("từ ngày", "ngày thành lập"), form=day, about="ngày thành lập hoặc bắt đầu theo dõi"),
        Column("to", "đến", ("đến ngày",), form=day, about="ngày cuối cùng còn hoạt động"),
        Column("merged", "sáp nhập vào", form=CellForm.unit, about="đơn vị nhận sáp nhập"),
        Column("came", "chuyển đến từ", about="nơi chuyển đến"),
        Column("branch", word, (f"tên {word}", *words[1:], "đơn vị trực thuộc"), about="mỗi dòng một nơi"),
        Column("branch_id", f"mã {word}", about="mã đã ghi; mới thì để trống"),
        Column(
            "branch_members", f"số đoàn viên {word}", (f"đoàn viên {word}",), form=CellForm.count, about="của nơi ấy"
        ),
        Column("branch_from", f"{word} từ", form=day, about="từ ngày"),
        Column("branch_to", f"{word} đến", form=day, about="đến hết ngày"),
        Column("former", "tên cũ", about="tên trước đây của đơn vị"),
        Column("former_to", "tên cũ đến", form=day, about="dùng tên cũ đến hết ngày"),
        Column("follower", "cán bộ theo dõi", ("theo dõi",), about="cán bộ theo dõi đơn vị"),
        Column("followed_from", "theo dõi từ", form=day, about="từ ngày"),
        Column("followed_to", "theo dõi đến", form=day, about="đến hết ngày"),
    )


def take(job: Job, table: SheetTable) -> None:
    """Add the units that are new, and what is new of those that are there."""
    refuse_swapped(job, table, _DAYS)
    units = job.repository.units
    taken = {*units, *broken_units(job.repository)}
    for group in groups(job, table, "name"):
        told = len(job.reading.problems)
        given = group.one(job, "id", job.reading.id)
        found: tuple[str, ...] = (
            (given,) if given and given in units else called(group.name, unit_names(units.values()))
        )
        if len(found) > 1:
            options = {one: f"{units[one].name} ({one})" for one in found}
            question = f"Có {len(found)} đơn vị tên “{group.name}”: đơn vị nào?"
            chosen = job.choose(group.rows[0].spot, question, options, "Ghi mã đơn vị.")
            found = (chosen,) if chosen else ()
        values = _values(job, group)
        lists = _lists(job, group, units.get(found[0]) if found else None)
        if len(job.reading.problems) > told:
            job.remarks.append(f"{group.name} chưa được ghi: có ô chưa đọc được (xem trên).")
        elif found:
            _change(job, units[found[0]], group, values, lists)
        else:
            new = given or free_id(group.name, taken)
            taken.add(new)
            _new(job, group, new, values, lists)


def _values(job: Job, group: RowGroup) -> dict[str, tuple[str, Any]]:
    """Return field names and values of the unit itself, by key."""
    reading = job.reading
    merged = group.one(job, "merged", reading.text)
    into = called(merged, unit_names(job.repository.units.values())) if merged else ()
    if merged and len(into) != 1:
        job.reading.refuse(group.rows[0].spot, f"“{group.name}” sáp nhập vào đơn vị chưa rõ.", "Ghi mã đơn vị nhận.")
    return {
        "tên ngắn": ("short_name", group.one(job, "short", reading.text)),
        "loại": ("kind", group.one(job, "kind", reading.text)),
        "cụm": ("cluster", group.one(job, "cluster", reading.text)),
        "số đoàn viên": ("member_count", group.one(job, "members", reading.count)),
        "cấp ủy": ("party_committee", group.one(job, "party", reading.text)),
        "từ": ("valid_from", group.one(job, "from", reading.day)),
        "đến": ("valid_to", group.one(job, "to", reading.day)),
        "sáp nhập vào": ("merged_into", into[0] if len(into) == 1 else None),
        "chuyển đến từ": ("transferred_from", group.one(job, "came", reading.text)),
    }


def _lists(job: Job, group: RowGroup, there: Unit | None) -> dict[str, list[dict[str, Any]]]:
    """Return what the rows add to the lists of the unit."""
    reading = job.reading
    branches: list[dict[str, Any]] = []
    former: list[dict[str, Any]] = []
    followers: list[dict[str, Any]] = []
    for row in group.rows:
        if "branch" in row.own and (name := reading.text(row, "branch")):
            known = called(name, branch_names(job.repository, there.id)) if there else ()
            taken = [branch["mã"] for branch in branches]
            id = reading.id(row, "branch_id") or (known[0] if len(known) == 1 else free_id(name, taken))
            members, first, last = (
                reading.count(row, "branch_members"),
                reading.day(row, "branch_from"),
                reading.day(row, "branch_to"),
            )
            branches.append({"mã": id, "tên": name, "số đoàn viên": members, "từ": first, "đến": last})
        if "former" in row.own:
            former.append({"tên": reading.text(row, "former"), "đến": reading.day(row, "former_to")})
        if "follower" in row.own:
            first, last = reading.day(row, "followed_from"), reading.day(row, "followed_to")
            followers += [{"cán bộ": who, "từ": first, "đến": last} for who in people_in(job, row, "follower")]
    return {"tên cũ": former, "cán bộ theo dõi": followers, "": branches}


def _new(
    job: Job, group: RowGroup, id: str, values: dict[str, tuple[str, Any]], lists: dict[str, list[dict[str, Any]]]
) -> None:
    given = {key: value for key, (_, value) in values.items()}
    lacking = [key for key in ("loại", "từ") if given[key] is None]
    organization = job.repository.organization
    if lacking:
        job.reading.refuse(group.rows[0].spot, f"Đơn vị mới “{group.name}” thiếu {' và '.join(lacking)}.", "Điền thêm.")
        return
    word = organization.sub_unit_word(str(given["loại"]))
    if lists[""] and not word:
        kind = f"Đơn vị loại “{given['loại']}” không có đơn vị trực thuộc."
        job.reading.refuse(group.rows[0].spot, kind, "Sửa loại, hoặc bỏ đơn vị trực thuộc.")
        return
    rows = {key or word: items for key, items in lists.items() if items}
    told = tuple(f"{row['tên']}" for row in lists[""]) or ("đơn vị mới",)
    record = {"tên": group.name, **given, **rows}
    job.records.append(WrittenFile(Unit, f"data/{Unit.path.format(id=id)}", f"Đơn vị: {group.name}", told, record))


def _change(
    job: Job, there: Unit, group: RowGroup, values: dict[str, tuple[str, Any]], lists: dict[str, list[dict[str, Any]]]
) -> None:
    changes: list[Change] = [Put((key,), value) for key, value in differing(there, values).items()]
    names = unit_names([there])[there.id]
    if fold(group.name) not in map(fold, (there.id, *names)) and not called(group.name, {there.id: names}):
        if not any(fold(row["tên"] or "") == fold(there.name) for row in lists["tên cũ"]):
            cure = "Ghi tên đang dùng ở cột “Tên cũ” và ngày cuối ở cột “Tên cũ đến”."
            job.reading.refuse(group.rows[0].spot, f"“{there.name}” đổi tên thành “{group.name}” từ ngày nào?", cure)
            return
        changes.append(Put(("tên",), group.name))
    word = job.repository.organization.sub_unit_word(there.kind)
    changes += _branch_changes(there, lists[""], word)
    former = [
        row for row in lists["tên cũ"] if fold(row["tên"] or "") not in {fold(old.name) for old in there.former_names}
    ]
    known = {(one.person, one.valid_from) for one in there.followed_by}
    followers = [row for row in lists["cán bộ theo dõi"] if (row["cán bộ"], row["từ"]) not in known]
    changes += [Append((key,), rows) for key, rows in (("tên cũ", former), ("cán bộ theo dõi", followers)) if rows]
    if not changes:
        job.same += 1
        return
    told = tuple(dict.fromkeys(f"sửa {change.path[0]}" for change in changes))
    job.records.append(WrittenFile(Unit, there.file, f"Đơn vị: {there.name}", told, changes=tuple(changes)))


def _branch_changes(there: Unit, branches: list[dict[str, Any]], word: str) -> Iterator[Change]:
    places = {branch.id: place for place, branch in enumerate(there.branches)}
    fields = {"tên": "name", "số đoàn viên": "member_count", "từ": "valid_from", "đến": "valid_to"}
    for branch in branches:
        place = places.get(branch["mã"])
        if place is not None:
            values = {key: (name, branch[key]) for key, name in fields.items()}
            if branch["tên"] and called(branch["tên"], {branch["mã"]: (there.branches[place].name,)}):
                values.pop("tên")  # the same name, put another way
            for key, value in differing(there.branches[place], values).items():
                yield Put((word, place, key), value)
    if new := [branch for branch in branches if branch["mã"] not in places]:
        yield Append((word,), new)


def rows(sheeting: Sheeting) -> Iterator[dict[str, Any]]:
    """Yield the rows of every unit that was ever followed, in Vietnamese order of name."""
    if sheeting.is_empty:
        return
    every = sheeting.repository.units.values()
    for unit in sorted(every, key=lambda unit: vietnamese_key(unit.name)):
        if sheeting.unit in (None, unit.id):
            yield from ({"name": unit.name, **row} for row in _rows(sheeting.repository, unit))


def _rows(repository: Repository, unit: Unit) -> list[dict[str, Any]]:
    own = {
        "id": unit.id,
        "short": unit.short_name,
        "kind": unit.kind,
        "cluster": unit.cluster,
        "members": unit.member_count,
        "party": unit.party_committee,
        "from": unit.valid_from,
        "to": unit.valid_to,
        "merged": unit.merged_into,
        "came": unit.transferred_from,
    }
    branches = [
        {
            "branch": branch.name,
            "branch_id": branch.id,
            "branch_members": branch.member_count,
            "branch_from": branch.valid_from,
            "branch_to": branch.valid_to,
        }
        for branch in unit.branches
    ]
    former = [{"former": old.name, "former_to": old.valid_to} for old in unit.former_names]
    followers = [
        {"follower": person_name(repository, one.person), "followed_from": one.valid_from, "followed_to": one.valid_to}
        for one in unit.followed_by
    ]
    return beside([own], branches, former, followers)


IMPORTER = Importer("don-vi", "Đơn vị", columns, take, rows, is_monthly=False)
