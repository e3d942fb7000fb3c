"""Markdown as HTML that is safe by construction: only the tags written here, all else escaped, ids of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from html import escape

from markupsafe import Markup

from ktgs.language.text import slug
from ktgs.site.headings import Headings
from ktgs.source.bodies import MarkdownEvent, events, is_elsewhere, is_followed, limit, real

_SIMPLE = {"Emphasis": "em", "Strong": "strong", "Paragraph": "p", "BlockQuote": "blockquote"}
_LEAVES = {"SoftBreak": "\n", "HardBreak": "<br>\n", "Rule": "<hr>\n"}
_LINE_AFTER = {"BlockQuote", "Paragraph"}
_NUMBER = re.compile(rb"\s*(\d{1,9})[.)]")
_LANGUAGE = re.compile(r"[\w+#.-]*")
_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")


def render_markdown(text: str, levels: int = 1, name: object = "") -> Markup:
    """Return Markdown as safe HTML; its highest headings come `levels` below h1: by 1 they are h2.

    Its ids begin with `loi-van`, so that no text takes one of the page; `name` parts several texts on one page. A text
    beyond what is read of Markdown is shown as it is written.
    """
    if limit(text):
        return Markup('<pre tabindex="0">{}</pre>').format(text)
    return Markup(_Renderer(text, levels, f"loi-van-{name}" if name else "loi-van").html())


class _Renderer:
    """One text on its way to HTML."""

    def __init__(self, text: str, levels: int, space: str) -> None:
        self.text = text
        self.space = space
        self.headings = Headings(text, levels, space)
        self.headings_met = 0
        self.out: list[str] = []
        self.numbers: list[int] = []  # of ordered lists that are open: the number that comes next; 0 for others
        self.columns: list[str] = []  # the table's alignments
        self.cells = 0  # of the table's row so far
        self.cells_end = 0
        self.cell = "th"
        self.links = 0  # that are open
        self.muted = 0  # levels inside what is not written piece by piece
        self.words: list[str] = []  # of what is muted
        self.unmuted: Callable[[str], str] = escape
        self.cited: dict[str, int] = {}  # label → number
        self.notes: dict[str, list[str]] = {}  # label → HTML
        self.outer: list[tuple[str, list[str]]] = []  # what was written to before a note began

    @cached_property
    def source(self) -> bytes:
        """The text as the offsets of events count it."""
        return self.text.encode()

    def html(self) -> str:
        """Return the whole text, its notes at the end."""
        for event in events(self.text):
            if self.muted:
                self._listen(event)
            elif event.kind == "Start":
                self._start(event)
            elif event.kind == "End":
                self._end(event)
            elif event.kind in _LEAVES:
                self.out.append(_LEAVES[event.kind])
            elif event.kind == "FootnoteReference":
                self.out.append(self._citation(event.value.casefold()))
            elif event.kind == "Code":
                self.out.append(f"<code>{_text(event.value)}</code>")
            else:
                self.out.append(_text(event.value))
        return "".join([*self.out, *self._notes()]).rstrip("\n")

    def _start(self, event: MarkdownEvent) -> None:
        tag, value = event.tag, event.value
        if tag in _SIMPLE:
            self.out.append(f"<{_SIMPLE[tag]}>")
        elif tag == "Heading":
            level, anchor = self.headings.levels[self.headings_met], self.headings.ids[self.headings_met]
            self.out.append(f'<h{level} id="{escape(anchor)}">')
        elif tag == "CodeBlock":
            words = real(value["Fenced"]) if isinstance(value, dict) else ""
            self.out.append('<pre tabindex="0"><code>')  # so that the keyboard can scroll a wide one
            self.out.append("" if _LANGUAGE.fullmatch(words) else f"{escape(words, quote=False)}\n")
        elif tag == "List":
            self.numbers.append(value or 0)
            self.out.append("<ul>\n" if value is None else f'<ol start="{value}">\n' if value != 1 else "<ol>\n")
        elif tag == "Item":
            self.out.append(self._item(event))
        elif tag in ("Link", "Image"):
            self._address(event)
        elif tag == "FootnoteDefinition":
            self.outer.append((value.casefold(), self.out))
            self.out = []
        elif tag.startswith("Table"):
            self._start_of_table(tag, value)

    def _end(self, event: MarkdownEvent) -> None:
        tag = event.tag
        if tag in _SIMPLE:
            self.out.append(f"</{_SIMPLE[tag]}>" + ("\n" if tag in _LINE_AFTER else ""))
        elif tag == "Heading":
            self.out.append(f"</h{self.headings.levels[self.headings_met]}>\n")
            self.headings_met += 1
        elif tag == "CodeBlock":
            self.out.append("</code></pre>\n")
        elif tag == "List":
            self.numbers.pop()
            self.out.append("</ol>\n" if event.value else "</ul>\n")
        elif tag == "Item":
            self.out.append("</li>\n")
        elif tag == "Link":
            self.links -= 1
            self.out.append("</a>")
        elif tag == "FootnoteDefinition":
            label, outer = self.outer.pop()
            self.notes.setdefault(label, []).append("".join(self.out))
            self.out = outer
        elif tag.startswith("Table"):
            self._end_of_table(event)

    # -- lists and tables ----------------------------------------------------------------------------------------------

    def _item(self, event: MarkdownEvent) -> str:
        """Return the start of an item; a number that leaves some out stays as it is written."""
        expected = self.numbers[-1] if self.numbers else 0
        written = _NUMBER.match(self.source, event.start) if expected else None
        if written is None:
            return "<li>"
        number = max(int(written[1]), expected)
        self.numbers[-1] = number + 1
        return "<li>" if number == expected else f'<li value="{number}">'

    def _start_of_table(self, tag: str, value: tuple[str, ...]) -> None:
        if tag == "Table":
            self.columns = ["" if side == "None" else f' align="{side.lower()}"' for side in value]
            self.out.append("<table>\n")
        elif tag == "TableCell":
            self.out.append(f"<{self.cell}{self.columns[self.cells]}>")
        else:
            self.cell, self.cells = ("th", 0) if tag == "TableHead" else ("td", 0)
            self.out.append("<thead>\n<tr>\n" if tag == "TableHead" else "<tr>\n")

    def _end_of_table(self, event: MarkdownEvent) -> None:
        if event.tag == "TableCell":
            self.out.append(f"</{self.cell}>\n")
            self.cells, self.cells_end = self.cells + 1, event.end
        elif event.tag == "TableHead":
            self.out.append("</tr>\n</thead>\n<tbody>\n")
        elif event.tag == "TableRow":
            rest = self.source[self.cells_end : event.end].decode()  # cells that the head has no column for
            self.out += [f"<td>{escape(cell.strip())}</td>\n" for cell in _BETWEEN_CELLS.split(rest) if cell.strip()]
            self.out.append("</tr>\n")
        else:
            self.out.append("</tbody>\n</table>\n")

    # -- links and pictures --------------------------------------------------------------------------------------------

    def _address(self, event: MarkdownEvent) -> None:
        """Begin a link or a picture; what is not followed stays as it is written, another host's picture is a link."""
        address = real(event.value["dest_url"])
        title = f' title="{escape(real(event.value["title"]))}"' if event.value["title"] else ""
        if not is_followed(address):
            self._mute(lambda _: _text(self.source[event.start : event.end].decode()))
        elif event.tag == "Link":
            self.links += 1
            self.out.append(f'<a href="{escape(self._own(address))}"{title}>')
        elif not is_elsewhere(address):
            self._mute(lambda words: f'<img src="{escape(address)}" alt="{escape(words)}"{title}>')
        elif self.links:
            self._mute(lambda words: escape(words or address, quote=False))
        else:
            link = f'<a href="{escape(address)}"{title}>'
            self._mute(lambda words: f"{link}{escape(words or address, quote=False)}</a>")

    def _own(self, address: str) -> str:
        """Return the address; where it is one of the text's own headings, its id on the page."""
        if not address.startswith("#"):
            return address
        anchors = self.headings.anchors
        anchor = anchors.get(address[1:]) or anchors.get(slug(address))
        return f"#{anchor}" if anchor else address

    def _mute(self, unmuted: Callable[[str], str]) -> None:
        self.muted, self.words, self.unmuted = 1, [], unmuted

    def _listen(self, event: MarkdownEvent) -> None:
        """Take the words of what is muted; at its end, write what it becomes."""
        self.muted += (event.kind == "Start") - (event.kind == "End")
        if not self.muted:
            self.out.append(self.unmuted("".join(self.words)))
        elif event.kind in ("Text", "Code"):
            self.words.append(real(event.value))
        elif event.kind in ("SoftBreak", "HardBreak"):
            self.words.append(" ")

    # -- notes ---------------------------------------------------------------------------------------------------------

    def _citation(self, label: str) -> str:
        first = label not in self.cited
        number = self.cited.setdefault(label, len(self.cited) + 1)
        anchor = f' id="{self.space}:ve:{number}"' if first else ""
        return f'<sup{anchor}><a href="#{self.space}:chu-thich:{number}">{number}</a></sup>'

    def _notes(self) -> Iterator[str]:
        """Yield the notes in the order in which they are cited, then those that nothing cites."""
        if not self.notes:
            return
        yield '<section aria-label="Chú thích">\n<hr>\n<ol>\n'
        uncited = [label for label in self.notes if label not in self.cited]
        numbers = self.cited | {label: len(self.cited) + number for number, label in enumerate(uncited, 1)}
        for label, number in numbers.items():
            yield f'<li id="{self.space}:chu-thich:{number}">\n{"".join(self.notes.get(label, ()))}'
            if label in self.cited:
                yield f'<a href="#{self.space}:ve:{number}" aria-label="Về chỗ có chú thích {number}">↩</a>\n'
            yield "</li>\n"
        yield "</ol>\n</section>\n"


def _text(value: str) -> str:
    return escape(real(value), quote=False)
