# SPDX-License-Identifier: Apache-2.0
"""`suluh desk` as it is, with the processor time of each answer in a header of it: only the bench starts this one.

``python -m bench.desk_clocked CASE``. The desk answers one request after the other in one thread, so that what this
thread used between a request and its answer is what the page cost.
"""

import sys
import time
from unittest.mock import patch

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from suluh.desk.main import main
from suluh.desk.web import serve

HEADER = "x-processor-us"


def clocked(app: ASGIApp) -> ASGIApp:
    """The same desk, which says what each answer cost."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        begun = time.thread_time_ns()

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                cost = (time.thread_time_ns() - begun) // 1000
                message = {**message, "headers": [*message["headers"], (HEADER.encode(), str(cost).encode())]}
            await send(message)

        await app(scope, receive, told)

    return answer


if __name__ == "__main__":
    build = serve.build
    with patch.object(serve, "build", lambda *given: clocked(build(*given))):
        main(["desk", sys.argv[1]])
