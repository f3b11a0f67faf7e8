# SPDX-License-Identifier: Apache-2.0
"""A Telegram export says the same, whichever year's program wrote it and however large it is."""

import json
import tracemalloc
from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.talk import Account, Contact, Conversation, Message
from suluh.readers.claim import claimants
from suluh.readers.telegram_json import TelegramJson

PERSONAL = {"name": "Budi", "type": "personal_chat", "id": 22}
HELLO = {"id": 5, "type": "message", "date": "2025-08-30T18:00:00", "date_unixtime": "1756551600"}
ANI = {**HELLO, "from": "Ani", "from_id": "user11", "text": "halo"}


def read(folder: Path, written: object, *, accounts: tuple[str, ...] = ()) -> list:
    raw = written if isinstance(written, bytes) else json.dumps(written).encode()
    (folder / "result.json").write_bytes(raw)
    source = FolderSource(folder, "result.json", accounts=accounts)
    [(reader, _)] = claimants(source)
    assert reader.name == "telegram-json"
    return list(reader.read(source))


def of(kind: type, records: list) -> list:
    return [record for record in records if isinstance(record, kind)]


def test_a_message_keeps_its_instant_its_local_time_and_its_sender(tmp_path: Path) -> None:
    [message] = of(Message, read(tmp_path, {**PERSONAL, "messages": [ANI]}))

    assert (message.sent.at, message.sent.local) == ("2025-08-30T11:00:00Z", "2025-08-30T18:00:00")
    assert (message.sender, message.text, message.kind) == ("telegram:user11", "halo", "text")


def test_before_2022_the_local_time_stands_alone(tmp_path: Path) -> None:
    old = {
        "id": 5,
        "type": "message",
        "date": "2019-08-30T18:00:00",
        "from": None,
        "from_id": 33,
        "text": ["a", {"type": "bold", "text": "b"}],
    }

    [message] = of(Message, read(tmp_path, {**PERSONAL, "messages": [old]}))

    assert (message.sent.at, message.sent.local) == (None, "2019-08-30T18:00:00")
    assert (message.sender, message.text, message.native) == ("telegram:user33", "ab", None)


def test_both_sides_of_a_direct_chat_give_it_one_id(tmp_path: Path) -> None:
    mine = read(tmp_path, {**PERSONAL, "messages": [ANI]}, accounts=("telegram:user11",))
    theirs = read(tmp_path, {**PERSONAL, "id": 11, "messages": [ANI]}, accounts=("telegram:user22",))

    assert {one.conversation for one in of(Conversation, mine + theirs)} == {"telegram:user11-user22"}
    assert {one.native for one in of(Message, mine + theirs)} == {"telegram:user11/5", "telegram:user22/5"}


def test_an_export_without_its_own_account_joins_nothing_by_guess(tmp_path: Path) -> None:
    records = read(tmp_path, {**PERSONAL, "messages": [ANI]})

    assert of(Conversation, records)[0].conversation.startswith("telegram:chat/")
    assert of(Message, records)[0].native is None


def test_a_supergroup_numbers_its_messages_for_everybody(tmp_path: Path) -> None:
    group = {"name": "Kue", "type": "private_supergroup", "id": 77, "messages": [ANI]}

    [message] = of(Message, read(tmp_path, group))

    assert (message.conversation, message.native) == ("telegram:channel77", "telegram:channel77/5")


@pytest.mark.parametrize(
    ("fields", "state", "name"),
    [
        ({"photo": "photos/a.jpg"}, "named", "photos/a.jpg"),
        ({"photo": "(File not included. Change data exporting settings to download.)"}, "not-exported", None),
        (
            {"file": "(File exceeds maximum size. Change data exporting settings to download.)", "file_name": "b.pdf"},
            "not-exported",
            "b.pdf",
        ),
        ({"file": "c.pdf (File unavailable, please try again later)"}, "not-exported", "c.pdf"),
    ],
    ids=["there", "left out", "too large", "after its name"],
)
def test_a_file_is_named_or_not_exported(fields: dict, state: str, name: str | None, tmp_path: Path) -> None:
    [message] = of(Message, read(tmp_path, {**PERSONAL, "messages": [{**ANI, **fields}]}))

    assert [(one.state, one.name) for one in message.attachments] == [(state, name)]
    assert message.kind == "media"


def test_calls_service_rows_and_unsupported_rows_are_messages(tmp_path: Path) -> None:
    rows = [
        {
            **HELLO,
            "type": "service",
            "actor": "Ani",
            "actor_id": "user11",
            "action": "phone_call",
            "duration_seconds": 7,
            "text": "",
        },
        {
            **HELLO,
            "id": 6,
            "type": "service",
            "actor_id": "user11",
            "action": "pin_message",
            "message_id": 5,
            "text": "",
        },
        {"id": 7, "type": "unsupported"},
        {**ANI, "id": 8, "type": "hologram"},
    ]

    found = of(Message, read(tmp_path, {**PERSONAL, "messages": rows}))

    assert [one.kind for one in found] == ["call", "system", "unsupported", "unsupported"]
    assert [one.native_kind for one in found] == ["phone_call", "pin_message", "unsupported", "hologram"]
    assert found[0].text == "duration_seconds: 7"


