# SPDX-License-Identifier: Apache-2.0
"""Wrong passphrases of each officer: after five in a quarter of an hour no further one is looked at."""

from collections.abc import Callable

from suluh.model.errors import NotAllowed

TRIES = 5
"""Wrong passphrases in a quarter of an hour after which no further one is looked at."""

WITHIN = 15 * 60
MOST = 1_000
"""Codes that are remembered, after which no further one is looked at: who makes codes up has none forgotten."""


class Tries:
    """The wrong passphrases of all officers of one desk, whichever session they were typed in."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._failed: dict[str, list[float]] = {}

    def check(self, code: str) -> None:
        """Raise `NotAllowed` for an officer of whom too many passphrases were wrong, and where too many codes were."""
        now = self._clock()
        late = {one: [at for at in times if now - at < WITHIN] for one, times in self._failed.items()}
        self._failed = {one: times for one, times in late.items() if times}
        if len(self._failed.get(code, ())) >= TRIES or (code not in self._failed and len(self._failed) >= MOST):
            raise NotAllowed(f"the passphrase was wrong {TRIES} times: wait a quarter of an hour, then try again")

    def failed(self, code: str) -> None:
        """Remember a wrong one."""
        self._failed.setdefault(code, []).append(self._clock())
