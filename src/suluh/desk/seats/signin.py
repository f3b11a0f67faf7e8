# SPDX-License-Identifier: Apache-2.0
"""The page on which officers sign in with their own key, and what stands there for whoever has no session."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from suluh.desk.languages import LANGUAGES, Language
from suluh.desk.seats.posting import REFUSED
from suluh.desk.seats.seat import Seats, seat_of
from suluh.desk.web.door import Door
from suluh.desk.web.forms import BadForm, back_of, form_of
from suluh.desk.web.guard import Badge
from suluh.desk.web.visible import on_one_line
from suluh.desk.web.writing import languages_of, templates
from suluh.desk.words import N_
from suluh.model.errors import NotAllowed, SuluhError, WrongPassphrase

PATH = "/sign-in"
OUT = "/sign-out"
NO_PAGES = (OUT, "/key")
"""Where forms are sent that stand on every page: nothing is shown there."""

NEVER_KEPT = frozenset({"token", "passphrase"})
"""Fields of a form that are not held while an officer signs in again."""

MOST_TOLD = 40
"""Characters of a code that are told at the terminal."""

_NEEDED = N_("This is needed.")
_WRONG = N_("No key opens with this code and passphrase: type both again.")
_ENDED = N_("Your session has ended: sign in again, and what you typed stands there again. Nothing was done.")
_OVER = N_("Your session has ended: sign in again. Nothing was done.")
_SHUT = N_("Nobody is signed in here. A session ends 15 minutes after its last page, and 12 hours after its first.")


class Shown(NamedTuple):
    """The form as it is shown."""

    status: int = 200
    told: str = ""
    fields: Mapping[str, str] = {}
    faults: Mapping[str, str] = {}
    """What is wrong beside each field."""

    refused: str = ""


class SignIn:
    """Signs officers in and out."""

    def __init__(self, door: Door, seats: Seats, badge: Badge) -> None:
        self._door, self._seats, self._badge = door, seats, badge

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer whoever has no session: nothing but the form."""
        request = Request(scope, receive)
        answer = await self._shut(request)
        await answer(scope, receive, send)

    async def show(self, request: Request) -> Response:
        """The empty form."""
        return self._page(request, Shown(fields={"back": request.query_params.get("back", "")}))

    async def take(self, request: Request) -> Response:
        """Sign an officer in; what is wrong stands beside its field, and the code stays."""
        try:
            fields = await form_of(request, self._door.form)
        except BadForm:
            return self._page(request, Shown(403, _SHUT))
        code, words = fields.get("code", "").strip(), fields.get("passphrase", "")
        told = _ENDED if fields.get("typed") else ""
        shown = Shown(REFUSED, told, fields, {name: _NEEDED for name in ("code", "passphrase") if not fields.get(name)})
        if not shown.faults:
            try:
                return self._let_in(request, code, words, fields)
            except WrongPassphrase:
                self._door.tell(
                    f"Somebody tried to sign in as {on_one_line(code, MOST_TOLD)}, and the key stayed shut."
                )
                shown = shown._replace(faults={"passphrase": _WRONG})
            except SuluhError as error:
                shown = shown._replace(refused=str(error))
        return self._page(request, shown)

    async def end(self, request: Request) -> Response:
        """Sign an officer out, by a form of their own session."""
        code = request.url.path.split("/")[1]
        try:
            await form_of(request, seat_of(request).session.token)
        except BadForm:
            return HTMLResponse(seat_of(request).writers[code].bad_form(request), status_code=403)
        self._door.end(self._badge.session(request.headers))
        answer = RedirectResponse(f"/{code}{PATH}", status_code=303)
        self._badge.take(answer)
        return answer

    def _let_in(self, request: Request, code: str, words: str, fields: Mapping[str, str]) -> Response:
        seat = self._seats.sign_in(code, words)
        try:
            session = self._door.let_in(seat)
        except NotAllowed:
            seat.close()
            raise
        self._door.tell(f"{code} signed in.")
        self._door.end(self._badge.session(request.headers))
        back = back_of(fields, "/")
        if typed := dict(parse_qsl(fields.get("typed", ""), keep_blank_values=True)):
            seat.session.hold(back.partition("?")[0], typed)
        answer = RedirectResponse(back, status_code=303)
        self._badge.give(answer, session)
        return answer

    async def _shut(self, request: Request) -> Response:
        """The form for whoever asked for a page without a session: they are led there, with what they had typed."""
        if request.method != "POST":
            asked = f"?{request.url.query}" if request.url.query else ""
            return self._page(request, Shown(403, _SHUT, {"back": request.url.path + asked}))
        try:
            fields = await form_of(request, None)
        except BadForm:
            return self._page(request, Shown(403, _SHUT))
        if fields.get("act") != "decide" and "q" not in fields:
            return self._page(request, Shown(403, _OVER, {"back": fields.get("back") or self._page_of(request)}))
        typed = urlencode({name: value for name, value in fields.items() if name not in NEVER_KEPT})
        return self._page(request, Shown(403, _ENDED, {"typed": typed, "back": request.url.path}))

    @staticmethod
    def _page_of(request: Request) -> str:
        """The page from which a form was sent, where forms are sent to pages; else nothing."""
        path = request.url.path
        return "" if path.endswith(NO_PAGES) else path

    def _page(self, request: Request, shown: Shown) -> Response:
        first, wanted = request.url.path.split("/")[1], request.headers.get("accept-language", "").lower()
        usual = next((one for one in LANGUAGES if wanted.startswith(one)), next(iter(LANGUAGES)))
        code = first if first in LANGUAGES else usual
        names = ("code", "typed")
        typed = {name: shown.fields.get(name, "") for name in names} | {"back": back_of(shown.fields, "")}
        page = templates(code).get_template("signin.html")
        text = page.render(
            language=Language(code),
            languages=languages_of(PATH, request),
            action=f"/{code}{PATH}",
            token=self._door.form,
            shown=shown,
            typed=typed,
        )
        return HTMLResponse(text, status_code=shown.status)
