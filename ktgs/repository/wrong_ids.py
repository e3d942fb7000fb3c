"""What to do about an id that names nothing: the one that is near, else those that there are, else where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ktgs.language.text import nearest_id, perhaps
from ktgs.records.keys import beside

NO_FORM = "Kiểm tra lại mã, hoặc tạo tệp cho mã này."
_LISTED = 12  # ids that a cure lists
_IN_ONE_FILE = frozenset({"body", "activity", "topic", "branch", "meeting", "finding"})  # so that a list stays true
_WHERE = {  # of those that are a file each
    "unit": "Mã các đơn vị: xem trang “Đơn vị”, thư mục data/units/. Sửa mã, hoặc tạo tệp cho mã này.",
    "person": "Mã cán bộ: xem trang “Cán bộ”, thư mục data/people/. Sửa mã, hoặc tạo tệp cho mã này.",
    "team": "Mã đoàn kiểm tra: xem thư mục teams/ của kế hoạch. Sửa mã, hoặc tạo tệp cho mã này.",
    "notice": "Mã thông báo: xem thư mục notices/ của kế hoạch. Sửa mã, hoặc tạo tệp cho mã này.",
}
_FORMS = {
    ("meeting", True): "Viết đơn vị/buổi",
    ("meeting", False): "Viết kế hoạch/năm-tháng/đơn vị/buổi",
    ("finding", False): "Viết báo cáo#mã",
}


def cure(kind: str, text: str, known: Sequence[str], *, is_inside: bool) -> str:
    """Return the cure of a reference to nothing, in the form that it was written in, as `known` ids are.

    An unknown meeting of a unit in a month is answered with the meetings of that unit in that month, never another's.
    """
    same = [id_ for id_ in known if f"/{text}".endswith(f"/{id_}") or id_.endswith(f"/{text}")]
    if len(same) == 1:
        return perhaps(same[0])
    head, there = beside(text, known)
    start = text[: len(head) + 1] if head else ""
    near = nearest_id(text, [start + last for last in there] if head and there else known)
    many = kind == "finding" and len(there) > _LISTED  # whose letters say what they are
    listed = _listed(kind, head, _alike(text, there) if many else there)
    return perhaps(near, listed or _WHERE.get(kind) or _form(kind, is_inside, text, known))


def _alike(text: str, known: Sequence[str]) -> list[str]:
    """Return the ids whose last part has the letters of the text's last part, as kn1 has those of kn9."""
    return [id_ for id_ in known if _letters(id_) == _letters(text)]


def _letters(id_: str) -> str:
    return re.split("[/#]", id_)[-1].rstrip("0123456789")


def _form(kind: str, is_inside: bool, text: str, known: Sequence[str]) -> str:
    """Return how an id of that kind is written, with the ids that there are, or one of them where they are many."""
    form = _FORMS.get((kind, is_inside))
    if form is None:
        return NO_FORM
    if len(known) > _LISTED:
        return f"{form}, ví dụ {(_alike(text, known) or known)[0]}."
    return f"{form}. Hiện có: {', '.join(known)}." if known else f"{form}; hiện chưa có mã nào."


def _listed(kind: str, head: str, there: Sequence[str]) -> str:
    if kind not in _IN_ONE_FILE or not 0 < len(there) <= _LISTED:
        return ""
    where = f"“{head}” hiện có" if head else "Hiện có"
    return f"{f'Trong tháng ấy, “{head}” có' if kind == 'meeting' else where}: {', '.join(there)}."
