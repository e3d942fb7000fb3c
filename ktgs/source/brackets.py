"""What libyaml's errors inside [ ] and { } mean: a comma too many or too few, a bracket that is not closed."""

from __future__ import annotations

from ktgs.language.diagnostics import Diagnostic
from ktgs.source import syntax_codes
from ktgs.source.characters import shown
from ktgs.source.failure import Failure, Spot


def in_brackets(failure: Failure) -> Diagnostic | None:
    """Return the diagnostic for a mistake inside brackets, None where it is elsewhere."""
    if "flow" not in failure.context:
        return None
    rest = failure.rest(failure.spot)
    if failure.problem == "did not find expected node content":
        if rest.startswith(","):
            return bracket(
                failure, failure.spot, "Thừa một dấu phẩy trong ngoặc.", "Bỏ dấu phẩy thừa, hoặc điền mục còn thiếu."
            )
        return _unclosed_bracket(failure, _last_opening(failure))
    if failure.spot[0] == failure.since[0] and rest:
        found, cure = (
            f"Thiếu dấu phẩy trước {shown(rest)}.",
            "Thêm dấu phẩy giữa các mục, hoặc đặt cả giá trị trong ngoặc kép.",
        )
        return bracket(failure, failure.spot, found, cure)
    return _unclosed_bracket(failure, failure.since)


def _last_opening(failure: Failure) -> Spot:
    for row in range(min(failure.spot[0], len(failure.lines) - 1), -1, -1):
        column = max(failure.lines[row].rfind("["), failure.lines[row].rfind("{"))
        if column >= 0:
            return row, column
    return failure.spot


def _unclosed_bracket(failure: Failure, spot: Spot) -> Diagnostic:
    rest = failure.rest(spot)
    closing = {"[": "]", "{": "}"}.get(rest[:1], "]")
    found = f"Dấu {rest[:1]} mở ở {shown(rest)} không có dấu đóng."
    return bracket(
        failure, spot, found, f"Thêm dấu {closing} vào cuối; nếu là chữ cần viết, đặt cả giá trị trong ngoặc kép."
    )


def bracket(failure: Failure, spot: Spot, found: str, cure: str) -> Diagnostic:
    """Return the diagnostic for brackets, with what was found there."""
    return failure.at(spot, syntax_codes.BRACKET, found, cure)
