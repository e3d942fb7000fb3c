"""Everything that a reference may name, with what broken files may hold, so that one mistake is one message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from ktgs.records.base import FileRecord, Record
from ktgs.records.keys import (
    ActivityKey,
    BranchKey,
    Context,
    DocumentKey,
    EngagementKey,
    FindingKey,
    MeetingKey,
    TeamKey,
    TopicKey,
)
from ktgs.records.loading import Broken, record_kinds
from ktgs.records.report import Report
from ktgs.records.schema import schema, walk
from ktgs.records.team import Team
from ktgs.records.unit import Unit


class Names:
    """The keys of all records, by kind, and of the records in them that references may name."""

    def __init__(self, records: Iterable[FileRecord], broken: Sequence[Broken]) -> None:
        self._known: dict[str, dict[object, Record | None]] = {}
        for record in records:
            self._add(record.record_kind, record.key, record)
            if _holds_named(type(record)):
                for child in walk(record):
                    if child.referred_as and (key := child.key_in(record)):
                        self._add(child.referred_as, key, child)
            if isinstance(record, Team):
                for engagement in record.engagements:
                    for key in engagement.document_keys(record):
                        self._add(key.kind, key, engagement)
        self._broken: dict[str, set[object]] = {}
        for mark in broken:
            self._broken.setdefault(mark.record_kind, set()).add(mark.key)
            self._add(mark.record_kind, mark.key, None)
        self._broken_reports = {mark.id for mark in broken if issubclass(mark.kind, Report)}
        self._is_organization_broken = any(mark.record_kind == "organization" for mark in broken)

    def name_as(self, other: Names) -> bool:
        """Return whether every reference means the same among other names: the keys, units and broken files are."""
        units, of_other = self._known.get("unit", {}), other._known.get("unit", {})
        return (
            self._broken == other._broken
            and self._broken_reports == other._broken_reports
            and self._known.keys() == other._known.keys()
            and all(keys.keys() == other._known[kind].keys() for kind, keys in self._known.items())
            and all(unit is of_other[key] for key, unit in units.items())
        )

    def _add(self, kind: str, key: object, record: Record | None) -> None:
        self._known.setdefault(kind, {}).setdefault(key, record)

    def of(self, kind: str) -> Iterable[object]:
        """Return the keys of a kind."""
        return self._known.get(kind, {})

    def unit(self, unit_id: str) -> Unit | None:
        """Return the unit, None where it is not known or could not be read."""
        unit = self._known.get("unit", {}).get(unit_id)
        return unit if isinstance(unit, Unit) else None

    def has_plan(self, plan: str) -> bool:
        """Return whether there is a plan of that id, or a file that may hold it."""
        return plan in self._known.get("plan", {})

    def has(self, kind: str, key: object, context: Context) -> bool:
        """Return whether a key names something, or something that a broken file may hold."""
        if key is None:
            return False
        if key in self._known.get(kind, {}) or (kind == "body" and self._is_organization_broken):
            return True
        if isinstance(key, TopicKey | TeamKey) and not context.is_inside and not self.has_plan(context.plan):
            return key.plan == context.plan  # told where the plan is named
        return self._may_be_broken(key)

    def _may_be_broken(self, key: object) -> bool:
        match key:
            case ActivityKey() | TopicKey():
                return key.plan in self._broken.get("plan", ())
            case MeetingKey():
                return key.schedule_key in self._broken.get("schedule", ()) or key.plan in self._broken.get("plan", ())
            case BranchKey():
                return self.unit(key.unit) is None  # the unit itself is told, or broken
            case EngagementKey() | DocumentKey():
                return key.team_key in self._broken.get("team", ())
            case FindingKey():
                return key.report in self._broken_reports
        return False

    def word(self, kind: str) -> str:
        """Return the Vietnamese word for a kind of thing."""
        return _words()[kind]


@cache
def _words() -> dict[str, str]:
    words: dict[str, str] = {}
    for kind in record_kinds():
        words[kind.record_kind] = kind.record_title.lower()
        for inside in _classes_inside(kind):
            if inside.referred_as:
                words[inside.referred_as] = inside.referred_title
    return words


@cache
def _classes_inside(kind: type[Record]) -> frozenset[type[Record]]:
    inside = {field.child for field in schema(kind).children if field.child}
    return frozenset(inside.union(*map(_classes_inside, inside))) if inside else frozenset()


@cache
def _holds_named(kind: type[Record]) -> bool:
    return any(inside.referred_as for inside in _classes_inside(kind))
