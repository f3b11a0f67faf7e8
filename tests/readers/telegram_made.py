# SPDX-License-Identifier: Apache-2.0
"""Makes the databases of the Telegram apps that the fixtures hold, in Telegram's own binary forms.

Run as ``python -m tests.readers.telegram_made``; a test checks that they come out the same.
"""

import struct
from pathlib import Path

from tests.readers.fixtures import DATA

ANI, BUDI, CICI, GROUP, CHANNEL, OLD_GROUP = 777000001, 777000002, 777000003, 1500000001, 1500000002, 4000001
DATE = 1767225600
USER, CHAT, SUPER = 0x59511722, 0x36C6019A, 0xA2A5371E
MESSAGE, MORE_FLAGS, NOTICE, SECRET = 0x38116EE0, 0x96FDBBE9, 0x2B085862, 0x555555FA
PHOTO, PAGE, CALL = 0x695150D7, 0xDDF10C3B, 0x80E11A7F
HEAD = "-- Made up for Suluh by tests/readers/telegram_made.py: nobody bears these names and numbers.\n"


def string(text: str) -> bytes:
    """A text as Telegram's protocol writes it."""
    raw = text.encode()
    raw = (bytes([len(raw)]) if len(raw) < 254 else b"\xfe" + len(raw).to_bytes(3, "little")) + raw
    return raw + bytes(-len(raw) % 4)


def words(*numbers: int) -> bytes:
    """Numbers of four bytes."""
    return b"".join(struct.pack("<I", one & 0xFFFFFFFF) for one in numbers)


def peer(kind: int, number: int) -> bytes:
    """A peer with its number."""
    return words(kind) + struct.pack("<q", number)


def said(  # noqa: PLR0913 # one for each part of a message
    number: int, date: int, text: str, sender: bytes, where: bytes, *, kind: int = MESSAGE, media: int = 0
) -> bytes:
    """A message of Telegram for Android."""
    flags = (1 << 8 if sender else 0) | (1 << 9 if media else 0)
    head = words(kind, flags, 0, number) if kind == MORE_FLAGS else words(kind, flags, number)
    return head + sender + where + words(date) + string(text) + (words(media) if media else b"")


def happened(number: int, date: int, action: int, sender: bytes, where: bytes) -> bytes:
    """A notice of Telegram for Android."""
    return words(NOTICE, 1 << 8, number) + sender + where + words(date, action)


def android() -> str:
    """``cache4.db`` as a script."""
    ani, budi, cici = (peer(USER, one) for one in (ANI, BUDI, CICI))
    group, channel = peer(SUPER, GROUP), peer(SUPER, CHANNEL)
    secret = 0x4000000000000000 | 7
    rows = [
        (1, BUDI, 0, said(1, DATE, "paket 40 file 50rb", budi, peer(USER, BUDI))),
        (2, BUDI, 1, said(2, DATE + 60, "mau \U0001f525 " + "x" * 300, ani, peer(USER, BUDI), kind=MORE_FLAGS)),
        (3, BUDI, 0, said(3, DATE + 120, "", budi, peer(USER, BUDI), media=PHOTO)),
        (4, BUDI, 0, said(4, DATE + 180, "lihat https://contoh.invalid", b"", peer(USER, BUDI), media=PAGE)),
        (5, BUDI, 0, happened(5, DATE + 240, CALL, budi, peer(USER, BUDI))),
        (6, -GROUP, 0, said(6, DATE + 300, "di grup", cici, group)),
        (7, -CHANNEL, 0, said(7, DATE + 360, "di kanal", b"", channel)),
        (8, -OLD_GROUP, 0, said(8, DATE + 420, "grup lama", cici, peer(CHAT, OLD_GROUP))),
        (9, -GROUP, 0, words(0x12345678, 0, 99, 1)),
        (10, secret, 0, words(SECRET, 0, 10, 0) + words(BUDI, ANI, DATE + 540) + string("rahasia")),
        (-11, BUDI, 1, said(-11, DATE + 600, "belum terkirim", ani, peer(USER, BUDI))),
    ]
    inserts = "".join(
        f"insert into messages_v2 values ({number}, {where}, {DATE + 60 * at}, {out}, x'{raw.hex()}',"
        f" {int(number < 0)}, 'r');\n"
        for at, (number, where, out, raw) in enumerate(rows)
    )
    broadcast = words(0xFE685355, 1 << 5).hex()
    return (
        HEAD + "create table users (uid integer primary key, name text, status integer, data blob);\n"
        "create table chats (uid integer primary key, name text, data blob);\n"
        "create table enc_chats (uid integer primary key, user integer, name text, data blob);\n"
        "create table dialogs (did integer primary key, date integer);\n"
        "create table messages_v2 (mid integer, uid integer, date integer, out integer, data blob, send_state integer,"
        " reply_quote text, primary key (mid, uid));\n"
        f"insert into users values ({ANI}, 'ani uji;;;aniuji', 0, null), ({BUDI}, 'budi uji;;;budiuji', 0, null);\n"
        f"insert into chats values ({GROUP}, 'gambar uji', x'{words(0xFE685355, 1 << 8).hex()}'),"
        f" ({CHANNEL}, 'kanal uji', x'{broadcast}');\n"
        f"insert into enc_chats values (7, {BUDI}, 'budi', null);\n"
        f"insert into dialogs values ({BUDI}, {DATE});\n" + inserts
    )


