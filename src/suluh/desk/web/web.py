# SPDX-License-Identifier: Apache-2.0
"""Puts the pages together: one route for each page and language, its right checked before anything is read."""

from collections.abc import Awaitable, Callable
from importlib.resources import files

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from suluh.case.rights import RIGHTS
from suluh.case.sheet import sheet
from suluh.desk.languages import LANGUAGES, Language
from suluh.desk.listing import ListPage
from suluh.desk.pages.page import Asked, DeskPage, NotThere
from suluh.desk.web.door import Door
from suluh.desk.web.guard import Guard
from suluh.desk.web.peer import IsOurs
from suluh.desk.web.reading import Reading
from suluh.desk.web.writing import Writer
from suluh.model.errors import Misuse, NotAllowed, SuluhError, UnknownObject
from suluh.plugins import find

Endpoint = Callable[[Request], Awaitable[Response]]


def build(reading: Reading, door: Door, host: str, is_ours: IsOurs) -> ASGIApp:
    """The desk as one application behind its guard. Raises `Misuse`, and `NotAllowed` for whom no page is."""
    pages = pages_of_the_desk()
    shown = [page for page in pages if reading.may(page.right)]
    if not shown:
        raise NotAllowed(f"the access of {reading.officer} covers no page of the desk: let another officer open it")
    writers = {code: Writer(Language(code), reading, shown) for code in LANGUAGES}
    routes = [Route("/", _start(shown)), Route("/static/suluh.css", _style())]
    for code, writer in writers.items():
        routes += [Route(f"/{code}{page.path}", _endpoint(page, reading, writer)) for page in pages]
    usual = next(iter(writers.values()))

    async def nothing(request: Request, _: Exception) -> Response:
        code = request.url.path.split("/")[1]
        return HTMLResponse(writers.get(code, usual).nothing(request), status_code=404)

    return Guard(Starlette(routes=routes, exception_handlers={404: nothing}), door, host, is_ours)


def pages_of_the_desk() -> tuple[DeskPage, ...]:
    """Every page, by name. Raises `Misuse` for one without a declared right."""
    pages = tuple(kind() for kind in find("suluh.desk.pages", DeskPage))
    for page in pages:
        check_right(page)
    return pages


def check_right(page: DeskPage) -> None:
    """Raise `Misuse` for a page that declares no right of the case."""
    if getattr(page, "right", None) not in RIGHTS:
        raise Misuse(f"the page {page.name} declares no right of the case: the desk does not start with it")


def _endpoint(page: DeskPage, reading: Reading, writer: Writer) -> Endpoint:
    """Answers for one page in one language; a missing right and an unknown id look the same."""

    async def answer(request: Request) -> Response:
        try:
            asked = _asked(request, page, reading)
            if isinstance(page, ListPage) and "csv" in asked.query:
                return _sheet(page, reading, asked)
            return HTMLResponse(writer.page(page, page.content(reading, asked), request))
        except (NotThere, UnknownObject):
            return HTMLResponse(writer.nothing(request), status_code=404)
        except SuluhError as error:
            return HTMLResponse(writer.trouble(str(error), request), status_code=503)

    return answer


def _asked(request: Request, page: DeskPage, reading: Reading) -> Asked:
    """What the address asks for, if the officer may see it. Raises `NotThere`."""
    number = request.query_params.get("page", "1")
    if not reading.may(page.right):
        raise NotThere
    if not (number.isascii() and number.isdecimal() and len(number) < 10):  # noqa: PLR2004 # no list is so long
        raise NotThere
    query = {name: value for name, value in request.query_params.items() if name != "page" and value}
    return Asked(request.path_params.get("key", ""), int(number), query)


def _sheet(page: ListPage, reading: Reading, asked: Asked) -> Response:
    """All rows of a view as CSV, under a name that the server makes."""
    found = sheet(reading.columns(page.what), page.every(reading, asked))
    named = {"content-disposition": f'attachment; filename="suluh-{page.name}.csv"'}
    return Response(found, media_type="text/csv; charset=utf-8", headers=named)


def _start(pages: list[DeskPage]) -> Endpoint:
    """Leads to the first page that the officer may see, in a language that the browser names."""
    menu = sorted((page for page in pages if page.menu), key=lambda page: page.menu or ("", 0))

    async def answer(request: Request) -> Response:
        wanted = request.headers.get("accept-language", "").lower()
        code = next((one for one in LANGUAGES if wanted.startswith(one)), next(iter(LANGUAGES)))
        return RedirectResponse(f"/{code}{menu[0].path}", status_code=303)

    return answer


def _style() -> Endpoint:
    text = files("suluh.desk").joinpath("static", "suluh.css").read_bytes()

    async def answer(_: Request) -> Response:
        return Response(text, media_type="text/css; charset=utf-8")

    return answer
