# SPDX-License-Identifier: Apache-2.0
"""What the reader of OFX promises beyond the contract of all readers."""

from pathlib import Path

import pytest
from tests.readers.fixtures import DATA
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.trade import Payment, Statement
from suluh.readers.ofx import Ofx

COUNTED = {
    "anzcc": (1, 1, 0),
    "bank-medium": (1, 3, 0),
    "checking": (1, 3, 0),
    "closed-tags": (1, 3, 1),
    "decimal-error": (1, 0, 1),
    "multiple-accounts": (2, 0, 0),
    "ofx-v102-empty-tags": (1, 1, 0),
    "open-tags": (2, 4, 4),
    "suncorp": (1, 1, 0),
}
"""Statements, payments and flaws of each fixture, counted by hand."""

ACCOUNT = "<BANKACCTFROM><ACCTID>0123456789</BANKACCTFROM>"
TOP = f"OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><STMTRS><CURDEF>IDR{ACCOUNT}<BANKTRANLIST>"
LINE = "<STMTTRN><TRNTYPE>{kind}<DTPOSTED>{day}<TRNAMT>{amount}<FITID>1<NAME>{name}</STMTTRN>\n"


def _read(
    folder: Path, kind: str = "OTHER", day: str = "20261002", amount: str = "5.00", name: str = "X"
) -> list[object]:
    line = LINE.format(kind=kind, day=day, amount=amount, name=name)
    (folder / "a.ofx").write_text(f"{TOP}{line}</BANKTRANLIST></STMTRS></OFX>", "utf-8")
    return list(Ofx().read(FolderSource(folder, "a.ofx")))


def _payments(found: list[object]) -> list[Payment]:
    return [one for one in found if isinstance(one, Payment)]


@pytest.mark.parametrize(("name", "counted"), COUNTED.items())
def test_every_line_of_a_fixture_is_a_payment_or_a_flaw(name: str, counted: tuple[int, int, int]) -> None:
    [path] = (DATA / "ofx" / name / "input").iterdir()

    found = list(Ofx().read(FolderSource(path.parent, path.name)))

    assert tuple(sum(isinstance(one, kind) for one in found) for kind in (Statement, Payment, Flaw)) == counted


@pytest.mark.parametrize(
    ("amount", "signed"),
    [
        *[
            ("5", 500),
            ("-5.5", -550),
            ("+5.00", 500),
            ("-.50", -50),
            ("-25000,50", -2500050),
            ("1.500.000,00", 150000000),
        ],
        *[("1.500", None), ("1,500", None), ("$5", None), ("", None), ("5-", None), ("5 rb", None), ("1e5", None)],
    ],
)
def test_an_amount_is_read_as_a_whole_or_not_at_all(tmp_path: Path, amount: str, signed: int | None) -> None:
    found = _read(tmp_path, amount=amount)

    told = [one.amount_minor if one.incoming else -one.amount_minor for one in _payments(found)]
    assert told == ([] if signed is None else [signed])
    assert any(isinstance(one, Flaw) for one in found) is (signed is None)


@pytest.mark.parametrize(("kind", "amount"), [("DEBIT", "5.00"), ("CREDIT", "-5.00"), ("FEE", "5.00")])
def test_a_kind_against_its_sign_is_a_flaw(tmp_path: Path, kind: str, amount: str) -> None:
    found = _read(tmp_path, kind=kind, amount=amount)

    assert _payments(found) == []
    assert [type(one) for one in found if isinstance(one, Flaw)] == [Flaw]


@pytest.mark.parametrize(
    ("day", "local", "at", "booked"),
    [
        ("20261002143000[+7:WIB]", "2026-10-02T14:30:00", "2026-10-02T07:30:00Z", "2026-10-02"),
        ("20261002003000.123[-5:EST]", "2026-10-02T00:30:00", "2026-10-02T05:30:00Z", "2026-10-02"),
        ("20261002143000", "2026-10-02T14:30:00", None, "2026-10-02"),
        ("20261002120000[-5:EST]", "2026-10-02", None, "2026-10-02"),
        ("20261002", "2026-10-02", None, "2026-10-02"),
        ("20261002250000", "2026-10-02", None, "2026-10-02"),
    ],
)
def test_a_time_is_an_instant_only_with_its_zone(
    tmp_path: Path, day: str, local: str, at: str | None, booked: str
) -> None:
    [payment] = _payments(_read(tmp_path, day=day))

    assert payment.at is not None
    assert (payment.at.local, payment.at.at, payment.booked) == (local, at, booked)


@pytest.mark.parametrize(
    ("kind", "name", "shown"),
    [
        *[("XFER", "BUDI CONTOH", "BUDI CONTOH"), ("ATM", "BUDI CONTOH", None), ("XFER", "0812 BUDI", None)],
        *[("OTHER", "TRANSFER DARI BUDI CONTOH", "BUDI CONTOH"), ("OTHER", "TRANSFER KE BUDI CONTOH", None)],
    ],
)
def test_a_description_is_nobody(tmp_path: Path, kind: str, name: str, shown: str | None) -> None:
    [payment] = _payments(_read(tmp_path, kind=kind, name=name))

    assert payment.payer_name == shown


@pytest.mark.parametrize("head", ["<html><OFX>", "a text about <OFX>", "OFXHEADER:100 and no more", ""])
def test_what_only_speaks_of_ofx_is_not_claimed(tmp_path: Path, head: str) -> None:
    (tmp_path / "a.txt").write_text(head)

    assert Ofx().claims(FolderSource(tmp_path, "a.txt")) is None
