# SPDX-License-Identifier: Apache-2.0
"""Reads the files that X (Twitter) hands over to the police, each signed."""

import io
import posixpath
import re
from collections.abc import Iterator
from typing import ClassVar, Literal

import msgspec

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Beside, Message
from suluh.readers.json_stream import BrokenJson, JsonStream
from suluh.readers.reader import Reader, Record, flaw
from suluh.readers.x.file import File
from suluh.readers.x.signed import BEGINS, unsigned

_PARTS = {"tweet": "tweets", "dmConversation": "direct_messages", "account": "account"}
"""What a file is, by the key of its first record; any other is told as not interpreted."""

_OWNER = re.compile(r"(\d{3,20})-")


class XReturn(Reader):
    """X's answer to a request: posts, direct messages and accounts as JSON inside a signed text.

    The same records as in an archive; what the file's name calls deleted says so. The signature is not checked.
    Described by github.com/abrignoni/RLEAPP, in `twitterReturns.py`.
    """

    name = "x-return"
    covers: ClassVar[Literal["chat"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """A signed text whose first record has one of X's own keys."""
        key = _first_key(source)
        return f"a signed text with a record called {key}" if key in _PARTS else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Posts, messages and accounts; what is not interpreted is counted in one flaw."""
        key = _first_key(source)
        if key not in _PARTS:
            yield flaw(source, "start", "no file of X's answer: its first record is missing", source.place())
            return
        base = posixpath.basename(source.path)
        is_deleted, owner = "deleted" in base.casefold(), _OWNER.match(base)
        name = "deleted_tweets" if is_deleted and key == "tweet" else _PARTS[key]
        with source.open() as file:
            stream = JsonStream(unsigned(file))
            for record in File(source, name, stream, owner=owner[1] if owner else None).records():
                if is_deleted and isinstance(record, Message) and key != "tweet":
                    said = (*record.beside, Beside(what="deleted"))
                    yield msgspec.structs.replace(record, beside=said)
                    continue
                yield record


def _first_key(source: Source) -> str | None:
    """The key of the first record."""
    if not source.head.startswith(BEGINS):
        return None
    stream = JsonStream(unsigned(io.BytesIO(source.head)))
    try:
        for _ in stream.items():
            return next(stream.fields(), None)
    except BrokenJson:
        return None
    return None
