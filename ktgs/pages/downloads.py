"""What can be taken along: calendar feeds, spreadsheets, JSON files; exports declare them with a sentence on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.declaring import MenuEntry, MenuGroup
from ktgs.facts.facts import Facts

ADDRESS = "tai-ve.html"
MENU = MenuEntry("Tải về", 50, MenuGroup.data)


_OF_THE_PUBLIC_HALF = "Những tệp này được lập từ cùng dữ liệu công khai như các trang."
_OF_ALL = (
    "Những tệp này được lập từ toàn bộ dữ liệu, như các trang nội bộ: có cả điều không công khai, không gửi ra ngoài."
)


@dataclass(frozen=True, slots=True)
class DownloadsPage:
    """The one page; `about`: from which data the files are made."""

    url: str
    title: str
    about: str


def pages(facts: Facts) -> Iterator[DownloadsPage]:
    """Yield the one page."""
    yield DownloadsPage(ADDRESS, "Tải về", _OF_ALL if facts.is_internal else _OF_THE_PUBLIC_HALF)
