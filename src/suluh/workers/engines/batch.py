# SPDX-License-Identifier: Apache-2.0
"""What goes to another machine and comes back, all of it bytes: batches of files there, frames of bodies back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

import msgspec

from suluh.model.body import Part, body
from suluh.model.evidence.work import Answer, Failure, Target
from suluh.workers.parent.errand import Errand
from suluh.workers.wire import wire
from suluh.workers.wire.check import NotItsOwn
from suluh.workers.wire.limits import MIB

FILES = 100
"""The most files of a batch: enough that a way of some milliseconds does not count, and few to do again."""

Doubts = Callable[[Target, Failure], bool]
"""Whether the reason why a file could not be finished is not the file's but its machine's."""

_BYTES = 64 * MIB
_PIECE = 1 << 18


class _Group(Part, frozen=True, kw_only=True):
    """Files that follow each other, and what is the same for all of them."""

    targets: tuple[Target, ...]
    names: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()


class _Parcel(Part, frozen=True, kw_only=True):
    """A batch on its way."""

    groups: tuple[_Group, ...]


@dataclass
class Batch:
    """Files that one machine works on, until the last answer of each."""

    errands: list[Errand]
    lost: int = 0
    """How often it was lost with its machine."""

    _open: dict[int, Errand] = field(default_factory=dict)

    def pack(self) -> bytes:
        """The files that are not finished, as bytes."""
        self._open = dict(enumerate(self.errands))
        targets = [errand.target for errand in self.errands]
        return body(_Parcel(groups=tuple(_group(*key, list(alike)) for key, alike in groupby(targets, _common))))

    def take(self, raw: bytes, doubts: Doubts) -> Iterator[Answer]:
        """The answers in some frames, checked. Raises `BadBody`, `NotItsOwn`, `ValueError`."""
        buffer = bytearray(raw)
        for frame in wire.unpack(buffer, wire.MOST):
            errand = self._open.get(frame.number)
            if errand is None:
                raise ValueError("an answer about a file that was not given")
            answer = _heed(errand, frame, doubts)
            if answer is not None and answer.last:
                del self._open[frame.number]
                self.errands.remove(errand)
            if answer is not None:
                yield answer
        if buffer:
            raise ValueError("an answer that breaks off")

    def again(self) -> None:
        """It was lost: what is left of it is to be done from its start."""
        self.lost += 1
        for errand in self.errands:
            errand.again()


def cut(targets: Iterable[Target]) -> Iterator[Batch]:
    """Batches of as many files and bytes as are worth a way."""
    errands: list[Errand] = []
    size = 0
    for target in targets:
        errands.append(Errand(target))
        size += target.file.size or 0
        if len(errands) >= FILES or size >= _BYTES:
            yield Batch(errands)
            errands, size = [], 0
    if errands:
        yield Batch(errands)


def unpack(raw: bytes) -> list[Target]:
    """The files of a batch, in the order of their numbers."""
    parcel = msgspec.json.decode(raw, type=_Parcel)
    return [
        msgspec.structs.replace(target, names=group.names, accounts=group.accounts, profiles=group.profiles)
        for group in parcel.groups
        for target in group.targets
    ]


def frames(number: int, answer: Answer) -> Iterator[bytes]:
    """One answer as frames: the files beside that were asked for, bodies, and in the end the reason with the last."""
    for path in answer.beside:
        yield wire.pack(wire.ASK, number, path)
    pieces = list(_pieces([body(noun) for noun in answer.nouns]))
    last = b""
    if answer.last:
        last = wire.last_frame(answer.failure, ())
        if pieces and len(pieces[-1]) + len(last) < wire.MOST:
            last = wire.last_frame(answer.failure, (pieces.pop(),))
    for piece in pieces:
        yield wire.pack(wire.NOUNS, number, piece)
    if answer.last:
        yield wire.pack(wire.DONE, number, last)


def _heed(errand: Errand, frame: wire.Frame, doubts: Doubts) -> Answer | None:
    """What one frame says about one file."""
    if frame.kind == wire.ASK:
        errand.beside(frame.payload)
        return None
    if frame.kind == wire.NOUNS:
        errand.take(frame.payload)
        return errand.answer(last=False) if errand.gathered else None
    if frame.kind != wire.DONE:
        raise ValueError("a frame of no known kind")
    failure, bodies = wire.read_last_frame(frame.payload)
    if failure is not None and doubts(errand.target, failure):
        raise NotItsOwn(f"a failure that is the machine's own: {failure.reason}")
    if bodies:
        errand.take(bodies)
    if failure is None and errand.is_short():  # one that ended early says so, and is a flaw
        raise NotItsOwn("an answer that is shorter than the one before")
    return errand.answer(last=True, failure=failure)


def _common(target: Target) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    return target.names, target.accounts, target.profiles


def _group(names: tuple[str, ...], accounts: tuple[str, ...], profiles: tuple[str, ...], alike: list[Target]) -> _Group:
    return _Group(targets=tuple(map(wire.bare, alike)), names=names, accounts=accounts, profiles=profiles)


def _pieces(bodies: list[bytes]) -> Iterator[bytes]:
    """Bodies in pieces that a frame holds."""
    piece: list[bytes] = []
    size = 0
    for one in bodies:
        if piece and size + len(one) + 1 > _PIECE:
            yield b"\n".join(piece)
            piece, size = [], 0
        piece.append(one)
        size += len(one) + 1
    if piece:
        yield b"\n".join(piece)
