# SPDX-License-Identifier: Apache-2.0
"""A key opens with its passphrase only, signs for its officer only, and opens what was sealed for them."""

import msgspec
import pytest
from tests.custody.every_noun import AT, PASSPHRASE

from suluh.custody.key import QUICK, OfficerKey, PublicKey
from suluh.model.errors import BadBody, Misuse, UnknownObject, WrongPassphrase
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import add_officer, officers, unlock


def make(passphrase: str = PASSPHRASE) -> tuple[PublicKey, bytes]:
    return OfficerKey.make("A-1", "analyst", passphrase, made_at=AT, strength=QUICK)


def test_a_key_signs_what_its_public_half_verifies() -> None:
    public, wrapped = make()

    signature = OfficerKey.unlock(wrapped, PASSPHRASE).sign(b"words")

    assert public.verify(b"words", signature)
    assert not public.verify(b"word", signature)
    assert not make()[0].verify(b"words", signature)


def test_a_wrong_passphrase_opens_nothing() -> None:
    _, wrapped = make()

    with pytest.raises(WrongPassphrase, match="A-1"):
        OfficerKey.unlock(wrapped, PASSPHRASE + " ")


def test_the_same_passphrase_from_another_keyboard_opens() -> None:
    _, wrapped = make("kafé kafé")

    assert OfficerKey.unlock(wrapped, "kafe\u0301 kafe\u0301").code == "A-1"


def test_access_and_code_cannot_be_changed_in_the_file() -> None:
    _, wrapped = make()

    with pytest.raises(WrongPassphrase):
        OfficerKey.unlock(wrapped.replace(b'"analyst"', b'"supervisor"'), PASSPHRASE)


def test_a_key_file_that_asks_for_an_impossible_cost_is_refused() -> None:
    _, wrapped = make()
    file = msgspec.json.decode(wrapped)
    file["strength"]["memory"] = 1 << 40

    with pytest.raises(BadBody, match="cost"):
        OfficerKey.unlock(msgspec.json.encode(file), PASSPHRASE)


@pytest.mark.parametrize("junk", [b"", b"{}", b"[" * 10_000, b"\xff", b'{"code":1}'])
def test_junk_is_no_key(junk: bytes) -> None:
    with pytest.raises(BadBody):
        OfficerKey.unlock(junk, PASSPHRASE)
    with pytest.raises(BadBody):
        PublicKey.read(junk)


def test_a_public_key_is_read_in_one_form_only() -> None:
    public, _ = make()

    assert PublicKey.read(public.body()) == public
    with pytest.raises(BadBody):
        PublicKey.read(public.body().replace(b",", b", "))


def test_only_the_receiver_opens_what_was_sealed() -> None:
    public, wrapped = make()
    sealed = public.seal(b"the key of the sets")

    assert OfficerKey.unlock(wrapped, PASSPHRASE).unseal(sealed) == b"the key of the sets"
    with pytest.raises(BadBody):
        OfficerKey.unlock(make()[1], PASSPHRASE).unseal(sealed)


@pytest.mark.parametrize("at", range(0, 67, 7))
def test_a_changed_byte_in_what_was_sealed_is_found(at: int) -> None:
    public, wrapped = make()
    sealed = bytearray(public.seal(b"the key of the sets"))
    sealed[at] ^= 1

    with pytest.raises(BadBody):
        OfficerKey.unlock(wrapped, PASSPHRASE).unseal(bytes(sealed))


@pytest.mark.parametrize(
    ("code", "access", "passphrase"),
    [
        ("A 1", "analyst", PASSPHRASE),
        ("../A", "analyst", PASSPHRASE),
        ("A", "chief", PASSPHRASE),
        ("A", "analyst", "x"),
    ],
)
def test_a_bad_code_access_or_passphrase_is_misuse(tmp_path: object, code: str, access: str, passphrase: str) -> None:
    with pytest.raises(Misuse):
        add_officer(UnitFolder(tmp_path), code, access, passphrase, AT, QUICK)


def test_a_code_is_given_once_and_an_unknown_one_is_said(tmp_path: object) -> None:
    unit = UnitFolder(tmp_path)
    public = add_officer(unit, "A-1", "analyst", PASSPHRASE, AT, QUICK)

    assert officers(unit) == (public,)
    with pytest.raises(Misuse):
        add_officer(unit, "A-1", "analyst", PASSPHRASE, AT, QUICK)
    with pytest.raises(UnknownObject):
        unlock(unit, "A-2", PASSPHRASE)
    with pytest.raises(WrongPassphrase, match="SULUH_PASSPHRASE"):
        unlock(unit, "A-1", None)


def test_private_halves_are_kept_from_other_users(tmp_path: object) -> None:
    unit = UnitFolder(tmp_path)
    add_officer(unit, "A-1", "analyst", PASSPHRASE, AT, QUICK)

    assert [path.stat().st_mode & 0o077 for path in sorted(unit.officers.iterdir())] == [0, 0]
