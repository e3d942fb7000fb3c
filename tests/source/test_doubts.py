"""Y051 and Y052: text of an old encoding and values cut by `#` are told; all that people really write is not."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from ktgs.source.characters import is_suspect
from ktgs.source.doubts import _OLD, old_encoding
from ktgs.source.reader import read_yaml
from tests.source.marked import marked, places

REPOSITORY = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "text",
    [
        "địa điểm: Phòng ‸#2\n",
        "địa điểm: ‸#2\n",
        "địa điểm: Phòng ‸#hai # ghi chú\n",
        'địa điểm: "Phòng" ‸#2\n',
        "buổi:\n  - địa điểm: Phòng\t‸#2\n    mã: b1\n",
        "căn cứ:\n  - Kế hoạch ‸#46\n",
        "tên: Sở A\r\ncụm: Cụm ‸#1\r\n",
    ],
)
def test_a_value_that_a_sign_straight_before_a_word_ends(text: str) -> None:
    data, place = marked(text)
    tree, diagnostics = read_yaml(data, "a")
    assert tree is not None
    assert places(diagnostics) == [f"Y052 {place}"]


@pytest.mark.parametrize(
    "text",
    [
        "ngày: 01/02/2020 # ghi chú",
        "ngày: 01/02/2020   # 2 ngày",
        "ngày: 01/02/2020 #",
        "ngày: 01/02/2020 #---",
        "ngày: 01/02/2020 ## ghi chú",
        "#ghi chú\nngày: 01/02/2020\n  #ghi chú\n#2\n",
        'địa điểm: "Phòng #2"',
        "địa điểm: 'Phòng #2'",
        "địa điểm: Phòng#2",
        "nội dung: |\n  Phòng #2\n  và #3\n#x\n",
        "nội dung: >\n  Phòng #2\n\nsố: 1",
        "buổi: # hai buổi\n  - mã: b1",
        "buổi:\n  #hai buổi\n  - mã: b1",
        " #\n? .",
    ],
)
def test_comments_and_quoted_signs_are_silent(text: str) -> None:
    assert read_yaml(text.encode(), "a")[1] == ()


def test_only_the_first_cut_values_are_told() -> None:
    text = "".join(f"a{number}: x #y\n" for number in range(50_000))
    assert len(read_yaml(text.encode(), "a")[1]) == 5


@pytest.mark.parametrize(
    "words",
    [
        "§oµn thanh niªn",  # TCVN3
        "Céng hßa x· héi chñ nghÜa ViÖt Nam, c¬ së",
        "Ban ChÊp hµnh",
        "héi ®ång nh©n d©n",
        "KÕ ho¹ch kiÓm tra",
        "Phßng häp Së A",
        "Ñoaøn cô sôû",  # VNI
        "Kieåm tra, giaùm saùt",
        "giaùm saùt",
        "Thaønh phoá Caàn Thô",
        "ÑOAØN KHOÁI",
        "toå chöùc",
        "Ä\u0090oÃ n thanh niÃªn",  # UTF-8 read as Windows-1252
        "cÆ¡ sá»Ÿ",
        "“â€œtrích dẫnâ€",
    ],
)
def test_old_encodings(words: str) -> None:
    assert places(tuple(old_encoding(f"tên: Sở A\nnội dung: {words}\n", "a")))[0].startswith("Y051 2:")


def test_no_old_encoding_is_passed_over() -> None:
    letters = [chr(code) for code in (*range(0x41, 0x180), 0x1A0, 0x1A1, 0x2018, 0x2030, 0x20AC, 0x2122)]
    meant = [text for text in map("{}{}ng".format, *zip(*product(letters, repeat=2), strict=True)) if _OLD.search(text)]
    assert len(meant) > 1000
    assert [text for text in meant if not any(old_encoding(text, "a"))] == []
    assert [text for text in meant if not is_suspect(text)] == []


@pytest.mark.parametrize(
    "words",
    [
        "§ 5, §5, mục 3·2, 5 µm, 25µg, 20 °C, m², 4½, 1ª, © 2020, ®, «Đoàn» và «Hội»",
        "Windows® và Word®, khoản¹, điểm²",
        "Raphaël, Noël, Gaëlle, Loïc, Haïti, naïf, où, août, Besançon, Château, Crédit à l'œuvre, Jeûne, Île, mûr",
        "Müller, Jürgen, Größe, Björn, Geändert, Käthe, Øystein, Søren, Ærø, Åse, Señor, São Paulo, Peñón",
        "hoà, hòa, thuý, thúy, khoẻ, loè, quỳ, quý, ngoẻo, khoả, oà, uỷ, ủy, Thuỵ, nguyễn, khuỷu, ngoéo, loà xoà",
        "Ea H'leo, Buôn Akô Dhông, Y Blêi Niê, Đắk Lắk, Krông Pắk, H’Hen Niê Kđăm, Chư Pưh",
    ],
)
def test_what_people_write_is_silent(words: str) -> None:
    assert list(old_encoding(words, "a")) == []


def test_every_file_of_the_repository_is_silent() -> None:
    for folder in ("data", "docs", "tests/sample", "tests/other_body", "benchmarks/generator"):
        for path in (REPOSITORY / folder).rglob("*"):
            if path.suffix in (".yml", ".md", ".txt"):
                assert list(old_encoding(path.read_text(encoding="utf-8"), str(path))) == []


def test_only_the_first_lines_are_told() -> None:
    assert len(list(old_encoding("toå chöùc\n" * 90_000, "a"))) == 5


@pytest.mark.parametrize("words", ["giaùm saùt", "§oµn", "Hoäi", "cÆ¡", "phßng"])
def test_a_file_of_sound_keys_is_looked_through(words: str) -> None:
    tree, diagnostics = read_yaml(f"tên: Sở A\nnội dung: {words}\n".encode(), "a")
    assert tree is not None
    assert [place.partition(":")[0] for place in places(diagnostics)] == ["Y051 2"]
