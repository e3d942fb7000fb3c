"""One kind of problem: what it is, the wrong and the right, how to find and mend it in the host's web editor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.codes import code_address
from ktgs.examining.pipeline import CRASHED as CHECK_CRASHED
from ktgs.examining.pipeline import codes
from ktgs.facts.facts import Facts
from ktgs.facts.numbers import CRASHED as FIGURE_CRASHED
from ktgs.language.diagnostics import Code, Severity
from ktgs.obligations.judging import CRASHED as DUTY_CRASHED
from ktgs.obligations.targets import ToCode

_OF_THE_PROGRAM = (CHECK_CRASHED, DUTY_CRASHED, FIGURE_CRASHED)


def address(_: Facts, target: ToCode) -> str:
    """Return the address of the page of a kind of problem."""
    return code_address(target.code)


ADDRESSES = {ToCode: address}


@dataclass(frozen=True, slots=True)
class CodePage:
    """The page of a kind of problem. `stops`: with it in the data no site is made; `is_mended_in_a_file`: not by us."""

    url: str
    title: str
    code: Code
    stops: bool
    is_mended_in_a_file: bool


def pages(_facts: Facts) -> Iterator[CodePage]:
    """Yield the page of every kind of problem."""
    for code in codes():
        yield CodePage(
            url=code_address(code.id),
            title=f"{code.id}: {code.title}",
            code=code,
            stops=code.severity is Severity.error,
            is_mended_in_a_file=code not in _OF_THE_PROGRAM,
        )
