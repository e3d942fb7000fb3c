"""What a report found: strengths, good practices, shortcomings, recommendations, petitions."""

from typing import Annotated

from ktgs.language.vocabulary import Tells, Word, field
from ktgs.records.base import FileRecord, Record
from ktgs.records.ids import Id, UnitId
from ktgs.records.keys import FindingKey
from ktgs.records.values import Day, word


class RecommendationAddressee(Word):
    """To whom a team's recommendation goes."""

    unit = "đơn vị"
    standing_committee = "ban thường vụ"
    superior = "cấp trên"


class PetitionAddressee(Word):
    """To whom a proposal of the grassroots goes."""

    standing_committee = "ban thường vụ"
    superior = "cấp trên"
    party_committee = "cấp ủy"
    government = "chính quyền"


class Finding(Record):
    """One finding; the unit is implied in a visit report."""

    referred_as = "finding"
    referred_title = "nội dung trong báo cáo"

    id: Annotated[Id, field("mã", "mã, duy nhất trong báo cáo", public=True)]
    content: Annotated[str, field("nội dung", "nội dung", public=True)]
    unit: Annotated[UnitId | None, field("đơn vị", "mã đơn vị; không cần trong báo cáo dự sinh hoạt", public=True)] = (
        None
    )

    def key_in(self, holder: FileRecord) -> FindingKey:
        """Return what names it."""
        return FindingKey(holder.id, self.id)


class Spread(Record):
    """How a good practice was passed on."""

    known_on = "on"
    on: Annotated[Day, field("ngày", "ngày", public=True, known_on="on")]
    means: Annotated[str, field("cách", "cách nhân rộng", public=True)]


class GoodPractice(Finding):
    """Something that others can take up."""

    spread: Annotated[tuple[Spread, ...], field("nhân rộng", "các lần nhân rộng", public=True)] = ()


class Shortcoming(Finding):
    """Something to remedy."""

    cause: Annotated[str | None, field("nguyên nhân", "nguyên nhân", public=True)] = None


class Recommendation(Finding):
    """What the team asks to be done; an obligation only with a due date."""

    from_finding: Annotated[Id | None, field("từ tồn tại", "mã của tồn tại dẫn đến kiến nghị", public=True)] = None
    addressee: Annotated[
        RecommendationAddressee, word(RecommendationAddressee, is_noun=False), field("gửi", "gửi đến ai", public=True)
    ]
    due: Annotated[Day | None, field("hạn", "hạn thực hiện", public=True, tells=Tells.due)] = None


class Petition(Finding):
    """What the grassroots propose; never an obligation."""

    addressee: Annotated[
        PetitionAddressee, word(PetitionAddressee, is_noun=False), field("gửi", "gửi đến ai", public=True)
    ]
    due: Annotated[Day | None, field("hạn", "hạn trả lời mong muốn", public=True, tells=Tells.due)] = None
