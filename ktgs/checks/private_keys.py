"""Where the data repository itself is public, internal keys are kept outside it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from ktgs.facts.facts import Facts
from ktgs.language.diagnostics import Code, Diagnostic, Related
from ktgs.records.organization import DataRepository
from ktgs.records.schema import schema
from ktgs.source.codes import about

CODE = Code(
    "P201",
    "Dòng nội bộ trong kho dữ liệu công khai",
    about=about(
        "Khi tệp của tổ chức ghi `kho dữ liệu: công khai`, ai cũng đọc được tệp, nên những dòng nội bộ (vắng, dự"
        " thay, lý do vắng, không phân công, tình hình tư tưởng …) không được có.",
        "buổi: doan-so-a/b1\ncán bộ: nguyen-van-a\nvắng: có lý do",
        "buổi: doan-so-a/b1\ncán bộ: nguyen-van-a",
        cure="Xóa dòng, giữ thông tin ngoài kho; hoặc đặt `kho dữ liệu: nội bộ` nếu kho không công khai.",
    ),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """Yield an error at each internal key."""
    organization = facts.repository.organization
    if organization.data_repository is not DataRepository.public:
        return
    for kind, records in facts.repository.by_class.items():
        for field, record in product(schema(kind).private, records):
            if field.key in record.places.entries:  # empty too
                yield CODE.at(
                    record.where_key(field.name),
                    f"“{record.key_of(field.name)}” là dòng nội bộ, mà kho dữ liệu này công khai.",
                    cure="Xóa dòng này và giữ thông tin ngoài kho dữ liệu.",
                    related=[Related(organization.where("data_repository"), "kho dữ liệu công khai")],
                )
