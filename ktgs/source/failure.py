"""One syntax error as libyaml reports it, with the lines and the event before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import Event

from ktgs.language.diagnostics import Code, Diagnostic, Place

Spot = tuple[int, int]  # line and column, both from 0


@dataclass(frozen=True)
class Failure:
    """One syntax error: libyaml's words and places, the last thing that was understood, and the text."""

    file: str
    first_line: int
    lines: list[str]
    problem: str
    context: str
    spot: Spot
    since: Spot
    last: Any

    def at(self, spot: Spot, code: Code, found: str, cure: str) -> Diagnostic:
        """Return the diagnostic at a spot."""
        return code.at(self.place(spot), found, cure=cure)

    def place(self, spot: Spot) -> Place:
        """Return the place of a spot; the end of the file becomes the end of the last line that says something."""
        row, column = spot
        if row >= len(self.lines):
            row = max((row for row, line in enumerate(self.lines) if line.strip()), default=0)
            column = len(self.lines[row])
        return Place(self.file, row + self.first_line, min(column, len(self.lines[row])) + 1)

    def rest(self, spot: Spot) -> str:
        """Return the line from the spot on."""
        return self.lines[spot[0]][spot[1] :] if spot[0] < len(self.lines) else ""

    def before(self, spot: Spot) -> str:
        """Return the line up to the spot."""
        return self.lines[spot[0]][: spot[1]] if spot[0] < len(self.lines) else ""

    @property
    def last_start(self) -> Spot:
        """Where the last thing that was understood starts."""
        return (self.last.start_mark.line, self.last.start_mark.column) if self.last is not None else (0, 0)

    @property
    def last_end(self) -> Spot:
        """Where the last thing that was understood ends."""
        return (self.last.end_mark.line, self.last.end_mark.column) if self.last is not None else (0, 0)


def failure_of(error: YAMLError, text: str, file: str, first_line: int) -> Failure:
    """Return what is known of a syntax error in `text`, which starts on `first_line` of the file."""
    problem, context = (getattr(error, name, None) or "" for name in ("problem", "context"))
    marks = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
    spot, since = ((mark.line, mark.column) if mark is not None else None for mark in marks)
    spot = spot or since or (0, 0)
    return Failure(
        file=file,
        first_line=first_line,
        lines=text.splitlines(),
        problem=problem,
        context=context,
        spot=spot,
        since=since or spot,
        last=_last_event(text),
    )


def _last_event(text: str) -> Event | None:
    next_event = CParser(text).get_event
    event = None
    try:
        while (following := next_event()) is not None:
            event = following
    except YAMLError:
        return event
    return event
