"""The changes that the comparison draws: files, days, statuses, decisions, units, terms, days off, closed years."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from tests.oracle.mutating import Mutator, after, files, put_first, remove, shift, term, unsure, written
from tests.oracle.oracle import obligations
from tests.oracle.reading import a_day, items, read, slug

_FAR = date(2026, 1, 1)
_FRIDAY = 4


def _draw(data: Path, pick: Random, *duties: str) -> dict[str, Any]:
    slugs = {slug(duty) for duty in duties}
    everything = obligations(data, _FAR).values()
    return pick.choice([it for it in everything if it["duty"] in slugs and it["due_on"]])


def _decision(kind: str, duty: str, *keys: str) -> Mutator:
    """Return what adds an extension or waiver decided about the due day, or the day of doing, of an obligation."""

    def mutate(data: Path, pick: Random) -> str:
        it = _draw(data, pick, duty)
        decided = pick.choice([it["due_on"], it["done_on"] or it["due_on"]]) + timedelta(pick.choice([-6, -1, 0, 1, 5]))
        plan, _, period, *rest = it["id"].split("/")
        party = rest[-1] if rest else None
        values = {"kỳ": period, "đơn vị": it["about_unit"], "đoàn kiểm tra": party, "cán bộ": party}
        lines = [f"loại: {kind}", f"việc: {duty}"]
        for key in keys:
            is_whole = pick.choice([True, False, False]) or not values[key]
            lines.append(f"{key}: tất cả" if is_whole else f"{key}: [{values[key]}]")
        if kind == "gia hạn":
            lines.append(f"hạn mới: {written(it['due_on'] + timedelta(pick.choice([-3, 4, 11])))}")
        return _decide(data, plan, decided, lines)

    return mutate


def _decide(data: Path, plan: str, decided: date, lines: list[str]) -> str:
    folder = files(data, f"plans/*/{plan}")[0] / "adjustments"
    folder.mkdir(exist_ok=True)
    path = folder / f"{decided}-thu.yml"
    path.write_text("người quyết định: Ban Thường vụ\nlý do: Thử\n", "utf-8")
    put_first(path, *lines, f"ngày quyết định: {written(decided)}")
    return "; ".join([*lines, str(decided)])


def _move_round(data: Path, pick: Random) -> str:
    plan = pick.choice(list(read(data).plans.values()))
    kinds = ("kiểm tra", "giám sát chuyên đề")
    activity = pick.choice([it for it in items(plan.tree, "hoạt động") if it["loại"] in kinds])
    end = a_day(activity["đến"]) if "đến" in activity else a_day(f"28/{activity['tháng']}")
    decided, start = (end + timedelta(pick.choice(days)) for days in ([-40, -12, 0, 3, 9, 40], [-9, 2, 20]))
    time = pick.choice(
        [
            [f"sang từ: {written(start)}", f"sang đến: {written(start + timedelta(11))}"],
            [f"sang tháng: {start + timedelta(31):%m/%Y}"],
            ["chưa ấn định: có"],
        ]
    )
    return _decide(data, plan.id, decided, ["loại: điều chỉnh", f"hoạt động: {activity['mã']}", *time])


def _end_unit(data: Path, pick: Random) -> str:
    units = [path for path in files(data, "units/*.yml") if "\nđến:" not in path.read_text("utf-8")]
    unit, successor = pick.sample(units, 2)
    year = max(plan.days[1].year for plan in read(data).plans.values())
    last = date(year, pick.randint(3, 10), pick.choice([15, 19, 28]))
    put_first(unit, f"đến: {written(last)}", *pick.choice([[], [f"sáp nhập vào: {successor.stem}"]]))
    return f"{unit.stem} until {last}"


def _day_off(data: Path, pick: Random) -> str:
    """Add a day off just before a due day: known for ever, or announced before it, on it, or when it is over."""
    it = _draw(data, pick, "thông báo", "báo cáo kết quả", "báo cáo dự sinh hoạt", "báo cáo tổng hợp")
    day = it["due_on"] - timedelta(pick.choice([0, 1, 2, 3]))
    while day.weekday() > _FRIDAY:
        day -= timedelta(1)
    announced = pick.choice([None, it["due_on"], day - timedelta(1), day - timedelta(6), day + timedelta(4)])
    lines = [f"  - ngày: {written(day)}", "    tên: Nghỉ đột xuất", "    căn cứ: Thử"]
    lines += [f"    ngày công bố: {written(announced)}"] if announced else []
    path = data / f"calendar/{day.year}.yml"
    path.write_text(path.read_text("utf-8").replace("ngày nghỉ:\n", "\n".join(["ngày nghỉ:", *lines, ""]), 1), "utf-8")
    return f"{day} off, announced {announced}; {it['id']} is due on {it['due_on']}"


def _close(data: Path, pick: Random) -> str:
    day = max(plan.days[1] for plan in read(data).plans.values()) - timedelta(pick.randint(1, 240))
    put_first(files(data, "plans/*/*/plan.md")[0], f"ngày khóa sổ: {written(day)}")
    return f"closed on {day}"


_SCHEDULES, _TEAMS = "plans/*/*/schedules/*/*.yml", "plans/*/*/teams/*.yml"
_NOTICES, _ASSIGNMENTS = "plans/*/*/notices/*.yml", "plans/*/*/assignments/*.yml"
_NEXT_WORKING_DAY = "gặp ngày nghỉ: sang ngày làm việc sau"

MUTATORS: dict[str, Mutator] = {
    "a schedule is removed": remove(_SCHEDULES),
    "a notice is removed": remove(_NOTICES),
    "an assignment is removed": remove(_ASSIGNMENTS),
    "an adjustment is removed": remove("plans/*/*/adjustments/*.yml"),
    "a report is removed": remove("reports/*/*/20*.md"),
    "a result report is removed": remove("reports/*/ket-qua/*.md"),
    "a follow-up is removed": remove("reports/*/follow-ups/*.yml"),
    "a schedule comes another day": shift(_SCHEDULES, "ngày nhận", 12),
    "a schedule comes on a day not known": unsure(_SCHEDULES, "ngày nhận"),
    "a schedule is incomplete": after(_SCHEDULES, "ngày nhận", "chưa đủ: có"),
    "a meeting is planned another day": shift(_SCHEDULES, "ngày", 5),
    "a meeting is postponed": after(_SCHEDULES, "địa điểm", "trạng thái: hoãn"),
    "a meeting is called off": after(_SCHEDULES, "địa điểm", "trạng thái: hủy"),
    "a meeting is moved": after(
        _SCHEDULES, "địa điểm", "dời:", "  - sang ngày: 29/05/2020", "    ngày báo: 04/05/2020"
    ),
    "a notice is sent another day": shift(_NOTICES, "ngày gửi", 12),
    "a notice is sent on a day not known": unsure(_NOTICES, "ngày gửi"),
    "a session is planned another day": shift(_TEAMS, "ngày", 4),
    "a session is held another day": shift(_TEAMS, "ngày tiến hành", 4),
    "a session is held on a day not known": unsure(_TEAMS, "ngày tiến hành"),
    "a session is postponed": after(_TEAMS, "ngày chọn", "trạng thái: hoãn"),
    "a session is called off": after(_TEAMS, "ngày chọn", "trạng thái: hủy"),
    "a unit is chosen another day": shift(_TEAMS, "ngày chọn", 12),
    "an invitation goes another day": shift(_TEAMS, "ngày mời", 8),
    "a document is due another day": shift(_TEAMS, "hạn", 8),
    "a document comes another day": shift(_TEAMS, "ngày nhận đủ", 8),
    "an assignment is issued another day": shift(_ASSIGNMENTS, "ngày ban hành", 6),
    "someone is absent": after(_ASSIGNMENTS, "cán bộ", "vắng: có lý do"),
    "someone attended": after(_ASSIGNMENTS, "cán bộ", "đã dự: có"),
    "a visit report is sent another day": shift("reports/*/du-sinh-hoat/*.md", "ngày gửi", 12),
    "a visit report is sent on a day not known": unsure("reports/*/du-sinh-hoat/*.md", "ngày gửi"),
    "a result report is confirmed another day": shift("reports/*/ket-qua/*.md", "ngày xác nhận", 5),
    "a result report is sent on a day not known": unsure("reports/*/ket-qua/*.md", "ngày gửi"),
    "a monthly report is sent another day": shift("reports/*/[nt]*/*.md", "ngày gửi", 12),
    "a recommendation is remedied another day": shift("reports/*/follow-ups/*.yml", "ngày", 12),
    "more time for a schedule": _decision("gia hạn", "gửi lịch sinh hoạt", "đơn vị", "kỳ"),
    "no schedule is needed": _decision("miễn", "gửi lịch sinh hoạt", "đơn vị", "kỳ"),
    "more time for a notice": _decision("gia hạn", "thông báo", "đơn vị", "kỳ"),
    "no notice is needed": _decision("miễn", "thông báo", "đơn vị", "kỳ"),
    "more time for a result report": _decision("gia hạn", "báo cáo kết quả", "đoàn kiểm tra", "kỳ"),
    "no result report is needed": _decision("miễn", "báo cáo kết quả", "đoàn kiểm tra", "kỳ"),
    "more time for a visit report": _decision("gia hạn", "báo cáo dự sinh hoạt", "đơn vị", "cán bộ", "kỳ"),
    "no visit report is needed": _decision("miễn", "báo cáo dự sinh hoạt", "đơn vị", "cán bộ", "kỳ"),
    "more time for a document": _decision("gia hạn", "tài liệu", "đơn vị", "kỳ"),
    "more time for a team decision": _decision("gia hạn", "quyết định thành lập đoàn", "đoàn kiểm tra", "kỳ"),
    "more time for an assignment": _decision("gia hạn", "phân công", "kỳ"),
    "more time for a round": _decision("gia hạn", "tiến hành đợt", "kỳ"),
    "more time for regular supervision": _decision("gia hạn", "giám sát thường xuyên"),
    "no summary is needed": _decision("miễn", "báo cáo tổng hợp", "kỳ"),
    "a round is moved": _move_round,
    "a unit ends": _end_unit,
    "a day off is added": _day_off,
    "the year is closed": _close,
    "another term for schedules": term(
        "gửi lịch sinh hoạt",
        *("ngày trong tháng: 19", "ngày trong tháng: 31", "kiểu: chậm nhất", "lịch của tháng: trong tháng"),
        _NEXT_WORKING_DAY,
    ),
    "another term for notices": term(
        "thông báo",
        *("số: 3", "đơn vị tính: ngày", "cách đếm: đủ ngày", "đơn vị bổ sung: tính từ đầu đợt"),
        f"đơn vị tính: ngày · số: 9 · {_NEXT_WORKING_DAY}",
    ),
    "another term for visit reports": term(
        "báo cáo dự sinh hoạt", "số: 5", "đơn vị tính: ngày", f"đơn vị tính: ngày · số: 11 · {_NEXT_WORKING_DAY}"
    ),
    "another term for result reports": term(
        "báo cáo kết quả", "số: 9", "đơn vị tính: ngày", "các bước: [xác nhận, gửi]", "các bước: [gửi]"
    ),
    "another term for team decisions": term(
        "quyết định thành lập đoàn",
        *("mốc: đầu đợt · số: 10 · đơn vị tính: ngày làm việc · chiều: trước", "kiểu: trước"),
        "mốc: buổi làm việc · số: 3 · đơn vị tính: ngày · chiều: trước",
    ),
    "another term for assignments": term(
        "phân công", "số: 2", "đơn vị tính: ngày làm việc", f"số: 3 · {_NEXT_WORKING_DAY}"
    ),
    "another term for documents": term(
        "tài liệu",
        "mốc: buổi làm việc · số: 2 · đơn vị tính: ngày làm việc · chiều: trước · cách đếm: tính cả ngày gửi",
    ),
}
