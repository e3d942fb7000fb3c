"""What all pages of a site share: the facts, which pages there are, where sources, links and clauses lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ktgs.addresses.clauses import clause_links
from ktgs.addresses.declaring import MenuGroup
from ktgs.addresses.hosts import Host
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Place, Severity
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.targets import Subject
from ktgs.records.organization import DataRepository
from ktgs.repository.papers import Paper, paper_in
from ktgs.site.editing import Editing
from ktgs.site.links import Links
from ktgs.site.menu import Entries, grouped
from ktgs.site.policy import PUBLISHED
from ktgs.site.sources import SourceLink


@dataclass(frozen=True)
class Site:
    """What all pages share. `addresses`: of every page that there is, `titles`: of those made from the data.

    `errors`: found in the data and built over; `policy`: what a browser may load and run. `host`: where the repository
    lies, if anywhere; `site_url`: where the site is published, ending in `/`, or empty.
    `is_of_its_day`: it speaks of the clock's day, on which it was built, not of one asked for or of a sample's.
    """

    name: str
    facts: Facts
    addresses: frozenset[str]
    host: Host | None = None
    site_url: str = ""
    errors: int = 0
    policy: str = PUBLISHED
    titles: Mapping[str, str] = field(default_factory=dict)
    is_of_its_day: bool = False

    def has(self, address: str) -> bool:
        """Return whether the page of an address is there."""
        return address.partition("#")[0] in self.addresses

    def source(self, place: Place, paper: Paper | None = None) -> SourceLink:
        """Return where a place is read, and the host's view of it: path and line, or the paper and the path alone.

        `paper`: which one, where the file records several.
        """
        place = place if place.line else self._first_problems.get(place.file, place)
        told = f"{place.file}:{place.line}" if place.line else place.file
        paper = None if place.line else paper or paper_in(self.facts.repository, place.file)
        text = f"{paper}, {told}" if paper else told
        return SourceLink(text, self.host.view(place.file, place.line) if self.host else None)

    @cached_property
    def _first_problems(self) -> dict[str, Place]:
        """Where the first error of each file stands, for those who may read that."""
        places: dict[str, Place] = {}
        for item in self.facts.diagnostics:
            if item.severity is Severity.error:
                places.setdefault(item.place.file, item.place)
        return places

    @property
    def tells_lines(self) -> bool:
        """Whether the readers may read the files that facts stand in, and so are told their lines."""
        is_open = self.facts.repository.organization.data_repository is DataRepository.public
        return self.facts.is_internal or is_open

    @cached_property
    def editing(self) -> Editing:
        """The ways into the files."""
        return Editing(self.facts, self.host)

    @cached_property
    def links(self) -> Links:
        """Where every target stands."""
        return Links(self.facts)

    def clauses(self, item: Obligation) -> tuple[Subject, ...]:
        """Return the plan's clauses that an obligation follows from; none for one that a report sets."""
        if not item.duty.needs_term:
            return ()
        key = item.plan.id, item.clause
        if key not in self._clauses:
            self._clauses[key] = clause_links(item.plan, item.clause.split(", "))
        return self._clauses[key]

    @cached_property
    def _clauses(self) -> dict[tuple[str, str], tuple[Subject, ...]]:
        return {}

    @cached_property
    def menus(self) -> Mapping[MenuGroup, Entries]:
        """The entries of the menu whose page exists, by group."""
        return grouped(self.links.menu, self.has)

    @cached_property
    def short_titles(self) -> Mapping[str, str]:
        """What a page is called where it is led to: by the menu, else by its own title."""
        entries = {address: text for group in self.menus.values() for text, address in group}
        return {**self.titles, **entries}
