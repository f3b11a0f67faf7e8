# SPDX-License-Identifier: Apache-2.0
"""Who stands behind a name or a number in a table: no more than the cell says, and bound to it where it says little."""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from suluh.model.evidence.source import Source
from suluh.model.talk import device_account, named_account
from suluh.readers.apps.phones import SERVICE as PHONE
from suluh.readers.apps.phones import account_of
from suluh.readers.apps.services import service_in
from suluh.readers.numbers import international
from suluh.readers.whatsapp.authors import HOME
from suluh.readers.whatsapp.jids import account_of as of_jid
from suluh.readers.whatsapp.jids import is_person

UNKNOWN = "chat"
"""The service of a table that names no app."""

OWN = frozenset(
    {
        "me",
        "you",
        "myself",
        "self",
        "saya",
        "anda",
        "aku",
        "ich",
        "moi",
        "yo",
        "tú",
        "eu",
        "io",
        "я",
        "我",
        "나",
        "自分",
    }
)
"""What programs call the side of whoever exported."""

APP = frozenset({"system message", "system message system message", "system"})
"""Whom forensic tools name for what the app itself says."""

_SERVICES = (
    *(("whatsapp", "whatsapp"), ("telegram", "telegram"), ("signal", "signal"), ("instagram", "instagram")),
    *(("facebook", "facebook"), ("viber", "viber"), ("kik", "kik"), ("discord", "discord"), ("slack", "slack")),
    *(("snapchat", "snapchat"), ("tiktok", "tiktok"), ("wechat", "wechat"), ("weixin", "wechat"), ("teams", "teams")),
    *(("skype", "skype"), ("qq", "qq"), ("linkedin", "linkedin"), ("zalo", "zalo")),
    *(("michat", "michat"), ("kakaotalk", "kakaotalk"), ("threema", "threema"), ("imo", "imo")),
    *(("groupme", "groupme"), ("sms", PHONE), ("mms", PHONE), ("imessage", PHONE), ("rcs", PHONE), ("smsmms", PHONE)),
)
_ALSO_WORDS = (
    ("line", "line"),
    ("wire", "wire"),
    ("matrix", "matrix"),
    ("phone", PHONE),
    ("jabber", "xmpp"),
    ("xmpp", "xmpp"),
    ("gtalk", "xmpp"),
    ("aim", "aim"),
    ("icq", "icq"),
    ("msn", "msn"),
)
"""Apps whose names are common words: a column of the app may say them, a file's name may not."""
_BY_NUMBER = frozenset({"whatsapp", "signal", "viber", PHONE})
_NUMBER = re.compile(r"(?:\+\d|00?[1-9(])[\d\s().-]{5,20}\d")
"""A number as people write it: with a sign or a nought before it."""

_MOST_MET = 20_000
"""People of one file that are kept, for every message asks for the same few."""

_NUMBER_AND_NAME = re.compile(r"(\S{3,60}@(?:s\.whatsapp\.net|c\.us|lid)|(?:\+|0|62)\d{8,15}) (\S.{0,200})")
"""A number or an id with the name behind it, as forensic tools write whoever sent."""

_DIGITS = re.compile(r"\+?[\d(][\d\s().-]{5,20}\d")
_SENDER = re.compile(r"[*#]?\d{2,6}#?|[A-Z]{2}-[A-Z0-9]{3,9}")
"""A short number, or a sender's name of the form that operators give to firms."""

_MAIL = re.compile(r"[^\s@]{1,100}@[^\s@]{1,200}\.[^\s@]{2,}")
_PROFILE = re.compile(r"(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.com/", re.IGNORECASE)
_WXID = re.compile(r"wxid_\w{4,30}|\d{5,20}@chatroom")


class Person(NamedTuple):
    """An account and the names under which this row knows it."""

    account: str
    names: tuple[str, ...] = ()


def is_address(cell: str) -> bool:
    """Whether a cell holds a telephone number, a mail address or an id that one app alone writes so."""
    bare = cell.strip()
    return any(form.fullmatch(bare) for form in (_NUMBER, _MAIL, _WXID)) or is_person(bare)


def service_of(said: str, *, is_app: bool = False) -> str | None:
    """The app that a text names by a word of its own; a cell of a column of apps may name it by a common word."""
    return service_in([said], (*_SERVICES, *(_ALSO_WORDS if is_app else ()))) if said else None


