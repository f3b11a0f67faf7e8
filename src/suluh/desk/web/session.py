# SPDX-License-Identifier: Apache-2.0
"""What one web session holds beside its cookie: the token of its forms, the open key, what is shown in full."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from suluh.case.case import Case
from suluh.desk.pages.page import DeskPage
from suluh.desk.web.reading import Reading
from suluh.desk.web.signing import Signing
from suluh.desk.web.tries import Tries
from suluh.desk.web.unmasking import Unmasking


class Kept(NamedTuple):
    """What a form kept."""

    orders: tuple[int, ...] = ()
    """Numbers of decisions."""

    told: str = ""
    """What is said of anything else."""


NOTHING = Kept()

MOST_REFUSED = 20
"""Forms that wait for the browser to ask for their page."""

MOST_ASKED = 200
"""Searches that a session holds: so far back leads the browser."""


class Session:
    """One session of one officer at a desk."""

    def __init__(self, case: Case, clock: Callable[[], float], tries: Tries) -> None:
        self.token = secrets.token_urlsafe(32)
        """Stands in every form, and in no address: a page from elsewhere cannot know it."""

        self.signing = Signing(case, clock, tries)
        self.unmasking = Unmasking(clock)
        self._kept: dict[str, Kept] = {}
        self._typed: dict[str, Mapping[str, str]] = {}
        self._refused: dict[str, Mapping[str, object]] = {}
        self._asked: dict[str, Mapping[str, str]] = {}

    def seen(self, reading: Reading, page: DeskPage, key: str) -> Reading:
        """The case as a page of this session shows it: in full what is opened on it for a purpose."""
        purpose = self.unmasking.purpose((page.name, key))
        return reading if purpose is None else reading.opened(purpose, key, page.opens)

    def keep(self, orders: Sequence[int], told: str, address: str) -> None:
        """Remember what was kept, for the page to which the officer is led."""
        path = address.partition("?")[0]
        held = self._kept.get(path, NOTHING)
        self._kept[path] = Kept((*held.orders, *orders), told or held.told)

    def kept(self, path: str) -> Kept:
        """What was kept and is to be said on this page, said once."""
        return self._kept.pop(path, NOTHING)

    def ask(self, typed: Mapping[str, str]) -> str:
        """Hold what was asked; the token under which the address of the answer has it: the same for the same."""
        for token, held in self._asked.items():
            if held == typed:
                return token
        token = secrets.token_urlsafe(9)
        self._asked[token] = typed
        for old in list(self._asked)[:-MOST_ASKED]:
            del self._asked[old]
        return token

    def asked(self, token: str) -> Mapping[str, str]:
        """What was asked under a token; nothing where the session does not hold it."""
        return self._asked.get(token, {})

    def refuse(self, path: str, **shown: object) -> None:
        """Hold a form in which something is wrong, for the page to which its officer is led: no form is sent twice."""
        self._refused[path] = shown
        for old in list(self._refused)[:-MOST_REFUSED]:
            self._refused.pop(old, None)

    def refused(self, path: str) -> Mapping[str, object]:
        """What is wrong with the form of a page, as it was typed, told once."""
        return self._refused.pop(path, {})

    def hold(self, path: str, typed: Mapping[str, str]) -> None:
        """Hold what was typed into the form of a page when an earlier session had ended."""
        self._typed[path] = typed

    def typed(self, path: str) -> Mapping[str, str]:
        """What was typed into the form of a page before, told once."""
        return self._typed.pop(path, {})
