"""What the program says beside what the oracle says: the one file here that knows the program."""

from __future__ import annotations

import contextlib
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

from ktgs.command.main import main
from tests.oracle.oracle import obligations

FIELDS = (
    *("duty", "clause", "who", "about_unit", "due_on", "original_due_on", "safe_on", "done_on"),
    *("state", "flags", "parts", "lapses_on", "awaits"),
)


class UnsoundError(Exception):
    """The data has errors, so that what the program lists may be incomplete; the text is the program's."""


def told_by_program(root: Path, today: date) -> dict[str, dict[str, Any]]:
    """Return what `ktgs due --format json` says, by id; raise `UnsoundError` where the data has errors."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(["due", "--format", "json", "--root", str(root), "--today", today.isoformat()])
    if code:
        raise UnsoundError(err.getvalue())
    return {
        fields["id"]: fields | {"who": [fields["who"]["kind"], fields["who"]["id"]]}
        for fields in json.loads(out.getvalue())
    }


def told_by_oracle(root: Path, today: date) -> dict[str, dict[str, Any]]:
    """Return what the oracle says, by id, in the words of JSON."""
    found = obligations(root / "data", today)
    return {name: json.loads(json.dumps(fields, default=date.isoformat)) for name, fields in found.items()}


def differences(root: Path, today: date) -> list[str]:
    """Return a line for each field of each obligation where the two differ, with both values."""
    program, oracle = told_by_program(root, today), told_by_oracle(root, today)
    lines = [f"{today} {name}: only the program lists it" for name in program.keys() - oracle.keys()]
    lines += [f"{today} {name}: only the oracle lists it" for name in oracle.keys() - program.keys()]
    for name in program.keys() & oracle.keys():
        for field in FIELDS:
            if field in program[name]:
                one, other = (_sorted(told[name][field]) for told in (program, oracle))
                lines += [f"{today} {name} {field}: program {one}, oracle {other}"] if one != other else []
    return sorted(lines)


def _sorted(value: Any) -> Any:
    return sorted(value) if isinstance(value, list) else value
