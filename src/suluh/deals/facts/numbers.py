# SPDX-License-Identifier: Apache-2.0
"""The long numbers of a text: accounts, telephones, references, and what is none of these."""

import re
from collections.abc import Iterator, Sequence

_RUN = re.compile(r"\+?[0-9](?:[ .-]?[0-9]){7,18}")
_BETWEEN = re.compile(r"[ .-]")
_SUM = re.compile(r"[0-9]{1,3}(?:[ .][0-9]{3})+")
_HOME = "62"

LEAST = 8
"""Digits of an account at least."""

_SURELY = 10
"""Digits of a number that is no day and no sum: most accounts and telephones have so many."""

_GROUP = 5
"""So many digits together are part of no day, clock or price."""

_OF_A_DAY = 2
"""Digits of a day, a month, an hour."""

_LIST = 8
"""A run of more groups is a list of something."""

_BANK = re.compile(
    r"\b(?:bank|bca|mandiri|bri|bni|bsi|btn|cimb|permata|danamon|ocbc|jago|seabank|jenius|gopay|ovo|dana|linkaja"
    r"|shopeepay|rek|rekening|norek|account|acct|iban|wallet|dompet)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:jangan|bukan|don'?t|not|never|telp|tlp|telepon|hp|wa|whatsapp|call|phone|invoice|inv|faktur|pesanan|order|resi"
    r"|jne|jnt|sicepat|nik|ktp|pelanggan|customer|konfirmasi|nmid|qris|va|virtual|ref|referensi"
    r"|kode (?:bayar|pembayaran|booking|transaksi))\b",
    re.IGNORECASE,
)
"""Words beside which a number is another one than that of an account to pay into, or of one that is not to be paid."""


def runs(text: str) -> list[str]:
    """The long numbers as they are written, with what stands between their digits."""
    return _RUN.findall(text)


def parts(run: str) -> Iterator[str]:
    """A number, and its groups from the first and to the last: a sum or another number may stand beside it."""
    yield run
    groups = _BETWEEN.split(run)
    if len(groups) <= _LIST:
        for at in range(1, len(groups)):
            yield "".join(groups[:at])
            yield "".join(groups[at:])


def is_of_an_account(text: str, found: Sequence[str]) -> bool:
    """Whether one of the numbers of a text looks like an account to pay into, by its form and the words beside it."""
    return any(map(_has_its_form, found)) and _BANK.search(text) is not None and _OTHER.search(text) is None


def _has_its_form(run: str) -> bool:
    """Whether it is no sum, day, clock or list of prices."""
    groups = [len(one) for one in _BETWEEN.split(run.lstrip("+"))]
    is_even = len(set(groups[:-1])) == 1 and min(groups) > _OF_A_DAY
    return sum(groups) >= _SURELY and _SUM.fullmatch(run) is None and (max(groups) >= _GROUP or is_even)


def plain(written: str) -> str:
    """Digits alone; a number of this country in one form whether written with +62, 62 or 0."""
    digits = re.sub(r"\D", "", written)
    if digits.startswith(_HOME):
        return digits[len(_HOME) :]
    return digits[1:] if digits.startswith("0") and not digits.startswith("00") else digits
