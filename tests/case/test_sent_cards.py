# SPDX-License-Identifier: Apache-2.0
"""A contact card that came in a chat says nothing of whose number a name of the phone's own book is."""

from pathlib import Path

import pytest
from tests.custody.every_noun import officer, start

from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.line.run import run
from suluh.model.people import Link
from suluh.unit.folder import UnitFolder

CHAT = "16/05/25 13.10 - Budi Toko: besok ada?\n16/05/25 13.11 - Ani Sari: ada pak\n16/05/25 13.12 - Budi Toko: siap\n"
FRIEND = "16/05/25 14.10 - Cici: ini kontaknya\n16/05/25 14.11 - Cici: \u200e{card} (file terlampir)\n"
ENTRY = "BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL;TYPE=CELL:{number}\nEND:VCARD\n"
CARDS = ENTRY.format(name="Budi Toko", number="+62 811 0000 001") + ENTRY.format(name="Eka", number="+62 811 0000 002")


def joining(folder: Path, *, is_sent: bool) -> list[bool]:
    """Whether the name in the chat is joined with the number, of each link that a card gives."""
    root = folder / "B-1"
    root.mkdir()
    (root / "Chat WhatsApp dengan Budi Toko.txt").write_text(CHAT, "utf-8")
    chat = FRIEND.format(card="kontak.vcf") if is_sent else FRIEND.format(card="foto.jpg")
    (root / "Chat WhatsApp dengan Cici.txt").write_text(chat + "16/05/25 14.12 - Ani Sari: makasih\n", "utf-8")
    (root / "kontak.vcf").write_text(CARDS, "utf-8")
    unit = UnitFolder(folder / "unit")
    case = start(folder / "case", unit, officer(unit, "S-1"))
    record_authority(case, Paper("court", "P-1", "PN Contoh", "2026-01-01"))
    add_exhibit(case, Bag(root, "B-1", "P-1"))
    run(case, lambda _: None)
    found = [one.merges for one in case.nouns(Link) if one.rule == "contact-list"]
    case.close()
    return found


@pytest.mark.parametrize("is_sent", [True, False])
def test_cards_join_where_they_are_a_book_and_only_propose_where_somebody_sent_them(
    tmp_path: Path, *, is_sent: bool
) -> None:
    assert joining(tmp_path, is_sent=is_sent) == [not is_sent]
