"""The commands: what they print, where, and their exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import click
import pytest

from ktgs.command import asking
from ktgs.command import main as cli
from ktgs.facts.audience import Audience
from ktgs.obligations.obligation import State
from tests.repo import SAMPLE, lay

ROOT = Path(__file__).parents[2]
NAMES = cli.commands.list_commands(click.Context(cli.commands))
Captured = pytest.CaptureFixture[str]
HIDDEN = {"data/.nhap.yml": "tên: nháp\n"}  # one warning
BROKEN = {"data/plans/2020/46-kh-dtn/schedules/2020-04/doan-so-a.yml": "tháng: [04/2020\n"}  # one error


def run(*arguments: str, cwd: Path = ROOT, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m ktgs` as a person would, with a clean environment."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **variables}
    command = [sys.executable, "-m", "ktgs", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=False, timeout=120)


def due(capsys: Captured, *arguments: str, root: Path = SAMPLE) -> list[dict[str, Any]]:
    """Return what `ktgs due --format json` lists."""
    cli.main(["due", "--root", str(root), "--format", "json", *arguments])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


@pytest.fixture(autouse=True)
def _no_day_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KTGS_TODAY", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


# -- check -----------------------------------------------------------------------------------------------------------


def test_sound_data_is_fine(capsys: Captured) -> None:
    assert cli.main(["check", "--root", str(SAMPLE), "--strict"]) == 0
    assert capsys.readouterr() == ("Không có lỗi.\n", "")


def test_warnings_alone_are_fine_unless_strict(tmp_path: Path, capsys: Captured) -> None:
    root = lay(tmp_path, HIDDEN)
    assert cli.main(["check", "--root", str(root)]) == 0
    assert capsys.readouterr().out.endswith("Không có lỗi; 1 cảnh báo trong 1 tệp.\n")
    assert cli.main(["check", "--root", str(root), "--strict"]) == 1


def test_an_error_is_told_at_its_place_with_exit_1(tmp_path: Path, capsys: Captured) -> None:
    assert cli.main(["check", "--root", str(lay(tmp_path, BROKEN))]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert re.match(r"data/plans/2020/46-kh-dtn/schedules/2020-04/doan-so-a\.yml:\d+:\d+: Y\d+ lỗi: .+", first)


def test_a_folder_without_data_is_a_problem_not_wrong_use(tmp_path: Path, capsys: Captured) -> None:
    assert cli.main(["check", "--root", str(tmp_path)]) == 1
    assert "Không có thư mục “data”" in capsys.readouterr().out


def test_json_lists_every_diagnostic(tmp_path: Path, capsys: Captured) -> None:
    root = lay(tmp_path, HIDDEN | BROKEN)
    assert cli.main(["check", "--root", str(root), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [(item["file"], item["severity"]) for item in found] == [
        ("data/.nhap.yml", "warning"),
        (next(iter(BROKEN)), "error"),
    ]
    assert set(found[0]) == {"code", "severity", "file", "line", "column", "message", "cure", "related"}


def test_github_annotates_and_appends_the_whole_list_to_the_summary(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = lay(tmp_path, {f"data/.nhap-{number:02}.yml": "" for number in range(12)})
    summary = tmp_path / "summary.md"
    summary.write_text("# Trước đó\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert cli.main(["check", "--root", str(root), "--format", "github"]) == 0
    assert sum(line.startswith("::warning file=data/") for line in capsys.readouterr().out.splitlines()) == 12
    text = summary.read_text("utf-8")
    assert text.startswith("# Trước đó\n")
    assert all(f"data/.nhap-{number:02}.yml" in text for number in range(12))


def test_what_github_is_told_leads_to_the_published_page_of_a_code(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = lay(tmp_path, {"data/.nhap.yml": "", "mkdocs.yml": "site_url: https://example.org/ke-hoach\n"})
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert cli.main(["check", "--root", str(root), "--format", "github"]) == 0
    assert "%0AXem: https://example.org/ke-hoach/cach-tinh/loi/f007.html\n" in capsys.readouterr().out
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert "| [F007](https://example.org/ke-hoach/cach-tinh/loi/f007.html) |" in summary


def test_a_summary_that_cannot_be_written_is_said(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    assert cli.main(["check", "--root", str(SAMPLE), "--format", "github"]) == 0
    assert "Không ghi được bản tóm tắt" in capsys.readouterr().err


def test_check_loads_no_renderer() -> None:
    code = (
        "import sys; from ktgs.command.main import main; main(['check', '--root', sys.argv[1]]);"
        "print(sorted({'mkdocs', 'jinja2', 'icalendar', 'markdown', 'nh3'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, str(SAMPLE)]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.endswith(b"\n[]\n")


# -- due -------------------------------------------------------------------------------------------------------------


def test_without_filters_every_obligation_is_listed_once_in_order(capsys: Captured) -> None:
    found = due(capsys, "--today", "2020-05-05")
    ids = [item["id"] for item in found]
    assert ids == sorted(set(ids))
    assert {part for item in found for part in item["parts"]} <= set(ids)
    assert {item["state"] for item in found} <= {state.name for state in State}


def test_the_real_plan_is_counted_as_checked_by_hand(capsys: Captured) -> None:
    found = {item["id"]: item for item in due(capsys, "--today", "2020-05-05")}
    counted = [
        (
            duty,
            activity,
            found[f"46-kh-dtn/{duty}/{activity}"]["due_on"],
            found[f"46-kh-dtn/{duty}/{activity}"]["safe_on"],
        )
        for duty in ("thong-bao", "bao-cao-ket-qua")
        for activity in ("dot-1", "dot-2")
    ]
    assert counted == [
        ("thong-bao", "dot-1", "2020-05-04", "2020-04-29"),
        ("thong-bao", "dot-2", "2020-11-03", "2020-11-02"),
        ("bao-cao-ket-qua", "dot-1", "2020-06-02", "2020-06-02"),
        ("bao-cao-ket-qua", "dot-2", "2020-12-04", "2020-12-04"),
    ]
    schedules = sorted({item["due_on"] for item in found.values() if item["duty"] == "gui-lich-sinh-hoat"})
    assert schedules == [f"2020-{month:02}-19" for month in range(3, 13)]


@pytest.mark.parametrize(
    "asked", ["doan so b", "Doan-So-B", "DOAN SO B", "Đoàn Sở B", "doan co so so b", "\u00d0oàn Sở B"]
)
def test_a_unit_is_understood_without_diacritics_and_by_its_short_name(capsys: Captured, asked: str) -> None:
    assert due(capsys, "--unit", asked) == due(capsys, "--unit", "doan-so-b") != []


@pytest.mark.parametrize("asked", ["Đoàn Sở Cũ", "doan so cu", "doan-so-cu"])
def test_a_unit_is_understood_by_a_former_name(tmp_path: Path, capsys: Captured, asked: str) -> None:
    file = "data/units/doan-so-b.yml"
    text = (SAMPLE / file).read_text(encoding="utf-8") + "tên cũ:\n  - tên: Đoàn Sở Cũ\n    đến: 31/12/2016\n"
    root = str(lay(tmp_path, {file: text}))
    cli.main(["due", "--root", root, "--unit", "doan-so-b", "--format", "csv"])
    by_id = capsys.readouterr().out
    cli.main(["due", "--root", root, "--unit", asked, "--format", "csv"])
    assert by_id.count("\n") > 1
    assert capsys.readouterr().out == by_id


def test_a_unit_is_named_by_id_or_name(capsys: Captured) -> None:
    by_id = due(capsys, "--unit", "doan-so-b")
    assert by_id == due(capsys, "--unit", "ĐOÀN CƠ SỞ SỞ B") != []
    assert {item["about_unit"] for item in by_id} == {"doan-so-b"}


def test_a_person_is_named_by_id_or_name(capsys: Captured) -> None:
    by_name = due(capsys, "--person", "trần thị b")
    assert by_name == due(capsys, "--person", "tran-thi-b")
    assert {(item["who"]["kind"], item["who"]["id"]) for item in by_name} == {("person", "tran-thi-b")}


@pytest.mark.parametrize("word", ["overdue", "OVERDUE", "quá hạn", "Quá Hạn"])
def test_a_state_is_named_by_code_or_word(capsys: Captured, word: str) -> None:
    found = due(capsys, "--today", "2020-05-05", "--state", word)
    assert found
    assert {item["state"] for item in found} == {"overdue"}


def test_within_keeps_what_is_open_and_overdue_or_due_by_then(capsys: Captured) -> None:
    everything = due(capsys, "--today", "2020-05-05")
    found = due(capsys, "--today", "2020-05-05", "--within", "14")
    still_open = ("overdue", "unknown", "due_soon", "upcoming")
    assert found == [
        item for item in everything if item["state"] in still_open and item["due_on"] and item["due_on"] <= "2020-05-19"
    ]
    assert {item["state"] for item in found} >= {"overdue", "upcoming"}


def test_text_groups_by_who_owes(capsys: Captured) -> None:
    cli.main(["due", "--root", str(SAMPLE), "--today", "05/05/2020", "--unit", "doan-so-x", "--within", "14"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Việc phải làm, tính đến ngày 05/05/2020: 2 việc"
    assert lines[2:4] == [
        "Đoàn cơ sở Sở X (2)",
        "- gửi lịch sinh hoạt, lịch tháng 05/2020: hạn 19/04/2020. Chưa hoàn thành, quá hạn 16 ngày (mục II.3)",
    ]
    cli.main(["due", "--root", str(SAMPLE), "--unit", "doan-so-x", "--state", "được miễn"])
    assert capsys.readouterr().out == "Việc phải làm, tính đến ngày 15/10/2020: không có việc nào\n"


def test_csv_opens_in_a_spreadsheet() -> None:
    data = run("due", "--root", str(SAMPLE), "--format", "csv").stdout
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0]["mã"].startswith("46-kh-dtn/")
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_data_with_errors_still_gives_the_list_and_exit_1(tmp_path: Path, capsys: Captured) -> None:
    root = lay(tmp_path, BROKEN)
    assert cli.main(["due", "--root", str(root), "--today", "2020-05-05", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    found = next(item for item in json.loads(out) if item["id"].endswith("gui-lich-sinh-hoat/2020-04/doan-so-a"))
    assert found["state"] == "unknown"
    assert "Dữ liệu có lỗi" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--unit", "doan-so-q"], "--unit: Không có đơn vị “doan-so-q”. Mã đơn vị là tên tệp trong data/units/."),
        (["--person", "Trần Thị"], "--person: Không có cán bộ “Trần Thị”. Có phải: Trần Thị B."),
        (["--state", "qua han"], "--state: Không có trạng thái “qua han”."),
        (["--state", "qua han"], "Có phải: Quá hạn."),
        (["--within", "-1"], "--within: “-1” không phải là một số đếm."),
    ],
)
def test_a_filter_that_names_nothing_is_wrong_use(capsys: Captured, arguments: list[str], told: str) -> None:
    assert cli.main(["due", "--root", str(SAMPLE), *arguments]) == 2
    out, err = capsys.readouterr()
    assert (out, told in err) == ("", True)


def test_two_people_of_one_name_are_told_apart_by_id(tmp_path: Path, capsys: Captured) -> None:
    person = (SAMPLE / "data/people/tran-thi-b.yml").read_bytes()
    root = lay(tmp_path, {"data/people/tran-thi-b-2.yml": person})
    assert cli.main(["due", "--root", str(root), "--person", "Trần Thị B"]) == 2
    assert "Có 2 cán bộ tên “Trần Thị B”. Dùng mã: tran-thi-b, tran-thi-b-2." in capsys.readouterr().err


# -- days and explain ------------------------------------------------------------------------------------------------


def test_days_before_gives_both_readings_with_their_working(capsys: Captured) -> None:
    assert cli.main(["days", "11/05/2020", "-5", "--root", str(SAMPLE)]) == 0
    assert capsys.readouterr().out == (
        "5 ngày làm việc trước 11/05/2020, tính cả ngày gửi: Thứ Hai, 04/05/2020\n"
        "  Đếm: 04/05/2020, 05/05/2020, 06/05/2020, 07/05/2020, 08/05/2020\n"
        "  Bỏ qua: 09/05/2020, Thứ Bảy\n"
        "  Bỏ qua: 10/05/2020, Chủ nhật\n"
        "\n"
        "5 ngày làm việc trước 11/05/2020, đủ ngày: Thứ Tư, 29/04/2020\n"
        "  Đếm: 04/05/2020, 05/05/2020, 06/05/2020, 07/05/2020, 08/05/2020\n"
        "  Bỏ qua: 30/04/2020, Ngày Chiến thắng\n"
        "  Bỏ qua: 01/05/2020, Ngày Quốc tế Lao động\n"
        "  Bỏ qua: 02/05/2020, Thứ Bảy\n"
        "  Bỏ qua: 03/05/2020, Chủ nhật\n"
        "  Bỏ qua: 09/05/2020, Thứ Bảy\n"
        "  Bỏ qua: 10/05/2020, Chủ nhật\n"
    )


@pytest.mark.parametrize("shift", ["7", "+7"])
def test_days_after(capsys: Captured, shift: str) -> None:
    assert cli.main(["--root", str(SAMPLE), "days", "2020-05-22", shift]) == 0
    assert capsys.readouterr().out.startswith("7 ngày làm việc sau 22/05/2020: Thứ Ba, 02/06/2020\n")


def test_days_read_the_typographic_minus(capsys: Captured) -> None:
    assert cli.main(["days", "10/11/2020", "\N{MINUS SIGN}5", "--root", str(SAMPLE)]) == 0
    assert "đủ ngày: Thứ Hai, 02/11/2020" in capsys.readouterr().out


def test_days_into_a_year_without_calendar_are_not_known(capsys: Captured) -> None:
    assert cli.main(["days", "20/12/2021", "30", "--root", str(SAMPLE)]) == 1
    out, err = capsys.readouterr()
    assert out == "30 ngày làm việc sau 20/12/2021: chưa rõ, chưa có lịch ngày nghỉ của năm 2022.\n"
    assert "data/calendar" in err


@pytest.mark.parametrize(
    "asked", [["gửi lịch sinh hoạt"], ["gửi", "lịch", "sinh", "hoạt"], ["gui-lich-sinh-hoat"], ["GỬI LỊCH SINH HOẠT"]]
)
def test_explain_a_duty(capsys: Captured, asked: list[str]) -> None:
    assert cli.main(["explain", *asked]) == 0
    assert capsys.readouterr().out.startswith("# gửi lịch sinh hoạt\n\nMỗi đơn vị gửi ")


def test_explain_a_code(capsys: Captured) -> None:
    assert cli.main(["explain", "y017"]) == 0
    assert capsys.readouterr().out.startswith("# Y017 (lỗi): Tên dòng lặp lại\n")


def test_explain_says_the_nearest(capsys: Captured) -> None:
    assert cli.main(["explain", "gửi lịch họp"]) == 2
    assert "Có phải: gửi lịch sinh hoạt." in capsys.readouterr().err


# -- build and serve -------------------------------------------------------------------------------------------------


@pytest.fixture
def plugin(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """Return the list of what the commands ask of the plugin, which here builds nothing."""
    asked: list[tuple[Any, ...]] = []

    def record(*arguments: Any, **further: Any) -> int:
        asked.append(tuple(item for item in (*arguments, *further.items()) if not callable(item)))
        return 1

    monkeypatch.setitem(sys.modules, "ktgs.mkdocs_plugin", SimpleNamespace(build=record))
    monkeypatch.setitem(sys.modules, "ktgs.serving.serve", SimpleNamespace(serve=record))
    return asked


def test_build_hands_on_what_it_is_told(plugin: list[tuple[Any, ...]], tmp_path: Path) -> None:
    root, public = str(tmp_path), Audience.public
    assert cli.main(["--root", root, "build"]) == 1
    assert cli.main(["build", "--root", root, "--site", "ra", "--keep-going", "--today", "05/05/2020"]) == 1
    anew = ("is_anew", True)  # as all tests say by KTGS_NO_CACHE
    assert plugin == [
        (tmp_path, None, False, None, public, anew),
        (tmp_path, Path("ra"), True, date(2020, 5, 5), public, anew),
    ]


def test_serve_hands_on_what_it_is_told(plugin: list[tuple[Any, ...]], tmp_path: Path) -> None:
    assert cli.main(["serve", "--root", str(tmp_path), "--address", "0.0.0.0:80"]) == 1
    assert plugin == [(tmp_path, None, "0.0.0.0:80", Audience.internal)]


# -- today and root --------------------------------------------------------------------------------------------------


def test_today_is_taken_from_the_nearest(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    def day(*arguments: str) -> str:
        cli.main([*arguments, "--root", str(SAMPLE)])
        return capsys.readouterr().out.split("ngày ")[1].split(":")[0]

    assert day("due") == "15/10/2020"  # the sample's own
    monkeypatch.setenv("KTGS_TODAY", "2020-04-01")
    assert day("due") == "01/04/2020"
    assert day("--today", "02/04/2020", "due") == "02/04/2020"
    assert day("--today", "02/04/2020", "due", "--today", "03/04/2020") == "03/04/2020"


def test_the_clock_is_read_in_viet_nam(tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    organization = (SAMPLE / "data/organization.yml").read_text("utf-8")
    own_day = "dữ liệu minh họa đến ngày: 15/10/2020\n"
    assert own_day in organization
    root = lay(tmp_path, {"data/organization.yml": organization.replace(own_day, "")})
    for hour, day in ((16, "19/03/2020"), (18, "20/03/2020")):  # in Viet Nam 23:00, and 01:00 of the next day
        monkeypatch.setattr(asking, "now", lambda hour=hour: datetime(2020, 3, 19, hour, tzinfo=UTC))
        cli.main(["due", "--root", str(root)])
        assert capsys.readouterr().out.startswith(f"Việc phải làm, tính đến ngày {day}:")


@pytest.mark.parametrize("day", ["20/3", "30/02/2020", "2020-13-01", "hôm nay", ""])
def test_a_day_that_is_none_is_wrong_use(capsys: Captured, day: str) -> None:
    assert cli.main(["check", "--root", str(SAMPLE), "--today", day]) == 2
    err = capsys.readouterr().err
    assert err.startswith("Lỗi: --today: ")
    assert "ví dụ 20/03/2020" in err


def test_a_bad_day_in_the_environment_is_wrong_use(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KTGS_TODAY", "mai")
    assert cli.main(["check", "--root", str(SAMPLE)]) == 2
    assert capsys.readouterr().err.startswith("Lỗi: KTGS_TODAY: “mai” không phải là một ngày.")


@pytest.mark.parametrize("command", ["check", "build", "serve", "due", "days", "explain"])
def test_a_root_that_is_not_there_is_wrong_use(capsys: Captured, tmp_path: Path, command: str) -> None:
    assert cli.main([command, "--root", str(tmp_path / "x")]) == 2
    assert "--root: Không có thư mục" in capsys.readouterr().err


def test_the_root_is_here_unless_told(tmp_path: Path) -> None:
    assert run("check", cwd=SAMPLE).stdout.decode() == "Không có lỗi.\n"
    assert run("check", cwd=tmp_path).returncode == 1


# -- help, wrong use, streams ----------------------------------------------------------------------------------------

ENGLISH = re.compile(
    r"\b(usage|options?|commands?|show|exit|error|missing|invalid|argument|default|required|try)\b", re.I
)


@pytest.mark.parametrize(
    "command", [[], ["check"], ["build"], ["serve"], ["due"], ["days"], ["explain"], ["fmt"], ["init"]]
)
def test_help_is_vietnamese(capsys: Captured, command: list[str]) -> None:
    assert cli.main([*command, "--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Cách dùng: ktgs")
    assert "Hiện hướng dẫn này rồi thoát." in out
    assert not ENGLISH.findall(out)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chek"], f"Không có lệnh “chek”. Các lệnh: {', '.join(NAMES)}. Có phải: check."),
        (["check", "--fomat", "json"], "Không có tùy chọn “--fomat”. Có phải: --format."),
        (["check", "--format", "xml"], "--format: Không có “xml”. Dùng: text, json, github."),
        (["check", "--format", "jsn"], "Có phải: json."),
        (["check", "--strict=1"], "Tùy chọn “--strict” không nhận giá trị."),
        (["due", "--within"], "Tùy chọn “--within” cần một giá trị."),
        (["check", "a", "b"], "Thừa “a”, “b”."),
        (["days"], "Thiếu NGÀY."),
        (["days", "11/05/2020"], "Thiếu ±N."),
        (["days", "11/05/2020", "x"], "±N: “x” không phải là một số ngày."),
        (["days", "11/05", "5"], "NGÀY: “11/05” không phải là một ngày: thiếu năm."),
        (["serve", "--address", "8000"], "--address: “8000” không phải là máy và cổng."),
        (["serve", "--address", "a:99999"], "--address: “a:99999” không phải là máy và cổng."),
        (["explain"], "Thiếu MÃ, VIỆC HOẶC TỆP."),
    ],
)
def test_wrong_use_is_told_in_vietnamese(capsys: Captured, arguments: list[str], told: str) -> None:
    assert cli.main(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, told in err) == ("", True)
    assert not ENGLISH.findall(re.sub(r"--\w+|“.*?”", "", err))


@pytest.mark.parametrize("arguments", [[], ["--root", "."]])
def test_no_command_prints_the_help_as_wrong_use(capsys: Captured, arguments: list[str]) -> None:
    assert cli.main(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, err.startswith("Cách dùng: ktgs")) == ("", True)


@pytest.mark.parametrize(
    "variables",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
)
def test_output_is_utf8_whatever_the_locale(variables: dict[str, str]) -> None:
    expected = run("due", "--root", str(SAMPLE), "--within", "7", LANG="C.UTF-8")
    found = run("due", "--root", str(SAMPLE), "--within", "7", cwd=ROOT, **variables)
    assert (found.returncode, found.stdout, found.stderr) == (0, expected.stdout, b"")
    assert "Việc phải làm" in found.stdout.decode("utf-8")


def test_bytes_that_are_no_text_in_an_argument_do_no_harm() -> None:
    found = run("due", "--root", str(SAMPLE), "--unit", "\udcff")
    assert (found.returncode, found.stdout) == (2, b"")
    assert b"Traceback" not in found.stderr


def test_a_reader_that_leaves_does_no_harm() -> None:
    command = f"{sys.executable} -m ktgs due --root {SAMPLE} --format json | head -c 1; echo ${{PIPESTATUS[0]}}"
    found = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=True)
    assert (found.stdout, found.stderr) == (b"[0\n", b"")
    command = f"exec {sys.executable} -m ktgs check --root {SAMPLE} >&-"
    closed = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert (closed.returncode, closed.stderr) == (0, b"")


def test_nothing_but_the_answer_is_written_where_no_terminal_is() -> None:
    found = run("check", "--root", str(SAMPLE))
    assert (found.stdout.decode(), found.stderr) == ("Không có lỗi.\n", b"")
