# SPDX-License-Identifier: Apache-2.0
"""Telegram's own databases: what proves itself is taken, and nothing else."""

import pytest
from tests.readers.fixtures import DATA
from tests.readers.telegram_made import BUDI, DATE, MADE, USER, android, ios, noted, peer, said, stored, text_field

from suluh.readers.telegram.blob import told
from suluh.readers.telegram.postbox import fields, key_of, peer_of
from suluh.readers.telegram.postbox import told as noted_as

ANDROID = said(4, DATE, "paket 40 file", peer(USER, BUDI), peer(USER, BUDI))
IOS = noted("paket 40 file", BUDI, incoming=True)


@pytest.mark.parametrize("name", sorted(MADE))
def test_the_fixtures_come_out_of_their_script(name: str) -> None:
    assert (DATA / name).read_text("utf-8") == MADE[name]()


def test_a_text_is_taken_where_number_and_time_prove_it() -> None:
    assert told(ANDROID, 4, DATE).text == "paket 40 file"
    assert told(ANDROID, 5, DATE).text is None
    assert told(ANDROID, 4, DATE + 1).text is None


def test_bytes_that_end_early_give_no_half_text() -> None:
    found = {told(ANDROID[:end], 4, DATE).text for end in range(len(ANDROID))}
    noted_found = {one.text if (one := noted_as(IOS[:end])) else None for end in range(len(IOS))}

    assert found == noted_found == {None}
    assert noted_as(IOS) is not None


def test_a_stored_object_gives_its_fields_and_junk_gives_none() -> None:
    assert fields(stored(text_field("fn", "Budi"))) == {"fn": "Budi"}
    assert fields(b"\x01a\xff") == fields(None) == {}
    assert key_of(b"short") is None


def test_what_a_peer_is_follows_from_its_number() -> None:
    assert [peer_of(one) for one in (5, 1 << 32 | 5, 2 << 32 | 5, 3 << 32 | 5)] == [
        ("user", 5),
        ("chat", 5),
        ("channel", 5),
        ("secret", 5),
    ]


def test_no_name_of_a_fixture_is_of_anybody() -> None:
    assert "Made up for Suluh" in android()
    assert "Made up for Suluh" in ios()
