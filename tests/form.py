# SPDX-License-Identifier: Apache-2.0
"""The form that every file keeps: its head, its names, its sizes, and reasons where a check is off."""

import ast
import re
from collections.abc import Iterable, Iterator

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
DEEPEST = 3
"""Blocks inside one another in a function."""

DEEPER = {"hashing/kernels/bucket.py": "compiled: what the innermost loop does must not be a call"}
"""Files that may go deeper, and why."""

NAMELESS = re.compile(r"(^|[/_])(utils?|helpers?|common|misc|manager|handler|processor)(?=[/_.])")
EMPTY_WORD = re.compile(r"(^|_)(manager|handler|processor|info|util|helper|do|process)(_|$)", re.IGNORECASE)
OFF = re.compile(r"# (noqa|type: ignore)(?P<rest>.*)")
BLOCKS = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match, ast.AsyncFor, ast.AsyncWith)
INSIDE = ("body", "handlers", "orelse", "finalbody", "cases")
"""Where blocks stand in a block: no expression has any."""

Fault = tuple[int, str]
"""The line and the sentence of a broken rule."""


def form_faults(where: str, text: str, tree: ast.Module, nodes: Iterable[ast.AST]) -> Iterator[Fault]:
    """Every broken rule of form in one file, whose tree has these nodes."""
    yield from _head(where, text, tree)
    yield from reasonless(text)
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _function(where, node)
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and EMPTY_WORD.search(_apart(node.name)):
            yield node.lineno, f"the name {node.name} says nothing"


def reasonless(text: str) -> Iterator[Fault]:
    """Where a check is off without a reason beside it."""
    for number, line in enumerate(text.splitlines(), 1):
        off = OFF.search(line)
        if off and not re.search(r"# (?!noqa|type: ignore)\w", off["rest"]):
            yield number, "a check is off without a reason"


def _head(where: str, text: str, tree: ast.Module) -> Iterator[Fault]:
    if not text.startswith("# SPDX-License-Identifier: Apache-2.0\n"):
        yield 1, "the first line is not the SPDX line"
    if not ast.get_docstring(tree):
        yield 1, "the file has no docstring"
    if text.count("\n") > LONGEST_FILE:
        yield 1, f"{text.count(chr(10))} lines are more than {LONGEST_FILE}"
    if NAMELESS.search(where):
        yield 1, "a file of this name has no place yet"


def _function(where: str, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[Fault]:
    length = (node.end_lineno or node.lineno) - node.lineno + 1
    if length > LONGEST_FUNCTION:
        yield node.lineno, f"{node.name} has {length} lines, more than {LONGEST_FUNCTION}"
    if (depth := _depth(node)) > DEEPEST and where not in DEEPER:
        yield node.lineno, f"{node.name} is {depth} blocks deep, more than {DEEPEST}"


def _depth(node: ast.AST) -> int:
    """How many blocks lie inside one another; an ``elif`` is as deep as its ``if``."""
    children = [child for name in INSIDE for child in getattr(node, name, ())]
    return max((_deeper(node, child) + _depth(child) for child in children), default=0)


def _deeper(node: ast.AST, child: ast.AST) -> int:
    is_elif = isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
    return int(isinstance(child, BLOCKS) and not is_elif)


def _apart(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)
