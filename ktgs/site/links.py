"""Where every target stands: pages and exports declare what they answer, and are asked here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import ModuleType

from ktgs.addresses.declaring import Address, Download, MenuEntry
from ktgs.facts.facts import Facts
from ktgs.language.scanning import modules
from ktgs.obligations.targets import Target, ToPage

_FOLDERS = ("ktgs.pages", "ktgs.exports")
HANDBOOK_FOLDER = "huong-dan/"
HANDBOOK = f"{HANDBOOK_FOLDER}index.html"


class NoSuchPage(Exception):
    """No page or export answers a target; the text names it."""


class Links:
    """Finds addresses among what the modules of pages and exports declare (`ktgs.addresses.declaring`)."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._modules = tuple(module for folder in _FOLDERS for module in modules(folder))
        self._found: dict[Target, str | None] = {}

    @cached_property
    def _answers(self) -> Mapping[type, Address]:
        return {kind: find for module in self._modules for kind, find in getattr(module, "ADDRESSES", {}).items()}

    def find(self, target: Target) -> str | None:
        """Return the address of a target from the site's root, None where there is nothing to lead to."""
        try:
            return self._found[target]
        except KeyError:
            found = self._found[target] = self._address(target)
            return found

    def address(self, target: Target) -> str:
        """Return the address of a target that is there. Refuses (NoSuchPage) one that is not."""
        address = self.find(target)
        if address is None:
            raise NoSuchPage(f"{type(target).__name__}: {target}")
        return address

    def _address(self, target: Target) -> str | None:
        if isinstance(target, ToPage):
            return self._single(target.name)
        if type(target) not in self._answers:
            raise NoSuchPage(f"{type(target).__name__}: {target}")
        return self._answers[type(target)](self._facts, target)

    def _single(self, name: str) -> str | None:
        if name.startswith(HANDBOOK_FOLDER):
            return f"{name}.html"
        module = next((module for module in self._modules if _name(module) == name), None)
        address: str | None = getattr(module, "ADDRESS", None)
        return address

    @cached_property
    def menu(self) -> tuple[tuple[MenuEntry, str], ...]:
        """The entries of the menus with where they lead, those left out that lead nowhere."""
        entries: list[tuple[MenuEntry, str]] = []
        for module in self._modules:
            entry: MenuEntry | None = getattr(module, "MENU", None)
            if entry is None:
                continue
            target = entry.target(self._facts) if entry.target else ToPage(_name(module))
            if target and (address := self.find(target)):
                entries.append((entry, address))
        return tuple(entries)

    @cached_property
    def downloads(self) -> Mapping[str, tuple[Download, ...]]:
        """What can be taken along, by the name of its kind, in order."""
        every = [download for module in self._modules for download in getattr(module, "DOWNLOADS", ())]
        every.sort(key=lambda download: download.order)
        kinds = dict.fromkeys(download.kind for download in every)
        return {kind.name: tuple(download for download in every if download.kind is kind) for kind in kinds}


def _name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]
