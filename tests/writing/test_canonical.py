"""The one layout of a text: each rule on a small file, comments and blank lines above all."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ktgs.records.loading import record_kinds
from ktgs.source.reader import read_text
from ktgs.source.tree import PLACES
from ktgs.writing.canonical import canonical
from ktgs.writing.composing import compose

KINDS = {kind.record_kind: kind for kind in record_kinds()}
SCHEDULE, UNIT, REPORT, PLAN = KINDS["schedule"], KINDS["unit"], KINDS["visit_report"], KINDS["plan"]


def laid_out(text: str, words: tuple[str, ...] | None = None) -> str:
    """Return a schedule's text in the one layout, which must not change again."""
    once = canonical(SCHEDULE, text, words)
    assert canonical(SCHEDULE, once, words) == once
    return once


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Tháng:   2020-04", "tháng: 04/2020"),
        ("tháng: tháng 4/2020", "tháng: 04/2020"),
        ('"tháng": "04/2020"', "tháng: 04/2020"),
        ("ngày nhận: ngày 8 tháng 4 năm 2020", "ngày nhận: 08/04/2020"),
        ("ngày nhận: Thứ Tư, 08/04/2020", "ngày nhận: 08/04/2020"),
        ("ngày nhận: Chưa rõ", "ngày nhận: chưa rõ"),
        ("chưa đủ: CÓ", "chưa đủ: có"),
        ("không sinh hoạt: [ ]", "không sinh hoạt: []"),
        ("tháng:", "tháng:"),
        ("tháng: ''", "tháng:"),
        ("tháng: 04/2020 \t", "tháng: 04/2020"),
        ("---\ntháng: 04/2020\n...", "tháng: 04/2020"),
    ],
)
def test_one_line(written: str, expected: str) -> None:
    assert laid_out(written + "\n") == expected + "\n"


@pytest.mark.parametrize("number", ["46 - KH/ĐTN", "03 HD/TWĐTN – BTC", "5-KH/ĐTN"])
def test_a_paper_keeps_its_number_as_written(number: str) -> None:
    assert canonical(KINDS["notice"], f"số ký hiệu:  '{number}'\n") == f"số ký hiệu: {number}\n"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Phòng họp tầng 2", "Phòng họp tầng 2"),
        ("Phòng A: tầng 2", '"Phòng A: tầng 2"'),
        ('Phòng "A": tầng 2', "'Phòng \"A\": tầng 2'"),
        ('Phòng "A"', 'Phòng "A"'),
        ("# 5", '"# 5"'),
        ("Phòng #5", '"Phòng #5"'),
        ("- A", '"- A"'),
        ("[gấp]", '"[gấp]"'),
        ("305", '"305"'),
        ("1e5", '"1e5"'),
        ("null", '"null"'),
        ("0123", '"0123"'),
        ("~", '"~"'),
        ("8:30", "8:30"),
        ("có", "có"),
        ("C\\D", "C\\D"),
        ("a ", '"a "'),
    ],
)
def test_a_text_is_quoted_only_where_it_would_be_read_as_something_else(value: str, expected: str) -> None:
    assert compose(UNIT, {"tên": value}) == f"tên: {expected}\n"


def test_numbers_are_numbers() -> None:
    assert canonical(UNIT, 'số đoàn viên: "057"\n') == "số đoàn viên: 57\n"


COMMENTED = """\
# Lịch tháng 4

# về đơn vị
đơn vị:   'doan-so-a'   # gửi qua Zalo
buổi:   # hai buổi
# buổi một
- giờ: 8h30   # sửa lần hai
  mã: b1

  ngày: 06/4/2020
    # theo tin nhắn
  địa điểm: "A"
  # hết buổi một


-
  # buổi hai
  mã: b2
  nội dung: |   # hai việc
    Việc một


    Việc hai
  dời: [{sang ngày: 08/04/2020}]   # một lần

# cuối
tháng: 2020-04

# hết
"""
LAID_OUT = """\
# Lịch tháng 4

# về đơn vị
đơn vị: doan-so-a  # gửi qua Zalo

# cuối
tháng: 04/2020
buổi:  # hai buổi
  # buổi một
  - mã: b1

    ngày: 06/04/2020
      # theo tin nhắn
    giờ: 08:30  # sửa lần hai
    địa điểm: A
    # hết buổi một

  # buổi hai
  - mã: b2
    # hai việc
    nội dung: |
      Việc một


      Việc hai
    dời:
      - sang ngày: 08/04/2020  # một lần

# hết
"""


