# SPDX-License-Identifier: Apache-2.0
"""Stands before every page: checks host, method and session, and puts the headers on every answer."""

from http.cookies import CookieError, SimpleCookie
from typing import cast

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from suluh.desk.web.door import LONGEST, Door
from suluh.desk.web.headers import HEADERS

ENTER = "/enter/"
OPEN = "/static/"
CLOSED = "403: this desk opens with the address that `suluh desk` printed, once. Start it again for a new one.\n"


class Guard:
    """The only way to a page."""

    def __init__(self, app: ASGIApp, door: Door, host: str) -> None:
        self._app, self._door, self._host = app, door, host
        self.cookie = f"suluh-{host.rpartition(':')[2]}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, refuse, or hand on to the pages."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                _seal(message)
            await send(message)

        answer = self._app if scope["type"] == "http" else _refusal(403, CLOSED)
        if scope["type"] == "http":
            answer = self._refused(scope) or self._app
        await answer(scope, receive, sealed)

    def _refused(self, scope: Scope) -> Response | None:
        """The answer that stands before any page, or null."""
        headers, path = Headers(scope=scope), cast("str", scope["path"])
        if headers.getlist("host") != [self._host]:
            return _refusal(421, f"421: this desk is {self._host} and answers to no other name.\n")
        if scope["method"] not in {"GET", "HEAD"}:
            return _refusal(405, "405: this desk only shows.\n")
        if path.startswith(ENTER):
            return self._enter(path.removeprefix(ENTER))
        if path.startswith(OPEN) or self._door.admits(self._session(headers)):
            return None
        return _refusal(403, CLOSED)

    def _enter(self, token: str) -> Response:
        session = self._door.enter(token)
        if session is None:
            return _refusal(403, CLOSED)
        answer = RedirectResponse("/", status_code=303)
        answer.set_cookie(self.cookie, session, max_age=LONGEST, path="/", httponly=True, samesite="strict")
        return answer

    def _session(self, headers: Headers) -> str:
        """The session of the cookie, or nothing."""
        try:
            found = SimpleCookie(headers.get("cookie", "")).get(self.cookie)
        except CookieError:
            return ""
        return found.value if found is not None else ""


def _refusal(status: int, sentence: str) -> Response:
    return PlainTextResponse(sentence, status_code=status)


def _seal(message: Message) -> None:
    """Put the headers on an answer."""
    headers = MutableHeaders(raw=message.setdefault("headers", []))
    for name, value in HEADERS:
        headers[name.decode("ascii")] = value.decode("ascii")