def service_by(cell: str) -> str | None:
    """The app whose own form an account or an address of a profile has."""
    bare = cell.strip()
    if is_person(bare) and "@" in bare:
        return "whatsapp"
    if _WXID.fullmatch(bare):
        return "wechat"
    return "linkedin" if _PROFILE.match(bare) else None


@lru_cache(maxsize=_MOST_MET)
def same(cell: str, *, is_wide: bool = False) -> str:
    """One spelling of a name, a number or an id: of two cells that are the same person at most one is left.

    `is_wide` where bare digits count as a number as well: to take two for one is then the careful side.
    """
    bare = cell.strip()
    account = _by_form(bare)
    if account is None and (_DIGITS if is_wide else _NUMBER).fullmatch(bare):
        account = f":{international(bare, HOME.upper()) or bare}"
    return account.partition(":")[2] if account else bare.casefold() if is_wide else bare


class People:
    """The accounts of one service in one file."""

    def __init__(self, source: Source, service: str, *, is_sure: bool) -> None:
        """`is_sure` where the table itself names the app: of any other, ids that do not say what they are stay here."""
        self._source, self.service, self._is_sure = source, service, is_sure
        stated = [one for one in source.accounts if one.startswith(f"{service}:")]
        self.own = stated[0] if len(stated) == 1 else None
        self.device = self.own or device_account(service, source.exhibit)
        self._met: dict[tuple[str, str, str, bool], Person | None] = {}

    def person(self, room: str, name: str, number: str, *, is_number: bool = False) -> Person | None:
        """Whoever has this name and this number or id; null where neither is written.

        `is_number` where the column is called one of numbers.
        """
        key = room, name, number, is_number
        if key not in self._met:
            if len(self._met) == _MOST_MET:
                self._met.clear()
            self._met[key] = self._person(*key)
        return self._met[key]

    def _person(self, room: str, name: str, number: str, is_number: bool) -> Person | None:  # noqa: FBT001 # a key of its own
        if not number and (both := _NUMBER_AND_NAME.fullmatch(name)):
            number, name, is_number = both[1], both[2], True
        if not number and not name:
            return None
        names = (name,) if name and name != number else ()
        known = self._known(number, is_number=is_number) or (self._known(name) if not number else None)
        if known is not None:
            return Person(known, () if known == self._known(name) else names)
        if not number:
            return Person(named_account(self.service, self._source.exhibit, room, name), names)
        if not self._is_sure or self.service == UNKNOWN or self.service in _BY_NUMBER:
            return Person(named_account(self.service, self._source.exhibit, self._source.file, number), names)
        is_user = self.service == "telegram" and number.isdigit()
        return Person(f"{self.service}:{'user' * is_user}{quote(number, safe='@+/')}", names)

    def _known(self, written: str, *, is_number: bool = False) -> str | None:
        """The account of a number, an address or an id that says itself what it is; null for a bare name or id."""
        found = _by_form(written)
        if found is None and _MAIL.fullmatch(written):
            is_mail = self.service == UNKNOWN or self.service in _BY_NUMBER or not self._is_sure
            found = (
                account_of(written, self._source.exhibit) if is_mail else f"{self.service}:{quote(written, safe='@+')}"
            )
        if found is None and _DIGITS.fullmatch(written):
            found = self._number(written, is_number=is_number)
        if found is None and self.service == PHONE and _SENDER.fullmatch(written):
            found = account_of(written, self._source.exhibit)
        return found

    def _number(self, written: str, *, is_number: bool) -> str | None:
        """A telephone number: bare digits are one only where app or column says so, for apps count users as well."""
        service = self.service if self.service in _BY_NUMBER else PHONE if self.service == UNKNOWN else None
        is_told = is_number or service == self.service or _NUMBER.fullmatch(written) is not None
        found = international(written, HOME.upper()) if service and is_told else None
        if found:
            return f"{service}:{found}"
        return account_of(written, self._source.exhibit) if self.service == PHONE else None


def _by_form(written: str) -> str | None:
    """The account of an id that one app alone writes so."""
    if is_person(written) and "@" in written:
        return of_jid(written)
    if _WXID.fullmatch(written):
        return f"wechat:{written}"
    if _PROFILE.match(written):
        return f"linkedin:{quote(_PROFILE.sub('', written).split('?')[0].rstrip('/'), safe='/')}"
    return None
