# SPDX-License-Identifier: Apache-2.0
"""The account on the other side of a payment, from columns and from patterns on the text."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

import phonenumbers

from suluh.model.trade import Channel
from suluh.readers.numbers import iban_id
from suluh.readers.statements.amounts import is_spoilt
from suluh.readers.statements.profile import Profile, Status
from suluh.readers.statements.sides.names import SERVICES, WALLETS, Found, is_holder, name_in, taken
from suluh.readers.statements.sides.text import Side, of_number, of_text

_WALLET_SERVICES = frozenset(WALLETS.values())
_TEXT_LIMIT = 500
_SHORT = 7
"""Digits of a number that is too short for an account or a phone."""

"""Characters of a text that a pattern is tried on."""


Row = Mapping[str, str]
"""The cells of a row by the names of `Columns`."""


class Party(NamedTuple):
    """The other side, as far as a row shows it."""

    account: str | None = None
    name: str | None = None
    reference: str | None = None
    service: str | None = None
    """The bank or wallet that the text names."""


class Rules:
    """The patterns of one profile, compiled once for a file."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._parties = [(re.compile(rule.pattern), rule) for rule in profile.parties]
        self._channels = [(re.compile(rule.pattern), rule.channel) for rule in profile.channels]
        self._statuses = [(rule.of, re.compile(rule.pattern), rule.status) for rule in profile.statuses]
        self._skip = [re.compile(pattern) for pattern in profile.skip]
        self._wants_all = any("?P<reference>" in rule.pattern for rule in profile.parties)
        # Texts repeat in a statement: each is worked out once.
        self._once = lru_cache(maxsize=20_000)(self._sided)
        self._number = re.compile(profile.account_in_name) if profile.account_in_name else None

    def party(self, row: Row, side: str, statement: str, holder: str = "") -> Party:
        """The other side of a row, by its columns, else by the first pattern that fits, else by the words of its text.

        One known by name only is bound to its statement. The holder is never the other side.
        """
        return self.sided(row, side, statement, holder)[0]

    def sided(self, row: Row, side: str, statement: str, holder: str) -> tuple[Party, Channel]:
        """The other side of a row, and how the money went as its text alone says it."""
        cell = row.get
        number = cell("party") or cell("from" if side == "in" else "to") or ""
        named = cell("party_name") or (_other_name(row, side, holder) if cell("from_name") or cell("to_name") else "")
        text = row["text"] if self._wants_all else _shared(row["text"])
        return self._once((text, number, named, cell("bank") or ""), side, statement, holder)

    def _sided(self, cells: tuple[str, str, str, str], side: str, statement: str, holder: str) -> tuple[Party, Channel]:
        way = self._channel(_shared(cells[0]) if self._wants_all else cells[0])
        if side == "in" and way == "phone-credit":
            # What came in by a bank is no phone credit that was bought, whatever the payer wrote beside it.
            way = self._profile.channel
        return self._party(cells, side, statement, holder), way

    def _party(self, cells: tuple[str, str, str, str], side: str, statement: str, holder: str) -> Party:
        text, written, named, bank_named = cells
        number = "" if is_spoilt(written) else written
        service = _bank(bank_named) or self._profile.party_service or self._profile.service
        name = name_in(named) if named else None
        found = self._by_text(text, side, holder)
        if found.service and not bank_named and found.name and is_holder(found.name, name or found.name):
            service = found.service
        account = account_of(service, number, self._profile) if number else None
        if account is not None:
            found = found._replace(account=account)
        name = name or found.name
        if name and holder and is_holder(name, holder):
            name = None
        bank = found.service or _bank(bank_named) or self._profile.service
        account = found.account
        if account is None and name:
            account = f"{bank}:name/{statement}/{_quoted(name)}"
        return Party(account, name, found.reference)

    def channel(self, text: str, other: str | None = None) -> Channel:
        """How the money went: the first pattern that the text shows, else by the other account, else as usual."""
        return through(self._channel(_shared(text)), other)

    def _channel(self, text: str) -> Channel:
        short = text[:_TEXT_LIMIT]
        patterns = (*self._channels, *_CHANNELS) if _WORDED.search(short.upper()) else self._channels
        for pattern, channel in patterns:
            if pattern.search(short) and not (channel == "phone-credit" and _TRANSFER.search(short)):
                return channel
        return self._profile.channel

    def status(self, date: str, status: str, text: str) -> Status | None:
        """What became of the row, by the first pattern that one of its cells shows; null where none does."""
        if not self._statuses:
            return None
        for of, pattern, meaning in self._statuses:
            cell = text if of == "text" else status if of == "status" else date
            if pattern.search(cell, 0, _TEXT_LIMIT):
                return meaning
        return None

    def is_furniture(self, text: str) -> bool:
        """Whether a line only decorates a page."""
        return any(pattern.search(text[:_TEXT_LIMIT]) for pattern in self._skip)

    def number_in(self, path: str) -> str:
        """The account in a file's own name, for a form that writes it nowhere else; empty where there is none."""
        found = self._number.search(path.rpartition("/")[2][:_TEXT_LIMIT]) if self._number else None
        return (found.groupdict().get("account") or "") if found else ""

    def _by_text(self, text: str, side: str, holder: str) -> Party:
        # A line break inside a cell parts the bank's fields as surely as a run of spaces does.
        flat = text[:_TEXT_LIMIT].replace("\n", "   ")
        numbered = of_number(flat)
        if numbered is not None:
            return self._of_side(numbered)
        for pattern, rule in self._parties:
            found = pattern.search(flat) if rule.side in {None, side} else None
            if found is not None:
                groups = {name: (part or "").strip() for name, part in found.groupdict().items()}
                party = self._of_groups(groups, rule.service)
                if party.name and holder and is_holder(party.name, holder):
                    party = party._replace(name=None)
                if party.account or party.name:
                    return party
        return self._of_side(of_text(flat, side, holder))

    def _of_side(self, shown: Side) -> Party:
        owner = shown.service or self._profile.service
        kind = "phone" if shown.is_phone else "number"
        account = account_id(owner, shown.number, kind, self._profile.region) if shown.number else None
        return Party(account, shown.name, service=shown.service)

    def _of_groups(self, groups: dict[str, str], service: str | None) -> Party:
        """The party of a pattern's named groups."""
        word = groups.get("service", "")
        said = self._profile.services.get(word.upper()) or SERVICES.get(word.upper()) or word.lower()
        owner = said or service or self._profile.service
        shown = taken(groups["name"]) if groups.get("name") else Found()
        reference = groups.get("reference") or None
        bank = said or service or shown.service or None
        if groups.get("phone"):
            return Party(account_id(owner, groups["phone"], "phone", self._profile.region), shown.name, reference, bank)
        if groups.get("account"):
            return Party(
                account_id(owner, groups["account"], "number", self._profile.region), shown.name, reference, bank
            )
        number = shown.number if shown.name else None
        account = account_id(bank or owner, number, "number", self._profile.region) if number else None
        return Party(account, shown.name, reference, bank)


