"""No private fact reaches the site: neither a value, nor who was absent or replaced, nor what follows from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
import yaml

from ktgs.figures import absence_totals, unlisted_reports
from ktgs.language.diagnostics import Diagnostic
from ktgs.language.text import vi_date
from ktgs.language.vocabulary import declared
from ktgs.mkdocs_plugin import build
from ktgs.obligations.obligation import State
from ktgs.records.base import match
from ktgs.repository.attendance import Attendance
from tests.hosted import hosted
from tests.records.shapes import Spot, leaf, spots
from tests.repo import SAMPLE, facts, lay
from tests.trees import differences, tree

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).parent.parent
PRIVATE = tuple(spot for spot in spots() if not all(declared(info).public for info in (*spot.chain, spot.info)))
PERSON = "data/people/le-van-c.yml"
FLASH = "data/reports/2020/nhanh/2020-05-12-thang-4.md"
OBSERVATION = "data/reports/2020/giam-sat-thuong-xuyen/2020-03-26-thang-thanh-nien.md"
SOMEBODY = "hoang-van-e"
OF_PERSON = "data/reports/2020/giam-sat-thuong-xuyen/2020-06-11-can-bo.md"
FOLLOW_UP = "data/reports/2020/follow-ups/2020-06-11-can-bo-kn1.yml"


def named(found: tuple[Spot, ...]) -> list[Any]:
    """Return fields as parameters with their names."""
    return [pytest.param(spot, id=spot.name.replace(" ", "_")) for spot in found]


def placed(root: Path, files: dict[str, str]) -> Path:
    """Return the sample with files over it, at a host and with an address: so its site holds all that one can hold,
    links to the editor with what they begin, addresses to subscribe to and to share. No data changes the handbook.
    """
    root.mkdir(parents=True, exist_ok=True)
    address = "https://doan-khoi.example/"
    return lay(hosted(root, SAMPLE, "https://github.com", site_url=address, has_whole_handbook=False), files)


def text_of(site: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield every file of a site as text, its own path before it; calendar feeds with their lines unfolded."""
    for path, content in site.items():
        text = content.decode(errors="replace")  # a picture is none
        yield path, path + "\n" + (text.replace("\r\n ", "") if path.endswith(".ics") else text)


# -- a sentinel in each private field ----------------------------------------------------------------------------------


class Sentinels:
    """Values that stand nowhere else, each made for one field of one mapping, and the texts that would betray them."""

    def __init__(self) -> None:
        self.searched: list[str] = []
        self._used = 0

    def value(self, spot: Spot) -> str:
        """Return a value that the field takes.

        Closed lists and references have none of their own: what they tell, the variants and pairs below cover.
        """
        what = leaf(spot.info)
        kind = what.type
        self._used += 1
        if issubclass(kind, Enum):
            return str(next(iter(kind)).value)
        if issubclass(kind, date):
            day = date(1971, 1, 1) + timedelta(days=self._used)
            self.searched += [vi_date(day), day.isoformat(), f"{day:%Y%m%d}"]
            return vi_date(day)
        return SOMEBODY if what.is_read else self.word()

    def word(self) -> str:
        """Return a text that stands nowhere else."""
        self._used += 1
        self.searched.append(f"kin{self._used}zq")
        return self.searched[-1]


def hide(node: Any, path: tuple[str | int, ...], spot: Spot, sentinels: Sentinels) -> None:
    """Set the field in every mapping that the path leads to, in one of its own where there is none."""
    if not path:
        node[spot.key] = sentinels.value(spot)
        return
    key, *rest = path
    rest = rest[1:] if rest and isinstance(rest[0], int) else rest
    for item in node.setdefault(key, [{}]):
        hide(item, tuple(rest), spot, sentinels)


def with_sentinels(file: str, text: str, sentinels: Sentinels, spots: tuple[Spot, ...] = PRIVATE) -> str:
    """Return the file with a sentinel in each of the fields that a file of its kind can have, wherever it can stand."""
    front, rest = text, ""
    if file.endswith(".md"):
        _, front, rest = text.split("---\n", 2)
    data = yaml.load(front, yaml.BaseLoader)
    for spot in spots:
        is_holder = leaf(spot.info).record is not None
        if match(spot.root, file) is not None and not is_holder:
            hide(data, spot.path, spot, sentinels)
    front = yaml.dump(data, allow_unicode=True, sort_keys=False)
    return f"---\n{front}---\n{rest}" if file.endswith(".md") else front


