# SPDX-License-Identifier: Apache-2.0
"""Harmless media with blocks of random bytes planted inside, and the search for them in what Suluh makes."""

import base64
import io
import random
import re
import sqlite3
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image, PngImagePlugin
from tests import hidden

NUMBER, SIZE = 200, 32
GAPS = re.compile(rb"\\[rn]|\s")
"""Line ends and blanks, as they stand and as JSON writes them."""

SIGNATURES = {
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG\r\n": "PNG",
    b"GIF8": "GIF",
    b"RIFF": "WebP or AVI",
    b"BM": "BMP",
    b"\x1aE\xdf\xa3": "Matroska",
    b"II*\x00": "TIFF",
}
MESSAGES = """
CREATE TABLE jid (_id INTEGER PRIMARY KEY, user TEXT, server TEXT, raw_string TEXT);
CREATE TABLE chat (_id INTEGER PRIMARY KEY, jid_row_id INTEGER, subject TEXT);
CREATE TABLE message (_id INTEGER PRIMARY KEY, chat_row_id INTEGER, from_me INTEGER, key_id TEXT,
  sender_jid_row_id INTEGER, timestamp INTEGER, message_type INTEGER, text_data TEXT, sort_id INTEGER);
CREATE TABLE message_media (message_row_id INTEGER PRIMARY KEY, file_path TEXT, mime_type TEXT, file_hash TEXT);
CREATE TABLE message_thumbnail (message_row_id INTEGER PRIMARY KEY, thumbnail BLOB);
INSERT INTO jid VALUES (1, '628990000001', 's.whatsapp.net', '628990000001@s.whatsapp.net');
INSERT INTO chat VALUES (1, 1, NULL);
"""


class Canaries:
    """Blocks of random bytes, each handed out once."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)  # noqa: S311 # blocks to be found again, no secrets
        self.blocks: list[bytes] = []

    def one(self) -> bytes:
        """A new block."""
        self.blocks.append(self._draw.randbytes(SIZE))
        return self.blocks[-1]

    def found_in(self, data: bytes) -> list[bytes]:
        """The blocks in some bytes: raw, in hex, or in base64 at any of its three offsets, on one line or on many."""
        close = GAPS.sub(b"", data)
        lower = close.lower()
        return [one for one in self.blocks if one in data or one.hex().encode() in lower or _base64(one, close)]


def _base64(block: bytes, data: bytes) -> bool:
    """Whether base64 of the block stands in some bytes, whatever came before and after it."""
    for before in range(3):
        for alphabet in (base64.b64encode, base64.urlsafe_b64encode):
            if alphabet(b"\0" * before + block)[4 if before else 0 : -4] in data:
                return True
    return False


def plant(tree: Path, canaries: Canaries) -> None:
    """A tree of made-up media of every kind and of texts with files in them, with all canaries inside."""
    hidden.plant(tree / "texts", canaries.one)
    for number in range(12):
        for suffix, made in _pictures(number, canaries):
            path = tree / "DCIM" / f"IMG-{number:03}.{suffix}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made)
    _database(tree / "databases" / "msgstore.db", canaries)
    _archive(tree / "Download" / "paket.zip", canaries)
    while len(canaries.blocks) < NUMBER:
        number = len(canaries.blocks)
        (tree / "DCIM" / f"VID-{number}.mp4").write_bytes(_video(canaries.one()))
        (tree / "DCIM" / f"PTT-{number}.mp3").write_bytes(b"ID3\x04\0\0\0\0\0\0" + canaries.one() * 2)


def _pictures(number: int, canaries: Canaries) -> Iterator[tuple[str, bytes]]:
    """One drawn picture in each format, a canary in a comment and another behind the end."""
    pixels = np.add.outer(np.arange(160) * (number + 1), np.arange(120) * 2) % 256
    image = Image.fromarray(pixels.astype(np.uint8)).convert("RGB")
    notes = PngImagePlugin.PngInfo()
    notes.add(b"caNa", canaries.one())
    for suffix, options in (
        ("jpg", {"format": "JPEG", "comment": canaries.one(), "exif": _exif(canaries)}),
        ("png", {"format": "PNG", "pnginfo": notes}),
        ("gif", {"format": "GIF", "comment": canaries.one()}),
        ("webp", {"format": "WEBP", "exif": b"Exif\0\0" + canaries.one()}),
        ("bmp", {"format": "BMP"}),
        ("tif", {"format": "TIFF"}),
    ):
        made = io.BytesIO()
        image.save(made, **options)
        yield suffix, made.getvalue() + canaries.one()


def _exif(canaries: Canaries) -> bytes:
    """A camera's header with a canary in the maker's notes, and a second directory whose thumbnail is another."""
    block = Image.Exif()
    block[0x010F], block[0x0110] = "Pabrik Uji", "Model Satu"
    block.get_ifd(0x8769)[0x927C] = canaries.one()
    raw = block.tobytes()
    start = len(b"Exif\0\0")
    order = "<" if raw[start : start + 2] == b"II" else ">"
    entries = struct.unpack_from(f"{order}H", raw, start + 8)[0]
    link = start + 10 + 12 * entries
    place = len(raw) - start
    thumbnail = [(0x0201, 4, 1, place + 30), (0x0202, 4, 1, SIZE)]
    second = struct.pack(f"{order}H", 2) + b"".join(struct.pack(f"{order}HHII", *one) for one in thumbnail) + bytes(4)
    return raw[:link] + struct.pack(f"{order}I", place) + raw[link + 4 :] + second + canaries.one()


def _video(canary: bytes) -> bytes:
    """A file that says it is MP4, and holds nothing but a block."""
    return b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + (8 + SIZE).to_bytes(4, "big") + b"mdat" + canary


def _database(path: Path, canaries: Canaries) -> None:
    """Messages whose thumbnails are canaries."""
    path.parent.mkdir(parents=True)
    connection = sqlite3.connect(path)
    connection.executescript(MESSAGES)
    for row in range(1, 21):
        message = (row, 1, 0, f"K{row}", 0, 1_756_000_000_000 + row, 1, f"gambar {row}", row)
        connection.execute("INSERT INTO message VALUES (?,?,?,?,?,?,?,?,?)", message)
        connection.execute("INSERT INTO message_media VALUES (?,?,?,NULL)", (row, f"Media/{row}.jpg", "image/jpeg"))
        connection.execute("INSERT INTO message_thumbnail VALUES (?,?)", (row, b"\xff\xd8\xff\xe0" + canaries.one()))
    connection.commit()
    connection.close()


def _archive(path: Path, canaries: Canaries) -> None:
    """A zip with pictures, and one inside it."""
    path.parent.mkdir(parents=True)
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        for name, made in _pictures(77, canaries):
            archive.writestr(f"dalam.{name}", made)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner.zip", inner.getvalue())
        for name, made in _pictures(88, canaries):
            archive.writestr(f"gambar.{name}", made)


def leaks(folder: Path, canaries: Canaries) -> list[str]:
    """Every file below a folder that holds a canary, or begins as media does."""
    found = []
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        data = path.read_bytes()
        found += [f"{path.name}: a planted block"] if canaries.found_in(data) else []
        found += [f"{path.name}: {kind}" for head, kind in SIGNATURES.items() if data.startswith(head)]
        found += [f"{path.name}: MP4"] if data[4:8] == b"ftyp" else []
    return found
