# SPDX-License-Identifier: Apache-2.0
"""A post: locked workers on another machine, which get batches of files as bytes and answer with frames of bodies."""

import os
import re
import time
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import msgspec

from suluh.model.body import Part, body
from suluh.model.errors import Misuse, SuluhError
from suluh.workers.engines import batch
from suluh.workers.engines.engine import Arrangement
from suluh.workers.engines.local import Local
from suluh.workers.parent.scratch import sweep
from suluh.workers.wire.limits import Limits

_FLUSH = 1 << 18
_LATEST = 0.25
STOPPED = b"!"
ANSWERS = b"="
"""The first byte of what a post says: a sentence why it cannot go on, or frames."""


class Root(Part, frozen=True, kw_only=True):
    """Where one acquisition lies."""

    exhibit: str
    acquisition: str
    path: bytes
    shared: bool = False
    """Whether the path is below the folder that all machines share."""


class Order(Part, frozen=True, kw_only=True):
    """What a post is to do."""

    job: str
    roots: tuple[Root, ...]
    limits: Limits
    containers: str | None = None
    job_paths: tuple[str, ...] = ()


def order(arrangement: Arrangement, job: str) -> bytes:
    """An order for other machines, by what this one knows."""
    shared = os.fsencode(os.environ.get("SULUH_SHARED", "")).rstrip(b"/")
    roots = tuple(_root(*key, path, shared) for key, path in sorted(arrangement.roots.items()))
    return body(
        Order(
            job=job,
            roots=roots,
            limits=arrangement.limits,
            containers=arrangement.containers,
            job_paths=arrangement.job_paths,
        )
    )


def installed() -> bytes:
    """Version of Suluh and of each library that it computes with: two machines must say the same."""
    wanted = metadata.requires("suluh") or []
    names = {re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in wanted if "extra" not in line or "video" in line}
    found = {name: _version(name) for name in sorted(names | {"suluh"})}
    return "\n".join(f"{name} {version}" for name, version in found.items()).encode()


class Post:
    """One worker at a time of one job, and one more for databases."""

    def __init__(self, raw: bytes) -> None:
        self._order = msgspec.json.decode(raw, type=Order)

    def ready(self) -> bytes:
        """Make ready, and say what is installed where it stands."""
        try:
            self._engine = Local(self._arrangement())
        except (SuluhError, OSError) as error:
            return _stopped(error)
        return ANSWERS + installed()

    def work(self, raw: bytes) -> Iterator[bytes]:
        """Every answer about the files of a batch, many small ones together."""
        targets = batch.unpack(raw)
        numbers = {id(target): number for number, target in enumerate(targets)}
        frames, flushed = bytearray(ANSWERS), time.monotonic()
        try:
            for answer in self._engine.run(self._order.job, targets):
                for frame in batch.frames(numbers[id(answer.target)], answer):
                    frames += frame
                if len(frames) > _FLUSH or time.monotonic() - flushed > _LATEST:
                    yield bytes(frames)
                    frames, flushed = bytearray(ANSWERS), time.monotonic()
        except (SuluhError, OSError) as error:
            frames = bytearray(_stopped(error))
        yield bytes(frames)

    def close(self) -> bytes:
        """End its workers, and remove every copy."""
        self._engine.close()
        return b""

    def _arrangement(self) -> Arrangement:
        wanted = self._order
        cache = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "suluh"
        os.environ.setdefault("NUMBA_CACHE_DIR", str(cache / "numba"))
        scratch = Path(os.environ.get("SULUH_SCRATCH") or cache / "work").absolute()
        scratch.mkdir(parents=True, exist_ok=True)
        sweep(scratch)
        roots = {(root.exhibit, root.acquisition): _here(root) for root in wanted.roots}
        return Arrangement(1, roots, scratch, wanted.containers, wanted.limits, wanted.job_paths, lasting=True)


def _stopped(error: Exception) -> bytes:
    return STOPPED + f"on {os.uname().nodename}: {error}".encode("utf-8", "backslashreplace")


def _root(exhibit: str, acquisition: str, path: bytes, shared: bytes) -> Root:
    if shared and path.startswith(shared + b"/"):
        return Root(exhibit=exhibit, acquisition=acquisition, path=path[len(shared) + 1 :], shared=True)
    return Root(exhibit=exhibit, acquisition=acquisition, path=path)


def _here(root: Root) -> bytes:
    """Where it lies on this machine."""
    if not root.shared:
        return root.path
    shared = os.environ.get("SULUH_SHARED")
    if not shared:
        raise Misuse(
            "SULUH_SHARED is not set on this machine: say there where its shared folder is, and start Ray again"
        )
    return os.fsencode(shared) + b"/" + root.path


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "is not installed"
