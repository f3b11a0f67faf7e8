# SPDX-License-Identifier: Apache-2.0
"""The disk, the clock and the libraries of this machine."""

import os
import platform
import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from suluh.referral.papers.known import Both, known
from suluh.store import SQLITE
from suluh.trial.line import Line, share, value
from suluh.trial.part import Part
from suluh.trial.setting import Setting

FILES, SIZE = 200, 4096
ROOM = 10
"""GB that should be free: a case of 750,000 small files takes 2.3, a large medium unpacked far more."""

LEAST_SQLITE = (3, 37, 0)
"""The first version with strict tables, of which a case file is made."""

KERNEL = (5, 13)
"""The first version with Landlock."""

APART = timedelta(minutes=2)
"""So far may the clock of the disk be from that of the machine."""

LONGEST = timedelta(days=3650)
"""Nobody holds a trial of a version ten years after its figures were measured: the clock is wrong."""


class Disk(Part):
    """What is written and fsynced is there; there is room; the clock can be right."""

    name = "disk"
    place = 6
    title = Both("Cakram, jam, dan sistem", "Disk, clock and system")
    untested = Both(
        "Listrik yang padam; cakram yang berbohong tentang fsync; apakah jam tepat menurut waktu resmi.",
        "A power cut; a disk that lies about fsync; whether the clock agrees with official time.",
    )

    def lines(self, setting: Setting) -> Iterator[Line]:
        """Writing, room, both clocks, versions."""
        kept = sum(_is_kept(setting.scratch, number, setting.seed) for number in range(FILES))
        yield share(Both("file ditulis, di-fsync, dibaca kembali", "files written, fsynced, read back"), kept, FILES)
        free = shutil.disk_usage(setting.scratch).free // 10**9
        yield value(Both("ruang kosong", "free room"), f"{free} GB", f">= {ROOM} GB", is_met=free >= ROOM)
        yield _clock(setting)
        yield _of_disk(setting.scratch)
        is_new = SQLITE >= LEAST_SQLITE
        yield value(Both("SQLite", "SQLite"), _dotted(SQLITE), f">= {_dotted(LEAST_SQLITE)}", is_met=is_new)
        release = platform.release()
        yield value(Both("kernel", "kernel"), release, f">= {_dotted(KERNEL)}", is_met=_numbers(release) >= KERNEL)


def _is_kept(folder: Path, number: int, seed: int) -> bool:
    """Write a file beside its place, fsync it and its folder, put it there, read it again."""
    wanted = Random(f"{seed}/{number}").randbytes(SIZE)  # noqa: S311 # bytes to compare with
    draft, path = folder / f"draft-{number}", folder / f"kept-{number}"
    with draft.open("wb") as file:
        file.write(wanted)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    found = path.read_bytes()
    path.unlink()
    return found == wanted


def _clock(setting: Setting) -> Line:
    """No clock can be right that shows a day before the last figure of this version was measured."""
    first = datetime.fromisoformat(max(one.date for one in known())).replace(tzinfo=UTC)
    is_fair = first - timedelta(days=1) <= setting.now <= first + LONGEST
    what = Both("jam mesin, hari (UTC)", "the machine's clock, day (UTC)")
    return value(what, f"{setting.now.astimezone(UTC):%Y-%m-%d}", f">= {first:%Y-%m-%d}", is_met=is_fair)


def _of_disk(folder: Path) -> Line:
    """A disk of another machine stamps files by that machine's clock."""
    path = folder / "now"
    path.write_bytes(b"now")
    apart = abs(path.stat().st_mtime - time.time())
    path.unlink()
    is_near = apart <= APART.total_seconds()
    what = Both("jam cakram terhadap jam mesin", "the disk's clock against the machine's")
    return value(what, f"{'<=' if is_near else '>'} 2 min", "<= 2 min", is_met=is_near)


def _numbers(release: str) -> tuple[int, ...]:
    """The first two numbers of a kernel's version."""
    first, _, rest = release.partition(".")
    second = rest.partition(".")[0].partition("-")[0]
    return (int(first), int(second)) if first.isdigit() and second.isdigit() else (0, 0)


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(one) for one in version)
