# SPDX-License-Identifier: Apache-2.0
"""What an export may say of a message beside who sent it, and the small forms in which it says so."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TypedDict

from suluh.model.talk import Attachment, Beside
from suluh.model.times import When, utc
from suluh.readers.apps.telling import Said
from suluh.readers.json_stream import Json


class Saying(TypedDict, total=False):
    """The fields of a message by their names."""

    kind: Said
    text: str
    sent: When | None
    attachments: tuple[Attachment, ...]
    native: str | None
    native_kind: str | None
    forwarded: bool
    reply_to: str | None
    edited: bool
    beside: tuple[Beside, ...]


def word(written: Json) -> str:
    """A text; nothing for any other value."""
    return written if isinstance(written, str) else ""


def known(written: Json) -> str:
    """An identifier, written as text or as a number; nothing for any other value."""
    return str(written) if isinstance(written, int) and not isinstance(written, bool) else word(written)


def entries(written: Json) -> list[dict[str, Json]]:
    """The objects of an array; none of any other value."""
    return [one for one in written if isinstance(one, dict)] if isinstance(written, list) else []


def named(names: Iterable[str]) -> tuple[Attachment, ...]:
    """Files by their names; one without a name was left out."""
    return tuple(Attachment(state="named", name=one) if one else Attachment(state="omitted") for one in names)


def in_zone(written: str) -> When | None:
    """A time in ISO form with its zone; without one it stays local."""
    text = written.strip()
    if not text:
        return None
    try:
        at = datetime.fromisoformat(_UTC.sub("+00:00", _LONG.sub(r"\1", text)))
    except ValueError:
        return When(written=text)
    if at.tzinfo is None:
        return When(written=text, local=at.isoformat(timespec="seconds"))
    exact = utc(at.replace(microsecond=at.microsecond // 1000 * 1000))
    return When(written=text, at=exact, precision="millisecond" if at.microsecond else "second")


def in_utc(written: str) -> When | None:
    """The same of a writer who says that his times are those of UTC, or leaves it out."""
    found = in_zone(written)
    if found is None or found.local is None:
        return found
    return When(written=found.written, at=utc(datetime.fromisoformat(found.local).replace(tzinfo=UTC)))


_UTC = re.compile(r" ?(?:Z|UTC|GMT)$")
_LONG = re.compile(r"(\.\d{6})\d+")
