"""Every refusal and every kind of syntax error: one message, at the place of the mistake, with its cure."""

from __future__ import annotations

import inspect
import re

import pytest
from yaml import MarkedYAMLError
from yaml.error import Mark

from ktgs.language.diagnostics import Code, Place, Related
from ktgs.source import codes, damage_codes, file_codes, syntax_codes
from ktgs.source.characters import LARGEST
from ktgs.source.front_matter import read_markdown
from ktgs.source.reader import read_yaml
from ktgs.source.syntax import explain
from tests.source.marked import Case, cases, marked, places, told, visible_to_real

CASES = [*cases("refusals.txt"), *cases("syntax_errors.txt")]
CODES = [
    value
    for module in (codes, damage_codes, syntax_codes, file_codes)
    for _, value in sorted(inspect.getmembers(module))
    if isinstance(value, Code)
]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code}-{number}" for number, case in enumerate(CASES)])
def test_one_mistake_is_one_message_at_its_place(case: Case) -> None:
    data, place = marked(case.text)
    tree, diagnostics = read_yaml(data, "data/a.yml")
    assert [told(diagnostic) for diagnostic in diagnostics] == [(case.code, place, case.message, case.cure)]
    assert tree is None


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code}-{number}" for number, case in enumerate(CASES)])
def test_crlf_and_a_bom_move_nothing(case: Case) -> None:
    data, place = marked(case.text)
    if b"\r" in data:
        return
    _, diagnostics = read_yaml(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"), "data/a.yml")
    assert [told(diagnostic) for diagnostic in diagnostics] == [(case.code, place, case.message, case.cure)]


def test_every_code_has_a_case() -> None:
    elsewhere = {"Y001", "Y007", "Y040", "Y041", "Y051", "Y052"}  # have tests of their own
    expected = {code.id for code in CODES if code.id.startswith("Y")} - elsewhere - {"Y031"}
    assert {case.code for case in CASES} == expected


def test_codes_are_declared_once_and_explained() -> None:
    assert len({code.id for code in CODES}) == len(CODES)
    assert [code.id for code in CODES if "Sai:" not in code.about] == ["Y031"]


def examples(code: Code) -> list[bytes]:
    texts = re.findall(r"```yaml\n(.*?)\n```", code.about, re.DOTALL)
    return [visible_to_real(text.replace("→   ", "\t").replace("␀", "\0")).encode() for text in texts]


@pytest.mark.parametrize(
    "code", [code for code in CODES if code.id[0] == "Y" and code.id != "Y031"], ids=lambda code: code.id
)
def test_the_examples_of_an_explanation_are_true(code: Code) -> None:
    read = read_markdown if code.id in ("Y040", "Y041") else read_yaml
    wrong, *right = examples(code)
    if code.id not in ("Y001", "Y007"):  # not text, or not short
        assert {diagnostic.code.id for diagnostic in read(wrong, "a")[1]} == {code.id}
    assert [read(text, "a")[1] for text in right] == [()] * len(right)


def test_bytes_that_are_not_utf8_are_told_where_they_stand() -> None:
    tree, diagnostics = read_yaml("tên: Sở A\ncụm: ".encode() + b"\xe1", "data/a.yml")
    found = "Byte 0xE1 không đọc được theo bảng mã UTF-8."
    assert [told(diagnostic) for diagnostic in diagnostics] == [
        ("Y001", "2:6", found, "Lưu lại tệp với bảng mã UTF-8.")
    ]
    assert tree is None
    assert places(read_yaml(b"\xef\xbb\xbfa\xff", "a")[1]) == ["Y001 1:2"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_named(encoding: str) -> None:
    _, (diagnostic,) = read_yaml("\ufefftên: A\n".encode(encoding), "data/a.yml")
    assert told(diagnostic)[:3] == ("Y001", "1:1", "Tệp được lưu bằng bảng mã UTF-16.")


def test_a_surrogate_is_not_utf8() -> None:
    assert places(read_yaml(b"a: \xed\xa0\x80\n", "a")[1]) == ["Y001 1:4"]


def test_of_many_forbidden_characters_the_first_are_told_and_the_rest_is_counted() -> None:
    _, problems = read_yaml(("a: \u200b\n" * 60_000).encode(), "a")
    assert [problem.stands_for for problem in problems] == [*[1] * 20, 59_980]
    assert problems[-1].place == Place("a", 21, 4)


def test_a_file_over_one_megabyte_is_refused_and_one_of_it_is_read() -> None:
    data = b"a: " + b"b" * (LARGEST - 3)
    assert read_yaml(data, "a")[1] == ()
    tree, (diagnostic,) = read_yaml(data + b"b", "data/a.yml")
    assert told(diagnostic)[:3] == ("Y007", "1:1", "Tệp lớn hơn 1 MB.")
    assert tree is None


def test_a_duplicate_names_the_first_even_the_second_time() -> None:
    _, diagnostics = read_yaml("tên: A\n\nTên: B\nTÊN: C\n".encode(), "data/a.yml")
    assert places(diagnostics) == ["Y017 3:1", "Y017 4:1"]
    first = (Related(Place("data/a.yml", 1, 1), "lần đầu"),)
    assert [diagnostic.related for diagnostic in diagnostics] == [first, first]


def test_several_mistakes_are_several_messages() -> None:
    text = "tên: A\ntên: B\nnội dung: &x họp\ncăn cứ:\n  -\n  - *x\n<<: C\ncụm: 1\nsố\n"
    _, diagnostics = read_yaml(text.encode(), "a")
    assert sorted(places(diagnostics)) == ["Y012 3:11", "Y013 6:5", "Y015 7:1", "Y017 2:1", "Y019 5:3", "Y026 9:1"]


def test_forbidden_characters_are_told_once_a_kind_and_line() -> None:
    _, diagnostics = read_yaml("a: \u200b\u200b\u202e\nb: c\nd: \u200b\n".encode(), "a")
    assert places(diagnostics) == ["Y003 1:4", "Y004 1:6", "Y003 3:4"]


@pytest.mark.parametrize(
    "text", ["[", "{", "- ", "? ", "&a [", '"', "\t", "! ", "*a ", "a: [", "'", "\r", "\0", "%a\n"]
)
def test_a_megabyte_of_one_mark_is_refused_quickly(text: str) -> None:
    tree, diagnostics = read_yaml((text * LARGEST)[:LARGEST].encode(), "a")
    assert tree is None
    assert diagnostics


def test_nesting_that_libyaml_itself_refuses_has_our_words() -> None:
    _, (diagnostic,) = read_yaml(b"a: " + b"[" * 5000, "a")
    assert told(diagnostic)[:1] + told(diagnostic)[2:3] == ("Y018", "Đến đây dữ liệu lồng quá 20 mức.")


def test_an_error_of_a_newer_libyaml_still_has_a_place() -> None:
    diagnostic = explain(
        MarkedYAMLError(problem="something new", problem_mark=Mark("", 0, 1, 2, None, 0)), "a: b\nc: d\n", "a", 1
    )
    assert told(diagnostic)[:3] == ("Y031", "2:3", "Không đọc được “d” theo cú pháp YAML.")
