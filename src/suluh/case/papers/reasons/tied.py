# SPDX-License-Identifier: Apache-2.0
"""What the records of a deal say of it where an officer tied it to an element: a sentence may say more than they do."""

from suluh.model.trade import Deal
from suluh.referral.papers.values import Both
from suluh.referral.papers.words import told

LACKS: tuple[tuple[str, Both], ...] = (
    ("offer", Both("no message in which the seller offers", "tidak ada pesan penawaran dari penjual")),
    ("order", Both("no message in which the buyer orders", "tidak ada pesan pesanan dari pembeli")),
)
"""By the rules of reasons that say that it is there."""

NO_LINE = Both("no booked line", "tidak ada baris rekening")
NOT_SENT = Both("no attachment that was sent", "tidak ada lampiran yang dikirim")
POSSIBLE = Both("the deal is only possible", "rangkaiannya hanya mungkin")
NOT_CONFIRMED = Both("no officer confirmed the deal", "rangkaiannya belum dikonfirmasi petugas")


def bare(deal: Deal) -> tuple[Both, ...]:
    """What it does not have of offer, order, payment and sending, as its annex says it too."""
    rules = {one.rule for one in (*deal.reasons_for, *deal.reasons_against)}
    lacks = [text for rule, text in LACKS if rule not in rules]
    if not deal.payments:
        lacks.append(NO_LINE)
    if "sent" not in rules and not deal.items_delivered:
        lacks.append(NOT_SENT)
    return tuple(lacks)


def by_records(deal: Deal) -> Both:
    """What stands behind the sentence of an officer: how the deal counts, and what its annex says that it lacks."""
    tier, state, lacks = told(deal.tier), told(deal.state), bare(deal)
    english, indonesian = (", ".join(getattr(one, tongue) for one in lacks) for tongue in ("english", "indonesian"))
    return Both(
        f"By the records of the deal, not by the officer: {tier.english}; {state.english}"
        f"{f'; {english}' if lacks else ''}. What speaks against it stands on its annex.",
        f"Menurut catatan rangkaian, bukan petugas: {tier.indonesian}; {state.indonesian}"
        f"{f'; {indonesian}' if lacks else ''}. Yang menentangnya ada pada lampirannya.",
    )


def leaves_open(deal: Deal) -> tuple[Both, ...]:
    """Why an element is not proven by a deal that is tied for it."""
    found = [] if deal.judgement == "confirmed" else [NOT_CONFIRMED]
    if deal.tier == "possible":
        found.append(POSSIBLE)
    return (*found, *bare(deal))
