"""A warning that is accepted, with the entry that says why and who."""

from __future__ import annotations

from typing import NamedTuple

from ktgs.language.diagnostics import Diagnostic
from ktgs.records.accepted import Acceptance


class AcceptedWarning(NamedTuple):
    """A warning and its acceptance."""

    warning: Diagnostic
    entry: Acceptance
