"""One kind of problem: what it is, the wrong and the right, how to find and mend it in the host's web editor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ktgs.addresses.codes import code_address
from ktgs.examining.pipeline import codes
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Severity
from ktgs.obligations.targets import ToCode


def address(_: Facts, target: ToCode) -> str:
    """Return the address of the page of a kind of problem."""
    return code_address(target.code)


ADDRESSES = {ToCode: address}


@dataclass(frozen=True, slots=True)
class CodePage:
    """The page of a kind of problem. `stops`: with it in the data no site is made."""

    url: str
    title: str
    code: Code
    stops: bool


def pages(_facts: Facts) -> Iterator[CodePage]:
    """Yield the page of every kind of problem."""
    for code in codes():
        yield CodePage(code_address(code.id), f"{code.id}: {code.title}", code, code.severity is Severity.error)
