# SPDX-License-Identifier: Apache-2.0
"""Hashes one file, and every member if it is a container; what `suluh add` was given has wider limits."""

import io
from collections.abc import Iterator
from typing import BinaryIO, Literal, cast

from suluh.exhibits.limits import GIVEN, OTHER
from suluh.exhibits.members import Ends, Found, Settled, continued, has_parts, is_container, members
from suluh.exhibits.shut import INDEX_INSIDE, ORPHAN, is_index_inside, is_orphan, why_shut
from suluh.exhibits.types import media_type
from suluh.hashing.digest import Digests, digest
from suluh.model.body import Noun
from suluh.model.evidence.parts import between, first
from suluh.model.evidence.source import Source
from suluh.model.ids import make_id, record_id
from suluh.model.intake import Content, File, Flaw, Outcome, place_of
from suluh.model.place import at


def warm() -> None:
    """Load the signatures and the container formats."""
    media_type(bytes(8))
    is_container(Ends(b"", b""))


def work(source: Source) -> Iterator[Noun]:
    """The digests of the file; for a container also its members with theirs, and what could not be read."""
    with source.open() as file:
        digests = digest(_unbuffered(file))
    yield from _grown(source.item, digests.size)
    ends = Ends(digests.head, digests.tail)
    whole = _format_of_whole(source, ends.head)
    if whole is not None:
        yield _content(source.item, digests, None)
        yield Outcome(id=make_id("outcome", source.item.id), file=source.item.id, state="read", reader=whole)
        return
    yield from _shut(source.item, ends)
    yield from _orphan(source.item, ends)
    if not is_container(ends):
        yield _content(source.item, digests, None)
        return
    caps = GIVEN if source.given else OTHER
    waiting = {source.item.id: digests}
    with source.whole() if has_parts(ends) else source.open() as file:
        for step in members(source.item, file, ends, digests.sha256, caps):
            if isinstance(step, Flaw):
                yield step
            elif isinstance(step, Settled):
                yield from _settled(step, waiting)
            else:
                yield from _found(step, waiting)


def _format_of_whole(source: Source, head: bytes) -> str | None:
    """The format of the container that is read as one with this file, where this is a further part of one."""
    own = first(source.item.path)
    found = source.beside(_beside(own)) if own is not None else None
    whole = continued(found.head, head) if found is not None else None
    if own is None or whole is None:
        return None
    is_unbroken = all(source.beside(_beside(one)) is not None for one in between(own, source.item.path))
    return whole if is_unbroken else None


def _beside(path: bytes) -> str:
    return path.rpartition(b"/")[2].decode("utf-8", "surrogateescape")


def _shut(file: File, ends: Ends) -> Iterator[Flaw]:
    """A flaw for a container that is not opened, or an index that is not read."""
    reason = INDEX_INSIDE if is_index_inside(file) else why_shut(ends)
    if reason is not None:
        place = at("flaw", place_of(file), "shut")
        yield Flaw(id=record_id("flaw", file.id, "shut"), step="digest", reason=reason, place=place)


def _orphan(file: File, ends: Ends) -> Iterator[Flaw]:
    """A flaw for what is a further part of a file in several by its name, and was not read with a first one."""
    if is_orphan(file.path, ends):
        place = at("flaw", place_of(file), "part")
        yield Flaw(id=record_id("flaw", file.id, "part"), step="digest", reason=ORPHAN, place=place)


def _grown(file: File, size: int) -> Iterator[Flaw]:
    """A flaw for a file on disk that has another size than when it was listed."""
    if not file.containers and file.size not in {None, size}:
        reason = f"it had {file.size} bytes when it was listed and {size} when it was digested: these were digested"
        place = at("flaw", place_of(file), "size")
        yield Flaw(id=record_id("flaw", file.id, "size"), step="digest", reason=reason, place=place)


def _unbuffered(file: BinaryIO) -> BinaryIO:
    """The same bytes without a buffer between: blocks are large already."""
    return cast("BinaryIO", file.raw) if isinstance(file, io.BufferedReader) else file


def _settled(step: Settled, waiting: dict[str, Digests]) -> Iterator[Noun]:
    """The content of a file, once it is known whether it is a container."""
    digests = waiting.pop(step.file.id, None)
    if digests is not None:
        yield _content(step.file, digests, step.container)


def _found(step: Found, waiting: dict[str, Digests]) -> Iterator[Noun]:
    """A member: hashed if all its bytes came, a flaw for what is wrong with it."""
    yield step.file
    fault, whole, stopped = step.fault, False, False
    if step.stream is not None:
        digests = digest(cast("BinaryIO", step.stream))
        fault, whole, stopped = step.stream.fault, step.stream.whole, step.stream.stopped
        if whole:
            waiting[step.file.id] = digests
            yield from _shut(step.file, Ends(digests.head, digests.tail))
    if fault is not None:
        yield from _faulty(step.file, fault, whole=whole, stopped=stopped)


def _faulty(file: File, reason: str, *, whole: bool, stopped: bool) -> Iterator[Noun]:
    place = at("flaw", place_of(file), "bytes")
    yield Flaw(id=record_id("flaw", file.id, "bytes"), step="digest", reason=reason, place=place)
    if not whole:
        state: Literal["quarantined", "unparsed"] = "quarantined" if stopped else "unparsed"
        yield Outcome(id=make_id("outcome", file.id), file=file.id, state=state, reason=reason)


def _content(file: File, digests: Digests, container: str | None) -> Content:
    return Content(
        id=make_id("content", file.id),
        file=file.id,
        sha256=digests.sha256,
        sha1=digests.sha1,
        md5=digests.md5,
        size=digests.size,
        type=media_type(digests.head),
        container=container,
    )
