# SPDX-License-Identifier: Apache-2.0
"""Lists of messages in JSON and JSON Lines, by the keys of their objects."""

from suluh.model.evidence.source import Source
from suluh.readers.reader import is_binary
from suluh.readers.tabled.entry import Table
from suluh.readers.tabled.files.flat import flat
from suluh.readers.tabled.files.lists import lists_of
from suluh.readers.tabled.form import Doubt, Form, form_of
from suluh.readers.tabled.talking import talk_in

_MARK = b"\xef\xbb\xbf"
_LEAST = 3
_CALLED = frozenset({"messages", "messagelist", "chats", "conversations", "chat", "conversation", "pesan"})


def tables_of(source: Source) -> tuple[Table | Doubt, ...]:
    """The lists of messages of a file, in the order of their places; doubts for lists that may be others."""
    if source.tables or is_binary(source.head) or source.head.removeprefix(_MARK).lstrip()[:1] not in {b"{", b"["}:
        return ()
    found = list[Table | Doubt]()
    for steps, objects in sorted(lists_of(source).items()):
        rows = [flat(one) for one in objects]
        heads = tuple(dict.fromkeys(key for row in rows for key in row))
        is_called = any(one.casefold() in _CALLED for one in steps)
        form = form_of(heads, rows, is_in_chat=len(steps) > 1, is_called=is_called) if len(heads) >= _LEAST else None
        form = form or talk_in(heads, rows)
        if isinstance(form, Form):
            found.append(Table(form, steps=steps))
        elif form is not None:
            found.append(form)
    return tuple(found)
