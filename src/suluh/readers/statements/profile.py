# SPDX-License-Identifier: Apache-2.0
"""A mapping profile: one TOML text, in the form of docs/profiles.md, that says how one bank's table is to be read."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from suluh.model.trade import Channel

Status = Literal["booked", "pending", "failed", "reversal"]


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a profile; a key that it does not know is an error."""


class Columns(_Table, frozen=True, kw_only=True):
    """Which heading holds what.

    ``Name#2`` is the second column of that name, ``Name+1`` the one right of it, whose heading is empty.
    """

    date: str
    time: str | None = None
    text: tuple[str, ...] = ()
    amount: str | None = None
    direction: str | None = None
    debit: str | None = None
    credit: str | None = None
    balance: str | None = None
    reference: str | None = None
    status: str | None = None
    account: str | None = None
    holder: str | None = None
    currency: str | None = None
    value_date: str | None = None
    """The day that counts in a row whose own day is empty: one that is still to come."""

    party: str | None = None
    """The account number or phone of the other side."""

    party_name: str | None = None
    payer: str | None = None
    """The account of the other side of money that came in, where each direction has a column of its own."""

    payee: str | None = None
    payer_name: str | None = None
    payee_name: str | None = None
    fee: str | None = None
    net: str | None = None
    """What the balance moved by, where `amount` is what was paid before a fee."""


class Labels(_Table, frozen=True, kw_only=True):
    """Words before a value in the lines above and below the table."""

    account: tuple[str, ...] = ()
    holder: tuple[str, ...] = ()
    period: tuple[str, ...] = ()
    currency: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    debits: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()


class Dates(_Table, frozen=True, kw_only=True):
    """How days and times are written, in the signs of `datetime.strptime`; months may be Indonesian or English."""

    formats: tuple[str, ...]
    times: tuple[str, ...] = ("%H:%M:%S", "%H:%M", "%H.%M.%S", "%H.%M")
    time_digits: int = 0
    """Digits of a time without separators, whose leading zeros a spreadsheet may have lost."""


class Sign(_Table, frozen=True, kw_only=True):
    """How a row says whether money came in or went out, where neither two columns nor a minus sign do."""

    incoming: tuple[str, ...] = ("CR", "C", "K", "KR", "KREDIT", "CREDIT")
    outgoing: tuple[str, ...] = ("DB", "D", "DR", "DEBIT", "DEBET")
    always: Literal["in", "out"] | None = None
    unmarked: Literal["in", "out"] | None = None
    """What a sum without a mark is, at a bank that marks the other side alone."""


class PartyRule(_Table, frozen=True, kw_only=True):
    """A pattern on the text with any of the groups ``name``, ``account``, ``phone``, ``service``, ``reference``."""

    pattern: str
    side: Literal["in", "out"] | None = None
    """The rows it is for, where the text of money in differs from that of money out."""

    service: str | None = None
    """Whose number the group ``account`` or ``phone`` is, where no group ``service`` says."""


class ChannelRule(_Table, frozen=True, kw_only=True):
    """A pattern on the text, and the channel of a payment that shows it."""

    pattern: str
    channel: Channel


class StatusRule(_Table, frozen=True, kw_only=True):
    """A pattern on a cell, and the status of a row that shows it."""

    of: Literal["date", "status", "text"]
    pattern: str
    status: Status


class Profile(_Table, frozen=True, kw_only=True):
    """How one form of one bank's statement is read."""

    name: str
    service: str
    """What stands before the own account's number: ``bca`` in ``bca:0123456789``."""

    describes: str
    """The form in one sentence, and where it is described."""

    header: tuple[str, ...]
    """Headings that all stand in one line; the signature of the form. ``Name|Other``: one of the two."""

    columns: Columns
    dates: Dates
    delimiters: tuple[str, ...] = (",", ";", "\t", "|")
    labels: Labels = Labels()
    sign: Sign = Sign()
    decimal: Literal[".", ",", "balance"] = "balance"
    """The sign before the fraction; ``balance``: decided for each file by what adds up."""

    currency: str = "IDR"
    """Where the file names none."""

    channel: Channel = "bank"
    account_is: Literal["number", "phone", "code"] = "number"
    party_is: Literal["number", "phone", "code"] = "number"
    party_service: str | None = None
    account_in_name: str | None = None
    """A pattern with a group ``account`` on the file's name, for forms that write the number nowhere else."""

    region: str = "ID"
    extra_after: str | None = None
    """A heading after which rows may have one cell more than the heading line."""

    signature: tuple[str, ...] = ()
    """Patterns that all must be found in the lines down to the heading, where its words alone fit others too."""

    holder_in_head: str | None = None
    """A pattern with a group ``holder`` on the cells above the table, one a line, for forms that label no holder."""

    rounded: bool = False
    """Whether sums are shown without their fractions: a balance may then differ by one from what the lines make."""

    skip: tuple[str, ...] = ()
    """Patterns of lines that are page furniture."""

    parties: tuple[PartyRule, ...] = ()
    channels: tuple[ChannelRule, ...] = ()
    statuses: tuple[StatusRule, ...] = ()
    services: dict[str, str] = msgspec.field(default_factory=dict)
    """Account services by the words that the text uses for them, in capitals."""


def parse(text: str, which: str) -> Profile:
    """The profile of a TOML text. Raises `ValueError` that says which one is wrong, and how."""
    try:
        profile = msgspec.convert(tomllib.loads(text), Profile)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ValueError(
            f"statement profile {which} cannot be read: {error}; docs/profiles.md shows the form"
        ) from error
    for pattern in _patterns(profile):
        _compiled(profile.name, pattern)
    if not profile.header or not (profile.columns.amount or (profile.columns.debit and profile.columns.credit)):
        raise ValueError(f"the statement profile {profile.name} needs a header and an amount, or debit and credit")
    return profile


def with_own(texts: Iterable[str]) -> tuple[tuple[Profile, ...], tuple[str, ...]]:
    """The shipped profiles with the unit's own, which replace those of the same name; and what is wrong with a text."""
    known, wrong = {one.name: one for one in SHIPPED}, []
    for number, text in enumerate(texts, 1):
        try:
            profile = parse(text, f"number {number} of the unit")
        except ValueError as error:
            wrong.append(str(error))
            continue
        known[profile.name] = profile
    return tuple(known[name] for name in sorted(known)), tuple(wrong)


def _patterns(profile: Profile) -> list[str]:
    of_rules = [one.pattern for one in profile.parties]
    of_rules += [one.pattern for one in profile.channels]
    of_rules += [one.pattern for one in profile.statuses]
    more = [profile.account_in_name or "", profile.holder_in_head or ""]
    return [*profile.skip, *profile.signature, *of_rules, *more]


def _compiled(name: str, pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"the pattern {pattern!r} of the statement profile {name} is wrong: {error}") from error


def _shipped() -> tuple[Profile, ...]:
    """The profiles that come with Suluh, read once at import: a locked worker may open no file."""
    folder = Path(__file__).parent.parent / "profiles"
    return tuple(parse(path.read_text("utf-8"), path.name) for path in sorted(folder.glob("*.toml")))


SHIPPED = _shipped()
