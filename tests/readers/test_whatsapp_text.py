# SPDX-License-Identifier: Apache-2.0
"""An exported chat of any form says the same as the people who wrote it."""

import json
import time
from pathlib import Path

import pytest
from tests.readers.fixtures import DATA
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.talk import Account, Conversation, Message
from suluh.readers.claim import claimants

ROWS = [json.loads(line) for line in (DATA / "whatsapp_headers.jsonl").read_text("utf-8").splitlines()]


def chat(folder: Path, text: str, *, name: str = "chat.txt", accounts: tuple[str, ...] = ()) -> list:
    (folder / name).write_bytes(text.encode())
    source = FolderSource(folder, name, accounts=accounts)
    [(reader, _)] = claimants(source)
    return list(reader.read(source))


def of(kind: type, records: list) -> list:
    return [record for record in records if isinstance(record, kind)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_every_header_form_gives_time_sender_text_and_file(row: dict, tmp_path: Path) -> None:
    records = chat(tmp_path, row["raw"])
    names = {one.account: one.names[0] if one.names else one.account for one in of(Account, records)}

    found = [_as_expected(message, names) for message in of(Message, records)]

    assert found == [_filled(one) for one in row["expected"]]
    assert bool(of(Flaw, records)) is not row["decided"]


def _as_expected(message: Message, names: dict[str, str]) -> dict:
    files = [{"name": one.name, "state": one.state} for one in message.attachments]
    return {
        "local": message.sent.local,
        "kind": message.kind,
        "sender": names[message.sender] if message.sender else None,
        "text": message.text if message.kind != "system" else None,
        "attachment": files[0] if files else None,
    }


def _filled(expected: dict) -> dict:
    """A named file that is not there is `missing` for the whole line, `named` for its reader."""
    file = expected.get("attachment")
    file = file and {**file, "state": "named" if file["state"] == "missing" else file["state"]}
    text = None if expected["kind"] == "system" else expected.get("text", "")
    sender = expected["sender"]
    if sender and sender.startswith("+"):
        sender = "whatsapp:" + sender.replace(" ", "").replace("-", "")
    return {**expected, "sender": sender, "text": text, "attachment": file}


def senders(records: list) -> list[str | None]:
    return [message.sender for message in of(Message, records)]


def locals_(records: list) -> list[str | None]:
    return [message.sent.local for message in of(Message, records)]


ANI = "WhatsApp Chat with Ani.txt"
OWN = ("whatsapp:+6281211112222",)
TWO = "30/08/25 18.00 - Ani: satu\n30/08/25 18.01 - Budi: dua\n"


def test_the_devices_own_side_takes_its_stated_number_where_the_other_bears_the_title(tmp_path: Path) -> None:
    records = chat(tmp_path, TWO, name="Chat WhatsApp dengan Budi.txt", accounts=OWN)

    assert senders(records)[0] == OWN[0]
    assert senders(records)[1].endswith("/Budi")
    assert [(one.account, one.names) for one in of(Account, records) if one.own] == [(OWN[0], ("Ani",))]


def test_a_device_that_never_answered_is_still_a_side_of_its_direct_chat(tmp_path: Path) -> None:
    text = "30/08/25 18.00 - Budi: satu\n"

    titled, untitled = (
        of(Conversation, chat(tmp_path, text, name=name, accounts=OWN))[0].members
        for name in ("Chat WhatsApp dengan Budi.txt", "chat.txt")
    )

    assert OWN[0] in titled
    assert OWN[0] not in untitled


@pytest.mark.parametrize(
    ("name", "text", "accounts"),
    [
        ("chat.txt", TWO, OWN),
        ("Chat WhatsApp dengan Keluarga.txt", TWO, OWN),
        ("Chat WhatsApp dengan Budi.txt", TWO, ()),
        ("Chat WhatsApp dengan Budi.txt", TWO, (*OWN, "whatsapp:+6281211113333")),
        ("Chat WhatsApp dengan Budi.txt", TWO + "30/08/25 18.02 - Citra: tiga\n", OWN),
        ("Chat WhatsApp dengan Budi.txt", "30/08/25 18.00 - Ani: satu\n", OWN),
        ("Chat WhatsApp dengan Ani.txt", "30/08/25 18.00 - Ani membuat grup ini\n" + TWO, OWN),
    ],
    ids=["no title", "group title", "no number", "two numbers", "third author", "one author", "group"],
)
def test_no_side_is_attributed_where_anything_is_open(name: str, text: str, accounts: tuple, tmp_path: Path) -> None:
    records = chat(tmp_path, text, name=name, accounts=accounts)

    assert [sender for sender in senders(records) if sender and not sender.startswith("whatsapp:name/")] == []
    assert not any(account.own for account in of(Account, records))


def test_a_number_with_a_leading_zero_takes_the_country_of_the_device(tmp_path: Path) -> None:
    text = "30/08/25 18.00 - 0812-3456-7890: satu\n30/08/25 18.01 - 12345: dua\n"

    at_home, abroad = chat(tmp_path, text), chat(tmp_path, text, accounts=("whatsapp:+4915112345678",))

    assert senders(at_home)[0] == "whatsapp:+6281234567890"
    assert senders(at_home)[1].startswith("whatsapp:name/")
    assert senders(abroad)[0] != "whatsapp:+6281234567890"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("3/4/25, 18:00 - Ani: a\n3/13/25, 18:00 - Ani: b\n", "2025-03-04T18:00"),
        ("3/4/25, 18:00 - Ani: a\n1/5/25, 18:00 - Ani: b\n", "2025-04-03T18:00"),
        ("3/4/25, 18:00 - Ani: IMG-20250304-WA0001.jpg (file attached)\n", "2025-03-04T18:00"),
        ("3/4/25, 18:00 - Ani: IMG-20250403-WA0001.jpg (file attached)\n", "2025-04-03T18:00"),
        ("3/4/25, 18:00 - Ani: <Media tidak disertakan>\n", "2025-04-03T18:00"),
        ("3/4/25 18.00 - Ani: a\n", "2025-04-03T18:00"),
        ("3/4/25, 18:00 - Ani: <Media omitted>\n", None),
        ("3/4/25, 18:00 - Ani: IMG-20250304-WA0001.jpg (file terlampir)\n", None),
    ],
    ids=[
        "over twelve",
        "rising",
        "file month first",
        "file day first",
        "language",
        "shape",
        "nothing",
        "contradiction",
    ],
)
def test_day_and_month_are_decided_by_evidence_or_left_open(text: str, first: str | None, tmp_path: Path) -> None:
    records = chat(tmp_path, text, name=ANI)

    assert locals_(records)[0] == first
    assert len(of(Flaw, records)) == (1 if first is None else 0)


