"""Grassroots organisations with their branches and their history."""

from datetime import date
from typing import Annotated

from ktgs.language.vocabulary import SUB_UNIT, Tells, field
from ktgs.records.base import FileRecord, Record
from ktgs.records.ids import Id, PersonId, UnitId
from ktgs.records.keys import BranchKey
from ktgs.records.person import Span
from ktgs.records.values import Count, Day


class FormerName(Record):
    """A name that the unit had until a day."""

    name: Annotated[str, field("tên", "tên cũ", public=True)]
    valid_to: Annotated[Day, field("đến", "đến hết ngày", public=True, tells=Tells.span)]


class Follower(Span):
    """The officer who follows a unit."""

    person: Annotated[PersonId, field("cán bộ", "cán bộ theo dõi", public=True)]


class Branch(Span):
    """A sub-unit of a unit."""

    referred_as = "branch"
    referred_title = "đơn vị trực thuộc"

    id: Annotated[Id, field("mã", "mã, duy nhất trong đơn vị", public=True)]
    name: Annotated[str, field("tên", "tên gọi", public=True)]
    member_count: Annotated[Count | None, field("số đoàn viên", "số đoàn viên", public=True)] = None

    def key_in(self, holder: FileRecord) -> BranchKey:
        """Return what names it."""
        return BranchKey(holder.id, self.id)


class Unit(FileRecord):
    """`data/units/<id>.yml`."""

    record_kind = "unit"
    record_title = "Đơn vị"
    path = "units/{id}.yml"

    name: Annotated[str, field("tên", "tên đầy đủ", public=True)]
    short_name: Annotated[str | None, field("tên ngắn", "tên gọi tắt", public=True)] = None
    former_names: Annotated[tuple[FormerName, ...], field("tên cũ", "các tên trước đây", public=True)] = ()
    kind: Annotated[str, field("loại", "một trong các loại đơn vị của tổ chức", public=True)]
    cluster: Annotated[str | None, field("cụm", "cụm hoặc khối thi đua", public=True)] = None
    member_count: Annotated[Count | None, field("số đoàn viên", "số đoàn viên", public=True)] = None
    party_committee: Annotated[str | None, field("cấp ủy", "cấp ủy lãnh đạo trực tiếp", public=True)] = None
    inspection_officer: Annotated[str | None, field("phụ trách kiểm tra", "cán bộ phụ trách kiểm tra")] = None
    followed_by: Annotated[tuple[Follower, ...], field("cán bộ theo dõi", "ai theo dõi, từ ngày nào", public=True)] = ()
    branches: Annotated[tuple[Branch, ...], field(SUB_UNIT, "các đơn vị trực thuộc", public=True)] = ()
    valid_from: Annotated[Day, field("từ", "ngày thành lập hoặc bắt đầu theo dõi", public=True, tells=Tells.span)]
    valid_to: Annotated[Day | None, field("đến", "ngày cuối cùng còn hoạt động", public=True, tells=Tells.span)] = None
    merged_into: Annotated[UnitId | None, field("sáp nhập vào", "đơn vị nhận sáp nhập", public=True)] = None
    transferred_from: Annotated[str | None, field("chuyển đến từ", "nơi chuyển đến", public=True)] = None

    def exists_on(self, day: date) -> bool:
        """Return whether the unit exists on `day`; its first and last day both count."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def exists_between(self, first: date, last: date) -> bool:
        """Return whether the unit exists on any day from `first` to `last`."""
        return self.valid_from <= last and (self.valid_to is None or first <= self.valid_to)

    def name_on(self, day: date) -> str:
        """Return the name that the unit had on `day`."""
        if not self.former_names:
            return self.name
        return min(
            (former for former in self.former_names if day <= former.valid_to), key=lambda f: f.valid_to, default=self
        ).name

    def branch(self, branch_id: str) -> Branch | None:
        """Return the branch with that id, None where there is none."""
        for branch in self.branches:
            if branch.id == branch_id:
                return branch
        return None
