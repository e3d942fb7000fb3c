"""Diagnostics: their order, and the first few of many."""

from __future__ import annotations

import pickle
from dataclasses import replace

from ktgs.language.diagnostics import Code, Diagnostic, Place, first_few, in_order

CODE, OTHER = Code("Z001", "Thử"), Code("Z002", "Thử")


def many(count: int, file: str = "a", code: Code = CODE, *, is_internal: bool = False) -> list[Diagnostic]:
    """Return so many diagnostics of a code, one a line."""
    return [code.at(Place(file, line), f"Sai {line}.", is_internal=is_internal) for line in range(1, count + 1)]


def test_a_few_are_all_told() -> None:
    found = in_order(many(21))
    assert first_few(found) == found


def test_of_many_the_first_are_told_and_the_rest_is_counted() -> None:
    found = first_few(in_order(many(2_000)))
    assert found[:20] == tuple(many(20))
    (rest,) = found[20:]
    assert (rest.code, rest.place, rest.stands_for) == (CODE, Place("a", 21), 1_980)
    assert rest.message == "Từ dòng này, tệp còn 1.980 chỗ sai cùng mã."
    assert rest.cure == "Sửa các chỗ ở trên, rồi kiểm tra lại."


def test_one_that_counts_the_rest_already_is_counted_as_that_many() -> None:
    *first, last = many(21)
    (rest,) = first_few(in_order([*first, replace(last, stands_for=300)]))[20:]
    assert (rest.place, rest.stands_for) == (Place("a", 21), 300)
    assert rest.message == "Từ dòng này, tệp còn 300 chỗ sai cùng mã."


def test_files_and_codes_are_counted_apart() -> None:
    mixed = in_order([*many(20), *many(20, "b"), *many(20, code=OTHER)])
    assert first_few(mixed) == mixed


def test_what_is_internal_does_not_count_among_what_is_public() -> None:
    public, internal = many(20), many(500, is_internal=True)
    found = first_few(in_order([*public, *internal]))
    assert [item for item in found if not item.is_internal] == public
    assert sum(item.stands_for for item in found if item.is_internal) == 500


def test_a_diagnostic_of_another_process_has_the_code_that_is_declared_here() -> None:
    told = OTHER.at(Place("a", 3, 2), "Sai.", cure="Sửa.")
    (read,) = pickle.loads(pickle.dumps((told,)))
    assert read == told
    assert read.code is OTHER
