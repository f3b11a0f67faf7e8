# SPDX-License-Identifier: Apache-2.0
"""The ids of WhatsApp: accounts, conversations, and the keys by which two phones name one message."""

import re
from functools import lru_cache
from typing import Literal
from urllib.parse import quote

PHONE_SERVERS = frozenset({"s.whatsapp.net", "c.us"})
PERSON_SERVERS = PHONE_SERVERS | {"lid"}

_MET = 1 << 14
"""Jids of which the ids are kept: every message of a chat asks for the same few."""

_RANDOM_KEY = re.compile(r"[0-9A-F]{16,}")


@lru_cache(maxsize=_MET)
def split(jid: str) -> tuple[str, str]:
    """User and server of a jid, without the number of a linked device: ``6281234.0:7@s.whatsapp.net``."""
    user, _, server = jid.rpartition("@") if "@" in jid else (jid, "", "")
    if server in PERSON_SERVERS:
        user = user.partition(":")[0].partition(".")[0]
    return user, server


def is_person(jid: str) -> bool:
    """Whether a jid is somebody's account, by phone or by an opaque lid."""
    return split(jid)[1] in PERSON_SERVERS


@lru_cache(maxsize=_MET)
def account_of(jid: str) -> str:
    """The account id of a jid: a phone as ``whatsapp:+62...``, all else as it is, for a lid is no phone."""
    user, server = split(jid)
    if server in PHONE_SERVERS and user.isascii() and user.isdigit():
        return f"whatsapp:+{user}"
    return f"whatsapp:{user}@{server}" if server else f"whatsapp:{jid}"


@lru_cache(maxsize=_MET)
def kind_of(jid: str) -> Literal["direct", "group", "channel"]:
    """What a conversation is, by its server; a broadcast goes one way, as a channel does."""
    server = split(jid)[1]
    if server == "g.us":
        return "group"
    return "channel" if server in {"broadcast", "newsletter", "status"} else "direct"


@lru_cache(maxsize=_MET)
def conversation_of(jid: str, own: str | None, exhibit: str) -> str:
    """The conversation id of a chat.

    A direct chat bears the other side's name on each phone: the id takes both sides, sorted, where the device's own
    account is stated, and is bound to the exhibit where it is not.
    """
    if kind_of(jid) != "direct":
        return account_of(jid)
    other = account_of(jid).partition(":")[2]
    if own is None:
        return f"whatsapp:direct/{quote(exhibit, safe='')}/{other}"
    return "whatsapp:direct/" + "/".join(sorted((own.partition(":")[2], other)))


def native_of(jid: str, conversation: str, key: str, *, own: str | None, broadcast: bool) -> str | None:
    """A name of a message that is the same on every phone that holds it, else null.

    The key of a message travels with it. In a group the chat's own id stands before it. In a direct chat a long random
    key is enough, whatever each phone calls the chat; a short one, or one of a broadcast to many, needs both sides.
    """
    if kind_of(jid) != "direct" or (own is not None and (broadcast or not _RANDOM_KEY.fullmatch(key))):
        return f"whatsapp/{conversation.partition(':')[2]}/{key}"
    return f"whatsapp/direct/{key}" if _RANDOM_KEY.fullmatch(key) and not broadcast else None
