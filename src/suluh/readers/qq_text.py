# SPDX-License-Identifier: Apache-2.0
"""Reads a chat of QQ or WeChat as text, each message under a line of its time and its sender."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import Attachment
from suluh.readers.apps.telling import Kind
from suluh.readers.exported.lined import Entry, Head
from suluh.readers.exported.saying import Saying
from suluh.readers.exported.text_export import TextReading
from suluh.readers.exported.written import day_of
from suluh.readers.reader import Reader, Record

_HEAD = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d) (?P<clock>\d{1,2}:\d\d:\d\d) (?P<name>[^\s:\[\]{}<>|=#/\\-][^\n:{}<>|=]{0,60}?)"
    r"(?:[(<](?P<native>\d{5,12}|[\w.@-]{5,60})[)>])?"
)
_QQ = "消息记录"
_OBJECT = re.compile(r"消息对象[:\uff1a](?P<name>.{1,200})")
_LEFT_OUT = re.compile(r"\[(?:图片|圖片|视频|视频通话|语音|动画表情|表情|文件|位置|名片)\]")
_FEW, _LOOK = 2, 4000


class QqText(Reader):
    """A chat of QQ as text of its own export, or of WeChat as several programs write it.

    Numbers in brackets are accounts, names are known in this conversation alone; times have no zone.
    """

    name = "qq-text"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust QQ's heading; without it, Chinese names or words that come back above words."""
        if source.head.count(b"\0"):
            return None
        lines = source.head.decode("utf-8", "replace").removeprefix("\ufeff").splitlines()[:_LOOK]
        found = [match for line in lines if (match := _HEAD.fullmatch(line))]
        if lines and lines[0].startswith(_QQ) and found:
            return "the heading of an export of QQ"
        if len(found) < _FEW or _HEAD.fullmatch(lines[0]) is None:
            return None
        names = Counter(one["name"] for one in found)
        is_chinese = any(_CHINESE.search(one) for one in names)
        return "times and Chinese names above words" if is_chinese and len(names) > 1 else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each message with the account it brings, then the chat."""
        service = "qq" if _QQ.encode() in source.head[:200] else "wechat"
        yield from _Reading(source, service, _begins).records()


class _Reading(TextReading):
    """One file while it is read."""

    def title(self, heading: list[str]) -> tuple[str | None, Kind | None]:
        """By QQ's heading."""
        return next((found["name"].strip() for one in heading if (found := _OBJECT.match(one))), None), None

    def account(self, entry: Entry) -> str | None:
        """By the number that stands behind the name."""
        name, _, native = (entry.head.name or "").partition("\t")
        return self.export.account(native) if native else self.room.named(name)

    def names(self, entry: Entry) -> tuple[str, ...]:
        """The name before the number."""
        return ((entry.head.name or "").partition("\t")[0],)

    def saying(self, entry: Entry) -> Saying:
        """A word in brackets stands for what was left out."""
        text = entry.text()
        if _LEFT_OUT.fullmatch(text.strip()):
            return Saying(kind="media", text=text, attachments=(Attachment(state="omitted"),), native_kind=text.strip())
        return Saying(kind="text", text=text)


_CHINESE = re.compile("[\u4e00-\u9fff]")


def _begins(line: str, _: str) -> Head | None:
    found = _HEAD.fullmatch(line)
    if found is None:
        return None
    name = found["name"].strip()
    who = f"{name}\t{found['native']}" if found["native"] else name
    return Head(day_of(found["day"]), found["clock"], who, "", f"{found['day']} {found['clock']}")
