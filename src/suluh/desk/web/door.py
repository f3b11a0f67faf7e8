# SPDX-License-Identifier: Apache-2.0
"""Who may come in: a one-time token opens one web session, kept hashed, ended when idle or after half a day."""

import hashlib
import hmac
import secrets
from collections.abc import Callable

IDLE = 15 * 60
LONGEST = 12 * 60 * 60


class Door:
    """The token of this start of the desk, and the one session it opens."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.token = secrets.token_urlsafe(32)
        self.clock = clock
        self._is_used = False
        self._session = b""
        self._opened = self._seen = 0.0

    def enter(self, token: str) -> str | None:
        """A new session for the token, once; null for any other or a second time."""
        if self._is_used or not hmac.compare_digest(token.encode("utf-8"), self.token.encode("ascii")):
            return None
        self._is_used = True
        session = secrets.token_urlsafe(32)
        self._session = _hash(session)
        self._opened = self._seen = self.clock()
        return session

    def admits(self, session: str) -> bool:
        """Whether a session is the open one and was used in the last minutes."""
        now = self.clock()
        if not self._session or now - self._seen > IDLE or now - self._opened > LONGEST:
            return False
        if not hmac.compare_digest(_hash(session), self._session):
            return False
        self._seen = now
        return True


def _hash(session: str) -> bytes:
    return hashlib.sha256(session.encode("utf-8")).digest()
