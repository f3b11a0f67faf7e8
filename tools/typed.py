# SPDX-License-Identifier: Apache-2.0
"""Writes the table of what officers type in docs/commands.md: ``python tools/typed.py docs/commands.md``."""

import re
import sys
from pathlib import Path

import typer

from suluh.desk.main import build

GROUPS = ("paper", "letter", "request", "exhibit", "observe", "dossier", "care", "law", "ending", "partner", "custody")
AROUND = ("--code", "--corrects", "--reason", "--withdraw", "--list", "--actor")
"""Options that most of them have: they stand last."""

_TABLE = re.compile(r"(?<=<!-- made by tools/typed.py -->\n\n).*?(?=\n\n)", re.DOTALL)


def page(text: str) -> str:
    """The page with the table of today."""
    return _TABLE.sub(lambda _: "\n".join(["| command | what it enters |", "|---|---|", *_rows()]), text)


def _rows() -> list[str]:
    root = typer.main.get_command(build(GROUPS))
    named = ((group, name, one) for group in GROUPS for name, one in root.commands[group].commands.items())  # type: ignore[attr-defined] # groups of commands
    return [_row(*one) for one in named if _is_typed(one[2])]


def _is_typed(command: typer.core.TyperCommand) -> bool:
    """Whether a command enters what an officer types: it can be corrected then."""
    return any("--corrects" in one.opts for one in command.params)


def _row(group: str, name: str, command: typer.core.TyperCommand) -> str:
    """One command with its options; what must be said first."""
    given = [one for one in command.params if one.opts and one.opts[0].startswith("--") and one.opts[0] != "--help"]
    said = [one.opts[0] for one in given]
    named = [str(one.metavar) for one in command.params if one.param_type_name == "argument"]
    own, around = [one for one in said if one not in AROUND], [one for one in AROUND if one in said]
    words = [f"suluh {group} CASE {name}", *named, *(f"[{one}]" for one in (*own, *around))]
    told = (command.help or "").rstrip(".")
    return f"| `{' '.join(words)}` | {told[:1].lower()}{told[1:]} |"


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(page(path.read_text("utf-8")), "utf-8")
