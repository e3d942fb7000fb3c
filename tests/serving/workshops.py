"""A workshop without a server or events: tests tell it what changed, and do its steps."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ktgs.facts.audience import Audience
from ktgs.mkdocs_plugin.plugin import Run
from ktgs.mkdocs_plugin.served import Served
from ktgs.serving.watching import Changed
from ktgs.serving.workshop import Watch, Workshop
from ktgs.site.mkdocs_log import VietnameseLog

FAR = 3_600.0  # seconds


@dataclass
class Bench:
    """A workshop over a folder, what it has printed, and the day of its clock."""

    root: Path
    audience: Audience = Audience.internal
    today: date = date(2020, 10, 15)
    said: list[str] = field(default_factory=list)
    restarts: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        run = Run(self.root, None, audience=self.audience)
        self.log = log = VietnameseLog()

        def opened() -> Served:
            return Served(self.root, run, log)

        self.workshop = Workshop(
            opened(), opened, lambda: self.restarts.append(True), lambda: self.today, self.said.append
        )

    def finish(self) -> None:
        """Make the newest state whole."""
        while self.workshop.step():
            pass

    def change(self, file: str, content: bytes | str | None, changed: Changed = Changed.data) -> None:
        """Write a file (None removes it) and hand on that something changed; nothing else is made of it yet."""
        path = self.root / file
        if content is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.workshop.inbox.put(changed)
        self.workshop.take()

    def text(self, path: str) -> str:
        """Return the page of a path."""
        content = self.workshop.look(path).content
        assert content is not None, path
        return content.decode()

    def watch(self, path: str, told: str = "") -> Watch:
        """Return a browser that shows the page of a path, and begins to wait."""
        watch = Watch(path, self.workshop.look(path).made, told, time.monotonic() + FAR)
        self.workshop.inbox.put(watch)
        self.workshop.take()
        self.workshop.answer()
        return watch
