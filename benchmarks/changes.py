"""Small changes of a module's code: one branch, comparison, boolean, constant or return of a function each."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten

_SWAPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.Gt: ast.GtE,
    ast.Eq: ast.NotEq,
    ast.In: ast.NotIn,
    ast.Is: ast.IsNot,
}
_SWAPPED |= {after: before for before, after in _SWAPPED.items()}
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Change:
    """A change of a file: the bytes from `start` to `end` become `after`.

    `first` is the first line of the function's code, by which tests that run it are found; 0 for code run at import.
    """

    file: str
    line: int
    function: str
    first: int
    start: int
    end: int
    before: str
    after: str

    def apply(self, source: bytes) -> bytes:
        """Return the file's bytes with the change made."""
        return source[: self.start] + self.after.encode() + source[self.end :]

    def __str__(self) -> str:
        before, after = (shorten(text, 120, placeholder=" …") for text in (self.before, self.after))
        return f"{self.file}:{self.line}: {self.function}: {before} → {after}"


def changes(file: str, source: bytes) -> Iterator[Change]:
    """Yield every change of the functions of a module, and of the order and members of its constants."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for name, first, node in _code(ast.parse(source)):
        for part, after in _of_node(node, is_constant=not first):
            start, end = starts[part.lineno - 1] + part.col_offset, starts[(part.end_lineno or 0) - 1]
            end += part.end_col_offset or 0
            yield Change(file, part.lineno, name, first, start, end, source[start:end].decode(), after)


def _code(tree: ast.Module) -> Iterator[tuple[str, int, ast.AST]]:
    """Yield each node that can be changed, with its function and the line of that function's code; 0 for constants."""
    for statement in tree.body:
        if isinstance(statement, ast.Assign):
            yield ast.unparse(statement.targets[0]), 0, statement.value
    stack: list[tuple[ast.AST, str, int]] = [(node, "", 0) for node in tree.body]
    while stack:
        node, name, first = stack.pop()
        if isinstance(node, ast.FunctionDef):
            decorators = [found.lineno for found in node.decorator_list]
            name, first = f"{name}.{node.name}".lstrip("."), min([node.lineno, *decorators])  # as code objects count
            stack += [(child, name, first) for child in node.body if not _is_docstring(child)]
            continue
        if isinstance(node, ast.ClassDef):
            stack += [(child, node.name, 0) for child in node.body]
            continue
        if first:
            yield name, first, node
        if not isinstance(node, ast.JoinedStr):  # places inside of it are not told exactly
            kept = node.value if isinstance(node, ast.AnnAssign) else node
            stack += [(child, name, first) for child in ast.iter_child_nodes(kept or node)] if first else []


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _of_node(node: ast.AST, is_constant: bool) -> Iterator[tuple[ast.expr | ast.Return, str]]:
    """Yield the parts of a node that are replaced, and by what."""
    if is_constant:
        if isinstance(node, ast.Tuple):
            for at in range(len(node.elts) - 1):
                swapped = [*node.elts[:at], node.elts[at + 1], node.elts[at], *node.elts[at + 2 :]]
                yield node, ast.unparse(ast.Tuple(swapped, ast.Load()))
        return
    match node:
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            yield test, f"(not ({ast.unparse(test)}))"
        case ast.comprehension(ifs=ifs):
            yield from ((test, f"(not ({ast.unparse(test)}))") for test in ifs)
        case ast.Compare(left=left, ops=[op], comparators=right) if type(op) in _SWAPPED:
            yield node, f"({ast.unparse(ast.Compare(left, [_SWAPPED[type(op)]()], right))})"
        case ast.BoolOp(op=op, values=values):
            other = ast.Or() if isinstance(op, ast.And) else ast.And()
            yield node, f"({ast.unparse(ast.BoolOp(other, values))})"
            yield from ((node, f"({ast.unparse(value)})") for value in (values[0], values[-1]))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield node, f"({ast.unparse(operand)})"
        case ast.Constant(value=bool(value)):
            yield node, str(not value)
        case ast.Constant(value=int(value)):
            yield node, str(value + 1)
        case ast.Constant(value=str(value)) if value:
            yield node, "''"
        case ast.Call(func=ast.Name(id=called) as name) if called in _NAMES:
            yield name, _NAMES[called]
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield node, "return None"