def test_lines_between_two_orders_of_one_shape_stay_open(tmp_path: Path) -> None:
    days = ("30/6/23", "30/6/23", "1/7/23", "7/31/23")
    records = chat(tmp_path, "".join(f"{day}, 18:0{n} - Ani: x\n" for n, day in enumerate(days)), name=ANI)

    assert locals_(records) == ["2023-06-30T18:00", "2023-06-30T18:01", None, "2023-07-31T18:03"]


def test_a_year_of_another_calendar_is_not_taken_for_ours(tmp_path: Path) -> None:
    records = chat(tmp_path, "1447/03/06, 18:00 - Ani: satu\n", name=ANI)

    assert locals_(records) == [None]
    assert "Islamic or the Persian calendar" in of(Flaw, records)[0].reason


def test_a_year_of_thailand_is_reckoned_to_ours(tmp_path: Path) -> None:
    records = chat(tmp_path, "30/8/2568 18:00 - Ani: satu\n", name=ANI)

    assert locals_(records) == ["2025-08-30T18:00"]


def test_a_group_is_told_from_a_direct_chat(tmp_path: Path) -> None:
    kinds = [of(Conversation, chat(tmp_path, text))[0].kind for text in (TWO, TWO + "30/08/25 19.00 - Citra: tiga\n")]

    assert kinds == ["direct", "group"]


@pytest.mark.parametrize(
    "text",
    [
        "Tanggal;Keterangan\n30/08/25 18.00 - transfer\n",
        "",
        "30/08/25 18.00 - mulai\n30/08/25 18.01 - selesai\n",
        "2025-08-30 18:00:05 - INFO: mulai\n" * 5,
        "catatan\n" * 10 + TWO,
    ],
    ids=["csv", "empty", "no author", "log", "two lines in notes"],
)
def test_what_is_no_chat_is_not_claimed(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")

    assert claimants(FolderSource(tmp_path, "a.txt")) == ()


CPU_SECONDS = 5
"""A line that an expression runs away on takes minutes."""


@pytest.mark.parametrize(
    "line",
    [
        "30/08/25" + "\u200e" * 300_000,
        "30/08/25 18.00 - Ani: " + "\u200e" * 300_000,
        "[" * 300_000,
        "30/08/25 18.00 - " + "created " * 40_000,
    ],
    ids=["marks in the header", "marks in the text", "brackets", "acts"],
)
def test_a_hostile_line_takes_no_longer_than_a_plain_one(line: str, tmp_path: Path) -> None:
    start = time.process_time()

    records = chat(tmp_path, TWO + line + "\n" + TWO)

    assert len(of(Message, records)) >= 4
    assert time.process_time() - start < CPU_SECONDS
