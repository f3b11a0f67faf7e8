# SPDX-License-Identifier: Apache-2.0
"""Rows a second of reading hash sets: tables, VICS JSON, plain lists."""

import argparse
import io
import json
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from suluh.hashing.benign import Benign  # the folder of the project comes first
from suluh.hashing.entries import read_set  # the same
from suluh.hashing.gatherer import Gatherer  # the same

GOALS = {"csv": 100_000, "vics": 100_000, "list of md5": 1_000_000, "list of sha256": 1_000_000}
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


def files(number: int) -> dict[str, bytes]:
    """The same made-up hashes in each format."""
    md5, sha1 = hexes(number, 16, 1), hexes(number, 20, 2)
    rows = "".join(f"{one},{two},CAT:1,{i}.jpg\n" for i, (one, two) in enumerate(zip(md5, sha1, strict=True)))
    value = [media(i, one.upper(), two.upper()) for i, (one, two) in enumerate(zip(md5, sha1, strict=True))]
    return {
        "csv": f"md5,sha1,category,name\n{rows}".encode(),
        "vics": json.dumps({"@odata.context": MODEL, "value": value}).encode(),
        "list of md5": "\n".join(md5).encode(),
        "list of sha256": "\r\n".join(hexes(number, 32, 3)).encode(),
    }


def main() -> None:
    """Print the figures: reading and sorting, in CPU seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=300_000)
    options = parser.parse_args()
    for name, data in files(options.rows).items():
        start = time.process_time()
        gatherer = Gatherer("contoh")
        read_set(io.BytesIO(data), name, gatherer)
        gatherer.finish()
        known = options.rows / (time.process_time() - start)
        with tempfile.TemporaryDirectory() as scratch:
            start = time.process_time()
            benign = Benign(Path(scratch))
            read_set(io.BytesIO(data), name, benign)
            benign.write(Path(scratch) / "set")
            as_benign = options.rows / (time.process_time() - start)
        assert gatherer.count == benign.count == options.rows
        good = min(known, as_benign) >= GOALS[name]
        figure = f"{known:,.0f} rows/s as known, {as_benign:,.0f} as benign"
        print(f"{'pass ' if good else 'SHORT'}  a set as {name}: {figure} (goal: {GOALS[name]:,})", flush=True)


if __name__ == "__main__":
    main()
