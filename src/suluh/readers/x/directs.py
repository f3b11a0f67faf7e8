# SPDX-License-Identifier: Apache-2.0
"""Direct messages of an X archive, between two or in a group."""

import json
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from suluh.model.evidence.source import Source
from suluh.model.ids import record_id
from suluh.model.intake import Flaw
from suluh.model.place import at
from suluh.model.talk import Attachment, Beside, Conversation, Message
from suluh.readers.json_stream import Json, JsonStream
from suluh.readers.reader import flaw
from suluh.readers.x.archive import SERVICE, account
from suluh.readers.x.times import when

_KNOWN = frozenset(
    {"id", "createdAt", "text", "senderId", "recipientId", "mediaUrls", "urls", "reactions", "editHistory"}
)


@dataclass
class Direct:
    """One conversation as it is read."""

    source: Source
    own: str | None
    pointer: str
    is_group: bool
    prefix: str = ""
    """What stands before the name of the folder of its files."""

    id: str = ""
    title: str | None = None
    members: dict[str, None] = field(default_factory=dict)

    @property
    def conversation(self) -> str:
        """The same for both sides."""
        return f"{SERVICE}:{self.id}" if self.id else f"{SERVICE}:chat/{self.source.file}{self.pointer}"

    @property
    def media(self) -> str:
        """Folder of the media."""
        return self.prefix + ("direct_messages_group_media" if self.is_group else "direct_messages_media")

    def records(self, stream: JsonStream) -> Iterator[Message | Conversation | Flaw]:
        """Its messages one by one, then the conversation itself."""
        begun = False
        for key in stream.fields():
            if key == "messages":
                begun = True
                for index in stream.items():
                    yield self._message(stream.value(), f"{self.pointer}/messages/{index}")
                continue
            found = stream.value()
            if key == "conversationId" and isinstance(found, str) and not begun:
                self.id = found
        yield Conversation(
            id=record_id("conversation", self.source.file, f"chat:{self.pointer}"),
            conversation=self.conversation,
            kind="group" if self.is_group else "direct",
            place=self.source.place(pointer=self.pointer),
            title=self.title,
            members=tuple(self.members),
        )

    def _message(self, wrapped: Json, pointer: str) -> Message | Flaw:
        """A message in its wrapper, whose name tells its type."""
        if not isinstance(wrapped, dict) or len(wrapped) != 1 or not isinstance(next(iter(wrapped.values())), dict):
            place, raw = self.source.place(pointer=pointer), json.dumps(wrapped, ensure_ascii=False)
            return flaw(self.source, pointer, "no message: not one named object", place, raw)
        [(kind, written)] = wrapped.items()
        assert isinstance(written, dict)  # noqa: S101 # checked above
        sender = account(written.get("senderId")) or account(written.get("initiatingUserId"))
        self._meet(written, sender)
        number = written.get("id") if isinstance(written.get("id"), str) else None
        place = self.source.place(pointer=f"{pointer}/{_escaped(kind)}", row=None if number is None else str(number))
        said = kind == "messageCreate"
        files = tuple(self._files(written, str(number)))
        text = written.get("text")
        return Message(
            id=record_id("message", self.source.file, f"message:{pointer}"),
            conversation=self.conversation,
            kind=("media" if files else "text") if said else "system",
            place=at("message", place, f"message:{pointer}"),
            sent=when(written.get("createdAt")),
            sender=sender,
            text=text if isinstance(text, str) else _rest(written),
            attachments=files,
            native=f"{SERVICE}:{number}" if number else None,
            native_kind=kind,
            edited=bool(written.get("editHistory")),
            beside=tuple(_besides(written, is_said=isinstance(text, str))),
        )

    def _meet(self, written: dict[str, Json], sender: str | None) -> None:
        """Learn members and title."""
        listed = [written.get("userIds"), written.get("participantsSnapshot")]
        numbers = [one for found in listed if isinstance(found, list) for one in found]
        for known in (sender, account(written.get("recipientId")), *(account(one) for one in numbers)):
            if known is not None:
                self.members[known] = None
        name = written.get("name")
        if isinstance(name, str) and name:
            self.title = name

    def _files(self, written: dict[str, Json], number: str) -> Iterator[Attachment]:
        urls = written.get("mediaUrls")
        for url in urls if isinstance(urls, list) else ():
            if isinstance(url, str) and url:
                yield Attachment(
                    state="named", name=f"{self.media}/{number}-{posixpath.basename(url.partition('?')[0])}"
                )


def _besides(written: dict[str, Json], *, is_said: bool) -> Iterator[Beside]:
    """The addresses behind X's short ones, who reacted, and what else stands beside a text."""
    for one in _objects(written.get("urls")):
        if isinstance(one.get("expanded"), str):
            yield Beside(what="url", text=f"{one.get('url') or ''} {one['expanded']}".strip())
    for one in _objects(written.get("reactions")):
        sign, date = one.get("reactionKey"), one.get("createdAt")
        yield Beside(what="reaction", text=f"{sign} {date}", account=account(one.get("senderId")))
    for edit in _objects(written.get("editHistory")):
        yield Beside(what="editHistory", text=json.dumps(edit, ensure_ascii=False))
    for key, value in written.items() if is_said else ():
        if key not in _KNOWN and value not in (None, "", [], {}):
            shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            yield Beside(what=key, text=shown)


def _objects(written: Json) -> list[dict[str, Json]]:
    return [one for one in written if isinstance(one, dict)] if isinstance(written, list) else []


def _rest(written: dict[str, Json]) -> str:
    """What a row without text says in fields of its own, one a line."""
    said = {key: value for key, value in written.items() if key not in _KNOWN}
    return "\n".join(
        f"{key}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"
        for key, value in said.items()
    )


def _escaped(key: str) -> str:
    """A key in a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")
