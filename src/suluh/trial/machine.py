# SPDX-License-Identifier: Apache-2.0
"""Which machine and which program are on trial; what names the machine is given, never read."""

import hashlib
import os
import platform
from importlib.resources import files
from pathlib import Path

from msgspec import Struct

from suluh.store import SQLITE

CPUS = Path("/proc/cpuinfo")
_MODEL = "model name"


class Machine(Struct, frozen=True, kw_only=True):
    """What an expert would ask of the machine."""

    host: str
    serial: str
    """Both as they were typed: a sheet may leave the unit, and these name its hardware."""

    system: str
    processor: str
    cores: int
    memory: str
    python: str
    sqlite: str


def machine(host: str, serial: str) -> Machine:
    """This machine."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return Machine(
        host=host,
        serial=serial,
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
        processor=_cpu(),
        cores=len(os.sched_getaffinity(0)),
        memory=f"{pages / 2**30:.0f} GiB",
        python=platform.python_version(),
        sqlite=".".join(map(str, SQLITE)),
    )


def tool_digest() -> str:
    """SHA-256 over the names and digests of all files that make up this program, so that a changed one shows."""
    root = Path(str(files("suluh")))
    whole = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            whole.update(f"{digest}  {path.relative_to(root).as_posix()}\n".encode())
    return whole.hexdigest()


def _cpu() -> str:
    """The processor's name as the kernel gives it."""
    lines = CPUS.read_text("utf-8").splitlines() if CPUS.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith(_MODEL))
    return next(names, platform.machine())
