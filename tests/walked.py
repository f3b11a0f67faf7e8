# SPDX-License-Identifier: Apache-2.0
"""The nodes of a source tree, for tests that read all of the source."""

import ast
from functools import cache


def walked(tree: ast.AST) -> list[ast.AST]:
    """Every node as `ast.walk` gives it, in half its time; signs, and whether a name is read or set, are left out."""
    found = [tree]
    for node in found:
        for name in _fields(type(node)):
            value = getattr(node, name, None)
            if isinstance(value, list):
                found += [one for one in value if isinstance(one, ast.AST)]
            elif isinstance(value, ast.AST):
                found.append(value)
    return found


@cache
def _fields(kind: type[ast.AST]) -> tuple[str, ...]:
    return tuple(name for name in kind._fields if name not in {"ctx", "op", "ops"})
