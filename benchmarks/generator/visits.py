"""Visit reports as records: figures, findings and text."""

from collections.abc import Mapping, Sequence
from datetime import date

from benchmarks.generator.dates import clock, dmy
from benchmarks.generator.model import Visit, World
from benchmarks.generator.phrases import COMMON, contents
from benchmarks.generator.prose import body
from benchmarks.generator.writer import Fields, Value

_TOPICS = {
    "thang_thanh_nien": "thang-thanh-nien",
    "ky_nghi_hong": "ky-nghi-hong",
    "hoc_tap_nghi_quyet": "kh-61a",
    "kien_toan_to_chuc": "ren-luyen-can-bo",
    "so_ket_xep_loai": "chuong-trinh-2020",
    "ket_nap_doan_vien": "nq-02",
}
_SPREAD = ("Đăng trang thông tin Đoàn Khối", "Giới thiệu tại giao ban bí thư", "Gửi thư tới các chi đoàn")
_OFFICE = "Văn phòng Đoàn Khối"


def make_reports(world: World) -> list[tuple[str, Fields, str]]:
    """Return id, record and text of every visit report, in order of day."""
    reports = []
    used: dict[str, int] = {}
    for visit in sorted(world.visits, key=lambda visit: (visit.meeting.last_on, visit.meeting.key)):
        meeting = visit.meeting
        name = f"{meeting.last_on:%Y-%m-%d}-{meeting.unit.id}"
        if meeting.branch:
            name += f"-{meeting.branch.code}"
        used[name] = used.get(name, 0) + 1
        if used[name] > 1:
            name += f"-{used[name]}"
        fields, text = _fields(world, visit), body(world, visit)
        if not meeting.unit.is_union:
            fields, text = {key: _below_the_bloc(value) for key, value in fields.items()}, _of_the_bloc(text)
        reports.append((name, fields, text))
    return reports


def _of_the_bloc(text: str) -> str:
    """Return what is written of a chi đoàn cơ sở: right above it stands the bloc, and no Đoàn cơ sở."""
    return text.replace("Đoàn cơ sở", "Đoàn Khối")


def _below_the_bloc(value: Value) -> Value:
    if isinstance(value, str):
        return _of_the_bloc(value)
    if isinstance(value, Mapping):
        return {key: _below_the_bloc(item) for key, item in value.items()}
    return [_below_the_bloc(item) for item in value] if isinstance(value, Sequence) else value


def _fields(world: World, visit: Visit) -> Fields:
    random, meeting = world.random, visit.meeting
    fields: Fields = {"loại": "dự sinh hoạt", "người lập": visit.attendees[0].id}
    if not visit.sent_is_known:
        fields["ngày gửi"] = "chưa rõ"
    elif visit.sent_on:
        fields["ngày gửi"] = dmy(visit.sent_on)
    if random.random() < 0.4:
        fields["nơi nhận"] = [_OFFICE]
    if visit.scheduled:
        fields["buổi"] = meeting.key
    else:
        fields["đơn vị"] = meeting.unit.id
        if meeting.branch:
            fields["chi đoàn"] = meeting.branch.code
        fields |= {"ngày": dmy(meeting.on), "giờ": clock(meeting.minutes)}
    if visit.held_on:
        fields["ngày tiến hành"] = dmy(visit.held_on)
    fields["người dự"] = [person.id for person in visit.attendees]
    members = meeting.branch.members if meeting.branch else meeting.unit.members
    if meeting.unit.is_union and not meeting.branch:
        members = max(9, members // 2)  # the committee and the branches' secretaries with some members
    fields["số có mặt"] = visit.present or max(3, round(members * random.uniform(0.62, 1.0)))
    fields["tổng số đoàn viên"] = members
    fields["thành phần"] = world.decks.deal(COMMON, "thành phần")[0]
    fields["nội dung"] = _content(world, visit)
    if meeting.theme in _TOPICS and random.random() < 0.6:
        fields["chủ đề giám sát"] = [_TOPICS[meeting.theme]]
    if random.random() < 0.4:
        fields["tình hình tư tưởng"] = world.decks.deal(COMMON, "tư tưởng")[0]
    return fields | _findings(world, meeting.theme, _day_known(world, visit))


def _day_known(world: World, visit: Visit) -> date:
    return visit.sent_on or world.as_of


def _content(world: World, visit: Visit) -> str:
    """Return what the meeting was about: as announced, or with something added that only the visitor knows."""
    random, meeting = world.random, visit.meeting
    announced = meeting.content
    others = [text for text in contents(meeting.theme, meeting.month) if text != announced]
    if others and ": " not in announced and random.random() < 0.5:
        other = random.choice(others)
        return f"{announced}; {other[0].lower()}{other[1:]}"
    return announced


def _findings(world: World, theme: str, sent_on: date) -> Fields:
    """Return the lists of findings that a visitor fills in; each may be missing."""
    random, decks = world.random, world.decks
    fields: Fields = {}
    strengths = decks.deal(theme, "ưu điểm", random.choice((0, 1, 1, 2)))
    if strengths:
        fields["ưu điểm"] = _numbered("ud", [{"nội dung": text} for text in strengths])
    if random.random() < 0.35:
        practice: Fields = {"nội dung": decks.deal(theme, "mô hình hay")[0]}
        spread_on = world.calendar.after(sent_on, random.randint(4, 15))
        if random.random() < 0.4 and spread_on <= world.as_of:
            practice["nhân rộng"] = [{"ngày": dmy(spread_on), "cách": random.choice(_SPREAD)}]
        fields["mô hình hay"] = _numbered("mh", [practice])
    if random.random() < 0.45:
        fields["khó khăn"] = _numbered("kk", [{"nội dung": text} for text in decks.deal(theme, "khó khăn")])
    shortcomings = decks.deal(theme, "tồn tại, hạn chế", random.choice((0, 0, 1, 1, 2)))
    if shortcomings:
        rows: list[Fields] = []
        for line in shortcomings:
            text, _, cause = line.partition(" | ")
            rows.append({"nội dung": text, "nguyên nhân": cause} if random.random() < 0.8 else {"nội dung": text})
        fields["tồn tại, hạn chế"] = _numbered("tt", rows)
    if random.random() < 0.4:
        text, _, addressee = decks.deal(theme, "đề xuất")[0].partition(" | ")
        fields["đề xuất"] = _numbered("dx", [{"nội dung": text, "gửi": addressee}])
    return fields


def _numbered(prefix: str, rows: list[Fields]) -> list[Value]:
    """Return the findings with their codes, the full stop of a sentence left off as in any list."""
    return [
        {"mã": f"{prefix}{number}", **row, "nội dung": str(row["nội dung"]).rstrip(".")}
        for number, row in enumerate(rows, 1)
    ]
