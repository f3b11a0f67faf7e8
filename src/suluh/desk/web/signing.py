# SPDX-License-Identifier: Apache-2.0
"""The officer's key as a web session signs with it: open for a quarter of an hour after its passphrase was typed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from suluh.case.case import Acting, Case
from suluh.desk.web.tries import Tries
from suluh.model.errors import NotAllowed, WrongPassphrase
from suluh.unit.officers import unlock

OPEN = 15 * 60
"""Seconds that the key stays open."""


class Signing:
    """The key of one officer in one web session."""

    def __init__(self, case: Case, clock: Callable[[], float], tries: Tries) -> None:
        self._case, self._clock, self._tries = case, clock, tries
        self._acting: Acting | None = None
        self._until = 0.0

    @property
    def left(self) -> int:
        """Minutes for which the key is still open, the begun one counted; 0 when it is closed."""
        if self._acting is None or self._clock() >= self._until:
            self.close()
            return 0
        return -int(-(self._until - self._clock()) // 60)

    def open(self, words: str) -> None:
        """Open the key with its passphrase. Raises `WrongPassphrase`, and `NotAllowed` after too many tries."""
        own = self._case.acting
        self._tries.check(own.key.code)
        try:
            key = unlock(own.unit, own.key.code, words)
        except WrongPassphrase:
            self._tries.failed(own.key.code)
            raise
        self.opened(replace(own, key=key))

    def opened(self, acting: Acting) -> None:
        """Take a key that its passphrase opened just now."""
        self._acting, self._until = acting, self._clock() + OPEN

    def close(self) -> None:
        """Forget the open key."""
        self._acting = None

    @contextmanager
    def case(self) -> Iterator[Case]:
        """The case opened for one act, as a command opens it. Raises `NotAllowed` while the key is closed."""
        if not self.left or self._acting is None:
            raise NotAllowed("the key is closed: type its passphrase, and it stays open for a quarter of an hour")
        case = Case.open(self._case.folder, self._acting)
        try:
            yield case
        finally:
            case.close()
