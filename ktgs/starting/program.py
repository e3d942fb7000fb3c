"""Where a data repository takes the program from: a commit of a git repository, or a wheel with its hash."""

from __future__ import annotations

import re
from dataclasses import dataclass

_GIT = re.compile(r"git\+https://[\w.-]+(?:/[\w.~-]+)+@[0-9a-f]{40}")
_WHEEL = re.compile(r"(https://[\w.:-]+(?:/[\w.~%+-]+)+\.whl)#sha256=([0-9a-f]{64})")
FORMS = "git+https://máy/chủ/ktgs@<40 chữ số của commit>, hoặc địa chỉ https://… của tệp .whl kèm #sha256=<64 chữ số>."


@dataclass(frozen=True)
class Program:
    """The line of a requirements file that names the program exactly, and the options with which pip installs it."""

    line: str
    options: str


def read_program(text: str) -> Program | None:
    """Return the program that an address names, None for one that does not say exactly which bytes are meant."""
    if _GIT.fullmatch(text):
        return Program(f"ktgs @ {text}", "--no-deps --no-build-isolation")
    if wheel := _WHEEL.fullmatch(text):
        return Program(f"ktgs @ {wheel[1]} --hash=sha256:{wheel[2]}", "--no-deps --require-hashes")
    return None
