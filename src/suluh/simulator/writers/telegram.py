# SPDX-License-Identifier: Apache-2.0
"""Telegram Desktop's ``result.json``: one chat, or a whole account with its contacts."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from suluh.model.times import utc
from suluh.simulator.evidence.devices import Chat, Seizure
from suluh.simulator.evidence.pictures import FileKind, Picture
from suluh.simulator.evidence.tree import Sheet
from suluh.simulator.truth import TrueAttachment, TrueRecord
from suluh.simulator.world.events import Room, Said
from suluh.simulator.world.people import Person

NOT_INCLUDED = "(File not included. Change data exporting settings to download.)"
ABOUT = "Here is the data you requested. Remember: Telegram is ad free, it doesn't use your data for ad targeting."
TYPES = {"direct": "personal_chat", "group": "private_supergroup", "channel": "private_channel"}

Node = dict[str, object]

_LINK = re.compile(r"((?:https://)?t\.me/\+\w+)")

PATHS: dict[FileKind, str] = {
    "picture": "photos/photo_{number}@{at}.jpg",
    "voice": "voice_messages/audio_{number}@{at}.ogg",
    "document": "files/file_{number}.pdf",
    "sticker": "stickers/sticker ({number}).webp",
}
KINDS: dict[FileKind, Node] = {
    "picture": {},
    "voice": {"media_type": "voice_message", "mime_type": "audio/ogg", "duration_seconds": 4},
    "document": {"mime_type": "application/pdf"},
    "sticker": {"media_type": "sticker"},
}
"""What the app says of a file, beside its size."""


class Writer:
    """Writes the rooms of one account and remembers the pictures that go beside them."""

    def __init__(
        self,
        seizure: Seizure,
        numbers: Mapping[str, int],
        *,
        media: bool = True,
        gone: frozenset[str] = frozenset(),
    ) -> None:
        self.seizure = seizure
        self.numbers = numbers
        """What the account calls each message of its direct chats; see `account_numbers`."""

        self.with_media = media
        self.gone = gone
        """SHA-256 of pictures whose path is given but whose file is no longer there."""

        self.media: dict[str, Picture] = {}
        """Pictures by path beside the export."""

        self._records: list[TrueRecord] = []
        self._paths: dict[tuple[str, str], str] = {}

    def one_chat(self, chat: Chat) -> Sheet:
        """An export of a single chat."""
        return self._sheet(self._chat(chat, ""))

    def account(self, chats: Sequence[Chat], contacts: Sequence[Person]) -> Sheet:
        """An export of everything that the account holds."""
        holder = self.seizure.holder
        listed = [self._chat(chat, f"/chats/list/{number}") for number, chat in enumerate(chats)]
        whole: Node = {
            "about": ABOUT,
            "personal_information": {
                "user_id": holder.telegram,
                "first_name": holder.name,
                "last_name": "",
                "phone_number": _spaced(holder.phone),
                "username": f"@{holder.handle}",
                "bio": "",
            },
            "contacts": {"about": "Your contacts.", "list": [self._contact(person) for person in contacts]},
            "chats": {"about": "This page lists all chats from this export.", "list": listed},
        }
        return self._sheet(whole)

    def _sheet(self, node: Node) -> Sheet:
        return Sheet(json.dumps(node, ensure_ascii=False, indent=1).encode(), tuple(self._records))

    def _contact(self, person: Person) -> Node:
        return {
            "user_id": person.telegram,
            "first_name": self.seizure.book.get(person.key, person.name),
            "last_name": "",
            "phone_number": _spaced(person.phone),
            **_date("date", self.seizure, self.seizure.local(datetime.fromisoformat("2025-10-01T05:00:00+00:00"))),
        }

    def _chat(self, chat: Chat, pointer: str) -> Node:
        room = chat.room
        messages = [self._service(chat, f"{pointer}/messages/0")] if room.kind != "direct" else []
        for one in (one for one in chat.said if one.kind != "revoked"):  # the app keeps nothing of them
            messages.append(self._message(one, f"{pointer}/messages/{len(messages)}"))
        return {"name": self._title(room), "type": TYPES[room.kind], "id": self._number(room), "messages": messages}

    def _title(self, room: Room) -> str:
        other = room.title or self.seizure.book.get(room.other(self.seizure.holder).key)
        return other or room.other(self.seizure.holder).name

    def _number(self, room: Room) -> int:
        return room.number or room.other(self.seizure.holder).telegram

    def _service(self, chat: Chat, pointer: str) -> Node:
        """The row that tells of the room's making."""
        room, at = chat.room, chat.said[0].at
        made: Node = {"id": 1, "type": "service", **_date("date", self.seizure, at)}
        made |= {"actor": room.owner.name, "actor_id": f"user{room.owner.telegram}"}
        made |= {"action": f"create_{room.kind}", "title": room.title, "text": "", "text_entities": []}
        self._records.append(
            TrueRecord(
                conversation=room.key,
                pointer=pointer,
                row="1",
                kind="system",
                sender=f"telegram:user{room.owner.telegram}",
                person=room.owner.key,
                sent=utc(at),
                text=None,
            )
        )
        return made

    def _message(self, one: Said, pointer: str) -> Node:
        assert one.sender is not None  # noqa: S101 # service rows are written apart
        number = self._id(one, pointer)
        channel = one.room.kind == "channel"
        node: Node = {"id": number, "type": "message", **_date("date", self.seizure, one.at)}
        name, author = self._author(one, one.sender)
        node |= {"from": name, "from_id": author}
        attachments: tuple[TrueAttachment, ...] = ()
        if one.forwarded:
            node |= {"forwarded_from": "Yelkob Naxda", "forwarded_from_id": "user5999999999"}
        if one.picture is not None:
            attachments = (self._file(one, one.picture, node),)
        node |= {"text": _marked(one.text), "text_entities": _entities(one.text)}
        self._records.append(
            TrueRecord(
                message=one.key,
                pointer=pointer,
                row=str(number),
                conversation=one.room.key,
                kind="media" if attachments else "text",
                sender=f"telegram:{author}",
                own=one.sender == self.seizure.holder and not channel,
                person=one.sender.key,
                sent=utc(one.at),
                text=one.text,
                attachments=attachments,
            )
        )
        return node

    def _id(self, one: Said, pointer: str) -> int:
        """Numbers run by chat in groups and channels, and over the whole account elsewhere."""
        if one.room.kind != "direct":
            return int(pointer.rpartition("/")[2]) + 1
        return self.numbers[one.key]

    def _author(self, one: Said, sender: Person) -> tuple[str, str]:
        if one.room.kind == "channel":
            return one.room.title or "", f"channel{one.room.number}"
        name = sender.name if sender == self.seizure.holder else self.seizure.book.get(sender.key, sender.name)
        return name, f"user{sender.telegram}"

    def _file(self, one: Said, picture: Picture, node: Node) -> TrueAttachment:
        named = "photo" if picture.form == "picture" else "file"
        size = "photo_file_size" if named == "photo" else "file_size"
        about: Node = {size: len(picture.data), **KINDS[picture.form]}
        if picture.width:
            about |= {"width": picture.width, "height": picture.height}
        if not self.with_media:
            node |= {named: NOT_INCLUDED, **about}
            return TrueAttachment(state="not-exported", sha256=picture.sha256)
        key = (one.room.key, picture.sha256)
        if key not in self._paths:
            at = f"{self.seizure.local(one.at):%d-%m-%Y_%H-%M-%S}"
            self._paths[key] = PATHS[picture.form].format(number=len(self._paths) + 1, at=at)
        path = self._paths[key]
        node |= {named: path, **about}
        if picture.sha256 in self.gone:
            return TrueAttachment(state="missing", name=path, sha256=picture.sha256)
        self.media[path] = picture
        return TrueAttachment(state="present", name=path, sha256=picture.sha256)


