# SPDX-License-Identifier: Apache-2.0
"""Blocks of random bytes typed into every text of an exhibit: messages, names, titles, booked lines, captions."""

import base64
import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

Draw = Callable[[], bytes]
WA = """
CREATE TABLE wa_contacts (_id INTEGER PRIMARY KEY, jid TEXT, is_whatsapp_user INTEGER, number TEXT, display_name TEXT,
  wa_name TEXT, nickname TEXT);
"""
MSGSTORE = """
CREATE TABLE jid (_id INTEGER PRIMARY KEY, user TEXT, server TEXT, raw_string TEXT);
CREATE TABLE chat (_id INTEGER PRIMARY KEY, jid_row_id INTEGER, subject TEXT);
CREATE TABLE message (_id INTEGER PRIMARY KEY, chat_row_id INTEGER, from_me INTEGER, key_id TEXT,
  sender_jid_row_id INTEGER, timestamp INTEGER, message_type INTEGER, text_data TEXT, sort_id INTEGER);
CREATE TABLE message_media (message_row_id INTEGER PRIMARY KEY, file_path TEXT, mime_type TEXT, media_caption TEXT);
"""
WALLET = "Tanggal,Waktu,Jenis Transaksi,Nomor Tujuan/Asal,Nama Tujuan/Asal,Nominal,Saldo,Status,ID Transaksi"


def file_of(canary: bytes) -> bytes:
    """As much of a picture as a long text holds, with a block in the middle."""
    return b"\xff\xd8\xff\xe0" + bytes(range(90)) + canary + bytes(range(160, 250))


def spellings(draw: Draw) -> Iterator[str]:
    """Each way of writing a file as text."""
    raw = base64.b64encode(file_of(draw())).decode()
    yield raw
    yield "\n".join(raw[at : at + 64] for at in range(0, len(raw), 64))
    yield base64.urlsafe_b64encode(file_of(draw())).decode()
    yield f"data:image/jpeg;base64,{base64.b64encode(file_of(draw())).decode()}"
    yield file_of(draw()).hex()
    yield file_of(draw()).hex(" ")
    yield "\n".join(base64.encodebytes(file_of(draw())).decode().splitlines())


def plant(tree: Path, draw: Draw) -> None:
    """Chats, contacts and statements with blocks in every text."""
    tree.mkdir(parents=True, exist_ok=True)
    _whatsapp(tree / "WhatsApp Chat with Budi.txt", draw)
    _telegram(tree / "result.json", draw)
    _contacts(tree / "wa.db", draw)
    _messages(tree / "msgstore.db", draw)
    _statement(tree / "dompet.csv", draw)


def _whatsapp(path: Path, draw: Draw) -> None:
    lines = [f"30/08/25 18.0{n} - Ani: lihat {one}" for n, one in enumerate(spellings(draw))]
    path.write_text("\n".join([*lines, "30/08/25 19.00 - Budi: ok", "30/08/25 19.01 - Ani: sip", ""]), "utf-8")


def _telegram(path: Path, draw: Draw) -> None:
    raw = iter(spellings(draw))
    messages = [
        {"id": n, "type": "message", "date": "2025-08-30T18:00:00", "from": name, "from_id": "user5", "text": text}
        for n, (name, text) in enumerate([("Ani", next(raw)), (next(raw), "halo"), ("Ani", next(raw))], 1)
    ]
    messages.append({"id": 9, "type": "message", "date": "2025-08-30T18:00:00", "from": next(raw), "text": "halo"})
    contacts = [{"first_name": next(raw), "last_name": "", "phone_number": "+62 899 0000 0088"}]
    chat = {"name": next(raw), "type": "private_group", "id": 7, "messages": messages}
    whole = {"contacts": {"list": contacts}, "chats": {"list": [chat]}}
    path.write_text(json.dumps(whole), "utf-8")


def _contacts(path: Path, draw: Draw) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(WA)
    for row, one in enumerate(spellings(draw), 1):
        number = f"62899000000{row:02}"
        names = (one, None, None) if row % 2 else ("Ani", one, one)
        values = (row, f"{number}@s.whatsapp.net", 1, f"+{number}", *names)
        connection.execute("INSERT INTO wa_contacts VALUES (?,?,?,?,?,?,?)", values)
    connection.commit()
    connection.close()


def _messages(path: Path, draw: Draw) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(MSGSTORE)
    connection.execute("INSERT INTO jid VALUES (1, '6289900000001', 'g.us', '6289900000001@g.us')")
    title, caption, name, *texts = spellings(draw)
    connection.execute("INSERT INTO chat VALUES (1, 1, ?)", (title,))
    for row, text in enumerate(texts, 1):
        message = (row, 1, 0, f"K{row}", 0, 1_756_000_000_000 + row, 0, text, row)
        connection.execute("INSERT INTO message VALUES (?,?,?,?,?,?,?,?,?)", message)
    connection.execute("INSERT INTO message_media VALUES (1, ?, 'image/jpeg', ?)", (f"Media/{name}.jpg", caption))
    connection.commit()
    connection.close()


def _statement(path: Path, draw: Draw) -> None:
    """One booked line for each spelling that stands on one line, as its text and as the name of the other side."""
    rows, balance = [], 0
    for one in (text for text in spellings(draw) if "\n" not in text):
        for kind, name in ((one.replace(",", " "), "Ani"), ("Transfer Masuk", one.replace(",", " "))):
            balance += 50_000
            day = f"2025-08-{len(rows) + 1:02}"
            rows.append(f"{day},18:00:00,{kind},089900000088,{name},50000,{balance},Berhasil,GP{len(rows)}")
    path.write_text("\n".join(["Nomor Akun,089900000001", "", WALLET, *rows, ""]), "utf-8")
