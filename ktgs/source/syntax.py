"""What libyaml's syntax errors mean to the person who wrote the file: texts with a cure, put where the mistake is."""

from __future__ import annotations

import re
from collections.abc import Callable

from yaml import YAMLError
from yaml.events import CollectionEndEvent, ScalarEvent

from ktgs.language.diagnostics import Diagnostic
from ktgs.source import codes, syntax_codes
from ktgs.source.brackets import bracket, in_brackets
from ktgs.source.characters import BLANK, can_show, quote_it, shown
from ktgs.source.failure import Failure, Spot, failure_of
from ktgs.source.lookalikes import unlike_colon, unlike_dash
from ktgs.source.marks import DEEPEST, refuse


def explain(error: YAMLError, text: str, file: str, first_line: int) -> Diagnostic:
    """Return the diagnostic for a syntax error of libyaml in `text`, which starts on `first_line` of the file."""
    failure = failure_of(error, text, file, first_line)
    return next(filter(None, (rule(failure) for rule in _RULES)))


def no_key(text: str, file: str, first_line: int, spot: Spot) -> Diagnostic:
    """Return the diagnostic for text without any key that starts at `spot`."""
    return _missing_colon(
        Failure(
            file=file,
            first_line=first_line,
            lines=text.splitlines(),
            problem="",
            context="",
            spot=spot,
            since=spot,
            last=None,
        ),
        spot,
    )


def _missing_colon(failure: Failure, spot: Spot) -> Diagnostic:
    line = failure.rest(spot)
    if unlike := unlike_colon(line, failure.place(spot)):
        return unlike
    if re.search(rf":[{BLANK}]", line):
        found = f"Sau dấu hai chấm trong {shown(line)} là một dấu cách lạ, không phải dấu cách thường."
        return failure.at(spot, syntax_codes.MISSING_COLON, found, "Xóa dấu cách đó rồi gõ lại bằng phím cách.")
    if match := re.match(r"([^\s:\"'][^:]*):(\S.*)", line):
        found = f"Thiếu dấu cách sau dấu hai chấm trong {shown(line)}."
        cure = f"Viết: {match[1].rstrip()}: {match[2]}" if can_show(line) else "Thêm một dấu cách sau dấu hai chấm."
        return failure.at(spot, syntax_codes.MISSING_COLON, found, cure)
    found = f"Dòng {shown(line)} không có dấu hai chấm sau tên dòng."
    cure = "Viết “tên dòng: giá trị”; nếu dòng là phần tiếp của dòng trên thì thụt vào sâu hơn dòng đó."
    return failure.at(spot, syntax_codes.MISSING_COLON, found, cure)


def _quoted(failure: Failure) -> Diagnostic | None:
    if failure.context == "while parsing a quoted scalar":
        found = f"Trong ngoặc kép, dấu “\\” ở {shown(failure.rest(failure.since))} không thành ký hiệu nào."
        row, column = failure.spot
        spot = row, max(failure.lines[row].rfind("\\", 0, column + 1), 0)
        return failure.at(spot, syntax_codes.ESCAPE, found, "Dùng ngoặc đơn '…', hoặc viết “\\\\” thay cho “\\”.")
    if failure.context != "while scanning a quoted scalar":
        return None
    if failure.last_end == failure.since and isinstance(failure.last, ScalarEvent):
        return _text_after(failure, failure.since)
    return _unclosed_quote(failure, failure.since)


def _unclosed_quote(failure: Failure, spot: Spot) -> Diagnostic:
    mark = failure.rest(spot)[:1]
    found = f"Dấu {mark} mở ở {shown(failure.rest(spot))} không có dấu đóng."
    return failure.at(spot, syntax_codes.UNCLOSED_QUOTE, found, f"Thêm dấu {mark} vào cuối giá trị, hoặc bỏ dấu mở.")


def _text_after(failure: Failure, spot: Spot) -> Diagnostic:
    found = f"Sau dấu đóng ngoặc còn {shown(failure.rest(spot))}."
    start = re.match(r"(?:[ -]*[^\s\"'\[{][^:]*:\s+|[ -]*)", failure.rest((spot[0], 0)))
    value = failure.rest((spot[0], start.end() if start else 0))
    return failure.at(spot, syntax_codes.TEXT_AFTER_VALUE, found, f"Bỏ phần thừa, hoặc {quote_it(value)}")


