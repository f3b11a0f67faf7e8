# SPDX-License-Identifier: Apache-2.0
"""What the reader of CAMT promises beyond the contract of all readers."""

from pathlib import Path

import pytest
from tests.readers.fixtures import DATA
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.trade import Payment, Statement
from suluh.readers.camt import Camt

COUNTED = {
    "batches-and-reversals": (2, 7, 6),
    "camt052-v6": (1, 1, 0),
    "camt053-v2-five-decimals": (1, 1, 1),
    "camt053-v2-multi-statement": (2, 2, 0),
    "camt053-v2-wrong": (0, 0, 1),
    "camt053-v4": (1, 1, 0),
    "camt053-v8": (1, 1, 0),
    "camt054-v8": (1, 1, 1),
    "camt53-only-dt-with-dttm": (1, 0, 0),
    "entities-refused": (0, 0, 1),
    "interim-foreign-and-cut": (2, 4, 1),
}
"""Statements, payments and flaws of each fixture, counted by hand."""

DAY = "<BookgDt><Dt>2026-10-02</Dt></BookgDt>"
ENTRY = "<Ntry><Amt Ccy='IDR'>{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd>{more}" + DAY + "{tx}</Ntry>"
TOP = "<Document><BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>0123456789</Id></Othr></Id><Ccy>IDR</Ccy></Acct>"
END = "</Stmt></BkToCstmrStmt></Document>"


def _entry(amount: str = "10.00", side: str = "CRDT", more: str = "<Sts>BOOK</Sts>", tx: str = "") -> str:
    return ENTRY.format(amount=amount, side=side, more=more, tx=f"<NtryDtls>{tx}</NtryDtls>" if tx else "")


def _read(folder: Path, text: str) -> list[object]:
    (folder / "a.xml").write_text(text, "utf-8")
    return list(Camt().read(FolderSource(folder, "a.xml")))


def _payments(found: list[object]) -> list[Payment]:
    return [one for one in found if isinstance(one, Payment)]


@pytest.mark.parametrize(("name", "counted"), COUNTED.items())
def test_every_entry_of_a_fixture_is_a_payment_or_a_flaw(name: str, counted: tuple[int, int, int]) -> None:
    [path] = (DATA / "camt" / name / "input").iterdir()

    found = list(Camt().read(FolderSource(path.parent, path.name)))

    assert tuple(sum(isinstance(one, kind) for one in found) for kind in (Statement, Payment, Flaw)) == counted


@pytest.mark.parametrize("nested", ["<Nm>{}</Nm>", "<Pty><Nm>{}</Nm></Pty>"])
@pytest.mark.parametrize(
    ("side", "is_reversal", "name"),
    [("CRDT", False, "BUDI"), ("DBIT", False, "SITI"), ("CRDT", True, "SITI"), ("DBIT", True, "BUDI")],
)
def test_the_other_side_follows_direction_and_reversal(
    tmp_path: Path,
    nested: str,
    side: str,
    is_reversal: bool,  # noqa: FBT001 # an example
    name: str,
) -> None:
    parties = f"<RltdPties><Dbtr>{nested.format('BUDI')}</Dbtr><Cdtr>{nested.format('SITI')}</Cdtr></RltdPties>"
    more = f"<RvslInd>{str(is_reversal).lower()}</RvslInd><Sts><Cd>BOOK</Cd></Sts>"

    found = _read(tmp_path, TOP + _entry(side=side, more=more, tx=f"<TxDtls>{parties}</TxDtls>") + END)

    [payment] = _payments(found)
    assert payment.incoming is (side == "CRDT")
    assert (payment.payer_name or payment.beneficiary_name) == name
    assert payment.status == ("reversal" if is_reversal else "booked")


@pytest.mark.parametrize(("parts", "counted"), [((4, 6), [400, 600]), ((4, 5), [1000]), ((4, 6, 0), [400, 600, 0])])
def test_transactions_count_for_themselves_only_where_they_make_the_entry(
    tmp_path: Path, parts: tuple[int, ...], counted: list[int]
) -> None:
    tx = "".join(f"<TxDtls><Amt Ccy='IDR'>{part}.00</Amt></TxDtls>" for part in parts)

    found = _read(tmp_path, TOP + _entry(tx=tx) + END)

    assert [one.amount_minor for one in _payments(found)] == counted
    assert sum(isinstance(one, Flaw) for one in found) == (len(counted) == 1)


@pytest.mark.parametrize(
    ("status", "expected"), [("BOOK", ["booked"]), ("PDNG", ["pending"]), ("INFO", ["pending"]), ("?", []), ("", [])]
)
def test_a_status_that_is_not_known_is_a_flaw(tmp_path: Path, status: str, expected: list[str]) -> None:
    found = _read(tmp_path, TOP + _entry(more=f"<Sts>{status}</Sts>") + END)

    assert [one.status for one in _payments(found)] == expected
    assert any(isinstance(one, Flaw) for one in found) is not bool(expected)


def test_an_entity_is_never_expanded_and_no_file_is_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET")
    kind = f"<!DOCTYPE Document [<!ENTITY x SYSTEM 'file://{tmp_path}/secret'>]>"

    found = _read(tmp_path, kind + TOP + _entry(tx="<TxDtls><RmtInf><Ustrd>&x;</Ustrd></RmtInf></TxDtls>") + END)

    assert [type(one) for one in found] == [Flaw]


def test_what_nests_too_deep_is_refused(tmp_path: Path) -> None:
    found = _read(tmp_path, TOP + "<a>" * 5000 + "</a>" * 5000 + END)

    assert [type(one) for one in found] == [Flaw]


def test_an_amount_keeps_what_was_instructed_in_other_money(tmp_path: Path) -> None:
    tx = "<TxDtls><AmtDtls><InstdAmt><Amt Ccy='USD'>2.00</Amt></InstdAmt></AmtDtls></TxDtls>"

    [payment] = _payments(_read(tmp_path, TOP + _entry("30000.00", tx=tx) + END))

    assert (payment.amount_minor, payment.currency) == (3_000_000, "IDR")
    assert payment.amount_as_written == "30000.00 IDR (2.00 USD)"
