# SPDX-License-Identifier: Apache-2.0
"""WhatsApp's exported chat, in the forms of Indonesian Android, Indonesian iOS and US Android."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import msgspec

from suluh.model.times import utc
from suluh.simulator.evidence.devices import Chat, Seizure
from suluh.simulator.evidence.pictures import FileKind, Picture
from suluh.simulator.evidence.tree import Sheet
from suluh.simulator.truth import TrueAttachment, TrueRecord
from suluh.simulator.world.events import Said

MARK = "\u200e"
NARROW = "\u202f"
MARKS: dict[FileKind, str] = {"picture": "IMG", "voice": "PTT", "document": "DOC", "sticker": "STK"}
"""How Android begins the name of a file."""

IOS_MARKS: dict[FileKind, str] = {"picture": "PHOTO", "voice": "AUDIO", "document": "DOCUMENT", "sticker": "STICKER"}


@dataclass(frozen=True)
class Form:
    """One locale's way of writing."""

    name: str
    head: Callable[[datetime], str]
    seconds: bool
    encrypted: str
    omitted: str
    attached: str
    revoked: str
    added: str
    created: str
    ios: bool = False


def _android_id(at: datetime) -> str:
    return f"{at:%d/%m/%y %H.%M} - "


def _ios_id(at: datetime) -> str:
    return f"[{at:%d/%m/%y %H.%M.%S}] "


def _android_us(at: datetime) -> str:
    return f"{at.month}/{at.day}/{at:%y}, {at.hour % 12 or 12}:{at:%M}{NARROW}{'PM' if at.hour > 11 else 'AM'} - "  # noqa: PLR2004 # noon


ANDROID_ID = Form(
    name="android-id",
    head=_android_id,
    seconds=False,
    encrypted="Pesan dan panggilan terenkripsi secara end-to-end. Hanya orang di chat ini yang dapat membacanya.",
    omitted="<Media tidak disertakan>",
    attached="{mark}{name} (file terlampir)",
    revoked="Pesan ini dihapus",
    added="{owner} menambahkan {member}",
    created='{owner} membuat grup "{title}"',
)
IOS_ID = Form(
    name="ios-id",
    head=_ios_id,
    seconds=True,
    encrypted="Pesan dan panggilan terenkripsi secara end-to-end.",
    omitted="{mark}gambar tidak disertakan",
    attached="{mark}<terlampir: {name}>",
    revoked="{mark}Pesan ini dihapus.",
    added="{mark}{owner} menambahkan {member}",
    created="{mark}{owner} membuat grup ini",
    ios=True,
)
ANDROID_US = Form(
    name="android-us",
    head=_android_us,
    seconds=False,
    encrypted="Messages and calls are end-to-end encrypted. Only people in this chat can read them.",
    omitted="<Media omitted>",
    attached="{mark}{name} (file attached)",
    revoked="This message was deleted",
    added="{owner} added {member}",
    created='{owner} created group "{title}"',
)


@dataclass(frozen=True)
class Export:
    """How one chat is exported: in which form, with which media."""

    form: Form
    media: bool
    gone: frozenset[str] = frozenset()
    """Messages whose file is named but no longer there."""


