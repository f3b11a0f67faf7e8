# SPDX-License-Identifier: Apache-2.0
"""A long post of X stands twice in an archive: cut among the posts, and whole among the notes, under two numbers."""

from collections.abc import Iterator, Sequence

from suluh.model.talk import Message

NOTE = "note-tweet"
_LINK, _MARKS = "https://t.co/", " \t\n\r\u00a0\u2026."
_SECOND = len("2025-08-30T11:00:00")
LEAST = 10
"""Characters of a cut post that the whole one must begin with."""


def posted(one: Message) -> tuple[str, ...] | None:
    """Whose post it is and its second: by these the two are brought together; null for anything else."""
    if one.kind != "post" or one.sent is None or one.sent.at is None:
        return None
    return one.conversation, one.sender or "", one.sent.at[:_SECOND]


def whole_and_cut(alike: Sequence[Message]) -> Iterator[list[Message]]:
    """Each note with the post of that second that bears its number, or whose text it begins with."""
    notes = [one for one in alike if one.native_kind == NOTE]
    cut = [one for one in alike if one.native_kind != NOTE]
    for note in notes:
        found = [one for one in cut if one.place.row == note.place.row or _is_cut(one.text, note.text)]
        if len(found) == 1:
            yield [note, found[0]]


def _is_cut(cut: str, whole: str) -> bool:
    """Whether one text is the beginning of the other, but for its end."""
    text, _, link = cut.rstrip().rpartition(_LINK)
    begins = (text if link.isalnum() else cut).rstrip(_MARKS)
    return len(begins) >= LEAST and whole.startswith(begins)
