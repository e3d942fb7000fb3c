"""Names, places and words stand on one line; only what is told in sentences may have several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ktgs.language.diagnostics import Code, Diagnostic, Place
from ktgs.source.codes import about
from ktgs.source.tree import Places

TOLD_IN_SENTENCES = frozenset(
    {
        "nội dung",
        "thành phần",
        "tình hình tư tưởng",
        "nguyên nhân",
        "lý do",
        "lý do chọn",
        "minh chứng",
        "thay đổi",
    }
)
CODE = Code(
    "S220",
    "Giá trị phải nằm trên một dòng",
    about=about(
        "Tên, nơi chốn, chức danh và các giá trị ngắn khác nằm trên một dòng; có dấu xuống dòng thì không vào được"
        " lịch, bảng và tiêu đề. Chỉ những dòng kể thành câu mới có nhiều dòng:"
        f" {', '.join(sorted(TOLD_IN_SENTENCES))}.",
        "họ tên: >\n  Nguyễn\n  Văn A",
        "họ tên: Nguyễn Văn A",
        cure="Viết giá trị ngay sau dấu hai chấm, không dùng dấu `>` hoặc `|`.",
    ),
)
_TOLD = 5  # in one file


def broken_lines(places: Places, told: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield an error for each of the first values of a file that may not have several lines, but where one is told.

    `places` are those of the file's root.
    """
    known = {item.place for item in told}
    breaks = [line_break for line_break in places.layout.breaks if line_break.key not in TOLD_IN_SENTENCES]
    for key, line, column in breaks[:_TOLD]:
        place = Place(places.file, line, column)
        if place not in known:
            cure = "Viết giá trị ngay sau dấu hai chấm, không dùng dấu “>” hoặc “|”."
            yield CODE.at(place, f"“{key}” phải nằm trên một dòng.", cure=cure)
