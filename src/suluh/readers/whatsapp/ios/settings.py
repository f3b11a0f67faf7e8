# SPDX-License-Identifier: Apache-2.0
"""Whose account WhatsApp on iOS is, as its own settings beside the database say.

The key is described by github.com/abrignoni/iLEAPP and others: ``OwnJabberID``, of a phone that was signed out
``LastOwnJabberID``.
"""

from suluh.model.evidence.source import PREFERENCES, Source
from suluh.readers.apps.plists import BrokenPlist, loaded
from suluh.readers.whatsapp.jids import PHONE_SERVERS, account_of, split

_NAMES = ("group.net.whatsapp.WhatsApp.shared.plist", "group.net.whatsapp.WhatsAppSMB.shared.plist")
_KEYS = ("OwnJabberID", "LastOwnJabberID")
_LARGEST = 1 << 22


def settings_account(source: Source, app: str) -> str | None:
    """The account that the settings of this app name; null where there are none, or none that can be read."""
    beside = source.beside(f"{PREFERENCES}/{_NAMES[bool(app)]}")
    if beside is None or beside.size > _LARGEST:
        return None
    with beside.open() as file:
        raw = file.read(_LARGEST)
    try:
        found = loaded(raw)
    except BrokenPlist:
        return None
    jids = [found.get(key) for key in _KEYS] if isinstance(found, dict) else []
    return next((account_of(one) for one in jids if isinstance(one, str) and split(one)[1] in PHONE_SERVERS), None)
