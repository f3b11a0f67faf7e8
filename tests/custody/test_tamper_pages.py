# SPDX-License-Identifier: Apache-2.0
"""A flipped bit anywhere in the case file is found, unless it changes nothing that can be read."""

import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

from suluh.case.folder import CaseFolder
from suluh.case.verify.case import verify_case
from suluh.model.errors import BrokenCustody, CaseIsNewer
from suluh.store.open import connect

SEED = int(os.environ.get("SULUH_SEED", "20261125"))
TRIALS = 100


def content(file: Path) -> list[str]:
    """All that can be read of a case file."""
    connection = sqlite3.connect(file)
    lines = ["".join(line.split()) for line in connection.iterdump()]
    connection.close()
    return lines


def is_found(folder: CaseFolder) -> bool:
    try:
        verify_case(folder)
    except (BrokenCustody, CaseIsNewer):
        return True
    return False


def test_a_flipped_bit_is_found_or_changes_nothing(copy: Callable[[str], CaseFolder]) -> None:
    chance = random.Random(SEED)  # noqa: S311 # a seed makes it run again
    folder = copy("case")
    connection = connect(folder.file)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    whole, before = folder.file.read_bytes(), content(folder.file)
    used = [at for at, byte in enumerate(whole) if byte]
    found = 0

    for _ in range(TRIALS):
        at = chance.choice(used)
        changed = bytearray(whole)
        changed[at] ^= 1 << chance.randrange(8)
        folder.file.write_bytes(changed)
        if is_found(folder):
            found += 1
        else:
            assert content(folder.file) == before, (SEED, at)

    assert found > TRIALS / 2, SEED


def test_a_number_in_the_place_of_an_entry_is_found(folder: CaseFolder) -> None:
    """As an edited page leaves it, which no table takes by itself."""
    connection = sqlite3.connect(folder.file)
    connection.execute("PRAGMA writable_schema=ON")
    words = connection.execute("SELECT sql FROM sqlite_master WHERE name='entry'").fetchone()[0]
    connection.execute("DROP TRIGGER entry_no_update")
    for schema, statement in (
        (words.replace("STRICT", ""), "UPDATE entry SET body=7 WHERE seq=1"),
        (words, "SELECT 1"),
    ):
        connection.execute("UPDATE sqlite_master SET sql=? WHERE name='entry'", (schema,))
        connection.commit()
        other = sqlite3.connect(folder.file)
        other.execute(statement)
        other.commit()
        other.close()
    connection.close()

    assert is_found(folder)
