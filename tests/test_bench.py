"""What the bench works out beside its clocks: verdicts, medians, edits, and the rows that fill Hugo's pages."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import building, costs, hugo, kinds, large, speed
from benchmarks.generator import generate
from benchmarks.kinds import Weighed, Weight, whole
from benchmarks.running import Spent, family, peak, run, share
from benchmarks.speed import EDITED, FIRST, HUGO, SAME
from benchmarks.verdicts import Asked, table
from tests.opened import SAMPLE

SCHEDULE = "plans/2020/46-kh-dtn/schedules/2020-11"


def _spent(seconds: float) -> Spent:
    return Spent(seconds, seconds, 0)


def test_a_figure_is_reached_up_to_what_is_asked() -> None:
    assert Asked("a", 1.5, 1.5, "×").is_reached
    assert not Asked("a", 1.51, 1.5, "×").is_reached


def test_the_table_has_a_verdict_a_line_and_the_absolute_figures_beside() -> None:
    rows = table([Asked("first ÷ Hugo", 4.8, 1.5, "×", "13.20 s ÷ 2.75 s"), Asked("days", 0.1, 0.15, "s")])
    assert rows.splitlines() == [
        "work              found    at most  verdict",
        "first ÷ Hugo     4.80 ×    1.50 ×   missed   13.20 s ÷ 2.75 s",
        "days             0.10 s    0.15 s   reached",
    ]


def test_medians_are_taken_of_rounds_in_which_all_works_took_their_turn() -> None:
    told = iter([1.0, 10.0, 9.0, 20.0, 2.0, 30.0])
    times = speed.rounds(lambda turn: {"a": _spent(next(told)), "b": _spent(next(told))}, 3)
    assert speed.medians(times) == {"a": 2.0, "b": 20.0}
    assert [one.seconds for one in times["b"]] == [10.0, 20.0, 30.0]


def test_what_a_work_takes_of_the_processor_stands_below() -> None:
    times = {"first": [Spent(9.0, 1.0, 2_000_000), Spent(9.0, 3.0, 1_000_000), Spent(9.0, 2.0, 1_000_000)]}
    assert speed.processor(times) == "  first: 2.00 s of the processor, 2 MB at most"


def test_builds_are_judged_against_hugo_and_against_the_first() -> None:
    found = speed.ratios({HUGO: 5.5, FIRST: 11.0, EDITED: 1.1, SAME: 0.55})
    assert [line.found for line in found] == pytest.approx([2, 0.2, 0.1, 0.1, 0.05])
    assert [line.is_reached for line in found] == [False, True, True, True, True]
    assert found[0].work == "first ÷ Hugo" and found[0].beside == "11.00 s ÷ 5.50 s"


def test_seconds_of_commands_are_scaled_by_hugo() -> None:
    found = speed.seconds(dict.fromkeys(speed.SECONDS, 0.31), 5.5)
    assert [line.most for line in found] == pytest.approx([2 * most for most in speed.SECONDS.values()])
    assert [line.work for line in found if not line.is_reached] == [
        "days, first asked",
        "days, asked again",
        "--help",
    ]


def test_an_edit_gives_one_meeting_to_come_a_day_that_it_did_not_have(tmp_path: Path) -> None:
    generate(tmp_path)
    folder = tmp_path / "data" / SCHEDULE
    seen: list[str] = []
    for _ in range(26):
        before = {file.name: file.read_text(encoding="utf-8").splitlines() for file in folder.iterdir()}
        speed.edit(tmp_path)
        after = {file.name: file.read_text(encoding="utf-8").splitlines() for file in folder.iterdir()}
        ((name, lines),) = ((name, lines) for name, lines in after.items() if lines != before[name])
        ((old, new),) = (pair for pair in zip(before[name], lines, strict=True) if pair[0] != pair[1])
        assert old.startswith("    ngày: ") and new.startswith("    ngày: ") and new.endswith("/11/2020")
        seen += [new] if seen else [old, new]
    assert len(set(seen)) == 27


def test_runs_of_rows_fill_the_bytes_of_all_pages_and_go_round() -> None:
    lengths = [100, 200, 300]
    found = hugo.runs([hugo.FRAME + 650, hugo.FRAME + 50, hugo.FRAME + 350], lengths)
    assert found == [(0, 3), (0, 1), (1, 1)]  # what did not fit is left to the next page
    filled = [sum(lengths[start : start + rows]) for start, rows in found]
    assert sum(filled) == 900  # of 1,050 wanted: less than a row is left over


def test_no_rows_to_fill_pages_with_are_refused() -> None:
    with pytest.raises(ValueError, match="no rows"):
        hugo.runs([1000], [])


def test_a_row_is_escaped_and_tells_what_became_of_the_meeting() -> None:
    meeting = {"ngày": "01/04/2020", "giờ": "08:00", "nội dung": "A & B", "địa điểm": "Phòng 1", "unit": "doan-so-a"}
    assert "<td>A &amp; B</td>" in hugo.row(meeting)
    assert "<td>01/04/2020</td>" in hugo.row(meeting)
    assert "<td>01/04/2020 <strong>hủy</strong></td>" in hugo.row({**meeting, "trạng thái": "hủy"})


def test_hugo_gets_the_schedules_as_they_stand_and_a_page_for_each_of_ours(tmp_path: Path) -> None:
    hugo.write(SAMPLE / "data", [2_000, 5_000], tmp_path)
    given = sorted(path.relative_to(tmp_path / "data/schedules") for path in tmp_path.glob("data/schedules/*/*.yml"))
    kept = sorted((SAMPLE / "data").glob("plans/*/*/schedules/*/*.yml"))
    assert [path.parts for path in given] == [path.parts[-2:] for path in kept]
    assert len(list((tmp_path / "content/p").iterdir())) == 2
    assert (tmp_path / "layouts/single.html").read_text(encoding="utf-8") == hugo.SINGLE


def test_growth_is_told_per_record_and_per_byte_and_the_peak_in_megabytes() -> None:
    small = building.Line(66, 800, 270, 10e6, 2.0, 0.5, 0.1, 1.8, 100e6)
    large = building.Line(2_000, 24_000, 8_100, 400e6, 66.0, 9.0, 3.0, 54.0, 580e6)
    found = {line.work.partition(", 2000")[0]: line for line in building.growth(small, large)}
    assert found["peak memory"].found == 580 and found["peak memory"].is_reached
    assert found["seconds per record"].found == pytest.approx(1.1)
    assert found["seconds per byte of output"].found == pytest.approx(0.825)
    assert found["processor's seconds per record"].found == pytest.approx(1.0)
    assert found["peak memory per byte of output"].found == pytest.approx(0.145)


def test_kinds_of_pages_stand_by_what_they_cost_beside_what_they_cost_before() -> None:
    spent = Spent(2.0, 1.0, 0)
    now = Weighed({"unit": Weight(2, 40_000, 30.0), "search": Weight(1, 5_000, 40.0)}, spent, 1_000_000)
    before = Weighed({"unit": Weight(2, 20_000, 10.0), "old": Weight(1, 1_000, 1.0)}, spent, 500_000)
    rows = [row.split() for row in kinds.table(now, before).splitlines()]
    assert rows[1:] == [
        ["search", "1", "5.0", "40.00", "–", "–", "–"],
        ["unit", "2", "20.0", "15.00", "2", "10.0", "5.00"],
        ["old", "–", "–", "–", "1", "1.0", "1.00"],
    ]
    assert whole(now) == "2.00 s, 1.00 s of the processor, 1.0 MB: 2000 ms a MB, 1000 of the processor"


def test_time_is_counted_for_the_file_of_the_program_that_called() -> None:
    assert costs.place(None) == "Python and libraries"
    frames: list[str] = []
    code = compile("def made(see):\n    see()", "/a/ktgs/site/ktgs/site/staging.py", "exec")
    names: dict[str, Callable[[Callable[[], None]], None]] = {}
    exec(code, names)  # a frame of a file of the program
    names["made"](lambda: frames.append(costs.place(sys._getframe())))
    assert frames == ["ktgs/site/staging.py"]


def test_a_command_that_fails_tells_what_it_said(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(subprocess.CalledProcessError, match="exit status 3"):
        run((sys.executable, "-c", "import sys; print('hỏng', file=sys.stderr); sys.exit(3)"))
    assert capfd.readouterr().err == "hỏng\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process's share of memory")
def test_memory_is_that_of_a_process_and_of_those_that_it_started() -> None:
    code = "import subprocess, sys; subprocess.run((sys.executable, '-c', 'import time; time.sleep(60)'))"
    with subprocess.Popen((sys.executable, "-c", code)) as process:
        while len(found := family(process.pid)) < 2:
            time.sleep(0.01)
        assert found[0] == process.pid
        assert all(share(member) > 0 for member in found)
        for member in found:
            os.kill(member, signal.SIGKILL)
    assert share(process.pid) == 0 and family(process.pid) == [process.pid]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process's share of memory")
def test_the_peak_of_a_command_holds_what_it_had_at_once() -> None:
    code = "import time; kept = bytes(range(256)) * 400_000; time.sleep(1); del kept"
    assert 100e6 < peak((sys.executable, "-c", code)) < 200e6


def test_the_costliest_files_come_first_with_their_shares() -> None:
    places = {"a.py": 0.1, "b.html": 0.5, "c.py": 0.25, "d.py": 0.15}
    assert large.costliest(places) == ["50% b.html", "25% c.py", "15% d.py"]


def test_each_command_that_is_judged_is_asked_and_asks_another_question_in_each_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[str, ...]] = []

    def run_nothing(command: tuple[str | Path, ...]) -> Spent:
        asked.append(tuple(map(str, command[3:])))
        return _spent(0.1)

    monkeypatch.setattr(speed, "run", run_nothing)
    monkeypatch.setattr(speed, "edit", lambda root: asked.append(("edit", str(root))))
    times = speed.rounds(lambda turn: speed.ask(Path("small"), Path("big"), turn), 2)
    assert sorted(times) == sorted(speed.SECONDS)
    assert asked.count(("days", "11/05/2020", "-1", "--root", "small")) == 2
    assert asked.count(("days", "11/05/2020", "-2", "--root", "small")) == 2
    at = asked.index(("edit", "big"))
    assert asked[at - 2 : at + 2] == [("check", "--root", "big")] * 2 + [("edit", "big"), ("check", "--root", "big")]
