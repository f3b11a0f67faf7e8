# SPDX-License-Identifier: Apache-2.0
"""A delta of RDS 3 loses no row in silence, however its statements are laid out."""

import io

import pytest

from suluh.hashing.sets.formats.nsrl_delta import NsrlDelta
from suluh.model.matching import SetEntry

ROW = "INSERT INTO FILE(md5, file_name) VALUES('{0:032x}', 'a file from file');\n"
ROWS = ROW.format(1) + ROW.format(2)
OTHER = "INSERT INTO PKG VALUES(1, 'delete from file; insert into file');\n"


def read(text: str) -> list[str]:
    """Of each row that is added its MD5 without zeros, of each flaw its line."""
    found = NsrlDelta().entries(io.BytesIO(text.encode()))
    return [(one.md5 or "").lstrip("0") if isinstance(one, SetEntry) else f"line {one.line}" for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN;\n" + ROWS + "COMMIT;\n",
        "BEGIN;\n/* NIST's delta */\n" + ROWS,
        "-- NIST's delta\n\n" + ROWS.replace("\n", "\r\n"),
        ROWS.replace("INTO FILE", 'INTO "main"."FILE"'),
        OTHER + ROWS,
    ],
)
def test_every_row_is_read_between_remarks_and_other_statements(text: str) -> None:
    assert read(text) == ["1", "2"]


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN; " + ROWS,
        "/* of two\nlines */ " + ROWS,
        ";" + ROWS,
        ROWS.replace("INTO FILE", "INTO temp.FILE", 1),
        "WITH one AS (SELECT 1) INSERT INTO FILE(md5) SELECT 1;\n" + ROW.format(2),
        "DROP TABLE IF EXISTS FILE;\n" + ROW.format(2),
        OTHER.rstrip() + " " + ROWS,
    ],
)
def test_a_statement_on_files_that_cannot_be_read_is_a_flaw(text: str) -> None:
    assert read(text) == ["line 1", "2"]
