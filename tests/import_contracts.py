"""The import-linter contract that keeps the files of one folder (duties, checks, pages …) apart."""

from __future__ import annotations

from typing import cast

import grimp
from importlinter import Contract, ContractCheck, fields, output
from importlinter.domain.imports import Module


class SiblingsContract(Contract):
    """No module of a listed package imports a sibling, except the package's helpers, named with a leading `_`."""

    type_name = "siblings"

    packages = fields.SetField(subfield=fields.ModuleField())

    def check(self, graph: grimp.ImportGraph, verbose: bool) -> ContractCheck:
        """Return a broken check that lists each import of one sibling by another, with its line."""
        packages = sorted(package.name for package in cast(set[Module], self.packages))
        found = [line for package in packages for line in sibling_imports(graph, package)]
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print the imports that the check found."""
        for line in check.metadata["found"]:
            output.print_error(line)


def sibling_imports(graph: grimp.ImportGraph, package: str) -> list[str]:
    """Return `importer -> imported (l. N)` for each direct import between two files of `package`, sorted."""
    found = []
    for imported in sorted(graph.find_children(package)):
        if imported.rpartition(".")[2].startswith("_"):
            continue
        for importer in sorted(graph.find_modules_that_directly_import(imported)):
            if importer.startswith(f"{package}.") and importer != imported:
                details = graph.get_import_details(importer=importer, imported=imported)
                lines = ", ".join(str(detail["line_number"]) for detail in details)
                found.append(f"{importer} -> {imported} (l. {lines})")
    return found