def through(channel: Channel, other: str | None) -> Channel:
    """How the money went: as the text says it, but for a transfer to or from the account of a wallet."""
    is_wallet = channel == "bank" and other is not None and other.partition(":")[0] in _WALLET_SERVICES
    return "e-wallet" if is_wallet else channel


def _other_name(row: Row, side: str, holder: str) -> str:
    """The name on the other side: a row of a request names who asked for money first, whoever paid."""
    first, last = ("from_name", "to_name") if side == "in" else ("to_name", "from_name")
    named, other = row.get(first) or "", row.get(last) or ""
    return other if other and holder and is_holder(named, holder) and not is_holder(other, holder) else named


_WORDED = re.compile(r"TOP|SALDO|70001|3935|3901|PAY|OVO|DANA|SHOPEE|AJA|TUNA|ATM|PULSA|VOUCHER|VCR")
"""Some letters that every text of `_CHANNELS` holds."""

_TRANSFER = re.compile(r"\b\w*(?:TRF|TRSF|TRANSFER)\b|\bBI-?FAST\b|\b(?:SKN|RTGS|LLG)\b", re.IGNORECASE)
"""What says itself to be a transfer between accounts: a purpose written beside it makes it no purchase of credit."""

_CHANNELS: tuple[tuple[re.Pattern[str], Channel], ...] = (
    (
        re.compile(
            r"\b(?:TOP\s?-?\s?UP|ISI SALDO)\b.*\b(?:GO-?\s?PAY|OVO|DANA|SHOPEE(?:PAY)?|LINK ?AJA)\b|"
            r"\b(?:70001|39358|3901)0?8\d{8,11}\b|/(?:GO-?PAY|OVO|DANA|SHOPEE(?:PAY)?|LINKAJA)\b|"
            r"\b(?:GO-?PAY|OVO|DANA|SHOPEEPAY|LINKAJA)\s+(?:TOP\s?UP\s+)?(?:\+?62|0)8\d{8,11}\b",
            re.IGNORECASE,
        ),
        "e-wallet",
    ),
    (
        re.compile(r"\b(?:TARIK(?:AN)? (?:TUNAI|ATM)|SETOR(?:AN)? TUNAI|TRANSFER ATM|TRSF ATM|ATM)\b", re.IGNORECASE),
        "atm",
    ),
    (re.compile(r"\b(?:PEMBELIAN|BELI|ISI) (?:VOUCHER|PULSA|VCR)\b|\bPULSA\b", re.IGNORECASE), "phone-credit"),
)
"""Channels by words that any bank may use, after those of the profile."""