def named(name: str, kind: int, value: bytes) -> bytes:
    """A field of a stored object of Telegram for iOS."""
    return bytes([len(name)]) + name.encode() + bytes([kind]) + value


def text_field(name: str, text: str) -> bytes:
    """A field that is a text."""
    return named(name, 4, struct.pack("<i", len(text.encode())) + text.encode())


def stored(*parts: bytes) -> bytes:
    """A stored object under its name for the outermost."""
    inner = b"".join(parts)
    return named("_", 5, struct.pack("<ii", 1, len(inner)) + inner)


def noted(text: str, author: int | None, *, incoming: bool, media: tuple[bytes, ...] = (), forwarded: int = 0) -> bytes:
    """A message of Telegram for iOS."""
    raw = struct.pack("<bIIB", 0, 1, 1, 0) + struct.pack("<II", 4 if incoming else 0, 0)
    raw += struct.pack("<bqi", 1, forwarded, DATE) if forwarded else b"\0"
    raw += struct.pack("<bq", 1, author) if author is not None else b"\0"
    raw += struct.pack("<i", len(text.encode())) + text.encode() + struct.pack("<i", 0) + struct.pack("<i", len(media))
    raw += b"".join(struct.pack("<i", len(one)) + one for one in media)
    return raw + struct.pack("<i", 0)


def ios() -> str:
    """``db_sqlite`` as a script."""
    channel, group = 2 << 32 | CHANNEL, 2 << 32 | GROUP
    file = stored(text_field("mt", "image/jpeg"))
    place = stored(named("la", 3, struct.pack("<d", -6.2)), named("lo", 3, struct.pack("<d", 106.8)))
    notice, call = (stored(named("_rawValue", 0, struct.pack("<i", one))) for one in (3, 14))
    rows = [
        (BUDI, 0, 1, noted("paket 40 file 50rb", BUDI, incoming=True)),
        (BUDI, 0, 2, noted("mau", ANI, incoming=False)),
        (BUDI, 0, 3, noted("", BUDI, incoming=True, media=(file,))),
        (BUDI, 0, 4, noted("", BUDI, incoming=True, media=(place,))),
        (BUDI, 0, 5, noted("", BUDI, incoming=True, media=(call,))),
        (group, 0, 6, noted("di grup", CICI, incoming=True, forwarded=BUDI)),
        (group, 0, 7, noted("", CICI, incoming=True, media=(notice,))),
        (channel, 0, 8, noted("di kanal", channel, incoming=True)),
        (group, 0, 9, noted("tanpa pengirim", None, incoming=True)),
        (BUDI, 3, 10, noted("terjadwal", ANI, incoming=False)),
        (3 << 32 | 9, 2, 11, noted("rahasia", BUDI, incoming=True)),
    ]
    people = {
        ANI: stored(text_field("fn", "Ani"), text_field("ln", "Uji"), text_field("p", "6281100000001")),
        BUDI: stored(text_field("fn", "Budi"), text_field("un", "budiuji")),
        group: stored(text_field("t", "Gambar Uji"), named("i.t", 0, struct.pack("<i", 1))),
        channel: stored(text_field("t", "Kanal Uji"), named("i.t", 0, struct.pack("<i", 0))),
    }
    peers = "".join(f"insert into t2 values ({number}, x'{raw.hex()}');\n" for number, raw in people.items())
    keys = [struct.pack(">qiii", row[0], row[1], DATE + 60 * at, row[2]).hex() for at, row in enumerate(rows)]
    inserts = "".join(
        f"insert into t7 values (x'{key}', x'{row[3].hex()}');\n" for key, row in zip(keys, rows, strict=True)
    )
    return (
        HEAD + "create table t0 (key blob primary key, value blob);\n"
        "create table t2 (key integer primary key, value blob);\ncreate table t7 (key blob primary key, value blob);\n"
        "insert into t0 values (x'01', x'02');\n" + peers + inserts + "insert into t7 values (x'00', x'00');\n"
    )


MADE = {"telegram-android/made-up/input/cache4.db.sql": android, "telegram-ios/made-up/input/db_sqlite.sql": ios}
"""The fixtures and what makes them."""


def main(root: Path = DATA) -> None:
    """Write each fixture's database."""
    for name, make in MADE.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(make(), "utf-8")


if __name__ == "__main__":
    main()
