# SPDX-License-Identifier: Apache-2.0
"""The worker itself: imports and compiles, locks itself, and then answers one file after the other."""

import gc
import importlib
import re
import socket
import sys
from typing import cast

import msgspec

from suluh.model.body import Noun, body
from suluh.model.errors import BadBody, WorkerCannotStart
from suluh.model.evidence.source import Source
from suluh.model.evidence.work import Failure, Job
from suluh.model.ids import record_id
from suluh.model.intake import Flaw
from suluh.model.place import Place, at
from suluh.model.rules.hidden import without_files
from suluh.workers.child import preload
from suluh.workers.child.chain import Chain
from suluh.workers.child.plain import HIDDEN, is_plain, plain
from suluh.workers.child.source import Changed, Databases, Desk, Opened
from suluh.workers.child.views import Bytes, Descriptor
from suluh.workers.lock import lock
from suluh.workers.wire import wire
from suluh.workers.wire.form import fault
from suluh.workers.wire.said import Said

_PIECE = 1 << 18
_LONGEST_REASON = 300
_PATH = re.compile(r" ?\(?/[^\s()]+\)?")
_LONGEST_RAW = 500


def main(parent: int, descriptor: int) -> int:
    """Be the worker that the first frame says, until the parent closes the wire."""
    channel = wire.Channel(socket.socket(fileno=descriptor))
    try:
        lock.die_with(parent)
        start = _start(channel)
        job = _job(start)
        desk = Desk(channel, Chain(start.containers), _databases(start))
        _locked(start)
    except Exception as error:  # noqa: BLE001 # whatever stops a start is told to the parent
        channel.send(wire.BROKEN, 0, _reason(error).encode())
        channel.flush()
        return 1
    channel.send(wire.READY, 0)
    _serve(desk, job)
    return 0


def _start(channel: wire.Channel) -> wire.Start:
    frame = channel.batch()
    if frame is None:
        raise WorkerCannotStart("the parent ended while a worker started")
    return msgspec.json.decode(frame.payload, type=wire.Start)


def _job(start: wire.Start) -> Job:
    """The job, warm: after the lock nothing can be imported or compiled. What loads stays, so nothing is looked for."""
    gc.disable()
    sys.path.extend(start.paths)
    preload.warm()
    job = cast("Job", importlib.import_module(start.job))
    job.warm()
    return job


def _databases(start: wire.Start) -> Databases | None:
    if not start.scratch:
        return None
    return cast("Databases", importlib.import_module("suluh.workers.child.database").Door(start.scratch))


_PAUSES = (100_000, 50, 100)
"""New objects between two looks for circles: a file's nouns are no circles, and looking through them took a third."""


