# SPDX-License-Identifier: Apache-2.0
"""A seat at the desk: one officer with what they may read, their session and their pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from starlette.requests import Request

from suluh.case.case import Case
from suluh.desk.languages import LANGUAGES, Language
from suluh.desk.pages.page import DeskPage
from suluh.desk.web.reading import Reading
from suluh.desk.web.session import Session
from suluh.desk.web.shelf import Shelf
from suluh.desk.web.tries import Tries
from suluh.desk.web.writing import Writer
from suluh.model.errors import NotAllowed, UnknownObject, WrongPassphrase
from suluh.model.people import Access
from suluh.unit.officers import CODE, unlock

SEAT = "suluh.seat"
"""Where a request carries the seat of its session."""


class Seat:
    """One officer at the desk, for one session."""

    def __init__(self, reading: Reading, session: Session, pages: Sequence[DeskPage], *, is_own: bool) -> None:
        """`is_own` says that the case was opened for this seat, and is closed with it."""
        self.reading, self.session, self._is_own = reading, session, is_own
        self.shown = [page for page in pages if reading.may(page.right)]
        self.writers: Mapping[str, Writer] = {
            code: Writer(Language(code), reading, self.shown, session) for code in LANGUAGES
        }

    def check(self) -> None:
        """Raise `NotAllowed` where there is no page for this officer, or their admission has ended."""
        if not self.shown:
            raise NotAllowed(
                f"the access of {self.reading.officer} covers no page of the desk: let another officer open it"
            )
        self.reading.case.check_admitted()

    def close(self) -> None:
        """Forget the open key, and the case as it was opened for this seat."""
        self.session.signing.close()
        if self._is_own:
            self.reading.case.close()


class Seats:
    """Makes seats: that of whoever started the desk, and of each officer who signs in."""

    def __init__(self, first: Reading, pages: Sequence[DeskPage], clock: Callable[[], float]) -> None:
        self._reading, self._pages, self._clock = first, pages, clock
        self.tries = Tries(clock)
        self._masks = first.shelf.masks
        self._shelves: dict[Access, Shelf] = {} if first.purpose else {first.access: first.shelf}
        self.first = Seat(first, self._session(first.case), pages, is_own=False)

    def sign_in(self, code: str, words: str) -> Seat:
        """The seat of an officer whose passphrase is right. Raises `WrongPassphrase`, `NotAllowed`.

        An unknown code and a wrong passphrase are the same to whoever tries.
        """
        own = self._reading.case.acting
        if not CODE.fullmatch(code):
            raise WrongPassphrase("no key opens with this code and passphrase")
        self.tries.check(code)
        try:
            key = unlock(own.unit, code, words)
        except (WrongPassphrase, UnknownObject):
            self.tries.failed(code)
            raise WrongPassphrase("no key opens with this code and passphrase") from None
        acting = replace(own, key=key)
        case = Case.open(self._reading.case.folder, acting, kept=self._reading.case.kept)
        shelf = self._shelves.setdefault(key.public.access, Shelf(masks=self._masks))
        reading = Reading(case, None, shelf, self._reading.works)
        seat = Seat(reading, self._session(case), self._pages, is_own=True)
        try:
            seat.check()
        except NotAllowed:
            seat.close()
            raise
        seat.session.signing.opened(acting)
        return seat

    def _session(self, case: Case) -> Session:
        return Session(case, self._clock, self.tries)


def seat_of(request: Request) -> Seat:
    """The seat of a request that the guard let in. Raises `NotAllowed` for any other."""
    seat = request.scope.get(SEAT)
    if not isinstance(seat, Seat):
        raise NotAllowed("nobody is signed in: sign in first")
    return seat
