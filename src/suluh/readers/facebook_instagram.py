# SPDX-License-Identifier: Apache-2.0
"""Reads the conversations of a download of Facebook or Instagram as JSON: ``message_1.json`` and so on."""

import contextlib
import io
import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from typing import ClassVar, Literal
from urllib.parse import quote

from suluh.model.evidence.source import Source
from suluh.model.ids import make_id
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment, Beside, named_account
from suluh.readers.apps.mended import Mender
from suluh.readers.apps.notes import nobody
from suluh.readers.apps.telling import Said, Telling, conversation, message
from suluh.readers.apps.times import UNIX, counted_from
from suluh.readers.json_stream import BrokenJson, Json, JsonStream, skip_mark
from suluh.readers.reader import Reader, Record, flaw

Object = dict[str, Json]

_FORMS = (({"sender_name", "timestamp_ms"}), ({"senderName", "timestamp"}))
"""What every message has: in plain downloads, and in those of chats that were encrypted end to end."""

_FILES = ("photos", "videos", "audio_files", "files", "gifs", "media")
_GONE = frozenset(
    {"facebook user", "instagram user", "pengguna facebook", "pengguna instagram", "instagrammer", "messenger user"}
)
"""What stands for everybody whose account is gone: no name of anybody."""

_KNOWN = frozenset(
    {
        *("sender_name", "senderName", "timestamp_ms", "timestamp", "content", "text", "type", "reactions", "share"),
        *("sticker", "call_duration", "missed", "is_unsent", "isUnsent", "is_geoblocked_for_viewer", "users"),
        *("is_unsent_image_by_messenger_kid_parent", "is_taken_down", "bumped_message_metadata", *_FILES),
    }
)
_NOTICES = frozenset({"Subscribe", "Unsubscribe", "placeholder"})
_BOTH = 2


