# SPDX-License-Identifier: Apache-2.0
"""`suluh manifest`: every hash of a tree, at the scene."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from suluh.case.safety.scene import write_manifest
from suluh.desk.printing import remark, say
from suluh.model.errors import NotAllThere

GROUP = 8
"""Digits that are read out and written together."""

app = typer.Typer()


@app.command(epilog="Example: suluh manifest /mnt/seized /media/stick/b-1.sha256")
def manifest(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The tree or file.", show_default=False)],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The new list, outside PATH.", show_default=False)],
) -> None:
    """Write size and SHA-256 of every file, and say the one SHA-256 to write on the record; no case is needed."""
    made = write_manifest(path, out)
    for one in made.faults:
        remark(one)
    digest = " ".join(made.sha256[start : start + GROUP] for start in range(0, len(made.sha256), GROUP))
    say("Tulis dengan tangan pada Berita Acara / Write by hand on the seizure record:")
    say(f"  Daftar {made.files} file, {made.size} byte, SHA-256 daftar {digest}")
    say(f"  List of {made.files} files, {made.size} bytes, SHA-256 of the list {digest}")
    say(f"Anybody compares it with `sha256sum {quote(str(out))}`; `suluh add --digest` compares every file with it.")
    if made.faults:
        raise NotAllThere(f"{len(made.faults):,} names could not be read and are not on the list: each is said above")
