# SPDX-License-Identifier: Apache-2.0
"""What WhatsApp for iOS says of somebody's new number stands under the chat's name and is nobody's text."""

from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.talk import Message
from suluh.readers.claim import claimants

OPENING = "[30/11/25 13.34.40] Siti Cbn: \u200ePesan dan panggilan terenkripsi secara end-to-end."


def kinds(folder: Path, line: str) -> list[tuple[str | None, str]]:
    """Who says each line, and its kind."""
    said = ("[30/11/25 13.35.11] Siti Cbn: bang ini Siti, ganti nomor ya", "[30/11/25 13.36.11] Joko Sari: siap kak")
    text = "\n".join((f"\u200e{OPENING}", line, *said))
    (folder / "_chat.txt").write_bytes(text.encode())
    source = FolderSource(folder, "_chat.txt")
    [(reader, _)] = claimants(source)
    messages = [one for one in reader.read(source) if isinstance(one, Message)]
    return [(one.sender and one.sender.rpartition("/")[2], one.kind) for one in messages]


@pytest.mark.parametrize(
    "says",
    [
        "Siti mengganti nomor teleponnya ke nomor baru. Ketuk untuk mengirim pesan atau menambahkan nomor baru.",
        "Siti changed their phone number to a new number. Tap to message or add the new number.",
        "Siti Cbn hat seine/ihre Telefonnummer geändert. Tippe, um eine Nachricht zu senden.",
        "Siti cambió su número de teléfono a uno nuevo. Toca para enviarle un mensaje.",
    ],
)
def test_a_line_about_a_new_number_is_the_apps_own(says: str, tmp_path: Path) -> None:
    found = kinds(tmp_path, f"\u200e[30/11/25 13.34.41] Siti Cbn: \u200e{says}")

    assert found == [(None, "system"), (None, "system"), ("Siti%20Cbn", "text"), ("Joko%20Sari", "text")]


def test_the_same_words_without_the_apps_mark_are_a_persons(tmp_path: Path) -> None:
    found = kinds(tmp_path, "[30/11/25 13.34.41] Siti Cbn: Siti mengganti nomor teleponnya, tolong simpan")

    assert found[1] == ("Siti%20Cbn", "text")