def internal_texts() -> dict[str, str]:
    """Return reports whose texts, here `{}`, are not public: a flash report, observations of a unit and of a person."""
    finding = "khó khăn:\n  - mã: kk1\n    nội dung: {}\n    đơn vị: doan-so-a\n"
    return {
        FLASH: (SAMPLE / FLASH).read_text(encoding="utf-8").replace("\n---\n", f"\n{finding}---\n{{}}\n"),
        OBSERVATION: (SAMPLE / OBSERVATION).read_text(encoding="utf-8") + "\n{}\n",
        OF_PERSON: "---\nloại: giám sát thường xuyên\nchủ đề: ren-luyen-can-bo\nngày: 11/06/2020\n"
        f"người lập: pham-thi-d\ncán bộ: le-van-c\n{finding}kiến nghị:\n  - mã: kn1\n    nội dung: {{}}\n"
        "    đơn vị: doan-so-a\n    gửi: đơn vị\n    hạn: 30/06/2020\n---\n\n{}\n",
        FOLLOW_UP: "của: 2020-06-11-can-bo#kn1\ndiễn biến:\n  - ngày: 20/06/2020\n    việc: đã khắc phục\n"
        "    nội dung: {}\n    minh chứng: {}\n",
    }


@pytest.fixture(scope="module")
def hidden(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], list[str], list[Diagnostic]]:
    """The site of the sample with sentinels everywhere, what betrays them, and what `ktgs check` says of the data."""
    sentinels = Sentinels()
    files = {file: re.sub(r"\{\}", lambda _: sentinels.word(), text) for file, text in internal_texts().items()}
    root = placed(tmp_path_factory.mktemp("hidden"), files)
    for path in sorted((root / "data").rglob("*.*")):
        file = path.relative_to(root).as_posix()
        path.write_text(with_sentinels(file, path.read_text(encoding="utf-8"), sentinels), encoding="utf-8")
    assert build(root, None, True, None) == 0
    return tree(root / "site"), sentinels.searched, list(facts(root).diagnostics)


def test_no_sentinel_is_anywhere_on_the_site(hidden: tuple[dict[str, bytes], list[str], list[Diagnostic]]) -> None:
    site, searched, _ = hidden
    assert len(searched) > 50
    found = [(path, word) for path, text in text_of(site) for word in searched if word in text]
    assert found == []


def test_the_data_with_sentinels_is_read(hidden: tuple[dict[str, bytes], list[str], list[Diagnostic]]) -> None:
    """The search above would find nothing, too, in files that could not be read."""
    _, _, told = hidden
    assert [item for item in told if not item.is_internal] == []


# -- who was absent or replaced ----------------------------------------------------------------------------------------

ASSIGNMENT = "data/plans/2020/46-kh-dtn/assignments/2020-05.yml"
SUBSTITUTE_S_REPORT = """\
---
loại: dự sinh hoạt
buổi: 46-kh-dtn/2020-05/doan-so-a/b1
người lập: pham-thi-d
ngày gửi: 14/05/2020
người dự:
  - pham-thi-d
số có mặt: 19
tổng số đoàn viên: 22
thành phần: Đoàn viên chi đoàn
nội dung: Sinh hoạt chủ điểm tháng 5
---
"""
ASSIGNED = (("b1", "tran-thi-b"), ("b1", "nguyen-van-a"), ("b2", "le-van-c"))
EXCUSED = "vắng: có lý do\nlý do: Đi công tác\nngày báo: 06/05/2020"
UNEXCUSED = "vắng: không lý do"
REPLACED = "dự thay: pham-thi-d\nngày báo: 05/05/2020"
VARIANTS: dict[str, dict[str, str]] = {
    "nothing recorded": {},
    "B absent": {"tran-thi-b": EXCUSED},
    "A absent": {"nguyen-van-a": EXCUSED},
    "B absent without reason": {"tran-thi-b": UNEXCUSED},
    "both absent": {"tran-thi-b": UNEXCUSED, "nguyen-van-a": EXCUSED},
    "B replaced by D": {"tran-thi-b": REPLACED},
    "B replaced by E": {"tran-thi-b": "dự thay: hoang-van-e"},
    "A replaced by D": {"nguyen-van-a": REPLACED},
    "B replaced, A absent": {"tran-thi-b": REPLACED, "nguyen-van-a": UNEXCUSED},
    "C replaced, though C's report is in": {"le-van-c": REPLACED},
}
# The only files that tell how many were absent or replaced, or owe a report: the body's totals, from three up.
ABSENCES = f"so-lieu/{absence_totals.FIGURE.slug}.html"
HOLD_TOTALS = {
    ABSENCES,
    f"so-lieu/{unlisted_reports.FIGURE.slug}.html",
    "api/v1/figures.json",
    *("index.html", "thuc-hien/index.html", "viec/index.html", "viec/qua-han.html"),
}


