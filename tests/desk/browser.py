# SPDX-License-Identifier: Apache-2.0
"""A browser small enough for tests: it asks the application itself, and keeps cookies."""

import asyncio
import atexit
import re
from collections.abc import Mapping
from functools import cache
from html import unescape
from http.cookies import SimpleCookie
from urllib.parse import unquote, urlencode, urlsplit

from starlette.types import ASGIApp, Message, Scope


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """In which all pages are asked for: one a page would cost more than many a page."""
    loop = asyncio.new_event_loop()
    atexit.register(loop.close)
    return loop


class Answer:
    """What came back."""

    def __init__(self, address: str, messages: list[Message]) -> None:
        start, *rest = messages
        self.address = address
        self.is_led = False
        """Whether a form was answered by the way to this page: Back and reload then send nothing again."""

        self.status_code = int(start["status"])
        self.headers = {name.decode().lower(): value.decode() for name, value in start["headers"]}
        self.body = b"".join(message.get("body", b"") for message in rest)

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


class Browser:
    """Asks for pages of one application at one host."""

    def __init__(self, app: ASGIApp, host: str) -> None:
        self._app, self._host = app, host
        self.cookies: dict[str, str] = {}

    def get(self, address: str, headers: Mapping[str, str] | None = None, *, follow_redirects: bool = True) -> Answer:
        answer = self.request("GET", address, headers)
        while follow_redirects and answer.status_code == 303:
            answer = self.request("GET", answer.headers["location"], headers)
        return answer

    def post(self, address: str, fields: Mapping[str, str], headers: Mapping[str, str] | None = None) -> Answer:
        """Send a form as a page of this desk does, and follow where it leads."""
        own = {"content-type": "application/x-www-form-urlencoded", "origin": f"http://{self._host}"}
        sent = own | {"sec-fetch-site": "same-origin"} | dict(headers or {})
        answer = self.request(
            "POST", address, {name: value for name, value in sent.items() if value}, urlencode(fields)
        )
        if answer.status_code != 303:
            return answer
        shown = self.get(answer.headers["location"])
        shown.is_led = True
        return shown

    def request(self, method: str, address: str, headers: Mapping[str, str] | None = None, body: str = "") -> Answer:
        parts = urlsplit(address)
        sent = {"host": self._host}
        if self.cookies:
            sent["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent |= dict(headers or {})
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": unquote(parts.path),
            "raw_path": parts.path.encode(),
            "root_path": "",
            "query_string": parts.query.encode(),
            "headers": [(name.encode(), value.encode("latin-1")) for name, value in sent.items()],
            "client": ("127.0.0.1", 50_000),
            "server": ("127.0.0.1", 8011),
        }
        answer = Answer(address, _loop().run_until_complete(self._ask(scope, body.encode())))
        for name, found in SimpleCookie(answer.headers.get("set-cookie", "")).items():
            self.cookies[name] = found.value
        return answer

    async def _ask(self, scope: dict[str, object], body: bytes) -> list[Message]:
        got: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            got.append(message)

        await self._app(scope, receive, send)
        return got


def anybody(_: Scope) -> bool:
    """Takes whoever asks for the user who opened the desk: a test's request comes over no connection."""
    return True


def token_of(text: str) -> str:
    """The token of the session that stands in the forms of a page."""
    found = re.search(r'name="token" value="([^"]+)"', text)
    assert found is not None
    return found[1]


def links(text: str) -> list[str]:
    """The addresses that a page leads to."""
    return [unescape(one) for one in re.findall(r'href="([^"#]+)"', text)]
