"""The units: their invented names, branches and history."""

from datetime import date
from random import Random

from benchmarks.generator.dates import dmy
from benchmarks.generator.model import Branch, Person, Unit
from benchmarks.generator.people import letters
from benchmarks.generator.writer import Fields, Value
from ktgs.language.text import slug

_KINDS = (
    "Đoàn Sở",
    "Đoàn Trường",
    "Chi đoàn Ban",
    "Đoàn Sở",
    "Đoàn Trung tâm",
    "Chi đoàn Hội",
    "Đoàn Sở",
    "Đoàn Ban",
    "Đoàn Viện",
    "Chi đoàn Chi cục",
    "Đoàn Trường",
)
_CLUSTERS = ("Cụm 1", "Cụm 2", "Cụm 3", "Cụm 4", "Cụm 5", "Cụm 6")
_ROOMS = ("Văn phòng", "Thanh tra", "Kế hoạch – Tài chính", "Nghiệp vụ", "Tổng hợp")
_OFFICERS = ("Phó Bí thư phụ trách kiểm tra", "Ủy viên Ban Chấp hành")
_PUNCTUALITY = ("always",) * 11 + ("mostly",) * 6 + ("seldom",) * 3
_HANDOVER = date(2020, 6, 1)
_TERM_START = date(2017, 10, 20)
UNITS_NEEDED = 66  # the story names units up to there


def make_units(how_many: int, random: Random) -> list[Unit]:
    """Return the units; what the story needs of some is set in `_history`."""
    used: dict[str, int] = {}
    units = []
    for index in range(how_many):
        kind = _KINDS[index % len(_KINDS)]
        agency = kind.removeprefix("Chi đoàn ").removeprefix("Đoàn ")
        name = f"{kind} {letters(used.get(agency, 0))}"
        used[agency] = used.get(agency, 0) + 1
        branches = [] if kind.startswith("Chi đoàn") else _branches(kind, random)
        members = sum(branch.members for branch in branches) or random.randint(9, 34)
        punctuality = random.choice(_PUNCTUALITY)
        random.randrange(4)  # drawn no more, and left so that a seed gives the year that it always gave
        units.append(Unit(index, slug(name), name, branches, members, punctuality))
    _history(units)
    return units


def _branches(kind: str, random: Random) -> list[Branch]:
    how_many = random.randint(2, 5)
    if "Trường" in kind:
        return [Branch(f"chi-doan-{n}", f"Chi đoàn {n}", random.randint(22, 48)) for n in range(1, how_many + 1)]
    if random.random() < 0.3:
        rooms = random.sample(_ROOMS, min(how_many, len(_ROOMS)))
        return [Branch(slug(room), f"Chi đoàn {room}", random.randint(7, 19)) for room in rooms]
    return [Branch(f"chi-doan-{n}", f"Chi đoàn {n}", random.randint(8, 27)) for n in range(1, how_many + 1)]


def _history(units: list[Unit]) -> None:
    """Set what happened to some units: renamed, merged, created, transferred, a branch dissolved and one set up."""
    by_id = {unit.id: unit for unit in units}
    for story_unit in ("doan-so-a", "doan-so-b", "doan-so-c", "doan-so-d", "doan-truong-b", "doan-vien-a", "doan-so-h"):
        unit = by_id[story_unit]  # the story names their branches
        unit.branches = [Branch(f"chi-doan-{n}", f"Chi đoàn {n}", 11 + 4 * n) for n in range(1, 4)]
        unit.members = sum(branch.members for branch in unit.branches)
    by_id["doan-so-d"].extra = {"tên cũ": [{"tên": "Đoàn Chi cục Đ", "đến": "30/04/2020"}]}
    merged = by_id["doan-trung-tam-b"]
    merged.ends_on, merged.extra = date(2020, 6, 30), {"sáp nhập vào": "doan-so-e"}
    created = by_id["doan-truong-d"]
    created.starts_on = date(2020, 8, 1)
    created.extra = {"chuyển đến từ": "Đoàn cấp huyện (minh họa)"}
    by_id["doan-so-h"].branches[2].ends_on = date(2020, 6, 30)
    by_id["doan-so-h"].branches.append(Branch("chi-doan-4", "Chi đoàn 4", 12, date(2020, 7, 1)))


def _followers(unit: Unit, people: list[Person]) -> list[Value]:
    """Return who follows the unit; two members of the executive committee hand over on 01/06/2020."""
    steady = [people[index] for index in (0, 1, 3, 5, 6, 8, 12, 14, 17, 20)] + people[24:]
    if unit.index % 11 == 4:
        return [
            {"cán bộ": people[15].id, "từ": dmy(_TERM_START), "đến": "31/05/2020"},
            {"cán bộ": people[16].id, "từ": dmy(_HANDOVER)},
        ]
    return [{"cán bộ": steady[unit.index % len(steady)].id, "từ": "01/03/2020"}]


def unit_fields(unit: Unit, people: list[Person]) -> Fields:
    """Return the record of a unit."""
    fields: Fields = {"tên": unit.name}
    if unit.index % 5 == 1:
        fields["tên ngắn"] = unit.name.replace("Chi đoàn ", "CĐ ").replace("Đoàn ", "Đ. ")
    if "tên cũ" in unit.extra:
        fields["tên cũ"] = unit.extra["tên cũ"]
    fields["loại"] = "đoàn cơ sở" if unit.is_union else "chi đoàn cơ sở"
    fields["cụm"] = _CLUSTERS[unit.index % len(_CLUSTERS)]
    fields["số đoàn viên"] = unit.members
    agency = unit.name.removeprefix("Chi đoàn ").removeprefix("Đoàn ")
    fields["cấp ủy"] = ("Đảng ủy " if unit.is_union else "Chi bộ ") + agency
    if unit.index % 2:
        fields["phụ trách kiểm tra"] = _OFFICERS[unit.index % 4 // 2]
    fields["cán bộ theo dõi"] = _followers(unit, people)
    if unit.branches:
        fields["chi đoàn"] = [_branch_fields(branch) for branch in unit.branches]
    fields["từ"] = dmy(unit.starts_on)
    if unit.ends_on:
        fields["đến"] = dmy(unit.ends_on)
    fields |= {key: value for key, value in unit.extra.items() if key != "tên cũ"}
    return fields


def _branch_fields(branch: Branch) -> Fields:
    fields: Fields = {"mã": branch.code, "tên": branch.name}
    if branch.starts_on:
        fields["từ"] = dmy(branch.starts_on)
    if branch.ends_on:
        fields["đến"] = dmy(branch.ends_on)
    fields["số đoàn viên"] = branch.members
    return fields
