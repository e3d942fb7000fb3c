"""A toy check: a gift has a giver."""

from __future__ import annotations

from collections.abc import Iterator

from ktgs.records.gift import Gift

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Severity

CODE = Code("F999", "Quà không rõ người tặng", Severity.warning, about="Ghi người tặng.")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield a warning for each gift without a giver."""
    for gift in facts.repository.of(Gift).values():
        if gift.giver is None:
            yield CODE.at(gift.where("given_on"), "Không rõ người tặng.", cure="Thêm “người tặng”.")
