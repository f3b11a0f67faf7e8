# SPDX-License-Identifier: Apache-2.0
"""X's account archive: ``data/*.js`` with posts, direct messages, the account and the manifest that counts them."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from suluh.model.times import utc
from suluh.simulator.evidence.devices import Chat, Seizure
from suluh.simulator.evidence.tree import Sheet
from suluh.simulator.truth import TrueRecord
from suluh.simulator.world.events import Said
from suluh.simulator.world.people import Person

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
EPOCH = 1_288_834_974_657
"""Milliseconds from which X counts its ids."""

Node = dict[str, object]


def write(seizure: Seizure, held: Sequence[Chat]) -> dict[str, Sheet]:
    """Every file of the archive by its name."""
    posts = [one for chat in held if chat.room.kind == "channel" for one in chat.said]
    directs = [chat for chat in held if chat.room.kind == "direct"]
    parts = {
        "account": Sheet(_js("account", [_account(seizure.holder)])),
        "direct-messages": _directs(directs),
        "follower": Sheet(_js("follower", [{"follower": _user(person)} for person in _others(seizure, directs)])),
        "tweets": _tweets(posts),
    }
    files = {f"data/{name}.js": sheet for name, sheet in parts.items()}
    counts = {"account": 1, "direct-messages": len(directs), "tweets": len(posts)}
    counts["follower"] = len(_others(seizure, directs))
    files["data/manifest.js"] = Sheet(_manifest(seizure.holder, counts))
    return files


def _account(holder: Person) -> Node:
    return {
        "account": {
            "email": f"{holder.handle}@example.invalid",
            "createdVia": "oauth:3033300",
            "username": holder.handle,
            "accountId": str(holder.x),
            "createdAt": "2024-02-03T04:05:06.789Z",
            "accountDisplayName": holder.name,
            "phoneNumber": holder.phone,
        }
    }


def _user(person: Person) -> Node:
    return {"accountId": str(person.x), "userLink": f"https://twitter.com/intent/user?user_id={person.x}"}


def _others(seizure: Seizure, directs: Sequence[Chat]) -> list[Person]:
    return [chat.room.other(seizure.holder) for chat in directs]


def _tweets(posts: Sequence[Said]) -> Sheet:
    nodes, records = [], []
    for number, one in enumerate(posts):
        name = str(_snowflake(one))
        nodes.append({"tweet": _tweet(one, name)})
        records.append(_record(one, kind="post", pointer=f"/{number}/tweet", row=name))
    return Sheet(_js("tweets", nodes), tuple(records))


def _tweet(one: Said, name: str) -> Node:
    return {
        "edit_info": {"initial": {"editTweetIds": [name], "editsRemaining": "5", "isEditEligible": True}},
        "retweeted": False,
        "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
        "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []},
        "display_text_range": ["0", str(len(one.text))],
        "favorite_count": str(len(one.text) % 7),
        "id_str": name,
        "truncated": False,
        "retweet_count": "0",
        "id": name,
        "created_at": _tweet_time(one.at),
        "favorited": False,
        "full_text": one.text,
        "lang": "in",
    }


def _directs(directs: Sequence[Chat]) -> Sheet:
    nodes: list[Node] = []
    records: list[TrueRecord] = []
    for place, chat in enumerate(directs):
        messages: list[Node] = []
        for number, one in enumerate(reversed(chat.said)):
            name = str(_snowflake(one))
            messages.append({"messageCreate": _direct(one, name)})
            pointer = f"/{place}/dmConversation/messages/{number}/messageCreate"
            records.append(_record(one, kind="text", pointer=pointer, row=name))
        nodes.append({"dmConversation": {"conversationId": _conversation(chat), "messages": messages}})
    return Sheet(_js("direct_messages", nodes), tuple(records))


def _conversation(chat: Chat) -> str:
    return "-".join(str(number) for number in sorted(person.x for person in chat.room.members))


def _direct(one: Said, name: str) -> Node:
    assert one.sender is not None  # noqa: S101 # X has no system lines in direct messages
    return {
        "recipientId": str(one.room.other(one.sender).x),
        "reactions": [],
        "urls": [],
        "text": one.text,
        "mediaUrls": [],
        "senderId": str(one.sender.x),
        "id": name,
        "createdAt": f"{one.at:%Y-%m-%dT%H:%M:%S}.{_millis(one):03}Z",
        "editHistory": [],
    }


def _record(one: Said, *, kind: str, pointer: str, row: str) -> TrueRecord:
    assert one.sender is not None  # noqa: S101 # every post has its author
    millis = "" if kind == "post" or not _millis(one) else f".{_millis(one):03}"
    return TrueRecord(
        message=one.key,
        conversation=one.room.key,
        kind=kind,
        pointer=pointer,
        row=row,
        sender=f"x:{one.sender.x}",
        person=one.sender.key,
        sent=utc(one.at).replace("Z", f"{millis}Z"),
        text=one.text,
    )


def _snowflake(one: Said) -> int:
    """The id that X would give: time in its high bits, and the message's own number in the low ones."""
    return (int(one.at.timestamp()) * 1_000 + _millis(one) - EPOCH << 22) + int(one.key.rpartition("-")[2]) % 4_096


def _millis(one: Said) -> int:
    return int(one.native[4:8], 16) % 1_000


def _tweet_time(at: datetime) -> str:
    """As in ``Wed Oct 10 20:19:24 +0000 2018``, in English whatever the machine speaks."""
    stamp = at.astimezone(UTC)
    return f"{DAYS[stamp.weekday()]} {MONTHS[stamp.month - 1]} {stamp:%d %H:%M:%S} +0000 {stamp.year}"


def _manifest(holder: Person, counts: dict[str, int]) -> bytes:
    types = {
        _camel(name): {
            "mediaDirectory": f"data/{name.replace('-', '_')}_media",
            "files": [
                {
                    "fileName": f"data/{name}.js",
                    "globalName": f"YTD.{name.replace('-', '_')}.part0",
                    "count": str(count),
                }
            ],
        }
        for name, count in sorted(counts.items())
    }
    whole = {
        "userInfo": {"accountId": str(holder.x), "userName": holder.handle, "displayName": holder.name},
        "archiveInfo": {"sizeBytes": "0", "generationDate": "2026-01-20T12:00:00.000Z", "isPartialArchive": False},
        "dataTypes": types,
    }
    return b"window.__THAR_CONFIG = " + json.dumps(whole, ensure_ascii=False, indent=2).encode() + b"\n"


def _camel(name: str) -> str:
    first, *rest = name.split("-")
    return first + "".join(word.title() for word in rest)


def _js(name: str, nodes: Sequence[object]) -> bytes:
    return f"window.YTD.{name}.part0 = ".encode() + json.dumps(nodes, ensure_ascii=False, indent=2).encode()
