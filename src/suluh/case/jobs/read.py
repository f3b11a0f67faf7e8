# SPDX-License-Identifier: Apache-2.0
"""Asks which reader claims a file and yields every fact that it reads, with the outcome."""

from collections.abc import Iterator

from suluh.model.body import Noun
from suluh.model.errors import TwoClaims
from suluh.model.evidence.source import Source
from suluh.model.ids import make_id
from suluh.model.intake import Flaw, Outcome
from suluh.plugins import find
from suluh.readers.claim import the_reader, why_not
from suluh.readers.reader import Reader, flaw


def warm() -> None:
    """Load every reader and what it needs."""
    find("suluh.readers", Reader)


def work(source: Source) -> Iterator[Noun]:
    """The records of one file, where its authority covers that kind of data."""
    identity = make_id("outcome", source.file)
    try:
        reader = the_reader(source)
    except TwoClaims as error:
        yield flaw(source, "claims", str(error), source.place())
        yield Outcome(id=identity, file=source.file, state="unparsed", reason=str(error))
        return
    if reader is None:
        yield Outcome(id=identity, file=source.file, state="unparsed", reason=why_not(source))
        return
    if source.kinds and reader.covers not in source.kinds:
        yield Outcome(id=identity, file=source.file, state="out-of-scope", reader=reader.name)
        return
    records = 0
    for record in reader.read(source):
        records += not isinstance(record, Flaw)
        yield record
    yield Outcome(
        id=identity,
        file=source.file,
        state="read",
        reader=reader.name,
        records=records,
        together=source.together,
    )
