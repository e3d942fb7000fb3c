"""What git does not give, told as a wrong use of the command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from ktgs.comparing.revisions import NoVersion


@contextmanager
def asking_git() -> Iterator[None]:
    """Refuse (UsageError) with the words of a version that git does not give."""
    try:
        yield
    except NoVersion as refusal:
        raise click.UsageError(str(refusal)) from None
