# SPDX-License-Identifier: Apache-2.0
"""What large exports and databases take: seconds of one core, and memory."""

import json
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.readers.folder_source import FolderSource
from tools.show.ground.sizes import sized
from tools.show.line import Line

from suluh.model.talk import Message
from suluh.readers.telegram_json import TelegramJson
from suluh.readers.whatsapp_msgstore import WhatsAppMsgstore

BYTES, FEW_BYTES = 500 * 1024**2, 25 * 1024**2
MOST_MEMORY = 200
"""MiB, whatever the size of the file."""

ROWS, FEW_ROWS = 2_000_000, 50_000
MINUTE = 60.0
"""Seconds of one core for all rows."""

_WRITTEN = {
    "type": "message",
    "date": "2025-08-30T18:00:00",
    "date_unixtime": "1756551600",
    "from": "Ani",
}
_SCHEMA = """
create table jid(_id integer primary key, user text, server text, raw_string text);
create table chat(_id integer primary key, jid_row_id integer, subject text);
create table message(_id integer primary key, chat_row_id integer, from_me integer, key_id text,
  sender_jid_row_id integer, timestamp integer, message_type integer, text_data text, sort_id integer);
"""


def speed(folder: Path) -> Iterator[Line]:
    """Memory for a large export of Telegram, and time for a large database of WhatsApp."""
    size = sized(BYTES, FEW_BYTES)
    write_export(folder / "result.json", size)
    memory, messages, written = _alone("telegram", folder)
    what = f"Telegram's JSON of {size // 1024**2} MB"
    is_met = memory <= MOST_MEMORY and messages == written
    yield Line(what, f"{memory:.0f} MiB, {messages:,} messages", f"{MOST_MEMORY} MiB", is_met)
    (folder / "result.json").unlink()
    rows = sized(ROWS, FEW_ROWS)
    write_database(folder / "msgstore.db", rows)
    seconds, messages, _ = _alone("msgstore", folder)
    goal = MINUTE * rows / ROWS
    is_met = seconds <= goal and messages == rows
    yield Line(f"msgstore.db of {rows:,} messages", f"{seconds:.1f} s of one core", f"{goal:.1f} s", is_met)


def _alone(what: str, folder: Path) -> tuple[float, int, int]:
    """Measure in a process of its own, whose memory and time are nobody else's."""
    command = [sys.executable, "-m", "tools.show.talk.speed", what, str(folder)]
    figure, messages, written = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(figure), int(messages), int(written)


def write_export(path: Path, size: int) -> None:
    """A chat of two as Telegram Desktop writes it."""
    with path.open("w", encoding="utf-8") as file:
        file.write('{"name": "Ani", "type": "personal_chat", "id": 1, "messages": [\n')
        number = 0
        while file.tell() < size:
            text = f"paket {number} file 50rb ya kak"
            one = dict(_WRITTEN, id=number, from_id=f"user{1 + number % 2}", text=text)
            one["text_entities"] = [{"type": "plain", "text": text}]
            file.write((",\n" if number else "") + json.dumps(one))
            number += 1
        file.write("\n]}")


def write_database(path: Path, rows: int) -> None:
    """A database of WhatsApp with forty chats."""
    with closing(sqlite3.connect(path)) as base, base:
        base.executescript(_SCHEMA)
        people = [(n, f"62811000{n:04}", "s.whatsapp.net", f"62811000{n:04}@s.whatsapp.net") for n in range(1, 41)]
        base.executemany("insert into jid values(?, ?, ?, ?)", people)
        base.executemany("insert into chat values(?, ?, null)", [(n, n) for n in range(1, 41)])
        base.executemany(
            "insert into message values(?, ?, ?, ?, 0, ?, 0, ?, ?)",
            (
                (n, 1 + n % 40, n % 2, f"K{n}", 1_756_551_600_000 + n * 1000, f"paket {n} file 50rb ya kak", n)
                for n in range(1, rows + 1)
            ),
        )


def _measure(what: str, folder: Path) -> str:
    """What one reader takes: its figure, its messages, and how many were written where that is counted here."""
    reader, name = (TelegramJson(), "result.json") if what == "telegram" else (WhatsAppMsgstore(), "msgstore.db")
    start = time.process_time()
    messages = sum(isinstance(one, Message) for one in reader.read(FolderSource(folder, name)))
    took = time.process_time() - start
    if what == "msgstore":
        return f"{took} {messages} 0"
    # what `resource` says begins with the memory of whoever started this process
    [held] = re.findall(r"^VmHWM:\s+(\d+) kB$", Path("/proc/self/status").read_text("ascii"), re.MULTILINE)
    peak = int(held) / 1024
    with (folder / name).open("rb") as file:
        written = sum(b'"type": "message"' in line for line in file)
    return f"{peak} {messages} {written}"


if __name__ == "__main__":
    print(_measure(sys.argv[1], Path(sys.argv[2])))
