# SPDX-License-Identifier: Apache-2.0
"""Answers for the pages: rights first, then what is asked, then what is shown or done."""

from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from suluh.case.sheet import sheet
from suluh.desk.deciding import DecidingPage, Form
from suluh.desk.listing import ListPage
from suluh.desk.pages.page import Asked, DeskPage, NotThere
from suluh.desk.seats.posting import REFUSED, Posting
from suluh.desk.seats.seat import Seat, seat_of
from suluh.desk.web.forms import BadForm, TooLong, form_of
from suluh.model.errors import NotAllowed, SuluhError, UnknownObject

Endpoint = Callable[[Request], Awaitable[Response]]


class Takes:
    """Takes requests in one language; a missing right and an unknown id look the same."""

    def __init__(self, code: str) -> None:
        self._code = code

    def page(self, page: DeskPage) -> Endpoint:
        """Answers for one page."""

        async def answer(request: Request) -> Response:
            seat = seat_of(request)
            writer = seat.writers[self._code]
            try:
                seat.check()
            except NotAllowed as error:
                return HTMLResponse(writer.trouble(str(error), request), status_code=403)
            try:
                asked = _asked(seat, request, page)
                return await self._answered(seat, page, asked, request)
            except (NotThere, UnknownObject):
                return HTMLResponse(writer.nothing(request), status_code=404)
            except BadForm as error:
                is_long = isinstance(error, TooLong)
                text = writer.bad_form(request, is_long=is_long)
                return HTMLResponse(text, status_code=413 if is_long else 403)
            except SuluhError as error:
                return HTMLResponse(writer.trouble(str(error), request), status_code=503)

        return answer

    async def _answered(self, seat: Seat, page: DeskPage, asked: Asked, request: Request) -> Response:
        """What a form does, or what a page shows."""
        if request.method == "POST":
            fields = await form_of(request, seat.session.token)
            if page.asks and "act" not in fields:
                return self._asking(seat, page, fields, request)
            return await Posting(seat, self._code).take(page, asked, fields, request)
        given = {**asked.query, **(seat.session.typed(request.url.path) if page.asks else {})}
        if any(name in given for name in page.asks):
            return self._asking(seat, page, given, request)
        return self._shown(seat, page, asked, request)

    def _asking(self, seat: Seat, page: DeskPage, fields: Mapping[str, str], request: Request) -> Response:
        """The way to the answer of what was asked; what it was stays in the session."""
        typed = {name: fields[name] for name in page.asks if fields.get(name)}
        return RedirectResponse(f"{request.url.path}?s={seat.session.ask(typed)}", status_code=303)

    def key(self) -> Endpoint:
        """Closes the open key."""

        async def answer(request: Request) -> Response:
            seat = seat_of(request)
            try:
                fields = await form_of(request, seat.session.token)
            except BadForm:
                return HTMLResponse(seat.writers[self._code].bad_form(request), status_code=403)
            return Posting(seat, self._code).close_key(fields, f"/{self._code}/")

        return answer

    def _shown(self, seat: Seat, page: DeskPage, asked: Asked, request: Request) -> Response:
        """The page, or the CSV of its view."""
        if isinstance(page, ListPage) and "csv" in asked.query:
            return _sheet(seat, page, asked)
        if page.asks:
            asked = asked._replace(query={**asked.query, **seat.session.asked(asked.query.get("s", ""))})
        content = page.content(seat.session.seen(seat.reading, page, asked.key), asked)
        if isinstance(page, DecidingPage) and (typed := seat.session.typed(request.url.path)):
            form = Form(page.fields, {**typed, "seen": "", "words": ""}, asks_key=not seat.session.signing.left)
            content = {**content, "form": form}
        refused = seat.session.refused(request.url.path)
        text = seat.writers[self._code].page(page, {**content, **refused}, request)
        return HTMLResponse(text, status_code=REFUSED if refused else 200)


def _asked(seat: Seat, request: Request, page: DeskPage) -> Asked:
    """What the address asks for, if the officer may see it. Raises `NotThere`."""
    number = request.query_params.get("page", "1")
    if not seat.reading.may(page.right):
        raise NotThere
    if not (number.isascii() and number.isdecimal() and len(number) < 10):  # noqa: PLR2004 # no list is so long
        raise NotThere
    query = {name: value for name, value in request.query_params.items() if name != "page" and value}
    return Asked(request.path_params.get("key", ""), int(number), query)


def _sheet(seat: Seat, page: ListPage, asked: Asked) -> Response:
    """All rows of a view as CSV, under a name that the server makes."""
    found = sheet(seat.reading.columns(page.what), page.every(seat.reading, asked))
    named = {"content-disposition": f'attachment; filename="suluh-{page.name}.csv"'}
    return Response(found, media_type="text/csv; charset=utf-8", headers=named)
