"""What every template knows beside its own page: the site's name and day, the menu, links to pages and sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple
from urllib.parse import quote

from ktgs.addresses import addresses
from ktgs.addresses.clauses import Link, links
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Subject
from ktgs.site.policy import PUBLISHED

MAIN_MENU = (
    ("Tổng quan", addresses.HOME),
    ("Lịch", addresses.CALENDAR),
    ("Việc phải làm", addresses.TASKS),
    ("Tình hình thực hiện", addresses.COMPLIANCE),
    ("Đợt kiểm tra, giám sát", addresses.ROUNDS),
    ("Đơn vị", addresses.UNITS),
    ("Cán bộ", addresses.PEOPLE),
    ("Báo cáo", addresses.REPORTS),
    ("Kiến nghị, đề xuất", addresses.RECOMMENDATIONS),
    ("Sổ tay", addresses.HANDBOOK),
)
MORE_MENU = (
    ("Tổng hợp theo tháng", addresses.MONTHS),
    ("Số liệu", addresses.FIGURES),
    ("Mô hình hay, cách làm hay", addresses.GOOD_PRACTICES),
    ("Tồn tại, hạn chế", addresses.SHORTCOMINGS),
    ("Cách tính", addresses.RULES),
    ("Thông báo lỗi", addresses.CODES),
    ("Tình trạng dữ liệu", addresses.PROBLEMS),
    ("Tải về", addresses.DOWNLOADS),
)


class SourceLink(NamedTuple):
    """Where a fact stands: `data/units/doan-so-a.yml:3`, and the host's view of that line where there is a host."""

    text: str
    url: str | None


class MenuItem(NamedTuple):
    """An entry of a menu; `is_current`: the page shown lies under it."""

    text: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class Site:
    """What all pages share. `addresses`: of every page that there is; `errors`: found in the data and built over.

    `repo_url`: the repository at its host, `site_url`: where the site is published, ending in `/`; both may be empty.
    `policy`: what a browser may load and run.
    """

    name: str
    facts: Facts
    addresses: frozenset[str]
    repo_url: str = ""
    site_url: str = ""
    errors: int = 0
    policy: str = PUBLISHED

    def has(self, address: str) -> bool:
        """Return whether the page of an address is there."""
        return address.partition("#")[0] in self.addresses

    def source(self, place: Place) -> SourceLink:
        """Return where a place is read: its path and line, and the host's view of that line."""
        text = f"{place.file}:{place.line}"
        return SourceLink(text, self.repo_url + _view(self.repo_url, place) if self.repo_url else None)

    def clauses(self, item: Obligation) -> tuple[Link, ...]:
        """Return the plan's clauses that an obligation follows from; none for one that a report sets."""
        if not item.duty.needs_term:
            return ()
        key = item.plan.id, item.clause
        if key not in self._clauses:
            self._clauses[key] = links(item.plan, item.clause.split(", "))
        return self._clauses[key]

    @cached_property
    def _clauses(self) -> dict[tuple[str, str], tuple[Link, ...]]:
        return {}

    @cached_property
    def menus(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The main menu with the plan that matters most, and the further one: entries whose page exists."""
        plans = sorted(self.facts.repository.plans.values(), key=lambda plan: (plan.issued_on, plan.id))
        current = [plan for plan in plans if plan.in_force(self.facts.today)] or plans
        plan = [("Kế hoạch", addresses.plan(current[-1].id))] if current else []
        main = (*MAIN_MENU[:4], *plan, *MAIN_MENU[4:])
        return tuple(tuple(item for item in menu if self.has(item[1])) for menu in (main, MORE_MENU))


def _view(repo_url: str, place: Place) -> str:
    """Return the host's address of a line, after the repository's: GitHub's form unless the host has another."""
    file = quote(place.file)
    if "gitlab" in repo_url:
        return f"/-/blob/HEAD/{file}#L{place.line}"
    if "bitbucket" in repo_url:
        return f"/src/HEAD/{file}#lines-{place.line}"
    plain = "?plain=1" if file.endswith(".md") else ""  # else the host renders it and has no lines
    return f"/blob/HEAD/{file}{plain}#L{place.line}"


@dataclass(frozen=True)
class Shell:
    """What a template knows beside its page. `up` leads from the page to the site's root."""

    site: Site
    url: str
    title: str
    up: str = field(init=False)

    def __post_init__(self) -> None:
        # The page of addresses that are not found is shown at any address, so only absolute links work there.
        up = (self.site.site_url or "/") if self.url == addresses.NOT_FOUND else "../" * self.url.count("/")
        object.__setattr__(self, "up", up)

    @property
    def site_name(self) -> str:
        """The site's name."""
        return self.site.name

    @property
    def organization(self) -> str:
        """The name of the body whose plans these are."""
        return self.site.facts.repository.organization.name

    @property
    def policy(self) -> str:
        """What a browser may load and run for this page."""
        return self.site.policy

    @property
    def today(self) -> date:
        """The day that all states and counts speak of."""
        return self.site.facts.today

    @property
    def is_sample(self) -> bool:
        """Whether the data is a sample: units, people and all that happened are invented."""
        return self.site.facts.repository.organization.sample_as_of is not None

    @property
    def keep_going_errors(self) -> int:
        """How many errors of the data this site was built over; 0 for a sound one."""
        return self.site.errors

    @property
    def menu(self) -> tuple[MenuItem, ...]:
        """The main menu, as seen from this page."""
        return tuple(self._items(self.site.menus[0]))

    @property
    def more_menu(self) -> tuple[MenuItem, ...]:
        """The further menu of the page's foot."""
        return tuple(self._items(self.site.menus[1]))

    def _items(self, menu: tuple[tuple[str, str], ...]) -> Iterator[MenuItem]:
        for text, address in menu:
            folder, _, name = address.rpartition("/")
            is_current = address == self.url or (name == "index.html" and self.url.startswith(f"{folder}/"))
            yield MenuItem(text, self.to(address), is_current)

    def to(self, address: str) -> str:
        """Return the link from this page to an address of `ktgs.addresses.addresses` or a file of the site."""
        return self.up + address

    def subject(self, subject: Subject) -> str | None:
        """Return the link to what a table names or counts, None where it has no page."""
        address = addresses.address_of(self.site.facts, subject)
        return self.to(address) if address and self.site.has(address) else None

    def obligation(self, item: Obligation) -> str:
        """Return the link to an obligation."""
        return self.to(addresses.obligation(item))

    def clauses(self, item: Obligation) -> tuple[Link, ...]:
        """Return the plan's clauses that an obligation follows from; none for one that a report sets."""
        return self.site.clauses(item)

    def source(self, place: Place) -> SourceLink:
        """Return where a place is read."""
        return self.site.source(place)
