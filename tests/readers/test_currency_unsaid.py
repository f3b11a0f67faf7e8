# SPDX-License-Identifier: Apache-2.0
"""A table that says neither its currency nor its country is in no known currency, and says so."""

from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.trade import Statement
from suluh.readers.statement_csv import StatementCsv

ROWS = "".join(f"2026-09-0{day},Payment from J SMITH,,50.00,{1000 + 50 * day}.00\n" for day in range(1, 8))
ENGLISH = "Account number: 12345678\nDate,Description,Money out,Money in,Balance\n"


@pytest.mark.parametrize(
    ("text", "currency", "told"),
    [
        (ENGLISH + ROWS, "XXX", 1),
        (ENGLISH.replace("Balance", "Saldo") + ROWS, "XXX", 1),
        (ENGLISH.replace("Balance", "Sisa saldo").replace("Date", "Tanggal") + ROWS, "IDR", 0),
        (ENGLISH + ROWS.replace("Payment from", "BI-FAST"), "IDR", 0),
        (ENGLISH.replace("Balance", "Balance (GBP)") + ROWS, "GBP", 0),
        (ENGLISH + ROWS.replace("Payment from J SMITH", "Admin fee, nama", 1), "XXX", 1),
        (ENGLISH + ROWS.replace("Payment from J SMITH", "To Bank Mandiri Rp 500.000", 1), "XXX", 1),
        ("CIMB Bank Berhad\n" + ENGLISH + ROWS, "XXX", 1),
        (ENGLISH.replace("Date", "Tarikh").replace("Description", "Butiran urusniaga") + ROWS, "XXX", 1),
        (ENGLISH.replace("Money in", "Masuk") + ROWS.replace("Payment from", "DuitNow"), "IDR", 0),
    ],
)
def test_only_what_says_so_is_in_rupiah(tmp_path: Path, text: str, currency: str, told: int) -> None:
    (tmp_path / "s.csv").write_text(text)

    found = list(StatementCsv().read(FolderSource(tmp_path, "s.csv")))

    assert {one.currency for one in found if isinstance(one, Statement)} == {currency}
    assert len([one for one in found if isinstance(one, Flaw) and "in which currency" in one.reason]) == told
