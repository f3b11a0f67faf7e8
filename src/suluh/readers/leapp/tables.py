# SPDX-License-Identifier: Apache-2.0
"""The tables of a LEAPP output: which hold conversations, calls and contacts, and in which columns.

LEAPP says of its tables of messages itself which column is what; calls and contacts are told by their columns' names.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

import msgspec

from suluh.model.evidence.source import Source
from suluh.readers.apps.services import service_in

DESCRIPTION = "_lava_data.lava"
_LARGEST = 64 << 20

_SERVICES = (
    *(("whatsapp", "whatsapp"), ("telegram", "telegram"), ("signal", "signal"), ("instagram", "instagram")),
    *(("facebook", "facebook"), ("viber", "viber"), ("kik", "kik"), ("discord", "discord")),
    *(("snapchat", "snapchat"), ("tiktok", "tiktok"), ("wechat", "wechat"), ("teams", "teams"), ("skype", "skype")),
    *(("imo", "imo"), ("zalo", "zalo"), ("michat", "michat"), ("line", "line"), ("sms", "phone"), ("mms", "phone")),
    *(("imessage", "phone"), ("smsmms", "phone"), ("call", "phone"), ("calls", "phone"), ("contact", "phone")),
    *(("contacts", "phone"), ("address", "phone"), ("addresses", "phone"), ("addressbook", "phone")),
    *(("calllog", "phone"), ("calllogs", "phone"), ("callhistory", "phone")),
)
_TIMES = (
    *("start_date", "starting_timestamp", "start_timestamp", "call_date", "call_timestamp", "timestamp", "date"),
    *("call_start_time", "start_time", "date_and_time"),
)
_NUMBERS = (
    *("number", "phone_number", "phone_numbers", "contact_id", "address", "partner", "caller_id", "phone"),
    *("caller", "contact_number", "remote_participant", "participant", "from_id"),
)
_WAYS = ("direction", "call_direction", "type", "call_type")
_SPANS = ("duration", "duration_hms", "duration_in_seconds", "call_duration", "duration_hhmmss", "duration_s")
_NAMES = ("display_name", "fullname", "full_name", "contact_name", "name", "first_and_last_name")


class Table(NamedTuple):
    """One table and what its columns are; empty where it has none of that kind."""

    name: str
    shown: str
    service: str
    kind: Literal["talk", "calls", "contacts"]
    columns: Mapping[str, str]
    """Column by what it says: ``text``, ``time``, ``sender`` and so on."""

    sent: str = ""
    """What stands in the column of the direction for what was sent."""


def tables_of(source: Source) -> Iterator[Table]:
    """The tables that are read, in the order of their names."""
    told = dict(_described(source))
    for name, columns in sorted(source.tables.items()):
        if name.startswith("_"):
            continue
        artifact = told.get(name, {})
        shown = str(artifact.get("name") or name)
        service = _service(str(artifact.get("category") or ""), str(artifact.get("module") or ""), shown, name)
        view = artifact.get("data_views")
        talk = view.get("conversation") if isinstance(view, dict) else None
        found = _talk(name, shown, service, talk, columns) if isinstance(talk, dict) else None
        found = found or _calls(name, shown, service, columns) or _contacts(name, shown, service, columns)
        if found is not None:
            yield found


def _described(source: Source) -> Iterator[tuple[str, dict[str, object]]]:
    """What LEAPP itself says of each table, where its description lies beside the database."""
    beside = source.beside(DESCRIPTION)
    if beside is None or beside.size > _LARGEST:
        return
    with beside.open() as file:
        raw = file.read(_LARGEST)
    try:
        artifacts = msgspec.json.decode(raw, type=dict).get("artifacts")
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return
    for category, listed in artifacts.items() if isinstance(artifacts, dict) else ():
        for one in listed if isinstance(listed, list) else ():
            if isinstance(one, dict) and isinstance(one.get("tablename"), str):
                yield one["tablename"], {**one, "category": category}


def _service(*texts: str) -> str:
    found = service_in(texts, _SERVICES)
    return found or re.sub(r"[^a-z0-9]+", "-", " ".join(texts).casefold().split(" ")[0]).strip("-") or "app"


def _talk(name: str, shown: str, service: str, view: Mapping[str, object], columns: tuple[str, ...]) -> Table | None:
    """A table of messages, by LEAPP's own view of it."""
    parts = {
        "chat": "conversationDiscriminatorColumn",
        "label": "conversationLabelColumn",
        "text": "textColumn",
        "way": "directionColumn",
        "time": "timeColumn",
        "sender": "senderColumn",
        "media": "mediaColumn",
    }
    found = {part: str(view[key]) for part, key in parts.items() if view.get(key) in columns}
    if "text" not in found or "time" not in found:
        return None
    return Table(name, shown, service, "talk", found, str(view.get("directionSentValue", "")))


def _calls(name: str, shown: str, service: str, columns: tuple[str, ...]) -> Table | None:
    if "call" not in f"{name} {shown}".casefold():
        return None
    found = {
        part: one
        for part, names in (("time", _TIMES), ("number", _NUMBERS), ("way", _WAYS), ("span", _SPANS))
        if (one := next((known for known in names if known in columns), None))
    }
    return Table(name, shown, service, "calls", found) if {"time", "number"} <= found.keys() else None


def _contacts(name: str, shown: str, service: str, columns: tuple[str, ...]) -> Table | None:
    if not re.search(r"contact|address_?book", f"{name} {shown}", re.IGNORECASE):
        return None
    number = next((one for one in ("phone_number", "phone_numbers", "number", "whatsapp_id") if one in columns), None)
    title = next((one for one in _NAMES if one in columns), None)
    if number is None or title is None:
        return None
    return Table(name, shown, service, "contacts", {"number": number, "name": title})
