# SPDX-License-Identifier: Apache-2.0
"""The engine of several machines: batches of files go over Ray to posts that run the same locked workers."""

import logging
import os
import secrets
import socket
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import chain
from types import ModuleType
from typing import Any

from suluh.model.errors import BadBody, Misuse, WorkerCannotStart, WorkersLost
from suluh.model.evidence.work import Answer, Failure, Target
from suluh.workers.engines.batch import Batch, cut
from suluh.workers.engines.engine import Arrangement, Engine
from suluh.workers.engines.post import ANSWERS, STOPPED, Post, installed, order
from suluh.workers.parent.errand import TRIES
from suluh.workers.parent.opening import NotOpened, Roots
from suluh.workers.wire.check import NotItsOwn
from suluh.workers.wire.limits import MIB

_WAITING = 2
_UNREAD = 8
"""How many messages of a post may wait here; then the post waits."""

_LOOK = 1.0
_FAREWELL = 5.0
_PATIENCE = 5.0
_STORE = 256 * MIB


class Ray(Engine):
    """Workers on every machine of a Ray cluster, one for each of its processors."""

    name = "ray"

    def __init__(self, arrangement: Arrangement) -> None:
        super().__init__(arrangement)
        self._runs: list[_Run] = []
        self.again = 0
        """How many files were given a second time, because their machine was lost."""

    @classmethod
    def is_here(cls) -> bool:
        """Whether Ray is installed."""
        return find_spec("ray") is not None

    def run(self, job: str, targets: Iterable[Target]) -> Iterator[Answer]:
        """Every answer about every target. Raises `Misuse`, `WorkerCannotStart`, `WorkersLost`."""
        batches = cut(targets)
        first = next(batches, None)
        if first is None:
            return
        run = _Run(_connected(self.arrangement.slots), self.arrangement, job, chain((first,), batches))
        self._runs.append(run)
        try:
            yield from run.work()
        finally:
            self._runs.remove(run)
            self.again += run.again
            run.close()

    def close(self) -> None:
        """End every post. Ray itself ends with this process."""
        for run in self._runs:
            run.close()


@dataclass(eq=False)
class _Held:
    """The parent's hold on one post."""

    actor: Any
    ready: Any
    """What it will say when it is ready; null once it has said so."""

    given: deque[tuple[Batch, Any]] = field(default_factory=deque)
    """Batches and their answers, the first of them in work."""


