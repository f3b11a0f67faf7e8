# SPDX-License-Identifier: Apache-2.0
"""Which fields of a message have a place of their own, and which are kept as they stand."""

import json

from suluh.readers.json_stream import Json

FILES = (("photo", "photo_file_size"), ("file", "file_size"), ("contact_vcard", "contact_vcard_file_size"))
"""The keys of a file and of its size."""

_TOLD = {"id", "type", "date", "date_unixtime", "edited", "edited_unixtime", "text", "text_entities", "action"}
_PEOPLE = {"from", "from_id", "actor", "actor_id", "forwarded_from", "forwarded_from_id", "saved_from", "via_bot"}
_ABOUT_FILES = {"file_name", "media_type", "mime_type", "thumbnail", "thumbnail_file_size", "sticker_emoji"}
_SIZES = {"width", "height", "duration_seconds", "live_location_period_seconds"}
COMMON = frozenset(
    _TOLD
    | _PEOPLE
    | _ABOUT_FILES
    | _SIZES
    | {"reply_to_message_id", "reply_to_peer_id"}
    | {key for pair in FILES for key in pair}
)
"""Fields with a place of their own in a message, or that only describe a file."""


def rest_of(written: dict[str, Json], *, service: bool) -> dict[str, Json]:
    """The fields of a message that have no place of their own."""
    plain = {"duration_seconds", "photo"} if service else set()
    return {key: value for key, value in written.items() if key not in COMMON - plain}


def shown(value: Json) -> str:
    """A value as text."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
