"""A decision that moves an activity, extends a duty or waives it."""

from typing import Annotated, Any

from pydantic import PlainValidator

from ktgs.records.base import FileRecord
from ktgs.records.values import ActivityId, Day, MonthOf, PersonId, UnitId, Yes, read_texts, word
from ktgs.text import fold
from ktgs.vocabulary import Reference, Word, field

ALL = ("tất cả",)


def read_scope(value: Any) -> tuple[str, ...]:
    """Return the ids of a list, or ALL for the words `tất cả`."""
    texts = read_texts(value)
    return ALL if len(texts) == 1 and fold(texts[0]) == ALL[0] else texts


UnitScope = Annotated[tuple[str, ...], PlainValidator(read_scope), Reference("unit")]
PersonScope = Annotated[tuple[str, ...], PlainValidator(read_scope), Reference("person")]
Scope = Annotated[tuple[str, ...], PlainValidator(read_scope)]


class AdjustmentKind(Word):
    """What the decision does."""

    adjustment = "điều chỉnh"
    extension = "gia hạn"
    waiver = "miễn"


class Adjustment(FileRecord):
    """`…/adjustments/<id>.yml`."""

    record_kind = "adjustment"
    record_title = "Điều chỉnh"
    path = "plans/{year}/{plan}/adjustments/{id}.yml"
    known_on = "decided_on"

    kind: Annotated[AdjustmentKind, word(AdjustmentKind), field("loại", "điều chỉnh, gia hạn hay miễn", public=True)]
    activity: Annotated[ActivityId | None, field("hoạt động", "mã hoạt động", public=True)] = None
    duty: Annotated[str | None, field("việc", "tên việc phải làm", public=True)] = None
    units: Annotated[UnitScope, field("đơn vị", "mã các đơn vị, hoặc tất cả", public=True)] = ALL
    people: Annotated[PersonScope, field("cán bộ", "mã các cán bộ, hoặc tất cả", public=True)] = ALL
    periods: Annotated[Scope, field("kỳ", "các tháng hoặc đợt, hoặc tất cả", public=True)] = ALL
    new_start: Annotated[Day | None, field("sang từ", "ngày bắt đầu mới", public=True)] = None
    new_end: Annotated[Day | None, field("sang đến", "ngày kết thúc mới", public=True)] = None
    new_month: Annotated[MonthOf | None, field("sang tháng", "tháng mới", public=True)] = None
    undated: Annotated[Yes, field("chưa ấn định", "chưa ấn định thời gian mới", public=True)] = False
    new_due: Annotated[Day | None, field("hạn mới", "hạn mới", public=True)] = None
    decided_on: Annotated[Day, field("ngày quyết định", "ngày quyết định", public=True, known_on="decided_on")]
    decided_by: Annotated[str, field("người quyết định", "ai quyết định", public=True)]
    reason: Annotated[str, field("lý do", "lý do", public=True)]
    basis: Annotated[str | None, field("căn cứ", "căn cứ", public=True)] = None
