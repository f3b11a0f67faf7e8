# SPDX-License-Identifier: Apache-2.0
"""Serves the desk on 127.0.0.1 until it is stopped."""

import contextlib
import socket
import time
from collections.abc import Callable

import uvicorn

from suluh.case.case import Case
from suluh.desk.listing import ListPage
from suluh.desk.pages.overview import Overview
from suluh.desk.pages.page import Asked
from suluh.desk.web.door import Door
from suluh.desk.web.guard import ENTER
from suluh.desk.web.peer import from_this_user
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import build, pages_of_the_desk

HOST = "127.0.0.1"


def serve(case: Case, purpose: str | None, say: Callable[[str], None]) -> None:
    """Open the desk for one officer and print its address; it ends with Ctrl-C."""
    reading = Reading(case, purpose)
    reading.warm()
    case.hold_few_pages()
    first_pages(reading)
    with socket.create_server((HOST, 0)) as listener:
        host = f"{HOST}:{listener.getsockname()[1]}"
        door = Door(time.monotonic, say)
        app = build(reading, door, host, from_this_user)
        config = uvicorn.Config(
            app,
            log_level="error",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            lifespan="off",
            ws="none",
        )
        say(f"The desk is open, for this one address and once: http://{host}{ENTER}{door.token}")
        say(f"Other officers of the case sign in beside it, each with their own key: http://{host}/id/sign-in")
        say("It ends with Ctrl-C.")
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])
        say("The desk is closed.")


def first_pages(reading: Reading) -> None:
    """Work out the first page and each list of the menu before the address is told: what they count is then held."""
    lists = [page for page in pages_of_the_desk() if isinstance(page, ListPage) and page.menu]
    for page in (Overview(), *lists):
        if reading.may(page.right):
            page.content(reading, Asked())
