# SPDX-License-Identifier: Apache-2.0
"""Who the parties of a report are: by the identifier that the service gave, else by name in one conversation."""

import re
from urllib.parse import quote

from suluh.model.evidence.source import Source
from suluh.model.talk import device_account, named_account
from suluh.readers.apps.phones import Phone
from suluh.readers.apps.services import service_in
from suluh.readers.numbers import international
from suluh.readers.ufdr.stream import Model
from suluh.readers.whatsapp.jids import account_of as of_jid
from suluh.readers.whatsapp.jids import conversation_of, is_person, split

_SERVICES = (
    *(("whatsapp", "whatsapp"), ("telegram", "telegram"), ("signal", "signal"), ("instagram", "instagram")),
    *(("facebook", "facebook"), ("viber", "viber"), ("line", "line"), ("kik", "kik")),
    *(("wechat", "wechat"), ("snapchat", "snapchat"), ("tiktok", "tiktok"), ("michat", "michat"), ("zalo", "zalo")),
    *(("native", "phone"), ("sms", "phone"), ("mms", "phone"), ("imessage", "phone"), ("phone", "phone")),
)
_ID = re.compile(r"\d{5,20}")
_BY_NUMBER = frozenset({"whatsapp", "signal", "viber"})
_TRUE = "true"


def service_of(source: str) -> str:
    """The service of a record, by the report's own word for the app; the telephone's where it has none."""
    low = source.strip().casefold()
    if not low:
        return "phone"
    found = service_in((source,), _SERVICES)
    return found or re.sub(r"[^a-z0-9]+", "-", low).strip("-") or "app"


def is_owner(party: Model) -> bool:
    """Whether the report says that a party is the device's holder."""
    return party.say("IsPhoneOwner").casefold() == _TRUE


class Parties:
    """The accounts of one report."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.own: dict[str, set[str]] = {}
        """The identifiers that the report calls the holder's, by service."""

    def learn(self, party: Model, service: str) -> None:
        """Keep the identifier of the holder."""
        if is_owner(party) and (found := self._identified(party.say("Identifier"), service)):
            self.own.setdefault(service, set()).add(found)

    def own_of(self, service: str) -> str | None:
        """The device's own account of a service: the one that the report names, else as stated, else null."""
        known = self.own.get(service, set())
        stated = [one for one in self._source.accounts if one.startswith(f"{service}:")]
        return next(iter(known)) if len(known) == 1 else stated[0] if len(stated) == 1 else None

    def device(self, service: str) -> str:
        """The account of whoever wrote on the device itself."""
        return self.own_of(service) or device_account(service, self._source.exhibit)

    def account(self, party: Model, service: str, conversation: str) -> str | None:
        """The account of a party; null for one that is not named at all."""
        found = self._identified(party.say("Identifier"), service)
        if found is not None:
            return found
        if is_owner(party):
            return self.device(service)
        name = party.say("Name")
        return named_account(service, self._source.exhibit, conversation, name) if name else None

    def conversation(
        self, service: str, key: str, others: list[str], bound: str, *, is_group: bool, own: str | None = None
    ) -> str:
        """A conversation: as the service's own reader calls it where its id says so, else bound to this report."""
        own = own or self.own_of(service)
        if service == "whatsapp" and split(key)[1] == "g.us":
            return of_jid(key)
        if service == "whatsapp" and not is_group and len(others) == 1 and others[0].startswith("whatsapp:+"):
            jid = f"{others[0].partition('+')[2]}@s.whatsapp.net"
            return conversation_of(jid, own, self._source.exhibit)
        if service == "phone" and not is_group and len(others) == 1:
            return Phone(self._source, (own,) if own else ()).direct(others[0])
        return f"{service}:chat/{quote(self._source.exhibit, safe='')}/{self._source.file}/{quote(bound, safe='')}"

    def _identified(self, written: str, service: str) -> str | None:
        if not written:
            return None
        if service == "whatsapp" and is_person(written):
            return of_jid(written)
        if service == "phone":
            return Phone(self._source).who(written)
        if service in _BY_NUMBER and (number := international("+" + written.removeprefix("+"))):
            return f"{service}:{number}"
        if service == "telegram" and _ID.fullmatch(written):
            return f"telegram:user{written}"
        return f"{service}:{quote(written, safe='@+._-')}"
