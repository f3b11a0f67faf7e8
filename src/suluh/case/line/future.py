# SPDX-License-Identifier: Apache-2.0
"""Times that had not come when an exhibit was entered: a clock was wrong, or the calendar is another one."""

from msgspec.structs import replace

from suluh.case.line.inputs import Inputs
from suluh.model.ids import make_id
from suluh.model.intake import File, Flaw, place_of
from suluh.model.talk import Message

_DAY = len("2025-08-30")


def in_time(i: Inputs, message: Message) -> Message:
    """The message; without a time where that lies after its exhibit was entered, for nothing can be counted from it."""
    when = message.sent
    written = when and (when.at or when.local)
    entered = i.entered.get(message.place.exhibit)
    if when is None or not written or entered is None or written[:_DAY] <= entered:
        return message
    i.not_come[message.place.file] += 1
    return replace(message, sent=replace(when, local=None, at=None))


def not_come(i: Inputs, file: File) -> list[Flaw]:
    """One flaw for a file with such times."""
    count = i.not_come.pop(file.id, 0)
    if not count:
        return []
    reason = (
        f"messages whose time had not come yet when the exhibit was entered: {count}; a clock was wrong or the "
        "calendar is another one, so the time stays as written and nothing is counted from it"
    )
    return [Flaw(id=make_id("flaw", "not-come", file.id), step="read", reason=reason, place=place_of(file))]
