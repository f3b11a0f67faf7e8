# SPDX-License-Identifier: Apache-2.0
"""Reads a chat that KakaoTalk exported as text."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment
from suluh.readers.apps.telling import Kind
from suluh.readers.exported.lined import Entry, Head
from suluh.readers.exported.saying import Saying
from suluh.readers.exported.text_export import TextReading
from suluh.readers.exported.written import CLOCK, DAY, Day, day_of
from suluh.readers.reader import Reader, Record

SERVICE = "kakaotalk"
_BEGINS = re.compile(r"[^\n]{0,200}(?:카카오톡|KakaoTalk|カカオトーク|Talk Chats|나와의 채팅)")
_ON_COMPUTERS = re.compile(rf"\[(?P<name>.{{1,200}}?)\] \[(?P<clock>{CLOCK})\] ?(?P<text>.*)")
_ON_PHONES = re.compile(rf"(?P<day>{DAY}),? (?:at |pukul |um )?(?P<clock>{CLOCK}), (?P<rest>.*)")
_HEADING = re.compile(
    rf"(?:-{{3,}} )?(?:[^\W\d_]{{3,12}}, )?(?P<day>{DAY})(?:,? (?:at )?{CLOCK})?(?: [^\W\d_]{{1,10}})?(?: -{{3,}})?"
)
_OWN = frozenset({"회원님"})
_NO_DAY = Day(None)
_LEFT_OUT = re.compile(
    r"사진(?: \d{1,3}장)?|동영상|이모티콘|음성메시지|지도: .{1,100}|연락처: .{1,100}|Photos?(?: \d{1,3})?|"
    r"\d{1,3} photos|Video|Emoticons?|Voice Note|写真|動画|絵文字|Foto|Stiker|Pesan suara"
)
_FILE = re.compile(r"(?:파일|File|ファイル|Berkas): (?P<name>[^\n/\\]{1,255})")
_DIRECT = ("님과의 카카오톡 대화", "님과 카카오톡 대화")
_GROUP, _WITH = "카카오톡 대화", "KakaoTalk Chats with "
_LOOK = 400


class KakaoTalkText(Reader):
    """A chat of KakaoTalk as text, of phones and of computers, in Korean, English, Japanese and Indonesian.

    The file gives names and no ids: a sender is known by name in this conversation alone, and times without a zone.
    """

    name = "kakaotalk-text"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust the app's name in the first line, and lines that begin as a message does."""
        if source.head.count(b"\0"):
            return None
        lines = source.head.decode("utf-8", "replace").removeprefix("\ufeff").splitlines()[:_LOOK]
        if not lines or _BEGINS.match(lines[0]) is None:
            return None
        return "KakaoTalk's name, and lines of its form" if any(_begins(one, "") for one in lines[1:]) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the chat."""
        yield from _Reading(source, SERVICE, _begins, _day).records()


class _Reading(TextReading):
    """One file while it is read."""

    def title(self, heading: list[str]) -> tuple[str | None, Kind | None]:
        """By its first line, in the words of its language."""
        first = heading[0].strip() if heading else ""
        ending = next((one for one in _DIRECT if first.endswith(one)), None)
        if ending is not None or first.startswith(_WITH):
            name = first.removesuffix(ending or "").removeprefix(_WITH).strip()
            return name or None, None
        if not first.endswith(_GROUP):
            return None, None
        name, _, number = first.removesuffix(_GROUP).strip().rpartition(" ")
        return (name if name and number.isdigit() else f"{name} {number}".strip()) or None, "group"

    def account(self, entry: Entry) -> str | None:
        """KakaoTalk writes one word for the phone's own side in Korean."""
        return self.export.device if entry.head.name in _OWN else super().account(entry)

    def saying(self, entry: Entry) -> Saying:
        """A single word stands for what was left out; it is kept, for a person may have typed it."""
        text = entry.text()
        if entry.head.name is None:
            return Saying(kind="system", text=text)
        if found := _FILE.fullmatch(text):
            return Saying(kind="media", text=text, attachments=(Attachment(state="named", name=found["name"]),))
        if _LEFT_OUT.fullmatch(text):
            return Saying(kind="media", text=text, attachments=(Attachment(state="omitted"),), native_kind=text)
        return Saying(kind="text", text=text)


def _begins(line: str, _: str) -> Head | None:
    """A message as phones write it, with its day, or as computers do, under the heading of a day."""
    if line.startswith("[") and (found := _ON_COMPUTERS.fullmatch(line)):
        return Head(_NO_DAY, found["clock"], found["name"], found["text"], found["clock"])
    found = _ON_PHONES.fullmatch(line)
    if found is None:
        return None
    name, mark, text = found["rest"].partition(" : ")
    written = f"{found['day']} {found['clock']}"
    if not mark:
        return Head(day_of(found["day"]), found["clock"], None, found["rest"], written)
    return Head(day_of(found["day"]), found["clock"], name.strip(), text, written)


def _day(line: str) -> Day | None:
    found = _HEADING.fullmatch(line.strip())
    day = day_of(found["day"]) if found else None
    return day if day is not None and day.iso else None