def account_numbers(seizure: Seizure, chats: Iterable[Chat]) -> dict[str, int]:
    """Ids of the messages of direct chats: they run over the whole account, and differ from the other side's."""
    said = (one for chat in chats if chat.room.kind == "direct" for one in chat.said)
    first = 10_000 + seizure.holder.telegram % 5_000
    return {one.key: first + number for number, one in enumerate(sorted(said, key=lambda one: (one.at, one.key)))}


def _marked(text: str) -> object:
    """Text with its marked parts, as the app writes it: plain where there are none."""
    parts = _parts(text)
    plain = [part["text"] if part["type"] == "plain" else part for part in parts]
    return text if all(isinstance(part, str) for part in plain) else plain


def _entities(text: str) -> list[Node]:
    return [dict(part) for part in _parts(text)] if text else []


def _parts(text: str) -> list[Node]:
    """The text cut at invitations, which the app marks as links."""
    parts = ((number % 2, part) for number, part in enumerate(_LINK.split(text)) if part)
    return [{"type": "link" if is_link else "plain", "text": part} for is_link, part in parts]


def _date(name: str, seizure: Seizure, at: datetime) -> Node:
    return {name: f"{seizure.local(at):%Y-%m-%dT%H:%M:%S}", f"{name}_unixtime": str(int(at.timestamp()))}


def _spaced(phone: str) -> str:
    """A number as the app writes it: ``+62 899 0000 0001``."""
    return f"{phone[:3]} {phone[3:6]} {phone[6:10]} {phone[10:]}".rstrip()
