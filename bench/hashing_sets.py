# SPDX-License-Identifier: Apache-2.0
"""Rows a second of reading hash sets: tables, VICS JSON, plain lists, RDS 3; and what reading a database holds."""

import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from suluh.hashing.sets.benign import Benign  # the folder of the project comes first
from suluh.hashing.sets.gatherer import Gatherer  # the same
from suluh.model.matching import SetEntry  # the same
from suluh.unit.listing import read_list  # the same

GOALS = {
    **dict.fromkeys(("csv", "vics", "RDS 3", "RDS 3 delta"), 100_000),
    **dict.fromkeys(("list of md5", "list of sha256"), 1_000_000),
}
MEMORY = 16
"""MiB that reading ten times the rows may hold more."""

FILE = "FILE(sha256, sha1, md5, crc32, file_name, file_size, package_id)"
MODEL = "http://github.com/VICSDATAMODEL/ProjectVic/DataModels/2.0.xml/US/$metadata#Media"


def hexes(number: int, width: int, seed: int) -> list[str]:
    """Made-up digests."""
    raw = np.random.default_rng(seed).bytes(number * width)
    return [raw[at : at + width].hex() for at in range(0, len(raw), width)]


def media(number: int, md5: str, sha1: str) -> dict[str, object]:
    """One object as Project VIC writes it."""
    flags = dict.fromkeys(("IsPrecategorized", "VictimIdentified", "OffenderIdentified", "IsDistributed"), "False")
    rest = {"MediaSize": 1000, "DateUpdated": "2025-01-01T00:00:00", "Series": None, "Tags": "", "Exifs": []}
    files = [{"FileName": f"{number}.jpg", "FilePath": "C:\\contoh\\", "Created": "2025-01-01T00:00:00"}]
    return {"MediaID": number, "Category": 1, "MD5": md5, "SHA1": sha1, "MediaFiles": files, **flags, **rest}


def nist(number: int) -> Iterator[tuple[str, str, str, str, str, int, int]]:
    """Made-up rows as NIST has them."""
    for at in range(0, number, 100_000):
        many = min(100_000, number - at)
        all_three = (hexes(many, width, at + width) for width in (32, 20, 16))
        for i, row in enumerate(zip(*all_three, strict=True), at):
            sha256, sha1, md5 = (one.upper() for one in row)
            yield sha256, sha1, md5, "7D227EE3", f"contoh-{i}.dll", i, i % 1000


def database(path: Path, number: int) -> Path:
    """These rows as a database of RDS 3."""
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("PRAGMA synchronous = OFF")
        base.execute(f"CREATE TABLE {FILE}")
        base.executemany("INSERT INTO FILE VALUES (?, ?, ?, ?, ?, ?, ?)", nist(number))
    return path


def files(folder: Path, number: int) -> dict[str, Path]:
    """Made-up hashes in each format."""
    md5, sha1 = hexes(number, 16, 1), hexes(number, 20, 2)
    rows = "".join(f"{one},{two},CAT:1,{i}.jpg\n" for i, (one, two) in enumerate(zip(md5, sha1, strict=True)))
    value = [media(i, one.upper(), two.upper()) for i, (one, two) in enumerate(zip(md5, sha1, strict=True))]
    texts = {
        "csv": f"md5,sha1,category,name\n{rows}",
        "vics": json.dumps({"@odata.context": MODEL, "value": value}),
        "list of md5": "\n".join(md5),
        "list of sha256": "\r\n".join(hexes(number, 32, 3)),
        "RDS 3 delta": "".join(f"INSERT INTO {FILE} VALUES{row};\n" for row in nist(number)),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8", newline="")
    return {**{name: folder / name for name in texts}, "RDS 3": database(folder / "RDS 3", number)}


class Nobody:
    """Takes entries and keeps none."""

    count = 0

    def add(self, _: SetEntry) -> None:
        """Count one."""
        self.count += 1

    def add_block(self, digests: dict[str, bytes], _: int) -> None:
        """Count many."""
        self.count += len(digests["md5"]) // 16


def only_read(path: Path) -> None:
    """Be the process that reads a database; print the MiB that it held more than before."""
    before = peak()
    with path.open("rb") as file:
        read_list(file, "contoh", Nobody())
    print(peak() - before)


def peak() -> float:
    """MiB that this process held at most so far."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def held(path: Path) -> float:
    """MiB that reading a database holds."""
    command = [sys.executable, __file__, "--only-read", str(path)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603 # ours


def rates(path: Path, rows: int, scratch: Path) -> tuple[float, float]:
    """Rows a CPU second of reading and sorting, as a known set and as a benign one."""
    start = time.process_time()
    gatherer = Gatherer("contoh")
    with path.open("rb") as file:
        read_list(file, path.name, gatherer)
    gatherer.finish()
    known = rows / (time.process_time() - start)
    start = time.process_time()
    benign = Benign(scratch)
    with path.open("rb") as file:
        read_list(file, path.name, benign)
    benign.write(scratch / "set")
    assert gatherer.count == benign.count == rows
    return known, rows / (time.process_time() - start)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=300_000)
    parser.add_argument("--memory-rows", type=int, default=2_000_000)
    parser.add_argument("--only-read", type=Path)
    options = parser.parse_args()
    if options.only_read:
        only_read(options.only_read)
        return
    with tempfile.TemporaryDirectory() as scratch:
        for name, path in files(Path(scratch), options.rows).items():
            known, benign = rates(path, options.rows, Path(scratch))
            good = min(known, benign) >= GOALS[name]
            figure = f"{known:,.0f} rows/s as known, {benign:,.0f} as benign"
            say(f"a set as {name}", figure, f"{GOALS[name]:,}", good=good)
        small = held(database(Path(scratch) / "small", options.memory_rows // 10))
        large = held(database(Path(scratch) / "large", options.memory_rows))
    what = f"memory of reading RDS 3, {options.memory_rows:,} rows"
    figure = f"{large:.1f} MiB, and {small:.1f} for a tenth of them"
    say(what, figure, f"no more than {MEMORY} MiB apart", good=large - small <= MEMORY)


def say(what: str, figure: str, goal: str, *, good: bool) -> None:
    """Print one line."""
    print(f"{'pass ' if good else 'SHORT'}  {what}: {figure} (goal: {goal})", flush=True)


if __name__ == "__main__":
    main()
