"""The headings of a text inside a page: how deep they come, and ids that are none of the page's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ktgs.language.text import slug
from ktgs.source.bodies import events, real

_DEEPEST = 6  # levels of headings in HTML
_MAY_HAVE_HEADINGS = re.compile(r"#|^[ \t>]*(?:=+|-+)[ \t]*$", re.MULTILINE)


class Headings:
    """The levels and ids of a text's headings, in their order; its anchors, as the text means them → as they are."""

    def __init__(self, text: str, levels: int, space: str) -> None:
        headings = tuple(_headings(text))
        highest = min((level for level, _ in headings), default=1)
        self.levels = tuple(min(level - highest + 1 + levels, _DEEPEST) for level, _ in headings)
        self.anchors: dict[str, str] = {}
        times: Counter[str] = Counter()
        for _, words in headings:
            name = wanted = slug(words) or "muc"
            while name in self.anchors:
                times[wanted] += 1
                name = f"{wanted}-{times[wanted] + 1}"
            self.anchors[name] = f"{space}:{name}"
        self.ids = tuple(self.anchors.values())


def _headings(text: str) -> Iterator[tuple[int, str]]:
    """Yield the level and the words of each heading."""
    level, words = 0, list[str]()
    for event in events(text) if _MAY_HAVE_HEADINGS.search(text) else ():
        if event.tag == "Heading" and event.kind == "Start":
            level = int(event.value["level"][1:])
        elif event.tag == "Heading":
            yield level, "".join(words)
            level, words = 0, []
        elif level and event.kind in ("Text", "Code"):
            words.append(real(event.value))
