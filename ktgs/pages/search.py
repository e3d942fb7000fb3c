"""The page of search: what is typed is looked for by script; without it, the lists lead to everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.facts.facts import Facts
from ktgs.obligations.targets import Subject, ToPage

ADDRESS = "tim-kiem.html"
_LISTS = (
    ("Đơn vị", "units"),
    ("Cán bộ", "people"),
    ("Việc phải làm", "tasks"),
    ("Lịch", "calendar"),
    ("Các đợt kiểm tra, giám sát", "rounds"),
    ("Báo cáo", "reports"),
    ("Kiến nghị, đề xuất", "recommendations"),
    ("Tồn tại, hạn chế", "shortcomings"),
    ("Mô hình hay, cách làm hay", "good_practices"),
    ("Cách tính các việc", "rules"),
    ("Sổ tay", "huong-dan/index"),
)


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The one page; `lists`: where all that can be found is listed."""

    url: str
    title: str
    lists: tuple[Subject, ...]


def pages(_: Facts) -> Iterator[SearchPage]:
    """Yield the one page."""
    yield SearchPage(ADDRESS, "Tìm kiếm", tuple(Subject(name, ToPage(module)) for name, module in _LISTS))
