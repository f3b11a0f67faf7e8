# SPDX-License-Identifier: Apache-2.0
"""What pages of the desk cost while a run writes, of a processor alone: for a machine on which no wait can be measured.

``python -m bench.desk_turns FOLDER [LOADS]``: on the case that ``bench.desk`` made there with CASE=FOLDER. Its users
open their pages one after the other in this process, seven to each second of a clock that goes as fast as they do, and
in each of these seconds a run keeps 500 messages more.
"""

import asyncio
import random
import sys
import time
from pathlib import Path
from statistics import mean, median
from unittest.mock import patch

from bench.desk import EACH, MIB, SLOWEST, met, opened, tell_kinds, wished
from bench.desk_world import more_messages
from starlette.types import ASGIApp, Message, Scope

from suluh.case.keep import Act
from suluh.desk.web import reading as reading_of
from suluh.desk.web.door import Door
from suluh.desk.web.guard import ENTER
from suluh.desk.web.reading import Reading
from suluh.desk.web.serve import HOST, first_pages
from suluh.desk.web.web import build

LOADS, EVERY = 600, 0.15
"""Loads where nobody says how many, and seconds from one to the next."""

AT = f"{HOST}:9"
REDIRECTS = 303


class Browser:
    """Who asks for pages, without a connection."""

    def __init__(self, app: ASGIApp) -> None:
        self._app, self._cookies = app, dict[str, str]()

    async def get(self, address: str) -> str:
        """The page of an address, and of what that leads to."""
        path, _, query = address.partition("?")
        head, body = await self._asked(path, query)
        if head["status"] != REDIRECTS:
            return body.decode()
        return await self.get(next(value.decode() for name, value in head["headers"] if name == b"location"))

    async def _asked(self, path: str, query: str) -> tuple[Message, bytes]:
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        headers = [(b"host", AT.encode()), (b"cookie", cookies.encode())]
        scope: Scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode()}
        scope |= {"headers": headers, "scheme": "http", "server": (HOST, 9), "client": (HOST, 5), "root_path": ""}
        told: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            told.append(message)

        await self._app(scope, receive, send)
        for name, value in told[0]["headers"]:
            if name == b"set-cookie":
                own, _, held = value.decode().partition(";")[0].partition("=")
                self._cookies[own] = held
        return told[0], b"".join(one.get("body", b"") for one in told[1:])


async def turns(folder: Path, loads: int) -> list[tuple[str, float]]:
    """The address and the seconds of a processor of each load."""
    now, found = [0.0], list[tuple[str, float]]()
    case, run = opened(folder), opened(folder)
    reading = Reading(case, None)
    begun = time.process_time()
    reading.warm()
    case.hold_few_pages()
    first_pages(reading)
    print(
        f"before the first page: {time.process_time() - begun:.1f} s of a processor, {_held('VmHWM')} MiB", flush=True
    )
    door = Door(lambda: now[0])
    browser = Browser(build(reading, door, AT, lambda *_: True))
    await browser.get(f"{ENTER}{door.token}")
    draw, known, number = random.Random(7), list[str](), int(time.time()) * EACH  # noqa: S311 # a drawn user
    with (
        patch.object(reading_of, "is_held", lambda _: True),
        patch.object(reading_of.time, "monotonic", lambda: now[0]),
    ):
        for _ in range(loads):
            now[0] += EVERY
            if int(now[0]) > int(now[0] - EVERY):
                run.keep(Act("read", "files"), more_messages(number, EACH))
                number += EACH
            path, begun = wished(draw, known), time.thread_time()
            text = await browser.get(f"/id/{path}")
            found.append((path, time.thread_time() - begun))
            known = met(draw, known, text)
    return found


def _held(name: str) -> int:
    """MiB that this process holds, or held at the most."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(one.split()[1]) for one in lines if one.startswith(name)) // MIB


def main(folder: Path, loads: int) -> None:
    """Print the figures."""
    found = asyncio.run(turns(folder, loads))
    costs = sorted(cost * 1000 for _, cost in found)
    told = f"median {median(costs):.0f} ms, mean {mean(costs):.0f}, 99th percentile {costs[int(len(costs) * 0.99)]:.0f}"
    print(f"{len(found)} loads: {told}; {_held('VmRSS')} MiB, at the most {_held('VmHWM')}")
    for path, cost in sorted(found, key=lambda one: -one[1])[:SLOWEST]:
        print(f"  {cost * 1000:.0f} ms: /{path}")
    tell_kinds(found)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else LOADS)
