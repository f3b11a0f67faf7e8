# SPDX-License-Identifier: Apache-2.0
"""What the reader of LEAPP's output promises beyond the contract of all readers."""

from pathlib import Path

import pytest
from tests.readers.fixtures import DATA, Fixture, records

from suluh.model.talk import Message
from suluh.model.times import Dated
from suluh.model.trade import Claim
from suluh.readers.receipts.claims import claims


@pytest.fixture
def found(tmp_path: Path) -> list:
    [source] = [
        one
        for one in Fixture("leapp-output", DATA / "leapp-output" / "made-up").sources(tmp_path)
        if one.path.endswith(".db")
    ]
    return records(source)


def test_what_was_sent_is_the_devices_and_an_empty_sender_is_nobody(found: list) -> None:
    said = {one.text: one.sender for one in found if isinstance(one, Message) and one.kind != "call"}

    assert (said["tetap"], said["siapa"]) == ("telegram:own/B-1", None)


def test_a_conversation_is_called_as_the_services_own_reader_calls_it(found: list) -> None:
    said = {one.text: one.conversation for one in found if isinstance(one, Message)}

    assert said["halo"] == "whatsapp:direct/B-1/+6281200000002"
    assert said["mau"] == "phone:direct/B-1/+6281200000002"


def test_a_notice_of_a_bank_is_a_claim_of_payment(found: list) -> None:
    talk = [Dated(one, None) for one in found if isinstance(one, Message)]

    assert [one.amount_minor for one in claims(talk, ()) if isinstance(one, Claim)] == [5_000_000]
