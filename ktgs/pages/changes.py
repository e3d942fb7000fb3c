"""What changed, as an Atom feed: the dated facts of the data, the latest first; its times come from the data alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ktgs.facts.facts import Facts
from ktgs.language.text import first_upper, slug
from ktgs.obligations.targets import Subject, Target, ToUnit
from ktgs.pages._timeline import Happening
from ktgs.pages._unit_index import unit_index
from ktgs.pages._unit_timeline import recorded
from ktgs.records.unit import Unit

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
    index, organization = unit_index(facts), facts.repository.organization
    every = {
        change.id: change
        for unit in facts.repository.units.values()
        for found in recorded(index, unit)
        if found.on <= facts.today
        for change in (_change(organization.own_id, unit, found),)
    }
    ordered = sorted(every.values(), key=lambda change: change.id)
    latest = sorted(ordered, key=lambda change: change.on, reverse=True)[:_MOST]
    yield ChangesPage(
        url=ADDRESS,
        title="Thay đổi gần đây" + (" (nội bộ)" if facts.is_internal else ""),
        id=f"urn:ktgs:{organization.own_id}",
        on=latest[0].on if latest else facts.today,
        author=organization.name,
        changes=tuple(latest),
    )


def _change(body: str, unit: Unit, found: Happening) -> DatedChange:
    words = ": ".join(part for part in (found.words, found.subject.name if found.subject else "") if part)
    target = _target(found.subject) or ToUnit(unit.id)
    name = f"urn:ktgs:{body}:{unit.id}:{found.on.isoformat()}:{slug(words)}"
    return DatedChange(name, found.on, f"{unit.name_on(found.on)}: {first_upper(words)}", target)


def _target(subject: Subject | None) -> Target | None:
    return subject.target if subject else None
