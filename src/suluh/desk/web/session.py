# SPDX-License-Identifier: Apache-2.0
"""What one web session holds beside its cookie: the token of its forms, the open key, what is shown in full."""

import secrets
from collections.abc import Callable

from suluh.case.case import Case
from suluh.desk.web.signing import Signing
from suluh.desk.web.unmasking import Unmasking


class Session:
    """The one session of a desk; it ends with it."""

    def __init__(self, case: Case, clock: Callable[[], float]) -> None:
        self.token = secrets.token_urlsafe(32)
        """Stands in every form, and in no address: a page from elsewhere cannot know it."""

        self.signing = Signing(case, clock)
        self.unmasking = Unmasking(clock)
        self._kept: tuple[int, ...] = ()

    def keep(self, orders: tuple[int, ...]) -> None:
        """Remember which decisions were kept, for the next page."""
        self._kept = orders

    def kept(self) -> tuple[int, ...]:
        """The decisions that were kept since the last page, said once."""
        kept, self._kept = self._kept, ()
        return kept
