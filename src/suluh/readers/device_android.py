# SPDX-License-Identifier: Apache-2.0
"""Reads what texts of Android say of the device: its properties, its SIM cards, its settings, its users."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import ClassVar, Literal

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import About
from suluh.readers.apps.abx import MAGIC, BrokenAbx, elements
from suluh.readers.apps.traits import Keys, trait
from suluh.readers.reader import Reader, Record, flaw

_PROPERTIES: Keys = {
    **{f"ro.product{part}.manufacturer": "maker" for part in ("", ".system", ".vendor", ".odm")},
    **{f"ro.product{part}.model": "model" for part in ("", ".system", ".vendor", ".odm")},
    "ro.product.marketname": "model",
    "ro.product.vendor.marketname": "model",
    "ro.serialno": "serial",
    "ro.boot.serialno": "serial",
    "ril.serialnumber": "serial",
    "ro.build.version.release": "system",
    "ro.build.display.id": "system",
    "ro.build.fingerprint": "system",
    "persist.sys.timezone": "timezone",
    "persist.sys.locale": "language",
    "gsm.operator.alpha": "operator",
    "net.hostname": "device-name",
    "ro.ril.oem.imei": "imei",
    "ro.ril.miui.imei0": "imei",
}
_CARDS: Keys = {
    **{f"{when}SimSerialNumber": "iccid" for when in ("Current", "Previous")},
    **{f"{when}SimPhoneNumber": "number" for when in ("Current", "Previous")},
    **{f"{when}SimOperatorName": "operator" for when in ("Current", "Previous")},
    **{f"{when}SubscriberId": "imsi" for when in ("Current", "Previous")},
}
SETTINGS: Keys = {
    "bluetooth_name": "device-name",
    "device_name": "device-name",
    "unified_device_name": "device-name",
    "android_id": "identifier",
    "lock_screen_owner_info": "owner",
    "time_zone": "timezone",
    "system_locales": "language",
    "default_device_name": "device-name",
}
_LINES: Keys = {**_PROPERTIES, **_CARDS}
_LINE = re.compile(r"(?P<key>[\w.]{3,80})=(?P<value>[^\n]{1,400})")
_SETTING = re.compile(
    r"<setting\b[^>]{0,200}?\bname=\"(?P<key>[^\"]{1,80})\"[^>]{0,200}?\bvalue=\"(?P<value>[^\"]{0,400})\""
)
_USER = re.compile(r"<name>(?P<value>[^<]{1,200})</name>")
_BUILD = re.compile(rb"(?m)^ro\.(?:build\.version\.release|product(?:\.\w{1,10})?\.model|build\.display\.id)=")
_CARD = re.compile(rb"(?m)^(?:Current|Previous)Sim(?:SerialNumber|PhoneNumber|OperatorName)=")
_SETTINGS = re.compile(rb"(?s)\s{0,64}+(?:<\?xml[^<]{0,200})?<settings\b.{0,2000}?<setting\b")
_USERS = re.compile(rb"(?s)\s{0,64}+(?:<\?xml[^<]{0,200})?<user\b[^>]{0,400}\bid=\"\d{1,4}\"")


class DeviceAndroid(Reader):
    """What texts of Android say of the device: `build.prop`, `SimCard.dat`, settings and users.

    Settings and users as XML in words or, since Android 12, in binary XML. Described by github.com/abrignoni/ALEAPP.
    """

    name = "device-android"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "chat"

    def claims(self, source: Source) -> str | None:
        """Trust keys that Android alone writes, and the roots of its settings."""
        head = source.head
        if head.startswith(MAGIC):
            return next((reason for name, reason in _ROOTS if name in head[:_NEAR]), None)
        for sign, reason in _SIGNS:
            if sign.search(head) if sign in _ANYWHERE else sign.match(head):
                return reason
        return None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield each fact of the device with its line, or its element."""
        if source.head.startswith(MAGIC):
            yield from _of_binary(source)
            return
        facts = (
            _of_user
            if _USERS.match(source.head)
            else _of_setting
            if source.head.lstrip().startswith(b"<")
            else _of_line
        )
        for line in source.lines():
            for what, value, key in facts(line.text):
                yield from trait(source.place(line=line.number), what, value, key)


def _of_binary(source: Source) -> Iterator[Record | Flaw]:
    """The facts of binary XML, as far as it reads."""
    with source.open() as file:
        raw = file.read(_LARGEST)
    if source.size > _LARGEST:
        yield flaw(source, "cut", f"of this binary XML only the first {_LARGEST} bytes were read", source.place())
    try:
        for one in elements(raw):
            place = source.place(pointer=one.path)
            key = one.attributes.get("name", "")
            if one.name == "setting" and key in SETTINGS:
                yield from trait(place, SETTINGS[key], one.attributes.get("value", ""), key)
            elif one.name == "name" and _USER_ROOT in source.head[:_NEAR]:
                yield from trait(place, "owner", one.text, "user")
    except BrokenAbx as error:
        yield flaw(source, "broken", f"this binary XML cannot be read on: {error}", source.place())


Fact = tuple[About, str, str]


def _unescaped(text: str, more: Mapping[str, str] = MappingProxyType({})) -> str:
    """A text of XML as it is meant. The library's own function would load a whole client of the web."""
    for entity, sign in ({"&gt;": ">", "&lt;": "<"} | dict(more)).items():
        text = text.replace(entity, sign)
    return text.replace("&amp;", "&")


def _of_user(line: str) -> Iterator[Fact]:
    if found := _USER.search(line):
        yield "owner", _unescaped(found["value"]), "user"


def _of_setting(line: str) -> Iterator[Fact]:
    for one in _SETTING.finditer(line):
        if one["key"] in SETTINGS:
            yield SETTINGS[one["key"]], _unescaped(one["value"], _QUOTES), one["key"]


def _of_line(line: str) -> Iterator[Fact]:
    pair = _LINE.fullmatch(line.strip())
    if pair is not None and pair["key"] in _LINES:
        yield _LINES[pair["key"]], pair["value"], pair["key"]


_NEAR = 64
"""Bytes within which the name of the first element stands."""

_LARGEST = 64 << 20
_USER_ROOT = b"\xff\xff\x00\x04user"
_ROOTS = (
    (b"\xff\xff\x00\x08settings", "settings of Android in binary XML"),
    (_USER_ROOT, "a user of Android in binary XML"),
)
_QUOTES = {"&quot;": '"', "&apos;": "'"}
_ANYWHERE = frozenset({_BUILD, _CARD})
_SIGNS = (
    (_BUILD, "properties of an Android system"),
    (_CARD, "SIM cards that were in an Android device"),
    (_SETTINGS, "settings of Android"),
    (_USERS, "a user of Android"),
)
