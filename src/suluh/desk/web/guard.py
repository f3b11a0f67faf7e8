# SPDX-License-Identifier: Apache-2.0
"""Stands before every page: checks who asks, by which name, from which page, how and with which session.

A browser sends the cookie of 127.0.0.1 to every port of 127.0.0.1: no attribute of a cookie keeps ports apart, and
`__Host-` asks for a secure connection, which this is not. So somebody else's program on this machine may be sent the
session. It is worth nothing to them, for only the user who opened the desk is answered. The cookie's name is drawn at
every start, so that nobody lays another cookie over it; and no page from elsewhere can call a page of the desk.
"""

from collections.abc import Set as AbstractSet
from http.cookies import CookieError, SimpleCookie
from typing import NamedTuple, cast

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from suluh.desk.web.door import LONGEST, Door, Guest
from suluh.desk.web.headers import HEADERS
from suluh.desk.web.peer import IsOurs

ENTER = "/enter/"
OPEN = "/static/"
OWN_PAGES = frozenset({"none", "same-origin"})
"""What a browser says of an address that was typed in, or stood on a page of this very desk."""

STRANGER = (
    "403: meja ini hanya menjawab pengguna komputer yang membukanya.\n"
    "403: this desk answers only the user of this machine who opened it.\n"
)
ELSEWHERE = (
    "403: halaman dari tempat lain tidak dapat memanggil meja ini; ketik alamatnya sendiri.\n"
    "403: a page from elsewhere cannot call this desk; type its address yourself.\n"
)
SHOWS = "405: meja ini menampilkan dan menerima isian saja.\n405: this desk shows, and takes forms alone.\n"
CLOSED = (
    "403: alamat dari `suluh desk` membuka meja ini satu kali. Masuklah di /id/sign-in dengan kunci Anda sendiri.\n"
    "403: the address that `suluh desk` printed opens this desk once. Sign in at /en/sign-in with your own key.\n"
)


class Badge:
    """The cookie that carries a session, under a name that is drawn at every start."""

    def __init__(self, door: Door, host: str) -> None:
        self.name = f"suluh-{host.rpartition(':')[2]}-{door.mark}"

    def give(self, answer: Response, session: str) -> None:
        """Have the browser keep a session."""
        answer.set_cookie(self.name, session, max_age=LONGEST, path="/", httponly=True, samesite="strict")

    def take(self, answer: Response) -> None:
        """Have the browser forget its session."""
        answer.set_cookie(self.name, "", max_age=0, path="/", httponly=True, samesite="strict")

    def session(self, headers: Headers) -> str:
        """The session of a request, or nothing."""
        try:
            found = SimpleCookie(headers.get("cookie", "")).get(self.name)
        except CookieError:
            return ""
        return found.value if found is not None else ""


class Ways(NamedTuple):
    """Where the guard leads: to the pages with whom a session lets in, else to the form by which officers sign in."""

    app: ASGIApp
    shut: ASGIApp
    first: Guest
    """Whom the printed address lets in."""

    seat: str
    """The name under which a request carries whom it lets in."""

    outside: AbstractSet[str] = frozenset()
    """Pages that are for whoever has no session."""


class Guard:
    """The only way to a page."""

    def __init__(self, ways: Ways, door: Door, host: str, is_ours: IsOurs) -> None:
        self._ways, self._door, self._host, self._is_ours = ways, door, host, is_ours
        self._badge = Badge(door, host)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, refuse, or hand on to the pages."""
        if scope["type"] == "lifespan":
            await self._ways.app(scope, receive, send)
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                _seal(message)
            await send(message)

        answer: ASGIApp = _refusal(403, CLOSED)
        if scope["type"] == "http":
            answer = self._refused(scope) or self._ways.app
        await answer(scope, receive, sealed)

    def _refused(self, scope: Scope) -> ASGIApp | None:
        """The answer that stands before any page, or null."""
        headers = Headers(scope=scope)
        if not self._is_ours(scope):
            return _refusal(403, STRANGER)
        if headers.getlist("host") != [self._host]:
            return _refusal(421, _other_name(self._host))
        if not OWN_PAGES.issuperset(headers.getlist("sec-fetch-site")):
            return _refusal(403, ELSEWHERE)
        if scope["method"] not in {"GET", "HEAD", "POST"}:
            return _refusal(405, SHOWS)
        if scope["method"] == "POST" and not self._is_own(headers):
            return _refusal(403, ELSEWHERE)
        return self._shut(scope, cast("str", scope["path"]), headers)

    def _is_own(self, headers: Headers) -> bool:
        """Whether a form was sent from a page of this very desk, as the browser says."""
        site = headers.getlist("sec-fetch-site")
        return headers.getlist("origin") == [f"http://{self._host}"] and set(site) <= {"same-origin"}

    def _shut(self, scope: Scope, path: str, headers: Headers) -> ASGIApp | None:
        """The answer to who is at the door, or null for who is in."""
        if path.startswith(ENTER):
            return self._enter(path.removeprefix(ENTER))
        guest = self._door.admits(self._badge.session(headers))
        if guest is not None:
            scope[self._ways.seat] = guest
        return None if guest is not None or path.startswith(OPEN) or path in self._ways.outside else self._ways.shut

    def _enter(self, token: str) -> Response:
        session = self._door.enter(token, self._ways.first)
        if session is None:
            return _refusal(403, CLOSED)
        answer = RedirectResponse("/", status_code=303)
        self._badge.give(answer, session)
        return answer


def _other_name(host: str) -> str:
    one, other = f"421: meja ini {host} dan tidak menjawab nama lain.\n", f"421: this desk answers as {host} alone.\n"
    return one + other


def _refusal(status: int, sentence: str) -> Response:
    return PlainTextResponse(sentence, status_code=status)


def _seal(message: Message) -> None:
    """Put the headers on an answer."""
    headers = MutableHeaders(raw=message.setdefault("headers", []))
    for name, value in HEADERS:
        headers[name.decode("ascii")] = value.decode("ascii")
