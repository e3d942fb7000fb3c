"""The numbers of figures, each worked out when somebody first asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ktgs.language.diagnostics import Code, Diagnostic, Place
from ktgs.obligations.obligation import Obligation
from ktgs.obligations.tables import Figure
from ktgs.repository.repository import Repository

CRASHED = Code(
    "F902",
    "Phần mềm gặp lỗi khi tính một số liệu",
    about="Lỗi của phần mềm, không phải của dữ liệu. Phần còn lại vẫn được tính. Gửi nguyên thông báo cho người bảo"
    " trì.",
)


class Numbers(Mapping[str, Any]):
    """The numbers of figures by slug, each worked out when somebody first asks; one that crashed has none."""

    def __init__(
        self, wanted: Iterable[Figure[Any]], repository: Repository, obligations: tuple[Obligation, ...]
    ) -> None:
        self._wanted = {figure.slug: figure for figure in wanted}
        self._of = repository, obligations
        self._made: dict[str, Any] = {}
        self._crashed: dict[str, Diagnostic] = {}

    def __getitem__(self, slug: str) -> Any:
        if slug not in self._made:
            self._work_out(self._wanted[slug])
        return self._made[slug]

    def __iter__(self) -> Iterator[str]:
        return (slug for slug in self._wanted if slug in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """A diagnostic for each that crashed."""
        len(self)
        return tuple(self._crashed.values())

    def _work_out(self, figure: Figure[Any]) -> None:
        if figure.slug in self._crashed:
            return
        try:
            self._made[figure.slug] = figure.compute(*self._of)
        except Exception as error:  # a crash in one figure must not hide the others; it is reported as a diagnostic
            words = f"Không tính được số liệu “{figure.name}”: {type(error).__name__}: {error}."
            self._crashed[figure.slug] = CRASHED.at(Place("data"), words, cure="Báo cho người bảo trì phần mềm.")
