# SPDX-License-Identifier: Apache-2.0
"""Writes an approved package in another form, from its own bytes alone: nothing of a case is opened."""

import hashlib
from pathlib import Path
from typing import NamedTuple

from suluh.custody.package import MANIFEST, check_package
from suluh.model.errors import BrokenCustody, Misuse
from suluh.plugins import find
from suluh.referral.exchange.format import ExchangeFormat, Seal, read_package, rows_of
from suluh.unit.folder import write

PACKAGE = "package.json"


class Converted(NamedTuple):
    """What was written, and what of the package the form has no place for."""

    digest: str
    """SHA-256 of the file that was written."""

    package: str
    """Digest of the package."""

    left: dict[str, int]
    """Rows of each table that the form does not take."""


def convert(folder: Path, path: Path, to: str) -> Converted:
    """Check a package, and write it in another form beside it. Raises `BrokenCustody`, `Misuse`, `BadBody`."""
    form = _form(to)
    if path.resolve().is_relative_to(folder.resolve()):
        raise Misuse(f"{path} lies in the package, whose files are fixed: name a file outside {folder}")
    checked = check_package(folder)
    raw = (folder / PACKAGE).read_bytes()
    _check_same((folder / MANIFEST).read_bytes(), raw, checked.digest)
    counted = rows_of(raw)
    if form.needs is not None and form.needs not in counted:
        raise Misuse(f"a package for {checked.kind or 'all'} has no {form.needs}: the form {to} would be empty")
    made = form.write(read_package(raw), Seal(approver=checked.approver, digest=checked.digest))
    write(path, made)
    left = {name: size for name, size in counted.items() if size and name not in form.tables}
    return Converted(hashlib.sha256(made).hexdigest(), checked.digest, left)


def _form(to: str) -> ExchangeFormat:
    forms = find("suluh.referral.exchange", ExchangeFormat)
    for form in forms:
        if form.name == to:
            made: ExchangeFormat = form()
            return made
    raise Misuse(f"there is no form {to!r}: choose one of {', '.join(form.name for form in forms)}")


def _check_same(manifest: bytes, raw: bytes, digest: str) -> None:
    """Raise `BrokenCustody` where what was read is not what was checked a moment before."""
    is_same = hashlib.sha256(manifest).hexdigest() == digest and hashlib.sha256(raw).hexdigest().encode() in manifest
    if not is_same:
        raise BrokenCustody(f"{PACKAGE} changed while it was read: check the package again", rule=2, where=PACKAGE)
