"""What validation refuses, as diagnostics: each at its place, in Vietnamese, with the nearest word and the cure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from ktgs.language.diagnostics import Diagnostic, Place
from ktgs.language.text import first_upper, nearest, perhaps, sounds_like
from ktgs.language.vocabulary import SUB_UNIT, declared
from ktgs.records import codes
from ktgs.records.base import REFUSED, Record, missing_key, shown_key
from ktgs.records.schema import child_of, schema
from ktgs.records.values import KEY
from ktgs.source.characters import shown
from ktgs.source.lookalikes import unlike_dash
from ktgs.source.tree import PLACES, Places

_SLIPS = 20  # unknown keys of one file for which the key meant is looked for: more are no slips of the finger

_ELSEWHERE = "xóa dòng này, hoặc chuyển vào đúng chỗ."
_SHAPES: Mapping[str, tuple[str, str]] = {
    "string_type": ("một giá trị", "Viết một giá trị ngay sau dấu hai chấm."),
    "tuple_type": ("một danh sách", "Viết mỗi mục trên một dòng riêng, bắt đầu bằng “- ”."),
    "model_type": ("một nhóm dòng", "Viết từng dòng con, thụt vào hai dấu cách."),
}


def field_keys(kind: type[BaseModel]) -> tuple[str, ...]:
    """Return the Vietnamese keys of a record class, in the order declared."""
    return tuple(str(info.alias) for info in kind.model_fields.values() if not str(info.alias).startswith(PLACES))


class _Spot(NamedTuple):
    """What an error's path leads to: the mapping's places and class, the key in it, and the value there."""

    places: Places
    kind: type[Record]
    key: str
    place: Place
    node: Any
    is_item: bool
    is_private: bool  # in a private field, or in a mapping that one holds, or not known
    meant: str | None = None  # the key that an unknown one probably means


def explain(error: ValidationError, kind: type[Record], tree: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each mistake; a misspelt key is one mistake, though its own is missing then."""
    mistakes: list[tuple[ErrorDetails, _Spot]] = []
    meant: set[tuple[int, str]] = set()
    slips = 0
    for detail in error.errors(include_url=False):
        spot = _locate(detail["loc"], kind, tree)
        if detail["type"] == "extra_forbidden":
            slips += 1
            near = _meant(spot) if slips <= _SLIPS else None
            spot = spot._replace(meant=near, is_private=spot.is_private or slips > _SLIPS)
            meant |= {(id(spot.places), near)} if near else set()
        mistakes.append((detail, spot))
    for detail, spot in mistakes:
        if detail["type"] != "missing" or spot.key in spot.places.empty or (id(spot.places), spot.key) not in meant:
            told = _explain_one(detail, spot)
            yield from (replace(problem, is_internal=True) for problem in told) if _is_internal(spot) else told


def _is_internal(spot: _Spot) -> bool:
    """Return whether what is wrong may tell a private fact: a private field, or a key that probably means one."""
    if spot.is_private:
        return True
    meant = _field(spot.kind, spot.meant or "")
    return meant is not None and not declared(meant).public


def _explain_one(detail: ErrorDetails, spot: _Spot) -> Iterator[Diagnostic]:
    context = detail.get("ctx", {})
    if detail["type"] == REFUSED:
        yield from context["diagnostics"]
    elif isinstance(spot.node, str) and (unlike := unlike_dash(spot.node, spot.place)):
        yield unlike
    elif detail["type"] == "missing":
        yield _missing(spot)
    elif detail["type"] == "extra_forbidden":
        yield _unknown_key(spot)
    elif detail["type"] in _SHAPES:
        yield _wrong_shape(spot, *_SHAPES[detail["type"]])
    else:
        found = context["found"] if KEY in context["found"] else f"“{KEY}”: {context['found']}"
        code = codes.VALUES[detail["type"]]
        yield code.at(
            spot.place,
            found.replace(KEY, shown_key(spot.places, spot.key)),
            expected=context["expected"],
            cure=context["cure"],
        )


