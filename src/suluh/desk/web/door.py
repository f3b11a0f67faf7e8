# SPDX-License-Identifier: Apache-2.0
"""Who may come in: a one-time token or a passphrase opens a session, kept hashed, ended when idle or after 12 hours."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from suluh.model.errors import NotAllowed

IDLE = 15 * 60
LONGEST = 12 * 60 * 60
MOST = 32
"""Sessions that are open at once: more officers than a unit has at one machine."""


class Guest(Protocol):
    """Whom a session lets in."""

    def close(self) -> None:
        """Forget what was open for them: their session has ended."""


@dataclass
class _Visit:
    """One open session, in seconds of the clock."""

    guest: Guest
    opened: float
    seen: float


class Door:
    """The token of this start of the desk, and every session that is open, each of one officer."""

    def __init__(self, clock: Callable[[], float], tell: Callable[[str], None] = lambda _: None) -> None:
        """`tell` hears at the terminal of the desk who comes in, and who tried to."""
        self.tell = tell
        self.token = secrets.token_urlsafe(32)
        self.form = secrets.token_urlsafe(32)
        """Stands in the form by which officers sign in: only a page of this start of the desk has it."""

        self.mark = secrets.token_hex(8)
        """Part of the cookie's name, another at every start."""

        self.clock = clock
        self._is_used = False
        self._visits: dict[bytes, _Visit] = {}

    def enter(self, token: str, guest: Guest) -> str | None:
        """A new session for the token, once; null for any other or a second time."""
        if self._is_used or not hmac.compare_digest(token.encode("utf-8"), self.token.encode("ascii")):
            return None
        self._is_used = True
        return self.let_in(guest)

    def let_in(self, guest: Guest) -> str:
        """A new session. Raises `NotAllowed` where too many are open."""
        self._sweep()
        if len(self._visits) >= MOST:
            raise NotAllowed(f"{MOST} sessions are open at this desk: let somebody sign out, then sign in")
        session, now = secrets.token_urlsafe(32), self.clock()
        self._visits[_hash(session)] = _Visit(guest, now, now)
        return session

    def admits(self, session: str) -> Guest | None:
        """Whom a session lets in, if it was used in the last minutes; null for any other."""
        self._sweep()
        visit = self._visits.get(_hash(session))
        if visit is None:
            return None
        visit.seen = self.clock()
        return visit.guest

    def end(self, session: str) -> None:
        """End a session before its time."""
        visit = self._visits.pop(_hash(session), None)
        if visit is not None:
            visit.guest.close()

    def _sweep(self) -> None:
        """End every session that was left alone, or is half a day old."""
        now = self.clock()
        late = [key for key, one in self._visits.items() if now - one.seen > IDLE or now - one.opened > LONGEST]
        for key in late:
            self._visits.pop(key).guest.close()


def _hash(session: str) -> bytes:
    return hashlib.sha256(session.encode("utf-8", "surrogateescape")).digest()
