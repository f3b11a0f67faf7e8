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
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from tests.custody.every_noun import officer, start

from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.line.run import run
from suluh.case.verify.case import verify_case
from suluh.desk.main import _keep_compiled_code
from suluh.exhibits.types import media_type
from suluh.exhibits.walk import walk
from suluh.model.evidence.work import Target
from suluh.model.intake import Acquisition, File, Standing
from suluh.unit.folder import UnitFolder
from suluh.workers.lock.acts import all_acts
from suluh.workers.pool import Pool

FILES, BOMBS = 10_000, 30
HANG = 5
"""Seconds past its own limit after which a file hangs; no file of these has a limit that is longer."""

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


def write(root: Path, files: int = FILES, bombs: int = BOMBS) -> None:
    """The exhibit."""
    sound = good(root)
    for number in range(files):
        (root / f"{number:05}").write_bytes(damaged(sound[number % len(sound)], number))
    (root / "bombs").mkdir()
    for number in range(bombs):
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


class Ended(NamedTuple):
    """What became of one job over all of its files."""

    job: str
    files: int
    seconds: float
    """From the first answer to the last: starting is not counted."""

    longest: float
    """The longest time without an answer, which a hang would show."""

    ends: Counter[str]


def sent(root: Path, scratch: Path, job: str) -> Ended:
    """Send every file that a job is given through locked workers."""
    wanted = list(targets(root, job))
    begun, longest, last = None, 0.0, time.perf_counter()
    ends: Counter[str] = Counter()
    with Pool(2, {("B-1", "1"): os.fsencode(root)}, scratch, containers="suluh.exhibits.containers") as pool:
        for answer in pool.run(job, wanted):
            now = time.perf_counter()
            longest = max(longest, now - last) if begun else 0.0
            begun, last = begun or now, now
            ends[answer.failure.kind if answer.failure else "answered"] += answer.last
    return Ended(job, len(wanted), last - (begun or last), longest, ends)


def ran(root: Path, folder: Path) -> tuple[int, int, float]:
    """The same as an exhibit of a case: how many files are listed, how many in one state, and in how many seconds."""
    unit = UnitFolder(folder / "unit")
    case = start(folder / "case", unit, officer(unit, "S-1"))
    record_authority(case, Paper("court", "P-1", "PN Contoh", "2026-01-01"))
    add_exhibit(case, Bag(root, "B-1", "P-1"))
    begun = time.perf_counter()
    run(case, lambda _: None)
    took = time.perf_counter() - begun
    names = {os.fsencode(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}
    standing = Counter(one.file for one in case.nouns(Standing))
    listed = [one for one in case.nouns(File) if not one.containers and one.path in names]
    case.close()
    verify_case(case.folder, unit=unit)
    return len(listed), sum(standing[one.id] == 1 for one in listed), took


def processor() -> float:
    """Seconds of processor time that this process and its workers took until now."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def state(root: Path) -> dict[str, str]:
    """Every file of the exhibit, with its digest: nothing is written to it."""
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in root.rglob("*") if path.is_file()}


def main() -> int:
    """Print what became of the files job by job, and as an exhibit; 1 where one thing is not as it must be."""
    share = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    files, bombs = max(len(FORMS), round(FILES * share)), max(2, round(BOMBS * share))
    _keep_compiled_code()
    with ExitStack() as stack:
        root, scratch, folder = (Path(stack.enter_context(tempfile.TemporaryDirectory())) for _ in range(3))
        write(root, files, bombs)
        before = state(root)
        worked = processor()
        jobs = [sent(root, scratch, f"suluh.case.jobs.{name}") for name in ("intake", "picture", "read")]
        worked = processor() - worked
        left = len(list(scratch.iterdir()))
        listed, settled, took = ran(root, folder)
        whole = state(root) == before
    for one in jobs:
        rate = (one.files - 1) / (one.seconds or 1)
        print(
            f"{one.job}: {one.files:,} files, {rate:,.0f} files/s, longest pause {one.longest:.1f} s, {dict(one.ends)}"
        )
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    crashes = sum(one.ends["killed"] + one.ends["broken"] + one.ends["not its own"] for one in jobs)
    hangs = sum(one.longest > HANG for one in jobs)
    refused = len(all_acts())
    print(f"largest worker {most} MiB; left in scratch: {left}; the exhibit is {'as it was' if whole else 'CHANGED'}")
    print(f"{crashes} crashes, {hangs} hangs over {HANG} s; {refused} acts refused to each worker, sockets among them")
    total = files + bombs
    print(f"{total:,} files through the workers: {total / sum(one.seconds for one in jobs):,.0f} files/s")
    each = worked / total
    print(f"{1000 * each:.1f} ms of a processor a file, starts included: {2 / each:,.0f} files/s on two that are idle")
    print(f"the load of this machine was {os.getloadavg()[1]:.1f} on {os.cpu_count()} processors")
    print(f"{total:,} files as an exhibit: {listed:,} listed, {settled:,} in one state, {total / took:,.0f} files/s")
    return int(bool(crashes or hangs or left or not whole or (listed, settled) != (total, total)))


if __name__ == "__main__":
    sys.exit(main())