def _locate(loc: tuple[int | str, ...], kind: type[Record], tree: Mapping[str, Any]) -> _Spot:
    node: Any = tree
    places: Places = tree[PLACES]
    key, is_item, is_private = "", False, False
    place = places.key()
    for position, part in enumerate(loc):
        if isinstance(part, int):
            place, is_item = places.value(key, part), True
            node = node[part] if isinstance(node, list) else node  # one text may stand for a list of one
        else:
            if position:
                holder = _field(kind, key)
                kind, places = (child_of(holder.annotation) if holder else None) or kind, node[PLACES]
            key, place, is_item = part, places.value(part), False
            node = node.get(part)
            info = _field(kind, key)
            is_private = is_private or (info is not None and not declared(info).public)
    return _Spot(places, kind, key, place, node, is_item, is_private)


def _field(kind: type[Record], key: str) -> FieldInfo | None:
    return next((info for info in kind.model_fields.values() if info.alias == key), None)


def _missing(spot: _Spot) -> Diagnostic:
    info = _field(spot.kind, spot.key)
    return missing_key(spot.places, spot.key, (info.description if info else None) or "")


def _free(spot: _Spot) -> dict[str, str]:
    """Return the keys that the mapping does not have yet, under the words by which the file would give them."""
    free = (key for key in field_keys(spot.kind) if key not in spot.places.entries)
    return {shown_key(spot.places, key): key for key in free}


def _meant(spot: _Spot) -> str | None:
    """Return the key that an unknown one probably means: that of its English name, else the nearest free one."""
    fields = {name: str(info.alias) for name, info in spot.kind.model_fields.items()}
    free = _free(spot)
    if fields.get(spot.key) in free.values():
        return fields[spot.key]
    near = nearest(spot.key, free)
    return free[near] if near else None


def _unknown_key(spot: _Spot) -> Diagnostic:
    free = ", ".join(_free(spot))
    near = shown_key(spot.places, spot.meant) if spot.meant else None
    cure = perhaps(near, _already(spot) or _for_sub_units(spot) or first_upper(_ELSEWHERE))
    expected = f"Có thể dùng: {free}." if free else ""
    return codes.UNKNOWN_KEY.at(
        spot.places.key(spot.key), f"Ở đây không dùng tên dòng {shown(spot.key)}.", expected=expected, cure=cure
    )


def _for_sub_units(spot: _Spot) -> str:
    """Return the cure of a key that may be meant for sub-units, empty where the mapping gives none or has them."""
    for field in schema(spot.kind).of_sub_units:
        if field.key not in spot.places.entries and spot.key.endswith(field.key.removeprefix(SUB_UNIT)):
            words = (f"“{field.key.replace(SUB_UNIT, word)}”" for word in spot.places.sub_units)
            return f"Nếu là đơn vị trực thuộc thì ghi ở dòng {' hoặc '.join(words)}; nếu không thì {_ELSEWHERE}"
    return ""


def _already(spot: _Spot) -> str:
    """Return the cure of a key that is another spelling of one that stands there already, empty of any other."""
    taken = {shown_key(spot.places, key): key for key in field_keys(spot.kind) if key in spot.places.entries}
    word = next((word for word in taken if sounds_like(word, spot.key)), "")
    line = spot.places.key(taken[word]).line if word else 0
    return f"Tên dòng đúng là “{word}”, đã có ở dòng {line}: giữ lại dòng đúng, xóa dòng kia." if word else ""


def _wrong_shape(spot: _Spot, wanted: str, cure: str) -> Diagnostic:
    is_list, is_map = isinstance(spot.node, list), isinstance(spot.node, dict)
    given = _SHAPES["tuple_type" if is_list else "model_type" if is_map else "string_type"][0]
    key = shown_key(spot.places, spot.key)
    whose = f"Mỗi mục của “{key}”" if spot.is_item else f"“{key}”"
    return codes.WRONG_SHAPE.at(spot.place, f"{whose} phải là {wanted}, không phải {given}.", cure=cure)
