# SPDX-License-Identifier: Apache-2.0
"""What a form does: a decision is signed, a thing is shown in full for a purpose, the key is closed."""

from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from suluh.case.line.meter import Tell, quiet
from suluh.desk.deciding import MEANWHILE, UNREAD, DecidingPage, Form, WorkingPage
from suluh.desk.pages.page import Asked, DeskPage, NotThere
from suluh.desk.seats.seat import Seat
from suluh.desk.seats.works import Doing
from suluh.desk.web.forms import back_of
from suluh.desk.web.unmasking import LONGEST, PURPOSES
from suluh.desk.words import N_
from suluh.model.body import Noun
from suluh.model.errors import Changed, NotAllowed, SuluhError, WrongPassphrase
from suluh.model.people import Decision
from suluh.model.times import utc

PATIENCE = 3.0
"""Seconds for which a browser waits for an act that may take long; after that it is shown how far the act is."""

REFUSED = 422
"""A form in which something is wrong: it is shown again as it was typed."""

_CHOOSE = N_("Choose for what.")
_SHORTER = N_("This is too long: write it in 200 characters.")
_WRONG = N_("The passphrase is wrong: type it again.")
_NEEDED = N_("Type the passphrase of your key. It then stays open for 15 minutes of this session.")


def _of_files(error: OSError) -> str:
    """What a machine refuses, as the terminal says it."""
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}: see that the path is right and may be used, then do the same again"


class Posting:
    """Takes the forms of one session, in one language."""

    def __init__(self, seat: Seat, code: str) -> None:
        self._reading, self._session, self._writer = seat.reading, seat.session, seat.writers[code]

    async def take(self, page: DeskPage, asked: Asked, fields: Mapping[str, str], request: Request) -> Response:
        """Do what a form asks. Raises `NotThere` for what the page does not offer, or not to this officer."""
        thing = page.name, asked.key
        if fields.get("act") == "mask":
            self._session.unmasking.close(thing)
            return RedirectResponse(request.url.path, status_code=303)
        if fields.get("act") == "unmask" and page.opens:
            return self._unmask(page, asked, fields, request)
        if fields.get("act") == "decide" and isinstance(page, DecidingPage) and self._reading.may(page.decides):
            return await self._decide(page, asked, fields, request)
        raise NotThere

    def close_key(self, fields: Mapping[str, str], usual: str) -> Response:
        """Close the key before its time."""
        self._session.signing.close()
        return RedirectResponse(back_of(fields, usual), status_code=303)

    def _unmask(self, page: DeskPage, asked: Asked, fields: Mapping[str, str], request: Request) -> Response:
        chosen, words = fields.get("purpose", ""), fields.get("words", "").strip()
        fault = _CHOOSE if chosen not in PURPOSES else _SHORTER if len(words) > LONGEST else ""
        if fault:
            return self._again(request, unmask_fault=fault, unmask_words=words)
        if not page.is_there(self._reading, asked.key):
            raise NotThere
        said = self._writer.say(chosen)
        self._session.unmasking.open((page.name, asked.key), f"{said}: {words}" if words else said)
        return RedirectResponse(request.url.path, status_code=303)

    async def _decide(self, page: DecidingPage, asked: Asked, fields: Mapping[str, str], request: Request) -> Response:
        typed = {name: value for name, value in fields.items() if name != "passphrase"}
        anew = {**typed, "seen": "", "words": ""}
        form = Form(page.fields, typed, page.faults(fields))
        before = self._reading.case.rows.count(Decision)
        if not form.faults and (fault := self._unread(page, asked, fields)):
            names = [one.name for one in page.fields]
            form = form._replace(faults={"reason" if "reason" in names else names[0]: fault}, typed=anew)
        needs_words = isinstance(page, WorkingPage) and page.needs_words(fields)
        if not form.faults:
            form = self._opened(form, fields, needs_words=needs_words)
        if not form.faults:
            try:
                return await self._sign(page, asked, fields, before)
            except Changed as error:
                form = form._replace(refused=str(error), typed=anew)
            except SuluhError as error:
                form = form._replace(refused=str(error))
            except OSError as error:
                form = form._replace(refused=_of_files(error))
        form = form._replace(asks_key=needs_words or not self._session.signing.left)
        return self._again(request, form=form)

    def _again(self, request: Request, **shown: object) -> Response:
        """The way to the page that shows the form as it was typed, and what is wrong: Back then sends nothing again."""
        self._session.refuse(request.url.path, **shown)
        return RedirectResponse(request.url.path, status_code=303)

    def _unread(self, page: DecidingPage, asked: Asked, fields: Mapping[str, str]) -> str:
        """Why the officer has not read what is decided on: the form does not say it, or somebody decided since."""
        row = page.shown(self._reading, asked)["row"]
        if not isinstance(row, dict) or any(name in row and not fields.get(name) for name in ("seen", "words")):
            return UNREAD
        return MEANWHILE if "words" in row and str(row["words"]) != fields["words"] else ""

    def _opened(self, form: Form, fields: Mapping[str, str], *, needs_words: bool) -> Form:
        """The form with the key open, or with what is wrong with its passphrase."""
        if self._session.signing.left and not needs_words:
            return form
        words = fields.get("passphrase", "")
        if not words:
            return form._replace(faults={"passphrase": _NEEDED})
        try:
            self._session.signing.open(words)
        except WrongPassphrase:
            return form._replace(faults={"passphrase": _WRONG})
        except NotAllowed as error:
            return form._replace(refused=str(error), faults={"passphrase": _NEEDED})
        return form

    async def _sign(self, page: DecidingPage, asked: Asked, fields: Mapping[str, str], before: int) -> Response:
        if isinstance(page, WorkingPage):
            page.work(self._reading, fields, fields.get("passphrase", ""))
            return RedirectResponse(f"/{self._writer.code}{page.path}", status_code=303)
        if page.goes_on:
            doing = self._begun(page, asked.key, fields, before)
            await run_in_threadpool(doing.wait, PATIENCE)
            if doing.state == "going":
                return RedirectResponse(f"/{self._writer.code}/work", status_code=303)
            kept = doing.kept()
        else:
            kept = await run_in_threadpool(self._kept, page, asked.key, fields, before)
        back = back_of(fields, f"/{self._writer.code}{page.leads(asked.key, kept)}")
        self._session.keep([one.order for one in kept if isinstance(one, Decision)], page.done, back)
        return RedirectResponse(back, status_code=303)

    def _begun(self, page: DecidingPage, key: str, fields: Mapping[str, str], before: int) -> Doing:
        """An act that takes long, begun in a thread of its own."""
        reading = self._reading
        doing = reading.works.remember(page.title, reading.officer, utc(reading.case.now()))
        doing.begin(
            lambda tell: self._kept(page, key, fields, before, tell),
            lambda kept: page.leads(key, kept),
        )
        return doing

    def _kept(
        self, page: DecidingPage, key: str, fields: Mapping[str, str], before: int, tell: Tell = quiet
    ) -> list[Noun]:
        """What an act kept, done in a thread of its own: others read meanwhile.

        Of two who decide at once the second is refused, for no decision may come between the look and the word.
        """
        with self._session.signing.case() as case:
            case.tell = tell

            def guard() -> None:
                if case.rows.count(Decision) != before:
                    raise Changed("another decision was kept just now: read it as it stands here, then decide")

            if "words" in fields:
                case.guard = guard
            return list(page.decide(case, key, fields))
