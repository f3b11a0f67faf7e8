# SPDX-License-Identifier: Apache-2.0
"""The officer's key as a web session signs with it: open for a quarter of an hour after its passphrase was typed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from suluh.case.case import Acting, Case
from suluh.model.errors import NotAllowed, WrongPassphrase
from suluh.unit.officers import unlock

OPEN = 15 * 60
"""Seconds that the key stays open."""

TRIES = 5
"""Wrong passphrases in a quarter of an hour after which no further one is looked at."""


class Signing:
    """The key of one officer in one web session."""

    def __init__(self, case: Case, clock: Callable[[], float]) -> None:
        self._case, self._clock = case, clock
        self._acting: Acting | None = None
        self._until = 0.0
        self._failed: list[float] = []

    @property
    def left(self) -> int:
        """Minutes for which the key is still open, the begun one counted; 0 when it is closed."""
        if self._acting is None or self._clock() >= self._until:
            self.close()
            return 0
        return -int(-(self._until - self._clock()) // 60)

    def open(self, words: str) -> None:
        """Open the key with its passphrase. Raises `WrongPassphrase`, and `NotAllowed` after too many tries."""
        now, own = self._clock(), self._case.acting
        self._failed = [at for at in self._failed if now - at < OPEN]
        if len(self._failed) >= TRIES:
            raise NotAllowed(f"the passphrase was wrong {TRIES} times: wait a quarter of an hour, then try again")
        try:
            key = unlock(own.unit, own.key.code, words)
        except WrongPassphrase:
            self._failed.append(now)
            raise
        self._acting, self._until = replace(own, key=key), now + OPEN

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