class _Run:
    """The posts of one run."""

    def __init__(self, ray: ModuleType, arrangement: Arrangement, job: str, batches: Iterator[Batch]) -> None:
        self._ray, self._limits = ray, arrangement.limits
        self._order = order(arrangement, job)
        self._installed = installed()
        self._roots = Roots(arrangement.roots)
        self._batches, self._next = batches, deque[Batch]()
        self._posts: list[_Held] = []
        self._looked = 0.0
        self._idle_since = time.monotonic()
        self._broken_starts = 0
        self.again = 0

    def work(self) -> Iterator[Answer]:
        """Hand out, listen, hand on, until nothing is left."""
        while True:
            self._hire()
            self._give()
            if not self._has_more() and not any(post.given for post in self._posts):
                return
            for post in self._heard():
                yield from self._hear(post)
            self._see_that_any_is_ready()

    def close(self) -> None:
        """End every post."""
        farewells = [post.actor.close.remote() for post in self._posts if post.ready is None]
        if farewells:
            self._ray.wait(farewells, num_returns=len(farewells), timeout=_FAREWELL)
        while self._posts:
            self._ray.kill(self._posts.pop().actor)
        self._roots.close()

    # Handing out

    def _has_more(self) -> bool:
        """Whether there is a batch that no post has."""
        if not self._next:
            self._next.extend(batch for batch in (next(self._batches, None),) if batch is not None)
        return bool(self._next)

    def _hire(self) -> None:
        """One post for each processor that the cluster has now, while there is work for it."""
        now = time.monotonic()
        if now - self._looked < _LOOK or not self._has_more():
            return
        self._looked = now
        kind = self._ray.remote(num_cpus=1, max_restarts=0, scheduling_strategy="SPREAD")(Post)
        for _ in range(len(self._posts), int(self._ray.cluster_resources().get("CPU", 0))):
            actor = kind.remote(self._order)
            self._posts.append(_Held(actor, actor.ready.remote()))

    def _give(self) -> None:
        """A batch for each post that is ready, and then one more that waits behind it."""
        for most in range(1, _WAITING + 1):
            for post in self._posts:
                if post.ready is None and len(post.given) < most and self._has_more():
                    batch = self._next.popleft()
                    options = {"num_returns": "streaming", "_generator_backpressure_num_objects": _UNREAD}
                    post.given.append((batch, post.actor.work.options(**options).remote(batch.pack())))

    # Listening

    def _heard(self) -> list[_Held]:
        """The posts that have said something."""
        awaited = [one for post in self._posts if (one := _awaited(post)) is not None]
        if not awaited:
            time.sleep(_LOOK)
            return []
        self._ray.wait(awaited, num_returns=1, timeout=_LOOK)
        said, _ = self._ray.wait(awaited, num_returns=len(awaited), timeout=0)
        return [post for post in self._posts if any(one is _awaited(post) for one in said)]

    def _hear(self, post: _Held) -> Iterator[Answer]:
        """What one post has said, checked."""
        try:
            said = self._ray.get(post.ready or next(post.given[0][1]))
        except StopIteration:
            self._ended(post)
            return
        except self._ray.exceptions.RayError as error:
            self._lost(post, str(error).partition("\n")[0])
            return
        if type(said) is not bytes or said[:1] not in {ANSWERS, STOPPED}:
            self._lost(post, "it answered wrongly")
        elif said[:1] == STOPPED:
            raise WorkerCannotStart(said[1:].decode("utf-8", "backslashreplace"))
        elif post.ready is not None:
            self._greet(post, said[1:])
        else:
            yield from self._answers(post, said[1:])

    def _greet(self, post: _Held, theirs: bytes) -> None:
        """A post is ready, if it is the same there as here."""
        if theirs != self._installed:
            there, here = (
                dict(line.split(" ", 1) for line in text.decode().splitlines()) for text in (theirs, self._installed)
            )
            name = next(name for name in sorted({*there, *here}) if there.get(name) != here.get(name))
            raise WorkerCannotStart(
                f"a machine of the cluster has {name} {there.get(name)} and this one {here.get(name)}: "
                "install the same release on all of them, for results must not depend on the machine"
            )
        post.ready = None
        self._broken_starts = 0

    def _answers(self, post: _Held, frames: bytes) -> Iterator[Answer]:
        try:
            yield from post.given[0][0].take(frames, self._doubts)
        except (ValueError, BadBody, NotItsOwn) as error:
            self._lost(post, f"it answered wrongly: {error}"[:300])

    def _doubts(self, target: Target, failure: Failure) -> bool:
        """Whether a file that could not be opened there can be opened here."""
        if failure.kind != "not opened":
            return False
        file = target.file
        try:
            os.close(
                self._roots.open((file.exhibit, file.acquisition), file.containers[0] if file.containers else file.path)
            )
        except NotOpened:
            return False
        return True

    def _ended(self, post: _Held) -> None:
        """A batch has been worked on to its end."""
        if post.given[0][0].errands:
            self._lost(post, "it answered less than it was asked")
        else:
            post.given.popleft()

    def _lost(self, post: _Held, reason: str) -> None:
        """A post is gone or is ended: its batch is given again once, one that waited behind it as if never given."""
        self._posts.remove(post)
        self._ray.kill(post.actor)
        if post.ready is not None:
            self._broken_starts += 1
            if self._broken_starts >= self._limits.starts:
                raise WorkerCannotStart(f"{self._broken_starts} posts in a row died at their start: {reason}")
        batches = [batch for batch, _ in post.given if batch.errands]
        if batches and batches[0] is post.given[0][0]:
            batches[0].again()
            self.again += len(batches[0].errands)
        for batch in batches:
            if batch.lost >= TRIES:
                raise WorkersLost(
                    f"two machines in a row were lost with the same {len(batch.errands)} files ({reason}): "
                    "what was kept stays; look after the cluster and run again, or run without SULUH_ENGINE"
                )
        self._next.extendleft(reversed(batches))

    def _see_that_any_is_ready(self) -> None:
        now = time.monotonic()
        if any(post.ready is None for post in self._posts):
            self._idle_since = now
        elif now - self._idle_since > self._limits.start:
            raise WorkerCannotStart(
                f"no machine of the Ray cluster had a free processor for {self._limits.start:.0f} s: see `ray status`"
            )


def _awaited(post: _Held) -> Any:  # noqa: ANN401 # Ray's own kinds of promises
    """What is to come from a post next, null if nothing is."""
    return post.ready or (post.given[0][1] if post.given else None)


def _connected(slots: int) -> ModuleType:
    """Ray, connected to the cluster that RAY_ADDRESS names, else to one on this machine that ends with this process."""
    address = os.environ.get("RAY_ADDRESS")
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    if address:
        _see_that_it_answers(address)
        settings: dict[str, int | bool] = {}
    else:
        # Without the second setting Ray listens on every address of the machine.
        os.environ.update(RAY_AUTH_MODE="token", RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER="0")
        os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))
        settings = {"num_cpus": slots, "object_store_memory": _STORE, "include_dashboard": False}
    import ray  # noqa: PLC0415 # it takes a second, and it reads those settings as it is loaded

    if not ray.is_initialized():
        try:
            ray.init(address or "local", log_to_driver=False, logging_level=logging.ERROR, **settings)
        except (ConnectionError, ValueError, RuntimeError, ray.exceptions.RayError) as error:
            sentence = str(error).partition("\n")[0]
            raise Misuse(f"no Ray of this release answers at {address or 'this machine'}: {sentence}") from error
    loaded: ModuleType = ray
    return loaded


def _see_that_it_answers(address: str) -> None:
    """Ray itself would end this process if nothing answered."""
    if os.environ.get("RAY_AUTH_MODE") != "token":
        raise Misuse("a Ray cluster runs whatever anybody sends it: set RAY_AUTH_MODE=token on each machine and here")
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or "/" in host:
        raise Misuse(f"RAY_ADDRESS is {address}: set it to host:port, as `ray start` printed it")
    try:
        socket.create_connection((host, int(port)), _PATIENCE).close()
    except OSError as error:
        raise Misuse(f"nothing answers at RAY_ADDRESS {address} ({error}): start Ray there, then run again") from error
