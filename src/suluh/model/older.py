# SPDX-License-Identifier: Apache-2.0
"""Bodies that an earlier version of Suluh wrote: what the same noun is today, by its old tag."""

from collections.abc import Callable

import msgspec

from suluh.model.errors import BadBody

Fields = dict[str, object]
"""A body as JSON has it; ``noun`` is its tag."""

OLDER: dict[str, Callable[[Fields], Fields]] = {}
"""For each tag that is no longer written, such as ``message/1``, one function that leads to the fields of today.

A new optional field needs none: a body without it is read as it is. This list only grows.
"""


def renewed(raw: bytes) -> Fields | None:
    """The fields of today for a body with an older tag, null for any other. Raises `BadBody`."""
    try:
        fields = msgspec.json.decode(raw, type=dict[str, object])
        turn = OLDER.get(str(fields.get("noun")))
        return turn(fields) if turn else None
    except msgspec.MsgspecError:
        return None
    except (KeyError, TypeError, ValueError) as error:
        raise BadBody(f"these bytes are no noun of their earlier version: {error!r}") from error