class FacebookInstagram(Reader):
    """Conversations of Facebook and Instagram from a person's own download as JSON, of 2018 to 2025.

    Text that was UTF-8 and was written byte by byte is mended and counted. The files give names and no ids: a sender is
    known by name in this conversation alone. Forms as github.com/joweich/chat-miner (MIT) and others read them.
    """

    name = "facebook-instagram"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """The first message decides: it has a sender's name and a time in milliseconds."""
        if not source.head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
            return None
        stream = JsonStream(skip_mark(io.BytesIO(source.head)))
        try:
            return _reason(stream)
        except BrokenJson:
            return None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield the conversation, each message with the account it brings, and what is not read."""
        yield from _Reading(source).records()


def _reason(stream: JsonStream) -> str | None:
    for key in stream.fields():
        if key != "messages":
            stream.skip()
            continue
        for _ in stream.items():
            one = stream.value()
            known = isinstance(one, dict) and any(form <= one.keys() for form in _FORMS)
            return "messages with the sender's name and a time in milliseconds" if known else None
    return None


class _Reading:
    """One file while it is read, twice: the messages stand before what the conversation is called."""

    def __init__(self, source: Source) -> None:
        self.source, self.telling, self.mend = source, Telling(source), Mender()
        self.about: Object = {}
        self.keys: Counter[str] = Counter()
        self.nobody = self.gone = 0
        self.at = ""

    def records(self) -> Iterator[Record | Flaw]:
        """The conversation, its messages, what is known only at the end."""
        self._look()
        self.service, self.called = self._name()
        names = [name for one in _list(self.about.get("participants")) if (name := self._participant(one))]
        place = self.source.place(pointer="")
        is_group = self.about.get("thread_type") == "RegularGroup" or len(_list(self.about.get("participants"))) > _BOTH
        title = self.mend.text(self.about.get("title")) or self.mend.text(self.about.get("threadName"))
        members = tuple(dict.fromkeys(self._named(one) for one in names))
        for one in names:
            yield from self.telling.account(place, self._named(one), names=(one,))
        yield conversation(place, self.called, "group" if is_group else "direct", title=title, members=members)
        try:
            yield from self._messages()
        except BrokenJson as error:
            reason = f"the file cannot be read on after {self.at or 'its start'}: {error}"
            yield flaw(self.source, "broken", reason, self.source.place(pointer=self.at))
        yield from self._closing()

    def _look(self) -> None:
        """What the file says beside its messages, as far as it can be read."""
        with self.source.open() as file, contextlib.suppress(BrokenJson):  # told where the messages are read
            stream = JsonStream(skip_mark(file))
            for key in stream.fields():
                if key == "messages":
                    stream.skip()
                else:
                    self.about[key] = stream.value()

    def _name(self) -> tuple[str, str]:
        """The service, as far as the paths say it, and the conversation: its own path, else where it lies."""
        where = f"{self.source.inside or ''}/{self.source.path}".casefold()
        service = next((one for one in ("instagram", "facebook") if one in where), "meta")
        path = self.about.get("thread_path")
        stem = re.sub(r"_\d{1,6}\.\w+$", "", self.source.path)  # the files of one conversation are numbered
        key = make_id("folder", self.source.acquisition, self.source.inside or "", stem)
        exhibit = quote(self.source.exhibit, safe="")
        return service, f"{service}:chat/{exhibit}/{quote(path, safe='') if isinstance(path, str) and path else key}"

    def _participant(self, written: Json) -> str:
        name = self.mend.text(written.get("name") if isinstance(written, dict) else written)
        return "" if name.casefold() in _GONE else name

    def _named(self, name: str) -> str:
        return named_account(self.service, self.source.exhibit, self.called, name)

    def _messages(self) -> Iterator[Record | Flaw]:
        with self.source.open() as file:
            stream = JsonStream(skip_mark(file))
            for key in stream.fields():
                if key != "messages":
                    stream.skip()
                    continue
                for index in stream.items():
                    self.at = f"/messages/{index}"
                    yield from self._message(stream.value(), self.at)

    def _message(self, written: Json, pointer: str) -> Iterator[Record | Flaw]:
        place = self.source.place(pointer=pointer)
        if not isinstance(written, dict):
            raw = json.dumps(written, ensure_ascii=False)
            yield flaw(self.source, pointer, "no message: not an object", place, raw)
            return
        self.keys.update(key for key, value in written.items() if key not in _KNOWN and value)
        sender = self._sender(written)
        name = self.mend.text(written.get("sender_name", written.get("senderName")))
        if sender is not None:
            yield from self.telling.account(place, sender, names=(name,))
        found = tuple(self._files(written))
        yield message(
            place,
            self.called,
            _kind(written, is_media=bool(found)),
            sent=counted_from(UNIX, _number(written.get("timestamp_ms", written.get("timestamp")))),
            sender=sender,
            text=self.mend.text(written.get("content", written.get("text"))),
            attachments=found,
            native_kind=_native_kind(written),
            beside=tuple(self._besides(written)),
        )

    def _sender(self, written: Object) -> str | None:
        name = self.mend.text(written.get("sender_name", written.get("senderName")))
        is_gone = name.casefold() in _GONE
        self.gone += is_gone
        self.nobody += not name
        return None if is_gone or not name else self._named(name)

    def _files(self, written: Object) -> Iterator[Attachment]:
        """The files, by their path from the folder of the conversation where they lie in it."""
        folder = f"/{posixpath.basename(posixpath.dirname(self.source.path))}/"
        single = [written["sticker"]] if "sticker" in written else []
        for one in (*(item for key in _FILES for item in _list(written.get(key))), *single):
            uri = self.mend.text(one.get("uri")) if isinstance(one, dict) else ""
            if uri:
                inner = uri.rpartition(folder)[2] if folder != "//" else uri
                yield Attachment(state="named", name=inner.removeprefix("./"))
            else:
                yield Attachment(state="omitted")

    def _besides(self, written: Object) -> Iterator[Beside]:
        share = written.get("share")
        for key, value in sorted(share.items()) if isinstance(share, dict) else ():
            if isinstance(value, str) and value:
                yield Beside(what=key, text=self.mend.text(value))
        for one in _list(written.get("reactions")):
            if isinstance(one, dict):
                actor = self.mend.text(one.get("actor"))
                known = actor and actor.casefold() not in _GONE
                sign = self.mend.text(one.get("reaction"))
                yield Beside(what="reaction", text=sign, account=self._named(actor) if known else None)

    def _closing(self) -> Iterator[Flaw]:
        """What is known only at the end."""
        yield from nobody(self.source, self.nobody)
        if self.gone:
            reason = f"messages whose sender had deleted the account when the chat was exported: {self.gone}"
            yield flaw(self.source, "gone", reason, self.source.place())
        if self.mend.count:
            reason = f"texts that were written byte by byte and are mended: {self.mend.count}"
            yield flaw(self.source, "mended", reason, self.source.place())
        if self.keys:
            told = ", ".join(f"{key} ({number})" for key, number in sorted(self.keys.items()))
            reason = f"keys that hold something and are not read, with their messages: {told}"
            yield flaw(self.source, "keys", reason[:900], self.source.place())


def _kind(written: Object, *, is_media: bool) -> Said:
    if "call_duration" in written or written.get("type") == "Call":
        return "call"
    if written.get("is_unsent") or written.get("isUnsent"):
        return "revoked"
    if str(written.get("type")) in _NOTICES:
        return "system"
    return "media" if is_media else "text"


def _native_kind(written: Object) -> str | None:
    """The format's own type; of a call how long it took."""
    type_ = written.get("type")
    if "call_duration" in written:
        return f"call/missed {int(bool(written.get('missed')))}/seconds {written['call_duration']}"
    return type_ if isinstance(type_, str) else None


def _number(written: Json) -> int | str | None:
    return written if isinstance(written, int | str) and not isinstance(written, bool) else None


def _list(written: Json) -> list[Json]:
    return written if isinstance(written, list) else []
