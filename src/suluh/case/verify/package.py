# SPDX-License-Identifier: Apache-2.0
"""Verifies a package against what somebody kept of it another way: earlier checkpoints, and a time stamp."""

from collections.abc import Sequence
from pathlib import Path

from suluh.custody.checkpoint import check_grown
from suluh.custody.package import NOTE, Checked
from suluh.custody.timestamp import TimeStamp, certificates_in, check_timestamp, pem_of
from suluh.model.errors import BadBody, BrokenCustody


def begun(folder: Path, found: Checked, notes: Sequence[tuple[str, bytes]]) -> list[int]:
    """Rule 13: over how many entries each kept checkpoint is. Raises `BrokenCustody` where its ledger is another."""
    own = (folder / NOTE).read_bytes()
    return [check_grown(found.earlier, own, name, note) for name, note in notes]


def stamped(folder: Path, name: str, token: bytes, certificates: bytes) -> TimeStamp:
    """Rule 11: when another office saw the checkpoint of a package. Raises `BrokenCustody` that names the answer."""
    try:
        return check_timestamp(token, (folder / NOTE).read_bytes(), pem_of(certificates_in(certificates)))
    except BadBody as error:
        raise BrokenCustody(f"{name}: {error}", rule=11, where=name) from error
