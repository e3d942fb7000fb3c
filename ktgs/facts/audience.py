"""For whom a site is made: the one value that a command chooses and that facts, pages and folders go by."""

from __future__ import annotations

from ktgs.language.vocabulary import Word


class Audience(Word):
    """Who reads a site; its name is what the mark in the site's folder says."""

    public = "trang công khai"
    internal = "trang nội bộ"
