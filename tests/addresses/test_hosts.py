"""The addresses of files at the hosts that we know."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from ktgs.addresses.hosts import LONGEST_ENCODED, HostKind, host_of

FILE = "data/plans/2020/46-kh-dtn/schedules/2020-12/doan-so-a.yml"
GITHUB, GITLAB = "https://github.com/a/b", "https://gitlab.com/a/b"
CODEBERG, OWN = "https://codeberg.org/a/b/", "https://git.example.org/a/b"


@pytest.mark.parametrize(
    ("repo_url", "edit_uri", "edit", "history"),
    [
        (GITHUB, "edit/main/docs/", f"{GITHUB}/edit/main/{FILE}", f"{GITHUB}/commits/main/{FILE}"),
        (GITHUB, "blob/chinh/docs/", f"{GITHUB}/edit/chinh/{FILE}", f"{GITHUB}/commits/chinh/{FILE}"),
        (GITHUB, "", f"{GITHUB}/edit/HEAD/{FILE}", f"{GITHUB}/commits/HEAD/{FILE}"),
        (GITLAB, "edit/main/docs/", f"{GITLAB}/-/edit/main/{FILE}", f"{GITLAB}/-/commits/main/{FILE}"),
        (OWN, "-/edit/main/docs/", f"{OWN}/-/edit/main/{FILE}", f"{OWN}/-/commits/main/{FILE}"),
        (OWN, "_edit/main/docs/", f"{OWN}/_edit/main/{FILE}", f"{OWN}/commits/branch/main/{FILE}"),
        (CODEBERG, "", f"{CODEBERG}_edit/HEAD/{FILE}", f"{CODEBERG}commits/branch/HEAD/{FILE}"),
        (OWN, "src/branch/main/docs/", f"{OWN}/edit/main/{FILE}", f"{OWN}/commits/main/{FILE}"),
    ],
)
def test_where_a_file_is_edited_and_followed_back(repo_url: str, edit_uri: str, edit: str, history: str) -> None:
    host = host_of(repo_url, edit_uri)
    assert host is not None
    assert (host.edit(FILE), host.history(FILE)) == (edit, history)


@pytest.mark.parametrize(
    ("repo_url", "edit_uri", "where"),
    [(GITHUB, "edit/main/docs/", "/a/b/new/main"), (OWN, "_edit/main/docs/", "/a/b/_new/main/")],
)
def test_a_file_is_begun_with_name_and_content(repo_url: str, edit_uri: str, where: str) -> None:
    host, text = host_of(repo_url, edit_uri), "đơn vị: doan-so-a\n# 100% & + “ok”?\n"
    address = host.begin_with(FILE, text) if host else None
    assert address is not None
    parts = urlsplit(address)
    assert (parts.path, parts.fragment) == (where, "")
    assert parse_qs(parts.query, keep_blank_values=True) == {"filename": [FILE], "value": [text]}


def test_gitlab_takes_the_name_alone_and_others_nothing() -> None:
    host = host_of(GITLAB, "edit/main/docs/")
    assert host is not None
    assert host.begin_with(FILE, "x") is None
    assert host.begin(FILE) == f"{GITLAB}/-/new/main?file_name={FILE}"
    host = host_of("https://bitbucket.org/a/b", "src/default/docs/")
    assert host is not None
    assert host.kind is HostKind.bitbucket
    assert host.begin(FILE) is host.begin_with(FILE, "x") is None


def test_an_address_that_a_login_page_could_not_hold_is_not_given() -> None:
    host = host_of(GITHUB, "edit/main/docs/")
    assert host is not None
    shortest = len(f"{GITHUB}/new/main?filename={FILE}&value=")
    longest = next(length for length in range(LONGEST_ENCODED, 0, -1) if host.begin_with(FILE, "x" * length))
    assert LONGEST_ENCODED - 100 < shortest + longest < LONGEST_ENCODED
    assert host.begin_with(FILE, "ữ" * (longest // 5)) is None, "each byte of it takes five characters then"


def test_without_an_address_there_is_no_host() -> None:
    assert host_of("") is host_of("", "edit/main/docs/") is None