class Writer:
    """Writes one chat and remembers the pictures that go beside it."""

    def __init__(self, chat: Chat, seizure: Seizure, export: Export) -> None:
        self.chat = chat
        self.seizure = seizure
        self.export = export
        self.media: dict[str, Picture] = {}
        """Pictures by the name that the text gives them."""

        self._lines: list[str] = []
        self._records: list[TrueRecord] = []
        self._numbers: dict[str, int] = {}

    def sheet(self) -> Sheet:
        """The whole text, with where each message stands."""
        self._opening()
        for one in self.chat.said:
            self._message(one)
        text = "".join(f"{line}\n" for line in self._lines)
        return Sheet(text.encode(), tuple(self._records))

    @property
    def name(self) -> str:
        """The file's name as the app gives it."""
        title = self.title
        if self.export.form is ANDROID_ID:
            return f"Chat WhatsApp dengan {title}.txt"
        return f"WhatsApp Chat with {title}.txt" if self.export.form is ANDROID_US else "_chat.txt"

    @property
    def title(self) -> str:
        """What the app calls the chat."""
        room = self.chat.room
        return room.title or self.seizure.called(room.other(self.seizure.holder))

    def _opening(self) -> None:
        """The system lines that every export begins with."""
        form, room = self.export.form, self.chat.room
        at = self.chat.said[0].at
        self._system(at, form.encrypted)
        if room.kind != "group":
            return
        owner, title = self.seizure.called(room.owner), room.title
        self._system(at, form.created.format(owner=owner, title=title, mark=""))
        for member in room.members[1:]:
            self._system(at, form.added.format(owner=owner, member=self.seizure.called(member), mark=""))

    def _system(self, at: datetime, text: str) -> None:
        author = f"{self.title}: {MARK}" if self.export.form.ios else ""
        line = f"{self._head(at)}{author}{text}"
        record = TrueRecord(conversation=self.chat.room.key, kind="system", sent=self._written(at), text=text)
        self._add(record, line)

    def _message(self, one: Said) -> None:
        assert one.sender is not None  # noqa: S101 # system lines are written by the opening
        form = self.export.form
        text, shown, attachments = self._content(one)
        marked = MARK if form.ios and attachments else ""
        author = self.seizure.called(one.sender)
        unsaved = author.startswith("+")
        record = TrueRecord(
            message=one.key,
            conversation=self.chat.room.key,
            kind="revoked" if one.kind == "revoked" else "media" if attachments else "text",
            sender=one.sender.whatsapp if unsaved else None,
            sender_name=None if unsaved else author,
            own=one.sender == self.seizure.holder,
            person=one.sender.key,
            sent=self._written(one.at),
            text=text,
            attachments=attachments,
        )
        self._add(record, f"{marked}{self._head(one.at)}{author}: {shown}")

    def _content(self, one: Said) -> tuple[str, str, tuple[TrueAttachment, ...]]:
        """The message's text, what the line shows, and its attachments."""
        form = self.export.form
        if one.kind == "revoked":
            return form.revoked.format(mark=""), form.revoked.format(mark=MARK), ()
        if one.picture is None:
            return one.text, one.text, ()
        if not self.export.media:
            state = TrueAttachment(state="omitted", sha256=one.picture.sha256)
            return "", form.omitted.format(mark=MARK), (state,)
        name = self._file_name(one)
        present = one.key not in self.export.gone
        if present:
            self.media[name] = one.picture
        shown = form.attached.format(name=name, mark=MARK)
        state = TrueAttachment(state="present" if present else "missing", name=name, sha256=one.picture.sha256)
        return one.text, f"{shown}\n{one.text}" if one.text else shown, (state,)

    def _file_name(self, one: Said) -> str:
        assert one.picture is not None  # noqa: S101 # asked only for messages with a picture
        local = self.seizure.local(one.at)
        day = "all" if self.export.form.ios else f"{local:%Y%m%d}"
        number = self._numbers[day] = self._numbers.get(day, -1) + 1
        if self.export.form.ios:
            return (
                f"{len(self._records):08}-{IOS_MARKS[one.picture.form]}-{local:%Y-%m-%d-%H-%M-%S}.{one.picture.suffix}"
            )
        return f"{MARKS[one.picture.form]}-{day}-WA{number:04}.{one.picture.suffix}"

    def _head(self, at: datetime) -> str:
        return self.export.form.head(self.seizure.local(at))

    def _written(self, at: datetime) -> str:
        return utc(at if self.export.form.seconds else at.replace(second=0))

    def _add(self, record: TrueRecord, shown: str) -> None:
        first = len(self._lines) + 1
        self._lines.extend(shown.split("\n"))
        last = len(self._lines) if len(self._lines) > first else None
        self._records.append(msgspec.structs.replace(record, line=first, last_line=last))


def day_is_plain(chat: Chat, seizure: Seizure) -> bool:
    """Whether some day of the chat is over the twelfth, so that day and month can be told apart."""
    return any(seizure.local(one.at).day > 12 for one in chat.said)  # noqa: PLR2004 # there are twelve months
