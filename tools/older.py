# SPDX-License-Identifier: Apache-2.0
"""Makes a case of this version for `tests/data/older/`: small, made up, with most acts in it."""

import csv
import io
import json
import re
import shutil
import sqlite3
import sys
import tarfile
import zipfile
from pathlib import Path

from tools.unit import Unit

PLACE = Path("/tmp/suluh-older")  # noqa: S108 # ledger entries name it, so it must be nobody's
WORLD = (
    "--sellers",
    "1",
    "--buyers",
    "4",
    "--deals",
    "8",
    "--days",
    "20",
    "--pictures",
    "12",
    "--picture-side",
    "32",
    "--played",
    "0",
)
OFFICERS = {"S-1": "supervisor", "S-2": "supervisor", "A-1": "analyst", "E-1": "examiner"}
LEFT = frozenset({".db-wal", ".db-shm", ".lock"})
FIRST = (2026, 1, 1, 0, 0, 0)
PRINT = re.compile(r"([0-9a-f]{4} ){7}[0-9a-f]{4}")


def make() -> Path:
    """The folder of a unit and a case that has run, was corrected, sampled, decided on and referred."""
    units = {code: Unit(PLACE / "unit", code) for code in OFFICERS}
    chief, case, world = units["S-1"], str(PLACE / "case"), PLACE / "world"
    chief.must("simulate", str(world), "--seed", "1", *WORLD)
    paper = json.loads((world / "case.json").read_text("utf-8"))
    heard = {code: _heard(chief.must("officer", "add", code, "--access", access)) for code, access in OFFICERS.items()}
    chief.must("new", case, "--number", paper["number"], "--unit", paper["unit"])
    for code in sorted(OFFICERS.keys() - {"S-1"}):
        chief.must("officer", "admit", case, code, "--fingerprint", heard[code])
    for one in paper["authorities"]:
        chief.must("authority", case, *(word for name, value in one.items() for word in (f"--{name}", value)))
    chief.must("add", case, "--list", str(world / "exhibits.csv"))
    for name in ("known", "benign"):
        chief.must("sets", "add", case, str(world / f"{name}.csv"), "--as", name)
    chief.must("run", case)
    _decide(units, case)
    _correct(chief, case, paper["authorities"][-1]["number"])
    units["E-1"].must("refer", case, "--to", "prosecutor", "--name", "Unit Made-Up Two")
    draft = next((PLACE / "case" / "releases").glob("draft-*")).name.removeprefix("draft-")
    units["S-2"].must("approve", case, draft)
    return PLACE


def _heard(told: bytes) -> str:
    """The fingerprint that a new officer is told, and reads out."""
    found = PRINT.search(told.decode())
    if found is None:
        raise SystemExit(f"a new officer was told no fingerprint: {told.decode()}")
    return found.group()


def _decide(units: dict[str, Unit], case: str) -> None:
    """A link, a role and a zone; then a sample whose rows come back graded."""
    analyst, examiner = units["A-1"], units["E-1"]
    link, account = (str(analyst.rows(Path(case), what)[0]["id"]) for what in ("links", "accounts"))
    analyst.must("decide", case, "link", link, "confirm", "--reason", "the same number in both")
    analyst.must("decide", case, "role", account, "seller", "--from", "2026-01-01", "--reason", "as the chats say")
    examiner.must("decide", case, "zone", "B-1", "Asia/Jakarta", "--reason", "stated by the holder")
    examiner.must("run", case)
    sample = PLACE / "sample.csv"
    examiner.must("sample", case, str(sample), "--size", "5", "--seed", "7", "--purpose", "counting")
    with sample.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    with sample.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0].keys(), delimiter=";")
        table.writeheader()
        table.writerows({**row, "scheme": "made-up", "category": "0", "officer": "E-1"} for row in rows)
    examiner.must("categories", case, str(sample))


def _correct(chief: Unit, case: str, paper: str) -> None:
    """A paper and an exhibit, and the run that follows."""
    chief.must(
        "authority", case, "--corrects", paper, "--reason", "the issuer was mistyped", "--issuer", "Made-up banks"
    )
    chief.must("add", case, "--corrects", "B-1", "--reason", "the holder was left out", "--holder", "Ani Made-Up")
    chief.must("run", case)


def held(file: Path) -> dict[str, int]:
    """How many entries a case has, and how many rows of each kind."""
    connection = sqlite3.connect(f"file:{file}?immutable=1", uri=True)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")]
    counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}  # noqa: S608 # our own tables
    connection.close()
    return {name: count for name, count in counts.items() if count and not name.startswith(("cache_", "sqlite_"))}


def pack(place: Path, to: Path) -> None:
    """Case, exhibits and unit as one zip, keys and sets among it so that the case goes on; beside it what it holds."""
    to.mkdir(parents=True)
    found = [path for part in ("case", "unit") for path in sorted((place / part).rglob("*")) if path.is_file()]
    with zipfile.ZipFile(to / "case.zip", "w", zipfile.ZIP_LZMA) as packed:
        for path in found:
            if path.suffix not in LEFT:
                name = zipfile.ZipInfo(path.relative_to(place).as_posix(), FIRST)
                packed.writestr(name, path.read_bytes(), zipfile.ZIP_LZMA)
        packed.writestr(zipfile.ZipInfo("exhibits.tar", FIRST), _tar(place / "world" / "exhibits"), zipfile.ZIP_LZMA)
    (to / "held.json").write_text(json.dumps(held(place / "case" / "case.db"), indent=1) + "\n", "utf-8")


def _tar(folder: Path) -> bytes:
    """A folder whose names may be no Unicode, which a zip does not keep."""
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as packed:
        packed.add(folder, "exhibits")
    return raw.getvalue()


if __name__ == "__main__":
    if PLACE.exists():
        raise SystemExit(f"{PLACE} is there already: remove it first")
    try:
        pack(make(), Path(sys.argv[1]))
    finally:
        shutil.rmtree(PLACE, ignore_errors=True)
