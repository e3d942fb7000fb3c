"""Where the data repository itself is public, internal keys are kept outside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ktgs.checks._walk import everything
from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.language.vocabulary import declared
from ktgs.records.base import Record
from ktgs.records.organization import DataRepository
from ktgs.source.codes import about
from ktgs.source.tree import PLACES

CODE = Code(
    "P201",
    "Khóa nội bộ trong kho dữ liệu công khai",
    about=about(
        "Khi tệp của tổ chức ghi `kho dữ liệu: công khai`, ai cũng đọc được tệp, nên những khóa nội bộ (vắng, dự"
        " thay, lý do vắng, không phân công, tình hình tư tưởng …) không được có.",
        "buổi: doan-so-a/b1\ncán bộ: nguyen-van-a\nvắng: có lý do",
        "buổi: doan-so-a/b1\ncán bộ: nguyen-van-a",
        cure="Xóa khóa, giữ thông tin ngoài kho; hoặc đặt `kho dữ liệu: nội bộ` nếu kho không công khai.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each internal key."""
    organization = facts.repository.organization
    if organization.data_repository is not DataRepository.public:
        return
    for record in everything(facts.repository):
        for key in _internal(type(record)):
            if key in record.places.entries:
                yield CODE.at(
                    record.places.key(key),
                    f"“{key}” là khóa nội bộ, mà kho dữ liệu này công khai.",
                    cure="Xóa khóa này và giữ thông tin ngoài kho dữ liệu.",
                    related=[Related(organization.where("data_repository"), "kho dữ liệu công khai")],
                )


@cache
def _internal(kind: type[Record]) -> tuple[str, ...]:
    fields = kind.model_fields.values()
    return tuple(
        str(info.alias) for info in fields if not str(info.alias).startswith(PLACES) and not declared(info).public
    )
