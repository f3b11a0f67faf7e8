# SPDX-License-Identifier: Apache-2.0
"""Reads the file of a hash set, be it text or a database, and gives its entries to a taker."""

from pathlib import Path
from typing import BinaryIO

from suluh.hashing.sets.entries import Told, read_rows, read_set
from suluh.hashing.sets.formats.rds import holders, rds, stated_version
from suluh.hashing.sets.gatherer import Taker
from suluh.model.errors import Misuse
from suluh.workers.child.database import List, printable
from suluh.workers.child.source import MAGIC

_SHOWN = 8


def read_list(file: BinaryIO, name: str, taker: Taker) -> Told:
    """Give every entry of a hash set to the taker. Raises `Misuse` when nothing in it can be used."""
    is_database = file.read(len(MAGIC)) == MAGIC
    file.seek(0)
    return _read_database(Path(file.name), name, taker) if is_database else read_set(file, name, taker)


def _read_database(path: Path, name: str, taker: Taker) -> Told:
    with List(path) as one:
        shape = rds(one.tables)
        if shape is None:
            raise Misuse(
                f"{name} is a database but no RDS 3 of NIST, for it has {_found(list(one.tables))}: wanted is a table "
                "METADATA or FILE with a column sha256, sha1 or md5; save others as CSV with such columns"
            )
        if len(found := holders(one.tables)) > 1:
            raise Misuse(
                f"{name} has hashes in two tables, {' and '.join(found)}, and an RDS 3 of NIST in one: save each as "
                "CSV with the columns sha256, sha1, md5, and add both"
            )
        told = read_rows(one.blocks(shape.table, shape.columns), shape.kinds, name, taker)
        if shape.version is None:
            return told
        table, column = shape.version
        try:
            first = next(one.blocks(table, (column,)), [])
        except ValueError:
            return told
        return told._replace(version=stated_version(first))


def _found(tables: list[str]) -> str:
    if not tables:
        return "no table"
    shown = printable(", ".join(tables[:_SHOWN]))
    return f"the tables {shown}{' and more' if len(tables) > _SHOWN else ''}"
