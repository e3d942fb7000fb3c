"""What a page is made of, as a few bytes: its values, and the site's answers to all that its template may ask of them.

A template asks the site only about what its page holds: where a target stands, what meets an obligation, in which paper
a fact stands. The answers are part of the key. Of a page that asked about something else no key may be kept, which
`PageKey.covers` tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from io import BytesIO
from operator import attrgetter
from pathlib import Path
from pickle import HIGHEST_PROTOCOL, Pickler
from typing import Any, get_args

from ktgs.language.diagnostics import Place
from ktgs.language.scanning import modules
from ktgs.obligations.obligation import Duty, Obligation
from ktgs.obligations.targets import Target, ToPage
from ktgs.records.base import FileRecord, Record
from ktgs.records.keys import MeetingKey
from ktgs.reuse.fingerprints import digest, of_paths
from ktgs.site.links import HANDBOOK_FOLDER
from ktgs.site.menu import above
from ktgs.site.shell import Files, Shell
from ktgs.site.site import Site
from ktgs.source.tree import Places


@dataclass(frozen=True, slots=True)
class PageKey:
    """The fingerprint of a value, what it holds that a template may ask about, and the keys of what it holds whole."""

    digest: bytes
    holds: frozenset[object]
    parts: tuple[PageKey, ...] = ()

    def covers(self, asked: set[object]) -> bool:
        """Return whether the site's answers to all that was asked are part of the key."""
        left = {item for item in asked - self.holds if not isinstance(item, ToPage)}  # the frame knows those
        return all(any(item in part.holds for part in self.parts) for item in left)


Reducer = Callable[[Any], Any]


class _Reducers(dict[type, Reducer]):
    """How the values of each class are written; for a class first met it is worked out."""

    def __missing__(self, kind: type) -> Reducer:
        if is_dataclass(kind):
            values, name = _values(kind), _name(kind)
            self[kind] = lambda item: (_made, (name, values(item)))
        elif issubclass(kind, Enum):
            name = _name(kind)
            self[kind] = lambda item: (_made, (name, item.name))
        else:
            self[kind] = lambda item: item.__reduce_ex__(HIGHEST_PROTOCOL)
        return self[kind]


def frame(site: Site, templates: Iterable[Path]) -> bytes:
    """Return the fingerprint of what all pages are made with: the templates' folders, what a shell says by itself."""
    shell = Shell(site, "index.html", "")
    told = [(name, getattr(shell, name)) for name, value in vars(Shell).items() if isinstance(value, property)]
    single = [ToPage(module.__name__.rpartition(".")[2]) for module in modules("ktgs.pages")]
    handbook = sorted(address for address in site.addresses if address.startswith(HANDBOOK_FOLDER))
    led_to = [(target, site.links.find(target), shell.has(target)) for target in single]
    return digest(repr((told, led_to, handbook)).encode() + of_paths(tuple(templates)))


class PageKeys:
    """Gives the keys of a site's pages. What stands on many of them, records and obligations, is gone through once."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._whole: dict[int, PageKey] = {}  # by identity: the facts hold these objects
        self._targets: dict[object, tuple[object, ...]] = {}
        self._files: dict[str, tuple[object, ...]] = {}
        self._holds: set[object] = set()
        self._parts: dict[int, PageKey] = {}
        self._table = self._reducers()

    def of(self, template: str, page: Any) -> PageKey:
        """Return the key of a page that is made with a template."""
        titles = self._site.short_titles
        trail = tuple((titles[address], address) for address in above(page.url) if address in titles)
        return self._key((template, trail, page))

    def _key(self, value: object) -> PageKey:
        around = self._holds, self._parts
        self._holds, self._parts = set(), {}
        stream = BytesIO()
        pickler = Pickler(stream, HIGHEST_PROTOCOL)
        pickler.fast = True  # without a memo, in which it would show whether two equal texts are one object
        pickler.dispatch_table = self._table
        pickler.dump(value)
        key = PageKey(digest(stream.getvalue()), frozenset(self._holds), tuple(self._parts.values()))
        self._holds, self._parts = around
        return key

    def _reducers(self) -> _Reducers:
        table = _Reducers(dict.fromkeys(get_args(Target), self._target))
        for kind in _kinds(Record):
            table[kind] = self._file_record if issubclass(kind, FileRecord) else self._record
        table.update({Obligation: self._obligation, Place: self._place, Places: self._places})
        table[Duty] = lambda duty: (_made, (duty.slug,))
        return table

    def _target(self, target: Any) -> tuple[object, ...]:
        if target not in self._targets:
            address = self._site.links.find(target)
            report = self._site.editing.report(target) if isinstance(target, MeetingKey) else None
            self._targets[target] = _made, (repr(target), address, address and self._site.has(address), report)
        self._holds.add(target)
        if isinstance(target, MeetingKey):
            self._holds.add(Files(target))
        return self._targets[target]

    def _obligation(self, item: Obligation) -> tuple[object, ...]:
        self._holds |= {item.key, Files(item.key)}
        return self._once(item, self._answered)

    def _answered(self, item: Obligation) -> tuple[object, ...]:
        site = self._site
        return _values(Obligation)(item), site.clauses(item), site.editing.write(item), site.editing.extend(item)

    def _file_record(self, record: FileRecord) -> tuple[object, ...]:
        return self._once(record, lambda record: (_of_record(record), record.key))

    def _once(self, item: object, values: Callable[[Any], object]) -> tuple[object, ...]:
        if id(item) not in self._whole:
            key = self._key(values(item))
            holds = key.holds.union(*(part.holds for part in key.parts))
            self._whole[id(item)] = PageKey(key.digest, holds)
        self._parts[id(item)] = self._whole[id(item)]
        return _made, (self._whole[id(item)].digest,)

    def _record(self, record: Record) -> tuple[object, ...]:
        return _made, (_of_record(record),)

    def _place(self, place: Place) -> tuple[object, ...]:
        return _made, (tuple(place), self._file(place.file))

    def _places(self, places: Places) -> tuple[object, ...]:
        entries = tuple((key, *entry) for key, entry in places.entries.items())
        told = places.line, places.column, entries, sorted(places.empty), places.sub_units, places.breaks
        return _made, (told, self._file(places.file))

    def _file(self, file: str) -> tuple[object, ...]:
        """Return how the site tells the file as a whole."""
        self._holds.add(file)
        if file not in self._files:
            self._files[file] = file, tuple(self._site.source(Place(file, 0, 0)))
        return self._files[file]


def _of_record(record: Record) -> tuple[object, ...]:
    kind = type(record)
    return _name(kind), [getattr(record, name) for name in kind.model_fields]


@cache
def _values(kind: type) -> Callable[[Any], object]:
    """Return what gives the values of a dataclass; what it has remembered beside its fields is none of them."""
    return attrgetter(*(field.name for field in fields(kind)), "__class__")


@cache
def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


@cache
def _kinds(base: type[Record]) -> tuple[type[Record], ...]:
    below = base.__subclasses__()
    return (*below, *(kind for child in below for kind in _kinds(child)))


def _made(*_: object) -> None:
    """Stand where the values of something are written: nothing is ever read back."""
