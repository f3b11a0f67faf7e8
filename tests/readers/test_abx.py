# SPDX-License-Identifier: Apache-2.0
"""Android's binary XML: what stands in it, and where it breaks off."""

from pathlib import Path

import pytest
from tests.readers.abx_made import SECURE, USER, Node, abx
from tests.readers.fixtures import DATA
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.talk import Trait
from suluh.readers.apps.abx import BrokenAbx, elements
from suluh.readers.claim import claimants


def _read(folder: Path, raw: bytes) -> list[object]:
    (folder / "0.xml").write_bytes(raw)
    source = FolderSource(folder, "0.xml")
    [(reader, _)] = claimants(source)
    return list(reader.read(source))


def test_the_fixture_is_what_its_maker_writes() -> None:
    assert (DATA / "device-android/binary/input/settings_secure.xml").read_bytes() == SECURE
    assert (DATA / "device-android/binary/input/0.xml").read_bytes() == USER


def test_settings_say_what_those_in_words_say(tmp_path: Path) -> None:
    found = [(one.what, one.value, one.kind) for one in _read(tmp_path, SECURE) if isinstance(one, Trait)]

    assert found == [
        ("identifier", "0123456789abcdef", "android_id"),
        ("device-name", "HP Uji", "bluetooth_name"),
        ("owner", "Milik Uji, hubungi 0812-0000-0000", "lock_screen_owner_info"),
    ]


def test_a_user_has_a_name(tmp_path: Path) -> None:
    [owner] = [one for one in _read(tmp_path, USER) if isinstance(one, Trait)]

    assert (owner.what, owner.value, owner.place.pointer) == ("owner", "Pemilik Uji", "/name[2]")


def test_what_breaks_off_is_read_up_to_there_with_a_flaw(tmp_path: Path) -> None:
    found = _read(tmp_path, SECURE[: SECURE.index(b"lock_screen")])

    assert [one.kind for one in found if isinstance(one, Trait)] == ["android_id", "bluetooth_name"]
    [said] = [one for one in found if isinstance(one, Flaw)]
    assert said.reason.startswith("this binary XML cannot be read on: it breaks off at byte ")


def test_other_binary_xml_is_no_settings(tmp_path: Path) -> None:
    (tmp_path / "packages.xml").write_bytes(abx(Node("packages", {}, (Node("name", text="Tes"),))))

    assert claimants(FolderSource(tmp_path, "packages.xml")) == ()


def test_values_of_every_type_come_out_in_words() -> None:
    made = abx(Node("a", {"yes": True, "no": False, "number": -5, "text": "ä"}))

    assert next(elements(made)).attributes == {"yes": "true", "no": "false", "number": "-5", "text": "ä"}


@pytest.mark.parametrize("raw", [b"", b"<a/>", b"ABX\0\x33\x00\x05", b"ABX\0\x2f\xff\xff\x00\x01a\x00\x01b"])
def test_bytes_that_are_none_are_refused(raw: bytes) -> None:
    with pytest.raises(BrokenAbx):
        list(elements(raw))


def test_a_file_cut_between_two_tokens_and_one_that_says_a_name_for_ever_are_told() -> None:
    name = b"\xff\xff" + len(b"user").to_bytes(2, "big") + b"user"

    with pytest.raises(BrokenAbx, match="1 elements open"):
        list(elements(b"ABX\0\x32" + name))
    with pytest.raises(BrokenAbx, match="characters of text"):
        list(elements(b"ABX\0\x32" + name + b"\x34\x00\x00" * 300_000))
