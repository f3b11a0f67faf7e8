# SPDX-License-Identifier: Apache-2.0
"""Writes docs/schema.md from the nouns, so that the page cannot say what the model does not."""

import ast
import inspect
import sys
import textwrap
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import get_type_hints

from msgspec import Struct

from suluh.model import body, nouns, place, times
from suluh.model.body import Noun, Part

MODULES = (place, times, *nouns.MODULES)
HEAD = """# The nouns of Suluh

Made by `make schema` from `src/suluh/model/`. Every record is kept as its *body*: canonical JSON (RFC 8785; sorted
ASCII keys, no floats), whose key `noun` names kind and version. Fields that stand at their default (null, false, empty
or zero) are left out. Scores and chances are integers in millionths; money is integer minor units.
"""


def main(page: Path) -> None:
    """Write the page."""
    page.write_text(text(), "utf-8")


def text() -> str:
    """The whole page."""
    return HEAD + "\n".join(_section(kind) for module in MODULES for kind in _kinds(module.__name__))


def _kinds(module: str) -> Iterator[type[Struct]]:
    """The nouns and parts of one module, in the order of the file."""
    members = inspect.getmembers(sys.modules[module], inspect.isclass)
    kinds = [one for _, one in members if one.__module__ == module and issubclass(one, Noun | Part)]
    yield from sorted(kinds, key=lambda kind: inspect.getsourcelines(kind)[1])


def _section(kind: type[Struct]) -> str:
    tag = kind.__struct_config__.tag
    title = f"\n## {kind.__name__}" + (f" (`{tag}`)" if tag else ", a part")
    meanings = _meanings(kind)
    hints = get_type_hints(kind)
    rows = [f"| `{name}` | `{_type(hints[name])}` | {meanings.get(name, '')} |" for name in kind.__struct_fields__]
    head = ["", inspect.getdoc(kind) or "", "", "| field | type | meaning |", "|---|---|---|"]
    return "\n".join([title, *head, *rows, ""])


def _type(hint: object) -> str:
    """A type as it is written, without the names of modules."""
    words = str(hint) if not isinstance(hint, type) or "[" in str(hint) else hint.__name__
    for module in (*MODULES, body):
        words = words.replace(f"{module.__name__}.", "")
    return words.replace("typing.", "").replace("NoneType", "None").replace("|", "or")


def _meanings(kind: type[Struct]) -> dict[str, str]:
    """What stands under each field in the source, of this class and those it extends."""
    meanings: dict[str, str] = {}
    for one in reversed(kind.__mro__):
        if one.__module__.startswith("suluh.model"):
            [node] = ast.parse(textwrap.dedent(inspect.getsource(one))).body
            meanings |= dict(_documented(node.body if isinstance(node, ast.ClassDef) else []))
    return meanings


def _documented(nodes: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for field, after in pairwise(nodes):
        is_field = isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if is_field and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            yield field.target.id, " ".join(str(after.value.value).split())  # type: ignore[attr-defined] # checked above


if __name__ == "__main__":
    main(Path(sys.argv[1]))
