# SPDX-License-Identifier: Apache-2.0
"""10,000 damaged pictures, archives, databases and texts, and 30 bombs, through the locked workers."""

import hashlib
import io
import os
import random
import resource
import sqlite3
import sys
import tempfile
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from suluh.exhibits.types import media_type
from suluh.exhibits.walk import walk
from suluh.model.evidence.work import Target
from suluh.model.intake import Acquisition, File
from suluh.workers.pool import Pool

FILES, BOMBS = 10_000, 30
ACQUISITION = Acquisition(id="bench", exhibit="B-1", name="1", order=1)
FORMS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "ICO", "PPM", "TGA", "JPEG2000")


def good(folder: Path) -> list[bytes]:
    """One sound file of each kind."""
    picture = Image.radial_gradient("L").resize((640, 600)).convert("RGB")
    found = []
    for form in FORMS:
        written = io.BytesIO()
        picture.save(written, form)
        found.append(written.getvalue())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, data in enumerate(found):
            archive.writestr(f"folder/{number}", data)
    connection = sqlite3.connect(folder / "sound")
    connection.execute("CREATE TABLE message(_id INTEGER PRIMARY KEY, text_data TEXT)")
    connection.executemany("INSERT INTO message(text_data) VALUES (?)", [(f"halo {n}",) for n in range(500)])
    connection.commit()
    connection.close()
    chat = "".join(f"30/08/25 18.{n % 60:02} - Budi: paket {n} file 50rb\n" for n in range(500))
    result = '{"name": "x", "type": "personal_chat", "id": 1, "messages": [' + "[" * 2000 + "]}"
    database = (folder / "sound").read_bytes()
    (folder / "sound").unlink()
    return [*found, packed.getvalue(), database, chat.encode(), result.encode()]


def damaged(data: bytes, seed: int) -> bytes:
    """The same with bits turned, a piece cut out, or its end missing."""
    dice = random.Random(seed)  # noqa: S311 # damage, not secrets
    broken = bytearray(data)
    if seed % 3 == 0:
        return bytes(broken[: dice.randrange(len(broken))])
    if seed % 3 == 1:
        at = dice.randrange(len(broken))
        del broken[at : at + dice.randrange(1, 200)]
    for _ in range(dice.randrange(1, 60)):
        broken[dice.randrange(min(len(broken), 600) if seed % 2 else len(broken))] = dice.randrange(256)
    return bytes(broken)


def bomb(number: int) -> bytes:
    """An archive, or a picture, that unpacks to far more than it is."""
    if number % 2:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("zeros", bytes(100 << 20))
        return packed.getvalue()
    side = 30_000 + number
    row = zlib.compress(bytes(64 << 20), 9)
    head = side.to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", row) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def write(root: Path) -> None:
    """The exhibit."""
    sound = good(root)
    for number in range(FILES):
        (root / f"{number:05}").write_bytes(damaged(sound[number % len(sound)], number))
    (root / "bombs").mkdir()
    for number in range(BOMBS):
        (root / "bombs" / f"{number:02}").write_bytes(bomb(number))


def targets(root: Path, job: str) -> Iterator[Target]:
    """What each job is given: pictures to hash, everything else to read."""
    for file in walk(os.fsencode(root), ACQUISITION):
        if not isinstance(file, File):
            continue
        data = (root / os.fsdecode(file.path)).read_bytes()
        kind, content = media_type(data[:65536]), hashlib.sha256(data).hexdigest()
        if job.endswith("intake"):
            yield Target(file=file)
        elif job.endswith("picture") == kind.startswith("image/"):
            yield Target(file=file, type=kind, content=content, mode="fast" if job.endswith("picture") else None)


def main() -> int:
    """Print what became of the files, job by job."""
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as scratch:
        root = Path(name)
        write(root)
        for job in ("suluh.case.jobs.intake", "suluh.case.jobs.picture", "suluh.case.jobs.read"):
            wanted = list(targets(root, job))
            begun, slowest, last = None, 0.0, time.perf_counter()
            ends: Counter[str] = Counter()
            with Pool(
                2, {("B-1", "1"): os.fsencode(root)}, Path(scratch), containers="suluh.exhibits.containers"
            ) as pool:
                for answer in pool.run(job, wanted):
                    now = time.perf_counter()
                    begun = begun or now
                    slowest, last = max(slowest, now - last), now
                    ends[answer.failure.kind if answer.failure else "answered"] += answer.last
            rate = (len(wanted) - 1) / (last - (begun or last))
            print(f"{job}: {len(wanted)} files, {rate:,.0f} files/s, longest pause {slowest:.1f} s, {dict(ends)}")
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
        print(f"largest worker {most} MiB; left in scratch: {len(list(Path(scratch).iterdir()))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
