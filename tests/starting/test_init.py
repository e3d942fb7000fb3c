"""`ktgs init`: a repository of its own for a body of another kind, from options and from answers."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from ktgs.command import main as cli
from ktgs.starting.program import read_program
from tests.repo import by_id, facts, lay
from tests.starting.inspectorate import ARGUMENTS, NAMES, NOTIFIED, PLAN, PROGRAM, TERMS
from tests.writing.shipped import ROOT

Captured = pytest.CaptureFixture[str]
DAY = "2026-02-15"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository; only to be read."""
    folder = tmp_path_factory.mktemp("init") / "thanh-tra"
    assert cli.main(["init", str(folder), "--yes", *ARGUMENTS]) == 0
    return folder


def test_it_passes_check_and_has_the_one_layout(made: Path, capsys: Captured) -> None:
    assert cli.main(["check", "--strict", "--root", str(made), "--today", DAY]) == 0, capsys.readouterr().out
    assert cli.main(["fmt", "--check", "--root", str(made)]) == 0


def test_it_owes_what_its_plan_says(made: Path) -> None:
    found = facts(made, DAY)
    assert {(item.duty.name, str(item.due_on)) for item in found.obligations} == {
        ("tiến hành đợt", "2026-03-13"),
        ("thông báo", "2026-02-25"),
        ("báo cáo kết quả", "2026-03-28"),
    }
    assert {unit.kind for unit in found.repository.units.values()} == {"trường"}
    assert sorted(found.repository.units) == ["thpt-b", "truong-a"]
    assert found.repository.organization.sub_unit_words == ("tổ chuyên môn",)


def test_tables_of_units_and_people_are_imported(tmp_path: Path, capsys: Captured) -> None:
    units, people = tmp_path / "don-vi.csv", tmp_path / "can-bo.csv"
    units.write_text("Tên,Loại,Tổ chuyên môn,Từ\nTrường C,trường,Tổ Toán,01/09/2020\n", "utf-8")
    people.write_text("Họ tên,Cơ quan,Chức danh,Từ\nLê Văn C,Thanh tra Sở,Thanh tra viên,01/01/2021\n", "utf-8")
    folder = tmp_path / "x"
    tables = ["--units", str(units), "--people", str(people)]
    assert cli.main(["init", str(folder), "--yes", *tables, *ARGUMENTS]) == 0, capsys.readouterr()
    found = facts(folder, DAY)
    assert [branch.name for branch in found.repository.units["truong-c"].branches] == ["Tổ Toán"]
    assert found.repository.people["le-van-c"].bodies_on(found.today) == {"thanh-tra-so"}
    assert not [item for item in found.diagnostics if item.severity.name != "note"]


def test_a_table_that_cannot_be_read_is_told_and_the_rest_stands(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "x"
    code = cli.main(["init", str(folder), "--yes", "--units", str(tmp_path / "không có.csv"), *ARGUMENTS])
    assert code == 2 and "không có.csv" in capsys.readouterr().err
    assert (folder / "mkdocs.yml").is_file()


def test_a_first_debt_is_met(made: Path, tmp_path: Path) -> None:
    found = facts(lay(tmp_path, NOTIFIED, base=made), DAY)
    assert not [item for item in found.diagnostics if item.severity.name != "note"]
    states = {item.duty.name: str(item.state) for item in by_id(found).values() if not item.about_unit}
    assert states["thông báo"] == "Đúng hạn"


def test_it_builds_with_what_comes_with_the_program(made: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert cli.main(["build", "--root", str(made), "--site", str(site), "--today", DAY]) == 0
    front = (site / "index.html").read_text("utf-8")
    assert "Sở Giáo dục và Đào tạo Tỉnh A" in front and "Đoàn" not in re.sub(r"(?i)đoàn (kiểm|thanh) tra", "", front)
    assert (site / "huong-dan" / "index.html").is_file()


def test_its_workflows_take_the_program_that_was_asked_for(made: Path) -> None:
    assert (made / "program.txt").read_text("utf-8") == f"ktgs @ {PROGRAM}\n"
    assert "--hash=sha256:" in (made / "requirements.txt").read_text("utf-8")
    for name in ("proposal", "publish"):
        text = (made / f".github/workflows/{name}.yml").read_text("utf-8")
        assert "«" not in text and "--no-deps --no-build-isolation -r program.txt" in text
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [str(zizmor), "--offline", "--quiet", str(made / ".github/workflows")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_wheel_is_taken_with_its_hash() -> None:
    program = read_program(f"https://example.org/ktgs-0.1.0-py3-none-any.whl#sha256={'0' * 64}")
    assert program is not None
    assert program.line == f"ktgs @ https://example.org/ktgs-0.1.0-py3-none-any.whl --hash=sha256:{'0' * 64}"
    assert program.options == "--no-deps --require-hashes"


@pytest.mark.parametrize(
    "text", ["ktgs", "git+https://example.org/ktgs@main", "https://example.org/ktgs.whl", f"{PROGRAM} ; x", ""]
)
def test_a_program_that_may_change_is_refused(text: str, tmp_path: Path, capsys: Captured) -> None:
    arguments = [text if argument == PROGRAM else argument for argument in ARGUMENTS]
    assert cli.main(["init", str(tmp_path / "x"), "--yes", *arguments]) == 2
    assert "--program phải nêu đúng một bản" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (PLAN, PLAN.replace("từ: ", "tư: "), "Không có tên dòng “tư”. Có phải: từ."),
        (PLAN, PLAN.replace("05/01/2026", "01/2026"), "“01/2026” không phải là một ngày: chỉ có tháng và năm."),
        (PLAN, PLAN.replace("; người ký: Nguyễn Văn A", ""), "--plan thiếu “người ký”."),
        (TERMS[0], "tiến hành đợt", "“tiến hành đợt” không có dạng “tên dòng: giá trị”."),
        (TERMS[0], TERMS[0].replace("cuối đợt", "giữa đợt"), "“giữa đợt” không phải là một mốc."),
    ],
)
def test_a_wrong_answer_is_told(old: str, new: str, message: str, tmp_path: Path, capsys: Captured) -> None:
    arguments = [new if argument == old else argument for argument in ARGUMENTS]
    assert cli.main(["init", str(tmp_path / "x"), "--yes", *arguments]) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_answers_that_make_wrong_data_write_nothing(tmp_path: Path, capsys: Captured) -> None:
    arguments = [argument.replace("loại: trường", "loại: bệnh viện") for argument in ARGUMENTS]
    assert cli.main(["init", str(tmp_path / "x"), "--yes", *arguments]) == 1
    told = capsys.readouterr().err
    assert "data/units/truong-a.yml:2:" in told and "chưa ghi gì" in told
    assert not (tmp_path / "x").exists()


def test_what_is_missing_is_named_where_nothing_may_be_asked(tmp_path: Path, capsys: Captured) -> None:
    assert cli.main(["init", str(tmp_path / "x"), "--yes"]) == 2
    assert "Thiếu --name: tên đầy đủ của tổ chức." in capsys.readouterr().err


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "thư.txt").write_text("x", "utf-8")
    assert cli.main(["init", str(tmp_path), "--yes", *ARGUMENTS]) == 2
    assert "đã có nội dung" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["thư.txt"]


