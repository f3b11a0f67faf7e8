# SPDX-License-Identifier: Apache-2.0
"""The message rows of ``msgstore.db`` in its old and its new schema, as one shape."""

import heapq
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from suluh.model.evidence.source import Cell, Row
from suluh.model.talk import Beside
from suluh.readers.whatsapp.jids import account_of, is_person
from suluh.readers.whatsapp.tables import Sides, Store, text_of, whole_of

NEW = (
    "chat_row_id",
    "from_me",
    "key_id",
    "sender_jid_row_id",
    "timestamp",
    "message_type",
    "text_data",
    "broadcast",
)
OLD = (
    "key_remote_jid",
    "key_from_me",
    "key_id",
    "remote_resource",
    "timestamp",
    "media_wa_type",
    "data",
    "status",
    "media_name",
    "media_mime_type",
    "media_size",
    "media_hash",
    "media_caption",
    "forwarded",
    "quoted_row_id",
    "edit_version",
)

_SYSTEM, _SYSTEM_STATUS = 7, 6
"""The type of system rows, and their status in the schema before 2021."""

_DIRECT_BROADCAST = 1


class Media(NamedTuple):
    """A file in a message, as the database describes it."""

    name: str
    mime: str
    size: int
    hash64: str
    caption: str


class Said(Struct, frozen=True, gc=False):
    """One row of a message table."""

    table: str
    row: int
    chat: str
    """Jid of the chat; empty where the row names none."""

    chat_row: int
    from_me: bool
    key: str
    sender: str
    millis: int
    type: int
    native_kind: str
    text: str
    system: bool = False
    broadcast: bool = False
    media: Media | None = None
    forwarded: bool = False
    edited: bool = False
    quoted: tuple[str, str] | None = None
    """Jid of the chat and key of the message replied to."""

    original: str = ""
    """The key before an edit, or of the message that was revoked: what the other phone may still know it by."""

    participants: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    """Lines of a contact card or of a location."""

    call: int = 0
    """Row of the call log that tells of the same call."""

    beside: tuple[Beside, ...] = ()
    """What further tables say of it, and the words it quotes."""


def said(store: Store) -> Iterator[Said]:
    """Every row of both tables, in the order of their ids; of two with one id the new schema's comes first."""
    new = store.rows("message", NEW)
    if not store.source.tables.get("messages"):  # merging costs time for each row
        yield from (_new(store, row) for row in new)
        return
    schemas = ((row, _new) for row in new), ((row, _old) for row in store.rows("messages", OLD))
    # Side tables are asked for in the order of the rows, so a row is made only when it is its turn.
    yield from (make(store, row) for row, make in heapq.merge(*schemas, key=lambda one: one[0].id))


def _new(store: Store, row: Row) -> Said:
    """A row of ``message``, with what its side tables add where they say anything of it."""
    chat, from_me, key, sender, stamp, type_, text, broadcast = row.cells
    chat_row, type_number = whole_of(chat), whole_of(type_)
    said = Said(
        table="message",
        row=row.id,
        chat=store.chats.get(chat_row, ("", ""))[0],
        chat_row=chat_row,
        from_me=whole_of(from_me) == 1,
        key=text_of(key),
        sender=store.jid(sender),
        millis=whole_of(stamp),
        type=type_number,
        native_kind="" if type_ is None else str(type_)[:40],
        text=text_of(text),
        system=type_number == _SYSTEM,
        broadcast=whole_of(broadcast) == _DIRECT_BROADCAST,
        beside=store.aside.of(row.id),
    )
    sides = store.take_all(row.id)
    return _with_sides(store, said, sides) if sides else said


