# SPDX-License-Identifier: Apache-2.0
"""Where frozen papers are kept, what of them stands, and whether their files are what their author signed."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.folder import CaseFolder
from suluh.custody.package import MANIFEST, make_manifest
from suluh.model.dossier.charges import Issue, Written
from suluh.referral.papers.press import pages_of

OF_PAPER = "paper-"
"""How the folders of frozen papers under `releases/` begin."""

TOTALS = "totals.json"


def folder_of(folder: CaseFolder, written: Written) -> Path:
    """Where the files of a frozen paper are kept."""
    return folder.releases / f"{OF_PAPER}{written.id}"


def standing_papers(case: Case, dossier: str) -> tuple[Written, ...]:
    """The frozen papers of a dossier that no later one replaced."""
    found = [one for one in typed(case.rows, Written) if one.about == dossier]
    replaced = {one.replaces for one in found}
    return tuple(one for one in found if one.code not in replaced)


def issues(case: Case) -> dict[str, Issue]:
    """The release of each paper that was released, by its code."""
    return {one.written: one for one in typed(case.rows, Issue)}


def frozen_words(form: str, dossier: str, digest: str, rests_on: str) -> bytes:
    """What the author of a paper signs."""
    return f"suluh paper 1\n{form}\n{dossier}\n{digest}\n{rests_on}".encode()


def issue_words(written: str, digest: str, copies: tuple[str, ...]) -> bytes:
    """What the officer signs who releases it: the copies too, so that none is added later."""
    return "\n".join(("suluh issue 1", written, digest, *copies)).encode()


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its name there, but the manifest."""
    return {name: raw for name, raw in _files(folder) if name != MANIFEST}


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if not path.is_dir():
            yield path.relative_to(folder).as_posix(), b"" if path.is_symlink() else path.read_bytes()


class Foot(NamedTuple):
    """What stands at the foot of each page of one made paper among the files of a frozen one."""

    number: str
    digest: str
    """SHA-256 of its file of values, which is that of all it says."""

    pages: int | None
    """Of its PDF, where that was set here."""


class _Named(Struct):
    form: str
    number: str
    sections: list[msgspec.Raw]


def feet(files: Mapping[str, bytes]) -> Iterator[Foot]:
    """The foot of every made paper among some files, by its values."""
    for name, raw in sorted(files.items()):
        if name.endswith(".json") and name not in {MANIFEST, TOTALS}:
            with suppress(msgspec.MsgspecError):
                number = msgspec.json.decode(raw, type=_Named).number
                pdf = files.get(f"{name.removesuffix('.json')}.pdf")
                yield Foot(number, hashlib.sha256(raw).hexdigest(), pages_of(pdf) if pdf else None)


def digest_of_files(files: Mapping[str, bytes]) -> str:
    """The digest of the manifest of some files."""
    return hashlib.sha256(make_manifest(files)).hexdigest()


def is_whole(folder: CaseFolder, written: Written) -> bool:
    """Whether the files of a paper lie in their place as they were signed."""
    place = folder_of(folder, written)
    manifest = place / MANIFEST
    if not manifest.is_file():
        return False
    files = make_manifest(files_in(place))
    return files == manifest.read_bytes() and hashlib.sha256(files).hexdigest() == written.digest
