# SPDX-License-Identifier: Apache-2.0
"""What was corrected is left out in one place, which every other place asks."""

import ast
from pathlib import Path

import suluh

CORRECTABLE = {"Authority", "Exhibit", "Acquisition", "HashSet"}
READS = {"nouns", "all", "columns", "by_column", "numbered", "tally", "count"}

KNOW_ALL = {
    "case/acts/decide.py": "a label is for ever",
    "case/acts/intake.py": "a name that was taken out is not given again",
    "case/gate/veil.py": "a child's name that was corrected is still hidden",
    "case/gate/names.py": "a name that was corrected is still masked",
    "case/corrections/standing_papers.py": "it says what stands",
    "desk/commands/demo.py": "what was entered once is not entered again",
}
"""Where what was corrected counts as well, and why."""


def readers() -> set[str]:
    """Files that read correctable nouns from a case."""
    root = Path(suluh.__file__).parent
    texts = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*.py")}
    named = {name: text for name, text in texts.items() if any(one in text for one in CORRECTABLE)}
    return {name for name, text in named.items() if reads(ast.parse(text))}


def reads(tree: ast.Module) -> bool:
    calls = (one for one in ast.walk(tree) if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute))
    named = (arg for one in calls if one.func.attr in READS for arg in one.args)
    return any(isinstance(arg, ast.Name) and arg.id in CORRECTABLE for arg in named)


def test_nobody_else_reads_what_may_have_been_corrected() -> None:
    assert readers() - set(KNOW_ALL) == set()
    assert reads(ast.parse("case.nouns(Exhibit)"))
