"""Finding a folder's modules: one new file is all it takes to add a duty, a figure, a check, a page or an export."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType


@cache
def modules(package: str) -> tuple[ModuleType, ...]:
    """Return the modules of a package in order of name, without those whose name begins with `_`."""
    paths = import_module(package).__path__
    names = sorted(info.name for info in pkgutil.iter_modules(paths) if not info.name.startswith("_"))
    return tuple(import_module(f"{package}.{name}") for name in names)
