# SPDX-License-Identifier: Apache-2.0
"""The same message in the exports of two accounts, where each account counts its messages for itself."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from suluh.model.talk import Message

_COUNTED_BY_ACCOUNT = re.compile(r"telegram:user[0-9]+/[0-9]{1,18}")
_KNOWN_TO_ALL = re.compile(r"telegram:(?:chat\d+|user\d+-user\d+)")


def likeness(one: Message) -> tuple[str, ...] | None:
    """What a message is the same by on both sides of a chat: sender, the server's own second, kind and text."""
    if one.native is None or not _COUNTED_BY_ACCOUNT.fullmatch(one.native):
        return None
    if not _KNOWN_TO_ALL.fullmatch(one.conversation) or one.sent is None or one.sent.at is None:
        return None
    return one.conversation, one.sender or "", one.sent.at, one.kind, one.text


def in_turn(alike: Sequence[Message]) -> Iterator[list[Message]]:
    """Messages that are alike, first with first: who says the same twice in one second has said it twice."""
    by_account: dict[str, dict[int, Message]] = defaultdict(dict)
    for one in alike:
        account, _, number = (one.native or "").rpartition("/")
        by_account[account].setdefault(int(number), one)
    sides = ([found for _, found in sorted(side.items())] for _, side in sorted(by_account.items()))
    for turn in zip_longest(*sides):
        group = [one for one in turn if one is not None]
        if len(group) > 1:
            yield group
