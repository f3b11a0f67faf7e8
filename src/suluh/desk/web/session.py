# SPDX-License-Identifier: Apache-2.0
"""What one web session holds beside its cookie: the token of its forms, the open key, what is shown in full."""

import secrets
from collections.abc import Callable

from suluh.case.case import Case
from suluh.desk.pages.page import DeskPage
from suluh.desk.web.reading import Reading
from suluh.desk.web.signing import Signing
from suluh.desk.web.unmasking import Unmasking


class Session:
    """The one session of a desk; it ends with it."""

    def __init__(self, case: Case, clock: Callable[[], float]) -> None:
        self.token = secrets.token_urlsafe(32)
        """Stands in every form, and in no address: a page from elsewhere cannot know it."""

        self.signing = Signing(case, clock)
        self.unmasking = Unmasking(clock)
        self._kept: dict[str, tuple[int, ...]] = {}

    def seen(self, reading: Reading, page: DeskPage, key: str) -> Reading:
        """The case as a page of this session shows it: in full what is opened on it for a purpose."""
        purpose = self.unmasking.purpose((page.name, key))
        return reading if purpose is None else reading.opened(purpose, key, page.opens)

    def keep(self, orders: tuple[int, ...], address: str) -> None:
        """Remember which decisions were kept, for the page to which the officer is led."""
        path = address.partition("?")[0]
        self._kept[path] = self._kept.get(path, ()) + orders

    def kept(self, path: str) -> tuple[int, ...]:
        """The decisions that were kept and are to be said on this page, said once."""
        return self._kept.pop(path, ())
