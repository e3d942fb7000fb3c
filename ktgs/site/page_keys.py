"""What a page is made of, as a few bytes: its values, and the site's answers to all that its template may ask of them.

A template asks the site only about what its page holds: where a target stands, what meets an obligation, in which paper
a fact stands. The answers are part of the key. Of a page that asked about something else no key may be kept, which
`PageKey.covers` tells.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from operator import attrgetter
from pathlib import Path
from types import BuiltinFunctionType, FunctionType
from typing import Any, NamedTuple, get_args

from markupsafe import Markup

from ktgs.addresses.views import View
from ktgs.language.days import Deadline
from ktgs.language.diagnostics import Place
from ktgs.language.scanning import modules
from ktgs.obligations.obligation import Duty, Obligation
from ktgs.obligations.targets import Subject, Target, ToPage
from ktgs.records.base import FileRecord, Record
from ktgs.records.keys import MeetingKey
from ktgs.reuse.fingerprints import digest, of_paths
from ktgs.site.links import HANDBOOK_FOLDER
from ktgs.site.menu import above
from ktgs.site.shell import Files, Shell
from ktgs.site.site import Site
from ktgs.source.tree import MappingLayout, Places

_PLAIN = frozenset((str, int, float, bool, bytes, type(None)))  # what stands for itself
_of_obligation = attrgetter(*(field.name for field in fields(Obligation)))
_WITHOUT_REFERENCES = 2  # version of marshal's format: in later ones it shows whether equal texts are one object


class PageKey(NamedTuple):
    """The fingerprint of a value, what it holds that a template may ask about, and the keys of what it holds whole."""

    digest: bytes
    holds: tuple[object, ...]
    parts: tuple[PageKey, ...] = ()

    def covers(self, asked: set[object]) -> bool:
        """Return whether the site's answers to all that was asked are part of the key."""
        left = {item for item in asked if not isinstance(item, ToPage)}  # the frame knows those
        keys = [self]
        for key in keys:
            left.difference_update(told for item in key.holds for told in _told_of(item))
            if not left:
                return True
            keys += key.parts
        return False


def frame(site: Site, templates: Iterable[Path]) -> bytes:
    """Return the fingerprint of what all pages are made with: the templates' folders, what a shell says by itself."""
    shell = Shell(site, "index.html", "")
    told = [(name, getattr(shell, name)) for name, value in vars(Shell).items() if isinstance(value, property)]
    single = [ToPage(module.__name__.rpartition(".")[2]) for module in modules("ktgs.pages")]
    handbook = sorted(address for address in site.addresses if address.startswith(HANDBOOK_FOLDER))
    led_to = [(target, site.links.find(target), shell.has(target)) for target in single]
    return digest(repr((told, led_to, handbook)).encode() + of_paths(tuple(templates)))


