# SPDX-License-Identifier: Apache-2.0
"""Asks which reader claims a file and yields every fact that it reads, with the outcome."""

from collections import Counter
from collections.abc import Iterator

from suluh.model.body import Noun
from suluh.model.errors import TwoClaims
from suluh.model.evidence.source import Source
from suluh.model.ids import make_id
from suluh.model.intake import Flaw, Outcome
from suluh.model.talk import Conversation, Message
from suluh.plugins import find
from suluh.readers.claim import refused, the_readers
from suluh.readers.known import what_is
from suluh.readers.plain import is_padded, older, plain
from suluh.readers.reader import Reader, flaw

OLD = "this text is not in UTF-8: it is read as {encoding}, in which alone the words of its app stand"
PADDED = (
    "bytes of zero stand before or behind this text, as in a file cut in writing or carved: it is read without them"
)
SILENT = "conversations that this file names and of which it tells no message: {conversations}"
NOBODY = "no reader claims this format"


def warm() -> None:
    """Load every reader and what it needs."""
    find("suluh.readers", Reader)


def work(source: Source) -> Iterator[Noun]:
    """The records of one file, where its authority covers that kind of data."""
    is_told = False
    for record in _read(plain(source)):
        is_told = is_told or isinstance(record, Flaw) or (isinstance(record, Outcome) and record.state == "read")
        if isinstance(record, Outcome) and is_told and is_padded(source):
            yield flaw(source, "padded", PADDED, source.place())
        yield record


def _read(source: Source) -> Iterator[Noun]:
    identity = make_id("outcome", source.file)
    try:
        readers = the_readers(source)
        found = [] if readers else [(one, text) for one, text in older(source) if the_readers(text)]
        if len(found) == 1:
            encoding, source = found[0]
            readers = the_readers(source)
            yield flaw(source, "encoding", OLD.format(encoding=encoding), source.place())
    except TwoClaims as error:
        yield flaw(source, "claims", str(error), source.place())
        yield Outcome(id=identity, file=source.file, state="unparsed", reason=str(error))
        return
    if not readers:
        yield from _unread(source, identity)
        return
    allowed = [one for one in readers if not source.kinds or one.covers in source.kinds]
    name = ", ".join(one.name for one in allowed or readers)
    if not allowed:
        yield Outcome(id=identity, file=source.file, state="out-of-scope", reader=name)
        return
    records, told = 0, ""
    kinds = Counter[type]()
    for reader in allowed:
        for record in reader.read(source):
            if isinstance(record, Flaw):
                told = told or record.reason
            else:
                records += 1
                kinds[type(record)] += 1
            yield record
    if kinds[Conversation] and not (kinds[Message] or told or source.tables):
        yield flaw(source, "silent", SILENT.format(conversations=kinds[Conversation]), source.place())
    if told and not records and all(reader.covers == "money" for reader in allowed):
        yield Outcome(id=identity, file=source.file, state="unparsed", reader=name, reason=told)
        return
    yield Outcome(
        id=identity,
        file=source.file,
        state="read",
        reader=name,
        records=records,
        together=source.together,
    )


def _unread(source: Source, identity: str) -> Iterator[Noun]:
    """A file that no reader takes: what it is, where that is known, also as a flaw, for somebody must see to it."""
    what = what_is(source)
    if what is not None:
        yield flaw(source, "unread", what, source.place())
    yield Outcome(id=identity, file=source.file, state="unparsed", reason=what or refused(source) or NOBODY)
