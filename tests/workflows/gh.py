"""A stand-in for `gh`: keeps comments, issues and proposals in a file; filters of `--jq` are run by jq itself."""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

BOT = {"login": "github-actions[bot]"}
State = dict[str, list[dict[str, Any]]]


def main() -> None:
    """Answer one call as GitHub would, or fail on one that it would not know."""
    if sys.argv[1:3] == ["auth", "setup-git"]:
        return
    if sys.argv[1] == "pr":
        _proposals(sys.argv[2:])
        return
    parser = argparse.ArgumentParser()
    parser.add_argument("command", choices=["api"])
    parser.add_argument("path")
    parser.add_argument("--paginate", action="store_true")
    parser.add_argument("--silent", action="store_true")
    parser.add_argument("--method", default="GET")
    parser.add_argument("--jq")
    parser.add_argument("-f", action="append", default=[], dest="raw")
    parser.add_argument("-F", action="append", default=[], dest="typed")
    asked = parser.parse_args()
    file = Path(os.environ["GH_STATE"])
    state: State = json.loads(file.read_text("utf-8")) if file.exists() else {"comments": [], "issues": []}
    state.setdefault("calls", []).append({"method": asked.method, "path": asked.path})
    answer = _answer(state, asked.method, asked.path, dict(map(_field, asked.raw)) | dict(map(_typed, asked.typed)))
    file.write_text(json.dumps(state, ensure_ascii=False), "utf-8")
    if asked.jq:
        command = ["jq", "--raw-output", asked.jq]
        subprocess.run(command, input=json.dumps(answer), text=True, check=True)
    elif not asked.silent:
        print(json.dumps(answer))


def _proposals(arguments: list[str]) -> None:
    """Answer `gh pr`: list the open ones of a branch, create one, edit the text of one."""
    parser = argparse.ArgumentParser()
    parser.add_argument("command", choices=["list", "create", "edit"])
    parser.add_argument("number", nargs="?")
    for option in ("--head", "--state", "--json", "--jq", "--title", "--body-file"):
        parser.add_argument(option)
    asked = parser.parse_args(arguments)
    file = Path(os.environ["GH_STATE"])
    state: State = json.loads(file.read_text("utf-8")) if file.exists() else {"comments": [], "issues": []}
    proposals = state.setdefault("proposals", [])
    if asked.command == "list":
        open_ones = [{"number": one["number"]} for one in proposals if one["head"] == asked.head]
        subprocess.run(["jq", "--raw-output", asked.jq], input=json.dumps(open_ones), text=True, check=True)
        return
    text = Path(asked.body_file).read_text("utf-8")
    if asked.command == "create":
        _added(proposals, {"head": asked.head, "title": asked.title, "body": text})
    else:
        next(one for one in proposals if one["number"] == int(asked.number))["body"] = text
    file.write_text(json.dumps(state, ensure_ascii=False), "utf-8")


def _field(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name, value


def _typed(text: str) -> tuple[str, str]:
    name, value = _field(text)
    return name, Path(value[1:]).read_text("utf-8") if value.startswith("@") else value


def _answer(state: State, method: str, path: str, fields: dict[str, str]) -> Any:
    where = path.partition("?")[0].removeprefix("repos/to-chuc/kho/")
    if method == "GET" and re.fullmatch(r"issues/\d+/comments", where):
        return state["comments"]
    if method == "POST" and re.fullmatch(r"issues/\d+/comments", where):
        return _added(state["comments"], fields)
    if method == "PATCH" and (matched := re.fullmatch(r"issues/comments/(\d+)", where)):
        found = next(comment for comment in state["comments"] if comment["id"] == int(matched[1]))
        return found.update(fields)
    if method == "GET" and where == "issues":
        return [issue for issue in state["issues"] if issue["state"] == "open"]
    if method == "POST" and where == "issues":
        return _added(state["issues"], fields)
    sys.exit(f"gh: Not Found (HTTP 404): {method} {path}")


def _added(items: list[dict[str, Any]], fields: dict[str, str]) -> dict[str, Any]:
    number = 100 + len(items)
    items.append({"id": number, "number": number, "user": BOT, "state": "open", **fields})
    return items[-1]


if __name__ == "__main__":
    main()
