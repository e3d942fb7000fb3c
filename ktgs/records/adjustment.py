"""A decision that moves an activity, extends a duty or waives it."""

from collections.abc import Callable
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, WrapValidator, model_validator

from ktgs.language.text import fold, vi_date
from ktgs.language.vocabulary import OneOrMany, Tells, Word, field
from ktgs.records.base import FileRecord, require_one
from ktgs.records.ids import ActivityRef, DocumentRef, PeriodRef, PersonId, TeamRef, UnitId
from ktgs.records.keys import AdjustmentKey
from ktgs.records.values import Day, MonthOf, Yes, as_list, refuse, word

ALL: Any = ("tất cả",)


def read_scope(value: Any, handler: Callable[[Any], Any]) -> Any:
    """Return the ids of a list (or of one text), or ALL for the words `tất cả`. Refuses both in one list."""
    values = [value] if type(value) is str else value
    if isinstance(values, list) and any(type(item) is str and fold(item) == ALL[0] for item in values):
        if len(values) > 1:
            cure = "Chỉ ghi “tất cả” ngay sau dấu hai chấm; nếu chỉ một số thì xóa mục “tất cả”."
            raise refuse("S209", f"“{ALL[0]}” không đứng cùng mã nào.", cure=cure)
        return ALL
    return handler(values)


_SCOPE = WrapValidator(read_scope)
_OR_ALL = OneOrMany(ALL[0])
UnitScope = Annotated[tuple[UnitId, ...], _SCOPE, _OR_ALL]
TeamScope = Annotated[tuple[TeamRef, ...], _SCOPE, _OR_ALL]
PersonScope = Annotated[tuple[PersonId, ...], _SCOPE, _OR_ALL]
PeriodScope = Annotated[tuple[PeriodRef, ...], _SCOPE, _OR_ALL]


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
    key_class = AdjustmentKey
    alternatives = (("activity",), ("duty",))
    known_on = "decided_on"

    kind: Annotated[AdjustmentKind, word(AdjustmentKind), field("loại", "điều chỉnh, gia hạn hay miễn", public=True)]
    activity: Annotated[ActivityRef | None, field("hoạt động", "mã hoạt động", public=True)] = None
    duty: Annotated[str | None, field("việc", "tên việc phải làm", public=True)] = None
    units: Annotated[UnitScope, field("đơn vị", "mã các đơn vị, hoặc tất cả", public=True)] = ()
    teams: Annotated[TeamScope, field("đoàn kiểm tra", "mã các đoàn kiểm tra, hoặc tất cả", public=True)] = ()
    people: Annotated[PersonScope, field("cán bộ", "mã các cán bộ, hoặc tất cả", public=True)] = ()
    periods: Annotated[PeriodScope, field("kỳ", "các tháng hoặc đợt, hoặc tất cả", public=True)] = ()
    documents: Annotated[
        tuple[DocumentRef, ...],
        BeforeValidator(as_list),
        OneOrMany(),
        field("tài liệu", "chỉ các tài liệu này: đoàn kiểm tra/cuộc/mã", public=True),
    ] = ()
    new_start: Annotated[Day | None, field("sang từ", "ngày bắt đầu mới", public=True, tells=Tells.plan)] = None
    new_end: Annotated[Day | None, field("sang đến", "ngày kết thúc mới", public=True, tells=Tells.plan)] = None
    new_month: Annotated[MonthOf | None, field("sang tháng", "tháng mới", public=True, tells=Tells.plan)] = None
    undated: Annotated[Yes, field("chưa ấn định", "chưa ấn định thời gian mới", public=True)] = False
    new_due: Annotated[Day | None, field("hạn mới", "hạn mới", public=True, tells=Tells.due)] = None
    decided_on: Annotated[Day, field("ngày quyết định", "ngày quyết định", public=True, known_on="decided_on")]
    decided_by: Annotated[str, field("người quyết định", "ai quyết định", public=True)]
    reason: Annotated[str, field("lý do", "lý do", public=True)]
    basis: Annotated[str | None, field("căn cứ", "căn cứ", public=True)] = None

    @property
    def told(self) -> str:
        """What the decision is called where its effect is told: the paper it rests on, else its day."""
        return self.basis or f"quyết định ngày {vi_date(self.decided_on)}"

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        require_one(self)
        return self
