"""Officers: who holds which position, from a date to a date."""

from datetime import date
from typing import Annotated

from ktgs.language.vocabulary import Tells, Word, field
from ktgs.records.base import FileRecord, Record
from ktgs.records.ids import BodyId, UnitId
from ktgs.records.values import Day, word


class Tenure(Word):
    """How somebody came to a position."""

    elected = "bầu"
    appointed = "chỉ định"
    provisional = "lâm thời"


class Span(Record):
    """Something that holds from a day to a day, both included; open where one is not given."""

    valid_from: Annotated[Day | None, field("từ", "từ ngày", public=True, tells=Tells.span)] = None
    valid_to: Annotated[Day | None, field("đến", "đến hết ngày", public=True, tells=Tells.span)] = None

    def covers(self, day: date) -> bool:
        """Return whether `day` lies within."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class Workplace(Span):
    """Where an officer works: the own unit, which the officer does not inspect."""

    unit: Annotated[UnitId, field("đơn vị", "đơn vị nơi công tác", public=True)]


class Position(Span):
    """A seat in a body."""

    body: Annotated[BodyId, field("cơ quan", "mã cơ quan: bch, btv, ubkt …", public=True)]
    title: Annotated[str, field("chức danh", "ví dụ Bí thư, Ủy viên", public=True)]
    tenure: Annotated[
        Tenure | None, word(Tenure), field("hình thức giữ chức", "bầu, chỉ định hay lâm thời", public=True)
    ] = None


class Unavailable(Span):
    """Days on which somebody is not to be assigned; the reason is never recorded."""


class Person(FileRecord):
    """`data/people/<id>.yml`."""

    record_kind = "person"
    record_title = "Cán bộ"
    path = "people/{id}.yml"

    full_name: Annotated[str, field("họ tên", "họ và tên", public=True)]
    workplaces: Annotated[tuple[Workplace, ...], field("nơi công tác", "các đơn vị công tác", public=True)] = ()
    positions: Annotated[tuple[Position, ...], field("chức vụ", "các chức vụ trong các cơ quan", public=True)]
    unavailable: Annotated[
        tuple[Unavailable, ...], field("không phân công", "những ngày không phân công, không nêu lý do")
    ] = ()

    def bodies_on(self, day: date) -> frozenset[str]:
        """Return the ids of the bodies where the person holds a position on `day`."""
        return frozenset(position.body for position in self.positions if position.covers(day))

    def workplaces_on(self, day: date) -> frozenset[str]:
        """Return the ids of the units where the person works on `day`."""
        return frozenset(place.unit for place in self.workplaces if place.covers(day))
