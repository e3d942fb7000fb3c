"""The shapes of an obligation: JSON with the English identifiers, a spreadsheet's row with the Vietnamese headers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from ktgs.language.days import Working
from ktgs.language.text import vi_date
from ktgs.obligations.obligation import Evidence, Obligation
from ktgs.repository.papers import Paper

BYTE_ORDER_MARK = "\ufeff"  # by it spreadsheets know that a CSV file is UTF-8

OBLIGATION_HEADERS = (
    "mã",
    "việc",
    "lần",
    "mục",
    "loại",
    "mã người, đơn vị phải làm",
    "người, đơn vị phải làm",
    "về đơn vị",
    "trạng thái",
    "giải thích",
    "hạn",
    "hạn ban đầu",
    "nên xong trước hoặc trong ngày",
    "ngày hoàn thành",
    "ghi chú",
    "cách tính",
    "tệp",
    "dòng",
)

_FORMULA_STARTS = frozenset("=+-@\t\r＝＋－＠")


def obligation_json(item: Obligation) -> dict[str, Any]:
    """Return an obligation as `ktgs due` and `api/v1` give it: English identifiers, ISO dates, null where not known."""
    return {
        "id": item.id,
        "duty": item.duty.slug,
        "clause": item.clause,
        "who": {"kind": item.who.kind.name, "id": item.who.id, "name": item.who.name},
        "about_unit": item.about_unit,
        "due_on": _iso(item.due_on),
        "original_due_on": _iso(item.original_due_on),
        "safe_on": _iso(item.safe_on),
        "done_on": _iso(item.done_on),
        "state": item.state.name,
        "reason": item.reason,
        "lapses_on": _iso(item.lapses_on),
        "awaits": "office" if item.awaits_office else None,
        "flags": [flag.name for flag in item.flags],
        "working": _working(item.deadline.working),
        "evidence": _evidence(item.evidence),
        "parts": list(map(str, item.parts)),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _working(working: Working | None) -> dict[str, Any] | None:
    if working is None:
        return None
    return {
        "from": working.start_on.isoformat(),
        "direction": working.direction.name,
        "days": working.days,
        "counted": [day.isoformat() for day in working.counted],
        "skipped": [{"date": skipped.on.isoformat(), "reason": skipped.reason} for skipped in working.skipped],
    }


def _evidence(evidence: Evidence | None) -> dict[str, Any] | None:
    if evidence is None:
        return None
    return {"file": evidence.place.file, "line": evidence.place.line or None, "paper": _paper(evidence.paper)}


def _paper(paper: Paper | None) -> dict[str, Any] | None:
    return (
        {"number": str(paper.number) if paper.number else None, "issued_on": _iso(paper.issued_on)} if paper else None
    )


def obligation_row(item: Obligation) -> tuple[str, ...]:
    """Return the cells under `OBLIGATION_HEADERS`: dates as dd/mm/yyyy, empty where not known."""
    place = item.evidence.place if item.evidence else None
    return (
        item.id,
        item.duty.name,
        item.title,
        item.clause,
        str(item.who.kind),
        item.who.id,
        item.who.name,
        item.about_unit or "",
        str(item.state),
        item.reason,
        *(vi_date(day) if day else "" for day in (item.due_on, item.original_due_on, item.safe_on, item.done_on)),
        ", ".join(map(str, item.flags)),
        item.deadline.rule,
        place.file if place else "",
        str(place.line) if place and place.line else "",
    )


def csv_text(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as CSV with a byte order mark; a cell that would run as a formula gets a leading `'`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(headers)
    writer.writerows([f"'{cell}" if cell[:1] in _FORMULA_STARTS else cell for cell in row] for row in rows)
    return BYTE_ORDER_MARK + out.getvalue()
