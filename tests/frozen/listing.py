"""What `ktgs due --format json` said of each obligation on some days, before one question had one answer.

`python -m tests.frozen.listing` writes the listings anew. That is for a change that is meant, whose lines are then read
one by one; a difference that a mended fault causes is better told in `CHANGED` of the test beside.
"""

from __future__ import annotations

from pathlib import Path

from tests.one_answer.asking import due

HERE = Path(__file__).parent
ROOTS = {"data": HERE.parents[1], "other_body": HERE.parent / "other_body"}
DAYS = {  # the sample's own day, and three others
    "data": ("2020-03-31", "2020-06-15", "2020-10-15", "2021-01-31"),
    "other_body": ("2024-10-31", "2025-01-31", "2025-05-20", "2025-07-31"),
}
CASES = [(name, day) for name, days in DAYS.items() for day in days]


def path(name: str, day: str) -> Path:
    """Return the file with what was said of a repository on a day."""
    return HERE / f"{name}-{day}.txt"


def listing(name: str, day: str) -> list[str]:
    """Return what is said now, a line an obligation: `id|state|due|done`, in order of id."""
    found = due(ROOTS[name], day)
    return [f"{key}|{it['state']}|{it['due_on'] or '-'}|{it['done_on'] or '-'}" for key, it in sorted(found.items())]


def main() -> None:
    """Write all listings."""
    for name, day in CASES:
        path(name, day).write_text("\n".join((*listing(name, day), "")), "utf-8")


if __name__ == "__main__":
    main()
