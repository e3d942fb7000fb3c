"""What a page offers to whoever keeps the data: to edit a file, to see its history, to write what would meet a debt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ktgs.addresses.hosts import Host
from ktgs.facts.facts import Facts
from ktgs.forms.templates import draft
from ktgs.language.diagnostics import Place
from ktgs.obligations.meeting import would_extend, would_meet
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.wanted import Want
from ktgs.records.keys import MeetingKey


class EditLinks(NamedTuple):
    """A file, the host's editor of it, and the list of its changes."""

    file: str
    edit: str
    history: str


class Writing(NamedTuple):
    """What is to be written: the file, and where. `is_new`: there is no such file yet.

    `url` leads to where it is written, everything filled in; where that cannot be, `text` is to be copied, to where
    `start` leads if there is a host. A file that is there has no text.
    """

    path: str
    is_new: bool
    url: str | None = None
    start: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Editing:
    """The ways into the files of a repository, at its host if it has one."""

    facts: Facts
    host: Host | None

    def links(self, place: Place) -> EditLinks | None:
        """Return the ways into the file of a place, None where there is no host."""
        file = place.file
        return EditLinks(file, self.host.edit(file), self.host.history(file)) if self.host else None

    def write(self, item: Obligation) -> Writing | None:
        """Return how an obligation is met, None where no one file would meet it."""
        return self._written(would_meet(self.facts.repository, item))

    def extend(self, item: Obligation) -> Writing | None:
        """Return how exactly this obligation is extended, None where it is not pressing or no decision can do it."""
        return self._written(would_extend(self.facts.repository, item)) if item.is_pressing else None

    def report(self, meeting: MeetingKey) -> Writing | None:
        """Return how somebody reports on a meeting that nobody has reported on, None where nobody owes that."""
        return self._written(self.facts.report_wanted(meeting))

    def _written(self, want: Want) -> Writing | None:
        if want is None:
            return None
        if isinstance(want, Place):
            return Writing(want.file, is_new=False, url=self.host.edit(want.file) if self.host else None)
        path, text = draft(self.facts.repository, want)
        url = self.host.begin_with(path, text) if self.host else None
        if url:
            return Writing(path, is_new=True, url=url)
        return Writing(path, is_new=True, start=self.host.begin(path) if self.host else None, text=text)
