# SPDX-License-Identifier: Apache-2.0
"""Signatures, proofs and forms of a package, with nothing but Python: the second part of its verifier."""

import hashlib
import json
import sys
from collections.abc import Sequence
from typing import get_args, get_origin, get_type_hints, is_typeddict

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


def is_grown(before: int, size: int, steps: Sequence[bytes], first: bytes, root: bytes) -> bool:
    """Whether the steps lead from a tree of `before` leaves and root `first` to this one: RFC 9162, section 2.1.4.2."""
    if not 0 < before < size:
        return False
    node, last = before - 1, size - 1
    while node % 2 == 1:
        node, last = node // 2, last // 2
    left = list(steps) if node else [first, *steps]
    if not left:
        return False
    old = new = left.pop(0)
    for step in left:
        if last == 0:
            return False
        if node % 2 == 1 or node == last:
            old, new = (hashlib.sha256(b"\x01" + step + one).digest() for one in (old, new))
            while node % 2 == 0 and node != 0:
                node, last = node // 2, last // 2
        else:
            new = hashlib.sha256(b"\x01" + new + step).digest()
        node, last = node // 2, last // 2
    return last == 0 and (old, new) == (first, root)


def canonical(value: object) -> bytes:
    """The one way to write a value: RFC 8785."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def has_form(value: object, form: object) -> bool:
    """Whether a value has exactly these fields and types; a field that may be left out says something."""
    if is_typeddict(form) and isinstance(value, dict):
        fields, must = get_type_hints(form), form.__required_keys__  # type: ignore[attr-defined] # has it
        fits = must <= value.keys() <= fields.keys() and all(value[one] not in (0, []) for one in value.keys() - must)
        return fits and all(has_form(value[name], fields[name]) for name in value)
    if isinstance(value, list | dict) and type(value) is get_origin(form):
        inside = value.values() if isinstance(value, dict) else value
        return all(has_form(one, get_args(form)[-1]) for one in inside)
    return type(value) is form


def fingerprint(key: str) -> str:
    """A key in a form that can be read aloud."""
    text = hashlib.sha256(bytes.fromhex(key)).hexdigest()[:32]
    return " ".join(text[start : start + 4] for start in range(0, 32, 4))


class Broken(Exception):
    """A rule that does not hold, and the file that breaks it."""

    def __init__(self, rule: int, name: str, reason: str) -> None:
        super().__init__(f"{name} was changed or is not genuine: {reason} (rule {rule})")
        self.rule, self.where = rule, name


def show(line: str) -> None:
    """Write one line: nothing in it begins another, steers a terminal, or cannot be written there."""
    plain, code = "".join(one if one.isprintable() else "?" for one in line), sys.stdout.encoding or "ascii"
    sys.stdout.write(plain.encode(code, "backslashreplace").decode(code) + "\n")
