# SPDX-License-Identifier: Apache-2.0
"""A checkpoint is a C2SP signed note, read in one form and with the right key only."""

import base64
import random

import pytest

from suluh.custody.checkpoint import read_checkpoint, write_checkpoint
from suluh.custody.key import OfficerKey
from suluh.model.errors import BadBody

ROOT = bytes(range(32))


def test_a_note_has_the_lines_of_the_format(key: OfficerKey) -> None:
    lines = write_checkpoint("suluh/x", 7, ROOT, key).split("\n")

    assert lines[:4] == ["suluh/x", "7", base64.b64encode(ROOT).decode(), ""]
    assert lines[4].startswith("— S-1 ")
    assert lines[5:] == [""]


def test_a_note_is_read_with_the_key_that_signed_it(key: OfficerKey, second: OfficerKey) -> None:
    note = write_checkpoint("suluh/x", 7, ROOT, key)

    assert read_checkpoint(note, [second.public, key.public]) == ("suluh/x", 7, ROOT, "S-1")
    with pytest.raises(BadBody, match="no officer"):
        read_checkpoint(note, [second.public])


def test_a_second_office_may_sign_beside_the_first(key: OfficerKey, second: OfficerKey) -> None:
    note = write_checkpoint("suluh/x", 7, ROOT, key)
    beside = write_checkpoint("suluh/x", 7, ROOT, second).split("\n")[4]

    assert read_checkpoint(note + beside + "\n", [second.public]).signer == "S-2"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda note: note.replace("\n", "\r\n"),
        lambda note: note + "\n",
        lambda note: note[:-1],
        lambda note: note.replace("\n7\n", "\n07\n"),
        lambda note: note.replace("\n7\n", "\n+7\n"),
        lambda note: note.replace("\n7\n", "\n8\n"),
        lambda note: note.replace("suluh/x", "suluh/y"),
        lambda note: note.replace("— ", "- "),
        lambda note: note + note.split("\n")[4] + "\n",
        lambda note: note.replace("\n\n", "\nan extension\n\n"),
        lambda note: note.replace("=", "", 1),
        lambda _: "",
    ],
)
def test_a_note_in_any_other_form_is_refused(key: OfficerKey, spoil: object) -> None:
    note = write_checkpoint("suluh/x", 7, ROOT, key)

    with pytest.raises(BadBody):
        read_checkpoint(spoil(note), [key.public])


def test_every_changed_byte_is_found(key: OfficerKey) -> None:
    note = write_checkpoint("suluh/x", 7, ROOT, key).encode()
    chance = random.Random(6)  # noqa: S311 # a seed makes it run again

    for at in range(len(note)):
        changed = bytearray(note)
        changed[at] ^= 1 << chance.randrange(8)
        with pytest.raises(BadBody):
            read_checkpoint(changed.decode("utf-8", "backslashreplace"), [key.public])
