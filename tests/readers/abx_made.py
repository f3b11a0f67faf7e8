# SPDX-License-Identifier: Apache-2.0
"""Writes Android's binary XML for tests: a tree of elements with texts alone, as the system writes its settings."""

import struct
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

_START, _END, _TEXT, _ATTRIBUTE = 0x32, 0x33, 0x24, 0x2F


class Node(NamedTuple):
    """An element, and what stands in it."""

    name: str
    attributes: Mapping[str, str | int | bool] = MappingProxyType({})
    inside: Sequence["Node"] = ()
    text: str = ""


def abx(*roots: Node) -> bytes:
    """The bytes of some elements; the system writes several roots into one file."""
    names: list[str] = []
    body = b"".join(part for root in roots for part in _node(root, names))
    return b"ABX\0" + b"\x10" + body + b"\x11"


def _node(node: Node, names: list[str]) -> Iterator[bytes]:
    yield bytes([_START]) + _name(node.name, names)
    for key, value in node.attributes.items():
        if isinstance(value, bool):
            yield bytes([0xCF if value else 0xDF]) + _name(key, names)
        elif isinstance(value, int):
            yield b"\x6f" + _name(key, names) + struct.pack(">i", value)
        else:
            yield bytes([_ATTRIBUTE]) + _name(key, names) + _string(value)
    if node.text:
        yield bytes([_TEXT]) + _string(node.text)
    for one in node.inside:
        yield from _node(one, names)
    yield bytes([_END]) + _name(node.name, names)


def _string(text: str) -> bytes:
    raw = text.encode()
    return struct.pack(">H", len(raw)) + raw


def _name(name: str, names: list[str]) -> bytes:
    if name in names:
        return struct.pack(">H", names.index(name))
    names.append(name)
    return b"\xff\xff" + _string(name)


def _setting(number: int, name: str, value: str) -> Node:
    return Node("setting", {"_id": number, "name": name, "value": value, "package": "android", "defaultSysSet": True})


SECURE = abx(
    Node(
        "settings",
        {"version": 213},
        (
            _setting(1, "android_id", "0123456789abcdef"),
            _setting(2, "bluetooth_name", "HP Uji"),
            _setting(3, "lock_screen_owner_info", "Milik Uji, hubungi 0812-0000-0000"),
            _setting(4, "accessibility_enabled", "0"),
        ),
    ),
    Node("namespaceHashes"),
)
"""Settings that nobody's device ever had."""

USER = abx(
    Node("user", {"id": 0, "serialNo": 0, "flags": 3091}, (Node("name", text="Pemilik Uji"), Node("restrictions")))
)
"""A user of a device that never was."""
