# SPDX-License-Identifier: Apache-2.0
"""SMS, calls and address books: who stands behind a number, and what a bank's notice becomes."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.readers.fixtures import DATA, Fixture, records
from tests.readers.folder_source import FolderSource

from suluh.model.talk import Conversation, Message, is_named_only
from suluh.model.times import Dated
from suluh.model.trade import Claim
from suluh.readers.apps.phones import account_of
from suluh.readers.apps.times import COCOA, UNIX, counted_from
from suluh.readers.apps.typedstream import text_of
from suluh.readers.calls_ios import CallsIos
from suluh.readers.receipts.claims import claims


@pytest.mark.parametrize("reader", ["sms-android", "sms-ios"])
def test_a_notice_of_a_bank_in_an_sms_is_a_claim_of_payment(reader: str, tmp_path: Path) -> None:
    [source] = Fixture(reader, DATA / reader / "made-up").sources(tmp_path)
    talk = [Dated(one, None) for one in records(source) if isinstance(one, Message)]

    [found] = [one for one in claims(talk, ()) if isinstance(one, Claim)]

    assert (found.amount_minor, found.says, found.sender) == (5_000_000, "received", "phone:BANKUJI")


def test_one_number_is_one_account_however_it_is_written() -> None:
    written = ("+62 812-0000-0002", "0812 0000 0002", "081200000002", "6281200000002")

    assert {account_of(one, "B-1") for one in written} == {"phone:+6281200000002"}


def test_a_senders_name_is_never_a_name_of_an_address_book() -> None:
    """A wallet and a friend may be called alike: only a name of the second kind is joined with a number."""
    found = account_of("DANA", "B-1")

    assert found == "phone:DANA"
    assert not is_named_only(found)


def test_a_number_of_no_country_is_bound_to_its_exhibit() -> None:
    assert (
        account_of("1 555-521-5554", "B-1") == account_of("15555215554", "B-1") == "phone:name/B-1/numbers/15555215554"
    )
    assert account_of("", "B-1") is None


def test_times_differ_in_their_parts_by_their_size() -> None:
    first = counted_from(COCOA, 788918400)
    assert first is not None
    assert {counted_from(UNIX, one).at for one in (1767225600, 1767225600000, "1767225600")} == {first.at}  # type: ignore[union-attr] # none is null
    assert counted_from(COCOA, 788918400 * 10**9).at == first.at == "2026-01-01T00:00:00Z"  # type: ignore[union-attr] # none is null
    assert counted_from(UNIX, 0) is None


def test_an_archived_text_that_is_cut_off_is_none() -> None:
    whole = b"\x84\x84\x84\x08NSString\x01\x94\x84\x01+\x04halo\x86"

    assert text_of(whole) == "halo"
    assert [text_of(whole[:end]) for end in range(len(whole) - 2)] == [""] * (len(whole) - 2)


def test_what_a_senders_name_sends_goes_one_way(tmp_path: Path) -> None:
    [source] = Fixture("sms-android", DATA / "sms-android" / "made-up").sources(tmp_path)

    kinds = {one.conversation: one.kind for one in records(source) if isinstance(one, Conversation)}
    assert (kinds["phone:direct/B-1/BANKUJI"], kinds["phone:direct/B-1/3300"]) == ("channel", "direct")


@pytest.mark.parametrize(
    "written", ["-1", "-2", "Unknown", "(Unknown)", "Private Number", "ANONYMOUS", "Payphone", "Nomor tidak dikenal"]
)
def test_a_hidden_caller_is_nobody(written: str) -> None:
    assert account_of(written, "B-1") is None


def test_an_address_of_a_foreign_provider_is_no_number(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "CallHistory.storedata")) as base:
        base.execute(
            "create table ZCALLRECORD (Z_PK integer primary key, ZADDRESS varchar, ZDATE real, ZORIGINATED integer, "
            "ZSERVICE_PROVIDER varchar)"
        )
        rows = [("628120000002", "org.example.app"), ("628120000002", "com.apple.Telephony"), ("-1", None)]
        base.executemany(
            "insert into ZCALLRECORD (ZADDRESS, ZDATE, ZORIGINATED, ZSERVICE_PROVIDER) values (?, 780000000, 0, ?)",
            rows,
        )
        base.commit()

    found = CallsIos().read(FolderSource(tmp_path, "CallHistory.storedata"))

    assert [one.sender for one in found if isinstance(one, Message)] == [
        "phone:name/B-1/org.example.app/628120000002",
        "phone:+628120000002",
        None,
    ]