class PageKeys:
    """Gives the keys of a site's pages. What stands on many of them is gone through once."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._whole: dict[int, tuple[object, PageKey]] = {}  # by identity, which an object keeps as long as it is held
        self._targets: dict[object, bytes] = {}
        self._files: dict[str, bytes] = {}
        self._layouts: dict[MappingLayout, bytes] = {}
        self._holds: list[object] = []
        self._parts: dict[int, tuple[object, PageKey]] = {}
        self._ways: dict[type, Callable[[Any], object]] = {
            **dict.fromkeys(get_args(Target), self._target),
            **dict.fromkeys((tuple, list), self._values),
            Markup: lambda text: ("html", str(text)),
            date: date.toordinal,
            time: time.isoformat,
            dict: lambda mapping: [self._values(item) for item in mapping.items()],
            Duty: lambda duty: duty.slug,
            Obligation: self._obligation,
            Subject: self._subject,
            Place: lambda place: (place.line, place.column, self._file(place.file)),
            Places: self._places,
        }

    def of(self, template: str, page: Any) -> PageKey:
        """Return the key of a page that is made with a template."""
        titles = self._site.short_titles
        trail = tuple((titles[address], address) for address in above(page.url) if address in titles)
        return self._key((template, trail, page))

    def _key(self, value: object) -> PageKey:
        around = self._holds, self._parts
        self._holds, self._parts = [], {}
        plain: Any = self._plain(value)
        key = PageKey(_told(plain), tuple(self._holds), tuple(part for _, part in self._parts.values()))
        self._holds, self._parts = around
        return key

    def _plain(self, value: Any) -> object:
        """Return a value as plain data, which tells it from every other."""
        kind = value.__class__
        if kind in _PLAIN:
            return value
        return self._way(kind)(value)

    def _values(self, values: Iterable[Any]) -> object:
        ways = self._ways
        return [
            value
            if (kind := value.__class__) in _PLAIN
            else way(value)
            if (way := ways.get(kind))
            else self._way(kind)(value)
            for value in values
        ]

    def _way(self, kind: type) -> Callable[[Any], object]:
        """Return how the values of a class are written, which is worked out when it is first met."""
        if kind not in self._ways:
            self._ways[kind] = self._way_of(kind)
        return self._ways[kind]

    def _way_of(self, kind: type) -> Callable[[Any], object]:
        name, values = f"{kind.__module__}.{kind.__qualname__}", self._values
        if issubclass(kind, FileRecord):
            return lambda record: self._once(record, lambda record: (_of_record(record), record.key))
        if issubclass(kind, Record):
            return lambda record: (name, values(_of_record(record)))
        if is_dataclass(kind):  # what it has remembered beside its fields is no part of it
            given = attrgetter(*(field.name for field in fields(kind)), "__class__")
            if issubclass(kind, View | Deadline):
                return lambda shared: self._once(shared, given)
            return lambda item: (name, values(given(item)[:-1]))
        if issubclass(kind, Enum):
            return lambda item: (name, item.name)
        if issubclass(kind, tuple):
            return lambda item: (name, values(item))
        if issubclass(kind, type | FunctionType | BuiltinFunctionType):
            return lambda item: (item.__module__, item.__qualname__)
        return lambda item: values(item.__reduce_ex__(_WITHOUT_REFERENCES))

    def _subject(self, subject: Subject) -> object:
        return subject.name, self._target(subject.target) if subject.target else None

    def _target(self, target: Any) -> bytes:
        self._holds.append(target)
        if (told := self._targets.get(target)) is None:
            address = self._site.links.find(target)
            report = self._site.editing.report(target) if isinstance(target, MeetingKey) else None
            has = address is not None and self._site.has(address)
            told = self._targets[target] = _told((repr(target), address, has, self._plain(report)))
        return told

    def _obligation(self, item: Obligation) -> bytes:
        self._holds.append(item)
        return self._once(item, self._answered)

    def _answered(self, item: Obligation) -> object:
        site = self._site
        return _of_obligation(item), site.clauses(item), site.editing.write(item), site.editing.extend(item)

    def _once(self, item: object, values: Callable[[Any], object]) -> bytes:
        if id(item) not in self._whole:
            self._whole[id(item)] = item, self._key(values(item))
        _, key = self._parts[id(item)] = self._whole[id(item)]
        return key.digest

    def _places(self, places: Places) -> object:
        layout = places.layout
        if layout not in self._layouts:
            stands = layout.line, layout.column, *layout.entries.items(), sorted(layout.empty)
            self._layouts[layout] = digest(repr((stands, layout.sub_units, layout.breaks)).encode())
        return self._layouts[layout], self._file(places.file)

    def _file(self, file: str) -> bytes:
        """Return how the site tells the file as a whole."""
        self._holds.append(file)
        if file not in self._files:
            self._files[file] = _told((file, *self._site.source(Place(file, 0, 0))))
        return self._files[file]


def _told(plain: Any) -> bytes:
    """Return the fingerprint of plain data."""
    return digest(marshal.dumps(plain, _WITHOUT_REFERENCES))


def _told_of(item: object) -> Iterator[object]:
    """Yield what the site was asked of it: for an obligation and a meeting of the files that would meet them, too."""
    key = item.key if isinstance(item, Obligation) else item
    yield key
    if isinstance(item, Obligation | MeetingKey):
        yield Files(key)  # type: ignore[arg-type]


def _of_record(record: Record) -> list[object]:
    return [getattr(record, name) for name in type(record).model_fields]
