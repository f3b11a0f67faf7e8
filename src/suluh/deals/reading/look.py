# SPDX-License-Identifier: Apache-2.0
"""What one message shows by itself: its words, what it carries, and that it names a sum, an account or a link."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from suluh.deals.reading.features import length
from suluh.deals.reading.normal import LINK, RUN, normal, tokens
from suluh.deals.words.amounts import Reading, read_numbers
from suluh.deals.words.cue import cues
from suluh.model.talk import Attachment, Message

_VOICE = (".opus", ".ogg", ".m4a", ".mp3", ".aac", ".amr")
_STICKER = (".webp", ".was")
_CARD = (".vcf",)
_PICTURE = (".jpg", ".jpeg", ".png", ".gif", ".heic", ".heif", ".mp4", ".mov", ".3gp", ".mkv", ".avi", ".webm", ".bmp")


class Text(NamedTuple):
    """What is looked at in one message by itself."""

    words: list[str]
    kinds: tuple[str, ...]
    """Of words of trade, by the lists."""

    marks: tuple[str, ...]
    reading: Reading
    facts: frozenset[str]
    """Which of sum, account, link, question, bare number and text it has."""


def look_at(message: Message) -> Text:
    """What a message shows by itself."""
    text = message.text
    reading = read_numbers(text)
    form = normal(text, ((one.start, one.end) for one in reading.amounts)) if text else ""
    facts = frozenset(_facts(form, reading, text))
    marks = [f"o:{one}" for one in sorted(facts)]
    marks.append(length(text))
    marks += [f"o:{one}" for one in sorted(set(_carried(message.attachments)))]
    forwarded = message.forwarded or message.forwarded_from is not None
    told = (("forwarded", forwarded), ("deleted", message.kind == "revoked"), ("reply", message.reply_to is not None))
    marks += [f"o:{name}" for name, there in told if there]
    return Text(tokens(form), tuple(sorted(cues(text))) if text else (), tuple(marks), reading, facts)


def _facts(form: str, reading: Reading, text: str) -> Iterator[str]:
    if reading.amounts:
        yield "sum"
    if RUN in form:
        yield "account"
    if LINK in form:
        yield "link"
    if "?" in form:
        yield "question"
    if reading.loose:
        yield "bare"
    if text:
        yield "text"


def _carried(attachments: Iterable[Attachment]) -> Iterator[str]:
    for one in attachments:
        name, mime = (one.name or "").lower(), (one.mime or "").lower()
        if name.endswith(_VOICE) or mime.startswith("audio/"):
            yield "voice"
        elif name.endswith(_STICKER) or mime == "image/webp":
            yield "sticker"
        elif name.endswith(_CARD) or "vcard" in mime:
            yield "card"
        elif not is_picture(one):
            yield "document"


def is_item(attachment: Attachment) -> bool:
    """Whether an attachment counts as an item: media handed over, no voice note, sticker or contact card."""
    return next(_carried((attachment,)), "document") == "document"


def is_picture(attachment: Attachment) -> bool:
    """Whether an attachment is a picture or a film; one without name and kind is taken for one."""
    name, mime = (attachment.name or "").lower(), (attachment.mime or "").lower()
    if mime:
        return mime.startswith(("image/", "video/")) and mime != "image/webp"
    return name.endswith(_PICTURE) or "." not in name
