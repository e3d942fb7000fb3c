"""Templates compiled to straight Python: what Jinja2 asks anew at every step has one answer in ours.

A dot names an attribute and never an item, no function wants the context, all that is put out is HTML, and an
`if` without `else` gives an empty text.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.utils import missing
from markupsafe import Markup, escape

_escaped = lru_cache(maxsize=1 << 14)(escape)  # names, words, states: most of what pages show, they show often


def escaped(value: object) -> str:
    """Return a value as HTML; text that is HTML already is not copied."""
    if type(value) is str:  # which most are
        return _escaped(value)
    return value if isinstance(value, Markup) else escape(value)


def macro(
    _environment: Environment,
    write: Callable[..., str],
    _name: str,
    names: tuple[str, ...],
    _keywords: bool,
    _rest: bool,
    takes_caller: bool,
    _escapes: bool,
) -> Callable[..., Markup]:
    """Return a macro as a function of its arguments, by place or by name; those left out have their default."""
    if takes_caller:
        names += ("caller",)

    def called(*given: Any, **named: Any) -> Markup:
        if len(given) < len(names):
            given += tuple([named.pop(name, missing) for name in names[len(given) :]])
        return str.__new__(Markup, write(*given, **named))  # which asks less than `Markup` does

    return called


class _Straight(CodeGenerator):
    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("escape, Macro = environment.escaped, environment.macro")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if node.dyn_args or node.dyn_kwargs:
            self.fail("arguments are given one by one, not as *list or **names", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:
        node.expr2 = node.expr2 or nodes.Const("")
        super().visit_CondExpr(node, frame)


class StraightEnvironment(Environment):
    """An environment whose templates are compiled so."""

    code_generator_class = _Straight
    escaped = staticmethod(escaped)
    macro = staticmethod(macro)
