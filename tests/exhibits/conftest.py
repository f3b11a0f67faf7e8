# SPDX-License-Identifier: Apache-2.0
"""Archives made by hand, so that they can lie."""

import io
import struct
import zipfile
import zlib
from typing import NamedTuple

import pytest

from suluh.exhibits.limits import OTHER
from suluh.exhibits.members import Ends, Found, Settled, members
from suluh.model.ids import display, file_id
from suluh.model.intake import Acquisition, File, Flaw


class Part(NamedTuple):
    """One member as an archive states it, which need not be true."""

    name: bytes
    data: bytes
    size: int | None = None
    crc: int | None = None
    flags: int = 0
    method: int = 8
    mode: int = 0
    start: int | None = None
    packed: bytes | None = None


def archive(*parts):
    """The bytes of an archive."""
    body, directory = b"", b""
    for part in parts:
        packer = zlib.compressobj(9, wbits=-15)
        packed = packer.compress(part.data) + packer.flush() if part.method == 8 else part.data
        packed = packed if part.packed is None else part.packed
        crc = zlib.crc32(part.data) if part.crc is None else part.crc
        size = len(part.data) if part.size is None else part.size
        common = (20, part.flags, part.method, 0, 0x5B1E, crc, len(packed), size, len(part.name), 0)
        start = len(body) if part.start is None else part.start
        body += struct.pack("<4s5H3L2H", b"PK\3\4", *common) + part.name + packed
        unix = part.mode << 16
        directory += struct.pack("<4sH5H3L5H2L", b"PK\1\2", 0x0314, *common, 0, 0, 0, unix, start) + part.name
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(parts), len(parts), len(directory), len(body), 0)
    return body + directory + end


def zipped(**members):
    """An honest archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in members.items():
            written.writestr(name, data)
    return packed.getvalue()


class Listing(NamedTuple):
    """What was found in an archive."""

    data: dict[bytes, bytes]
    files: list[File]
    flaws: dict[str, list[str]]
    containers: dict[bytes, str | None]
    stopped: list[bytes]


def listing(data, caps=OTHER, sha256=""):
    """Read an archive as the intake does: every stream to its end."""
    found = Listing({}, [], {}, {}, [])
    identity = file_id("B-1", "1", (), b"a.zip")
    file = File(id=identity, exhibit="B-1", acquisition="1", path=b"a.zip", order=1)
    for step in members(file, io.BytesIO(data), Ends(data[:65536], data[-65536:]), sha256, caps):
        if isinstance(step, Flaw):
            found.flaws.setdefault(step.place.path, []).append(step.reason)
        elif isinstance(step, Settled):
            found.containers[step.file.path] = step.container
        elif isinstance(step, Found):
            _take(found, step)
    return found


def _take(found, step):
    found.files.append(step.file)
    name = step.file.path
    if step.fault is not None:
        found.flaws.setdefault(display(name), []).append(step.fault)
    if step.stream is not None:
        read = b"".join(iter(lambda: step.stream.read(1 << 20), b""))
        if step.stream.whole:
            found.data[name] = read
        if step.stream.fault is not None:
            found.flaws.setdefault(display(name), []).append(step.stream.fault)
        if step.stream.stopped:
            found.stopped.append(name)


@pytest.fixture
def acquisition():
    return Acquisition(id="x", exhibit="B-1", name="1", order=3)
