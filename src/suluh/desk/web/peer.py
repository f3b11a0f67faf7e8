# SPDX-License-Identifier: Apache-2.0
"""Whose program asks: the user at the other end of a connection on this machine, by the kernel's own list."""

import os
import socket
import struct
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from starlette.types import Scope

IsOurs = Callable[[Scope], bool]
"""Whether a request comes from the user who opened the desk."""

LISTS = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
OPEN = "01"
"""A connection with both ends open: of others the kernel may have forgotten the user."""

LONG = 8
"""Columns up to that of the user."""


class End(NamedTuple):
    """One end of a connection over IPv4."""

    host: str
    port: int


def from_this_user(scope: Scope) -> bool:
    """Whether a request was sent by a program of the user whose process this is; who is not found is not let in."""
    client, server = scope.get("client"), scope.get("server")
    if client is None or server is None:
        return False
    try:
        return owner(_lines(), End(*client), End(*server)) == os.geteuid()
    except OSError:  # an address that is not of IPv4, or a list that this process may not read
        return False


def owner(lines: Iterable[str], client: End, server: End) -> int | None:
    """The user of the open connection from one end to the other, or null; each end is listed on its own line."""
    wanted = {(one, other) for one, other in zip(_written(client), _written(server), strict=True)}
    for line in lines:
        parts = line.split()
        if len(parts) >= LONG and (parts[1], parts[2]) in wanted and parts[3] == OPEN:
            return int(parts[7])
    return None


def _lines() -> Iterator[str]:
    """Every connection of this machine, below the heads of both lists."""
    for path in LISTS:
        if path.is_file():
            yield from islice(path.read_text("ascii").splitlines(), 1, None)


def _written(end: End) -> tuple[str, str]:
    """An end as each list writes it: the words of its address, for IPv6 the one within which IPv4 lies."""
    short = socket.inet_pton(socket.AF_INET, end.host)
    return _hex(short, end.port), _hex(socket.inet_pton(socket.AF_INET6, f"::ffff:{end.host}"), end.port)


def _hex(address: bytes, port: int) -> str:
    words = struct.unpack(f"={len(address) // 4}I", address)
    return "".join(f"{word:08X}" for word in words) + f":{port:04X}"
