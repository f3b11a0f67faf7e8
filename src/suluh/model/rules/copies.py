# SPDX-License-Identifier: Apache-2.0
"""Conversations that are one: under which id and accounts their copies are told."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import quote

from msgspec.structs import replace

from suluh.model.after.beyond import Joint
from suluh.model.talk import Message, is_named_only

_PARTS = 4
"""`name`, exhibit, conversation and name: the parts of an account that one conversation alone names."""


class First(NamedTuple):
    """What a conversation that has copies is told as."""

    conversation: str
    """The copy that was entered first."""

    accounts: Mapping[str, str]
    """Its accounts with those that say most of them: a number before a name. A judgement, for steps that judge."""

    sure: Mapping[str, str]
    """Those alone that are the same beyond doubt: one name on one exhibit."""


def with_files(message: Message, others: Iterable[Message]) -> Message:
    """A message with the attachments of that copy which holds the most of their contents.

    One export leaves out what another holds: what was sent is known as soon as any copy has it.
    """
    fullest = max((message, *others), key=_contents)  # of equal ones the first, which is the message itself
    return message if fullest is message else replace(message, attachments=fullest.attachments)


def _contents(message: Message) -> int:
    return sum(one.sha256 is not None for one in message.attachments)


def firsts(joints: Iterable[Joint]) -> dict[str, First]:
    """What each conversation that has copies is told as."""
    found: dict[str, First] = {}
    for one in joints:
        if one.record == "conversation":
            accounts = {other: first for first, other in one.same}
            found |= dict.fromkeys(one.members, First(one.members[0], accounts, _sure(one)))
    return found


def _sure(joint: Joint) -> dict[str, str]:
    """Accounts that are one name on one exhibit, each with that of the first copy."""
    accounts = sorted({account for pair in joint.same for account in pair}, key=lambda one: (_is_of(one, joint), one))
    first: dict[tuple[str, str], str] = {}
    for account in accounts:
        if (name := bound_to(account)) is not None:
            first.setdefault(name, account)
    found = {account: first[name] for account in accounts if (name := bound_to(account)) is not None}
    return {account: one for account, one in found.items() if account != one}


def bound_to(account: str) -> tuple[str, str] | None:
    """Exhibit and name of an account that is known by name in one conversation alone, as they are quoted."""
    parts = account.partition(":")[2].split("/")
    return (parts[1], parts[3]) if is_named_only(account) and len(parts) == _PARTS else None


def _is_of(account: str, joint: Joint) -> int:
    """Zero for an account of the first copy, so that it is chosen."""
    return int(quote(joint.members[0], safe="") not in account.split("/"))
