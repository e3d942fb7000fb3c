"""Files and records written in a line or two, for what is asked of a repository."""

from __future__ import annotations

from typing import TypeVar

from ktgs.records.base import Record
from ktgs.source.reader import read_yaml

RecordT = TypeVar("RecordT", bound=Record)

PLAN = "data/plans/2020/46-kh-dtn"
REPORTS = "data/reports/2020"
BROKEN = "loại: [\n"
BROKEN_REPORT = f"---\n{BROKEN}---\n"


def made(kind: type[RecordT], *lines: str) -> RecordT:
    """Return the record that the lines of YAML give."""
    tree, problems = read_yaml("\n".join((*lines, "")).encode(), "data/made.yml")
    assert problems == ()
    return kind.model_validate(tree)


def _listed(key: str, items: tuple[str, ...]) -> tuple[str, ...]:
    return (f"{key}:", *(f"  - {{{item}}}" for item in items)) if items else ()


def _file(path: str, *lines: str) -> dict[str, str]:
    return {path: "\n".join((*lines, ""))}


def schedule(unit: str, month: str, *meetings: str) -> dict[str, str]:
    """Return a schedule's file; each meeting is a flow mapping without its place."""
    year, number = month.split("-")
    head = (f"đơn vị: {unit}", f"tháng: {number}/{year}", "ngày nhận: 18/03/2020")
    placed = tuple(f"{meeting}, địa điểm: Phòng họp" for meeting in meetings)
    return _file(f"{PLAN}/schedules/{month}/{unit}.yml", *head, *_listed("buổi", placed))


def assignment(month: str, *items: str) -> dict[str, str]:
    """Return a month's assignment, issued on the first of March; each item is a flow mapping."""
    year, number = month.split("-")
    head = (f"tháng: {number}/{year}", "ngày ban hành: 01/03/2020")
    return _file(f"{PLAN}/assignments/{month}.yml", *head, *_listed("phân công", items))


def team(name: str, activity: str, *engagements: str, members: tuple[str, ...] = ()) -> dict[str, str]:
    """Return a team's file; each engagement and member is a flow mapping."""
    head = (f"hoạt động: {activity}", f"tên: Đoàn {name}", "quyết định: []")
    joined = _listed("thành viên", members) or ("thành viên: []",)
    held = _listed("cuộc", engagements) or ("cuộc: []",)
    return _file(f"{PLAN}/teams/{name}.yml", *head, *joined, *held)


def notice(name: str, teams: str, *sendings: str) -> dict[str, str]:
    """Return a notice's file; each sending is a flow mapping."""
    head = ("ngày ban hành: 01/03/2020", f"đoàn kiểm tra: [{teams}]")
    return _file(f"{PLAN}/notices/{name}.yml", *head, *(_listed("gửi đến", sendings) or ("gửi đến: []",)))


def adjustment(name: str, *lines: str, kind: str = "điều chỉnh", decided: str = "01/03/2020") -> dict[str, str]:
    """Return an adjustment's file."""
    head = (f"loại: {kind}", f"ngày quyết định: {decided}", "người quyết định: Ban Thường vụ", "lý do: Mẫu")
    return _file(f"{PLAN}/adjustments/{name}.yml", *head, *lines)


def visit_report(name: str, *lines: str, attendees: str = "nguyen-van-a") -> dict[str, str]:
    """Return a visit report's file."""
    head = ("---", "loại: dự sinh hoạt", "người lập: nguyen-van-a", f"người dự: [{attendees}]")
    counts = ("số có mặt: 5", "tổng số đoàn viên: 6", "thành phần: Đoàn viên", "nội dung: Sinh hoạt")
    return _file(f"{REPORTS}/du-sinh-hoat/{name}.md", *head, *counts, *lines, "---")


def result_report(name: str, team: str, *lines: str) -> dict[str, str]:
    """Return a result report's file."""
    head = ("---", "loại: kết quả", f"đoàn kiểm tra: {team}", "người lập: vo-thi-g")
    return _file(f"{REPORTS}/ket-qua/{name}.md", *head, *lines, "---")


def observation(name: str, topic: str, day: str, *lines: str) -> dict[str, str]:
    """Return a file of regular supervision."""
    head = ("---", "loại: giám sát thường xuyên", f"chủ đề: {topic}", f"ngày: {day}", "người lập: vo-thi-g")
    return _file(f"{REPORTS}/giam-sat-thuong-xuyen/{name}.md", *head, *lines, "---")


def monthly(kind: str, name: str, month: str, *lines: str) -> dict[str, str]:
    """Return the file of a flash report (`nhanh`) or a summary (`tổng hợp`)."""
    folder = {"nhanh": "nhanh", "tổng hợp": "tong-hop"}[kind]
    head = ("---", f"loại: {kind}", f"tháng: {month}", "người lập: vo-thi-g")
    return _file(f"{REPORTS}/{folder}/{name}.md", *head, *lines, "---")


def follow_up(finding: str, *events: str) -> dict[str, str]:
    """Return the file of a finding's follow-up; each event is a flow mapping."""
    name = finding.replace("#", "-")
    return _file(
        f"{REPORTS}/follow-ups/{name}.yml", f"của: {finding}", *(_listed("diễn biến", events) or ("diễn biến: []",))
    )


def unit(name: str, *lines: str, kind: str = "đoàn cơ sở") -> dict[str, str]:
    """Return a unit's file."""
    head = (f"tên: Đơn vị {name}", f"loại: {kind}")
    begun = () if any(line.startswith("từ:") for line in lines) else ("từ: 01/01/2015",)
    return _file(f"data/units/{name}.yml", *head, *begun, *lines)