def test_comments_stay_with_what_they_are_about_and_a_blank_line_parts() -> None:
    assert laid_out(COMMENTED) == LAID_OUT


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    written = "\ufeff" + COMMENTED.replace("\n", "\r\n")
    assert laid_out(written) == "\ufeff" + LAID_OUT.replace("\n", "\r\n")


def test_the_line_ends_that_prevail_hold_for_all() -> None:
    assert laid_out("tháng: 04/2020\r\nđơn vị: a\nchưa đủ: có\r\n") == "đơn vị: a\r\ntháng: 04/2020\r\nchưa đủ: có\r\n"


def test_the_text_below_front_matter_is_left_alone() -> None:
    body = "---\n\n\nMột  \nhai\t\n\n---\n- x\n\n\n"
    assert canonical(REPORT, f"--- \nngày gửi: 2020-04-08\n\n{body}") == f"---\nngày gửi: 08/04/2020\n{body}"


def test_the_word_for_sub_units_is_that_of_the_organization() -> None:
    text = "Phòng Ban:\n  - tên: Phòng A\n    mã: a\nloại: trường\n"
    expected = "loại: trường\n{}:\n  - mã: a\n    tên: Phòng A\n"
    assert canonical(UNIT, text, ("phòng ban",)) == expected.format("phòng ban")
    assert canonical(UNIT, text) == expected.format("phòng ban")


LETTERS = st.sampled_from("ađưỡ B1-:#,'\"[]{}|>&*!%@`?\\\n\t/.~=")
TEXTS = st.text(LETTERS, max_size=12)


@settings(max_examples=600, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4), TEXTS, TEXTS)
def test_any_text_is_read_back_as_it_was(recipients: list[str], subject: str, inner: str) -> None:
    """Texts in every place: under a key, as an item, in a mapping of a list."""
    values = {"trích yếu": subject, "nơi nhận": recipients, "chủ đề": [{"mã": "a", "tên": inner}]}
    text = compose(PLAN, values)
    tree, problems = read_text(text.split("---\n", 1)[1].rpartition("---\n")[0], "x")
    assert tree is not None and not [item for item in problems if item.code.severity.name == "error"]
    kept = [item for item in recipients if item.strip()]
    assert tree.get("trích yếu", "") == (subject if subject.strip() else "")
    assert tree.get("nơi nhận", []) == kept
    topics = tree["chủ đề"]
    assert isinstance(topics, list) and isinstance(topics[0], dict)
    assert topics[0].get("tên", "") == (inner if inner.strip() else "")
    assert PLACES in tree and canonical(PLAN, text) == text


REMARK = re.compile(r"#\d+")
PIECES = st.lists(
    st.sampled_from(["@", "  @", "    @", "      @", "        @", "", "", "  @ x"]), min_size=8, max_size=8
)
FRAME = (
    "đơn vị: a",
    "buổi:",
    "  - giờ: 8:30",
    "    mã: b1",
    "    dời: [{sang ngày: 08/04/2020}]",
    "  - mã: b2",
    "không sinh hoạt:",
    "tháng: 04/2020",
)


@settings(max_examples=400, deadline=None)
@given(PIECES, st.lists(st.booleans(), min_size=8, max_size=8))
def test_no_comment_is_lost_wherever_it_stands(pieces: list[str], beside: list[bool]) -> None:
    lines = []
    for number, (piece, is_beside, line) in enumerate(zip(pieces, beside, FRAME, strict=True)):
        lines += [piece.replace("@", f"#{number}"), line + (f"   #1{number}" if is_beside else "")]
    text = "\n".join(lines) + "\n# 99\n"
    once = laid_out(text)
    assert sorted(REMARK.findall(once)) == sorted(REMARK.findall(text))
    assert once.endswith("# 99\n") and "\n\n\n" not in once
