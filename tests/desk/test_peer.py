# SPDX-License-Identifier: Apache-2.0
"""Only programs of the user who opened the desk are answered, over real connections of this machine."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.types import Scope

from suluh.desk.web.door import Door
from suluh.desk.web.guard import Guard, Ways
from suluh.desk.web.peer import End, from_this_user, owner

NOBODY = 65_534
CLIENT, DESK = End("127.0.0.1", 50_000), End("127.0.0.1", 8011)
LINE = "   1: 0100007F:C350 0100007F:1F4B 01 00000000:00000000 00:00000000 00000000  1001        0 52 1 0 20 4 0 10 -1"
LONG_LINE = LINE.replace("0100007F:", "0000000000000000FFFF00000100007F:")
BACK = "   2: 0100007F:1F4B 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 53 1 0 20 4 0 10 -1"


class Nobody:
    """Whom the printed address would let in."""

    def close(self) -> None:
        """Nothing was open."""


@contextmanager
def user(number: int) -> Iterator[None]:
    """What is opened meanwhile belongs to this user."""
    before = os.geteuid()
    os.seteuid(number)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """The guard of a desk behind a real port; behind it nothing, for nobody has a session."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        number = int(listener.getsockname()[1])
        ways = Ways(Starlette(), PlainTextResponse("nobody is signed in", 403), Nobody(), "seat")
        guard = Guard(ways, Door(float), f"127.0.0.1:{number}", from_this_user)
        server = uvicorn.Server(uvicorn.Config(guard, log_level="error", lifespan="off", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield number
        server.should_exit = True
        thread.join(10)


def answer(port: int, client: socket.socket, host: str = "127.0.0.1") -> str:
    with client:
        client.settimeout(10)
        client.connect((host, port))
        client.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
        return client.makefile("rb").read().decode()


def test_the_user_who_opened_the_desk_is_answered(port):
    text = answer(port, socket.socket())

    assert text.startswith("HTTP/1.1 403")
    assert "nobody is signed in" in text


@pytest.mark.skipif(not socket.has_ipv6, reason="a program that speaks IPv6 alone: this machine does not")
def test_a_program_that_reaches_the_desk_through_ipv6_is_found_in_the_other_list(port):
    text = answer(port, socket.socket(socket.AF_INET6), "::ffff:127.0.0.1")

    assert "nobody is signed in" in text


@pytest.mark.skipif(os.geteuid() != 0, reason="a connection of another user: only root can make one")
def test_another_user_of_the_machine_is_refused_before_anything_else(port):
    with user(NOBODY):
        client = socket.socket()

    text = answer(port, client)

    assert text.startswith("HTTP/1.1 403")
    assert "only the user of this machine who opened it" in text


def test_each_user_is_found_in_the_list_of_the_kernel():
    lines = [BACK, LINE]

    assert (owner(lines, CLIENT, DESK), owner(lines, DESK, CLIENT)) == (1001, 1000)
    assert owner([BACK, LONG_LINE], CLIENT, DESK) == 1001


@pytest.mark.parametrize(
    "line",
    [
        "",
        "sl  local_address rem_address   st",
        LINE.replace(" 01 ", " 06 "),
        LINE.replace(":C350", ":C351"),
        LINE.replace("0100007F:1F4B", "0200007F:1F4B"),
        LINE.partition(" 1001")[0],
    ],
    ids=["nothing", "head", "a connection that ended", "another port", "another address", "a cut line"],
)
def test_who_is_not_found_is_nobody(line):
    assert owner([line], CLIENT, DESK) is None


@pytest.mark.parametrize(
    "ends", [{}, {"client": CLIENT}, {"client": None, "server": DESK}, {"client": ("::1", 1), "server": DESK}]
)
def test_a_request_without_two_ends_of_ipv4_is_not_ours(ends):
    assert not from_this_user(cast("Scope", {"type": "http", **ends}))


def test_a_connection_that_is_not_there_is_not_ours():
    assert not from_this_user({"type": "http", "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 1)})
