"""A toy record kind: what a unit was given."""

from typing import Annotated

from ktgs.language.vocabulary import field
from ktgs.records.base import FileRecord
from ktgs.records.ids import UnitId
from ktgs.records.values import Day


class Gift(FileRecord):
    """`data/gifts/<id>.yml`."""

    record_kind = "gift"
    record_title = "Quà tặng"
    path = "gifts/{id}.yml"
    known_on = "given_on"

    unit: Annotated[UnitId, field("đơn vị", "mã đơn vị", public=True)]
    given_on: Annotated[Day, field("ngày tặng", "ngày tặng", public=True, known_on="given_on")]
    giver: Annotated[str | None, field("người tặng", "ai tặng")] = None
