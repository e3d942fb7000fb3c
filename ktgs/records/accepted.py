"""The warnings that are there on purpose: which, where, why, who says so and since when."""

from typing import Annotated

from ktgs.language.vocabulary import field
from ktgs.records.base import FileRecord, Record
from ktgs.records.values import Day


class Acceptance(Record):
    """One warning that is accepted: of a code, in a file, at a place in it."""

    known_on = "accepted_on"
    code: Annotated[str, field("mã", "mã của cảnh báo, ví dụ M305", public=True)]
    file: Annotated[str, field("tệp", "đường dẫn của tệp, bắt đầu bằng data/", public=True)]
    spot: Annotated[str, field("chỗ", "tên dòng hoặc mã đứng ở chỗ có cảnh báo", public=True)]
    reason: Annotated[str, field("lý do", "vì sao dữ liệu vẫn đúng", public=True)]
    accepted_by: Annotated[str, field("ai", "ai chấp nhận", public=True)]
    accepted_on: Annotated[Day, field("ngày", "ngày chấp nhận", public=True, known_on="accepted_on")]


class Accepted(FileRecord):
    """`data/accepted.yml`. None of it is public by itself: an entry shows with its warning, where that may show."""

    record_kind = "accepted"
    record_title = "Cảnh báo được chấp nhận"
    path = "accepted.yml"

    entries: Annotated[tuple[Acceptance, ...], field("chấp nhận", "các cảnh báo được chấp nhận", public=True)] = ()

    @property
    def hidden(self) -> frozenset[str]:
        """All entries: one may speak of a warning that follows from private facts."""
        return frozenset({"entries"})
