"""The office's monthly papers: the flash report on absences and the summary of visits."""

from datetime import date
from statistics import fmean

from benchmarks.generator.dates import dmy, last_of_month, month_folder, month_name
from benchmarks.generator.model import Item, World
from benchmarks.generator.phrases import bank
from benchmarks.generator.writer import Fields, as_markdown

_SUPERIOR = "Ban Thường vụ Thành đoàn"
_DAYS_ALLOWED = 10  # working days after the month, by the office's reading
_SUMMARY: dict[int, tuple[str, int]] = {  # month: number, working days after the month; August's is missing
    3: ("21-BC/ĐTN", 9),
    4: ("26-BC/ĐTN", 8),
    5: ("33 - BC/ĐTN", 12),
    6: ("42-BC/ĐTN", 16),
    7: ("47-BC/ĐTN", 7),
    9: ("58-BC/ĐTN", 8),
}
_FLASH: dict[int, tuple[str, int]] = {  # September's is missing
    3: ("22-BC/ĐTN", 10),
    4: ("27-BC/ĐTN", 9),
    6: ("41-BC/ĐTN", 10),
    7: ("49-BC/ĐTN", 12),
}
_LED = ("Tình hình tham dự", "Số buổi, số lượt", "Kết quả đi cơ sở")


def monthly_papers(world: World) -> list[tuple[str, str]]:
    """Return path and text of each monthly paper that was sent by the sample's day."""
    papers = []
    for month, items in world.items.items():
        absent = [item for item in items if item.outcome in ("excused", "unexcused")]
        if month in _FLASH and absent:
            papers.append(_paper(world, month, "nhanh", _FLASH[month], _flash_text(items, absent)))
        if month in _SUMMARY:
            papers.append(_paper(world, month, "tong-hop", _SUMMARY[month], _summary_text(world, month)))
    return [paper for paper in papers if paper[0]]


def _paper(world: World, month: int, folder: str, numbered: tuple[str, int], text: str) -> tuple[str, str]:
    number, days = numbered
    sent_on = world.calendar.after(last_of_month(month), days)
    if sent_on > world.as_of:
        return "", ""
    fields: Fields = {
        "loại": "nhanh" if folder == "nhanh" else "tổng hợp",
        "số ký hiệu": number,
        "ngày ban hành": dmy(world.calendar.at_or_before(_day_before(sent_on)) if days % 2 else sent_on),
        "người lập": "le-van-u" if month < 7 or folder == "nhanh" else "pham-thi-v",
        "ngày gửi": dmy(sent_on),
        "nơi nhận": [_SUPERIOR],
        "tháng": month_name(month),
    }
    name = f"{sent_on:%Y-%m-%d}-{folder}-{month_folder(month)}"
    return f"reports/2020/{folder}/{name}.md", as_markdown(fields, text)


def _day_before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


def _flash_text(items: list[Item], absent: list[Item]) -> str:
    month = items[0].meeting.month
    excused = sum(item.outcome == "excused" for item in absent)
    rows = "\n".join(
        f"| {item.person.name} | {item.meeting.unit.name} | {dmy(item.meeting.last_on)} | "
        f"{'Có lý do: ' + item.reason if item.reason else 'Không lý do'} |"
        for item in absent
    )
    return (
        f"Tháng {month_name(month)}, Đoàn Khối phân công {len(items)} lượt dự sinh hoạt. Số lượt vắng: {len(absent)}, "
        f"trong đó có lý do {excused}, không lý do {len(absent) - excused}.\n\n"
        f"| Đồng chí được phân công | Đơn vị | Ngày | Lý do |\n| --- | --- | --- | --- |\n{rows}"
    )


def _summary_text(world: World, month: int) -> str:
    items = world.items[month]
    visits = [visit for visit in world.visits if visit.meeting.month == month]
    meetings = {visit.meeting.key for visit in visits}
    units = {visit.meeting.unit.id for visit in visits}
    cancelled = len({item.meeting.key for item in items if item.meeting.status})
    per_visit = fmean(len(visit.attendees) for visit in visits)
    lines = [
        f"Số lượt phân công: {len(items)}, tại {len({item.meeting.key for item in items})} buổi.",
        f"Số buổi có cán bộ về dự: {len(meetings)}, tại {len(units)} đơn vị.",
        f"Số buổi có phân công bị hoãn, hủy: {cancelled}.",
        f"Bình quân {per_visit:.1f} người dự mỗi báo cáo.".replace(".", ",", 1),
    ]
    figures = "\n".join(f"- {line}" for line in lines)
    return (
        f"# Tổng hợp đi cơ sở tháng {month_name(month)}\n\n## {_LED[month % len(_LED)]}\n\n{figures}\n\n"
        f"## Nhận xét\n\n{bank('_nhan_xet_thang')[str(month)][0]}"
    )
