"""The bank of hand-written sentences, and decks that deal each one out before any comes back."""

from functools import cache
from pathlib import Path
from random import Random

FOLDER = Path(__file__).with_name("phrases")
COMMON = "_chung"
ONLINE = "sinh_hoat_truc_tuyen"  # has its own openings and closings


@cache
def bank(theme: str) -> dict[str, tuple[str, ...]]:
    """Return the sections of a theme's file: lines under each `[heading]`."""
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (FOLDER / f"{theme}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = sections.setdefault(line.strip("[]"), [])
        elif line:
            lines.append(line)
    return {heading: tuple(found) for heading, found in sections.items()}


@cache
def contents(theme: str, month: int) -> tuple[str, ...]:
    """Return what meetings of a theme may be about in a month: `text | 6 7` is said in June and July only."""
    found = []
    for line in bank(theme)["nội dung"]:
        text, _, months = line.partition(" | ")
        if not months or str(month) in months.split():
            found.append(text)
    return tuple(found)


class Decks:
    """Deals sentences: a section is shuffled, dealt to its end, and shuffled again."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._decks: dict[tuple[str, str], list[str]] = {}

    def deal(self, theme: str, section: str, count: int = 1) -> list[str]:
        """Return `count` different sentences of a section, those not dealt for longest first."""
        deck = self._decks.setdefault((theme, section), [])
        if len(deck) < count:
            fresh = [line for line in bank(theme)[section] if line not in deck]
            self._random.shuffle(fresh)
            deck[:0] = fresh
        return [deck.pop() for _ in range(count)]
