"""What changed, as an Atom feed: the dated facts of the data, the latest first; its times come from the data alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper, slug
from ktgs.obligations.targets import Subject, Target, ToUnit
from ktgs.pages._timeline import Happening
from ktgs.pages._unit_timeline import recorded
from ktgs.records.unit import Unit
from ktgs.repository.linked import grouped

ADDRESS = "thay-doi.xml"
_MOST = 100  # entries; what is older stands on the pages


@dataclass(frozen=True, slots=True)
class DatedChange:
    """One entry; `id` names it for ever: unit, day and words."""

    id: str
    on: date
    title: str
    target: Target


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """The one feed; `id` is the body's, `on` the day of its latest change, the page's own where there is none."""

    url: str
    title: str
    id: str
    on: date
    author: str
    changes: tuple[DatedChange, ...]


def pages(facts: Facts) -> Iterator[ChangesPage]:
    """Yield the one feed."""
    organization = facts.repository.organization
    latest = tuple(islice(_latest(facts), _MOST))
    yield ChangesPage(
        url=ADDRESS,
        title="Thay đổi gần đây" + (" (nội bộ)" if facts.is_internal else ""),
        id=f"urn:ktgs:{organization.own_id}",
        on=latest[0].on if latest else facts.today,
        author=organization.name,
        changes=latest,
    )


def _latest(facts: Facts) -> Iterator[DatedChange]:
    """Yield the changes, the latest day first, each day's in the order of their ids, of which none comes twice."""
    body, units = facts.repository.organization.own_id, facts.repository.units.values()
    by_day = grouped((found.on, (unit, found)) for unit in units for found in recorded(facts, unit))
    for day in sorted((day for day in by_day if day <= facts.today), reverse=True):
        changes = (_change(body, unit, found) for unit, found in by_day[day])
        every = {change.id: change for change in changes}
        yield from (every[name] for name in sorted(every))


def _change(body: str, unit: Unit, found: Happening) -> DatedChange:
    words = ": ".join(part for part in (found.words, found.subject.name if found.subject else "") if part)
    target = _target(found.subject) or ToUnit(unit.id)
    name = f"urn:ktgs:{body}:{unit.id}:{found.on.isoformat()}:{slug(words)}"
    return DatedChange(name, found.on, f"{unit.name_on(found.on)}: {first_upper(words)}", target)


def _target(subject: Subject | None) -> Target | None:
    return subject.target if subject else None
