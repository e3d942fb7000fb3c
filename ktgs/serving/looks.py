"""What a path leads to: its bytes, and what tells them and the message above them from others."""

from __future__ import annotations

from hashlib import blake2b
from typing import NamedTuple

_SIZE = 12  # bytes that tell one from another


class Look(NamedTuple):
    """What a path leads to: its bytes, None where there are none. `around`: what tells the assets from others.

    `message`: what is to be told above it, empty for nothing; `is_failed`: it says why this very page cannot be made.
    """

    content: bytes | None
    around: bytes
    message: str = ""
    is_failed: bool = False

    @property
    def made(self) -> str:
        """What tells the page from others, as it looks."""
        return _mark(self.around + (self.content or b""))

    @property
    def told(self) -> str:
        """What tells the message from others, empty where there is none."""
        return _mark(self.message.encode()) if self.message else ""


def _mark(content: bytes) -> str:
    return blake2b(content, digest_size=_SIZE).hexdigest()
