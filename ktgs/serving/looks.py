"""What a path leads to: its bytes, and what tells them and the message above them from others."""

from __future__ import annotations

from typing import NamedTuple

from ktgs.reuse.fingerprints import digest


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
        return digest(self.around + (self.content or b"")).hex()[:24]

    @property
    def told(self) -> str:
        """What tells the message from others, empty where there is none."""
        return digest(self.message.encode()).hex()[:24] if self.message else ""
