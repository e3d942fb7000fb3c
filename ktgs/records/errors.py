"""What validation refuses, as diagnostics: each at its place, in Vietnamese, with the nearest word and the cure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ktgs.diagnostics import Code, Diagnostic, Place
from ktgs.records.base import Record
from ktgs.source.tree import PLACES, Places
from ktgs.text import nearest

_BAD_VALUE = "Giá trị của khóa không đọc được theo kiểu của khóa đó. Sửa giá trị theo mẫu nêu trong thông báo."

MISSING = Code("S101", "Thiếu khóa bắt buộc", about="Khóa bắt buộc không có trong tệp. Thêm một dòng `khóa: giá trị`.")
EMPTY = Code("S102", "Khóa bắt buộc để trống", about="Có khóa nhưng sau dấu hai chấm không có gì. Điền giá trị.")
UNKNOWN_KEY = Code(
    "S103",
    "Khóa không có trong mẫu",
    about="Tên khóa viết sai, hoặc đặt sai chỗ. Chữ hoa, chữ thường và cách đặt dấu thanh (hòa, hoà) không ảnh hưởng; thiếu dấu thì bị báo.",
)
WRONG_SHAPE = Code(
    "S104",
    "Sai dạng",
    about="Chỗ cần một giá trị lại có danh sách hoặc nhóm khóa, hay ngược lại. Xem ví dụ trong sổ tay.",
)
BAD_DAY = Code("S201", "Không phải là một ngày", about=_BAD_VALUE)
BAD_CLOCK = Code("S202", "Không phải là một giờ", about=_BAD_VALUE)
BAD_WORD = Code("S203", "Từ không được dùng ở đây", about=_BAD_VALUE)
BAD_MONTH = Code("S205", "Không phải là một tháng", about=_BAD_VALUE)
BAD_COUNT = Code("S206", "Không phải là một số đếm", about=_BAD_VALUE)
BAD_YES = Code("S207", "Không phải là có hay không", about=_BAD_VALUE)
BAD_NUMBER = Code("S208", "Không phải là số, ký hiệu văn bản", about=_BAD_VALUE)
BAD_ID = Code("S209", "Không phải là một mã", about=_BAD_VALUE)
_VALUE_CODES = {
    code.id: code for code in (BAD_DAY, BAD_CLOCK, BAD_WORD, BAD_MONTH, BAD_COUNT, BAD_YES, BAD_NUMBER, BAD_ID)
}

_SHAPES: Mapping[str, tuple[str, str]] = {
    "string_type": ("một giá trị", "Viết một giá trị trên cùng dòng với khóa."),
    "tuple_type": ("một danh sách", "Viết mỗi mục trên một dòng, bắt đầu bằng “- ”."),
    "model_type": ("một nhóm khóa", "Viết các khóa con, mỗi khóa một dòng, thụt vào hai dấu cách."),
}


def field_keys(kind: type[BaseModel]) -> tuple[str, ...]:
    """Return the Vietnamese keys of a record class, in the order declared."""
    return tuple(str(info.alias) for info in kind.model_fields.values() if not str(info.alias).startswith(PLACES))


def nested(annotation: Any) -> type[Record] | None:
    """Return the record class inside an annotation such as `tuple[Meeting, ...]`, None where there is none."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := nested(part))), None)


def explain(error: ValidationError, kind: type[Record], tree: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each thing that validation refused."""
    details = error.errors(include_url=False, include_input=False)
    for detail in details:
        yield _explain_one(detail, kind, tree)


def _explain_one(detail: ErrorDetails, kind: type[Record], tree: Mapping[str, Any]) -> Diagnostic:
    owner, owner_kind, key, place = _locate(detail["loc"], kind, tree)
    if detail["type"] == "missing":
        return _missing(owner, key)
    if detail["type"] == "extra_forbidden":
        return _unknown_key(owner, owner_kind, key)
    if detail["type"] in _SHAPES:
        shape, cure = _SHAPES[detail["type"]]
        return WRONG_SHAPE.at(place, f"“{key}” phải là {shape}.", cure=cure)
    context = detail.get("ctx", {})
    code = _VALUE_CODES[detail["type"]]
    return code.at(place, f"{key}: {context['found']}", expected=str(context["expected"]), cure=str(context["cure"]))


def _locate(
    loc: tuple[int | str, ...], kind: type[Record], tree: Mapping[str, Any]
) -> tuple[Places, type[Record], str, Place]:
    """Return the mapping that an error's path leads to, its class, the key in it, and the place of the value."""
    node: Any = tree
    places: Places = tree[PLACES]
    key = ""
    place = places.key()
    for position, part in enumerate(loc):
        if isinstance(part, int):
            place = places.value(key, part)
            node = node[part] if isinstance(node, list) and part < len(node) else None
        else:
            if position and isinstance(node, dict):
                kind, places = nested(_annotation(kind, key)) or kind, node[PLACES]
            key, place = part, places.value(part)
            node = node.get(part) if isinstance(node, dict) else None
    return places, kind, key, place


def _annotation(kind: type[Record], key: str) -> Any:
    return next((info.annotation for info in kind.model_fields.values() if info.alias == key), None)


def _missing(places: Places, key: str) -> Diagnostic:
    if key in places.empty:
        return EMPTY.at(places.value(key), f"“{key}” để trống.", cure=f"Điền giá trị sau “{key}:”.")
    return MISSING.at(places.key(), f"Thiếu “{key}”.", cure=f"Thêm dòng “{key}: …”.")


def _unknown_key(places: Places, kind: type[Record], key: str) -> Diagnostic:
    keys = field_keys(kind)
    near = nearest(key, [known for known in keys if known not in places.entries])
    cure = f"Gần nhất: {near}." if near else "Xóa dòng này hoặc chuyển vào đúng chỗ."
    return UNKNOWN_KEY.at(
        places.key(key), f"Không có khóa “{key}” ở đây.", expected=f"Dùng: {', '.join(keys)}.", cure=cure
    )
