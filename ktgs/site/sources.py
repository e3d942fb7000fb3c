"""Sources where no lines are told: the same paper or file is named once a block, not at each of its facts."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

# Each begins with what it stands for, so that the text between is passed over fast.
_BLOCK = re.compile(r'<(?:section|h[1-4]|tr|dl|details class="sources")\b')
# What follows a word such as "Nguồn:", or stands in a list of files, is part of a sentence and stays.
_SOURCE = re.compile(r' (?<![:,] )<(span|a) class="source"[^>]*>([^<]*)</\1>')
_TOLD = re.compile(r'Nguồn(?: của hạn)?: <(?:span|a) class="source"[^>]*>([^<]*)<')


class SourceLink(NamedTuple):
    """Where a fact stands: `data/units/doan-so-a.yml:3`, and the host's view of that line where there is a host."""

    text: str
    url: str | None


def once_a_block(html: str) -> str:
    """Return a page in which a source that stands in its section, table row or list of facts before is left out."""
    starts = [0, *(block.start() for block in _BLOCK.finditer(html)), len(html)]
    return "".join([_once(html[start:end]) for start, end in pairwise(starts)])


def _once(block: str) -> str:
    if block.count('class="source"') < 2:
        return block
    told: set[str] = set(_TOLD.findall(block))

    def first(source: re.Match[str]) -> str:
        is_told = source[2] in told
        told.add(source[2])
        return "" if is_told else source[0]

    return _SOURCE.sub(first, block)
