# SPDX-License-Identifier: Apache-2.0
"""The file that a message names is found, or is missing."""

import msgspec
import pytest

from suluh.model.intake import File, place_of
from suluh.model.talk import Attachment, Message
from suluh.readers.attach import Shelf

CHAT = "Download/Chat.txt"
FILES = {
    CHAT: "0" * 64,
    "Download/IMG-1.jpg": "1" * 64,
    "Media/WhatsApp Images/IMG-1.jpg": "2" * 64,
    "Media/WhatsApp Images/IMG-2.jpg": "3" * 64,
    "a/IMG-3.jpg": "4" * 64,
    "b/IMG-3.jpg": "5" * 64,
    "c/IMG-4.jpg": "6" * 64,
    "d/IMG-4.jpg": "6" * 64,
}


def a_file(path: str) -> File:
    return File(id=path, exhibit="B-1", acquisition="1", path=path.encode(), order=1)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(map(a_file, FILES), FILES)


@pytest.mark.parametrize(
    ("attachment", "state", "sha256"),
    [
        (Attachment(state="named", name="IMG-1.jpg"), "present", "1" * 64),
        (Attachment(state="named", name="WhatsApp Images/IMG-1.jpg"), "missing", None),
        (Attachment(state="named", name="../a/IMG-3.jpg"), "present", "4" * 64),
        (Attachment(state="named", name="IMG-2.jpg"), "missing", None),
        (Attachment(state="named", name="IMG-9.jpg"), "missing", None),
        (Attachment(state="named", name="x.jpg", sha256="3" * 64, stated=True), "present", "3" * 64),
        (Attachment(state="named", name="x.jpg", sha256="9" * 64, stated=True), "missing", "9" * 64),
        (Attachment(state="omitted"), "omitted", None),
    ],
)
def test_an_attachment_is_settled(shelf, attachment, state, sha256):
    message = Message(id="m", conversation="c", kind="media", place=place_of(a_file(CHAT)), attachments=(attachment,))

    [settled] = shelf.settle(message).attachments

    assert (settled.state, settled.sha256) == (state, sha256)


@pytest.mark.parametrize(
    ("name", "state", "sha256"),
    [
        ("WhatsApp Images/IMG-1.jpg", "present", "2" * 64),
        ("IMG-2.jpg", "missing", None),
        ("both/IMG-3.jpg", "missing", None),
        ("twice/IMG-4.jpg", "present", "6" * 64),
    ],
)
def test_a_path_of_a_database_is_found_wherever_the_app_lies(name, state, sha256):
    files = {**FILES, "1/both/IMG-3.jpg": "4" * 64, "2/both/IMG-3.jpg": "5" * 64}
    files |= {"1/twice/IMG-4.jpg": "6" * 64, "2/twice/IMG-4.jpg": "6" * 64}
    place = msgspec.structs.replace(place_of(a_file(CHAT)), table="message", row="1")
    attachment = Attachment(state="named", name=name)
    message = Message(id="m", conversation="c", kind="media", place=place, attachments=(attachment,))

    [settled] = Shelf(map(a_file, files), files).settle(message).attachments

    assert (settled.state, settled.sha256) == (state, sha256)
