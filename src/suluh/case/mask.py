# SPDX-License-Identifier: Apache-2.0
"""How identifiers of persons look without a purpose: enough to tell rows apart, not enough to find anybody."""

import re
from collections.abc import Callable, Mapping
from typing import Literal

Shape = Literal["account", "name", "text"]

DOTS = "••••"
_KEEP = 3
_IN_TEXT = re.compile(r"@\w{3,}|\+?\d[\d\s().-]{5,}\d")


def account(identifier: str) -> str:
    """``whatsapp:+6281234567890`` becomes ``whatsapp:+62 812••••890``; a conversation is masked part by part."""
    service, mark, rest = identifier.partition(":")
    if not mark:
        return _middle(identifier)
    return service + ":" + "/".join(_middle(part) for part in rest.split("/"))


def _middle(part: str) -> str:
    """One identifier without its middle; short words of ours such as ``name`` or ``posts`` stay."""
    if part in {"name", "chat", "direct", "posts"}:
        return part
    if part.startswith("+62") and len(part) > 2 * _KEEP + 2:
        return f"+62 {part[3:6]}{DOTS}{part[-_KEEP:]}"
    if len(part) <= 2 * _KEEP:
        return part[:1] + DOTS
    return part[:_KEEP] + DOTS + part[-_KEEP:]


def name(text: str) -> str:
    """The first character of a name."""
    return text[:1] + DOTS if text else text


def text(words: str) -> str:
    """Free text with numbers and handles masked."""
    return _IN_TEXT.sub(lambda found: _middle(found.group()), words)


SHAPES: dict[Shape, Callable[[str], str]] = {"account": account, "name": name, "text": text}


def row(values: Mapping[str, object], private: Mapping[str, Shape]) -> dict[str, object]:
    """A row with its private fields masked, in lists and in objects inside as well."""
    return {key: _value(value, private, private.get(key)) for key, value in values.items()}


def _value(value: object, private: Mapping[str, Shape], shape: Shape | None) -> object:
    if isinstance(value, str):
        return SHAPES[shape](value) if shape else value
    if isinstance(value, list | tuple):
        return [_value(one, private, shape) for one in value]
    if isinstance(value, dict):
        return row(value, private)
    return value
