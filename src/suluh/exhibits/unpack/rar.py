# SPDX-License-Identifier: Apache-2.0
"""What the first block of a RAR archive says of the archive: whether its names are encrypted, whether it is a volume.

RAR 4 as its `technote.txt` describes it, RAR 5 as rarlab.com/technote.htm does.
"""

HEAD = 64
"""So many first bytes hold what is asked for here."""

_FIVE, _FOUR = b"Rar!\x1a\x07\x01\0", b"Rar!\x1a\x07\0"
_MAIN_4, _VOLUME_4, _FIRST_4, _SEALED_4 = 0x73, 0x0001, 0x0100, 0x0080
_MAIN_5, _SEALED_5, _HAS_EXTRA = 1, 4, 0x0001
_VOLUME_5, _HAS_NUMBER = 0x0001, 0x0002


def is_sealed(head: bytes) -> bool:
    """Whether even the names in it are encrypted."""
    if head.startswith(_FIVE):
        return _fields(head)[:1] == [_SEALED_5]
    return _main_of_4(head) & _SEALED_4 != 0


def is_further_volume(head: bytes) -> bool:
    """Whether it is a volume of an archive in several, and not the first."""
    if head.startswith(_FIVE):
        kind, flags, *rest = [*_fields(head), 0, 0]
        volume = rest[1 if flags & _HAS_EXTRA else 0 :][:1]
        return kind == _MAIN_5 and bool(volume) and volume[0] & (_VOLUME_5 | _HAS_NUMBER) == _VOLUME_5 | _HAS_NUMBER
    return _main_of_4(head) & (_VOLUME_4 | _FIRST_4) == _VOLUME_4


def _main_of_4(head: bytes) -> int:
    """The flags of the main block of RAR 4; none where there is no such block."""
    is_main = head.startswith(_FOUR) and head[9:10] == bytes((_MAIN_4,))
    return int.from_bytes(head[10:12], "little") if is_main else 0


def _fields(head: bytes) -> list[int]:
    """Kind, flags and what follows of the first block of RAR 5, behind its checksum and its size."""
    found: list[int] = []
    at = len(_FIVE) + 4
    for _ in range(5):
        value = shift = 0
        while at < len(head):
            value |= (head[at] & 0x7F) << shift
            shift += 7
            at += 1
            if not head[at - 1] & 0x80:
                break
        found.append(value)
    return found[1:]