def assignment(private: dict[str, str]) -> str:
    """Return May's assignment with what is recorded of some persons; each item is followed by others."""
    items = []
    for meeting, person in ASSIGNED:
        lines = [f"  - buổi: doan-so-a/{meeting}", f"    cán bộ: {person}"]
        items += [*lines, *(f"    {line}" for line in private.get(person, "").splitlines())]
    return "\n".join(["tháng: 05/2020", "ngày ban hành: 05/05/2020", "phân công:", *items]) + "\n"


@pytest.fixture(scope="module")
def variants(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """The sites of repositories that differ only in who was absent or replaced."""
    found = {}
    for name, private in VARIANTS.items():
        report = "data/reports/2020/du-sinh-hoat/2020-05-06-doan-so-a-chi-doan-1.md"
        files = {ASSIGNMENT: assignment(private), report: SUBSTITUTE_S_REPORT}
        root = placed(tmp_path_factory.mktemp("variant"), files)
        assert build(root, None, False, None) == 0
        found[name] = tree(root / "site")
    return found


@pytest.mark.parametrize("name", [name for name in VARIANTS if VARIANTS[name]])
def test_who_was_absent_or_replaced_shows_nowhere(name: str, variants: dict[str, dict[str, bytes]]) -> None:
    """Under three, totals do not tell it either."""
    assert differences(variants["nothing recorded"], variants[name]) == []


def test_what_is_compared_holds_all_that_a_site_can_hold(variants: dict[str, dict[str, bytes]]) -> None:
    """Forms filled in, addresses to subscribe to, what changed, what a reader chose, schemas, drawings."""
    site = variants["nothing recorded"]
    overview, unit = site["index.html"].decode(), site["don-vi/doan-so-a.html"].decode()
    assert "/new/main?filename=" in unit and "value=" in unit and "webcal:" in unit and "og:url" in overview
    kinds = ("cua-toi/", "schemas/", "ics/can-bo/", "api/v1/", "csv/", "lich/", "so-lieu/", "viec/", "tim-kiem/")
    assert [kind for kind in kinds if not any(path.startswith(kind) for path in site)] == []
    assert {"thay-doi.xml", "sitemap.xml", "du-lieu.html"} <= site.keys()


@pytest.mark.parametrize("day", ["2020-05-04", "2020-05-06", "2020-05-11", "2020-05-16"])
def test_before_and_around_the_meeting_it_shows_nowhere_either(day: str, tmp_path: Path) -> None:
    """An absence that is told of later, a replacement known before, a report that is due soon and then overdue."""
    sites = {}
    for name in ("nothing recorded", "B absent", "A replaced by D"):
        root = placed(tmp_path / name, {ASSIGNMENT: assignment(VARIANTS[name])})
        assert build(root, None, False, date.fromisoformat(day)) == 0
        sites[name] = tree(root / "site")
    first = sites.pop("nothing recorded")
    assert {name: differences(first, site) for name, site in sites.items()} == {name: [] for name in sites}


# Five assigned to the two meetings of May; those who are not marked absent owe a report.
PEOPLE = ("nguyen-van-a", "tran-thi-b", "le-van-c", "pham-thi-d", "hoang-van-e")
EVERYBODY = tuple((meeting, person) for meeting in ("b1", "b2") for person in PEOPLE)


def absent_site(root: Path, absent: tuple[str, ...]) -> dict[str, bytes]:
    """Return the public site where these people were absent from May's first meeting, of all that were assigned."""
    lines = ["tháng: 05/2020", "ngày ban hành: 05/05/2020", "phân công:"]
    for meeting, person in EVERYBODY:
        lines += [f"  - buổi: doan-so-a/{meeting}", f"    cán bộ: {person}"]
        lines += ["    vắng: không lý do"] if meeting == "b1" and person in absent else []
    placed(root, {ASSIGNMENT: "\n".join(lines) + "\n"})
    assert build(root, None, False, None) == 0
    return tree(root / "site")


def test_three_or_more_show_in_the_totals_of_the_body_alone(tmp_path: Path) -> None:
    four, three = PEOPLE[:4], PEOPLE[:3]
    sites = [absent_site(tmp_path / str(len(absent)), absent) for absent in (four, three)]
    changed = {line.removeprefix("M ") for line in differences(*sites)}
    assert changed <= HOLD_TOTALS
    assert ABSENCES in changed


def test_who_it_was_shows_nowhere(tmp_path: Path) -> None:
    one, other = absent_site(tmp_path / "one", PEOPLE[:3]), absent_site(tmp_path / "other", PEOPLE[2:5])
    assert differences(one, other) == []


# -- each private field by itself --------------------------------------------------------------------------------------


def rewritten(folder: Path, spots: tuple[Spot, ...]) -> dict[str, bytes]:
    """Return the public site of the sample, all its files laid out alike, with a value in each of some fields."""
    root, sentinels = placed(folder, {}), Sentinels()
    for path in sorted((root / "data").rglob("*.*")):
        file, text = path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
        path.write_text(with_sentinels(file, text, sentinels, spots), encoding="utf-8")
    assert build(root, None, True, None) == 0
    return tree(root / "site")


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The public site of the sample with no private field added."""
    return rewritten(tmp_path_factory.mktemp("without"), ())


@pytest.mark.parametrize("spot", named(tuple(spot for spot in PRIVATE if leaf(spot.info).record is None)))
def test_whether_a_private_field_is_there_shows_nowhere(spot: Spot, without: dict[str, bytes], tmp_path: Path) -> None:
    changed = {line.removeprefix("M ") for line in differences(without, rewritten(tmp_path, (spot,)))}
    assert changed <= (HOLD_TOTALS if spot.key in ("vắng", "dự thay") else set())


def test_who_was_observed_and_who_is_not_to_be_assigned_shows_nowhere(tmp_path: Path) -> None:
    """One of them is away on the day of a meeting, which is a warning to the office and none to the public."""
    sites = []
    for observed, away in (("le-van-c", "01/08/2020"), ("tran-thi-b", "14/05/2020")):
        person = (SAMPLE / PERSON).read_text(encoding="utf-8").replace("từ: 01/08/2020", f"từ: {away}")
        observation = internal_texts()[OF_PERSON].replace("cán bộ: le-van-c", f"cán bộ: {observed}")
        observation = observation.replace("{}", "Chuyện kín")
        root = placed(tmp_path / observed, {PERSON: person, OF_PERSON: observation})
        assert build(root, None, False, None) == 0
        sites.append(tree(root / "site"))
    assert [item.code.id for item in facts(root).diagnostics] == ["M209"]
    assert differences(*sites) == []


# -- obligations that do not arise -------------------------------------------------------------------------------------


def test_reports_that_nobody_owes_are_nowhere(data_site: Path) -> None:
    """The shipped data has people absent and replaced: the reports that they do not owe have no id on the site."""
    found = facts(REPOSITORY)
    gone = [item for item in found.obligations if item.duty.private_until_done and item.state is State.not_applicable]
    reasons = " ".join(item.reason for item in gone)
    assert all(str(state) in reasons for state in (Attendance.excused, Attendance.unexcused, Attendance.replaced))
    names = [name for item in gone for name in (item.id, ".".join(item.key.path))]
    searched = re.compile("|".join(rf"{re.escape(name)}(?![\w-])" for name in names))
    assert [(path, searched.findall(text)) for path, text in text_of(tree(data_site)) if searched.search(text)] == []


# -- a data repository that is public itself ---------------------------------------------------------------------------


def with_key(spot: Spot) -> tuple[str, str]:
    """Return path and text of a file of the sample with the private key in it."""
    for path in sorted((SAMPLE / "data").rglob("*.*")):
        file, text = path.relative_to(SAMPLE).as_posix(), path.read_text(encoding="utf-8")
        if match(spot.root, file) is not None:
            text = with_sentinels(file, text, Sentinels(), (spot,))
            if f"{spot.key}:" in text:
                return file, text
    raise LookupError(spot.name)


@pytest.mark.parametrize("spot", named(tuple(spot for spot in PRIVATE if declared(spot.info).public is False)))
def test_a_public_data_repository_refuses_every_internal_key(
    spot: Spot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    organization = (SAMPLE / "data/organization.yml").read_text(encoding="utf-8")
    file, text = with_key(spot)
    files = {"data/organization.yml": organization, file: text}
    files = {name: one.replace("kho dữ liệu: nội bộ", "kho dữ liệu: công khai") for name, one in files.items()}
    root = lay(tmp_path, files)
    lines = text.splitlines()
    line = next(n for n, row in enumerate(lines) if re.match(rf"[\s-]*{spot.key}:", row))
    assert build(root, None, False, None) == 1
    told = capsys.readouterr().err
    assert f"{file}:{line + 1}:{lines[line].index(spot.key) + 1}: P201 lỗi: “{spot.key}” là dòng nội bộ" in told
    assert not (root / "site").exists()
