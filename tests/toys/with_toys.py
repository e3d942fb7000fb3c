"""`ktgs` with the toys: each folder here is laid beside the program's folder of the same name, nothing else is said."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

ROOMS = ("records", "duties", "figures", "checks", "pages", "exports", "importers")

for room in ROOMS:
    import_module(f"ktgs.{room}").__path__.append(str(Path(__file__).parent / room))

if __name__ == "__main__":
    from ktgs.command.main import main

    sys.exit(main())
