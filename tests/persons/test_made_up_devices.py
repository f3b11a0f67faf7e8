# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: SIM905 # names and words, many on a line
"""Of devices of which nobody stated an account the holder is inferred rightly, and never wrongly."""

import json
import random
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.people import Link
from suluh.model.talk import Account, Contact
from suluh.persons.identifiers import bound_name
from suluh.persons.resolve import resolve
from suluh.readers.claim import claimants

DEVICES = 60
NAMES = "Ani Budi Citra Dewi Eko Fajar Gita Hadi Indah Joko Kartika Lina Mega Nanda Oki Putri".split()
LAST = "Lestari Santoso Wijaya Pratama Utami Hartono Susanto Permata".split()
WORDS = "pagi roti kue besok pasar ambil kirim donat bolu siap ya ok berapa jadi sore lapis".split()
SCHEMA = """
create table jid (_id integer primary key, user text, server text, raw_string text);
create table chat (_id integer primary key, jid_row_id integer, subject text);
create table message (_id integer primary key, chat_row_id integer, from_me integer, key_id text,
                      sender_jid_row_id integer, timestamp integer, message_type integer, text_data text);
create table group_participant_user (_id integer primary key, group_jid_row_id integer, user_jid_row_id integer);
create table receipt_user (_id integer primary key, message_row_id integer, receipt_user_jid_row_id integer);
"""


def lines(chance: random.Random, speakers: list[str], form: str) -> str:
    """A made-up chat, each of its speakers at least once."""
    said = [*speakers, *chance.choices(speakers, k=chance.randrange(4, 20))]
    chance.shuffle(said)
    stamps = (form.format(hour=8 + n // 50, minute=10 + n % 50) for n in range(len(said)))
    return "".join(f"{at}{who}: {' '.join(chance.choices(WORDS, k=3))}\n" for at, who in zip(stamps, said, strict=True))


def exports(folder: Path, chance: random.Random, *, ios: bool) -> str:
    """Exported chats of one phone, in some of which its holder is silent; the holder's name."""
    names = [f"{one} {chance.choice(LAST)}" for one in chance.sample(NAMES, 12)]
    own, others = names[0], names[1:]
    form = "[30/08/25 {hour:02}.{minute:02}.05] " if ios else "30/08/25, {hour:02}.{minute:02} - "
    for other in others[: chance.randrange(2, 6)]:
        place = f"Chat WhatsApp - {other}/_chat.txt" if ios else f"Chat WhatsApp dengan {other}.txt"
        speakers = [other] if chance.random() < 0.1 else [other, own]
        put(folder / place, lines(chance, speakers, form))
    for number in range(chance.randrange(3)):
        place = f"Chat WhatsApp - Grup {number}/_chat.txt" if ios else f"Chat WhatsApp dengan Grup {number}.txt"
        put(folder / place, lines(chance, [*chance.sample(others, 4), *([own] if chance.random() < 0.6 else [])], form))
    return own


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def database(folder: Path, chance: random.Random) -> str:
    """A message database with groups in which several never write; the holder's number."""
    numbers = [f"62811{chance.randrange(10**7, 10**8)}" for _ in range(14)]
    groups = range(chance.randrange(2, 6))
    with closing(sqlite3.connect(folder / "msgstore.db")) as base:
        base.executescript(SCHEMA)
        base.executemany("insert into jid values (?, ?, 's.whatsapp.net', null)", list(enumerate(numbers, 1)))
        base.executemany("insert into jid values (?, ?, 'g.us', null)", [(50 + g, f"1203630{g}") for g in groups])
        base.executemany("insert into chat values (?, ?, ?)", [(g + 1, 50 + g, f"Grup {g}") for g in groups])
        base.executemany("insert into chat values (?, ?, null)", [(20 + n, n) for n in range(2, 6)])
        for group in groups:
            members = [1, *chance.sample(range(2, 15), 7)]
            base.executemany(
                "insert into group_participant_user values (null, ?, ?)", [(50 + group, one) for one in members]
            )
            base.executemany("insert into receipt_user values (null, ?, ?)", [(group, one) for one in members[1:]])
            for sender in (0, *members[1:4]):
                row = (
                    group + 1,
                    int(not sender),
                    f"K{group}{sender}",
                    sender,
                    1767225600000 + group,
                    chance.choice(WORDS),
                )
                base.execute("insert into message values (null, ?, ?, ?, ?, ?, 0, ?)", row)
        base.commit()
    return f"whatsapp:+{numbers[0]}"


def telegram(folder: Path, chance: random.Random) -> str:
    """Single chats of one account; the account."""
    own = chance.randrange(10**6, 10**7)
    for peer in (own + chance.randrange(1, 10**6) for _ in range(chance.randrange(1, 4))):
        messages = [
            {
                "id": number,
                "type": "message",
                "date": "2025-08-30T18:00:00",
                "date_unixtime": str(1756551600 + number),
                "from": str(who),
                "from_id": f"user{who}",
                "text": chance.choice(WORDS),
            }
            for number, who in enumerate((own, peer, *chance.choices((own, peer), k=5)), 1)
        ]
        chat = {"name": "Budi", "type": "personal_chat", "id": peer, "messages": messages}
        put(folder / f"ChatExport_{peer}" / "result.json", json.dumps(chat))
    return f"telegram:user{own}"


def inferred(folder: Path) -> set[str]:
    """Names and numbers that stand unopposed as the device's holder."""
    accounts, contacts = [], []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        source = FolderSource(folder, path.relative_to(folder).as_posix())
        records = [one for reader, _ in claimants(source) for one in reader.read(source)]
        accounts += [one for one in records if isinstance(one, Account)]
        contacts += [one for one in records if isinstance(one, Contact)]
    links = [one for one in resolve(accounts, contacts, []) if isinstance(one, Link) and one.rule == "own-side"]
    assert not any(one.merges for one in links)
    clear = [one for one in links if len(one.reasons_against) == 1]
    return {called(one) for link in clear for one in (link.left, link.right) if ":own/" not in one}


def called(account: str) -> str:
    bound = bound_name(account)
    return account if bound is None else bound[1]


MAKERS = {
    "android": lambda folder, chance: exports(folder, chance, ios=False),
    "ios": lambda folder, chance: exports(folder, chance, ios=True),
    "database": database,
    "telegram": telegram,
}


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_the_holder_of_nearly_every_made_up_device_is_inferred_and_of_none_wrongly(kind: str, tmp_path: Path) -> None:
    chance = random.Random(kind)  # noqa: S311 # drawn devices
    found: Counter[str] = Counter()
    for number in range(DEVICES):
        folder = tmp_path / str(number)
        folder.mkdir()
        holder = MAKERS[kind](folder, chance)
        said = inferred(folder)
        found["right" if said == {holder} else "none" if not said else "wrong"] += 1

    assert found["wrong"] == 0
    assert found["right"] >= 0.95 * DEVICES, found
