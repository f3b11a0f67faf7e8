# SPDX-License-Identifier: Apache-2.0
"""An object as a row: what stands in objects within it under its keys in one, lists by what they name."""

from collections.abc import Mapping

from suluh.readers.json_stream import Json

_DEEP = 3
_NAMES = ("name", "filename", "fileName", "file_name", "title", "path", "url", "text", "emoji", "content")


def flat(one: Mapping[str, Json], before: str = "", deep: int = 0) -> dict[str, str]:
    """The cells of an object: ``u.name`` is the column ``u name``; a list is its items, a line each."""
    found = dict[str, str]()
    for key, value in one.items():
        name = f"{before} {key}".strip()
        if isinstance(value, dict) and deep < _DEEP:
            found |= flat(value, name, deep + 1)
        elif isinstance(value, list):
            found[name] = "\n".join(filter(None, map(_named, value)))
        else:
            found[name] = _cell(value)
    return found


def _cell(value: Json) -> str:
    if value is None or isinstance(value, dict | list):
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _named(item: Json) -> str:
    """What an item of a list is called; its first text where it has no name."""
    if not isinstance(item, dict):
        return _cell(item)
    found = next((_cell(item[key]) for key in _NAMES if item.get(key)), "")
    return found or next((cell for one in item.values() if (cell := _cell(one))), "")
