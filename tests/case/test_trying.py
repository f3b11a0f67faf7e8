# SPDX-License-Identifier: Apache-2.0
"""How a file would be read as a statement, before it is evidence in any case."""

import re
from pathlib import Path

import pytest

from suluh.case.trying import profile_text, tried
from suluh.model.errors import Misuse
from suluh.readers.statements.profile import parse

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def table() -> str:
    """The table of docs/profiles.md, which no profile knows."""
    text = (ROOT / "docs" / "profiles.md").read_text("utf-8")
    found = re.search(r"```csv\n(.*?)```", text, re.DOTALL)
    assert found is not None
    return found[1]


def test_a_file_that_is_tried_tells_its_mapping_and_the_profile_of_it_reads_it(tmp_path: Path, table: str) -> None:
    (tmp_path / "s.csv").write_text(table, "utf-8")

    [missing] = tried(tmp_path / "s.csv", ()).flaws
    profile = profile_text("koperasi", missing.raw or "")
    found = tried(tmp_path / "s.csv", (profile,))

    assert missing.raw == "date = Tgl; time = Jam; text = Uraian; credit = Masuk; debit = Keluar; balance = Sisa"
    assert parse(profile, "x").header == ("Tgl", "Jam", "Uraian", "Masuk", "Keluar", "Sisa")
    assert [(one.amount_minor, one.incoming) for one in found.payments] == [(5_000_000, True), (2_500_000, False)]
    assert [(one.layout, one.adds_up) for one in found.statements] == [("koperasi", True)]


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="is no file"):
        tried(tmp_path / "none.csv", ())
