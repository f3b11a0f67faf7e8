# SPDX-License-Identifier: Apache-2.0
"""What libsodium takes OpenSSL and the verifier of a package take too, whatever somebody made of key and signature."""

import hashlib
import random
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from suluh.custody import signatures, sodium
from suluh.custody.curve import BASE, L, P, Point, add, find_x, is_signature, multiply
from suluh.custody.key import has_signed
from suluh.custody.sodium import is_strict, surely_signed

BROKEN, SLOWLY = 10_000, 25
SEED = 20261129
SCALAR, ONCE = 0x1234567890ABCDEF << 180, 0xFEDCBA0987654321 << 170


class Signed(NamedTuple):
    key: bytes
    words: bytes
    signature: bytes


def written(point: Point) -> bytes:
    inverse = pow(point[2], -1, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return ((x & 1) << 255 | y).to_bytes(32, "little")


def of_small_order() -> list[Point]:
    """The eight points of the curve whose order divides 8, the neutral one first."""
    for y in range(2, 100):
        x = find_x(y, 0)
        found = None if x is None else multiply(L, (x, y, 1, x * y % P))
        if found is not None and (multiply(4, found)[1] - multiply(4, found)[2]) % P:
            return [multiply(number, found) for number in range(8)]
    raise AssertionError


SMALL = of_small_order()


def signed(key: bytes, nonce: bytes, words: bytes, more: int = 0) -> Signed:
    """The number that fits the equation of RFC 8032 for these bytes of a key and a first point."""
    challenge = int.from_bytes(hashlib.sha512(nonce + key + words).digest(), "little")
    number = (ONCE + challenge * SCALAR) % L + more
    return Signed(key, words, nonce + number.to_bytes(32, "little"))


def edges() -> Iterator[Signed]:
    """Parts of small order in key and first point, and small keys and first points alone, over several words."""
    mine, once = multiply(SCALAR, BASE), multiply(ONCE, BASE)
    for number, (in_key, in_nonce) in enumerate(product(SMALL, SMALL)):
        for words in (b"edge %d %d" % (number, one) for one in range(2)):
            yield signed(written(add(mine, in_key)), written(add(once, in_nonce)), words)
            yield signed(written(in_key), written(add(once, in_nonce)), words)
            challenge = int.from_bytes(hashlib.sha512(written(in_nonce) + written(mine) + words).digest(), "little")
            nothing = written(in_nonce) + (challenge * SCALAR % L).to_bytes(32, "little")
            yield Signed(written(mine), words, nothing)


def odd_forms() -> Iterator[Signed]:
    """Numbers past the order of the group, points past the prime of the field, signs of nothing, wrong lengths."""
    key, nonce, words = written(multiply(SCALAR, BASE)), written(multiply(ONCE, BASE)), b"edge"
    right = signed(key, nonce, words)
    yield from (signed(key, nonce, words, more * L) for more in range(1, 9))
    yield from (signed(key, nonce, words, 1 << bit) for bit in (252, 253, 254, 255))
    for y, sign in product((P, P + 1, 2**255 - 1, 0, 1, P - 1), (0, 1)):
        odd = (sign << 255 | y).to_bytes(32, "little")
        yield signed(odd, nonce, words)
        yield signed(key, odd, words)
        yield Signed(odd, words, odd + bytes(32))
    for cut in (0, 1, 31, 32, 63, 64, 65, 96):
        yield Signed(key, words, (right.signature * 2)[:cut]) if cut != 64 else right
        yield Signed((key * 3)[:cut], words, right.signature)


def broken() -> Iterator[Signed]:
    """Drawn signatures of drawn keys, each with one bit of key, words or signature changed."""
    chance = random.Random(SEED)  # noqa: S311 # a seed makes it run again
    keys = [Ed25519PrivateKey.from_private_bytes(chance.randbytes(32)) for _ in range(40)]
    for number in range(BROKEN):
        key, words = keys[number % len(keys)], chance.randbytes(chance.randrange(1, 500))
        parts = [key.public_key().public_bytes_raw(), words, key.sign(words)]
        place = number % 3 if number % 40 else 0
        changed = bytearray(parts[place])
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        parts[place] = bytes(changed)
        yield Signed(*parts)


def test_what_is_right_is_taken_by_all() -> None:
    chance = random.Random(SEED)  # noqa: S311 # as above
    for size in (0, 1, 127, 128, 4096):
        key, words = Ed25519PrivateKey.from_private_bytes(chance.randbytes(32)), chance.randbytes(size)
        one = Signed(key.public_key().public_bytes_raw(), words, key.sign(words))

        assert (surely_signed(*one), has_signed(*one), is_signature(*one)) == (True, True, True)


def test_what_libsodium_takes_all_take_at_every_edge() -> None:
    taken = [one for one in (*edges(), *odd_forms()) if surely_signed(*one)]

    assert taken
    assert all(has_signed(*one) and is_signature(*one) for one in taken)


def test_openssl_takes_no_more_than_what_libsodium_leaves_to_it() -> None:
    """Only a first point of small order alone: OpenSSL is asked, as for everything that libsodium refuses."""
    small = set(map(written, SMALL))

    more = [one for one in (*edges(), *odd_forms()) if has_signed(*one) and not surely_signed(*one)]

    assert more
    assert all(one.signature[:32] in small for one in more)


def test_a_part_of_small_order_in_the_first_point_is_refused() -> None:
    mine, once = written(multiply(SCALAR, BASE)), multiply(ONCE, BASE)
    found = [signed(mine, written(add(once, small)), b"edge") for small in SMALL]

    assert [surely_signed(*one) for one in found] == [True, *[False] * 7]
    assert [has_signed(*one) for one in found] == [True, *[False] * 7]


def test_ten_thousand_broken_signatures_hold_nowhere() -> None:
    found = [(surely_signed(*one), has_signed(*one)) for one in broken()]

    assert len(found) == BROKEN
    assert set(found) == {(False, False)}


def test_some_of_them_hold_for_the_verifier_of_a_package_neither() -> None:
    assert not any(is_signature(*one) for _, one in zip(range(SLOWLY), broken(), strict=False))


def test_a_libsodium_that_is_less_strict_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    right = Signed(sodium._KEY, sodium._WORDS, sodium._RIGHT)
    assert is_strict()
    assert surely_signed(*right)
    monkeypatch.setattr(sodium, "crypto_sign_open", lambda signed, _: signed)
    is_strict.cache_clear()

    try:
        assert not is_strict()
        assert not surely_signed(*right)
    finally:
        monkeypatch.undo()
        is_strict.cache_clear()


def test_an_entry_that_names_no_key_is_left_to_the_rules() -> None:
    junk = [b"", b"{}", b'{"key":"zz"}', b'{"key":""}', b'{"key":"' + b"00" * 31 + b'"}', b"\xff", b"[" * 10_000]

    assert signatures.work(signatures.pack([(raw, bytes(64)) for raw in junk])) == bytes(len(junk))