@pytest.mark.parametrize(("number", "plan_id"), [("15-KH/SGDĐT", "15-kh-sgddt"), ("", "ke-hoach-01-01-2026")])
def test_what_is_not_given_is_asked_until_it_can_be_read(
    number: str, plan_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [*NAMES.values(), "trường", ""]
    answers += [number, "5/1", "05/01/2026", "Thanh tra năm 2026", "01/01/2026", "30/11/2026", "Nguyễn Văn A"]
    asked: list[str] = []

    def prompt(words: str, default: str | None = None) -> str:
        asked.append(words)
        if words.startswith("Kế hoạch có việc"):
            return "có" if "tiến hành đợt" in words else "không"
        known = {"mục": "II.1", "mốc": "cuối đợt", "tên": "Thanh tra đợt 1", "loại": "kiểm tra"}
        known |= {"từ": "02/03/2026", "đến": "13/03/2026"}
        if words.startswith("Thêm một hoạt động"):
            return "có" if asked.count(words) == 1 else "không"
        if answers:
            return answers.pop(0)
        if "phần mềm" in words:
            return PROGRAM
        return next(answer for key, answer in known.items() if re.match(rf"{key}\b", words.casefold()))

    monkeypatch.setattr(click, "prompt", prompt)
    assert cli.main(["init", str(tmp_path / "x")]) == 0
    found = facts(tmp_path / "x", DAY)
    assert [item.duty.name for item in found.obligations] == ["tiến hành đợt"]
    assert sum(words.startswith("Ngày ban hành") for words in asked) == 2
    assert (tmp_path / "x" / "data" / "plans" / "2026" / plan_id / "plan.md").is_file()


def test_what_the_readme_says_works_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    (block,) = re.findall(r"^```\n(ktgs init thanh-tra --yes .*?)^```", text, re.MULTILINE | re.DOTALL)
    first, then = block.replace("\\\n", "").splitlines()
    monkeypatch.chdir(tmp_path)
    assert cli.main(shlex.split(first)[1:]) == 0
    monkeypatch.chdir(tmp_path / "thanh-tra")
    commands = [shlex.split(command)[1:] for command in then.split("&&")[1:]]
    assert [command[0] for command in commands] == ["check", "build", "due"]
    for command in commands:
        assert cli.main([*command, "--today", "15/02/2026"]) == 0
    found = facts(lay(tmp_path / "thanh-tra", first_debt(), base=None), DAY)
    assert {str(item.state) for item in found.obligations if item.duty.name == "thông báo" and item.done_on} == {
        "Đúng hạn"
    }


def first_debt() -> dict[str, str]:
    """Return the files that meet the first debt, with the only person that README names."""
    return {path: re.sub(r" *- cán bộ: tran-thi-b\n.*\n", "", text) for path, text in NOTIFIED.items()}
