"""The changes that the mutation run makes: one of each kind, in its place, and code that still compiles."""

from __future__ import annotations

import ast

from benchmarks.changes import changes

SOURCE = '''"""Đơn vị."""

ORDER = (1, 2, 3)


class Unit:
    @property
    def is_late(self) -> bool:
        """Said, not changed."""
        if self.days > 3 and not self.name == "Đoàn":
            return True
        return any(day for day in self.every if day in self.late)


def first(days: list[int]) -> int | None:
    return min(days) if days else None
'''.encode()
CHANGES = [
    "m.py:3: ORDER: (1, 2, 3) → (2, 1, 3)",
    "m.py:3: ORDER: (1, 2, 3) → (1, 3, 2)",
    "m.py:10: Unit.is_late: \"Đoàn\" → ''",
    "m.py:10: Unit.is_late: not self.name == \"Đoàn\" → (self.name == 'Đoàn')",
    'm.py:10: Unit.is_late: self.days > 3 and not self.name == "Đoàn" → (self.days > 3)',
    "m.py:10: Unit.is_late: 3 → 4",
    "m.py:10: Unit.is_late: self.name == \"Đoàn\" → (self.name != 'Đoàn')",
    "m.py:10: Unit.is_late: self.days > 3 → (self.days >= 3)",
    "m.py:11: Unit.is_late: True → False",
    "m.py:11: Unit.is_late: return True → return None",
    "m.py:12: Unit.is_late: any → all",
    "m.py:12: Unit.is_late: day in self.late → (day not in self.late)",
    "m.py:12: Unit.is_late: day in self.late → (not (day in self.late))",
    "m.py:16: first: days → (not (days))",
    "m.py:16: first: min → max",
    "m.py:16: first: return min(days) if days else None → return None",
]


def test_one_of_each_kind_in_its_place() -> None:
    found = sorted(map(str, changes("m.py", SOURCE)))
    assert set(CHANGES) <= set(found)
    assert not any("Said" in line for line in found)


def test_what_is_changed_compiles_and_is_other_code() -> None:
    before = ast.dump(ast.parse(SOURCE))
    for change in changes("m.py", SOURCE):
        assert SOURCE[change.start : change.end].decode() == change.before
        assert ast.dump(ast.parse(change.apply(SOURCE))) != before


def test_the_function_is_told_by_the_line_of_its_code() -> None:
    assert {change.function: change.first for change in changes("m.py", SOURCE)} == {
        "ORDER": 0,
        "Unit.is_late": 7,
        "first": 15,
    }
