# SPDX-License-Identifier: Apache-2.0
"""The engine of one machine: one loop over the wires of its workers."""

import selectors
import time
from collections import deque
from collections.abc import Iterable, Iterator

from suluh.model.errors import BadBody, WorkerCannotStart
from suluh.model.evidence.work import Answer, Failure, FailureKind, Target
from suluh.workers.engines.engine import Arrangement, Engine
from suluh.workers.parent.errand import TRIES, Errand, Load
from suluh.workers.parent.feed import Feed
from suluh.workers.parent.handing import Handing
from suluh.workers.parent.opening import Roots
from suluh.workers.parent.scratch import Folders, NoRoom
from suluh.workers.parent.worker import Worker
from suluh.workers.wire import wire
from suluh.workers.wire.check import NotItsOwn

_OF_A_CHILD: frozenset[FailureKind] = frozenset({"broken", "changed", "timed out"})
"""What a worker may say of a file besides that it is too large; the rest its parent sees."""

_WAITING = 2
_SHARE_OF_STARTING = 100


class Local(Engine):
    """Workers on this machine."""

    name = "local"

    def __init__(self, arrangement: Arrangement) -> None:
        super().__init__(arrangement)
        self._crews: list[_Crew] = []
        self._waiting: dict[str, _Crew] = {}
        """Crews of jobs that may be asked for again."""

    def run(self, job: str, targets: Iterable[Target]) -> Iterator[Answer]:
        """Every answer about every target."""
        crew = self._waiting.pop(job, None) or _Crew(self.arrangement, job)
        self._crews.append(crew)
        whole = False
        try:
            yield from crew.work(Feed(targets))
            whole = True
        finally:
            self._crews.remove(crew)
            if whole and self.arrangement.lasting:
                self._waiting[job] = crew
            else:
                crew.close()

    def close(self) -> None:
        """End every worker, and remove every copy."""
        for crew in (*self._crews, *self._waiting.values()):
            crew.close()
        self._waiting.clear()


class _Spent(Exception):
    """A worker that must not be used any more, for this reason."""


