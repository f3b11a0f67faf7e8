# SPDX-License-Identifier: Apache-2.0
"""Whether the disk on which a folder lies is encrypted, as far as the kernel of this machine shows it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

MOUNTS, DEVICES = Path("/proc/self/mountinfo"), Path("/sys/dev/block")
ENCRYPTED = frozenset({"ecryptfs", "fuse.cryfs", "fuse.encfs", "fuse.gocryptfs"})
"""File systems that encrypt by themselves, whatever lies below them."""

_OCTAL = re.compile(r"\\([0-7]{3})")
_DEEPEST = 16
"""Devices that may lie upon one another."""


class Volume(NamedTuple):
    """What is known of the place of a folder."""

    state: Literal["encrypted", "plain", "unknown"]
    """``plain``: a disk that Linux does not encrypt; what the disk does inside itself nobody sees from here."""

    what: str
    """The device or kind of file system that was looked at."""


class _Mount(NamedTuple):
    """One line of the kernel's list of mounted file systems."""

    at: Path
    device: str
    kind: str
    source: str


def volume_of(folder: Path, mounts: Path = MOUNTS, devices: Path = DEVICES) -> Volume:
    """What the kernel shows of the place of a folder; what cannot be seen is unknown, and never taken for safe."""
    place = folder.resolve()
    try:
        under = [one for one in _read(mounts) if place.is_relative_to(one.at)]
    except OSError:
        return Volume("unknown", str(folder))
    if not under:
        return Volume("unknown", str(folder))
    mount = max(enumerate(under), key=lambda one: (len(one[1].at.parts), one[0]))[1]
    if mount.kind in ENCRYPTED:
        return Volume("encrypted", mount.kind)
    device = _device(mount, devices)
    return Volume("unknown" if device is None else _state(device, _DEEPEST), mount.source if device else mount.kind)


def _read(mounts: Path) -> Iterator[_Mount]:
    for line in mounts.read_text("utf-8", "surrogateescape").splitlines():
        head, gap, tail = line.partition(" - ")
        fields, last = head.split(" "), tail.split(" ")
        if gap and len(fields) > 4 and len(last) > 1:  # noqa: PLR2004 # the fifth field is the place
            at = _OCTAL.sub(lambda one: chr(int(one[1], 8)), fields[4])
            yield _Mount(Path(at), fields[2], last[0], last[1])


def _device(mount: _Mount, devices: Path) -> Path | None:
    """The device of a mount: by its number, else by the name under which it was mounted, as btrfs needs it."""
    own = devices / mount.device
    if own.is_dir():
        return own
    name = mount.source.rpartition("/")[2]
    found = devices.iterdir() if devices.is_dir() and mount.source.startswith("/dev/") else iter(())
    return next((one for one in sorted(found) if name in _names(one)), None)


def _names(device: Path) -> Iterator[str]:
    """What a device is called: by the mapper, and by the kernel."""
    with suppress(OSError):
        yield (device / "dm" / "name").read_text("ascii").strip()
    with suppress(OSError):
        lines = (device / "uevent").read_text("ascii", "replace").splitlines()
        yield from (line.removeprefix("DEVNAME=") for line in lines if line.startswith("DEVNAME="))


def _state(device: Path, depth: int) -> Literal["encrypted", "plain", "unknown"]:
    """Encrypted where the device is, or everything on which it lies."""
    with suppress(OSError):
        if (device / "dm" / "uuid").read_text("ascii").startswith("CRYPT-"):
            return "encrypted"
    below = sorted((device / "slaves").iterdir()) if (device / "slaves").is_dir() else []
    if (device / "loop").is_dir() or not depth:
        return "unknown"
    states = {_state(one, depth - 1) for one in below} or {"plain"}
    return next(one for one in ("plain", "unknown", "encrypted") if one in states)
