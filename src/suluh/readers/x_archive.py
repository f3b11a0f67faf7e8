# SPDX-License-Identifier: Apache-2.0
"""Reads the files of an X (Twitter) archive, each on its own."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.readers.json_stream import JsonStream
from suluh.readers.reader import Reader, Record, flaw
from suluh.readers.x import archive
from suluh.readers.x.file import File


class XArchive(Reader):
    """``data/*.js`` of archives of 2013 to 2025; `manifest.js` says how many records each must hold."""

    name = "x-archive"
    covers: ClassVar[Literal["chat"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """The file begins by giving a value to one of the archive's own JavaScript names."""
        part = archive.part_of(source.head)
        return None if part is None else f"begins as {part.name} of an X archive"

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Posts, messages and accounts; what is not interpreted is counted in one flaw."""
        part = archive.part_of(source.head)
        if part is None:
            yield flaw(source, "start", "no file of an X archive: its first words are missing", source.place())
            return
        with source.open() as file:
            file.seek(part.start)
            yield from File(source, part.name, JsonStream(file)).records()
