# SPDX-License-Identifier: Apache-2.0
"""What leaves by recipient: packages, other forms of them, and the papers beside them."""

from collections.abc import Iterator
from pathlib import Path

from tools.show.line import Line
from tools.show.samples import _pytest


def recipients(_: Path) -> Iterator[Line]:
    """Each kind of package, and the canaries of the vault."""
    yield from _pytest(
        "six kinds of package: no table, field, code, hash or identifier of another kind",
        "tests/referral/test_recipients.py",
    )
    yield from _pytest(
        "no name of the vault and no typed text in any byte of a package, another form or a paper",
        "tests/case/sharing/test_canaries.py",
    )
    yield from _pytest(
        "a draft says what leaves, what does not and why, and what changed", "tests/referral/test_summary.py"
    )


def statistics(_: Path) -> Iterator[Line]:
    """What a reader of the tables that left could subtract."""
    yield from _pytest("no suppressed number recoverable from published tables", "tests/referral/statistics")


def forms(_: Path) -> Iterator[Line]:
    """CASE/UCO by the validator of the ontology; VICS and CSV load back."""
    yield from _pytest(
        "other forms of a package: CASE/UCO conforms, VICS and CSV load back, same bytes again",
        "tests/referral/exchange",
    )


def beside(_: Path) -> Iterator[Line]:
    """The note for support, the summary for restitution, the sheet of the end."""
    yield from _pytest("papers D6, D7 and D13: counts, refusals, nobody named", "tests/case/sharing")