def _with_sides(store: Store, one: Said, sides: Sides) -> Said:
    """The same row with what the side tables say of it."""
    system = sides.get("message_system")
    action = f"/{whole_of(system[0][0])}" if system else ""
    revoked = sides.get("message_revoked")
    edit = sides.get("message_edit_info")
    quoted = sides.get("message_quoted")
    calls = sides.get("message_call_log")
    about = revoked or edit
    return replace(
        one,
        native_kind=one.native_kind + action,
        system=one.system or bool(system),
        media=_media(sides),
        forwarded="message_forwarded" in sides,
        edited=bool(edit),
        quoted=_quoted(store, quoted[0]) if quoted else None,
        original=text_of(about[0][0]) if about else "",
        participants=tuple(store.jid(who[0]) for who in sides.get("message_system_chat_participant", ())),
        extra=_extra(sides),
        call=whole_of(calls[0][0]) if calls else 0,
        beside=(*_quoted_words(store, quoted), *one.beside) if quoted else one.beside,
    )


def _old(store: Store, row: Row) -> Said:
    """A row of ``messages``, the schema before 2021."""
    chat, from_me, key, sender, stamp, type_, text, status, *media, forwarded, quoted, edit = row.cells
    name, mime, size, hash64, caption = media
    system = whole_of(status) == _SYSTEM_STATUS
    sides = store.take(row.id, ("message_media", "message_vcard", "message_location"))
    media_row = _media(sides)
    written = Media(text_of(name), text_of(mime), whole_of(size), text_of(hash64), text_of(caption))
    kind = "" if type_ is None else str(type_)[:40]
    held = store.old_quotes.get(whole_of(quoted))
    return Said(
        table="messages",
        row=row.id,
        chat="" if chat == "-1" else text_of(chat),
        chat_row=0,
        from_me=whole_of(from_me) == 1,
        key=text_of(key),
        sender=text_of(sender),
        millis=whole_of(stamp),
        type=whole_of(type_),
        # The status of a system row is written beside its type, for the type alone would say "text".
        native_kind=f"{kind}/status {_SYSTEM_STATUS}/{written.size}" if system else kind,
        text=text_of(text),
        system=system,
        media=media_row or (written if not system and (written.hash64 or written.mime or written.name) else None),
        forwarded=whole_of(forwarded) > 0,
        edited=whole_of(edit) == 1,
        quoted=held[:2] if held else None,
        beside=tuple(_words(held[2], held[3])) if held else (),
        extra=_extra(sides),
    )


def _quoted(store: Store, cells: tuple[object, ...]) -> tuple[str, str]:
    """Chat and key of the message that a row replies to."""
    chat, key = cells[:2]
    jid = store.chats.get(chat, ("", ""))[0] if isinstance(chat, int) else ""
    return jid, key if isinstance(key, str) else ""


def _quoted_words(store: Store, rows: Sequence[tuple[Cell, ...]]) -> Iterator[Beside]:
    """The words that a message quotes: where the quoted message is gone they are the only copy."""
    for _, _, text, sender, _ in rows:
        yield from _words(text_of(text), store.jid(sender))


def _words(text: str, jid: str) -> Iterator[Beside]:
    if text:
        yield Beside(what="quoted", text=text, account=account_of(jid) if is_person(jid) else None)


def _media(sides: Sides) -> Media | None:
    """What ``message_media`` says of a message: the path on the phone, else the name as sent."""
    rows = sides.get("message_media")
    if not rows:
        return None
    path, mime, size, name, hash64, caption = rows[0]
    return Media(text_of(path) or text_of(name), text_of(mime), whole_of(size), text_of(hash64), text_of(caption))


def _extra(sides: Sides) -> tuple[str, ...]:
    """A contact card's names and numbers (a card may hold a picture, which is left), and a location's place."""
    cards = [text_of(cells[0]) for cells in sides.get("message_vcard", ())]
    lines = [line for card in cards for line in of_card(card)]
    for latitude, longitude, *words in sides.get("message_location", ()):
        lines += [f"{latitude},{longitude}"] if isinstance(latitude, float) and isinstance(longitude, float) else []
        lines += [text_of(word) for word in words if text_of(word)]
    return tuple(lines)


def of_card(card: str) -> list[str]:
    """The lines of a contact card that are its name or a phone number."""
    return [line for line in card.splitlines() if _is_name_or_number(line)]


def _is_name_or_number(line: str) -> bool:
    """Whether a line of a contact card is its name or a phone number."""
    field = line.partition(":")[0].partition(";")[0].rpartition(".")[2]
    return field.upper() in {"FN", "TEL"}
