"""The body that issues the plans, with its committees and how its data is published."""

from typing import Annotated

from ktgs.language.vocabulary import Word, field
from ktgs.records.base import FileRecord, Record
from ktgs.records.ids import Id
from ktgs.records.values import Count, Day, Yes, word


class DataRepository(Word):
    """Who may read the data repository itself."""

    public = "công khai"
    internal = "nội bộ"


class Body(Record):
    """A committee or the office: who issues papers and who holds positions."""

    id: Annotated[Id, field("mã", "mã ngắn của cơ quan, ví dụ btv", public=True)]
    name: Annotated[str, field("tên", "tên đầy đủ", public=True)]
    abbreviation: Annotated[str | None, field("viết tắt", "tên viết tắt, ví dụ BTV", public=True)] = None
    symbol: Annotated[str | None, field("ký hiệu", "ký hiệu trên văn bản", public=True)] = None

    @property
    def short(self) -> str:
        """The abbreviation, or the name where there is none."""
        return self.abbreviation or self.name


class Organization(FileRecord):
    """`data/organization.yml`."""

    record_kind = "organization"
    record_title = "Tổ chức"
    path = "organization.yml"

    name: Annotated[str, field("tên", "tên đầy đủ của tổ chức ban hành kế hoạch", public=True)]
    short_name: Annotated[str | None, field("tên ngắn", "tên gọi tắt", public=True)] = None
    superior: Annotated[str, field("cấp trên", "tổ chức cấp trên trực tiếp", public=True)]
    symbol: Annotated[str, field("ký hiệu", "ký hiệu văn bản, ví dụ ĐTN", public=True)]
    place_of_issue: Annotated[str, field("địa danh", "nơi ban hành văn bản", public=True)]
    bodies: Annotated[tuple[Body, ...], field("cơ quan", "BCH, BTV, UBKT, Văn phòng …", public=True)]
    full_register: Annotated[Yes, field("sổ văn bản đầy đủ", "mọi số văn bản đều có trong dữ liệu", public=True)] = (
        False
    )
    sample_as_of: Annotated[
        Day | None, field("dữ liệu minh họa đến ngày", "dữ liệu là minh họa, và đây là hôm nay của nó", public=True)
    ] = None
    soon_days: Annotated[
        Count, field("ngưỡng sắp đến hạn", "còn bao nhiêu ngày thì gọi là sắp đến hạn", public=True)
    ] = 7
    data_repository: Annotated[
        DataRepository,
        word(DataRepository, is_noun=False),
        field("kho dữ liệu", "ai được đọc kho dữ liệu", public=True),
    ] = DataRepository.internal