def _tab(failure: Failure) -> Diagnostic | None:
    if "found a tab" in failure.problem or failure.rest(failure.spot).startswith("\t"):
        found, cure = "Dòng này thụt bằng dấu tab.", "Xóa dấu tab, thụt dòng bằng dấu cách."
        return failure.at(failure.spot, syntax_codes.TAB, found, cure)
    return None


def _special_start(failure: Failure) -> Diagnostic | None:
    rest = failure.rest(failure.spot)
    context = failure.context
    if (
        context in ("while scanning an anchor", "while scanning an alias")
        or "tag" in f"{context} {failure.problem}".split()
    ):
        code = {"&": codes.ANCHOR, "*": codes.ALIAS}.get(failure.rest(failure.since)[:1], codes.TAG)
        start = failure.since
        return refuse(code, failure.rest(start), failure.at(start, code, "", "").place)
    if context == "while scanning a block scalar":
        mark = failure.rest(failure.since)[:1]
        found = f"Sau {shown(mark)} phải xuống dòng, nhưng còn {shown(rest)}."
        cure = f"Xuống dòng và thụt vào, hoặc {quote_it(failure.rest(failure.since))}"
        return failure.at(failure.since, syntax_codes.BLOCK_MARK, found, cure)
    if failure.problem in (
        "found character that cannot start any token",
        "mapping keys are not allowed in this context",
    ) or (failure.problem == "did not find expected node content" and context == "while parsing a block node" and rest):
        found = f"Giá trị không được bắt đầu bằng {shown(rest[:1])}."
        return failure.at(failure.spot, syntax_codes.SPECIAL_START, found, f"Nếu là chữ cần viết, {quote_it(rest)}")
    return None


def _directive(failure: Failure) -> Diagnostic | None:
    if (
        "directive" not in failure.context
        and "directive" not in failure.problem
        and "YAML document" not in failure.problem
    ):
        return None
    spot = (failure.spot[0], 0)
    found = f"Dòng {shown(failure.rest(spot))} bắt đầu bằng “%”, không được dùng."
    return failure.at(spot, codes.DIRECTIVE, found, "Xóa dòng đó.")


def _dash(failure: Failure) -> Diagnostic | None:
    if failure.problem != "block sequence entries are not allowed in this context":
        return None
    found = f"Dấu gạch của {shown(failure.rest(failure.spot))} đứng ngay sau tên dòng."
    cure = f"Xuống dòng trước dấu gạch; nếu dấu gạch là chữ cần viết thì {quote_it(failure.rest(failure.spot))}"
    return failure.at(failure.spot, syntax_codes.DASH_ON_KEY_LINE, found, cure)


def _colon(failure: Failure) -> Diagnostic | None:
    if failure.problem == "could not find expected ':'":
        return _missing_colon(failure, failure.since)
    if failure.problem == "found unexpected ':'":
        found = f"Thiếu dấu cách sau dấu hai chấm ở {shown(failure.rest(failure.spot))}."
        cure = "Thêm dấu cách sau dấu hai chấm; nếu là chữ cần viết thì đặt cả mục trong ngoặc kép."
        return failure.at(failure.spot, syntax_codes.MISSING_COLON, found, cure)
    if failure.problem != "mapping values are not allowed in this context":
        return None
    row, column = failure.last_start
    if isinstance(failure.last, CollectionEndEvent) or _ends_with_quote(failure):
        return _text_after(failure, failure.spot)
    if row == failure.spot[0]:
        value = failure.rest(failure.last_start)
        found = f"Giá trị {shown(value)} có dấu hai chấm kèm dấu cách nên bị đọc thành tên dòng."
        return failure.at(failure.spot, syntax_codes.COLON_IN_VALUE, found, _sentence(quote_it(value)))
    if failure.before(failure.last_start).rstrip().endswith(":"):
        return _indentation(failure, failure.spot[0])
    return _missing_colon(failure, (row, column))


