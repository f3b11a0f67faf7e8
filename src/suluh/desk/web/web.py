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
from suluh.desk.languages import LANGUAGES
from suluh.desk.pages.page import DeskPage
from suluh.desk.seats.seat import SEAT, Seats, seat_of
from suluh.desk.seats.signin import OUT, PATH, SignIn
from suluh.desk.seats.taking import Endpoint, Takes
from suluh.desk.web.door import Door
from suluh.desk.web.guard import Badge, Guard, Ways
from suluh.desk.web.peer import IsOurs
from suluh.desk.web.reading import Reading
from suluh.model.errors import Misuse
from suluh.plugins import find


def build(reading: Reading, door: Door, host: str, is_ours: IsOurs) -> ASGIApp:
    """The desk as one application behind its guard. Raises `Misuse`, and `NotAllowed` for whom no page is."""
    pages = pages_of_the_desk()
    seats = Seats(reading, pages, door.clock)
    seats.first.check()
    sign_in = SignIn(door, seats, Badge(door, host))
    routes = [Route("/", _start), Route("/static/suluh.css", _style())]
    for code in LANGUAGES:
        takes = Takes(code)
        routes += [Route(f"/{code}{page.path}", takes.page(page), methods=_methods(page)) for page in pages]
        routes.append(Route(f"/{code}/key", takes.key(), methods=["POST"]))
        routes.append(Route(f"/{code}{PATH}", sign_in.show, methods=["GET"]))
        routes.append(Route(f"/{code}{PATH}", sign_in.take, methods=["POST"]))
        routes.append(Route(f"/{code}{OUT}", sign_in.end, methods=["POST"]))
    handlers = {404: _nothing, 405: _nothing}
    outside = frozenset(f"/{code}{PATH}" for code in LANGUAGES)
    ways = Ways(Starlette(routes=routes, exception_handlers=handlers), sign_in, seats.first, SEAT, outside)
    return Guard(ways, door, host, is_ours)


async def _nothing(request: Request, _: Exception) -> Response:
    """What stands for a page that is not there."""
    if SEAT not in request.scope:
        return Response(status_code=404)
    writers = seat_of(request).writers
    usual = next(iter(writers.values()))
    return HTMLResponse(writers.get(request.url.path.split("/")[1], usual).nothing(request), status_code=404)


def _methods(page: DeskPage) -> list[str]:
    """Whether a page takes forms as well."""
    return ["GET", "POST"] if page.opens or page.asks or isinstance(page, DecidingPage) else ["GET"]


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


async def _start(request: Request) -> Response:
    """Leads to the first page that the officer may see, in a language that the browser names."""
    menu = sorted((page for page in seat_of(request).shown if page.menu), key=lambda page: page.menu or ("", 0))
    wanted = request.headers.get("accept-language", "").lower()
    code = next((one for one in LANGUAGES if wanted.startswith(one)), next(iter(LANGUAGES)))
    return RedirectResponse(f"/{code}{menu[0].path}", status_code=303)


def _style() -> Endpoint:
    text = files("suluh.desk").joinpath("static", "suluh.css").read_bytes()

    async def answer(_: Request) -> Response:
        return Response(text, media_type="text/css; charset=utf-8")

    return answer
