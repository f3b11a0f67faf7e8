# SPDX-License-Identifier: Apache-2.0
"""Lists and streams what lies in a container, and in containers within it, so that each byte is read once."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO, NamedTuple

from suluh.exhibits.limits import Caps
from suluh.exhibits.unpack.reading import Forward
from suluh.exhibits.unpack.streams import Mismatch, TooMuch
from suluh.model.evidence.container import TAIL, Container, Member, Remark, in_turn
from suluh.model.ids import file_id, record_id
from suluh.model.intake import File, Flaw, place_of
from suluh.model.place import at
from suluh.plugins import find

CONTAINERS = "suluh.exhibits.containers"
_HEAD = 1 << 16


class Found(NamedTuple):
    """A member: read its stream to the end before asking for the next value."""

    file: File
    stream: "Tap | None"
    """Null for what has no bytes to read."""

    fault: str | None = None
    """Why a member that should have bytes could not be opened."""


class Settled(NamedTuple):
    """Whether a file turned out to be a container whose members follow."""

    file: File
    container: str | None


Step = Found | Settled | Flaw


class Ends(NamedTuple):
    """The first and the last bytes of a file; null for last ones that are not known yet."""

    head: bytes
    tail: bytes | None


def is_container(ends: Ends) -> bool:
    """Whether these are the first and last bytes of a known container format."""
    return _claimed(ends) is not None


def is_opened(ends: Ends) -> bool:
    """Whether a file with these ends is opened as what it is, and not only searched for what begins in it."""
    container = _claimed(ends)
    return container is not None and not container.is_carved


def has_parts(ends: Ends) -> bool:
    """Whether a container with these ends may be the first of several parts."""
    container = _claimed(ends)
    return container is not None and container.has_parts


def continued(first: bytes, head: bytes) -> str | None:
    """The format of a container that begins as `first`, where what begins as `head` can be a further part of it."""
    container = _claimed(Ends(first, None))
    is_one = container is not None and container.has_parts and container.continues(head)
    return container.name if container is not None and is_one else None


def members(file: File, stream: BinaryIO, ends: Ends, sha256: str, caps: Caps) -> Iterator[Step]:
    """First whether a file is a container; then every member, each followed by its own answer and its own members."""
    yield from _expand(file, stream, ends, _Tally(caps), (sha256,))


class Tap(Forward):
    """A member's bytes as they are read; a fault ends them and is kept here."""

    def __init__(self, stream: BinaryIO, tally: "_Tally") -> None:
        self._stream, self._tally = stream, tally
        self.fault: str | None = None
        self.whole = True
        """Whether all bytes came, whatever the container says of them."""

        self.stopped = False
        """Whether a limit ended them."""

        self._kept: list[bytes] | None = []
        self._kept_size = 0
        self._ahead = self._take(_HEAD)
        self.head = self._ahead

    def read(self, size: int | None = -1) -> bytes:
        """So many bytes, fewer only at the end."""
        wanted = -1 if size is None else size
        ahead = self._ahead
        if wanted >= 0:
            self._ahead = ahead[wanted:]
            ahead = ahead[:wanted]
        else:
            self._ahead = b""
        parts = [ahead]
        left = wanted - len(ahead) if wanted >= 0 else -1
        while left and (part := self._take(left)):
            parts.append(part)
            left -= len(part) if wanted >= 0 else 0
        return b"".join(parts)

    def keep(self, *, wanted: bool) -> None:
        """Whether the bytes are to be held for opening them as a container."""
        if not wanted:
            self._kept = None

    def kept(self) -> bytes | None:
        """All bytes, if they were held and are whole."""
        return b"".join(self._kept) if self._kept is not None and self.whole else None

    def _take(self, size: int) -> bytes:
        if self.fault is not None or size == 0:
            return b""
        try:
            raw = self._stream.read(size)
            self._tally.count(len(raw))
        except ValueError as error:
            self._fail(error)
            return b""
        self._hold(raw)
        return raw

    def _hold(self, raw: bytes) -> None:
        if self._kept is None:
            return
        self._kept_size += len(raw)
        if self._kept_size > self._tally.caps.nested:
            self._kept = None
        else:
            self._kept.append(raw)

    def _fail(self, error: ValueError) -> None:
        self.fault = str(error)
        self.whole = isinstance(error, Mismatch)
        self.stopped = isinstance(error, TooMuch)