def _ends_with_quote(failure: Failure) -> bool:
    return failure.before(failure.spot).rstrip().endswith(('"', "'")) and getattr(failure.last, "style", "") in (
        '"',
        "'",
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _indentation(failure: Failure, row: int) -> Diagnostic:
    line = failure.rest((row, 0))
    column = len(line) - len(line.lstrip())
    found = f"Dòng {shown(line)} thụt {column} dấu cách, không khớp với dòng nào ở trên."
    cure = "Chỉnh số dấu cách đầu dòng cho thẳng cột; văn bản nhiều dòng thì viết “|” sau tên dòng và thụt đều."
    return failure.at((row, column), syntax_codes.INDENTATION, found, cure)


def _block(failure: Failure) -> Diagnostic | None:
    if failure.problem not in (
        "did not find expected key",
        "did not find expected '-' indicator",
        "did not find expected <document start>",
    ):
        return None
    row = failure.spot[0]
    before = failure.before(failure.spot).rstrip()
    last = failure.last
    if (
        isinstance(last, ScalarEvent)
        and last.style in ('"', "'")
        and failure.last_start[0] < failure.last_end[0] == row
    ):
        return _unclosed_quote(failure, failure.last_start)
    if before.endswith(('"', "'", "]", "}")):
        return _text_after(failure, failure.spot)
    return _odd_start(failure) or (_other(failure) if before.strip("- ") else _misaligned(failure))


def _odd_start(failure: Failure) -> Diagnostic | None:
    rest = failure.rest(failure.spot)
    if rest.startswith(("]", "}")):
        return bracket(failure, failure.spot, f"Dấu {rest[0]} không có dấu mở.", f"Bỏ dấu {rest[0]} thừa.")
    if rest.startswith(":"):
        found = f"Trước dấu hai chấm của {shown(rest)} không có tên dòng."
        return failure.at(failure.spot, codes.KEY_NOT_TEXT, found, "Viết tên dòng trước dấu hai chấm.")
    if any(line.startswith("...") for line in failure.lines[: failure.spot[0]]):
        found = f"Sau dòng “...” còn {shown(rest)}."
        return failure.at(failure.spot, codes.MANY_DOCUMENTS, found, "Xóa dòng “...”.")
    return None


def _misaligned(failure: Failure) -> Diagnostic:
    rest = failure.rest(failure.spot)
    if failure.problem == "did not find expected '-' indicator" and failure.spot[1] == failure.since[1]:
        found = f"{shown(rest)} thẳng cột với các dấu gạch của danh sách nhưng không có dấu gạch."
        cure = "Thêm dấu gạch nếu là một mục, thụt vào nếu thuộc mục trên, hoặc lùi ra nếu thuộc dòng ngoài."
    elif rest.startswith("- ") and isinstance(failure.last, ScalarEvent):
        found = f"Dấu gạch của {shown(rest)} thẳng cột với các tên dòng, không nằm dưới tên dòng nào còn trống."
        cure = "Thụt dấu gạch vào dưới tên dòng của danh sách; sau tên dòng ấy không có giá trị."
    else:
        return _indentation(failure, failure.spot[0])
    return failure.at(failure.spot, syntax_codes.INDENTATION, found, cure)


def _depth(failure: Failure) -> Diagnostic | None:
    if failure.problem != "exceeded maximum nesting depth":
        return None
    found = f"Đến đây dữ liệu lồng quá {DEEPEST} mức."
    return failure.at(failure.spot, codes.TOO_DEEP, found, "Bỏ bớt dấu ngoặc hoặc mức thụt dòng thừa.")


def _other(failure: Failure) -> Diagnostic:
    found = f"Không đọc được {shown(failure.rest(failure.spot) or failure.before(failure.spot))} theo cú pháp YAML."
    cure = "Xem dấu hai chấm, dấu ngoặc và thụt dòng của dòng này và dòng trên."
    return failure.at(failure.spot, syntax_codes.OTHER_SYNTAX, found, cure)


def _unlike_dash(failure: Failure) -> Diagnostic | None:
    """Return what an item means that begins with another mark than a dash, on a line that the error speaks of."""
    for row in sorted({failure.since[0], failure.last_start[0], failure.spot[0]}):
        line = failure.rest((row, 0))
        column = len(line) - len(line.lstrip())
        if unlike := unlike_dash(line[column:], failure.place((row, column))):
            return unlike
    return None


_RULES: tuple[Callable[[Failure], Diagnostic | None], ...] = (
    _unlike_dash,
    _quoted,
    _tab,
    _directive,
    _special_start,
    _dash,
    _colon,
    _depth,
    in_brackets,
    _block,
    _other,
)
