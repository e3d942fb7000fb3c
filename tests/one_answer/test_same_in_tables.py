"""Every obligation in JSON, CSV and the command's three forms: the facts' due day, state, day done and name.

JSON and CSV are public and held against the public facts, the command against the facts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from tests.one_answer.asking import STATES, Answer, Rows, api, none_differ, run, spreadsheet, table
from tests.one_answer.conftest import House
from tests.one_answer.statements import iso

_ASIDE = re.compile(
    r", nên (gửi|xong) trước hoặc trong ngày [\d/]+|( \[[^]]+\])?( \((?:mục|báo cáo) [^)]+\))?$"
)  # told by the text beside


def of_json(shape: dict[str, object]) -> tuple[object, ...]:
    """Return what JSON tells of an obligation."""
    who = shape["who"]
    assert isinstance(who, dict)
    return shape["due_on"], shape["state"], shape["done_on"], who["name"]


def of_row(row: dict[str, str]) -> tuple[object, ...]:
    """Return what a CSV tells of an obligation."""
    states = {word: name for name, word in STATES.items()}
    who = row["người, đơn vị phải làm"]
    return iso(row["hạn"]) or None, states[row["trạng thái"]], iso(row["ngày hoàn thành"]) or None, who


def differing(answers: dict[str, Answer], told: dict[str, tuple[object, ...]]) -> list[str]:
    """Return each obligation that is told otherwise, or only on one side."""
    every = sorted(answers.keys() | told.keys())
    pairs = ((key, answers[key].told if key in answers else None, told.get(key)) for key in every)
    return [f"{key}: {answer} but told {said}" for key, answer, said in pairs if answer != said]


def test_json(house: House) -> None:
    told = {key: of_json(shape) for key, shape in house.obligations.items()}
    none_differ(differing(house.public, told))


def test_csv(house: House) -> None:
    told = {key: of_row(row) for key, row in spreadsheet(house.site, "viec-phai-lam").items()}
    none_differ(differing(house.public, told))


def test_json_of_the_command(house: House) -> None:
    none_differ(differing(house.facts, {key: of_json(shape) for key, shape in house.command.items()}))


def test_csv_of_the_command(house: House) -> None:
    none_differ(differing(house.facts, {key: of_row(row) for key, row in command_csv(house).items()}))


def command_csv(house: House) -> Rows:
    """Return what `ktgs due --format csv` prints."""
    return table(run("due", "--root", str(house.root), "--format", "csv"))


def under(house: House, row: Mapping[str, str], *, awaits_office: bool) -> tuple[str, str]:
    """Return the heading under which a CSV's row stands in the text, and what it is for."""
    who, what = row["người, đơn vị phải làm"], occasion(house, row)
    if not awaits_office:
        return who, what
    return "Văn phòng cần ghi bổ sung", f"{what}, {who}" if row["loại"] in ("đơn vị", "cán bộ") else what


def occasion(house: House, row: Mapping[str, str]) -> str:
    """Return the occasion of a CSV's row, with the name of the unit that another party's duty is about."""
    unit = row["về đơn vị"]
    name = api_names(house).get(unit, unit)
    is_own = row["mã người, đơn vị phải làm"] == unit
    return row["lần"] if not unit or is_own or name in row["lần"].split(", ") else f"{row['lần']}, {name}"


def api_names(house: House) -> dict[str, str]:
    """Return what JSON calls each unit."""
    return {unit["id"]: unit["name"] for unit in api(house.site, "units")["units"]}


def text_of_the_command(house: House) -> list[tuple[str, str]]:
    """Return each line of what `ktgs due` prints, with the party under whose name it stands."""
    told = []
    for block in run("due", "--root", str(house.root)).split("\n\n")[1:]:
        head, *lines = block.strip().splitlines()
        told += [(head.rpartition(" (")[0], line) for line in lines]
    return told


def test_text_of_the_command(house: House) -> None:
    """Each as the CSV tells it, under its party, with the unit; wholes are left out where their parts are listed.

    What only the office has to write down stands under its heading, with the unit or person who owes it.
    """
    rows = {key: row for key, row in command_csv(house).items() if not house.facts[key].has_parts}
    owed = Counter(
        (who, f"- {row['việc']}, {what}: {due}. {row['giải thích']}")
        for key, row in rows.items()
        for who, what in [under(house, row, awaits_office=house.command[key]["awaits"] == "office")]
        for due in [f"hạn {row['hạn']}" if row["hạn"] else "chưa rõ hạn"]
    )
    told = Counter((who, _ASIDE.sub("", line)) for who, line in text_of_the_command(house))
    none_differ(
        [f"{line}: {told[line]} times instead of {owed[line]}" for line in owed | told if owed[line] != told[line]]
    )


def test_text_of_the_command_tells_each_apart(house: House) -> None:
    """Of two units that the office notifies, each has a line of its own, as on pages."""
    told = Counter(text_of_the_command(house))
    none_differ([f"{line}: {count} times" for line, count in told.items() if count > 1])


def test_recommendations(house: House) -> None:
    """The list of recommendations gives their day and the day done; so does their obligation, where they have one."""
    shapes = {shape["id"]: shape for shape in api(house.site, "recommendations")["recommendations"]}
    rows = spreadsheet(house.site, "kien-nghi")
    wrong, seen = [], 0
    for key, shape in house.obligations.items():
        if shape["duty"] == "kien-nghi":
            seen += 1
            finding = "#".join(key.split("/")[2:])
            told = shapes[finding]["due_on"], shapes[finding]["done_on"], iso(rows[finding]["hạn"])
            if told != (shape["due_on"], shape["done_on"], shape["due_on"]):
                wrong.append(f"{key}: {shape['due_on']}, {shape['done_on']} but told {told}")
    none_differ(wrong)
    assert seen
