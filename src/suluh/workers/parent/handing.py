# SPDX-License-Identifier: Apache-2.0
"""Opens files and hands their descriptors to a worker, with copies of databases where it is one for them."""

import os
from dataclasses import dataclass, field

from suluh.model.body import body
from suluh.model.evidence.backup import beside
from suluh.model.evidence.work import Answer, Failure
from suluh.model.intake import File
from suluh.workers.child.source import MAGIC
from suluh.workers.parent import scratch
from suluh.workers.parent.errand import Errand, Load
from suluh.workers.parent.opening import NotOpened, Roots, is_in_doubt, lies_of
from suluh.workers.parent.scratch import Folders
from suluh.workers.parent.worker import Worker
from suluh.workers.wire import wire
from suluh.workers.wire.limits import Limits
from suluh.workers.wire.together import PARTS

Outermost = tuple[str, str, bytes]


@dataclass
class _Parcel:
    """What goes into one frame."""

    pieces: list[wire.Piece] = field(default_factory=list)
    descriptors: list[int] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    opened: dict[Outermost, int] = field(default_factory=dict)


class Handing:
    """Hands files to workers."""

    def __init__(self, roots: Roots, limits: Limits) -> None:
        self._roots, self._limits = roots, limits

    def send(self, worker: Worker, load: Load) -> tuple[bool, list[Answer]]:
        """Send a load; whether anything was sent, and the answers about files that cannot be opened."""
        refused: list[Answer] = []
        kept: list[Errand] = []
        parcel = _Parcel()
        load.seconds.clear()
        for errand in load.rest:
            try:
                self._pack(worker, errand, load, parcel)
            except NotOpened as error:
                refused.append(errand.answer(last=True, failure=Failure("not opened", str(error))))
            except scratch.NoRoom as error:
                refused.append(errand.answer(last=True, failure=Failure("too large", str(error))))
            else:
                kept.append(errand)
        load.errands, load.done = kept, 0
        if kept:
            worker.send(wire.BATCH, body(_batch(kept[0], parcel, worker.names)), parcel.descriptors)
            worker.names = kept[0].target.names
        return bool(kept), refused

    def _pack(self, worker: Worker, errand: Errand, load: Load, parcel: _Parcel) -> None:
        """Open one file, or the container around it, which is opened once for a frame."""
        file, media_type = errand.target.file, errand.target.type
        outermost = (file.exhibit, file.acquisition, lies_of(errand.target))
        if outermost not in parcel.opened:
            parcel.descriptors.append(self._roots.open(outermost[:2], outermost[2]))
            parcel.sizes.append(os.fstat(parcel.descriptors[-1]).st_size)
            parcel.opened[outermost] = len(parcel.descriptors) - 1
        number = parcel.opened[outermost]
        size = parcel.sizes[number]
        seconds = self._limits.seconds(media_type, (file.size or 0) if file.containers else size)
        if file.containers and worker.container != outermost:
            worker.container = outermost
            seconds += self._limits.seconds("", size)
        database = None
        if worker.folders is not None and not file.containers:
            database = self._copy(worker.folders, errand, parcel.descriptors[number])
        prove = is_in_doubt(errand.target, os.fstat(parcel.descriptors[number]))
        target = wire.bare(errand.target)
        piece = wire.Piece(target=target, opened=number, database=database, seconds=int(seconds), prove=prove)
        parcel.pieces.append(piece)
        load.seconds.append(seconds)

    def answer(self, worker: Worker, errand: Errand, path: bytes) -> None:
        """What a worker asked for: a file beside, or the path of the copy that it has streamed."""
        file = errand.target.file
        if not path and worker.spooled is not None:
            worker.send(wire.REPLY, body(wire.Reply(database=worker.spooled)))
            worker.spooled = None
            return
        if errand.is_part(path):
            size = self._hand_beside(worker, errand, path)
            worker.loads[0].longer(errand.gained(path, self._limits.further(size)))
            return
        errand.beside(path)
        if file.containers:
            worker.send(wire.REPLY, body(wire.Reply()))
            return
        self._hand_beside(worker, errand, path)

    def keep(self, worker: Worker, payload: bytes) -> None:
        """Bytes of a database that a worker streams out of a container. Raises `ValueError`, `NoRoom`."""
        if worker.folders is None or len(payload) < wire.SPOOL_FORM.size:
            raise ValueError("bytes to keep that nobody asked for")
        part, size = wire.SPOOL_FORM.unpack_from(payload)
        if part >= len(PARTS):
            raise ValueError("bytes to keep for no part of a database")
        if worker.spooled is None:
            worker.spooled, worker.spool_left = worker.folders.path_for(size), size
        worker.spool_left -= len(payload) - wire.SPOOL_FORM.size
        if worker.spool_left < 0:
            raise ValueError("more bytes to keep than were announced")
        scratch.append(worker.spooled + PARTS[part], payload[wire.SPOOL_FORM.size :])

    def _hand_beside(self, worker: Worker, errand: Errand, path: bytes) -> int:
        """A file beside, if there is one; how many bytes it has."""
        file = errand.target.file
        try:
            descriptor = self._roots.open((file.exhibit, file.acquisition), beside(file, path))
        except NotOpened:
            worker.send(wire.REPLY, body(wire.Reply()))
            return 0
        database = None
        if worker.folders is not None and os.pread(descriptor, len(MAGIC), 0) == MAGIC:
            database = self._copy_of(worker.folders, file, path, descriptor)
        size = os.fstat(descriptor).st_size
        worker.send(wire.REPLY, body(wire.Reply(size=size, database=database)), [descriptor])
        return size

    def _copy(self, folders: Folders, errand: Errand, descriptor: int) -> str:
        file = errand.target.file
        return self._copy_of(folders, file, file.path, descriptor)

    def _copy_of(self, folders: Folders, file: File, path: bytes, descriptor: int) -> str:
        """A copy of a database with what lies beside it while it is in use."""
        parts = [descriptor]
        try:
            parts += [self._part(file, path + suffix.encode()) for suffix in PARTS[1:]]
            size = sum(os.fstat(part).st_size for part in parts if part >= 0)
            copied = folders.path_for(size)
            for part, suffix in zip(parts, PARTS, strict=True):
                if part >= 0:
                    scratch.copy(part, copied + suffix)
        finally:
            for part in parts[1:]:
                if part >= 0:
                    os.close(part)
        return copied

    def _part(self, file: File, path: bytes) -> int:
        try:
            return self._roots.open((file.exhibit, file.acquisition), beside(file, path))
        except NotOpened:
            return -1


def _batch(first: Errand, parcel: _Parcel, told: tuple[str, ...] | None) -> wire.Batch:
    """A frame of files; the files of one folder share one tuple of names, which a worker is told once."""
    target = first.target
    return wire.Batch(
        pieces=tuple(parcel.pieces),
        sizes=tuple(parcel.sizes),
        names=None if target.names is told else target.names,
        accounts=target.accounts,
        profiles=target.profiles,
    )
