"""What is wrong with the markup of a page: elements left open or closed out of turn, or where they may not be."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BLOCKS = {"address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figure", "footer"}
BLOCKS |= {"form", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul"}
BLOCKS |= {"h1", "h2", "h3", "h4", "h5", "h6"}
ONLY_IN = {
    "li": {"ul", "ol"},
    "dt": {"dl"},
    "dd": {"dl"},
    "tr": {"thead", "tbody", "tfoot"},
    "td": {"tr"},
    "th": {"tr"},
    "caption": {"table"},
    "summary": {"details"},
}
PHRASING = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "strong", "em", "a", "code"}
NO_LINK_INSIDE = {"a", "button"}


class _Checker(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        parent = self.open[-1] if self.open else ""
        if len(names) != len(set(names)):
            self._tell(f"<{tag}> has an attribute twice")
        if tag in ONLY_IN and parent not in ONLY_IN[tag]:
            self._tell(f"<{tag}> in <{parent}>")
        if tag in BLOCKS and PHRASING.intersection(self.open):
            self._tell(f"<{tag}> in {self.open}")
        if tag == "a" and NO_LINK_INSIDE.intersection(self.open):
            self._tell(f"a link in {self.open}")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self._tell(f"</{tag}> closes nothing")

    def _tell(self, words: str) -> None:
        self.wrong.append(f"line {self.getpos()[0]}: {words}")


def faults(text: str) -> list[str]:
    """Return what is wrong, each with its line."""
    checker = _Checker()
    checker.feed(text)
    checker.close()
    return [*checker.wrong, *(f"<{tag}> is never closed" for tag in checker.open)]
