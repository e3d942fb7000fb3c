"""All that happened at a unit or is announced there."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.addresses.views import made_once
from ktgs.facts.facts import Facts
from ktgs.pages import _timeline
from ktgs.pages._timeline import Happening
from ktgs.pages._unit_index import UnitIndex, unit_index
from ktgs.records.unit import Unit


def happenings(index: UnitIndex, unit: Unit) -> Iterator[Happening]:
    """Yield every line of the unit's timeline, in no order."""
    yield from _timeline.of_meetings(index.repository, index.repository.meetings_by_unit.get(unit.id, ()))
    yield from recorded(index.facts, unit)


@made_once
def recorded(facts: Facts, unit: Unit) -> tuple[Happening, ...]:
    """Return all but the meetings, which a schedule only announces."""
    return tuple(_recorded(unit_index(facts), unit))


def _recorded(index: UnitIndex, unit: Unit) -> Iterator[Happening]:
    repository, engagements = index.repository, index.engagements.get(unit.id, ())
    rounds = dict.fromkeys(engagement.team.activity for engagement in engagements)
    yield from _timeline.of_history(repository, unit, index.merged.get(unit.id, ()))
    yield from _timeline.of_schedules(index.schedules.get(unit.id, ()))
    yield from _timeline.of_reports(repository, unit.id, index.observations.get(unit.id, ()))
    yield from _timeline.of_engagements(repository, engagements)
    yield from _timeline.of_notices(repository, unit.id, rounds)
    yield from _timeline.of_findings((*index.findings.get(unit.id, ()), *index.inherited.get(unit.id, ())))
