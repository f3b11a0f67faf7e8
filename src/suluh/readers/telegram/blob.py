# SPDX-License-Identifier: Apache-2.0
"""A message as Telegram for Android keeps it, in Telegram's own binary form, which changes from version to version.

Nothing is taken that does not prove itself: the number of the message must stand where it belongs, and the text is what
follows the very time that the row states, if it is a whole text in UTF-8.
"""

from typing import NamedTuple

_USER, _CHAT, _CHANNEL = "user", "chat", "channel"
_PEERS = {
    0x59511722: (_USER, 8),
    0x36C6019A: (_CHAT, 8),
    0xA2A5371E: (_CHANNEL, 8),
    0x9DB1BC6D: (_USER, 4),
    0xBAD0E5BB: (_CHAT, 4),
    0xBDDDE532: (_CHANNEL, 4),
}
"""What a peer is and how many bytes its number has, by its constructor."""

_SERVICE = frozenset({0x7A800E0A, 0xD3D28540, 0x2B085862, 0x286FA604, 0x9E19A1F6, 0xC06B9607, 0x1D86F70E, 0x9F8D60BB})
_CALLS = frozenset({0x80E11A7F, 0x7A0D7F42, 0x2FFE2F7A, 0x502F92F7})
_NO_FILE = frozenset({0x3DED6320, 0xDDF10C3B, 0xA32DD600, 0x56E0D474, 0x70322949, 0xCBF24940, 0x4BD6E798, 0x2EC0533F})
"""Media that are none, a page, a place, a contact or a poll."""

_FORWARDED, _FROM, _MEDIA, _EDITED, _EDIT_HIDDEN, _BOOSTS = 1 << 2, 1 << 8, 1 << 9, 1 << 15, 1 << 21, 1 << 29
_LONG = 254


class Told(NamedTuple):
    """What a row's bytes say."""

    is_service: bool = False
    action: int = 0
    """Of a notice the constructor of what happened."""

    sender: str | None = None
    """Such as ``user123``."""

    peer: str | None = None
    """Where it was said, such as ``channel123``."""

    text: str | None = None
    """Null where no text could be proved."""

    media: int = 0
    """The constructor of its media; zero for none."""

    is_forwarded: bool = False
    is_edited: bool = False

    @property
    def is_call(self) -> bool:
        """Whether the notice is of a call."""
        return self.is_service and self.action in _CALLS

    @property
    def has_file(self) -> bool:
        """Whether it carries something that is no page, place, contact or poll."""
        return self.media != 0 and self.media not in _NO_FILE


def told(raw: object, number: int, date: int) -> Told:
    """What the bytes of a row with this number and time say, as far as they prove themselves."""
    if not isinstance(raw, bytes) or len(raw) < 16:  # noqa: PLR2004 # constructor, flags, number, time
        return Told()
    kind, flags = _word(raw, 0), _word(raw, 4)
    at = next((one for one in (8, 12) if _word(raw, one) == number & 0xFFFFFFFF), None)
    if at is None:
        return Told(is_service=kind in _SERVICE)
    has_more_flags, at = at > 8, at + 4  # noqa: PLR2004 # constructor and flags
    sender, peer = None, None
    if flags & _FROM:
        sender, at = _peer(raw, at)
    if sender is not None or not flags & _FROM:
        peer, _ = _peer(raw, at + 4 if has_more_flags and flags & _BOOSTS else at)
    after = _after(raw, at, date, is_service=kind in _SERVICE)
    text, end = after if after is not None else (None, 0)
    is_service = kind in _SERVICE
    edited = bool(flags & _EDITED) and not flags & _EDIT_HIDDEN
    return Told(
        is_service=is_service,
        action=_word(raw, end) if is_service and end else 0,
        sender=sender,
        peer=peer,
        text=None if is_service else text,
        media=_word(raw, end) if end and not is_service and flags & _MEDIA else 0,
        is_forwarded=bool(flags & _FORWARDED) and not is_service,
        is_edited=edited and not is_service,
    )


def is_broadcast(raw: object) -> bool:
    """Whether the record of a chat says that it is a channel in which its owners alone write."""
    return isinstance(raw, bytes) and len(raw) >= 8 and bool(_word(raw, 4) & 1 << 5)  # noqa: PLR2004 # constructor, flags


def _after(raw: bytes, at: int, date: int, *, is_service: bool) -> tuple[str, int] | None:
    """The text behind the time, and where it ends; of a notice where the time ends."""
    mark = date.to_bytes(4, "little") if 0 < date < 1 << 32 else b""
    found = raw.find(mark, at) if mark else -1
    while found >= 0:
        if found % 4 == 0:
            text = ("", found + 4) if is_service else _string(raw, found + 4)
            if text is not None:
                return text
        found = raw.find(mark, found + 1)
    return None


def _string(raw: bytes, at: int) -> tuple[str, int] | None:
    """A text with its length before it and zeros up to the next four bytes behind it."""
    if at >= len(raw):
        return None
    size, begin = raw[at], at + 1
    if size == _LONG:
        size, begin = int.from_bytes(raw[at + 1 : at + 4], "little"), at + 4
    end = begin + size
    stop = end + -end % 4
    if size > _LONG << 16 or stop > len(raw) or any(raw[end:stop]):
        return None
    try:
        return raw[begin:end].decode("utf-8"), stop
    except UnicodeDecodeError:
        return None


def _peer(raw: bytes, at: int) -> tuple[str | None, int]:
    """A peer and where it ends; null where none stands there."""
    known = _PEERS.get(_word(raw, at))
    if known is None:
        return None, at
    kind, size = known
    number = int.from_bytes(raw[at + 4 : at + 4 + size], "little")
    return f"{kind}{number}", at + 4 + size


def _word(raw: bytes, at: int) -> int:
    return int.from_bytes(raw[at : at + 4], "little")
