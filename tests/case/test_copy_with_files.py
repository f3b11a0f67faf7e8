# SPDX-License-Identifier: Apache-2.0
"""A chat on two phones, of which one kept the files: what was sent is known, whichever phone was entered first."""

import hashlib
from pathlib import Path

import pytest
from tests.custody.every_noun import officer, start

from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.line.inputs import Inputs
from suluh.case.line.run import run
from suluh.case.views.messages import Messages
from suluh.unit.folder import UnitFolder

SAID = ("kucing oranye tidur", "besok panen jagung", "motor mogok lagi", "siapa punya gergaji", "es kelapa muda")
MORE = ("layang layang putus", "lampu teras padam", "resep sambal matah", "ikan mas koki", "jadwal ronda malam")
LINES = [
    f"16/05/25 {13 + number // 4}.{15 * (number % 4):02} - {'Jose' if number % 2 else 'Tom'}: {one}"
    for number, one in enumerate(SAID + MORE)
]
SENT = b"\xff\xd8\xff\xe0 a made-up picture"


def phone(root: Path, sent: str, *, is_kept: bool) -> Path:
    root.mkdir()
    (root / "Chat WhatsApp dengan Ronda.txt").write_text("\n".join([*LINES, f"16/05/25 15.40 - Tom: {sent}"]) + "\n")
    if is_kept:
        (root / "DOC-20250516-WA0000.png").write_bytes(SENT)
    return root


@pytest.mark.parametrize("order", [(False, True), (True, False)])
def test_a_file_that_one_copy_holds_is_of_the_message(order: tuple[bool, bool], tmp_path: Path) -> None:
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    record_authority(case, Paper("court", "P-1", "PN Contoh", "2026-01-01"))
    for number, is_kept in enumerate(order, 1):
        sent = "\u200eDOC-20250516-WA0000.png (file terlampir)" if is_kept else "<Media tidak disertakan>"
        add_exhibit(case, Bag(phone(tmp_path / f"B-{number}", sent, is_kept=is_kept), f"B-{number}", "P-1"))
    run(case, lambda _: None)

    shown = [one for one in Messages().rows(case) if one["attachments"]]
    rooms = [[one.value for one in room] for room in Inputs(case.rows, None).rooms()]
    told = [one for room in rooms for one in room if one.attachments]

    digest = hashlib.sha256(SENT).hexdigest()
    assert [[file["sha256"] for file in one["attachments"]] for one in shown] == [[digest]]
    assert [[file.sha256 for file in one.attachments] for one in told] == [[digest]]
    assert [len(room) for room in rooms] == [len(LINES) + 1]
    assert len({one.conversation for one in rooms[0]}) == 1
    case.close()
