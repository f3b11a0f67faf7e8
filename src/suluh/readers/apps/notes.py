# SPDX-License-Identifier: Apache-2.0
"""What several readers say at the end of a file: of whom nothing is known, and what is counted."""

from collections.abc import Iterator

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.reader import flaw


def nobody(source: Source, count: int) -> Iterator[Flaw]:
    """How many messages name no sender: none is made up for them."""
    if count:
        reason = f"messages whose sender the record does not name: {count}"
        yield flaw(source, "nobody", reason, source.place())


def ownerless(source: Source, count: int, form: str, word: str = "own") -> Iterator[Flaw]:
    """How many messages were sent from a device whose account nobody stated; `word` tells several apps apart."""
    if count:
        reason = (
            f"messages that were sent from this device, whose own account is not known: {count}; "
            f"state it with --account {form}"
        )
        yield flaw(source, word, reason, source.place())


def other_than_stated(source: Source, *, is_other: bool) -> Iterator[Flaw]:
    """Whether a record calls another account the device's own than an officer stated: one of the two is wrong."""
    if is_other:
        reason = (
            "the record calls another account the device's own than was stated with --account: the record's is taken; "
            "compare the two, and correct the exhibit where the stated one is right"
        )
        yield flaw(source, "stated", reason, source.place())


def numberless(source: Source, count: int) -> Iterator[Flaw]:
    """How many entries of an address book have neither a number nor an address."""
    if count:
        reason = f"contacts without a number or an account: {count}"
        yield flaw(source, "numberless", reason, source.place())