class _Crew:
    """The workers of one job."""

    def __init__(self, arrangement: Arrangement, job: str) -> None:
        self._arrangement, self._limits, self._job = arrangement, arrangement.limits, job
        self._feed = Feed(())
        self._roots = Roots(arrangement.roots)
        self._handing = Handing(self._roots, arrangement.limits)
        self._workers: list[Worker] = []
        self._selector = selectors.DefaultSelector()
        self._ready: deque[Answer] = deque()
        self._away = 0.0
        self._broken_starts = 0

    def work(self, feed: Feed) -> Iterator[Answer]:
        """Hand out, listen, hand on, until nothing is left."""
        self._feed = feed
        while True:
            self._hand_out()
            while self._ready:
                answer = self._ready.popleft()
                left = time.monotonic()
                yield answer
                self._away += time.monotonic() - left
            if not any(worker.loads for worker in self._workers):
                if not self._hand_out():
                    return
                continue
            self._listen()
            self._end_overdue()

    def close(self) -> None:
        """End every worker."""
        while self._workers:
            self._dismiss(self._workers[-1])
        self._selector.close()
        self._roots.close()

    def _now(self) -> float:
        """The clock of the run: it stands still while the caller is busy with an answer."""
        return time.monotonic() - self._away

    # Handing out

    def _hand_out(self) -> bool:
        """Give every worker that can take it something to do; whether anything is under way."""
        for database in (False, True):
            while self._give_retry(database=database):
                pass
            while self._give(database=database):
                pass
        return bool(self._ready) or any(worker.loads for worker in self._workers)

    def _give_retry(self, *, database: bool) -> bool:
        """One second try, to a worker that has served nothing."""
        retries = self._feed.retries[database]
        worker = self._free(database=database, fresh=True) if retries else None
        if worker is None:
            return False
        self._hand(worker, retries.popleft())
        return True

    def _give(self, *, database: bool) -> bool:
        """One load to the worker that has least to do."""
        worker = self._free(database=database, fresh=False)
        behind = worker is None
        if worker is None:
            worker = next((one for one in self._of(database=database) if self._may_wait(one)), None)
        if worker is None:
            return False
        if not self._feed.has_more(database=database):
            return False
        load = self._feed.next(database=database)
        if behind and not load.small:
            self._feed.first(load)
            return False
        self._hand(worker, load)
        return True

    def _free(self, *, database: bool, fresh: bool) -> Worker | None:
        """A worker with nothing to do: one that is there, else a new one while there is a slot."""
        crew = self._of(database=database)
        for worker in crew:
            if not worker.loads and (worker.served == 0 or not fresh):
                return worker
        if fresh:
            idle = next((worker for worker in crew if not worker.loads), None)
            if idle is not None:
                self._dismiss(idle)
        room = len(self._of(database=database)) < self._arrangement.slots
        if room and (fresh or self._feed.has_more(database=database)):
            return self._start(database=database)
        return None

    def _of(self, *, database: bool) -> list[Worker]:
        return [worker for worker in self._workers if (worker.folders is not None) == database]

    def _may_wait(self, worker: Worker) -> bool:
        """Whether one more small load may wait behind what a worker does."""
        return 0 < len(worker.loads) < _WAITING and not worker.loads[0].alone and not self._is_old(worker)

    def _hand(self, worker: Worker, load: Load) -> None:
        """Open the files of a load and send them; what cannot be opened is answered at once."""
        if not worker.loads:
            worker.since = self._now()
        handed, refused = self._handing.send(worker, load)
        self._ready.extend(refused)
        if handed:
            worker.loads.append(load)

    # Starting and ending

    def _start(self, *, database: bool) -> Worker:
        folders = Folders(self._arrangement.scratch, self._limits.tmpfs) if database else None
        start = wire.Start(
            job=self._job,
            paths=self._arrangement.job_paths,
            containers=self._arrangement.containers,
            memory=self._limits.memory,
            descriptors=self._limits.descriptors,
            written=self._limits.index if database else 0,
            scratch=folders.paths if folders else (),
        )
        worker = Worker(start, folders, self._now())
        self._workers.append(worker)
        self._selector.register(worker.end, selectors.EVENT_READ, worker)
        return worker

    def _dismiss(self, worker: Worker) -> None:
        self._selector.unregister(worker.end)
        self._workers.remove(worker)
        worker.kill()

    def _is_old(self, worker: Worker) -> bool:
        """Whether it is time to replace a worker: never so often that starting takes more than a hundredth."""
        age = self._now() - worker.born
        return worker.served >= self._limits.files and age > _SHARE_OF_STARTING * worker.start_took

    def _lost(self, worker: Worker, failure: Failure) -> None:
        """A worker is gone or is ended: what it held is tried again, alone, and in the end given up."""
        said = worker.last_words() or failure.reason
        self._dismiss(worker)
        if not worker.ready:
            self._broken_starts += 1
            if self._broken_starts >= self._limits.starts:
                raise WorkerCannotStart(f"{self._broken_starts} workers in a row died at their start: {said}")
        database = worker.folders is not None
        for load in reversed(worker.loads):
            if load is not worker.loads[0] or not worker.ready:
                self._feed.first(load)
            elif len(load.rest) == 1:
                self._blame(load.current, failure, database=database)
            else:
                self._feed.put_back(load.rest, database=database)

    def _blame(self, errand: Errand, failure: Failure, *, database: bool) -> None:
        """A file that stopped a worker by itself gets one more try in a fresh one."""
        errand.tries += 1
        if errand.tries < TRIES:
            errand.again()
            self._feed.retry(errand, database=database)
        else:
            self._ready.append(errand.answer(last=True, failure=failure))

    # Listening

    def _listen(self) -> None:
        for worker in self._workers:
            if worker.wants_to_send or worker.watched_for_room:
                worker.watched_for_room = worker.wants_to_send
                events = selectors.EVENT_READ | (selectors.EVENT_WRITE if worker.wants_to_send else 0)
                self._selector.modify(worker.end, events, worker)
        for key, events in self._selector.select(max(0.0, self._next_deadline() - self._now())):
            heard: Worker = key.data
            if events & selectors.EVENT_WRITE:
                heard.flush()
            if events & selectors.EVENT_READ:
                self._hear(heard)

    def _hear(self, worker: Worker) -> None:
        try:
            for frame in worker.receive():
                self._heed(worker, frame)
        except EOFError:
            self._lost(worker, Failure("killed", worker.end_reason()))
        except (_Spent, NoRoom) as error:
            self._lost(worker, Failure("too large", str(error)))
        except (ValueError, BadBody, NotItsOwn) as error:
            self._lost(worker, Failure("not its own", f"killed: its worker answered wrongly: {error}"[:300]))

    def _heed(self, worker: Worker, frame: wire.Frame) -> None:
        """What one frame says. Raises `ValueError` for one that has no business here."""
        if frame.kind == wire.READY and not worker.ready:
            worker.ready = True
            worker.start_took = self._now() - worker.born
            worker.since = self._now()
            self._broken_starts = 0
        elif frame.kind == wire.BROKEN and not worker.ready:
            raise WorkerCannotStart(frame.payload.decode("utf-8", "backslashreplace"))
        elif not worker.ready or not worker.loads or frame.number != worker.loads[0].done:
            raise ValueError("a frame that nothing asked for")
        else:
            self._heed_answer(worker, worker.loads[0].current, frame)

    def _heed_answer(self, worker: Worker, errand: Errand, frame: wire.Frame) -> None:
        if frame.kind == wire.NOUNS:
            if errand.gathered:
                self._ready.append(errand.answer(last=False))
            errand.take(frame.payload)
        elif frame.kind == wire.DONE:
            failure, bodies = wire.read_last_frame(frame.payload)
            if bodies:
                errand.take(bodies)
            self._finish(worker, errand, failure)
        elif frame.kind == wire.ASK:
            self._handing.answer(worker, errand, frame.payload)
        elif frame.kind == wire.SPOOL:
            self._handing.keep(worker, frame.payload)
        else:
            raise ValueError("a frame of no known kind")

    def _finish(self, worker: Worker, errand: Errand, failure: Failure | None) -> None:
        """A worker is done with a file."""
        if failure == wire.TOO_LARGE:
            raise _Spent(failure.reason)
        if failure is not None and failure.kind not in _OF_A_CHILD:
            raise ValueError("a failure that is not the worker's to tell")
        if failure is None and errand.is_short():  # one that ended early says so, and is a flaw
            raise NotItsOwn("an answer that is shorter than the one before")
        self._ready.append(errand.answer(last=True, failure=failure))
        load = worker.loads[0]
        load.done += 1
        worker.served += 1
        worker.since = self._now()
        if worker.folders is not None:
            worker.folders.clear()
        if load.done == len(load.errands):
            worker.loads.popleft()
        if not worker.loads and self._is_old(worker):
            self._dismiss(worker)

    # Time

    def _deadline(self, worker: Worker) -> float:
        """When a worker has had its time: with the files of a load together, the shortest limit of those left."""
        if not worker.ready:
            return worker.born + self._limits.start
        if not worker.loads:
            return float("inf")
        load = worker.loads[0]
        return worker.since + min(load.seconds[load.done :])

    def _next_deadline(self) -> float:
        return min(self._deadline(worker) for worker in self._workers)

    def _end_overdue(self) -> None:
        now = self._now()
        for worker in [one for one in self._workers if self._deadline(one) <= now]:
            seconds = now - worker.since
            reason = f"timed out after {seconds:.0f} s" if worker.ready else "it did not start in time"
            self._lost(worker, Failure("timed out", reason))
