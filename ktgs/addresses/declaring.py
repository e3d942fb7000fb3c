"""What a page or an export declares of itself: where it stands, its place in the menu, its line on the downloads page.

A module of `pages/` or `exports/` may hold

- `ADDRESS = "don-vi/index.html"`: the address of its one page, found by `ToPage("<module>")`;
- `ADDRESSES = {ToUnit: address, …}`: for each class of targets it answers, a function of facts and target that returns
  the address (with `#anchor` where it is a place on a page), None where there is none;
- `MENU = MenuEntry(…)`: its place in the menu (five are `MenuGroup.main`);
- `DOWNLOADS = (Download(…), …)`: its lines on the downloads page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from ktgs.facts.facts import Facts
from ktgs.obligations.targets import Target

Address = Callable[[Facts, Any], str | None]


class MenuGroup(Enum):
    """Where an entry stands in the menu; the value is the group's heading. `main` stays in sight on a wide screen."""

    main = "Trang chính"
    work = "Theo dõi"
    data = "Dữ liệu, cách dùng"


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A page's entry: its words, its rank within its group.

    `target` says where it leads, without it to the module's one page; None where there is nothing to lead to.
    """

    text: str
    order: int
    group: MenuGroup = MenuGroup.work
    target: Callable[[Facts], Target | None] | None = None


class DownloadKind(Enum):
    """What kind of file can be taken along."""

    feed = "ics"
    spreadsheet = "csv"
    data = "json"


@dataclass(frozen=True, slots=True)
class Download:
    """A file that can be taken along, and what it holds, as a sentence without its full stop."""

    kind: DownloadKind
    path: str
    about: str
    order: int
