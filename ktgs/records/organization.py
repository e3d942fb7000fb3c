"""The body that issues the plans, with its committees and how its data is published."""

from functools import cached_property
from typing import Annotated

from pydantic import BeforeValidator

from ktgs.language.text import fold
from ktgs.language.vocabulary import Tells, Word, field
from ktgs.records.base import FileRecord, Record
from ktgs.records.ids import BodyId, Id
from ktgs.records.values import AccountName, Count, Day, Yes, as_list, word


class DataRepository(Word):
    """Who may read the data repository itself."""

    public = "công khai"
    internal = "nội bộ"


class Body(Record):
    """A committee or the office: who issues papers and who holds positions."""

    referred_as = "body"
    referred_title = "cơ quan"

    id: Annotated[Id, field("mã", "mã ngắn của cơ quan, ví dụ btv", public=True)]
    name: Annotated[str, field("tên", "tên đầy đủ", public=True)]
    abbreviation: Annotated[str | None, field("viết tắt", "tên viết tắt, ví dụ BTV", public=True)] = None
    symbol: Annotated[str | None, field("ký hiệu", "ký hiệu trên văn bản", public=True)] = None

    def key_in(self, holder: FileRecord) -> str:
        """Return what names it."""
        return self.id

    @property
    def short(self) -> str:
        """The abbreviation, or the name where there is none."""
        return self.abbreviation or self.name


class BodyRole(Word):
    """What a body does for the plans."""

    office = "văn phòng"  # notices, assignments, summaries, flash reports
    standing = "thường trực"  # rounds, decisions


class RoleHolder(Record):
    """Which body has a role, and by which accounts of the git host it looks through proposals."""

    role: Annotated[BodyRole, word(BodyRole), field("vai trò", "văn phòng hay thường trực", public=True)]
    body: Annotated[BodyId, field("cơ quan", "mã cơ quan giữ vai trò", public=True)]
    accounts: Annotated[
        tuple[AccountName, ...],
        BeforeValidator(as_list),
        field("tài khoản", "tài khoản hoặc nhóm trên máy chủ git, duyệt các đề xuất sửa"),
    ] = ()


class UnitKind(Record):
    """A kind of unit, and what its sub-units are called; without the word it has none."""

    name: Annotated[str, field("tên", "từ ghi ở dòng loại của đơn vị", public=True)]
    sub_unit: Annotated[
        str | None, field("đơn vị trực thuộc", "tên gọi đơn vị trực thuộc, ví dụ phòng ban", public=True)
    ] = None


class Organization(FileRecord):
    """`data/organization.yml`."""

    record_kind = "organization"
    record_title = "Tổ chức"
    path = "organization.yml"

    own_id: Annotated[Id, field("mã", "mã của tổ chức, không đổi khi đổi tên", public=True)]
    name: Annotated[str, field("tên", "tên đầy đủ của tổ chức ban hành kế hoạch", public=True)]
    short_name: Annotated[str | None, field("tên ngắn", "tên gọi tắt", public=True)] = None
    superior: Annotated[str, field("cấp trên", "tổ chức cấp trên trực tiếp", public=True)]
    symbol: Annotated[str, field("ký hiệu", "ký hiệu văn bản, ví dụ ĐTN", public=True)]
    place_of_issue: Annotated[str, field("địa danh", "nơi ban hành văn bản", public=True)]
    paper_heading: Annotated[
        tuple[str, ...], field("tiêu đề văn bản", "dòng in ở đầu văn bản, bên phải, trên địa danh và ngày", public=True)
    ] = ()
    bodies: Annotated[tuple[Body, ...], field("cơ quan", "BCH, BTV, UBKT, Văn phòng …", public=True)]
    roles: Annotated[tuple[RoleHolder, ...], field("phân vai", "cơ quan nào giữ vai trò nào", public=True)]
    unit_kinds: Annotated[
        tuple[UnitKind, ...], field("loại đơn vị", "các loại đơn vị và tên gọi đơn vị trực thuộc", public=True)
    ]
    full_register: Annotated[Yes, field("sổ văn bản đầy đủ", "mọi số văn bản đều có trong dữ liệu", public=True)] = (
        False
    )
    sample_as_of: Annotated[
        Day | None,
        field(
            "dữ liệu minh họa đến ngày", "dữ liệu là minh họa, và đây là hôm nay của nó", public=True, tells=Tells.own
        ),
    ] = None
    soon_days: Annotated[
        Count, field("ngưỡng sắp đến hạn", "còn bao nhiêu ngày thì gọi là sắp đến hạn", public=True)
    ] = 7
    data_repository: Annotated[
        DataRepository,
        word(DataRepository, is_noun=False),
        field("kho dữ liệu", "công khai hay nội bộ, tức là ai được đọc kho dữ liệu", public=True),
    ]

    @cached_property
    def id(self) -> str:
        """The id that it gives itself: its file always has the same name."""
        return self.own_id

    def body_with(self, role: BodyRole) -> Body | None:
        """Return the body that has the role, None where none is named."""
        named = next((holder.body for holder in self.roles if holder.role is role), None)
        return next((body for body in self.bodies if body.id == named), None)

    @cached_property
    def _sub_units(self) -> dict[str, str]:
        """What the sub-units of each kind of unit are called, by the kind's folded name."""
        return {fold(kind.name): kind.sub_unit or "" for kind in reversed(self.unit_kinds)}  # the first of a name holds

    def has_kind(self, kind: str) -> bool:
        """Return whether units may be of that kind."""
        return fold(kind) in self._sub_units

    def sub_unit_word(self, kind: str) -> str:
        """Return what the sub-units of a kind of unit are called, empty where it has none or is not known."""
        return self._sub_units.get(fold(kind), "")

    @property
    def sub_unit_words(self) -> tuple[str, ...]:
        """What sub-units are called, each word once, in the order of the kinds."""
        return tuple(dict.fromkeys(kind.sub_unit for kind in self.unit_kinds if kind.sub_unit))