@dataclass
class _Tally:
    """What one outermost archive has given so far."""

    caps: Caps
    members: int = 0
    read: int = 0

    def count(self, size: int) -> None:
        """So many bytes more."""
        self.read += size
        if self.caps.read is not None and self.read > self.caps.read:
            raise TooMuch(f"too large: the archive around it unpacks to more than {self.caps.read} bytes")

    def is_full(self) -> bool:
        """One member more; whether that is too many."""
        self.members += 1
        return self.caps.members is not None and self.members > self.caps.members


def _expand(file: File, stream: BinaryIO, ends: Ends, tally: _Tally, around: tuple[str, ...]) -> Iterator[Step]:
    """Say what a file is, then what is in it."""
    container = _claimed(ends)
    if container is None:
        yield Settled(file, None)
        return
    found = container.members(stream)
    try:
        first = next(found, None)
    except ValueError as error:
        yield Settled(file, None)
        yield _flaw(file, "directory", f"its members cannot be listed: {error}")
        return
    yield Settled(file, None if container.is_host else container.name)
    if first is not None:
        yield from _listed(file, stream, container, _chained(first, found), (tally, around))


def _chained(first: Member | Remark, rest: Iterator[Member | Remark]) -> Iterator[Member | Remark]:
    yield first
    yield from rest


def _listed(
    file: File,
    stream: BinaryIO,
    container: Container,
    found: Iterator[Member | Remark],
    inside: tuple[_Tally, tuple[str, ...]],
) -> Iterator[Step]:
    tally, around = inside
    try:
        for member in found:
            if isinstance(member, Remark):
                yield _flaw(file, member.position, member.reason)
            elif tally.is_full():
                reason = f"it has more than {tally.caps.members} members: from here on none is listed"
                yield _flaw(file, "members", reason)
                return
            else:
                yield from _one(_item(file, member), stream, container, tally, around)
    except ValueError as error:
        yield _flaw(file, "directory", f"its members cannot be listed any further: {error}")


def _one(item: File, stream: BinaryIO, container: Container, tally: _Tally, around: tuple[str, ...]) -> Iterator[Step]:
    """One member, and what is in it."""
    if item.special is not None:
        yield Found(item, None)
        return
    try:
        tap = Tap(container.open(stream, item.path), tally)
    except ValueError as error:
        yield Found(item, None, str(error))
        return
    tap.keep(wanted=is_container(Ends(tap.head, None)))
    yield Found(item, tap)
    yield from _nested(item, tap, tally, around)


def _nested(item: File, tap: Tap, tally: _Tally, around: tuple[str, ...]) -> Iterator[Step]:
    """What is in a member, if it is a container that may be opened."""
    refusal = None
    raw = tap.kept()
    ends = Ends(tap.head, raw[-TAIL:] if raw is not None else None)
    if not tap.whole or not is_container(ends):
        refusal = ""
    elif raw is None and is_opened(ends):
        refusal = f"its members are not listed: it is larger than {tally.caps.nested} bytes inside its container"
    elif raw is None:
        missed = tally.caps.nested
        refusal = f"pictures among its bytes were not looked for: it is larger than {missed} bytes inside its container"
    elif len(item.containers) >= tally.caps.depth:
        refusal = f"its members are not listed: it lies more than {tally.caps.depth} containers deep"
    elif (sha256 := hashlib.sha256(raw).hexdigest()) in around:
        refusal = "its members are not listed: it is the same as a container around it"
    else:
        yield from _expand(item, io.BytesIO(raw), ends, tally, (*around, sha256))
    if refusal is not None:
        yield Settled(item, None)
    if refusal:
        yield _flaw(item, "nested", refusal)


def _claimed(ends: Ends) -> Container | None:
    """A container of the format that these bytes have, new for each file."""
    for kind, asked in _kinds():
        if asked.claims(*ends):
            return kind()
    return None


@cache
def _kinds() -> tuple[tuple[type[Container], Container], ...]:
    """Every format, with one that is only asked."""
    return tuple((kind, kind()) for kind in in_turn(find(CONTAINERS, Container)))


def _item(around: File, member: Member) -> File:
    """The file item of a member."""
    chain = (*around.containers, around.path)
    return File(
        id=file_id(around.exhibit, around.acquisition, chain, member.name),
        exhibit=around.exhibit,
        acquisition=around.acquisition,
        path=member.name,
        order=around.order,
        containers=chain,
        parent=around.id,
        size=member.size,
        modified=member.modified,
        special=member.special,
    )


def _flaw(file: File, position: str, reason: str) -> Flaw:
    place = at("flaw", place_of(file), position)
    return Flaw(id=record_id("flaw", file.id, position), step="digest", reason=reason, place=place)
