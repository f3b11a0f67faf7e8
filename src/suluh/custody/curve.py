# SPDX-License-Identifier: Apache-2.0
"""Signatures and proofs of a package, with nothing but Python: the second part of its verifier."""

import hashlib
from collections.abc import Sequence

# Ed25519 as RFC 8032 writes it in section 5.1, with points in extended coordinates; only what verification needs.

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
KEY, SIGNATURE = 32, 64

Point = tuple[int, int, int, int]


def add(one: Point, other: Point) -> Point:
    """The sum of two points."""
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def multiply(number: int, point: Point) -> Point:
    """A point added to itself so many times."""
    if number == 0:
        return (0, 1, 1, 0)
    most = multiply(number >> 1, add(point, point))
    return add(most, point) if number & 1 else most


def find_x(y: int, sign: int) -> int | None:
    """The x of a point on the curve, or null."""
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P != 0:
        return None
    return P - x if (x & 1) != sign else x


def read_point(content: bytes) -> Point | None:
    """The point that 32 bytes stand for, or null."""
    sign, y = divmod(int.from_bytes(content, "little"), 1 << 255)
    x = find_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


BASE_X = 0x216936D3CD6E53FEC0A4E231FDD6DC5C692CC7609525A7B2C9562D608F25D51A
BASE_Y = 0x6666666666666666666666666666666666666666666666666666666666666658
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def is_signature(key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether this Ed25519 key signed the message."""
    if len(key) != KEY or len(signature) != SIGNATURE:
        return False
    holder, nonce = read_point(key), read_point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if holder is None or nonce is None or scalar >= L or multiply(8, holder)[0] == 0:  # a weak key signs anything
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    one, other = multiply(scalar, BASE), add(nonce, multiply(challenge, holder))
    return all((one[axis] * other[2] - other[axis] * one[2]) % P == 0 for axis in (0, 1))


def is_included(content: bytes, index: int, size: int, steps: Sequence[bytes], root: bytes) -> bool:
    """Whether the steps lead from a leaf's content at this index to the root of an RFC 6962 tree of this size."""
    if not 0 <= index < size:
        return False
    node, last = hashlib.sha256(b"\x00" + content).digest(), size - 1
    for step in steps:
        if last == 0:
            return False
        if index % 2 == 1 or index == last:
            node = hashlib.sha256(b"\x01" + step + node).digest()
            while index % 2 == 0 and index != 0:
                index, last = index // 2, last // 2
        else:
            node = hashlib.sha256(b"\x01" + node + step).digest()
        index, last = index // 2, last // 2
    return last == 0 and node == root
