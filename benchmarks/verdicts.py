"""What was measured beside what is asked, each with its verdict, and the machine that it was measured on."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure of one work and the most that is asked; `beside` is the absolute figure where the figure is a ratio."""

    work: str
    found: float
    most: float
    unit: str
    beside: str = ""

    @property
    def is_reached(self) -> bool:
        """Whether the figure is within what is asked."""
        return self.found <= self.most


def table(lines: Sequence[Asked]) -> str:
    """Return the figures as a table with their verdicts. Refuses (ValueError) none."""
    width = max(len(line.work) for line in lines)
    rows = [f"{'work':{width}}      found    at most  verdict"]
    for line in lines:
        verdict = "reached" if line.is_reached else "missed "
        row = f"{line.work:{width}} {line.found:8.2f} {line.unit:2} {line.most:6.2f} {line.unit:2}  {verdict}"
        rows.append(f"{row}  {line.beside}".rstrip())
    return "\n".join(rows)


def machine() -> str:
    """Return what the figures were measured on: processor, how many, how busy it was, and Python."""
    name = platform.processor() or platform.machine()
    told = Path("/proc/cpuinfo")
    if told.exists():
        rows = [row.partition(":") for row in told.read_text(encoding="utf-8").splitlines()]
        name = next((value.strip() for key, _, value in rows if key.strip() == "model name"), name)
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{name}, {os.cpu_count()} processors{load}, {platform.system()}, Python {platform.python_version()}"
