# SPDX-License-Identifier: Apache-2.0
"""Claims of payment from messages, and the booked line that has the same reference.

1. A claim is what a message says, in the words of a receipt; it is no booked line and is in no sum.
2. A claim is tied to a booked line where both have one reference and one sum, and no other line has them.
3. Where only the reference is the same, that speaks against the claim, and it is tied to nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from suluh.model.ids import make_id
from suluh.model.intake import Flaw
from suluh.model.rules.lost import Lost
from suluh.model.talk import Message
from suluh.model.times import Dated
from suluh.model.trade import Claim, Payment, Term
from suluh.readers.booked.transfers import is_telling
from suluh.readers.receipts.moments import moment
from suluh.readers.receipts.notice import notice
from suluh.readers.receipts.receipt import Receipt
from suluh.readers.receipts.slip import slip
from suluh.readers.receipts.words import may_be_receipt

TIED = Term(
    rule="same-reference",
    score=0,
    text="A booked line has this reference and this sum.",
    text_id="Satu baris rekening memuat nomor referensi dan jumlah ini.",
)
OTHER_SUM = Term(
    rule="other-sum",
    score=0,
    text="A booked line has this reference and another sum.",
    text_id="Satu baris rekening memuat nomor referensi ini dengan jumlah lain.",
)
SEVERAL = Term(
    rule="several-lines",
    score=0,
    text="Several booked lines have this reference and this sum: which one is meant is open.",
    text_id="Beberapa baris rekening memuat nomor referensi dan jumlah ini: yang mana belum jelas.",
)
UNBOOKED = Term(
    rule="not-booked",
    score=0,
    text="No statement of the case has this reference: what is claimed is not booked.",
    text_id="Tidak ada rekening koran dalam perkara yang memuat nomor referensi ini: yang diklaim belum tercatat.",
)


class _Line(NamedTuple):
    payment: str
    minor: int
    currency: str


def claims(talk: Iterable[Dated[Message]], payments: Iterable[Dated[Payment]]) -> Iterator[Claim | Flaw]:
    """Every claim in the order of messages, then a flaw for each message that cannot be worked with."""
    lost = Lost("claims")
    found = [one for one in lost.tried(_heard, talk) if one is not None]
    wanted = {_bare(one.receipt.reference) for one in found if is_telling(one.receipt.reference)}
    lines = _booked(payments, wanted)
    for one in found:
        yield _claim(one, lines)
    yield from lost.flaws


class _Heard(NamedTuple):
    message: Message
    receipt: Receipt
    sent: date | None


def _heard(one: Dated[Message]) -> _Heard | None:
    message = one.value
    if message.kind not in {"text", "media", "post"} or not may_be_receipt(message.text):
        return None
    receipt = slip(message.text) or notice(message.text)
    written = message.sent.local if message.sent else None
    sent = date.fromisoformat(written[:10]) if written else one.at.date() if one.at else None
    return None if receipt is None else _Heard(message, receipt, sent)


def _booked(payments: Iterable[Dated[Payment]], wanted: set[str]) -> Mapping[str, list[_Line]]:
    """The booked lines that have one of these references."""
    found: dict[str, list[_Line]] = defaultdict(list)
    for payment, _ in payments:
        reference = _bare(payment.reference)
        if reference in wanted:
            found[reference].append(_Line(payment.id, payment.amount_minor, payment.currency))
    return found


def _bare(reference: str | None) -> str:
    return "".join(sign for sign in (reference or "").casefold() if sign.isalnum())


def _claim(one: _Heard, lines: Mapping[str, list[_Line]]) -> Claim:
    receipt, message = one.receipt, one.message
    same = lines.get(_bare(receipt.reference), []) if is_telling(receipt.reference) else []
    alike = [line for line in same if (line.minor, line.currency) == (receipt.amount.minor, "IDR")]
    against = (SEVERAL,) if len(alike) > 1 else () if alike else (OTHER_SUM,) if same else (UNBOOKED,)
    return Claim(
        id=make_id("claim", message.id),
        message=message.id,
        conversation=message.conversation,
        sender=message.sender,
        sent=message.sent,
        form="slip" if receipt.form == "slip" else "notice",
        says=receipt.says,
        amount_minor=receipt.amount.minor,
        amount_as_written=receipt.amount.written,
        currency="IDR",
        channel=receipt.channel,
        payer=receipt.payer.account,
        payer_name=receipt.payer.name,
        beneficiary=receipt.beneficiary.account,
        beneficiary_name=receipt.beneficiary.name,
        at=moment(receipt.when, one.sent),
        reference=receipt.reference,
        place=message.place,
        payment=alike[0].payment if len(alike) == 1 else None,
        reasons_for=(TIED,) if len(alike) == 1 else (),
        reasons_against=against,
    )
