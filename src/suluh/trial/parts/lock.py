# SPDX-License-Identifier: Apache-2.0
"""The lock of the workers: what a locked process must not do is refused on this machine."""

from collections.abc import Iterator
from typing import ClassVar

from suluh.referral.papers.known import Both
from suluh.trial.line import Line, share, value
from suluh.trial.part import Part
from suluh.trial.setting import Setting
from suluh.workers.lock.alone import Tried
from suluh.workers.parent.trying import tried


class Lock(Part):
    """Forbidden acts are tried by a locked process; without one half of the lock they must be let through."""

    name = "lock"
    place = 1
    title = Both("Kunci proses pembaca", "The lock of the workers")
    untested = Both(
        "Lubang yang belum dikenal pada kernel; perangkat keras; apakah kernel ini mutakhir.",
        "Unknown holes of the kernel; the hardware; whether this kernel is up to date.",
    )
    without: ClassVar[str] = ""
    """The half that is left out of the lock: nothing, but in the test of this part."""

    def lines(self, setting: Setting) -> Iterator[Line]:
        """The whole lock, and each half alone: a trial that cannot fail would say nothing."""
        del setting
        whole = tried(self.without)
        yield value(
            Both("Landlock pada kernel ini", "Landlock in this kernel"),
            f"{whole.landlock}",
            ">= 1",
            is_met=whole.landlock >= 1,
        )
        through = f" ({', '.join(whole.through)})" if whole.through else ""
        yield share(
            Both(f"perbuatan terlarang yang ditolak{through}", f"forbidden acts refused{through}"),
            whole.acts - len(whole.through),
            whole.acts,
        )
        halves = (tried("landlock"), tried("seccomp"))
        yield share(
            Both("kunci yang dibuka separuh ketahuan", "a lock with one half open is seen"),
            sum(_is_seen(one) for one in halves),
            len(halves),
        )


def _is_seen(one: Tried) -> bool:
    return bool(one.through)
