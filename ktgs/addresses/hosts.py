"""The addresses of a repository at its host: where a file is read, edited, followed back, and where one is begun.

The host and its branch follow from `repo_url` and `edit_uri` of mkdocs.yml. Sources: GitHub takes `filename` and
`value` (github.com/isaacs/github/issues/1527), Gitea and Forgejo take the same two (docs.gitea.com, "Integrations"),
GitLab takes the name alone (gitlab.com/gitlab-org/gitlab/-/issues/337038).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from urllib.parse import quote

# Whoever is not logged in is led over a login page whose address holds ours once more encoded, and that address, too,
# must fit in one line of a request: at most 8,190 bytes in Apache (LimitRequestLine), 8 KB in nginx
# (large_client_header_buffers). What is left is for the name of the host and the rest of that line.
LONGEST_ENCODED = 7_800
_BRANCH = re.compile(r"(?:^|/)(?:edit|_edit|blob|tree|branch|src)/(?!branch/)([^/]+)/")
_PLAIN = "/:;,()"  # may stand as they are in a query


class HostKind(Enum):
    """What addresses a host has."""

    github = "github"
    gitlab = "gitlab"
    gitea = "gitea"  # Forgejo, too
    bitbucket = "bitbucket"


_NAMES = {
    HostKind.gitlab: ("gitlab",),
    HostKind.gitea: ("gitea", "forgejo", "codeberg"),
    HostKind.bitbucket: ("bitbucket",),
}
_EDIT = {
    HostKind.github: "edit/{branch}/{file}",
    HostKind.gitlab: "-/edit/{branch}/{file}",
    HostKind.gitea: "_edit/{branch}/{file}",
    HostKind.bitbucket: "src/{branch}/{file}?mode=edit",
}
_HISTORY = {
    HostKind.github: "commits/{branch}/{file}",
    HostKind.gitlab: "-/commits/{branch}/{file}",
    HostKind.gitea: "commits/branch/{branch}/{file}",
    HostKind.bitbucket: "history-node/{branch}/{file}",
}
_NEW = {
    HostKind.github: "new/{branch}?filename={name}",
    HostKind.gitlab: "-/new/{branch}?file_name={name}",
    HostKind.gitea: "_new/{branch}/?filename={name}",
}
_TAKES_CONTENT = (HostKind.github, HostKind.gitea)


@dataclass(frozen=True, slots=True)
class Host:
    """Where a repository lies: the address of its front page, its branch, and what the host's addresses look like."""

    kind: HostKind
    url: str
    branch: str

    def view(self, file: str, line: int = 0) -> str:
        """Return where a file is read, at a line unless that is 0."""
        path = quote(file)
        match self.kind:
            case HostKind.gitlab:
                return f"{self.url}/-/blob/HEAD/{path}" + (f"#L{line}" if line else "")
            case HostKind.bitbucket:
                return f"{self.url}/src/HEAD/{path}" + (f"#lines-{line}" if line else "")
            case HostKind.gitea:
                return f"{self.url}/src/branch/{quote(self.branch)}/{path}" + (f"#L{line}" if line else "")
        plain = "?plain=1" if path.endswith(".md") else ""  # else the host renders it and has no lines
        return f"{self.url}/blob/HEAD/{path}" + (f"{plain}#L{line}" if line else "")

    def edit(self, file: str) -> str:
        """Return where a file is edited."""
        return self._address(_EDIT[self.kind], file)

    def history(self, file: str) -> str:
        """Return where the changes of a file are listed."""
        return self._address(_HISTORY[self.kind], file)

    def begin(self, file: str) -> str | None:
        """Return where a file of that name is begun, its content empty; None where the host has no such address."""
        form = _NEW.get(self.kind)
        return self._address(form, file) if form else None

    def begin_with(self, file: str, text: str) -> str | None:
        """Return where a file is begun with its content; None where the host takes none or the address is too long."""
        begun = self.begin(file)
        if begun is None or self.kind not in _TAKES_CONTENT:
            return None
        address = f"{begun}&value={quote(text, safe=_PLAIN)}"
        return address if len(quote(address, safe="")) <= LONGEST_ENCODED else None

    def _address(self, form: str, file: str) -> str:
        return f"{self.url}/" + form.format(branch=quote(self.branch), file=quote(file), name=quote(file))


def host_of(repo_url: str, edit_uri: str = "") -> Host | None:
    """Return the host of a repository, None without an address; one that no sign tells is taken for GitHub's kind.

    `edit_uri` is MkDocs' own: edit/main/docs/, -/edit/main/docs/ or _edit/main/docs/. Without it the branch is HEAD.
    """
    url = repo_url.rstrip("/")
    if not url:
        return None
    named = re.sub(r"^https?://([^/]+).*", r"\1", url).casefold()
    kind = next((kind for kind, signs in _NAMES.items() if any(sign in named for sign in signs)), HostKind.github)
    if edit_uri.lstrip("/").startswith("_edit/"):
        kind = HostKind.gitea
    elif edit_uri.lstrip("/").startswith("-/"):
        kind = HostKind.gitlab
    branch = _BRANCH.search(edit_uri)
    return Host(kind, url, branch[1] if branch else "HEAD")