def _shared(text: str) -> str:
    """A text without the short number of a column of its own at its end, which names nobody and differs in each row."""
    if not text[-1:].isdigit():
        return text
    words, _, last = text.rpartition("   ")
    return words if last.isdigit() and len(last) <= _SHORT and words else text


def account_of(service: str, written: str, profile: Profile) -> str | None:
    """The account id of a column: a phone where the profile or the number says so; null for what is no whole number."""
    if profile.party_is == "code":
        return account_id(service, written, "code", profile.region)
    kind = "phone" if profile.party_is == "phone" else "number"
    return account_id(service, written, kind, profile.region)


@lru_cache(maxsize=20_000)
def _quoted(name: str) -> str:
    return quote(name, safe="")


@lru_cache(maxsize=4000)
def _bank(written: str) -> str | None:
    """The service of a bank that a column names."""
    bare = re.sub(r"\s+", " ", written.upper().removeprefix("PT ").removeprefix("BANK ")).strip(" .")
    return SERVICES.get(bare) or SERVICES.get(f"BANK {bare}")


_NUMBER = re.compile(r"[+(]*\d[\d\s()./-]*\d(?:[.,]0{1,2})?")
_ONLY = re.compile(r"(?<!\d)\d[\d-]{4,22}\d(?!\d)")


@lru_cache(maxsize=20_000)
def account_id(service: str, number: str, kind: str, region: str) -> str | None:
    """An account id from a number as written; null where the cell holds none, or several, or a destroyed one."""
    if kind == "code":
        return f"{service}:{number}" if number else None
    bare = number.strip(" '\u00a0")
    if is_spoilt(bare):
        return None
    if kind == "number" and (iban := iban_id(bare.replace(" ", "").upper())):
        return iban
    if not _NUMBER.fullmatch(bare):
        inside = _ONLY.findall(bare)
        if len(inside) != 1:
            return None
        [bare] = inside
    bare = re.sub(r"(?<=\d)[.,]0{1,2}$", "", bare)
    digits = "".join(sign for sign in bare if sign.isascii() and sign.isdigit())
    if kind == "phone":
        return f"{service}:{_phone(bare, region) or digits}" if digits else None
    return f"{service}:{digits}" if digits else None


def _phone(number: str, region: str) -> str | None:
    """A phone in its international form; null for what is no phone."""
    bare = number.strip()
    written = f"+{bare}" if bare.startswith("62") else f"0{bare}" if bare.startswith("8") and region == "ID" else bare
    try:
        found = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(found):
        return None
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)
