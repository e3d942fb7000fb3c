"""What can be taken along: calendar feeds, spreadsheets, JSON files, with a sentence on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses import addresses
from ktgs.facts.facts import Facts

FEEDS = (
    (addresses.FEED, "mọi việc: đợt, cuộc kiểm tra, giám sát, buổi sinh hoạt, hạn, ngày nghỉ và ngày làm bù"),
    (addresses.FEED_OF_DEADLINES, "chỉ các hạn"),
)
SPREADSHEETS = (
    ("viec-phai-lam", "mỗi dòng một việc phải làm: ai làm, hạn, trạng thái, ghi tại tệp và dòng nào"),
    ("don-vi", "mỗi dòng một đơn vị đã hoặc đang hoạt động"),
    ("lich-sinh-hoat", "mỗi dòng một buổi sinh hoạt theo lần báo sau cùng, với người được phân công"),
    ("bao-cao-du-sinh-hoat", "mỗi dòng một báo cáo dự sinh hoạt"),
    ("kien-nghi", "mỗi dòng một kiến nghị, đề xuất: trạng thái, số ngày, đến lượt ai"),
    ("do-phu", "mỗi dòng một đơn vị đang hoạt động: bao lâu chưa được dự, chưa được kiểm tra, giám sát"),
)
JSON_FILES = (
    ("index", "danh sách các tệp dưới đây"),
    ("organization", "tổ chức ban hành kế hoạch và các cơ quan"),
    ("people", "cán bộ, nơi công tác, chức vụ"),
    ("units", "đơn vị, chi đoàn, lịch sử của đơn vị"),
    ("plans", "kế hoạch: việc phải làm, hoạt động, chủ đề, điều chỉnh"),
    ("rounds", "đợt kiểm tra, giám sát: đoàn, cuộc, thông báo"),
    ("meetings", "lịch sinh hoạt và các buổi"),
    ("obligations", "việc phải làm, như lệnh ktgs due in ra"),
    ("reports", "báo cáo và những điều đã ghi nhận"),
    ("recommendations", "kiến nghị, đề xuất: trạng thái, số ngày, đến lượt ai"),
    ("figures", "số liệu, với những gì mỗi con số đếm"),
)


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the site and what it holds."""

    path: str
    about: str


@dataclass(frozen=True, slots=True)
class DownloadsPage:
    """The one page. `documentation` is the handbook's page on every key and column."""

    url: str
    title: str
    feeds: tuple[Download, ...]
    units: str
    people: str
    spreadsheets: tuple[Download, ...]
    json_files: tuple[Download, ...]
    documentation: str


def pages(_facts: Facts) -> Iterator[DownloadsPage]:
    """Yield the one page."""
    yield DownloadsPage(
        addresses.DOWNLOADS,
        "Tải về",
        tuple(Download(path, about) for path, about in FEEDS),
        addresses.UNITS,
        addresses.PEOPLE,
        tuple(Download(addresses.spreadsheet(name), about) for name, about in SPREADSHEETS),
        tuple(Download(addresses.api(name), about) for name, about in JSON_FILES),
        addresses.HANDBOOK_OF_DOWNLOADS,
    )
