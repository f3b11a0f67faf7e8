# SPDX-License-Identifier: Apache-2.0
"""One message of an export: kind, time, text, files."""

from datetime import datetime
from typing import Literal

from suluh.model.ids import record_id
from suluh.model.talk import Attachment, Message
from suluh.model.times import When, utc
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.json_stream import Json
from suluh.readers.telegram.beside import besides
from suluh.readers.telegram.chat import Chat
from suluh.readers.telegram.fields import COMMON, FILES, rest_of, shown
from suluh.readers.telegram.ids import SERVICE, integer

_NOT_EXPORTED = ("(File not included", "(File exceeds maximum size", "(File unavailable")
_CALLS = frozenset({"phone_call", "group_call", "group_call_scheduled", "invite_to_group_call", "conference_call"})
_NEVER_EDITED = "1970"


def message(chat: Chat, written: dict[str, Json], pointer: str) -> Message:
    """The message, nothing of it left out."""
    type_ = str(written.get("type"))
    service = type_ == "service"
    files = tuple(file for file in (_file(written, *keys) for keys in FILES) if file is not None)
    text = text_of(written.get("text")) or text_of(written.get("text_entities"))
    number = integer(written.get("id"))
    return Message(
        id=record_id("message", chat.source.file, f"message:{pointer}"),
        conversation=chat.conversation,
        kind=_kind(type_, written, is_media=bool(files)),
        place=chat.source.place(pointer=pointer, row=None if number is None else str(number)),
        sent=_sent(written),
        sender=chat.who(written.get("actor_id"), written.get("actor"))
        if service
        else chat.who(written.get("from_id"), written.get("from")),
        text=text or _rest(written, service=service),
        beside=tuple(besides(written, rest_is_text=not text, service=service)),
        attachments=() if service else files,
        native=chat.native(number),
        native_kind=_native_kind(type_, written),
        forwarded_from=_forwarded(chat, written),
        reply_to=_reply(chat, written),
        edited=_is_edited(written),
    )


def text_of(written: Json) -> str:
    """A text that is one string, or a list of strings and parts with a type."""
    if isinstance(written, str):
        return written
    if not isinstance(written, list):
        return ""
    parts = (part.get("text") if isinstance(part, dict) else part for part in written)
    return "".join(map(text_of, parts))


def _kind(
    type_: str, written: dict[str, Json], *, is_media: bool
) -> Literal["text", "media", "system", "call", "unsupported"]:
    if type_ == "service":
        return "call" if str(written.get("action")) in _CALLS else "system"
    if type_ != "message":
        return "unsupported"
    return "media" if is_media else "text"


def _native_kind(type_: str, written: dict[str, Json]) -> str | None:
    """The action of a service row, the media type of a file, the name of a type that we do not know."""
    if type_ not in {"message", "service"}:
        return type_
    found = written.get("action" if type_ == "service" else "media_type")
    if isinstance(found, str):
        return found
    special = sorted(key for key in written if key not in COMMON and isinstance(written[key], dict))
    return "photo" if "photo" in written else next(iter(special), None)


def _sent(written: dict[str, Json]) -> When | None:
    """The local time of the exporting computer as written; the instant where the record fixes it."""
    date, stamp = written.get("date"), written.get("date_unixtime")
    shown = date if isinstance(date, str) else stamp
    if not isinstance(shown, str | int) or isinstance(shown, bool):
        return None
    return When(written=str(shown), local=_local(date), at=_instant(stamp) or _zoned(date))


def _local(date: Json) -> str | None:
    try:
        found = datetime.fromisoformat(date) if isinstance(date, str) else None
    except ValueError:
        return None
    return found.isoformat(timespec="seconds") if found is not None and found.tzinfo is None else None


def _instant(stamp: Json) -> str | None:
    try:
        number = int(stamp) if isinstance(stamp, str | int) else None
    except ValueError:
        return None
    found = None if number is None else counted_from(UNIX, number)
    return None if found is None else found.at


def _zoned(date: Json) -> str | None:
    """The instant of a date that says its zone, as programs write it that make an export anew."""
    try:
        found = datetime.fromisoformat(date) if isinstance(date, str) else None
        return None if found is None or found.tzinfo is None else utc(found)
    except (ValueError, OverflowError):
        return None


def _is_edited(written: dict[str, Json]) -> bool:
    """Before 2021 every message that was never edited says 1970."""
    edited = written.get("edited")
    return isinstance(edited, str) and not edited.startswith(_NEVER_EDITED)


def _file(written: dict[str, Json], key: str, size_key: str) -> Attachment | None:
    path = written.get(key)
    if not isinstance(path, str) or not path:
        return None
    before, bracket, why = path.rpartition("(")
    left_out = (bracket + why).startswith(_NOT_EXPORTED) and why.endswith(")")
    own_name, mime = (written.get(one) if key == "file" else None for one in ("file_name", "mime_type"))
    stated = own_name if isinstance(own_name, str) else before.rstrip() or None
    return Attachment(
        state="not-exported" if left_out else "named",
        name=stated if left_out else path,
        mime=mime if isinstance(mime, str) else None,
        size=integer(written.get(size_key)),
    )


def _rest(written: dict[str, Json], *, service: bool) -> str:
    """What a row without text says in fields of its own: members, title, poll, contact, place; one a line."""
    said = rest_of(written, service=service)
    if any(key in written for key, _ in FILES) and not service:
        said = {key: value for key, value in said.items() if isinstance(value, dict | list)}
    return "\n".join(f"{key}: {shown(value)}" for key, value in said.items())


def _forwarded(chat: Chat, written: dict[str, Json]) -> str | None:
    for key in ("forwarded_from", "saved_from"):
        if written.get(key) is not None or written.get(f"{key}_id") is not None:
            return chat.who(written.get(f"{key}_id"), written.get(key))
    return None


def _reply(chat: Chat, written: dict[str, Json]) -> str | None:
    """The native id of the message answered; its bare number where no device but this one knows it."""
    number = integer(written.get("reply_to_message_id"))
    if number is None:
        return None
    peer = written.get("reply_to_peer_id")
    if isinstance(peer, str):
        return f"{SERVICE}:{peer}/{number}"
    return chat.native(number) or str(number)
