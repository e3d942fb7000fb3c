"""Sound files of data made unsound, as slips of hands and programs and ill will make them; the same seed, the same."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

LARGEST = 30_000  # bytes of a mutated file; larger ones are for the bounds of time and memory
_VALUES = (  # what a value may become
    "", " ", "#2", "x #2", "index", "con", "a" * 251, "chung", "2020-05", "~", "null", "[", "{", "]", "&x", "*x",
    "!t y", "%", "@", "`", "- ", "? ", ": ", "|", ">", ">\n  Nguyễn\n  Văn A", "|\n  a\n\n  b", '"một\\nhai"', '"\\0"',
    "30/02/2020", "20/03/2002", "0", "-1", "99999999999999", "tất cả", "chưa rõ", "có", "không", "IX.9.9", "24:00",
    "<b>x</b>", "{{ x }}", "\ufffd", "§oµn", "Ñoaøn", "\u200b", "\u202e", "\xa0", "\u2028", "\x00", "\ud7ff", "𝄞",
    "a\u0301", "<<<<<<< HEAD", "=======", ">>>>>>> x", "---", "...",
)  # fmt: skip
_BODIES = (  # what may stand in a text
    "[" * 500, "![" * 500, "<a " * 500, "[a](" * 500, "*a **b " * 300, "`" * 300, ">" * 300, "- " * 300, "1) " * 200,
    "\n".join(" " * level * 2 + "- x" for level in range(60)), "|a|b|\n|-|-|\n|1|2|3|\n", "[^1]\n\n[^1]: [^1]\n",
    "# #\n",
    "[x](javascript:alert(1))", "![x](//h/i.png)", "![x](data:image/png;base64,A)", "<script>alert(1)</script>",
    "‹A <b và C> 3›", "Xem <style> ở đây.", "## Main {#id .class}\n", "[a]: b\n", "<!-- ", "<![CDATA[", "&#0;&lt;&bad;",
    "```\n", "~~~ x y\n", "\\", "\n===\n", "\n---\n", "\t", "<https://a.vn>", "[x](<a b>)", "[x](#main)", "\x01\x02",
)  # fmt: skip


def mutate(random: Random, content: bytes, others: tuple[bytes, ...] = ()) -> bytes:
    """Return the content after one to four mutations, cut to LARGEST bytes; `others` are files to take lines from."""
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        content = random.choice(_MUTATIONS)(random, content, others)
    return content[:LARGEST]


def _bytes(random: Random, content: bytes, _: tuple[bytes, ...]) -> bytes:
    """Some bytes become others, come or go."""
    found = bytearray(content)
    for _times in range(random.choice((1, 1, 3, 20))):
        place = random.randrange(len(found) + 1)
        found[place : place + random.randrange(3)] = random.randbytes(random.randrange(3))
    return bytes(found)


def _cut(random: Random, content: bytes, _: tuple[bytes, ...]) -> bytes:
    """A part is lost."""
    start = random.randrange(len(content) + 1)
    return content[:start] + content[random.randrange(start, len(content) + 1) :]


def _lines(random: Random, content: bytes, others: tuple[bytes, ...]) -> bytes:
    """Lines are lost, repeated, exchanged, moved in or out, or come from another file."""
    lines = content.split(b"\n")
    one, two = random.randrange(len(lines)), random.randrange(len(lines))
    match random.randrange(6):
        case 0:
            del lines[one]
        case 1:
            lines.insert(two, lines[one])
        case 2:
            lines[one], lines[two] = lines[two], lines[one]
        case 3:
            lines[one] = b" " * random.randrange(1, 5) + lines[one]
        case 4:
            lines[one] = lines[one].lstrip()
        case _:
            lines[one:one] = random.choice(others or (content,)).split(b"\n")[: random.randrange(1, 9)]
    return b"\n".join(lines)


def _value(random: Random, content: bytes, _: tuple[bytes, ...]) -> bytes:
    """A value, or an item of a list, becomes another."""
    lines = content.split(b"\n")
    held = [number for number, line in enumerate(lines) if b": " in line or line.lstrip().startswith(b"- ")]
    if held:
        number = random.choice(held)
        sign = b": " if b": " in lines[number] else b"- "
        head = lines[number].partition(sign)[0]
        blanks = b" " * (len(head) - len(head.lstrip()) + 2)
        lines[number] = head + sign + random.choice(_VALUES).encode().replace(b"\n  ", b"\n  " + blanks)
    return b"\n".join(lines)


def _text(random: Random, content: bytes, _: tuple[bytes, ...]) -> bytes:
    """Something is written or pasted into the text, at its end or anywhere."""
    piece = random.choice((*_BODIES, *_VALUES)).encode()
    place = len(content) if random.random() < 0.6 else random.randrange(len(content) + 1)
    return content[:place] + piece * random.choice((1, 1, 1, 20)) + content[place:]


_MUTATIONS: tuple[Callable[[Random, bytes, tuple[bytes, ...]], bytes], ...] = (
    _bytes,
    _cut,
    _lines,
    _value,
    _value,
    _text,
)
