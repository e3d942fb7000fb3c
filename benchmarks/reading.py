"""How fast bytes become trees with places and every refusal, beside `yaml.load(CSafeLoader)`, in one run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import TypeAlias

import yaml
from yaml._yaml import CParser

from ktgs.machine.collector import paused_collector
from ktgs.records.loading import validate
from ktgs.records.schedule import Schedule
from ktgs.source.reader import read_yaml

FILES = 2_000
REPETITIONS = 9
LEAST_RATIO = 1.8  # CSafeLoader's time over ours, and
LEAST_RATIO_VALIDATED = 1.4  # with validation

Work: TypeAlias = Callable[[list[bytes]], None]

SCHEDULE = """\
đơn vị: doan-so-{number}
tháng: 03/2020
ngày nhận: 17/03/2020
có số liên hệ: có
buổi:
  - mã: b1
    ngày: 25/03/2020
    giờ: 8:30
    địa điểm: Hội trường tầng {number}
    chi đoàn: chi-doan-1
    nội dung: Sinh hoạt chuyên đề tháng 3
  - mã: b2
    ngày: 27/03/2020
    giờ: 14 giờ
    địa điểm: Phòng họp số {number}
"""


def schedules(count: int) -> list[bytes]:
    """Return `count` schedules of 15 lines as bytes."""
    return [SCHEDULE.format(number=number).encode() for number in range(count)]


def load_safely(files: list[bytes]) -> None:
    """Build what PyYAML's fastest loader builds: no places, no refusals, values changed by its schema."""
    for data in files:
        yaml.load(data, yaml.CSafeLoader)


def parse_events(files: list[bytes]) -> None:
    """Ask libyaml for its events and build nothing: what any reader on top of it must spend."""
    for data in files:
        next_event = CParser(data).get_event
        while next_event() is not None:
            pass


def read(files: list[bytes]) -> None:
    """Build trees with places and every refusal."""
    for data in files:
        read_yaml(data, "data/a.yml")


def read_and_keep(files: list[bytes]) -> None:
    """Build the same trees and keep them all, with the garbage collector paused."""
    with paused_collector():
        trees = [read_yaml(data, "data/a.yml") for data in files]
    assert all(tree is not None for tree, _ in trees)


def read_and_validate(files: list[bytes]) -> None:
    """Build the same trees and make a record of each."""
    for data in files:
        tree, _ = read_yaml(data, "data/a.yml")
        assert tree is not None
        record, _ = validate(Schedule, tree, ("chi đoàn",))
        assert record is not None


def medians(works: dict[str, Work], files: list[bytes]) -> dict[str, float]:
    """Return the median seconds of each work; the works take turns, so that a slow moment hits them all."""
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(REPETITIONS):
        for name, work in works.items():
            started = time.perf_counter()
            work(files)
            seconds[name].append(time.perf_counter() - started)
    return {name: statistics.median(times) for name, times in seconds.items()}


def main() -> bool:
    """Print the medians and ratios; return whether the ratios are reached."""
    works: dict[str, Work] = {
        "CSafeLoader": load_safely,
        "bare events": parse_events,
        "read": read,
        "read and keep": read_and_keep,
        "read and validate": read_and_validate,
    }
    least = {"read": LEAST_RATIO, "read and validate": LEAST_RATIO_VALIDATED}
    times = medians(works, schedules(FILES))
    print(f"Reading {FILES} files of {SCHEDULE.count(chr(10))} lines in memory, medians of {REPETITIONS}:")
    for name, seconds in times.items():
        ratio = times["CSafeLoader"] / seconds
        wanted = f"  (at least {least[name]:.1f})" if name in least else ""
        print(f"  {name:18} {seconds * 1000:7.1f} ms  {ratio:5.2f} × CSafeLoader{wanted}")
    return all(times["CSafeLoader"] / times[name] >= ratio for name, ratio in least.items())


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
