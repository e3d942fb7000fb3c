"""What every template knows beside its own page: the site's name and day, the menu, links to pages and sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ktgs.addresses.declaring import Download, MenuGroup
from ktgs.addresses.hosts import Host
from ktgs.language.diagnostics import Place
from ktgs.obligations.key import ObligationKey
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.targets import Subject, Target, ToPage
from ktgs.records.keys import MeetingKey
from ktgs.repository.papers import Paper
from ktgs.repository.units import sub_unit_words
from ktgs.site.editing import EditLinks, Writing
from ktgs.site.menu import MenuItem, MenuSection, above, items
from ktgs.site.site import Site
from ktgs.site.sources import SourceLink
from ktgs.site.subscribing import Subscription, subscription

NOT_FOUND = "404.html"
_DEEPEST = 4  # folders above a page; an address that is not found is looked for no deeper
_SEARCH = "tim-kiem.html"


@dataclass(frozen=True, slots=True)
class Files:
    """The files that would meet or extend an obligation, or report on a meeting: what the site is asked of its key."""

    of: ObligationKey | MeetingKey


@dataclass(frozen=True)
class Shell:
    """What a template knows beside its page. `up` leads from the page to the site's root."""

    site: Site
    url: str
    title: str
    up: str = field(init=False)
    asked: set[object] = field(default_factory=set, init=False)  # what the site was asked about, see `page_keys`
    _told: dict[str, Place] = field(default_factory=dict, init=False)  # the first source of each file

    def __post_init__(self) -> None:
        # The page of addresses that are not found is shown at any address, so only absolute links work there.
        up = (self.site.site_url or "/") if self.url == NOT_FOUND else "../" * self.url.count("/")
        object.__setattr__(self, "up", up)

    @property
    def site_name(self) -> str:
        """The site's name."""
        return self.site.name

    @property
    def site_url(self) -> str:
        """Where the site is published, ending in `/`; empty where that is not known."""
        return self.site.site_url

    @property
    def asset_roots(self) -> tuple[str, ...]:
        """What leads to the assets: for the page of addresses that are not found also beside it, as it lies on disk."""
        return (self.up, "") if self.url == NOT_FOUND else (self.up,)

    @property
    def possible_roots(self) -> tuple[str, ...]:
        """What may lead to the site's root from an address that is not found; none where that is known."""
        return () if self.site.site_url else tuple("../" * up for up in range(_DEEPEST + 1))

    @property
    def organization(self) -> str:
        """The name of the body whose plans these are."""
        return self.site.facts.repository.organization.name

    @property
    def superior(self) -> str:
        """The name of whoever that body reports to."""
        return self.site.facts.repository.organization.superior

    @property
    def who_meets(self) -> str:
        """The heading of a column that says whose meeting one is."""
        return f"Đơn vị, {sub_unit_words(self.site.facts.repository)}"

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
    def is_of_its_day(self) -> bool:
        """Whether the page was built on the day that it speaks of."""
        return self.site.is_of_its_day

    @property
    def names_plans(self) -> bool:
        """Whether lists name the plan of each obligation: more than one plan has something open."""
        return len(self.site.facts.current_plans) > 1

    @property
    def is_internal(self) -> bool:
        """Whether the site is for those alone who may read the repository."""
        return self.site.facts.is_internal

    @property
    def tells_lines(self) -> bool:
        """Whether sources are told to the line."""
        return self.site.tells_lines

    @property
    def keep_going_errors(self) -> int:
        """How many errors of the data this site was built over; 0 for a sound one."""
        return self.site.errors

    @property
    def menu(self) -> tuple[MenuItem, ...]:
        """The main menu, as seen from this page."""
        return tuple(items(self.site.menus[MenuGroup.main], self.url, self.up))

    @property
    def more_menu(self) -> tuple[MenuSection, ...]:
        """The further menu, by groups."""
        return tuple(
            MenuSection(group.value, tuple(items(entries, self.url, self.up)))
            for group, entries in self.site.menus.items()
            if group is not MenuGroup.main and entries
        )

    @property
    def trail(self) -> tuple[MenuItem, ...]:
        """The pages that this one lies under, the first page first; none for the first page."""
        titles = self.site.short_titles
        return tuple(
            MenuItem(titles[address], self.to(address), False) for address in above(self.url) if address in titles
        )

    @property
    def search(self) -> str | None:
        """The link to the page of search, None where the site has none."""
        return self.to(_SEARCH) if self.site.has(_SEARCH) else None

    def share(self, key: str) -> str | None:
        """Return the public address at which the first page begins with a unit or person; None without a site's own."""
        kind, _, name = key.partition("/")
        return f"{self.site.site_url}index.html?{kind}={name}" if self.site.site_url else None

    def to(self, target: Target | str) -> str:
        """Return the link from this page to a target, or to a file of the site by its path from the root.

        Refuses (NoSuchPage) a target that no page answers: pages name only what there is.
        """
        return self.up + (target if isinstance(target, str) else self._address(target))

    def near(self, target: Target | str) -> str:
        """Return the same link as short as it can be, for grids of many: within this page, or from its own folder."""
        address = target if isinstance(target, str) else self._address(target)
        page, _, anchor = address.partition("#")
        if anchor and page == self.url:
            return f"#{anchor}"
        folder = self.url[: self.url.rfind("/") + 1]
        return address.removeprefix(folder) if folder and address.startswith(folder) else self.up + address

    def has(self, target: Target) -> bool:
        """Return whether the page of a target is there."""
        address = self._find(target)
        return address is not None and self.site.has(address)

    def page(self, name: str) -> str:
        """Return the link to the one page of a module of pages, or to a page of the handbook (`huong-dan/…`)."""
        return self.to(ToPage(name))

    def subject(self, subject: Subject) -> str | None:
        """Return the link to what a table names or counts, None where it has no page."""
        address = self._find(subject.target) if subject.target else None
        return self.up + address if address and self.site.has(address) else None

    def subscription(self, feed: Target | str, name: str) -> Subscription | None:
        """Return how a feed is subscribed to, None where the site has no published address of its own."""
        if not self.site.site_url or self.is_internal:
            return None
        path = feed if isinstance(feed, str) else self._address(feed)
        return subscription(self.site.site_url, path, name)

    def obligation(self, item: Obligation) -> str:
        """Return the link to an obligation."""
        return self.to(item.key)

    def clauses(self, item: Obligation) -> tuple[Subject, ...]:
        """Return the plan's clauses that an obligation follows from; none for one that a report sets."""
        self.asked.add(item.key)
        return self.site.clauses(item)

    def write(self, item: Obligation) -> Writing | None:
        """Return how an obligation is met, None where no one file would meet it."""
        self.asked.add(Files(item.key))
        return self.site.editing.write(item)

    def extend(self, item: Obligation) -> Writing | None:
        """Return how exactly this obligation is extended, None where it is not pressing or no decision can do it."""
        self.asked.add(Files(item.key))
        return self.site.editing.extend(item)

    def report(self, meeting: MeetingKey) -> Writing | None:
        """Return how somebody reports on a meeting that nobody has reported on, None where nobody owes that."""
        self.asked.add(Files(meeting))
        return self.site.editing.report(meeting)

    def _find(self, target: Target) -> str | None:
        self.asked.add(target)
        return self.site.links.find(target)

    def _address(self, target: Target) -> str:
        self.asked.add(target)
        return self.site.links.address(target)

    @property
    def downloads(self) -> Mapping[str, tuple[Download, ...]]:
        """What can be taken along, by kind (`feed`, `spreadsheet`, `data`)."""
        return self.site.links.downloads

    @property
    def host(self) -> Host | None:
        """Where the repository lies, if anywhere."""
        return self.site.host

    def editors(self, place: Place) -> EditLinks | None:
        """Return the ways into the file of a place, None where there is no host."""
        return self.site.editing.links(place)

    def source(self, place: Place, paper: Paper | None = None) -> SourceLink:
        """Return where a place is read; `paper`: which one, where the file records several.

        Its file is remembered among those that the page is made from.
        """
        self._told.setdefault(place.file, place)
        self.asked.add(place.file)
        return self.site.source(place, paper)

    @property
    def sources(self) -> tuple[EditLinks, ...]:
        """The ways into the files that the page has named so far, none where there is no host."""
        links = map(self.editors, self._told.values())
        return tuple(link for link in links if link)
