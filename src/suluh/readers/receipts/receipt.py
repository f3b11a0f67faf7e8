# SPDX-License-Identifier: Apache-2.0
"""What a receipt says."""

import re
from typing import NamedTuple

from suluh.model.trade import Channel, ClaimSays
from suluh.readers.receipts.sums import Sum
from suluh.readers.receipts.words import CREDIT, SERVICE, SERVICES, STATUSES, TILL, WALLETS
from suluh.readers.statements.parties import Party, account_id

LONGEST = 4_096
"""Characters of a message that are looked at."""

NOTHING = Party()
_NUMBER = re.compile(r"(?<![\w*.,])(?:\+?\d[\d -]{6,24}\d)(?![\w*.,]*[\d*])")
_PHONE = re.compile(r"(?:\+?62|0)8\d{7,12}")


class Receipt(NamedTuple):
    """What a message claims."""

    form: str
    """``slip`` for labels with values, ``notice`` for a sentence."""

    amount: Sum
    says: ClaimSays
    channel: Channel
    when: str | None = None
    """Day and time, as written."""

    reference: str | None = None
    payer: Party = NOTHING
    beneficiary: Party = NOTHING


def status(text: str) -> ClaimSays | None:
    """How far a payment got, by the first word that says so; what speaks against it goes first."""
    return next((says for says, pattern in STATUSES if pattern.search(text)), None)


def channel(text: str) -> Channel:
    """How the money went."""
    if CREDIT.search(text):
        return "phone-credit"
    if TILL.search(text):
        return "atm"
    found = SERVICE.search(text)
    return "e-wallet" if found and SERVICES[found["service"].casefold()] in WALLETS else "bank"


def account(text: str, usual: str = "") -> str | None:
    """The account that a text names: a number with the service that stands beside it, or `usual`; null without one."""
    named, number = SERVICE.search(text), _NUMBER.search(text)
    service = SERVICES[named["service"].casefold()] if named else usual
    if number is None or not service:
        return None
    bare = number.group().replace(" ", "").replace("-", "")
    is_phone = service in WALLETS or service == "phone-credit"
    if is_phone and not _PHONE.fullmatch(bare):
        return None
    return account_id(service, bare, "phone" if is_phone else "number", "ID")
