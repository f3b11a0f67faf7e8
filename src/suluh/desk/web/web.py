# SPDX-License-Identifier: Apache-2.0
"""Puts the pages together: one route for each page and language, its right checked before anything is read."""

from importlib.resources import files

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from suluh.case.rights import RIGHTS
from suluh.desk.deciding import DecidingPage
from suluh.desk.languages import LANGUAGES, Language
from suluh.desk.pages.page import DeskPage
from suluh.desk.web.door import Door
from suluh.desk.web.guard import Guard
from suluh.desk.web.peer import IsOurs
from suluh.desk.web.reading import Reading
from suluh.desk.web.session import Session
from suluh.desk.web.taking import Endpoint, Takes
from suluh.desk.web.writing import Writer
from suluh.model.errors import Misuse, NotAllowed
from suluh.plugins import find


def build(reading: Reading, door: Door, host: str, is_ours: IsOurs) -> ASGIApp:
    """The desk as one application behind its guard. Raises `Misuse`, and `NotAllowed` for whom no page is."""
    pages = pages_of_the_desk()
    shown = [page for page in pages if reading.may(page.right)]
    if not shown:
        raise NotAllowed(f"the access of {reading.officer} covers no page of the desk: let another officer open it")
    session = Session(reading.case, door.clock)
    writers = {code: Writer(Language(code), reading, shown, session) for code in LANGUAGES}
    routes = [Route("/", _start(shown)), Route("/static/suluh.css", _style())]
    for code, writer in writers.items():
        takes = Takes(reading, writer, session)
        routes += [Route(f"/{code}{page.path}", takes.page(page), methods=_methods(page)) for page in pages]
        routes.append(Route(f"/{code}/key", takes.key(), methods=["POST"]))
    usual = next(iter(writers.values()))

    async def nothing(request: Request, _: Exception) -> Response:
        code = request.url.path.split("/")[1]
        return HTMLResponse(writers.get(code, usual).nothing(request), status_code=404)

    handlers = {404: nothing, 405: nothing}
    return Guard(Starlette(routes=routes, exception_handlers=handlers), door, host, is_ours)


def _methods(page: DeskPage) -> list[str]:
    """Whether a page takes forms as well."""
    return ["GET", "POST"] if page.opens or isinstance(page, DecidingPage) else ["GET"]


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