def test_the_account_itself_and_its_contacts_are_read(tmp_path: Path) -> None:
    written = {
        "personal_information": {
            "user_id": 11,
            "first_name": "Ani",
            "phone_number": "+62 812-3456-7890",
            "username": "@ani",
        },
        "contacts": {
            "about": "",
            "list": [{"first_name": "Budi", "last_name": "", "phone_number": "+62 813-2222-3333"}],
        },
    }

    records = read(tmp_path, written)

    assert [(one.own, one.aliases) for one in of(Account, records)] == [
        (True, ("telegram:+6281234567890", "telegram:@ani"))
    ]
    assert [(one.name, one.account) for one in of(Contact, records)] == [("Budi", "telegram:+6281322223333")]


@pytest.mark.parametrize(
    ("raw", "messages"),
    [
        (b"\xef\xbb\xbf" + json.dumps({**PERSONAL, "messages": [ANI]}).encode(), 1),
        (json.dumps({**PERSONAL, "messages": [ANI, {"id": float("nan"), "type": "message"}]}).encode(), 1),
        (json.dumps({**PERSONAL, "messages": [ANI, {**ANI, "text": "\ud800"}]}).encode(), 2),
        (json.dumps({**PERSONAL, "messages": [ANI]}).replace('"id": 5', '"id": 4, "id": 5').encode(), 1),
        (json.dumps({**PERSONAL, "messages": [ANI, 7, None]}).encode(), 1),
        (json.dumps({**PERSONAL, "messages": [ANI, "DEEP"]}).replace('"DEEP"', "[" * 100_000).encode(), 1),
    ],
    ids=["byte-order mark", "not a number", "lone surrogate", "key twice", "no object", "nested"],
)
def test_odd_json_is_read_as_far_as_it_goes(raw: bytes, messages: int, tmp_path: Path) -> None:
    assert len(of(Message, read(tmp_path, raw))) == messages


def test_the_longest_message_may_be_digits_throughout_and_hides_nothing(tmp_path: Path) -> None:
    digits = {**ANI, "id": 6, "text": "1" * 4096}

    records = read(tmp_path, {**PERSONAL, "messages": [digits, ANI]})

    assert [message.text[:4] for message in of(Message, records)] == ["1111", "halo"]
    assert of(Flaw, records) == []


def test_a_number_of_thousands_of_digits_is_a_flaw(tmp_path: Path) -> None:
    raw = json.dumps({**PERSONAL, "messages": [ANI]}).replace(": 5,", ": " + "9" * 5000 + ",")
    (tmp_path / "result.json").write_text(raw, "utf-8")

    [flaw] = TelegramJson().read(FolderSource(tmp_path, "result.json"))

    assert "a number of thousands of digits" in flaw.reason


def test_a_broken_file_says_after_which_message(tmp_path: Path) -> None:
    raw = json.dumps({**PERSONAL, "messages": [ANI, ANI, ANI]}).encode()

    [flaw] = of(Flaw, read(tmp_path, raw[:-90]))

    assert flaw.place.pointer == "/messages/1"
    assert "cannot be read on after /messages/1" in flaw.reason


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    peaks = []
    for count in (500, 5_000):
        (tmp_path / "result.json").write_text(json.dumps({**PERSONAL, "messages": [ANI] * count}), "utf-8")
        source = FolderSource(tmp_path, "result.json")
        [(reader, _)] = claimants(source)
        tracemalloc.start()
        assert sum(1 for one in reader.read(source) if isinstance(one, Message)) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[1] < 1.5 * peaks[0]


@pytest.mark.parametrize(
    ("chat", "accounts", "found"),
    [
        (PERSONAL, (), ["telegram:user11"]),
        (PERSONAL, ("telegram:user11",), []),
        ({**PERSONAL, "type": "private_group"}, (), []),
        ({**PERSONAL, "id": 11}, (), []),
    ],
)
def test_who_speaks_beside_the_other_side_of_a_chat_may_be_whose_export_it_is(
    tmp_path: Path, chat: dict, accounts: tuple[str, ...], found: list[str]
) -> None:
    theirs = {**ANI, "id": 6, "from": "Budi", "from_id": "user22"} if chat["id"] != 11 else {**ANI, "id": 6}

    records = read(tmp_path, {**chat, "messages": [ANI, theirs]}, accounts=accounts)

    assert [one.account for one in of(Account, records) if one.owning is not None] == found
