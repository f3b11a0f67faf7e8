# SPDX-License-Identifier: Apache-2.0
"""Whose account a database of WhatsApp on Android is: as the app's own settings say, else as an officer stated it.

One phone may hold two apps, WhatsApp and WhatsApp Business, each with its own account: the folder of the app decides.
"""

import re
from typing import NamedTuple

from suluh.model.evidence.source import SETTINGS, Source
from suluh.model.talk import device_account
from suluh.readers.numbers import international

SERVICE = "whatsapp"
_APP = re.compile(r"(?:^|/)com\.(?P<app>(?:gb|yo)?whatsapp\d?(?:\.w4b)?)(?:/|$)", re.IGNORECASE)
_BUSINESS = re.compile(r"w4b|business", re.IGNORECASE)
_NAMES = ("{app}_preferences_light.xml", "{app}_preferences.xml", "registration.RegisterPhone.xml", "RegisterPhone.xml")
_STATED = re.compile(
    r"<string name=\"(?:registration_jid|self_jid|registration_phone|com\.whatsapp\.registration_jid)\">"
    r"\s*\+?(?P<jid>\d{7,15})(?:@[\w.]+)?\s*</string>"
)
_PART = re.compile(
    r"<string name=\"(?P<key>cc|ph|com\.whatsapp\.registration\.RegisterPhone\.(?:country_code|phone_number))\">"
    r"\s*\+?(?P<digits>\d{1,15})\s*</string>"
)
_LARGEST = 1 << 20


class Own(NamedTuple):
    """The device's own account, and how it is known."""

    account: str
    app: str
    """Empty for WhatsApp itself, else what tells a second app apart."""

    is_known: bool
    """Whether its number is known."""

    by_app: bool = False
    """Whether the app's own settings say it."""

    contradicts: bool = False
    """Whether they say another account than the officer stated."""


def own_account(source: Source) -> Own:
    """The account whose database this is; where nothing says it, the device itself."""
    stated = [one for one in source.accounts if one.startswith(f"{SERVICE}:")]
    app = app_of(f"{source.inside or ''}/{source.path}")
    said = _settings(source)
    if said is not None and (said in stated or len(stated) != 1 or app):
        return Own(said, app, is_known=True, by_app=True, contradicts=bool(stated) and said not in stated)
    if len(stated) == 1:
        return Own(stated[0], app, is_known=True, contradicts=said is not None and said != stated[0])
    return Own(device_account(SERVICE, source.exhibit, app), app, is_known=False)


def app_of(path: str) -> str:
    """Which app of the service a path belongs to: empty for the plain one."""
    found = _APP.search(path)
    name = found["app"].lower() if found else ""
    if name not in {"", "whatsapp"}:
        return name.removeprefix("whatsapp.")
    return "w4b" if not name and _BUSINESS.search(path) else ""


def _settings(source: Source) -> str | None:
    """The account that the settings in the app's own folder name."""
    found = re.search(r"(?:^|/)([^/]{1,200}+)/databases/[^/]{1,255}+$", source.path)
    if found is None:
        return None
    for name in _NAMES:
        beside = source.beside(f"{SETTINGS}/{name.format(app=found[1])}")
        if beside is None or beside.size > _LARGEST:
            continue
        with beside.open() as file:
            text = file.read(_LARGEST).decode("utf-8", "replace")
        number = _number(text)
        if number is not None:
            return f"{SERVICE}:{number}"
    return None


def _number(text: str) -> str | None:
    """The number that the settings say, in its international form."""
    if whole := _STATED.search(text):
        return international("+" + whole["jid"])
    parts = {one["key"].rpartition(".")[2]: one["digits"] for one in _PART.finditer(text)}
    code, phone = parts.get("cc") or parts.get("country_code"), parts.get("ph") or parts.get("phone_number")
    return international(f"+{code}{phone}") if code and phone else None
