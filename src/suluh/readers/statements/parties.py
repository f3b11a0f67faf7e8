# SPDX-License-Identifier: Apache-2.0
"""The account on the other side of a payment, from columns and from patterns on the text."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote

import phonenumbers

from suluh.model.trade import Channel
from suluh.readers.statements.profile import Profile, Status

_TEXT_LIMIT = 500
"""Characters of a text that a pattern is tried on."""


Row = Mapping[str, str]
"""The cells of a row by the names of `Columns`."""


class Party(NamedTuple):
    """The other side, as far as a row shows it."""

    account: str | None = None
    name: str | None = None
    reference: str | None = None


class Rules:
    """The patterns of one profile, compiled once for a file."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._parties = [(re.compile(rule.pattern), rule) for rule in profile.parties]
        self._channels = [(re.compile(rule.pattern), rule.channel) for rule in profile.channels]
        self._statuses = [(rule.of, re.compile(rule.pattern), rule.status) for rule in profile.statuses]
        self._skip = [re.compile(pattern) for pattern in profile.skip]
        self._number = re.compile(profile.account_in_name) if profile.account_in_name else None

    def party(self, row: Row, side: str, statement: str) -> Party:
        """The other side of a row, by its columns, else by the first pattern that fits.

        One known by name only is bound to its statement.
        """
        profile = self._profile
        found = self._by_text(row["text"], side)
        if row["party"]:
            service = profile.party_service or profile.service
            found = found._replace(account=account_id(service, row["party"], profile.party_is, profile.region))
        named = row["party_name"] or found.name
        if found.account is None and named:
            found = found._replace(account=f"{profile.service}:name/{statement}/{quote(named, safe='')}")
        return found._replace(name=named)

    def channel(self, text: str) -> Channel:
        """How the money went: the first pattern that the text shows, else as the profile says."""
        for pattern, channel in self._channels:
            if pattern.search(text[:_TEXT_LIMIT]):
                return channel
        return self._profile.channel

    def status(self, date: str, status: str, text: str) -> Status:
        """What became of the row, by the first pattern that one of its cells shows."""
        cells = {"date": date, "status": status, "text": text}
        for of, pattern, meaning in self._statuses:
            if pattern.search(cells[of][:_TEXT_LIMIT]):
                return meaning
        return "booked"

    def is_furniture(self, text: str) -> bool:
        """Whether a line only decorates a page."""
        return any(pattern.search(text[:_TEXT_LIMIT]) for pattern in self._skip)

    def number_in(self, path: str) -> str:
        """The account in a file's own name, for a form that writes it nowhere else; empty where there is none."""
        found = self._number.search(path.rpartition("/")[2][:_TEXT_LIMIT]) if self._number else None
        return (found.groupdict().get("account") or "") if found else ""

    def _by_text(self, text: str, side: str) -> Party:
        # A line break inside a cell parts the bank's fields as surely as a run of spaces does.
        flat = text[:_TEXT_LIMIT].replace("\n", "   ")
        for pattern, rule in self._parties:
            found = pattern.search(flat) if rule.side in {None, side} else None
            if found is not None:
                groups = {name: (part or "").strip() for name, part in found.groupdict().items()}
                return self._of_groups(groups, rule.service)
        return Party()

    def _of_groups(self, groups: dict[str, str], service: str | None) -> Party:
        """The party of a pattern's named groups."""
        word = groups.get("service", "")
        owner = self._profile.services.get(word.upper(), word.lower()) or service or self._profile.service
        name = groups.get("name") or None
        reference = groups.get("reference") or None
        if groups.get("phone"):
            return Party(account_id(owner, groups["phone"], "phone", self._profile.region), name, reference)
        if groups.get("account"):
            return Party(account_id(owner, groups["account"], "number", self._profile.region), name, reference)
        return Party(None, name, reference)


def account_id(service: str, number: str, kind: str, region: str) -> str | None:
    """An account id from a number as written; null where it holds none."""
    if kind == "code":
        return f"{service}:{number}" if number else None
    digits = "".join(sign for sign in number if sign.isascii() and sign.isdigit())
    if kind == "phone":
        return f"{service}:{_phone(number, region) or digits}" if digits else None
    return f"{service}:{digits}" if digits else None


def _phone(number: str, region: str) -> str | None:
    """A phone in its international form; null for what is no phone."""
    bare = number.strip()
    written = f"+{bare}" if bare.startswith("62") else bare
    try:
        found = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(found):
        return None
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)
