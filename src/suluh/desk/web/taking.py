# SPDX-License-Identifier: Apache-2.0
"""Answers for the pages: rights first, then what is asked, then what is shown or done."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from suluh.case.sheet import sheet
from suluh.desk.listing import ListPage
from suluh.desk.pages.page import Asked, DeskPage, NotThere
from suluh.desk.web.forms import BadForm, form_of
from suluh.desk.web.posting import Posting
from suluh.desk.web.reading import Reading
from suluh.desk.web.session import Session
from suluh.desk.web.writing import Writer
from suluh.model.errors import SuluhError, UnknownObject

Endpoint = Callable[[Request], Awaitable[Response]]


class Takes:
    """Takes requests in one language; a missing right and an unknown id look the same."""

    def __init__(self, reading: Reading, writer: Writer, session: Session) -> None:
        self._reading, self._writer, self._session = reading, writer, session
        self._posting = Posting(reading, writer, session)

    def page(self, page: DeskPage) -> Endpoint:
        """Answers for one page."""

        async def answer(request: Request) -> Response:
            try:
                asked = self._asked(request, page)
                if request.method == "POST":
                    fields = await form_of(request, self._session.token)
                    return self._posting.take(page, asked, fields, request)
                return self._shown(page, asked, request)
            except (NotThere, UnknownObject):
                return HTMLResponse(self._writer.nothing(request), status_code=404)
            except BadForm:
                return HTMLResponse(self._writer.bad_form(request), status_code=403)
            except SuluhError as error:
                return HTMLResponse(self._writer.trouble(str(error), request), status_code=503)

        return answer

    def key(self) -> Endpoint:
        """Closes the open key."""

        async def answer(request: Request) -> Response:
            try:
                fields = await form_of(request, self._session.token)
            except BadForm:
                return HTMLResponse(self._writer.bad_form(request), status_code=403)
            return self._posting.close_key(fields, f"/{self._writer.code}/")

        return answer

    def _asked(self, request: Request, page: DeskPage) -> Asked:
        """What the address asks for, if the officer may see it. Raises `NotThere`."""
        number = request.query_params.get("page", "1")
        if not self._reading.may(page.right):
            raise NotThere
        if not (number.isascii() and number.isdecimal() and len(number) < 10):  # noqa: PLR2004 # no list is so long
            raise NotThere
        query = {name: value for name, value in request.query_params.items() if name != "page" and value}
        return Asked(request.path_params.get("key", ""), int(number), query)

    def _shown(self, page: DeskPage, asked: Asked, request: Request) -> Response:
        """The page, or the CSV of its view."""
        if isinstance(page, ListPage) and "csv" in asked.query:
            return self._sheet(page, asked)
        reading = self._session.seen(self._reading, page, asked.key)
        return HTMLResponse(self._writer.page(page, page.content(reading, asked), request))

    def _sheet(self, page: ListPage, asked: Asked) -> Response:
        """All rows of a view as CSV, under a name that the server makes."""
        found = sheet(self._reading.columns(page.what), page.every(self._reading, asked))
        named = {"content-disposition": f'attachment; filename="suluh-{page.name}.csv"'}
        return Response(found, media_type="text/csv; charset=utf-8", headers=named)
