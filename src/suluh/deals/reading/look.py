# SPDX-License-Identifier: Apache-2.0
"""What one message shows by itself: its words, what it carries, and that it names a sum, an account or a link."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from suluh.deals.reading.features import length
from suluh.deals.reading.normal import LINK, RUN, normal, tokens
from suluh.deals.reading.pieces import plain
from suluh.deals.words.amounts import NO_NUMBERS, Reading, read_numbers
from suluh.deals.words.cue import cues
from suluh.model.talk import Attachment, Message

_VOICE = (".opus", ".ogg", ".m4a", ".mp3", ".aac", ".amr")
_STICKER = (".webp", ".was")
_CARD = (".vcf",)
_PICTURE = (".jpg", ".jpeg", ".png", ".gif", ".heic", ".heif", ".mp4", ".mov", ".3gp", ".mkv", ".avi", ".webm", ".bmp")


_SHORT, _TEXTS = 40, 20_000
"""A text of so many signs may come again, as `ok` does: so many of them are kept as they were read."""


class Text(NamedTuple):
    """What is looked at in one message by itself."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    """Of words of trade, by the lists."""

    marks: tuple[str, ...]
    reading: Reading
    facts: frozenset[str]
    """Which of sum, account, link, question, bare number and text it has."""


def look_at(message: Message) -> Text:
    """What a message shows by itself."""
    text = message.text
    alone = _read_again(text) if len(text) <= _SHORT else _read(text)
    forwarded = message.forwarded or message.forwarded_from is not None
    reply, deleted = message.reply_to is not None, message.kind == "revoked"
    if not (message.attachments or forwarded or reply or deleted):
        return alone
    carried = tuple(sorted(set(_carried(message.attachments))))
    return alone._replace(marks=_marks(alone.facts, length(text), carried, forwarded, deleted, reply))


def _read(text: str) -> Text:
    """What a text shows, carried by a message that shows nothing else."""
    words, kinds, reading, facts = _words(text) if text else ((), (), NO_NUMBERS, _facts())
    return Text(words, kinds, _marks(facts, length(text)), reading, facts)


def _words(text: str) -> tuple[tuple[str, ...], tuple[str, ...], Reading, frozenset[str]]:
    """Words, kinds, numbers and facts of a text."""
    known = plain(text)
    if known is not None:
        kinds = tuple(sorted(cues(text))) if known.may_cue else ()
        return known.words, kinds, NO_NUMBERS, _facts("text", "question" if "?" in text else "")
    reading = read_numbers(text)
    form = normal(text, ((one.start, one.end) for one in reading.amounts))
    told = (
        ("text", True),
        ("sum", bool(reading.amounts)),
        ("account", RUN in form),
        ("link", LINK in form),
        ("question", "?" in form),
        ("bare", bool(reading.loose)),
    )
    return (
        tuple(tokens(form)),
        tuple(sorted(cues(text))),
        reading,
        _facts(*(name if there else "" for name, there in told)),
    )


_read_again = lru_cache(maxsize=_TEXTS)(_read)


@lru_cache(maxsize=1024)
def _facts(*names: str) -> frozenset[str]:
    return frozenset(names) - {""}


@lru_cache(maxsize=4096)
def _marks(  # all that a message shows beside its words
    facts: frozenset[str],
    length_: str,
    carried: tuple[str, ...] = (),
    forwarded: bool = False,  # noqa: FBT001, FBT002 # as above
    deleted: bool = False,  # noqa: FBT001, FBT002 # as above
    reply: bool = False,  # noqa: FBT001, FBT002 # as above
) -> tuple[str, ...]:
    """The marks of a message, one row for all messages of the same ones."""
    told = (("forwarded", forwarded), ("deleted", deleted), ("reply", reply))
    there = [*carried, *(name for name, is_there in told if is_there)]
    return (*(f"o:{one}" for one in sorted(facts)), length_, *(f"o:{one}" for one in there))


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