def _locked(start: wire.Start) -> None:
    """Lock this process, and see that it holds."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_PAUSES)
    gc.enable()
    wanted = lock.Lock(start.memory, start.descriptors, start.written, start.scratch)
    open_acts = lock.close(wanted)
    if open_acts:
        raise WorkerCannotStart(f"the lock of a worker does not hold, it may still: {', '.join(open_acts)}")


def _serve(desk: Desk, job: Job) -> None:
    while frame := desk.channel.batch():
        batch = msgspec.json.decode(frame.payload, type=wire.Batch)
        if batch.names is not None:
            desk.names = frozenset(batch.names)
        opened: list[Bytes | None] = []
        opened.extend(Descriptor(*pair) for pair in zip(frame.descriptors, batch.sizes, strict=True))
        last = {piece.opened: number for number, piece in enumerate(batch.pieces)}
        for number, piece in enumerate(batch.pieces):
            desk.number = number
            outermost = opened[piece.opened]
            if outermost is None:
                raise WorkerCannotStart("a descriptor was closed too early")
            failure = _answer(desk, job, Opened(desk, batch, piece, outermost))
            if last[piece.opened] == number:
                opened[piece.opened] = outermost = None
            if failure == wire.TOO_LARGE:
                desk.channel.flush()
                return


def _answer(desk: Desk, job: Job, source: Opened) -> Failure | None:
    """Send all that the job finds in one file; why it could not be finished, else null."""
    answer = _Answer(desk, source)
    failure: Failure | None = None
    try:
        source.prove()
        for noun in job.work(cast("Source", source)):
            answer.add(noun)
        for number, fault in enumerate(source.faults):
            answer.add(_flaw(source, f"fault:{number}", fault))
    except MemoryError:
        desk.reserve = b""
        failure = wire.TOO_LARGE
    except Changed as error:
        failure = Failure("changed", without_files(str(error)))
    except Exception as error:  # noqa: BLE001 # hostile files raise anything: it becomes a reason
        failure = Failure("timed out" if isinstance(error, TimeoutError) else "broken", without_files(_reason(error)))
    answer.finish(failure)
    return failure


class _Answer:
    """Gathers the bodies of one file's nouns into frames."""

    def __init__(self, desk: Desk, source: Opened) -> None:
        self._desk, self._source = desk, source
        self._said = Said()
        self._seconds = self._odds = 0
        self._bodies: list[bytes] = []
        self._size = 0

    def add(self, noun: Noun) -> None:
        """Take one noun; one that cannot be said, or is a second one under its id, becomes a flaw."""
        try:
            raw = self._plain(noun)
        except BadBody as error:
            noun = self._odd(None, str(error))
            raw = body(noun)
        if len(raw) > wire.MOST - 1:
            reason = f"a record of {len(raw)} bytes is longer than a worker may answer"
            raw = body(self._instead(noun, f"long:{noun.id}", reason))
        elif (wrong := fault(noun)) is not None:
            raw = body(self._odd(noun, wrong))
        elif self._said.is_second(noun.id, raw):
            self._seconds += 1
            reason = "a second record at one place of this file was left out: the first one stays"
            raw = body(self._instead(noun, f"second:{self._seconds}", reason))
        self._take(raw)

    def _plain(self, noun: Noun) -> bytes:
        """The body of a noun without what may be a file in its texts, for which there is a flaw. Raises `BadBody`."""
        try:
            raw = body(noun)
        except BadBody:
            raw = b""
        if raw and is_plain(raw):
            return raw
        found = plain(noun)
        changed = body(found)
        if raw and changed != raw and not isinstance(found, Flaw):
            self._take(body(self._instead(found, f"hidden:{found.id}", HIDDEN)))
        return changed

    def _take(self, raw: bytes) -> None:
        """Keep one body until a frame is full."""
        if self._size + len(raw) + 1 > _PIECE:
            self.send()
        self._bodies.append(raw)
        self._size += len(raw) + 1

    def finish(self, failure: Failure | None) -> None:
        """The last frame of a file."""
        if self._size > _PIECE:
            self.send()
        self._desk.channel.send(wire.DONE, self._desk.number, wire.last_frame(failure, self._bodies))

    def _odd(self, noun: Noun | None, wrong: str) -> Flaw:
        self._odds += 1
        return self._instead(noun, f"form:{self._odds}", f"a record was left out: {wrong}")

    def _instead(self, noun: Noun | None, position: str, reason: str) -> Flaw:
        """The flaw that stands for a noun which cannot be said."""
        place: Place = getattr(noun, "place", None) or self._source.place()
        identity = record_id("flaw", place.file, position)
        said = getattr(noun, "text", None)
        raw = None if not said else said[:_LONGEST_RAW]
        return Flaw(id=identity, step="read", reason=reason, place=at("flaw", place, position), raw=raw)

    def send(self) -> None:
        """Put what there is on the wire."""
        if self._bodies:
            self._desk.channel.send(wire.NOUNS, self._desk.number, b"\n".join(self._bodies))
            self._bodies.clear()
            self._size = 0


def _flaw(source: Opened, position: str, reason: str) -> Flaw:
    identity = record_id("flaw", source.file, position)
    place = at("flaw", source.place(), position)
    return Flaw(id=identity, step="read", reason=reason[:_LONGEST_REASON], place=place)


def _reason(error: Exception) -> str:
    """An error in one short line."""
    if isinstance(error, (WorkerCannotStart, TimeoutError)):
        return str(error)
    said = str(error)
    if isinstance(error, (ImportError, OSError)):
        said = _PATH.sub("", said)  # where this machine has its libraries is no fact of a file
    text = " ".join(f"{type(error).__name__}: {said}".split())
    return text[:_LONGEST_REASON].encode("utf-8", "backslashreplace").decode()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
