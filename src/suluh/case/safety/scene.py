# SPDX-License-Identifier: Apache-2.0
"""The manifest of a tree, made at the scene before there is a case: every hash, and one hash over all of them."""

import hashlib
import os
from pathlib import Path
from typing import NamedTuple

from suluh.case.safety.unfinished import put, sync, unfinished_file
from suluh.exhibits import scene
from suluh.model.errors import Misuse, UnknownObject


class Manifest(NamedTuple):
    """A list that was written, and what it could not hold."""

    files: int
    size: int
    sha256: str
    """Of the list itself: it is written on the record."""

    faults: tuple[str, ...]


def write_manifest(path: Path, out: Path) -> Manifest:
    """Write the list of a tree, or of one file, to a new file outside it. Raises `Misuse`, `UnknownObject`."""
    if not path.exists():
        raise UnknownObject(f"nothing lies at {path}: name the folder or file that is to be seized")
    if out.exists():
        raise Misuse(f"{out} is there already: name a new file for the list")
    if out.resolve().is_relative_to(path.resolve()):
        raise Misuse(f"{out} lies in {path}: write the list to a disk of your own, for nothing there is to be changed")
    files, size, faults, seen = 0, 0, list[str](), hashlib.sha256()
    with unfinished_file(out) as draft:
        with draft.open("wb") as file:

            def add(lines: bytes) -> None:
                file.write(lines)
                seen.update(lines)

            add(scene.head())
            for one in scene.noted(os.fsencode(path), single=not path.is_dir()):
                add(one.lines)
                files, size = files + (one.size is not None), size + (one.size or 0)
                faults += [one.fault] if one.fault else []
            add(scene.end(files, size))
        sync(draft)
        put(draft, out)
    return Manifest(files, size, seen.hexdigest(), tuple(faults))
